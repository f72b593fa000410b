//! Pages with thousands of layers over their story, told as the hands tell of them: the plan takes time in proportion.

#[path = "large/growth.rs"]
mod growth;

use growth::assert_grows;
use plainread::covers;
use plainread::page::Page;
use plainread::page::Probe;
use plainread::page::Snapshot;
use plainread::page::View;
use plainread::page::from_snapshot;

const SENTENCE: &str = "The harbour of Sandvik was closed on Monday after a storm that lasted two nights and a day, the master said on Tuesday.";
const WALL: &str = "<h2>Subscribe to keep reading</h2><button>Subscribe</button>";

/// A z-index of `auto`, positions and marks, as `extension/content/probe.ts` numbers them.
const AUTO: f32 = -4_294_967_296.0;
const STATIC: f32 = 0.0;
const ABSOLUTE: f32 = 2.0;
const FIXED: f32 = 3.0;
const HIDDEN: f32 = 1.0;
const BLUR: f32 = 4.0;
const OVERFLOW: f32 = 7.0;
const BACKGROUND: f32 = 12.0;
const HANDS: f32 = 21.0;

/// Builds a page while it counts its elements.
#[derive(Default)]
struct Builder {
    html: String,
    boxes: Vec<f32>,
    marks: Vec<f32>,
    count: f32,
}

impl Builder {
    /// A start tag of something measured. Gives its number.
    fn open(&mut self, name: &str, position: f32, rect: [f32; 4]) -> f32 {
        self.html += &format!("<{name}>");
        self.boxes.extend([self.count, position, if position == STATIC { AUTO } else { 9.0 }]);
        self.boxes.extend(rect);
        self.count += 1.0;
        self.count - 1.0
    }

    /// Markup of two elements that nobody measured.
    fn wall(&mut self) {
        self.html += WALL;
        self.count += 2.0;
    }

    fn close(&mut self, name: &str) {
        self.html += &format!("</{name}>");
    }

    fn story(&mut self, paragraphs: usize, mark: Option<f32>) {
        self.open("main", STATIC, WHOLE);
        self.open("h1", STATIC, [100.0, 0.0, 600.0, 50.0]);
        self.html += "Storm closes the harbour</h1>";
        for i in 0..paragraphs {
            let at = self.open("p", STATIC, [100.0, 60.0 + 40.0 * i as f32, 600.0, 40.0]);
            self.marks.extend(mark.iter().flat_map(|code| [at, *code, 5.0]));
            self.html += &format!("{i} {SENTENCE}</p>");
        }
        self.close("main");
    }

    fn finish(mut self) -> Page {
        self.html += "</body></html>";
        let probe = Probe {
            boxes: self.boxes,
            marks: self.marks,
            watched: true,
            hits: vec![1; 48],
            columns: 6,
            ..Probe::default()
        };
        let view = View { width: 1000.0, height: 800.0, scroll_y: 0.0, scroll_height: 4000.0 };
        let elements = self.count as u32;
        from_snapshot(&Snapshot {
            html: self.html,
            elements,
            view,
            probe: Some(probe),
            ..Snapshot::default()
        })
        .expect("counted right")
    }
}

const WHOLE: [f32; 4] = [0.0, 0.0, 1000.0, 800.0];

/// A page with `size` of something, and a story of 20 paragraphs or as many.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Walls over each other, all in sight.
    Walls,
    /// The same after they were hidden.
    HiddenWalls,
    /// Empty sheets.
    Sheets,
    /// Layers that are no covers.
    Badges,
    /// Layers in layers, as deep as a page is read, in many heaps.
    Nested,
    /// Boxes over a long story.
    OverText,
    /// A wall beside a long story that is blurred.
    Blurred,
    /// Hidden boxes with text, each a store for all that can be told.
    Stores,
    /// Cards between paragraphs.
    Cards,
}

const SHAPES: [Shape; 9] = [
    Shape::Walls,
    Shape::HiddenWalls,
    Shape::Sheets,
    Shape::Badges,
    Shape::Nested,
    Shape::OverText,
    Shape::Blurred,
    Shape::Stores,
    Shape::Cards,
];

fn page(shape: Shape, size: usize) -> Page {
    let mut b = Builder::default();
    b.html += "<html><head><meta property=\"og:type\" content=\"article\"></head><body>";
    b.boxes.extend([0.0, STATIC, AUTO, 0.0, 0.0, 1000.0, 4000.0]);
    b.marks.extend([0.0, OVERFLOW, 1.0]);
    b.count = 4.0;
    let long = matches!(shape, Shape::OverText | Shape::Blurred);
    b.story(if long { size } else { 20 }, matches!(shape, Shape::Blurred).then_some(BLUR));
    for i in 0..size {
        layer(&mut b, shape, i);
    }
    b.finish()
}

fn layer(b: &mut Builder, shape: Shape, i: usize) {
    let y = i as f32;
    let small = [0.0, y % 700.0, 30.0, 30.0];
    let at = match shape {
        Shape::Badges => b.open("div", FIXED, small),
        Shape::OverText => b.open("div", ABSOLUTE, [100.0, 60.0 + 40.0 * y, 600.0, 40.0]),
        Shape::Stores | Shape::Cards => b.open("div", STATIC, [100.0, 60.0 + y, 600.0, 200.0]),
        _ => b.open("div", FIXED, WHOLE),
    };
    match shape {
        Shape::Sheets => b.marks.extend([at, BACKGROUND, 0.5]),
        Shape::HiddenWalls => b.marks.extend([at, HANDS, 1.0, at, HIDDEN, 1.0]),
        Shape::Stores => b.marks.extend([at, HIDDEN, 1.0]),
        _ => {}
    }
    match shape {
        Shape::Sheets => {}
        Shape::Badges | Shape::Nested | Shape::OverText => b.html += "•",
        Shape::Stores => b.html += &format!("{SENTENCE} {i} {SENTENCE}"),
        _ => b.wall(),
    }
    // A heap is closed when it is deep enough.
    match shape {
        Shape::Nested if i % 200 < 199 => {}
        Shape::Nested => b.html += &"</div>".repeat(200),
        _ => b.close("div"),
    }
}

#[test]
fn the_plan_takes_time_in_proportion_to_the_layers() {
    for shape in SHAPES {
        let (small, large) = (page(shape, 300), page(shape, 1_200));
        assert_grows(&format!("{shape:?}"), || drop(covers::find(&small)), || drop(covers::find(&large)));
    }
}

#[test]
fn every_wall_is_found() {
    for shape in [Shape::Walls, Shape::HiddenWalls] {
        assert_eq!(covers::find(&page(shape, 500)).covers.len(), 500, "{shape:?}");
    }
}
