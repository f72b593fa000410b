//! Which attributes any stage reads, so that a border need not bring in the others.

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

/// True for an attribute that some stage asks for by its name.
pub fn is_read(name: &str) -> bool {
    let Some(first) = name.as_bytes().first().filter(|first| first.is_ascii_lowercase()) else {
        return false;
    };
    // Told by the first letter, and nearly always by the length: asked for each attribute of a file.
    let at = usize::from(first - b'a');
    READ[STARTS[at].into()..STARTS[at + 1].into()].contains(&name)
}

/// How many names begin with an earlier letter, for each letter and the end.
const STARTS: [u8; 27] = {
    let mut starts = [0; 27];
    let mut n = 0;
    while n < READ.len() {
        let mut letter = 0;
        while letter < starts.len() {
            starts[letter] += (READ[n].as_bytes()[0] < b'a' + letter as u8) as u8;
            letter += 1;
        }
        n += 1;
    }
    starts
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_order() {
        assert!(READ.is_sorted());
        assert!(is_read("abbr") && is_read("xml:lang") && !is_read("onclick"));
    }
}
