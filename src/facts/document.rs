//! A story made ready for finding facts: what every finder reads.
//!
//! In: a [`Story`]. Out: [`Document`]: tokens, sentences, quoted spans, and which tokens dates and quantities took.
//! Promises: anchors made here lie on character boundaries and inside their sentence.

use super::Anchor;
use super::LineKind;
use super::Story;
use super::quotes;
use super::quotes::Quoted;
use crate::rules::languages::Language;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Openings;
use crate::text::Sentence;
use crate::text::Spelling;
use crate::text::Tokens;
use crate::text::sentences;
use std::cell::OnceCell;
use std::ops::Range;

/// Who took a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Nobody: it may be part of a name.
    #[default]
    Free,
    /// A date.
    Date,
    /// An amount.
    Quantity,
}

/// A story with its tokens, sentences and quoted spans.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    /// What it was made from.
    pub story: &'a Story,
    /// The language's tables; empty ones where there are none.
    pub language: Language,
    /// Tokens of the story's text.
    pub tokens: Tokens<'a>,
    /// In order.
    pub sentences: Vec<Sentence>,
    /// Everything between quotation marks, in order.
    pub quoted: Vec<Quoted>,
    /// One for each token.
    taken: Vec<Taken>,
    /// One for each token: the line it stands in.
    lines: Vec<u32>,
    /// Whose pesos and rupees the story tells of, once somebody asked: all of it is read for that.
    pub local_money: [OnceCell<&'static str>; 2],
}

impl<'a> Document<'a> {
    /// Reads a story.
    pub fn of(story: &'a Story) -> Self {
        let language = Language::of(story.lang.as_deref()).unwrap_or_default();
        let abbreviations = language.table(Name::Abbreviations).words();
        let elisions = language.table(Name::Elisions).words();
        let spelling = Spelling { abbreviations: &abbreviations, elisions: &elisions };
        let tokens = Tokens::of(&story.text, &spelling);
        let openers = language.table(Name::Openers).words();
        let has_ordinal_stops = language.has(Name::OrdinalDots, "yes");
        let sentences = sentences(&tokens, &Openings { openers: &openers, has_ordinal_stops });
        let quoted = quotes::scan(&tokens);
        let taken = vec![Taken::Free; tokens.len()];
        let lines = lines(&tokens);
        let local_money = Default::default();
        Document { story, language, tokens, sentences, quoted, taken, lines, local_money }
    }

    /// Where each sentence starts and ends. Units: bytes.
    pub fn ranges(&self) -> Vec<(u32, u32)> {
        self.sentences.iter().map(|sentence| (sentence.start, sentence.end)).collect()
    }

    /// The sentence a byte of the text stands in, or the last one before it.
    pub fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.start <= byte).saturating_sub(1)
    }

    /// The sentence of a token; an empty one past the end.
    #[inline(never)]
    pub fn sentence(&self, token: usize) -> Sentence {
        self.sentences.get(self.sentence_of(token)).copied().unwrap_or_default()
    }

    /// True for the first token of a sentence.
    #[inline(never)]
    pub fn opens_sentence(&self, token: usize) -> bool {
        self.sentences.get(self.sentence_of(token)).is_some_and(|sentence| sentence.first == token)
    }

    /// The sentence a token stands in.
    #[inline(never)]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(0, |t| self.sentence_at(t.start))
    }

    /// Anchor of a run of tokens; None for an empty run.
    #[inline(never)]
    pub fn anchor(&self, tokens: Range<usize>) -> Option<Anchor> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(Anchor { sentence: self.sentence_at(first.start) as u32, start: first.start, end: last.end })
    }

    /// The words an anchor points at.
    pub fn text(&self, at: Anchor) -> &'a str {
        self.tokens.text().get(at.start as usize..at.end as usize).unwrap_or("")
    }

    /// The line a token stands in.
    #[inline(never)]
    pub fn line_of(&self, token: usize) -> u32 {
        self.lines.get(token).copied().unwrap_or(0)
    }

    /// What kind of line a token stands in.
    pub fn line_kind(&self, token: usize) -> LineKind {
        self.story.lines.get(self.line_of(token) as usize).copied().unwrap_or_default()
    }

    /// Who took a token.
    pub fn taken(&self, token: usize) -> Taken {
        self.taken.get(token).copied().unwrap_or_default()
    }

    /// Marks tokens as taken.
    pub fn take(&mut self, tokens: Range<usize>, by: Taken) {
        self.taken.get_mut(tokens).unwrap_or_default().fill(by);
    }

    /// The quoted span a token stands in.
    #[inline(never)]
    pub fn quoted_at(&self, token: usize) -> Option<&Quoted> {
        let before = self.quoted.partition_point(|quoted| quoted.first <= token);
        let found = before.checked_sub(1).and_then(|i| self.quoted.get(i));
        found.filter(|quoted| token < quoted.last)
    }
}

/// Those of a range of which something holds: `filter` and `collect` are three functions for each place that asks.
#[inline(never)]
pub(crate) fn all_of(range: Range<usize>, holds: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut out = Vec::new();
    for i in range {
        if holds(i) {
            out.push(i);
        }
    }
    out
}

fn lines(tokens: &Tokens) -> Vec<u32> {
    let mut line = 0;
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens.all() {
        out.push(line);
        line += u32::from(token.kind == Kind::Break);
    }
    out
}
