//! What holds of any page and any text at all; asserted by tests and by the fuzz targets (`fuzz/`).

#![allow(dead_code, reason = "each program that includes this uses a part of it")]

use plainread::article::Article;
use plainread::article::push_text;
use plainread::covers;
use plainread::facts::Anchor;
use plainread::facts::Facts;
use plainread::page::Page;
use plainread::page::Tag;
use plainread::read;
use plainread::read_text;
use plainread::reader;
use plainread::reader::Attr;
use plainread::reader::Step;
use plainread::story;

/// Reads a page and looks at all that comes of it.
pub fn hold(name: &str, page: &Page) {
    let reading = read(page);
    assert_eq!(format!("{reading:?}"), format!("{:?}", read(page)), "{name}: another answer the second time");
    actions_name_nodes(name, page, &reading.covers);
    if let Ok(article) = &reading.article {
        written(name, article, &reading.facts, page.url());
        from_page(name, page, article);
    }
}

/// The same for a page copied as text.
pub fn hold_of_text(name: &str, text: &str) {
    let reading = read_text(text);
    if let Ok(article) = &reading.article {
        written(name, article, &reading.facts, "");
    }
}

fn actions_name_nodes(name: &str, page: &Page, covers: &covers::Covers) {
    for planned in &covers.actions {
        assert!(planned.cover.is_none_or(|cover| cover < covers.covers.len()), "{name}: {planned:?}");
    }
    assert!(covers.covers.iter().all(|cover| cover.node.index() < page.len()), "{name}");
    assert!(!covers.age_check || covers.actions.is_empty(), "{name}: something is done under an age check");
}

fn written(name: &str, article: &Article, facts: &Facts, url: &str) {
    let story = story(article);
    anchored(name, &story.text, facts);
    let reader = reader::render(article, &story, facts, url);
    for steps in [&reader.article, &reader.facts] {
        balanced(name, steps);
        addresses_run_nothing(name, steps);
    }
    markdown_holds_no_markup(name, &reader::markdown(article, url));
    reader::text(article, url);
}

fn balanced(name: &str, steps: &[Step]) {
    let mut depth = 0_i64;
    for step in steps {
        depth += match step {
            Step::Open(_) => 1,
            Step::Close => -1,
            _ => 0,
        };
        assert!(depth >= 0, "{name}: closed before it was opened");
    }
    assert_eq!(depth, 0, "{name}: not closed");
}

fn addresses_run_nothing(name: &str, steps: &[Step]) {
    for step in steps {
        let Step::Attr(attr, value) = step else { continue };
        let allowed: &[&str] = match attr {
            Attr::Href if value == "#" => continue,
            Attr::Href => &["http://", "https://", "mailto:"],
            Attr::Src => &["http://", "https://", "data:image/"],
            _ => continue,
        };
        let value = value.to_ascii_lowercase();
        assert!(allowed.iter().any(|scheme| value.starts_with(scheme)), "{name}: {attr:?} {value}");
    }
}

/// Tags the writer itself puts into Markdown.
const OWN_TAGS: &[&str] = &["sub>", "sup>", "mark>", "bdo", "ruby>", "rt>", "a>", "a id=\"", "br>"];

/// Outside code every `<` of the page is escaped, and no link leads to a script.
pub fn markdown_holds_no_markup(name: &str, markdown: &str) {
    let mut rest = markdown;
    while let Some(at) = rest.find(['\\', '`', '<', ']']) {
        let (found, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = match found {
            b'\\' => after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or(""),
            b'`' => after_code(&rest[at..]),
            b'<' => {
                let tag = after.strip_prefix('/').unwrap_or(after);
                let own = OWN_TAGS.iter().any(|own| tag.starts_with(own));
                assert!(own, "{name}: markup in {:?}", after.chars().take(40).collect::<String>());
                after
            }
            _ => {
                let leads = after.strip_prefix('(').unwrap_or("#").to_ascii_lowercase();
                let good = ["#", "http://", "https://", "mailto:", "data:image/", ")"];
                let good = good.iter().any(|scheme| leads.starts_with(scheme));
                assert!(good, "{name}: leads to {:?}", leads.chars().take(40).collect::<String>());
                after
            }
        };
    }
}

/// What comes after the code that `text` starts with: the same number of backticks ends it.
fn after_code(text: &str) -> &str {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let fence = run(text);
    let inside = &text[fence..];
    let mut rest = inside;
    while let Some(at) = rest.find('`') {
        let length = run(&rest[at..]);
        rest = &rest[at + length..];
        if length == fence {
            return rest;
        }
    }
    inside
}

/// Facts are substrings of the story, each in its sentence.
pub fn anchored(name: &str, text: &str, facts: &Facts) {
    let whole = |a: &Anchor| text.get(a.start as usize..a.end as usize);
    for date in &facts.dates {
        assert_eq!(whole(&date.at), Some(date.text.as_str()), "{name}");
    }
    for quantity in &facts.quantities {
        assert_eq!(whole(&quantity.at), Some(quantity.text.as_str()), "{name}");
    }
    let mentions = facts.people.iter().flat_map(|p| &p.mentions);
    let mentions = mentions.chain(facts.organisations.iter().flat_map(|o| &o.mentions));
    let mentions = mentions.chain(facts.places.iter().flat_map(|p| &p.mentions));
    for anchor in mentions.chain(facts.quotes.iter().flat_map(|q| &q.parts)) {
        assert!(whole(anchor).is_some_and(|t| !t.is_empty()), "{name}: {anchor:?}");
        let (start, end) = facts.sentences[anchor.sentence as usize];
        assert!(start <= anchor.start && anchor.start < end, "{name}: {anchor:?} outside its sentence");
    }
    for key in &facts.key_sentences {
        let (start, end) = facts.sentences[key.sentence as usize];
        assert!(text.get(start as usize..end as usize).is_some(), "{name}");
    }
}

/// Every word of the story stands on the page: nothing is written by us. Not in a `<head>`, which scripts can put anywhere and
/// browsers never show, but for the data it holds for scripts. ASCII words only: a ruby's base runs on.
fn from_page(name: &str, page: &Page, article: &Article) {
    // The search below is quadratic.
    if page.len() > 5_000 || article.word_count > 5_000 {
        return;
    }
    let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    // A head that is all of the page hides nothing: there is no other part.
    let is_head = |id| page.is(id, Tag::Head) && page.parent(id).is_some();
    let in_head =
        |id| page.ancestors(id).any(is_head) && !page.ancestors(id).any(|above| page.is(above, Tag::Script));
    let shown: String = page.ids().filter(|id| !in_head(*id)).map(|id| squeeze(page.text(id))).collect();
    for leaf in article.leaves() {
        let mut text = String::new();
        push_text(leaf.inlines, &mut text);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            assert!(shown.contains(word), "{name}: `{word}` is not on the page");
        }
    }
}
