//! The command-line program, run as a person runs it.
//!
//! `tests/pages/<slug>/copied.txt` is a page copied as text, `page.html` one as it was sent; `copied.json` and
//! `page.json` are what `read --format json` must make of them.
//! `BLESS=1 cargo test --test cli` rewrites what is expected; look at the difference before keeping it.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

const STORY: &str = "The ferry made its last trip on Sunday, and three hundred people stood on the quay to see it leave. \
                     Nobody could say when there would be another one, and nobody asked.";

fn plainread(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plainread"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that fails early closes its input; that is not this test's concern.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("answers are UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one JSON value")
}

/// A file of its own for each test, gone with the folder.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder for files");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

fn check_refused(args: &[&str], input: &[u8], said: &str) {
    let output = plainread(args, input);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{args:?} succeeded");
    assert_eq!(words.lines().count(), 1, "one line for a person: {words}");
    assert!(words.contains(said), "{words:?} does not say {said:?}");
    assert!(output.stdout.is_empty(), "{args:?} answered");
}

/// A page, and what must come of it.
const FIXTURES: [(&str, &str); 2] = [("copied.txt", "copied.json"), ("page.html", "page.json")];

#[test]
fn pages_become_what_stands_beside_them() {
    let mut wrong = Vec::new();
    let mut pages = 0;
    for entry in fs::read_dir("tests/pages").expect("fixtures").flatten() {
        for (page, expected) in
            FIXTURES.map(|(page, json)| (entry.path().join(page), entry.path().join(json)))
        {
            if !page.is_file() {
                continue;
            }
            pages += 1;
            let found = out(&plainread(&["read", &page.to_string_lossy(), "--format", "json"], b""));
            if std::env::var_os("BLESS").is_some() {
                fs::write(&expected, &found).expect("writable fixtures");
            }
            if fs::read_to_string(&expected).unwrap_or_default() != found {
                wrong.push(format!("{}:\n{found}", page.display()));
            }
        }
    }
    assert!(pages >= 9, "the fixtures are there");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bad_input_is_one_line() {
    let missing = ["read", "/nowhere/page.html"];
    check_refused(&missing, b"", "no such file");
    check_refused(&["read", "src"], b"", "is a directory");
    check_refused(&["read", "-"], b" \n\t\n", "is empty");
    check_refused(&["read", "-"], b"%PDF-1.7 ...", "is a PDF");
    check_refused(&["read", "-"], b"\x00\x01\x02\x00\x07\x00\x00\x03 and so on \x00\x00", "is binary");
    check_refused(&["read", "-"], b"\xFF\xFE\x00\xD8\x00\xD8\x00\xD8\x00\xD8", "encoding");
    check_refused(&["read", "-"], b"\x1F\x8B\x08\x00 not gzip", "does not unpack");
    check_refused(&["read", "-"], b"Too short to be a story.", "no article found");
    check_refused(&["facts", "-", "--date", "2023-02-29"], STORY.as_bytes(), "not a date");
    check_refused(&["read", "-", "--url", "news.example"], STORY.as_bytes(), "is no address");
}

#[test]
fn links_lead_from_the_address_that_is_given() {
    let page =
        format!("<!doctype html><h1>The last ferry</h1><p>{STORY} <a href='next'>More</a> on that.</p>");
    let links = |args: &[&str]| {
        let found = plainread(&[&["read", "-", "--format", "markdown"], args].concat(), page.as_bytes());
        out(&found).contains("](https://news.example/2024/next)")
    };
    assert!(!links(&[]));
    assert!(links(&["--url", "https://news.example/2024/ferry"]));
}

#[test]
fn wrong_words_say_how_to_go_on() {
    for args in [&[][..], &["read"], &["batch"], &["read", "a", "--format", "pdf"]] {
        let output = plainread(args, b"");
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && words.contains("--help"), "{args:?}: {words}");
    }
}

#[test]
fn encodings_and_packing_change_nothing() {
    let text = format!("Grüße vom Kai\n\n{STORY} “So it is,” said Zoë.");
    let utf16: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).expect("memory");
    let expected = json(&plainread(&["read", "-", "--format", "json"], text.as_bytes()));
    assert_eq!(expected["title"], "Grüße vom Kai");
    for (name, bytes) in [
        ("utf16.txt", utf16),
        ("windows.txt", windows.into_owned()),
        ("packed.txt.gz", packed.finish().expect("memory")),
    ] {
        let path = file(name, &bytes);
        let found = json(&plainread(&["read", &path.to_string_lossy(), "--format", "json"], b""));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_page_and_its_copy_give_the_same_story() {
    let lines: Vec<String> = (1..=6).map(|n| format!("{STORY} That was in the year {}.", 1900 + n)).collect();
    let html = format!(
        "<!DOCTYPE html><title>The last ferry</title><article><h1>The last ferry</h1><p>{}</article>",
        lines.join("<p>")
    );
    let copied = format!("The last ferry\n\n{}", lines.join("\n\n"));
    let from_page = json(&plainread(&["read", "-", "--format", "json"], html.as_bytes()));
    let from_copy = json(&plainread(&["read", "-", "--format", "json"], copied.as_bytes()));
    let paragraphs = |answer: &Value| {
        let blocks = answer["blocks"].as_array().expect("blocks").clone();
        blocks.into_iter().filter(|block| block["type"] == "paragraph").collect::<Vec<_>>()
    };
    assert_eq!(from_page["title"], from_copy["title"]);
    assert_eq!(paragraphs(&from_page), paragraphs(&from_copy));
    assert_eq!(paragraphs(&from_copy).len(), lines.len());
}

#[test]
fn formats_hold_the_same_words() {
    let page = "tests/pages/hafen-zeitung/copied.txt";
    let [text, markdown] =
        ["text", "markdown"].map(|format| out(&plainread(&["read", page, "--format", format], b"")));
    let json = json(&plainread(&["read", page, "--format", "json"], b""));
    for block in json["blocks"].as_array().expect("blocks") {
        let words = block["text"].as_str().expect("running text");
        assert!(text.contains(words) && markdown.contains(words), "{words}");
    }
    assert!(markdown.starts_with("# Nach dem Sturm"), "{markdown}");
    assert!(markdown.contains("## Was aus dem Turm werden soll"), "{markdown}");
}

#[test]
fn facts_are_anchored_in_the_text_they_print() {
    let facts =
        json(&plainread(&["facts", "tests/pages/ferry-aggregator/copied.txt", "--date", "2024-05-13"], b""));
    assert_eq!(facts["pub_date"], "2024-05-13");
    let text: Vec<char> = facts["text"].as_str().expect("text").chars().collect();
    let sentences = facts["sentences"].as_array().expect("sentences");
    assert!(sentences.len() > 5);
    let mut checked = 0;
    for list in ["dates", "quantities", "key_sentences"] {
        for item in facts[list].as_array().expect("a list") {
            let [start, end] = ["start", "end"].map(|at| item[at].as_u64().expect("an offset") as usize);
            assert_eq!(text[start..end].iter().collect::<String>(), item["text"], "{list}");
            checked += 1;
        }
    }
    assert!(checked > 0, "something was found");
}

#[test]
fn a_batch_answers_every_line_in_order() {
    let page =
        file("page.html", format!("<title>T</title><article><p>{STORY}<p>{STORY} Yes.</article>").as_bytes());
    let list = format!(
        "{}\n\n{}\nnot json\n{}\n",
        serde_json::json!({ "id": "a", "path": page, "url": "https://example.com/a" }),
        serde_json::json!({ "id": 2, "path": "/nowhere.html" }),
        serde_json::json!({ "id": "c" }),
    );
    let output = plainread(&["batch", "--format", "extraction"], list.as_bytes());
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "progress is for terminals");
    let answers: Vec<Value> = out(&output).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(answers.len(), 4);
    assert_eq!(answers[0]["id"], "a");
    assert!(answers[0]["text"].as_str().expect("text").starts_with("The ferry made its last trip"));
    for field in ["title", "author", "publish_date", "outlet"] {
        assert!(answers[0].get(field).is_some(), "{field}");
    }
    assert_eq!(answers[1]["id"], 2);
    assert_eq!(answers[1]["error"], "/nowhere.html: no such file");
    assert_eq!(answers[2]["id"], Value::Null);
    assert_eq!(answers[3]["id"], "c");
    assert!(answers[2]["error"].is_string() && answers[3]["error"].is_string());
}

#[test]
fn a_batch_of_texts_answers_with_facts() {
    let lines = [
        serde_json::json!({ "id": "x", "text": STORY, "title": "The last ferry", "pub_date": "2024-05-13T08:00" }),
        serde_json::json!({ "id": "y", "text": "" }),
        serde_json::json!({ "id": "z" }),
    ];
    let input = lines.map(|l| l.to_string()).join("\n");
    let output = plainread(&["batch", "--format", "facts"], input.as_bytes());
    let answers: Vec<Value> = out(&output).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(answers.iter().map(|a| a["id"].clone()).collect::<Vec<_>>(), ["x", "y", "z"]);
    for list in ["people", "organisations", "places", "dates", "quantities", "quotes", "key_sentences"] {
        assert!(answers[0][list].is_array(), "{list}");
    }
    assert_eq!(answers[0]["text"], STORY);
    assert!(answers[2]["error"].is_string());
}

/// Every `$ plainread …` in the README, its output as shown; what a pipe makes of an output is left to the reader.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the README");
    let mut shown = 0;
    for block in readme.split("```console\n").skip(1) {
        let (command, wanted) =
            block.split_once("```").expect("the block ends").0.split_once('\n').expect("output");
        let Some(args) = command.strip_prefix("$ plainread ").filter(|args| !args.contains('|')) else {
            continue;
        };
        let args: Vec<&str> = args.split(' ').collect();
        assert_eq!(out(&plainread(&args, b"")), wanted, "{command}");
        shown += 1;
    }
    assert!(shown > 0);
}
