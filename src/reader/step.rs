//! What the reader is built from: a closed set of elements, attributes, class names and words.
//!
//! A step can name nothing outside these lists, so no script, handler or style can leave the core. The hands hold
//! the same lists in the same order (`extension/shared/steps.ts`); a test compares them.

/// Declares an enum, its members in order, and the name each goes by on the other side.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $member:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $($(#[$note])* $member),+ }

        impl $name {
            /// Every member, in order: a member's number is its index here.
            pub const ALL: &[$name] = &[$($name::$member),+];

            /// The name it goes by in the page.
            pub fn name(self) -> &'static str {
                match self { $($name::$member => $text),+ }
            }
        }
    };
}

names! {
    /// An element the reader may hold.
    Tag {
        A = "a", Blockquote = "blockquote", Br = "br", Button = "button", Caption = "caption", Cite = "cite",
        Code = "code", Dd = "dd", Details = "details", Div = "div", Dl = "dl", Dt = "dt", Em = "em",
        Figcaption = "figcaption", Figure = "figure", Footer = "footer", H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4",
        H5 = "h5", H6 = "h6", Header = "header", Hr = "hr", Img = "img", Li = "li", Mark = "mark", Ol = "ol", P = "p",
        Pre = "pre", Rt = "rt", Ruby = "ruby", S = "s", Section = "section", Small = "small", Span = "span",
        Strong = "strong", Sub = "sub", Summary = "summary", Sup = "sup", Table = "table", Tbody = "tbody", Td = "td",
        Th = "th", Time = "time", Tr = "tr", Ul = "ul",
    }
}

names! {
    /// An attribute the reader's elements may carry.
    Attr {
        Href = "href", Src = "src", Alt = "alt", Width = "width", Height = "height", Class = "class", Dir = "dir",
        Lang = "lang", Start = "start", Colspan = "colspan", Rowspan = "rowspan", Scope = "scope",
        Tabindex = "tabindex", Role = "role",
        /// Numbers of the sentences this item stands in, separated by spaces.
        Stands = "data-stands",
        /// Name of a place in the story that links inside it lead to.
        Target = "data-target",
        /// The place a link inside the story leads to.
        To = "data-to",
    }
}

names! {
    /// A class the style sheet knows.
    Class {
        Kicker = "kicker", Meta = "meta", Byline = "byline", Outlet = "outlet", Lead = "lead", Credit = "credit",
        Notice = "notice", Scroll = "scroll", Math = "math", MathBlock = "math-block", Embed = "embed", Post = "post",
        PostHead = "post-head", Inline = "inline", Fact = "fact", Name = "name", Note = "note", Quote = "quote",
        Group = "group", Body = "body", End = "end", Source = "source", Host = "host", Gallery = "gallery",
        Next = "next", Wide = "wide", Timeline = "timeline",
    }
}

names! {
    /// A word or phrase of the interface, by the key of its message: the person's language is known to the hands.
    Word {
        ReadingTime = "readingTime", Updated = "updated", Via = "via", OriginalPage = "originalPage",
        PreviewDelivered = "previewDelivered", PublisherKeeps = "publisherKeeps",
        ReasonDeclaredPaid = "reasonDeclaredPaid", ReasonSignUpCard = "reasonSignUpCard",
        ReasonFewerWords = "reasonFewerWords", ReasonBreaksOff = "reasonBreaksOff", ReasonFiller = "reasonFiller",
        PreviewEnds = "previewEnds", Photo = "photoCredit", KeyPoints = "factsKeyPoints", People = "factsPeople",
        Organisations = "factsOrganisations", Places = "factsPlaces", Dates = "factsDates", Figures = "factsFigures",
        Quotes = "factsQuotes", NoFacts = "factsNone", Withheld = "factsWithheld", Embedded = "embedded",
        Unattributed = "unattributed", PageCut = "pageCut", FactsCut = "factsCut", NextPage = "nextPage",
        FactsSome = "factsSome", FactsFew = "factsFew",
        FactsMore = "factsMore",
    }
}

/// One step of building the reader, carried out in order below one parent element.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Adds an element and goes into it.
    Open(Tag),
    /// Gives the element just opened an attribute.
    Attr(Attr, String),
    /// Adds text.
    Text(String),
    /// Adds text that belongs to the sentence of this number.
    Sentence(usize, String),
    /// Adds a phrase in the person's language, with what it speaks of.
    Say(Word, Vec<String>),
    /// Adds a date (ISO 8601, whole or in part) in the person's own way of writing it.
    Date(String),
    /// Goes back to the parent element.
    Close,
}
