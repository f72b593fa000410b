//! Article -> text: what the command line prints, what copies and exports hold.
//!
//! In: an article or its blocks. Out: one string. Promises: every word of the story stands in either form; Markdown
//! reads back as the same story (what Markdown lacks is written as the HTML it allows).

mod inline;
mod json;
mod markdown;
mod plain;

pub use json::article as json;
pub use markdown::article as markdown;
pub use markdown::story as story_markdown;
pub use plain::blocks as plain;
pub use plain::body;
