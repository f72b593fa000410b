//! The lines above the story -> what they say about it: headline, byline, outlet, section, days, lead image.
//!
//! Each line, or each field of a line (`By Ana Roe | 17 April 2023`), is claimed by at most one of them.

use super::lines::Line;
use super::name;
use super::role::Role;
use super::role::same_words;
use super::sign::Signs;
use super::title;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::Meta;
use crate::article::Source;
use crate::article::Sourced;
use crate::rules::furniture::Furniture;
use crate::rules::furniture::Kind;
use std::ops::Range;

/// What was read above the story.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What the lines say.
    pub meta: Meta,
    /// Where the story's own lines start, at the latest.
    pub end: usize,
    /// The headline's line.
    pub title: Option<usize>,
    /// Shape: one for each line; true where the line is shown as metadata.
    pub claimed: Vec<bool>,
}

/// A part of a line between bars or dots.
struct Field {
    line: usize,
    text: String,
    signs: Signs,
}

/// Bylines and days stand within this share of the story's text. Units: percent.
const TOP: usize = 20;

/// The same for short stories. Units: characters.
const TOP_AT_LEAST: usize = 300;

/// A name without "By" stands this close to the headline or to a day. Units: lines.
const NEAR: usize = 3;

/// A longer name is none of an outlet. Units: words.
const OUTLET: usize = 6;

/// A longer name is none of a desk ("Staff and agencies"). Units: words.
const DESK: usize = 8;

/// Three sections in a row are a menu.
const MENU: usize = 3;

/// Reads the lines above the story and the first few of it.
pub fn read(
    lines: &[Line],
    signs: &[Signs],
    roles: &[Role],
    span: &Range<usize>,
    furniture: &Furniture,
) -> Head {
    let end = end(lines, signs, roles, span);
    let mut head = Head { end, claimed: vec![false; lines.len()], ..Head::default() };
    let found = title::find(lines, signs, roles, span, end);
    let mut suffix = None;
    if let Some(found) = found {
        head.title = Some(found.line);
        head.meta.title = Some(sourced(&found.text));
        head.claimed[found.line] = true;
        suffix = found.outlet;
    }
    let fields = fields(lines, roles, head.title, end, furniture);
    read_days(&mut head, roles, &fields, furniture);
    read_outlet(&mut head, lines, roles, &fields, suffix);
    read_section(&mut head, roles, &fields);
    read_byline(&mut head, lines, roles, &fields, span);
    read_lead_image(&mut head, lines, roles, span);
    head
}

/// A value of a copied page.
pub fn sourced(value: &str) -> Sourced {
    Sourced { value: value.to_owned(), source: Source::PlainText }
}

/// One past the last day or byline near the top; else where the story starts.
fn end(lines: &[Line], signs: &[Signs], roles: &[Role], span: &Range<usize>) -> usize {
    let prose = |range: Range<usize>| -> usize {
        range.filter(|at| roles[*at] == Role::Prose).map(|at| signs[at].length).sum()
    };
    let top = (prose(span.clone()) * TOP / 100).max(TOP_AT_LEAST);
    let mut end = span.start;
    let mut passed = 0;
    for at in span.clone() {
        passed += if roles[at] == Role::Prose { signs[at].length } else { 0 };
        if passed > top {
            break;
        }
        if matches!(roles[at], Role::Days(_)) || written_by(&lines[at].text, &signs[at]).is_some() {
            end = at + 1;
        }
    }
    end
}

fn fields(
    lines: &[Line],
    roles: &[Role],
    title: Option<usize>,
    end: usize,
    furniture: &Furniture,
) -> Vec<Field> {
    let open = |at: &usize| {
        Some(*at) != title
            && matches!(
                roles[*at],
                Role::Short | Role::Days(_) | Role::AgencyCredit | Role::Repeated | Role::Pointer
            )
    };
    let parts = |at: usize| {
        let parts = lines[at].text.split(['|', '•', '·', '›', '»', '>', '—', '–']);
        parts.map(str::trim).filter(|p| !p.is_empty()).map(move |part| (at, part.to_owned()))
    };
    let field = |(line, text): (usize, String)| {
        let signs = Signs::of(&Line { text: text.clone(), gap: false }, furniture);
        Field { line, text, signs }
    };
    (0..end).filter(open).flat_map(parts).map(field).collect()
}

fn read_days(head: &mut Head, roles: &[Role], fields: &[Field], furniture: &Furniture) {
    for field in fields {
        let days = match &roles[field.line] {
            Role::Days(days) => days.clone(),
            _ => super::dates::read(&field.signs, furniture),
        };
        if !days.only {
            continue;
        }
        head.claimed[field.line] = true;
        let meta = &mut head.meta;
        meta.published = meta.published.take().or(days.published.as_deref().map(sourced));
        meta.updated = meta.updated.take().or(days.updated.as_deref().map(sourced));
    }
    if head.meta.updated.as_ref().map(|d| &d.value) <= head.meta.published.as_ref().map(|d| &d.value) {
        head.meta.updated = None;
    }
}

/// A name that stands twice in a row (logo and name), one with a word papers are called by, or what follows the headline.
fn read_outlet(head: &mut Head, lines: &[Line], roles: &[Role], fields: &[Field], suffix: Option<String>) {
    let named =
        |f: &&Field| !head.claimed[f.line] && f.signs.words.words.len() <= OUTLET && name::is_name(&f.text);
    let twice = |f: &&Field| {
        let next = lines.get(f.line + 1).is_some_and(|next| next.text == f.text);
        next && roles[f.line + 1] == Role::Repeated
    };
    let called =
        |f: &&Field| f.signs.has(Kind::Outlet) && f.signs.furniture().is_none() && !is_section(&f.signs);
    let own = |f: &&Field| called(f) && written_by(&f.text, &f.signs).is_none() && !f.signs.has(Kind::Staff);
    let candidates = || fields.iter().filter(named);
    let found = candidates().find(twice).or_else(|| candidates().find(own));
    head.meta.outlet = found.map(|f| sourced(&f.text)).or(suffix.as_deref().map(sourced));
    claim_all(head, fields, head.meta.outlet.clone());
}

fn is_section(signs: &Signs) -> bool {
    signs.is_only(Kind::Section)
}

/// The section named last before the headline; several in a row are a menu.
fn read_section(head: &mut Head, roles: &[Role], fields: &[Field]) {
    let alone = |at: usize| {
        let run = |step: isize| {
            let next = |n: &usize| n.checked_add_signed(step);
            let sections = std::iter::successors(next(&at), next).map_while(|n| fields.get(n));
            sections.take(MENU).take_while(|f| is_section(&f.signs) && f.line != fields[at].line).count()
        };
        run(-1) + run(1) + 1 < MENU
    };
    let short = |f: &Field| roles[f.line] == Role::Short || roles[f.line] == Role::Repeated;
    let section =
        |(at, f): &(usize, &Field)| is_section(&f.signs) && short(f) && !head.claimed[f.line] && alone(*at);
    let before = |f: &Field| head.title.is_none_or(|title| f.line < title);
    let found = || fields.iter().enumerate().filter(section);
    let nearest = found().rfind(|(_, f)| before(f)).or_else(|| found().next());
    head.meta.section = nearest.map(|(_, f)| sourced(&f.text));
    claim_all(head, fields, head.meta.section.clone());
}

/// Every line that is the value, or says nothing else.
fn claim_all(head: &mut Head, fields: &[Field], value: Option<Sourced>) {
    let Some(value) = value else { return };
    for field in fields.iter().filter(|f| f.text == value.value) {
        head.claimed[field.line] = true;
    }
}

/// What stands after "By". None: the line does not open so, or goes on as a sentence does.
fn written_by(text: &str, signs: &Signs) -> Option<String> {
    let hit = signs.opens_with(Kind::Byline)?;
    let rest = text[hit.bytes.end..].trim_start_matches([':', ' ', '：', '/', '／', '・', '＝']);
    (name::is_name(rest) && !signs.has(Kind::Credit)).then(|| rest.to_owned())
}

fn read_byline(head: &mut Head, lines: &[Line], roles: &[Role], fields: &[Field], span: &Range<usize>) {
    let free = |f: &&Field| !head.claimed[f.line] || lines[f.line].text != f.text;
    let explicit = || {
        fields.iter().filter(free).enumerate().find_map(|(at, f)| {
            let alone = f.signs.is_only(Kind::Byline);
            let next = || fields.get(at + 1).filter(|n| alone && name::is_name(&n.text));
            written_by(&f.text, &f.signs)
                .map(|value| (vec![f.line], value))
                .or_else(|| next().map(|n| (vec![f.line, n.line], n.text.clone())))
        })
    };
    let own =
        |f: &&Field| free(f) && f.signs.furniture().is_none() && !is_section(&f.signs) && !f.signs.sentence;
    let staff = |f: &&Field| {
        let desk = f.signs.has(Kind::Staff) || roles[f.line] == Role::AgencyCredit;
        desk && f.text.starts_with(|c: char| !c.is_lowercase()) && f.signs.words.words.len() <= DESK
    };
    let near = |f: &&Field| {
        let day = |at: usize| roles.get(at).is_some_and(|role| matches!(role, Role::Days(_)));
        let close = head.title.is_some_and(|title| f.line.abs_diff(title) <= NEAR);
        close || (f.line.saturating_sub(NEAR)..=f.line + NEAR).any(day)
    };
    let person = |f: &&Field| name::is_person(&f.text) && near(f) && !is_subject(&f.text, lines, roles, span);
    let implicit = |test: &dyn Fn(&&Field) -> bool| {
        fields.iter().filter(own).find(|f| test(f)).map(|f| (vec![f.line], f.text.clone()))
    };
    let found = explicit().or_else(|| implicit(&staff)).or_else(|| implicit(&person));
    if let Some((claimed, value)) = found {
        claimed.into_iter().for_each(|line| head.claimed[line] = true);
        head.meta.byline = Some(sourced(&value));
    }
}

/// True where the story speaks of a person of that name.
fn is_subject(name: &str, lines: &[Line], roles: &[Role], span: &Range<usize>) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let told = |at: &usize| roles[*at] == Role::Prose && lines[*at].text.contains(last);
    span.clone().filter(told).count() > 1
}

/// The first caption above the story's second paragraph, with the picture's own text where it stands before it.
fn read_lead_image(head: &mut Head, lines: &[Line], roles: &[Role], span: &Range<usize>) {
    let second = span.clone().filter(|at| roles[*at] == Role::Prose).nth(1).unwrap_or(span.end);
    let found = (0..second.max(head.end)).find_map(|at| match &roles[at] {
        Role::Caption(caption) => Some((at, caption.clone())),
        _ => None,
    });
    let Some((at, mut caption)) = found else { return };
    head.claimed[at] = true;
    let mut alt = String::new();
    if at > 0 && roles[at - 1] == Role::Alt {
        head.claimed[at - 1] = true;
        alt.clone_from(&lines[at - 1].text);
    } else if caption.text.is_none()
        && at > 0
        && !lines[at].gap
        && roles[at - 1] == Role::Prose
        && at - 1 < span.start.max(head.end)
    {
        head.claimed[at - 1] = true;
        caption.text = Some(lines[at - 1].text.clone());
    }
    head.meta.lead_image = Some(Figure {
        images: vec![Image { alt, ..Image::default() }],
        caption: caption.text.map(|text| vec![Inline::Text(text)]),
        credit: caption.credit,
    });
}

/// True for a line that says again what is shown as metadata.
pub fn is_shown(meta: &Meta, text: &str) -> bool {
    let values = [&meta.title, &meta.byline, &meta.outlet, &meta.section];
    values.into_iter().flatten().any(|value| same_words(&value.value, text))
}
