//! What is kept in part and says something only as a whole: listings of code, tables of data.
//!
//! In: the page and what is kept so far. Out: the rest of such listings and tables kept too.

use super::outline::Outline;
use crate::article::blocks::holds_data;
use crate::page::Page;
use crate::page::Tag;
use std::ops::Range;

/// A table of which more is kept is the story's, with its headers and odd cells. Units: share of words.
/// Source: F1 on WCXB dev.
const MOSTLY: f32 = 0.5;

/// A listing is the story's where so many passages before it are kept, and so many after it: text that goes on around
/// it speaks of it. Units: passages, share of words. Source: F1 on WCXB dev (some eight pages gain up to .03, the few
/// that lose lose a thousandth; from half of the words, threads lose).
const BESIDE: usize = 3;
const NEARLY_ALL: f32 = 0.8;

/// Keeps all of a listing of which some is kept, since some pages set each of its lines apart, and half of them say
/// nothing, and one that stands amid the story; with `tables`, all of a table of data of which most is kept.
pub fn keep(page: &Page, outline: &Outline, tables: bool, keep: &mut [bool]) {
    let kept = keep.to_vec();
    // The table that begins next: one with another inside holds no data, and is not read over and over.
    let mut next = None;
    for region in outline.regions.iter().rev() {
        let parts = region.passages.clone();
        let is_whole = match region.tag {
            Tag::Pre => kept[parts.clone()].contains(&true) || is_amid_story(outline, &parts, &kept),
            Tag::Table => {
                let is_innermost =
                    next.replace(region.node).is_none_or(|inner| !page.is_inside(inner, region.node));
                tables
                    && is_innermost
                    && is_kept(outline, &parts, &kept, MOSTLY)
                    && holds_data(page, region.node)
            }
            _ => false,
        };
        if is_whole {
            keep[parts].fill(true);
        }
    }
}

fn is_amid_story(outline: &Outline, parts: &Range<usize>, keep: &[bool]) -> bool {
    let before = parts.start.saturating_sub(BESIDE)..parts.start;
    let after = parts.end..keep.len().min(parts.end + BESIDE);
    is_kept(outline, &before, keep, NEARLY_ALL) && is_kept(outline, &after, keep, NEARLY_ALL)
}

/// True where some of the parts are kept, and so great a share of their words.
pub fn is_kept(outline: &Outline, parts: &Range<usize>, keep: &[bool], share: f32) -> bool {
    let words = |i: usize| outline.passages[i].tally.words;
    let all: u32 = parts.clone().map(words).sum();
    let kept: u32 = parts.clone().filter(|i| keep[*i]).map(words).sum();
    kept > 0 && kept as f32 >= share * all as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::select::families::Lexicon;
    use crate::article::select::outline;
    use crate::page::Mask;
    use crate::page::parse_serialized;

    /// Which passages are kept in the end, as `x` and `-`, of those kept before.
    #[track_caller]
    fn check(body: &str, tables: bool, before: &str, after: &str) {
        let html = format!("<html><head></head><body>{body}</body></html>");
        let page = parse_serialized(&html, "https://news.example/a").page;
        let outline = outline::cut(&page, &Mask::default(), Lexicon::load());
        let mut kept: Vec<bool> = before.chars().map(|c| c == 'x').collect();
        assert_eq!(kept.len(), outline.passages.len());
        keep(&page, &outline, tables, &mut kept);
        assert_eq!(kept.iter().map(|k| if *k { 'x' } else { '-' }).collect::<String>(), after);
    }

    #[test]
    fn code_is_kept_whole() {
        let code = "<pre><div>let a = 1;</div><div>let b = 2;</div><div>a + b</div></pre><p>Run it.</p>";
        check(code, false, "-x--", "xxx-");
        check(code, false, "---x", "---x");
        let amid = format!("<p>Three lines.</p>{code}");
        check(&amid, false, "x---x", "xxxxx");
        check(&amid, false, "----x", "----x");
    }

    #[test]
    fn tables_of_data_are_kept_whole() {
        let row = |cell: &str, first: &str, second: &str| {
            format!("<tr><{cell}>{first}</{cell}><{cell}>{second}</{cell}></tr>")
        };
        let table = |cell| {
            format!(
                "<table>{}{}</table>",
                row(cell, "Boat", "Fare"),
                row("td", "The ferry at dawn", "Four coins a head")
            )
        };
        check(&table("th"), true, "--xx", "xxxx");
        check(&table("th"), true, "x---", "x---");
        check(&table("th"), false, "--xx", "--xx");
        let layout = table("th").replace("<table>", "<table role='presentation'>");
        check(&layout, true, "--xx", "--xx");
    }
}
