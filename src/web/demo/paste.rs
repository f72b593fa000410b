//! The paste box: HTML or text that a person brings, made into a page for the frame.
//!
//! A brought page runs no script and fetches nothing: its scripts are taken out, a policy that stands before all of it
//! forbids the rest, and the demo's own policy (`www/index.html`) keeps its frame from going anywhere.

use super::Demo;
use super::build;
use super::build::by_id;
use super::cost::Cost;
use super::samples::choose_none;
use super::samples::folder;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::Document;
use web_sys::DomParser;
use web_sys::DragEvent;
use web_sys::Element;
use web_sys::File;
use web_sys::HtmlInputElement;
use web_sys::HtmlTemplateElement;
use web_sys::HtmlTextAreaElement;
use web_sys::SupportedType;

/// Brings the extension's hands into a page.
const HANDS: &str = "<script src=\"hands.js\"></script>";

/// What a brought page may do: nothing but look as it does.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'self'";

/// What could run, load or lead away, and what is read otherwise where scripts run. JSON-LD stays: it is data.
const TAKEN_OUT: &str =
    "script:not([type='application/ld+json']), iframe, object, embed, base, link, meta[http-equiv], noscript";
/// Holds a part of the page that no search of the page finds.
const APART: &str = "template";

/// Listens to the form, the file chooser and the drop.
pub(super) fn listen(demo: &Rc<Demo>) -> Result<(), JsValue> {
    let form = by_id(&demo.document, "paste")?;
    let text: HtmlTextAreaElement = by_id(&demo.document, "text")?.dyn_into()?;
    let file: HtmlInputElement = by_id(&demo.document, "file")?.dyn_into()?;
    let shown = demo.clone();
    build::on(&form, "submit", move |event| {
        event.prevent_default();
        show(&shown, &text.value());
    })?;
    let chosen = demo.clone();
    let chooser = file.clone();
    build::on(&file, "change", move |_| show_file(&chosen, chooser.files().and_then(|f| f.get(0))))?;
    listen_to_drops(demo, &form)
}

fn listen_to_drops(demo: &Rc<Demo>, form: &Element) -> Result<(), JsValue> {
    for (event, over) in [("dragover", true), ("dragleave", false)] {
        let area = form.clone();
        build::on(form, event, move |event| {
            event.prevent_default();
            area.set_class_name(if over { "paste over" } else { "paste" });
        })?;
    }
    let (demo, area) = (demo.clone(), form.clone());
    build::on(form, "drop", move |event| {
        event.prevent_default();
        area.set_class_name("paste");
        let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else { return };
        match data.files().and_then(|files| files.get(0)) {
            Some(file) => show_file(&demo, Some(file)),
            None => show(&demo, &data.get_data("text/plain").unwrap_or_default()),
        }
    })
}

fn show_file(demo: &Rc<Demo>, file: Option<File>) {
    let (Some(file), demo) = (file, demo.clone()) else { return };
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        show(&demo, &text.unwrap_or_default());
    });
}

fn show(demo: &Demo, brought: &str) {
    if brought.trim().is_empty() {
        return demo.say("There is nothing to show yet: paste a page or its text.");
    }
    choose_none(demo);
    if !looks_like_html(brought) {
        return show_text(demo, brought);
    }
    match disarmed(brought, &folder(demo)) {
        Ok(page) => demo.show(&page, None),
        Err(_) => demo.say("This page could not be read."),
    }
    reveal(demo);
}

fn reveal(demo: &Demo) {
    if let Ok(stage) = by_id(&demo.document, "stage") {
        stage.scroll_into_view();
    }
}

/// Tags that close, at the start: text does not look like that.
fn looks_like_html(text: &str) -> bool {
    text.trim_start().starts_with('<') && text.contains("</")
}

/// Shows a page copied as text, as it was copied; the reader then shows its story.
pub(super) fn show_text(demo: &Demo, text: &str) {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let style = "body { margin: 0; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: #222 } \
                 pre { max-width: 46em; margin: 0 auto; font: inherit; white-space: pre-wrap }";
    let page =
        format!("<!doctype html><title>Copied text</title><style>{style}</style>{HANDS}<pre>{escaped}</pre>");
    let characters = text.encode_utf16().count() as u32;
    demo.show(&page, Some(Cost::of(None, characters, || crate::read_text(text))));
}

/// A page with the hands in it and the address its links hang on, before anything of its own; `first` before that.
pub(super) fn with_hands(first: &str, page: &str, address: &str) -> String {
    let address = address.replace('"', "%22");
    format!("<!doctype html>{first}{HANDS}<base href=\"{address}\">{page}")
}

/// The page without what could run, load or lead away. The policy stands even before its `<html>`, whose attributes
/// can run, too. `own`: where the hands lie; for Firefox a frame without an address has no `'self'`.
fn disarmed(page: &str, own: &str) -> Result<String, JsValue> {
    let document = DomParser::new()?.parse_from_string(page, SupportedType::TextHtml)?;
    let address = address(&document).unwrap_or_else(|| "brought.html".to_owned());
    let root = document.document_element().ok_or("no page")?;
    take_out(&root)?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY} {own}\">");
    Ok(with_hands(&policy, &root.outer_html(), &address))
}

/// Also out of templates, of which a browser can make parts of the page.
fn take_out(root: &Element) -> Result<(), JsValue> {
    let searched = format!("{TAKEN_OUT}, {APART}");
    let mut found = vec![root.query_selector_all(&searched)?];
    while let Some(nodes) = found.pop() {
        for node in (0..nodes.length()).filter_map(|at| nodes.get(at)) {
            match node.dyn_into::<HtmlTemplateElement>() {
                Ok(template) => found.push(template.content().query_selector_all(&searched)?),
                Err(node) => node.unchecked_into::<Element>().remove(),
            }
        }
    }
    Ok(())
}

/// Where the page says it stands.
fn address(document: &Document) -> Option<String> {
    let said = |selector: &str, attribute: &str| {
        document.query_selector(selector).ok().flatten().and_then(|found| found.get_attribute(attribute))
    };
    let canonical =
        said("link[rel='canonical']", "href").or_else(|| said("meta[property='og:url']", "content"));
    canonical.filter(|address| address.starts_with("http://") || address.starts_with("https://"))
}
