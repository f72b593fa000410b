//! What holds of pages made by rule, as a browser would send them: laid out in any way, measured in any way.

#[path = "properties/mod.rs"]
mod properties;

use plainread::covers;
use plainread::covers::Action;
use plainread::covers::Mark;
use plainread::page::Page;
use plainread::page::Probe;
use plainread::page::Snapshot;
use plainread::page::View;
use plainread::page::from_snapshot;
use plainread::page::parse_serialized;

const PAGES: u64 = 120;
/// The hands look four times in a row at most (`LOOKS` in `extension/content/covers.ts`).
const LOOKS: usize = 4;

const PARAGRAPH: &str = "<p>The committee met on Wednesday and decided, after a long debate, that nobody had been \
    harmed; “we are glad of it,” said Karin Moe, its head, and the 12 members went home.</p>";
const LAYERS: &[&str] = &[
    "<div class=\"overlay\"><h2>Subscribe to keep reading</h2><button>Subscribe</button></div>",
    "<div id=\"consent\"><p>We value your privacy</p><button>Accept all</button></div>",
    "<dialog open><p>Register to read on</p><form><input type=\"email\"></form></dialog>",
    "<div class=\"veil\"></div>",
    "<aside><p>Get our newsletter</p><input type=\"email\"><button>Sign up</button></aside>",
    "<nav><a href=\"/a\">Home</a></nav>",
    "<div><div><div><p>Are you 18 or older?</p><button>Yes</button></div></div></div>",
    "<header><h2>The Sandvik Post</h2></header>",
];

#[test]
fn whatever_is_measured_every_promise_holds() {
    for seed in 0..PAGES {
        let snapshot = snapshot(&mut Sequence(seed));
        properties::hold(&format!("page {seed}"), &page(&snapshot));
    }
}

/// What was hidden is told as hidden and is not hidden again, and the looks come to an end.
#[test]
fn cleaning_what_is_clean_does_nothing() {
    let mut plans = 0;
    for seed in 0..PAGES {
        let mut snapshot = snapshot(&mut Sequence(seed));
        let mut all: Vec<u32> = Vec::new();
        for look in 0.. {
            let now = hidden(&page(&snapshot));
            assert!(now.iter().all(|n| !all.contains(n)), "page {seed}: hidden twice: {now:?} after {all:?}");
            if now.is_empty() {
                break;
            }
            assert!(look < LOOKS, "page {seed}: there is no end to it");
            plans += 1;
            let probe = snapshot.probe.as_mut().expect("it was measured");
            probe
                .marks
                .extend(now.iter().flat_map(|n| [*n as f32, DISPLAY_NONE, 1.0, *n as f32, HANDS, 1.0]));
            all.extend(now);
        }
    }
    assert!(plans > PAGES as usize / 10, "too few of the pages had a cover: {plans}");
}

/// Numbers of `MARK` in `extension/content/probe.ts`.
const DISPLAY_NONE: f32 = 1.0;
const HANDS: f32 = 21.0;
const MARKS: u32 = 22;
const FIXED: u32 = 3;

/// Numbers of the elements that the plan hides.
fn hidden(page: &Page) -> Vec<u32> {
    let hides = |planned: &covers::Planned| match planned.action {
        Action::Mark { node, mark: Mark::Hide } => page.live(node),
        _ => None,
    };
    covers::find(page).actions.iter().filter_map(hides).collect()
}

fn page(snapshot: &Snapshot) -> Page {
    from_snapshot(snapshot).expect("the elements were counted")
}

/// A story, layers over it, and sizes that are sometimes a page's and sometimes nothing's.
fn snapshot(random: &mut Sequence) -> Snapshot {
    let story = PARAGRAPH.repeat(3 + random.below(6) as usize);
    let layers: String = (0..1 + random.below(4)).map(|_| *random.pick(LAYERS)).collect();
    let html = format!(
        "<html><head><title>Sheds</title><meta property=\"og:type\" content=\"article\"></head>\
         <body><main><h1>Sheds and marrows</h1>{story}</main>{layers}</body></html>"
    );
    let elements = parse_serialized(&html, "").elements;
    let view = View { width: 1280.0, height: 800.0, scroll_y: 0.0, scroll_height: 3_000.0 };
    let probe = Some(probe(random, &html, elements));
    Snapshot { html, elements, view, probe, ..Snapshot::default() }
}

fn probe(random: &mut Sequence, html: &str, elements: u32) -> Probe {
    let mut probe = Probe { columns: 3, watched: true, ..Probe::default() };
    let before_layers = html[..html.find("</main>").unwrap_or(0)].matches('<').count() as u32;
    let closed = html[..html.find("</main>").unwrap_or(0)].matches("</").count() as u32;
    let first_layer = before_layers - closed;
    for element in 0..elements {
        let row = if element >= first_layer && random.below(2) == 0 {
            [element, FIXED, random.below(100), 0, 0, 1_280, 800]
        } else {
            [element, 0, 0, 200, 100 + 60 * element, 700, 60]
        };
        probe.boxes.extend(row.map(|n| n as f32));
        if random.below(6) == 0 {
            let mark = 1 + random.below(MARKS);
            // What the hands did and what the person opened is not invented here.
            if !matches!(mark, 19 | 21) {
                probe.marks.extend([element as f32, mark as f32, random.below(8) as f32 / 4.0]);
            }
        }
    }
    probe.hits = (0..9).map(|_| random.below(elements) as i32).collect();
    probe
}

/// A linear congruential sequence; constants of Knuth's MMIX.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % end
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u32) as usize]
    }
}
