//! Speakers where no grammar is known: a verb of speech right beside the words, and a person right beside the verb.
//!
//! In: a span in another language than English. Out: its [`Voice`], or None. Only two shapes count, `„…“, sagte die
//! Bürgermeisterin Eva Brandt` and `Eva Brandt sagte: „…“`; a family name stands for the one person who has it.

use super::Scene;
use super::Via;
use super::Voice;
use crate::facts::names::Kind as NameKind;
use crate::facts::names::Named;
use crate::facts::quotes::Quoted;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Words;
use crate::text::word_list;
use std::ops::Range;

/// Between the words and their verb: `ha`, `a`, a comma. Units: tokens.
const BESIDE: usize = 3;
/// Between the verb and a name: what the person is. Units: tokens.
const MOST_BETWEEN: usize = 8;

/// Who says the span.
pub(super) fn told(scene: &Scene, span: &Quoted) -> Option<Voice> {
    after(scene, span).or_else(|| before(scene, span))
}

/// True where a verb of speech stands beside the span, whoever its subject is.
pub(super) fn has_cue(scene: &Scene, span: &Quoted) -> bool {
    cue_after(scene, span).is_some() || cue_before(scene, span).is_some()
}

fn after(scene: &Scene, span: &Quoted) -> Option<Voice> {
    let cue = cue_after(scene, span)?;
    let (named, at) = (cue.end..=cue.end + MOST_BETWEEN)
        .take_while(|i| !ends(scene, *i))
        .find_map(|i| person_at(scene, i).map(|named| (named, i)))?;
    let before = at.checked_sub(1)?;
    let is_apart = scene.document.tokens.mark(before) == Some(',');
    let owned = (cue.end..at).any(|i| owns(scene.document.tokens.folded(i)));
    let is_plain = (cue.end..before).all(|i| scene.document.tokens.mark(i).is_none());
    (is_plain && (is_apart || !owned)).then(|| voice(named, at, cue.start))
}

fn before(scene: &Scene, span: &Quoted) -> Option<Voice> {
    let cue = cue_before(scene, span)?;
    let at = (cue.start.saturating_sub(BESIDE)..cue.start).rev().find(|i| {
        let is_last = scene.document.tokens.mark(*i).is_none() && person_ends(scene, *i).is_some();
        is_last && scene.document.quoted_at(*i).is_none()
    })?;
    let is_beside = (at + 1..cue.start).all(|i| scene.document.tokens.mark(i).is_none());
    let same = scene.document.sentence_of(at) == scene.document.sentence_of(cue.start);
    person_ends(scene, at).filter(|_| is_beside && same).map(|named| voice(named, at, cue.start))
}

fn voice(named: usize, at: usize, cue: usize) -> Voice {
    Voice { named: Some(named), at: at..at + 1, via: Via::Name, cue: Some(cue) }
}

/// The verb that follows the words closely.
fn cue_after(scene: &Scene, span: &Quoted) -> Option<Range<usize>> {
    let start = span.after();
    let found = (start..=start + BESIDE).take_while(|i| !ends(scene, *i)).find_map(|i| cue_at(scene, i));
    // `a déclaré`, `ha detto`: an auxiliary is listed too, the verb stands behind it.
    found.map(|cue| cue_at(scene, cue.end).map_or(cue.clone(), |verb| cue.start..verb.end))
}

/// The verb that leads to the words: right before them, or before their colon.
fn cue_before(scene: &Scene, span: &Quoted) -> Option<Range<usize>> {
    let end = span.before();
    let from = end.saturating_sub(BESIDE);
    let found = (from..end).rev().find_map(|i| cue_at(scene, i))?;
    (found.end..end).all(|i| !ends(scene, i)).then_some(found)
}

fn cue_at(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let found = scene.document.language.table(Name::Cues).longest_at(&scene.document.tokens, token);
    found.filter(|_| scene.document.quoted_at(token).is_none()).map(|(length, _)| token..token + length)
}

fn ends(scene: &Scene, token: usize) -> bool {
    let tokens = &scene.document.tokens;
    tokens.kind(token).is_none_or(|kind| kind == Kind::Break)
        || tokens.mark(token).is_some_and(|c| matches!(c, '.' | ';' | '!' | '?'))
        || scene.document.quoted_at(token).is_some()
}

/// The person whose name opens at a token, or whose family name stands there alone.
fn person_at(scene: &Scene, token: usize) -> Option<usize> {
    let person = |index: usize| scene.names.is(index, NameKind::Person);
    match scene.names.at(token) {
        Some((mention, index)) => Some(index).filter(|i| mention.first == token && person(*i)),
        None => by_family(scene, token),
    }
}

/// The person whose name ends at a token.
fn person_ends(scene: &Scene, token: usize) -> Option<usize> {
    let person = |index: usize| scene.names.is(index, NameKind::Person);
    match scene.names.at(token) {
        Some((mention, index)) => Some(index).filter(|i| mention.end == token + 1 && person(*i)),
        None => by_family(scene, token),
    }
}

/// The one person of this family name.
fn by_family(scene: &Scene, token: usize) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let has = |named: &Named| {
        named.kind == NameKind::Person
            && tokens.folded(named.full.end.saturating_sub(1)) == tokens.folded(token)
    };
    if tokens.is_capital(token) { scene.names.only(&|_, named| has(named)) } else { None }
}

/// Words that make a name part of what stands before it: `sagte ein Sprecher von Eva Brandt`.
fn owns(word: &str) -> bool {
    const OWNERS: Words = word_list![
        "bei", "d", "d'", "da", "de", "degli", "dei", "del", "della", "dello", "des", "di", "do", "dos",
        "du", "für", "para", "per", "pour", "van", "vom", "von", "voor",
    ];
    OWNERS.has(word.trim_end_matches('’'))
}
