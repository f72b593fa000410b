//! Word-F1 of pages, as WCXB defines it, and its table.

use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::HashMap;

/// Kinds of pages, as the data names them, in the order of the table.
const KINDS: [&str; 7] = ["article", "forum", "product", "collection", "listing", "documentation", "service"];

/// A page, what was found and what is true.
pub struct Page {
    /// Its name in the data.
    pub id: String,
    /// Its kind, by the data.
    pub kind: String,
    /// Its kind, as found.
    pub guess: String,
    /// What was found.
    pub text: String,
    /// What is true.
    pub truth: String,
    /// How well they agree.
    pub score: Score,
    /// Units: milliseconds, parse included.
    pub took_ms: f64,
}

/// Agreement of two bags of words. Units: ratios.
#[derive(Clone, Copy, Default)]
pub struct Score {
    /// Harmonic mean of both.
    pub f1: f64,
    /// Share of what was found that is true.
    pub precision: f64,
    /// Share of what is true that was found.
    pub recall: f64,
}

impl Page {
    /// Scores an answer of the program.
    pub fn new(answer: &Value, truth: &Value) -> Page {
        let string = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        let kind = string(&truth["_internal"]["page_type"]["primary"]);
        let kind = if kind == "category" { "collection".to_owned() } else { kind };
        let (text, truth) = (string(&answer["text"]), string(&truth["ground_truth"]["main_content"]));
        Page {
            id: string(&answer["id"]),
            kind: if kind.is_empty() { "article".to_owned() } else { kind },
            guess: string(&answer["kind"]).to_lowercase(),
            score: score(&words(&text), &words(&truth)),
            took_ms: answer["us"].as_f64().unwrap_or(0.0) / 1000.0,
            text,
            truth,
        }
    }
}

/// Lower-case runs of letters, digits and underscores.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn score(found: &[String], truth: &[String]) -> Score {
    if truth.is_empty() && found.is_empty() {
        return Score { f1: 1.0, precision: 1.0, recall: 1.0 };
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    truth.iter().for_each(|w| *left.entry(w).or_default() += 1);
    let hits = found.iter().filter(|w| left.get_mut(w.as_str()).is_some_and(take)).count() as f64;
    let share = |of: &[String]| if of.is_empty() { 0.0 } else { hits / of.len() as f64 };
    let f1 = 2.0 * hits / (found.len() + truth.len()) as f64;
    Score { f1, precision: share(found), recall: share(truth) }
}

fn take(left: &mut usize) -> bool {
    let any = *left > 0;
    *left -= usize::from(any);
    any
}

/// Prints the table, and the intervals against a peer.
pub fn print(pages: &[Page], peer: &BTreeMap<String, f64>) {
    println!(
        "{:<14}{:>6}{:>9}{:>9}{:>9}   paired against the best peer, 95%",
        "kind", "pages", "F1", "P", "R"
    );
    let of_kind = |kind: &'static str| move |p: &&Page| p.kind == kind;
    row("all", pages.iter().collect(), peer);
    for kind in KINDS {
        row(kind, pages.iter().filter(of_kind(kind)).collect(), peer);
    }
    let mut took: Vec<f64> = pages.iter().map(|p| p.took_ms).collect();
    took.sort_by(f64::total_cmp);
    let right = pages.iter().filter(|p| p.guess == p.kind).count();
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    println!("kind of page right: {:.3}", right as f64 / pages.len().max(1) as f64);
    println!("time a page, parse included: median {:.1} ms, 95th percentile {:.1} ms", at(0.5), at(0.95));
}

fn row(name: &str, pages: Vec<&Page>, peer: &BTreeMap<String, f64>) {
    let mean =
        |of: fn(&Score) -> f64| pages.iter().map(|p| of(&p.score)).sum::<f64>() / pages.len().max(1) as f64;
    let ahead: Vec<f64> = pages.iter().filter_map(|p| Some(p.score.f1 - peer.get(&p.id)?)).collect();
    let interval = interval(&ahead).map_or(String::new(), |(low, high)| format!("[{low:+.4}, {high:+.4}]"));
    let (f1, precision, recall) = (mean(|s| s.f1), mean(|s| s.precision), mean(|s| s.recall));
    println!("{name:<14}{:>6}{f1:>9.4}{precision:>9.4}{recall:>9.4}   {interval}", pages.len());
}

/// Resamplings of the interval.
const RESAMPLED: usize = 2000;

/// The middle 95 percent of the mean over pages drawn anew.
fn interval(values: &[f64]) -> Option<(f64, f64)> {
    let mut state = 1u64;
    let mut draw = || {
        // Source: Knuth's MMIX generator; the interval needs no better one.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        values[(state >> 33) as usize % values.len()]
    };
    if values.is_empty() {
        return None;
    }
    let mean = |_| (0..values.len()).map(|_| draw()).sum::<f64>() / values.len() as f64;
    let mut means: Vec<f64> = (0..RESAMPLED).map(mean).collect();
    means.sort_by(f64::total_cmp);
    Some((means[RESAMPLED / 40], means[RESAMPLED - RESAMPLED / 40]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, truth: &str, f1: f64) {
        assert!((score(&words(found), &words(truth)).f1 - f1).abs() < 1e-9, "{found} / {truth}");
    }

    #[test]
    fn counts_words_as_often_as_they_stand() {
        check("a b c", "A, b; c.", 1.0);
        check("a a a", "a", 0.5);
        check("", "", 1.0);
        check("", "a", 0.0);
        check("x", "", 0.0);
    }
}
