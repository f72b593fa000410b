//! What the makers of consent dialogs and offers put on pages: `rules/covers/*.json`, one file each.
//!
//! In: an element's name and attributes. Out: the vendor whose cover it is. The generic engine stands without them.

use super::phrases::Speaks;
use super::vendor_table::VENDORS;

/// One vendor's marks.
#[derive(Clone, Copy, Debug)]
pub struct Vendor {
    /// Its name, as shown to people.
    pub name: &'static str,
    /// What its covers are.
    pub speaks: Speaks,
    /// Its covers. Shape: `#id`, `.class`, a tag name, `tag.class`, `[attribute]`; a trailing `*` lets the name go on.
    pub covers: &'static [&'static str],
    /// Classes that lock the page while a cover is up.
    pub lock_classes: &'static [&'static str],
    /// What carries its marks and must stay.
    pub never: &'static [&'static str],
    /// Markup that must match: tests ask.
    #[cfg(test)]
    pub sample: &'static str,
}

/// The vendors, by file name. None in a build that measures what the engine does without them.
pub fn all() -> &'static [Vendor] {
    if cfg!(feature = "no-vendors") { &[] } else { VENDORS }
}

/// True if a selector of the shape above fits an element of this name; `attr` gives its attributes.
pub fn fits<'a>(selector: &str, name: &str, attr: impl Fn(&str) -> Option<&'a str>) -> bool {
    if let Some(id) = selector.strip_prefix('#') {
        return attr("id").is_some_and(|have| goes(id, have));
    }
    if let Some(attribute) = selector.strip_prefix('[') {
        return attr(attribute.trim_end_matches(']')).is_some();
    }
    let (tag, class) = selector.split_once('.').unwrap_or((selector, ""));
    let has_class =
        || attr("class").is_some_and(|have| have.split_ascii_whitespace().any(|c| goes(class, c)));
    (tag.is_empty() || tag == name) && (class.is_empty() || has_class())
}

fn goes(wanted: &str, have: &str) -> bool {
    wanted.strip_suffix('*').map_or(wanted == have, |stem| have.starts_with(stem))
}

/// The vendor of an element's cover. None: no vendor's, or one of those that must stay.
pub fn of<'a>(name: &str, attr: impl Fn(&str) -> Option<&'a str> + Copy) -> Option<&'static Vendor> {
    // Nearly all selectors ask for these two.
    let (id, class) = (attr("id"), attr("class"));
    let attr = |wanted: &str| match wanted {
        "id" => id,
        "class" => class,
        _ => attr(wanted),
    };
    let fits_any = |selectors: &[&str]| selectors.iter().any(|s| fits(s, name, attr));
    all().iter().find(|v| fits_any(v.covers) && !fits_any(v.never))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_fit_whole_names() {
        let attr = |name: &str| (name == "class").then_some("klaro-like other");
        assert!(!fits(".klaro", "div", attr));
        assert!(fits(".other", "div", attr));
        assert!(fits(".klaro*", "div", attr));
        assert!(!fits("iframe.other", "div", attr));
    }
}
