//! What is the same for all passages of a page: its title, headline, sections, repetition, proportions.

use super::NONE;
use super::Sight;
use super::Sink;
use super::few;
use super::kin;
use super::kin::Kin;
use super::kin::Marks;
use super::ratio;
use super::size;
use crate::article::select::families::Families;
use crate::article::select::families::Lexicon;
use crate::article::select::outline::Outline;
use crate::article::select::scales::Scales;
use crate::article::select::tally::HASH_START;
use crate::article::select::tally::Tally;
use crate::article::select::tally::Within;
use crate::article::select::tally::hash;
use crate::order;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use std::ops::Range;

/// What is the same for all passages of a page.
pub struct Frame {
    /// Words of the document's title. Shape: sorted hashes.
    pub title: Vec<u32>,
    /// How often each word occurs.
    pub vocabulary: Vocabulary,
    /// How many passages have the same words, and how many of them before. Shape: per passage.
    pub copies: Vec<(u32, u32)>,
    /// The passage with the same words that is kept in its place. Shape: per passage; None for that one itself.
    pub copy_of: Vec<Option<usize>>,
    /// The passage that most looks like the headline.
    pub headline: Option<usize>,
    /// The first and the last passage of running text.
    pub running: (usize, usize),
    /// Passages back and forth to the nearest running text. Shape: per passage.
    pub nearest_running: Vec<(u8, u8)>,
    /// Children of the same parent that look the same. Shape: per region.
    pub siblings: Vec<u32>,
    /// The highest of `siblings`.
    most_siblings: u32,
    /// Outermost `<article>` regions, in page order.
    pub articles: Vec<usize>,
    /// From heading to heading.
    pub sections: Vec<Section>,
    /// Shape: per passage, index into the sections.
    pub section_of: Vec<u32>,
    /// Shape: per region.
    pub kin: Vec<Kin>,
    alike: Vec<(u32, Alike)>,
    url: Families,
    path: (u32, u32, u32),
}

/// From one heading to the next.
pub struct Section {
    /// Of its heading; 0 before the first.
    pub level: u8,
    /// Its heading first.
    pub passages: Range<usize>,
}

/// All passages whose region and region above it look the same.
#[derive(Clone, Copy, Default)]
pub struct Alike {
    /// How many.
    pub passages: u32,
    /// Their words.
    pub words: u32,
    /// Their words of running text.
    pub running: u32,
}

impl Frame {
    /// Looks at a page as a whole.
    pub fn new(page: &Page, outline: &Outline, scales: &Scales, lexicon: &Lexicon) -> Frame {
        let title = title(page);
        let is_running = |i: &usize| scales.running_words[*i] > 0;
        let count = outline.passages.len();
        let (siblings, ranks) = siblings(outline);
        let (sections, section_of) = sections(outline);
        let path = page.url().split_once("://").map_or("", |(_, rest)| rest);
        let path = path.find('/').map_or("", |at| &path[at..]);
        let count_of = |c: char| path.matches(c).count() as u32;
        let (copies, copy_of) = copies(outline);
        let headline = headline(outline, &title);
        let articles: Vec<usize> =
            (0..outline.regions.len()).filter(|r| outline.regions[*r].tag == Tag::Article).collect();
        let [few, main, most] = scales.mains;
        let above = headline.map_or(0, |h| outline.passages[h].region);
        let marks = Marks {
            siblings: &siblings,
            ranks: &ranks,
            articles: &articles,
            others: [few, main, most, scales.top, above],
        };
        Frame {
            kin: kin::all(outline, scales, &marks),
            vocabulary: Vocabulary::of(&outline.words),
            copies,
            copy_of,
            headline,
            running: (
                (0..count).find(is_running).unwrap_or(count),
                (0..count).rev().find(is_running).unwrap_or(0),
            ),
            nearest_running: nearest_running(scales),
            most_siblings: siblings.iter().copied().max().unwrap_or(0),
            siblings,
            articles,
            sections,
            section_of,
            alike: alike(outline, scales),
            url: lexicon.of_url(page.url()),
            path: (path.len() as u32, count_of('/'), count_of('-')),
            title,
        }
    }

    /// The passages that look like this one.
    pub fn alike(&self, outline: &Outline, at: usize) -> Alike {
        let look = look(outline, outline.passages[at].region);
        self.alike.binary_search_by_key(&look, |a| a.0).map_or(Alike::default(), |i| self.alike[i].1)
    }

    /// Levels from a passage up to the first region that also holds the other.
    pub fn shared(&self, outline: &Outline, at: usize, other: usize) -> u8 {
        let holds = |r: usize| outline.regions[r].passages.contains(&other);
        few(outline.around(at).position(holds).unwrap_or(0))
    }
}

/// Words of the document's title, sorted.
fn title(page: &Page) -> Vec<u32> {
    let (mut tally, mut words) = (Tally::default(), Vec::new());
    let node = (!page.is_empty()).then(|| page.find(NodeId::ROOT, Tag::Title)).flatten();
    for id in node.into_iter().flat_map(|n| page.subtree(n)) {
        tally.add(page.text(id), Within::default(), &mut words);
    }
    tally.end_word(&mut words);
    order::sort(&mut words);
    words.dedup();
    words
}

/// How often each word of the page occurs.
pub struct Vocabulary {
    /// Shape: one for each of the outline's words.
    counts: Vec<u32>,
    /// How often a word occurs to be common.
    common: u32,
}

/// Occurrences per thousand words that make a word common. Source: function words of European languages stay above.
const COMMON_PER_THOUSAND: u32 = 6;

impl Vocabulary {
    fn of(words: &[u32]) -> Vocabulary {
        let mut counts = vec![0; words.len()];
        for run in runs(words, &order::places_of(words)) {
            run.iter().for_each(|at| counts[*at as usize] = run.len() as u32);
        }
        let common = (words.len() as u32 * COMMON_PER_THOUSAND / 1000).max(3);
        Vocabulary { counts, common }
    }

    /// How many of a range of the outline's words occur all over the page, as words do that hold sentences together.
    pub fn common(&self, words: Range<usize>) -> u32 {
        self.counts[words].iter().filter(|count| **count >= self.common).count() as u32
    }

    /// How many of them occur nowhere else.
    pub fn rare(&self, words: Range<usize>) -> u32 {
        self.counts[words].iter().filter(|count| **count == 1).count() as u32
    }
}

/// Runs of places at which the numbers are the same.
fn runs<'a>(numbers: &'a [u32], places: &'a [u32]) -> impl Iterator<Item = &'a [u32]> {
    places.chunk_by(|a, b| numbers[*a as usize] == numbers[*b as usize])
}

/// For each passage: how many have the same words, how many of them stand before it, and which is the one to keep:
/// the first that is not hidden, or the first.
fn copies(outline: &Outline) -> (Vec<(u32, u32)>, Vec<Option<usize>>) {
    let text = |p: &Range<usize>| outline.words[p.clone()].iter().fold(HASH_START, |h, w| hash(h, *w));
    let texts: Vec<u32> = outline.passages.iter().map(|p| text(&p.words)).collect();
    let (mut copies, mut copy_of) = (vec![(0, 0); texts.len()], vec![None; texts.len()]);
    for run in runs(&texts, &order::places_of(&texts)) {
        let run = || run.iter().map(|i| *i as usize);
        let shown = run().find(|i| !outline.passages[*i].hidden).or_else(|| run().next());
        for (before, i) in run().enumerate() {
            copies[i] = (run().len() as u32, before as u32);
            copy_of[i] = shown.filter(|shown| *shown != i);
        }
    }
    (copies, copy_of)
}

/// The first-level heading that shares most words with the title, or the second-level one.
fn headline(outline: &Outline, title: &[u32]) -> Option<usize> {
    let level = |i: usize| outline.around(i).find_map(|r| outline.regions[r].tag.heading_level());
    let overlap = |i: usize| {
        let words = &outline.words[outline.passages[i].words.clone()];
        let shared = words.iter().filter(|w| title.binary_search(w).is_ok()).count();
        shared * 1000 / (1 + words.len() + title.len() - shared.min(title.len()))
    };
    let best = |wanted: u8| {
        let of_level = (0..outline.passages.len()).filter(|i| level(*i) == Some(wanted));
        of_level.map(|i| (overlap(i), std::cmp::Reverse(i))).max().map(|(_, i)| i.0)
    };
    best(1).or_else(|| best(2))
}

fn nearest_running(scales: &Scales) -> Vec<(u8, u8)> {
    let count = scales.running_words.len();
    let mut nearest = vec![(NONE, NONE); count];
    let mut gap = NONE;
    for (near, words) in nearest.iter_mut().zip(&scales.running_words) {
        near.0 = gap;
        gap = if *words > 0 { 0 } else { gap.saturating_add(1) };
    }
    gap = NONE;
    for (near, words) in nearest.iter_mut().zip(&scales.running_words).rev() {
        near.1 = gap;
        gap = if *words > 0 { 0 } else { gap.saturating_add(1) };
    }
    nearest
}

/// For each region: how many children of its parent look like it, and how many of them stand before it.
fn siblings(outline: &Outline) -> (Vec<u32>, Vec<u32>) {
    let keys: Vec<(u32, u32)> = outline.regions.iter().map(|r| (r.parent as u32, r.look)).collect();
    let (mut siblings, mut ranks) = (vec![0; keys.len()], vec![0; keys.len()]);
    for run in order::places_of_pairs(&keys).chunk_by(|a, b| keys[*a as usize] == keys[*b as usize]) {
        for (rank, r) in run.iter().enumerate() {
            (siblings[*r as usize], ranks[*r as usize]) = (run.len() as u32, rank as u32);
        }
    }
    (siblings, ranks)
}

fn sections(outline: &Outline) -> (Vec<Section>, Vec<u32>) {
    let mut sections = vec![Section { level: 0, passages: 0..0 }];
    let mut section_of = Vec::with_capacity(outline.passages.len());
    for (i, passage) in outline.passages.iter().enumerate() {
        if let Some(level) = outline.regions[passage.region].tag.heading_level() {
            sections.push(Section { level, passages: i..i });
        }
        section_of.push(sections.len() as u32 - 1);
        sections.last_mut().into_iter().for_each(|s| s.passages.end = i + 1);
    }
    (sections, section_of)
}

fn look(outline: &Outline, region: usize) -> u32 {
    let region = &outline.regions[region];
    hash(region.look, outline.regions[region.parent].look)
}

fn alike(outline: &Outline, scales: &Scales) -> Vec<(u32, Alike)> {
    let looks: Vec<u32> = outline.passages.iter().map(|p| look(outline, p.region)).collect();
    let sum = |run: &[u32]| Alike {
        passages: run.len() as u32,
        words: run.iter().map(|i| outline.passages[*i as usize].tally.words).sum(),
        running: run.iter().map(|i| scales.running_words[*i as usize]).sum(),
    };
    runs(&looks, &order::places_of(&looks)).map(|run| (looks[run[0] as usize], sum(run))).collect()
}

/// Adds what is the same for all passages.
pub fn put(sight: &Sight, sink: &mut impl Sink) {
    let (outline, scales, frame) = (sight.outline, sight.scales, &sight.frame);
    let all = scales.all();
    let main = scales.of(outline.regions[scales.mains[1]].passages.clone());
    sink.put("page", "passages", size(outline.passages.len() as u32));
    sink.put("page", "words", size(all.words));
    sink.put("page", "links", ratio(all.link_letters, all.letters));
    sink.put("page", "running", ratio(all.running, all.words));
    sink.put("page", "articles", few(frame.articles.len()));
    sink.put("page", "sections", few(frame.sections.len()));
    sink.put("page", "most siblings", size(frame.most_siblings));
    sink.put(
        "page",
        "top",
        ratio(scales.of(outline.regions[scales.top].passages.clone()).running, all.running),
    );
    sink.put("page", "main", ratio(main.words, all.words));
    sink.put("page", "links in main", ratio(main.link_letters, main.letters));
    let things = outline.regions.first().map(|r| r.things).unwrap_or_default();
    sink.put("page", "images", size(things.images));
    sink.put("page", "controls", size(things.controls));
    sink.put("page", "times", size(things.times));
    sink.put("address", "length", few(frame.path.0 as usize));
    sink.put("address", "parts", few(frame.path.1 as usize));
    sink.put("address", "hyphens", few(frame.path.2 as usize));
    for (n, name) in sight.lexicon.of_urls() {
        sink.put("address", name, u8::from(frame.url.has(n)));
    }
}

/// Adds the page's own row: what all passages share, and the mean of what they do not.
pub fn put_whole(sight: &Sight, rows: &[Vec<u8>], sink: &mut impl Sink) {
    put(sight, sink);
    // A page's words times 255 stay below 2^32: it has fewer than 2^24 bytes.
    let mut sums = vec![0; rows.first().map_or(0, Vec::len)];
    let mut all = 0;
    for (row, passage) in rows.iter().zip(&sight.outline.passages) {
        let words = passage.tally.words;
        all += words;
        sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += u32::from(*value) * words);
    }
    for sum in sums {
        sink.put("mean", "", (sum / all.max(1)) as u8);
    }
}
