//! The story as a file: what a person copies or saves.

use crate::article::Article;
use crate::article::Delivered;
use crate::article::Sourced;
use crate::article::write;
use crate::facts::Facts;
use crate::json;

use super::opening;

/// Markdown, with what is known about the story in front. `page_url` may be "".
pub fn markdown(article: &Article, page_url: &str) -> String {
    // What the head says already is said once.
    let opening = opening::find(article, &Facts::default());
    let story = write::story_markdown(&article.meta, opening.lead, opening.blocks);
    [&front_matter(article, page_url), "\n", &story].concat()
}

/// Plain text: headline, who and when, the story, the address.
pub fn text(article: &Article, page_url: &str) -> String {
    let meta = &article.meta;
    let about = [&meta.byline, &meta.outlet, &meta.published];
    let about: Vec<&str> = about.into_iter().filter_map(value).collect();
    let parts = [
        value(&meta.title).unwrap_or("").to_owned(),
        about.join(" · "),
        write::plain(opening::find(article, &Facts::default()).blocks).replace('\n', "\n\n"),
        meta.agency_credit.clone().unwrap_or_default(),
        address(article, page_url).to_owned(),
    ];
    let parts: Vec<&str> = parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// YAML between two lines of dashes. Every value is quoted: none can become another kind of value.
fn front_matter(article: &Article, page_url: &str) -> String {
    let meta = &article.meta;
    let pairs = [
        ("title", value(&meta.title)),
        ("byline", value(&meta.byline)),
        ("outlet", value(&meta.outlet)),
        ("section", value(&meta.section)),
        ("published", value(&meta.published)),
        ("updated", value(&meta.updated)),
        ("lang", meta.lang.as_deref()),
        ("link", Some(address(article, page_url)).filter(|a| !a.is_empty())),
        ("delivered", (article.delivered != Delivered::Full).then_some("preview")),
    ];
    // A double-quoted YAML scalar; JSON's escapes are among YAML's. Who takes no notice of YAML finds no markup in it.
    let scalar = |text: &str| json::quoted(text).replace('<', "\\u003c").replace("](", "]\\u0028");
    let line = |(key, value): (&str, Option<&str>)| value.map(|v| [key, ": ", &scalar(v), "\n"].concat());
    let lines: String = pairs.into_iter().filter_map(line).collect();
    ["---\n", &lines, "---\n"].concat()
}

/// The original where it is known, else the page.
fn address<'a>(article: &'a Article, page_url: &'a str) -> &'a str {
    value(&article.meta.original_url).unwrap_or(page_url)
}

fn value(sourced: &Option<Sourced>) -> Option<&str> {
    sourced.as_ref().map(|s| s.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::article::Inline;
    use crate::article::Source;

    fn story() -> Article {
        let mut article = Article {
            blocks: vec![Block::Paragraph(vec![Inline::Text("One.".to_owned())])],
            ..Article::default()
        };
        article.meta.title = Some(Sourced { value: "A \"title\": yes".to_owned(), source: Source::Visible });
        article
    }

    #[test]
    fn markdown_opens_with_what_is_known() {
        let file = markdown(&story(), "https://example.org/a");
        let head = "---\ntitle: \"A \\\"title\\\": yes\"\nlink: \"https://example.org/a\"\n---\n";
        assert!(file.starts_with(head), "{file}");
        assert!(file.contains("\nOne.\n"), "{file}");
    }

    #[test]
    fn the_headline_is_said_once() {
        let mut article = story();
        let text = vec![Inline::Text("A \"title\": yes".to_owned())];
        article.blocks.insert(0, Block::Heading { level: 1, text, id: None });
        assert_eq!(markdown(&article, "").matches("\": yes\n").count(), 1);
        assert!(super::text(&article, "").starts_with("A \"title\": yes\n\nOne.\n"));
    }

    #[test]
    fn front_matter_holds_no_markup() {
        let mut article = story();
        let value = "a < b </script> [c](javascript:d)".to_owned();
        article.meta.title = Some(Sourced { value, source: Source::OpenGraph });
        let head = markdown(&article, "https://example.org/a");
        assert!(head.contains(r#"title: "a \u003c b \u003c/script> [c]\u0028javascript:d)""#), "{head}");
    }

    #[test]
    fn text_holds_title_story_and_address() {
        assert_eq!(
            text(&story(), "https://example.org/a"),
            "A \"title\": yes\n\nOne.\n\nhttps://example.org/a\n"
        );
    }
}
