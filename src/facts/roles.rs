//! People -> the role the story gives them, in its own words.
//!
//! In: a [`Document`] and its [`Names`]. Out: for each name the anchor of its role, if it is a person with one.
//! Three shapes count: a noun phrase before the name (`Russian defence minister Sergei Shoigu`), one after it between
//! commas (`Mary Smith, a lawyer for the family,`), one before it and a comma (`the author, Mary Smith,`).
//! Promises: a role holds a noun of the role list; nothing is composed or inferred.

use super::Anchor;
use super::document::Document;
use super::document::Taken;
use super::names::Kind as NameKind;
use super::names::Mention;
use super::names::Names;
use super::names::is_honour;
use super::names::is_joined_role;
use crate::order;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::word_list;
use std::ops::Range;

/// Words of an apposition at most.
const MOST_WORDS: usize = 16;
/// Words before its first preposition at most.
const MOST_HEAD_WORDS: usize = 9;
/// Words of a role in the list at most, less one.
const MOST_PHRASE: usize = 3;
/// Words between a role noun and the comma before the name at most.
const MOST_COMPLEMENT: usize = 7;

/// How far before an office its holder was named. Units: sentences.
const DESCRIBED_REACH: usize = 2;
/// Offices that one person of a country holds.
const OFFICES: Words =
    word_list!["chancellor", "emperor", "king", "leader", "monarch", "premier", "president", "queen"];

/// The role of each of `names.all`. Units: tokens, half-open.
pub(crate) fn find(document: &Document, names: &Names) -> Vec<Option<Range<usize>>> {
    let mut roles: Vec<Option<Range<usize>>> = vec![None; names.all.len()];
    if !document.language.is_english() {
        return roles;
    }
    for (at, (mention, index)) in names.mentions.iter().enumerate() {
        let is_person = names.is(*index, NameKind::Person);
        if !is_person || roles.get(*index).is_some_and(Option::is_some) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|i| names.mentions.get(i));
        let shared = || {
            before.and_then(|(m, i)| shared(document, names, *m, *mention, roles.get(*i).cloned().flatten()))
        };
        let role = of_mention(document, names, *mention).or_else(shared);
        if let Some(slot) = roles.get_mut(*index) {
            *slot = role;
        }
    }
    describe(document, names, &mut roles);
    roles
}

/// `Vladimir Putin met Li. … the Russian president …`: an office that one person of a country holds, said of the one person
/// named right before who has no role yet.
fn describe(document: &Document, names: &Names, roles: &mut [Option<Range<usize>>]) {
    let tokens = &document.tokens;
    for at in 0..tokens.len() {
        let Some(office) = office_at(document, names, at) else { continue };
        let taken =
            roles.iter().flatten().any(|role| tokens.folded(role.end - 1) == tokens.folded(office.end - 1));
        let sentence = document.sentence_of(at);
        let from = document.sentences.get(sentence.saturating_sub(DESCRIBED_REACH)).map_or(at, |s| s.first);
        let mut people: Vec<usize> = names.within(from, at).iter().map(|(_, index)| *index).collect();
        people.retain(|i| names.is(*i, NameKind::Person) && roles.get(*i).is_some_and(Option::is_none));
        order::sort(&mut people);
        people.dedup();
        if let ([one], false) = (people.as_slice(), taken) {
            roles.get_mut(*one).into_iter().for_each(|role| *role = Some(office.clone()));
        }
    }
}

/// `the Russian president`, with no name behind it.
fn office_at(document: &Document, names: &Names, at: usize) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let is_phrase =
        tokens.is(at, "the") && tokens.is_capital(at + 1) && lexicons::DEMONYMS.has_at(tokens, at + 1);
    let is_prime = tokens.is(at + 2, "prime");
    let end = at + 3 + usize::from(is_prime);
    let office = tokens.folded(end - 1);
    let is_office = if is_prime { office == "minister" } else { OFFICES.has(office) };
    let is_free =
        document.quoted_at(at).is_none() && names.at(end).is_none() && tokens.mark(end) != Some(',');
    (is_phrase && is_office && is_free && !tokens.is_capital(end)).then_some(at + 1..end)
}

/// The anchors of roles.
pub(crate) fn anchor(document: &Document, role: Option<&Range<usize>>) -> Option<Anchor> {
    role.and_then(|role| document.anchor(role.clone()))
}

/// The role written at one mention.
pub(crate) fn of_mention(document: &Document, names: &Names, at: Mention) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let front = in_front(document, at);
    // `Prof Ann Lee, the chief medical officer`: what stands behind says more.
    let is_rank =
        |role: &Range<usize>| role.len() == 1 && word_list!["prof", "professor"].has_at(tokens, role.start);
    let plain = front.clone().filter(|role| is_rank(role) && tokens.is(role.start, "professor"));
    front
        .filter(|role| !is_rank(role))
        .or_else(|| behind(document, names, at.end))
        .or_else(|| in_front_with_comma(document, names, at))
        .or(plain)
        .filter(|role| {
            let is_sound =
                || role.clone().any(|i| is_role(tokens, i)) || is_counsel(tokens, role.start, role.start + 1);
            !role.is_empty() && (rank(tokens, role.end - 1).is_some() || is_sound())
        })
}

/// How far a role holds for the names of a row. Units: tokens; keeps a text of nothing but names linear.
const MOST_IN_ROW: usize = 60;

/// `ministers Jonathan Moyo and Saviour Kasukuwere`: a plural before the first holds for the second.
fn shared(
    document: &Document,
    names: &Names,
    before: Mention,
    at: Mention,
    role: Option<Range<usize>>,
) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let joined = at.first == before.end + 1 && word_list!["and", ","].has_at(tokens, before.end);
    // `newcomers Ann Lee, Bo Tan and Cy Orr`: from the first on to the last.
    let is_row = |i: usize| names.at(i).is_some() || word_list![",", "and"].has_at(tokens, i);
    let stands = |role: &Range<usize>| {
        (role.end..=role.end + MOST_IN_ROW).contains(&before.first) && (role.end..before.first).all(is_row)
    };
    let role = role.filter(|role| joined && stands(role) && names.at(before.first).is_some())?;
    let head = tokens.folded(role.end - 1);
    (head.ends_with('s') && !lexicons::ROLES.has(head)).then_some(role)
}

/// True for a role noun, a title that says a role, or either in the plural.
fn is_role(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    let title = lexicons::TITLES.get(word);
    let is_honour = title.is_some_and(|value| value.ends_with("honour"));
    !is_honour
        && (is_joined_role(tokens, index)
            || lexicons::ROLES.has_any_number(word)
            || title.is_some()
            || is_accused(tokens, index)
            || lexicons::ROLES.length_at(tokens, index, index + 3) > 0)
}

/// `the accused Peter Orr`, in a court's language a noun.
fn is_accused(tokens: &Tokens, index: usize) -> bool {
    let before = tokens.folded_before(index, 1);
    tokens.is(index, "accused") && word_list!["key", "main", "prime", "the"].has(before)
}

/// The noun phrase that ends right before the name.
fn in_front(document: &Document, at: Mention) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let mut end = at.first;
    while end > 0 && is_honour(tokens, end - 1) && end > at.prefix {
        end -= 1;
    }
    // `the Inspector General of Police (IGP) Ann Lee`.
    let is_short = end > 3 && tokens.mark(end - 1) == Some(')') && tokens.mark(end - 3) == Some('(');
    if is_short && tokens.kind(end - 2) == Some(Kind::Word) {
        end -= 3;
    }
    let head = end.checked_sub(1)?;
    if let Some(world) = rank(tokens, head) {
        return Some(phrase_start(document, world)..end);
    }
    let phrase = with_complement(document, head)
        .or_else(|| phrase_of_words(document, head))
        .or_else(|| in_charge(document, head));
    if let Some(start) = phrase {
        return Some(start..end);
    }
    let ends_role =
        is_role(tokens, head) || (at.prefix..end).any(|i| is_role(tokens, i)) || is_elect(tokens, head);
    if !ends_role || !same_sentence(document, head, at.first) {
        return None;
    }
    let is_name_like = tokens.is_capital(head) && at.prefix == at.first;
    let start = phrase_start(document, head);
    (!is_name_like && !is_weak(tokens, start, end)).then_some(start..end)
}

/// `China's ambassador to Britain` before the name: where it starts. None: no such phrase.
fn with_complement(document: &Document, last: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let inside = |i: &usize| {
        tokens.is_capital(*i)
            || word_list!["and", "of"].has_at(tokens, *i)
                && tokens.is_capital(*i - 1)
                && !is_role(tokens, *i - 1)
    };
    let complement = last.saturating_sub(MOST_COMPLEMENT).max(1)..=last;
    let first = complement.rev().take_while(inside).last().filter(|_| tokens.is_capital(last))?;
    let first = first.checked_sub(usize::from(tokens.is(first - 1, "the"))).filter(|i| *i > 0)?;
    let preposition =
        first.checked_sub(1).filter(|i| word_list!["at", "for", "of", "to"].has_at(tokens, *i))?;
    // `UN High Commissioner for Refugees`: those whom the office is for.
    let is_other = !is_role(tokens, last) || tokens.is(last, "refugees");
    let head = preposition
        .checked_sub(1)
        .filter(|i| is_role(tokens, *i) && lexicons::ROLES.has_at(tokens, *i) && is_other)?;
    Some(phrase_start(document, head))
}

/// `his secretary of state` before the name: where it starts. None: no such phrase.
fn phrase_of_words(document: &Document, last: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let is_phrase = |i: &usize| {
        let length = lexicons::ROLES.length_at(tokens, *i, last + 1);
        length > 1 && *i + length == last + 1 && (length > 2 || !is_role(tokens, last))
    };
    let head = (last.saturating_sub(MOST_PHRASE)..last).find(is_phrase)?;
    Some(phrase_start(document, head))
}

/// `head of research and development` before the name: where it starts. None: no such phrase.
fn in_charge(document: &Document, last: usize) -> Option<usize> {
    const LEADERS: Words = word_list![
        "chief",
        "commissioner",
        "director",
        "editor",
        "general",
        "head",
        "manager",
        "minister",
        "president",
        "professor",
        "secretary",
        "superintendent",
    ];
    let tokens = &document.tokens;
    let is_field = |i: &usize| {
        let word = tokens.folded(*i);
        let is_plain = (lexicons::is_common(word) || lexicons::ROLE_MODIFIERS.has(word))
            && !lexicons::FUNCTION_WORDS.has(word)
            && !lexicons::CUES.has(word);
        // `commissioner of police`.
        let is_force = word == "police";
        word == "and" || (is_plain && !is_role(tokens, *i) || is_force) && !tokens.is_capital(*i)
    };
    let first = (last.saturating_sub(MOST_PHRASE)..=last).rev().take_while(is_field).last()?;
    let of = first.checked_sub(1).filter(|i| tokens.is(*i, "of"))?;
    let head = of.checked_sub(1).filter(|i| LEADERS.has_at(tokens, *i))?;
    Some(phrase_start(document, head))
}

/// `president elect`, `officer emeritus`.
fn is_elect(tokens: &Tokens, index: usize) -> bool {
    word_list!["elect", "emeritus"].has_at(tokens, index)
        && index.checked_sub(1).is_some_and(|i| is_role(tokens, i))
}

/// `world No. 38`, `British number one`, `No 26 seed`, `19th seed`, up to the token `last`: where it starts.
pub(crate) fn rank(tokens: &Tokens, last: usize) -> Option<usize> {
    if tokens.is(last, "seed") {
        let number = last.checked_sub(2)?;
        let is_nth = word_list!["nd", "rd", "st", "th"].has_at(tokens, number + 1);
        let is_numbered = tokens.kind(number + usize::from(!is_nth)) == Some(Kind::Number);
        return (is_numbered && (is_nth || word_list!["no", "number"].has_at(tokens, number)))
            .then_some(number);
    }
    let is_field = |i: &usize| tokens.is(*i, "world") || lexicons::DEMONYMS.has_at(tokens, *i);
    let world = last.checked_sub(2).filter(is_field)?;
    word_list!["no", "number"].has_at(tokens, last - 1).then_some(world)
}

fn same_sentence(document: &Document, a: usize, b: usize) -> bool {
    document.sentence_of(a) == document.sentence_of(b)
}

/// True for role words that say nothing alone.
fn is_weak(tokens: &Tokens, start: usize, end: usize) -> bool {
    const WEAK: Words = word_list![
        "boy",
        "client",
        "fan",
        "fans",
        "fellow",
        "figure",
        "girl",
        "guest",
        "head",
        "hero",
        "legend",
        "major",
        "man",
        "member",
        "members",
        "model",
        "new",
        "officials",
        "others",
        "people",
        "player",
        "police",
        "rep",
        "rival",
        "star",
        "surrogate",
        "teenager",
        "top",
        "white",
        "woman",
    ];
    let word = tokens.folded(start);
    end == start + 1 && !tokens.word(start).ends_with('.') && !tokens.is_capital(start) && WEAK.has(word)
}

/// Where the noun phrase with the head `head` starts.
fn phrase_start(document: &Document, head: usize) -> usize {
    let tokens = &document.tokens;
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        if !same_sentence(document, before, head)
            || head - before > MOST_HEAD_WORDS
            // `On Monday Senator Mary Smith`.
            || document.taken(before) == Taken::Date
            || !belongs(tokens, before)
        {
            break;
        }
        start = before;
    }
    start = after_cut_name(tokens, start, head);
    while start < head && (tokens.kind(start) != Some(Kind::Word) || is_idle(tokens, start)) {
        start += 1;
    }
    start
}

/// `Lord of the Rings director`: half a name is no part of a role. `Department of Works spokesman`: a body's whole name is.
fn after_cut_name(tokens: &Tokens, start: usize, head: usize) -> usize {
    let the = usize::from(start > 0 && tokens.is(start - 1, "the"));
    let of = start.checked_sub(1 + the).filter(|i| tokens.is(*i, "of") && *i > 0);
    let Some(before) = of.map(|i| i - 1).filter(|i| tokens.is_capital(*i) && !is_role(tokens, *i)) else {
        return start;
    };
    // `the White House of President Mary Smith`.
    if start < head && lexicons::ORGANISATION_OPENERS.has_at(tokens, before) {
        let opening = (0..=before).rev().take_while(|i| tokens.is_capital(*i)).last();
        return opening.unwrap_or(before);
    }
    let names = (start..head).take_while(|i| tokens.is_capital(*i) && !is_role(tokens, *i)).count();
    let owns = tokens.kind(start + names) == Some(Kind::Possessive);
    if owns { start } else { start + names }
}

/// Words that may not open a role.
fn is_idle(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    if word == "new" {
        return !tokens.is_capital(index + 1);
    }
    let is_plain_opening = lexicons::FUNCTION_WORDS.has(word) && !word_list!["first", "last"].has(word);
    is_plain_opening
        // `a 34-year-old actor`: an age is no role.
        || word_list!["mr", "mrs", "ms", "year-old"].has(word)
        || lexicons::CUES.has(word) && !lexicons::ROLES.has(word)
}

/// True where the word at `index` belongs to the noun phrase that goes on after it.
fn belongs(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    if tokens.kind(index) == Some(Kind::Possessive) {
        return true;
    }
    if tokens.kind(index) != Some(Kind::Word) {
        // `Parks & Leisure spokesman`.
        return word == "&" && tokens.is_capital(index + 1);
    }
    if word == "and" {
        // `Sen. Ann Hunter and Sen. Mary Smith`: a family name, and no role before another.
        let is_name = index > 1 && tokens.is_capital(index - 1) && lexicons::GIVEN.has_at(tokens, index - 2);
        return index > 0 && is_role(tokens, index - 1) && !is_name && !tokens.is_capital(index);
    }
    let owns = tokens.kind(index + 1) == Some(Kind::Possessive);
    let names =
        tokens.is_capital(index) && !lexicons::FUNCTION_WORDS.has(word) && !tokens.word(index).ends_with(',');
    let is_modifier =
        lexicons::ROLE_MODIFIERS.has(word) || lexicons::DEMONYMS.has(word) || is_role(tokens, index);
    // `declined to re-nominate former Justice Ann Lee`.
    let is_joined = word.contains('-') && !word.starts_with("re-");
    let is_plain = !tokens.is_capital(index + 1)
        && opens_phrase(tokens, index)
        && !lexicons::FUNCTION_WORDS.has(word)
        && !lexicons::CUES.has(word)
        && !word.ends_with("ing");
    owns || names || is_modifier || is_joined || is_plain
}

/// True where a determiner stands before `index`, so that the word can only be part of the noun phrase.
fn opens_phrase(tokens: &Tokens, index: usize) -> bool {
    let before = tokens.folded_before(index, 1);
    word_list!["a", "an", "the", "his", "her", "their", "its", "year-old", "'s"].has(before)
}

/// The apposition after the name.
fn behind(document: &Document, names: &Names, end: usize) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let mut at = end;
    if tokens.is(at, "(") && tokens.is(at + 2, ")") {
        at += 3;
    }
    // `Ann Lee ’73, an alumna`: of which class.
    let is_class = tokens.mark(at).is_some_and(|c| is_apostrophe(c) || c == '‘');
    if is_class && tokens.kind(at + 1) == Some(Kind::Number) && tokens.is_glued(at + 1) {
        at += 2;
    }
    let is_who = tokens.is(at, "who") && word_list!["is", "was"].has_at(tokens, at + 1);
    let is_open =
        is_who || word_list![",", "—", "–"].has_at(tokens, at) || tokens.is(at, "-") && !tokens.is_glued(at);
    if !is_open {
        return None;
    }
    at += usize::from(!is_who);
    if tokens.kind(at) == Some(Kind::Number) && word_list![",", "and"].has_at(tokens, at + 1) {
        at += 2;
    }
    if tokens.is(at, "who") {
        let works = word_list!["served", "serves", "worked", "works"].has_at(tokens, at + 1);
        at += match tokens.folded(at + 1) {
            "is" | "was" => 2,
            _ if works && tokens.is(at + 2, "as") => 3,
            _ => present_office(document, at).map_or(0, |office| office - at),
        };
    }
    at += usize::from(word_list!["now", "then", "once", "currently", "formerly"].has_at(tokens, at));
    let start = at + usize::from(word_list!["a", "an", "the"].has_at(tokens, at));
    if is_preposition(tokens, start) || start == at && opens_clause(tokens, at) {
        return None;
    }
    let stop = without_loose_end(tokens, start, phrase_stop(document, start)?);
    let (head_end, role_end) = head(tokens, start + of_one(tokens, start), stop);
    // `the US envoy`; `Ann Lee, served as commander`.
    let is_inner = |i: usize| {
        word_list!["a", "an", "as", "the", "him", "them", "us", "me"].has_at(tokens, i)
            && !tokens.is_capital(i)
    };
    let has_clause = (start + of_one(tokens, start)..head_end).any(is_inner);
    let is_list = names.at(start).is_some_and(|(m, i)| m.end == head_end && names.is(i, NameKind::Person));
    (role_end && !has_clause && !is_list && head_end > start && !is_weak(tokens, start, stop))
        .then_some(start..stop)
}

/// The words of `one of the` where a phrase opens so: `one of the paper’s editors`.
fn of_one(tokens: &Tokens, start: usize) -> usize {
    let is_one = tokens.is(start, "one") && tokens.is(start + 1, "of");
    if is_one { 2 + usize::from(tokens.is(start + 2, "the")) } else { 0 }
}

/// `who ran the shop for years and is now mayor of Dunmore`: where the office opens, in a clause that opens at `who`.
fn present_office(document: &Document, who: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let in_clause = |i: &usize| same_sentence(document, *i, who) && tokens.mark(*i).is_none();
    let mut clause = (who..who + MOST_WORDS).take_while(in_clause);
    let and = clause.find(|i| tokens.is(*i, "and") && tokens.is(*i + 1, "is"))?;
    Some(and + 2)
}

/// `, blaming lawyers for the delay,` tells what was done, not by whom; `, managing director of` does.
fn opens_clause(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    let is_role =
        lexicons::ROLE_MODIFIERS.has(word) || lexicons::ROLES.length_at(tokens, index, index + 3) > 0;
    let is_role =
        is_role || word_list!["presiding", "serving", "sitting", "supervising", "visiting"].has(word);
    word.ends_with("ing") && !tokens.is_capital(index) && !is_role && !is_counsel(tokens, index, index + 1)
}

/// `, among voters,` tells where, not who.
fn is_preposition(tokens: &Tokens, index: usize) -> bool {
    const PREPOSITIONS: Words = word_list![
        "about",
        "after",
        "against",
        "along",
        "among",
        "as",
        "at",
        "before",
        "by",
        "despite",
        "during",
        "for",
        "from",
        "in",
        "including",
        "like",
        "of",
        "on",
        "to",
        "unlike",
        "with",
        "without",
    ];
    PREPOSITIONS.has_at(tokens, index)
}

/// The phrase without a word that would join it to what was cut off.
fn without_loose_end(tokens: &Tokens, start: usize, mut stop: usize) -> usize {
    while stop > start && word_list!["and", "or", "of", "for", "at", "the", "in"].has_at(tokens, stop - 1) {
        stop -= 1;
    }
    stop
}

/// Where the phrase that opens at `start` ends: at a comma, a stop, a relative or a verb of saying; where it is too long for
/// one role, at its second: `director of the … Program and co-chair of the …`.
fn phrase_stop(document: &Document, start: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let mut second = None;
    for at in start..=start + MOST_WORDS {
        let ends_text = tokens.get(at).is_none() || !same_sentence(document, at, start);
        let word = tokens.folded(at);
        let is_stop = word_list![
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "—",
            "–",
            "”",
            "\"",
            "!",
            "?",
            "who",
            "whose",
            "which",
            "but",
            "originally",
            "\n"
        ]
        .has(word);
        if ends_text || is_stop {
            return Some(at).filter(|at| *at > start);
        }
        let is_noun = word_list![
            "attacks", "calls", "charges", "claims", "comments", "demands", "points", "posts", "reports"
        ]
        .has(word);
        let is_said =
            lexicons::CUES.has(word) && !lexicons::ROLES.has(word) && word.ends_with(['d', 's']) && !is_noun;
        if is_said && !tokens.is_capital(at) && at > start {
            return Some(at);
        }
        if breaks_phrase(tokens, at) {
            return None;
        }
        if second.is_none() && word == "and" && is_role(tokens, at + 1) {
            second = Some(at).filter(|at| *at > start);
        }
    }
    second
}

/// Words that show a clause where a noun phrase was hoped for.
fn breaks_phrase(tokens: &Tokens, index: usize) -> bool {
    const VERBS: Words = word_list![
        "am", "are", "be", "been", "but", "can", "could", "did", "do", "does", "had", "has", "have", "he",
        "i", "is", "it", "may", "might", "not", "she", "should", "that", "they", "to", "was", "we", "were",
        "when", "while", "will", "would", "you",
    ];
    let word = tokens.folded(index);
    // `coordinator at Observatório do Clima`.
    let is_particle = word == "do" && tokens.is_capital(index + 1);
    !tokens.is_capital(index) && VERBS.has(word) && word != "to" && !is_particle
}

/// The end of the words before the first preposition, and whether they end in a role.
fn head(tokens: &Tokens, start: usize, stop: usize) -> (usize, bool) {
    let is_preposition = |i: &usize| {
        word_list![
            "of", "at", "for", "in", "with", "from", "on", "to", "and", "under", "during", "based", "since",
            "near", "turned"
        ]
        .has_at(tokens, *i)
    };
    let phrase = |i: usize| lexicons::ROLES.length_at(tokens, i, stop);
    // `Bank of Quarrin’s managing director`: the owner's name is passed over.
    let is_name =
        |i: usize| tokens.is_capital(i) || word_list!["&", "and", "for", "of", "the"].has_at(tokens, i);
    let owner = (start..stop).find(|i| tokens.kind(*i) == Some(Kind::Possessive));
    let from = owner.filter(|owner| (start..*owner).all(is_name)).unwrap_or(start);
    let end = (from..stop)
        .find(|i| {
            (is_preposition(i) || *i > start && is_participle(tokens, *i))
                && (*i).checked_sub(1).is_none_or(|before| phrase(before) < 2)
        })
        .unwrap_or(stop);
    let last = end.saturating_sub(1);
    let is_elect = word_list!["elect", "emeritus", "general", "officer"].has_at(tokens, last)
        && last > start
        && is_role(tokens, last - 1);
    let is_phrase = (start..end).any(|i| phrase(i) > 1 && i + phrase(i) >= end);
    let is_named = tokens.is_capital(last) && lexicons::GIVEN.has_at(tokens, last);
    (
        end,
        end > start
            && end - start <= MOST_HEAD_WORDS
            && !is_named
            && (is_role(tokens, last)
                || is_counsel(tokens, start, end)
                || is_elect
                || is_phrase
                || rank(tokens, last).is_some()),
    )
}

/// `Ann Lee, prosecuting, said`, `Bo Tan, defending Harwell, said`: what a lawyer does in court, as British reports have it.
fn is_counsel(tokens: &Tokens, start: usize, end: usize) -> bool {
    word_list!["defending", "mitigating", "prosecuting"].has_at(tokens, start)
        && (start + 1..end).all(|i| tokens.is_capital(i))
}

/// `a scientist working on fires`, `a lawyer appointed by the court`: what a noun does, told behind it.
fn is_participle(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    // `an activist best known for songs`.
    let is_known = word == "known" || word_list!["best", "better"].has(word) && tokens.is(index + 1, "known");
    let is_form = is_known || word.len() > 5 && (word.ends_with("ing") || word.ends_with("ed"));
    let is_plain =
        |i: usize| word_list!["man", "woman", "boy", "girl", "suspect", "teenager"].has_at(tokens, i);
    is_form
        && !tokens.is_capital(index)
        && !word.contains('-')
        && is_role(tokens, index - 1)
        && !is_plain(index - 1)
        && !lexicons::ROLE_MODIFIERS.has(word)
}

/// The noun phrase before a comma before the name, the name between commas.
fn in_front_with_comma(document: &Document, names: &Names, at: Mention) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    // `A director of the agency, Mr. Bo Tan,`.
    let is_plain = (at.prefix..at.first).all(|i| is_honour(tokens, i) || tokens.word(i) == ".");
    let comma = at.prefix.checked_sub(1).filter(|i| tokens.is(*i, ",") && is_plain)?;
    let closes = word_list![",", ".", "”", "\"", "who", ";", ")", "—"].has_at(tokens, at.end)
        || tokens.get(at.end).is_none();
    let end = comma;
    // `the coach of the Black Stars`: a name in the plural is no role.
    let is_named = |i: usize| {
        tokens.is_capital(i) && !lexicons::ROLES.has_at(tokens, i) && tokens.folded(i).ends_with('s')
    };
    // `the president of Dunmore's parent-teacher group`: not the teacher.
    let is_whole = |role: usize| {
        role + 1 == end
            || word_list!["of", "for", "at", "to", "in", "on", "with"].has_at(tokens, role + 1)
                && !(role..end).any(|i| breaks_phrase(tokens, i) || tokens.is(i, ","))
    };
    let role = (comma.saturating_sub(MOST_COMPLEMENT)..comma)
        .rev()
        .find(|i| is_role(tokens, *i) && !is_named(*i) && is_whole(*i))?;
    let start = phrase_start(document, role);
    // `Another expert, Ann Lee from the Orr Institute, said`.
    let is_another = start > 0 && tokens.is(start - 1, "another");
    let closes = closes || is_another && tokens.is(at.end, "from");
    let one_of = one_of(tokens, start);
    // `The new president of the club, Ann Lee,`.
    let new = usize::from(start > 1 && tokens.is(start - 1, "new"));
    let determined = start > 0
        && word_list!["a", "an", "the", "his", "her", "its", "their", "another", "year-old"]
            .has_at(tokens, start - 1 - new)
        || tokens.is_capital(start)
        || one_of.is_some();
    let is_single = lexicons::ROLES.has_at(tokens, role)
        || is_joined_role(tokens, role)
        || role + 1 != end
        || one_of.is_some();
    // `lawyers for the owners, Mary Smith and Peter Orr`: they may be either.
    let belongs =
        start.checked_sub(2).is_some_and(|i| tokens.is(start - 1, "the") && is_preposition(tokens, i));
    let names_two = lists_people(document, names, at) && role + 1 == end && !belongs;
    ((closes && is_single || names_two)
        && determined
        && same_sentence(document, start, at.first)
        && !is_weak(tokens, start, end))
    .then_some(one_of.unwrap_or(start)..end)
}

/// Where `one of` opens before a phrase: `one of the club’s directors, Mary Smith,`.
fn one_of(tokens: &Tokens, start: usize) -> Option<usize> {
    let of = start.checked_sub(1 + usize::from(start > 0 && tokens.is(start - 1, "the")))?;
    let one = of.checked_sub(1).filter(|one| tokens.is(of, "of") && tokens.is(*one, "one"));
    one.filter(|_| tokens.kind(start) == Some(Kind::Word))
}

/// True where another person follows behind `and`: `the club’s directors, Mary Smith and Peter Orr`.
fn lists_people(document: &Document, names: &Names, at: Mention) -> bool {
    let next = names.at(at.end + 1).filter(|(mention, _)| mention.first == at.end + 1);
    let is_person = next.is_some_and(|(_, i)| names.is(i, NameKind::Person));
    document.tokens.is(at.end, "and") && is_person
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Story;
    use crate::facts::names;

    fn check(text: &str, role: Option<&str>) {
        let story = Story { text: text.to_owned(), ..Story::default() };
        let document = Document::of(&story);
        let names = names::find(&document);
        let found = find(&document, &names).into_iter().flatten().next();
        let found = anchor(&document, found.as_ref()).map(|at| document.text(at));
        assert_eq!(found, role, "{text:?}");
    }

    #[test]
    fn before_the_name() {
        check("He saw Russian defence minister Sergei Shoigu.", Some("Russian defence minister"));
        check(
            "Then Austria's Interior Minister Wolfgang Peschorn spoke.",
            Some("Austria's Interior Minister"),
        );
        check("The author, Mary Smith, left.", Some("author"));
        check("Another man, Peter Orr, left.", None);
        check("It met his secretary of state Henry Orr.", Some("secretary of state"));
        check("Then New Zealand Prime Minister Helen Orr spoke.", Some("New Zealand Prime Minister"));
        check("He is a spokesman for provincial governor Peter Orr.", Some("provincial governor"));
        check("Then Department of Works spokesman Peter Orr spoke.", Some("Department of Works spokesman"));
        check("He thanked Lord of the Dunes director Peter Orr.", Some("director"));
        check("He met multi-billionaire Peter Orr.", Some("multi-billionaire"));
        check("She is ex-mayor Ann Orr.", Some("ex-mayor"));
        check("Then Mary Hunter and Sen. Ann Orr spoke.", Some("Sen."));
        check("It saw head of response Ann Orr.", Some("head of response"));
        check(
            "It saw vice president of sales and marketing Ann Orr.",
            Some("vice president of sales and marketing"),
        );
        check("The Inspector General of Police (IGP) Ann Orr spoke.", Some("Inspector General of Police"));
        check("He declined to re-nominate former Justice Ann Orr.", Some("former Justice"));
        check(
            "The minister for Works and Traditional Affairs Ann Orr left.",
            Some("minister for Works and Traditional Affairs"),
        );
        check("A translator of John Locke and Alexander Pope left.", None);
    }

    #[test]
    fn after_the_name() {
        check("Mary Smith, a lawyer for the family, said so.", Some("lawyer for the family"));
        check("She met the mayor of London Sadiq Khan.", Some("mayor of London"));
        check("Prof Mary Smith, the chief nurse, said so.", Some("chief nurse"));
        check(
            "Mary Smith, a senior scientist working on fires at the centre, said so.",
            Some("senior scientist working on fires at the centre"),
        );
        check("Mary Smith, who works as a cleaner at the airport, left.", Some("cleaner at the airport"));
        check("It hurt John Brown, 34, the owner of the shop.", Some("owner of the shop"));
        check("It hurt Mary Smith who is the county works manager.", Some("county works manager"));
        check("It hurt Mary Smith, among voters and leaders.", None);
        check(
            "It hurt Mary Smith, director of the Orr Centre and co-chair of the state board on health and care for all who ask.",
            Some("director of the Orr Centre"),
        );
        check("Acme CIO Mary Smith left.", Some("Acme CIO"));
        check("Mary Smith, prosecuting, said so.", Some("prosecuting"));
        check("Mary Smith, defending the plan, said so.", None);
    }

    #[test]
    fn one_of_several_and_several_at_once() {
        check("Then one of the club's owners, Mary Smith, left.", Some("one of the club's owners"));
        check("He told Dunmore's directors, Mary Smith and Peter Orr: go.", Some("Dunmore's directors"));
        check("He met lawyers for the owners, Mary Smith and Peter Orr.", None);
        check(
            "Mary Smith, who ran the shop for years and is now mayor of Dunmore, left.",
            Some("mayor of Dunmore"),
        );
        check("She saw Son Heung-min.", None);
    }

    #[test]
    fn whole_names_of_bodies_are_in_it() {
        check("The coach of the Black Stars, John Brown, left.", Some("coach of the Black Stars"));
        check("Then Parks & Leisure spokesman John Brown left.", Some("Parks & Leisure spokesman"));
        check("Then president and operating chief John Brown left.", Some("president and operating chief"));
    }

    #[test]
    fn an_office_said_of_the_one_person_it_can_be() {
        check("Boris Godunov came. The men met the Russian president on Sunday.", Some("Russian president"));
        check("Boris Godunov and Mary Smith came. The men met the Russian president on Sunday.", None);
    }

    #[test]
    fn offices_in_other_words() {
        check("Mary Smith, the US envoy to the UN, left.", Some("US envoy to the UN"));
        check("Mary Smith, one of the paper's editors, left.", Some("one of the paper's editors"));
        check("The new president of the union, Mary Smith, left.", Some("president of the union"));
        check(
            "The president of Orrin's parent-teacher group, Mary Smith, left.",
            Some("president of Orrin's parent-teacher group"),
        );
        check("She met former Undersheriff Mary Smith.", Some("former Undersheriff"));
        check("Then said the Chief of Police, Tan Sri Mary Smith.", Some("Chief of Police"));
        check("Another expert, Mary Smith from the Orr Institute, left.", Some("expert"));
        check("He met the commissioner of police Mary Smith.", Some("commissioner of police"));
        check("He met the accused John Brown.", Some("accused"));
        check("Police accused John Brown.", None);
        check("Mary Smith, served as commander for the army, and left.", None);
        check("A 34-year-old gang leader, John Brown, left.", Some("gang leader"));
        check("A 34-year-old actor John Brown left.", Some("actor"));
    }

    #[test]
    fn ranks_of_sport() {
        check("She beat former world number one Mary Smith.", Some("former world number one"));
        check("She beat world No 38 Mary Smith.", Some("world No 38"));
        check("Mary Smith, the world No. 1, lost to Ann Orr.", Some("world No. 1"));
        check("She beat British number one John Brown.", Some("British number one"));
        check("She beat No 26 seed Mary Smith.", Some("No 26 seed"));
        check("She beat the 19th seed Mary Smith.", Some("19th seed"));
        check("She beat top seed Mary Smith.", Some("top seed"));
    }

    #[test]
    fn places_on_a_team_and_what_one_is_known_for() {
        check("Then Dunmore defensive back Peter Orr left.", Some("Dunmore defensive back"));
        check(
            "He told Dunmore's sporting directors, Ann Lee and Peter Orr: go.",
            Some("Dunmore's sporting directors"),
        );
        check(
            "Mary Smith, an activist best known for her songs, left.",
            Some("activist best known for her songs"),
        );
        check("Mary Smith, a lawyer known for her wit, left.", Some("lawyer known for her wit"));
        check("It hurt Mary Smith, blaming lawyers for the delay.", None);
        check("It hurt Mary Smith, acting director of the port.", Some("acting director of the port"));
        check("Prof Mary Smith left.", None);
    }

    #[test]
    fn half_a_body_is_no_part_of_a_role() {
        check("It was the White House of President John Brown.", Some("President"));
        check(
            "Mary Smith, the policy coordinator at Observatório do Clima, left.",
            Some("policy coordinator at Observatório do Clima"),
        );
    }

    #[test]
    fn no_guess() {
        check("Mr John Brown left.", None);
        check("John Brown, Mary Smith and others came.", None);
        check("The driver hit John Brown.", None);
        check("John Brown, who had the keys, left.", None);
    }

    #[test]
    fn counsel_classes_and_rows() {
        check("Ann Lee, defending Harwell, said so.", Some("defending Harwell"));
        check("Gray Harwell ’73, an alumnus of the firm, came.", Some("alumnus of the firm"));
        check("A director with the agency, Mr. Bo Tan, came.", Some("director with the agency"));
        check("It is owned by Ann Lee, a trader originally from Leeds but now in Rome.", Some("trader"));
        check("It is owned by Ann Lee, a trader but no owner.", Some("trader"));
        let story =
            Story { text: "Newcomers Ann Lee, Bo Tan and Cy Orr came.".to_owned(), ..Story::default() };
        let document = Document::of(&story);
        let roles = find(&document, &names::find(&document));
        let words: Vec<&str> =
            roles.iter().flatten().map(|r| document.tokens.slice(r.start, r.end)).collect();
        assert_eq!(words, ["Newcomers"; 3]);
    }
}
