//! What the reader promises of any story: its steps balance, its text is the text the facts point into.

use crate::article::Article;
use crate::article::Block;
use crate::article::Delivered;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::ListItem;
use crate::article::Post;
use crate::article::Source;
use crate::article::Sourced;
use crate::facts::Anchor;
use crate::facts::Facts;
use crate::facts::LineKind;
use crate::facts::Person;
use crate::facts::Story;

use super::*;

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn link(url: &str, words: &str) -> Inline {
    Inline::Link { url: url.to_owned(), text: vec![text(words)] }
}

/// A story whose leaves hold every way a line of text can be made.
fn blocks() -> Vec<Block> {
    vec![
        Block::Heading { level: 2, text: vec![text("A heading.")], id: Some("a".to_owned()) },
        Block::Paragraph(vec![
            text("One "),
            link("https://example.org", "two three."),
            text(" Four"),
            Inline::Break,
        ]),
        Block::List {
            start: Some(3),
            items: vec![ListItem { id: None, blocks: vec![paragraph("Item é one. And more.")] }],
        },
        Block::Quote { blocks: vec![paragraph("Quoted.")], cite: Some(vec![text("Somebody")]) },
        Block::Paragraph(vec![
            Inline::Ruby { base: "漢字".to_owned(), reading: "かんじ".to_owned() },
            text("。終わり。"),
        ]),
        Block::Details { summary: vec![text("More")], blocks: vec![paragraph("Inside.")] },
    ]
}

fn story_of(article: &Article, title: Option<String>) -> Story {
    let lines: Vec<String> = article.leaves().iter().map(crate::article::Leaf::text).collect();
    Story {
        title,
        lines: vec![LineKind::Paragraph; lines.len()],
        text: lines.join("\n"),
        published: None,
        lang: None,
    }
}

/// Every sentence is one range of up to eight bytes, cut at characters: borders fall everywhere.
fn many_sentences(text: &str) -> Vec<(u32, u32)> {
    let borders: Vec<usize> = (0..=text.len()).filter(|i| text.is_char_boundary(*i)).step_by(5).collect();
    borders.windows(2).map(|w| (w[0] as u32, w[1] as u32)).collect()
}

/// Texts that belong to a sentence, in order.
fn spoken(steps: &[Step], number: usize) -> String {
    let of = |step: &Step| match step {
        Step::Sentence(n, text) if *n == number => text.clone(),
        _ => String::new(),
    };
    steps.iter().map(of).collect()
}

/// How many texts are just this one.
fn times_said(steps: &[Step], said: &str) -> usize {
    steps.iter().filter(|s| matches!(s, Step::Text(t) | Step::Sentence(_, t) if t == said)).count()
}

#[test]
fn sentences_hold_the_text_the_facts_point_into() {
    let article = Article { blocks: blocks(), ..Article::default() };
    let story = story_of(&article, None);
    let facts = Facts { sentences: many_sentences(&story.text), ..Facts::default() };
    let reader = render(&article, &story, &facts, "");
    for (number, (start, end)) in facts.sentences.iter().enumerate() {
        // Line ends and `<br>` count as white space in the text and are no text of the reader's.
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let expected = bare(&story.text[*start as usize..*end as usize]);
        assert_eq!(bare(&spoken(&reader.article, number)), expected, "sentence {number}");
    }
}

#[test]
fn the_headline_stands_once_and_the_text_keeps_its_place() {
    let heading = Block::Heading { level: 2, text: vec![text("Same words")], id: None };
    let mut article = Article { blocks: vec![heading, paragraph("First.")], ..Article::default() };
    article.meta.title = Some(Sourced { value: "Same words".to_owned(), source: Source::Visible });
    let facts = Facts { sentences: vec![(0, 10), (11, 17)], ..Facts::default() };
    let reader = render(&article, &story_of(&article, None), &facts, "");
    let said = times_said(&reader.article, "Same words");
    assert_eq!((said, spoken(&reader.article, 1).as_str()), (1, "First."));
}

#[test]
fn a_contribution_is_signed_once() {
    let post = |lines: &[&str]| {
        let blocks = lines.iter().map(|line| paragraph(line)).collect();
        Block::Post(Post { author: Some("runa_h".to_owned()), time: None, blocks })
    };
    let blocks = vec![post(&["runa_h", "An old kettle."]), post(&["runa_h"]), post(&["Not runa_h.", "No."])];
    let article = Article { blocks, ..Article::default() };
    let story = story_of(&article, None);
    let facts = Facts { sentences: vec![(0, 6), (7, 21)], ..Facts::default() };
    let reader = render(&article, &story, &facts, "");
    let said = times_said(&reader.article, "runa_h");
    // Once for the first, twice for the second, whose only line it is, once for the third.
    assert_eq!((said, spoken(&reader.article, 1).as_str()), (4, "An old kettle."));
}

#[test]
fn pictures_a_little_narrower_than_the_column_fill_it() {
    let wide = |width, height| {
        let image = Image {
            src: "https://example.org/a.png".to_owned(),
            alt: String::new(),
            size: Some((width, height)),
        };
        let figure = Figure { images: vec![image], caption: None, credit: None };
        let article =
            Article { blocks: vec![Block::Figure(figure), paragraph("One.")], ..Article::default() };
        let reader = render(&article, &story_of(&article, None), &Facts::default(), "");
        reader.article.contains(&Step::Attr(Attr::Class, Class::Wide.name().to_owned()))
    };
    let sizes = [(1200, 800), (640, 360), (420, 280), (600, 600), (480, 640), (200, 120)];
    assert_eq!(sizes.map(|(w, h)| wide(w, h)), [false, true, true, true, false, false]);
}

#[test]
fn steps_balance() {
    let article = Article { blocks: blocks(), delivered: Delivered::Withheld, ..Article::default() };
    let reader = render(&article, &story_of(&article, None), &Facts::default(), "https://example.org/a");
    let mut depth = 0i32;
    for step in &reader.article {
        depth += match step {
            Step::Open(_) => 1,
            Step::Close => -1,
            _ => 0,
        };
        assert!(depth >= 0);
    }
    assert_eq!(depth, 0);
}

#[test]
fn no_address_that_runs_leaves_the_core() {
    let wicked = ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JaVaScRiPt:x"];
    let inlines = wicked.iter().map(|url| link(url, "x")).collect();
    let mut article = Article { blocks: vec![Block::Paragraph(inlines)], ..Article::default() };
    article.meta.original_url = Some(Sourced { value: wicked[0].to_owned(), source: Source::Visible });
    let reader = render(&article, &story_of(&article, None), &Facts::default(), wicked[1]);
    let addresses = reader.article.iter().filter(|s| matches!(s, Step::Attr(Attr::Href | Attr::Src, _)));
    assert_eq!(addresses.count(), 0);
}

#[test]
fn a_fact_names_each_of_its_sentences_once() {
    let at = |sentence| Anchor { sentence, start: 0, end: 1 };
    let person = Person { name: "Ada".to_owned(), mentions: vec![at(0), at(0), at(2)], ..Person::default() };
    let article = Article { blocks: vec![paragraph("Ada. Ada.")], ..Article::default() };
    let facts = Facts { people: vec![person], ..Facts::default() };
    let reader = render(&article, &story_of(&article, None), &facts, "");
    assert!(reader.has_facts);
    assert!(reader.facts.contains(&Step::Attr(Attr::Stands, "0 2".to_owned())));
}

/// Someone who has scrolled past the notice above the story meets it again where the text ends.
#[test]
fn a_part_of_a_story_says_so_above_it_and_at_its_end() {
    let said = |delivered: Delivered| {
        let article = Article { delivered, blocks: blocks(), ..Article::default() };
        let steps = render(&article, &story_of(&article, None), &Facts::default(), "").article;
        steps
            .iter()
            .filter(|s| matches!(s, Step::Say(Word::PreviewDelivered | Word::PublisherKeeps, _)))
            .count()
    };
    assert_eq!(said(Delivered::Preview(crate::article::PreviewReason::BreaksOff)), 2);
    assert_eq!(said(Delivered::Withheld), 2);
    assert_eq!(said(Delivered::Full), 0);
}

#[test]
fn direction_follows_the_letters_where_the_page_is_silent() {
    let rtl = |words: &str| {
        let article = Article { blocks: vec![paragraph(words)], ..Article::default() };
        render(&article, &story_of(&article, None), &Facts::default(), "").rtl
    };
    assert!(rtl("سوق الكتب المستعملة (PDF)"));
    assert!(!rtl("The word سوق means market."));
}
