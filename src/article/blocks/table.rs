//! Tables of data against tables that only lay out a page.

use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Units: columns or rows. Source: HTML standard, limits of `colspan`; more is a mistake.
const MAX_SPAN: u16 = 1000;
/// Units: cells. A plain table with fewer may be layout. Source: Readability.js `_markDataTables`.
const MIN_CELLS: usize = 10;
/// Units: characters. Data cells are short on average; layout cells hold prose.
const MAX_CELL: usize = 300;

/// True if the table shows rows and columns of data; its cells are else read as running blocks.
pub(in crate::article) fn holds_data(page: &Page, table: NodeId) -> bool {
    if page.attr(table, "role").is_some_and(|r| matches!(r, "presentation" | "none")) {
        return false;
    }
    let shape = Shape::of(page, table);
    if shape.nested || shape.listing || shape.rows.iter().max().copied().unwrap_or(0) < 2 {
        return false;
    }
    let cells: usize = shape.rows.iter().sum();
    let marked = shape.headers || page.attr(table, "summary").is_some_and(|s| !s.is_empty());
    marked || (shape.rows.len() > 1 && (cells >= MIN_CELLS || shape.characters / cells.max(1) <= MAX_CELL))
}

/// What a table looks like.
#[derive(Default)]
struct Shape {
    /// Cells of each row.
    rows: Vec<usize>,
    headers: bool,
    nested: bool,
    /// A listing of code with its line numbers.
    listing: bool,
    /// Units: bytes, near enough.
    characters: usize,
}

impl Shape {
    fn of(page: &Page, table: NodeId) -> Shape {
        let mut shape = Shape::default();
        let mut code = 0;
        for node in page.subtree(table).skip(1) {
            match page.tag(node) {
                Some(Tag::Table) => {
                    shape.nested = true;
                    return shape;
                }
                Some(Tag::Tr) => shape.rows.push(0),
                Some(Tag::Th | Tag::Td) => {
                    shape.headers |= page.is(node, Tag::Th);
                    if let Some(cells) = shape.rows.last_mut() {
                        *cells += 1;
                    }
                }
                Some(Tag::Caption | Tag::Thead | Tag::Tfoot | Tag::Colgroup) => shape.headers = true,
                Some(Tag::Pre) => code += 1,
                Some(_) => {}
                None => shape.characters += page.text(node).trim().len(),
            }
        }
        shape.listing = code > 0 && shape.rows.len() == 1;
        shape
    }
}

/// (columns, rows) a cell covers.
pub(super) fn spans(page: &Page, cell: NodeId) -> (u16, u16) {
    let span = |name| {
        let value: Option<u16> = page.attr(cell, name).and_then(|v| v.trim().parse().ok());
        value.unwrap_or(1).clamp(1, MAX_SPAN)
    };
    (span("colspan"), span("rowspan"))
}
