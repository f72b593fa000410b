//! What must hold of every plan, whatever the page and however it looks.

use plainread::covers;
use plainread::covers::Action;
use plainread::covers::Covers;
use plainread::covers::Mark;
use plainread::page::Page;
use plainread::page::Probe;
use plainread::page::Snapshot;
use plainread::page::Tag;
use plainread::page::View;
use plainread::page::from_snapshot;

const PARAGRAPH: &str = "The committee met on Wednesday and decided, after a long debate about sheds and marrows, that \
    nobody had been harmed and that the matter should rest until the drainage board had written back.";

/// A page with a story and `extra` after it; the elements are numbered in the order of the markup.
fn page(extra: &str, boxes: &[[f32; 7]], marks: &[[f32; 3]]) -> Page {
    let story: String = (1..5).map(|n| format!("<p>{n} {PARAGRAPH}</p>")).collect();
    let html = format!(
        "<html><head><meta property=\"og:type\" content=\"article\"></head><body><main><h1>Sheds and marrows</h1>{story}</main>{extra}</body></html>"
    );
    let inert = html.matches("<template><p>").count();
    let elements = (html.matches('<').count() - html.matches("</").count() - inert) as u32;
    let mut all = Vec::new();
    for (number, y) in
        [(3.0, 0.0), (4.0, 0.0), (5.0, 0.0), (6.0, 60.0), (7.0, 200.0), (8.0, 340.0), (9.0, 480.0)]
    {
        all.extend([number, 0.0, AUTO, 100.0, y, 600.0, 120.0]);
    }
    all.extend(boxes.iter().flatten());
    let probe = Probe { boxes: all, marks: marks.concat(), watched: true, ..Probe::default() };
    let view = View { width: 1000.0, height: 800.0, scroll_y: 0.0, scroll_height: 1600.0 };
    from_snapshot(&Snapshot { html, elements, view, probe: Some(probe), ..Snapshot::default() })
        .expect("counted right")
}

const AUTO: f32 = -4_294_967_296.0;
const FIXED: f32 = 3.0;
/// Number of the first element after the story.
const EXTRA: f32 = 10.0;
const OPENED: f32 = 19.0;
const OVERFLOW: f32 = 7.0;

fn hidden(plan: &Covers) -> usize {
    plan.actions.iter().filter(|p| matches!(p.action, Action::Mark { mark: Mark::Hide, .. })).count()
}

fn check(extra: &str, at: [f32; 4], marks: &[[f32; 3]], expected: usize) {
    let [x, y, width, height] = at;
    let page = page(extra, &[[EXTRA, FIXED, 9.0, x, y, width, height]], marks);
    let plan = covers::find(&page);
    assert_eq!(hidden(&plan), expected, "{extra}: {plan:?}");
}

const WHOLE: [f32; 4] = [0.0, 0.0, 1000.0, 800.0];

#[test]
fn a_wall_over_the_story_is_hidden() {
    check("<div><h2>Register to keep reading</h2><button>Register</button></div>", WHOLE, &[], 1);
    check(
        "<div><h2>日本語の記事</h2><p>無料会員登録で続きを読む</p><button>登録</button></div>",
        WHOLE,
        &[],
        1,
    );
    check("<div></div>", WHOLE, &[[2.0, OVERFLOW, 1.0], [EXTRA, 12.0, 0.6]], 1);
    check("<div><p>Words nobody knows</p><button>Zxcv</button></div>", WHOLE, &[[2.0, OVERFLOW, 1.0]], 1);
}

#[test]
fn what_the_person_opened_stays() {
    let wall = "<div><h2>Sign in to your account</h2><button>Sign in</button></div>";
    check(wall, WHOLE, &[[EXTRA, OPENED, 1.0]], 0);
}

#[test]
fn look_alikes_stay() {
    let top = [0.0, 0.0, 1000.0, 60.0];
    check(
        "<div><b>The Courier</b><button>Subscribe</button><button>Log in</button></div>",
        top,
        &[[2.0, OVERFLOW, 1.0]],
        0,
    );
    check("<div><a>Home</a><a>World</a><a>Sport</a><a>Sign up</a></div>", top, &[], 0);
    check("<div><video></video><button>Play</button></div>", [600.0, 500.0, 380.0, 280.0], &[], 0);
    check(
        "<div><b>Chat</b><textarea></textarea><button>Send</button></div>",
        [640.0, 400.0, 340.0, 380.0],
        &[],
        0,
    );
}

#[test]
fn nothing_is_done_under_an_age_check() {
    let gate = "<div><h2>Are you over 18?</h2><button>Yes</button><button>No</button></div>";
    let plan = covers::find(&page(gate, &[[EXTRA, FIXED, 9.0, 0.0, 0.0, 1000.0, 800.0]], &[]));
    assert!(plan.age_check && plan.actions.is_empty());
}

#[test]
fn without_a_story_nothing_is_done() {
    let html = "<html><body><div><h2>Sign up to read</h2><button>Sign up</button></div></body></html>";
    let boxes = vec![2.0, FIXED, 9.0, 0.0, 0.0, 1000.0, 800.0];
    let probe = Probe { boxes, watched: true, ..Probe::default() };
    let snapshot = Snapshot { html: html.to_owned(), elements: 5, probe: Some(probe), ..Snapshot::default() };
    assert_eq!(covers::find(&from_snapshot(&snapshot).unwrap()), Covers::default());
}

/// Pages that look like anything at all: no panic, nothing that holds the story is hidden, the masks do not meet.
#[test]
fn any_look_gives_a_plan_that_keeps_its_promises() {
    let extra = "<div><h2>Subscribe to continue</h2><p>Already a member? <a>Sign in</a></p><input type=\"email\">\
        <button>Join</button></div><aside><div hidden=\"\"><p>Lorem ipsum</p></div></aside><template><p>x</p></template>";
    let mut random = 7_u32;
    let mut next = |below: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) % below
    };
    for _ in 0..600 {
        let mut boxes = Vec::new();
        let mut marks = Vec::new();
        for element in 0..19 {
            let size = |next: &mut dyn FnMut(u32) -> u32| next(1700) as f32 - 300.0;
            let place = [size(&mut next), size(&mut next), size(&mut next), size(&mut next)];
            boxes.push([
                element as f32,
                next(5) as f32,
                next(9) as f32 - 2.0,
                place[0],
                place[1],
                place[2],
                place[3],
            ]);
            for _ in 0..next(4) {
                marks.push([element as f32, next(24) as f32, next(3) as f32 * 0.5]);
            }
        }
        let page = page(extra, &boxes, &marks);
        let plan = covers::find(&page);
        for planned in &plan.actions {
            if let Action::Mark { node, mark: Mark::Hide } = planned.action {
                let holds =
                    page.subtree(node).any(|n| page.is(n, Tag::H1) || page.text(n).starts_with(PARAGRAPH));
                assert!(!holds, "{planned:?}");
            }
        }
        assert!(page.ids().all(|n| !(plan.mask.skip.contains(n) && plan.mask.reveal.contains(n))));
    }
}
