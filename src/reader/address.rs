//! Addresses that may be followed or shown: a link cannot be made without passing here.

/// An address with a scheme that runs nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// Pictures that may stand in the page itself. As the source of an `<img>`, SVG runs no script either.
const INLINE_IMAGES: &[&str] = &[
    "data:image/png",
    "data:image/jpeg",
    "data:image/gif",
    "data:image/webp",
    "data:image/avif",
    "data:image/svg+xml",
];

impl Address {
    /// None: the scheme is not one a link may have (http, https, mailto).
    pub fn link(url: &str) -> Option<Address> {
        starts_with_any(url, &["http://", "https://", "mailto:"]).then(|| Address(url.to_owned()))
    }

    /// None: not http, https or a picture held in the address itself.
    pub fn image(url: &str) -> Option<Address> {
        let held = starts_with_any(url, INLINE_IMAGES);
        (held || starts_with_any(url, &["http://", "https://"])).then(|| Address(url.to_owned()))
    }

    /// As given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Host without "www.", for a link that has no other name. What stands before an `@` is no host.
    pub fn host(&self) -> &str {
        let host = Address::of_words(self.0.split_once("//").map_or("", |(_, rest)| rest));
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// The host that an address without its scheme opens with. Browsers read a backslash as a slash.
    pub(super) fn of_words(rest: &str) -> &str {
        let place = rest.split(['/', '\\', '?', '#']).next().unwrap_or("");
        let host = place.rsplit('@').next().unwrap_or(place);
        let port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
        port.map_or(host, |(host, _)| host)
    }
}

fn starts_with_any(url: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|s| url.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, link: bool, image: bool) {
        assert_eq!((Address::link(url).is_some(), Address::image(url).is_some()), (link, image), "{url}");
    }

    #[test]
    fn only_addresses_that_run_nothing_pass() {
        check("https://example.org/a", true, true);
        check("HTTP://example.org", true, true);
        check("mailto:desk@example.org", true, false);
        check("data:image/png;base64,AAAA", false, true);
        check("data:text/html,<b>", false, false);
        check("javascript:alert(1)", false, false);
        check(" javascript:alert(1)", false, false);
        check("blob:https://example.org/1", false, false);
        check("//example.org/a", false, false);
        check("héé", false, false);
        check("", false, false);
    }

    #[test]
    fn host_is_bare() {
        assert_eq!(Address::link("https://www.example.org/a?b").expect("a link").host(), "example.org");
    }
}
