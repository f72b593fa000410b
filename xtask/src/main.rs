//! `cargo xtask <command>`: everything the project does besides compiling itself.

mod archive;
mod arrange;
mod bench;
mod build;
mod bundle;
mod dependencies;
mod eval;
mod library;
mod manifest;
mod memory;
mod mute;
mod npm;
mod package;
mod paths;
mod rules;
mod run;
mod screenshots;
mod size;
mod test;
mod toolchain;
mod tools;
mod train;
mod traps;
mod wasm;

use anyhow::Result;
use anyhow::bail;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  run       build everything, serve the demo on localhost, open it in Chromium with the extension loaded
  test      every check: format, lints, Rust tests, WASM, TypeScript, real Chromium and Firefox
              --fast  leave the browsers out
  build     dist/chromium, dist/firefox, dist/www
              --release  smaller WASM (npm's wasm-opt)
              --npm  dist/npm instead, the library as an npm package
  package   the stores' zips and the reviewers' sources in dist/, linted
              --twice  build them twice and compare
  screenshots  the stores' pictures, of the extension as it is now
  bench     click to article, against Readability.js and Defuddle, in one run
              --pages N  --cold  --json FILE  --trace  --growth SIZES
              --core  the WASM core against a native build of it, without a browser
              --whole  both, and a cold worker, pages that grow, watching, native rivals
  train     the article's model, from pages with ground truth
              --folds  five models instead, each without a fifth of the domains
              --note TEXT  a line for the model's provenance, such as its scores
  eval      extraction: word-F1 out of fold, against the best peer
              --worst N  --explain ID  --json FILE
            languages, facts, covers: by the scorers of the shared data
            parity: WASM against a native build, on every page of the shared data
  rules     the phrases and vendor rules in rules/ as tables in src/rules/
              --check  only say whether they are fresh
  size      what the extension's WASM is made of; fails over its budget
              --built  of the module that is there (`build --release`)
              --check  only whether it keeps its budget
  doctor    what this machine has and lacks";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(args: &[String]) -> Result<()> {
    let has = |flag: &str| args.iter().any(|a| a == flag);
    match args.first().map(String::as_str) {
        Some("build") => {
            let size = if has("--release") { build::Size::Small } else { build::Size::Quick };
            if has("--npm") { library::build(size) } else { build::build(size) }
        }
        Some("package") => package::package(has("--twice")),
        Some("screenshots") => screenshots::screenshots(),
        Some("bench") if has("--whole") => {
            let others: Vec<String> = args[1..].iter().filter(|a| *a != "--whole").cloned().collect();
            bench::whole(&others)
        }
        Some("bench") if has("--core") => bench::core(&args[1..]),
        Some("bench") => bench::bench(&args[1..]),
        Some("train") => train::train(&args[1..]),
        Some("eval") => eval::eval(&args[1..]),
        Some("run") => run::run(),
        Some("test") => test::test(if has("--fast") { test::Reach::Fast } else { test::Reach::All }),
        Some("rules") if has("--check") => rules::check(),
        Some("rules") => rules::write(),
        Some("size") if has("--check") => size::check(),
        Some("size") => size::size(has("--built")),
        Some("doctor") => {
            tools::doctor();
            Ok(())
        }
        None | Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        Some(other) => bail!("no command `{other}`\n{USAGE}"),
    }
}
