//! Tells filler from a story: what some pages put behind a blur so that there is something to blur.

use crate::order;
use crate::page::NodeId;
use crate::page::Page;
use crate::rules::phrases::fold;
use crate::rules::phrases::runs_on;

/// Sentences shorter than this repeat by chance. Units: characters.
const SENTENCE: usize = 25;
/// Filler repeats itself at least this often, and in this share of its sentences.
const REPEATS: usize = 2;
const REPEAT_SHARE: f32 = 0.34;
/// Text goes on in the words of its beginning: in one language, a third and more of the words of a paragraph occur in
/// the paragraphs before. Below this share it is another language, or none. Units: ratio.
const SHARED_WORDS: f32 = 0.08;
/// With fewer words on either side that cannot be told. Units: words.
const ENOUGH: usize = 30;
/// Text is mostly letters. Units: ratio.
const LETTERS: f32 = 0.5;
/// The words of the placeholder text everybody uses; this many of them in one text give it away.
#[rustfmt::skip]
const LOREM: &[&str] = &[
    "lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing", "eiusmod", "tempor", "incididunt", "labore",
    "dolore", "aliqua", "veniam", "nostrud", "ullamco", "laboris", "aliquip", "consequat", "irure", "voluptate",
    "cillum", "fugiat", "pariatur", "excepteur", "occaecat", "cupidatat", "proident", "deserunt", "mollit", "laborum",
];
const LOREM_WORDS: usize = 3;

/// True if `node` holds filler; `shown` is the story's text that anyone can read, folded.
pub(super) fn is_filler(page: &Page, node: NodeId, shown: &str) -> bool {
    let text = fold(&page.text_content(node));
    is_lorem(&text)
        || !is_letters(&text)
        || repeats(&text)
        || repeats_story(&text, shown)
        || !goes_on(&text, shown)
}

fn is_lorem(text: &str) -> bool {
    words(text).filter(|w| LOREM.contains(w)).count() >= LOREM_WORDS
}

fn is_letters(text: &str) -> bool {
    let marks = text.chars().filter(|c| !c.is_whitespace()).count();
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    letters as f32 >= marks as f32 * LETTERS
}

fn repeats(text: &str) -> bool {
    let mut sentences: Vec<&str> = sentences(text).collect();
    let all = sentences.len();
    order::sort(&mut sentences);
    sentences.dedup();
    let again = all - sentences.len();
    again >= REPEATS && again as f32 >= all as f32 * REPEAT_SHARE
}

fn repeats_story(text: &str, shown: &str) -> bool {
    let (mut all, mut again) = (0, 0);
    for sentence in sentences(text) {
        all += 1;
        again += usize::from(shown.contains(sentence));
    }
    all > 0 && again as f32 > all as f32 * REPEAT_SHARE
}

/// True if the text is in the words of the story, or if that cannot be told.
fn goes_on(text: &str, shown: &str) -> bool {
    if text.chars().any(runs_on) {
        return true;
    }
    let mut known: Vec<&str> = words(shown).collect();
    let own = words(text).count();
    if known.len() < ENOUGH || own < ENOUGH {
        return true;
    }
    order::sort(&mut known);
    let shared = words(text).filter(|w| known.binary_search(w).is_ok()).count();
    shared as f32 >= own as f32 * SHARED_WORDS
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', '。']).map(str::trim).filter(|s| s.chars().count() > SENTENCE)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Tag;
    use crate::page::parse_serialized;

    const SHOWN: &str = "the depot at the end of the line was built for trams and is now the home of forty buses that \
        run on rain or so the drivers say because the roof feeds the tank and the tank feeds the wash";

    fn check(text: &str, expected: bool) {
        let page = parse_serialized(&format!("<html><p>{text}</p></html>"), "").page;
        let p = page.find(NodeId::ROOT, Tag::P).unwrap();
        assert_eq!(is_filler(&page, p, SHOWN), expected, "{text}");
    }

    #[test]
    fn filler_is_known_by_its_text() {
        check("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", true);
        check("████ ███ ██████ ██ ████", true);
        check(&"The rest of this text is hidden from view. ".repeat(5), true);
        check(
            "Gur qrcbg ng gur raq bs gur yvar jnf ohvyg sbe genzf naq vf abj gur ubzr bs sbegl ohfrf gung eha ba \
             enva be fb gur qevref fnl orpnhfr gur ebbs srrqf gur gnax",
            true,
        );
    }

    #[test]
    fn a_story_that_goes_on_is_not_filler() {
        check(
            "Nobody at the depot expected the rain to last, and the drivers who had bet on it were the first to say \
             that the tank was too small for the summer that was coming to the valley.",
            false,
        );
        check("“It did not come back.”", false);
    }
}
