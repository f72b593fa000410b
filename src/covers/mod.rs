//! Page -> Covers: what lies over the story, and a plan to clear it. Nothing is done here.
//!
//! In: a live [`Page`] (computed style, rects, hit tests). Out: [`Covers`]; on a page without layout, only what
//! markup alone can tell. No article block, no action.

use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;

/// What was found and what to do about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Covers {
    /// What lies over the story or stands between its paragraphs.
    pub covers: Vec<Cover>,
    /// In the order to carry out; each has an undo in the hands.
    pub actions: Vec<Action>,
    /// What the article stage skips and reveals.
    pub mask: Mask,
}

/// One cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Its outermost element.
    pub node: NodeId,
    /// What it is.
    pub kind: CoverKind,
    /// 0..=1.
    pub confidence: f32,
    /// Why it is held to be one.
    pub signs: Vec<Sign>,
}

/// What a cover is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CoverKind {
    Consent,
    Paywall,
    SignUp,
    Newsletter,
    AdBlock,
    AppPrompt,
    PushPrompt,
    EditionPicker,
    /// Never hidden; while one is up, nothing is done.
    AgeGate,
    Other,
}

/// What speaks for a cover.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Sign {
    /// Share of the viewport, 0..=1.
    Covers(f32),
    TopLayer,
    OnTopOfStory,
    Wording(String),
    AsksForEmail,
    PageLocked,
    Veil,
    Vendor(String),
}

/// What the hands carry out. Elements are named by [`Page::live`] numbers.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Action {
    Hide { node: NodeId },
}

/// Finds covers and plans their clearing.
pub fn find(page: &Page) -> Covers {
    Covers { mask: Mask::default(), ..empty(page) }
}

fn empty(_page: &Page) -> Covers {
    Covers::default()
}
