//! What the publisher declares about the story: paid or free, in whole or in part, its text, its length.
//!
//! In: the page's JSON-LD and microdata. Out: [`Declared`]. Broken JSON declares nothing.

use super::markup;
use crate::json;
use crate::json::Json;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::rules::vendors::fits;
use crate::text::word_list;

/// The declarations.
#[derive(Clone, Debug, Default)]
pub(super) struct Declared {
    /// `isAccessibleForFree: false` on the article.
    pub paid: bool,
    /// Selectors of the parts that are declared paid.
    pub paid_parts: Vec<String>,
    /// `articleBody`, as lines of text.
    pub body: Option<String>,
    /// `wordCount`.
    pub words: Option<u32>,
}

impl Declared {
    /// True if `node` lies in what is declared paid.
    pub fn is_paid(&self, page: &Page, node: NodeId) -> bool {
        let fits_part = |n: NodeId, selector: &str| fits(selector, page.name(n), |a| page.any_attr(n, a));
        let in_part = |selector: &String| page.upward(node).any(|n| fits_part(n, selector));
        self.paid || self.paid_parts.iter().any(in_part)
    }

    /// True if anything is.
    pub fn any(&self) -> bool {
        self.paid || !self.paid_parts.is_empty()
    }
}

/// At most this many objects of a page's JSON-LD are looked at; some pages carry catalogues.
const OBJECTS: usize = 2000;

/// Reads all declarations of a page.
pub(super) fn read(page: &Page) -> Declared {
    let mut out = Declared::default();
    for node in page.ids() {
        if let Some(json) = json_ld(page, node) {
            each_object(&json, &mut |object| declare(object, &mut out));
        } else if page.attr_is(node, "itemprop", "isAccessibleForFree") {
            let value = page.first_attr(node, &["content", "href"]).unwrap_or_default();
            out.paid |= value.rsplit('/').next().is_some_and(|v| v.eq_ignore_ascii_case("false"));
        }
    }
    out
}

/// True for JSON-LD that describes an article.
pub(super) fn is_article(page: &Page, script: NodeId) -> bool {
    let mut found = false;
    if let Some(json) = json_ld(page, script) {
        each_object(&json, &mut |object| found |= is_story(object));
    }
    found
}

fn json_ld(page: &Page, node: NodeId) -> Option<Json> {
    let kind = page.attr(node, "type").filter(|_| page.is(node, Tag::Script))?;
    if !kind.starts_with("application/ld+json") {
        return None;
    }
    let text: String = page.subtree(node).map(|n| page.text(n)).collect();
    // Line ends inside strings are the usual slip.
    json::read(&text).or_else(|| json::read(&text.replace(|c: char| c.is_control(), " ")))
}

fn each_object(json: &Json, visit: &mut dyn FnMut(&Json)) {
    let mut todo = vec![json];
    let mut left = OBJECTS;
    while let Some(next) = todo.pop() {
        left = left.saturating_sub(1);
        if left == 0 {
            return;
        }
        match next {
            Json::List(items) => todo.extend(items),
            Json::Object(fields) => {
                visit(next);
                let nested = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"];
                todo.extend(nested.iter().filter_map(|k| fields.get(*k)).filter(|v| v.as_text().is_none()));
            }
            _ => {}
        }
    }
}

fn is_story(object: &Json) -> bool {
    let names = each(object, "@type").iter().filter_map(Json::as_text);
    let mut names = names.map(|n| n.rsplit('/').next().unwrap_or(n));
    names.any(|n| {
        n.ends_with("Article") || word_list!["BlogPosting", "LiveBlogPosting", "Report", "Review"].has(n)
    })
}

fn declare(object: &Json, out: &mut Declared) {
    if !is_story(object) {
        return;
    }
    out.paid |= is_paid(object);
    for part in each(object, "hasPart").iter().filter(|part| is_paid(part)) {
        for selectors in each(part, "cssSelector").iter().filter_map(Json::as_text) {
            // Only the last simple selector is matched: that is where the class of the part stands.
            let simple = selectors.split(',').filter_map(|s| s.split_whitespace().next_back());
            out.paid_parts.extend(simple.map(str::to_owned));
        }
    }
    let body = object.get("articleBody").and_then(Json::as_text).map(markup::without);
    out.body = out.body.take().max_by_length(body);
    out.words = out.words.or(match object.get("wordCount") {
        Some(Json::Number(words)) => u32::try_from(*words).ok(),
        Some(Json::Text(words)) => words.parse().ok(),
        _ => None,
    });
}

/// The values of a field that may have several.
fn each<'a>(object: &'a Json, name: &str) -> &'a [Json] {
    object.get(name).map_or(&[], Json::each)
}

fn is_paid(part: &Json) -> bool {
    match part.get("isAccessibleForFree") {
        Some(Json::Bool(is_free)) => !is_free,
        Some(Json::Text(word)) => word.rsplit('/').next().is_some_and(|w| w.eq_ignore_ascii_case("false")),
        _ => false,
    }
}

trait Longer {
    fn max_by_length(self, other: Self) -> Self;
}

impl Longer for Option<String> {
    fn max_by_length(self, other: Self) -> Self {
        if other.as_ref().map_or(0, String::len) > self.as_ref().map_or(0, String::len) {
            other
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(json: &str) -> Declared {
        read(
            &crate::page::parse_serialized(
                &format!("<html><script type=\"application/ld+json\">{json}</script></html>"),
                "",
            )
            .page,
        )
    }

    #[test]
    fn paid_is_read_in_all_its_spellings() {
        assert!(declared(r#"{"@type":"NewsArticle","isAccessibleForFree":false}"#).paid);
        assert!(declared(r#"[{"@graph":[{"@type":["Article"],"isAccessibleForFree":"False"}]}]"#).paid);
        assert!(declared("{\"@type\":\"ReportageNewsArticle\",\"headline\":\"a\nb\",\"isAccessibleForFree\":\"http://schema.org/False\"}").paid);
        assert!(!declared(r#"{"@type":"NewsArticle","isAccessibleForFree":true}"#).any());
        assert!(!declared(r#"{"@type":"Product","isAccessibleForFree":false}"#).any());
        assert!(!declared("{").any());
    }

    #[test]
    fn paid_parts_are_named() {
        let d = declared(
            r#"{"@type":"NewsArticle","hasPart":[{"isAccessibleForFree":false,"cssSelector":"article .premium, .rest"}]}"#,
        );
        assert_eq!((d.paid, d.paid_parts), (false, vec![".premium".to_owned(), ".rest".to_owned()]));
    }
}
