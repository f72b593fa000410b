//! The program's words and what each does. Answers go to standard output, one line per problem to standard error.

use super::Error;
use super::batch;
use super::error::Problem;
use super::read_file;
use crate::article::Article;
use crate::article::write::json;
use crate::article::write::markdown;
use crate::article::write::plain;
use crate::facts;
use crate::facts::write::Units;
use crate::json::pretty;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;

/// Gives a news page back as an article, with its key facts.
#[derive(Parser)]
#[command(name = "plainread", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the article in an HTML file, or in a page copied as text
    Read {
        /// HTML (also .gz) or plain text; - reads standard input
        file: PathBuf,
        /// Where the page was found, so that links and pictures lead there
        #[arg(long, value_name = "ADDRESS")]
        url: Option<String>,
        /// How to print it
        #[arg(long, value_enum, default_value_t = ReadFormat::Text)]
        format: ReadFormat,
    },
    /// Print the article's key facts as JSON, each tied to its sentence
    Facts {
        /// HTML (also .gz) or plain text; - reads standard input
        file: PathBuf,
        /// The day it was published, where the page does not say (2024-05-17)
        #[arg(long, value_name = "DATE")]
        date: Option<String>,
    },
    /// Read many: one JSON object per line in, one per line out
    Batch {
        /// What to make of each line
        #[arg(long, value_enum)]
        format: BatchFormat,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum ReadFormat {
    Text,
    Markdown,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum BatchFormat {
    /// In: id, path, url; out: text, title, author, publish_date, outlet
    Extraction,
    /// In: id, text, title, pub_date; out: facts
    Facts,
}

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    match answer(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads our answer has seen enough (`plainread … | head`).
        Err(Error::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plainread: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(command: Command) -> Result<(), Error> {
    match command {
        Command::Read { file, url, format } => {
            let article = article(&file, &url.map_or(Ok(String::new()), web_address)?)?;
            print(&match format {
                ReadFormat::Text => text(&article),
                ReadFormat::Markdown => markdown(&article),
                ReadFormat::Json => pretty(&json(&article)),
            })
        }
        Command::Facts { file, date } => {
            let mut story = crate::story(&article(&file, "")?);
            if let Some(date) = date {
                story.published = Some(checked(date)?);
            }
            let facts = facts::write::json(&story, &facts::pick(&story), Units::CodePoints);
            print(&format!("{facts:#}"))
        }
        Command::Batch { format: BatchFormat::Extraction } => batch::run(batch::extraction),
        Command::Batch { format: BatchFormat::Facts } => batch::run(batch::facts),
    }
}

fn article(file: &Path, url: &str) -> Result<Article, Error> {
    read_file(file, url)?.article.map_err(|none| Error::File {
        path: file.to_owned(),
        problem: Problem::NoArticle { found: none.characters_found, needed: none.characters_needed },
    })
}

/// The story's lines, one block to a line.
pub fn text(article: &Article) -> String {
    plain(&article.blocks)
}

fn web_address(url: String) -> Result<String, Error> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !url.contains(char::is_whitespace) => Ok(url),
        _ => Err(Error::Address(url)),
    }
}

fn checked(date: String) -> Result<String, Error> {
    let number = |range: std::ops::Range<usize>| date.get(range).and_then(|d| d.parse::<u32>().ok());
    let shape = date.len() == 10 && date.as_bytes()[4] == b'-' && date.as_bytes()[7] == b'-';
    match (shape, number(0..4), number(5..7), number(8..10)) {
        (true, Some(year), Some(month), Some(day)) if (1..=days(year, month)).contains(&day) => Ok(date),
        _ => Err(Error::Date(date)),
    }
}

/// Days of a month; 0 for a month that does not exist.
fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn print(text: &str) -> Result<(), Error> {
    writeln!(std::io::stdout().lock(), "{}", text.trim_end()).map_err(Error::Output)
}
