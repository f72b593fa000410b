//! The file border: HTML files and plain text in, the command-line program's answers out.
//!
//! All IO of the program is here. Nothing panics on bad input: it becomes an [`Error`], one line for a person.

mod batch;
mod cli;
mod encoding;
mod error;
mod facts_json;
mod html;
mod input;
mod limits;

pub use cli::run;
pub use error::Error;
pub use html::parse_html;
