//! The page in the frame: what its hands ask of their background, which this is, and what is asked of them.
//! `www/talk.ts` names the same.

use super::Demo;
use super::build;
use super::cost::Cost;
use super::words;
use crate::Reading;
use crate::web::out;
use crate::wire;
use crate::wire::written;
use js_sys::JsString;
use js_sys::Reflect;
use serde::Deserialize;
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

/// What the hands say, the snapshot apart.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Said {
    ask: Option<u32>,
    r#do: String,
    format: String,
    outcome: Option<Outcome>,
}

/// What came of a button.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Outcome {
    pub open: Option<bool>,
    pub hidden: Option<u32>,
    pub refused: Option<String>,
}

/// An answer to what the hands asked.
#[derive(Serialize)]
struct Answer {
    answer: u32,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    value: JsValue,
}

#[derive(Serialize)]
struct Command {
    r#do: &'static str,
}

/// Listens to the frame, and to nothing else.
pub(super) fn listen(demo: &Rc<Demo>) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let demo = demo.clone();
    build::on(&window, "message", move |event| {
        let Ok(event) = event.dyn_into::<MessageEvent>() else { return };
        let ours = demo.frame.content_window().map(JsValue::from);
        if event.source().map(JsValue::from) == ours
            && let Err(error) = hear(&demo, &event.data())
        {
            demo.say(&format!("Something went wrong: {error:?}"));
        }
    })
}

fn hear(demo: &Demo, data: &JsValue) -> Result<(), JsValue> {
    let said: Said = serde_wasm_bindgen::from_value(data.clone()).unwrap_or_default();
    if let Some(outcome) = &said.outcome {
        demo.open.set(outcome.open.unwrap_or(demo.open.get()));
        demo.say(&words::outcome(outcome, demo.asked.get(), demo.part.get()));
    }
    if said.r#do == "ready" {
        demo.enable(true);
        demo.say("This is the page as it came.");
        command(demo, "look");
    }
    let Some(id) = said.ask else { return Ok(()) };
    let value = answer(demo, &said, data)?;
    post(demo, &Answer { answer: id, value })
}

/// Asks the hands for what a button says. The page is restored and cleaned where it can be seen: without the reader.
pub(super) fn press(demo: &Demo, asked: &'static str) {
    demo.asked.set(asked);
    if demo.open.get() && asked != "toggle" {
        command(demo, "toggle");
    }
    command(demo, asked);
}

fn command(demo: &Demo, command: &'static str) {
    if post(demo, &Command { r#do: command }).is_err() {
        demo.say("The page in the frame does not answer.");
    }
}

fn post(demo: &Demo, what: &impl Serialize) -> Result<(), JsValue> {
    let window = demo.frame.content_window().ok_or("no page in the frame")?;
    // The frame has no origin of its own that could be named.
    window.post_message(&serde_wasm_bindgen::to_value(what)?, "*")
}

/// What the extension's background answers, and `look`.
fn answer(demo: &Demo, said: &Said, data: &JsValue) -> Result<JsValue, JsValue> {
    let captured = Reflect::get(data, &"snapshot".into())?;
    match said.r#do.as_str() {
        "plan" => Ok(crate::web::plan(captured)?),
        "look" => look(demo, captured),
        "facts" => Ok(crate::web::facts(Reflect::get(data, &"story".into())?)?),
        "read" | "write" | "leftOut" => match &*demo.copied.borrow() {
            Some(reading) => of_copy(reading, said),
            None => of_page(said, captured),
        },
        _ => Ok(JsValue::TRUE),
    }
}

/// False: the page is to be captured again, node by node.
fn look(demo: &Demo, captured: JsValue) -> Result<JsValue, JsValue> {
    let markup: Option<JsString> = Reflect::get(&captured, &"html".into())?.dyn_into().ok();
    let page = crate::web::page(captured)?;
    let told = page.is_some().into();
    if let (Some(page), None) = (page, &*demo.copied.borrow()) {
        let characters = markup.map_or(0, |markup| markup.length());
        let (reading, cost) = Cost::of(Some(page.len()), characters, || crate::read(&page));
        demo.found(&reading, &cost);
    }
    Ok(told)
}

fn of_page(said: &Said, captured: JsValue) -> Result<JsValue, JsValue> {
    Ok(match said.r#do.as_str() {
        "read" => crate::web::read(captured)?,
        "write" => crate::web::write(captured, &said.format)?.into(),
        _ => crate::web::left_out(captured)?,
    })
}

/// Text was read when it was brought; the frame only shows it.
fn of_copy(reading: &Reading, said: &Said) -> Result<JsValue, JsValue> {
    let article = reading.article.as_ref().ok();
    Ok(match said.r#do.as_str() {
        "read" => out(&wire::answer(reading, "")),
        "write" => article.map(|a| written(a, "", &said.format)).unwrap_or_default().into(),
        _ => out(&wire::left_out(article)),
    })
}
