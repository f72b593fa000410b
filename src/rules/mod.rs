//! The product's knowledge as data: cover rules, phrases, word lists, the trained model. Built from `rules/`.

pub mod aggregators;
pub mod function_words;
pub mod furniture;
pub mod languages;
pub mod lexicons;
pub mod model;
pub mod months;
mod packed;
pub mod phrases;
mod vendor_table;
pub mod vendors;
