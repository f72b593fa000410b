//! Facts -> JSON: what `facts` prints and `batch --format facts` writes, and what a program in a browser is given.
//!
//! `speaker` is a name; key sentences best first.

use super::Anchor;
use super::Date;
use super::Facts;
use super::KeySentence;
use super::Person;
use super::Quantity;
use super::Quote;
use super::Story;
use serde_json::Value;
use serde_json::json;

/// What offsets into the story's text count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Unicode code points, as Python counts.
    CodePoints,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// One story's facts as an object.
pub fn json(story: &Story, facts: &Facts, units: Units) -> Value {
    let text = Text::new(&story.text, units);
    json!({
        "version": 1,
        "title": story.title,
        "pub_date": story.published,
        "text": story.text,
        "sentences": facts.sentences.iter().map(|&(start, end)| [text.at(start), text.at(end)]).collect::<Vec<_>>(),
        "people": facts.people.iter().map(|p| person(&text, p)).collect::<Vec<_>>(),
        "organisations": facts.organisations.iter()
            .map(|o| named(&text, &o.name, &o.mentions, o.confidence, o.salience, ("short", json!(o.short))))
            .collect::<Vec<_>>(),
        "places": facts.places.iter()
            .map(|p| named(&text, &p.name, &p.mentions, p.confidence, p.salience, ("country", json!(p.country))))
            .collect::<Vec<_>>(),
        "dates": facts.dates.iter().map(|d| date(&text, d)).collect::<Vec<_>>(),
        "quantities": facts.quantities.iter().map(|q| quantity(&text, q)).collect::<Vec<_>>(),
        "quotes": facts.quotes.iter().map(|q| quote(&text, q)).collect::<Vec<_>>(),
        "key_sentences": facts.key_sentences.iter().filter_map(|k| key_sentence(&text, facts, k)).collect::<Vec<_>>(),
        "withheld": {
            "people": facts.withheld.people,
            "organisations": facts.withheld.organisations,
            "places": facts.withheld.places,
            "quotes": facts.withheld.quotes,
            "roles": facts.withheld.roles,
        },
    })
}

/// The story's text, and where each of its characters stands in bytes and in the units asked for.
struct Text<'a> {
    text: &'a str,
    /// Shape: byte offset of each character, and of the end.
    bytes: Vec<u32>,
    /// Shape: the same in the units asked for.
    offsets: Vec<u32>,
}

impl Text<'_> {
    fn new(text: &str, units: Units) -> Text<'_> {
        let (mut bytes, mut offsets) = (Vec::new(), Vec::new());
        let mut offset = 0;
        for (byte, character) in text.char_indices() {
            bytes.push(byte as u32);
            offsets.push(offset);
            offset += match units {
                Units::CodePoints => 1,
                Units::Utf16 => character.len_utf16() as u32,
            };
        }
        bytes.push(text.len() as u32);
        offsets.push(offset);
        Text { text, bytes, offsets }
    }

    /// The offset of a byte; that of the end for a byte beyond it.
    fn at(&self, byte: u32) -> u32 {
        let place = self.bytes.partition_point(|start| *start < byte);
        self.offsets[place.min(self.offsets.len() - 1)]
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    fn anchor(&self, anchor: &Anchor) -> Value {
        json!({
            "text": self.slice(anchor.start, anchor.end),
            "sent": anchor.sentence,
            "start": self.at(anchor.start),
            "end": self.at(anchor.end),
        })
    }
}

/// An entity, with the place of its first mention as its own.
fn named(
    text: &Text,
    name: &str,
    mentions: &[Anchor],
    confidence: f32,
    salience: f32,
    own: (&str, Value),
) -> Value {
    json!({
        "name": name,
        own.0: own.1,
        "mentions": mentions.iter().map(|m| text.anchor(m)).collect::<Vec<_>>(),
        "confidence": confidence,
        "salience": salience,
    })
}

fn person(text: &Text, person: &Person) -> Value {
    let (name, mentions) = (&person.name, &person.mentions);
    let role = person.role.as_ref().map(|(role, _)| role);
    let mut out = named(text, name, mentions, person.confidence, person.salience, ("role", json!(role)));
    out["role_anchor"] = json!(person.role.as_ref().map(|(_, at)| text.anchor(at)));
    out
}

/// `fields` with the anchor's place added.
fn placed(text: &Text, at: &Anchor, mut fields: Value) -> Value {
    fields["sent"] = json!(at.sentence);
    fields["start"] = json!(text.at(at.start));
    fields["end"] = json!(text.at(at.end));
    fields
}

fn date(text: &Text, date: &Date) -> Value {
    let fields = json!({
        "text": date.text,
        "iso": date.iso,
        "grain": date.grain,
        "relative": date.relative,
        "rule": date.rule,
        "anchor_date": date.anchor_date,
    });
    placed(text, &date.at, fields)
}

fn quantity(text: &Text, quantity: &Quantity) -> Value {
    let fields = json!({
        "text": quantity.text,
        "value": quantity.value,
        "unit": quantity.unit,
        "unit_kind": quantity.unit_kind,
        "approx": quantity.approx,
        "of": quantity.of,
    });
    placed(text, &quantity.at, fields)
}

fn quote(text: &Text, quote: &Quote) -> Value {
    json!({
        "parts": quote.parts.iter().map(|p| text.anchor(p)).collect::<Vec<_>>(),
        "speaker": quote.speaker.as_ref().map(|s| &s.name),
        "via": quote.speaker.as_ref().map(|s| s.via),
        "cue": quote.cue.as_ref().map(|c| text.slice(c.start, c.end)),
        "kind": if quote.direct { "direct" } else { "partial" },
        "confidence": quote.confidence,
    })
}

fn key_sentence(text: &Text, facts: &Facts, key: &KeySentence) -> Option<Value> {
    let &(start, end) = facts.sentences.get(key.sentence as usize)?;
    let mut out = text.anchor(&Anchor { sentence: key.sentence, start, end });
    out["score"] = json!(key.score);
    out["why"] = json!(key.why);
    out["needs_context"] = json!(key.needs_context);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_what_they_are_asked_to() {
        for (units, wanted) in [(Units::CodePoints, [0, 1, 2, 5]), (Units::Utf16, [0, 2, 3, 6])] {
            let text = Text::new("𝒳éabc", units);
            assert_eq!([0, 4, 6, 9].map(|byte| text.at(byte)), wanted);
            assert_eq!(text.at(99), wanted[3]);
        }
    }
}
