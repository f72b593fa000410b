//! The line above a headline names the story's section, unless it is something to press or to pass over.

use plainread::native::parse_html;
use plainread::read;

/// The section of a story with `above` right over its headline.
#[track_caller]
fn check(above: &str, expected: Option<&str>) {
    let story = "<p>In the first winter the lamp went out twice. The keeper, who had been told that it never would, \
        sat on the stairs with a box of matches and counted the turns of a light that was not there.</p>";
    let html = format!("<article>{above}<h1>Three winters</h1>{story}{story}</article>");
    let article = read(&parse_html(&html, "https://news.example/winters")).article.expect("a story");
    assert_eq!(article.meta.section.map(|section| section.value).as_deref(), expected, "{above}");
}

#[test]
fn a_kicker_is_the_section() {
    check("<p class=\"kicker\">Harbour life</p>", Some("Harbour life"));
    check("<a class=\"category\" href=\"/sea\">Home &amp; Sea</a>", Some("Home & Sea"));
    check("<p>Weather</p>", Some("Weather"));
}

#[test]
fn what_is_pressed_or_passed_over_is_none() {
    check("<p class=\"kicker\">Advertisement</p>", None);
    check("<p>Werbung</p>", None);
    check("<a class=\"label\" href=\"#story\">Winter tales</a>", None);
    check("<button class=\"tag\">Winter tales</button>", None);
    check("<p>Back to all tales</p>", None);
    check("<p>Skip to content</p>", None);
}
