//! Who made a picture: the end of a caption that says so.

use super::Inline;
use crate::text::Words;
use crate::text::small;
use crate::text::word_list;

/// Words that open a credit, lower case, longest first where one begins another.
/// Source: captions of news sites in the languages the product speaks.
const LABELS: Words = word_list![
    "photograph by:",
    "photograph by",
    "photographs by",
    "photograph:",
    "photography:",
    "photography by",
    "photographer:",
    "photo credit:",
    "photo courtesy of",
    "photo courtesy:",
    "photo by:",
    "photo by",
    "photos by",
    "photos:",
    "photo:",
    "photo :",
    "photo ©",
    "photo/",
    "image credit:",
    "image credits:",
    "image courtesy of",
    "image source:",
    "image by",
    "image:",
    "image ©",
    "images:",
    "picture credit:",
    "picture by",
    "picture:",
    "pictures:",
    "pic:",
    "illustration by",
    "illustration:",
    "illustrations by",
    "illustration credit:",
    "graphic by",
    "graphic:",
    "credit line:",
    "credit:",
    "credits:",
    "courtesy of",
    "courtesy:",
    "source:",
    "video by",
    "video:",
    "screenshot:",
    "foto:",
    "fotos:",
    "foto von",
    "foto ©",
    "bild:",
    "bilder:",
    "bildquelle:",
    "quelle:",
    "symbolbild:",
    "grafik:",
    "fotograf:",
    "crédit photo :",
    "crédit photo:",
    "crédits :",
    "crédits:",
    "crédit :",
    "crédit:",
    "photographie :",
    "illustration :",
    "© photo",
    "fotografía:",
    "fotografía de",
    "foto de",
    "imagen:",
    "crédito:",
    "créditos:",
    "fuente:",
    "fotografia:",
    "imagem:",
    "foto di",
    "crediti:",
    "fonte:",
    "immagine:",
    "fotograaf:",
    "beeld:",
    "bron:",
    "写真：",
    "写真:",
    "撮影：",
    "撮影:",
    "提供：",
    "사진:",
    "사진=",
    "صورة:",
    "تصوير:",
    "фото:",
    "©",
    "(c)",
];
/// Units: characters. A longer end of a caption is no name.
const MAX_NAME: usize = 120;

/// Takes the credit off the end of a caption, in place. Its label ("Photograph:") goes; the rest is returned.
pub(super) fn split_off(caption: &mut Vec<Inline>) -> Option<String> {
    let mut text = String::new();
    super::leaf::push_text(caption, &mut text);
    let (before, credit) = split(&text);
    let (at, credit) = (before.len(), credit?.to_owned());
    cut(caption, at);
    Some(credit)
}

/// Splits a caption that is plain text into itself and its credit.
pub(super) fn split(text: &str) -> (&str, Option<&str>) {
    match find(text) {
        Some((at, name)) => {
            let credit = text[name..].trim().trim_matches(['(', ')', '[', ']']).trim_end_matches('.').trim();
            (text[..at].trim_end(), Some(credit))
        }
        None => (text, None),
    }
}

/// (where the label starts, where the name starts). The first label that opens a short end wins.
fn find(text: &str) -> Option<(usize, usize)> {
    let lower = lower(text);
    // Most words are told by their first byte.
    let mut opens = [false; 256];
    LABELS.iter().for_each(|label| opens[usize::from(label.as_bytes()[0])] = true);
    let may_open = |(i, _): &(usize, char)| opens[usize::from(lower.as_bytes()[*i])];
    let near_end = |(i, _): &(usize, char)| lower.len() - i <= MAX_NAME * 4;
    for (at, _) in
        lower.char_indices().filter(near_end).filter(may_open).filter(|(i, _)| may_start(&lower[..*i]))
    {
        let label = LABELS.iter().find(|label| lower[at..].starts_with(*label));
        let Some(label) = label else { continue };
        let name = at + label.len();
        let rest = text[name..].trim();
        if !rest.is_empty() && rest.chars().count() <= MAX_NAME && is_name(label, rest) {
            return Some((earliest(&lower, at), name));
        }
    }
    None
}

/// Lower case, byte for byte: characters whose lower case has another length stay.
fn lower(text: &str) -> String {
    let one = |c: char| Some(small(c)).filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    text.chars().map(one).collect()
}

/// A credit starts the caption, or follows the end of a sentence or a separator.
fn may_start(before: &str) -> bool {
    let trimmed = before.trim_end();
    trimmed.is_empty()
        || trimmed.ends_with([
            '.', '!', '?', '|', '(', '[', '–', '—', '-', '/', '·', '•', '”', '"', '’', ')', ';', ',', '。',
            '】', '…',
        ])
        || trimmed.len() < before.len()
}

/// "Photo by" may go on as a sentence; a label with a colon says enough.
fn is_name(label: &str, rest: &str) -> bool {
    let sentence = rest.trim_end_matches('.').contains(". ") || rest.contains(['?', '!']);
    let capital = rest.trim_start_matches(['(', '[', '@', '©', ' ']).starts_with(|c: char| !c.is_lowercase());
    (label.ends_with([':', '：', '=', '/']) || capital) && !sentence
}

/// Steps back over a separator that stands before the label.
fn earliest(text: &str, at: usize) -> usize {
    text[..at].trim_end().trim_end_matches(['|', '(', '[', '–', '—', '-', '/', '·', '•']).trim_end().len()
}

/// Cuts the line's plain text off at `at` bytes.
fn cut(line: &mut Vec<Inline>, at: usize) {
    let mut left = at;
    let mut keep = 0;
    for piece in line.iter_mut() {
        let mut text = String::new();
        super::leaf::push_text(std::slice::from_ref(piece), &mut text);
        if text.len() > left {
            match piece {
                Inline::Text(t) if left > 0 => {
                    t.truncate(left);
                    keep += 1;
                }
                _ if left > 0 => {
                    *piece = Inline::Text(text[..text.floor_char_boundary(left)].to_owned());
                    keep += 1;
                }
                _ => {}
            }
            break;
        }
        left -= text.len();
        keep += 1;
    }
    line.truncate(keep);
    if let Some(Inline::Text(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            line.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_give_up_their_credit() {
        let check =
            |text: &str, caption: &str, credit: Option<&str>| assert_eq!(split(text), (caption, credit));
        check("A ferry at dawn. Photograph: Ana Lima/EPA", "A ferry at dawn.", Some("Ana Lima/EPA"));
        check("A ferry at dawn (Photo by Ana Lima)", "A ferry at dawn", Some("Ana Lima"));
        check("Photo: Ana Lima", "", Some("Ana Lima"));
        check("Eine Fähre. Foto: Ana Lima / dpa", "Eine Fähre.", Some("Ana Lima / dpa"));
        check("A ferry. © Ana Lima", "A ferry.", Some("Ana Lima"));
        check("A ferry | Image: Ana Lima", "A ferry", Some("Ana Lima"));
        check("The ferry in a photo by the quay", "The ferry in a photo by the quay", None);
        check("A ferry at dawn.", "A ferry at dawn.", None);
        check("船。写真：山田", "船。", Some("山田"));
        check("", "", None);
    }

    #[test]
    fn styled_captions_are_cut_at_the_credit() {
        let mut line = vec![
            Inline::Text("A ferry. ".to_owned()),
            Inline::Emphasis(vec![Inline::Text("Photo: Ana Lima".to_owned())]),
        ];
        assert_eq!(split_off(&mut line).as_deref(), Some("Ana Lima"));
        assert_eq!(line, [Inline::Text("A ferry.".to_owned())]);
    }
}
