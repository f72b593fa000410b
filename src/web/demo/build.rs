//! Elements by a few words: what the demo needs of the DOM.

use wasm_bindgen::prelude::*;
use web_sys::Document;
use web_sys::Element;
use web_sys::Event;
use web_sys::EventTarget;

/// The element with this id; the page is ours, so it is there.
pub fn by_id(document: &Document, id: &str) -> Result<Element, JsValue> {
    document.get_element_by_id(id).ok_or_else(|| format!("no #{id}").into())
}

/// A new element with text.
pub fn element(document: &Document, tag: &str, text: &str) -> Element {
    let element = document.create_element(tag).expect("a valid tag name");
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    element
}

/// Puts `child` at the end of `parent`.
pub fn append(parent: &Element, child: &Element) {
    parent.append_child(child).expect("our own tree has no cycles");
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect("a valid attribute name");
}

/// Listens for as long as the page is open.
pub fn on(target: &EventTarget, event: &str, listener: impl FnMut(Event) + 'static) -> Result<(), JsValue> {
    let listener = Closure::<dyn FnMut(Event)>::new(listener);
    target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())?;
    listener.forget();
    Ok(())
}
