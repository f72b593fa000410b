//! What belongs to the story: kept text, and the pictures and players that stand between it.

use super::embed;
use super::image;
use super::math;
use crate::article::Post;
use crate::article::posts;
use crate::article::posts::Place;
use crate::article::url::Base;
use crate::order::Map;
use crate::order::Set;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Page;
use crate::page::Tag;

/// Units: elements. How far above a picture its text is looked for: a card or a figure is no deeper.
const MAX_CLIMB: usize = 12;
/// Units: characters. Longer text beside a picture is no caption. Source: captions in WCXB dev stay below.
const MAX_CAPTION: u32 = 400;
/// Units: ratio. Where less of the text around a picture is kept, the picture is not the story's.
const MIN_KEPT_AROUND: f32 = 0.5;

/// Units: contributions. Fewer are no thread.
const MIN_POSTS: usize = 2;

/// The page with what is kept of it.
pub(super) struct Scope<'a> {
    pub page: &'a Page,
    pub base: Base,
    pub kept: &'a NodeSet,
    /// Elements that kept links point to, by id.
    targets: Map<&'a str, NodeId>,
    /// Pictures, players and formulas that come along.
    pub media: NodeSet,
    /// Contributions to a thread, by their elements.
    posts: Map<NodeId, Post>,
    /// Names and times that contributions carry.
    signatures: Set<NodeId>,
    /// Kept things before each node; one longer than the page.
    things: Vec<u32>,
}

/// Characters before each node; one longer than the page.
struct Counts {
    all: Vec<u32>,
    kept: Vec<u32>,
    linked: Vec<u32>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(page: &'a Page, mask: &'a Mask, kept: &'a NodeSet) -> Scope<'a> {
        let base = Base::of(page);
        let counts = Counts::new(page, kept);
        let media = media(page, mask, kept, &counts);
        let mut things = Vec::with_capacity(page.len() + 1);
        let mut n = 0;
        for id in page.ids() {
            things.push(n);
            n += u32::from(counts.kept_in(id.0, id.0 + 1) > 0 || media.contains(id));
        }
        things.push(n);
        let mut scope = Scope {
            page,
            base,
            kept,
            targets: Map::default(),
            media,
            posts: Map::default(),
            signatures: Set::default(),
            things,
        };
        scope.targets = scope.find_targets();
        scope.find_posts();
        scope
    }

    /// True if something below `node`, or itself, belongs to the story.
    pub(super) fn has_kept(&self, node: NodeId) -> bool {
        self.things[self.page.end(node).index()] > self.things[node.index()]
    }

    /// The id by which links inside the story reach `node`.
    pub(super) fn target_id(&self, node: NodeId) -> Option<&'a str> {
        if self.targets.is_empty() {
            return None;
        }
        let id = anchor(self.page, node)?;
        (self.targets.get(id) == Some(&node)).then_some(id)
    }

    /// True if the story holds the element with this id.
    pub(super) fn has_target(&self, id: &str) -> bool {
        self.targets.contains_key(id)
    }

    /// True for an element that is a contribution.
    pub(super) fn is_post(&self, node: NodeId) -> bool {
        self.posts.contains_key(&node)
    }

    /// The contribution that is this element, still without its blocks.
    pub(super) fn post(&self, node: NodeId) -> Option<Post> {
        let post = self.posts.get(&node)?;
        Some(Post { author: post.author.clone(), time: post.time.clone(), blocks: Vec::new() })
    }

    /// True for a name or time that a contribution shows already.
    pub(super) fn is_signature(&self, node: NodeId) -> bool {
        self.signatures.contains(&node)
    }

    /// One kept contribution is no thread: it is the story.
    fn find_posts(&mut self) {
        let places: Vec<Place> =
            posts::find(self.page).into_iter().filter(|place| self.has_kept(place.node)).collect();
        if places.len() < MIN_POSTS {
            return;
        }
        for place in places {
            let time = place
                .time
                .map(|node| (node, shown_time(self.page, node)))
                .filter(|(_, text)| !text.is_empty());
            let name = place.author_node.filter(|node| Some(self.page.text_content(*node)) == place.author);
            self.signatures.extend(name);
            self.signatures.extend(time.as_ref().map(|(node, _)| *node));
            let post = Post { author: place.author, time: time.map(|(_, text)| text), blocks: Vec::new() };
            self.posts.insert(place.node, post);
        }
    }

    fn find_targets(&self) -> Map<&'a str, NodeId> {
        let page = self.page;
        let links = page.ids().filter(|n| page.is(*n, Tag::A) && self.has_kept(*n));
        let wanted: Set<&str> = links.filter_map(|n| self.base.fragment(page.attr(n, "href")?)).collect();
        let mut found = Map::default();
        for node in page.ids().filter(|_| !wanted.is_empty()) {
            let empty = page.end(node).0 == node.0 + 1;
            if let Some(id) = anchor(page, node).filter(|id| wanted.contains(id))
                && (empty || self.has_kept(node))
            {
                found.get_or_insert_with(id, |_| node);
            }
        }
        found
    }
}

/// A time as readers see it; longer texts that hold one stay where they are.
fn shown_time(page: &Page, node: NodeId) -> String {
    /// Units: bytes.
    const MAX_TIME: usize = 60;
    /// A time that is said in full. Units: bytes.
    const MIN_TIME: usize = 6;
    let mut texts = page.subtree(node).map(|n| page.text(n)).filter(|text| !text.is_empty());
    let first = texts.next().unwrap_or_default();
    // Said again in short right behind it, for narrow screens.
    let is_said_twice = first.len() >= MIN_TIME
        && first.ends_with(char::is_alphanumeric)
        && texts.next().is_some_and(|next| next.starts_with(char::is_alphanumeric));
    let text = if is_said_twice { first.trim().to_owned() } else { page.text_content(node) };
    if text.len() <= MAX_TIME { text } else { String::new() }
}

/// The name by which a link finds an element.
fn anchor(page: &Page, node: NodeId) -> Option<&str> {
    let name = || page.attr(node, "name").filter(|_| page.is(node, Tag::A));
    page.attr(node, "id").or_else(name).filter(|id| !id.is_empty())
}

impl Counts {
    fn new(page: &Page, kept: &NodeSet) -> Counts {
        let room = page.len() + 1;
        let mut counts = Counts {
            all: Vec::with_capacity(room),
            kept: Vec::with_capacity(room),
            linked: Vec::with_capacity(room),
        };
        let (mut all, mut own, mut linked) = (0, 0, 0);
        let (mut skip_to, mut link_to) = (NodeId(0), NodeId(0));
        for id in page.ids() {
            counts.all.push(all);
            counts.kept.push(own);
            counts.linked.push(linked);
            match page.tag(id) {
                Some(Tag::Script | Tag::Style | Tag::Head | Tag::Svg) => skip_to = skip_to.max(page.end(id)),
                Some(Tag::A) => link_to = link_to.max(page.end(id)),
                Some(_) => {}
                None if id < skip_to => {}
                None => {
                    let n = page.text(id).chars().filter(|c| !c.is_whitespace()).count() as u32;
                    all += n;
                    own += if kept.contains(id) { n } else { 0 };
                    linked += if id < link_to { n } else { 0 };
                }
            }
        }
        counts.all.push(all);
        counts.kept.push(own);
        counts.linked.push(linked);
        counts
    }

    fn kept_in(&self, start: u32, end: u32) -> u32 {
        self.kept[end as usize] - self.kept[start as usize]
    }

    fn all_in(&self, start: u32, end: u32) -> u32 {
        self.all[end as usize] - self.all[start as usize]
    }

    fn linked_in(&self, start: u32, end: u32) -> u32 {
        self.linked[end as usize] - self.linked[start as usize]
    }
}

/// Pictures, players and formulas of the story. A text's caption may be left out of `kept`; its picture still comes along.
fn media(page: &Page, mask: &Mask, kept: &NodeSet, counts: &Counts) -> NodeSet {
    let mut media = NodeSet::new(page);
    let candidate = |n: &NodeId| match page.tag(*n) {
        Some(Tag::Img) => true,
        Some(Tag::Hr | Tag::Math) => true,
        Some(Tag::Script) => math::is_tex_script(page, *n),
        Some(_) => embed::is_player(page, *n),
        None => false,
    };
    for node in page.ids().filter(candidate) {
        // Whether a picture can be shown takes longest to tell, and most are not the story's.
        if !mask.skip.contains(node)
            && (kept.contains(node) || stands_in_story(page, counts, node))
            && (!page.is(node, Tag::Img) || image::is_shown(page, node))
        {
            media.insert(node);
        }
    }
    media
}

fn stands_in_story(page: &Page, counts: &Counts, node: NodeId) -> bool {
    let total = *counts.kept.last().unwrap_or(&0);
    for up in page.ancestors(node).take(MAX_CLIMB) {
        let (start, end) = (up.0, page.end(up).0);
        let (all, own) = (counts.all_in(start, end), counts.kept_in(start, end));
        if own == 0 {
            let caption = all <= MAX_CAPTION && counts.linked_in(start, end) * 2 <= all;
            if caption || page.is(up, Tag::Figure) {
                continue;
            }
            return false;
        }
        let between = counts.kept[node.index()] > 0 && counts.kept[node.index()] < total;
        return between && own as f32 >= MIN_KEPT_AROUND * all as f32 || own == all;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parse_serialized;

    #[test]
    fn a_time_said_twice_is_shown_once() {
        let check = |time: &str, shown: &str| {
            let html = format!("<html><head></head><body><time>{time}</time></body></html>");
            let page = parse_serialized(&html, "https://talk.example/a").page;
            let node = page.find(NodeId::ROOT, Tag::Time).expect("a time");
            assert_eq!(shown_time(&page, node), shown);
        };
        check("<span>3 May 2024</span><span>1 yr</span>", "3 May 2024");
        check("<span>3 May 2024</span> <span>10:20</span>", "3 May 2024 10:20");
        check("<span>3 May 2024</span>, 10:20", "3 May 2024, 10:20");
        check("<b>3</b>rd of May", "3rd of May");
        check("", "");
    }
}
