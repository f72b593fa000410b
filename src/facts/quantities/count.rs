//! Counts of people and things: `120 victims`, `39 stolen debit card numbers`, `three of its commanders`, `11-game`.
//!
//! The counted noun is the phrase's first plural that no other follows. Small counts are shown only where they open the story
//! or count what carries news.

use super::Found;
use super::length_of;
use super::number;
use super::number::Number;
use super::phrase;
use crate::facts::document::Document;
use crate::facts::document::Taken;
use crate::facts::names::is_acronym;
use crate::rules::languages::Name;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Words;
use crate::text::word_list;

/// Words between a number and its noun. Units: tokens.
const REACH: usize = 5;
/// From here on a count is news by its size.
const LARGE: f64 = 13.0;
/// The same in English, which alone has words for parts of the text, where it counts no such.
const NOTABLE: f64 = 4.0;
/// Sentences in which any count is news.
const LEAD: usize = 3;

/// A plain number between these is rather a year.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2060;

/// "gas" is no plural. Units: bytes before the ending.
const SHORTEST_STEM: usize = 2;

/// A count that opens at token `first`.
pub(super) fn at(document: &Document, first: usize) -> Vec<Found> {
    let number =
        number::at(document, first).filter(|number| number.value > 1.0 && stands_free(document, *number));
    let Some(number) = number else { return of_members(document, first).into_iter().collect() };
    if let Some(found) = of_others(document, number) {
        return found;
    }
    let found = harmed(document, number).or_else(|| counted(document, number));
    let found = found.or_else(|| compared(document, number));
    let found = found.or_else(|| unsaid(document, number)).or_else(|| of_people(document, number));
    found.or_else(|| term(document, number)).into_iter().collect()
}

/// `20 years in prison`: a sentence is news, as other lengths of time are not; `116 times`, from ten on.
fn term(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    let unit = number.end;
    let is_time = word_list!["days", "months", "weeks", "years"].has_at(tokens, unit);
    let jail = match tokens.folded(unit + 1) {
        "imprisonment" | "probation" => 1,
        "behind" if tokens.is(unit + 2, "bars") => 2,
        "in" if word_list!["custody", "jail", "prison"].has_at(tokens, unit + 2) => 2,
        _ => 0,
    };
    let is_often = tokens.is(unit, "times") && number.is_digits && number.value >= 10.0;
    let end = unit + 1 + if is_time { jail } else { 0 };
    let (first, unit) = (number.first, tokens.word(unit).to_owned());
    let is_told = is_time && jail > 0 || is_often;
    is_told.then_some(Found { first, end, value: number.value, unit, kind: "count" })
}

/// `three others`, `a family of five`: people whom no noun of theirs names.
fn of_people(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    let is_family = tokens.is_before(number.first, 1, "of") && tokens.is_before(number.first, 2, "family");
    if is_family {
        let (first, unit) = (number.first - 2, "people".to_owned());
        return Some(Found { first, end: number.end, value: number.value, unit, kind: "count" });
    }
    let is_rest = tokens.is(number.end, "others") && number.value > 2.0;
    let unit = tokens.word(number.end).to_owned();
    is_rest.then_some(Found {
        first: number.first,
        end: number.end + 1,
        value: number.value,
        unit,
        kind: "count",
    })
}

/// Words back from a number to what it numbers. Units: tokens.
const NUMBERED_REACH: usize = 16;

/// `raise the number of refugees from 85,000 in 2016 to 110,000 next year`: what is numbered stands before.
fn compared(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    let (start, _) = super::approximation(document, number.first);
    let leads = word_list!["at", "by", "from", "reached", "to"].has(tokens.folded_before(start, 1));
    let first = number.first.saturating_sub(NUMBERED_REACH);
    let opens = |i: &usize| tokens.is(*i, "of") && word_list!["number", "numbers"].has_at(tokens, i - 1);
    let of = (first.max(1)..start).rev().find(opens).filter(|_| leads && number.is_digits)?;
    let unit = head(document, of + 1).filter(|head| *head < start)?;
    let is_near = document.sentence_of(of) == document.sentence_of(number.first);
    // `to 110,000 next year`: when, and no noun.
    let is_bare = is_bare(document, number.end)
        || [Name::TimeOpeners, Name::This, Name::Last, Name::Next]
            .iter()
            .any(|table| length_of(document, *table, number.end) > 0);
    let is_amount = number.is_large || !YEARS.contains(&(number.value as i64));
    let (first, end, unit) = (number.first, number.end, tokens.word(unit).to_owned());
    (is_near && is_bare && is_amount).then_some(Found {
        first,
        end,
        value: number.value,
        unit,
        kind: "count",
    })
}

/// `a three-member bench`, in one word.
fn of_members(document: &Document, first: usize) -> Option<Found> {
    let (number, unit) = document.tokens.folded(first).split_once('-')?;
    let value = document.language.table(Name::Numbers).get(number)?;
    let is_worth = value > 1.0 && word_list!["judge", "member"].has(unit);
    let unit = unit.to_owned();
    is_worth.then_some(Found { first, end: first + 1, value, unit, kind: "count" })
}

/// `191 of the 250 files`, `42 out of 64 cells`, `100,000 to 150,000 troops`: two numbers that count the same.
fn of_others(document: &Document, number: Number) -> Option<Vec<Found>> {
    let tokens = &document.tokens;
    let is_between = tokens.is(number.end, "and") && tokens.is_before(number.first, 1, "between");
    let is_range = is_between || word_list!["to", "-", "–"].has_at(tokens, number.end);
    let at = if is_range {
        number.end + 1
    } else {
        let is_out = tokens.is(number.end, "out") && tokens.is(number.end + 1, "of");
        let of = if is_out { 2 } else { length_of(document, Name::OfMoney, number.end) };
        let at = number.end + of + length_of(document, Name::Determiners, number.end + of);
        // `of the resort's 397 rooms`.
        let at = if tokens.kind(at + 1) == Some(Kind::Possessive) { at + 2 } else { at };
        if of == 0 { return None } else { at + length_of(document, Name::Approximations, at) }
    };
    let all = number::at(document, at)
        .filter(|all| all.value > number.value && all.is_digits && number.is_digits)?;
    // `eight out of 10 voters`: a share.
    if tokens.is(number.end, "out") && (all.value < LARGE || (all.value / 10.0).fract() == 0.0) {
        return None;
    }
    let whole = counted(document, all)?;
    let part = Found { first: number.first, end: number.end, value: number.value, ..whole.clone() };
    Some(vec![part, whole])
}

/// `killing 14 people, and 120 injured`: those who came to harm, without a noun.
fn harmed(document: &Document, number: Number) -> Option<Found> {
    let skip = length_of(document, Name::HarmJoins, number.end);
    let word = number.end + skip;
    // `a quake of magnitude 6.8 killed dozens`.
    let (length, _) = phrase(document, Name::Harms, word).filter(|_| number.value.fract() == 0.0)?;
    let tokens = &document.tokens;
    // `three injured miners`: the noun comes behind.
    let end = word + length;
    let ends = tokens.kind(end) != Some(Kind::Word) || length_of(document, Name::PhraseStops, end) > 0;
    let unit = tokens.word(end - 1).to_owned();
    ends.then_some(Found { first: number.first, end, value: number.value, unit, kind: "count" })
}

fn counted(document: &Document, number: Number) -> Option<Found> {
    let start = noun_start(document, number)?;
    let head = head(document, start)?;
    let unit = document.tokens.word(head).to_owned();
    let is_near =
        document.sentence_of(head) == document.sentence_of(number.first) && !is_model(document, number);
    let is_news = is_near
        && is_news(document, number, head)
        && !is_known_pair(document, number)
        && !is_year(document, number, head);
    let (first, end) = (number.first, head + 1);
    is_news.then_some(Found { first, end, value: number.value, unit, kind: "count" })
}

/// `the 450 Zephyr jets`: a model; not `the 450 Dutch troops`.
fn is_model(document: &Document, number: Number) -> bool {
    let tokens = &document.tokens;
    let next = tokens.folded(number.end);
    let is_known = lexicons::is_people(next)
        || [&lexicons::PLACES, &lexicons::ORGANISATIONS].iter().any(|list| list.has(next));
    let has_determiner = number.first.checked_sub(1).is_some_and(|before| {
        tokens.kind(before) == Some(Kind::Possessive)
            || document.language.has(Name::Determiners, tokens.folded(before))
    });
    document.language.is_english()
        && number.is_digits
        && !number.is_large
        && number.value >= 100.0
        && tokens.is_capital(number.end)
        && has_determiner
        && !is_known
}

/// `4,500 units, including about 3,700 in the north`: a large number without a noun counts what the one before it counts.
pub(super) fn again(document: &Document, first: usize, before: &Found) -> Option<Found> {
    let tokens = &document.tokens;
    if tokens.kind(first) != Some(Kind::Number) {
        return None;
    }
    let number = number::at(document, first)
        .filter(|number| number.is_digits && number.is_large && stands_free(document, *number))?;
    let is_near = before.kind == "count" && document.sentence_of(before.first) == document.sentence_of(first);
    // `from a few acres to 15,000`, `a cast of over 2,000`: counted with what was left out.
    let (start, _) = super::approximation(document, first);
    let is_end = word_list!["by", "from", "of", "to"].has(tokens.folded_before(start, 1));
    let unit = before.unit.clone();
    (is_near && !is_end && is_bare(document, number.end)).then_some(Found {
        first,
        end: number.end,
        value: number.value,
        unit,
        kind: "count",
    })
}

/// True where no noun stands behind a number that ends at token `end`.
fn is_bare(document: &Document, end: usize) -> bool {
    let tokens = &document.tokens;
    let next = tokens.folded(end);
    let ends = !tokens.is_glued(end) && length_of(document, Name::PhraseStops, end) > 0;
    let is_bare = ends || word_list![")", ",", ".", ";"].has(next) || tokens.kind(end) == Some(Kind::Break);
    is_bare && !tokens.is_glued(end + 1) && next != "of" || next == "others"
}

/// Words back from a number to the toll that it gives. Units: tokens.
const TOLL_REACH: usize = 9;

/// `killing 14 and wounding 120`, `the death toll rose to 45`, `a crowd of 20,000`: people whom no noun names.
fn unsaid(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    if !document.language.is_english() || number.value.fract() != 0.0 {
        return None;
    }
    let end = number.end;
    if tokens.kind(end) == Some(Kind::Word) && !is_bare(document, end) && number.value < LARGE {
        return None;
    }
    let (start, _) = super::approximation(document, number.first);
    let back = |n: usize| tokens.folded_before(start, n);
    let harms = word_list!["injured", "injuring", "killed", "killing", "wounded", "wounding"].has(back(1));
    let is_crowd = back(1) == "of"
        && number.value >= LARGE
        && word_list!["audience", "crowd", "population"].has(back(2));
    let rises =
        word_list!["above", "at", "exceeded", "of", "passed", "past", "reached", "surpassed", "to", "topped"]
            .has(back(1));
    let is_word = |i: &usize| matches!(tokens.kind(*i), Some(Kind::Word | Kind::Possessive));
    let words = (start.saturating_sub(TOLL_REACH)..start).rev().take_while(is_word);
    let is_toll = rises && words.map(|i| tokens.folded(i)).any(|word| word == "toll");
    let unit = if is_toll { "deaths" } else { "people" }.to_owned();
    let (first, end) = (number.first, number.end);
    let is_told = is_crowd || (harms || is_toll) && is_bare(document, number.end);
    is_told.then_some(Found { first, end, value: number.value, unit, kind: "count" })
}

/// `the two nations`: who they are was said before.
fn is_known_pair(document: &Document, number: Number) -> bool {
    let before = document.tokens.folded_before(number.first, 1);
    number.value == 2.0 && document.language.has(Name::KnownDeterminers, before)
}

/// `2005 levels`, `by 2025 standards`.
fn is_year(document: &Document, number: Number, head: usize) -> bool {
    // `2001 brought many people grief` counts nobody.
    let is_telling = document.language.has(Name::Telling, document.tokens.folded(head)) && head == number.end;
    let is_year = YEARS.contains(&(number.value as i64)) && number.is_digits && !number.is_large;
    is_year && !is_telling && !(head == number.end && is_about(document, number))
}

/// `About 2000 pages`; `in about 2000` is when.
fn is_about(document: &Document, number: Number) -> bool {
    let (start, kind) = super::approximation(document, number.first);
    let opens = start.checked_sub(1).is_some_and(|before| {
        let opener = document.tokens.folded(before);
        opener == "by" || document.language.has(Name::TimeOpeners, opener)
    });
    kind.is_some() && !opens
}

/// True for a number that no name, row or score holds.
fn stands_free(document: &Document, number: Number) -> bool {
    let tokens = &document.tokens;
    let Some(before) = number.first.checked_sub(1) else { return true };
    let is_glued = tokens.is_glued(number.first)
        && !matches!(tokens.mark(before), Some('(' | '—' | '“' | '"' | '‘' | '['));
    let in_row = document.language.has(Name::Numbered, tokens.folded(before));
    let opens_sentence = document.opens_sentence(before);
    // `Boeing 737` opens a sentence; `iPhone 11`.
    let is_new = || {
        document.language.is_english()
            && !lexicons::is_common_at(tokens, before)
            && !lexicons::FUNCTION_WORDS.has_at(tokens, before)
            && super::approximation(document, number.first).0 == number.first
    };
    let has_turn = tokens.kind(before) == Some(Kind::Word)
        && tokens.word(before).starts_with(char::is_lowercase)
        && tokens.word(before).contains(char::is_uppercase);
    // `On Monday 12 people left.`
    let is_date = document.taken(before) == Taken::Date;
    let is_name = || !is_date && (has_turn || tokens.is_capital(before) && (!opens_sentence || is_new()));
    let after_name = number.is_digits && !number.is_large && is_name();
    let is_ratio = document.language.has(Name::Ratios, tokens.folded(before));
    let after_number = tokens.kind(before) == Some(Kind::Number);
    let is_ratio = is_ratio || of_total(document, before) || number.value == 10.0 && of_ten(document, before);
    let is_ratio = is_ratio || ends_ages(document, before);
    !is_glued && !in_row && !after_name && !after_number && !is_ratio
}

/// `children aged 5 to 12`: no twelve of anything. `before`: the token before the second number.
fn ends_ages(document: &Document, before: usize) -> bool {
    let word = |back: usize| document.tokens.folded_before(before, back);
    let is_range = word_list!["and", "to", "-", "–"].has(word(0));
    is_range && word_list!["age", "aged", "ages"].has(word(2))
}

/// `eight of 10 voters`: a share; not `one of 10 voters`. `before`: the token before the ten.
fn of_ten(document: &Document, before: usize) -> bool {
    let word = document.tokens.folded_before(before, 1);
    document.tokens.is(before, "of") && word != "one" && document.language.has(Name::Numbers, word)
}

/// `four out of five`, `one in ten`: what is counted is a share. `before`: the token before the second number.
fn of_total(document: &Document, before: usize) -> bool {
    let ends = |length: &usize| {
        let start = (before + 1).checked_sub(*length);
        start
            .filter(|start| phrase(document, Name::RatioJoins, *start).is_some_and(|(n, _)| n == *length))
            .is_some()
    };
    let Some(length) = (1..=2).find(ends) else { return false };
    let first = (before + 1 - length).checked_sub(1);
    let is_number = |i: usize| {
        document.tokens.kind(i) == Some(Kind::Number)
            || document.language.has(Name::Numbers, document.tokens.folded(i))
    };
    first.is_some_and(is_number)
}

/// Where the counted phrase starts: behind the number, its hyphen, or `of the`.
fn noun_start(document: &Document, number: Number) -> Option<usize> {
    let tokens = &document.tokens;
    let is_hyphen = tokens.mark(number.end) == Some('-') && tokens.is_glued(number.end);
    // `600+ schools`.
    if tokens.is(number.end, "+") && number.is_digits {
        return Some(number.end + 1);
    }
    // `20-plus countries`.
    if is_hyphen && word_list!["odd", "plus"].has_at(tokens, number.end + 1) {
        return Some(number.end + 2);
    }
    // `four 20-foot containers`.
    let has_size = tokens.kind(number.end) == Some(Kind::Number) && tokens.mark(number.end + 1) == Some('-');
    if has_size && tokens.is_glued(number.end + 2) {
        return Some(number.end + 3);
    }
    if tokens.is_glued(number.end) {
        return (is_hyphen && number.is_digits && tokens.is_glued(number.end + 1)).then_some(number.end + 1);
    }
    let of = length_of(document, Name::OfMoney, number.end);
    let determiner = phrase(document, Name::Determiners, number.end + of).filter(|_| of > 0);
    let is_plain = of == 0 || number.is_large;
    let is_more = document.language.is_english()
        && word_list!["additional", "extra", "further", "more"].has_at(tokens, number.end)
        && !tokens.is(number.end + 1, "than");
    if is_more {
        return Some(number.end + 1);
    }
    determiner.map(|(length, _)| number.end + of + length).or(is_plain.then_some(number.end + of))
}

/// The noun that is counted.
fn head(document: &Document, start: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let has = |table: Name, token: usize| document.language.has(table, tokens.folded(token));
    if tokens.mark(start.wrapping_sub(1)) == Some('-') {
        let is_noun = tokens.kind(start) == Some(Kind::Word) && !tokens.word(start).contains('-');
        return (is_noun && !has(Name::NotCounted, start) && !has(Name::NotAfterHyphen, start))
            .then_some(start);
    }
    let in_phrase =
        |token: &usize| tokens.kind(*token) == Some(Kind::Word) && !has(Name::PhraseStops, *token);
    let mut phrase: Vec<usize> = (start..start + REACH).take_while(in_phrase).collect();
    // `50 million laptop and desktop computers`.
    let is_joined = document.language.is_english()
        && phrase.len() == 1
        && word_list!["and", "or"].has_at(tokens, start + 1)
        && !is_plural(document, start)
        && !tokens.is_capital(start);
    if is_joined {
        phrase.extend((start + 2..start + REACH).take_while(in_phrase));
    }
    let plurals = || phrase.iter().copied().filter(|token| is_plural(document, *token));
    let first = plurals().next()?;
    // "Two United States service members": a name in the phrase is not what is counted, where a plain plural follows.
    let plain = plurals().find(|token| !tokens.is_capital(*token));
    let head = if tokens.is_capital(first) { plain.unwrap_or(first) } else { first };
    // `two police officers`; elsewhere what follows says more of them: `300 habitants évacués`.
    let is_next = |i: &usize| phrase.contains(i) && is_plural(document, *i) && !tokens.is_capital(*i);
    let last = (head + 1..).take_while(is_next).last().filter(|_| document.language.is_english());
    let head = last.unwrap_or(head);
    (!has(Name::NotCounted, head)).then_some(head)
}

fn is_plural(document: &Document, token: usize) -> bool {
    let language = &document.language;
    let word = document.tokens.folded(token);
    if language.is_english() && lexicons::is_people(word) && !lexicons::DEMONYMS.has(word) {
        return true;
    }
    if language.has(Name::NotPlurals, word) {
        return false;
    }
    let ends = language.table(Name::PluralEndings).ends(word, SHORTEST_STEM);
    let is_odd = language.table(Name::SingularEndings).ends(word, 0);
    // `TVs`.
    let are_letters = document.tokens.word(token).strip_suffix('s').is_some_and(is_acronym);
    let is_noun = !language.has(Name::NumberStyle, "capital-nouns") || document.tokens.is_capital(token);
    are_letters || is_noun && (language.has(Name::Plurals, word) || (ends && !is_odd))
}

fn is_news(document: &Document, number: Number, head: usize) -> bool {
    let is_telling = document.language.has(Name::Telling, document.tokens.folded(head));
    let in_lead = document.sentence_of(number.first) < LEAD;
    let tells = document.language.is_english() && !is_enumerated(document, number, head);
    let is_notable = number.value >= if tells { NOTABLE } else { LARGE };
    is_notable || number.is_large || is_telling || in_lead || number.is_digits
}

/// `these five trends`, `here are eight ways`: what a text counts of its own parts.
fn is_enumerated(document: &Document, number: Number, head: usize) -> bool {
    const PARTS: Words = word_list![
        "aspects",
        "benefits",
        "categories",
        "criteria",
        "elements",
        "factors",
        "features",
        "goals",
        "insights",
        "kinds",
        "lessons",
        "options",
        "parts",
        "phases",
        "pillars",
        "points",
        "principles",
        "reasons",
        "rules",
        "sections",
        "stages",
        "steps",
        "strategies",
        "things",
        "tips",
        "trends",
        "types",
        "ways",
    ];
    let before = document.tokens.folded_before(number.first, 1);
    PARTS.has_at(&document.tokens, head)
        || word_list!["are", "following", "into", "other", "these", "those"].has(before)
}
