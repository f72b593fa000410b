//! Tells filler from a story: what some pages put behind a blur so that there is something to blur.

use crate::order;
use crate::page::NodeId;
use crate::page::Page;
use crate::rules::phrases::fold;
use crate::rules::phrases::runs_on;
use crate::text::Words;
use crate::text::word_list;

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
const LOREM: Words = word_list![
    "lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing", "eiusmod", "tempor", "incididunt", "labore",
    "dolore", "aliqua", "veniam", "nostrud", "ullamco", "laboris", "aliquip", "consequat", "irure", "voluptate",
    "cillum", "fugiat", "pariatur", "excepteur", "occaecat", "cupidatat", "proident", "deserunt", "mollit", "laborum",
];
const LOREM_WORDS: usize = 3;

/// The story's text that anyone can read: what filler is told by.
pub(super) struct Shown {
    /// Its words and its sentences, folded, in order.
    words: Vec<String>,
    sentences: Vec<String>,
    /// How many words it has.
    length: usize,
}

impl Shown {
    /// Of paragraphs.
    pub fn new(paragraphs: impl Iterator<Item = String>) -> Shown {
        let (mut all_words, mut all_sentences) = (Vec::new(), Vec::new());
        for text in paragraphs.map(|p| fold(&p)) {
            all_words.extend(words(&text).map(str::to_owned));
            all_sentences.extend(sentences(&text).map(str::to_owned));
        }
        let length = all_words.len();
        for list in [&mut all_words, &mut all_sentences] {
            order::sort(list);
            list.dedup();
        }
        Shown { words: all_words, sentences: all_sentences, length }
    }

    /// True if `node` holds filler.
    pub fn is_filler(&self, page: &Page, node: NodeId) -> bool {
        let text = fold(&page.text_content(node));
        is_lorem(&text)
            || !is_letters(&text)
            || repeats(&text)
            || self.is_repeated(&text)
            || !self.goes_on(&text)
    }

    fn is_repeated(&self, text: &str) -> bool {
        let (mut all, mut again) = (0, 0);
        for sentence in sentences(text) {
            all += 1;
            let at = self.sentences.partition_point(|have| have.as_str() < sentence);
            again += usize::from(self.sentences.get(at).is_some_and(|have| have.starts_with(sentence)));
        }
        all > 0 && again as f32 > all as f32 * REPEAT_SHARE
    }

    /// True if the text is in the words of the story, or if that cannot be told.
    fn goes_on(&self, text: &str) -> bool {
        let own = words(text).count();
        if text.chars().any(runs_on) || self.length < ENOUGH || own < ENOUGH {
            return true;
        }
        let known = |word: &&str| self.words.binary_search_by(|have| have.as_str().cmp(word)).is_ok();
        let shared = words(text).filter(known).count();
        shared as f32 >= own as f32 * SHARED_WORDS
    }
}

fn is_lorem(text: &str) -> bool {
    words(text).filter(|w| LOREM.has(w)).count() >= LOREM_WORDS
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
        let shown = Shown::new(std::iter::once(SHOWN.to_owned()));
        assert_eq!(shown.is_filler(&page, p), expected, "{text}");
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
