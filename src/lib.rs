//! Plainread's core: from a page, as it was delivered, to its story and the story's key facts.
//!
//! The whole pipeline is [`read`]: one [`page::Page`] in, one [`Reading`] out. It asks nobody, keeps nothing, and gives
//! the same answer for the same page. "No story here" is an answer, not an error.
//!
//! # From HTML
//!
//! ```
//! use plainread::native::parse_html;
//!
//! let html = r#"<!doctype html><html lang="en"><head><title>Ferry makes its last trip | The Courier</title></head>
//!   <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
//!   <h1>Ferry makes its last trip</h1><p>By <a rel="author">Oona Pell</a></p>
//!   <p>The ferry made its last trip on Sunday, and three hundred people stood on the quay to see it leave.</p>
//!   <p>“She was never late when it mattered,” said Daniel Okafor, chief executive of Sound Lines.</p>
//!   <p>Nobody could say when there would be another one, and nobody asked, since the bridge will open in the spring.</p>
//!   </article><footer>All rights reserved</footer></body></html>"#;
//! let reading = plainread::read(&parse_html(html, "https://courier.example/ferry"));
//! let article = reading.article.expect("there is a story");
//! assert_eq!(article.meta.title.unwrap().value, "Ferry makes its last trip");
//! let text = plainread::article::write::plain(&article.blocks);
//! assert!(text.contains("She was never late") && !text.contains("Sport") && !text.contains("reserved"));
//! ```
//!
//! # Its key facts
//!
//! Each is a piece of the story, with the sentence it stands in. What is not sure enough is counted, not told.
//!
//! ```
//! let copied = "The ferry made its last trip on Sunday, and three hundred people stood on the quay to see it leave.\n\
//!     “She was never late when it mattered,” said Daniel Okafor, chief executive of Sound Lines.\n\
//!     Nobody could say when there would be another one, and nobody asked.";
//! let reading = plainread::read_text(copied);
//! let story = plainread::story(reading.article.as_ref().expect("there is a story"));
//! let quote = &reading.facts.quotes[0];
//! let (start, end) = (quote.parts[0].start as usize, quote.parts[0].end as usize);
//! assert_eq!(&story.text[start..end], "She was never late when it mattered,");
//! assert_eq!(quote.speaker.as_ref().unwrap().name, "Daniel Okafor");
//! ```
//!
//! # As a file
//!
//! [`article::write`] has the story as plain text, Markdown and JSON, [`facts::write`] the facts as JSON;
//! `native::read_file` reads a file in whatever encoding.
//!
//! # Features
//!
//! - `cli` (on by default): the command-line program, with clap and indicatif. A program that uses the library needs
//!   neither: `plainread = { version = "0.1", default-features = false }`.
//! - `demo` and `library`, for wasm32 only: what the demo page and the npm package ask of the core.
//!
//! HTML files are parsed by html5ever, outside of wasm32 only: in a browser the browser has parsed the page.
//! Borders are `web` (wasm32) and `native` (everything else).

pub mod article;
pub mod covers;
pub mod facts;
pub mod json;
mod order;
pub mod page;
pub mod reader;
pub mod rules;
pub mod text;
#[doc(hidden)]
pub mod wire;

#[cfg(not(target_arch = "wasm32"))]
pub mod native;
#[cfg(target_arch = "wasm32")]
pub mod web;

use article::Article;
use article::Delivered;
use article::NoArticle;
use article::PreviewReason;
use covers::Covers;
use covers::PreviewSign;
use covers::Verdict;
use facts::Facts;
use facts::LineKind;
use facts::Story;
use page::Page;

/// What came of a page.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What lies over the story, and the plan to clear it.
    pub covers: Covers,
    /// The story, or what was found instead.
    pub article: Result<Article, NoArticle>,
    /// The story's facts; empty without a story.
    pub facts: Facts,
}

/// Runs every stage over one snapshot. Pure: the same page gives the same reading.
pub fn read(page: &Page) -> Reading {
    read_with(page, facts::pick)
}

/// The same as [`read`], but of the facts only the sentences: what is shown first, while [`facts::pick`] looks for the
/// rest in the [`story`].
pub fn read_story(page: &Page) -> Reading {
    read_with(page, facts::sentences)
}

fn read_with(page: &Page, find: fn(&Story) -> Facts) -> Reading {
    let covers = covers::find(page);
    let mut article = article::extract(page, &covers.mask);
    if let (Ok(article), Some(delivered)) = (&mut article, delivered(&covers.verdict)) {
        article.delivered = delivered;
    }
    let facts = article.as_ref().map(|article| find(&story(article))).unwrap_or_default();
    Reading { covers, article, facts }
}

/// How much came, as the covers tell. None: they tell nothing.
fn delivered(verdict: &Verdict) -> Option<Delivered> {
    let reason = match verdict {
        Verdict::Unsure | Verdict::Full => return None,
        Verdict::Withheld => return Some(Delivered::Withheld),
        Verdict::Preview(sign) => match *sign {
            PreviewSign::DeclaredPaid => PreviewReason::DeclaredPaid,
            PreviewSign::SignUpCard => PreviewReason::SignUpCard,
            PreviewSign::FewerWordsThanStated { stated, delivered } => {
                PreviewReason::FewerWordsThanStated { stated, delivered }
            }
            PreviewSign::BreaksOff => PreviewReason::BreaksOff,
            PreviewSign::Filler => PreviewReason::Filler,
        },
    };
    Some(Delivered::Preview(reason))
}

/// The same for a page copied as text: nothing lies over it, and its lines say what they are.
pub fn read_text(text: &str) -> Reading {
    let most = page::LIMITS.bytes as usize;
    let part = &text[..text.floor_char_boundary(most)];
    let mut article = article::plain::extract(part);
    if let Ok(article) = &mut article {
        article.cut = part.len() < text.len();
    }
    let facts = article.as_ref().map(|article| facts::pick(&story(article))).unwrap_or_default();
    Reading { covers: Covers::default(), article, facts }
}

/// The article as facts read it: its lines of running text.
pub fn story(article: &Article) -> Story {
    let leaves = article.leaves();
    let kind = |leaf: &article::Leaf| match leaf.kind {
        article::LeafKind::Heading => LineKind::Heading,
        article::LeafKind::Paragraph | article::LeafKind::Quote => LineKind::Paragraph,
        _ => LineKind::Other,
    };
    Story {
        title: article.meta.title.as_ref().map(|t| t.value.clone()),
        text: leaves.iter().map(article::Leaf::text).collect::<Vec<_>>().join("\n"),
        lines: leaves.iter().map(kind).collect(),
        published: article.meta.published.as_ref().and_then(|d| d.value.get(..10)).map(str::to_owned),
        lang: article.meta.lang.clone(),
    }
}
