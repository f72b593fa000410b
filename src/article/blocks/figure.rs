//! Captions and who made the picture.

use super::embed;
use super::line;
use super::scope::Scope;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::credit;
use crate::page::NodeId;
use crate::page::Tag;

/// True for a `<figure>` that holds pictures and nothing else that stands on its own.
pub(super) fn is_picture(scope: &Scope, node: NodeId) -> bool {
    let page = scope.page;
    let mut pictures = 0;
    for inner in page.subtree(node).skip(1) {
        match page.tag(inner) {
            Some(Tag::Img) if scope.media.contains(inner) => pictures += 1,
            Some(Tag::Pre | Tag::Table | Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Figure) => return false,
            Some(_) if embed::is_player(page, inner) => return false,
            _ => {}
        }
    }
    pictures > 0
}

/// Adds a line to the figure's caption; what names the maker goes to its credit.
pub(super) fn add_caption(figure: &mut Figure, mut text: Vec<Inline>) {
    if figure.credit.is_none() {
        figure.credit = credit::split_off(&mut text);
    }
    if text.is_empty() {
        return;
    }
    match &mut figure.caption {
        Some(caption) => {
            line::append(caption, vec![Inline::Text(" ".to_owned())]);
            line::append(caption, text);
        }
        None => figure.caption = Some(text),
    }
}
