//! A declared text that is markup, as lines of text.
//!
//! In: what a publisher declares as the story's text. Out: one line for each of its blocks. Nothing of it is built.

use super::story::is_inline;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::page::parse_serialized;
use crate::page::style_hides;

/// The text itself where it holds no markup.
pub(super) fn without(body: &str) -> String {
    if !body.contains("</") {
        return body.to_owned();
    }
    let page = parse_serialized(&format!("<html><body>{body}</body></html>"), "").page;
    lines(&page)
}

/// Lines that are links alone lead to other stories: they are left out.
fn lines(page: &Page) -> String {
    let mut out = String::new();
    let (mut block, mut line, mut linked) = (None, String::new(), 0);
    for node in page.ids().filter(|n| !page.text(*n).trim().is_empty() && is_shown(page, *n)) {
        let around = page.ancestors(node).find(|n| !is_inline(page, *n));
        if around != block {
            end(&mut out, &mut line, linked);
            (block, linked) = (around, 0);
        }
        let before = line.len();
        line.push_str(page.text(node));
        if page.closest(node, Tag::A).is_some() {
            linked += line.len() - before;
        }
    }
    end(&mut out, &mut line, linked);
    out
}

fn end(out: &mut String, line: &mut String, linked: usize) {
    if linked < line.len() {
        out.extend(line.split_whitespace().flat_map(|word| [word, " "]));
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    line.clear();
}

fn is_shown(page: &Page, node: NodeId) -> bool {
    page.ancestors(node).all(|n| {
        let style = page.value(n, "style");
        !matches!(page.tag(n), Some(Tag::Script | Tag::Style)) && !style_hides(style)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_lines() {
        let body = "<p>The <b>ferry</b>\n&amp; the quay.</p><div><a href='/x'>Another story</a><span style='display: none'>\
                    2 May</span></div><p>Its <a href='/y'>last trip</a>.</p>";
        assert_eq!(without(body), "The ferry & the quay.\nIts last trip.\n");
        assert_eq!(without("One < two.\nThree."), "One < two.\nThree.");
    }
}
