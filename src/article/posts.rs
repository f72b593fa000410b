//! Contributions to a thread: repeated parts of a page, each with somebody's name.
//!
//! In: a page. Out: where each contribution lies, who wrote it and when, as shown. Structure and repetition decide;
//! names of classes only say where to look.

use super::meta::day;
use super::meta::day::Order;
use super::names;
use super::names::Lengths;
use crate::order;
use crate::order::Map;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::rules::months::Months;
use crate::text::Words;
use crate::text::word_list;
use std::cell::Cell;

/// Words of class names on contributions.
const POSTS: Words = word_list![
    "post",
    "message",
    "msg",
    "comment",
    "reply",
    "answer",
    "question",
    "topic",
    "entry",
    "blockpost",
    "postcontainer",
    "postbit",
    "firstpost",
    "response",
    "discussion",
    "comtr",
];
/// Words of class names on who wrote.
const AUTHORS: Words = word_list![
    "author",
    "username",
    "user",
    "poster",
    "nick",
    "nickname",
    "creator",
    "member",
    "byline",
    "hnuser",
    "displayname",
    "screenname",
    "postprofile",
    "postleft",
];
/// Words that stand beside the name in its element.
const BESIDE: Words = word_list![
    "avatar",
    "title",
    "rank",
    "stats",
    "info",
    "badge",
    "signature",
    "status",
    "posts",
    "joined",
    "details",
    "icon",
    "image",
    "action",
    "actions",
    "menu",
    "content",
    "body",
    "text",
];
/// Parts of addresses of pages about members.
const PROFILES: Words = word_list![
    "profile",
    "/user",
    "/member",
    "/u/",
    "/people/",
    "/author/",
    "memberlist",
    "showuser",
    "?u=",
    "userid=",
];
/// Words of class names on when.
const TIMES: Words = word_list!["date", "time", "timestamp", "posted", "created", "published", "age", "when"];
/// Units: nodes. A name or a time stands near the start of a contribution.
const REACH: usize = 300;
/// Units: nodes. A signature may stand at the end of a contribution.
const MOST: usize = 2000;
/// Units: bytes. Longer is no name.
const MAX_NAME: usize = 60;
/// Units: contributions. A thread has two at least.
const MIN_POSTS: usize = 2;
/// Names of the contribution that opens a thread: it stands alone.
const OPENERS: Words = word_list![
    "question",
    "firstpost",
    "discussionforumposting",
    "shreddit-post",
    "original-post",
    "first-post"
];
/// Units: bytes. Shorter parts are no contributions.
const MIN_TEXT: usize = 15;
/// Units: contributions. Between a part and its wrapper stand no more, such as answers that are laid inside it.
const NESTED: usize = 8;
/// Units: share of a group's parts that must name somebody.
const MIN_NAMED: f32 = 0.7;

/// A contribution.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub node: NodeId,
    pub author: Option<String>,
    /// What names the author, so that it is not shown twice.
    pub author_node: Option<NodeId>,
    pub time: Option<NodeId>,
}

/// Finds the contributions of the page's thread, outermost where they nest alike; empty: no thread.
pub(super) fn find(page: &Page) -> Vec<Place> {
    let mut groups: Map<&str, Vec<NodeId>> = Map::default();
    let lengths = Lengths::of(&[POSTS]);
    let is_post =
        |name: &str| names::words(name).any(|word| lengths.may_have(word) && POSTS.has_in_any_case(word));
    for node in page.ids().filter(|n| may_be_post(page, *n)) {
        for name in signature(page, node, &is_post) {
            groups.get_or_default(name).push(node);
        }
    }
    if !groups.iter().any(|(name, nodes)| nodes.len() >= needed(name)) {
        return Vec::new();
    }
    // Parts repeat under several names; the groups share what was read of them.
    let (sight, mut known) = (Sight::new(page), Map::default());
    let mut look = |node| known.get_or_insert_with(node, |node| sight.place(*node)).clone();
    let mut places = Vec::new();
    for (name, nodes) in groups.iter() {
        places.extend(thread(page, name, nodes, &mut look).unwrap_or_default());
    }
    order::sort_by_key(&mut places, |place| place.node);
    outermost(page, places)
}

/// Drops parts inside a part that the same element names or dates: wrappers of one contribution.
fn outermost(page: &Page, places: Vec<Place>) -> Vec<Place> {
    let mut outer: Vec<Place> = Vec::new();
    for place in places {
        match outer.iter_mut().rev().take(NESTED).find(|outer| wraps(page, outer, &place)) {
            None => outer.push(place),
            // What shows the name is hidden where the contribution shows it.
            Some(wrapper) if named_by_attribute(wrapper) && wrapper.author == place.author => {
                wrapper.author_node = place.author_node;
            }
            Some(_) => {}
        }
    }
    outer
}

fn wraps(page: &Page, outer: &Place, inner: &Place) -> bool {
    let same = |one: Option<NodeId>, other| one.is_some() && one == other;
    page.is_inside(inner.node, outer.node)
        && (same(outer.time, inner.time)
            || same(outer.author_node, inner.author_node)
            || (named_by_attribute(outer) && outer.author == inner.author))
}

fn named_by_attribute(place: &Place) -> bool {
    place.author_node == Some(place.node)
}

fn may_be_post(page: &Page, node: NodeId) -> bool {
    matches!(
        page.tag(node),
        Some(
            Tag::Div
                | Tag::Article
                | Tag::Li
                | Tag::Section
                | Tag::Tr
                | Tag::Table
                | Tag::Tbody
                | Tag::Other
                | Tag::Td
        )
    ) && page.end(node).0 - node.0 > 3
}

/// Names under which a part repeats: classes with a word of contributions, ids that end in a number.
fn signature<'a>(page: &'a Page, node: NodeId, is_post: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let classes = page.value(node, "class").split_ascii_whitespace().filter(|name| is_post(name));
    let bare = page.attr(node, "id").map(|id| id.trim_end_matches(|c: char| c.is_ascii_digit()));
    let numbered = bare.filter(|bare| page.attr(node, "id").is_some_and(|id| id.len() > bare.len() + 1));
    let kind = page.attr(node, "itemtype").map(|t| t.rsplit('/').next().unwrap_or(t)).filter(|t| {
        word_list!["Comment", "Answer", "Question", "DiscussionForumPosting", "SocialMediaPosting"].has(t)
    });
    let custom = Some(page.name(node)).filter(|name| name.contains('-') && is_post(name));
    let mut out: Vec<&str> = classes.collect();
    out.extend(numbered);
    out.extend(kind);
    out.extend(custom);
    out
}

/// How many parts of one name make a thread.
fn needed(name: &str) -> usize {
    if OPENERS.has_in_any_case(name) { 1 } else { MIN_POSTS }
}

/// The contributions among parts of one name, `look` reading each. None: they are no thread.
fn thread(
    page: &Page,
    name: &str,
    nodes: &[NodeId],
    look: &mut impl FnMut(NodeId) -> Option<Place>,
) -> Option<Vec<Place>> {
    let needed = needed(name);
    if nodes.len() < needed {
        return None;
    }
    let long = |n: &NodeId| {
        let mut bytes = 0;
        page.subtree(*n).any(|t| {
            bytes += page.text(t).trim().len();
            bytes >= MIN_TEXT
        })
    };
    let nodes: Vec<NodeId> = nodes.iter().copied().filter(long).collect();
    let is_enough = |named: usize| named >= needed && named as f32 >= MIN_NAMED * nodes.len() as f32;
    let mut places = Vec::new();
    for (seen, node) in nodes.iter().enumerate() {
        // Most groups are menus and cards: a few of them tell.
        if !is_enough(places.len() + nodes.len() - seen) {
            return None;
        }
        places.extend(look(*node));
    }
    is_enough(places.len()).then_some(places)
}

/// A page, and which of its elements' names hold what words: parts nest, and each looks at all below it.
struct Sight<'a> {
    page: &'a Page,
    months: &'static Months,
    /// Of the words in [`LISTS`].
    lengths: Lengths,
    /// For each node, bits of the constants below, once somebody asked.
    words: Vec<Cell<u8>>,
}

/// A name holds a word of who wrote, of what stands beside that, of when, or "owner".
const AUTHOR: u8 = 1;
const ASIDE: u8 = 2;
const TIME: u8 = 4;
const OWNER: u8 = 8;
const UNREAD: u8 = 16;

const LISTS: [(u8, Words); 4] =
    [(AUTHOR, AUTHORS), (ASIDE, BESIDE), (TIME, TIMES), (OWNER, word_list!["owner"])];

impl<'a> Sight<'a> {
    fn new(page: &'a Page) -> Sight<'a> {
        let lengths = Lengths::of(&LISTS.map(|(_, list)| list));
        Sight { page, months: Months::load(), lengths, words: vec![Cell::new(UNREAD); page.len()] }
    }

    fn says(&self, node: NodeId, what: u8) -> bool {
        let Some(known) = self.words.get(node.index()) else { return false };
        if known.get() == UNREAD {
            let words = names::names(self.page, node).flat_map(names::words);
            known.set(words.fold(0, |bits, word| bits | self.of_word(word)));
        }
        known.get() & what != 0
    }

    fn of_word(&self, word: &str) -> u8 {
        if !self.lengths.may_have(word) {
            return 0;
        }
        LISTS.iter().filter(|(_, list)| list.has_in_any_case(word)).fold(0, |bits, (bit, _)| bits | bit)
    }

    /// None: neither a name nor a time.
    fn place(&self, node: NodeId) -> Option<Place> {
        let time = self.time(node);
        let named = self.signed(node);
        if named.is_none() && time.is_none() {
            return None;
        }
        let (author_node, author) = named.unzip();
        Some(Place { node, author, author_node, time })
    }

    /// Who signs a contribution, and where.
    fn signed(&self, node: NodeId) -> Option<(NodeId, String)> {
        let page = self.page;
        let own = |name: &str| {
            page.attr(node, name).map(str::trim).filter(|a| !a.is_empty() && a.len() <= MAX_NAME)
        };
        if let Some(author) = own("author").or_else(|| own("data-author")) {
            return Some((node, author.to_owned()));
        }
        // Where several people sign (edited by, asked by), the owner wrote it.
        let owner = page.subtree(node).take(MOST).find(|n| self.says(*n, OWNER));
        let found =
            |root: NodeId| page.subtree(root).skip(1).take(REACH).find_map(|n| Some((n, self.author(n)?)));
        owner.and_then(found).or_else(|| found(node))
    }

    /// The name an element holds, if that is what it is for.
    fn author(&self, node: NodeId) -> Option<String> {
        let page = self.page;
        let href = page.attr(node, "href").filter(|_| page.is(node, Tag::A));
        let linked = href.is_some_and(|href| names::holds_one(href, PROFILES));
        let named = self.says(node, AUTHOR) && !self.says(node, ASIDE);
        let declared = page.attr_is(node, "itemprop", "author") || page.attr_is(node, "rel", "author");
        if !linked && !named && !declared || page.end(node).0 - node.0 > 60 {
            return None;
        }
        let texts = page.subtree(node).map(|n| page.text(n).trim());
        let name = texts.into_iter().find(|text| text.chars().filter(|c| c.is_alphanumeric()).count() > 1)?;
        let name = name.trim_start_matches('@').trim_end_matches([':', ',']).trim();
        let plain = !name.is_empty()
            && name.len() <= MAX_NAME
            && !word_list!["by", "topic author", "author", "guest", "offline", "online"]
                .has_in_any_case(name)
            && !name.contains("://");
        (plain && name.split_whitespace().count() <= 5).then(|| name.to_owned())
    }

    /// The element that says when: `<time>`, else one named for it, else the first short text that is a date.
    fn time(&self, node: NodeId) -> Option<NodeId> {
        let page = self.page;
        let near = || page.subtree(node).skip(1).take(REACH);
        let is_time = |n: &NodeId| {
            page.is(*n, Tag::Time) || page.name(*n) == "relative-time" || page.has_attr(*n, "datetime")
        };
        let dated = |text: &str| day::in_text(text, self.months, Order::MonthFirst).is_some();
        let named = |n: &NodeId| {
            let says = || page.attr(*n, "title").is_some_and(dated) || dated(&page.text_content(*n));
            self.says(*n, TIME) && page.end(*n).0 - n.0 < 12 && says()
        };
        near().find(is_time).or_else(|| near().find(named)).or_else(|| {
            let since = |n: NodeId| page.ancestors(n).take(2).any(|up| says_since(&page.text_content(up)));
            near().find(|n| {
                page.tag(*n).is_none() && page.text(*n).len() < 80 && dated(page.text(*n)) && !since(*n)
            })
        })
    }
}

/// Dates of joining stand in every contribution and say nothing about it.
fn says_since(text: &str) -> bool {
    const SINCE: Words =
        word_list!["joined", "registered", "member since", "join date", "registriert", "inscrit"];
    names::holds_one(text.get(..40).unwrap_or(text), SINCE)
}
