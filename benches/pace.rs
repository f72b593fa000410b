//! How long the core takes for pages as a browser captures them: `benches/pace.mjs` times the WASM on the same.
//!
//! `pace RUNS < lines of examples/told`: for each line the fastest of the runs. Units: milliseconds.

use plainread::page;
use plainread::page::Snapshot;
use plainread::wire;
use serde::Deserialize;
use std::error::Error;
use std::time::Instant;

#[derive(Deserialize)]
struct Told {
    snapshot: Snapshot,
}

fn main() -> Result<(), Box<dyn Error>> {
    let runs: u32 = std::env::args().nth(1).ok_or("how many runs?")?.parse()?;
    for line in std::io::stdin().lines() {
        let told: Told = serde_json::from_str(&line?)?;
        let fastest = (0..runs).filter_map(|_| time(&told.snapshot)).min_by(f64::total_cmp);
        println!("{:.3}", fastest.ok_or("the markup holds other elements")?);
    }
    Ok(())
}

fn time(snapshot: &Snapshot) -> Option<f64> {
    let start = Instant::now();
    let page = page::from_snapshot(snapshot).ok()?;
    let reading = plainread::read_story(&page);
    let handed = wire::handed(&reading);
    std::hint::black_box(wire::opening(reading, page.url()));
    std::hint::black_box(handed.map(|story| wire::panel(&story)));
    Some(start.elapsed().as_secs_f64() * 1000.0)
}
