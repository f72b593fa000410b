//! Plainread's core: from a page, as it was delivered, to its story and the story's key facts.
//!
//! The whole pipeline is [`read`]. Borders are `web` (wasm32) and `native` (everything else).

pub mod article;
pub mod covers;
pub mod facts;
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
    let covers = covers::find(page);
    let mut article = article::extract(page, &covers.mask);
    if let (Ok(article), Some(delivered)) = (&mut article, delivered(&covers.verdict)) {
        article.delivered = delivered;
    }
    let facts = article.as_ref().map(|article| facts::pick(&story(article))).unwrap_or_default();
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
