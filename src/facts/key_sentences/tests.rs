//! Key sentences of small made-up stories.

use super::weigh;
use crate::facts::Facts;
use crate::facts::Story;
use crate::facts::document::Document;
use crate::facts::pick;

const LEAD: &str = "The harbour council voted on Monday to close the old Weston bridge after engineers found cracks in two piers.";
const FIGURE: &str = "Repairs to the bridge will cost $40 million and take three years, the council said in a report to the mayor.";
const FILLER: &str =
    "Fishermen gathered near the water in the rain to watch the vote on a screen put up by a cafe.";

const OTHER: &str =
    "Weston traders have asked the county for help with a ferry that would carry their goods until summer.";

fn keys(title: &str, lines: &[&str]) -> Vec<(String, bool)> {
    let story = Story { title: Some(title.to_owned()), text: lines.join("\n"), ..Story::default() };
    let facts = pick(&story);
    let text = |index: u32| {
        facts.sentences.get(index as usize).map(|(a, b)| story.text[*a as usize..*b as usize].to_owned())
    };
    facts.key_sentences.iter().filter_map(|key| Some((text(key.sentence)?, key.needs_context))).collect()
}

#[test]
fn the_lead_comes_first_and_furniture_never() {
    let lines = [
        "(Photo: Weston Post/Harbour)",
        LEAD,
        "Related: Bridge closures of the past year",
        FILLER,
        FIGURE,
        OTHER,
        "It rained.",
    ];
    let keys = keys("Council closes Weston bridge", &lines);
    assert_eq!(keys.first().map(|(text, _)| text.as_str()), Some(LEAD));
    assert!(keys.iter().any(|(text, _)| text == FIGURE));
    assert!(!keys.iter().any(|(text, _)| text.starts_with("(Photo") || text.starts_with("Related")));
}

#[test]
fn a_sentence_that_hangs_is_marked_unless_its_own_stands_before() {
    let hanging = "It will hurt every shop in the old town and each of the families who live from the harbour, traders warned.";
    let keys = keys("Bridge", &[LEAD, FILLER, FIGURE, hanging, FILLER]);
    for (text, needs_context) in keys.iter().filter(|(text, _)| text == hanging) {
        let shown = keys.iter().any(|(text, _)| text == FIGURE);
        assert_eq!(*needs_context, !shown, "{text}");
    }
}

#[test]
fn what_is_said_twice_is_shown_once() {
    let keys = keys("Bridge", &[LEAD, LEAD, FIGURE, FILLER, FILLER]);
    assert_eq!(keys.iter().filter(|(text, _)| text == LEAD).count(), 1);
}

#[test]
fn a_short_note_has_none() {
    assert!(keys("Bridge", &[LEAD, FIGURE]).is_empty());
}

#[test]
fn of_a_short_story_few_are_shown() {
    let more = [
        "Ferries from Dunmore could start in June if the county finds a company that is willing to run them.",
        "Sailors asked the port office on Tuesday how long tall boats would have to wait below the old spans.",
        "Nobody was hurt when a lorry broke through the northern railing in March, the Weston police said.",
        "Schools on the far side of the water will open an hour later so that pupils can take the long way.",
    ];
    let six = [LEAD, FIGURE, FILLER, OTHER, more[0], more[1]];
    assert_eq!(keys("Bridge", &six).len(), 3);
    let eight = [LEAD, FIGURE, FILLER, OTHER, more[0], more[1], more[2], more[3]];
    assert_eq!(keys("Bridge", &eight).len(), 5);
}

#[test]
fn questions_that_stand_alone_are_headings() {
    let question =
        "What will it cost the Weston council to close the old harbour bridge on Monday for repairs?";
    let keys = keys("Council closes Weston bridge", &[question, LEAD, FILLER, FIGURE, OTHER]);
    assert!(!keys.is_empty() && keys.iter().all(|(text, _)| text != question));
}

#[test]
fn what_the_title_tells_comes_before_the_scene_that_opens_the_story() {
    let scene = "Fog lay on the water on Monday when Ann Mears, Paul Orr and Tom Lind of Dunmore walked down to their boats at dawn.";
    let more = "Gulls cried over the roofs of Dunmore, and nobody in the narrow streets spoke a word for a long time.";
    let lines = [scene, more, LEAD, FILLER, OTHER, FIGURE];
    let first = |title: &str| keys(title, &lines).into_iter().next().map(|(text, _)| text);
    assert_eq!(first("Council closes Weston bridge after engineers find cracks").as_deref(), Some(LEAD));
    assert_eq!(first("Dunmore").as_deref(), Some(scene));
}

#[test]
fn words_of_news_weigh_and_years_long_past_do_not() {
    let score = |line: &str| {
        let text = [LEAD, line, FILLER].join("\n");
        let story = Story { published: Some("2024-05-06".to_owned()), text, ..Story::default() };
        weigh::all(&Document::of(&story), &Facts::default())[1].score
    };
    let line = |verb: &str, year: &str| {
        format!(
            "The old harbour office of the town {verb} beside the quay in the year {year} and looked over all of it."
        )
    };
    let plain = score(&line("stood", "2024"));
    assert!(score(&line("stood", "2019")) < plain);
    assert_eq!(score(&line("stood", "2023")), plain);
    for verb in ["died", "said", "will"] {
        assert!(score(&line(verb, "2024")) > plain, "{verb}");
    }
}

#[test]
fn what_stands_under_a_picture_is_no_key_sentence() {
    let caption = "In this Monday, Nov. 4 photo, the old Weston bridge is closed. The harbour council voted to close it after engineers found cracks in two piers of the bridge.";
    let keys = keys("Council closes Weston bridge", &[caption, LEAD, FILLER, FIGURE, OTHER, FILLER]);
    assert!(!keys.is_empty() && keys.iter().all(|(text, _)| !caption.contains(text.as_str())));
}
