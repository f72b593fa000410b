//! A stretch of a sentence -> the verb of speech in it and its subject.
//!
//! In: tokens outside of quotes. Out: the [`Subject`] of the verb that governs the words quoted, with the verb.

use super::Scene;
use super::phrase;
use super::phrase::Subject;
use super::resolve;
use crate::facts::names::Kind as NameKind;
use crate::facts::quotes::speaks_of;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;
use std::ops::Range;

/// Between `by` and the name of whoever did it. Units: tokens.
const MOST_OF_AGENT: usize = 8;
/// Verbs looked at before giving up. Units: verbs.
const MOST_CUES: usize = 4;
/// How far behind the words a verb is looked for. Units: tokens.
const REACH_AFTER: usize = 40;

/// Who says the words that end before `start`; the stretch ends at `end`.
pub(super) fn after_words(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let start = start + usize::from(word_list![",", "-", "–", "—"].has_at(tokens, start));
    let end = end.min(start + REACH_AFTER);
    if tokens.is(start, "according") && tokens.is(start + 1, "to") {
        return phrase::after(scene, start + 2, end).map(|subject| (subject, start));
    }
    // `called it a “failure”, but Smith said …`: what follows is told of other words.
    if word_list!["although", "and", "but", "though", "while"].has_at(tokens, start) {
        return None;
    }
    if is_cue(tokens, start) {
        let inverted = phrase::after(scene, start + 1, end).map(|subject| (subject, start));
        return inverted;
    }
    // `Smith, of one of the states that …, said`: the first that has a subject.
    let is_finite = |i: &usize| {
        is_cue(tokens, *i)
            && !is_passive(tokens, *i)
            && !is_participle(tokens, *i)
            && !is_infinitive(tokens, *i)
    };
    // `likely to end in less of it, according to a letter`.
    let source = || {
        let is_source = |i: &usize| {
            tokens.mark(*i) == Some(',') && tokens.is(i + 1, "according") && tokens.is(i + 2, "to")
        };
        let comma = (start..end).find(is_source)?;
        phrase::after(scene, comma + 3, end).map(|subject| (subject, comma + 1))
    };
    // `“…,” the Mail quoted Smith as saying`: he, and no paper.
    let is_saying = |i: &usize| tokens.is(*i, "as") && word_list!["saying", "telling"].has_at(tokens, i + 1);
    let quoting = (start..end).find(|i| word_list!["quoted", "cited", "quotes", "cites"].has_at(tokens, *i));
    let quoted = quoting.and_then(|verb| {
        let saying = (verb..end).find(is_saying)?;
        Some((phrase::before(scene, saying, verb + 1)?, saying + 1))
    });
    if quoted.is_some() {
        return quoted;
    }
    let mut cues = (start..end).filter(is_finite).take(MOST_CUES);
    // `“…” trying to keep them safe, says Mary Smith`.
    let inverted = |cue: usize| {
        let subject = phrase::after(scene, cue + 1, end).filter(|_| stands_first(tokens, cue));
        subject.filter(|subject| matches!(subject, Subject::Named(..)))
    };
    let told = cues.find_map(|cue| Some((phrase::before(scene, cue, start).or_else(|| inverted(cue))?, cue)));
    told.or_else(source)
}

/// Who says the words that start at `end`; the stretch starts at `start`.
pub(super) fn before_words(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    if let Some(subject) = according(scene, start, end) {
        return Some(subject);
    }
    let cues: Vec<usize> =
        (start..end).rev().filter(|i| outside(scene, *i) && is_cue(tokens, *i)).take(MOST_CUES).collect();
    if let Some(owner) = claim(scene, cues.first().copied().unwrap_or(start), end) {
        return Some(owner);
    }
    if let Some(cue) = cues.first()
        && let Some(issuer) = issuer(scene, start, *cue)
    {
        return Some((issuer, *cue));
    }
    // `Smith says France believes …`: what a country thinks is told by somebody.
    let mut thinker = None;
    for cue in cues {
        if tokens.word(cue) == "Said" {
            return phrase::after(scene, cue + 1, end).map(|subject| (subject, cue));
        }
        if let Some(subject) = inverted(scene, cue, end) {
            return Some((subject, cue));
        }
        if is_passive(tokens, cue) {
            if let Some(subject) = by_agent(scene, cue, end) {
                return Some((subject, cue));
            }
            continue;
        }
        let loose = is_participle(tokens, cue) || is_infinitive(tokens, cue);
        let subject = if loose {
            match written_by(scene, cue) {
                // `sued by Mary Smith for saying “…”`: not by her.
                None if is_blamed(scene, cue) => continue,
                None => main_subject(scene, start, cue),
                writer => writer,
            }
        } else {
            compound(scene, start, cue).or_else(|| phrase::before(scene, cue, start))
        };
        // `Smith said that France had explained its plan, and that it was “…”`: the words are of another clause.
        let is_past = || tokens.is_before(cue, 1, "had") && (cue..end).any(|i| tokens.mark(i) == Some(','));
        let is_thought =
            word_list!["believed", "believes", "thinks", "thought"].has_at(tokens, cue) || is_past();
        // `contrary to what she believes`.
        let is_aside = |at: usize| tokens.is_before(at, 1, "what");
        if is_thought && matches!(subject, Some(Subject::Pronoun(at)) if is_aside(at)) {
            continue;
        }
        if let Some(subject) = subject {
            if !(is_thought && matches!(subject, Subject::Role(..)) && thinker.is_none()) {
                return Some((subject, cue));
            }
            thinker = Some((subject, cue));
        }
    }
    thinker
}

/// `It will fall, says Mary Smith. “…”`: whoever is named right after the verb, up to a mark.
fn inverted(scene: &Scene, cue: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let follows = stands_first(tokens, cue);
    match phrase::after(scene, cue + 1, end).filter(|_| follows)? {
        Subject::Named(index, at) => (at.end < end
            && matches!(tokens.mark(at.end), Some(',' | '.' | ';' | ':')))
        .then_some(Subject::Named(index, at)),
        _ => None,
    }
}

/// True for a verb behind a comma that its subject may follow: `, said Smith`. `Smith, 40, told Jones`: whom it names is told.
pub(super) fn stands_first(tokens: &Tokens, cue: usize) -> bool {
    const OF_PEOPLE: Words = word_list![
        "accused",
        "accuses",
        "asked",
        "asks",
        "attacked",
        "attacks",
        "called",
        "calls",
        "cited",
        "cites",
        "criticised",
        "criticized",
        "denounced",
        "denounces",
        "described",
        "describes",
        "hailed",
        "mocked",
        "painted",
        "quoted",
        "quotes",
        "rebuked",
        "slammed",
        "tells",
        "told",
        "urged",
        "urges",
    ];
    let is_apart = cue.checked_sub(1).is_some_and(|comma| tokens.mark(comma) == Some(','));
    is_apart && !OF_PEOPLE.has_at(tokens, cue)
}

/// `Smith's accusation that Jones was “…”`, `in Smith's words, it was “…”`: whose claim it is.
fn claim(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    const CLAIMS: Words = word_list![
        "accusation",
        "allegation",
        "argument",
        "assertion",
        "claim",
        "comment",
        "complaint",
        "remark",
        "statement",
        "suggestion",
        "warning"
    ];
    let tokens = &scene.document.tokens;
    let is_claim = |i: &usize| {
        (tokens.kind(i - 1) == Some(Kind::Possessive)
            || word_list!["her", "his", "their"].has_at(tokens, i - 1))
            && match tokens.folded(*i) {
                "words" => matches!(tokens.mark(i + 1), Some(',' | ':')),
                word => {
                    CLAIMS.has(word.trim_end_matches('s'))
                        && word_list!["that", "of", "about"].has_at(tokens, i + 1)
                }
            }
    };
    let noun = (start.max(2)..end).rev().find(|i| outside(scene, *i) && is_claim(i))?;
    if tokens.kind(noun - 1) == Some(Kind::Word) {
        return Some((Subject::Pronoun(noun - 1), noun));
    }
    let (mention, index) =
        scene.names.at(noun - 2).filter(|(m, i)| m.end == noun - 1 && can_speak(scene, *i))?;
    Some((Subject::Named(index, mention.first..mention.end), noun))
}

/// `Acme denied it, posting a statement on its site that said “…”`: whoever let the statement out that the verb at `cue` tells of.
fn issuer(scene: &Scene, start: usize, cue: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let is_issued = |i: &usize| {
        word_list!["issued", "issuing", "posted", "posting", "published", "released", "releasing"]
            .has_at(tokens, *i)
            && tokens.is(i + 1, "a")
            && [i + 2, i + 3].iter().any(|noun| tokens.is(*noun, "statement"))
    };
    let verb = (start..cue).rev().find(|i| outside(scene, *i) && is_issued(i))?;
    let main = || main_subject(scene, start, verb).filter(|_| is_participle(tokens, verb));
    phrase::before(scene, verb, start).or_else(main)
}

/// `Smith outlined his plan and vowed …`: the second verb of the subject the sentence opens with.
fn compound(scene: &Scene, start: usize, cue: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let adverbs = (start..cue).rev().take_while(|i| phrase::is_filler(tokens, *i)).count();
    let joint = (cue - adverbs..cue).find(|i| word_list!["and", "but"].has_at(tokens, *i))?;
    let opening = start + usize::from(word_list!["but", "and", "then"].has_at(tokens, start));
    if word_list!["he", "she"].has_at(tokens, opening) {
        return Some(Subject::Pronoun(opening));
    }
    if let Some(role) = phrase::opening_role(scene, opening, joint) {
        return Some(role);
    }
    let (mention, index) = scene.names.at(opening).filter(|(m, _)| m.prefix <= opening && m.end < joint)?;
    // `Smith left after she had met Jones and said …`: the nearer clause goes on.
    let inner = (mention.end..joint).rev().find(|i| outside(scene, *i) && resolve::is_conjoined(tokens, *i));
    if let Some(pronoun) = inner {
        return Some(Subject::Pronoun(pronoun));
    }
    let is_whole = tokens.kind(mention.end) != Some(Kind::Possessive) && can_speak(scene, index);
    let others = (mention.end..joint).any(|i| {
        scene.names.at(i).is_some_and(|(m, _)| {
            m.first == i && tokens.kind(m.end) == Some(Kind::Word) && is_cue(tokens, m.end)
        })
    });
    (is_whole && !others).then_some(Subject::Named(index, mention.first..mention.end))
}

/// `a letter from Mary Smith saying “…”`, `slammed Mary Smith for saying “…”`.
fn written_by(scene: &Scene, cue: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    // `CNN quoted Mary Smith as saying “…”`.
    let end = cue - usize::from(is_joined(tokens, cue));
    let (mention, index) =
        scene.names.at(end.checked_sub(1)?).filter(|(m, i)| m.end == end && can_speak(scene, *i))?;
    let before = tokens.folded(mention.prefix.checked_sub(1)?);
    let is_writer = match tokens.folded(end) {
        "as" => word_list!["quoted", "cited"].has(before),
        "for" | "of" => {
            !(mention.prefix.saturating_sub(MOST_OF_AGENT)..mention.first).any(|i| tokens.is(i, "by"))
        }
        _ => before == "from",
    };
    is_writer.then_some(Subject::Named(index, mention.first..mention.end))
}

/// True where `as`, `for` or `of` ties the verb to what stands before: `accused Smith of saying`.
fn is_joined(tokens: &Tokens, cue: usize) -> bool {
    word_list!["as", "for", "of"].has(tokens.folded_before(cue, 1))
}

/// True for somebody right before `for saying`.
fn is_blamed(scene: &Scene, cue: usize) -> bool {
    let before = cue.checked_sub(2).and_then(|i| scene.names.at(i));
    is_joined(&scene.document.tokens, cue) && before.is_some_and(|(m, _)| m.end + 1 == cue)
}

fn can_speak(scene: &Scene, index: usize) -> bool {
    !scene.names.is(index, NameKind::Place)
}

/// `,” Blige sings to Clinton`: after words that stop at a comma, whoever does anything speaks.
pub(super) fn doer(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let is_verb = |i: usize| {
        i < end
            && tokens.kind(i) == Some(Kind::Word)
            && !tokens.is_capital(i)
            && !phrase::is_preposition(tokens.folded(i))
            && lexicons::is_common_at(tokens, i)
    };
    let (mention, index) =
        scene.names.at(start).filter(|(m, i)| m.prefix <= start && can_speak(scene, *i) && is_verb(m.end))?;
    let is_plural_noun = lexicons::ROLES.has_any_number_at(tokens, mention.end)
        || lexicons::FUNCTION_WORDS.has_at(tokens, mention.end);
    (!is_plural_noun).then_some((Subject::Named(index, mention.first..mention.end), mention.end))
}

fn outside(scene: &Scene, token: usize) -> bool {
    scene.document.quoted_at(token).is_none()
}

/// `According to X, “…”`.
fn according(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let at = (start..end).rev().find(|i| tokens.is(*i, "according") && tokens.is(*i + 1, "to"))?;
    let has_other = (at + 2..end).any(|i| is_cue(tokens, i));
    if has_other {
        return None;
    }
    phrase::after(scene, at + 2, end).map(|subject| (subject, at))
}

/// True for a verb of speech as the tokens write it.
pub(super) fn is_cue(tokens: &Tokens, index: usize) -> bool {
    const NOUNS: Words = word_list!["calls", "charges", "jokes", "notes", "posts", "reports", "states"];
    let is_inverted = tokens.word(index) == "Said";
    // `EU states will meet`.
    let is_noun = NOUNS.has_at(tokens, index) && phrase::is_auxiliary(tokens.folded(index + 1));
    !is_noun
        && tokens.kind(index) == Some(Kind::Word)
        && (!tokens.is_capital(index) || is_inverted)
        && (lexicons::CUES.has_at(tokens, index) || speaks_of(tokens, index))
}

fn is_participle(tokens: &Tokens, index: usize) -> bool {
    tokens.folded(index).ends_with("ing")
}

fn is_infinitive(tokens: &Tokens, index: usize) -> bool {
    tokens.is_before(index, 1, "to")
}

/// `was told`, `when asked`, `being called`.
pub(super) fn is_passive(tokens: &Tokens, index: usize) -> bool {
    const BEFORE: Words = word_list![
        "are",
        "be",
        "been",
        "being",
        "get",
        "gets",
        "got",
        "if",
        "is",
        "so-called",
        "was",
        "were",
        "when"
    ];
    let adverb = index
        .checked_sub(1)
        .is_some_and(|i| tokens.folded(i).ends_with("ly") || word_list!["also", "not"].has_at(tokens, i));
    let before = index.checked_sub(1 + usize::from(adverb)).map_or("", |i| tokens.folded(i));
    // `the form confirmed by an official`.
    const OF_AGENTS: Words = word_list!["called", "cited", "confirmed", "described", "quoted", "reported"];
    let has_agent = tokens.is(index + 1, "by") && OF_AGENTS.has_at(tokens, index);
    (has_agent || BEFORE.has(before)) && !is_participle(tokens, index)
}

/// `was called “…” by X` is not reached; `called by X a “…”` is.
fn by_agent(scene: &Scene, cue: usize, end: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    tokens.is(cue + 1, "by").then(|| phrase::after(scene, cue + 2, end))?
}

/// The subject of the clause that a participle or an infinitive leans on.
pub(super) fn main_subject(scene: &Scene, start: usize, cue: usize) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let finite = (start..cue).rev().find(|i| {
        outside(scene, *i)
            && is_cue(tokens, *i)
            && !is_participle(tokens, *i)
            && !is_passive(tokens, *i)
            && !is_infinitive(tokens, *i)
            && !tokens.is_before(*i, 1, "who")
    });
    let by_cue = finite.and_then(|finite| phrase::before(scene, finite, start));
    by_cue.or_else(|| first_subject(scene, start..cue))
}

/// True for words whose object follows: `about Smith`, `Without mentioning Smith, …`.
fn governs(word: &str) -> bool {
    phrase::is_preposition(word) || word.ends_with("ing")
}

/// The first name or pronoun of a stretch that is not part of a longer phrase.
pub(super) fn first_subject(scene: &Scene, stretch: Range<usize>) -> Option<Subject> {
    let tokens = &scene.document.tokens;
    let mut at = stretch.start;
    while at < stretch.end {
        if let Some((mention, index)) = scene.names.at(at) {
            let is_owner = tokens.kind(mention.end) == Some(Kind::Possessive);
            let embedded = mention
                .prefix
                .checked_sub(1)
                .is_some_and(|i| i >= stretch.start && governs(tokens.folded(i)));
            let can_speak = scene.names.is(index, NameKind::Person);
            if can_speak && !is_owner && !embedded && outside(scene, at) {
                return Some(Subject::Named(index, mention.first..mention.end));
            }
            at = mention.end.max(at + 1);
            continue;
        }
        if word_list!["he", "she"].has_at(tokens, at) && outside(scene, at) {
            return Some(Subject::Pronoun(at));
        }
        at += 1;
    }
    None
}
