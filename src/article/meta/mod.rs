//! Page -> Meta: what the page says about its story.

use super::Meta;
use super::Source;
use super::Sourced;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Reads what the page says about its story.
pub fn read(page: &Page, _mask: &Mask) -> Meta {
    if page.is_empty() {
        return Meta::default();
    }
    let title = page.find(NodeId::ROOT, Tag::Title).map(|node| page.text_content(node));
    let title = title.filter(|t| !t.is_empty()).map(|value| Sourced { value, source: Source::MetaTag });
    let lang = page.attr(NodeId::ROOT, "lang").filter(|l| !l.is_empty()).map(str::to_owned);
    Meta { title, lang, ..Meta::default() }
}
