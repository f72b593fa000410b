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

/// A name without "By" stands this close to the headline. Units: lines.
const NEAR: usize = 4;

/// "By" stands this close to it. Units: lines.
const NEAR_BY: usize = 15;

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
    read_section(&mut head, signs, roles, &fields);
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
        let parts = lines[at].text.split(['|', '•', '·', '›', '»', '>', '—', '–', '/']);
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

/// A name that stands twice in a row (logo and name), one with a word papers are called by, one that returns below the
/// story, or what follows the headline.
fn read_outlet(head: &mut Head, lines: &[Line], roles: &[Role], fields: &[Field], suffix: Option<String>) {
    let named =
        |f: &&Field| !head.claimed[f.line] && f.signs.words.words.len() <= OUTLET && name::is_name(&f.text);
    let twice = |f: &&Field| {
        let next = lines.get(f.line + 1).is_some_and(|next| next.text == f.text);
        next && roles[f.line + 1] == Role::Repeated && !is_section(&f.signs)
    };
    let called =
        |f: &&Field| f.signs.has(Kind::Outlet) && f.signs.furniture().is_none() && !is_section(&f.signs);
    let own = |f: &&Field| called(f) && written_by(&f.text, &f.signs).is_none() && !f.signs.has(Kind::Staff);
    let candidates = || fields.iter().filter(named);
    let below = |f: &&Field| {
        let own = f.signs.furniture().is_none() && !is_section(&f.signs);
        own && lines[head.end..]
            .iter()
            .any(|l| l.text == f.text || (l.text.contains('©') && l.text.contains(&f.text)))
    };
    let found =
        candidates().find(twice).or_else(|| candidates().find(own)).or_else(|| candidates().find(below));
    head.meta.outlet = found.map(|f| sourced(&f.text)).or(suffix.as_deref().map(sourced));
    claim_all(head, fields, head.meta.outlet.clone());
}

fn is_section(signs: &Signs) -> bool {
    signs.is_only(Kind::Section)
}

/// The section named last before the headline. Several in a row are a menu, unless one is said again under it.
fn read_section(head: &mut Head, signs: &[Signs], roles: &[Role], fields: &[Field]) {
    let is_line = |at: &usize| signs.get(*at).is_some_and(is_section);
    let menu = |at: usize| {
        let (above, below) = ((0..at).rev().take_while(is_line).count(), (at..).take_while(is_line).count());
        above + below >= MENU && roles[at] != Role::Repeated
    };
    let section = |f: &&Field| is_section(&f.signs) && !head.claimed[f.line] && !menu(f.line);
    let before = |f: &&Field| head.title.is_none_or(|title| f.line < title);
    let found = || fields.iter().filter(section);
    let nearest = found().rfind(before).or_else(|| found().next());
    head.meta.section = nearest.map(|f| sourced(&f.text));
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
    let found = explicit(head, lines, fields)
        .or_else(|| implicit(head, lines, fields, &|f| is_desk(f, roles)))
        .or_else(|| implicit(head, lines, fields, &|f| is_writer(f, head, lines, roles, span)));
    if let Some((claimed, value)) = found {
        claimed.into_iter().for_each(|line| head.claimed[line] = true);
        head.meta.byline = Some(sourced(&value));
    }
}

type Byline = (Vec<usize>, String);

fn is_free(field: &Field, head: &Head, lines: &[Line]) -> bool {
    !head.claimed[field.line] || lines[field.line].text != field.text
}

/// True close to the headline, or where there is none.
fn is_near(head: &Head, line: usize, lines: usize) -> bool {
    head.title.is_none_or(|title| line.abs_diff(title) <= lines)
}

/// "By Ana Roe", or "By" and the name in the next line.
fn explicit(head: &Head, lines: &[Line], fields: &[Field]) -> Option<Byline> {
    let free = |f: &&Field| is_free(f, head, lines) && is_near(head, f.line, NEAR_BY);
    fields.iter().enumerate().filter(|(_, f)| free(f)).find_map(|(at, f)| {
        let alone = f.signs.is_only(Kind::Byline);
        let next = || fields.get(at + 1).filter(|n| alone && name::is_name(&n.text));
        written_by(&f.text, &f.signs)
            .map(|value| (vec![f.line], value))
            .or_else(|| next().map(|n| (vec![f.line, n.line], n.text.clone())))
    })
}

fn implicit(head: &Head, lines: &[Line], fields: &[Field], test: &dyn Fn(&Field) -> bool) -> Option<Byline> {
    let own = |f: &&Field| {
        let other = is_section(&f.signs) || f.signs.sentence || f.signs.is_only(Kind::Byline);
        is_free(f, head, lines) && f.signs.furniture().is_none() && !other && is_near(head, f.line, NEAR)
    };
    fields.iter().filter(own).find(|f| test(f)).map(|f| (vec![f.line], f.text.clone()))
}

/// "Staff and agencies", "Reuters".
fn is_desk(field: &Field, roles: &[Role]) -> bool {
    let desk = field.signs.has(Kind::Staff) || roles[field.line] == Role::AgencyCredit;
    desk && field.text.starts_with(|c: char| !c.is_lowercase()) && field.signs.words.words.len() <= DESK
}

/// A person's name beside the headline or a day, of whom the story does not speak.
fn is_writer(field: &Field, head: &Head, lines: &[Line], roles: &[Role], span: &Range<usize>) -> bool {
    let near = field.line.saturating_sub(1)..=field.line + 1;
    let day = || near.clone().any(|at| roles.get(at).is_some_and(|role| matches!(role, Role::Days(_))));
    let under = || head.title.is_some_and(|title| (title + 1..=title + 2).contains(&field.line));
    name::is_person(&field.text) && (under() || day()) && !is_subject(&field.text, lines, roles, span)
}

/// True where the story speaks of a person of that name.
fn is_subject(name: &str, lines: &[Line], roles: &[Role], span: &Range<usize>) -> bool {
    let words = || name.split(' ').filter(|word| word.len() > 3);
    let told = |at: &usize| roles[*at] == Role::Prose && words().any(|word| lines[*at].text.contains(word));
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
