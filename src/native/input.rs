//! A file -> what the pipeline reads: HTML or plain text, unpacked and decoded.
//!
//! In: a path, `-` for standard input. Out: [`Input`], or one [`Problem`]. Never an empty text.

use super::Error;
use super::encoding;
use super::error::Problem;
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Larger files are refused unread; also what a small `.gz` may unpack to. Units: bytes.
/// Source: above twice what [`crate::page::Page`] takes in.
const MAX_BYTES: u64 = 160 << 20;

/// A text with more control characters than one in this many is binary.
const CHARACTERS_PER_CONTROL: usize = 100;

/// How far the kind of a text is looked for. Units: bytes.
const SNIFFED: usize = 2048;

/// Files that are often given by mistake, by how they begin.
const FORMATS: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x7FELF", "a program"),
];

/// Tags that no text starts its lines with, and a page without `<html>` does.
const PAGE_TAGS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<article",
    "<main",
    "<section",
    "<div",
    "<p>",
    "<p ",
    "<h1",
    "<header",
    "<table",
    "<script",
    "<style",
    "<link",
    "<?xml",
];

/// A file's text.
#[derive(Debug)]
pub struct Input {
    /// How it is to be read.
    pub kind: Kind,
    /// Decoded; not empty.
    pub text: String,
}

/// How a text is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    Html,
    Plain,
}

/// Reads, unpacks and decodes a file.
pub fn load(path: &Path) -> Result<Input, Error> {
    read(path).map_err(|problem| Error::File { path: path.to_owned(), problem })
}

fn read(path: &Path) -> Result<Input, Problem> {
    decoded(path, stored(path)?)
}

/// The same for bytes that have no file.
pub fn from_bytes(bytes: Vec<u8>) -> Result<Input, Error> {
    let path = Path::new("-");
    decoded(path, bytes).map_err(|problem| Error::File { path: path.to_owned(), problem })
}

/// A file's text from its bytes; its name is one sign of what it is.
fn decoded(path: &Path, bytes: Vec<u8>) -> Result<Input, Problem> {
    let bytes = unpacked(bytes)?;
    if let Some((_, format)) = FORMATS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Problem::Binary(Some(format)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty);
    }
    let text = encoding::decode(&bytes);
    if text.as_deref().map_or(bytes.contains(&0) && !encoding::is_marked(&bytes), is_binary) {
        return Err(Problem::Binary(None));
    }
    let text = text.ok_or(Problem::Encoding)?;
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    Ok(Input { kind: kind(path, &text), text })
}

fn stored(path: &Path) -> Result<Vec<u8>, Problem> {
    if path == Path::new("-") {
        return limited(std::io::stdin().lock());
    }
    if path.is_dir() {
        return Err(Problem::Directory);
    }
    limited(File::open(path).map_err(Problem::Io)?)
}

fn unpacked(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    if !bytes.starts_with(b"\x1F\x8B") {
        return Ok(bytes);
    }
    limited(MultiGzDecoder::new(bytes.as_slice())).map_err(|problem| match problem {
        Problem::Io(_) => Problem::Gzip,
        other => other,
    })
}

fn limited(from: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(Problem::Io)?;
    if bytes.len() as u64 > MAX_BYTES { Err(Problem::TooLarge(MAX_BYTES)) } else { Ok(bytes) }
}

/// Text holds no control characters but white space; a stray one is a page's accident.
fn is_binary(text: &str) -> bool {
    let controls = text.chars().filter(|c| c.is_ascii_control() && !c.is_ascii_whitespace()).count();
    controls * CHARACTERS_PER_CONTROL > text.chars().count()
}

/// The name decides, unless the text says plainly what it is.
fn kind(path: &Path, text: &str) -> Kind {
    let name = path.to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let head = text[..text.floor_char_boundary(SNIFFED)].trim_start().to_ascii_lowercase();
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        Kind::Html
    } else if [".txt", ".text", ".md"].iter().any(|end| name.ends_with(end)) {
        Kind::Plain
    } else if [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end)) || looks_like_html(&head) {
        Kind::Html
    } else {
        Kind::Plain
    }
}

fn looks_like_html(head: &str) -> bool {
    head.starts_with("<!--")
        || head.lines().any(|line| PAGE_TAGS.iter().any(|tag| line.trim_start().starts_with(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expected: Kind) {
        assert_eq!(kind(Path::new(name), text), expected, "{name}: {text}");
    }

    #[test]
    fn the_name_decides_unless_the_text_is_plain_about_it() {
        check("a.html.gz", "Just words", Kind::Html);
        check("a.txt", "<p>Words about markup</p>", Kind::Plain);
        check("a.txt", "<!DOCTYPE html><title>x</title>", Kind::Html);
        check("-", "  <div>x</div>", Kind::Html);
        check("-", "Less < more, and a <b> is no page", Kind::Plain);
    }
}
