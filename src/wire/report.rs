//! A reading for a program that uses the core as a library in a browser or in Node. `npm/index.d.ts` names the same.

use crate::Reading;
use crate::article::NoArticle;
use crate::article::write;
use crate::facts::write as facts;
use crate::facts::write::Units;
use crate::json::Json;
use crate::reader;
use serde::Serialize;
use serde_json::Value;

/// What came of a page.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Report {
    /// There is a story.
    Story {
        /// As `read --format json` prints it.
        article: Json,
        /// As `facts` prints them, but with offsets as JavaScript counts.
        facts: Value,
        /// The story as Markdown, with its headline and credits.
        markdown: String,
        /// The same as plain text.
        text: String,
    },
    /// There is none.
    Nothing {
        /// Always None.
        article: Option<Json>,
        /// What there is instead.
        found: Found,
    },
}

/// What was found instead of a story. Units: characters.
#[derive(Serialize)]
pub struct Found {
    characters: u32,
    needed: u32,
}

/// The reading, told to a program.
pub fn report(reading: &Reading, url: &str) -> Report {
    match &reading.article {
        Ok(article) => Report::Story {
            article: write::json(article),
            facts: facts::json(&crate::story(article), &reading.facts, Units::Utf16),
            markdown: reader::markdown(article, url),
            text: reader::text(article, url),
        },
        Err(NoArticle { characters_found, characters_needed }) => Report::Nothing {
            article: None,
            found: Found { characters: *characters_found, needed: *characters_needed },
        },
    }
}
