//! Outline -> features: each passage as a row of small whole numbers, for the trees.
//!
//! Every feature is one byte, so that thresholds are bytes too and native and WASM agree bit for bit.
//! None reads a language: scripts, marks, tags, class words and proportions only.

mod around;
mod kin;
mod page;
mod place;
mod text;

use super::families::Lexicon;
use super::outline::Outline;
use super::scales::Scales;
use crate::page::Page;
use kin::Kin;

pub use page::Frame;

/// Takes features one by one: their values, or their names.
pub trait Sink {
    /// Adds the next feature; its name is what it measures, and of what.
    fn put(&mut self, what: &str, of: &str, value: u8);
}

impl Sink for Vec<u8> {
    // Called for each of a hundred features, whose copies would weigh in the extension.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn put(&mut self, _: &str, _: &str, value: u8) {
        self.push(value);
    }
}

/// Collects names, for the trainer.
#[derive(Debug, Default)]
pub struct Names(pub Vec<String>);

impl Sink for Names {
    fn put(&mut self, what: &str, of: &str, _: u8) {
        self.0.push(format!("{what} {of}").trim_end().to_owned());
    }
}

/// Everything the features of one page are read from.
pub struct Sight<'a> {
    /// The page cut up.
    pub outline: &'a Outline,
    /// The page weighed.
    pub scales: &'a Scales,
    /// The word families.
    pub lexicon: &'a Lexicon,
    /// What is the same for all passages.
    pub frame: Frame,
}

/// The value of a feature that is not there.
pub const NONE: u8 = 255;

/// A ratio of 0..=1 as a byte.
pub fn ratio(part: u32, whole: u32) -> u8 {
    (part.min(whole) as u64 * 250).checked_div(u64::from(whole)).map_or(0, |v| v as u8)
}

/// A ratio that may pass 1, up to 5, as a byte.
pub fn times(part: u32, whole: u32) -> u8 {
    (u64::from(part) * 50).checked_div(u64::from(whole)).map_or(0, |v| v.min(250) as u8)
}

/// A count on a scale of eighths of an octave, as a byte.
pub fn size(count: u32) -> u8 {
    let n = count.saturating_add(1);
    let octave = n.ilog2();
    let eighth = if octave >= 3 { (n >> (octave - 3)) & 7 } else { (n << (3 - octave)) & 7 };
    (octave * 8 + eighth) as u8
}

/// A small count as a byte.
pub fn few(count: usize) -> u8 {
    count.min(250) as u8
}

/// A signed distance on the scale of [`size`], 125 at 0.
pub fn distance(from: usize, to: usize) -> u8 {
    let steps = size(to.abs_diff(from) as u32) / 2;
    if to < from { 125 - steps.min(125) } else { 125 + steps.min(125) }
}

impl<'a> Sight<'a> {
    /// Prepares the features of a page.
    pub fn new(page: &Page, outline: &'a Outline, scales: &'a Scales, lexicon: &'a Lexicon) -> Sight<'a> {
        Sight { outline, scales, lexicon, frame: Frame::new(page, outline, scales, lexicon) }
    }

    /// What the regions around a passage say.
    fn kin(&self, passage: usize) -> &Kin {
        &self.frame.kin[self.outline.passages[passage].region]
    }

    /// The features of one passage; what all passages share comes after them.
    pub fn passage(&self, passage: usize, sink: &mut impl Sink) {
        text::put(self, passage, sink);
        place::put(self, passage, sink);
        around::put(self, passage, sink);
    }

    /// The features that all passages share.
    pub fn shared(&self, sink: &mut impl Sink) {
        page::put(self, sink);
    }

    /// The features of the page as a whole.
    pub fn page(&self, rows: &[Vec<u8>], sink: &mut impl Sink) {
        page::put_whole(self, rows, sink);
    }
}
