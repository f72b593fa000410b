//! A line -> caption and credit: what stands under a picture, and who made it.

use super::lines::Line;
use super::lines::ends_sentence;
use super::name;
use super::sign::Signs;
use crate::rules::furniture::Kind;
use crate::text::lower;

/// What stands under a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// Without the credit.
    pub text: Option<String>,
    /// Without the label.
    pub credit: Option<String>,
}

/// A longer credit is running text. Units: words.
const LONGEST_CREDIT: usize = 14;

/// A longer line is a paragraph, whatever it speaks of. Units: characters.
const LONGEST_CAPTION: usize = 500;

/// Reads a line that ends in a credit. None: it does not.
pub fn read(line: &Line, signs: &Signs) -> Option<Caption> {
    let text = line.text.as_str();
    if signs.length > LONGEST_CAPTION {
        return None;
    }
    bracketed(text, signs).or_else(|| labelled(text, signs)).or_else(|| unlabelled(text, signs))
}

/// "… in Moscow. Photograph: Jane Roe/EPA", "Foto: dpa"
fn labelled(text: &str, signs: &Signs) -> Option<Caption> {
    let mut labels = signs.hits.iter().filter(|hit| hit.kind == Kind::Credit).rev();
    labels.find_map(|hit| {
        let rest = &text[hit.bytes.end..];
        let by = lower(&text[hit.bytes.clone()]).ends_with(" by");
        let named = rest.trim_start().strip_prefix([':', '：', '＝', '/']);
        let credit = named.or(Some(rest).filter(|rest| by && name::is_name(rest.trim())))?;
        caption(&text[..hit.bytes.start], credit)
    })
}

/// "… in Moscow. (AP Photo/Jane Roe)", "[Jane Roe/Reuters]"
fn bracketed(text: &str, signs: &Signs) -> Option<Caption> {
    let inner = text.strip_suffix([')', ']', '）'])?;
    let (before, credit) = inner.rsplit_once(['(', '[', '（'])?;
    let open = before.len();
    let inside = |kind: Kind| signs.hits.iter().any(|hit| hit.kind == kind && hit.bytes.start >= open);
    let credit_word = inside(Kind::Credit) && (credit.contains(['/', ':']) || lower(credit).contains("by "));
    let agency = inside(Kind::Agency) && credit.contains('/');
    (credit_word || agency).then(|| caption(before, unlabel(credit)))?
}

fn unlabel(credit: &str) -> &str {
    match credit.split_once(':') {
        Some((_, name)) => name,
        None => ["Photo by ", "Image by ", "Foto von ", "Photo: "]
            .iter()
            .find_map(|label| credit.strip_prefix(label))
            .unwrap_or(credit),
    }
}

/// "… in Moscow. Jane Roe/AFP", "… in Moscow. © Jane Roe"
fn unlabelled(text: &str, signs: &Signs) -> Option<Caption> {
    let (before, credit) = match text.rsplit_once(['©', '|']) {
        Some((before, credit)) if text.contains('©') => (before, credit),
        _ => {
            let at = text.rfind(['.', '|', '!', '?', '。']).filter(|at| text[*at..].chars().count() > 2)?;
            let after = at + text[at..].chars().next()?.len_utf8();
            (&text[..after], &text[after..])
        }
    };
    let agency = signs.hits.iter().any(|hit| hit.kind == Kind::Agency && hit.bytes.start >= before.len());
    let shape = agency && (credit.contains('/') || lower(credit).contains("via "));
    (shape || (text.contains('©') && !before.trim().is_empty() && !ends_sentence(credit)))
        .then(|| caption(before, credit))?
}

fn caption(before: &str, credit: &str) -> Option<Caption> {
    let before = before.trim().trim_end_matches(['|', '(', '[', '–', '—', '-', '/', '（']).trim();
    let credit = credit.trim().trim_end_matches([')', ']', '）']).trim();
    let words = credit.split(' ').count();
    let named = credit.chars().any(char::is_alphabetic) && words <= LONGEST_CREDIT && !has_sentence(credit);
    named.then(|| Caption {
        text: Some(before.to_owned()).filter(|t| !t.is_empty()),
        credit: Some(credit.to_owned()),
    })
}

/// True where a sentence ends inside: a word of several small letters before a full stop and a space.
fn has_sentence(text: &str) -> bool {
    text.rsplit(". ").skip(1).any(|part| {
        let word = part.rsplit(' ').next().unwrap_or_default();
        word.chars().count() > 3 && word.chars().all(char::is_lowercase)
    })
}

/// A line that only names agencies: "With Reuters and Agence France-Presse".
pub fn is_agency_credit(line: &Line, signs: &Signs) -> bool {
    let openers = signs.taken_by(|kind| matches!(kind, Kind::Agency | Kind::AgencyOpener));
    signs.has(Kind::Agency)
        && openers >= AGENCIES
        && signs.words.words.len() <= LONGEST_CREDIT
        && !line.text.ends_with(':')
}

/// Share of an agency credit's letters in names of agencies and the words that bring them in. Units: percent.
const AGENCIES: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::furniture::Furniture;

    fn signs(text: &str) -> (Line, Signs) {
        let line = Line { text: text.to_owned(), gap: true };
        let signs = Signs::of(&line, &Furniture::load());
        (line, signs)
    }

    fn check(text: &str, expected: Option<(Option<&str>, &str)>) {
        let (line, signs) = signs(text);
        let found = read(&line, &signs);
        let found = found.as_ref().map(|c| (c.text.as_deref(), c.credit.as_deref().unwrap_or_default()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn captions_end_in_credits() {
        check("The quay at dawn. Photograph: Ana Roe/EPA", Some((Some("The quay at dawn."), "Ana Roe/EPA")));
        check("Der Kai am Morgen. Foto: Ana Roe / dpa", Some((Some("Der Kai am Morgen."), "Ana Roe / dpa")));
        check("The quay at dawn. (AP Photo/Ana Roe)", Some((Some("The quay at dawn."), "AP Photo/Ana Roe")));
        check("The quay at dawn [Ana Roe/Reuters]", Some((Some("The quay at dawn"), "Ana Roe/Reuters")));
        check("The quay at dawn. Ana Roe/AFP", Some((Some("The quay at dawn."), "Ana Roe/AFP")));
        check("The quay at dawn. © Ana Roe", Some((Some("The quay at dawn."), "Ana Roe")));
        check("The quay at dawn. | Photo by Ana Roe", Some((Some("The quay at dawn."), "Ana Roe")));
        check("Photo: Ana Roe", Some((None, "Ana Roe")));
        check("岸壁の朝 写真：山田太郎", Some((Some("岸壁の朝"), "山田太郎")));
    }

    #[test]
    fn sentences_do_not() {
        check("He sent Reuters a photograph.", None);
        check("“It changes the picture,” she said. Reuters was there.", None);
        check(
            "The photo: a quay at dawn, empty. It was taken by a boy who knew nothing of ships and less of quays.",
            None,
        );
    }

    #[test]
    fn agency_credits_name_agencies() {
        for (text, expected) in [
            ("With Reuters and Agence France-Presse", true),
            ("Source: AFP", true),
            ("Mit Material von dpa", true),
            ("Reuters reported on Sunday that the quay was closed", false),
            ("Additional reporting by Ana Roe in Kyiv", false),
        ] {
            let (line, signs) = signs(text);
            assert_eq!(is_agency_credit(&line, &signs), expected, "{text}");
        }
    }
}
