//! Formulas, once each: MathML, TeX in scripts, and what KaTeX, MathJax and MediaWiki put beside them.

use crate::article::names;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// A formula as TeX, or as a line of text where the page has no TeX.
pub(super) struct Formula {
    pub text: String,
    /// True where it stands on a line of its own.
    pub display: bool,
}

/// What renderers draw from the formula that also stands there as MathML or TeX. Source: KaTeX, MathJax 2 and 3.
const DRAWN: Words =
    word_list!["katex-html", "mathjax_preview", "mathjax", "mathjax_display", "mathjax_svg", "mathjax_chtml"];
/// Names of elements around a formula on a line of its own.
const DISPLAY: Words =
    word_list!["katex-display", "mathjax_display", "mwe-math-element-block", "display-math"];
/// Units: elements. How far above a formula such a name may stand.
const CLIMB: usize = 4;
/// Units: nodes. A drawn copy's source is looked for this far behind it.
const SOURCE_REACH: usize = 4000;

/// TeX kept in `<script type="math/tex">`. None: another script.
pub(super) fn from_script(page: &Page, node: NodeId) -> Option<Formula> {
    let kind = page.attr(node, "type").filter(|_| is_tex_script(page, node))?;
    Some(Formula { text: page.text_content(node), display: kind.contains("mode=display") })
}

/// True for a script that holds a formula.
pub(super) fn is_tex_script(page: &Page, node: NodeId) -> bool {
    page.is(node, Tag::Script) && page.attr(node, "type").is_some_and(|t| t.starts_with("math/tex"))
}

/// Reads a `<math>` element: its TeX annotation, else its own words in a line.
pub(super) fn from_mathml(page: &Page, node: NodeId) -> Formula {
    let display = page.attr_is(node, "display", "block")
        || page
            .ancestors(node)
            .take(CLIMB)
            .any(|up| names::is_named(page, up, DISPLAY) || is_block_container(page, up));
    let tex = page.subtree(node).find(|n| is_tex(page, *n)).map(|n| page.text_content(n));
    let tex = tex.or_else(|| page.attr(node, "alttext").map(str::to_owned)).filter(|t| !t.trim().is_empty());
    let text = tex.map_or_else(|| linear(page, node), |tex| tex.trim().to_owned());
    Formula { text: without_style_wrapper(&text).to_owned(), display }
}

/// MediaWiki wraps its TeX in `{\displaystyle …}`, which says nothing.
fn without_style_wrapper(tex: &str) -> &str {
    let inner = tex.strip_prefix("{\\displaystyle").or_else(|| tex.strip_prefix("{\\textstyle"));
    inner.and_then(|t| t.strip_suffix('}')).map_or(tex, str::trim)
}

fn is_block_container(page: &Page, node: NodeId) -> bool {
    page.name(node) == "mjx-container" && page.attr_is(node, "display", "true")
}

fn is_tex(page: &Page, node: NodeId) -> bool {
    page.name(node) == "annotation" && page.attr(node, "encoding").is_some_and(|e| names::holds(e, "tex"))
}

/// True for the drawn copy of a formula whose source stands beside it.
pub(super) fn is_copy(page: &Page, node: NodeId) -> bool {
    let drawn = match page.tag(node) {
        Some(Tag::Span | Tag::Div) => names::is_named(page, node, DRAWN),
        Some(Tag::Other) => page.name(node) == "mjx-math",
        _ => false,
    };
    drawn && has_source(page, node)
}

/// KaTeX: `<math>` before the copy, in the same element. MathJax 3: after it, likewise. MathJax 2: a script after it.
fn has_source(page: &Page, node: NodeId) -> bool {
    let Some(parent) = page.parent(node) else { return false };
    let is_source =
        |n: &NodeId| page.is(*n, Tag::Math) || page.attr(*n, "type").is_some_and(|t| t.starts_with("math/"));
    let before = page.subtree(parent).take_while(|n| *n < node);
    let after = (page.end(node).0..page.end(parent).0).map(NodeId);
    !page.subtree(node).take(SOURCE_REACH).any(|n| is_source(&n))
        && (before.take(SOURCE_REACH).any(|n| is_source(&n))
            || after.take(SOURCE_REACH).any(|n| is_source(&n)))
}

/// What stands before each child of an element but the first, and around all of them.
fn marks(name: &str) -> (&'static str, &'static [&'static str], &'static str) {
    match name {
        "mfrac" => ("(", &[")/("], ")"),
        "msup" | "mover" => ("", &["^"], ""),
        "msub" | "munder" => ("", &["_"], ""),
        "msubsup" | "munderover" => ("", &["_", "^"], ""),
        "msqrt" => ("√(", &[], ")"),
        "mroot" => ("(", &[")^(1/"], ")"),
        "mfenced" => ("(", &[", "], ")"),
        "mtd" => ("", &[], " "),
        "mtr" => ("", &[], "; "),
        _ => ("", &[], ""),
    }
}

/// An element of a formula, open.
struct Open {
    end: NodeId,
    between: &'static [&'static str],
    after: &'static str,
    children: usize,
}

/// MathML as one line: `(a)/(b)`, `x^2`, `√(x)`.
fn linear(page: &Page, math: NodeId) -> String {
    let mut out = String::new();
    let mut open: Vec<Open> = Vec::new();
    let mut skip_to = math;
    for node in page.subtree(math).skip(1) {
        while let Some(done) = open.pop_if(|o| o.end <= node) {
            out.push_str(done.after);
        }
        if node < skip_to {
            continue;
        }
        if page.tag(node).is_none() {
            out.push_str(page.text(node).trim());
            continue;
        }
        if let Some(parent) = open.last_mut() {
            if parent.children > 0 {
                let last = parent.between.len().saturating_sub(1);
                out.push_str(parent.between.get((parent.children - 1).min(last)).unwrap_or(&""));
            }
            parent.children += 1;
        }
        if matches!(page.name(node), "annotation" | "annotation-xml") {
            skip_to = page.end(node);
            continue;
        }
        let (before, between, after) = marks(page.name(node));
        out.push_str(before);
        open.push(Open { end: page.end(node), between, after, children: 0 });
    }
    open.iter().rev().for_each(|o| out.push_str(o.after));
    out.trim_end_matches([' ', ';']).to_owned()
}
