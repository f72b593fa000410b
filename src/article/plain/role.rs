//! Lines and their signs -> what each line seems to be, before it is known where the story stands.

use super::credit;
use super::credit::Caption;
use super::dates;
use super::dates::Days;
use super::lines::Line;
use super::sign::Signs;
use crate::article::RemovedReason;
use crate::rules::furniture::Furniture;
use crate::rules::furniture::Kind;
use crate::text::lower;
use crate::text::words::bare;
use std::collections::BTreeMap;

/// What a line seems to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Prose,
    /// A short line that is no sentence: headline, heading, name, label.
    Short,
    /// An item of a list.
    Item,
    /// Its wording says that it is not the story's.
    Furniture(RemovedReason),
    /// Opens a part that is not the story's: "Related stories", "Comments".
    Opener(RemovedReason),
    /// "Read more: …", one line.
    Pointer,
    /// Little else than days.
    Days(Days),
    /// Under a picture.
    Caption(Caption),
    /// What a picture shows, told again by the caption that follows.
    Alt,
    /// Only names agencies.
    AgencyCredit,
    /// Said before, word for word.
    Repeated,
}

/// From this length on, a line is running text even if it ends as no sentence does. Units: characters.
/// Source: the longest of WCXB dev's headlines has 210 characters, one in a hundred more than 120.
const RUNNING: usize = 120;

/// A shorter sentence may stand twice in a story. Units: characters.
const REFRAIN: usize = 40;

/// A card asks twice within so many lines.
const PITCH: usize = 3;

/// A longer line is no headline of a related story. Units: letters.
const POINTER: usize = 160;

/// Share of an opener's letters in its phrase. Units: percent.
const OPENER: usize = 60;

/// Says what each line seems to be.
pub fn assign(lines: &[Line], signs: &[Signs], furniture: &Furniture) -> Vec<Role> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut roles: Vec<Role> = Vec::with_capacity(lines.len());
    for (line, signs) in lines.iter().zip(signs) {
        let before = seen.entry(lower(&line.text)).or_default();
        *before += 1;
        let again = *before > 1 && (signs.length >= REFRAIN || !signs.sentence);
        roles.push(if again { repeated(line, signs) } else { role(line, signs, furniture) });
    }
    pair_captions(lines, &mut roles);
    find_items(lines, &mut roles);
    fill_cards(signs, &mut roles);
    roles
}

/// A button that stands twice is a button.
fn repeated(line: &Line, signs: &Signs) -> Role {
    match credit::read(line, signs) {
        Some(caption) => Role::Caption(caption),
        None => signs.furniture().map_or(Role::Repeated, Role::Furniture),
    }
}

fn role(line: &Line, signs: &Signs, furniture: &Furniture) -> Role {
    if let Some(role) = opener(signs) {
        return role;
    }
    let days = dates::read(signs, furniture);
    if days.only {
        return Role::Days(days);
    }
    if credit::is_agency_credit(line, signs) {
        return Role::AgencyCredit;
    }
    if is_pointer(line, signs) {
        return Role::Pointer;
    }
    if let Some(reason) = signs.furniture() {
        return Role::Furniture(reason);
    }
    if let Some(caption) = credit::read(line, signs) {
        return Role::Caption(caption);
    }
    match () {
        () if bullet(&line.text).is_some() => Role::Item,
        () if signs.sentence || signs.length >= RUNNING || ends_open(&line.text) => Role::Prose,
        () => Role::Short,
    }
}

/// A label that is mostly "Related" or "Comments".
fn opener(signs: &Signs) -> Option<Role> {
    let mostly = |kind: Kind| !signs.sentence && signs.taken_by(|k| k == kind) >= OPENER;
    // "59 comments on …", "Leave a comment"
    let counted =
        signs.opens_with(Kind::Comments).is_some_and(|hit| hit.words.len() > 1) && signs.length < RUNNING;
    if (mostly(Kind::Comments) && signs.has(Kind::Comments)) || (counted && !signs.sentence) {
        return Some(Role::Opener(RemovedReason::Comments));
    }
    (mostly(Kind::Related) && signs.has(Kind::Related)).then_some(Role::Opener(RemovedReason::Related))
}

/// "Read more: …": the phrase, a mark, a headline.
fn is_pointer(line: &Line, signs: &Signs) -> bool {
    let Some(hit) = signs.opens_with(Kind::RelatedOpener) else { return false };
    let mark = line.text[hit.bytes.end..].trim_start().chars().next();
    signs.letters <= POINTER && matches!(mark, Some(':' | '|' | '>' | '»' | '›' | '：'))
}

/// A line that announces what follows it.
fn ends_open(text: &str) -> bool {
    text.ends_with([':', '：', ';', ','])
}

/// A caption whose words stood in the line before: that line was the picture's own text.
fn pair_captions(lines: &[Line], roles: &mut [Role]) {
    for at in 1..lines.len() {
        let Role::Caption(Caption { text: Some(text), .. }) = &roles[at] else { continue };
        if same_words(text, &lines[at - 1].text) {
            roles[at - 1] = Role::Alt;
        }
    }
}

/// Short lines under one that announces them are a list, up to the next empty line.
fn find_items(lines: &[Line], roles: &mut [Role]) {
    let mut listed = false;
    for at in 1..lines.len() {
        let announced = roles[at - 1] == Role::Prose && ends_open(&lines[at - 1].text);
        listed = roles[at] == Role::Short && (announced || (listed && !lines[at].gap));
        if listed {
            roles[at] = Role::Item;
        }
    }
}

/// A few short lines between two that ask for the same are its pitch.
fn fill_cards(signs: &[Signs], roles: &mut [Role]) {
    let asks =
        |role: &Role| matches!(role, Role::Furniture(RemovedReason::SignUp | RemovedReason::AppPrompt));
    let mut last: Option<usize> = None;
    for at in 0..roles.len() {
        let pitch = matches!(roles[at], Role::Short | Role::Prose | Role::Item) && signs[at].length < RUNNING;
        if asks(&roles[at]) {
            let first = last.filter(|last| at - last <= PITCH).unwrap_or(at);
            let role = roles[first].clone();
            roles[first + 1..at.max(first + 1)].fill(role);
            last = Some(at);
        } else if !pitch {
            last = None;
        }
    }
}

/// True for texts that differ in marks and white space at most.
pub fn same_words(a: &str, b: &str) -> bool {
    bare(a) == bare(b)
}

/// What stands after a bullet.
pub fn bullet(text: &str) -> Option<&str> {
    text.strip_prefix(['•', '▪', '‣', '·', '●', '◦', '■', '*']).map(str::trim_start).filter(|t| !t.is_empty())
}
