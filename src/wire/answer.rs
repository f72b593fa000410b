//! A reading, as it crosses. `extension/shared/` names the same.

use crate::Reading;
use crate::article::Article;
use crate::article::Coverage;
use crate::article::NoArticle;
use crate::article::Removed;
use crate::article::RemovedReason;
use crate::article::coverage;
use crate::facts::LineKind;
use crate::facts::Story;
use crate::json::Json;
use crate::json::list;
use crate::json::object;
use crate::reader::Reader;
use crate::reader::Step;
use crate::story;

// A list of steps crosses as a list of pieces. A number opens the element of that index, or is one of the codes below,
// which say what the next piece is; a text on its own is a text; a list is a phrase's key and what it speaks of.

/// Goes back to the parent element.
const CLOSE: i64 = -1;
/// The next piece is a date.
const DATE: i64 = -2;
/// Minus the attribute's index: the next piece is its value.
const FIRST_ATTRIBUTE: i64 = -10;
/// Minus the sentence's number: the next piece is a text that belongs to it.
const FIRST_SENTENCE: i64 = -100;

/// A story longer than this is not handed to and fro: its facts come with it. Units: bytes; about 5,000 words.
const LONGEST_HANDED: usize = 30_000;

/// The story whose facts come after it. None: there is none to show, or its facts come with it.
pub fn handed(reading: &Reading) -> Option<Story> {
    let article = reading.article.as_ref().ok().filter(|_| !reading.covers.age_check)?;
    Some(story(article)).filter(|story| story.text.len() <= LONGEST_HANDED)
}

/// A reading of which only the sentences are known, as the hands read it: the story to find the facts in comes along, or
/// the facts themselves.
pub fn opening(mut reading: Reading, url: &str) -> Json {
    let given = handed(&reading);
    if given.is_none() {
        reading.facts = reading.article.as_ref().map(|a| crate::facts::pick(&story(a))).unwrap_or_default();
    }
    told(&reading, url, given)
}

/// A story as it crosses, to come back for its facts: `crate::web` reads the same fields.
fn story_given(story: Story) -> Json {
    let lines: String = story.lines.iter().map(|line| line_letter(*line)).collect();
    object(vec![
        ("title", story.title.into()),
        ("text", story.text.into()),
        // A letter a line.
        ("lines", lines.into()),
        ("published", story.published.into()),
        ("lang", story.lang.into()),
    ])
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

/// The facts of a story as the hands read them: the key facts, to stand beside it.
pub fn panel(story: &Story) -> Json {
    let facts = crate::facts::pick(story);
    object(vec![
        ("facts", marks(crate::reader::render_facts(&facts, &story.text))),
        ("hasFacts", crate::reader::has_facts(&facts).into()),
        ("spots", numbers(&crate::reader::spots(&facts, &story.text))),
    ])
}

/// The reading as the hands read it.
pub fn answer(reading: &Reading, url: &str) -> Json {
    told(reading, url, None)
}

/// `given`: the story whose facts come after it. Of a page that asks for an age nothing else is told.
fn told(reading: &Reading, url: &str, given: Option<Story>) -> Json {
    let age_check = reading.covers.age_check;
    let (mut reader, mut found) = (Json::Null, Json::Null);
    match &reading.article {
        _ if age_check => {}
        Ok(article) => {
            let mut shown = crate::reader::render(article, &story(article), &reading.facts, url);
            if given.is_some() {
                shown.facts.clear();
            }
            reader = view(shown);
        }
        // Units: characters.
        Err(NoArticle { characters_found, characters_needed }) => {
            found = object(vec![
                ("characters", (*characters_found).into()),
                ("needed", (*characters_needed).into()),
            ]);
        }
    }
    fields(false, age_check, reader, found, given.map(story_given).into())
}

/// The markup does not hold the elements the hands numbered: they are to capture the page again, node by node.
pub fn answer_recapture() -> Json {
    fields(true, false, Json::Null, Json::Null, Json::Null)
}

/// `found`: what there is where there is no `reader`. `story`: none where the facts are in the reader.
fn fields(recapture: bool, age_check: bool, reader: Json, found: Json, story: Json) -> Json {
    object(vec![
        ("recapture", recapture.into()),
        ("ageCheck", age_check.into()),
        ("reader", reader),
        ("found", found),
        ("story", story),
    ])
}

/// What was left out of a story, as the hands list it, and how much that is beside what was taken. None: there is no
/// story. Units: words.
pub fn left_out(article: Option<&Article>) -> Json {
    let Coverage { taken, all, running } = article.map(coverage).unwrap_or_default();
    let removed = article.map_or([].as_slice(), |article| &article.removed);
    let piece =
        |r: &Removed| object(vec![("text", r.text.as_str().into()), ("reason", reason(r.reason).into())]);
    object(vec![
        ("taken", taken.into()),
        ("all", all.into()),
        ("running", running.into()),
        ("pieces", list(removed, &piece)),
    ])
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

fn view(reader: Reader) -> Json {
    object(vec![
        ("title", reader.title.into()),
        ("lang", reader.lang.into()),
        ("rtl", reader.rtl.into()),
        ("article", marks(reader.article)),
        ("facts", marks(reader.facts)),
        ("hasFacts", reader.has_facts.into()),
        ("spots", numbers(&reader.spots)),
    ])
}

fn numbers(all: &[u32]) -> Json {
    list(all, &|number| (*number).into())
}

fn marks(steps: Vec<Step>) -> Json {
    let mut out: Vec<Json> = Vec::with_capacity(steps.len() * 2);
    for step in steps {
        let (number, text) = match step {
            Step::Open(tag) => (tag as i64, None),
            Step::Attr(attr, value) => (FIRST_ATTRIBUTE - attr as i64, Some(value)),
            Step::Sentence(number, text) => (FIRST_SENTENCE - number as i64, Some(text)),
            Step::Date(iso) => (DATE, Some(iso)),
            Step::Close => (CLOSE, None),
            Step::Text(text) => {
                out.push(text.into());
                continue;
            }
            Step::Say(word, about) => {
                let mut phrase = vec![word.name().into()];
                for text in about {
                    phrase.push(text.into());
                }
                out.push(Json::List(phrase));
                continue;
            }
        };
        out.push(Json::Number(number));
        out.extend(text.map(Json::Text));
    }
    Json::List(out)
}
