//! Keeps the place in the story's text while its blocks are written, so that each piece knows its sentence.

use super::writer::Writer;

/// Where the writer stands in the story's text.
///
/// Invariant: blocks are written in the order of the article's leaves, so `at` counts the same bytes the facts'
/// anchors count.
pub(super) struct Place<'a> {
    /// Half-open byte ranges, in order, not overlapping.
    sentences: &'a [(u32, u32)],
    /// First sentence that may not be over yet.
    next: usize,
    /// Units: bytes into the story's text.
    at: usize,
}

impl<'a> Place<'a> {
    pub fn new(sentences: &'a [(u32, u32)]) -> Place<'a> {
        Place { sentences, next: 0, at: 0 }
    }

    /// Writes a text of the story, each piece of a sentence with the sentence's number.
    pub fn text(&mut self, mut text: &str, w: &mut Writer) {
        while !text.is_empty() {
            let (sentence, len) = self.piece(text);
            let (piece, rest) = text.split_at(len);
            match sentence {
                None => w.text(piece),
                Some(number) => w.sentence(number, piece),
            }
            self.at += len;
            text = rest;
        }
    }

    /// Passes over what counts in the text and is not written as text: a line break, the end of a leaf.
    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The sentence `text` starts in, and how many bytes of it belong there. Never 0, never inside a character.
    fn piece(&mut self, text: &str) -> (Option<usize>, usize) {
        while self.sentences.get(self.next).is_some_and(|s| s.1 as usize <= self.at) {
            self.next += 1;
        }
        let Some(&(start, end)) = self.sentences.get(self.next) else { return (None, text.len()) };
        let inside = (start as usize) <= self.at;
        let border = if inside { end } else { start } as usize - self.at;
        let len = if text.is_char_boundary(border) { border } else { text.len() };
        (inside.then_some(self.next), len.min(text.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::step::Step;
    use super::*;

    /// Writes `pieces` and shows those of a sentence as `number:text|`.
    #[track_caller]
    fn check(sentences: &[(u32, u32)], pieces: &[&str], expected: &str) {
        let mut place = Place::new(sentences);
        let mut w = Writer::default();
        pieces.iter().for_each(|piece| place.text(piece, &mut w));
        let shown: Vec<String> = w.finish().iter().map(show).collect();
        assert_eq!(shown.concat(), expected);
    }

    fn show(step: &Step) -> String {
        match step {
            Step::Sentence(number, text) => format!("{number}:{text}|"),
            Step::Text(text) => format!("{text}|"),
            _ => panic!("{step:?}"),
        }
    }

    #[test]
    fn text_is_split_at_sentence_borders() {
        check(&[(0, 4), (5, 9)], &["One. Two."], "0:One.| |1:Two.|");
        check(&[(0, 9)], &["One ", "and two"], "0:One |0:and t|wo|");
        check(&[], &["No sentences"], "No sentences|");
        check(&[(2, 4)], &["a bc d"], "a |0:bc| d|");
    }

    #[test]
    fn a_border_inside_a_character_splits_nothing() {
        check(&[(0, 1)], &["é."], "0:é.|");
    }
}
