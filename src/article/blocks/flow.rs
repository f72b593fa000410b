//! The walk: nodes in page order -> frames and lines.
//!
//! One stack of open elements, one of open frames, one line. Nothing here recurses; every node is entered once.

use super::code;
use super::embed;
use super::figure;
use super::frame::Frame;
use super::frame::Kind;
use super::image;
use super::line::Line;
use super::line::Style;
use super::math;
use super::quote;
use super::ruby;
use super::scope::Scope;
use super::table;
use crate::article::Block;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::seam;
use crate::article::select::breaks_lines;
use crate::page::NodeId;
use crate::page::Tag;

/// Units: frames. Later stages recurse over blocks; deeper lists, quotes and tables come out flat, their text stays.
pub(super) const MAX_DEPTH: usize = 16;

/// What closes with an element.
enum Close {
    /// A block without a frame of its own: the line ends.
    Line,
    Frame,
    Style,
    Direction,
    /// A quotation's closing mark.
    Mark,
}

/// The walk's state.
pub(super) struct Flow<'a> {
    scope: &'a Scope<'a>,
    /// Open elements with one past their last descendant, innermost last.
    open: Vec<(NodeId, Close)>,
    frames: Vec<Frame>,
    line: Line,
    /// Pictures met inside a line, to follow it.
    waiting: Vec<Block>,
    /// Text before this node belongs to a caption and comes along.
    caption_end: NodeId,
    /// True for right-to-left; innermost last.
    directions: Vec<bool>,
}

impl<'a> Flow<'a> {
    pub(super) fn new(scope: &'a Scope<'a>) -> Flow<'a> {
        Flow {
            scope,
            open: Vec::new(),
            frames: vec![Frame::new(Kind::Story)],
            line: Line::new(),
            waiting: Vec::new(),
            caption_end: NodeId(0),
            directions: vec![page_is_rtl(scope)],
        }
    }

    /// Walks the page and hands out its blocks.
    pub(super) fn run(mut self) -> Vec<Block> {
        let end = NodeId(self.scope.page.len() as u32);
        let mut at = NodeId(0);
        while at < end {
            self.close_until(at);
            at = self.enter(at);
        }
        self.close_until(end);
        self.end_line();
        self.frames.pop().map(|story| story.blocks).unwrap_or_default()
    }

    /// Returns the node to go on with: the next one, or the one after `node`'s subtree.
    fn enter(&mut self, node: NodeId) -> NodeId {
        let page = self.scope.page;
        let next = NodeId(node.0 + 1);
        let Some(tag) = page.tag(node) else {
            if self.scope.kept.contains(node) || node < self.caption_end {
                self.line.text(page.text(node));
            }
            return next;
        };
        let caption = is_caption(tag, &self.top().kind);
        if !caption && node >= self.caption_end && !self.scope.has_kept(node) && tag != Tag::Br {
            if page.end(node) == next {
                self.target(node);
            }
            // What stands on either side of a part that is left out was never one word.
            if breaks_lines(tag) {
                self.line.gap();
            }
            return page.end(node);
        }
        if self.whole(node, tag) {
            return page.end(node);
        }
        self.part(node, tag);
        next
    }

    /// Elements that are read in one piece, or not at all. True: done with all of it.
    fn whole(&mut self, node: NodeId, tag: Tag) -> bool {
        let page = self.scope.page;
        match tag {
            Tag::Script | Tag::Style | Tag::Head | Tag::Svg | Tag::Rp => {
                if let Some(tex) = math::from_script(page, node) {
                    self.formula(tex);
                }
            }
            Tag::Br if self.line.is_empty() => {}
            Tag::Br => self.line_break(),
            Tag::Hr => self.block(Block::Rule),
            Tag::Img => self.image(node),
            Tag::Pre => self.code(node),
            Tag::Math => self.formula(math::from_mathml(page, node)),
            Tag::Ruby => self.ruby(node),
            Tag::Td | Tag::Th if code::is_gutter(page, node) => {}
            _ if self.scope.is_signature(node) => {}
            _ if math::is_copy(page, node) => {}
            _ if embed::is_player(page, node) && self.scope.media.contains(node) => self.embed(node),
            _ => return false,
        }
        true
    }

    /// Elements whose children are entered after them.
    fn part(&mut self, node: NodeId, tag: Tag) {
        if let Some(kind) = self.frame_kind(node, tag) {
            self.end_line();
            self.direction(node);
            if self.frames.len() < MAX_DEPTH {
                self.frames.push(Frame::new(kind));
                self.open.push((self.scope.page.end(node), Close::Frame));
            } else {
                self.open.push((self.scope.page.end(node), Close::Line));
            }
        } else if is_inline(tag) {
            self.line.seam(seam::before(self.scope.page, node));
            self.direction(node);
            self.style(node, tag);
        } else {
            self.end_line();
            self.open.push((self.scope.page.end(node), Close::Line));
            self.direction(node);
            if tag == Tag::Tr
                && let Kind::Table(table) = &mut self.top().kind
            {
                table.rows.push(Vec::new());
            }
        }
        self.target(node);
    }

    fn frame_kind(&mut self, node: NodeId, tag: Tag) -> Option<Kind> {
        let page = self.scope.page;
        let in_table = matches!(self.top().kind, Kind::Table(_));
        if let Some(post) = self.scope.post(node).filter(|_| !in_table) {
            return Some(Kind::Post(post));
        }
        Some(match tag {
            Tag::Ul | Tag::Ol if page.children(node).any(|n| self.scope.is_post(n)) => return None,
            _ if quote::is_pulled(page, node) => Kind::Quote { cite: None },
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                Kind::Heading { level: tag.heading_level()?.max(2), id: self.id(node) }
            }
            Tag::Ul | Tag::Menu => Kind::List { start: None, items: Vec::new() },
            Tag::Ol => Kind::List {
                start: Some(page.attr(node, "start").and_then(|s| s.trim().parse().ok()).unwrap_or(1)),
                items: Vec::new(),
            },
            Tag::Li if matches!(self.top().kind, Kind::List { .. }) => Kind::Item { id: self.id(node) },
            Tag::Dl => Kind::Definitions { pairs: Vec::new() },
            Tag::Dt | Tag::Dd if matches!(self.top().kind, Kind::Definitions { .. }) => {
                Kind::Description(tag == Tag::Dt)
            }
            Tag::Blockquote => Kind::Quote { cite: None },
            Tag::Cite | Tag::Footer if self.names_quoted(node, tag) => Kind::Cite,
            Tag::Table if table::holds_data(page, node) => Kind::Table(Default::default()),
            Tag::Td | Tag::Th if in_table => {
                let (columns, rows) = table::spans(page, node);
                Kind::Cell { header: tag == Tag::Th, columns, rows }
            }
            Tag::Figure if figure::is_picture(self.scope, node) => Kind::Figure(Figure::default()),
            _ if is_caption(tag, &self.top().kind) => {
                self.caption_end = self.caption_end.max(page.end(node));
                Kind::Caption
            }
            Tag::Details => Kind::Details { summary: Vec::new() },
            Tag::Summary if matches!(self.top().kind, Kind::Details { .. }) => Kind::Summary,
            _ => return None,
        })
    }

    /// True for a `<footer>` of a quotation, and for a `<cite>` that is a line of its own there.
    fn names_quoted(&mut self, node: NodeId, tag: Tag) -> bool {
        let direct = self.scope.page.parent(node).is_some_and(|p| self.scope.page.is(p, Tag::Blockquote));
        matches!(self.top().kind, Kind::Quote { .. }) && (direct || tag == Tag::Footer)
    }

    fn style(&mut self, node: NodeId, tag: Tag) {
        let style = match tag {
            Tag::A => match self.link(node) {
                Some(url) => Style::Link(url),
                None => return,
            },
            Tag::Em | Tag::I | Tag::Dfn | Tag::Var => Style::Emphasis,
            Tag::Strong | Tag::B => Style::Strong,
            Tag::Sub => Style::Sub,
            Tag::Sup => Style::Sup,
            Tag::Mark => Style::Mark,
            Tag::Del | Tag::S | Tag::Strike => Style::Struck,
            Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Style::Code,
            Tag::Q => {
                self.line.text("“");
                self.open.push((self.scope.page.end(node), Close::Mark));
                return;
            }
            _ => return,
        };
        self.line.open(style);
        self.open.push((self.scope.page.end(node), Close::Style));
    }

    /// Absolute, or `#id` where the story holds that id.
    fn link(&self, node: NodeId) -> Option<String> {
        let href = self.scope.page.attr(node, "href")?;
        match self.scope.base.fragment(href) {
            Some(id) if self.scope.has_target(id) => Some(format!("#{id}")),
            Some(_) if href.trim().starts_with('#') => None,
            _ => self.scope.base.resolve(href),
        }
    }

    fn direction(&mut self, node: NodeId) {
        let rtl = match self.scope.page.attr(node, "dir") {
            Some(dir) if dir.eq_ignore_ascii_case("rtl") => true,
            Some(dir) if dir.eq_ignore_ascii_case("ltr") => false,
            _ => return,
        };
        if self.directions.last() != Some(&rtl) {
            self.directions.push(rtl);
            self.line.open(Style::Direction(rtl));
            self.open.push((self.scope.page.end(node), Close::Direction));
        }
    }

    fn id(&self, node: NodeId) -> Option<String> {
        self.scope.target_id(node).map(str::to_owned)
    }

    /// Marks the place a link inside the story points to, where the block cannot carry the id itself.
    fn target(&mut self, node: NodeId) {
        let carried = matches!(self.top().kind, Kind::Heading { .. } | Kind::Item { .. })
            && matches!(self.open.last(), Some((_, Close::Frame)));
        if let Some(id) = self.scope.target_id(node).filter(|_| !carried) {
            self.line.target(id);
        }
    }

    fn line_break(&mut self) {
        if self.line.line_break() {
            self.end_line();
        }
    }

    fn image(&mut self, node: NodeId) {
        let page = self.scope.page;
        if let Some(text) = image::as_text(page, node) {
            return self.line.text(text);
        }
        let image =
            self.scope.media.contains(node).then(|| image::read(page, &self.scope.base, node)).flatten();
        match image {
            Some(image) if image::is_small(page, node) => self.line.piece(Inline::Image(image)),
            Some(image) => self.block(Block::Figure(Figure { images: vec![image], ..Figure::default() })),
            None => {}
        }
    }

    fn code(&mut self, node: NodeId) {
        let (language, text) = code::read(self.scope, node);
        if !text.is_empty() {
            self.end_line();
            self.block(Block::Code { language, text });
        }
    }

    fn embed(&mut self, node: NodeId) {
        if let Some((label, url)) = embed::read(self.scope, node) {
            self.block(Block::Embed { label, url });
        }
    }

    fn ruby(&mut self, node: NodeId) {
        for (base, reading) in ruby::read(self.scope, node) {
            match reading.is_empty() {
                true => self.line.text(&base),
                false => self.line.piece(Inline::Ruby { base, reading }),
            }
        }
    }

    fn formula(&mut self, formula: math::Formula) {
        match formula {
            formula if formula.text.is_empty() => {}
            formula if formula.display => {
                self.end_line();
                self.block(Block::Math(formula.text));
            }
            formula => self.line.piece(Inline::Math(formula.text)),
        }
    }

    /// Adds a block; inside a line it waits for the line's end, as a sentence is not split by a picture.
    fn block(&mut self, block: Block) {
        match self.line.is_empty() {
            true => self.top().push(block),
            false => self.waiting.push(block),
        }
    }

    fn end_line(&mut self) {
        let line = self.line.end();
        if !line.is_empty() {
            self.top().push(Block::Paragraph(line));
        }
        for block in std::mem::take(&mut self.waiting) {
            self.top().push(block);
        }
    }

    fn close_until(&mut self, at: NodeId) {
        while let Some((_, close)) = self.open.pop_if(|(end, _)| *end <= at) {
            match close {
                Close::Line => self.end_line(),
                Close::Frame => self.close_frame(),
                Close::Style => self.line.close(),
                Close::Mark => self.line.text("”"),
                Close::Direction => {
                    self.directions.pop();
                    self.line.close();
                }
            }
        }
    }

    fn close_frame(&mut self) {
        self.end_line();
        if let Some(frame) = self.frames.pop() {
            frame.close_into(self.top());
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the story's own frame stays open")
    }
}

/// A caption comes along with its picture or table, whether it was kept by itself or not.
fn is_caption(tag: Tag, inside: &Kind) -> bool {
    match inside {
        Kind::Figure(_) => tag == Tag::Figcaption,
        Kind::Table(_) => tag == Tag::Caption,
        _ => false,
    }
}

fn page_is_rtl(scope: &Scope) -> bool {
    let page = scope.page;
    let of_body = || page.attr(page.ids().find(|n| page.is(*n, Tag::Body))?, "dir");
    let declared = page.attr(NodeId::ROOT, "dir").or_else(of_body);
    declared.is_some_and(|dir| dir.eq_ignore_ascii_case("rtl"))
}

/// Elements that run within a line. Custom elements are taken for such; blocks in them end the line anyway.
pub(in crate::article) fn is_inline(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A
            | Tag::Abbr
            | Tag::B
            | Tag::Bdi
            | Tag::Bdo
            | Tag::Button
            | Tag::Cite
            | Tag::Code
            | Tag::Del
            | Tag::Dfn
            | Tag::Em
            | Tag::Font
            | Tag::I
            | Tag::Input
            | Tag::Ins
            | Tag::Kbd
            | Tag::Label
            | Tag::Map
            | Tag::Mark
            | Tag::Meter
            | Tag::Noscript
            | Tag::Other
            | Tag::Output
            | Tag::Picture
            | Tag::Progress
            | Tag::Q
            | Tag::S
            | Tag::Samp
            | Tag::ShadowRoot
            | Tag::Slot
            | Tag::Small
            | Tag::Span
            | Tag::Strike
            | Tag::Strong
            | Tag::Sub
            | Tag::Sup
            | Tag::Template
            | Tag::Time
            | Tag::Tt
            | Tag::U
            | Tag::Var
            | Tag::Wbr
    )
}
