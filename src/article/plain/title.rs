//! The lines above the story -> its headline: the short line whose words the story uses most.

use super::lines::Line;
use super::name;
use super::role::Role;
use super::sign::Signs;
use crate::rules::furniture::Kind;
use crate::rules::furniture::is_unspaced;
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
    let candidates: Vec<usize> = (0..end).filter(|at| may_be(&signs[*at], &roles[*at])).collect();
    let scored = candidates.iter().map(|at| (*at, score(*at, lines, signs, &told, end)));
    let best = scored.fold(None, |best: Option<(usize, f32)>, one| match best {
        Some(best) if best.1 > one.1 => Some(best),
        _ => Some(one),
    });
    let few = candidates.len() <= FEW;
    let (line, score) = best?;
    (score >= ENOUGH || (few && score > 0.0)).then(|| cut(line, &lines[line].text))
}

fn may_be(signs: &Signs, role: &Role) -> bool {
    let spoken = matches!(role, Role::Short | Role::Repeated | Role::Pointer)
        || (*role == Role::Prose && signs.length < LENGTHS.end);
    spoken && signs.letters > 0 && signs.length < LENGTHS.end && !is_byline(signs)
}

fn is_byline(signs: &Signs) -> bool {
    signs.opens_with(Kind::Byline).is_some() && signs.words.words.len() <= 5
}

/// Up to 3 for words the story uses, 1 for standing apart, 1 for standing low, less for what headlines are not.
fn score(at: usize, lines: &[Line], signs: &[Signs], told: &BTreeSet<String>, end: usize) -> f32 {
    let (line, signs) = (&lines[at], &signs[at]);
    let words: Vec<String> = stems(&line.text).collect();
    let used = words.iter().filter(|w| told.contains(*w)).count();
    let overlap = if words.is_empty() { 0.0 } else { used as f32 / words.len() as f32 };
    let apart = line.gap && lines.get(at + 1).is_none_or(|next| next.gap);
    let low = (at + 1) as f32 / end.max(1) as f32;
    let short = !LENGTHS.contains(&signs.length);
    let stop = line.text.ends_with(['.', '。', ':', ',', ';']);
    let label = signs.is_only(Kind::Section) || signs.is_only(Kind::Staff);
    3.0 * overlap + f32::from(apart) + low
        - if short { 2.0 } else { 0.0 }
        - if stop { 3.0 } else { 0.0 }
        - if label { 3.0 } else { 0.0 }
        - if name::is_person(&line.text) { 1.5 } else { 0.0 }
        - if signs.has(Kind::Outlet) && signs.words.words.len() <= 5 { 1.0 } else { 0.0 }
}

/// What the story's running text is told with.
fn told(lines: &[Line], roles: &[Role], span: &Range<usize>) -> BTreeSet<String> {
    span.clone().filter(|at| roles[*at] == Role::Prose).flat_map(|at| stems(&lines[at].text)).collect()
}

/// Openings of telling words; pairs of letters of scripts without spaces.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let mut out = Vec::new();
    for range in crate::text::words::words(text) {
        let letters: Vec<char> = text[range].chars().flat_map(char::to_lowercase).collect();
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
