//! Who published a story, who wrote it and what is pictured above it, on pages that say little about it.

use plainread::article::Meta;
use plainread::native::parse_html;
use plainread::read;

/// Two of them are a story.
const STORY: &str = "<p>In the first winter the lamp went out twice. The keeper, who had been told that it never would, \
    sat on the stairs with a box of matches and counted the turns of a light that was not there.</p>";

/// What a page with that head says of its story.
fn meta(head: &str, headings: &str) -> Meta {
    let html = format!("<head>{head}</head>{headings}{STORY}{STORY}");
    read(&parse_html(&html, "https://lamps.example/winters")).article.expect("a story").meta
}

#[track_caller]
fn outlet(title: &str, headings: &str, expected: &str) {
    let outlet = meta(&format!("<title>{title}</title>"), headings).outlet.expect("an outlet");
    assert_eq!(outlet.value, expected, "{title}");
}

#[test]
fn beside_the_headline_stands_the_outlet() {
    outlet("Three winters | The Harbour Post", "<h1>Three winters</h1>", "The Harbour Post");
}

#[test]
fn on_pages_of_a_book_the_book_is_it_and_never_the_headline() {
    let chapter = "<header><h1><a href=\"./\">Keepers and Lamps</a></h1></header><h2>Three winters</h2>";
    outlet("Three winters | Keepers and Lamps", chapter, "Keepers and Lamps");
}

#[test]
fn without_a_heading_the_address_says_which_part_of_the_title_is_the_outlet() {
    let named = |title: &str| {
        let head = format!("<title>{title}</title><meta property=\"og:title\" content=\"Winters\">");
        meta(&head, "").outlet.map(|outlet| outlet.value)
    };
    assert_eq!(named("Winters | Lamps").as_deref(), Some("Lamps"));
    assert_ne!(named("Winters | Sign up now").as_deref(), Some("Sign up now"));
}

#[test]
fn a_logo_is_the_sites_own_and_said_without_the_word() {
    let logo = "<a class=\"sponsor-logo\" href=\"https://oil.example/\"><img alt=\"Oil and Gas\"></a>\
        <a class=\"logo\" href=\"/\"><img alt=\"Logo Harbour Post white\"></a><h1>Three winters</h1>";
    outlet("", logo, "Harbour Post");
}

#[test]
fn a_mail_address_is_no_part_of_a_name() {
    for line in ["By Ada Brill (ada@lamps.example)", "By Ada Brill ada@lamps.example", "By Ada Brill @adab"] {
        let byline = meta("", &format!("<h1>Three winters</h1><p class=\"byline\">{line}</p>")).byline;
        assert_eq!(byline.map(|byline| byline.value).as_deref(), Some("Ada Brill"), "{line}");
    }
}

#[test]
fn several_authors_were_named_by_hand_and_one_may_be_the_sites() {
    let byline = |author: &str| {
        let head = format!("<title>Three winters</title><meta name=\"author\" content=\"{author}\">");
        meta(&head, "<h1>Three winters</h1>").byline.map(|byline| byline.value)
    };
    let all = "Ada Brill, Tom Oakes, Ines Falk";
    assert_eq!(byline(all).as_deref(), Some(all));
    assert_eq!(byline("Ada Brill"), None);
}

#[test]
fn a_blog_signs_below_the_story_and_links_to_several_people_sign_nothing() {
    let byline = |links: &str| {
        let html =
            format!("<article><h1>Three winters</h1>{STORY}{STORY}{STORY}<footer>{links}</footer></article>");
        let page = parse_html(&html, "https://lamps.example/blog/2024/05/three-winters-of-a-lamp");
        read(&page).article.expect("a story").meta.byline.map(|byline| byline.value)
    };
    let by = |name: &str| format!("<div><a rel=\"author\" href=\"/who/{name}\">{name}</a></div>");
    assert_eq!(byline(&by("Ada Brill")).as_deref(), Some("Ada Brill"));
    assert_eq!(byline(&(by("Ada Brill") + &by("Tom Oakes"))), None);
}

#[test]
fn a_shared_picture_keeps_the_room_that_is_declared_for_it() {
    let size = |head: &str| {
        let lead = meta(head, "<h1>Three winters</h1>").lead_image;
        lead.expect("a picture").images[0].size
    };
    let side = |name: &str, px: u32| format!("<meta property=\"og:image:{name}\" content=\"{px}\">");
    let sides = side("width", 1200) + &side("height", 630);
    let image = |name: &str| format!("<meta property=\"{name}\" content=\"/ferry.jpg\">");
    assert_eq!(size(&(image("og:image") + &sides)), Some((1200, 630)));
    assert_eq!(size(&image("og:image")), None);
    assert_eq!(size(&(image("twitter:image") + &sides)), None);
}
