//! Language and direction.

use super::said::Said;
use crate::page::NodeId;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Languages written from right to left. Source: CLDR, `layout/orientation`.
const RTL: Words = word_list![
    "ar", "arc", "ckb", "dv", "fa", "ha-arab", "he", "iw", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug",
    "ur", "yi",
];

/// BCP 47, as declared. None: not declared, or no language tag.
pub(super) fn declared(said: &Said) -> Option<String> {
    let page = said.page;
    let of_page = page.first_attr(NodeId::ROOT, &["lang", "xml:lang"]);
    let of_body = || page.find(NodeId::ROOT, Tag::Body).and_then(|body| page.attr(body, "lang"));
    const TAGS: Words = word_list!["content-language", "language", "og:locale", "dc.language", "inlanguage"];
    let of_tags = || said.first_tag(TAGS).and_then(tidy);
    of_page.and_then(tidy).or_else(|| of_body().and_then(tidy)).or_else(of_tags)
}

fn tidy(tag: &str) -> Option<String> {
    let tag = tag.split([',', ' ', ';']).next().unwrap_or("").replace('_', "-");
    let primary = tag.split('-').next().unwrap_or("");
    let letters = primary.chars().all(|c| c.is_ascii_alphabetic()) && (2..=3).contains(&primary.len());
    (letters && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).then_some(tag)
}

/// True for right-to-left: declared, else by language, else by the headline's letters.
pub(super) fn is_rtl(said: &Said, lang: Option<&str>, title: &str) -> bool {
    let page = said.page;
    let of_body = || page.attr(page.find(NodeId::ROOT, Tag::Body)?, "dir");
    let declared = page.attr(NodeId::ROOT, "dir").or_else(of_body);
    match declared.map(str::to_ascii_lowercase).as_deref() {
        Some("rtl") => true,
        Some("ltr") => false,
        _ => lang.map_or_else(
            || is_rtl_text(title),
            |lang| RTL.has(lang.split('-').next().unwrap_or(lang).to_ascii_lowercase().as_str()),
        ),
    }
}

fn is_rtl_text(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let rtl = text
        .chars()
        .filter(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
        .count();
    rtl * 2 > letters
}
