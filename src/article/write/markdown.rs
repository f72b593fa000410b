//! Markdown (CommonMark with GitHub's tables).

use super::inline;
use super::inline::escaped;
use crate::article::Article;
use crate::article::Block;
use crate::article::Cell;
use crate::article::Figure;
use crate::article::ListItem;
use crate::article::Meta;
use crate::article::Table;

/// The whole story under its headline.
pub fn article(article: &Article) -> String {
    story(&article.meta, article.meta.lead_image.as_ref(), &article.blocks)
}

/// The same of these blocks, under this picture.
pub fn story(meta: &Meta, lead: Option<&Figure>, story: &[Block]) -> String {
    let mut parts = head(meta, lead);
    parts.push(blocks(story));
    parts.extend(meta.agency_credit.iter().map(|credit| format!("*{}*", escaped(credit))));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// Headline, who and when, lead image.
fn head(meta: &Meta, lead: Option<&Figure>) -> Vec<String> {
    let title = meta.title.as_ref().map(|title| format!("# {}", escaped(&title.value)));
    let day = meta.published.as_ref().map(|p| p.value.get(..10).unwrap_or(&p.value).to_owned());
    let mut by: Vec<String> = Vec::new();
    for said in [&meta.byline, &meta.outlet] {
        by.extend(said.as_ref().map(|s| escaped(&s.value)));
    }
    by.extend(day);
    let image = lead.map(figure);
    let mut parts = Vec::new();
    parts.extend(title);
    parts.push(by.join(" · "));
    parts.extend(image);
    parts
}

/// Blocks with an empty line between them. Recurses over block nesting, which the article stage caps.
fn blocks(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(block).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text, .. } => format!("{} {}", "#".repeat((*level).into()), line(text)),
        Block::Paragraph(text) => paragraph(line(text)),
        Block::List { start, items } => list(*start, items),
        Block::Definitions(items) => {
            let pair = |(term, inner): &(bool, Vec<Block>)| match term {
                true => format!("**{}**", blocks(inner)),
                false => prefixed(&blocks(inner), ": ", "  "),
            };
            items.iter().map(pair).collect::<Vec<_>>().join("\n\n")
        }
        Block::Quote { blocks: inner, cite } => {
            let cite = cite.as_ref().map(|cite| format!("— {}", line(cite)));
            let mut parts = vec![blocks(inner)];
            parts.extend(cite);
            parts.retain(|part| !part.is_empty());
            prefixed(&parts.join("\n\n"), "> ", "> ")
        }
        Block::Code { language, text } => {
            let fence = "`".repeat(inline::longest_run(text, '`').max(2) + 1);
            format!("{fence}{}\n{text}\n{fence}", language.as_deref().unwrap_or(""))
        }
        Block::Table(inner) => table(inner),
        Block::Figure(inner) => figure(inner),
        Block::Embed { label, url } => format!("[{}]({})", escaped(label), inline::address(url)),
        Block::Math(tex) => format!("$$\n{}\n$$", inline::formula(tex)),
        Block::Details { summary, blocks: inner } => format!("**{}**\n\n{}", line(summary), blocks(inner)),
        Block::Post(post) => {
            let by: Vec<String> =
                [&post.author, &post.time].into_iter().flatten().map(|said| escaped(said)).collect();
            let by = if by.is_empty() { String::new() } else { format!("**{}**\n\n", by.join(" · ")) };
            by + &blocks(&post.blocks)
        }
        Block::Rule => "---".to_owned(),
    }
}

fn line(inlines: &[crate::article::Inline]) -> String {
    let mut out = String::new();
    inline::write(inlines, &mut out);
    out
}

/// What would open a heading, list or quotation at the start of a line is escaped.
fn paragraph(text: String) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = digits > 0 && text[digits..].starts_with(['.', ')']);
    match text.chars().next() {
        Some('#' | '>' | '+' | '-' | '=') => format!("\\{text}"),
        Some(_) if numbered => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text,
    }
}

fn list(start: Option<i32>, items: &[ListItem]) -> String {
    let loose =
        items.iter().any(|item| item.blocks.len() > 1 && !matches!(item.blocks[1], Block::List { .. }));
    let item = |(i, item): (usize, &ListItem)| {
        let mark = start.map_or("- ".to_owned(), |n| format!("{}. ", i64::from(n) + i as i64));
        let target = item.id.as_ref().map(|id| line(&[crate::article::Inline::Target(id.clone())]));
        let text = target.unwrap_or_default() + &blocks(&item.blocks);
        prefixed(&text, &mark, &" ".repeat(mark.len()))
    };
    let parts: Vec<String> = items.iter().enumerate().map(item).collect();
    parts.join(if loose { "\n\n" } else { "\n" })
}

/// `first` before the first line, `rest` before the others that are not empty (or that need it).
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    for (i, line) in text.lines().enumerate() {
        let prefix = if i == 0 { first } else { rest };
        out.push_str(if i == 0 { "" } else { "\n" });
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
    out
}

fn figure(figure: &Figure) -> String {
    let mut out = String::new();
    for image in &figure.images {
        out.push_str(if out.is_empty() { "" } else { "\n" });
        inline::picture(&image.alt, &image.src, &mut out);
    }
    let mut words: Vec<String> = Vec::new();
    words.extend(figure.caption.as_ref().map(|caption| line(caption)));
    words.extend(figure.credit.as_deref().map(escaped));
    if !words.is_empty() {
        out.push_str(&format!("\n\n*{}*", words.join(" · ")));
    }
    out
}

/// GitHub's tables have one header row and no spans: a spanning cell is followed by empty ones.
fn table(table: &Table) -> String {
    let row = |cells: &[Cell]| -> Vec<String> {
        let empty = |cell: &Cell| vec![String::new(); usize::from(cell.columns.clamp(1, MAX_COLUMNS)) - 1];
        cells.iter().flat_map(|cell| [vec![in_cell(cell)], empty(cell)].concat()).collect()
    };
    let mut rows: Vec<Vec<String>> = table.rows.iter().filter(|r| !r.is_empty()).map(|r| row(r)).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if !table.rows.first().is_some_and(|r| r.iter().any(|cell| cell.header)) {
        rows.insert(0, Vec::new());
    }
    let mut lines: Vec<String> = rows
        .iter_mut()
        .map(|row| {
            row.resize(columns, String::new());
            format!("| {} |", row.join(" | "))
        })
        .collect();
    lines.insert(1.min(lines.len()), format!("|{}", " --- |".repeat(columns)));
    let caption = table.caption.as_ref().map(|caption| format!("**{}**\n\n", line(caption)));
    caption.unwrap_or_default() + &lines.join("\n")
}

/// Units: columns. Declared wider cells are cut to this, so that a mistake does not fill the file.
const MAX_COLUMNS: u16 = 50;

/// A cell's content on one line.
fn in_cell(cell: &Cell) -> String {
    blocks(&cell.blocks).replace("\\\n", "<br>").replace("\n\n", "<br>").replace('\n', " ")
}
