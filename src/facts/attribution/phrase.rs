//! Noun phrases beside a verb of speech -> whom they mean.
//!
//! In: a stretch of tokens next to the verb. Out: [`Subject`]: a name, a pronoun or a role; None where the stretch is
//! none of them. A name behind a preposition (`a spokesman for Clinton`), with a possessive (`Clinton's lawyer`) or
//! before a noun (`the Clinton campaign`) is part of the phrase and not its meaning.

use super::Scene;
use crate::facts::document::Taken;
use crate::facts::names::Kind as NameKind;
use crate::facts::names::Mention;
use crate::facts::names::Named;
use crate::facts::names::is_joined_role;
use crate::facts::names::is_name_word;
use crate::facts::names::is_postnominal;
use crate::rules::languages::Name;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;
use std::ops::Range;

/// Who does the saying. Units: tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Named(usize, Range<usize>),
    Pronoun(usize),
    /// A phrase with its head noun.
    Role(Range<usize>, usize),
}

/// Tokens of a noun phrase at most.
const MOST_TOKENS: usize = 16;
/// Tokens of what stands between commas after a name at most.
const MOST_INSERTED: usize = 32;

/// Tokens of a role before the name that a sentence opens with, at most.
const MOST_OF_ROLE: usize = 4;
/// Tokens of `the 36-year-old`.
const AGED: usize = 4;
/// Tokens of `earlier this week`.
const MOST_OF_TIME: usize = 3;
/// From a name to its role at most: a comma and an article. Units: tokens.
const MOST_TO_ROLE: usize = 2;
/// Tokens of all that is told of a person before the verb at most.
const MOST_TOLD: usize = 48;

/// The subject that ends right before token `end`, not reaching before `floor`.
pub(super) fn before(scene: &Scene, end: usize, floor: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let mut end = end;
    while end > floor
        && let Some(start) = filler_start(scene, end)
    {
        end = start;
    }
    let last = end.checked_sub(1).filter(|i| *i >= floor)?;
    if word_list!["who", "which"].has_at(tokens, last) {
        let before = last - usize::from(last > floor && tokens.is(last - 1, ","));
        // `told a woman who asked why that “…”`: the teller speaks.
        return phrase(scene, before, floor).filter(|subject| !is_told(tokens, subject));
    }
    if word_list![")", ",", "–", "—"].has_at(tokens, last) {
        let Some(open) = opening(scene, last, floor) else {
            return misplaced(scene, last, floor).or_else(|| told_of(scene, floor, last));
        };
        if let Some(person) = inserted_name(scene, open, last).or_else(|| told_whom(scene, open, last)) {
            return Some(person);
        }
        // `Smith's niece, state delegate Mary Jones, said`: she, and no phrase tells so.
        if names_person(scene, open + 1) {
            return None;
        }
        let start = without_brackets(tokens, open, floor);
        let found = || phrase(scene, start, floor).filter(|subject| !matches!(subject, Subject::Pronoun(_)));
        return told_of(scene, floor, last).or_else(found);
    }
    unclosed(scene, floor, end).or_else(|| phrase(scene, end, floor)).or_else(|| described(scene, floor, end))
}

/// Tokens of `A woman who lives nearby` at most.
const MOST_DESCRIBED: usize = 12;

/// `A woman who lives nearby said`: somebody without a name, as the sentence opens with her.
fn described(scene: &Scene, floor: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let is_short = end - floor <= MOST_DESCRIBED && word_list!["a", "an", "one"].has_at(tokens, floor);
    let who = (floor + 2..end.saturating_sub(1)).find(|i| tokens.is(*i, "who")).filter(|_| is_short)?;
    let is_clause =
        (floor..end).all(|i| tokens.kind(i) == Some(Kind::Word) && (i < who || !is_verb(tokens, i)));
    (is_clause && speaks(tokens, who - 1)).then_some(Subject::Role(floor..end, who - 1))
}

/// True for whom a verb of speech before the phrase speaks to.
fn is_told(tokens: &Tokens, subject: &Subject) -> bool {
    let Subject::Role(words, _) = subject else { return false };
    let before = tokens.folded_before(words.start, 1);
    word_list!["asked", "reminded", "told", "urged"].has(before)
}

/// The start of what stands in brackets before token `end`; `end` itself where nothing does: `Mary Smith (R-Ohio), a`.
fn without_brackets(tokens: &Tokens, end: usize, floor: usize) -> usize {
    let closes = end > floor && tokens.mark(end - 1) == Some(')');
    let open = (floor..end).rev().find(|i| tokens.mark(*i) == Some('('));
    open.filter(|_| closes).unwrap_or(end)
}

/// `Council chairman Mary Smith, says`: a comma that nothing opens.
fn misplaced(scene: &Scene, comma: usize, floor: usize) -> Option<Subject> {
    let (mention, index) = scene.names.at(comma.checked_sub(1)?).filter(|(m, _)| m.end == comma)?;
    let is_person = scene.names.is(index, NameKind::Person);
    let fits = is_person && is_head(&scene.document.tokens, mention, floor);
    fits.then(|| named(scene, mention, index))?
}

/// `Mary Smith, 34, from Leeds, who lost her job, said`, `Acme, which owns Orrin, Pellam and Tey, said`: whom a sentence opens with,
/// where all up to the comma at `close` is told of her between commas.
fn told_of(scene: &Scene, floor: usize, close: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    // `Novelist Mary Smith, from Leeds, said`.
    let is_role = |i: usize| {
        let word = tokens.folded(i);
        tokens.is_capital(i) && !lexicons::FUNCTION_WORDS.has(word)
            || lexicons::ROLES.has(word)
            || lexicons::ROLE_MODIFIERS.has(word)
    };
    let opening = (floor..close.min(floor + MOST_OF_ROLE)).find_map(|i| scene.names.at(i));
    let (mention, index) = opening.filter(|(mention, _)| (floor..mention.first).all(is_role))?;
    let opens = |comma: usize| {
        let word = tokens.folded(comma + 1);
        let is_listed = || comma > mention.end && is_in_list(scene, comma, close);
        // `Mary Smith, 34, standing outside a shop in Leeds, said`.
        let is_participle = word.ends_with("ing") && !tokens.is_capital(comma + 1);
        tokens.kind(comma + 1) == Some(Kind::Number)
            || is_participle
            || is_preposition(word)
            || lexicons::ROLES.has(word)
            || word_list!["a", "an", "the", "one", "who", "whose", "which", "his", "her"].has(word)
            || is_listed()
    };
    let is_outer = |i: &usize| tokens.mark(*i) == Some(',') && scene.document.quoted_at(*i).is_none();
    let is_near = close - floor <= MOST_TOLD && is_outer(&mention.end);
    let is_told = is_near && (mention.end..close).filter(is_outer).all(opens);
    if is_told { named(scene, mention, index) } else { None }
}

/// `Orrin, Pellam and Tey`: the name after this comma stands in a list that ends before the one at `close`.
fn is_in_list(scene: &Scene, comma: usize, close: usize) -> bool {
    let end = scene.names.at(comma + 1).map_or(comma + 1, |(mention, _)| mention.end);
    end > comma + 1 && end < close && word_list![",", "and", "or"].has_at(&scene.document.tokens, end)
}

/// `the group's director, Mary Smith, said`: the person between the commas, where a role stands before them.
fn inserted_name(scene: &Scene, open: usize, close: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let (mention, index) = scene.names.at(close.checked_sub(1)?)?;
    let is_person = scene.names.is(index, NameKind::Person);
    let fills = mention.end == close && is_role_range(scene, open + 1..mention.first, mention.prefix);
    let follows_role = open
        .checked_sub(1)
        .is_some_and(|i| scene.names.at(i).is_none_or(|(_, n)| !scene.names.is(n, NameKind::Person)));
    (is_person && fills && follows_role && tokens.is(close, ",")).then(|| named(scene, mention, index))?
}

/// `he (Smith) said`: whom the pronoun means, as the paper says itself.
fn told_whom(scene: &Scene, open: usize, close: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let (mention, index) = scene.names.at(open + 1).filter(|(m, _)| m.end == close)?;
    let is_told = tokens.is(open, "(") && word_list!["he", "she"].has(tokens.folded_before(open, 1));
    if is_told { named(scene, mention, index) } else { None }
}

/// True where what is inserted from `start` on opens with a person's name, her titles before it.
fn names_person(scene: &Scene, start: usize) -> bool {
    let tokens = &scene.document.tokens;
    let mut named = scene.names.within(start, start + MOST_OF_ROLE).iter();
    named.any(|(m, i)| {
        scene.names.is(*i, NameKind::Person)
            && tokens.kind(m.end) != Some(Kind::Possessive)
            && (start..m.first)
                .all(|i| tokens.kind(i) == Some(Kind::Word) && !lexicons::FUNCTION_WORDS.has_at(tokens, i))
    })
}

/// True where nothing but a title stands before the name, and the body it is of: `Acme board member Mary Smith`.
fn is_role_range(scene: &Scene, mut before: Range<usize>, prefix: usize) -> bool {
    let tokens = &scene.document.tokens;
    let is_body = |i: usize| {
        let named = scene.names.at(i).and_then(|(_, n)| scene.names.get(n));
        named.is_some_and(|n| n.kind == NameKind::Organisation)
    };
    before.all(|i| i >= prefix || speaks(tokens, i) || lexicons::TITLES.has_at(tokens, i) || is_body(i))
}

/// The token that opens what `close` closes: `Smith, head of X, said`.
fn opening(scene: &Scene, close: usize, floor: usize) -> Option<usize> {
    let tokens = &scene.document.tokens;
    let mark = match tokens.folded(close) {
        ")" => "(",
        other => other,
    };
    let from = floor.max(close.saturating_sub(MOST_INSERTED));
    let outer = |i: &usize| tokens.folded(*i) == mark && scene.document.quoted_at(*i).is_none();
    let mut found = (from..close).rev().find(outer)?;
    while mark == "," && (is_listed_back(scene, found, from) || is_in_list(scene, found, close)) {
        found = (from..found).rev().find(outer)?;
    }
    Some(found)
}

/// True where the words after this comma do not open an insertion, so that its opening lies further back.
fn is_listed_back(scene: &Scene, comma: usize, from: usize) -> bool {
    let tokens = &scene.document.tokens;
    let next = tokens.folded(comma + 1);
    let is_place = scene.names.at(comma + 1).is_some_and(|(_, i)| scene.names.is(i, NameKind::Place));
    let has_earlier = (from..comma).any(|i| tokens.is(i, ","));
    has_earlier && (word_list!["and", "or"].has(next) || is_place)
}

/// Where the small word or the time that ends before `end` starts: `Smith also said`, `Smith on Monday morning said`.
fn filler_start(scene: &Scene, end: usize) -> Option<usize> {
    let tokens = &scene.document.tokens;
    if is_filler(tokens, end - 1) {
        return Some(end - 1);
    }
    let table = |name: Name| scene.document.language.table(name);
    let part = usize::from(table(Name::PartsOfDay).has(tokens.folded(end - 1)));
    let day = (end - part).checked_sub(1).filter(|day| table(Name::Weekdays).has(tokens.folded(*day)));
    let on = |day: usize| day - usize::from(day > 0 && tokens.is(day - 1, "on"));
    let from_now = || {
        let ends = |name: Name, start: usize| {
            let length = table(name).length_at(tokens, start);
            length > 0 && start + length == end
        };
        let spans = |start: &usize| ends(Name::DaysFromNow, *start) || ends(Name::WeeksFromNow, *start);
        (end.saturating_sub(MOST_OF_TIME)..end).find(spans)
    };
    day.map(on).or_else(from_now)
}

/// Small words that stand between a subject and its verb.
pub(super) fn is_filler(tokens: &Tokens, index: usize) -> bool {
    const FILLERS: Words = word_list![
        "again",
        "already",
        "also",
        "always",
        "and",
        "did",
        "even",
        "ever",
        "finally",
        "first",
        "further",
        "had",
        "has",
        "have",
        "however",
        "immediately",
        "instead",
        "just",
        "later",
        "long",
        "meanwhile",
        "never",
        "not",
        "now",
        "often",
        "once",
        "only",
        "quickly",
        "rather",
        "recently",
        "repeatedly",
        "simply",
        "soon",
        "still",
        "then",
        "therefore",
        "thus",
        "too",
        "would",
    ];
    let word = tokens.folded(index);
    let is_adverb = word.ends_with("ly") && word.len() > 4 && !tokens.is_capital(index);
    !tokens.is_capital(index) && (FILLERS.has(word) || is_adverb)
}

/// The meaning of the noun phrase that ends before `end`.
fn phrase(scene: &Scene, end: usize, floor: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let last = end.checked_sub(1).filter(|i| *i >= floor)?;
    if is_pronoun(tokens.folded(last)) {
        return Some(Subject::Pronoun(last));
    }
    // `Mary Smith QC`.
    let has_letters = is_postnominal(tokens.word(last)) && scene.names.at(end).is_none();
    if has_letters && last > floor && scene.names.at(last - 1).is_some_and(|(m, _)| m.end == last) {
        return phrase(scene, last, floor);
    }
    if let Some(aged) = last.checked_sub(AGED - 1).filter(|i| *i >= floor).and_then(|i| aged(tokens, i)) {
        return Some(aged);
    }
    let start = phrase_start(scene, end, floor);
    if is_joint(scene, start, floor) {
        return None;
    }
    let is_meant =
        |m: Mention, index| m.end == end && is_head(tokens, m, start) && !is_owner(scene, m, index, start);
    if let Some((mention, index)) = scene.names.at(last).filter(|(m, index)| is_meant(*m, *index)) {
        return named(scene, mention, index);
    }
    of_body(scene, start, end)
        .or_else(|| role(scene, joined_start(scene, start, floor), end))
        .or_else(|| family_name(scene, last, start))
        .or_else(|| unknown(scene, end, floor))
}

/// `Page replied` where the story has one Larry Page: a family name that is a common word too.
fn family_name(scene: &Scene, last: usize, start: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    if last != start || !tokens.is_capital(last) {
        return None;
    }
    let is_of = |n: &Named| {
        let full = n.full.first..n.full.end;
        n.kind == NameKind::Person && full.len() > 1 && tokens.word(full.end - 1) == tokens.word(last)
    };
    scene.names.only(&|_, named| is_of(named)).map(|index| Subject::Named(index, last..last + 1))
}

/// `the 36-year-old` at token `first`.
fn aged(tokens: &Tokens, first: usize) -> Option<Subject> {
    let last = first + AGED - 1;
    let is_whole = tokens.is(first, "the")
        && tokens.kind(first + 1) == Some(Kind::Number)
        && tokens.is(last, "year-old");
    is_whole.then_some(Subject::Role(first..last + 1, last))
}

/// `the former minister and current nominee`: one person in two roles, from the first on.
fn joined_start(scene: &Scene, start: usize, floor: usize) -> usize {
    let tokens = &scene.document.tokens;
    let and = start.checked_sub(1).filter(|i| *i > floor && tokens.is(*i, "and"));
    let first = and.filter(|and| !is_determiner(tokens, start) && speaks(tokens, and - 1));
    first.map_or(start, |and| phrase_start(scene, and, floor))
}

fn is_determiner(tokens: &Tokens, index: usize) -> bool {
    word_list!["a", "an", "the", "one", "another", "his", "her", "their", "its", "some", "several"]
        .has_at(tokens, index)
}

/// `a statement from the Club`, `Mary Smith of the Club`: the body that somebody or something else is of.
fn is_owner(scene: &Scene, at: Mention, index: usize, start: usize) -> bool {
    let tokens = &scene.document.tokens;
    let is_body = !scene.names.is(index, NameKind::Person);
    let word =
        |back: usize| at.prefix.checked_sub(back).filter(|i| *i >= start).map_or("", |i| tokens.folded(i));
    is_body && word(1) == "the" && word_list!["at", "from", "of"].has(word(2))
}

/// True for a name that is what its phrase means: not `a meeting chaired by Palestinian leader Mary Smith`.
fn is_head(tokens: &Tokens, at: Mention, start: usize) -> bool {
    let is_prefix = |i: &usize| {
        let word = tokens.folded(*i);
        let lists = [&lexicons::ROLES, &lexicons::ROLE_MODIFIERS, &lexicons::DEMONYMS, &lexicons::TITLES];
        tokens.is_capital(*i) || lists.iter().any(|list| list.has(word))
    };
    let is_role = at.prefix > start && lexicons::ROLES.has_at(tokens, at.prefix - 1);
    let direct = at.prefix.checked_sub(1).filter(|i| *i >= start);
    let agent = (start..at.prefix).rev().find(|i| !is_prefix(i)).filter(|_| is_role);
    !direct.is_some_and(|i| is_preposition(tokens.folded(i))) && agent.is_none_or(|i| !tokens.is(i, "by"))
}

/// A name as a subject; a country speaks as it is written.
fn named(scene: &Scene, at: Mention, index: usize) -> Option<Subject> {
    let kind = scene.names.get(index)?.kind;
    let words = at.first..at.end;
    Some(if kind == NameKind::Place {
        Subject::Role(words, at.end - 1)
    } else {
        Subject::Named(index, words)
    })
}

/// A capitalised phrase that no list knows, as it is written: `Zero Hedge said`.
fn unknown(scene: &Scene, end: usize, floor: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let is_part = |i: usize| {
        is_name_word(scene.document, i) && scene.names.at(i).is_none() && !is_pronoun(tokens.folded(i))
    };
    let start = (floor..end).rev().take_while(|i| is_part(*i)).last()?;
    let start = start + usize::from(start + 1 < end && lexicons::FUNCTION_WORDS.has_at(tokens, start));
    let opens =
        |n: &Named| n.kind == NameKind::Organisation && tokens.folded(n.full.first) == tokens.folded(start);
    let is_plain = end == start + 1
        && (lexicons::FUNCTION_WORDS.has_at(tokens, start) || is_sentence_word(scene, start));
    let mut bodies = scene.names.all.iter().enumerate().filter(|(_, n)| opens(n));
    // `Republican claims`: an adjective.
    if end == start + 1
        && lexicons::DEMONYMS.has_at(tokens, start)
        && !word_list!["said", "says"].has_at(tokens, end)
    {
        return None;
    }
    match (bodies.next(), bodies.next()) {
        (Some((index, _)), None) if end == start + 1 => Some(Subject::Named(index, start..end)),
        (Some(_), _) => None,
        _ if is_plain => None,
        _ => Some(Subject::Role(start..end, end - 1)),
    }
}

/// True for a common word that is a capital only because it opens its sentence.
fn is_sentence_word(scene: &Scene, index: usize) -> bool {
    let opens = scene.document.opens_sentence(index);
    opens && lexicons::is_common_at(&scene.document.tokens, index)
}

/// True where the phrase is the last of several (`Clinton and Kaine said`): no one person says it.
fn is_joint(scene: &Scene, start: usize, floor: usize) -> bool {
    let tokens = &scene.document.tokens;
    let Some(and) = start.checked_sub(1).filter(|i| *i > floor && tokens.is(*i, "and")) else {
        return false;
    };
    let before = (and - 1).saturating_sub(usize::from(tokens.is(and - 1, ",")));
    scene.names.at(before).is_some_and(|(m, i)| {
        m.end == before + 1
            && scene.names.is(i, NameKind::Person)
            && (before < floor + 2 || !is_verb(tokens, m.prefix.saturating_sub(1)))
    })
}

pub(super) fn is_pronoun(word: &str) -> bool {
    word_list!["he", "she", "they", "it", "i", "we", "you"].has(word)
}

/// Asked at many places, whose copies would weigh.
#[inline(never)]
pub(super) fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: Words = word_list![
        "about",
        "across",
        "after",
        "against",
        "amid",
        "among",
        "as",
        "at",
        "before",
        "behind",
        "between",
        "beyond",
        "by",
        "despite",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "on",
        "outside",
        "over",
        "than",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "unlike",
        "with",
        "within",
        "without",
    ];
    PREPOSITIONS.has(word)
}

/// Where the noun phrase that ends before `end` starts.
fn phrase_start(scene: &Scene, end: usize, floor: usize) -> usize {
    let tokens = &scene.document.tokens;
    let mut start = end;
    while start > floor.max(end.saturating_sub(MOST_TOKENS)) {
        let before = start - 1;
        if let Some((mention, _)) = scene.names.at(before) {
            start = mention.prefix.max(floor);
            continue;
        }
        if is_border(scene, before) {
            break;
        }
        start = before;
    }
    while start < end && opens_loosely(tokens, start) {
        start += 1;
    }
    start
}

/// Words that open a phrase in a sentence without being part of it.
fn opens_loosely(tokens: &Tokens, index: usize) -> bool {
    word_list!["but", "and", "then", "so", "yet", "still", "later", "meanwhile", "also", "today", "yesterday"]
        .has_at(tokens, index)
}

/// True where a noun phrase cannot go on to the left.
fn is_border(scene: &Scene, index: usize) -> bool {
    let tokens = &scene.document.tokens;
    let word = tokens.folded(index);
    let is_other = !matches!(tokens.kind(index), Some(Kind::Word | Kind::Possessive | Kind::Number));
    const JOINTS: Words = word_list![
        "although", "and", "as", "because", "but", "how", "if", "or", "since", "so", "that", "though",
        "what", "when", "where", "which", "while", "who", "whom", "whose", "why",
    ];
    is_other
        || scene.document.quoted_at(index).is_some()
        || JOINTS.has(word)
        || is_verb(tokens, index)
        || is_pronoun(word)
}

/// True for words that stand before a verb and are none of speech.
pub(super) fn is_auxiliary(word: &str) -> bool {
    const AUXILIARIES: Words = word_list![
        "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
        "must", "shall", "should", "was", "were", "will", "would",
    ];
    AUXILIARIES.has(word)
}

/// True for words that can only be verbs here.
pub(super) fn is_verb(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    let is_cue = lexicons::CUES.has(word)
        && !lexicons::ROLES.has(word)
        && !word_list!["calls", "charges", "posts", "reports"].has(word);
    !tokens.is_capital(index) && (is_auxiliary(word) || is_cue)
}

/// A phrase without a name as its head: a role, or another noun for those who speak.
fn role(scene: &Scene, start: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let is_end = |i: usize| {
        i + 1 == end
            || is_preposition(tokens.folded(i + 1)) && !opens_infinitive(tokens, i + 1)
            || word_list!["close", "familiar", "who"].has_at(tokens, i + 1)
    };
    let head = (start..end).find(|i| {
        speaks(tokens, *i) && is_end(*i) && !(*i > start && is_preposition(tokens.folded(*i - 1)))
    })?;
    let is_owned = (start..head).any(|i| tokens.kind(i) == Some(Kind::Possessive));
    let determined = (start..=head).rev().find(|i| is_determiner(tokens, *i)).unwrap_or(start);
    let from = if is_owned { start } else { determined };
    let from = from + usize::from(from < head && is_preposition(tokens.folded(from)));
    // `in its campaign pledges`; `one of those who wrote the letter`: whom a clause tells of.
    let is_object = |i: usize| i > 1 && word_list!["who", "which", "that"].has_at(tokens, i - 2);
    if from > start && is_preposition(tokens.folded(from - 1)) || is_object(from) {
        return None;
    }
    Some(Subject::Role(from..end, head))
}

/// `Canadian regulators are …`: the role that a sentence opens with, right before what it does.
pub(super) fn opening_role(scene: &Scene, first: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let verb = (first + 1..end.min(first + MOST_OF_ROLE + 1)).find(|i| is_auxiliary(tokens.folded(*i)))?;
    role(scene, first, verb).filter(|subject| matches!(subject, Subject::Role(_, head) if head + 1 == verb))
}

/// `her husband to come`: what somebody is to do, not whose envoy he is.
fn opens_infinitive(tokens: &Tokens, index: usize) -> bool {
    let next = index + 1;
    tokens.is(index, "to") && !tokens.is_capital(next) && !lexicons::FUNCTION_WORDS.has_at(tokens, next)
}

/// True for a noun that can speak.
pub(super) fn speaks(tokens: &Tokens, index: usize) -> bool {
    const OTHERS: Words = word_list![
        "advisory",
        "affidavit",
        "analysis",
        "announcement",
        "article",
        "attendee",
        "audit",
        "authorities",
        "boy",
        "bulletin",
        "circular",
        "column",
        "commenter",
        "communique",
        "complaint",
        "couple",
        "document",
        "documents",
        "editorial",
        "email",
        "essay",
        "family",
        "filing",
        "filings",
        "girl",
        "guideline",
        "guy",
        "indictment",
        "insiders",
        "invitation",
        "judgement",
        "judgment",
        "lawsuit",
        "letter",
        "listener",
        "memo",
        "meta-analysis",
        "motion",
        "notice",
        "panel",
        "paper",
        "parents",
        "people",
        "person",
        "petition",
        "poll",
        "reader",
        "release",
        "renter",
        "report",
        "research",
        "review",
        "ruling",
        "someone",
        "source",
        "sources",
        "spokespeople",
        "statement",
        "story",
        "study",
        "survey",
        "teen",
        "tester",
        "transcript",
        "tweet",
        "user",
        "viewer",
        "voters",
        "website",
    ];
    let word = tokens.folded(index);
    let is_body = !tokens.is_capital(index)
        && (lexicons::ORGANISATION_NOUNS.has_as(word.strip_suffix('s').unwrap_or(word), "before")
            || lexicons::ORGANISATION_HEADS.has(word));
    tokens.kind(index) == Some(Kind::Word)
        && (lexicons::ROLES.has_any_number(word)
            || OTHERS.has(word)
            || is_body
            || is_joined_role(tokens, index))
}

/// The subject that follows a verb of speech: `said Li`, `said the group's president, Mary Smith,`.
pub(super) fn after(scene: &Scene, start: usize, ceiling: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    if let Some((mention, index, role)) = bearer(scene, start + usize::from(is_determiner(tokens, start)))
        && role.end == mention.first
        && mention.end <= ceiling
    {
        return named(scene, mention, index);
    }
    if let Some(aged) = aged(tokens, start).filter(|_| is_closed(scene, start + AGED, ceiling)) {
        return Some(aged);
    }
    let mut role_head = None;
    let mut at = start;
    while at < ceiling.min(start + MOST_TOKENS) {
        if let Some((mention, index)) = scene.names.at(at) {
            let is_owner = tokens.kind(mention.end) == Some(Kind::Possessive);
            let named =
                named(scene, mention, index).filter(|_| !is_owner && is_closed(scene, mention.end, ceiling));
            let is_person = scene.names.is(index, NameKind::Person);
            // `said Dunmore County Sheriff Ann Mears`: part of what stands before the next name.
            let next =
                scene.names.within(at + 1, ceiling).first().filter(|(m, _)| m.prefix <= at && m.first > at);
            if let Some((next, _)) = next {
                at = next.first;
                continue;
            }
            if named.is_some() && (is_person || role_head.is_none()) {
                return named;
            }
            at = mention.end.max(at + 1);
            continue;
        }
        let word = tokens.folded(at);
        let is_joint = is_preposition(word) || word_list![",", "who"].has(word);
        if is_joint && role_head.is_some() {
            return behind_role(scene, start, at, ceiling, role_head);
        }
        if is_joint || is_border(scene, at) && tokens.mark(at) != Some('/') {
            break;
        }
        if speaks(tokens, at) {
            role_head = Some(at);
        }
        at += 1;
    }
    let is_whole = role_head.is_some_and(|head| head + 1 == at);
    role_head.filter(|_| is_whole).map(|head| Subject::Role(start..at, head))
}

/// Whose role is told in the words that `token` opens, and those words: `said Acme founder and chair Mary Smith`.
fn bearer<'a>(scene: &'a Scene, token: usize) -> Option<(Mention, usize, &'a Range<usize>)> {
    let opens = |role: &Option<Range<usize>>| role.as_ref().is_some_and(|role| role.start == token);
    let index = scene.roles.iter().position(opens)?;
    let role = scene.roles.get(index)?.as_ref()?;
    let beside = |m: &&Mention| m.first == role.end || m.end < token && token <= m.end + MOST_TO_ROLE;
    let mention = scene.names.get(index)?.mentions.iter().find(beside)?;
    Some((*mention, index, role))
}

/// `Mary Smith, vice president of the firm told us`: whom the phrase opens with, where her role lasts to the verb and
/// nothing closes it. `Mary Smith, the mayor said` may tell of her in the mayor's words.
fn unclosed(scene: &Scene, floor: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let (opening, _) = scene.names.at(floor).filter(|(m, _)| m.prefix == floor)?;
    let (mention, index, role) = (opening.end..=opening.end + MOST_TO_ROLE).find_map(|i| bearer(scene, i))?;
    let is_long = role.clone().any(|i| is_preposition(tokens.folded(i)));
    // `Mary Smith, head of Acme, a software firm in Leeds told us`: what is told of the body closes nothing either.
    let is_kind = || {
        tokens.is(role.end, ",")
            && word_list!["a", "an"].has_at(tokens, role.end + 1)
            && (role.end + 2..end).all(|i| tokens.kind(i) == Some(Kind::Word) && !is_verb(tokens, i))
            && (role.end + 2..end)
                .any(|i| !tokens.is_capital(i) && lexicons::ORGANISATION_HEADS.has_at(tokens, i))
    };
    (mention == opening && is_long && (role.end == end || is_kind())).then(|| named(scene, mention, index))?
}

/// `Mary Smith of Acme said`: the person before a body's name.
fn of_body(scene: &Scene, start: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let joint = (start..end).find(|i| word_list!["of", "at", "from"].has_at(tokens, *i))?;
    let (mention, index) = scene.names.at(joint.checked_sub(1)?).filter(|(m, i)| {
        let is_person = scene.names.is(*i, NameKind::Person);
        is_person && m.end == joint && is_head(tokens, *m, start)
    })?;
    let is_name = |i: usize| is_name_word(scene.document, i) || lexicons::FUNCTION_WORDS.has_at(tokens, i);
    // `Mary Smith of the think tank said`.
    let is_plain = |i: usize| !is_determiner(tokens, i) && !is_preposition(tokens.folded(i));
    let is_body = is_determiner(tokens, joint + 1) && (joint + 2..end).all(is_plain);
    (is_body || (joint + 1..end).all(is_name)).then(|| named(scene, mention, index))?
}

/// True where nothing after a name makes it part of a longer phrase.
fn is_closed(scene: &Scene, end: usize, ceiling: usize) -> bool {
    let tokens = &scene.document.tokens;
    let word = tokens.folded(end);
    let is_plain = tokens.kind(end) == Some(Kind::Word) && !tokens.is_capital(end);
    let is_free = is_preposition(word)
        || is_filler(tokens, end)
        || lexicons::FUNCTION_WORDS.has(word)
        || word.ends_with("ing")
        || word.ends_with("day");
    end >= ceiling || !is_plain || is_free
}

/// A role with more behind it: the person named after the comma, else the phrase.
fn behind_role(
    scene: &Scene,
    start: usize,
    at: usize,
    ceiling: usize,
    head: Option<usize>,
) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let stops = |i: &usize| {
        let in_words =
            tokens.is(*i, "in") && word_list!["a", "an", "its", "his", "her", "their"].has_at(tokens, *i + 1);
        // `according to the audit on Monday`.
        let is_dated = is_preposition(tokens.folded(*i)) && scene.document.taken(*i + 1) == Taken::Date;
        in_words
            || is_dated
            || tokens.is(*i, ",")
            || tokens.mark(*i).is_some_and(|c| matches!(c, '.' | ';' | '“' | '"'))
    };
    // `by homelessness charity Shelter as a …`: the body that its kind stands before.
    let body = head.and_then(|head| scene.names.at(head + 1)).filter(|(mention, i)| {
        let is_body = scene.names.is(*i, NameKind::Organisation);
        is_body && mention.end == at && is_closed(scene, at, ceiling)
    });
    if let Some((mention, index)) = body {
        return named(scene, mention, index);
    }
    let comma = (at..ceiling.min(at + MOST_TOKENS)).find(stops).unwrap_or(ceiling.min(at + MOST_TOKENS));
    let person = scene.names.at(comma + 1).filter(|(m, i)| {
        let is_person = scene.names.is(*i, NameKind::Person);
        tokens.is(comma, ",") && is_person && m.prefix <= comma + 1 && is_closed(scene, m.end, ceiling)
    });
    match person {
        Some((mention, index)) => named(scene, mention, index),
        None => head.map(|head| Subject::Role(start..comma, head)),
    }
}
