//! A story of several pages names the page it goes on at, and the last one names none.

use plainread::native::parse_html;
use plainread::read;

/// The page that the story at `own` goes on at, where `links` stand below it.
#[track_caller]
fn check(own: &str, links: &[&str], expected: Option<(u32, &str)>) {
    let links: String = links.iter().map(|href| format!("<a href=\"{href}\">Next</a> ")).collect();
    let story = "<p>In the first winter the lamp went out twice. The keeper, who had been told that it never would, \
        sat on the stairs with a box of matches and counted the turns of a light that was not there.</p>";
    let html = format!(
        "<article><h1>Three winters</h1>{story}{story}</article><p>{links}</p>\
         <div class=\"comments\"><a href=\"/winters/2\">Older comments</a></div>"
    );
    let page = parse_html(&html, &format!("https://news.example{own}"));
    let next = read(&page).article.expect("a story").meta.next_page;
    let expected = expected.map(|(number, path)| (number, format!("https://news.example{path}")));
    assert_eq!(next.map(|next| (next.number, next.url)), expected, "{own}");
}

#[test]
fn the_next_page_is_found() {
    check("/winters", &["/other", "/winters?page=2"], Some((2, "/winters?page=2")));
    check("/winters?from=home", &["/winters?page=2"], Some((2, "/winters?page=2")));
    check("/winters?page=2", &["/winters?page=2", "/winters?page=3"], Some((3, "/winters?page=3")));
    check("/winters/2", &["/winters", "/winters/2", "/winters/3"], Some((3, "/winters/3")));
}

#[test]
fn the_last_page_and_other_pagers_lead_nowhere() {
    check("/winters?page=3", &["/winters", "/winters?page=2", "/winters?page=3"], None);
    check("/winters", &["/summers?page=2", "/winters/photos"], None);
    check("/winters", &[], None);
}
