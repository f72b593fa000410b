//! Scores by programs that lie with the shared data: the product answers, they judge.

use crate::paths;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::tools::check;
use anyhow::Context;
use anyhow::Result;
use serde_json::Value;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

/// Key facts: the annotated articles, then speakers on pages that nobody here annotated.
pub fn facts() -> Result<()> {
    let scorers = shared("eval/facts")?;
    let program = program()?;
    let gold = scorers.join("gold/dev");
    let documents = articles(&gold)?.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let answers = answer(&program, "facts", &documents)?;
    let score = |command: &mut Command| check("the scorer", command.current_dir(&scorers));
    score(python("score.py").arg("--gold").arg(&gold).arg("--pred").arg(&answers))?;
    let polnear = scorers.join("external/polnear/dev");
    let documents =
        python("external.py").args(["docs", "polnear"]).arg(&polnear).current_dir(&scorers).output()?;
    let answers = answer(&program, "facts", &String::from_utf8(documents.stdout)?)?;
    score(python("external.py").args(["score", "polnear"]).arg(&polnear).arg(&answers))
}

/// Stories in other languages: snippets that must and must not be in them.
pub fn languages() -> Result<()> {
    let pages: Value = serde_json::from_slice(&fs::read(shared("data/multilingual/pages.json")?)?)?;
    let html = shared("data/multilingual/html")?;
    let line = |page: &Value| {
        let path = html.join(format!("{}.html.gz", page["id"].as_str().unwrap_or_default()));
        json!({ "id": page["id"], "path": path, "url": page["url"] }).to_string()
    };
    let list: Vec<String> = pages.as_array().context("a list of pages")?.iter().map(line).collect();
    let answers = answer(&program()?, "extraction", &list.join("\n"))?;
    let mut texts = BTreeMap::new();
    for answer in fs::read_to_string(answers)?.lines() {
        let answer: Value = serde_json::from_str(answer)?;
        texts.insert(answer["id"].as_str().unwrap_or_default().to_owned(), answer["text"].clone());
    }
    let file = at("target/eval-languages.json");
    fs::write(&file, serde_json::to_string(&texts)?)?;
    check("the scorer", python("snippets.py").arg(file).current_dir(shared("eval/extraction")?))
}

pub(super) fn shared(path: &str) -> Result<PathBuf> {
    let shared = paths::shared().context("no shared data here: set PLAINREAD_SHARED to its folder")?;
    Ok(shared.join(path))
}

fn python(script: &str) -> Command {
    let mut command = Command::new("python3");
    command.arg(script);
    command
}

fn program() -> Result<PathBuf> {
    let mut build = Toolchain::detect()?.cargo("build");
    check("cargo build", build.args(["--quiet", "--profile", "eval", "--bin", "plainread"]))?;
    Ok(at("target/eval/plainread"))
}

/// The annotated articles as the product takes them: without their annotations.
fn articles(gold: &Path) -> Result<Vec<Value>> {
    let mut files: Vec<PathBuf> = fs::read_dir(gold)?.flatten().map(|f| f.path()).collect();
    files.sort();
    let read = |file: &PathBuf| -> Result<Value> {
        let article: Value = serde_json::from_slice(&fs::read(file)?)?;
        let keys = ["id", "text", "title", "pub_date"];
        Ok(keys
            .iter()
            .map(|key| ((*key).to_owned(), article[key].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into())
    };
    files.iter().map(read).collect()
}

/// Runs a batch and gives the file with its answers.
fn answer(program: &Path, format: &str, list: &str) -> Result<PathBuf> {
    let (input, output) = (at("target/eval-input.jsonl"), at("target/eval-output.jsonl"));
    fs::write(&input, list)?;
    let mut batch = Command::new(program);
    batch.args(["batch", "--format", format]).stdin(Stdio::from(File::open(input)?));
    check("the batch", batch.stdout(File::create(&output)?))?;
    Ok(output)
}
