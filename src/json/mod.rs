//! JSON as a value: what pages say of themselves in it, and what an article is saved as.
//!
//! In: text, or values. Out: a [`Json`], or text. Of our own because of its size: with `serde_json`'s reader, its maps and its
//! numbers the gzipped WASM is 8 KB larger, and nobody here asks for fractions.

mod read;
mod write;

pub use read::read;
pub use write::pretty;
pub use write::quoted;

use crate::order::Map;
use serde::Serialize;
use serde::Serializer;

/// Fields by name, in the order in which they were put in.
pub type Object = Map<String, Json>;

/// A JSON value.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Json {
    /// Stands for fractions too, and for numbers that 64 bits do not hold.
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

impl Json {
    /// The value of a field. None: no object, or it has no such field.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.get(name),
            _ => None,
        }
    }

    /// None: no text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What a list holds; of everything else that alone, since where several are allowed one is mostly given bare.
    pub fn each(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }
}

/// An object with these fields, in order. A list, so that one code makes objects of any number of fields.
pub fn object(fields: Vec<(&str, Json)>) -> Json {
    let mut out = Object::default();
    for (name, value) in fields {
        out.insert(name.to_owned(), value);
    }
    Json::Object(out)
}

impl From<bool> for Json {
    fn from(yes: bool) -> Json {
        Json::Bool(yes)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Json {
        Json::Number(number.into())
    }
}

impl From<&str> for Json {
    // Where JSON is made, each field of each kind of object comes from here.
    #[inline(never)]
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Null, T::into)
    }
}

/// A list of what is made of each item. Not of any iterator: each chain of them is some functions more.
#[inline(never)]
pub fn list<T>(items: &[T], of: &dyn Fn(&T) -> Json) -> Json {
    let mut all = Vec::with_capacity(items.len());
    for item in items {
        all.push(of(item));
    }
    Json::List(all)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => to.serialize_unit(),
            Json::Bool(yes) => to.serialize_bool(*yes),
            Json::Number(number) => to.serialize_i64(*number),
            Json::Text(text) => to.serialize_str(text),
            Json::List(items) => to.collect_seq(items),
            Json::Object(fields) => to.collect_map(fields.entries()),
        }
    }
}
