//! Lines anywhere -> the site that shows the story, and who published it first, where a line names them.

use super::head::sourced;
use super::lines::Line;
use super::name;
use super::sign::Signs;
use crate::article::Meta;
use crate::rules::furniture::Kind;
use crate::text::lower;

/// Longest line that is read for a site's name. Units: letters. A paragraph that says "more on …" names no site.
const LABEL: usize = 90;

/// Adds outlet and aggregator to `meta`.
pub fn read(lines: &[Line], signs: &[Signs], meta: &mut Meta) {
    let named = |kind: Kind| {
        lines
            .iter()
            .zip(signs)
            .filter(|(_, s)| s.letters <= LABEL && !s.quoted)
            .find_map(|(l, s)| captured(l, s, kind))
    };
    let original = named(Kind::Original);
    let site = named(Kind::Site).or_else(|| lines.iter().rev().find_map(|line| copyright(&line.text)));
    if let Some(original) = original {
        meta.outlet = Some(sourced(&original));
    }
    match (&meta.outlet, site) {
        (None, Some(site)) => meta.outlet = Some(sourced(&site)),
        (Some(outlet), Some(site)) if !is_same(&outlet.value, &site) => {
            meta.aggregator = Some(sourced(&site))
        }
        _ => {}
    }
}

/// What `*` stands for in the line's phrase of this kind, if it reads as a name.
fn captured(line: &Line, signs: &Signs, kind: Kind) -> Option<String> {
    // The phrase that names least names best: "top stories on Newsly right now" is of Newsly.
    let all = signs.hits.iter().filter(|hit| hit.kind == kind).filter_map(|hit| hit.any.clone());
    let any = all.min_by_key(|any| any.len())?;
    let (first, last) = (&signs.words.words[any.start].0, &signs.words.words[any.end - 1].0);
    let text = &line.text[first.start..last.end];
    let site = kind == Kind::Site && any.len() <= 3 && is_site(text);
    (site || (kind == Kind::Original && name::is_name(text))).then(|| text.to_owned())
}

/// A site may write itself small; any other small word is no name.
fn is_site(text: &str) -> bool {
    let word = ["the", "this", "that", "your", "our", "a", "us", "me", "it", "now", "here", "today", "free"];
    !word.contains(&lower(text).as_str()) && (name::is_name(text) || !text.contains(' '))
}

/// "© 2023 The Harbour Post. All rights reserved."
fn copyright(text: &str) -> Option<String> {
    let rest = text.split_once(['©', 'Ⓒ']).or_else(|| text.split_once("(c)"))?.1;
    let rest = rest.trim_start_matches("Copyright").trim_start_matches(|c: char| !c.is_alphabetic());
    let end = rest.find(['.', ',', '|', '–']).unwrap_or(rest.len());
    let name = rest[..end].split(" All rights").next().unwrap_or_default();
    let name = name.trim_end_matches(|c: char| !c.is_alphabetic());
    (name::is_name(name) && name.split(' ').count() <= 5).then(|| name.to_owned())
}

/// "The Guardian" and "The Guardian - AU" are one.
fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (lower(a), lower(b));
    a.contains(&b) || b.contains(&a)
}
