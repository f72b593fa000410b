//! Preformatted text: language and line breaks.

use super::scope::Scope;
use crate::article::names;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Class prefixes before a language. Source: HTML standard (`language-`), Prism, highlight.js, GitHub, SyntaxHighlighter.
const PREFIXES: &[&str] =
    &["language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "code-", "sourcecode-"];
/// Attributes that name a language.
const ATTRIBUTES: &[&str] = &["data-language", "data-lang", "data-code-language", "lang-code"];
/// Names that highlighters give to the column of line numbers.
const GUTTERS: Words =
    word_list!["gutter", "linenos", "lineno", "linenodiv", "line-numbers", "blob-num", "hljs-ln-numbers"];
/// Languages that stand as a class of their own beside a highlighter's mark (`hljs python`, `sourceCode rust`).
const MARKS: Words = word_list!["hljs", "sourcecode", "prettyprint", "highlight", "codehilite", "src"];
/// Units: elements. How far above a `<pre>` its language may stand.
const CLIMB: usize = 3;

/// True for the cell that holds a listing's line numbers.
pub(super) fn is_gutter(page: &Page, node: NodeId) -> bool {
    names::is_named(page, node, GUTTERS)
}

/// Reads a `<pre>`: (language, text).
pub(super) fn read(scope: &Scope, pre: NodeId) -> (Option<String>, String) {
    (language(scope.page, pre), text(scope, pre))
}

fn text(scope: &Scope, pre: NodeId) -> String {
    let page = scope.page;
    let mut out = String::new();
    let mut skip_to = pre;
    let mut line_ends: Vec<NodeId> = Vec::new();
    for node in page.subtree(pre).skip(1) {
        while line_ends.pop_if(|end| *end <= node).is_some() {
            end_line(&mut out);
        }
        match page.tag(node) {
            _ if node < skip_to => {}
            Some(Tag::Br) => out.push('\n'),
            Some(Tag::Button | Tag::Script | Tag::Style | Tag::Svg) => skip_to = page.end(node),
            Some(_) if is_gutter(page, node) => skip_to = page.end(node),
            Some(Tag::Div | Tag::P | Tag::Li | Tag::Tr) => {
                end_line(&mut out);
                line_ends.push(page.end(node));
            }
            Some(_) => {}
            None if scope.kept.contains(node) || says_nothing(page.text(node)) => {
                out.push_str(page.text(node));
            }
            None => {}
        }
    }
    let out = out.trim_end().replace("\r\n", "\n").replace('\r', "\n");
    let blank_lines = out.len() - out.trim_start_matches(['\n']).len();
    out[blank_lines..].to_owned()
}

/// True for what lies between passages: indents, and closing brackets on lines of their own.
fn says_nothing(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn language(page: &Page, pre: NodeId) -> Option<String> {
    let code = page.children(pre).find(|n| page.is(*n, Tag::Code));
    let around = || page.upward(pre).take(CLIMB + 1).find_map(|node| declared(page, node));
    let found = code.and_then(|code| declared(page, code)).or_else(around);
    found.map(|language| language.to_ascii_lowercase())
}

fn declared(page: &Page, node: NodeId) -> Option<&str> {
    let attribute = page.first_attr(node, ATTRIBUTES);
    attribute
        .or_else(|| by_prefix(page, node))
        .or_else(|| beside_mark(page, node))
        .map(str::trim)
        .filter(|l| is_language(l))
}

fn by_prefix(page: &Page, node: NodeId) -> Option<&str> {
    let class = page.attr(node, "class")?;
    let fits = |at: usize, prefix: &str| {
        class.get(at..at + prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let start = PREFIXES.iter().find_map(|prefix| {
        let starts =
            class.char_indices().filter(|(i, _)| *i == 0 || class[..*i].ends_with([' ', '\t', '\n']));
        starts.map(|(i, _)| i).find(|i| fits(*i, prefix)).map(|i| i + prefix.len())
    })?;
    class[start..].trim_start().split([' ', ';', '\t', '\n']).next()
}

fn beside_mark(page: &Page, node: NodeId) -> Option<&str> {
    let mut classes = page.attr(node, "class")?.split_ascii_whitespace();
    let is_mark = |class: &str| MARKS.has_in_any_case(class);
    let all = classes.clone();
    classes.any(is_mark).then_some(())?;
    let mut others = all.filter(|class| !is_mark(class));
    match (others.next(), others.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// `plaintext`, `none` and the like say that there is no language.
fn is_language(name: &str) -> bool {
    const NONE: Words = word_list![
        "none",
        "plain",
        "plaintext",
        "text",
        "txt",
        "nohighlight",
        "auto",
        "default",
        "unknown",
        "block"
    ];
    let shape = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '.' | '_');
    (1..=20).contains(&name.len()) && name.chars().all(shape) && !NONE.has_in_any_case(name)
}
