//! Running text as Markdown.

use crate::article::Inline;

/// Appends `inlines`. Recurses over inline nesting, which the article stage caps.
pub(super) fn write(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Break => out.push_str("\\\n"),
            Inline::Link { url, text } => {
                out.push('[');
                write(text, out);
                out.push_str("](");
                out.push_str(&address(url));
                out.push(')');
            }
            Inline::Emphasis(inner) => around("*", inner, "*", out),
            Inline::Strong(inner) => around("**", inner, "**", out),
            Inline::Struck(inner) => around("~~", inner, "~~", out),
            Inline::Sub(inner) => around("<sub>", inner, "</sub>", out),
            Inline::Sup(inner) => around("<sup>", inner, "</sup>", out),
            Inline::Mark(inner) => around("<mark>", inner, "</mark>", out),
            Inline::Direction(true, inner) => around("<bdo dir=\"rtl\">", inner, "</bdo>", out),
            Inline::Direction(false, inner) => around("<bdo dir=\"ltr\">", inner, "</bdo>", out),
            Inline::Code(text) => code(text, out),
            Inline::Ruby { base, reading } => {
                out.push_str("<ruby>");
                escape(base, out);
                out.push_str("<rt>");
                escape(reading, out);
                out.push_str("</rt></ruby>");
            }
            Inline::Math(tex) => {
                out.push('$');
                out.push_str(&formula(tex));
                out.push('$');
            }
            Inline::Image(image) => picture(&image.alt, &image.src, out),
            Inline::Target(id) => {
                out.push_str("<a id=\"");
                out.push_str(&id.replace(['"', '<', '>', '&'], ""));
                out.push_str("\"></a>");
            }
        }
    }
}

/// `![alt](address)`.
pub(super) fn picture(alt: &str, src: &str, out: &mut String) {
    out.push_str("![");
    escape(alt, out);
    out.push_str("](");
    out.push_str(&address(src));
    out.push(')');
}

fn around(before: &str, inner: &[Inline], after: &str, out: &mut String) {
    let start = out.len();
    write(inner, out);
    // Marks must touch words: white space moves outside.
    let written = out.split_off(start);
    let bare = written.trim();
    let lead = written.len() - written.trim_start().len();
    if bare.is_empty() {
        out.push_str(&written);
        return;
    }
    out.push_str(&written[..lead]);
    out.push_str(before);
    out.push_str(bare);
    out.push_str(after);
    out.push_str(&written[lead + bare.len()..]);
}

/// Code between more backticks than it holds in a row.
fn code(text: &str, out: &mut String) {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    for part in [&fence, space, text, space, &fence] {
        out.push_str(part);
    }
}

/// How often `c` stands in a row at most.
pub(super) fn longest_run(text: &str, c: char) -> usize {
    let runs = text.split(|other| other != c).map(str::len);
    runs.max().unwrap_or(0) / c.len_utf8()
}

/// Text in which nothing is Markdown or HTML any more.
pub(super) fn escape(text: &str, out: &mut String) {
    for (at, c) in text.char_indices() {
        let special = matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '$' | '|' | '~');
        if special || (c == '&' && is_entity(&text[at + 1..])) {
            out.push('\\');
        }
        out.push(c);
    }
}

/// [`escape`] as a text of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// True for what would be read as a character's name with the `&` before it.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    name.len() < rest.len() && name.starts_with(';')
}

/// TeX without the character that opens a tag: programs that know no formulas take it for HTML.
pub(super) fn formula(tex: &str) -> String {
    tex.replace('<', "\\lt ")
}

/// An address in which nothing ends the link.
pub(super) fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}
