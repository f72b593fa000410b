//! Spans and who said them -> quotes.
//!
//! A split quote (`“…,” she said, “…”`) and one that runs on over paragraphs are one quote in several parts.

use super::Quoted;
use crate::facts::Anchor;
use crate::facts::Quote;
use crate::facts::Speaker;
use crate::facts::document::Document;
use crate::text::Kind;

/// Who said a span. Shape: one for each span that [`find`](super::find) gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// None: nobody can be named with confidence.
    pub speaker: Option<Speaker>,
    /// The verb.
    pub cue: Option<Anchor>,
    /// 0..=1.
    pub confidence: f32,
}

/// From so many words on, a fragment counts as direct speech. Units: words.
const CLAUSE: usize = 4;

/// Builds the quotes; `said` may be shorter than `spans`: the rest is unattributed.
pub(crate) fn join(document: &Document, spans: &[Quoted], said: Vec<Said>) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut said = said.into_iter();
    let mut before: Option<&Quoted> = None;
    for span in spans {
        let Said { speaker, cue, confidence } = said.next().unwrap_or_default();
        let Some(part) = document.anchor(span.first..span.last) else { continue };
        match out.last_mut().filter(|quote| {
            before.is_some_and(|before| goes_on(document, before, span)) && is_same(quote, &speaker)
        }) {
            Some(quote) => quote.parts.push(part),
            None => out.push(Quote {
                parts: vec![part],
                speaker,
                cue,
                direct: is_direct(document, span),
                confidence,
            }),
        }
        before = Some(span);
    }
    out
}

fn is_same(quote: &Quote, speaker: &Option<Speaker>) -> bool {
    match (&quote.speaker, speaker) {
        (Some(a), Some(b)) => a.name == b.name,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// True where the second span carries the first on: the first has no close, or both stand in one sentence and the first
/// stops at a comma.
fn goes_on(document: &Document, first: &Quoted, second: &Quoted) -> bool {
    let tokens = &document.tokens;
    let is_next_line = document.line_of(second.first) == document.line_of(first.first) + 1;
    if first.closing == 0 {
        return is_next_line;
    }
    let ends_open = matches!(tokens.mark(first.last.saturating_sub(1)), Some(',' | '-' | '—' | '–'));
    let stops = |token: usize| {
        tokens.kind(token) == Some(Kind::Break) || matches!(tokens.mark(token), Some('.' | '!' | '?'))
    };
    ends_open && !(first.after()..second.before()).any(stops)
}

fn is_direct(document: &Document, span: &Quoted) -> bool {
    let words =
        (span.first..span.last).filter(|token| document.tokens.kind(*token) == Some(Kind::Word)).count();
    let opens_small = document.tokens.word(span.first).starts_with(char::is_lowercase);
    words >= CLAUSE && !opens_small
}
