//! The file border: HTML files and plain text to a [`crate::page::Page`], and the command-line program's work.

mod html;

pub use html::parse_html;
