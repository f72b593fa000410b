//! Article -> JSON: what `read --format json` prints and the reader saves.

use crate::article::Article;
use crate::article::Block;
use crate::article::Cell;
use crate::article::Delivered;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::PreviewReason;
use crate::article::Removed;
use crate::article::RemovedReason;
use crate::article::Sourced;
use crate::article::push_text;
use serde_json::Value;
use serde_json::json;

/// One article as an object.
pub fn article(article: &Article) -> Value {
    let meta = &article.meta;
    json!({
        "title": value(&meta.title),
        "byline": value(&meta.byline),
        "outlet": value(&meta.outlet),
        "aggregator": value(&meta.aggregator),
        "original_url": value(&meta.original_url),
        "section": value(&meta.section),
        "published": value(&meta.published),
        "updated": value(&meta.updated),
        "lang": meta.lang,
        "lead_image": meta.lead_image.as_ref().map(lead_image),
        "agency_credit": meta.agency_credit,
        "delivered": delivered(&article.delivered),
        "cut": article.cut,
        "blocks": blocks(&article.blocks),
        "removed": article.removed.iter().map(removed).collect::<Vec<_>>(),
        "word_count": article.word_count,
    })
}

fn value(sourced: &Option<Sourced>) -> Option<&str> {
    sourced.as_ref().map(|s| s.value.as_str())
}

/// "" is how the tree says that there is none; JSON has a word for that.
fn present(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

fn lead_image(figure: &Figure) -> Value {
    let image = figure.images.first();
    json!({
        "src": image.and_then(|i| present(&i.src)),
        "alt": image.and_then(|i| present(&i.alt)),
        "caption": figure.caption.as_deref().map(plain),
        "credit": figure.credit,
    })
}

fn delivered(delivered: &Delivered) -> Value {
    let (state, reason) = match delivered {
        Delivered::Full => ("full", None),
        Delivered::Preview(reason) => ("preview", Some(preview(reason))),
        Delivered::Withheld => ("preview", Some("the publisher keeps the rest for subscribers".to_owned())),
    };
    json!({ "state": state, "reason": reason })
}

fn preview(reason: &PreviewReason) -> String {
    match reason {
        PreviewReason::DeclaredPaid => "declared paid, and little text came".to_owned(),
        PreviewReason::SignUpCard => "a sign-up card stands after little text".to_owned(),
        PreviewReason::FewerWordsThanStated { stated, delivered } => {
            format!("the page states {stated} words and delivered {delivered}")
        }
        PreviewReason::BreaksOff => "the text breaks off".to_owned(),
        PreviewReason::Filler => "filler stands in for the rest".to_owned(),
    }
}

fn removed(removed: &Removed) -> Value {
    json!({ "text": removed.text, "reason": reason(removed.reason) })
}

fn reason(reason: RemovedReason) -> &'static str {
    match reason {
        RemovedReason::Cover => "cover",
        RemovedReason::SignUp => "sign_up",
        RemovedReason::Navigation => "navigation",
        RemovedReason::Related => "related",
        RemovedReason::Comments => "comments",
        RemovedReason::AppPrompt => "app_prompt",
        RemovedReason::Banner => "banner",
        RemovedReason::Repeated => "repeated",
        RemovedReason::Metadata => "metadata",
        RemovedReason::Other => "other",
    }
}

fn plain(inlines: impl AsRef<[Inline]>) -> String {
    let mut out = String::new();
    push_text(inlines.as_ref(), &mut out);
    out
}

/// Recurses over block nesting, which the article stage caps.
fn blocks(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading { level, text, .. } => {
            json!({ "type": "heading", "level": level, "text": plain(text) })
        }
        Block::Paragraph(inlines) => running("paragraph", inlines),
        Block::List { start, items } => json!({
            "type": "list",
            "start": start,
            "items": items.iter().map(|item| blocks(&item.blocks)).collect::<Vec<_>>(),
        }),
        Block::Definitions(items) => json!({
            "type": "definitions",
            "items": items.iter().map(|(term, b)| json!({ "term": term, "blocks": blocks(b) })).collect::<Vec<_>>(),
        }),
        Block::Quote { blocks: quoted, cite } => {
            json!({ "type": "quote", "blocks": blocks(quoted), "cite": cite.as_deref().map(plain) })
        }
        Block::Code { language, text } => json!({ "type": "code", "language": language, "text": text }),
        Block::Table(table) => json!({
            "type": "table",
            "caption": table.caption.as_deref().map(plain),
            "rows": table.rows.iter().map(|row| row.iter().map(cell).collect()).collect::<Vec<Vec<_>>>(),
        }),
        Block::Figure(figure) => json!({
            "type": "figure",
            "images": figure.images.iter().map(|i| json!({ "src": i.src, "alt": i.alt })).collect::<Vec<_>>(),
            "caption": figure.caption.as_deref().map(plain),
            "credit": figure.credit,
        }),
        Block::Embed { label, url } => json!({ "type": "embed", "label": label, "url": url }),
        Block::Math(text) => json!({ "type": "math", "text": text }),
        Block::Details { summary, blocks: folded } => {
            json!({ "type": "details", "summary": plain(summary), "blocks": blocks(folded) })
        }
        Block::Post(post) => json!({
            "type": "post",
            "author": post.author,
            "time": post.time,
            "blocks": blocks(&post.blocks),
        }),
        Block::Rule => json!({ "type": "rule" }),
    }
}

/// Running text, with its links where it has any.
fn running(kind: &str, inlines: &[Inline]) -> Value {
    let mut out = json!({ "type": kind, "text": plain(inlines) });
    let mut links = Vec::new();
    collect_links(inlines, &mut links);
    if !links.is_empty() {
        out["links"] = Value::Array(links);
    }
    out
}

fn collect_links(inlines: &[Inline], out: &mut Vec<Value>) {
    for inline in inlines {
        match inline {
            Inline::Link { url, text } => out.push(json!({ "url": url, "text": plain(text) })),
            Inline::Emphasis(i)
            | Inline::Strong(i)
            | Inline::Sub(i)
            | Inline::Sup(i)
            | Inline::Mark(i)
            | Inline::Struck(i)
            | Inline::Direction(_, i) => collect_links(i, out),
            _ => {}
        }
    }
}

fn cell(cell: &Cell) -> Value {
    json!({
        "header": cell.header,
        "columns": cell.columns,
        "rows": cell.rows,
        "blocks": blocks(&cell.blocks),
    })
}
