//! The demo page's interface: samples, the paste box, three buttons, and tables of what the core found.
//!
//! In: the page of `www/index.html`. Out: nothing; it listens until the page is closed. The page in the frame is touched by
//! the extension's hands alone (`www/hands.ts`); this is what the extension's background is to them.

mod build;
mod cost;
mod frame;
mod paste;
mod samples;
mod tables;
mod words;

use build::by_id;
use std::cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Document;
use web_sys::HtmlButtonElement;
use web_sys::HtmlIFrameElement;

use crate::Reading;
use crate::article::Delivered;
use cost::Cost;

/// The buttons and what each asks of the hands, as the extension's own buttons do.
const COMMANDS: [(&str, &str); 3] = [("clean", "clean"), ("read", "toggle"), ("restore", "restore")];

/// What the demo holds while its page is open.
struct Demo {
    document: Document,
    frame: HtmlIFrameElement,
    /// The same page, left as it came; nothing is asked of it.
    before: HtmlIFrameElement,
    /// What was made of text that was pasted; the page in the frame only shows it. None: the frame holds a page.
    copied: RefCell<Option<Reading>>,
    /// The reader is open in the frame.
    open: Cell<bool>,
    /// What was asked of the hands last.
    asked: Cell<&'static str>,
    /// Not all of the story came.
    part: Cell<bool>,
}

/// Fills the page and starts to listen.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let frame = by_id(&document, "frame")?.dyn_into()?;
    let before = by_id(&document, "before")?.dyn_into()?;
    let demo = Rc::new(Demo {
        document,
        frame,
        before,
        copied: RefCell::new(None),
        open: Cell::new(false),
        asked: Cell::new(""),
        part: Cell::new(false),
    });
    frame::listen(&demo)?;
    for (id, command) in COMMANDS {
        let pressed = demo.clone();
        let button = by_id(&demo.document, id)?;
        build::on(&button, "click", move |_| frame::press(&pressed, command))?;
    }
    paste::listen(&demo)?;
    samples::fill(&demo)
}

impl Demo {
    /// Puts a page into the frame; `copied` is what was made of it where it is text, and what that cost.
    fn show(&self, page: &str, copied: Option<(Reading, Cost)>) {
        self.enable(false);
        self.say("Reading the page …");
        if let Some((reading, cost)) = &copied {
            self.found(reading, cost);
        }
        let copied = copied.map(|(reading, _)| reading);
        self.open.set(false);
        *self.copied.borrow_mut() = copied;
        self.frame.set_srcdoc(page);
        self.before.set_srcdoc(page);
    }

    /// Shows what the core found.
    fn found(&self, reading: &Reading, cost: &Cost) {
        self.part.set(reading.article.as_ref().is_ok_and(|a| a.delivered != Delivered::Full));
        tables::show(&self.document, reading, cost);
    }

    fn say(&self, words: &str) {
        if let Ok(status) = by_id(&self.document, "status") {
            status.set_text_content(Some(words));
        }
    }

    fn enable(&self, on: bool) {
        let buttons = COMMANDS.iter().filter_map(|(id, _)| by_id(&self.document, id).ok());
        for button in buttons.filter_map(|b| b.dyn_into::<HtmlButtonElement>().ok()) {
            button.set_disabled(!on);
        }
    }
}
