//! Plain text: one line for each block, in page order.

use crate::article::Block;
use crate::article::Cell;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::push_text;

/// Whether contributions to a thread say who wrote them and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signatures {
    Shown,
    LeftOut,
}

/// The story as lines. Captions stand where their pictures do; code keeps its own lines.
pub fn blocks(blocks: &[Block]) -> String {
    text(blocks, Signatures::Shown)
}

/// The same without names and times of contributions: what was written, alone.
pub fn body(blocks: &[Block]) -> String {
    text(blocks, Signatures::LeftOut)
}

fn text(blocks: &[Block], signatures: Signatures) -> String {
    let mut out = String::new();
    write(blocks, signatures, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// Recurses over block nesting, which the article stage caps.
fn write(blocks: &[Block], signatures: Signatures, out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => line(text, out),
            Block::List { items, .. } => items.iter().for_each(|item| write(&item.blocks, signatures, out)),
            Block::Definitions(items) => items.iter().for_each(|(_, blocks)| write(blocks, signatures, out)),
            Block::Quote { blocks, cite } => {
                write(blocks, signatures, out);
                cite.iter().for_each(|cite| line(cite, out));
            }
            Block::Code { text, .. } | Block::Math(text) => words(text, out),
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| line(caption, out));
                table.rows.iter().for_each(|row| table_row(row, signatures, out));
            }
            Block::Figure(figure) => caption(figure, out),
            Block::Embed { .. } | Block::Rule => {}
            Block::Details { summary, blocks } => {
                line(summary, out);
                write(blocks, signatures, out);
            }
            Block::Post(post) => {
                let by = [&post.author, &post.time].into_iter().flatten();
                by.filter(|_| signatures == Signatures::Shown).for_each(|text| words(text, out));
                write(&post.blocks, signatures, out);
            }
        }
    }
}

fn words(text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push_str(text);
        out.push('\n');
    }
}

fn line(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Break => out.push('\n'),
            inline => push_text(std::slice::from_ref(inline), out),
        }
    }
    out.push('\n');
}

/// Cells of a row stand on one line, tabs between them.
fn table_row(row: &[Cell], signatures: Signatures, out: &mut String) {
    for (i, cell) in row.iter().enumerate() {
        let mut text = String::new();
        write(&cell.blocks, signatures, &mut text);
        out.push_str(if i > 0 { "\t" } else { "" });
        out.push_str(&text.trim_end().replace('\n', " "));
    }
    out.push('\n');
}

fn caption(figure: &Figure, out: &mut String) {
    figure.caption.iter().for_each(|caption| line(caption, out));
}
