//! Many stories in one run: one JSON object per line in, one per line out, in the same order.
//!
//! A bad line gets an answer with `error` and the run goes on. Progress is shown on a terminal only.

use super::Error;
use super::html::parse_html;
use super::input;
use super::input::Input;
use super::input::Kind;
use super::reading;
use crate::article::Meta;
use crate::article::meta;
use crate::article::write::body;
use crate::facts;
use crate::facts::LineKind;
use crate::facts::Story;
use crate::facts::write;
use crate::facts::write::Units;
use crate::page::Mask;
use crate::rules::function_words::language;
use indicatif::ProgressBar;
use indicatif::ProgressStyle;
use serde::Deserialize;
use serde_json::Value;
use serde_json::json;
use std::io::BufRead;
use std::io::IsTerminal;
use std::io::Write;
use std::path::PathBuf;

/// Answers every line of standard input.
pub fn run(answer: fn(&[u8]) -> Result<Value, Error>) -> Result<(), Error> {
    let progress = progress();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(Error::Output)?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = answer(&line).unwrap_or_else(|error| json!({ "error": error.to_string() }));
        writeln!(out, "{}", with_id(answer, &line)).map_err(Error::Output)?;
        progress.inc(1);
    }
    progress.finish_and_clear();
    out.flush().map_err(Error::Output)
}

/// Hidden where standard error is not looked at by a person.
fn progress() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {human_pos} read, {per_sec}, {elapsed}");
    ProgressBar::new_spinner().with_style(style.expect("the template is well-formed"))
}

/// Every answer carries the id it was asked under, also where nothing else of the line could be used.
fn with_id(mut answer: Value, line: &[u8]) -> Value {
    let asked: Option<Value> = serde_json::from_slice(line).ok();
    answer["id"] = asked.and_then(|mut asked| asked.get_mut("id").map(Value::take)).unwrap_or_default();
    answer
}

#[derive(Deserialize)]
struct Page {
    path: PathBuf,
    #[serde(default)]
    url: Option<String>,
}

/// One page of a list: where the file is in, its text and metadata out. A page without a story still has metadata.
pub fn extraction(line: &[u8]) -> Result<Value, Error> {
    let page: Page = serde_json::from_slice(line).map_err(Error::Line)?;
    let input = input::load(&page.path)?;
    let url = page.url.as_deref().unwrap_or_default();
    let (text, meta) = match reading(&input, url).article {
        Ok(article) => (body(&article), article.meta),
        Err(_) => (String::new(), meta_alone(&input, url)),
    };
    Ok(json!({
        "text": text,
        "title": meta.title.as_ref().map(|t| &t.value),
        "author": meta.byline.as_ref().map(|b| &b.value),
        "publish_date": meta.published.as_ref().map(|d| &d.value),
        "outlet": meta.outlet.as_ref().map(|o| &o.value),
    }))
}

fn meta_alone(input: &Input, url: &str) -> Meta {
    match input.kind {
        Kind::Html => meta::read(&parse_html(&input.text, url), &Mask::default()),
        Kind::Plain => Meta::default(),
    }
}

#[derive(Deserialize)]
struct Document {
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    pub_date: Option<String>,
}

/// One story's text in, its facts out. Offsets point into the text as it came.
pub fn facts(line: &[u8]) -> Result<Value, Error> {
    let document: Document = serde_json::from_slice(line).map_err(Error::Line)?;
    let lang = language(&document.text).map(str::to_owned);
    let lines = document.text.split('\n').map(|_| LineKind::Paragraph).collect();
    let story = Story {
        title: document.title,
        lines,
        text: document.text,
        published: document.pub_date.and_then(|d| d.get(..10).map(str::to_owned)),
        lang,
    };
    Ok(write::json(&story, &facts::pick(&story), Units::CodePoints))
}
