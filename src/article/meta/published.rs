//! When the story was published, and when it was last changed.

use super::day;
use super::day::Day;
use super::day::Order;
use super::kind::Kind;
use super::linked;
use super::said::Said;
use super::zone::Zone;
use super::zone::in_foreign;
use crate::article::PageKind;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::names;
use crate::article::posts::Place;
use crate::page::NodeId;
use crate::rules::months::Months;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// `<meta>` names of the publication date, most trusted first. Source: WCXB dev, each right in 9 of 10 pages or more.
const PUBLISHED: Words = word_list![
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish_date",
    "og:publish_date",
    "publishdate",
    "published_date",
    "published-date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date-pub",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "cxenseparse:publishtime",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "datecreated",
    "created",
    "published",
    "rnews:datepublished",
    "date",
    "ptime",
    "shareaholic:article_published_time",
    "w-published-date",
    "release_date",
    "uploaddate",
];
/// The same for the last change.
const MODIFIED: Words = word_list![
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "og:article:modified_time",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "shareaholic:article_modified_time",
    "revised",
    "updated",
];

/// Names of elements that hold a date. Words of `class` and `id`.
const DATED: Words = word_list![
    "date",
    "published",
    "time",
    "timestamp",
    "posted",
    "datetime",
    "dateline",
    "pubdate",
    "datum",
    "fecha",
    "data",
    "publication",
];
/// Names that speak of the last change.
const CHANGED: Words = word_list!["updated", "modified", "update", "changed", "edited"];
/// Words before a date that say it is the last change. Lower case.
const CHANGED_WORDS: Words = word_list![
    "updated",
    "modified",
    "revised",
    "reviewed",
    "edited",
    "aktualisiert",
    "geändert",
    "stand",
    "mis à jour",
    "modifié",
    "actualizado",
    "aggiornato",
    "atualizado",
    "bijgewerkt",
    "更新",
];
/// Words before a date that say it is the publication's. Lower case.
const PUBLISHED_WORDS: Words = word_list![
    "published",
    "posted",
    "publish date",
    "publication date",
    "veröffentlicht",
    "erschienen",
    "publié",
    "publicado",
    "pubblicato",
    "gepubliceerd",
    "опубликовано",
    "公開",
];
/// Units: points of [`Kind`], for a date that is declared and seen.
const AGREED: i32 = 2;
/// Units: bytes. A longer line with a date in it is a sentence.
const MAX_DATE_LINE: usize = 140;

/// Dates of a story.
#[derive(Default)]
pub(super) struct Dates {
    pub published: Option<Sourced>,
    pub updated: Option<Sourced>,
}

/// A date with what speaks for it.
struct Found {
    day: Day,
    source: Source,
    changed: bool,
}

/// Finds both dates. A page of a kind that carries none has none.
pub(super) fn find(said: &Said, zone: &Zone, order: Order, kind: Kind, first: Option<&Place>) -> Dates {
    let months = Months::load();
    let declared = declared(said, months, order);
    let visible = visible(said, zone, months, order);
    let of_url =
        || day::in_url(&said.address).or_else(|| day::in_url(said.page.url())).map(|day| (day, Source::Url));
    let shown =
        |changed: bool| visible.iter().find(|f| f.changed == changed).map(|f| (f.day.clone(), f.source));
    let modified = modified(said, months, order);
    let posted = first.and_then(|post| of_element(said, post.time?, months, order));
    let published = if kind.kind == PageKind::Forum {
        of_thread(declared, posted).or_else(|| shown(false))
    } else {
        of_story(declared, shown(false), modified.as_ref())
    };
    let weight = |found: &(Day, Source)| strength(found.1).max(agreement(&found.0, &visible));
    let published = published
        .or_else(of_url)
        .or_else(|| shown(true))
        .filter(|found| kind.carries(weight(found)))
        .or_else(|| anywhere(said, months, order).filter(|_| kind.carries(0)));
    let updated = modified.or_else(|| shown(true));
    let updated =
        updated.filter(|(day, _)| published.as_ref().is_some_and(|(first, _)| day.date() > first.date()));
    let sourced = |(day, source): (Day, Source)| Sourced { value: day.to_string(), source };
    Dates { published: published.map(sourced), updated: updated.map(sourced) }
}

/// A thread's date is that of its first post; markup for machines may speak of any of them, a `<meta>` of the thread.
fn of_thread(declared: Option<(Day, Source)>, posted: Option<(Day, Source)>) -> Option<(Day, Source)> {
    let of_any = declared.as_ref().is_some_and(|(_, source)| *source == Source::Microdata);
    if of_any { posted.or(declared) } else { declared.or(posted) }
}

/// A story's date: what is declared, unless what readers see shows that this is another one.
fn of_story(
    declared: Option<(Day, Source)>,
    shown: Option<(Day, Source)>,
    modified: Option<&(Day, Source)>,
) -> Option<(Day, Source)> {
    match (declared, shown) {
        (Some(declared), Some(shown))
            if is_dated_anew(&shown.0, &declared, modified) || is_published_anew(&shown.0, &declared) =>
        {
            Some(shown)
        }
        (declared, shown) => declared.or(shown),
    }
}

/// True where a site builder declares the day on which it last put out the page, and readers see an earlier one.
fn is_published_anew(shown: &Day, declared: &(Day, Source)) -> bool {
    declared.1 == Source::JsonLd && shown.date() < declared.0.date()
}

/// A date that readers see too speaks of the story. Units: points of [`Kind`].
fn agreement(day: &Day, visible: &[Found]) -> i32 {
    if visible.iter().any(|found| found.day.date() == day.date()) { AGREED } else { 0 }
}

/// True where a site shows readers one date, and it is the declared one of the last change: it has dated the story anew.
fn is_dated_anew(shown: &Day, declared: &(Day, Source), modified: Option<&(Day, Source)>) -> bool {
    declared.1 == Source::JsonLd
        && shown.date() > declared.0.date()
        && modified.is_some_and(|(day, _)| day.date() == shown.date())
}

/// The date of the first contribution to a thread.
fn of_element(said: &Said, node: NodeId, months: &Months, order: Order) -> Option<(Day, Source)> {
    let read = |text: &str| day::from_value(text, months, order);
    let declared = ["datetime", "content", "title"].iter().find_map(|name| read(said.page.attr(node, name)?));
    let day = declared.or_else(|| read(&said.page.text_content(node)))?;
    Some((day, Source::TimeElement))
}

/// How plainly a date speaks of a story. Units: points of [`Kind`]; declared ones count there already.
fn strength(source: Source) -> i32 {
    match source {
        Source::Visible | Source::TimeElement | Source::Microdata => 2,
        _ => 0,
    }
}

/// What the page declares for machines.
fn declared(said: &Said, months: &Months, order: Order) -> Option<(Day, Source)> {
    let read = |text: &str| day::from_value(text, months, order);
    let keys = ["datePublished", "dateCreated", "uploadDate"];
    let linked =
        said.story().and_then(|story| keys.iter().find_map(|key| read(linked::text(story.get(*key))?)));
    let tags = || PUBLISHED.iter().find_map(|name| read(said.tag(name)?)).map(|day| (day, Source::MetaTag));
    let props = || {
        let wanted =
            said.props.iter().filter(|(name, node)| *name == "datePublished" && !in_foreign(said, *node));
        wanted
            .map(|(_, node)| said.prop(*node))
            .find_map(|value| read(&value))
            .map(|day| (day, Source::Microdata))
    };
    linked.map(|day| (day, Source::JsonLd)).or_else(tags).or_else(props)
}

fn modified(said: &Said, months: &Months, order: Order) -> Option<(Day, Source)> {
    let read = |text: &str| day::from_value(text, months, order);
    let linked = said.story().and_then(|story| read(linked::text(story.get("dateModified"))?));
    let tags = || MODIFIED.iter().find_map(|name| read(said.tag(name)?)).map(|day| (day, Source::MetaTag));
    linked.map(|day| (day, Source::JsonLd)).or_else(tags)
}

/// Dates that readers see around the headline, most telling first.
fn visible(said: &Said, zone: &Zone, months: &Months, order: Order) -> Vec<Found> {
    let page = said.page;
    let elements: Vec<NodeId> = zone.elements(said).collect();
    let times = elements.iter().filter(|n| page.name(**n) == "time").filter_map(|n| {
        let value = page.attr(*n, "datetime").and_then(|v| day::from_value(v, months, order));
        let day = value.or_else(|| Some(day::in_text(&page.text_content(*n), months, order)?.0))?;
        Some(Found { day, source: Source::TimeElement, changed: is_changed(said, *n) })
    });
    let named = elements.iter().filter(|n| names::has_word(page, **n, DATED)).filter_map(|n| {
        let text = page.text_content(*n);
        let day = (text.len() <= MAX_DATE_LINE).then(|| day::in_text(&text, months, order)).flatten()?.0;
        Some(Found { day, source: Source::Visible, changed: is_changed(said, *n) || says_changed(&text) })
    });
    let lines = said.lines.all[zone.lines.clone()].iter().filter_map(|line| {
        let text = said.lines.text(line);
        let (day, range) =
            (text.len() <= MAX_DATE_LINE).then(|| day::in_text(text, months, order)).flatten()?;
        Some(Found { day, source: Source::Visible, changed: says_changed(&text[..range.start]) })
    });
    let mut found: Vec<Found> = times.collect();
    found.extend(named);
    found.extend(lines);
    found
}

/// A date anywhere on the page that says of itself that it is the publication's: in its line or in the one before.
fn anywhere(said: &Said, months: &Months, order: Order) -> Option<(Day, Source)> {
    let lines = &said.lines.all;
    (0..lines.len()).find_map(|i| {
        let text = said.lines.text(&lines[i]);
        let (day, range) =
            (text.len() <= MAX_DATE_LINE).then(|| day::in_text(text, months, order)).flatten()?;
        let before = if range.start == 0 && i > 0 { said.lines.text(&lines[i - 1]) } else { "" };
        let says = |text: &str| text.len() <= MAX_DATE_LINE && starts_published(text);
        let published = says(&text[..range.start]) || says(before);
        (published && !in_foreign(said, lines[i].node)).then_some((day, Source::Visible))
    })
}

fn starts_published(text: &str) -> bool {
    let lower = lower(text.trim_start());
    PUBLISHED_WORDS.iter().any(|word| lower.starts_with(word))
}

fn is_changed(said: &Said, node: NodeId) -> bool {
    let page = said.page;
    let before = said.lines.at(node).checked_sub(1).map(|i| said.lines.text(&said.lines.all[i]));
    let parent = page.parent(node);
    names::has_word(page, node, CHANGED)
        || page.attr_is(node, "itemprop", "dateModified")
        || parent
            .is_some_and(|p| names::has_word(page, p, CHANGED) || says_changed(&start(&page.text_content(p))))
        || before.is_some_and(|text| text.len() < 24 && says_changed(text))
}

fn start(text: &str) -> String {
    text[..text.floor_char_boundary(40)].to_owned()
}

fn says_changed(text: &str) -> bool {
    let lower = lower(text);
    CHANGED_WORDS.iter().any(|word| lower.contains(word))
}
