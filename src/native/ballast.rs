//! What no stage reads, taken out of the markup before html5ever sees it: most attributes, what comments say, what
//! scripts and styles hold; two fifths of the bytes of real pages.
//!
//! What may change the tree stays, as where markup is so broken that its end is in doubt: of 60,000 texts made of mangled
//! pieces one read otherwise without it. Nothing stays beyond [`MOST_ATTRIBUTES`] of a tag: html5ever looks at every
//! attribute for each one more, so that a million of them would take minutes.

use crate::page::JSON_BYTES;
use crate::page::LIMITS;
use crate::page::is_read;
use memchr::memchr;
use memchr::memmem;
use std::borrow::Cow;

/// Attributes of one tag: as many as a [`LIMITS`] page holds.
const MOST_ATTRIBUTES: usize = LIMITS.attrs as usize;

/// Elements whose content is text, though it may look like markup.
const TEXTS: [&str; 6] = ["title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// Attributes that html5ever itself asks for. Source: HTML standard, "the rules for parsing tokens in foreign content"
/// (`font`) and declarative shadow roots.
const STEERING: [&str; 4] = ["color", "face", "shadowrootmode", "size"];

/// Shorter comments may mark a part of the page (`super::html`, boundaries). Units: bytes.
const MARK: usize = 8;

/// A page's own selectors of its paid parts stand this near to their name. Units: bytes.
const SELECTORS: usize = 400;

/// The markup without its ballast. Borrowed where there is none.
pub(super) fn without_ballast(html: &str) -> Cow<'_, str> {
    let mut cutter = Cutter {
        html,
        out: String::new(),
        kept: 0,
        keeps_attributes: selects_by_attribute(html),
        drawings: 0,
    };
    let (mut at, mut text) = (0, 0);
    while let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|i| at + i) {
        if open >= text
            && let Some(name) = text_name(&html[open + 1..])
        {
            text = end_tag(html, open, name);
        }
        at = cutter.pass(open, open < text);
    }
    cutter.finish()
}

/// True for a page that names its paid parts by attributes, of which any may then be asked for.
fn selects_by_attribute(html: &str) -> bool {
    let near = |at: usize| &html.as_bytes()[at..html.len().min(at + SELECTORS)];
    let is_selector = |pair: &[u8]| pair[0] == b'[' && pair[1].is_ascii_alphabetic();
    memmem::find_iter(html.as_bytes(), "cssSelector").any(|at| near(at).windows(2).any(is_selector))
}

/// The one of [`TEXTS`] that markup begins with.
fn text_name(rest: &str) -> Option<&'static str> {
    // Most tags are told by their first letter.
    let may_be = |first: &u8| matches!(first | 0x20, b't' | b'x' | b'i' | b'n');
    rest.as_bytes().first().filter(|first| may_be(first))?;
    TEXTS.into_iter().find(|name| starts_with_name(rest, name))
}

struct Cutter<'a> {
    html: &'a str,
    out: String,
    /// Up to here everything was copied or cut. Units: bytes of the markup, as all places here.
    kept: usize,
    keeps_attributes: bool,
    /// How many drawings and formulas may be open.
    drawings: usize,
}

impl<'a> Cutter<'a> {
    fn cut(&mut self, from: usize, to: usize) {
        self.out.push_str(&self.html[self.kept..from]);
        self.kept = to;
    }

    fn finish(self) -> Cow<'a, str> {
        if self.kept == 0 { self.html.into() } else { (self.out + &self.html[self.kept..]).into() }
    }

    /// Goes past what opens with the `<` at `open`; what a script or a style holds goes with its tag.
    fn pass(&mut self, open: usize, in_text: bool) -> usize {
        let rest = &self.html[open..];
        let to = |end: &str| rest.find(end).map_or(self.html.len(), |i| open + i);
        let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
        let closes = second == b'/';
        match rest.as_bytes().get(1 + usize::from(closes)) {
            Some(first) if first.is_ascii_alphabetic() => self.tag(open, closes, in_text),
            _ if in_text => open + 1,
            _ if rest.starts_with("<!--") => self.comment(open),
            _ if rest.starts_with("<![CDATA[") => to("]]>"),
            // Read as a comment, up to its first `>`.
            _ if matches!(second, b'!' | b'/' | b'?') => to(">"),
            _ => open + 1,
        }
    }

    fn tag(&mut self, open: usize, closes: bool, in_text: bool) -> usize {
        let first = open + 1 + usize::from(closes);
        let tag = &self.html[first..];
        let name = first + tag.bytes().position(ends_name).unwrap_or(tag.len());
        let (end, is_whole) = self.attributes(name, closes || in_text || self.keeps_attributes);
        if ["svg", "math"].iter().any(|name| starts_with_name(tag, name)) {
            let open = self.drawings;
            self.drawings = if closes { open.saturating_sub(1) } else { open + 1 };
        }
        match ["script", "style"].into_iter().find(|name| starts_with_name(tag, name)) {
            Some(name) if is_whole && !closes => self.contents(open, end, name, in_text),
            _ => end,
        }
    }

    fn comment(&mut self, open: usize) -> usize {
        let Some(end) = self.html[open..].find("-->").map(|i| open + i) else { return self.html.len() };
        let said = self.html.get(open + 4..end).unwrap_or("");
        // It ends earlier where it is closed wrongly.
        if said.len() > MARK && !said.contains("--!>") {
            self.cut(open + 4, end);
        }
        end
    }

    /// Goes from the end of a tag's name to before its `>`; false where attributes went over the limit.
    fn attributes(&mut self, name: usize, keeps_all: bool) -> (usize, bool) {
        let (html, bytes) = (self.html, self.html.as_bytes());
        let (mut at, mut count) = (name, 0);
        let mut over = None;
        loop {
            let before = at;
            at = skip(bytes, at, |b| b.is_ascii_whitespace() || b == b'/');
            if at >= bytes.len() || bytes[at] == b'>' {
                break;
            }
            let attribute = Attribute::at(html, at);
            let is_ballast = !keeps_all
                && at > before
                && bytes[before..at].iter().all(u8::is_ascii_whitespace)
                && attribute.is_ballast(html);
            at = attribute.end;
            count += usize::from(!is_ballast);
            if over.is_none() && is_ballast {
                self.cut(before, at);
            } else if count > MOST_ATTRIBUTES {
                over = over.or(Some(before));
            }
        }
        if let Some(over) = over {
            self.cut(over, at);
        }
        (at, over.is_none())
    }

    /// Goes past what a script or a style holds whose start tag ends at `start`. Its first character keeps its place.
    fn contents(&mut self, open: usize, start: usize, name: &str, in_text: bool) -> usize {
        let html = self.html;
        let inside = (start + 1).min(html.len());
        let end = end_tag(html, inside, name);
        let (tag, held) = (html[open..inside].to_ascii_lowercase(), &html[inside..end]);
        let is_read = in_text || tag.contains("json") || tag.contains("math/");
        // In a drawing they may close themselves, and hold markup.
        let may_be_drawn = self.drawings > 0 && (tag.ends_with("/>") || held.contains('<'));
        // In a comment, an end tag may be none.
        let opens_comment = || held.match_indices('<').any(|(at, _)| held[at..].starts_with("<!--"));
        let is_plain = end < html.len() && !may_be_drawn && !opens_comment();
        let first = held.chars().next().map_or(0, char::len_utf8);
        if !is_read && is_plain && first < held.len() {
            self.cut(inside + first, end);
        }
        end
    }
}

/// One attribute. Source: HTML standard, tokenization, from "before attribute name state" on.
struct Attribute<'a> {
    name: &'a str,
    value: &'a str,
    end: usize,
}

impl<'a> Attribute<'a> {
    fn at(html: &'a str, start: usize) -> Attribute<'a> {
        let bytes = html.as_bytes();
        // Whatever its first character is, it belongs to the name.
        let name_end = skip(bytes, start + 1, |b| b != b'=' && !ends_name(b));
        let name = &html[start..name_end];
        let equals = skip(bytes, name_end, |b| b.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            return Attribute { name, value: "", end: name_end };
        }
        let from = skip(bytes, equals + 1, |b| b.is_ascii_whitespace());
        match bytes.get(from) {
            Some(quote @ (b'"' | b'\'')) => {
                let end = memchr(*quote, &bytes[from + 1..]).map_or(html.len(), |i| from + 1 + i);
                Attribute { name, value: &html[from + 1..end], end: (end + 1).min(html.len()) }
            }
            _ => {
                let end = skip(bytes, from, |b| b != b'>' && !b.is_ascii_whitespace());
                Attribute { name, value: &html[from..end], end }
            }
        }
    }

    /// True if it is not read and what is left is the same without it.
    fn is_ballast(&self, html: &str) -> bool {
        let is_plain = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b':' | b'.' | b'@');
        let next = html.as_bytes().get(self.end);
        next.is_some_and(|b| *b == b'>' || b.is_ascii_whitespace())
            && self.name.bytes().all(is_plain)
            && !is_read(self.name)
            && !STEERING.contains(&self.name)
            && !(self.value.len() >= JSON_BYTES && self.value.trim_start().starts_with(['{', '[', '&']))
    }
}

/// The first place from `at` on whose byte is not `passed`.
fn skip(bytes: &[u8], at: usize, passed: impl Fn(u8) -> bool) -> usize {
    let at = at.min(bytes.len());
    bytes[at..].iter().position(|b| !passed(*b)).map_or(bytes.len(), |i| at + i)
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/' || byte == b'>'
}

/// Where the end tag begins of an element that is open at `from`. One byte is sought: scripts, most of many a page, have
/// few of them.
fn end_tag(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = memchr(b'<', &html.as_bytes()[at..]).map(|i| at + i) {
        at = found + 1;
        if html.as_bytes().get(at) == Some(&b'/') && starts_with_name(&html[at + 1..], name) {
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
    start.eq_ignore_ascii_case(name) && after.is_some_and(|b| ends_name(*b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::html::parse_whole;
    use crate::page::NodeId;
    use crate::page::Tag;

    fn check(page: &str, left: &str) {
        assert_eq!(without_ballast(page), left);
    }

    #[test]
    fn attributes_over_the_limit_are_taken_out() {
        let many = |count: usize| format!("<p{}>é<b id='>'>", " id".repeat(count));
        check(&many(MOST_ATTRIBUTES), &many(MOST_ATTRIBUTES));
        check(&many(MOST_ATTRIBUTES + 9), &many(MOST_ATTRIBUTES));
    }

    #[test]
    fn attributes_that_no_stage_reads_are_taken_out() {
        check("<p onclick='a > b' id=x data-a>1 < 2</p>", "<p id=x>1 < 2</p>");
        check("<i\n lang=\"d\"\n onclick = \"é\" >é</i>", "<i\n lang=\"d\" >é</i>");
        check("<svg viewbox='0 0 1 1'><path d=\"M0\" ></svg>", "<svg><path ></svg>");
        let json = format!("<p data-page='{{\"text\": \"{}\"}}'>", "a".repeat(JSON_BYTES));
        let whole = [
            json.as_str(),
            // Without them, what stands around would run together.
            "<p onclick='a'id=x>",
            "<a href=x onclick='a'/>",
            "<br/onclick=a >",
            // Their names or their ends are in doubt.
            "<p Onclick=a>",
            "<p <b=a>",
            "<p onclick='a>",
            "<p onclick",
            "<font color=red>",
            "<title><p onclick=a></title>",
            "<svg><![CDATA[<p onclick=a>]]></svg>",
            r#"<script type="application/ld+json">{"cssSelector": "[data-paid]"}</script><p data-paid>"#,
        ];
        whole.iter().for_each(|page| check(page, page));
    }

    #[test]
    fn comments_say_nothing_but_what_marks_parts() {
        check("<!-- a comment <p> -->b", "<!---->b");
        for whole in ["<!--$-->", "<!--/$-->", "<!-->a comment-->", "<!--a comment--!>b-->", "<!--a comment"]
        {
            check(whole, whole);
        }
        check("<xmp><!-- a comment --></xmp>", "<xmp><!-- a comment --></xmp>");
    }

    #[test]
    fn scripts_and_styles_keep_their_places_only() {
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
            "<scripts>a</scripts>",
            "<svg><script/></svg><p>a</p><script>b</script>",
            "<svg><style>a<b>c</b></style></svg>",
            "<xmp><script>a</script></xmp>",
            "<title>How <script>ab</script> works</title>",
        ];
        whole.iter().for_each(|page| check(page, page));
        for broken in ["<", "<p", "<p a", "<p a='", "<!--", "<script>", "<script>a", "<style", "<title>"] {
            check(broken, broken);
        }
    }

    /// Pieces of markup, broken ones among them; of what closes wrongly ([`Cutter::comment`]) none.
    const PIECES: &[&str] = &[
        "a",
        "é",
        " ",
        "&lt;",
        "< ",
        "</",
        "=",
        "'",
        "\"",
        "/>",
        ">",
        "<!--$-->",
        "<!--a long comment-->",
        "-->",
        "<!doctype html>",
        "<p",
        "<p>",
        "</p>",
        "<div",
        "</div>",
        "<b>",
        "</b>",
        "<table>",
        "</table>",
        "<td>",
        "<template>",
        "</template>",
        " onclick=a",
        " onclick='a > b'",
        " onclick=\"",
        " data-a",
        " id=x",
        " id='",
        " class=\"c\"",
        " color=red",
        "<script>",
        "</script>",
        "<script type='a/json'>",
        "<style>",
        "</style>",
        "<textarea>",
        "</textarea>",
        "<svg>",
        "</svg>",
        "<noscript>",
        "</noscript>",
    ];

    /// Markup of some pieces, the same for the same seed.
    fn generated(seed: u64) -> String {
        // A linear congruential sequence; constants of Knuth's MMIX.
        let mut state = seed;
        let mut next = |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % most
        };
        (0..4 + next(24)).map(|_| PIECES[next(PIECES.len())]).collect()
    }

    /// What stages read of a page: a line for each node.
    fn read_of(html: &str) -> Vec<String> {
        let page = parse_whole(html, "");
        let line = |node: NodeId| {
            let attrs: Vec<_> = page.attrs(node).filter(|(name, _)| is_read(name)).collect();
            let is_unread =
                page.parent(node).is_some_and(|p| page.is(p, Tag::Script) || page.is(p, Tag::Style));
            let text: String = page.text(node).chars().take(if is_unread { 1 } else { usize::MAX }).collect();
            format!("{:?} {} {attrs:?} {text:?}", page.parent(node), page.name(node))
        };
        page.ids().map(line).collect()
    }

    #[test]
    fn what_is_left_reads_as_all_of_it_would() {
        for seed in 0..3_000 {
            let markup = generated(seed);
            let left = without_ballast(&markup);
            assert_eq!(read_of(&left), read_of(&markup), "{seed}: {markup}\n{left}");
        }
    }
}
