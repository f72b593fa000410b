//! What can go wrong at the file border, each as one line for a person.

use std::fmt;
use std::path::PathBuf;

/// Why there is no answer.
#[derive(Debug)]
pub enum Error {
    /// The file could not be read.
    File {
        /// As given.
        path: PathBuf,
        /// What is wrong with it.
        problem: Problem,
    },
    /// A line of a batch is not what it should be.
    Line(serde_json::Error),
    /// The answer could not be written.
    Output(std::io::Error),
    /// A date that is no calendar date.
    Date(String),
    /// An address that is none of the web.
    Address(String),
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Problem {
    /// The operating system's word.
    Io(std::io::Error),
    /// It is a directory.
    Directory,
    /// Nothing in it, or white space only.
    Empty,
    /// More than this many bytes.
    TooLarge(u64),
    /// Bytes that are no text, with their format where it is known.
    Binary(Option<&'static str>),
    /// Text in no encoding that could be told.
    Encoding,
    /// A `.gz` that does not unpack.
    Gzip,
    /// A story was looked for and not found.
    NoArticle {
        /// Characters of text that could have been a story.
        found: u32,
        /// Characters a story needs.
        needed: u32,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::File { path, problem } => write!(f, "{}: {problem}", path.display()),
            Error::Line(error) => write!(f, "not a line of the expected JSON: {error}"),
            Error::Output(error) => write!(f, "cannot write the answer: {error}"),
            Error::Date(date) => write!(f, "{date:?} is not a date; write it as 2024-05-17"),
            Error::Address(url) => write!(f, "{url:?} is no address; write it as https://news.example/story"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Io(error) if error.kind() == std::io::ErrorKind::NotFound => f.write_str("no such file"),
            Problem::Io(error) => write!(f, "cannot be read: {error}"),
            Problem::Directory => f.write_str("is a directory; name a file"),
            Problem::Empty => f.write_str("is empty"),
            Problem::TooLarge(bytes) => write!(f, "is larger than {} MB", bytes >> 20),
            Problem::Binary(Some(format)) => write!(f, "is {format}, not a page or a text"),
            Problem::Binary(None) => f.write_str("is binary, not a page or a text"),
            Problem::Encoding => f.write_str("is in an encoding that cannot be told; save it as UTF-8"),
            Problem::Gzip => f.write_str("does not unpack; it is not gzip, or it is cut short"),
            Problem::NoArticle { found, needed } => {
                write!(f, "no article found: {found} characters of running text, a story needs {needed}")
            }
        }
    }
}

impl std::error::Error for Error {}
