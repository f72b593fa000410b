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
use web_sys::Response;

struct Sample {
    /// Under `samples/`.
    file: &'static str,
    name: &'static str,
    about: &'static str,
}

/// The first is shown at the start.
const SAMPLES: [Sample; 5] = [
    Sample {
        file: "newsly.html",
        name: "Newsly",
        about: "An aggregator: sign up to read, over a story that came whole",
    },
    Sample {
        file: "gazette.html",
        name: "The Valley Gazette",
        about: "A consent sheet, a veil and a locked page",
    },
    Sample {
        file: "kuestenbote.html",
        name: "Küstenbote",
        about: "In German: clipped text, and a dialog that comes late",
    },
    Sample {
        file: "ledger.html",
        name: "The Metropolitan Ledger",
        about: "Only a preview came, and that is what is said",
    },
    Sample {
        file: "copied.txt",
        name: "Copied text",
        about: "A page copied with everything around its story",
    },
];

/// Lists the samples and shows the first.
pub(super) fn fill(demo: &Rc<Demo>) -> Result<(), JsValue> {
    let list = by_id(&demo.document, "samples")?;
    for (at, sample) in SAMPLES.iter().enumerate() {
        let label = element(&demo.document, "label", "");
        set(&label, "class", "sample");
        let choice = element(&demo.document, "input", "");
        set(&choice, "type", "radio");
        set(&choice, "name", "sample");
        if at == 0 {
            set(&choice, "checked", "");
        }
        append(&label, &choice);
        append(&label, &element(&demo.document, "strong", sample.name));
        append(&label, &element(&demo.document, "span", sample.about));
        append(&list, &label);
        let demo = demo.clone();
        build::on(&choice, "change", move |_| open(demo.clone(), sample))?;
    }
    open(demo.clone(), &SAMPLES[0]);
    Ok(())
}

fn open(demo: Rc<Demo>, sample: &'static Sample) {
    spawn_local(async move {
        let address = format!("{}samples/{}", folder(&demo), sample.file);
        match fetched(&address).await {
            Ok(text) if sample.file.ends_with(".txt") => paste::show_text(&demo, &text),
            Ok(text) => demo.show(&paste::with_hands(&text, &address), None),
            Err(_) => demo.say("The sample could not be loaded. Is this page served by a web server?"),
        }
    });
}

/// Where the demo is served from, with a slash at its end.
fn folder(demo: &Demo) -> String {
    let address = demo.document.base_uri().ok().flatten().unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path[..path.rfind('/').map_or(0, |at| at + 1)].to_owned()
}

async fn fetched(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err("not found".into());
    }
    Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
}
