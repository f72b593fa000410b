//! Article -> Facts: who, where, when, how much, who said what, and the sentences that carry the story.
//!
//! In: a [`Story`], the article's lines of plain text. Out: [`Facts`], every item anchored in that text.
//! Extractive only: nothing shown is written by us. What is under the confidence bar is counted, not shown.

mod attribution;
mod dates;
mod document;
mod key_sentences;
mod names;
mod quantities;
mod quotes;
mod roles;
mod salience;
pub mod write;

use document::Document;

/// What facts are looked for in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The headline; helps to weigh, is never quoted from.
    pub title: Option<String>,
    /// Lines of running text, joined by `\n`: the leaves of the article, in order. Anchors point into this.
    pub text: String,
    /// Shape: one for each line of `text`.
    pub lines: Vec<LineKind>,
    /// `YYYY-MM-DD`. None: relative dates stay unresolved.
    pub published: Option<String>,
    /// BCP 47; None is read as English.
    pub lang: Option<String>,
}

/// What a line of the story is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LineKind {
    #[default]
    Paragraph,
    Heading,
    Other,
}

/// A piece of [`Story::text`]. Units: bytes of UTF-8, half-open; the borders convert to code points or UTF-16.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub struct Anchor {
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
    pub start: u32,
    pub end: u32,
}

/// The facts of a story. Lists are ordered as they are to be shown; field rules stand in the schema of each type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Half-open byte ranges into the story's text, in order, not overlapping.
    pub sentences: Vec<(u32, u32)>,
    /// By salience, highest first.
    pub people: Vec<Person>,
    /// By salience, highest first.
    pub organisations: Vec<Organisation>,
    /// By salience, highest first.
    pub places: Vec<Place>,
    /// By sentence score.
    pub dates: Vec<Date>,
    /// By sentence score, money and casualties first.
    pub quantities: Vec<Quantity>,
    /// By speaker salience and length.
    pub quotes: Vec<Quote>,
    /// Best first; shown in article order.
    pub key_sentences: Vec<KeySentence>,
    /// How many candidates stayed under the confidence bar.
    pub withheld: Withheld,
    /// True: the story is longer than [`MOST_BYTES`], and the facts are those of its first part.
    pub cut: bool,
    /// Which kinds were looked for in the story's language.
    pub scope: Scope,
}

/// What a language's tables allow to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything: English.
    #[default]
    All,
    /// Neither organisations nor roles: languages with tables but without lists of names.
    Some,
    /// Words in marks and key sentences: any other language.
    Few,
}

/// How much of a story is looked at: about 40,000 words of English. Units: bytes of UTF-8.
pub const MOST_BYTES: usize = 240_000;

/// One human being.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Fullest form in the story, title stripped.
    pub name: String,
    /// As written, from the best apposition or prefix; never composed.
    pub role: Option<(String, Anchor)>,
    /// In text order, at least one.
    pub mentions: Vec<Anchor>,
    /// 0..=1.
    pub confidence: f32,
    /// 0..=1.
    pub salience: f32,
}

/// A company, agency, party, team, court, medium.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// Full form.
    pub name: String,
    /// The acronym or short form the story itself ties to it.
    pub short: Option<String>,
    /// In text order, at least one.
    pub mentions: Vec<Anchor>,
    /// 0..=1.
    pub confidence: f32,
    /// 0..=1.
    pub salience: f32,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// As written, fullest form.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// In text order, at least one.
    pub mentions: Vec<Anchor>,
    /// 0..=1.
    pub confidence: f32,
    /// 0..=1.
    pub salience: f32,
}

/// A point or stretch of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Date {
    /// As written.
    pub text: String,
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `YYYY-Www`, `YYYY-Qn`, `A/B`, `…Thh:mm`. None: could not be resolved.
    pub iso: Option<String>,
    /// Grain: "day", "week", "month", "quarter", "year", "interval", "time".
    pub grain: &'static str,
    /// True where it hangs on another date.
    pub relative: bool,
    /// Name of the rule that resolved it.
    pub rule: &'static str,
    /// The date it hangs on.
    pub anchor_date: Option<String>,
    /// Where it stands.
    pub at: Anchor,
}

/// An amount.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// As written.
    pub text: String,
    /// After magnitude words.
    pub value: f64,
    /// ISO 4217, `%`, unit name, or head noun as written.
    pub unit: String,
    /// "money", "percent", "measure", "count", "duration", "age".
    pub unit_kind: &'static str,
    /// "about", "at_least", "at_most", "up_to".
    pub approx: Option<&'static str>,
    /// What it is an amount of.
    pub of: Option<String>,
    /// Where it stands.
    pub at: Anchor,
}

/// Somebody's words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote {
    /// What stands between the marks, marks apart; several for a split quote.
    pub parts: Vec<Anchor>,
    /// None: unattributed.
    pub speaker: Option<Speaker>,
    /// The verb.
    pub cue: Option<Anchor>,
    /// A clause or more in marks; else a fragment.
    pub direct: bool,
    /// 0..=1.
    pub confidence: f32,
}

/// Who is quoted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// Index into [`Facts::people`]. A pronoun alone is never a speaker.
    pub person: Option<usize>,
    /// Index into [`Facts::organisations`].
    pub organisation: Option<usize>,
    /// Name of the person or organisation, else the noun phrase as written.
    pub name: String,
    /// The words in the text that name the speaker. None: carried on from the quote before.
    pub at: Option<Anchor>,
    /// "name", "role", "pronoun", "continuation".
    pub via: &'static str,
}

/// A sentence that carries the story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeySentence {
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
    /// Higher is better; only for ordering.
    pub score: f32,
    /// What spoke for it: "lead", "title", "entities", "figure", "central".
    pub why: Vec<&'static str>,
    /// True where it opens with a pronoun or linking word and the sentence before is not shown.
    pub needs_context: bool,
}

/// Candidates under the confidence bar, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Withheld {
    pub people: u32,
    pub organisations: u32,
    pub places: u32,
    pub quotes: u32,
    pub roles: u32,
}

/// Finds the facts of a story.
pub fn pick(story: &Story) -> Facts {
    let part = first_part_of(story);
    Facts { cut: part.is_some(), ..pick_whole(part.as_ref().unwrap_or(story)) }
}

/// Only the story's sentences, the rest empty: what a story can be shown by before its facts are found.
pub fn sentences(story: &Story) -> Facts {
    let part = first_part_of(story);
    let sentences = Document::of(part.as_ref().unwrap_or(story)).ranges();
    Facts { cut: part.is_some(), sentences, ..Facts::default() }
}

/// A story with as much of its text as is looked at. None: all of it is.
#[inline(never)]
fn first_part_of(story: &Story) -> Option<Story> {
    let text = first_part(&story.text)?.to_owned();
    Some(Story { text, ..story.clone() })
}

/// As much of a text as is looked at, up to the end of a line where one is near. None: all of it.
fn first_part(text: &str) -> Option<&str> {
    let part = text.get(..text.floor_char_boundary(MOST_BYTES)).filter(|part| part.len() < text.len())?;
    let end = part.rfind('\n').filter(|end| *end > MOST_BYTES / 2);
    part.get(..end.unwrap_or(part.len()))
}

fn pick_whole(story: &Story) -> Facts {
    let mut document = Document::of(story);
    let dates = dates::find(&mut document);
    let quantities = quantities::find(&mut document);
    let spans = quotes::find(&document);
    let sentences = document.ranges();
    let scope = match document.language.code {
        "en" => Scope::All,
        "" => Scope::Few,
        _ => Scope::Some,
    };
    let mut facts = Facts { sentences, dates, quantities, scope, ..Facts::default() };
    let names = names::find(&document);
    let roles = roles::find(&document, &names);
    let scene = attribution::Scene { document: &document, names: &names, roles: &roles };
    let voices = attribution::attribute(&scene, &spans);
    let places = salience::fill(&scene, &voices, &mut facts);
    let all = quotes::join(&document, &spans, attribution::said(&scene, voices, &places));
    (facts.quotes, facts.withheld.quotes) = attribution::with_speaker_or_clause(&document, all);
    if !reports(&facts) {
        facts.quantities.clear();
        withhold_unsure(&mut facts);
        return facts;
    }
    key_sentences::find(&document, &mut facts);
    facts
}

/// True for a text that tells what happened: a recipe or a manual says neither when nor who spoke nor who somebody is, and
/// its amounts and openings are no news.
fn reports(facts: &Facts) -> bool {
    // Roles are read in English alone.
    let has_roles = facts.scope == Scope::All;
    let is_told_of = |person: &Person| (person.role.is_some() || !has_roles) && person.mentions.len() > 1;
    let has_people = facts.people.iter().any(is_told_of);
    // Who acts, and where, in most of its sentences.
    let named: usize = facts.places.iter().map(|place| place.mentions.len()).sum::<usize>()
        + facts.organisations.iter().map(|body| body.mentions.len()).sum::<usize>();
    let has_scene = has_roles
        && facts.places.len() > 1
        && !facts.organisations.is_empty()
        && named * 2 > facts.sentences.len();
    has_people
        || has_scene
        || !facts.dates.is_empty()
        || facts.quotes.iter().any(|quote| quote.speaker.is_some())
}

/// How sure a name is where nothing is reported: what manuals and offers write with capitals are seldom names.
/// Units: confidence. Source: names read on 124 pages of all kinds; from .70 on most were right, below it most were wrong.
const SURE: f32 = 0.69;

/// Leaves of the names those that hold without a story around them, and counts the others.
fn withhold_unsure(facts: &mut Facts) {
    let withheld = &mut facts.withheld;
    keep_sure(&mut facts.people, &mut withheld.people, |person| person.confidence);
    keep_sure(&mut facts.organisations, &mut withheld.organisations, |body| body.confidence);
    keep_sure(&mut facts.places, &mut withheld.places, |place| place.confidence);
}

fn keep_sure<T>(items: &mut Vec<T>, withheld: &mut u32, confidence: impl Fn(&T) -> f32) {
    let found = items.len();
    items.retain(|item| confidence(item) >= SURE);
    *withheld += (found - items.len()) as u32;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_text_the_first_part_is_looked_at() {
        let line = "é".repeat(MOST_BYTES * 2 / 5);
        assert_eq!(first_part(&line), None);
        assert_eq!(first_part(&format!("{line}\n{line}")), Some(line.as_str()));
        assert_eq!(first_part(&"é".repeat(MOST_BYTES)).map(str::len), Some(MOST_BYTES));
    }

    #[test]
    fn a_story_abroad_that_tells_of_somebody_twice_has_its_sentences() {
        let story = "Der Präsident hat Tobias Weber und viele andere Gäste aus den Vereinen im Schloss empfangen.\n\
            Tobias Weber dankte ihm im Namen aller, die sich in ihrer Freizeit um die Jugend des Landes kümmern.\n\
            Zu dem Empfang waren junge Menschen aus allen Ländern eingeladen, die sich im Ehrenamt verdient gemacht haben.\n\
            Der Präsident würdigte in seiner Rede die Arbeit der Verbände und versprach ihnen seine weitere Hilfe.";
        let lang = Some("de".to_owned());
        let facts = pick(&Story { text: story.to_owned(), lang, ..Story::default() });
        assert_eq!((facts.people.len(), facts.key_sentences.is_empty()), (1, false));
    }

    #[test]
    fn who_acts_and_where_is_a_story_without_a_day() {
        let text = "Peru is calm after at least 20 people were killed in Lima. The United Nations and Peru will talk.";
        let facts = pick(&Story { text: text.to_owned(), ..Story::default() });
        assert_eq!(facts.quantities.first().map(|quantity| quantity.value), Some(20.0));
    }

    #[test]
    fn a_day_is_no_part_of_a_role() {
        let published = Some("2024-05-07".to_owned());
        let text = "On Monday Senator Mary Smith left the board.".to_owned();
        let facts = pick(&Story { text, published, ..Story::default() });
        let role = facts.people.first().and_then(|person| person.role.as_ref());
        assert_eq!(role.map(|(role, _)| role.as_str()), Some("Senator"));
    }

    #[test]
    fn a_manual_names_only_what_is_known() {
        let manual = "Use OpenAI or another model, then Locally Linear Embedding (LLE) to make it small.\n\
            In Logistic Regression a line parts what is to be told apart, and Locally Linear Embedding helps.";
        let facts = pick(&Story { text: manual.to_owned(), ..Story::default() });
        let names: Vec<&str> = facts.organisations.iter().map(|body| body.name.as_str()).collect();
        assert_eq!((names.as_slice(), facts.places.len()), (["OpenAI"].as_slice(), 0));
        assert!(facts.withheld.organisations > 0);
    }

    #[test]
    fn a_recipe_has_no_story() {
        let recipe = "Heat 200 grams of butter in a large pan until it foams and turns golden at the edges.\n\
            Add two cups of flour and stir for ten minutes so that no lumps are left in the pan.\n\
            Pour in 500 ml of milk slowly, and keep stirring while the sauce thickens over low heat.\n\
            Season with salt, pepper and some nutmeg, then serve it hot with 12 potatoes or fresh bread.";
        let facts = pick(&Story { text: recipe.to_owned(), ..Story::default() });
        assert_eq!((facts.quantities.len(), facts.key_sentences.len()), (0, 0));
    }
}
