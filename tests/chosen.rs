//! The part a person points at is what is read: nothing else of the page, and all of it, however short.

use plainread::page::Snapshot;
use plainread::page::from_snapshot;
use plainread::read;

const PAGE: &str = "<html><head><title>Harbour</title></head><body><nav>Home News</nav><main><p>The story that \
    the core would choose by itself is long enough for that, has commas, full stops, and says what it has to say in \
    more than one sentence. Here is the other one, and it is as good as the first.</p></main><aside><h2>Tide</h2>\
    <p>High at nine.</p></aside></body></html>";
/// Number of `<aside>`, counted from `<html>`.
const ASIDE: u32 = 7;

/// The story's text, or None where there is no story.
fn text(chosen: Option<u32>) -> Option<String> {
    let elements = (PAGE.matches('<').count() - PAGE.matches("</").count()) as u32;
    let snapshot = Snapshot { html: PAGE.to_owned(), elements, chosen, ..Snapshot::default() };
    let page = from_snapshot(&snapshot).expect("counted right");
    read(&page).article.ok().map(|article| plainread::article::write::plain(&article.blocks))
}

#[test]
fn the_chosen_part_alone_is_read() {
    assert!(text(None).is_some_and(|story| story.starts_with("The story") && !story.contains("Tide")));
    assert_eq!(text(Some(ASIDE)).as_deref(), Some("Tide\nHigh at nine."));
}

#[test]
fn a_number_no_element_has_chooses_nothing() {
    assert_eq!(text(Some(999)), text(None));
}
