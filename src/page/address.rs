//! The address that a page says it has, for pages that come without one: files, pasted HTML.

use super::NodeId;
use super::Page;
use super::Tag;

/// `<link rel=canonical>`, else `og:url`. None: neither names an absolute http(s) address.
pub(super) fn declared(page: &Page) -> Option<&str> {
    let all = |read: fn(&Page, NodeId) -> Option<&str>| {
        page.ids().filter_map(move |node| read(page, node)).map(str::trim).find(|url| is_absolute(url))
    };
    all(canonical).or_else(|| all(shared))
}

fn canonical(page: &Page, node: NodeId) -> Option<&str> {
    let rel = page.attr(node, "rel").filter(|_| page.is(node, Tag::Link))?;
    rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("canonical")).then_some(())?;
    page.attr(node, "href")
}

fn shared(page: &Page, node: NodeId) -> Option<&str> {
    let is_meta = page.is(node, Tag::Meta);
    let name = page.first_attr(node, &["property", "name"]).filter(|_| is_meta)?;
    name.trim().eq_ignore_ascii_case("og:url").then_some(())?;
    page.attr(node, "content")
}

fn is_absolute(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}

#[cfg(test)]
mod tests {
    use crate::page::parse_serialized;

    fn check(head: &str, url: &str, expected: &str) {
        let html = format!("<html><head>{head}</head><body><p>Text.</p></body></html>");
        assert_eq!(parse_serialized(&html, url).page.url(), expected, "{head}");
    }

    #[test]
    fn a_page_without_an_address_says_it_itself() {
        let shared = "<meta property=\"og:url\" content=\"https://news.example/shared\">";
        let canonical = "<link rel=\"Canonical\" href=\" https://news.example/a \">";
        check(&format!("{shared}{canonical}"), "", "https://news.example/a");
        check(&format!("{shared}<link rel=\"canonical\" href=\"/a\">"), "", "https://news.example/shared");
        check("<link rel=\"canonical\" href=\"javascript:alert(1)\">", "", "");
        check("<link rel=\"icon\" href=\"https://news.example/i.png\">", "", "");
        check(canonical, "https://mirror.example/b", "https://mirror.example/b");
    }
}
