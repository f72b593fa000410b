//! A reading -> tables: covers with their reasons, metadata with its sources, facts with their sentences, what was left
//! out and why.

use super::build::append;
use super::build::by_id;
use super::build::element;
use super::build::set;
use super::cost::Cost;
use super::words;
use crate::Reading;
use crate::article::Article;
use crate::article::Sourced;
use crate::covers::Covers;
use crate::facts::Anchor;
use crate::facts::Facts;
use web_sys::Document;
use web_sys::Element;

/// The one part that is folded at first: it is long, and seldom what one came for.
const LEFT_OUT: &str = "What was left out";

/// One row: what, how it is told, and the sentence it stands in.
struct Fact {
    kind: &'static str,
    what: String,
    note: String,
    at: Anchor,
}

/// Shows a reading's tables in place of the ones before.
pub(super) fn show(document: &Document, reading: &Reading, cost: &Cost) {
    let Ok(place) = by_id(document, "tables") else { return };
    place.set_text_content(None);
    note(document, &place, &cost.told());
    covers(document, &place, &reading.covers);
    match &reading.article {
        Ok(article) => {
            metadata(document, &place, article);
            facts(document, &place, &crate::story(article).text, &reading.facts);
            removed(document, &place, article);
        }
        Err(none) => {
            let words = format!(
                "No article here: {} characters of running text, a story needs {}.",
                none.characters_found, none.characters_needed
            );
            let place = section(document, &place, "What the page says about its story", None);
            note(document, &place, &words);
        }
    }
}

fn covers(document: &Document, place: &Element, covers: &Covers) {
    let place = section(document, place, "What lies over it", Some(covers.covers.len()));
    if covers.covers.is_empty() {
        return note(document, &place, "Nothing.");
    }
    let body = table(document, &place, "Found by structure, place and wording", &["What", "Why", "How sure"]);
    for cover in &covers.covers {
        let why: Vec<String> = cover.signs.iter().map(words::sign).collect();
        let sure = format!("{:.0} %", cover.confidence * 100.0);
        row(document, &body, words::kind(cover.kind), &[("Why", why.join("; ")), ("How sure", sure)]);
    }
}

fn metadata(document: &Document, place: &Element, article: &Article) {
    let place = section(document, place, "What the page says about its story", None);
    let body = table(document, &place, "Each with where it stood", &["What", "Value", "Source"]);
    let meta = &article.meta;
    let sourced: [(&str, &Option<Sourced>); 8] = [
        ("Headline", &meta.title),
        ("Byline", &meta.byline),
        ("Outlet", &meta.outlet),
        ("Shown by", &meta.aggregator),
        ("Original", &meta.original_url),
        ("Section", &meta.section),
        ("Published", &meta.published),
        ("Updated", &meta.updated),
    ];
    for (name, value) in sourced.iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
        let source = words::source(value.source).to_owned();
        row(document, &body, name, &[("Value", value.value.clone()), ("Source", source)]);
    }
    let image = meta.lead_image.as_ref().and_then(|figure| figure.credit.clone());
    let plain = [
        ("Photo credit", image, "at the picture"),
        ("Agencies", meta.agency_credit.clone(), "visible text"),
        ("Language", meta.lang.clone(), "declared, or told by its words"),
        ("Words", Some(article.word_count.to_string()), "counted"),
        ("Delivered", Some(words::delivered(&article.delivered)), "told by its text and what lies over it"),
    ];
    for (name, value, source) in plain.into_iter().filter_map(|(name, value, by)| Some((name, value?, by))) {
        row(document, &body, name, &[("Value", value), ("Source", source.to_owned())]);
    }
}

fn facts(document: &Document, place: &Element, text: &str, facts: &Facts) {
    let found = listed(facts);
    let place = section(document, place, "Key facts", Some(found.len()));
    if found.is_empty() {
        return note(document, &place, "None that is sure enough to be shown.");
    }
    let body = table(document, &place, "Each in the sentence it stands in", &["Kind", "Fact", "Sentence"]);
    for fact in &found {
        let line = element(document, "tr", "");
        append(&line, &head_cell(document, fact.kind));
        let what = cell(document, "Fact", &fact.what);
        if !fact.note.is_empty() {
            append(&what, &element(document, "small", &fact.note));
        }
        append(&line, &what);
        append(&line, &sentence(document, text, facts, fact.at));
        append(&body, &line);
    }
}

fn listed(facts: &Facts) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut add = |kind, what: &str, note: String, at: Option<Anchor>| {
        out.extend(at.map(|at| Fact { kind, what: what.to_owned(), note, at }));
    };
    for person in &facts.people {
        let role = person.role.as_ref().map(|(role, _)| role.clone()).unwrap_or_default();
        add("Person", &person.name, role, person.mentions.first().copied());
    }
    for one in &facts.organisations {
        add("Organisation", &one.name, one.short.clone().unwrap_or_default(), one.mentions.first().copied());
    }
    for place in &facts.places {
        add(
            "Place",
            &place.name,
            place.country.unwrap_or_default().to_owned(),
            place.mentions.first().copied(),
        );
    }
    for date in &facts.dates {
        add("Date", &date.text, date.iso.clone().unwrap_or_default(), Some(date.at));
    }
    for quantity in &facts.quantities {
        add("Amount", &quantity.text, quantity.of.clone().unwrap_or_default(), Some(quantity.at));
    }
    for quote in &facts.quotes {
        let speaker = quote.speaker.as_ref().map_or("unattributed", |speaker| speaker.name.as_str());
        add("Quote", speaker, String::new(), quote.parts.first().copied());
    }
    for key in &facts.key_sentences {
        let whole = facts.sentences.get(key.sentence as usize);
        let at = whole.map(|&(start, end)| Anchor { sentence: key.sentence, start, end });
        add("Key sentence", "", key.why.join(", "), at);
    }
    out
}

/// The sentence with the fact marked in it.
fn sentence(document: &Document, text: &str, facts: &Facts, at: Anchor) -> Element {
    let cell = cell(document, "Sentence", "");
    let (start, end) = facts.sentences.get(at.sentence as usize).copied().unwrap_or((at.start, at.end));
    let piece = |from: u32, to: u32| text.get(from as usize..to as usize).unwrap_or_default();
    let (from, to) = (at.start.max(start), at.end.max(at.start));
    cell.append_with_str_1(piece(start, from)).expect("our own tree");
    append(&cell, &element(document, "mark", piece(from, to)));
    cell.append_with_str_1(piece(to, end.max(to))).expect("our own tree");
    cell
}

fn removed(document: &Document, place: &Element, article: &Article) {
    let place = section(document, place, LEFT_OUT, Some(article.removed.len()));
    if article.removed.is_empty() {
        return note(document, &place, "Nothing.");
    }
    let body = table(document, &place, "In the order of the page", &["Why", "Text"]);
    for removed in &article.removed {
        row(document, &body, words::removed(removed.reason), &[("Text", removed.text.clone())]);
    }
}

/// A part that folds, with how much is in it; what was left out is folded at first. Gives where its content goes.
fn section(document: &Document, place: &Element, title: &str, count: Option<usize>) -> Element {
    let part = element(document, "details", "");
    if title != LEFT_OUT {
        set(&part, "open", "");
    }
    let summary = element(document, "summary", "");
    append(&summary, &element(document, "h3", title));
    if let Some(count) = count.filter(|count| *count > 0) {
        append(&summary, &element(document, "span", &count.to_string()));
    }
    append(&part, &summary);
    append(place, &part);
    part
}

fn note(document: &Document, place: &Element, text: &str) {
    let note = element(document, "p", text);
    set(&note, "class", "none");
    append(place, &note);
}

/// An empty table; gives its body.
fn table(document: &Document, place: &Element, caption: &str, columns: &[&str]) -> Element {
    let table = element(document, "table", "");
    append(&table, &element(document, "caption", caption));
    let head = element(document, "thead", "");
    let line = element(document, "tr", "");
    for column in columns {
        let cell = element(document, "th", column);
        set(&cell, "scope", "col");
        append(&line, &cell);
    }
    append(&head, &line);
    append(&table, &head);
    let body = element(document, "tbody", "");
    append(&table, &body);
    append(place, &table);
    body
}

fn row(document: &Document, body: &Element, name: &str, cells: &[(&str, String)]) {
    let line = element(document, "tr", "");
    append(&line, &head_cell(document, name));
    for (column, text) in cells {
        append(&line, &cell(document, column, text));
    }
    append(body, &line);
}

fn head_cell(document: &Document, text: &str) -> Element {
    let cell = element(document, "th", text);
    set(&cell, "scope", "row");
    cell
}

/// Columns whose cells need no name before them where the table is narrow: what they hold says what it is.
const PLAIN: &[&str] = &["Value", "Fact", "Sentence", "Text"];

/// In a narrow place the column's name stands before what it holds.
fn cell(document: &Document, column: &str, text: &str) -> Element {
    let cell = element(document, "td", text);
    if !text.is_empty() && !PLAIN.contains(&column) {
        set(&cell, "data-column", column);
    }
    cell
}
