//! Invented fixtures, one for each kind of block, checked through the Markdown they come to.

use super::*;
use crate::article::Article;
use crate::article::Meta;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::select;
use crate::article::write;
use crate::page::NodeId;
use crate::page::Tag;
use crate::page::parse_serialized;

fn page(body: &str) -> Page {
    let html = format!("<html><head></head><body>{body}</body></html>");
    parse_serialized(&html, "https://news.example/a/story.html").page
}

fn all(page: &Page) -> NodeSet {
    let mut kept = NodeSet::new(page);
    kept.insert_subtree(page, page.find(NodeId::ROOT, Tag::Body).unwrap());
    kept
}

fn blocks_of(body: &str) -> Vec<Block> {
    let page = page(body);
    build(&page, &Mask::default(), &all(&page))
}

#[track_caller]
fn check(body: &str, markdown: &str) {
    let article = Article { blocks: blocks_of(body), ..Article::default() };
    assert_eq!(write::markdown(&article).trim_end(), markdown);
}

#[test]
fn white_space_collapses_as_on_screen() {
    check("<p>  one\n two <b> three</b>  <i>four </i> five</p>", "one two **three** *four* five");
    check("<div>loose <p>own</p> tail<div>\n </div></div>", "loose\n\nown\n\ntail");
    check("<p>one<br>two<br><br>three<br></p>", "one\\\ntwo\n\nthree");
    check("<p>&nbsp;</p><p>\u{200b}</p><p>x</p>", "x");
}

#[test]
fn what_is_left_out_parts_words() {
    let check = |body: &str, markdown: &str| {
        let page = page(body);
        let mut kept = NodeSet::new(&page);
        for node in page
            .ids()
            .filter(|node| !page.ancestors(*node).any(|a| page.is(a, Tag::Nav) || page.is(a, Tag::S)))
        {
            kept.insert(node);
        }
        let article = Article { blocks: build(&page, &Mask::default(), &kept), ..Article::default() };
        assert_eq!(write::markdown(&article).trim_end(), markdown);
    };
    check("<div>quay<nav>menu</nav>boats <nav>menu</nav> tide<nav>menu</nav></div>", "quay boats tide");
    check("<div>har<s>b</s>bour</div>", "harbour");
}

#[test]
fn labels_that_abut_are_words_of_their_own() {
    check(
        "<p><span>Tides</span><span>Harbour</span><span>12</span><span>boats</span></p>",
        "Tides Harbour 12 boats",
    );
    check(
        "<p><span>har</span><span>bour</span> <b>D</b>rop <span>T</span><span>ide</span></p>",
        "harbour **D**rop Tide",
    );
    check(
        "<p><a href='/a'>quays</a><a href='/b'>boats</a></p>",
        "[quays](https://news.example/a)[ boats](https://news.example/b)",
    );
    check("<p><code><span>net</span><span>Id</span></code></p>", "`netId`");
}

#[test]
fn styles_reach_over_blocks() {
    check("<b><p>one</p><p>two</p></b>", "**one**\n\n**two**");
    check(
        "<a href='/x'><h3>Head</h3>text</a>",
        "### [Head](https://news.example/x)\n\n[text](https://news.example/x)",
    );
}

#[test]
fn links_are_absolute_or_inside() {
    check("<p><a href='../b?c#d'>x</a></p>", "[x](https://news.example/b?c#d)");
    check(
        "<p><a href='javascript:go()'>x</a> <a href='mailto:a@b.c'>y</a> <a href='#none'>z</a></p>",
        "x y z",
    );
    check(
        "<p>Said<sup><a href='#fn1'>1</a></sup> so.</p><ol><li id='fn1'>Where.</li></ol>",
        "Said<sup>[1](#fn1)</sup> so.\n\n1. <a id=\"fn1\"></a>Where.",
    );
    check(
        "<p>See <a href='#top'>top</a></p><p><a name='top'></a>Here</p>",
        "See [top](#top)\n\n<a id=\"top\"></a>Here",
    );
}

#[test]
fn lists_nest() {
    check(
        "<ol start='3'><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>",
        "3. a\n\n   - b\n   - c\n4. d",
    );
    check("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n\n  - b");
    check("<li>alone</li>", "alone");
    check("<dl><dt>Term</dt><dd>What it is</dd></dl>", "**Term**\n\n: What it is");
}

/// A selection keeps passages; between them lie indents, and lines that say nothing.
#[test]
fn code_keeps_what_lies_between_its_passages() {
    let page = page("<pre><div><b>if</b> a {</div><div>  <b>b</b>()</div><div>}</div></pre>");
    let kept = select::everything(&page).nodes;
    let text = "if a {\n  b()\n}".to_owned();
    assert_eq!(build(&page, &Mask::default(), &kept), [Block::Code { language: None, text }]);
}

#[test]
fn code_keeps_its_lines_and_language() {
    check(
        "<pre><code class='language-Rust'>fn main() {\n    1\n}\n</code></pre>",
        "```rust\nfn main() {\n    1\n}\n```",
    );
    check("<pre class='brush: js; x'>a<br>b</pre>", "```js\na\nb\n```");
    check("<div><span>JS</span></div><pre class='brush: js'>a</pre>", "```js\na\n```");
    check("<div class='highlight-source-shell'><pre>ls</pre></div>", "```shell\nls\n```");
    check("<pre class='hljs python'><div>a</div><div>  b</div></pre>", "```python\na\n  b\n```");
    check(
        "<table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>a\nb</pre></td></tr></table>",
        "```\na\nb\n```",
    );
    check("<p>Use <code>a <a href='/b'>b</a></code>.</p>", "Use `a `[`b`](https://news.example/b).");
}

#[test]
fn tables_of_data_stay_tables() {
    check(
        "<table><caption>Sizes</caption><tr><th>a</th><th>b</th></tr><tr><td colspan='2'>c</td></tr></table>",
        "**Sizes**\n\n| a | b |\n| --- | --- |\n| c |  |",
    );
    let page = page("<table><caption>Sizes</caption><tr><td>a</td><td>b</td></tr></table><p>Caption</p>");
    let mut cells = NodeSet::new(&page);
    page.ids().filter(|n| page.is(*n, Tag::Td)).for_each(|n| cells.insert_subtree(&page, n));
    let table = |block: &Block| matches!(block, Block::Table(table) if table.caption.is_some());
    assert!(matches!(&build(&page, &Mask::default(), &cells)[..], [block] if table(block)));
    check(
        "<table><tr><td>One long column</td></tr><tr><td>of prose</td></tr></table>",
        "One long column\n\nof prose",
    );
    check(
        "<table role='presentation'><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "a\n\nb\n\nc\n\nd",
    );
}

#[test]
fn figures_have_captions_and_credits() {
    check(
        "<p>a</p><figure><img src='/i.jpg' alt='Alt'><figcaption>A ferry. Photograph: Ana Lima/EPA</figcaption></figure><p>b</p>",
        "a\n\n![Alt](https://news.example/i.jpg)\n\n*A ferry. · Ana Lima/EPA*\n\nb",
    );
    check("<p>a <img src='/big.jpg' width='600' alt=''> b</p>", "a b\n\n![](https://news.example/big.jpg)");
    check(
        "<p>a <img src='/i.png' width='16' height='16' alt='i'> b</p>",
        "a ![i](https://news.example/i.png) b",
    );
    check("<p>a <img class='emoji' src='/e.png' alt='😀'> b</p>", "a 😀 b");
}

#[test]
fn lazy_images_are_resolved_and_counters_dropped() {
    let image = |html: &str, expected: &str| {
        check(&format!("<p>a</p>{html}<p>b</p>"), &format!("a\n\n![]({expected})\n\nb"));
    };
    image("<img src='data:image/gif;base64,R0lGOD' data-src='/real.jpg'>", "https://news.example/real.jpg");
    image(
        "<img srcset='/s.jpg 320w, /m.jpg 1200w, /l.jpg 3000w' src='/s.jpg'>",
        "https://news.example/m.jpg",
    );
    image("<img srcset='/w_1,h_2/a.jpg 1x, /w_2,h_4/a.jpg 2x'>", "https://news.example/w_2,h_4/a.jpg");
    image("<picture><source srcset='/p.webp 800w'><img></picture>", "https://news.example/p.webp");
    image(
        "<picture><source srcset='/s.webp 400w, /p.webp 1200w'><img src='/small.jpg'></picture>",
        "https://news.example/p.webp",
    );
    image("<picture><source srcset='/p.webp'><img src='/p.jpg'></picture>", "https://news.example/p.jpg");
    image(
        "<picture><source srcset='/p.webp 800w'><img srcset='/a.jpg 640w, /b.jpg 1280w'></picture>",
        "https://news.example/b.jpg",
    );
    image("<img data-src='/r.jpg'><noscript><img src='/r2.jpg'></noscript>", "https://news.example/r.jpg");
    image("<noscript><img src='/only.jpg'></noscript>", "https://news.example/only.jpg");
    check(
        "<p>a</p><img src='/t.gif' width='1' height='1'><img src='https://x.example/pixel?id'><p>b</p>",
        "a\n\nb",
    );
}

#[test]
fn players_become_labelled_links() {
    check(
        "<p>a</p><iframe src='https://www.youtube.com/embed/abc?x=1' title='A talk'></iframe><p>b</p>",
        "a\n\n[YouTube: A talk](https://www.youtube.com/watch?v=abc)\n\nb",
    );
    check(
        "<p>a</p><video><source src='/v.mp4'></video><p>b</p>",
        "a\n\n[Video](https://news.example/v.mp4)\n\nb",
    );
    check("<p>a</p><iframe src='https://www.googletagmanager.com/ns.html'></iframe><p>b</p>", "a\n\nb");
}

#[test]
fn formulas_come_once() {
    let mathml = "<math><mfrac><mi>a</mi><mi>b</mi></mfrac><msup><mi>x</mi><mn>2</mn></msup></math>";
    check(&format!("<p>So {mathml} holds</p>"), "So $(a)/(b)x^2$ holds");
    check(
        "<p>So <span class='katex'><span class='katex-mathml'><math><semantics><mi>E</mi><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math></span><span class='katex-html'>E=mc2</span></span>.</p>",
        "So $E=mc^2$.",
    );
    check(
        "<p>So <span class='MathJax_Preview'>x</span><span class='MathJax'>x</span><script type='math/tex'>x_1</script>.</p>",
        "So $x_1$.",
    );
    check("<p>a</p><math display='block' alttext='y'><mi>y</mi></math>", "a\n\n$$\ny\n$$");
    check("<p>Old <span class='MathJax'>x</span></p>", "Old x");
}

/// Their letters are no words, so that what looks for the story does not keep them.
#[test]
fn formulas_between_paragraphs_come_along() {
    let page = page(
        "<p>One.</p><math display='block' alttext='y'><mi>y</mi></math><p>Two.</p><div><math alttext='z'></math></div>",
    );
    let mut kept = NodeSet::new(&page);
    for paragraph in page.ids().filter(|n| page.is(*n, Tag::P)) {
        kept.insert_subtree(&page, paragraph);
    }
    let blocks = build(&page, &Mask::default(), &kept);
    let article = Article { blocks, ..Article::default() };
    assert_eq!(write::markdown(&article).trim_end(), "One.\n\n$$\ny\n$$\n\nTwo.");
}

#[test]
fn quotations_name_their_source() {
    check("<blockquote><p>Words.</p><footer>Ana Lima</footer></blockquote>", "> Words.\n>\n> — Ana Lima");
    check("<p><q>Words</q> she said</p>", "“Words” she said");
}

#[test]
fn pull_quotes_are_shown_once() {
    check(
        "<p>She said: “We stayed for the whole winter.”</p><aside class='pull-quote'>We stayed for the whole winter</aside>",
        "She said: “We stayed for the whole winter.”",
    );
    check("<p>She left.</p><div class='pullquote'>We stayed</div>", "She left.\n\n> We stayed");
}

#[test]
fn contributions_carry_their_authors_and_times() {
    let post = |name: &str, day: &str, text: &str| {
        format!(
            "<div class='post'><a class='username'>{name}</a> <time datetime='{day}'>{day}</time><p>{text}</p></div>"
        )
    };
    let thread = post("ana", "2024-05-03", "Which boat goes at night?")
        + &post("bo", "2024-05-04", "None of them does.");
    const SIGNED: &str =
        "**ana · 2024-05-03**\n\nWhich boat goes at night?\n\n**bo · 2024-05-04**\n\nNone of them does.";
    check(&thread, SIGNED);
    // Wrapped in an element that bears the name, and in one that is dated by the same time alone.
    let wrapped =
        thread.replace("<div class='post'>", "<div class='message' data-author='NAME'><div class='post'>");
    let wrapped = wrapped.replace("</p></div>", "</p></div></div>");
    check(&wrapped.replacen("NAME", "ana", 1).replacen("NAME", "bo", 1), SIGNED);
    check(&wrapped.replace(" data-author='NAME'", ""), SIGNED);
    let dated = thread.replace("<time", "<div class='comment'><time").replace("</p>", "</p></div>");
    check(&dated, SIGNED);
    check(&post("ana", "2024-05-03", "A story of its own"), "ana 2024-05-03\n\nA story of its own");
}

#[test]
fn captions_under_pictures_join_them() {
    check(
        "<p>a</p><img src='/i.jpg' alt='A ferry at dawn'><div>A ferry at dawn. Photo: Ana Lima</div><p>b</p>",
        "a\n\n![A ferry at dawn](https://news.example/i.jpg)\n\n*A ferry at dawn. · Ana Lima*\n\nb",
    );
}

#[test]
fn folded_text_and_rules_stay() {
    check("<details><summary>More</summary><p>Inside</p></details>", "**More**\n\nInside");
    check("<hr><p>a</p><hr><hr><p>b</p><hr>", "a\n\n---\n\nb");
}

#[test]
fn scripts_of_all_directions_survive() {
    check(
        "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>",
        "<ruby>漢<rt>かん</rt></ruby><ruby>字<rt>じ</rt></ruby>",
    );
    check("<p>He said <span dir='rtl'>שלום</span>.</p>", "He said <bdo dir=\"rtl\">שלום</bdo>.");
    check("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O");
}

/// Text of the page, white space apart, that must stand in the output in the same order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn no_kept_text_is_lost_however_elements_nest() {
    const TAGS: &[&str] = &[
        "p",
        "div",
        "b",
        "a",
        "ul",
        "li",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "figure",
        "figcaption",
        "h2",
        "details",
        "summary",
        "dl",
        "dt",
        "dd",
        "span",
        "code",
        "caption",
        "cite",
        "footer",
        "section",
        "sub",
        "x-y",
    ];
    // A fixed multiplicative walk stands in for chance: the same trees every time.
    let mut state: u64 = 1;
    let mut next = |n: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % n
    };
    for round in 0..400 {
        let (mut html, mut open, mut words) = (String::new(), Vec::new(), 0);
        for _ in 0..60 {
            match next(5) {
                0 | 1 if open.len() < 40 => {
                    let tag = TAGS[next(TAGS.len())];
                    html.push_str(&format!("<{tag}>"));
                    open.push(tag);
                }
                2 => html.push_str(&open.pop().map_or(String::new(), |tag| format!("</{tag}>"))),
                _ => {
                    words += 1;
                    html.push_str(&format!("w{words}; "));
                }
            }
        }
        open.iter().rev().for_each(|tag| html.push_str(&format!("</{tag}>")));
        let page = page(&html);
        let expected: String = page.ids().map(|n| letters(page.text(n))).collect();
        let blocks = build(&page, &Mask::default(), &all(&page));
        let text = letters(&write::plain(&blocks));
        let count = |t: &str| (1..=words).map(|w| t.matches(&format!("w{w};")).count()).collect::<Vec<_>>();
        assert_eq!(count(&text), count(&expected), "round {round}: {html}");
    }
}

#[test]
fn depth_is_capped() {
    let deep = format!("{}x{}", "<ul><li>".repeat(3000), "</li></ul>".repeat(3000));
    let text = write::plain(&blocks_of(&deep));
    assert_eq!(text, "x");
    let deep = format!("{}x{}", "<b><table><tr><td>".repeat(900), "</td></tr></table></b>".repeat(900));
    assert_eq!(write::plain(&blocks_of(&deep)), "x");
}

#[test]
fn a_byline_that_the_metadata_shows_is_no_line_of_the_story() {
    let value = |value: &str| Sourced { value: value.to_owned(), source: Source::MetaTag };
    let meta = Meta { byline: Some(value("Ana Brook")), ..Meta::default() };
    let rest = |line: &str| {
        let blocks = without_shown(blocks_of(&format!("<p>{line}</p><p>The tide came in.</p>")), &meta);
        write::plain(&blocks)
    };
    for line in ["By Ana Brook", "Ana Brook", "Words by Ana Brook", "By Ana Brook · 3 May 2024, 9:15 am"] {
        assert_eq!(rest(line), "The tide came in.");
    }
    for line in ["Ana Brook left the quay at dawn", "By Ana Brook, with pictures by Ben Marsh", "By the quay"]
    {
        assert_eq!(rest(line), format!("{line}\nThe tide came in."));
    }
}
