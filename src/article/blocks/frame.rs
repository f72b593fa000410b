//! Open blocks while the page is walked: each gathers what stands in it and closes into one block.

use super::figure;
use super::tidy;
use crate::article::Block;
use crate::article::Cell;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::ListItem;
use crate::article::Post;
use crate::article::Table;

/// A block that waits for its end.
pub(super) struct Frame {
    pub kind: Kind,
    /// What stands in it so far.
    pub blocks: Vec<Block>,
}

/// What an open block will be.
pub(super) enum Kind {
    Story,
    Heading {
        level: u8,
        id: Option<String>,
    },
    List {
        start: Option<i32>,
        items: Vec<ListItem>,
    },
    Item {
        id: Option<String>,
    },
    Definitions {
        pairs: Vec<(bool, Vec<Block>)>,
    },
    /// A `<dt>` (true) or `<dd>`.
    Description(bool),
    Quote {
        cite: Option<Vec<Inline>>,
    },
    Cite,
    Table(Table),
    Cell {
        header: bool,
        columns: u16,
        rows: u16,
    },
    Figure(Figure),
    /// The caption of a figure or a table.
    Caption,
    Details {
        summary: Vec<Inline>,
    },
    Summary,
    Post(Post),
}

impl Frame {
    pub(super) fn new(kind: Kind) -> Frame {
        Frame { kind, blocks: Vec::new() }
    }

    /// Takes in a finished block; containers of parts wrap what is no part of theirs.
    pub(super) fn push(&mut self, block: Block) {
        match (&mut self.kind, block) {
            (Kind::List { items, .. }, Block::List { start, items: inner }) if !items.is_empty() => {
                let last = items.last_mut().expect("not empty");
                last.blocks.push(Block::List { start, items: inner });
            }
            (Kind::List { items, .. }, block) => items.push(ListItem { id: None, blocks: vec![block] }),
            (Kind::Definitions { pairs }, block) => pairs.push((false, vec![block])),
            (Kind::Table(table), block) => table.rows.push(vec![cell(false, 1, 1, vec![block])]),
            (Kind::Figure(figure), Block::Figure(inner)) if inner.caption.is_none() => {
                figure.images.extend(inner.images);
            }
            (_, block) => self.blocks.push(block),
        }
    }

    /// Takes in what stood in a part and is none of it.
    fn take(&mut self, blocks: Vec<Block>) {
        blocks.into_iter().for_each(|block| self.push(block));
    }

    /// Hands the finished frame to the one it stands in.
    pub(super) fn close_into(self, outer: &mut Frame) {
        let Frame { kind, mut blocks } = self;
        match kind {
            Kind::Story => outer.blocks.append(&mut blocks),
            Kind::Heading { level, id } => push_heading(level, id, blocks, outer),
            Kind::List { items, .. } if items.is_empty() => {}
            Kind::List { start, items } => outer.push(Block::List { start, items }),
            Kind::Item { id } => close_item(id, blocks, outer),
            Kind::Definitions { pairs } if pairs.is_empty() => {}
            Kind::Definitions { pairs } => outer.push(Block::Definitions(pairs)),
            Kind::Description(term) => close_description(term, blocks, outer),
            Kind::Quote { cite } => close_quote(cite, blocks, outer),
            Kind::Cite => close_cite(blocks, outer),
            Kind::Table(table) if table.rows.is_empty() => {}
            Kind::Table(table) => outer.push(Block::Table(table)),
            Kind::Cell { header, columns, rows } => close_cell(cell(header, columns, rows, blocks), outer),
            Kind::Figure(figure) => close_figure(figure, blocks, outer),
            Kind::Caption => close_caption(blocks, outer),
            Kind::Details { summary } => outer.push(Block::Details { summary, blocks }),
            Kind::Summary => close_summary(blocks, outer),
            Kind::Post(post) if is_card(&post, &blocks) => {}
            Kind::Post(post) => outer.push(Block::Post(Post { blocks, ..post })),
        }
    }
}

/// True where a member stands alone, with a portrait at most: who edited or asked, not what somebody wrote.
fn is_card(post: &Post, blocks: &[Block]) -> bool {
    let author = post.author.as_deref().unwrap_or_default();
    let is_portrait = |image: &Image| !author.is_empty() && image.alt.starts_with(author);
    blocks.iter().all(|block| match block {
        Block::Figure(figure) => figure.caption.is_none() && figure.images.iter().all(is_portrait),
        _ => false,
    })
}

fn cell(header: bool, columns: u16, rows: u16, blocks: Vec<Block>) -> Cell {
    Cell { header, columns, rows, blocks }
}

/// What cannot stand in a heading (a picture, a list) follows it.
fn push_heading(level: u8, id: Option<String>, blocks: Vec<Block>, outer: &mut Frame) {
    let (text, rest) = tidy::split_line(blocks);
    if !text.is_empty() {
        outer.push(Block::Heading { level, text, id });
    }
    outer.take(rest);
}

fn close_item(id: Option<String>, blocks: Vec<Block>, outer: &mut Frame) {
    match &mut outer.kind {
        _ if blocks.is_empty() => {}
        Kind::List { items, .. } => items.push(ListItem { id, blocks }),
        _ => outer.take(blocks),
    }
}

fn close_description(term: bool, blocks: Vec<Block>, outer: &mut Frame) {
    match &mut outer.kind {
        _ if blocks.is_empty() => {}
        Kind::Definitions { pairs } => pairs.push((term, blocks)),
        _ => outer.take(blocks),
    }
}

fn close_quote(cite: Option<Vec<Inline>>, blocks: Vec<Block>, outer: &mut Frame) {
    match cite {
        Some(cite) if blocks.is_empty() => outer.push(Block::Paragraph(cite)),
        None if blocks.is_empty() => {}
        cite => outer.push(Block::Quote { blocks, cite }),
    }
}

fn close_cite(blocks: Vec<Block>, outer: &mut Frame) {
    let (line, rest) = tidy::split_line(blocks);
    match &mut outer.kind {
        Kind::Quote { cite } if cite.is_none() && !line.is_empty() => *cite = Some(line),
        _ if line.is_empty() => {}
        _ => outer.push(Block::Paragraph(line)),
    }
    outer.take(rest);
}

fn close_cell(cell: Cell, outer: &mut Frame) {
    match &mut outer.kind {
        Kind::Table(table) => match table.rows.last_mut() {
            Some(row) => row.push(cell),
            None => table.rows.push(vec![cell]),
        },
        _ => outer.take(cell.blocks),
    }
}

fn close_figure(mut figure: Figure, blocks: Vec<Block>, outer: &mut Frame) {
    let (line, rest) = tidy::split_line(blocks);
    if !line.is_empty() {
        figure::add_caption(&mut figure, line);
    }
    if figure.images.is_empty() {
        // A caption whose picture did not come along stays as a line of text.
        let credit = figure.credit.map(|credit| vec![Inline::Text(credit)]);
        let lines = figure.caption.into_iter().chain(credit);
        lines.for_each(|line| outer.push(Block::Paragraph(line)));
    } else {
        outer.push(Block::Figure(figure));
    }
    outer.take(rest);
}

fn close_caption(blocks: Vec<Block>, outer: &mut Frame) {
    let (line, rest) = tidy::split_line(blocks);
    match &mut outer.kind {
        _ if line.is_empty() => {}
        Kind::Figure(figure) => figure::add_caption(figure, line),
        Kind::Table(table) if table.caption.is_none() => table.caption = Some(line),
        _ => outer.push(Block::Paragraph(line)),
    }
    outer.take(rest);
}

fn close_summary(blocks: Vec<Block>, outer: &mut Frame) {
    let (line, rest) = tidy::split_line(blocks);
    match &mut outer.kind {
        Kind::Details { summary } if summary.is_empty() => *summary = line,
        _ if line.is_empty() => {}
        _ => outer.push(Block::Paragraph(line)),
    }
    outer.take(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_alone_is_no_contribution() {
        let post = Post { author: Some("runa_h".to_owned()), time: None, blocks: Vec::new() };
        let picture = |alt: &str| {
            let image = Image { src: "https://a.example/1.png".to_owned(), alt: alt.to_owned(), size: None };
            vec![Block::Figure(Figure { images: vec![image], ..Figure::default() })]
        };
        assert!(is_card(&post, &[]));
        assert!(is_card(&post, &picture("runa_h's avatar")));
        assert!(!is_card(&post, &picture("The kettle, whistling")));
        assert!(!is_card(&post, &[Block::Paragraph(vec![Inline::Text("Mine whistles.".to_owned())])]));
    }
}
