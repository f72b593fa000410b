//! Parses what a browser's own serializer wrote (`outerHTML`, `getHTML`), not HTML in general.
//!
//! Its output is regular: every element closed but the void ones, attributes always double-quoted, text escaped
//! except in raw-text elements. So there are no tree-construction rules: one stack, linear scans. Script, style and
//! SVG content may have been cut out by the capture. Contents of `<noscript>` and of templates are kept as nodes.

use super::Page;
use super::PageBuilder;
use super::Tag;

/// What came of the parse.
pub struct Parsed {
    /// The builder, everything still open included, ready for more or for [`PageBuilder::finish`].
    pub page: Page,
    /// Elements seen, in the count `getElementsByTagName("*")` gives (template and noscript contents apart).
    pub elements: u32,
    /// True if every end tag met its start tag.
    pub balanced: bool,
}

/// Reads serialized HTML into a page.
///
/// Known problems: text and comments that a script put where the parser never would (a comment holding `-->`)
/// change the tree; `elements` then differs from the live count and the caller takes another way.
pub fn parse(html: &str, url: &str) -> Parsed {
    let mut parser = Parser {
        html,
        at: 0,
        end: html.len(),
        builder: PageBuilder::new(url),
        open: Vec::new(),
        noscripts: Vec::new(),
        elements: 0,
        inert: 0,
        foreign: Vec::new(),
    };
    let balanced = parser.run();
    Parsed { page: parser.builder.finish(), elements: parser.elements, balanced }
}

struct Parser<'a> {
    html: &'a str,
    at: usize,
    /// Where what is being read ends: the markup, or the noscript that is open.
    end: usize,
    builder: PageBuilder,
    open: Vec<&'a str>,
    elements: u32,
    /// Where in `open` the open noscripts are.
    noscripts: Vec<usize>,
    /// How many open elements are templates or noscripts: what they hold has no live element.
    inert: u32,
    /// For each open drawing, formula and `foreignObject`: true but for the last.
    foreign: Vec<bool>,
}

impl<'a> Parser<'a> {
    fn run(&mut self) -> bool {
        let mut balanced = true;
        while self.at < self.html.len() {
            if self.at >= self.end {
                self.end = self.html.len();
            }
            let rest = self.rest();
            if let Some(end_tag) = rest.strip_prefix("</") {
                let name = &end_tag[..end_tag.find('>').unwrap_or(end_tag.len())];
                self.at = (self.at + 2 + name.len() + 1).min(self.end);
                balanced &= self.close(name);
            } else if let Some(comment) = rest.strip_prefix("<!--") {
                self.at += comment.find("-->").map_or(rest.len(), |i| i + 7);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                self.at += rest.find('>').map_or(rest.len(), |i| i + 1);
            } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.start_tag();
            } else {
                let end = rest.bytes().skip(1).position(|b| b == b'<').map_or(rest.len(), |i| i + 1);
                self.builder.text(&unescape(&rest[..end]));
                self.at += end;
            }
        }
        balanced && self.open.is_empty()
    }

    fn rest(&self) -> &'a str {
        &self.html[self.at.min(self.end)..self.end]
    }

    /// False for an end tag that does not meet its start tag. What a noscript holds was written by authors: nothing
    /// in it closes anything outside, and its own slips do not count.
    fn close(&mut self, name: &str) -> bool {
        let noscript = self.noscripts.last().copied();
        let inside = if name == "noscript" { 0 } else { noscript.map_or(0, |n| n + 1) };
        let from = inside.max(self.open.len().saturating_sub(MOST_UNCLOSED));
        let Some(depth) = self.open[from..].iter().rposition(|n| closes(name, n)).map(|d| d + from) else {
            return noscript.is_some();
        };
        let clean = depth + 1 == self.open.len() || noscript.is_some();
        while self.open.len() > depth {
            self.pop();
        }
        clean
    }

    fn pop(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        self.inert -= u32::from(is_inert(name));
        self.noscripts.pop_if(|at| *at == self.open.len());
        if foreign(name).is_some() {
            self.foreign.pop();
        }
        self.builder.close();
    }

    fn start_tag(&mut self) {
        let rest = &self.rest()[1..];
        let name = &rest[..until(rest, |byte| byte == b'/' || ends_word(byte))];
        self.at += 1 + name.len();
        if name == "template" && self.inert == 0 && self.html[self.at..].starts_with(" shadowrootmode=") {
            return self.shadow_root();
        }
        let lower = name.to_ascii_lowercase();
        let live = (self.inert == 0).then_some(self.elements);
        self.elements += u32::from(self.inert == 0);
        self.builder.open(&lower, live);
        self.attributes();
        let tag = Tag::from_name(&lower);
        if (tag.is_void() || is_void_of_old(&lower)) && self.foreign.last() != Some(&true) {
            self.builder.close();
            return;
        }
        self.push(name);
        if is_raw(tag) {
            self.raw_text(name);
        }
    }

    fn push(&mut self, name: &'a str) {
        if name == "noscript" {
            self.noscripts.push(self.open.len());
            // It is text to a browser that runs scripts: nothing in it, not even a quotation mark, outlasts its end tag.
            self.end = self.rest().find("</noscript").map_or(self.end, |i| self.at + i);
        }
        self.inert += u32::from(is_inert(name));
        self.foreign.extend(foreign(name));
        self.open.push(name);
    }

    /// A shadow root is written as a template, its first attribute saying so; it is no element and has no number.
    fn shadow_root(&mut self) {
        self.builder.open(Tag::ShadowRoot.name(), None);
        self.attributes();
        self.open.push(SHADOW_ROOT);
    }

    /// From after the tag name to after its `>`.
    fn attributes(&mut self) {
        loop {
            self.at += until(self.rest(), |byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'/' | b'\r'));
            let rest = self.rest();
            if rest.is_empty() {
                return;
            }
            if rest.starts_with('>') {
                self.at += 1;
                return;
            }
            // Whatever its first character is, it belongs to the name.
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let name_end = first + until(&rest[first..], |byte| byte == b'=' || ends_word(byte));
            let name = &rest[..name_end];
            let (value, used) = attribute_value(&rest[name_end..]);
            self.builder.attr(name, &unescape(value));
            self.at += name_end + used;
        }
    }

    /// Raw text runs to its own end tag, unescaped.
    fn raw_text(&mut self, name: &str) {
        let rest = self.rest();
        let end_tag = format!("</{name}");
        let end = rest.find(&end_tag).unwrap_or(rest.len());
        self.builder.text(&rest[..end]);
        self.at += end;
    }
}

/// How many open elements an end tag may close at most. Browsers write an end tag for every element.
const MOST_UNCLOSED: usize = 1_000;

/// True where names mean drawings or formulas, false where they mean HTML again. None: as around it.
fn foreign(name: &str) -> Option<bool> {
    match name {
        "svg" | "math" => Some(true),
        "foreignObject" => Some(false),
        _ => None,
    }
}

/// Returns the value and how many bytes it took, `=` and quotes included.
fn attribute_value(rest: &str) -> (&str, usize) {
    let Some(value) = rest.strip_prefix('=') else { return ("", 0) };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            let end = quoted.find(quote).unwrap_or(quoted.len());
            return (&quoted[..end], (2 + end + 1).min(rest.len()));
        }
    }
    let end = until(value, ends_word);
    (&value[..end], 1 + end)
}

/// Bytes before the first that is wanted, which is one of ASCII. By counting, as searches are not inlined where size
/// counts, and a page has thousands of attributes.
fn until(text: &str, wanted: impl Fn(u8) -> bool) -> usize {
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() && !wanted(bytes[at]) {
        at += 1;
    }
    at
}

fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'>' | b'\n' | b'\t')
}

/// How an open shadow root is remembered.
const SHADOW_ROOT: &str = "#shadow-root";

fn closes(end_tag: &str, open: &str) -> bool {
    open.eq_ignore_ascii_case(end_tag) || (open == SHADOW_ROOT && end_tag == "template")
}

fn is_inert(name: &str) -> bool {
    name == "template" || name == "noscript"
}

/// Elements that are written without an end tag though they are no void elements. Source: HTML standard,
/// serialization: "basefont, bgsound, frame, keygen".
fn is_void_of_old(name: &str) -> bool {
    matches!(name, "basefont" | "bgsound" | "keygen")
}

/// Elements whose content the serializer writes unescaped. `noscript` is too, where scripts run, but what it holds
/// is markup we read; `iframe`, `noembed`, `noframes` hold nothing we read.
fn is_raw(tag: Tag) -> bool {
    matches!(tag, Tag::Script | Tag::Style)
}

/// Source: HTML standard, "escaping a string"; the rest only stands in `noscript`, written by authors.
fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    let Some(first) = text.find('&') else { return text.into() };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    const ENTITIES: [(&str, &str); 7] = [
        ("&amp;", "&"),
        ("&nbsp;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&", "&"),
    ];
    while !rest.is_empty() {
        let (entity, plain) = ENTITIES.iter().find(|(e, _)| rest.starts_with(e)).unwrap_or(&("", ""));
        out.push_str(plain);
        rest = &rest[entity.len()..];
        let next = rest.find('&').unwrap_or(rest.len());
        out.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;

    #[test]
    fn reads_elements_attributes_and_text() {
        let html = r#"<html lang="en"><head><title>A &amp; B</title></head><body><p class="x y">one<br>two</p></body></html>"#;
        let parsed = parse(html, "");
        assert!(parsed.balanced);
        assert_eq!(parsed.elements, 6);
        let page = parsed.page;
        assert_eq!(page.attr(NodeId::ROOT, "lang"), Some("en"));
        let p = page.find(NodeId::ROOT, Tag::P).unwrap();
        assert_eq!(page.attr(p, "class"), Some("x y"));
        assert_eq!(page.text_content(p), "onetwo");
        assert_eq!(page.text_content(page.find(NodeId::ROOT, Tag::Title).unwrap()), "A & B");
    }

    #[test]
    fn contents_of_templates_are_kept_but_not_counted() {
        let parsed = parse("<html><template><p>kept</p></template><i></i></html>", "");
        assert_eq!(parsed.elements, 3);
        let p = parsed.page.find(NodeId::ROOT, Tag::P).unwrap();
        assert_eq!(parsed.page.live(p), None);
        let i = parsed.page.find(NodeId::ROOT, Tag::I).unwrap();
        assert_eq!(parsed.page.live(i), Some(2));
    }

    #[test]
    fn text_may_open_with_any_letter() {
        let page = parse("<html><p>Überall <b>“é”</b></p></html>", "").page;
        assert_eq!(page.text_content(NodeId::ROOT), "Überall “é”");
    }

    #[test]
    fn shadow_roots_stand_first_in_their_host_and_have_no_number() {
        let html = "<html><x-a><template shadowrootmode=\"open\"><p>in</p></template><b></b></x-a></html>";
        let parsed = parse(html, "");
        assert!(parsed.balanced);
        assert_eq!(parsed.elements, 4);
        let page = parsed.page;
        let host = page.find(NodeId::ROOT, Tag::Other).unwrap();
        let first = page.children(host).next().unwrap();
        assert!(page.is(first, Tag::ShadowRoot));
        assert_eq!(page.live(first), None);
        assert_eq!(page.live(page.find(first, Tag::P).unwrap()), Some(2));
    }

    #[test]
    fn a_noscript_closes_nothing_outside_itself() {
        let parsed = parse("<html><div><noscript></div><p>x</noscript><i></i></div></html>", "");
        assert!(parsed.balanced);
        let div = parsed.page.find(NodeId::ROOT, Tag::Div).unwrap();
        assert!(parsed.page.find(div, Tag::I).is_some());
    }

    #[test]
    fn old_elements_without_an_end_tag_hold_nothing() {
        let parsed = parse("<html><body><bgsound src=\"a\"><keygen><p>x</p></body></html>", "");
        assert!(parsed.balanced);
        let body = parsed.page.find(NodeId::ROOT, Tag::Body).unwrap();
        assert_eq!(parsed.page.children(body).count(), 3);
    }

    #[test]
    fn a_noscript_ends_at_its_end_tag_whatever_it_holds() {
        for inside in ["<p title=\"", "<!-- ", "<script>", "<p", "</p", "<", "<a b='", "<style>x"] {
            let parsed = parse(&format!("<html><noscript>{inside}</noscript><p>x</p></html>"), "");
            assert_eq!(parsed.elements, 3, "{inside}");
            assert!(parsed.page.text_content(NodeId::ROOT).ends_with('x'), "{inside}");
        }
    }

    #[test]
    fn attributes_may_have_names_in_any_letters() {
        let parsed = parse("<html><p \u{a0}=\"1\" é=\"2\" id=\"3\">x</p></html>", "");
        let p = parsed.page.find(NodeId::ROOT, Tag::P).unwrap();
        let attrs: Vec<_> = parsed.page.attrs(p).collect();
        assert_eq!(attrs, [("\u{a0}", "1"), ("é", "2"), ("id", "3")]);
    }

    #[test]
    fn broken_input_ends() {
        for html in [
            "<",
            "<a",
            "<a b",
            "<a b=",
            "<a b=\"",
            "</",
            "</a>",
            "<!--",
            "<!",
            "<script>",
            "&",
            "<é é=é>",
            "<a é=é>",
            "<a é",
        ] {
            parse(html, "");
        }
    }
}
