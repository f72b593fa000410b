//! What another program shows inside the story (video, post, map, sound): a link that says what it is.

use super::scope::Scope;
use crate::article::names;
use crate::article::url;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Hosts, each before the name people know it by. A host covers its subdomains.
const HOSTS: Words = word_list![
    "airtable.com Airtable",
    "audioboom.com Audioboom",
    "bandcamp.com Bandcamp",
    "bsky.app Bluesky",
    "codepen.io CodePen",
    "codesandbox.io CodeSandbox",
    "dailymotion.com Dailymotion",
    "datawrapper.dwcdn.net Datawrapper",
    "documentcloud.org DocumentCloud",
    "facebook.com Facebook",
    "flourish.studio Flourish",
    "gist.github.com GitHub Gist",
    "google.com Google",
    "infogram.com Infogram",
    "instagram.com Instagram",
    "jsfiddle.net JSFiddle",
    "linkedin.com LinkedIn",
    "openstreetmap.org OpenStreetMap",
    "pinterest.com Pinterest",
    "podcasts.apple.com Apple Podcasts",
    "reddit.com Reddit",
    "scribd.com Scribd",
    "simplecast.com Simplecast",
    "slideshare.net SlideShare",
    "soundcloud.com SoundCloud",
    "spotify.com Spotify",
    "streamable.com Streamable",
    "ted.com TED",
    "threads.net Threads",
    "tiktok.com TikTok",
    "twitch.tv Twitch",
    "twitter.com X",
    "vimeo.com Vimeo",
    "wistia.com Wistia",
    "wistia.net Wistia",
    "x.com X",
    "youtu.be YouTube",
    "youtube-nocookie.com YouTube",
    "youtube.com YouTube",
];
/// Frames that show nothing of the story: counters, consent, advertising, log-in.
const NOT_SHOWN: Words = word_list![
    "2mdn.net",
    "accounts.google.com",
    "addthis.com",
    "adnxs.com",
    "adservice.google.com",
    "amazon-adsystem.com",
    "disqus.com",
    "doubleclick.net",
    "googlesyndication.com",
    "googletagmanager.com",
    "hcaptcha.com",
    "outbrain.com",
    "recaptcha.net",
    "sharethis.com",
    "taboola.com",
];
/// Attributes of a frame that is loaded late.
const SOURCES: Words =
    word_list!["src", "data-src", "data-lazy-src", "data-original", "data-cmp-src", "data-url", "data"];
/// Units: px. A smaller frame is a counter.
const MIN_SIZE: u32 = 20;

/// True for an element that is a player or frame by its kind.
pub(super) fn is_player(page: &Page, node: NodeId) -> bool {
    match page.tag(node) {
        Some(Tag::Iframe | Tag::Video | Tag::Audio | Tag::Embed | Tag::Object) => is_large_enough(page, node),
        Some(Tag::Other) => {
            word_list!["lite-youtube", "amp-youtube", "youtube-video", "lite-vimeo"].has(page.name(node))
        }
        _ => false,
    }
}

fn is_large_enough(page: &Page, node: NodeId) -> bool {
    let small =
        |name| page.attr(node, name).and_then(|v| v.trim().parse::<u32>().ok()).is_some_and(|v| v < MIN_SIZE);
    !small("width") && !small("height") || page.is(node, Tag::Audio)
}

/// (label, address). None: it shows nothing of the story, or there is no address to link to.
pub(super) fn read(scope: &Scope, node: NodeId) -> Option<(String, String)> {
    let page = scope.page;
    let url = address(scope, node)?;
    let host = url::host(&url)?;
    if NOT_SHOWN.iter().any(|h| covers(h, &host)) {
        return None;
    }
    let url = readable(&url, &host);
    let known =
        HOSTS.iter().filter_map(|h| h.split_once(' ')).find(|(h, _)| covers(h, &host)).map(|(_, name)| name);
    let kind = match page.tag(node) {
        Some(Tag::Video) => "Video",
        Some(Tag::Audio) => "Audio",
        _ => known.unwrap_or(&host),
    };
    let title = page.first_attr(node, &["title", "aria-label"]).unwrap_or("").trim();
    let label = match title {
        "" => kind.to_owned(),
        title if names::holds(title, &kind.to_ascii_lowercase()) => title.to_owned(),
        title => format!("{kind}: {title}"),
    };
    Some((label, url))
}

fn address(scope: &Scope, node: NodeId) -> Option<String> {
    let page = scope.page;
    if let Some(id) = page.first_attr(node, &["videoid", "data-videoid"]) {
        let host = if names::holds(page.name(node), "vimeo") {
            "https://vimeo.com/"
        } else {
            "https://www.youtube.com/watch?v="
        };
        return scope.base.resolve(&format!("{host}{id}"));
    }
    let own = SOURCES.iter().filter_map(|name| page.attr(node, name));
    let inner = page.children(node).filter(|n| page.is(*n, Tag::Source)).filter_map(|n| page.attr(n, "src"));
    own.chain(inner).find_map(|raw| scope.base.resolve(raw))
}

/// A player's address -> the page that people would open.
fn readable(url: &str, host: &str) -> String {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let id = |rest: &str| rest.split(['?', '&', '/', '#']).next().unwrap_or("").to_owned();
    let youtube = covers("youtube.com", host) || covers("youtube-nocookie.com", host);
    match path.strip_prefix("embed/").map(id) {
        Some(id) if youtube && !id.is_empty() && id != "videoseries" => {
            format!("https://www.youtube.com/watch?v={id}")
        }
        _ => match path.strip_prefix("video/").map(id) {
            Some(id) if host == "player.vimeo.com" && !id.is_empty() => format!("https://vimeo.com/{id}"),
            _ => url.to_owned(),
        },
    }
}

/// True if `host` is `domain` or below it.
fn covers(domain: &str, host: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
