//! The trained model of the article stage, as bytes.

/// Made by `cargo xtask train`; opens with its provenance.
pub const ARTICLE: &[u8] = include_bytes!("../../rules/article/model.bin");
