//! What crosses to the browser, as plain data: the same from WASM and from a native build, which a test compares.
//!
//! In: what the stages made. Out: JSON. `extension/shared/` names the
//! same.

mod answer;
mod plan;
mod report;

pub use answer::answer;
pub use answer::answer_recapture;
pub use answer::handed;
pub use answer::left_out;
pub use answer::line_of_letter;
pub use answer::opening;
pub use answer::panel;
pub use plan::plan;
pub use plan::recapture;
pub use report::Report;
pub use report::report;

use crate::article::Article;
use crate::article::write::json;
use crate::json::pretty;
use crate::reader;

/// The story as a file: `markdown`, `json`, or anything else for plain text.
pub fn written(article: &Article, url: &str, format: &str) -> String {
    match format {
        "markdown" => reader::markdown(article, url),
        "json" => pretty(&json(article)),
        _ => reader::text(article, url),
    }
}
