//! How long each stage of the core takes, on pages that grow.
//!
//! `cargo run --profile eval --example stages -- [SHAPE [SIZE …]]`: shapes of `tests/large/mod.rs`; without a shape, every shape at a quarter and the whole
//! of the size that must be answered within two seconds. Units: milliseconds.

#[path = "../tests/large/mod.rs"]
mod large;

use large::Shape;
use plainread::article;
use plainread::covers;
use plainread::facts;
use plainread::native;
use plainread::page;
use plainread::reader;
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let shape = args.first().and_then(|name| Shape::ALL.into_iter().find(|s| format!("{s:?}") == *name));
    println!(
        "{:<12}{:>9} {:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "shape", "size", "html", "parse", "covers", "article", "facts", "reader"
    );
    for shape in Shape::ALL.into_iter().filter(|s| shape.is_none_or(|only| only == *s)) {
        let sizes: Vec<usize> = args.iter().skip(1).filter_map(|size| size.parse().ok()).collect();
        for size in if sizes.is_empty() { vec![most(shape) / 4, most(shape)] } else { sizes } {
            time(shape, size);
        }
    }
}

/// The size that must be answered within two seconds.
fn most(shape: Shape) -> usize {
    match shape {
        Shape::Nested | Shape::Stairs => 20_000,
        Shape::Attributes | Shape::Classes => 1_000_000,
        Shape::Text => 50_000_000,
        _ => 200_000,
    }
}

fn time(shape: Shape, size: usize) {
    let html = large::html(shape, size);
    let mut clock = Clock(Instant::now());
    native::parse_html(&html, "https://example.org/a/b");
    let parsed = clock.lap();
    let page = page::parse_serialized(&html, "https://example.org/a/b").page;
    let serialized = clock.lap();
    let covers = covers::find(&page);
    let covered = clock.lap();
    let article = article::extract(&page, &covers.mask);
    let extracted = clock.lap();
    print!(
        "{:<12}{size:>9} {parsed:>8.1}{serialized:>8.1}{covered:>8.1}{extracted:>8.1}",
        format!("{shape:?}")
    );
    if let Ok(article) = article {
        let story = plainread::story(&article);
        clock.lap();
        let facts = facts::pick(&story);
        let picked = clock.lap();
        reader::render(&article, &story, &facts, page.url());
        print!("{picked:>8.1}{:>8.1}", clock.lap());
    }
    println!();
}

struct Clock(Instant);

impl Clock {
    /// Milliseconds since the last lap.
    fn lap(&mut self) -> f64 {
        let passed = self.0.elapsed().as_secs_f64() * 1000.0;
        self.0 = Instant::now();
        passed
    }
}
