//! Page -> Kept: which parts of a page are its story.
//!
//! In: a [`Page`], a [`Mask`] and what the page says about itself. Out: [`Kept`], a set of leaves (text, images, …)
//! from which the blocks are built, and what was left out. Everything is linear in the nodes of the page.
//!
//! The page is cut into passages, each is described by features, trees say how probably it belongs to the story,
//! a cut keeps the best of them, and rules mend what trees get wrong.

mod copies;
mod cut;
mod families;
mod features;
mod mend;
mod notes;
mod outline;
mod removed;
mod scales;
mod tally;
mod trees;
mod unpack;
mod whole;

use super::PageKind;
use super::Removed;
use super::workbench::Matrix;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Page;
use crate::rules::model;
use families::Lexicon;
use features::Names;
use features::Sight;
use outline::Outline;
use outline::Passage;
use scales::Scales;
use std::cell::OnceCell;

pub(super) use outline::breaks_lines;
pub use trees::Model;

/// The story's place on the page.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Leaves of the story: its text nodes, and what stands between them that is no text (images, tables' rules, …).
    pub nodes: NodeSet,
    /// What kind of page it looks like.
    pub kind: PageKind,
    /// Letters and digits kept.
    pub characters: u32,
    /// Words kept; of scripts without spaces, half the characters.
    pub words: u32,
    /// All of it is probably no story, and only the best of a page without one.
    pub doubtful: bool,
    /// Visible text that was left out, in page order.
    pub removed: Vec<Removed>,
}

/// Finds the passages of the story.
pub fn select(page: &Page, mask: &Mask) -> Kept {
    // Unpacked once: it is the same for every page, and takes as long as a small one.
    thread_local!(static MODEL: OnceCell<&'static Model> = const { OnceCell::new() });
    let read = || -> &'static Model { Box::leak(Box::new(Model::read(model::ARTICLE).unwrap_or_default())) };
    select_with(page, mask, MODEL.with(|model| *model.get_or_init(read)))
}

/// The same with a model of the caller's.
pub fn select_with(page: &Page, mask: &Mask, model: &Model) -> Kept {
    let lexicon = Lexicon::load();
    let outline = outline::cut(page, mask, lexicon);
    if outline.passages.is_empty() {
        return Kept::default();
    }
    let scales = Scales::weigh(&outline);
    let sight = Sight::new(page, &outline, &scales, lexicon);
    let mut guess = guess(&sight, model);
    let copies = copies::take_out(&sight, &mut guess);
    let words: Vec<u32> = outline.passages.iter().map(|p| p.tally.words).collect();
    let mut keep = cut::keep(&guess.passages, &words);
    mend::mend(&sight, &guess, &copies, &mut keep);
    // Threads are laid out in tables.
    whole::keep(page, &outline, guess.forum < mend::PERHAPS, &mut keep);
    if guess.article.max(guess.documentation) >= mend::PROBABLE {
        // Small print of what is sold is no footnote.
        notes::keep(page, &outline, &mut keep);
    }
    Kept {
        nodes: leaves(page, &outline, &keep),
        kind: guess.kind,
        characters: total(&outline, &keep, |p| p.tally.letters),
        words: total(&outline, &keep, |p| p.tally.words),
        doubtful: is_doubtful(&outline, &guess.passages, &keep),
        removed: removed::list(page, mask, &sight, &copies, &keep),
    }
}

/// From here on what is kept may be a story. Units: probability, the mean over its letters.
/// Source: F1 on WCXB dev, flat from .15 to .25; the lowest loses fewest pages that have a story.
const MAYBE: f32 = 0.15;

/// True where the best of a page is probably no part of a story: its menus, the small print at its foot.
fn is_doubtful(outline: &Outline, probabilities: &[f32], keep: &[bool]) -> bool {
    let (mut letters, mut expected) = (0.0, 0.0);
    for (i, passage) in outline.passages.iter().enumerate().filter(|(i, _)| keep[*i]) {
        letters += passage.tally.letters as f32;
        expected += passage.tally.letters as f32 * probabilities[i];
    }
    expected < MAYBE * letters
}

/// Keeps all passages: for text that is known to be the story.
pub fn everything(page: &Page) -> Kept {
    all_of(page, |_| true)
}

/// Keeps the passages inside `part`: text that a person pointed at.
pub fn within(page: &Page, part: NodeId) -> Kept {
    all_of(page, |passage| page.is_inside(passage.first, part))
}

fn all_of(page: &Page, is_kept: impl Fn(&Passage) -> bool) -> Kept {
    let outline = outline::cut(page, &Mask::default(), Lexicon::load());
    let keep: Vec<bool> = outline.passages.iter().map(is_kept).collect();
    Kept {
        nodes: leaves(page, &outline, &keep),
        characters: total(&outline, &keep, |p| p.tally.letters),
        words: total(&outline, &keep, |p| p.tally.words),
        ..Kept::default()
    }
}

/// What the trees say of a page.
struct Guess {
    kind: PageKind,
    /// How probably the page is an article, a thread, documentation, about something that is sold, about a service.
    article: f32,
    forum: f32,
    documentation: f32,
    product: f32,
    service: f32,
    /// How probably each passage belongs to the story.
    passages: Vec<f32>,
}

/// Kinds of pages, in the order of the model's heads.
const KINDS: [PageKind; 7] = [
    PageKind::Article,
    PageKind::Forum,
    PageKind::Product,
    PageKind::Collection,
    PageKind::Listing,
    PageKind::Documentation,
    PageKind::Service,
];

fn guess(sight: &Sight, model: &Model) -> Guess {
    let mut rows = rows(sight);
    let mut row = Vec::new();
    sight.page(&rows, &mut row);
    let Some((head, kinds)) = model.heads.split_last() else {
        return Guess {
            kind: PageKind::Article,
            article: 1.0,
            forum: 0.0,
            documentation: 0.0,
            product: 0.0,
            service: 0.0,
            passages: vec![0.0; rows.len()],
        };
    };
    let shares =
        trees::shares(&kinds.iter().flat_map(|k| k.scores(std::slice::from_ref(&row))).collect::<Vec<_>>());
    let is_article = shares.first().copied().unwrap_or(1.0);
    for row in &mut rows {
        row.extend(shares.iter().map(|s| (s * 250.0) as u8));
    }
    let sharpen = |p: f32| (1.0 - is_article) * p + is_article * p * p.sqrt();
    let mut passages: Vec<f32> = head.scores(&rows).into_iter().map(trees::probability).collect();
    mend::even_out(sight.outline, 1.0 - is_article, &mut passages);
    let most = (0..shares.len()).fold(0, |best, i| if shares[i] > shares[best] { i } else { best });
    Guess {
        article: is_article,
        forum: shares.get(1).copied().unwrap_or(0.0),
        documentation: shares.get(5).copied().unwrap_or(0.0),
        product: shares.get(2).copied().unwrap_or(0.0),
        service: shares.get(6).copied().unwrap_or(0.0),
        kind: KINDS.get(most).copied().unwrap_or_default(),
        passages: passages.into_iter().map(sharpen).collect(),
    }
}

fn rows(sight: &Sight) -> Vec<Vec<u8>> {
    let mut shared = Vec::new();
    sight.shared(&mut shared);
    let row = |i| {
        let mut row = Vec::with_capacity(320);
        sight.passage(i, &mut row);
        row.extend_from_slice(&shared);
        row
    };
    (0..sight.outline.passages.len()).map(row).collect()
}

/// The features of a page, for the trainer.
pub fn matrix(page: &Page, mask: &Mask) -> Matrix {
    let lexicon = Lexicon::load();
    let outline = outline::cut(page, mask, lexicon);
    if outline.passages.is_empty() {
        return Matrix::default();
    }
    let scales = Scales::weigh(&outline);
    let sight = Sight::new(page, &outline, &scales, lexicon);
    let rows = rows(&sight);
    let (mut names, mut page_names, mut row) = (Names::default(), Names::default(), Vec::new());
    sight.passage(0, &mut names);
    sight.shared(&mut names);
    sight.page(&rows, &mut page_names);
    sight.page(&rows, &mut row);
    Matrix {
        passage_features: names.0,
        page_features: page_names.0,
        page: row,
        texts: outline.passages.iter().map(|p| p.text(page)).collect(),
        words: outline.passages.iter().map(|p| p.tally.words).collect(),
        chains: (0..outline.passages.len()).map(|i| chain(page, &outline, i)).collect(),
        regions: outline.regions.iter().map(|r| (r.passages.start, r.passages.end)).collect(),
        rows,
    }
}

/// The elements around a passage, outermost first, as `tag.class > tag`.
fn chain(page: &Page, outline: &Outline, passage: usize) -> String {
    let name = |r: usize| {
        let node = outline.regions[r].node;
        let class = page.first_attr(node, &["class", "id"]).unwrap_or("");
        let class = class.split_whitespace().take(2).fold(String::new(), |all, c| all + "." + c);
        page.name(node).to_owned() + &class
    };
    let mut names: Vec<String> = outline.around(passage).map(name).collect();
    names.reverse();
    names.join(" > ")
}

/// The nodes of kept passages.
fn leaves(page: &Page, outline: &Outline, keep: &[bool]) -> NodeSet {
    let mut nodes = NodeSet::new(page);
    for (passage, _) in outline.passages.iter().zip(keep).filter(|(_, keep)| **keep) {
        passage.nodes().for_each(|id| nodes.insert(id));
    }
    nodes
}

fn total(outline: &Outline, keep: &[bool], count: impl Fn(&Passage) -> u32) -> u32 {
    outline.passages.iter().zip(keep).filter(|(_, keep)| **keep).map(|(p, _)| count(p)).sum()
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::page::parse_serialized;

    /// Asks something of a page with this body.
    pub fn seen<T>(body: &str, ask: impl FnOnce(&Sight) -> T) -> T {
        let html = format!("<html><head></head><body>{body}</body></html>");
        let page = parse_serialized(&html, "https://news.example/a").page;
        let lexicon = Lexicon::load();
        let outline = outline::cut(&page, &Mask::default(), lexicon);
        let scales = Scales::weigh(&outline);
        ask(&Sight::new(&page, &outline, &scales, lexicon))
    }

    /// A model that takes every page for one kind and keeps passages of more than two words.
    fn model(kind: PageKind) -> Model {
        const NO_VALUES: [(u32, u32); 32] = [(16, 0); 32];
        let start = |logits: i32| (32, (logits << 16) as u32);
        let mut numbers = vec![(8, KINDS.len() as u32 + 1)];
        for of in KINDS {
            numbers.push((8, 0));
            numbers.extend(NO_VALUES);
            numbers.extend([start(if of == kind { 9 } else { 0 }), (16, 0)]);
        }
        // One feature, the first in a row, with one threshold; the values of two leaves; one tree of one split.
        numbers.extend([(8, 1), (10, 0), (5, 1), (8, u32::from(features::size(2)))]);
        numbers.extend([(16, (-30_000i16 as u16).into()), (16, 30_000)]);
        numbers.extend(&NO_VALUES[2..]);
        numbers.extend([start(0), (16, 1), (1, 0), (1, 1), (5, 0), (1, 1), (5, 1)]);
        Model::read(&trees::tests::pack(&numbers)).expect("a model")
    }

    fn check(kind: PageKind, kept: &[&str]) {
        let html = "<html><head></head><body><p>It was said at the quay<sup><a href='#n'>1</a></sup>.</p>\
            <p>In between.</p><p id='n'>The book.</p></body></html>";
        let page = parse_serialized(html, "https://news.example/a").page;
        let found = select_with(&page, &Mask::default(), &model(kind));
        let texts = page.ids().filter(|id| found.nodes.contains(*id)).map(|id| page.text(id));
        assert_eq!(texts.filter(|t| !t.is_empty()).collect::<Vec<_>>(), kept, "{kind:?}");
        assert_eq!(found.kind, kind);
    }

    #[test]
    fn the_best_of_a_page_without_a_story_is_doubtful() {
        let check = |probabilities: [f32; 3], doubtful: bool| {
            let body = "<p>It was said at the quay.</p><p>It was said again.</p><p>© Quay 2024</p>";
            let keep = [true, true, false];
            seen(body, |sight| assert_eq!(is_doubtful(sight.outline, &probabilities, &keep), doubtful));
        };
        check([0.1, 0.1, 0.9], true);
        check([0.1, 0.3, 0.0], false);
        check([0.9, 0.9, 0.0], false);
    }

    #[test]
    fn notes_come_along_with_articles_and_documentation_only() {
        const SAID: &str = "It was said at the quay";
        for kind in KINDS {
            match kind {
                PageKind::Article | PageKind::Documentation => check(kind, &[SAID, "1", ".", "The book."]),
                _ => check(kind, &[SAID, "1", "."]),
            }
        }
    }
}
