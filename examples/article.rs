//! The article stage opened up, for the trainer and the evaluation.
//!
//! `article features LIST OUT`: LIST holds `{"id","path","url"?}` lines; writes OUT.bin (rows of bytes, all pages'
//! passages in order), OUT.jsonl (one page a line: id, its own row, its passages) and OUT.names.json. A page that reads
//! otherwise where scripts run or have been stripped comes a second time as such (`"bare": true`).
//! `article extract LIST MODEL`: prints `{"id","text","kind","words",…}` lines, the story found with that model
//! (`-` for the product's own). With `--without-noscript`, pages are read as if they had no `<noscript>`.

use plainread::article;
use plainread::article::workbench;
use plainread::article::write;
use plainread::page::Mask;
use plainread::page::NodeSet;
use plainread::page::Page;
use plainread::page::Tag;
use serde_json::Value;
use serde_json::json;
use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::io::Read;
use std::io::Write;
use std::time::Instant;

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let bare = args.iter().position(|a| a == "--without-noscript").map(|at| args.remove(at)).is_some();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["features", list, out] => features(list, out),
        ["extract", list, model] => extract(list, model, bare),
        _ => Err("article features LIST OUT | article extract LIST MODEL [--without-noscript]".into()),
    }
}

fn features(list: &str, out: &str) -> Outcome {
    let mut rows = BufWriter::new(File::create(format!("{out}.bin"))?);
    let mut pages = BufWriter::new(File::create(format!("{out}.jsonl"))?);
    let mut names = json!({});
    for entry in entries(list)? {
        let page = read(&entry)?;
        let whole = workbench::matrix(&page, &mask(&page, false));
        let bare = workbench::matrix(&page, &mask(&page, true));
        let twin = (bare.texts != whole.texts).then_some((bare, true));
        for (matrix, bare) in [(whole, false)].into_iter().chain(twin) {
            for row in &matrix.rows {
                rows.write_all(row)?;
            }
            if !matrix.rows.is_empty() {
                names = json!({"passage": matrix.passage_features, "page": matrix.page_features});
            }
            let line = json!({"id": entry["id"], "bare": bare, "page": matrix.page, "texts": matrix.texts,
                "words": matrix.words, "chains": matrix.chains, "regions": matrix.regions});
            writeln!(pages, "{line}")?;
        }
    }
    Ok(std::fs::write(format!("{out}.names.json"), names.to_string())?)
}

fn extract(list: &str, model: &str, bare: bool) -> Outcome {
    let model = match model {
        "-" => None,
        file => Some(workbench::Model::read(&std::fs::read(file)?).ok_or("no model")?),
    };
    let mut out = BufWriter::new(std::io::stdout());
    for entry in entries(list)? {
        let html = html(&entry)?;
        let start = Instant::now();
        let page = plainread::native::parse_html(&html, entry["url"].as_str().unwrap_or(""));
        let parsed = start.elapsed();
        let mask = mask(&page, bare);
        let found = match &model {
            None => article::extract(&page, &mask),
            Some(model) => workbench::extract_with(&page, &mask, model),
        };
        let all = start.elapsed();
        let kind = found.as_ref().map_or(String::new(), |a| format!("{:?}", a.meta.kind));
        // As `plainread batch` gives it.
        let text = found.as_ref().map_or(String::new(), write::body);
        let words = found.as_ref().map_or(0, |a| a.word_count);
        let line = json!({"id": entry["id"], "text": text, "kind": kind, "words": words,
            "parse_us": parsed.as_micros() as u64, "us": all.as_micros() as u64});
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn entries(list: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let lines = std::fs::read_to_string(list)?;
    Ok(lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn html(entry: &Value) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(entry["path"].as_str().ok_or("no path")?)?;
    let mut html = Vec::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut html)?;
    } else {
        html = bytes;
    }
    Ok(plainread::native::decode(&html).ok_or("no text")?)
}

fn read(entry: &Value) -> Result<Page, Box<dyn Error>> {
    Ok(plainread::native::parse_html(&html(entry)?, entry["url"].as_str().unwrap_or("")))
}

/// Nothing is covered; `bare` leaves `<noscript>` out.
fn mask(page: &Page, bare: bool) -> Mask {
    let mut mask = Mask { skip: NodeSet::new(page), reveal: NodeSet::new(page), ..Mask::default() };
    for id in page.ids().filter(|id| bare && page.is(*id, Tag::Noscript)) {
        mask.skip.insert_subtree(page, id);
    }
    mask
}
