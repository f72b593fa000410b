//! What the publisher declares about the story: paid or free, in whole or in part, its text, its length.
//!
//! In: the page's JSON-LD and microdata. Out: [`Declared`]. Broken JSON declares nothing.

use super::markup;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::rules::vendors::fits;
use serde_json::Value;

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
        let fits_part = |n: NodeId, selector: &str| fits(selector, page.name(n), |a| page.attr(n, a));
        let in_part = |selector: &String| page.ancestors(node).chain([node]).any(|n| fits_part(n, selector));
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
            each_object(&json, |object| declare(object, &mut out));
        } else if page.attr(node, "itemprop") == Some("isAccessibleForFree") {
            let value = page.attr(node, "content").or(page.attr(node, "href")).unwrap_or_default();
            out.paid |= value.rsplit('/').next().is_some_and(|v| v.eq_ignore_ascii_case("false"));
        }
    }
    out
}

/// True for JSON-LD that describes an article.
pub(super) fn is_article(page: &Page, script: NodeId) -> bool {
    let mut found = false;
    if let Some(json) = json_ld(page, script) {
        each_object(&json, |object| found |= is_story(object));
    }
    found
}

fn json_ld(page: &Page, node: NodeId) -> Option<Value> {
    let kind = page.attr(node, "type").filter(|_| page.is(node, Tag::Script))?;
    if !kind.starts_with("application/ld+json") {
        return None;
    }
    let text: String = page.subtree(node).map(|n| page.text(n)).collect();
    let parse = |text: &str| serde_json::from_str(text).ok();
    // Line ends inside strings are the usual slip.
    parse(&text).or_else(|| parse(&text.replace(|c: char| c.is_control(), " ")))
}

fn each_object(json: &Value, mut visit: impl FnMut(&Value)) {
    let mut todo = vec![json];
    let mut left = OBJECTS;
    while let Some(next) = todo.pop() {
        left = left.saturating_sub(1);
        if left == 0 {
            return;
        }
        match next {
            Value::Array(items) => todo.extend(items),
            Value::Object(fields) => {
                visit(next);
                let nested = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"];
                todo.extend(nested.iter().filter_map(|k| fields.get(*k)).filter(|v| !v.is_string()));
            }
            _ => {}
        }
    }
}

fn is_story(object: &Value) -> bool {
    let kind = &object["@type"];
    let names = kind.as_array().into_iter().flatten().chain([kind]).filter_map(Value::as_str);
    let mut names = names.map(|n| n.rsplit('/').next().unwrap_or(n));
    names.any(|n| {
        n.ends_with("Article") || matches!(n, "BlogPosting" | "LiveBlogPosting" | "Report" | "Review")
    })
}

fn declare(object: &Value, out: &mut Declared) {
    if !is_story(object) {
        return;
    }
    out.paid |= is_false(&object["isAccessibleForFree"]);
    let parts = &object["hasPart"];
    for part in
        parts.as_array().into_iter().flatten().chain([parts]).filter(|p| is_false(&p["isAccessibleForFree"]))
    {
        let selector = &part["cssSelector"];
        let all = selector.as_array().into_iter().flatten().chain([selector]).filter_map(Value::as_str);
        // Only the last simple selector is matched: that is where the class of the part stands.
        let simple = all.flat_map(|s| s.split(',')).filter_map(|s| s.split_whitespace().next_back());
        out.paid_parts.extend(simple.map(str::to_owned));
    }
    let body = object["articleBody"].as_str().map(markup::without);
    out.body = out.body.take().max_by_length(body);
    let words = &object["wordCount"];
    out.words =
        out.words.or(words.as_u64().or(words.as_str().and_then(|w| w.parse().ok())).map(|w| w as u32));
}

fn is_false(value: &Value) -> bool {
    value == &Value::Bool(false)
        || value
            .as_str()
            .is_some_and(|v| v.rsplit('/').next().is_some_and(|v| v.eq_ignore_ascii_case("false")))
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
