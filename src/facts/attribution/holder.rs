//! Roles -> who has them.
//!
//! In: a phrase for somebody without a name, with its head noun. Out: the person or body it means, by the role told of them, by
//! their name's last word, or because the sentence before tells of them; where two fit, nobody.

use super::Scene;
use super::phrase;
use super::resolve::body;
use super::resolve::own_words;
use super::resolve::subject;
use super::resolve::subject_is;
use crate::facts::document::all_of;
use crate::facts::names::Kind as NameKind;
use crate::facts::names::Mention;
use crate::facts::names::Named;
use crate::facts::names::kin_gender;
use crate::text::Kind;
use crate::text::Words;
use crate::text::word_list;
use std::ops::Range;

/// Whom a role means. Outer None: nobody certain; inner None: the phrase itself is all there is.
pub(super) fn role(scene: &Scene, range: &Range<usize>, head: usize) -> Option<Option<usize>> {
    let tokens = &scene.document.tokens;
    let noun = tokens.folded(head);
    if let Some(writer) = writer(scene, head) {
        return Some(Some(writer));
    }
    let opens_the = tokens.is(range.start, "the");
    let is_definite = !word_list!["a", "an", "one", "another", "some", "several"].has_at(tokens, range.start)
        && range.end == head + 1;
    if opens_the
        && is_definite
        && let Some(body) = namesake(scene, noun, range.start)
    {
        return Some(Some(body));
    }
    if word_list![
        "company",
        "agency",
        "firm",
        "giant",
        "group",
        "committee",
        "department",
        "ministry",
        "office",
        "team"
    ]
    .has(noun)
        && is_definite
    {
        // `the company said`: the one that was spoken of, or nobody.
        return body(scene, range.start).filter(|_| opens_the).map(Some);
    }
    if let Some(holder) = holder(scene, range).or_else(|| epithet(scene, range, head)) {
        return Some(Some(holder));
    }
    if noun == "year-old" {
        return None;
    }
    if !is_definite
        || noun.ends_with('s')
        || scene.names.within(range.start, range.end).iter().any(|(m, _)| m.first >= range.start)
    {
        return Some(None);
    }
    let people = all_of(0..scene.names.all.len(), &|index| has_role(scene, index, noun, head));
    match people.as_slice() {
        [one] => Some(Some(*one)),
        [] => Some(None),
        // The one of them that the sentence before tells of.
        several => {
            let before = sentence_before(scene, range.start)?;
            let is_other =
                |(_, i): &&(Mention, usize)| several.contains(i) && !subject_is(scene, before.clone(), *i);
            let has_other = scene.names.within(before.start, before.end).iter().any(|named| is_other(&named));
            let subject = subject(scene, before)?;
            (several.contains(&subject) && !has_other).then_some(Some(subject))
        }
    }
}

/// `Smith’s statement`, `the union’s letter`: who is named as its writer.
fn writer(scene: &Scene, head: usize) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let is_text =
        word_list!["email", "letter", "post", "statement", "testimony", "tweet"].has_at(tokens, head);
    let owner = head.checked_sub(2).filter(|_| is_text && tokens.kind(head - 1) == Some(Kind::Possessive))?;
    let (mention, index) = scene.names.at(owner)?;
    (mention.end == head - 1 && !scene.names.is(index, NameKind::Place)).then_some(index)
}

/// `the department` of the one department named before.
fn namesake(scene: &Scene, noun: &str, before: usize) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let fits = |named: &Named| {
        let words = [named.full.first, named.full.end - 1];
        named.kind == NameKind::Organisation
            && named.mentions.first().is_some_and(|m| m.first < before)
            && words.iter().any(|i| tokens.folded(*i) == noun)
    };
    scene.names.only(&|_, named| fits(named))
}

/// `the former Leeds coach`: whoever opens the sentence before, said in another way. `the 36-year-old`: also whoever is
/// the only person there.
fn epithet(scene: &Scene, range: &Range<usize>, head: usize) -> Option<usize> {
    let before = sentence_before(scene, range.start).filter(|_| is_epithet(scene, range, head))?;
    let is_aged = scene.document.tokens.is(head, "year-old");
    subject(scene, before.clone()).or_else(|| only_person(scene, before).filter(|_| is_aged))
}

fn only_person(scene: &Scene, range: Range<usize>) -> Option<usize> {
    let is_person = |i: &usize| scene.names.is(*i, NameKind::Person);
    let mut people = scene.names.within(range.start, range.end).iter().map(|(_, i)| *i).filter(is_person);
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}

/// The sentence before the one of `token`, or before the words that this one ends.
fn sentence_before(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let before = own_words(scene, scene.document.sentence_of(token)).checked_sub(1)?;
    scene.document.sentences.get(before).map(|sentence| sentence.first..sentence.last)
}

/// True for a phrase that says of somebody named what he is or was: `the former mayor`, `the Vermont senator`.
pub(super) fn is_epithet(scene: &Scene, range: &Range<usize>, head: usize) -> bool {
    const OFFICES: Words = word_list![
        "actor",
        "businessman",
        "businesswoman",
        "candidate",
        "captain",
        "congressman",
        "congresswoman",
        "democrat",
        "governor",
        "lawmaker",
        "leader",
        "mayor",
        "mp",
        "nominee",
        "politician",
        "premier",
        "republican",
        "senator",
        "singer",
        "star",
        "striker",
    ];
    let tokens = &scene.document.tokens;
    let is_origin = |i: usize| range.start < i && i < head && tokens.is_capital(i);
    tokens.is(range.start, "the")
        && (tokens.is(head, "year-old")
            || tokens.is(range.start + 1, "former")
            || OFFICES.has_at(tokens, head) && (is_origin(range.start + 1) || is_origin(head - 1)))
}

/// The one person whose role is written in exactly these words, wherever that is: `China’s ambassador to Britain`.
fn holder(scene: &Scene, range: &Range<usize>) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let start = range.start + usize::from(word_list!["the", "a", "an"].has_at(tokens, range.start));
    let length = range.end.saturating_sub(start);
    let is_same = |role: &Range<usize>| {
        role.len() == length && (0..length).all(|n| tokens.folded(role.start + n) == tokens.folded(start + n))
    };
    let has = |index: usize| scene.roles.get(index).and_then(Option::as_ref).is_some_and(is_same);
    scene.names.only(&|index, _| length > 1 && has(index))
}

/// True for a person named before whose role has this noun as its head.
fn has_role(scene: &Scene, index: usize, noun: &str, before: usize) -> bool {
    let tokens = &scene.document.tokens;
    let Some(named) = scene.names.get(index).filter(|n| n.kind == NameKind::Person) else { return false };
    // `one of the report’s authors`, `head of the union`: what somebody is of is not somebody.
    let is_own = |i: &usize| !phrase::is_preposition(tokens.folded(*i));
    let role = scene.roles.get(index).cloned().flatten().unwrap_or_default();
    // `the ex-president`; `Sen. Mary Smith … the senator`.
    let noun = noun.strip_prefix("ex-").unwrap_or(noun);
    let short = match noun {
        "congressman" | "congresswoman" | "representative" => "rep",
        "governor" => "gov",
        "senator" => "sen",
        _ => noun,
    };
    let is_noun = |i: usize| {
        (tokens.is(i, noun) || tokens.is(i, short)) && tokens.kind(i + 1) != Some(Kind::Possessive)
    };
    let is_before = named.mentions.first().is_some_and(|m| m.first < before);
    let gender_fits =
        kin_gender(noun).is_none() || named.gender.is_none() || kin_gender(noun) == named.gender;
    is_before
        && gender_fits
        && (role.take_while(is_own).any(is_noun)
            || named.mentions.iter().any(|m| (m.prefix..m.first).any(is_noun)))
}
