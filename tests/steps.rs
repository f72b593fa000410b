//! The reader's closed lists stand twice, in Rust and in TypeScript: both must say the same, in the same order; and
//! every phrase the core can say has its words.

use std::fs;

use plainread::reader::Attr;
use plainread::reader::Tag;
use plainread::reader::Word;

fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path)
}

/// The quoted words of `export const NAME = [...]`.
fn list<'a>(source: &'a str, name: &str) -> Vec<&'a str> {
    let after = source.split_once(&format!("export const {name} = [")).expect("the list").1;
    let inside = after.split_once(']').expect("its end").0;
    inside.split('"').skip(1).step_by(2).collect()
}

#[test]
fn both_sides_name_the_same_elements_and_attributes() {
    let steps = file("extension/shared/steps.ts");
    assert_eq!(list(&steps, "TAGS"), Tag::ALL.iter().map(|t| t.name()).collect::<Vec<_>>());
    assert_eq!(list(&steps, "ATTRS"), Attr::ALL.iter().map(|a| a.name()).collect::<Vec<_>>());
}

#[test]
fn nothing_that_runs_is_in_the_lists() {
    for tag in Tag::ALL {
        assert!(!["script", "style", "iframe", "object", "embed", "form", "input"].contains(&tag.name()));
    }
    for attr in Attr::ALL {
        assert!(!attr.name().starts_with("on") && attr.name() != "style" && attr.name() != "srcdoc");
    }
}

#[test]
fn every_phrase_has_words() {
    let words = file("extension/_locales/en/messages.json");
    let words: serde_json::Value = serde_json::from_str(&words).expect("JSON");
    for word in Word::ALL {
        assert!(words[word.name()]["message"].is_string(), "no words for {}", word.name());
    }
}

/// The words of one language of the interface.
fn words(language: &str) -> serde_json::Map<String, serde_json::Value> {
    serde_json::from_str(&file(&format!("extension/_locales/{language}/messages.json"))).expect(language)
}

/// What a phrase speaks of: the names between its dollar signs.
fn about(phrase: &serde_json::Value) -> Vec<&str> {
    let mut names: Vec<&str> =
        phrase["message"].as_str().unwrap_or_default().split('$').skip(1).step_by(2).collect();
    names.sort_unstable();
    names
}

#[test]
fn every_language_of_the_interface_says_everything() {
    let english = words("en");
    let mut wrong = Vec::new();
    for folder in
        fs::read_dir(format!("{}/extension/_locales", env!("CARGO_MANIFEST_DIR"))).expect("languages")
    {
        let language = folder.expect("a folder").file_name().into_string().expect("a name");
        let own = words(&language);
        let said = |key: &str| own[key]["message"].as_str().unwrap_or_default();
        if said("wordsLanguage") != language.replace('_', "-") {
            wrong.push(format!("{language}: says it is {}", said("wordsLanguage")));
        }
        if said("wordsDirection") != if language == "ar" { "rtl" } else { "ltr" } {
            wrong.push(format!("{language}: runs {}", said("wordsDirection")));
        }
        // Forms of number differ: Japanese has one for all, Arabic six.
        for (key, phrase) in english.iter().filter(|(key, _)| !key.ends_with("_one")) {
            match own.get(key) {
                None => wrong.push(format!("{language}: no {key}")),
                Some(said) if about(said) != about(phrase) => {
                    wrong.push(format!("{language}: {key} does not speak of {:?}", about(phrase)));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
