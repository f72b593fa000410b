//! The story as a typed tree: what the reader shows and the exports write.

/// A piece of the story that stands on its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `level` 2..=6: the headline is the page's only level 1.
    Heading {
        /// 2..=6.
        level: u8,
        /// Its words.
        text: Vec<Inline>,
        /// Target of links inside the story.
        id: Option<String>,
    },
    /// Running text. Never empty.
    Paragraph(Vec<Inline>),
    /// Ordered or bulleted, nested through its items.
    List {
        /// Number of the first item. None: bulleted.
        start: Option<i32>,
        /// At least one.
        items: Vec<ListItem>,
    },
    /// Term and description pairs, as (is_term, content).
    Definitions(Vec<(bool, Vec<Block>)>),
    /// A quotation with its source line.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who is quoted.
        cite: Option<Vec<Inline>>,
    },
    /// Preformatted text, line breaks kept.
    Code {
        /// As the page names it (`language-…`), lower case.
        language: Option<String>,
        /// With its line breaks, no trailing one.
        text: String,
    },
    /// A table of data.
    Table(Table),
    /// One or more images under one caption.
    Figure(Figure),
    /// Something shown by another program (video, post, map), as a labelled link.
    Embed {
        /// What it is, in its own words or its host's name.
        label: String,
        /// Absolute, http(s).
        url: String,
    },
    /// A formula on its own line.
    Math(String),
    /// What the page keeps folded.
    Details {
        /// The line that stays visible.
        summary: Vec<Inline>,
        /// What it unfolds.
        blocks: Vec<Block>,
    },
    /// A contribution to a thread, a live blog's entry, a card of a listing.
    Post(Post),
    /// A thematic break.
    Rule,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem {
    /// Target of links inside the story (footnotes).
    pub id: Option<String>,
    /// Usually one paragraph; more where lists nest.
    pub blocks: Vec<Block>,
}

/// A contribution by somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Post {
    /// Name as shown.
    pub author: Option<String>,
    /// As shown.
    pub time: Option<String>,
    /// What was written.
    pub blocks: Vec<Block>,
}

/// Running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// White space collapsed, as it reads.
    Text(String),
    /// `<br>`.
    Break,
    /// A link; `url` absolute http(s) or `#id` of a target inside the story.
    Link {
        /// Where to.
        url: String,
        /// What is written.
        text: Vec<Inline>,
    },
    /// Stress: `<em>`, `<i>`.
    Emphasis(Vec<Inline>),
    /// Weight: `<strong>`, `<b>`.
    Strong(Vec<Inline>),
    /// `<code>`, `<kbd>`, `<samp>`.
    Code(String),
    /// Subscript.
    Sub(Vec<Inline>),
    /// Superscript.
    Sup(Vec<Inline>),
    /// `<mark>`.
    Mark(Vec<Inline>),
    /// Struck: `<del>`, `<s>`.
    Struck(Vec<Inline>),
    /// Base text with its reading.
    Ruby {
        /// Base text.
        base: String,
        /// The reading above or beside it.
        reading: String,
    },
    /// A run of the other direction; true for right-to-left.
    Direction(bool, Vec<Inline>),
    /// A formula inside a line, as TeX or as text.
    Math(String),
    /// A small image inside a line.
    Image(Image),
    /// A place that links inside the story point to (a footnote's number, an anchor). Shows nothing.
    Target(String),
}

/// An image as the page has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image {
    /// Absolute, http(s), or `data:image/…`.
    pub src: String,
    /// As the page has it; "" where it has none.
    pub alt: String,
    /// Units: px, as declared.
    pub size: Option<(u32, u32)>,
}

/// One or more images under one caption.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// At least one.
    pub images: Vec<Image>,
    /// Without the credit.
    pub caption: Option<Vec<Inline>>,
    /// Who made it, without the label ("Photograph:").
    pub credit: Option<String>,
}

/// A table of data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Option<Vec<Inline>>,
    /// Rows of cells; rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// `<th>`.
    pub header: bool,
    /// Units: columns.
    pub columns: u16,
    /// Units: rows.
    pub rows: u16,
    /// What it holds.
    pub blocks: Vec<Block>,
}
