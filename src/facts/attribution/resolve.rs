//! Subjects -> people and organisations.
//!
//! In: the [`Subject`] of a verb of speech. Out: a [`Voice`]. A pronoun goes to the last subject that agrees in gender, a
//! role to the one person who has it; where two fit, to nobody.

use super::Past;
use super::Scene;
use super::Via;
use super::Voice;
use super::clause;
use super::holder::is_epithet;
use super::holder::role;
use super::phrase;
use super::phrase::Subject;
use crate::facts::document::all_of;
use crate::facts::names::Gender;
use crate::facts::names::Kind as NameKind;
use crate::facts::names::kin_gender;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;
use std::ops::Range;

/// How far back "it" and "they" look. Units: sentences.
const BODY_REACH: usize = 2;
/// Words that may stand before `woman` in `the older woman`, and it. Units: tokens.
const MOST_BEFORE_KIN: usize = 2;
/// Longest words that a pronoun looks over. Units: sentences. Keeps a text of nothing but quotes linear.
const MOST_OWN: usize = 40;
/// How far back a pronoun looks. Units: sentences before the words it tells of.
const REACH: usize = 5;

/// Who the subject is.
pub(super) fn voice(scene: &Scene, past: &Past, subject: &Subject, cue: usize) -> Option<Voice> {
    let cue = Some(cue);
    match subject {
        Subject::Named(index, at) => Some(Voice { named: Some(*index), at: at.clone(), via: Via::Name, cue }),
        Subject::Pronoun(token) => Some(match pronoun(scene, past, *token)? {
            Who::One(index) => Voice { named: Some(index), at: *token..*token + 1, via: Via::Pronoun, cue },
            Who::Unnamed(at) => Voice { named: None, at, via: Via::Pronoun, cue },
        }),
        // `was aware of the danger and stressed “…”`: said of somebody, and nobody.
        Subject::Role(range, _) if is_told_of(scene, range.start) => None,
        Subject::Role(range, head) => {
            role(scene, range, *head).map(|named| Voice { named, at: range.clone(), via: Via::Role, cue })
        }
    }
}

/// True for what somebody is said to be.
fn is_told_of(scene: &Scene, start: usize) -> bool {
    word_list!["are", "be", "been", "is", "was", "were"].has(scene.document.tokens.folded_before(start, 1))
}

/// Whom a pronoun means.
enum Who {
    /// Index into the names.
    One(usize),
    /// `a spokesman for the club`, as written.
    Unnamed(Range<usize>),
}

fn pronoun(scene: &Scene, past: &Past, token: usize) -> Option<Who> {
    let it = || body(scene, token).filter(|index| !is_aside(scene, token, *index)).map(Who::One);
    match scene.document.tokens.folded(token) {
        "he" | "his" => antecedent(scene, past, token, Gender::Male),
        "she" | "her" => antecedent(scene, past, token, Gender::Female),
        "it" => document(scene, past, token).or_else(it),
        "they" => several(scene, token).unwrap_or_else(it),
        _ => None,
    }
}

/// `The letter called it “…”. It described …`: what spoke in the sentence before and is nobody.
fn document(scene: &Scene, past: &Past, token: usize) -> Option<Who> {
    let before = scene.document.sentence_of(token).checked_sub(1)?;
    let range = scene.document.sentences.get(before).map(|s| s.first..s.last)?;
    let voice = voice_in(past, &range).filter(|voice| voice.named.is_none())?;
    let is_somebody = |i: usize| lexicons::ROLES.has_any_number(scene.document.tokens.folded(i));
    (!voice.at.clone().any(is_somebody)).then(|| Who::Unnamed(voice.at.clone()))
}

/// `The lawmakers sent a letter. “…,” they wrote.`: those that the sentences just before tell of. Outer None: of nobody;
/// inner: more than one may be meant.
fn several(scene: &Scene, token: usize) -> Option<Option<Who>> {
    let tokens = &scene.document.tokens;
    let here = own_words(scene, scene.document.sentence_of(token));
    for sentence in (here.saturating_sub(BODY_REACH)..=here).rev() {
        let range = scene.document.sentences.get(sentence).map(|s| s.first..s.last.min(token))?;
        let are = |i: usize| {
            let word = tokens.folded(i);
            let is_outside = scene.document.quoted_at(i).is_none() && scene.names.at(i).is_none();
            word.ends_with('s')
                && is_outside
                && !lexicons::ROLES.has(word)
                && lexicons::ROLES.has_any_number(word)
        };
        // `a letter to the leaders`: hardly those who wrote it; `Smith and his colleagues`: not they alone.
        let acts = |noun: usize| {
            let mut before = (range.start..noun).rev().take(MOST_BEFORE_KIN).map(|i| tokens.folded(i));
            !before.any(|word| {
                phrase::is_preposition(word) && (word != "of" || sentence == here)
                    || word_list!["and", "her", "his", "or"].has(word)
            })
        };
        let found = all_of(range.clone(), &are);
        match found.as_slice() {
            [] => {}
            [one] if acts(*one) => return Some(Some(Who::Unnamed(with_article(tokens, *one)))),
            _ => return Some(None),
        }
    }
    None
}

fn with_article(tokens: &Tokens, noun: usize) -> Range<usize> {
    let first = noun - usize::from(noun > 0 && word_list!["the", "some", "several"].has_at(tokens, noun - 1));
    first..noun + 1
}

/// The one organisation named just before, or the country that a sentence opens with; nobody where others are named too.
pub(super) fn body(scene: &Scene, token: usize) -> Option<usize> {
    let here = scene.document.sentence_of(token);
    for sentence in (here.saturating_sub(BODY_REACH)..=here).rev() {
        let range = scene.document.sentences.get(sentence).map(|s| s.first..s.last.min(token))?;
        let outer = |at: usize| scene.document.quoted_at(at).is_none();
        let mut named: Vec<usize> = scene
            .names
            .within(range.start, range.end)
            .iter()
            .filter(|(m, _)| outer(m.first))
            .map(|(_, i)| *i)
            .collect();
        named.dedup();
        // `France did not come. It said …`: a country that does something.
        let opens = scene.names.at(range.start).map(|(_, index)| index);
        let is_body = |index: &usize| {
            scene.names.get(*index).is_some_and(|n| match n.kind {
                NameKind::Organisation => true,
                NameKind::Place => opens == Some(*index),
                NameKind::Person => false,
            })
        };
        match named.as_slice() {
            [] => {}
            [one] if is_body(one) => return Some(*one),
            _ => return None,
        }
    }
    None
}

/// `about Shell's hope`, `her Instagram posts`: a body that is named on the way to something else.
fn is_aside(scene: &Scene, token: usize, index: usize) -> bool {
    let tokens = &scene.document.tokens;
    let reach = scene.document.sentence_of(token).saturating_sub(BODY_REACH);
    let first = scene.document.sentences.get(reach).map_or(0, |sentence| sentence.first);
    let mut named = scene.names.within(first, token).iter().filter(|(_, i)| *i == index);
    named.all(|(m, _)| {
        tokens.kind(m.end) == Some(Kind::Possessive) && !scene.document.opens_sentence(m.first)
            || word_list!["account", "page", "post", "posts", "video"].has_at(tokens, m.end)
    })
}

/// Whom a pronoun may mean.
struct Sought {
    gender: Gender,
    /// People named later in the sentence that the pronoun opens: `He said that Jones …` means somebody else than Jones.
    others: Vec<usize>,
}

impl Sought {
    fn by(scene: &Scene, token: usize, gender: Gender) -> Sought {
        let sentence = scene.document.sentences.get(scene.document.sentence_of(token));
        let rest = sentence.filter(|s| s.first == token).map_or(token..token, |s| token..s.last);
        let outer = |at: usize| scene.document.quoted_at(at).is_none();
        let named = scene.names.within(rest.start, rest.end).iter().filter(|(m, _)| outer(m.first));
        Sought { gender, others: named.map(|(_, index)| *index).collect() }
    }
}

/// The last subject before the pronoun that agrees with it.
fn antecedent(scene: &Scene, past: &Past, token: usize, gender: Gender) -> Option<Who> {
    let here = scene.document.sentence_of(token);
    let sought = &Sought::by(scene, token, gender);
    let from = own_words(scene, here).saturating_sub(REACH);
    for sentence in (from..=here).rev() {
        let range = scene.document.sentences.get(sentence).map(|s| s.first..s.last.min(token))?;
        // `She says Smith was behind it. “…,” she said.`: who "she" is was said before, and it is not Smith.
        if sentence < here && opens_with_pronoun(scene, past, range.clone(), gender) {
            continue;
        }
        if sentence < here
            && let Some(told) = reporter(scene, range.clone(), sought)
        {
            return told;
        }
        let people = agreeing(scene, range.clone(), sought);
        if let Some(voice) = voice_in(past, &range) {
            match voice.named {
                Some(speaker) if agrees(scene, speaker, sought) => {
                    // `Robin Smith called Mary Jones “…” after she left`: she is the one known as a woman.
                    let known = known(scene, &people);
                    let is_other = sentence == here && !known.is_empty() && !known.contains(&speaker);
                    let is_sole = people.iter().all(|person| *person == speaker);
                    let is_meant = is_sole || !is_other && subject_is(scene, range, speaker);
                    return is_meant.then_some(Who::One(speaker));
                }
                Some(_) => {}
                None => {
                    if let Some(told) = unnamed(scene, &voice.at, sought) {
                        return told;
                    }
                }
            }
        }
        match people.as_slice() {
            [] => {}
            [one] => return Some(Who::One(*one)),
            several if known(scene, several).len() == 1 => {
                let meant = if sentence == here {
                    first_known(scene, several)
                } else {
                    known_or_teller(scene, several, range)
                };
                return meant.map(Who::One);
            }
            // `Smith said Jones was right when he said that “…”`: either.
            _ if sentence == here && is_conjoined(&scene.document.tokens, token) => return None,
            several => {
                let subject = several.iter().copied().find(|p| subject_is(scene, range.clone(), *p));
                return subject.map(Who::One);
            }
        }
    }
    None
}

/// The first sentence of the words that the sentence `here` ends: `“…. …. …,” she said` may be a long one.
pub(super) fn own_words(scene: &Scene, here: usize) -> usize {
    let first = scene.document.sentences.get(here).and_then(|s| scene.document.quoted_at(s.first));
    let first = first.map_or(here, |quoted| scene.document.sentence_of(quoted.first));
    first.max(here.saturating_sub(MOST_OWN))
}

/// `after she`, `when he`: the pronoun that opens a second clause.
pub(super) fn is_conjoined(tokens: &Tokens, token: usize) -> bool {
    const JOINTS: Words =
        word_list!["after", "although", "as", "because", "before", "since", "when", "while"];
    let before = tokens.folded_before(token, 1);
    word_list!["he", "she"].has_at(tokens, token) && JOINTS.has(before)
}

/// True where the subject of the sentence is the pronoun of this gender, or what belongs to it: `Her mother, Jane Orr, was …`.
fn opens_with_pronoun(scene: &Scene, past: &Past, range: Range<usize>, gender: Gender) -> bool {
    let (word, owner) = match gender {
        Gender::Female => ("she", "her"),
        Gender::Male => ("he", "his"),
    };
    let tokens = &scene.document.tokens;
    if tokens.folded(range.start) == owner {
        return true;
    }
    // `In his book he said that …`: in words of the paper's.
    let tells = |at: usize| at == range.start || is_told(scene, at + 1) && voice_in(past, &range).is_none();
    matches!(clause::first_subject(scene, range.clone()), Some(Subject::Pronoun(at)) if tells(at) && tokens.folded(at) == word)
}

/// `Smith fell ill, Jones added. “…,” he said.`: whoever the sentence reports goes on speaking. Inner None: somebody else.
fn reporter(scene: &Scene, range: Range<usize>, sought: &Sought) -> Option<Option<Who>> {
    let opening = || {
        let cue = range.clone().find(|i| is_told(scene, *i))?;
        let subject = phrase::before(scene, cue, range.start)?;
        Some(subject).filter(|subject| matches!(subject, Subject::Role(at, _) if at.start == range.start))
    };
    let told = reported(scene, range.clone()).or_else(opening);
    if told.is_none()
        && (opens_with_kin(scene, range.clone(), sought.gender) || reports_stranger(scene, range))
    {
        return Some(None);
    }
    match told? {
        Subject::Named(index, _) => Some(Who::One(index)).filter(|_| agrees(scene, index, sought)).map(Some),
        Subject::Role(at, _) => unnamed(scene, &at, sought),
        Subject::Pronoun(_) => None,
    }
}

/// `The woman’s joy was plain to see.`
fn opens_with_kin(scene: &Scene, range: Range<usize>, gender: Gender) -> bool {
    let word = |at: usize| scene.document.tokens.folded(range.start + at);
    word_list!["the", "a", "an"].has(word(0))
        && (1..=MOST_BEFORE_KIN).any(|at| kin_gender(word(at)) == Some(gender))
}

/// `…, noted Somebody’s Nobody Known.`
fn reports_stranger(scene: &Scene, range: Range<usize>) -> bool {
    let tokens = &scene.document.tokens;
    let Some(cue) = range.clone().rev().find(|i| is_told(scene, *i)) else { return false };
    let is_inverted = cue > range.start && tokens.mark(cue - 1) == Some(',') && tokens.is_capital(cue + 1);
    is_inverted && phrase::before(scene, cue, range.start).is_none()
}

fn is_told(scene: &Scene, token: usize) -> bool {
    scene.document.quoted_at(token).is_none() && clause::is_cue(&scene.document.tokens, token)
}

/// `…, Jones added.`, `…, said Jones.`: the subject of the last verb of speech, where the verb reports what stands before it.
pub(super) fn reported(scene: &Scene, range: Range<usize>) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let cue = range.clone().rev().find(|i| is_told(scene, *i))?;
    let ends = tokens.mark(cue + 1).is_some();
    let before = phrase::before(scene, cue, range.start);
    // `he said, describing the crisis as …`: what she describes does not speak.
    let is_participle = tokens.folded(cue).ends_with("ing");
    let may_invert = !is_participle && clause::stands_first(tokens, cue);
    let inverted = || phrase::after(scene, cue + 1, range.end).filter(|_| may_invert);
    if ends && before.is_some() {
        return before;
    }
    // `Smith, a lawyer, said a doctor saw it`: what she says opens so.
    inverted().filter(|subject| before.is_none() || matches!(subject, Subject::Named(..)))
}

/// Somebody who is told of by a role alone and may be meant. Inner None: one of several.
fn unnamed(scene: &Scene, at: &Range<usize>, sought: &Sought) -> Option<Option<Who>> {
    let tokens = &scene.document.tokens;
    let head = at.clone().find(|i| lexicons::ROLES.has_at(tokens, *i))?;
    let is_owner = tokens.kind(head + 1) == Some(Kind::Possessive);
    if is_owner
        || is_epithet(scene, at, head)
        || kin_gender(tokens.folded(head)).is_some_and(|other| other != sought.gender)
    {
        return None;
    }
    match role(scene, at, head) {
        Some(Some(index)) => Some(Who::One(index)).filter(|_| agrees(scene, index, sought)).map(Some),
        Some(None) => Some(Some(Who::Unnamed(at.clone()))),
        None => Some(None),
    }
}

/// People named outside of quotes, each once, who may be meant.
fn agreeing(scene: &Scene, range: Range<usize>, sought: &Sought) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for (mention, index) in scene.names.within(range.start, range.end) {
        let is_outside = scene.document.quoted_at(mention.first).is_none();
        if is_outside && agrees(scene, *index, sought) && !out.contains(index) {
            out.push(*index);
        }
    }
    out
}

/// The one of several whose gender is told, of those that the sentence `range` before tells of. `Robin Smith said Mary Jones
/// was right. “…,” she said.`: the first goes on; had she not spoken, either may be meant.
fn known_or_teller(scene: &Scene, several: &[usize], range: Range<usize>) -> Option<usize> {
    let one = first_known(scene, several);
    let opening = subject(scene, range.clone()).filter(|who| several.contains(who) && Some(*who) != one);
    if opening.is_none() {
        return one;
    }
    let cue = range.clone().find(|i| is_told(scene, *i))?;
    match phrase::before(scene, cue, range.start)? {
        Subject::Named(who, _) if Some(who) == opening => opening,
        _ => None,
    }
}

fn first_known(scene: &Scene, people: &[usize]) -> Option<usize> {
    known(scene, people).first().copied()
}

/// Those whose gender is told.
fn known(scene: &Scene, people: &[usize]) -> Vec<usize> {
    let is_told = |index: &usize| scene.names.get(*index).is_some_and(|n| n.gender.is_some());
    people.iter().copied().filter(is_told).collect()
}

fn agrees(scene: &Scene, index: usize, sought: &Sought) -> bool {
    let is_of = |g: Gender| g == sought.gender;
    scene.names.get(index).is_some_and(|n| n.kind == NameKind::Person && n.gender.is_none_or(is_of))
        && !sought.others.contains(&index)
}

pub(super) fn subject_is(scene: &Scene, range: Range<usize>, index: usize) -> bool {
    subject(scene, range) == Some(index)
}

/// The name that a sentence opens with.
pub(super) fn subject(scene: &Scene, range: Range<usize>) -> Option<usize> {
    match clause::first_subject(scene, range.clone())? {
        Subject::Named(index, at) => Some(index).filter(|_| opens_clause(scene, range.start, at.start)),
        _ => None,
    }
}

/// True for a name that its sentence opens with, a phrase up to a comma or a small word aside.
fn opens_clause(scene: &Scene, start: usize, at: usize) -> bool {
    let tokens = &scene.document.tokens;
    let from = scene.names.at(at).map_or(at, |(mention, _)| mention.prefix);
    // `South African captain Mary Smith`.
    let is_origin = |i: &usize| {
        let word = tokens.folded(*i);
        tokens.is_capital(*i) && !is_small_word(word)
            || lexicons::ROLES.has(word)
            || lexicons::ROLE_MODIFIERS.has(word)
    };
    let from = (start..from).rev().take_while(is_origin).last().filter(|i| *i == start).unwrap_or(from);
    let before = from.checked_sub(1).filter(|i| *i >= start);
    before.is_none_or(|i| {
        let is_small = is_small_word(tokens.folded(i)) && !phrase::is_preposition(tokens.folded(i));
        is_small || tokens.mark(i).is_some()
    })
}

fn is_small_word(word: &str) -> bool {
    lexicons::FUNCTION_WORDS.has(word)
}

/// Who speaks in a sentence, where the verb stands in it.
fn voice_in<'a>(past: &'a Past, range: &Range<usize>) -> Option<&'a Voice> {
    let (_, voice) = past.before(range.end)?;
    Some(voice).filter(|voice| voice.cue.is_some_and(|cue| range.contains(&cue)))
}
