//! The story's blocks -> steps, in the order of the article's leaves.

use crate::article::Block;
use crate::article::Cell;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::ListItem;
use crate::article::Post;
use crate::article::Table;
use crate::article::push_text;

use super::Address;
use super::inline;
use super::place::Place;
use super::step::Attr;
use super::step::Class;
use super::step::Tag;
use super::step::Word;
use super::writer::Writer;

/// Writes blocks. Recurses over block nesting, which the article stage caps.
pub(super) fn write(blocks: &[Block], place: &mut Place, w: &mut Writer) {
    for block in blocks {
        write_one(block, place, w);
    }
}

fn write_one(block: &Block, place: &mut Place, w: &mut Writer) {
    match block {
        Block::Heading { level, text, id } => w.element(heading(*level), |w| {
            target(id.as_deref(), w);
            w.attr(Attr::Tabindex, "-1");
            leaf(text, place, w);
        }),
        Block::Paragraph(text) => w.element(Tag::P, |w| leaf(text, place, w)),
        Block::List { start, items } => list(*start, items, place, w),
        Block::Definitions(items) => w.element(Tag::Dl, |w| {
            for (is_term, blocks) in items {
                w.element(if *is_term { Tag::Dt } else { Tag::Dd }, |w| content(blocks, place, w));
            }
        }),
        Block::Quote { blocks, cite } => w.element(Tag::Blockquote, |w| {
            write(blocks, place, w);
            if let Some(cite) = cite {
                w.element(Tag::Footer, |w| w.element(Tag::Cite, |w| leaf(cite, place, w)));
            }
        }),
        Block::Code { language: _, text } => w.element(Tag::Pre, |w| {
            w.attr(Attr::Tabindex, "0");
            w.attr(Attr::Dir, "ltr");
            w.element(Tag::Code, |w| w.text(text));
        }),
        Block::Table(table) => write_table(table, place, w),
        Block::Figure(figure) => write_figure(figure, None, w),
        Block::Embed { label, url } => embed(label, url, w),
        Block::Math(text) => w.classed(Tag::P, Class::MathBlock, |w| {
            w.attr(Attr::Tabindex, "0");
            w.text(text);
        }),
        Block::Details { summary, blocks } => w.element(Tag::Details, |w| {
            w.element(Tag::Summary, |w| leaf(summary, place, w));
            write(blocks, place, w);
        }),
        Block::Post(post) => write_post(post, place, w),
        Block::Rule => w.element(Tag::Hr, |_| {}),
    }
}

/// A figure with its pictures, caption and credit; nothing where no picture may be shown.
pub(super) fn write_figure(figure: &Figure, class: Option<Class>, w: &mut Writer) {
    let shown = figure.images.iter().filter(|image| Address::image(&image.src).is_some()).count();
    if shown == 0 && figure.caption.is_none() {
        return;
    }
    w.element(Tag::Figure, |w| {
        if let Some(class) = class.or((shown > 1).then_some(Class::Gallery)) {
            w.class(class);
        }
        let wide = |image: &Image| (shown == 1 && fills_the_column(image)).then_some(Class::Wide);
        figure.images.iter().for_each(|image| inline::picture(image, wide(image), w));
        caption(figure, w);
    });
}

/// True for a picture that is meant for the column and declared narrower: with edges of its own beside those of the
/// text it would look like a mistake. Smaller ones (portraits, logos, drawings) keep their size.
fn fills_the_column(image: &Image) -> bool {
    /// Units: px. Source: the column is some 650 px wide as the reader comes, and no picture grows by more than two
    /// thirds; above, the column's own width limits it.
    const NARROWER: std::ops::Range<u32> = 400..720;
    image.size.is_some_and(|(width, height)| NARROWER.contains(&width) && width >= height)
}

fn caption(figure: &Figure, w: &mut Writer) {
    if figure.caption.is_none() && figure.credit.is_none() {
        return;
    }
    w.element(Tag::Figcaption, |w| {
        if let Some(caption) = &figure.caption {
            inline::write_apart(caption, w);
            w.text(" ");
        }
        if let Some(credit) = &figure.credit {
            w.classed(Tag::Small, Class::Credit, |w| w.say(Word::Photo, &[credit]));
        }
    });
}

/// One line of the story; what ends it counts one byte in the story's text.
fn leaf(text: &[Inline], place: &mut Place, w: &mut Writer) {
    inline::write(text, place, w);
    place.skip(1);
}

/// What an item or a cell holds: a lone paragraph needs no element of its own.
fn content(blocks: &[Block], place: &mut Place, w: &mut Writer) {
    match blocks {
        [Block::Paragraph(text), rest @ ..] if rest.iter().all(|b| matches!(b, Block::List { .. })) => {
            leaf(text, place, w);
            write(rest, place, w);
        }
        _ => write(blocks, place, w),
    }
}

fn list(start: Option<i32>, items: &[ListItem], place: &mut Place, w: &mut Writer) {
    w.element(if start.is_some() { Tag::Ol } else { Tag::Ul }, |w| {
        if let Some(number) = start.filter(|n| *n != 1) {
            w.attr(Attr::Start, &number.to_string());
        }
        for item in items {
            w.element(Tag::Li, |w| {
                target(item.id.as_deref(), w);
                content(&item.blocks, place, w);
            });
        }
    });
}

/// Tables scroll in a box of their own, reachable by keyboard.
fn write_table(table: &Table, place: &mut Place, w: &mut Writer) {
    w.classed(Tag::Div, Class::Scroll, |w| {
        w.attr(Attr::Tabindex, "0");
        w.attr(Attr::Role, "group");
        w.element(Tag::Table, |w| {
            if let Some(caption) = &table.caption {
                w.element(Tag::Caption, |w| inline::write_apart(caption, w));
            }
            w.element(Tag::Tbody, |w| {
                for row in &table.rows {
                    w.element(Tag::Tr, |w| row.iter().for_each(|c| cell(c, place, w)));
                }
            });
        });
    });
}

fn cell(cell: &Cell, place: &mut Place, w: &mut Writer) {
    w.element(if cell.header { Tag::Th } else { Tag::Td }, |w| {
        if cell.columns > 1 {
            w.attr(Attr::Colspan, &cell.columns.to_string());
        }
        if cell.rows > 1 {
            w.attr(Attr::Rowspan, &cell.rows.to_string());
        }
        content(&cell.blocks, place, w);
    });
}

fn embed(label: &str, url: &str, w: &mut Writer) {
    let Some(address) = Address::link(url) else { return };
    let label = if label.is_empty() { address.host().to_owned() } else { label.to_owned() };
    w.classed(Tag::P, Class::Embed, |w| {
        w.element(Tag::Small, |w| w.say(Word::Embedded, &[address.host()]));
        w.text(" ");
        w.link(&address, |w| w.text(&label));
    });
}

fn write_post(post: &Post, place: &mut Place, w: &mut Writer) {
    let (name, blocks) = signed(post);
    w.classed(Tag::Section, Class::Post, |w| {
        if post.author.is_some() || post.time.is_some() {
            w.classed(Tag::P, Class::PostHead, |w| {
                if let Some(author) = &post.author {
                    w.element(Tag::Strong, |w| match name {
                        Some(name) => leaf(name, place, w),
                        None => w.text(author),
                    });
                    w.text(" ");
                }
                if let Some(time) = &post.time {
                    w.element(Tag::Span, |w| w.text(time));
                }
            });
        }
        write(blocks, place, w);
    });
}

/// A contribution whose first line is its author's name: that line, which stands in the head then, and the rest.
fn signed(post: &Post) -> (Option<&[Inline]>, &[Block]) {
    if let Some((Block::Paragraph(first), rest)) = post.blocks.split_first() {
        let mut line = String::new();
        push_text(first, &mut line);
        if !rest.is_empty() && post.author.as_deref() == Some(line.trim()) {
            return (Some(first), rest);
        }
    }
    (None, &post.blocks)
}

fn target(id: Option<&str>, w: &mut Writer) {
    if let Some(id) = id {
        w.attr(Attr::Target, id);
    }
}

fn heading(level: u8) -> Tag {
    match level {
        0..=2 => Tag::H2,
        3 => Tag::H3,
        4 => Tag::H4,
        5 => Tag::H5,
        _ => Tag::H6,
    }
}
