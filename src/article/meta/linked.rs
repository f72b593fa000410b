//! JSON-LD: what the page says about itself in schema.org's words.
//!
//! In: the texts of `<script type="application/ld+json">`. Out: the object that describes the story, and lookups in it.
//! Broken scripts are read as far as small repairs help, else left out.

use super::said::tidy;
use crate::json;
use crate::json::Json;
use crate::json::Object;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Units: objects. A page with more lists other things, not itself.
const MAX_OBJECTS: usize = 2000;
/// Units: steps from the script's own objects. Deeper ones describe other things.
const MAX_STEPS: usize = 4;
/// Keys that lead to descriptions of the page itself, not of things it names.
const WAYS: &[&str] = &["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "subjectOf"];

/// Kinds of story, by schema.org's names.
const ARTICLES: Words = word_list![
    "Article",
    "NewsArticle",
    "BlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "TechArticle",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "SatiricalArticle",
    "AdvertiserContentArticle",
    "APIReference",
    "Report",
    "LiveBlogPosting",
    "Review",
    "CriticReview",
    "Recipe",
    "HowTo",
    "CreativeWork",
    "Chapter",
];
/// Kinds of thread.
const THREADS: Words = word_list!["DiscussionForumPosting", "SocialMediaPosting", "QAPage", "Question"];
/// Kinds of page around a story.
const PAGES: Words = word_list![
    "WebPage",
    "ItemPage",
    "MedicalWebPage",
    "AboutPage",
    "FAQPage",
    "CollectionPage",
    "VideoObject"
];

/// All that the page's scripts say.
#[derive(Debug, Default)]
pub(super) struct Linked {
    scripts: Vec<Json>,
}

impl Linked {
    /// Reads every JSON-LD script of the page.
    pub(super) fn read(page: &Page) -> Linked {
        let is_linked = |n: &NodeId| {
            page.is(*n, Tag::Script)
                && page.attr(*n, "type").is_some_and(|t| t.trim().starts_with("application/ld+json"))
        };
        let texts =
            page.ids().filter(is_linked).map(|n| page.children(n).map(|c| page.text(c)).collect::<String>());
        Linked { scripts: texts.filter_map(|text| parse(&text)).collect() }
    }

    /// Objects that describe the page itself, nearest to the top first.
    pub(super) fn objects(&self) -> Vec<&Object> {
        let mut found = Vec::new();
        let mut level: Vec<&Json> = self.scripts.iter().collect();
        for _ in 0..MAX_STEPS {
            let mut next = Vec::new();
            for value in level {
                match value {
                    Json::List(values) => next.extend(values),
                    Json::Object(object) if found.len() < MAX_OBJECTS => {
                        found.push(object);
                        next.extend(WAYS.iter().filter_map(|way| object.get(*way)));
                    }
                    _ => {}
                }
            }
            level = next;
        }
        found
    }

    /// The object with this `@id`.
    fn by_id<'a>(&'a self, id: &str) -> Option<&'a Object> {
        self.objects().into_iter().find(|o| text(o.get("@id")) == Some(id) && o.contains_key("name"))
    }

    /// Names a value stands for: strings, objects with a name, references, lists of them.
    pub(super) fn names(&self, value: Option<&Json>) -> Vec<String> {
        match value {
            Some(Json::Text(name)) => vec![tidy(name)],
            Some(Json::List(values)) => values.iter().flat_map(|v| self.name(v)).collect(),
            Some(value) => self.name(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    fn name(&self, value: &Json) -> Option<String> {
        let name = match value {
            Json::Text(name) => tidy(name),
            Json::Object(object) => match object.get("name") {
                Some(Json::Text(name)) => tidy(name),
                Some(Json::List(names)) => tidy(names.first()?.as_text()?),
                _ => tidy(text(self.by_id(text(object.get("@id"))?)?.get("name"))?),
            },
            _ => return None,
        };
        (!name.is_empty()).then_some(name)
    }
}

/// What kind of thing an object describes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Described {
    Other,
    Page,
    Product,
    Thread,
    Article,
}

/// Reads an object's `@type`.
pub(super) fn described(object: &Object) -> Described {
    let all = || object.get("@type").map_or([].as_slice(), Json::each).iter();
    let is = |kinds: Words| all().filter_map(Json::as_text).any(|kind| kinds.has(bare(kind)));
    if is(ARTICLES) {
        Described::Article
    } else if is(THREADS) {
        Described::Thread
    } else if is(word_list!["Product", "ProductGroup", "Vehicle", "IndividualProduct"]) {
        Described::Product
    } else if is(PAGES) {
        Described::Page
    } else {
        Described::Other
    }
}

/// `http://schema.org/Article` and `schema:Article` are `Article`.
fn bare(kind: &str) -> &str {
    kind.rsplit(['/', ':', '#']).next().unwrap_or(kind)
}

/// A string value.
pub(super) fn text(value: Option<&Json>) -> Option<&str> {
    match value {
        Some(Json::Text(text)) => Some(text.trim()).filter(|t| !t.is_empty()),
        Some(Json::List(values)) => {
            values.iter().find_map(Json::as_text).map(str::trim).filter(|t| !t.is_empty())
        }
        _ => None,
    }
}

fn parse(text: &str) -> Option<Json> {
    let text = text
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let text = text.trim().trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//").trim();
    let text = text.trim_end_matches(';');
    json::read(text).or_else(|| json::read(&repaired(text)))
}

/// Raw line breaks inside strings and commas before a closing bracket: the two mistakes templates make most.
fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if quoted {
            out.push(if c.is_control() { ' ' } else { c });
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            continue;
        }
        if matches!(c, '}' | ']') {
            let kept = out.trim_end().trim_end_matches(',').len();
            out.truncate(kept);
        }
        quoted = c == '"';
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(json: &str) -> Linked {
        Linked { scripts: vec![parse(json).unwrap()] }
    }

    #[test]
    fn finds_objects_and_names_through_graphs_and_references() {
        let linked = linked(
            r#"{"@graph":[{"@type":"Person","@id":"p","name":"Ana &amp; Lima"},
            {"@type":["Thing","NewsArticle"],"author":[{"@id":"p"},"Bo",{"name":"Cy"}]}]}"#,
        );
        let objects = linked.objects();
        let article = objects.iter().find(|o| described(o) == Described::Article).unwrap();
        assert_eq!(linked.names(article.get("author")), ["Ana & Lima", "Bo", "Cy"]);
    }

    #[test]
    fn mends_the_usual_mistakes() {
        let linked = linked("<!-- {\"@type\":\"Article\",\"headline\":\"a\n\\\"b\\\"\",\"x\":[1,],} -->");
        assert_eq!(text(linked.objects()[0].get("headline")), Some("a \"b\""));
        assert!(parse("{\"a\":").is_none());
    }
}
