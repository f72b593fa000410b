//! Page -> Meta: what the page says about its story.
//!
//! In: a [`Page`] and a [`Mask`]. Out: [`Meta`], each value with its source, `None` rather than wrong.
//! Order of trust: JSON-LD, microdata, Open Graph and `<meta>`, then what stands around the headline.

mod agency;
mod byline;
pub(super) mod day;
mod entities;
mod kind;
mod language;
mod lead;
mod lines;
mod linked;
mod next;
mod outlet;
mod published;
mod said;
mod section;
mod title;
mod zone;

use super::Meta;
use super::PageKind;
use super::posts;
use crate::page::Mask;
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
    let lang = language::declared(&said);
    let order = Order::of(lang.as_deref());
    let zone = Zone::around(&said, title.node);
    let posts = if kind.kind == PageKind::Forum { posts::find(page) } else { Vec::new() };
    let dates = published::find(&said, &zone, order, kind, posts.first());
    let byline = byline::find(&said, &zone, order, kind, posts.first(), &sites);
    let headline = title.title.as_ref().map(|title| title.value.as_str());
    let by = byline.as_ref().map(|byline| byline.value.as_str());
    let outlet = outlet::find(&said, &zone, &sites, headline, by);
    let taken = [title.title.as_ref(), byline.as_ref(), outlet.outlet.as_ref(), outlet.aggregator.as_ref()];
    let taken: Vec<String> = taken.into_iter().filter_map(|s| Some(title::fold(&s?.value))).collect();
    Meta {
        section: section::find(&said, &zone, &taken),
        rtl: language::is_rtl(&said, lang.as_deref(), headline.unwrap_or_default()),
        lead_image: lead::find(&said, &zone),
        agency_credit: agency::find(&said),
        title: title.title,
        byline,
        outlet: outlet.outlet,
        aggregator: outlet.aggregator,
        original_url: outlet.original_url,
        next_page: next::find(&said),
        published: dates.published,
        updated: dates.updated,
        lang,
        kind: kind.kind,
    }
}
