//! A reading, as it crosses. `extension/shared/` names the same.

use serde::Serialize;

use crate::Reading;
use crate::article::Article;
use crate::article::Coverage;
use crate::article::NoArticle;
use crate::article::RemovedReason;
use crate::article::coverage;
use crate::facts::LineKind;
use crate::facts::Story;
use crate::reader::Reader;
use crate::reader::Step;
use crate::story;

/// What came of a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// True: capture the page again, node by node; the rest is empty.
    recapture: bool,
    /// True: an age check is up; nothing else is told.
    age_check: bool,
    /// None: no story here.
    reader: Option<View>,
    /// None: there is a story.
    found: Option<Found>,
    /// What facts are still to be found in. None: they are in the reader view.
    story: Option<StoryGiven>,
}

/// The markup does not hold the elements the hands numbered.
pub const RECAPTURE: Answer = Answer { recapture: true, ..EMPTY };

const EMPTY: Answer = Answer { recapture: false, age_check: false, reader: None, found: None, story: None };

/// A story as it crosses, to come back for its facts. `crate::web` reads the same fields.
#[derive(Serialize)]
struct StoryGiven {
    title: Option<String>,
    text: String,
    /// A letter a line, as in [`line_letter`].
    lines: String,
    published: Option<String>,
    lang: Option<String>,
}

/// The key facts, to stand beside the story.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Panel {
    facts: Vec<Mark>,
    has_facts: bool,
    spots: Vec<u32>,
}

/// The reader view.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct View {
    title: String,
    lang: Option<String>,
    rtl: bool,
    article: Vec<Mark>,
    facts: Vec<Mark>,
    has_facts: bool,
    spots: Vec<u32>,
}

/// What was found instead of a story. Units: characters.
#[derive(Serialize)]
struct Found {
    characters: u32,
    needed: u32,
}

/// One piece of a list of steps. A number opens the element of that index, or is one of the codes below, which say
/// what the next piece is; a text on its own is a text; a list is a phrase's key and what it speaks of.
#[derive(Serialize)]
#[serde(untagged)]
enum Mark {
    Number(i32),
    Text(String),
    Say(Vec<String>),
}

/// Goes back to the parent element.
const CLOSE: i32 = -1;
/// The next piece is a date.
const DATE: i32 = -2;
/// Minus the attribute's index: the next piece is its value.
const FIRST_ATTRIBUTE: i32 = -10;
/// Minus the sentence's number: the next piece is a text that belongs to it.
const FIRST_SENTENCE: i32 = -100;

/// A story longer than this is not handed to and fro: its facts come with it. Units: bytes; about 5,000 words.
const LONGEST_HANDED: usize = 30_000;

/// The story whose facts come after it. None: there is none to show, or its facts come with it.
pub fn handed(reading: &Reading) -> Option<Story> {
    let article = reading.article.as_ref().ok().filter(|_| !reading.covers.age_check)?;
    Some(story(article)).filter(|story| story.text.len() <= LONGEST_HANDED)
}

/// A reading of which only the sentences are known, as the hands read it: the story to find the facts in comes along, or
/// the facts themselves.
pub fn opening(mut reading: Reading, url: &str) -> Answer {
    let Some(story) = handed(&reading) else {
        reading.facts = reading.article.as_ref().map(|a| crate::facts::pick(&story(a))).unwrap_or_default();
        return answer(&reading, url);
    };
    let mut answer = answer(&reading, url);
    if let Some(view) = &mut answer.reader {
        view.facts.clear();
        let lines = story.lines.iter().map(|line| line_letter(*line)).collect();
        let Story { title, text, published, lang, .. } = story;
        answer.story = Some(StoryGiven { title, text, lines, published, lang });
    }
    answer
}

/// How a kind of line crosses.
fn line_letter(line: LineKind) -> char {
    match line {
        LineKind::Paragraph => 'p',
        LineKind::Heading => 'h',
        LineKind::Other => 'o',
    }
}

/// The kind of line of a letter; a paragraph where it is none of them.
pub fn line_of_letter(letter: char) -> LineKind {
    match letter {
        'h' => LineKind::Heading,
        'o' => LineKind::Other,
        _ => LineKind::Paragraph,
    }
}

/// The facts of a story as the hands read them.
pub fn panel(story: &Story) -> Panel {
    let facts = crate::facts::pick(story);
    Panel {
        facts: marks(crate::reader::render_facts(&facts, &story.text)),
        has_facts: crate::reader::has_facts(&facts),
        spots: crate::reader::spots(&facts, &story.text),
    }
}

/// The reading as the hands read it.
pub fn answer(reading: &Reading, url: &str) -> Answer {
    if reading.covers.age_check {
        return Answer { age_check: true, ..EMPTY };
    }
    match &reading.article {
        Ok(article) => {
            let reader = crate::reader::render(article, &story(article), &reading.facts, url);
            Answer { reader: Some(view(reader)), ..EMPTY }
        }
        Err(NoArticle { characters_found, characters_needed }) => {
            let found = Found { characters: *characters_found, needed: *characters_needed };
            Answer { found: Some(found), ..EMPTY }
        }
    }
}

/// What was left out, and how much that is beside what was taken. Units: words.
#[derive(Default, Serialize)]
pub struct LeftOut<'a> {
    taken: u32,
    all: u32,
    running: u32,
    pieces: Vec<Piece<'a>>,
}

/// One piece of text that was left out.
#[derive(Serialize)]
struct Piece<'a> {
    text: &'a str,
    reason: &'static str,
}

/// What was left out of a story, as the hands list it. None: there is no story.
pub fn left_out(article: Option<&Article>) -> LeftOut<'_> {
    let Some(article) = article else { return LeftOut::default() };
    let Coverage { taken, all, running } = coverage(article);
    let pieces = article.removed.iter().map(|r| Piece { text: &r.text, reason: reason(r.reason) });
    LeftOut { taken, all, running, pieces: pieces.collect() }
}

/// The end of its phrase's key.
fn reason(reason: RemovedReason) -> &'static str {
    match reason {
        RemovedReason::Cover => "cover",
        RemovedReason::SignUp => "signUp",
        RemovedReason::Navigation => "navigation",
        RemovedReason::Related => "related",
        RemovedReason::Comments => "comments",
        RemovedReason::AppPrompt => "appPrompt",
        RemovedReason::Banner => "banner",
        RemovedReason::Repeated => "repeated",
        RemovedReason::Metadata => "metadata",
        RemovedReason::Other => "other",
    }
}

fn view(reader: Reader) -> View {
    View {
        title: reader.title,
        lang: reader.lang,
        rtl: reader.rtl,
        article: marks(reader.article),
        facts: marks(reader.facts),
        has_facts: reader.has_facts,
        spots: reader.spots,
    }
}

fn marks(steps: Vec<Step>) -> Vec<Mark> {
    let mut out = Vec::with_capacity(steps.len() * 2);
    for step in steps {
        match step {
            Step::Open(tag) => out.push(Mark::Number(tag as i32)),
            Step::Attr(attr, value) => {
                out.push(Mark::Number(FIRST_ATTRIBUTE - attr as i32));
                out.push(Mark::Text(value));
            }
            Step::Text(text) => out.push(Mark::Text(text)),
            Step::Sentence(number, text) => {
                let number = i32::try_from(number).unwrap_or_default();
                out.extend([Mark::Number(FIRST_SENTENCE - number), Mark::Text(text)]);
            }
            Step::Say(word, about) => {
                let key = std::iter::once(word.name().to_owned());
                out.push(Mark::Say(key.chain(about).collect()));
            }
            Step::Date(iso) => out.extend([Mark::Number(DATE), Mark::Text(iso)]),
            Step::Close => out.push(Mark::Number(CLOSE)),
        }
    }
    out
}
