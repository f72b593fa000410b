//! The sample pages: a list to choose from, and each page's way into the frame.

use super::Demo;
use super::build;
use super::build::append;
use super::build::by_id;
use super::build::element;
use super::build::set;
use super::paste;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use web_sys::Response;
use web_sys::Window;

struct Sample {
    /// Under `samples/`.
    file: &'static str,
    name: &'static str,
    about: &'static str,
}

/// The first is shown where the address names none.
const SAMPLES: [Sample; 9] = [
    Sample {
        file: "newsly.html",
        name: "Newsly",
        about: "An aggregator: sign up to read, over a story that came whole",
    },
    Sample {
        file: "gazette.html",
        name: "The Valley Gazette",
        about: "A consent box, a veil and a locked page",
    },
    Sample {
        file: "shoreline.html",
        name: "Harbor Evening Post",
        about: "A bottom sheet for the app, and a page that will not scroll",
    },
    Sample {
        file: "notebook.html",
        name: "Field Notebook",
        about: "A newsletter prompt that comes when you have begun to read",
    },
    Sample {
        file: "kuestenbote.html",
        name: "Küstenbote",
        about: "In German: text clipped at “continue reading”, and a late dialog",
    },
    Sample {
        file: "minato.html", name: "みなと新報", about: "In Japanese: faded text over “members only”"
    },
    Sample {
        file: "ledger.html",
        name: "The Metropolitan Ledger",
        about: "Only a preview came, and that is what is said",
    },
    Sample { file: "pencil.html", name: "A page of somebody’s own", about: "Nothing to remove" },
    Sample {
        file: "copied.txt",
        name: "Copied text",
        about: "A page copied with everything around its story",
    },
];

impl Sample {
    /// How the address names it, after `#`.
    fn slug(&self) -> &'static str {
        self.file.split('.').next().unwrap_or(self.file)
    }
}

/// Lists the samples, and shows the one that the address names.
pub(super) fn fill(demo: &Rc<Demo>) -> Result<(), JsValue> {
    let list = by_id(&demo.document, "samples")?;
    for sample in &SAMPLES {
        let label = element(&demo.document, "label", "");
        set(&label, "class", "sample");
        let choice = element(&demo.document, "input", "");
        set(&choice, "type", "radio");
        set(&choice, "name", "sample");
        set(&choice, "value", sample.slug());
        append(&label, &choice);
        append(&label, &element(&demo.document, "strong", sample.name));
        append(&label, &element(&demo.document, "span", sample.about));
        append(&list, &label);
        // The address follows the choice, and the page follows the address: each sample can be linked to.
        let chosen = demo.clone();
        build::on(&choice, "change", move |_| choose(&chosen, sample))?;
    }
    let moved = demo.clone();
    build::on(window()?.as_ref(), "hashchange", move |_| show_named(&moved))?;
    show_named(demo);
    Ok(())
}

/// An address that names the sample already, as after a page was brought, does not change: it is followed all the same.
fn choose(demo: &Rc<Demo>, sample: &Sample) {
    let Ok(location) = window().map(|w| w.location()) else { return };
    let named = location.hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(sample.slug()));
    if named {
        return show_named(demo);
    }
    let _ = location.set_hash(sample.slug());
}

/// None is chosen: the frame holds a page that was brought.
pub(super) fn choose_none(demo: &Demo) {
    if let Ok(Some(choice)) = demo.document.query_selector(".sample input:checked") {
        choice.unchecked_into::<HtmlInputElement>().set_checked(false);
    }
}

/// Opens the sample that the address names, the first where it names none.
fn show_named(demo: &Rc<Demo>) {
    let named = window().and_then(|w| w.location().hash()).unwrap_or_default();
    let slug = named.trim_start_matches('#');
    let sample = SAMPLES.iter().find(|s| s.slug() == slug).unwrap_or(&SAMPLES[0]);
    let chosen = format!("input[value='{}']", sample.slug());
    if let Ok(Some(choice)) = demo.document.query_selector(&chosen) {
        choice.unchecked_into::<HtmlInputElement>().set_checked(true);
    }
    open(demo.clone(), sample);
}

fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or_else(|| "no window".into())
}

fn open(demo: Rc<Demo>, sample: &'static Sample) {
    spawn_local(async move {
        let address = format!("{}samples/{}", folder(&demo), sample.file);
        match fetched(&address).await {
            Ok(text) if sample.file.ends_with(".txt") => paste::show_text(&demo, &text),
            Ok(text) => demo.show(&paste::with_hands("", &text, &address), None),
            Err(_) => demo.say("The sample could not be loaded. Is this page served by a web server?"),
        }
    });
}

/// Where the demo is served from, with a slash at its end.
pub(super) fn folder(demo: &Demo) -> String {
    let address = demo.document.base_uri().ok().flatten().unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path[..path.rfind('/').map_or(0, |at| at + 1)].to_owned()
}

async fn fetched(path: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window()?.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err("not found".into());
    }
    Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
}
