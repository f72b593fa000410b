//! Names -> the lists a reader sees, by what matters most.
//!
//! In: names with roles and with who is quoted. Out: people, organisations and places, highest salience first.
//! Promise: the order depends on nothing but the story.

use super::Anchor;
use super::Facts;
use super::Organisation;
use super::Person;
use super::Place;
use super::attribution::Scene;
use super::attribution::Voice;
use super::document::Document;
use super::names::Kind;
use super::names::Mention;
use super::names::Named;
use super::roles;
use crate::order;
use crate::text::lower;
use crate::text::words::words_of;

/// What is known of a name apart from its mentions.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    /// The role as written.
    role: Option<Anchor>,
    /// True where a quote is theirs.
    speaks: bool,
}

/// Weights of salience; they add up to one. Source: the facts schema.
const MENTIONS: f32 = 0.35;
const TITLE: f32 = 0.25;
const EARLY: f32 = 0.2;
const SPEAKS: f32 = 0.1;
const ROLE: f32 = 0.1;
/// Mentions from which more of them add nothing.
const MANY_MENTIONS: f32 = 12.0;

/// Fills the lists of people, organisations and places. Gives, for each name, its index in the list of its kind.
pub(crate) fn fill(scene: &Scene, voices: &[Option<Voice>], facts: &mut Facts) -> Vec<usize> {
    let (document, names) = (scene.document, scene.names);
    let speaks = |i: usize| voices.iter().flatten().any(|voice| voice.named == Some(i));
    let role = |i: usize| roles::anchor(document, scene.roles.get(i).and_then(Option::as_ref));
    let title: Vec<String> = words(document.story.title.as_deref().unwrap_or(""));
    let mut order: Vec<(usize, f32)> = Vec::with_capacity(names.all.len());
    for (i, named) in names.all.iter().enumerate() {
        let standing = Standing { role: role(i), speaks: speaks(i) };
        order.push((i, salience(document, named, standing, &title)));
    }
    order::sort_by(&mut order, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut places = vec![0; names.all.len()];
    for (i, score) in order {
        let Some(named) = names.get(i) else { continue };
        places[i] = push(document, named, role(i), score, facts);
    }
    facts.withheld.people = names.withheld[0];
    facts.withheld.organisations = names.withheld[1];
    facts.withheld.places = names.withheld[2];
    places
}

fn push(document: &Document, named: &Named, role: Option<Anchor>, salience: f32, facts: &mut Facts) -> usize {
    let written = |m: Mention| document.anchor(m.first..m.end).map_or("", |at| document.text(at)).to_owned();
    let mut mentions: Vec<Anchor> = Vec::new();
    for mention in &named.mentions {
        mentions.extend(document.anchor(mention.first..mention.end));
    }
    let (name, confidence) = (written(named.full), named.confidence);
    match named.kind {
        Kind::Person => {
            let role = role.map(|at| (document.text(at).to_owned(), at));
            facts.people.push(Person { name, role, mentions, confidence, salience });
            facts.people.len() - 1
        }
        Kind::Organisation => {
            facts.organisations.push(Organisation {
                name,
                short: named.short.map(written),
                mentions,
                confidence,
                salience,
            });
            facts.organisations.len() - 1
        }
        Kind::Place => {
            facts.places.push(Place { name, country: named.country, mentions, confidence, salience });
            facts.places.len() - 1
        }
    }
}

fn salience(document: &Document, named: &Named, standing: Standing, title: &[String]) -> f32 {
    let mentions = (1.0 + named.mentions.len() as f32).ln() / (1.0 + MANY_MENTIONS).ln();
    let first = named.mentions.first().map_or(0, |m| document.sentence_of(m.first));
    let name = document.anchor(named.full.first..named.full.end).map_or("", |at| document.text(at));
    let last = words(name).pop();
    let in_title = last.is_some_and(|word| title.contains(&word));
    let as_one = |holds: bool| f32::from(u8::from(holds));
    MENTIONS * mentions.min(1.0)
        + TITLE * as_one(in_title)
        + EARLY / (1.0 + first as f32).sqrt()
        + SPEAKS * as_one(standing.speaks)
        + ROLE * as_one(standing.role.is_some())
}

/// Lower-case words of letters and digits.
fn words(text: &str) -> Vec<String> {
    words_of(text).map(lower).collect()
}
