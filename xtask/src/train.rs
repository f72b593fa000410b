//! `cargo xtask train`: the article stage's model, from pages with ground truth.
//!
//! In: a folder with `html/*.html.gz` and `ground-truth/*.json` (WCXB dev). Out: `rules/article/model.bin`, and under
//! `target/train` the features, the labels and, with `--folds`, five models that each never saw a fifth of the domains
//! (drawn anew with another `--seed N`: a gain should hold for several).
//! The product computes the features (`examples/article.rs`); LightGBM fits the trees, in a Python environment of its own.

use crate::paths;
use crate::toolchain::Toolchain;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde_json::Value;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// Trains, and writes the model.
pub fn train(args: &[String]) -> Result<()> {
    let data = data()?;
    let folds = args.iter().any(|a| a == "--folds");
    let out = folder()?.join("dev");
    let program = program()?;
    let list = list(&data)?;
    done(Command::new(&program).arg("features").arg(&list).arg(&out), "the features")?;
    python("article_labels.py", &[&out, &data.join("ground-truth")], &[])?;
    let model = if folds { folder()?.join("fold") } else { paths::at("rules/article/model.bin") };
    let mut flags: Vec<&str> = if folds { vec!["--folds"] } else { vec![] };
    let passed = args.windows(2).filter(|pair| ["--note", "--seed"].contains(&pair[0].as_str()));
    flags.extend(passed.flatten().map(String::as_str));
    python("article_train.py", &[&out, &data.join("ground-truth"), &model], &flags)
}

/// Pages with ground truth.
pub fn data() -> Result<PathBuf> {
    let shared =
        paths::shared().context("no data here: set PLAINREAD_SHARED to a folder with data/wcxb/dev")?;
    Ok(shared.join("data/wcxb/dev"))
}

/// Where training and evaluation keep their files.
pub fn folder() -> Result<PathBuf> {
    let folder = paths::at("target/train");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The opened-up article stage, built.
pub fn program() -> Result<PathBuf> {
    let mut build = Toolchain::detect()?.cargo("build");
    build.args(["--quiet", "--profile", "eval", "--example", "article"]).current_dir(paths::root());
    done(&mut build, "the build")?;
    Ok(paths::at("target/eval/examples/article"))
}

/// Lists the pages that have both a file and a truth.
pub fn list(data: &Path) -> Result<PathBuf> {
    let mut lines = String::new();
    for (id, truth) in truths(data)? {
        let path = data.join(format!("html/{id}.html.gz"));
        if path.is_file() {
            lines += &format!("{}\n", json!({"id": id, "path": path, "url": truth["url"]}));
        }
    }
    let list = folder()?.join("list.jsonl");
    fs::write(&list, lines)?;
    Ok(list)
}

/// All truths, by id.
pub fn truths(data: &Path) -> Result<Vec<(String, Value)>> {
    let mut truths = Vec::new();
    for entry in fs::read_dir(data.join("ground-truth"))? {
        let path = entry?.path();
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        truths.push((id, serde_json::from_slice(&fs::read(&path)?)?));
    }
    truths.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(truths)
}

fn python(script: &str, files: &[&Path], flags: &[&str]) -> Result<()> {
    let python = environment()?;
    done(Command::new(python).arg(paths::at("xtask/python").join(script)).args(files).args(flags), script)
}

/// A Python environment with the pinned packages, made the first time.
fn environment() -> Result<PathBuf> {
    let folder = folder()?.join("python");
    let python = folder.join("bin/python");
    if !folder.join("ready").is_file() {
        done(Command::new("python3").args(["-m", "venv"]).arg(&folder), "the Python environment")?;
        let mut install = Command::new(&python);
        install
            .args(["-m", "pip", "install", "--quiet", "-r"])
            .arg(paths::at("xtask/python/requirements.txt"));
        done(&mut install, "installing LightGBM")?;
        fs::write(folder.join("ready"), "")?;
    }
    Ok(python)
}

fn done(command: &mut Command, what: &str) -> Result<()> {
    ensure!(command.status().with_context(|| what.to_owned())?.success(), "{what} failed");
    Ok(())
}
