//! A document -> the people, organisations and places it names.
//!
//! In: a [`Document`] whose dates and quantities are taken. Out: [`Names`]: every human being, organisation and place
//! once, with all its mentions. Runs of capitals become candidates, candidates of one spelling share their clues,
//! spellings of one thing are tied together, and what stays under the bar is counted and not shown.
//! Promises: mentions are in order and do not overlap; a name is written as in the text.

mod acronyms;
mod bodies;
mod clues;
mod forms;
mod links;
mod openers;
mod runs;
mod segments;
#[cfg(test)]
mod tests;

use super::document::Document;
use crate::order;
use crate::order::Map;
use crate::rules::lexicons;
use crate::text::Kind as Token;
use crate::text::Words;
use crate::text::word_list;
pub(crate) use acronyms::is_acronym;
pub(crate) use bodies::is_postnominal;
use clues::Clue;
use forms::Form;
pub(crate) use runs::is_name_word;
pub(crate) use segments::is_honour;
pub(crate) use segments::is_joined_role;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A human being.
    Person,
    /// A company, agency, party, team, court, medium.
    Organisation,
    /// A country, city, region, water, site.
    Place,
}

/// What a given name, an honour or a kin word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// One mention. Units: tokens, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First token of the name.
    pub first: usize,
    /// Token after the name.
    pub end: usize,
    /// First token of the role or title written before it; `first` where there is none.
    pub prefix: usize,
}

/// One person, organisation or place.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    /// What it is.
    pub kind: Kind,
    /// Its fullest form.
    pub full: Mention,
    /// The acronym or short form the story ties to it.
    pub short: Option<Mention>,
    /// In text order, at least one.
    pub mentions: Vec<Mention>,
    /// Of a person.
    pub gender: Option<Gender>,
    /// Of a place: ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// 0..=1.
    pub confidence: f32,
}

/// What a story names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// By first mention.
    pub all: Vec<Named>,
    /// Every mention with the index of what it names, in text order.
    pub mentions: Vec<(Mention, usize)>,
    /// How many people, organisations and places stayed under the bar.
    pub withheld: [u32; 3],
}

impl Names {
    /// The mention that holds a token.
    #[inline(never)]
    pub fn at(&self, token: usize) -> Option<(Mention, usize)> {
        let before = self.mentions.partition_point(|(mention, _)| mention.first <= token);
        let found = before.checked_sub(1).and_then(|i| self.mentions.get(i)).copied();
        found.filter(|(mention, _)| token < mention.end)
    }

    /// Mentions whose name starts in `first..end`.
    #[inline(never)]
    pub fn within(&self, first: usize, end: usize) -> &[(Mention, usize)] {
        let from = self.mentions.partition_point(|(mention, _)| mention.first < first);
        let to = self.mentions.partition_point(|(mention, _)| mention.first < end);
        self.mentions.get(from..to.max(from)).unwrap_or_default()
    }

    /// Whether an index names a person, an organisation, a place.
    #[inline(never)]
    pub fn is(&self, index: usize, kind: Kind) -> bool {
        self.get(index).is_some_and(|named| named.kind == kind)
    }

    /// The one name of which something holds; None where it holds of several.
    #[inline(never)]
    pub fn only(&self, holds: &dyn Fn(usize, &Named) -> bool) -> Option<usize> {
        let mut found = None;
        for (index, named) in self.all.iter().enumerate() {
            if holds(index, named) {
                if found.is_some() {
                    return None;
                }
                found = Some(index);
            }
        }
        found
    }

    /// What an index names.
    #[inline(never)]
    pub fn get(&self, index: usize) -> Option<&Named> {
        self.all.get(index)
    }
}

/// Finds what a document names.
pub(crate) fn find(document: &Document) -> Names {
    let runs = runs::runs(document);
    let usage = runs::Usage::of(document, &runs);
    let mut candidates = Vec::new();
    for run in &runs {
        candidates.extend(segments::candidates(document, *run, &usage));
    }
    candidates.retain(|candidate| !is_no_name(document, candidate.first, candidate.end));
    let forms = forms::of(document, &candidates, &usage);
    let roots = links::roots(document, &forms);
    collect(document, &forms, &roots)
}

/// A land told of so far from a name says whose it is. Units: tokens.
const NEARBY: usize = 200;

/// True for what looks like a name and is none. `a U.S. official`: a country cut short before a role stands for an adjective. `the S&P 500`: a list that a house makes.
fn is_no_name(document: &Document, first: usize, end: usize) -> bool {
    let tokens = &document.tokens;
    let is_short =
        end == first + 1 && word_list!["e.u", "eu", "u.k", "u.s", "uk", "us"].has_at(tokens, first);
    // `Washington, D.C.`: of one city.
    let back = |n: usize| tokens.folded_before(first, n);
    let is_seat = word_list!["d.c", "dc"].has_at(tokens, first) && back(1) == "," && back(2) == "washington";
    let opens_list = word_list!["fortune", "poor", "poor's", "s&p"].has_at(tokens, end - 1)
        && tokens.kind(end) == Some(Token::Number);
    // `caught on CCTV`: of no station, where China is not told of nearby.
    let nearby = first.saturating_sub(NEARBY)..first + NEARBY;
    let is_camera = tokens.is(first, "cctv")
        && !nearby.into_iter().any(|i| word_list!["china", "chinese"].has_at(tokens, i));
    // `Abbott v. Burke`: a case; teams meet without the stop.
    let is_versus = |i: usize| tokens.word(i) == "v.";
    let is_case = is_versus(end) || first.checked_sub(1).is_some_and(is_versus);
    // `viruses such as West Nile`.
    let is_illness = back(2) == "such"
        && back(1) == "as"
        && word_list!["bacteria", "diseases", "illnesses", "infections", "pathogens", "viruses"].has(back(3));
    is_seat
        || is_case
        || is_illness
        || is_camera
        || opens_list
        || is_named_after(document, first, end)
        || is_short && !tokens.is_capital(end) && lexicons::ROLES.has_any_number_at(tokens, end)
}

/// `the Paris agreement`, `Brussels sprouts`, `the Kennedy family`, `Wall Street banks`: what is called after a place, or after a
/// family that a place is called after. A country is party to its accords, and `an Austin family` lives there.
fn is_named_after(document: &Document, first: usize, end: usize) -> bool {
    const THINGS: Words = word_list![
        "accord",
        "accords",
        "administration",
        "agreement",
        "brothers",
        "clan",
        "dynasty",
        "family",
        "protocol",
        "sisters",
        "sprouts",
        "treaty",
        "variant",
        "variants",
    ];
    const TRADES: Words = word_list![
        "analyst", "analysts", "bank", "banker", "bankers", "banks", "firm", "firms", "trader", "traders"
    ];
    let tokens = &document.tokens;
    let lives = word_list!["a", "an"].has(tokens.folded_before(first, 1));
    let next = end + usize::from(word_list!["climate", "peace"].has_at(tokens, end));
    let is_thing = !lives && THINGS.has_at(tokens, next);
    let is_trade = tokens.is(first, "wall") && TRADES.has_at(tokens, end);
    (is_thing || is_trade)
        && !tokens.is_capital(next)
        && lexicons::PLACES.whole(tokens, first, end).is_some_and(|value| !value.ends_with('='))
}

/// Forms with one root are one thing.
fn collect(document: &Document, forms: &[Form], roots: &[usize]) -> Names {
    let mut groups: Map<usize, Vec<usize>> = Map::default();
    for (form, root) in roots.iter().enumerate() {
        groups.get_or_default(*root).push(form);
    }
    let mut names = Names::default();
    for (root, members) in groups.into_sorted() {
        let Some(form) = forms.get(root) else { continue };
        let members: Vec<&Form> = members.iter().filter_map(|i| forms.get(*i)).collect();
        match form.kind.filter(|kind| is_shown(document, *kind, form, &members)) {
            Some(kind) => names.all.push(named(document, kind, form, &members)),
            None => withhold(&mut names.withheld, form),
        }
    }
    order::sort_by_key(&mut names.all, |named| named.mentions.first().map(|m| m.first));
    for (i, named) in names.all.iter().enumerate() {
        for mention in &named.mentions {
            names.mentions.push((*mention, i));
        }
    }
    order::sort_by_key(&mut names.mentions, |(mention, _)| mention.first);
    names
}

/// Counts what a reader might have taken for a name.
fn withhold(withheld: &mut [u32; 3], form: &Form) {
    let counted = form.kind.or(form.leaning).map(|kind| kind as usize);
    if let Some(count) = counted.and_then(|kind| withheld.get_mut(kind)) {
        *count += 1;
    }
}

/// Clues enough for a name of one word that nothing ties to a full one.
const LONE_PERSON: f32 = 2.6;

fn is_shown(document: &Document, kind: Kind, form: &Form, members: &[&Form]) -> bool {
    let seen: usize = members.iter().map(|m| m.mentions.len()).sum();
    // `The Guardian` of one word; at the start of a sentence `The Australian economy` is written so too.
    let is_the = form.words == 2 && form.key.starts_with("the ");
    let one_word = form.words == 1 || is_the;
    let known = [
        Clue::ListedPlace,
        Clue::ListedOrganisation,
        Clue::Title,
        Clue::PlaceOrPerson,
        Clue::KnownPerson,
        Clue::StateAfter,
    ];
    let is_known = form.clues.has_any(&known) && !is_the;
    let only_opens = members.iter().all(|m| m.mentions.iter().all(|at| at.opens));
    let is_told = is_the && form.clues.has(Clue::ListedOrganisation) && form.clues.has(Clue::CueAfter);
    let is_body =
        form.clues.has_any(&[Clue::OrganisationHead, Clue::OrganisationOpener, Clue::CompanySuffix]);
    // `Treadmill Falls:` of a place that nothing else speaks for.
    let is_weak = !is_known
        && match kind {
            Kind::Organisation => !is_the && !is_body,
            Kind::Place => form.located == 0,
            Kind::Person => false,
        };
    if is_weak && members.iter().all(|m| m.mentions.iter().all(|at| is_label(document, at))) {
        return false;
    }
    // `QUARRIN, Nov 22 — Voters …`.
    let is_dateline = kind == Kind::Place
        && form.located > 0
        && members.iter().all(|m| m.mentions.iter().all(|at| shouts(document, at.first, at.end)));
    if one_word && only_opens && !is_known && !is_told && !is_dateline && (seen == 1 || kind != Kind::Person)
    {
        return false;
    }
    if one_word && kind == Kind::Person && members.len() == 1 {
        return form.clues.has_any(&[Clue::Title, Clue::KnownPerson])
            || form.score > LONE_PERSON && english(document);
    }
    true
}

/// True for a name all in capitals.
fn shouts(document: &Document, first: usize, end: usize) -> bool {
    document.tokens.slice(first, end).chars().all(|c| !c.is_lowercase())
}

/// A line of its own, or what opens one before a colon: headings and lists are written in capitals.
fn is_label(document: &Document, at: &segments::Candidate) -> bool {
    let tokens = &document.tokens;
    let is_end = |token: usize| matches!(tokens.kind(token), None | Some(Token::Break));
    let back = |n: usize| at.prefix.checked_sub(n).is_none_or(is_end);
    let opens = back(1) || back(2) && tokens.kind(at.prefix - 1) == Some(Token::Mark);
    opens && (is_end(at.end) || tokens.mark(at.end) == Some(':'))
}

fn english(document: &Document) -> bool {
    document.language.is_english()
}

/// What a confidence of one half stands for.
const HALF_SURE: f32 = 1.5;

fn named(document: &Document, kind: Kind, form: &Form, members: &[&Form]) -> Named {
    let mut mentions: Vec<Mention> = Vec::new();
    for member in members {
        for candidate in &member.mentions {
            mentions.push(candidate.mention());
        }
    }
    order::sort_by_key(&mut mentions, |m| m.first);
    let full = fullest(document, form, members);
    let place = lexicons::PLACES
        .longest_at(&document.tokens, full.first, full.end)
        .map(|(_, code)| code.trim_end_matches(['=', '?']));
    Named {
        kind,
        full,
        short: short(members, full),
        gender: if kind == Kind::Person { gender(document, full, &mentions) } else { None },
        country: place.filter(|code| kind == Kind::Place && code.len() == 2),
        confidence: form.score / (form.score + HALF_SURE),
        mentions,
    }
}

/// The form with most words; of one length, the first that is not all capitals.
fn fullest(document: &Document, root: &Form, members: &[&Form]) -> Mention {
    let mut best: Option<Mention> = None;
    for member in members.iter().filter(|m| m.kind == root.kind || m.kind.is_none()) {
        for mention in member.mentions.iter().map(|c| c.mention()) {
            let rank =
                |m: &Mention| (std::cmp::Reverse(m.end - m.first), shouts(document, m.first, m.end), m.first);
            if best.is_none_or(|best| rank(&mention) < rank(&best)) {
                best = Some(mention);
            }
        }
    }
    best.or(root.mentions.first().map(|c| c.mention())).unwrap_or(Mention { first: 0, end: 0, prefix: 0 })
}

/// The shortest other form of an organisation.
fn short(members: &[&Form], full: Mention) -> Option<Mention> {
    let mut short: Option<Mention> = None;
    for member in members.iter().filter(|m| m.words < full.end - full.first) {
        let Some(mention) = member.mentions.first().map(|c| c.mention()) else { continue };
        let rank = |m: &Mention| (m.end - m.first, m.first);
        if short.is_none_or(|short| rank(&mention) < rank(&short)) {
            short = Some(mention);
        }
    }
    short
}

fn gender(document: &Document, full: Mention, mentions: &[Mention]) -> Option<Gender> {
    let tokens = &document.tokens;
    let of = |value: &str| match value.chars().next() {
        Some('f') => Some(Gender::Female),
        Some('m') => Some(Gender::Male),
        _ => None,
    };
    let tells = |i: usize| {
        let word = tokens.folded(i);
        lexicons::TITLES.get(word).and_then(of).or_else(|| kin_gender(word))
    };
    let told = mentions.iter().find_map(|m| (m.prefix.saturating_sub(1)..m.first).find_map(tells));
    let given = if full.end - full.first > 1 { given_gender(tokens.folded(full.first)) } else { None };
    told.or(given)
}

/// What the list of given names says, or the ending where it has none.
fn given_gender(name: &str) -> Option<Gender> {
    match lexicons::GIVEN.get(name)? {
        "" if name.ends_with(['a', 'e', 'i']) => Some(Gender::Female),
        "f" => Some(Gender::Female),
        "" | "m" => Some(Gender::Male),
        _ => None,
    }
}

/// What a noun for a person tells of her or him.
pub(crate) fn kin_gender(word: &str) -> Option<Gender> {
    const FEMALE: Words = word_list![
        "actress",
        "aunt",
        "businesswoman",
        "chairwoman",
        "congresswoman",
        "daughter",
        "girlfriend",
        "grandmother",
        "mom",
        "mother",
        "mum",
        "niece",
        "policewoman",
        "queen",
        "sister",
        "spokeswoman",
        "widow",
        "wife",
        "woman",
    ];
    const MALE: Words = word_list![
        "boyfriend",
        "brother",
        "businessman",
        "chairman",
        "congressman",
        "dad",
        "father",
        "grandfather",
        "husband",
        "king",
        "man",
        "nephew",
        "policeman",
        "son",
        "spokesman",
        "uncle",
        "widower",
    ];
    let female = FEMALE.has(word).then_some(Gender::Female);
    female.or_else(|| MALE.has(word).then_some(Gender::Male))
}
