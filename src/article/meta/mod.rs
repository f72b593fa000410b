//! Page -> Meta: what the page says about its story.
//!
//! In: a [`Page`] and a [`Mask`]. Out: [`Meta`], each value with its source, `None` rather than wrong.
//! Order of trust: JSON-LD, microdata, Open Graph and `<meta>`, then what stands around the headline.

mod byline;
pub(super) mod day;
mod entities;
mod kind;
mod lines;
mod linked;
mod published;
mod said;
mod title;
mod zone;

use super::Meta;
use super::PageKind;
use super::posts;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use day::Order;
use said::Said;
use zone::Zone;

/// Reads what the page says about its story.
pub fn read(page: &Page, mask: &Mask) -> Meta {
    if page.is_empty() {
        return Meta::default();
    }
    let said = Said::gather(page, mask);
    let sites = title::site_names(&said);
    let kind = kind::guess(&said);
    let title = title::choose(&said, &sites, kind.is_declared(&said));
    let lang = page.attr(NodeId::ROOT, "lang").filter(|l| !l.is_empty()).map(str::to_owned);
    let order = Order::of(lang.as_deref());
    let zone = Zone::around(&said, title.node);
    let posts = if kind.kind == PageKind::Forum { posts::find(page) } else { Vec::new() };
    let dates = published::find(&said, &zone, order, kind, posts.first());
    let byline = byline::find(&said, &zone, order, kind, posts.first(), &sites);
    Meta {
        title: title.title,
        byline,
        published: dates.published,
        updated: dates.updated,
        lang,
        ..Meta::default()
    }
}
