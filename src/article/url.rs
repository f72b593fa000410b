//! Addresses: what stands in an attribute -> an absolute http(s) address, or nothing.
//!
//! In: the page's own address and the raw value. Out: a string that starts with `http://` or `https://` and holds no
//! white space, quotes or angle brackets. Not a full URL parser: hosts are passed on as they stand.

use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// The address that relative ones hang on.
#[derive(Clone, Debug, Default)]
pub(super) struct Base {
    /// "" where the page has no address.
    url: String,
}

impl Base {
    /// The page's `<base>` where it has one, else its own address.
    pub(super) fn of(page: &Page) -> Base {
        let own = Base { url: without_fragment(page.url()).to_owned() };
        let head_end = page.ids().find(|n| page.is(*n, Tag::Body)).unwrap_or(NodeId(page.len() as u32));
        let declared = (0..head_end.0).map(NodeId).find(|n| page.is(*n, Tag::Base));
        let url = declared.and_then(|n| page.attr(n, "href")).and_then(|href| own.resolve(href));
        url.map_or(own, |url| Base { url: without_fragment(&url).to_owned() })
    }

    /// None: another scheme than http(s), or relative on a page without an address.
    pub(super) fn resolve(&self, raw: &str) -> Option<String> {
        if is_plain(raw) && is_absolute(raw) {
            return Some(raw.to_owned());
        }
        let cleaned: String;
        let raw = if is_plain(raw) {
            raw
        } else {
            cleaned = raw.chars().filter(|c| !c.is_control()).collect();
            cleaned.trim()
        };
        let joined = match scheme(raw) {
            Some(s) if s.eq_ignore_ascii_case("http") || s.eq_ignore_ascii_case("https") => {
                let rest = raw[s.len() + 1..].trim_start_matches(['/', '\\']);
                (!rest.is_empty()).then(|| format!("{}://{rest}", s.to_ascii_lowercase()))?
            }
            Some(_) => return None,
            None => self.join(raw)?,
        };
        Some(if is_plain(&joined) { joined } else { escape(&joined) })
    }

    fn join(&self, raw: &str) -> Option<String> {
        let (scheme, rest) = self.url.split_once("://")?;
        if let Some(other) = raw.strip_prefix("//") {
            return Some(format!("{scheme}://{other}"));
        }
        let host_end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(host_end);
        let path_end = path.find('?').unwrap_or(path.len());
        let joined = match raw.chars().next() {
            None => path.to_owned(),
            Some('#') => format!("{path}{raw}"),
            Some('?') => format!("{}{raw}", &path[..path_end]),
            Some('/') => without_dots(raw),
            Some(_) => {
                let folder = &path[..path[..path_end].rfind('/').map_or(0, |i| i + 1)];
                without_dots(&format!("{}{raw}", if folder.is_empty() { "/" } else { folder }))
            }
        };
        Some(format!("{scheme}://{host}{joined}"))
    }

    /// The part after `#` of a link to the page itself.
    pub(super) fn fragment<'a>(&self, raw: &'a str) -> Option<&'a str> {
        let raw = raw.trim();
        let (before, fragment) = raw.split_once('#')?;
        let own = before.is_empty() || (!self.url.is_empty() && before == self.url);
        (own && !fragment.is_empty()).then_some(fragment)
    }
}

/// The host of an absolute address, in lower case, without `www.`.
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())].rsplit('@').next()?;
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// The label of a host that names its site: `bbc` of `news.bbc.co.uk`. An IP address is one whole.
pub(super) fn site_label(host: &str) -> &str {
    /// Second labels under which countries register names. Source: the Public Suffix List's commonest.
    const REGISTRIES: &[&str] =
        &["ac", "co", "com", "edu", "go", "gob", "gov", "gv", "ne", "net", "or", "org"];
    if host.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b':' | b'[' | b']')) {
        return host;
    }
    let mut labels = host.rsplit('.');
    let last = labels.next().unwrap_or(host);
    let second = labels.next().unwrap_or(last);
    match labels.next() {
        Some(third) if last.len() == 2 && REGISTRIES.contains(&second) => third,
        _ => second,
    }
}

/// True for the letters, digits and marks that stand in an address as they are: most have no others.
fn is_plain(url: &str) -> bool {
    url.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>'))
}

/// True for an http(s) address as it is usually written.
fn is_absolute(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| !matches!(c, '/' | '\\')))
}

fn without_fragment(url: &str) -> &str {
    url.split_once('#').map_or(url, |(before, _)| before)
}

/// Source: RFC 3986, section 3.1.
fn scheme(raw: &str) -> Option<&str> {
    let (scheme, _) = raw.split_once(':')?;
    let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(valid)).then_some(scheme)
}

/// Source: RFC 3986, section 5.2.4, on the path alone.
fn without_dots(path: &str) -> String {
    if !path.contains("/.") {
        return path.to_owned();
    }
    let end = path.find(['?', '#']).unwrap_or(path.len());
    let (path, rest) = path.split_at(end);
    let mut parts: Vec<&str> = Vec::new();
    let mut open = false;
    for part in path.split('/').skip(1) {
        open = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let slash = if open && !parts.is_empty() { "/" } else { "" };
    format!("/{}{slash}{rest}", parts.join("/"))
}

fn escape(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_site_by_its_host() {
        let check = |host: &str, expected: &str| assert_eq!(site_label(host), expected, "{host}");
        check("bbc.com", "bbc");
        check("news.bbc.co.uk", "bbc");
        check("nar.realtor", "nar");
        check("t.co", "t");
        check("localhost", "localhost");
        check("127.0.0.1", "127.0.0.1");
    }

    #[test]
    fn resolves_as_browsers_do() {
        let base = Base { url: "https://news.example/a/b/c.html?x=1".to_owned() };
        let check = |raw: &str, expected: Option<&str>| assert_eq!(base.resolve(raw).as_deref(), expected);
        check("d.html", Some("https://news.example/a/b/d.html"));
        check("../d", Some("https://news.example/a/d"));
        check("../../../d/.", Some("https://news.example/d/"));
        check("/d e", Some("https://news.example/d%20e"));
        check("//cdn.example/i.png", Some("https://cdn.example/i.png"));
        check("?y", Some("https://news.example/a/b/c.html?y"));
        check("#z", Some("https://news.example/a/b/c.html?x=1#z"));
        check(" HTTP://other.example/ ", Some("http://other.example/"));
        check("javascript:alert(1)", None);
        check("java\nscript:alert(1)", None);
        check("data:text/html,x", None);
        check("mailto:a@b.example", None);
        check("http://", None);
        assert_eq!(Base::default().resolve("d.html"), None);
        assert_eq!(Base::default().resolve("https://x.example/é"), Some("https://x.example/é".to_owned()));
    }

    #[test]
    fn knows_links_inside_the_page() {
        let base = Base { url: "https://news.example/a".to_owned() };
        assert_eq!(base.fragment("#n1"), Some("n1"));
        assert_eq!(base.fragment("https://news.example/a#n1"), Some("n1"));
        assert_eq!(base.fragment("https://news.example/b#n1"), None);
        assert_eq!(base.fragment("#"), None);
        assert_eq!(host("https://www.News.example:80/a").as_deref(), Some("news.example"));
    }
}
