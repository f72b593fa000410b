//! A page copied as text -> Article: which of its lines are the story, and what the others say about it.
//!
//! In: text without markup, as it comes from the clipboard. Out: the same [`Article`] a page gives.
//! Every line is judged by its length, its end, its wording, its place and whether it stands twice; a text in which
//! nothing speaks of a page around it comes out whole.

mod body;
mod credit;
mod dates;
mod head;
mod lines;
mod name;
mod role;
mod sign;
mod site;
mod span;
mod title;

pub(super) use body::words_of;

use super::Article;
use super::NoArticle;
use crate::rules::function_words::language;
use crate::rules::furniture::Furniture;
use role::Role;
use sign::Signs;

/// A story needs this much running text. Units: characters.
const NEEDED: usize = 140;

/// Languages written from right to left.
const RIGHT_TO_LEFT: [&str; 2] = ["ar", "he"];

/// Finds the story in a page copied as text.
pub fn extract(text: &str) -> Result<Article, NoArticle> {
    let furniture = Furniture::load();
    let lines = lines::cut(text);
    let signs: Vec<Signs> = lines.iter().map(|line| Signs::of(line, &furniture)).collect();
    let roles = role::assign(&lines, &signs, &furniture);
    let span = span::find(&roles, &signs);
    let found: usize = span.clone().filter(|at| roles[*at] == Role::Prose).map(|at| signs[at].length).sum();
    if found < NEEDED {
        return Err(NoArticle { characters_found: found as u32, characters_needed: NEEDED as u32 });
    }
    let mut head = head::read(&lines, &signs, &roles, &span, &furniture);
    site::read(&lines, &signs, &mut head.meta);
    let prose: Vec<&str> =
        span.clone().filter(|at| roles[*at] == Role::Prose).map(|at| lines[at].text.as_str()).collect();
    head.meta.lang = language(&prose.join(" ")).map(str::to_owned);
    head.meta.rtl = head.meta.lang.as_deref().is_some_and(|lang| RIGHT_TO_LEFT.contains(&lang));
    Ok(body::build(&lines, &signs, &roles, span, head))
}
