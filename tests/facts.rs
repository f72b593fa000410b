//! What must hold for the facts of any text: anchors on their words, sentences in order, the same answer twice, and no panic.

use plainread::facts::Anchor;
use plainread::facts::Facts;
use plainread::facts::LineKind;
use plainread::facts::Story;
use plainread::facts::pick;

/// Pieces that meet in odd ways: marks of many presses, numbers, dates, letters of several bytes, invisible ones.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "「",
    "」",
    "said",
    " he",
    "Li",
    " Shangfu",
    "said.",
    ".",
    "!",
    "?",
    "…",
    ",",
    ":",
    "-",
    "–",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "\u{301}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "中文",
    "日",
    "😀",
    "👩‍🚀",
    "𝒳",
    "$",
    "€",
    "N",
    "Rs",
    "5",
    "2,500",
    "2.500",
    "1,2,3",
    "19",
    "2019",
    "0",
    "999999999999999999999",
    "31",
    "Nov.",
    "May",
    "12.03.2019",
    "99/99/9999",
    "2019-02-30",
    "last",
    " week",
    "million",
    "bn",
    "%",
    "per cent",
    "the",
    "past",
    "six",
    "months",
    "ago",
    "p.m.",
    "6:75",
    "Mr.",
    "U.S.",
    "l’",
    "d'",
    "@",
    "#tag",
    "http://x",
    "(",
    ")",
    "[",
    "&",
    "/",
    "a",
    "A",
    "of",
    "to",
    "from",
    "and",
    "Sunday",
    "1990s",
];

const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "it", "pt", "nl", "ja", "xx-broken", ""];

/// A fixed sequence. Source of the constants: Knuth's MMIX generator.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn story(seed: u64) -> Story {
    let mut sequence = Sequence(seed);
    let mut text = String::new();
    for _ in 0..sequence.below(120) {
        text.push_str(PIECES[sequence.below(PIECES.len())]);
        text.push_str(["", "", " "][sequence.below(3)]);
    }
    let kinds = [LineKind::Paragraph, LineKind::Heading, LineKind::Other];
    let published = [None, Some("2019-11-19"), Some("0001-01-01"), Some("9999-12-31"), Some("not a date")];
    Story {
        title: Some(PIECES[sequence.below(PIECES.len())].to_owned()),
        lines: (0..sequence.below(5)).map(|i| kinds[i % kinds.len()]).collect(),
        text,
        published: published[sequence.below(published.len())].map(str::to_owned),
        lang: Some(LANGUAGES[sequence.below(LANGUAGES.len())].to_owned()),
    }
}

fn anchors(facts: &Facts) -> Vec<Anchor> {
    let people =
        facts.people.iter().flat_map(|p| p.mentions.iter().copied().chain(p.role.iter().map(|(_, at)| *at)));
    let others = facts
        .organisations
        .iter()
        .flat_map(|o| &o.mentions)
        .chain(facts.places.iter().flat_map(|p| &p.mentions))
        .copied();
    let said = facts
        .quotes
        .iter()
        .flat_map(|q| q.parts.iter().copied().chain(q.cue).chain(q.speaker.as_ref().and_then(|s| s.at)));
    let when =
        facts.dates.iter().map(|date| date.at).chain(facts.quantities.iter().map(|quantity| quantity.at));
    people.chain(others).chain(said).chain(when).collect()
}

fn check(story: &Story) {
    let facts = pick(story);
    assert_eq!(facts, pick(story), "twice the same");
    for pair in facts.sentences.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "sentences in order: {story:?}");
    }
    for at in anchors(&facts) {
        let words = story.text.get(at.start as usize..at.end as usize);
        assert!(words.is_some_and(|words| !words.is_empty()), "an anchor stands on words: {at:?} {story:?}");
        assert!(
            (at.sentence as usize) < facts.sentences.len(),
            "an anchor names its sentence: {at:?} {story:?}"
        );
    }
    for date in &facts.dates {
        assert_eq!(story.text.get(date.at.start as usize..date.at.end as usize), Some(date.text.as_str()));
    }
    for key in &facts.key_sentences {
        assert!((key.sentence as usize) < facts.sentences.len());
    }
}

#[test]
fn any_text_keeps_the_promises() {
    (0..400).for_each(|seed| check(&story(seed)));
}

#[test]
fn texts_of_one_character_and_of_none() {
    for text in
        ["", "\n", "“", "'", "5", "$", ".", "\u{301}", "😀", "-5", "'’", "\n\n\n", "Nov. 31", "„", "’s"]
    {
        check(&Story { text: text.to_owned(), ..Story::default() });
    }
}

/// Long lines of marks that never close must not take longer than their length.
#[test]
fn long_lines_of_open_marks_end() {
    for piece in ["‘a ", "“a ", "'b'c ", "« ", "5 and ", "from 2019 ", "U.S.", "l'", "1,"] {
        check(&Story { text: piece.repeat(1_000), lang: Some("fr".into()), ..Story::default() });
    }
}
