//! Packs the word lists of `rules/lexicons/` for `src/rules/packed.rs`: sorted entries, each without what it shares with
//! the one before it, and beside them where the entries start that stand in full. They are a third of what the extension
//! weighs, and no page ever reads their comments; nor those of `rules/languages/`, whose tables are sorted here once and not
//! for each story: one line for each table that any language has, and the tables as an enum to find them by.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::Result;
use std::path::Path;

const FOLDER: &str = "rules/lexicons";
const LANGUAGES: &str = "rules/languages";

/// Every so many entries one stands in full, so that a search can start there.
const BLOCK: usize = 64;

/// Most bytes that are said to be shared: what control characters can tell, tab and line feed apart.
const MOST_SHARED: usize = 28;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    for file in fs::read_dir(FOLDER)? {
        let file = file?.path();
        if let Some(name) = file.file_name().filter(|_| file.extension().is_some_and(|e| e == "txt")) {
            let (entries, starts) = packed(&fs::read_to_string(&file)?);
            let out = Path::new(&out).join(name);
            fs::write(&out, entries)?;
            fs::write(out.with_extension("starts"), starts)?;
        }
    }
    fs::write(Path::new(&out).join("lower.rs"), capitals())?;
    languages(Path::new(&out))
}

/// The letters beyond ASCII whose small one is one other character, as runs: first, distance to the last, step, distance
/// to the small one.
fn capitals() -> String {
    let mut runs: Vec<(u32, u8, u8, i32)> = Vec::new();
    for c in '\u{80}'..=char::MAX {
        let small: Vec<char> = c.to_lowercase().collect();
        let [small] = small[..] else { continue };
        if small == c {
            continue;
        }
        let (code, far) = (c as u32, small as i32 - c as i32);
        let on = runs.last_mut().filter(|run| run.3 == far).and_then(|run| {
            let step = code - run.0 - u32::from(run.1);
            let fits = step == u32::from(run.2) || run.1 == 0 && step <= 2;
            let length = u8::try_from(code - run.0).ok().filter(|_| fits)?;
            (run.1, run.2) = (length, step as u8);
            Some(())
        });
        if on.is_none() {
            runs.push((code, 0, 1, far));
        }
    }
    format!("static RUNS: [Run; {}] = {runs:?};", runs.len())
}

/// The entries, and the places of those in full as numbers of two bytes, lowest first.
fn packed(file: &str) -> (String, Vec<u8>) {
    let (mut out, mut starts) = (String::new(), Vec::new());
    let mut previous = "";
    for (n, line) in file.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let full = n % BLOCK == 0;
        if full {
            let start = u16::try_from(out.len()).expect("a list is shorter than 64 KB");
            starts.extend(start.to_le_bytes());
        }
        let shared = if full { 0 } else { shared(previous, line) };
        out.push(mark(shared));
        out.push_str(&line[shared..]);
        previous = line;
    }
    (out, starts)
}

/// How many bytes two entries open with alike, at most [`MOST_SHARED`], in whole characters.
fn shared(a: &str, b: &str) -> usize {
    let alike = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b && *a != b'\t').take(MOST_SHARED).count();
    b.floor_char_boundary(alike)
}

/// The control character that tells a number of bytes: 1, 2 … without tab and line feed.
fn mark(shared: usize) -> char {
    let code = shared as u8 + 1;
    char::from(if code < b'\t' { code } else { code + 2 })
}

/// Tables of a language by name: an entry with its number, as written.
type Tables<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a str>>;

/// Writes each language's tables as lines in the order of the enum `Name`, and that enum.
fn languages(out: &Path) -> Result<()> {
    let read = |entry: Result<fs::DirEntry>| {
        let path = entry?.path();
        Ok((path.file_name().unwrap_or_default().to_owned(), fs::read_to_string(path)?))
    };
    let files: Vec<_> = fs::read_dir(LANGUAGES)?.map(read).collect::<Result<_>>()?;
    let languages: Vec<_> = files.iter().map(|(name, file)| (name, tables(file))).collect();
    let names: BTreeSet<&str> = languages.iter().flat_map(|(_, tables)| tables.keys().copied()).collect();
    let folder = out.join("languages");
    fs::create_dir_all(&folder)?;
    for (name, tables) in &languages {
        let lines = names.iter().map(|name| tables.get(name).map_or(String::new(), line) + "\n");
        fs::write(folder.join(name), lines.collect::<String>())?;
    }
    let variants: String = names.iter().map(|name| format!("    {},\n", variant(name))).collect();
    fs::write(
        out.join("tables.rs"),
        format!("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Name {{\n{variants}}}\n"),
    )
}

/// `doubtful-months` as `DoubtfulMonths`.
fn variant(name: &str) -> String {
    name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The tables of a language's file.
fn tables(file: &str) -> Tables<'_> {
    let mut tables = Tables::new();
    let mut name = "";
    for line in file.lines().map(|line| line.split('#').next().unwrap_or("").trim()) {
        if let Some(heading) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            name = heading;
            tables.entry(name).or_default();
            continue;
        }
        for entry in line.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
            let (words, number) = entry.split_once('=').unwrap_or((entry, ""));
            tables.entry(name).or_default().entry(words.trim()).or_insert(number.trim());
        }
    }
    tables
}

/// A table as a line: how many tokens its longest entry takes, as a letter from `a`, then the entries.
fn line(table: &BTreeMap<&str, &str>) -> String {
    let tokens = |words: &str| words.split(' ').count() + words.matches("'s").count();
    let most = table.keys().map(|words| tokens(words)).max().unwrap_or(0);
    let entry = |(words, number): (&&str, &&str)| match *number {
        "" => (*words).to_owned(),
        number => format!("{words}={number}"),
    };
    let entries: Vec<_> = table.iter().map(entry).collect();
    format!("{}{}", char::from(b'a' + most as u8), entries.join(","))
}
