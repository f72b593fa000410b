//! Writes steps: the one place that makes them, so that they always balance and every address was looked at.

use super::Address;
use super::step::Attr;
use super::step::Class;
use super::step::Step;
use super::step::Tag;
use super::step::Word;

/// Collects steps. What is called from everywhere is never put where it is called: the WASM would be kilobytes larger
/// for no time.
#[derive(Debug, Default)]
pub(super) struct Writer {
    steps: Vec<Step>,
}

impl Writer {
    #[inline(never)]
    fn open(&mut self, tag: Tag) {
        self.steps.push(Step::Open(tag));
    }

    #[inline(never)]
    fn open_classed(&mut self, tag: Tag, class: Class) {
        self.open(tag);
        self.class(class);
    }

    #[inline(never)]
    fn close(&mut self) {
        self.steps.push(Step::Close);
    }

    /// An element with what `inside` writes into it.
    pub fn element(&mut self, tag: Tag, inside: impl FnOnce(&mut Writer)) {
        self.open(tag);
        inside(self);
        self.close();
    }

    /// The same, with a class.
    pub fn classed(&mut self, tag: Tag, class: Class, inside: impl FnOnce(&mut Writer)) {
        self.open_classed(tag, class);
        inside(self);
        self.close();
    }

    /// A link that leaves the reader.
    pub fn link(&mut self, to: &Address, inside: impl FnOnce(&mut Writer)) {
        self.element(Tag::A, |w| {
            w.attr(Attr::Href, to.as_str());
            inside(w);
        });
    }

    /// An attribute of the element just opened; addresses go through [`Writer::link`] and [`Writer::source`].
    #[inline(never)]
    pub fn attr(&mut self, attr: Attr, value: &str) {
        self.steps.push(Step::Attr(attr, value.to_owned()));
    }

    /// The class of the element just opened.
    #[inline(never)]
    pub fn class(&mut self, class: Class) {
        self.attr(Attr::Class, class.name());
    }

    /// Text, as it is.
    #[inline(never)]
    pub fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.steps.push(Step::Text(text.to_owned()));
        }
    }

    /// Text of the sentence of that number.
    #[inline(never)]
    pub fn sentence(&mut self, number: usize, text: &str) {
        if !text.is_empty() {
            self.steps.push(Step::Sentence(number, text.to_owned()));
        }
    }

    /// A phrase of the interface.
    #[inline(never)]
    pub fn say(&mut self, word: Word, about: &[&str]) {
        self.steps.push(Step::Say(word, about.iter().map(|a| (*a).to_owned()).collect()));
    }

    /// A date.
    #[inline(never)]
    pub fn date(&mut self, iso: &str) {
        self.steps.push(Step::Date(iso.to_owned()));
    }

    /// What was written.
    pub fn finish(self) -> Vec<Step> {
        self.steps
    }
}
