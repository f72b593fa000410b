//! Roles, place and head -> the story's blocks, and what was left out with its reason.

use super::head;
use super::head::Head;
use super::lines::Line;
use super::role;
use super::role::Role;
use super::sign::Signs;
use crate::article::Article;
use crate::article::Block;
use crate::article::CHARACTERS_PER_WORD;
use crate::article::Delivered;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::ListItem;
use crate::article::PreviewReason;
use crate::article::Removed;
use crate::article::RemovedReason;
use crate::rules::furniture::Kind;
use crate::rules::furniture::is_unspaced;
use crate::text::lower;
use crate::text::words::bare;
use std::collections::BTreeSet;
use std::ops::Range;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// The story's.
    Keep,
    /// Shown as metadata or with a picture.
    Shown,
    /// Not the story's.
    Remove(RemovedReason),
}

/// A pull quote stands this close to the paragraph it is taken from. Units: lines.
const PULLED_FROM: usize = 6;

/// A shorter line repeats a few words by chance. Units: characters.
const PULLED: usize = 30;

/// A longer line is a paragraph, no heading. Units: words.
const HEADING: usize = 14;

/// A line under the headline that goes on with it stands this close. Units: lines.
const DECK_WITHIN: usize = 3;

/// It is no shorter than this. Units: characters.
const DECK: usize = 40;

/// A sign-up card this close under the story speaks of it. Units: lines.
const CARD: usize = 4;

/// More than this is a whole story even if a card stands under it. Units: words.
/// Source: registration walls leave two or three paragraphs.
const TEASER: u32 = 160;

/// Builds the article.
pub fn build(lines: &[Line], signs: &[Signs], roles: &[Role], span: Range<usize>, mut head: Head) -> Article {
    let credit = agency_credit(roles, &span);
    if let Some(at) = credit {
        head.claimed[at] = true;
        head.meta.agency_credit = Some(lines[at].text.clone());
    }
    let fates = fates(lines, signs, roles, &span, &head);
    let blocks = blocks(lines, roles, &fates);
    let word_count = words(lines, &fates);
    let removed = |(line, fate): (&Line, &Fate)| match fate {
        Fate::Remove(reason) => Some(Removed { text: line.text.clone(), reason: *reason }),
        _ => None,
    };
    Article {
        delivered: delivered(lines, signs, roles, &span, credit, word_count),
        removed: lines.iter().zip(&fates).filter_map(removed).collect(),
        meta: head.meta,
        blocks,
        word_count,
        cut: false,
    }
}

/// Only agencies, after the last paragraph and before anything else.
fn agency_credit(roles: &[Role], span: &Range<usize>) -> Option<usize> {
    let last = span.clone().rev().find(|at| roles[*at] == Role::Prose)? + 1;
    (last..roles.len()).take(CARD).find(|at| roles[*at] == Role::AgencyCredit)
}

fn fates(lines: &[Line], signs: &[Signs], roles: &[Role], span: &Range<usize>, head: &Head) -> Vec<Fate> {
    let start = head.title.unwrap_or(span.start.min(head.end));
    let above = head.claimed[..head.end].iter().filter(|c| **c).count() > usize::from(head.title.is_some());
    let page_above = above || roles[..head.end].iter().any(is_furniture);
    let page_below = roles[span.end..].iter().any(is_furniture);
    let mut aside = Aside::default();
    let mut fates: Vec<Fate> = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        let role = &roles[at];
        let shown = head.claimed[at] || (is_label(role) && head::is_shown(&head.meta, &lines[at].text));
        let deck = head.title.is_some_and(|title| (title + 1..=title + DECK_WITHIN).contains(&at));
        let fate = if shown {
            Fate::Shown
        } else if deck && *role == Role::Short && signs[at].length >= DECK {
            Fate::Keep
        } else if at < start || at < span.start.max(head.end) {
            above_story(role, at > start && head.title.is_some(), page_above)
        } else if at < span.end {
            in_story(at, roles, &mut aside)
        } else {
            below_story(at, roles, signs, page_below, &mut aside)
        };
        fates.push(fate);
    }
    if roles.iter().any(is_furniture) {
        drop_repeated(lines, roles, &mut fates);
        drop_pull_quotes(lines, signs, &mut fates);
    }
    fates
}

fn is_furniture(role: &Role) -> bool {
    matches!(role, Role::Furniture(_) | Role::Opener(_) | Role::Pointer)
}

fn is_label(role: &Role) -> bool {
    matches!(role, Role::Short | Role::Repeated | Role::Alt)
}

/// Why a role by itself speaks against a line.
fn reason(role: &Role) -> Option<RemovedReason> {
    match role {
        Role::Furniture(reason) | Role::Opener(reason) => Some(*reason),
        Role::Pointer => Some(RemovedReason::Related),
        Role::Repeated => Some(RemovedReason::Repeated),
        _ => None,
    }
}

/// Sentences under the headline are the story's; without a page above, everything is.
fn above_story(role: &Role, under_title: bool, page: bool) -> Fate {
    match role {
        Role::Prose | Role::Item if under_title => Fate::Keep,
        Role::Alt | Role::Caption(_) if under_title => Fate::Keep,
        _ if !page => Fate::Keep,
        role => Fate::Remove(reason(role).unwrap_or(RemovedReason::Navigation)),
    }
}

/// Whether the lines stand under "Related" or the like, and for what reason they would go.
#[derive(Default)]
struct Aside(Option<RemovedReason>);

fn in_story(at: usize, roles: &[Role], aside: &mut Aside) -> Fate {
    let role = &roles[at];
    let next = roles.get(at + 1);
    match role {
        Role::Opener(reason) => aside.0 = Some(*reason),
        Role::Prose | Role::Item if is_teaser(at, roles) => {}
        Role::Prose | Role::Item => aside.0 = None,
        _ => {}
    }
    match (role, aside.0) {
        (Role::Furniture(_) | Role::Opener(_) | Role::Pointer, _) => {
            Fate::Remove(reason(role).unwrap_or(RemovedReason::Other))
        }
        (Role::Short | Role::Prose, Some(reason)) => Fate::Remove(reason),
        (Role::Alt, _) if matches!(next, Some(Role::Caption(_))) => Fate::Shown,
        _ => Fate::Keep,
    }
}

/// One sentence between two headlines.
fn is_teaser(at: usize, roles: &[Role]) -> bool {
    let headline = |role: Option<&Role>| role.is_none_or(|role| *role == Role::Short || is_furniture(role));
    at > 0 && headline(roles.get(at - 1)) && headline(roles.get(at + 1))
}

/// What stands a second time in the story goes; in a text without a page around it, it is a refrain.
fn drop_repeated(lines: &[Line], roles: &[Role], fates: &mut [Fate]) {
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for at in (0..lines.len()).filter(|at| fates[*at] == Fate::Keep).collect::<Vec<_>>() {
        let new = kept.insert(lower(&lines[at].text));
        if !new && roles[at] == Role::Repeated {
            fates[at] = Fate::Remove(RemovedReason::Repeated);
        }
    }
}

/// With a page below, only notes that follow the story at once are its own.
fn below_story(at: usize, roles: &[Role], signs: &[Signs], page: bool, aside: &mut Aside) -> Fate {
    let own = reason(&roles[at]);
    aside.0 = own.or(aside.0);
    let note =
        aside.0.is_none() && (signs[at].opens_with(Kind::AgencyOpener).is_some() || roles[at] == Role::Item);
    match own {
        _ if !page || note => Fate::Keep,
        Some(reason) => Fate::Remove(reason),
        None => Fate::Remove(aside.0.unwrap_or(RemovedReason::Other)),
    }
}

/// A line that stands word for word inside a longer one near it was pulled out of it.
fn drop_pull_quotes(lines: &[Line], signs: &[Signs], fates: &mut [Fate]) {
    let plain: Vec<String> = lines.iter().map(|line| bare(&line.text)).collect();
    for at in (0..lines.len()).filter(|at| signs[*at].length >= PULLED) {
        let near = at.saturating_sub(PULLED_FROM)..(at + PULLED_FROM + 1).min(lines.len());
        let holds = |other: usize| {
            let longer = plain[other].len() > plain[at].len();
            other != at && fates[other] == Fate::Keep && longer && plain[other].contains(&plain[at])
        };
        if fates[at] == Fate::Keep && near.clone().any(holds) {
            fates[at] = Fate::Remove(RemovedReason::Repeated);
        }
    }
}

fn blocks(lines: &[Line], roles: &[Role], fates: &[Fate]) -> Vec<Block> {
    let kept: Vec<usize> = (0..lines.len()).filter(|at| fates[*at] == Fate::Keep).collect();
    let mut out = Vec::new();
    for (place, &at) in kept.iter().enumerate() {
        let text = lines[at].text.as_str();
        let next = kept.get(place + 1).map(|next| &roles[*next]);
        match &roles[at] {
            Role::Item => push_item(&mut out, role::bullet(text).unwrap_or(text)),
            Role::Caption(caption) => out.push(Block::Figure(Figure {
                images: vec![Image { alt: alt(at, lines, roles), ..Image::default() }],
                caption: caption.text.clone().map(|text| vec![Inline::Text(text)]),
                credit: caption.credit.clone(),
            })),
            Role::Short if !out.is_empty() && is_heading(text, next) => {
                out.push(Block::Heading { level: 2, text: vec![Inline::Text(text.to_owned())], id: None });
            }
            _ => out.push(paragraph(text)),
        }
    }
    out
}

fn alt(at: usize, lines: &[Line], roles: &[Role]) -> String {
    if at > 0 && roles[at - 1] == Role::Alt { lines[at - 1].text.clone() } else { String::new() }
}

fn is_heading(text: &str, next: Option<&Role>) -> bool {
    text.split(' ').count() <= HEADING && matches!(next, Some(Role::Prose | Role::Item))
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(text.to_owned())])
}

fn push_item(out: &mut Vec<Block>, text: &str) {
    let item = ListItem { id: None, blocks: vec![paragraph(text)] };
    match out.last_mut() {
        Some(Block::List { items, .. }) => items.push(item),
        _ => out.push(Block::List { start: None, items: vec![item] }),
    }
}

fn words(lines: &[Line], fates: &[Fate]) -> u32 {
    let kept = lines.iter().zip(fates).filter(|(_, fate)| **fate == Fate::Keep);
    kept.map(|(line, _)| words_of(&line.text)).sum()
}

/// Words of a text; of scripts without spaces, characters divided by [`CHARACTERS_PER_WORD`].
pub(in crate::article) fn words_of(text: &str) -> u32 {
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count() as u32;
    let spaced = text.split(' ').filter(|w| w.chars().any(|c| c.is_alphanumeric() && !is_unspaced(c)));
    spaced.count() as u32 + unspaced / CHARACTERS_PER_WORD
}

fn breaks_off(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("...")
}

/// A teaser with a card under it, or a text that breaks off above one, is a preview. Who names agencies has ended.
fn delivered(
    lines: &[Line],
    signs: &[Signs],
    roles: &[Role],
    span: &Range<usize>,
    credit: Option<usize>,
    words: u32,
) -> Delivered {
    let below = span.end..(span.end + CARD).min(lines.len());
    let card = below.into_iter().any(|at| signs[at].has(Kind::Preview) && signs[at].furniture().is_some());
    let last = span.clone().rev().find(|at| roles[*at] == Role::Prose);
    let breaks = last.is_some_and(|at| !signs[at].sentence || breaks_off(&lines[at].text));
    match card {
        true if breaks => Delivered::Preview(PreviewReason::BreaksOff),
        true if words < TEASER && credit.is_none() => Delivered::Preview(PreviewReason::SignUpCard),
        _ => Delivered::Full,
    }
}
