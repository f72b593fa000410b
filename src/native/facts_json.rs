//! Facts -> JSON: what `facts` prints and `batch --format facts` writes.
//!
//! Offsets are Unicode code points into the story's text; `speaker` is a name; key sentences best first.

use crate::facts::Anchor;
use crate::facts::Date;
use crate::facts::Facts;
use crate::facts::KeySentence;
use crate::facts::Person;
use crate::facts::Quantity;
use crate::facts::Quote;
use crate::facts::Story;
use serde_json::Value;
use serde_json::json;

/// One story's facts as an object.
pub fn facts_json(story: &Story, facts: &Facts) -> Value {
    let text = Text::new(&story.text);
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

/// The story's text with its byte offsets as code points.
struct Text<'a> {
    text: &'a str,
    /// Shape: byte offset of each code point, and of the end.
    starts: Vec<u32>,
}

impl Text<'_> {
    fn new(text: &str) -> Text<'_> {
        let starts = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        Text { text, starts }
    }

    /// Units: in bytes, out code points.
    fn at(&self, byte: u32) -> usize {
        self.starts.partition_point(|start| *start < byte)
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
