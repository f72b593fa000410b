//! Element names as small numbers.

use super::letters::Letters;

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// An element's name; [`Tag::Other`] for names without an entry (custom elements among them).
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant),*, Other }

        /// Shape: sorted by name, as [`Tag::from_name`] searches it.
        const NAMES: &[(&str, Tag)] = &[$(($name, Tag::$variant)),*];
        const BY_LETTER: Letters = Letters::of(&[$($name),*]);
    };
}

// Sorted by name. `#shadow-root` is ours: a shadow root stands as the first child of its host.
tags! {
    ShadowRoot "#shadow-root", A "a", Abbr "abbr", Address "address", Area "area", Article "article",
    Aside "aside", Audio "audio", B "b", Base "base", Bdi "bdi", Bdo "bdo", Blockquote "blockquote",
    Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption", Center "center", Cite "cite",
    Code "code", Col "col", Colgroup "colgroup", Dd "dd", Del "del", Details "details", Dfn "dfn",
    Dialog "dialog", Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset",
    Figcaption "figcaption", Figure "figure", Font "font", Footer "footer", Form "form", Frame "frame",
    Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head",
    Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img",
    Input "input", Ins "ins", Kbd "kbd", Label "label", Legend "legend", Li "li", Link "link", Main "main",
    Map "map", Mark "mark", Math "math", Menu "menu", Meta "meta", Meter "meter", Nav "nav",
    Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup", Option "option", Output "output",
    P "p", Param "param", Picture "picture", Pre "pre", Progress "progress", Q "q", Rp "rp", Rt "rt",
    Ruby "ruby", S "s", Samp "samp", Script "script", Section "section", Select "select", Slot "slot",
    Small "small", Source "source", Span "span", Strike "strike", Strong "strong", Style "style",
    Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table", Tbody "tbody", Td "td",
    Template "template", Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time",
    Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul "ul", Var "var", Video "video", Wbr "wbr",
}

impl Tag {
    /// [`Tag::Other`] for a name without an entry. `name` in lower case.
    pub fn from_name(name: &str) -> Tag {
        let mut alike = NAMES[BY_LETTER.alike(name)].iter();
        alike.find(|(n, _)| *n == name).map_or(Tag::Other, |(_, tag)| *tag)
    }

    /// "" for [`Tag::Other`]: ask [`super::Page::name`].
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).map_or("", |(n, _)| n)
    }

    /// Elements without content and without an end tag. Source: HTML standard, "void elements", and obsolete ones
    /// that its serialization algorithm lists.
    pub fn is_void(self) -> bool {
        matches!(
            self,
            Tag::Area
                | Tag::Base
                | Tag::Br
                | Tag::Col
                | Tag::Embed
                | Tag::Frame
                | Tag::Hr
                | Tag::Img
                | Tag::Input
                | Tag::Link
                | Tag::Meta
                | Tag::Param
                | Tag::Source
                | Tag::Track
                | Tag::Wbr
        )
    }

    /// h1 to h6 as 1 to 6.
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_round_trip() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        for (name, tag) in NAMES {
            assert_eq!(Tag::from_name(name), *tag);
            assert_eq!(tag.name(), *name);
        }
        assert_eq!(Tag::from_name("x-widget"), Tag::Other);
    }
}
