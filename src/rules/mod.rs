//! The product's knowledge as data: cover rules, phrases, word lists, the trained model. Built from `rules/`.

pub mod furniture;
pub mod languages;
pub mod months;
