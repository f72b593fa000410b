//! Plain text: one line for each block, in page order.

use crate::article::Article;
use crate::article::Block;
use crate::article::Cell;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::PageKind;
use crate::article::Removed;
use crate::article::push_text;

/// Whether what stands beside the text is told too: who wrote a contribution and when (`signed`), captions that came
/// along with their pictures and were left out of the text otherwise.
#[derive(Clone, Copy, Debug)]
struct Beside<'a> {
    signed: bool,
    left_out: &'a [Removed],
}

/// The story as lines. Captions stand where their pictures do; code keeps its own lines.
pub fn blocks(blocks: &[Block]) -> String {
    text(blocks, Beside { signed: true, left_out: &[] })
}

/// The story without what stands beside its text, for who wants to compare texts: captions that are no part of it and,
/// but in a thread, names and times of contributions.
pub fn body(article: &Article) -> String {
    let signed = article.meta.kind == PageKind::Forum;
    text(&article.blocks, Beside { signed, left_out: &article.removed })
}

fn text(blocks: &[Block], beside: Beside<'_>) -> String {
    let mut out = String::new();
    write(blocks, beside, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// Recurses over block nesting, which the article stage caps.
fn write(blocks: &[Block], beside: Beside<'_>, out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => line(text, out),
            Block::List { items, .. } => items.iter().for_each(|item| write(&item.blocks, beside, out)),
            Block::Definitions(items) => items.iter().for_each(|(_, blocks)| write(blocks, beside, out)),
            Block::Quote { blocks, cite } => {
                write(blocks, beside, out);
                cite.iter().for_each(|cite| line(cite, out));
            }
            Block::Code { text, .. } | Block::Math(text) => words(text, out),
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| line(caption, out));
                table.rows.iter().for_each(|row| table_row(row, beside, out));
            }
            Block::Figure(figure) => caption(figure, beside, out),
            Block::Embed { .. } | Block::Rule => {}
            Block::Details { summary, blocks } => {
                line(summary, out);
                write(blocks, beside, out);
            }
            Block::Post(post) => {
                let by = [&post.author, &post.time].into_iter().flatten();
                by.filter(|_| beside.signed).for_each(|text| words(text, out));
                write(&post.blocks, beside, out);
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
fn table_row(row: &[Cell], beside: Beside<'_>, out: &mut String) {
    for (i, cell) in row.iter().enumerate() {
        let mut text = String::new();
        write(&cell.blocks, beside, &mut text);
        out.push_str(if i > 0 { "\t" } else { "" });
        out.push_str(&text.trim_end().replace('\n', " "));
    }
    out.push('\n');
}

fn caption(figure: &Figure, beside: Beside<'_>, out: &mut String) {
    let Some(caption) = &figure.caption else { return };
    let start = out.len();
    line(caption, out);
    let text = out[start..].trim_end();
    if beside.left_out.iter().any(|r| r.text.starts_with(text)) {
        out.truncate(start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Meta;
    use crate::article::Post;
    use crate::article::RemovedReason;

    fn line_of(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    #[test]
    fn who_wrote_is_of_the_body_in_a_thread() {
        let post = Post {
            author: Some("ana".to_owned()),
            time: Some("3 May".to_owned()),
            blocks: vec![Block::Paragraph(line_of("Which boat?"))],
        };
        let told = |kind| {
            let meta = Meta { kind, ..Meta::default() };
            body(&Article { meta, blocks: vec![Block::Post(post.clone())], ..Article::default() })
        };
        assert_eq!(told(PageKind::Forum), "ana\n3 May\nWhich boat?");
        assert_eq!(told(PageKind::Article), "Which boat?");
    }

    #[test]
    fn captions_are_of_the_body_where_they_are_of_the_story() {
        let figure = |text| Block::Figure(Figure { caption: Some(line_of(text)), ..Figure::default() });
        let removed = Removed { text: "The quay. Photo: A. Doe".to_owned(), reason: RemovedReason::Other };
        let blocks = vec![figure("The quay."), Block::Paragraph(line_of("Said.")), figure("Oak chair")];
        let article = Article { blocks, removed: vec![removed], ..Article::default() };
        assert_eq!(body(&article), "Said.\nOak chair");
        assert_eq!(super::blocks(&article.blocks), "The quay.\nSaid.\nOak chair");
    }
}
