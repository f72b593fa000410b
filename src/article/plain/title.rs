//! The lines above the story -> its headline: the short line whose words the story uses most.

use super::lines::Line;
use super::name;
use super::role::Role;
use super::sign::Signs;
use crate::rules::furniture::Kind;
use crate::rules::furniture::is_unspaced;
use crate::text::lower;
use std::collections::BTreeSet;
use std::ops::Range;

/// A headline and where it stands.
pub struct Found {
    /// Its line.
    pub line: usize,
    /// Without the outlet's name after a bar.
    pub text: String,
    /// That name.
    pub outlet: Option<String>,
}

/// Units: characters as a reader feels them. Source: of WCXB dev's headlines 1 in 100 is shorter than 12, 1 in 100
/// longer than 160.
const LENGTHS: Range<usize> = 12..200;

/// Words shorter than this say nothing about a story. Units: letters.
const TELLING: usize = 4;

/// Words are the same if they open the same: endings differ. Units: letters.
const STEM: usize = 5;

/// What a headline must reach; see [`score`].
const ENOUGH: f32 = 1.0;

/// So many words of the story make a headline telling.
const TELLING_WORDS: usize = 3;

/// A day or a byline stands this close under a headline. Units: lines.
const NEAR: usize = 4;

/// A line under a headline stands this close. Units: lines.
const UNDER: usize = 2;

/// What a line under a headline must be better by.
const SAME: f32 = 0.8;

/// With so few lines above the story, the longest is its headline, whatever it says.
const FEW: usize = 3;

/// Finds the headline among the lines before `end`.
pub fn find(
    lines: &[Line],
    signs: &[Signs],
    roles: &[Role],
    span: &Range<usize>,
    end: usize,
) -> Option<Found> {
    let told = told(lines, roles, span);
    let candidates: Vec<usize> =
        (0..end).filter(|at| may_be(&lines[*at].text, &signs[*at], &roles[*at])).collect();
    let scored = candidates.iter().map(|at| (*at, score(*at, lines, signs, roles, &told, end)));
    let best = scored.fold(None, |best: Option<(usize, f32)>, one| match best {
        // The line under a headline says the same at more length.
        Some(best) if best.1 > one.1 - if one.0 - best.0 <= UNDER { SAME } else { 0.0 } => Some(best),
        _ => Some(one),
    });
    let few = candidates.len() <= FEW;
    let (line, score) = best?;
    (score >= ENOUGH || (few && score > 0.0)).then(|| cut(line, &lines[line].text))
}

fn may_be(text: &str, signs: &Signs, role: &Role) -> bool {
    let spoken = matches!(role, Role::Short | Role::Repeated | Role::Pointer)
        || (*role == Role::Prose && signs.length < LENGTHS.end);
    spoken && !is_path(text) && signs.letters > 0 && signs.length < LENGTHS.end && !is_byline(signs)
}

/// "Home > News > Environment"
fn is_path(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['>', '›', '»', '/']).collect();
    parts.len() > 1 && parts.iter().all(|part| part.trim().split(' ').count() <= 3)
}

fn is_byline(signs: &Signs) -> bool {
    signs.opens_with(Kind::Byline).is_some() && signs.words.words.len() <= 5
}

/// Up to 3 for words the story uses, more for standing apart, standing low, standing above a day or a byline and standing
/// twice; less for what headlines are not.
fn score(
    at: usize,
    lines: &[Line],
    signs: &[Signs],
    roles: &[Role],
    told: &BTreeSet<String>,
    end: usize,
) -> f32 {
    let (line, signs_here) = (&lines[at], &signs[at]);
    let words: Vec<String> = stems(&line.text).collect();
    let used = words.iter().filter(|w| told.contains(*w)).count();
    let overlap = if words.is_empty() { 0.0 } else { used as f32 / words.len() as f32 };
    let telling = (used as f32 / TELLING_WORDS as f32).min(1.0);
    let apart = line.gap && lines.get(at + 1).is_none_or(|next| next.gap);
    let below = at + 1..(at + 1 + NEAR).min(lines.len());
    let dated = below.clone().any(|at| matches!(roles[at], Role::Days(_)) || is_byline(&signs[at]));
    let passed =
        (0..at).filter(|at| roles[*at] == Role::Prose && signs[*at].length > LENGTHS.end / 2).count();
    let twice = roles[at] == Role::Repeated;
    let short = !LENGTHS.contains(&signs_here.length);
    let stop = line.text.ends_with(['.', '。', ':', ',', ';']);
    let label = signs_here.is_only(Kind::Section) || signs_here.is_only(Kind::Staff);
    3.0 * overlap * telling
        + f32::from(apart)
        + (at + 1) as f32 / end.max(1) as f32
        + if dated { 1.0 } else { 0.0 }
        + if twice { 0.5 } else { 0.0 }
        - if short { 2.0 } else { 0.0 }
        - if stop { 3.0 } else { 0.0 }
        - if label { 3.0 } else { 0.0 }
        - if name::is_person(&line.text) { 1.5 } else { 0.0 }
        - if signs_here.has(Kind::Outlet) && signs_here.words.words.len() <= 5 { 1.0 } else { 0.0 }
        - passed as f32
}

/// What the story's running text is told with.
fn told(lines: &[Line], roles: &[Role], span: &Range<usize>) -> BTreeSet<String> {
    span.clone().filter(|at| roles[*at] == Role::Prose).flat_map(|at| stems(&lines[at].text)).collect()
}

/// Openings of telling words; pairs of letters of scripts without spaces.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let mut out = Vec::new();
    for range in crate::text::words::words(text) {
        let letters: Vec<char> = lower(&text[range]).chars().collect();
        if letters.iter().any(|c| is_unspaced(*c)) {
            out.extend(letters.windows(2).map(|pair| pair.iter().collect()));
        } else if letters.len() >= TELLING {
            out.push(letters.iter().take(STEM).collect());
        }
    }
    out.into_iter()
}

/// "Headline | Outlet", "Headline - Outlet"
fn cut(line: usize, text: &str) -> Found {
    let parted = [" | ", " – ", " — ", " - "].iter().find_map(|bar| text.rsplit_once(bar));
    match parted {
        Some((title, outlet))
            if outlet.split(' ').count() <= 4 && title.len() > 2 * outlet.len() && name::is_name(outlet) =>
        {
            Found { line, text: title.trim().to_owned(), outlet: Some(outlet.trim().to_owned()) }
        }
        _ => Found { line, text: text.to_owned(), outlet: None },
    }
}
