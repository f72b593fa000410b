//! What would stall html5ever, put where it does not: it looks at every open element for each `<div>`, so that twenty
//! thousand of them would take minutes. Real pages stay far below the limit and come through unchanged.

use super::html::Arena;
use super::html::Id;
use html5ever::LocalName;
use html5ever::tokenizer::Tag;
use html5ever::tokenizer::TagKind;
use html5ever::tokenizer::Token;
use html5ever::tokenizer::TokenSink;
use html5ever::tokenizer::TokenSinkResult;
use html5ever::tree_builder::TreeBuilder;
use std::cell::Cell;
use std::cell::RefCell;

/// Open elements. Source: Chromium's parser goes no deeper.
const MOST_DEPTH: u32 = 512;

/// The tree builder, with what opens too deep put beside what is open there instead of into it, as Chromium does.
pub(super) struct Shallow {
    pub builder: TreeBuilder<Id, Arena>,
    /// The open element that is as deep as may be.
    tip: RefCell<Option<LocalName>>,
    /// Elements that were closed early: their end tags are still to come and mean nothing.
    early: Cell<u32>,
}

impl Shallow {
    pub fn new(builder: TreeBuilder<Id, Arena>) -> Shallow {
        Shallow { builder, tip: RefCell::default(), early: Cell::new(0) }
    }

    /// True for an end tag that must not reach the builder.
    fn refuses(&self, tag: &Tag, line: u64) -> bool {
        // Nearly always so, and told without a look at the name.
        if !self.is_deepest() || steers(&tag.name) {
            return false;
        }
        match tag.kind {
            TagKind::EndTag if self.tip.take().is_none() && self.early.get() > 0 => {
                self.early.set(self.early.get() - 1);
                return true;
            }
            TagKind::StartTag if !is_void(&tag.name) => self.make_room(&tag.name, line),
            _ => {}
        }
        false
    }

    fn is_deepest(&self) -> bool {
        self.early.get() > 0 || self.tip.borrow().is_some() || self.builder.sink.depth() >= MOST_DEPTH
    }

    /// Closes the tip for an element that becomes the tip in its place.
    fn make_room(&self, name: &LocalName, line: u64) {
        let Some(tip) = self.tip.replace(Some(name.clone())) else { return };
        // These end where the next of them begins, and have no end tag that would be missed.
        let ends_itself =
            tip == *name && matches!(&**name, "p" | "li" | "td" | "tr" | "dd" | "dt" | "option");
        if !ends_itself {
            self.early.set(self.early.get() + 1);
            let end = Tag {
                kind: TagKind::EndTag,
                name: tip,
                self_closing: false,
                attrs: Vec::new(),
                had_duplicate_attributes: false,
            };
            let _ = self.builder.process_token(Token::TagToken(end), line);
        }
    }
}

/// Elements whose start changes how what follows is read.
fn steers(name: &str) -> bool {
    const STEERS: &[&str] = &[
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "xmp",
    ];
    STEERS.binary_search(&name).is_ok()
}

fn is_void(name: &str) -> bool {
    crate::page::Tag::from_name(name).is_void()
}

impl TokenSink for Shallow {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        match token {
            Token::TagToken(tag) if self.refuses(&tag, line) => TokenSinkResult::Continue,
            token => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;
    use crate::page::Tag::Body;
    use crate::page::Tag::H2;
    use crate::page::Tag::P;

    /// Far deeper than any parser goes; each level has a paragraph, and what follows has its place at the top.
    #[test]
    fn what_is_too_deep_keeps_its_paragraphs() {
        let levels = 2 * MOST_DEPTH;
        let down: String = (0..levels).map(|level| format!("<div><p>{level}<p>and</p>")).collect();
        let up: String = (0..levels).rev().map(|level| format!("<p>{level}</p></div>")).collect();
        let page = crate::native::parse_html(&format!("<section>{down}{up}</section><h2>last</h2>"), "");
        let paragraphs: Vec<String> =
            page.ids().filter(|id| page.is(*id, P)).map(|id| page.text_content(id)).collect();
        let down = (0..levels).flat_map(|level| [level.to_string(), "and".to_owned()]);
        let expected: Vec<String> = down.chain((0..levels).rev().map(|level| level.to_string())).collect();
        assert_eq!(paragraphs, expected);
        let last = page.find(NodeId::ROOT, H2).expect("a heading");
        assert_eq!(page.parent(last), page.find(NodeId::ROOT, Body));
    }
}
