//! Parts of a page that a server sent late, put in their places.
//!
//! React's servers send a page with gaps, and what belongs into them at its end, hidden, each with a line of script
//! that moves it. A file holds both and nothing runs, so the story may lie outside its own article, or be hidden.
//! Source: `react-dom/server`, "complete boundary" and "complete segment": the part with the id `S:n` goes to the
//! `<template>` with the id `B:n`, where it replaces what was shown meanwhile, or `P:n`.

use super::html::Arena;
use std::collections::HashMap;

/// How many parts are put in place. Source: real pages have some dozens (59 at most of 1,495 in WCXB dev).
const MOST_PARTS: usize = 1000;

/// Puts the parts in place. A part without a place stays where it is.
pub(super) fn put_in_place(arena: &Arena) {
    let (mut parts, mut places) = (Vec::new(), HashMap::new());
    for (node, is_template, id) in arena.ids() {
        match id.split_once(':') {
            Some(("S", number)) if !is_template && parts.len() < MOST_PARTS => {
                parts.push((node, number.to_owned()));
            }
            Some(("B" | "P", number)) if is_template => {
                let shown_meanwhile = id.starts_with('B');
                places.entry(number.to_owned()).or_insert((node, shown_meanwhile));
            }
            _ => {}
        }
    }
    for (part, number) in parts {
        if let Some((place, shown_meanwhile)) = places.remove(&number)
            && arena.is_beside(place, part)
        {
            if shown_meanwhile {
                arena.empty_boundary(place);
            }
            arena.put_children_before(place, part);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::native::parse_html;
    use crate::page::NodeId;

    #[track_caller]
    fn check(body: &str, text: &str) {
        assert_eq!(parse_html(body, "").text_content(NodeId::ROOT), text);
    }

    #[test]
    fn parts_stand_where_they_belong() {
        let story = "<main>a<!--$?--><template id='B:0'></template><p>wait</p><!--$-->for<!--/$--> it<!--/$-->d</main>";
        check(&format!("{story}<div hidden id='S:0'>b<p>c</p></div>"), "abcd");
        // Where comments are gone, what was shown meanwhile cannot be told from what follows.
        let bare = "<main>a<template id='B:1f'></template><p>d</p></main>";
        check(&format!("{bare}<div hidden id='S:1f'>b</div>"), "abd");
    }

    #[test]
    fn parts_have_parts_of_their_own() {
        let page = "<p>a<template id='P:1'></template>e</p>";
        let inner = "<div hidden id='S:2'>c</div>";
        let outer = "<div hidden id='S:1'>b<template id='P:2'></template>d</div>";
        check(&format!("{page}{inner}{outer}"), "abcde");
        check(&format!("{page}{outer}{inner}"), "abcde");
    }

    #[test]
    fn a_part_that_ends_nowhere_takes_nothing_out() {
        check("a<template id='B:0'></template><!--$-->c<!--/$-->d<div id='S:0'>b</div>", "abcd");
    }

    #[test]
    fn what_has_no_place_stays() {
        check("a<div hidden id='S:0'>b</div>c<template id='B:1'></template>", "abc");
        // Into itself, or into what is no part of the page.
        check("<div id='S:0'>a<template id='B:0'></template></div>", "a");
        check("<div id='S:0'>a</div><template>b<template id='B:0'></template></template>", "ab");
        check("<div id='S:0'>a</div><div id='B:0'>b</div>", "ab");
    }
}
