//! Post-mortems: which passages of a page were missed or are in excess, with the elements around them.

use super::score::Page;
use super::score::words;
use crate::train;
use anyhow::Result;
use serde_json::Value;
use std::collections::HashSet;
use std::fs;

/// Words in a row by which a passage is looked up in a text.
const RUN: usize = 4;

/// Share of a passage's runs that make it part of a text, or no part of it. Units: ratio.
const IN: f64 = 0.6;
const OUT: f64 = 0.3;

/// Passages shown for each page and side.
const SHOWN: usize = 8;

/// Explains pages.
pub fn explain(pages: &[&Page]) -> Result<()> {
    if pages.is_empty() {
        return Ok(());
    }
    let lines = fs::read_to_string(train::folder()?.join("dev.jsonl"))?;
    for page in pages {
        let wanted = format!("\"id\":\"{}\"", page.id);
        if let Some(line) = lines.lines().find(|line| line.contains(&wanted)) {
            one(page, &serde_json::from_str(line)?);
        }
    }
    Ok(())
}

fn one(page: &Page, passages: &Value) {
    let score = page.score;
    println!(
        "\n{} {} ({}): F1 {:.3} P {:.3} R {:.3}, {} words of truth",
        page.id,
        page.kind,
        page.guess,
        score.f1,
        score.precision,
        score.recall,
        words(&page.truth).len()
    );
    let (truth, found) = (runs(&page.truth), runs(&page.text));
    let (mut missed, mut excess) = (Vec::new(), Vec::new());
    for (text, chain) in strings(&passages["texts"]).zip(strings(&passages["chains"])) {
        let (in_truth, in_found) = (share(text, &truth), share(text, &found));
        if in_truth > IN && in_found < OUT {
            missed.push((words(text).len(), text, chain));
        } else if in_truth < OUT && in_found > IN {
            excess.push((words(text).len(), text, chain));
        }
    }
    show("missed", missed);
    show("excess", excess);
}

fn show(name: &str, mut passages: Vec<(usize, &str, &str)>) {
    passages.sort_by(|a, b| b.cmp(a));
    let sum: usize = passages.iter().map(|p| p.0).sum();
    println!("  {name}: {sum} words in {} passages", passages.len());
    for (count, text, chain) in passages.iter().take(SHOWN) {
        let start: String = text.chars().take(90).collect();
        let levels: Vec<&str> = chain.rsplit(" > ").take(5).collect();
        println!("    {count:>4} {start}\n         {}", levels.join(" < "));
    }
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().map(|v| v.as_str().unwrap_or_default())
}

fn runs(text: &str) -> HashSet<Vec<String>> {
    words(text).windows(RUN).map(<[String]>::to_vec).collect()
}

fn share(text: &str, of: &HashSet<Vec<String>>) -> f64 {
    let runs = runs(text);
    let hits = runs.iter().filter(|r| of.contains(*r)).count();
    hits as f64 / runs.len().max(1) as f64
}
