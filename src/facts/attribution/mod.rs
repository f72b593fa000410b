//! Quoted spans -> who said them.
//!
//! In: a [`Document`], its [`Names`] and roles, and the spans that are somebody's words. Out: a [`Voice`] for each span.
//! Ways are tried from the surest to the loosest: a verb of speech after the words, one before them, words of the same
//! speaker around them, a line that announces them. A pronoun or a role goes to one person or to nobody.
//! Promise: no speaker rather than a wrong one; where two people fit, none is given.

mod abroad;
mod around;
mod clause;
mod holder;
mod phrase;
mod resolve;
#[cfg(test)]
mod tests;

use super::Anchor;
use super::Quote;
use super::Speaker;
use super::document::Document;
use super::names::Kind;
use super::names::Names;
use super::quotes::Quoted;
use super::quotes::Said;
use around::Told;
use std::ops::Range;

/// What attribution reads.
pub(crate) struct Scene<'a> {
    /// The story.
    pub document: &'a Document<'a>,
    /// Whom it names.
    pub names: &'a Names,
    /// The role of each of them.
    pub roles: &'a [Option<Range<usize>>],
}

/// How a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    /// By name.
    Name,
    /// By a role or a noun phrase.
    Role,
    /// By a pronoun.
    Pronoun,
    /// Carried on from the words before.
    Continuation,
}

/// Who says a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voice {
    /// Index into the names; None: the noun phrase itself is all that is known.
    pub named: Option<usize>,
    /// The words that tell; empty where the speaker is carried on.
    pub at: Range<usize>,
    /// How.
    pub via: Via,
    /// The verb.
    pub cue: Option<usize>,
}

/// The voice of every span, None where nobody can be told with confidence.
pub(crate) fn attribute(scene: &Scene, spans: &[Quoted]) -> Vec<Option<Voice>> {
    let mut voices: Vec<Option<Voice>> = Vec::with_capacity(spans.len());
    for (at, span) in spans.iter().enumerate() {
        let past = Past { spans: spans.get(..at).unwrap_or_default(), voices: &voices };
        let told = if scene.document.language.is_english() {
            around::told(scene, &past, span)
        } else {
            told_abroad(scene, span)
        };
        let voice = match told {
            Told::By(voice) => Some(voice),
            Told::Unclear => None,
            Told::Silent => around::carried(scene, &past, span),
        };
        voices.push(voice);
    }
    carry_back(scene, spans, &mut voices);
    voices
}

/// `“…\n“…,” said Smith.`: words that run on into the next paragraph's are of the one who is named there.
fn carry_back(scene: &Scene, spans: &[Quoted], voices: &mut [Option<Voice>]) {
    for at in (1..spans.len()).rev() {
        let (Some(before), Some(after)) = (spans.get(at - 1), spans.get(at)) else { continue };
        let is_next_line = scene.document.line_of(after.first) == scene.document.line_of(before.first) + 1;
        let runs_on = before.closing == 0 && is_next_line;
        let voice = voices.get(at).cloned().flatten().filter(|_| runs_on);
        if let (Some(slot @ None), Some(voice)) = (voices.get_mut(at - 1), voice) {
            *slot = Some(around::carried_on(&voice));
        }
    }
}

fn told_abroad(scene: &Scene, span: &Quoted) -> Told {
    match abroad::told(scene, span) {
        Some(voice) => Told::By(voice),
        None if abroad::has_cue(scene, span) => Told::Unclear,
        None => Told::Silent,
    }
}

/// The spans before, with their voices.
pub(crate) struct Past<'a> {
    /// In order.
    pub spans: &'a [Quoted],
    /// One for each span.
    pub voices: &'a [Option<Voice>],
}

impl Past<'_> {
    /// The span right before and its voice.
    pub fn last(&self) -> Option<(&Quoted, Option<&Voice>)> {
        Some((self.spans.last()?, self.voices.last()?.as_ref()))
    }

    /// The voice of the last span that ends before a token, and that span.
    pub fn before(&self, token: usize) -> Option<(&Quoted, &Voice)> {
        let count = self.spans.partition_point(|span| span.first < token);
        let last = count.checked_sub(1)?;
        Some((self.spans.get(last)?, self.voices.get(last)?.as_ref()?))
    }
}

/// The quotes to show, and how many are not: a fragment that nobody says is no quote.
pub(crate) fn with_speaker_or_clause(document: &Document, mut quotes: Vec<Quote>) -> (Vec<Quote>, u32) {
    let found = quotes.len();
    quotes.retain(|quote| quote.speaker.is_some() || !is_scrap(document, quote));
    let withheld = (found - quotes.len()) as u32;
    (quotes, withheld)
}

/// Words of a fragment that needs a speaker, at most.
const SCRAP: usize = 3;

fn is_scrap(document: &Document, quote: &Quote) -> bool {
    let words: usize = quote.parts.iter().map(|part| document.text(*part).split_whitespace().count()).sum();
    !quote.direct && words <= SCRAP
}

/// Confidence by the way a speaker was found.
fn confidence(via: Via) -> f32 {
    match via {
        Via::Name => 0.97,
        Via::Role => 0.9,
        Via::Pronoun => 0.88,
        Via::Continuation => 0.85,
    }
}

/// Voices as the quotes carry them. `places`: for each name its index in the list of its kind.
pub(crate) fn said(scene: &Scene, voices: Vec<Option<Voice>>, places: &[usize]) -> Vec<Said> {
    let mut said = Vec::with_capacity(voices.len());
    for voice in &voices {
        said.push(voice.as_ref().map_or_else(Said::default, |voice| said_by(scene, voice, places)));
    }
    said
}

fn said_by(scene: &Scene, voice: &Voice, places: &[usize]) -> Said {
    let named = voice.named.and_then(|i| Some((scene.names.get(i)?, places.get(i).copied()?)));
    let of = |kind: Kind| named.filter(|(n, _)| n.kind == kind).map(|(_, place)| place);
    let words = named.map_or(voice.at.clone(), |(n, _)| n.full.first..n.full.end);
    let text = |range: Range<usize>| scene.document.anchor(range).map_or("", |at| scene.document.text(at));
    let via = match voice.via {
        Via::Name => "name",
        Via::Role => "role",
        Via::Pronoun => "pronoun",
        Via::Continuation => "continuation",
    };
    let at: Option<Anchor> = scene.document.anchor(voice.at.clone());
    let name = text(words).to_owned();
    let speaker = Speaker { person: of(Kind::Person), organisation: of(Kind::Organisation), name, at, via };
    let cue = voice.cue.and_then(|cue| scene.document.anchor(cue..cue + 1));
    Said { speaker: Some(speaker), cue, confidence: confidence(voice.via) }
}
