//! Promises that hold for any input at all: no panic, no hang, facts anchored, output taken from the page.

#[path = "large/growth.rs"]
mod growth;
#[path = "large/mod.rs"]
mod large;
#[path = "properties/mod.rs"]
mod properties;

use growth::assert_grows;
use large::Shape;
use plainread::native::parse_html;
use plainread::page::LIMITS;
use plainread::page::Limits;
use plainread::page::PageBuilder;
use plainread::page::parse_serialized;
use plainread::read;
use plainread::read_text;
use plainread::reader;
use plainread::story;
use std::time::Duration;
use std::time::Instant;

/// Debug builds are about twenty times slower than what ships, and machines are shared: a hang is what this catches.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn odd_pages_are_answered() {
    let odd = [
        "",
        " ",
        "\0",
        "<",
        "<html>",
        "<body>",
        "plain",
        "<!doctype html><title>",
        "<script type=application/ld+json>{\"@graph\":[[[]],null,{\"@type\":5,\"headline\":{}}]}</script>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"99999-99-99\"}</script>",
        "<table><td><table><td><ul><li><dl><dd><p>x",
        "<math><mi>x</math><svg><foreignObject><p>y</svg>",
        "<template><template><p>x</template></template>",
        "<a href='javascript:alert(1)'>x</a><img src='data:text/html,x'><base href='//[bad'>",
        "<h1>\u{202e}\u{200f}ﷺ\u{0}\u{fffd}🧑🏽‍🚀é\u{301}</h1><time datetime='2023-02-30'>",
    ];
    for html in odd {
        check("odd", html);
        check(
            "odd, with a story",
            &format!("{html}{}", "<p>A story with, commas, and “quotes”, he said. ".repeat(30)),
        );
    }
}

/// Four times the page takes four times the time; sixteen times would give a stage away that looks at everything for
/// everything.
#[test]
fn time_grows_with_the_page_and_no_faster() {
    for shape in Shape::ALL {
        let size = if shape == Shape::Text { 40_000 } else { 700 };
        let (small, large) = (large::html(shape, size), large::html(shape, 4 * size));
        assert_grows(
            &format!("{shape:?}"),
            || drop(read(&parse_html(&small, ""))),
            || drop(read(&parse_html(&large, ""))),
        );
    }
    let (small, large) = (large::copied(3_000), large::copied(12_000));
    assert_grows("copied", || drop(read_text(&small)), || drop(read_text(&large)));
}

#[test]
fn what_is_too_large_is_read_in_part_and_says_so() {
    let said = |bytes: u32| {
        let mut builder = PageBuilder::with_limits("", Limits { bytes, ..LIMITS });
        for name in ["html", "body", "p"] {
            builder.open(name, None);
        }
        builder.text(&large::text(2_000));
        let reading = read(&builder.finish());
        let article = reading.article.expect("a story");
        let steps = reader::render(&article, &story(&article), &reading.facts, "").article;
        let says = steps.iter().any(|s| matches!(s, reader::Step::Say(reader::Word::PageCut, _)));
        (article.cut, says)
    };
    assert_eq!((said(1_000), said(LIMITS.bytes)), ((true, true), (false, false)));
}

#[test]
fn deep_pages_and_long_tags_are_answered() {
    for (shape, size) in [(Shape::Nested, 20_000), (Shape::Stairs, 3_000), (Shape::Attributes, 100_000)] {
        check(&format!("{shape:?}"), &large::html(shape, size));
    }
    check("unclosed", &"<div><svg><noscript>".repeat(5_000));
    check("never opened", &format!("{}{}", "<div>".repeat(5_000), "</p></b></svg>".repeat(5_000)));
    check("bold", &"<b><i><a href=x>x".repeat(2_000));
}

/// Cuts, doubles and shuffles pieces of markup by a fixed sequence: the same pages on every run.
#[test]
fn mangled_pages_are_answered() {
    let mut random = Sequence(0x5eed);
    for round in 0..150 {
        let html: String = (0..random.below(60)).map(|_| PIECES[random.below(PIECES.len())]).collect();
        check(&format!("mangled {round}"), &html);
    }
}

/// Inputs that fell over once in `fuzz/`.
#[test]
fn what_fuzzing_found_stays_mended() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds/serialized");
    let files = std::fs::read_dir(folder).expect("the seeds are there").flatten();
    let found = files.filter(|file| file.file_name().to_string_lossy().starts_with("found-"));
    let mut count = 0;
    for file in found {
        check("found", &std::fs::read_to_string(file.path()).expect("text"));
        count += 1;
    }
    assert!(count > 0);
}

const PIECES: &[&str] = &[
    "<div class='article-body paywall'>",
    "</div>",
    "<p>",
    "</p>",
    "<article>",
    "<h1>Head",
    "<h2 id=x>",
    "<ul><li>",
    "<ol start=-3>",
    "<table><tr><th colspan=9999><td>",
    "<figure><img src=/a.jpg srcset='b 1x, c 2x'><figcaption>Photo: A. Name/Agency",
    "<blockquote>",
    "<pre><code class=language-rust>\n  x\n",
    "<dl><dt>term<dd>",
    "<details><summary>",
    "<noscript><img src=x>",
    "<template>",
    "<iframe src=https://video.example/1>",
    "<time datetime=2024-02-29T25:61>",
    "<a href='#x'>",
    "<ruby>漢<rt>かん</ruby>",
    "<sup>",
    "<br><br>",
    "“Quoted words, of somebody,” said Dr. Ann O’Neil, the 45-year-old head of U.S. Corp.",
    " on Monday, 5 May 2021, and last week; $5m, 20%, 3,000 people. ",
    "‘single’ «guillemets» „deutsch“ 「日本語の文章です。」",
    "Sign up to read this article. Already a member? ",
    "يقول الكاتب إن الخبر صحيح. ",
    "\u{a0}\u{200b}\u{2028}\u{fffd}\u{0}",
    "&amp;&#x110000;&nosuch;&",
    "<meta property=og:title content='x'>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"Text\"}</script>",
    "One sentence of some length that reads like running text, with commas, and so on. ",
];

/// A linear congruential sequence; constants of Knuth's MMIX.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn check(name: &str, html: &str) {
    let start = Instant::now();
    for page in [parse_html(html, "https://example.org/a/b"), parse_serialized(html, "").page] {
        properties::hold(name, &page);
        assert!(start.elapsed() < PATIENCE, "{name}: took {:?}", start.elapsed());
    }
}
