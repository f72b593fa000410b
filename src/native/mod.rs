//! The file border: HTML files and plain text in, and, with the feature `cli`, the command-line program's answers out.
//!
//! All IO of the program is here. Nothing panics on bad input: it becomes an [`Error`], one line for a person.

mod ballast;
#[cfg(feature = "cli")]
mod batch;
#[cfg(feature = "cli")]
mod cli;
mod encoding;
mod error;
mod html;
mod input;
mod shallow;
mod streamed;

#[cfg(feature = "cli")]
pub use cli::run;
pub use encoding::decode;
pub use error::Error;
pub use html::parse_html;

use crate::Reading;
use input::Input;
use input::Kind;
use std::path::Path;

/// Reads a file: HTML or a page copied as text, in any encoding, gzipped or not; `-` is standard input.
///
/// The name and the first lines tell which of the two it is. `url` is where it was found, "" where that is not known: of
/// HTML, links and pictures are told from it. A file without a story is no error: that is
/// [`Reading::article`]'s word.
///
/// ```
/// # let folder = std::env::temp_dir().join("plainread-read-file");
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("ferry.txt");
/// # std::fs::write(&path, "The ferry made its last trip on Sunday, and three hundred people stood on the quay to see \
/// #     it leave. Nobody could say when there would be another one, and nobody asked.")?;
/// let reading = plainread::native::read_file(&path, "https://news.example/ferry")?;
/// assert_eq!(reading.article.map(|article| article.blocks.len()), Ok(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_file(path: &Path, url: &str) -> Result<Reading, Error> {
    Ok(reading(&input::load(path)?, url))
}

/// The same for the bytes of a file without a name.
pub fn read_bytes(bytes: Vec<u8>) -> Result<Reading, Error> {
    Ok(reading(&input::from_bytes(bytes)?, ""))
}

/// Runs the pipeline over a file's text. `url` may be "".
fn reading(input: &Input, url: &str) -> Reading {
    match input.kind {
        Kind::Html => crate::read(&parse_html(&input.text, url)),
        Kind::Plain => crate::read_text(&input.text),
    }
}
