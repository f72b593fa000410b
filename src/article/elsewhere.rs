//! Text that a page delivers beside its markup: in JSON, for scripts that have not run.
//!
//! In: a [`Page`] whose markup holds no story. Out: a page made of the longest run of prose found in its JSON
//! (JSON-LD's `articleBody`, a forum's preloaded posts, a framework's page data), or nothing. Nothing is fetched.

use crate::json;
use crate::json::Json;
use crate::order::Map;
use crate::page::JSON_BYTES;
use crate::page::Page;
use crate::page::Tag;
use crate::page::parse_serialized;

/// Prose shorter than this is no story. Units: bytes, all of one key.
const PROSE_BYTES: usize = 600;

/// A single plain text needs this much; markup with paragraphs needs none. Units: bytes.
const PLAIN_BYTES: usize = 400;

/// JSON inside strings of JSON is read to this depth.
const NESTED: usize = 3;

/// Finds a story in the page's JSON, as a page of its own.
pub fn find(page: &Page) -> Option<Page> {
    let mut texts: Map<String, Vec<String>> = Map::default();
    for json in sources(page).into_iter().filter_map(json::read) {
        collect(json, &mut texts);
    }
    let bytes = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let (_, story) = texts.iter().max_by_key(|(_, texts)| bytes(texts))?;
    let markup: String = story.iter().map(|text| markup(text)).collect();
    let markup = format!("<html><body>{markup}</body></html>");
    (bytes(story) >= PROSE_BYTES).then(|| parse_serialized(&markup, page.url()).page)
}

/// Attributes and scripts that look like JSON.
fn sources(page: &Page) -> Vec<&str> {
    let mut out = Vec::new();
    for id in page.ids() {
        out.extend(page.attrs(id).map(|(_, value)| value).filter(|value| is_json(value)));
        if page.is(id, Tag::Script) && page.attr(id, "type").is_some_and(|t| t.contains("json")) {
            out.extend(page.children(id).next().map(|child| page.text(child)).filter(|text| is_json(text)));
        }
    }
    out
}

fn is_json(text: &str) -> bool {
    text.len() >= JSON_BYTES && text.trim_start().starts_with(['{', '['])
}

/// Collects prose by the key it stands under, in order.
fn collect(json: Json, texts: &mut Map<String, Vec<String>>) {
    let mut waiting = vec![(String::new(), json, 0)];
    while let Some((key, value, depth)) = waiting.pop() {
        match value {
            Json::List(items) => {
                waiting.extend(items.into_iter().rev().map(|item| (key.clone(), item, depth)));
            }
            Json::Object(fields) => {
                waiting.extend(fields.into_entries().into_iter().map(|(key, field)| (key, field, depth)))
            }
            Json::Text(text) if is_json(&text) && depth < NESTED => {
                let inner = json::read(&text);
                waiting.extend(inner.map(|inner| (key, inner, depth + 1)));
            }
            Json::Text(text) if is_prose(&key, &text) => texts.get_or_default(key).push(text),
            _ => {}
        }
    }
}

fn is_prose(key: &str, text: &str) -> bool {
    text.contains("</p>") || (key == "articleBody" && text.len() >= PLAIN_BYTES)
}

/// A contribution as markup; plain text gets paragraphs.
fn markup(text: &str) -> String {
    if text.contains("</p>") {
        return format!("<article>{text}</article>");
    }
    let safe = text.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs = safe.lines().map(|line| format!("<p>{line}</p>")).collect::<String>();
    format!("<article>{paragraphs}</article>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    fn check(html: &str, wanted: Option<&str>) {
        let found = find(&parse_serialized(html, "").page);
        assert_eq!(found.map(|page| page.text_content(NodeId::ROOT)).as_deref(), wanted);
    }

    #[test]
    fn reads_posts_kept_for_scripts() {
        let post = "word ".repeat(80);
        let inner =
            format!(r#"{{"posts":[{{"cooked":"<p>a {post}</p>"}},{{"cooked":"<p>b {post}</p>"}}],"n":1}}"#);
        let outer = serde_json::json!({ "topic": inner }).to_string().replace('"', "&quot;");
        let html = format!("<html><body><div data-preloaded=\"{outer}\"></div></body></html>");
        check(&html, Some(format!("a {post}b {post}").trim_end()));
    }

    #[test]
    fn reads_the_body_of_linked_data() {
        let body = "One & two. ".repeat(80);
        let json = serde_json::json!({ "@type": "NewsArticle", "articleBody": body });
        check(
            &format!("<html><head><script type=\"application/ld+json\">{json}</script></head></html>"),
            Some(body.trim_end()),
        );
    }

    #[test]
    fn finds_nothing_where_nothing_is() {
        check("<html><body><p data-x=\"{\"></p></body></html>", None);
        check("<html><body><script type=\"application/json\">{\"a\":[1,2]}</script></body></html>", None);
    }
}
