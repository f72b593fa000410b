//! What an element says, as far as covers speak: phrases in its headings and on its controls, and elsewhere in it.

use super::scene::Scene;
use super::story::weight;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::rules::phrases;
use crate::rules::phrases::Speaks;

/// Longer texts are read up to here. Units: bytes of folded text. A consent dialog says what it is at once.
const READ: usize = 4000;
/// Phrases that only hint speak for a kind from this many on.
const HINTS: u32 = 2;
/// Hints on this many controls ("Later", "Allow") are a question put to the person.
const SPEAKING: usize = 2;
/// Texts up to this length are heard whole as if they were a heading. Units: characters.
const SHORT: usize = 160;

/// What was heard.
#[derive(Clone, Debug, Default)]
pub(super) struct Voice {
    says: [u32; KINDS],
    hints: [u32; KINDS],
    /// Phrases in headings, bold lines and on controls.
    prominent: [u32; KINDS],
    /// The first phrase that speaks by itself.
    pub phrase: Option<&'static str>,
    /// Folded text length. Units: characters.
    pub length: usize,
    /// Of it, neither in links nor on buttons. Units: weighted characters.
    pub in_prose: u32,
    /// A phrase that speaks by itself stands in it, not on a control.
    pub prose_says: bool,
    /// Of it, in links. Units: characters.
    pub in_links: usize,
    /// Of it, on buttons. Units: characters.
    pub in_buttons: usize,
    pub links: usize,
    pub controls: usize,
    /// Controls that themselves use a cover's words.
    pub speaking_controls: usize,
    /// A field for an address.
    pub asks_for_email: bool,
    pub searches: bool,
    pub composes: bool,
    pub media: bool,
    pub navigates: bool,
    /// An inner page, and what its frame says it is.
    pub frame: bool,
    pub pictures: usize,
}

const KINDS: usize = Speaks::ALL.len();

impl Voice {
    /// How loudly it speaks as a cover: 0 not at all, 1 hints, 2 says it, 3 says it prominently or more than once.
    pub fn loudness(&self) -> u8 {
        let says: u32 = self.says.iter().sum();
        let prominent: u32 = self.prominent.iter().sum();
        match (prominent, says) {
            (1.., _) | (_, 2..) => 3,
            (_, 1) => 2,
            _ if self.speaking_controls >= SPEAKING => 2,
            _ if self.hints.iter().sum::<u32>() >= HINTS => 1,
            _ => 0,
        }
    }

    /// The kind it speaks for most. None: it says nothing.
    pub fn kind(&self) -> Option<Speaks> {
        let weight = |k: usize| self.says[k] * 3 + self.prominent[k] * 3 + self.hints[k];
        let heard = (0..KINDS).filter(|k| Speaks::ALL[*k] != Speaks::More && weight(*k) > 0);
        // Of equals the first, in the order of the kinds.
        heard.max_by_key(|k| (weight(*k), KINDS - k)).map(|k| Speaks::ALL[k])
    }

    /// True if a phrase of this kind is there.
    pub fn says(&self, kind: Speaks) -> bool {
        self.says[kind as usize] > 0
    }

    pub fn says_prominently(&self, kind: Speaks) -> bool {
        self.prominent[kind as usize] > 0
    }

    /// Share of its text that is neither on links nor on buttons, 0..=1.
    pub fn prose(&self) -> f32 {
        let pressed = self.in_links + self.in_buttons;
        self.length.saturating_sub(pressed) as f32 / self.length.max(1) as f32
    }

    /// Share of its text that is links, 0..=1.
    pub fn linked(&self) -> f32 {
        self.in_links as f32 / self.length.max(1) as f32
    }

    fn hear(&mut self, folded: &str, prominent: bool) {
        phrases::find(folded, |phrase| {
            let kind = phrase.speaks as usize;
            if phrase.says {
                self.says[kind] += 1;
                self.prominent[kind] += u32::from(prominent);
                self.phrase.get_or_insert(phrase.text);
            } else {
                self.hints[kind] += 1;
            }
        });
    }
}

/// Listens to everything in `node`, shadow roots and what inner pages say of themselves included.
pub(super) fn of(scene: &Scene, node: NodeId) -> Voice {
    let page = scene.page;
    let mut voice = Voice::default();
    let mut skip_until = node;
    for id in page.subtree(node) {
        if id < skip_until {
            continue;
        }
        if matches!(page.tag(id), Some(Tag::Script | Tag::Style | Tag::Template | Tag::Noscript)) {
            skip_until = page.end(id);
        } else {
            look(scene, id, &mut voice);
        }
    }
    for line in lines(page, node) {
        let folded = phrases::fold(&line.text);
        voice.length += folded.chars().count();
        match line.stands {
            Stands::Link => voice.in_links += folded.chars().count(),
            Stands::Button => voice.in_buttons += folded.chars().count(),
            _ => voice.in_prose += weight(&folded),
        }
        let said = |voice: &Voice| voice.says.iter().sum::<u32>();
        let heard = |voice: &Voice| said(voice) + voice.hints.iter().sum::<u32>();
        let before = (said(&voice), heard(&voice));
        voice.hear(&folded, line.stands != Stands::Prose);
        let pressed = matches!(line.stands, Stands::Link | Stands::Button);
        voice.speaking_controls += usize::from(heard(&voice) > before.1 && pressed);
        voice.prose_says |= said(&voice) > before.0 && !pressed;
    }
    if voice.length <= SHORT && voice.controls > 0 {
        for kind in 0..KINDS {
            voice.prominent[kind] = voice.says[kind];
        }
    }
    voice
}

fn look(scene: &Scene, id: NodeId, voice: &mut Voice) {
    let page = scene.page;
    let role = page.value(id, "role");
    voice.navigates |= role == "navigation";
    voice.searches |= role == "search";
    voice.controls += usize::from(scene.is_control(id));
    match page.tag(id) {
        Some(Tag::A) => voice.links += 1,
        Some(Tag::Nav) => voice.navigates = true,
        Some(Tag::Video | Tag::Canvas | Tag::Audio) => voice.media = true,
        Some(Tag::Img | Tag::Picture) => {
            voice.pictures += 1;
            if page.ancestors(id).take(2).any(|n| scene.is_control(n)) {
                voice.hear(&phrases::fold(start(page.value(id, "alt"), SHORT)), false);
            }
        }
        Some(Tag::Textarea) => voice.composes = true,
        Some(Tag::Input) => field(page, id, voice),
        Some(Tag::Iframe) => {
            voice.frame = true;
            for name in ["title", "srcdoc", "id", "name", "src"] {
                let about = without_tags(start(page.value(id, name), READ / 4));
                let is_prose = name == "title" || name == "srcdoc";
                let about = if is_prose { about } else { about.replace(['-', '_', '/'], " ") };
                voice.hear(&phrases::fold(&about), false);
            }
        }
        _ => voice.composes |= page.attr(id, "contenteditable").is_some_and(|v| v != "false"),
    }
}

fn field(page: &Page, id: NodeId, voice: &mut Voice) {
    let kind = page.attr(id, "type").unwrap_or("text");
    let readonly = page.has_attr(id, "readonly");
    let about = ["name", "id", "placeholder", "autocomplete", "aria-label"].map(|a| page.value(id, a));
    let mail = about.iter().any(|a| a.to_ascii_lowercase().contains("mail") || a.contains('@'));
    voice.asks_for_email |= (kind == "email" || (kind == "text" && mail)) && !readonly;
    voice.searches |= kind == "search";
    for name in ["placeholder", "value", "aria-label"] {
        let pressed = name == "value" && !matches!(kind, "submit" | "button");
        if !pressed && kind != "hidden" {
            voice.hear(&phrases::fold(start(page.value(id, name), SHORT)), false);
        }
    }
}

/// So many characters of a text at most.
pub(super) fn start(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The text of serialized markup, roughly.
fn without_tags(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut inside = false;
    for c in markup.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Prose,
    Heading,
    Link,
    Button,
}

struct Line {
    text: String,
    stands: Stands,
}

/// The element's text in lines, one for each run between block borders.
fn lines(page: &Page, node: NodeId) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut owner = None;
    let (mut skip_until, mut read) = (node, 0);
    for id in page.subtree(node) {
        if id < skip_until || read > READ {
            continue;
        }
        if matches!(page.tag(id), Some(Tag::Script | Tag::Style | Tag::Template | Tag::Noscript)) {
            skip_until = page.end(id);
            continue;
        }
        let text = page.text(id);
        if text.trim().is_empty() {
            continue;
        }
        read += text.len();
        let (at, stands) = stands(page, id, node);
        match out.last_mut().filter(|_| owner == Some(at)) {
            Some(line) => line.text.push_str(text),
            None => out.push(Line { text: text.to_owned(), stands }),
        }
        owner = Some(at);
    }
    out
}

/// The element whose line a text is in, and what that is.
fn stands(page: &Page, text: NodeId, within: NodeId) -> (NodeId, Stands) {
    let mut at = page.parent(text).unwrap_or(within);
    for above in page.ancestors(text) {
        let role = page.value(above, "role");
        match page.tag(above) {
            Some(Tag::A) if role != "button" => return (above, Stands::Link),
            Some(Tag::Button) => return (above, Stands::Button),
            Some(Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6) => {
                return (above, Stands::Heading);
            }
            _ if role == "button" => return (above, Stands::Button),
            _ if role == "heading" => return (above, Stands::Heading),
            Some(Tag::B | Tag::Strong) if at == above => return (above, Stands::Heading),
            Some(Tag::Span | Tag::Em | Tag::I | Tag::Small | Tag::B | Tag::Strong) => {}
            _ => {
                at = above;
                break;
            }
        }
        if above == within {
            break;
        }
        at = page.parent(above).unwrap_or(within);
    }
    (at, Stands::Prose)
}
