//! Article -> JSON: what `read --format json` prints and the reader saves.

use crate::article::Article;
use crate::article::Block;
use crate::article::Cell;
use crate::article::Delivered;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::Meta;
use crate::article::PreviewReason;
use crate::article::Removed;
use crate::article::RemovedReason;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::push_text;
use crate::json::Json;
use crate::json::list;
use crate::json::object;

/// One article as an object.
pub fn article(article: &Article) -> Json {
    let meta = &article.meta;
    object(vec![
        ("title", value(&meta.title).into()),
        ("byline", value(&meta.byline).into()),
        ("outlet", value(&meta.outlet).into()),
        ("aggregator", value(&meta.aggregator).into()),
        ("original_url", value(&meta.original_url).into()),
        ("section", value(&meta.section).into()),
        ("published", value(&meta.published).into()),
        ("updated", value(&meta.updated).into()),
        ("sources", sources(meta)),
        ("lang", meta.lang.as_deref().into()),
        ("rtl", meta.rtl.into()),
        ("lead_image", meta.lead_image.as_ref().map(lead_image).into()),
        ("agency_credit", meta.agency_credit.as_deref().into()),
        ("delivered", delivered(&article.delivered)),
        ("cut", article.cut.into()),
        ("blocks", blocks(&article.blocks)),
        ("removed", list(&article.removed, &removed)),
        ("word_count", article.word_count.into()),
    ])
}

fn value(sourced: &Option<Sourced>) -> Option<&str> {
    sourced.as_ref().map(|s| s.value.as_str())
}

/// Where each of the values that are there was found.
fn sources(meta: &Meta) -> Json {
    let all = [
        ("title", &meta.title),
        ("byline", &meta.byline),
        ("outlet", &meta.outlet),
        ("aggregator", &meta.aggregator),
        ("original_url", &meta.original_url),
        ("section", &meta.section),
        ("published", &meta.published),
        ("updated", &meta.updated),
    ];
    let name = |source| match source {
        Source::JsonLd => "json-ld",
        Source::Microdata => "microdata",
        Source::OpenGraph => "open graph",
        Source::MetaTag => "meta",
        Source::Visible => "visible text",
        Source::TimeElement => "time element",
        Source::Url => "address",
        Source::PlainText => "plain text",
    };
    let mut found = Vec::new();
    for (field, value) in all {
        if let Some(value) = value {
            found.push((field, name(value.source).into()));
        }
    }
    object(found)
}

/// "" is how the tree says that there is none; JSON has a word for that.
fn present(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.is_empty())
}

fn lead_image(figure: &Figure) -> Json {
    let image = figure.images.first();
    object(vec![
        ("src", image.and_then(|i| present(&i.src)).into()),
        ("alt", image.and_then(|i| present(&i.alt)).into()),
        ("caption", figure.caption.as_deref().map(plain).into()),
        ("credit", figure.credit.as_deref().into()),
    ])
}

fn delivered(delivered: &Delivered) -> Json {
    let (state, reason) = match delivered {
        Delivered::Full => ("full", None),
        Delivered::Preview(reason) => ("preview", Some(preview(reason))),
        Delivered::Withheld => ("preview", Some("the publisher keeps the rest for subscribers".to_owned())),
    };
    object(vec![("state", state.into()), ("reason", reason.into())])
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

fn removed(removed: &Removed) -> Json {
    object(vec![("text", removed.text.as_str().into()), ("reason", reason(removed.reason).into())])
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
fn blocks(blocks: &[Block]) -> Json {
    list(blocks, &block)
}

fn block(block: &Block) -> Json {
    let (kind, mut fields) = match block {
        Block::Heading { level, text, .. } => {
            ("heading", vec![("level", Json::Number((*level).into())), ("text", plain(text).into())])
        }
        Block::Paragraph(inlines) => ("paragraph", running(inlines)),
        Block::List { start, items } => {
            let start = start.map(|number| Json::Number(number.into()));
            let items = list(items, &|item| blocks(&item.blocks));
            ("list", vec![("start", start.into()), ("items", items)])
        }
        Block::Definitions(items) => {
            let item = |(term, inner): &(bool, Vec<Block>)| {
                object(vec![("term", (*term).into()), ("blocks", blocks(inner))])
            };
            ("definitions", vec![("items", list(items, &item))])
        }
        Block::Quote { blocks: quoted, cite } => {
            ("quote", vec![("blocks", blocks(quoted)), ("cite", cite.as_deref().map(plain).into())])
        }
        Block::Code { language, text } => {
            ("code", vec![("language", language.as_deref().into()), ("text", text.as_str().into())])
        }
        Block::Table(table) => {
            let rows = list(&table.rows, &|row: &Vec<Cell>| list(row, &cell));
            ("table", vec![("caption", table.caption.as_deref().map(plain).into()), ("rows", rows)])
        }
        Block::Figure(figure) => {
            let image =
                |i: &Image| object(vec![("src", i.src.as_str().into()), ("alt", i.alt.as_str().into())]);
            let images = list(&figure.images, &image);
            let caption = figure.caption.as_deref().map(plain).into();
            (
                "figure",
                vec![("images", images), ("caption", caption), ("credit", figure.credit.as_deref().into())],
            )
        }
        Block::Embed { label, url } => {
            ("embed", vec![("label", label.as_str().into()), ("url", url.as_str().into())])
        }
        Block::Math(text) => ("math", vec![("text", text.as_str().into())]),
        Block::Details { summary, blocks: folded } => {
            ("details", vec![("summary", plain(summary).into()), ("blocks", blocks(folded))])
        }
        Block::Post(post) => {
            let (author, time) = (post.author.as_deref().into(), post.time.as_deref().into());
            ("post", vec![("author", author), ("time", time), ("blocks", blocks(&post.blocks))])
        }
        Block::Rule => ("rule", Vec::new()),
    };
    fields.insert(0, ("type", kind.into()));
    object(fields)
}

/// Running text, with its links where it has any.
fn running(inlines: &[Inline]) -> Vec<(&'static str, Json)> {
    let mut links = Vec::new();
    collect_links(inlines, &mut links);
    let mut fields = vec![("text", plain(inlines).into())];
    if !links.is_empty() {
        fields.push(("links", Json::List(links)));
    }
    fields
}

fn collect_links(inlines: &[Inline], out: &mut Vec<Json>) {
    for inline in inlines {
        match inline {
            Inline::Link { url, text } => {
                out.push(object(vec![("url", url.as_str().into()), ("text", plain(text).into())]))
            }
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

fn cell(cell: &Cell) -> Json {
    object(vec![
        ("header", cell.header.into()),
        ("columns", Json::Number(cell.columns.into())),
        ("rows", Json::Number(cell.rows.into())),
        ("blocks", blocks(&cell.blocks)),
    ])
}
