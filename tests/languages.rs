//! News in other languages: what must be found in each text of `tests/languages/`, and nothing besides.
//!
//! A file: headline, day of publication, the text, `---`, then a line for each fact: `date ISO`, `amount VALUE UNIT`,
//! `speaker NAME` (`-` where nobody may be named) and `person NAME` / `place NAME`, in the order of the text. Equal
//! dates and amounts stand once. The first two letters of the file's name are the language.

use plainread::facts::Anchor;
use plainread::facts::Story;
use plainread::facts::pick;
use std::fs;

#[test]
fn texts_tell_what_is_noted_below_them() {
    let mut seen = 0;
    for entry in fs::read_dir("tests/languages").expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let file = fs::read_to_string(&path).expect("a text");
        let (head, expected) = file.split_once("\n---\n").expect("facts below the text");
        let mut lines = head.splitn(3, '\n');
        let mut next = || lines.next().unwrap_or_default().to_owned();
        let (title, published, text) = (next(), next(), next());
        let lang = name.get(..2).map(str::to_owned);
        let story = Story { title: Some(title), published: Some(published), text, lang, ..Story::default() };
        let mut expected: Vec<&str> = expected.lines().collect();
        let mut found = facts_of(&story);
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{name}");
        seen += 1;
    }
    assert!(seen >= 12, "two texts a language");
}

fn facts_of(story: &Story) -> Vec<String> {
    let facts = pick(story);
    let mut out = Vec::new();
    let mut add = |line: String| {
        let is_speaker = line.starts_with("speaker");
        if is_speaker || !out.contains(&line) {
            out.push(line);
        }
    };
    facts.dates.iter().for_each(|d| add(format!("date {}", d.iso.as_deref().unwrap_or("-"))));
    facts.quantities.iter().for_each(|q| add(format!("amount {} {}", q.value, q.unit)));
    let speaker = |q: &plainread::facts::Quote| q.speaker.as_ref().map_or("-".to_owned(), |s| s.name.clone());
    facts.quotes.iter().for_each(|q| add(format!("speaker {}", speaker(q))));
    facts.people.iter().for_each(|p| add(format!("person {}", p.name)));
    facts.places.iter().for_each(|p| add(format!("place {}", p.name)));
    let anchors: Vec<Anchor> = facts.quotes.iter().filter_map(|q| q.speaker.as_ref()?.at).collect();
    let stands = |at: &Anchor| story.text.get(at.start as usize..at.end as usize).is_some();
    assert!(anchors.iter().all(stands), "speakers stand in the text");
    out
}
