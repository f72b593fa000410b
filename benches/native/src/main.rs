//! `cargo run --release -- FOLDER [PAGES]`: CPU time of one page, parse included, for us and for two others.
//!
//! Every program reads the same page three times in a row, in rotated order; the best of three counts, so that a
//! busy machine distorts little; what counts is the time this thread had the processor. In: a folder of `*.html.gz`. Out: medians, 95th percentiles and ratios per page.

use cpu_time::ThreadTime;
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use std::path::Path;

/// Name, and what it does with a page.
type Program = (&'static str, fn(&str));

const PROGRAMS: [Program; 5] = [
    ("plainread: parse", |html| drop(plainread::native::parse_html(html, ""))),
    ("plainread: article", |html| {
        let page = plainread::native::parse_html(html, "");
        drop(plainread::article::extract(&page, &plainread::page::Mask::default()));
    }),
    ("plainread: all", |html| drop(plainread::read(&plainread::native::parse_html(html, "")))),
    ("dom_smoothie", |html| {
        let config = dom_smoothie::Config::default();
        if let Ok(mut page) = dom_smoothie::Readability::new(html, None, Some(config)) {
            drop(page.parse());
        }
    }),
    ("rs-trafilatura", |html| drop(rs_trafilatura::extract(html))),
];

/// Runs of each program on each page.
const REPEATS: usize = 3;

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().expect("a folder of pages");
    let wanted: usize = args.next().and_then(|n| n.parse().ok()).unwrap_or(200);
    let pages = choose(Path::new(&folder), wanted);
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); PROGRAMS.len()];
    for (turn, html) in pages.iter().enumerate() {
        for k in 0..PROGRAMS.len() {
            let program = (turn + k) % PROGRAMS.len();
            times[program].push(best_of(PROGRAMS[program].1, html));
        }
    }
    report(&times);
}

/// Evenly spaced over sorted size.
fn choose(folder: &Path, wanted: usize) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()).collect();
    files.sort_by_key(|f| (fs::metadata(f).map_or(0, |m| m.len()), f.clone()));
    let step = (files.len() as f64 / wanted as f64).max(1.0);
    let picked = (0..wanted.min(files.len())).map(|i| &files[(i as f64 * step) as usize]);
    picked.filter_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    GzDecoder::new(fs::File::open(file).ok()?).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn best_of(program: fn(&str), html: &str) -> f64 {
    let run = || {
        let start = ThreadTime::now();
        // A rival's panic on one page must not end the bench.
        let _ = std::panic::catch_unwind(|| program(html));
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..REPEATS).map(|_| run()).fold(f64::INFINITY, f64::min)
}

fn report(times: &[Vec<f64>]) {
    let ours = PROGRAMS.iter().position(|(name, _)| *name == "plainread: article").expect("it is there");
    println!("{:<20} {:>9} {:>9} {:>24}", "", "median ms", "p95 ms", "ratio to ours, median");
    for ((name, _), list) in PROGRAMS.iter().zip(times) {
        let ratios: Vec<f64> = list.iter().zip(&times[ours]).map(|(theirs, ours)| theirs / ours).collect();
        println!("{name:<20} {:>9.2} {:>9.2} {:>24.2}", at(list, 0.5), at(list, 0.95), at(&ratios, 0.5));
    }
}

fn at(list: &[f64], quantile: f64) -> f64 {
    let mut sorted = list.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() as f64 * quantile) as usize).copied().unwrap_or(f64::NAN)
}
