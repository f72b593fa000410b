//! What a page says about itself, gathered in one walk, before anything is chosen from it.

use super::entities::unescape;
use super::lines::Lines;
use super::linked::Described;
use super::linked::Linked;
use super::linked::described;
use super::zone::Known;
use crate::article::url::Base;
use crate::json::Object;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::page::collapsed;
use crate::text::Words;

/// The gathered material.
pub(super) struct Said<'a> {
    pub page: &'a Page,
    pub base: Base,
    /// (name in lower case, content), of `<meta>`, in order.
    tags: Vec<(String, &'a str)>,
    /// Elements with `itemprop`, by their first property.
    pub props: Vec<(&'a str, NodeId)>,
    /// The `<title>`, unescaped.
    pub title: String,
    pub headings: Vec<NodeId>,
    pub times: Vec<NodeId>,
    pub linked: Linked,
    pub lines: Lines,
    pub foreign: Known,
    /// `<link rel="canonical">`, else `og:url`, else the page's own address; a bare path where no host is known.
    pub address: String,
}

impl<'a> Said<'a> {
    pub(super) fn gather(page: &'a Page, mask: &Mask) -> Said<'a> {
        let mut said = Said {
            page,
            base: Base::of(page),
            tags: Vec::new(),
            props: Vec::new(),
            title: String::new(),
            headings: Vec::new(),
            times: Vec::new(),
            linked: Linked::read(page),
            lines: Lines::read(page, mask),
            foreign: Known::new(page),
            address: String::new(),
        };
        let mut skip_to = NodeId(0);
        for node in page.ids() {
            let Some(tag) = page.tag(node) else { continue };
            if mask.skip.contains(node) {
                skip_to = skip_to.max(page.end(node));
            }
            if node >= skip_to {
                said.look_at(node, tag);
            }
        }
        said.address = said.find_address();
        said
    }

    fn look_at(&mut self, node: NodeId, tag: Tag) {
        match tag {
            Tag::Meta => self.add_tag(node),
            Tag::Title if self.title.is_empty() => self.title = tidy(&self.page.text_content(node)),
            Tag::H1 => self.headings.push(node),
            Tag::Time => self.times.push(node),
            _ => {}
        }
        if let Some(prop) = self.page.attr(node, "itemprop").and_then(|p| p.split_whitespace().next()) {
            self.props.push((prop, node));
        }
    }

    fn add_tag(&mut self, node: NodeId) {
        let name = self.page.first_attr(node, &["property", "name", "itemprop", "http-equiv"]);
        let content = self.page.attr(node, "content").filter(|c| !c.trim().is_empty());
        if let Some((name, content)) = name.zip(content) {
            self.tags.push((name.trim().to_ascii_lowercase(), content));
        }
    }

    fn find_address(&self) -> String {
        let is_canonical =
            |n: &NodeId| self.page.is(*n, Tag::Link) && self.page.attr_is(*n, "rel", "canonical");
        let canonical = self.page.ids().find(is_canonical).and_then(|n| self.page.attr(n, "href"));
        let declared = canonical.or_else(|| self.tag("og:url"));
        let is_path = |raw: &&str| self.page.url().is_empty() && !raw.contains(':') && !raw.starts_with("//");
        let bare = || declared.filter(is_path).map(str::to_owned);
        let resolved = declared.and_then(|raw| self.base.resolve(raw)).or_else(bare);
        resolved.unwrap_or_else(|| self.page.url().to_owned())
    }

    /// The first `<meta>` with this name.
    pub(super) fn tag(&self, name: &str) -> Option<&'a str> {
        self.tags.iter().find(|(n, _)| n == name).map(|(_, content)| *content)
    }

    /// Every `<meta>` with this name.
    pub(super) fn tags(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.tags.iter().filter(move |(n, _)| n == name).map(|(_, content)| *content)
    }

    /// The first of several that is there.
    pub(super) fn first_tag(&self, names: Words) -> Option<&'a str> {
        names.iter().find_map(|name| self.tag(name))
    }

    /// The first of several, tidy. None: none of them has words.
    pub(super) fn tidy_tag(&self, names: Words) -> Option<String> {
        names.iter().filter_map(|name| self.tag(name)).map(tidy).find(|value| !value.is_empty())
    }

    /// The JSON-LD object that describes the story, or the page around it.
    pub(super) fn story(&self) -> Option<&Object> {
        let objects = self.linked.objects();
        let rank = |(i, o): &(usize, &&Object)| (described(o), std::cmp::Reverse(*i));
        let best = objects.iter().enumerate().max_by_key(rank).map(|(_, o)| *o)?;
        (described(best) > Described::Other).then_some(best)
    }

    /// The value of a microdata property: its attribute where it has one, else its text.
    pub(super) fn prop(&self, node: NodeId) -> String {
        let attribute = self.page.first_attr(node, &["content", "datetime"]);
        attribute.map_or_else(|| self.page.text_content(node), tidy)
    }
}

/// Entities read, white space collapsed.
pub(super) fn tidy(text: &str) -> String {
    collapsed(&unescape(text))
}
