//! Words, sentences and phrases. Knows no tree.
//!
//! In: a text and how its language spells. Out: [`Tokens`] and [`Sentence`]s over it, by byte ranges.
//! Promises: every range lies on character boundaries, ranges are in order and do not overlap, no input panics.

mod classes;
mod decimal;
mod list;
mod lower;
mod sentences;
mod tokens;
pub mod words;

pub use classes::is_apostrophe;
pub use classes::is_dash;
pub use classes::is_quote;
pub use classes::is_space;
pub use decimal::read_decimal;
pub use list::Words;
pub(crate) use list::join;
pub(crate) use list::word_list;
pub use lower::lower;
pub use lower::push_lower;
pub use lower::small;
pub use sentences::Openings;
pub use sentences::Sentence;
pub use sentences::sentences;
pub use tokens::Kind;
pub use tokens::Spelling;
pub use tokens::Token;
pub use tokens::Tokens;
