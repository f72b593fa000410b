//! Facts -> where their words stand in their sentences, so that the hands can mark them in the story.

use crate::facts::Anchor;
use crate::facts::Facts;

/// Kinds of facts whose words are marked, by number: people, organisations, places, dates, figures. What somebody says
/// and what a story comes to are sentences by themselves.
#[derive(Clone, Copy)]
enum Kind {
    People,
    Organisations,
    Places,
    Dates,
    Figures,
}

/// Four numbers for each place a fact stands at: its sentence, where the words start and end in it, their kind.
///
/// Units: UTF-16 units from the sentence's start, white space not counted, since a reader shows it in its own way; the
/// end is one past the last. `text`: the story's, which the facts are anchored in.
pub fn spots(facts: &Facts, text: &str) -> Vec<u32> {
    let mut spots = Vec::new();
    let mut add = |kind: Kind, at: &Anchor| {
        let Some((from, _)) = facts.sentences.get(at.sentence as usize) else { return };
        let start = ink(text, *from, at.start);
        spots.extend([at.sentence, start, start + ink(text, at.start, at.end), kind as u32]);
    };
    facts.people.iter().flat_map(|p| &p.mentions).for_each(|at| add(Kind::People, at));
    facts.organisations.iter().flat_map(|o| &o.mentions).for_each(|at| add(Kind::Organisations, at));
    facts.places.iter().flat_map(|p| &p.mentions).for_each(|at| add(Kind::Places, at));
    facts.dates.iter().for_each(|date| add(Kind::Dates, &date.at));
    facts.quantities.iter().for_each(|quantity| add(Kind::Figures, &quantity.at));
    spots
}

/// Length of what is not white space, as `\s` of JavaScript has it. Units: UTF-16 units. `from`, `to`: bytes.
fn ink(text: &str, from: u32, to: u32) -> u32 {
    let part = text.get(from as usize..to as usize).unwrap_or("");
    let is_space = |c: char| c == '\u{feff}' || (c.is_whitespace() && c != '\u{85}');
    part.chars().filter(|c| !is_space(*c)).map(|c| c.len_utf16() as u32).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Person;

    #[test]
    fn places_are_counted_in_utf16_without_white_space() {
        let text = "First.\nOn 🚢 the\u{a0}deck Ana\n Moe sang.";
        let start = text.find("Ana").unwrap() as u32;
        let mentions = vec![Anchor { start, end: start + 8, sentence: 1 }];
        let facts = Facts {
            sentences: vec![(0, 6), (7, text.len() as u32)],
            people: vec![Person { mentions, ..Person::default() }],
            ..Facts::default()
        };
        // `On🚢thedeck` is 2 + 2 + 3 + 4 units.
        assert_eq!(spots(&facts, text), [1, 11, 17, 0]);
    }
}
