//! What no page needs and what would stall html5ever, taken out on the way in.
//!
//! html5ever looks at every attribute of a tag for each one more, and at every open element for each `<div>`: a million
//! of the one or twenty thousand of the other take minutes. Real pages stay far below both limits and come through
//! unchanged.

use super::html::Arena;
use crate::page::LIMITS;
use html5ever::LocalName;
use html5ever::tokenizer::Tag;
use html5ever::tokenizer::TagKind;
use html5ever::tokenizer::Token;
use html5ever::tokenizer::TokenSink;
use html5ever::tokenizer::TokenSinkResult;
use html5ever::tree_builder::TreeBuilder;
use std::borrow::Cow;
use std::cell::Cell;
use std::cell::RefCell;

/// Attributes of one tag: as many as a [`LIMITS`] page holds.
const MOST_ATTRIBUTES: usize = LIMITS.attrs as usize;

/// Open elements. Source: Chromium's parser goes no deeper.
const MOST_DEPTH: u32 = 512;

/// The tree builder, with what opens too deep put beside what is open there instead of into it, as Chromium does.
pub(super) struct Shallow {
    pub builder: TreeBuilder<usize, Arena>,
    /// The open element that is as deep as may be.
    tip: RefCell<Option<LocalName>>,
    /// Elements that were closed early: their end tags are still to come and mean nothing.
    early: Cell<u32>,
}

impl Shallow {
    pub fn new(builder: TreeBuilder<usize, Arena>) -> Shallow {
        Shallow { builder, tip: RefCell::default(), early: Cell::new(0) }
    }

    /// True for an end tag that must not reach the builder.
    fn refuses(&self, tag: &Tag, line: u64) -> bool {
        // Nearly always so, and told without a look at the name.
        if !self.is_deepest() || steers(&tag.name) {
            return false;
        }
        match tag.kind {
            TagKind::EndTag if self.tip.take().is_none() && self.early.get() > 0 => {
                self.early.set(self.early.get() - 1);
                return true;
            }
            TagKind::StartTag if !is_void(&tag.name) => self.make_room(&tag.name, line),
            _ => {}
        }
        false
    }

    fn is_deepest(&self) -> bool {
        self.early.get() > 0 || self.tip.borrow().is_some() || self.builder.sink.depth() >= MOST_DEPTH
    }

    /// Closes the tip for an element that becomes the tip in its place.
    fn make_room(&self, name: &LocalName, line: u64) {
        let Some(tip) = self.tip.replace(Some(name.clone())) else { return };
        // These end where the next of them begins, and have no end tag that would be missed.
        let ends_itself =
            tip == *name && matches!(&**name, "p" | "li" | "td" | "tr" | "dd" | "dt" | "option");
        if !ends_itself {
            self.early.set(self.early.get() + 1);
            let end = Tag {
                kind: TagKind::EndTag,
                name: tip,
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            let _ = self.builder.process_token(Token::TagToken(end), line);
        }
    }
}

/// Elements whose start changes how what follows is read.
fn steers(name: &str) -> bool {
    const STEERS: &[&str] = &[
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "xmp",
    ];
    STEERS.binary_search(&name).is_ok()
}

fn is_void(name: &str) -> bool {
    crate::page::Tag::from_name(name).is_void()
}

impl TokenSink for Shallow {
    type Handle = usize;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<usize> {
        match token {
            Token::TagToken(tag) if self.refuses(&tag, line) => TokenSinkResult::Continue,
            token => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements whose content is text, though it may look like markup.
const TEXTS: [&str; 6] = ["title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// The markup without what goes over [`MOST_ATTRIBUTES`] in any tag, and without what scripts and styles hold that no
/// stage reads, but for its first character, which keeps its place: parsing the rest takes a quarter of the time.
pub(super) fn without_ballast(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut at, mut text) = (0, 0, 0);
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        if open >= text
            && let Some(name) = TEXTS.iter().find(|name| starts_with_name(&html[open + 1..], name))
        {
            text = end_tag(html, open, name);
        }
        let tag = tag(html, open, open < text);
        at = tag.end;
        if let Some(cut) = tag.cut {
            out.push_str(&html[kept..cut]);
            kept = tag.end;
        }
    }
    if kept == 0 { html.into() } else { (out + &html[kept..]).into() }
}

/// A tag or a comment. Units: bytes of the markup.
struct Span {
    /// Where to go on: before the `>` of a tag.
    end: usize,
    /// From where to `end` is left out.
    cut: Option<usize>,
}

/// What opens with the `<` at `open`; what a script or a style holds goes with its tag.
fn tag(html: &str, open: usize, in_text: bool) -> Span {
    let rest = &html[open..];
    if rest.starts_with("<!--") {
        return Span { end: rest.find("-->").map_or(html.len(), |i| open + i), cut: None };
    }
    if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Span { end: open + 1, cut: None };
    }
    let start = attributes(html, open + 1);
    match ["script", "style"].into_iter().find(|name| starts_with_name(&rest[1..], name)) {
        Some(name) if start.cut.is_none() => contents(html, open, start.end, name, in_text),
        _ => start,
    }
}

/// What a script or a style holds whose start tag ends at `start`.
fn contents(html: &str, open: usize, start: usize, name: &str, in_text: bool) -> Span {
    let inside = (start + 1).min(html.len());
    let end = end_tag(html, inside, name);
    let (tag, held) = (html[open..inside].to_ascii_lowercase(), &html[inside..end]);
    let is_read = in_text || tag.contains("json") || tag.contains("math/");
    // An odd quote tells that the tag was not understood; in a comment, an end tag may be none.
    let is_plain = ['"', '\''].iter().all(|quote| tag.matches(*quote).count() % 2 == 0)
        && end < html.len()
        && !held.contains("<!--");
    let first = held.chars().next().map_or(0, char::len_utf8);
    let cut = !is_read && is_plain && first < held.len();
    Span { end, cut: cut.then_some(inside + first) }
}

/// Where the end tag begins of an element that is open at `from`.
fn end_tag(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</").map(|i| at + i) {
        at = found + 2;
        if starts_with_name(&html[at..], name) {
            return found;
        }
    }
    html.len()
}

fn starts_with_name(rest: &str, name: &str) -> bool {
    // Nearly always told by the first letter.
    if !rest.as_bytes().first().is_some_and(|first| first.eq_ignore_ascii_case(&name.as_bytes()[0])) {
        return false;
    }
    let (Some(start), after) = (rest.get(..name.len()), rest.as_bytes().get(name.len())) else {
        return false;
    };
    start.eq_ignore_ascii_case(name) && after.is_some_and(|b| b.is_ascii_whitespace() || b"/>".contains(b))
}

fn attributes(html: &str, start: usize) -> Span {
    let (mut quote, mut before, mut count, mut cut) = (None, b'x', 0, None);
    for (i, byte) in html.bytes().enumerate().skip(start) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Span { end: i, cut },
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, _) if before.is_ascii_whitespace() && !byte.is_ascii_whitespace() => {
                count += 1;
                cut = cut.or((count > MOST_ATTRIBUTES).then_some(i));
            }
            _ => {}
        }
        before = byte;
    }
    Span { end: html.len(), cut }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;
    use crate::page::Tag::Body;
    use crate::page::Tag::H2;
    use crate::page::Tag::P;

    #[test]
    fn only_what_goes_over_the_limit_is_taken_out() {
        let page = "<!-- <p a b> --><p a='x > y' b>1 < 2</p><i\n c=\"d\">é</i>";
        assert_eq!(without_ballast(page), page);
        let many = |count: usize| format!("<p{}>é<b q='>'>", " a".repeat(count));
        assert_eq!(without_ballast(&many(MOST_ATTRIBUTES)), many(MOST_ATTRIBUTES));
        assert_eq!(without_ballast(&many(MOST_ATTRIBUTES + 9)), many(MOST_ATTRIBUTES).replacen('>', " >", 1));
        for broken in ["<", "<p", "<p a", "<p a='", "<!--", "<script>", "<script>a", "<style", "<title>"] {
            assert_eq!(without_ballast(broken), broken);
        }
    }

    #[test]
    fn scripts_and_styles_keep_their_places_only() {
        let check = |page: &str, left: &str| assert_eq!(without_ballast(page), left);
        check("<script>if (a<b) { '<p>' }</script>é", "<script>i</script>é");
        check("<SCRIPT src='a>b'>\né</x></Script >", "<SCRIPT src='a>b'>\n</Script >");
        check(
            "<svg><style>a{}</style></svg><style>éa</style>",
            "<svg><style>a</style></svg><style>é</style>",
        );
        let whole = [
            "<script type='application/ld+json'>{\"a\": 1}</script>",
            "<script type='math/tex'>a < b</script>",
            "<script></script><style>a</style>",
            "<script>a<!-- <script> </script> --></script>",
            "<script>a = '</scripted>'",
            "<script a = \"b > c\">d</script>",
            "<scripts>a</scripts>",
            "<xmp><script>a</script></xmp>",
            "<title>How <script>ab</script> works</title>",
        ];
        whole.iter().for_each(|page| check(page, page));
    }

    /// Far deeper than any parser goes; each level has a paragraph, and what follows has its place at the top.
    #[test]
    fn what_is_too_deep_keeps_its_paragraphs() {
        let levels = 2 * MOST_DEPTH;
        let down: String = (0..levels).map(|level| format!("<div><p>{level}<p>and</p>")).collect();
        let up: String = (0..levels).rev().map(|level| format!("<p>{level}</p></div>")).collect();
        let page = crate::native::parse_html(&format!("<section>{down}{up}</section><h2>last</h2>"), "");
        let paragraphs: Vec<String> =
            page.ids().filter(|id| page.is(*id, P)).map(|id| page.text_content(id)).collect();
        let down = (0..levels).flat_map(|level| [level.to_string(), "and".to_owned()]);
        let expected: Vec<String> = down.chain((0..levels).rev().map(|level| level.to_string())).collect();
        assert_eq!(paragraphs, expected);
        let last = page.find(NodeId::ROOT, H2).expect("a heading");
        assert_eq!(page.parent(last), page.find(NodeId::ROOT, Body));
    }
}
