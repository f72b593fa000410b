//! Which attributes any stage reads, so that a border need not bring in the others.

use super::letters::Letters;

/// Names of attributes that a stage asks for, in order. [`super::Page::attr`] refuses others in a build with debug
/// assertions, so that none is forgotten here.
const READ: &[&str] = &[
    "abbr",
    "alt",
    "alttext",
    "aria-controls",
    "aria-hidden",
    "aria-label",
    "aria-modal",
    "author",
    "autocomplete",
    "charset",
    "class",
    "colspan",
    "commandfor",
    "content",
    "contenteditable",
    "data",
    "data-author",
    "data-cmp-src",
    "data-code-language",
    "data-component",
    "data-full-src",
    "data-full-url",
    "data-hi-res-src",
    "data-image",
    "data-img-src",
    "data-lang",
    "data-language",
    "data-lazy",
    "data-lazy-src",
    "data-lazy-srcset",
    "data-orig-file",
    "data-original",
    "data-original-set",
    "data-original-src",
    "data-pin-media",
    "data-plainread",
    "data-poool",
    "data-src",
    "data-srcset",
    "data-testid",
    "data-url",
    "data-videoid",
    "datetime",
    "dir",
    "display",
    "encoding",
    "height",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "inert",
    "itemprop",
    "itemscope",
    "itemtype",
    "lang",
    "lang-code",
    "name",
    "placeholder",
    "popovertarget",
    "property",
    "readonly",
    "rel",
    "role",
    "rowspan",
    "src",
    "srcdoc",
    "srcset",
    "start",
    "style",
    "summary",
    "title",
    "type",
    "value",
    "videoid",
    "width",
    "xml:lang",
];

/// JSON in attributes may hold a story, whatever the attribute is called; shorter values do not. Units: bytes.
pub const JSON_BYTES: usize = 400;

const BY_LETTER: Letters = Letters::of(READ);

/// True for an attribute that some stage asks for by its name.
pub fn is_read(name: &str) -> bool {
    READ[BY_LETTER.alike(name)].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_order() {
        assert!(READ.is_sorted());
        assert!(is_read("abbr") && is_read("xml:lang") && !is_read("onclick"));
    }
}
