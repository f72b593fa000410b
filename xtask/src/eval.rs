//! `cargo xtask eval`: how good the product is, by data and scorers that lie beside the repository.
//!
//! `extraction`: how well stories are found, out of fold, with a table and post-mortems.
//! Every page is read by a model that never saw its domain (`cargo xtask train --folds` makes them). Word-F1 as WCXB
//! defines it: bags of lower-case words, the mean over pages. `--explain ID` shows what one page missed and has in
//! excess, with the elements around; `--worst N` explains the N worst pages.

mod covers;
mod outside;
mod parity;
mod postmortem;
mod score;

use crate::paths;
use crate::train;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use score::Page;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

/// The peer that intervals are taken against: the best single one on these pages.
const PEER: &str = "rs-trafilatura";

/// Where no terminal shows it, how far the evaluation is comes up after so many pages.
const EVERY: usize = 100;

/// Evaluates one part of the product.
pub fn eval(args: &[String]) -> Result<()> {
    match args.first().map(String::as_str) {
        Some("extraction") => extraction(args),
        Some("languages") => outside::languages(),
        Some("facts") => outside::facts(),
        Some("covers") => covers::covers(&args[1..]),
        Some("parity") => parity::parity(),
        _ => bail!(
            "cargo xtask eval extraction [--explain ID] [--worst N] [--json FILE] | languages | facts | covers [--no-vendors] [OPTIONS OF THE RUNNER] | parity"
        ),
    }
}

fn extraction(args: &[String]) -> Result<()> {
    let option = |name: &str| args.iter().position(|a| a == name).and_then(|at| args.get(at + 1));
    let pages = predict()?;
    if let Some(file) = option("--json") {
        let texts: BTreeMap<&str, &str> = pages.iter().map(|p| (p.id.as_str(), p.text.as_str())).collect();
        fs::write(file, serde_json::to_string(&texts)?)?;
    }
    score::print(&pages, &peer()?);
    let mut worst: Vec<&Page> = pages.iter().collect();
    worst.sort_by(|a, b| a.score.f1.total_cmp(&b.score.f1));
    worst.truncate(option("--worst").map_or(Ok(0), |n| n.parse())?);
    worst.extend(pages.iter().filter(|p| option("--explain") == Some(&p.id)));
    postmortem::explain(&worst)
}

/// Reads every page with the model that never saw its domain.
fn predict() -> Result<Vec<Page>> {
    let (data, folder) = (train::data()?, train::folder()?);
    if !folder.join("fold.folds.json").is_file() {
        train::train(&["--folds".to_owned()])?;
    }
    let folds: BTreeMap<String, u64> = serde_json::from_slice(&fs::read(folder.join("fold.folds.json"))?)?;
    let program = train::program()?;
    let list = fs::read_to_string(train::list(&data)?)?;
    let truths: BTreeMap<String, Value> = train::truths(&data)?.into_iter().collect();
    let mut pages = Vec::new();
    for fold in 0..=folds.values().copied().max().context("no folds")? {
        let of_fold = |line: &&str| id(line).and_then(|id| folds.get(&id).copied()) == Some(fold);
        let lines: Vec<&str> = list.lines().filter(of_fold).collect();
        let part = folder.join("part.jsonl");
        fs::write(&part, lines.join("\n"))?;
        run(&program, &part, &folder.join(format!("fold.{fold}")), |answer| {
            let truth = answer["id"].as_str().and_then(|id| truths.get(id));
            pages.extend(truth.map(|truth| Page::new(&answer, truth)));
            // In a file of what was printed each count would stay.
            if pages.len() % EVERY == 0 || std::io::stderr().is_terminal() {
                eprint!("\r{} of {} pages", pages.len(), list.lines().count());
            }
        })?;
    }
    eprintln!();
    Ok(pages)
}

fn id(line: &str) -> Option<String> {
    serde_json::from_str::<Value>(line).ok()?["id"].as_str().map(str::to_owned)
}

fn run(program: &Path, list: &Path, model: &Path, mut take: impl FnMut(Value)) -> Result<()> {
    let mut child =
        Command::new(program).arg("extract").arg(list).arg(model).stdout(Stdio::piped()).spawn()?;
    for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
        take(serde_json::from_str(&line?)?);
    }
    std::io::stderr().flush()?;
    if !child.wait()?.success() {
        bail!("the program failed on {}", list.display());
    }
    Ok(())
}

/// The peer's F1, by page; empty where its scores are not here.
fn peer() -> Result<BTreeMap<String, f64>> {
    let file = paths::shared().map(|s| s.join(format!("eval/extraction/peers/{PEER}.wcxb-dev.f1.json")));
    match file.filter(|f| f.is_file()) {
        Some(file) => Ok(serde_json::from_slice(&fs::read(file)?)?),
        None => Ok(BTreeMap::new()),
    }
}
