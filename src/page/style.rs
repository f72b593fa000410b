//! What the browser computed for an element, as far as a stage reads it.

/// CSS `position`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs)]
pub enum Position {
    #[default]
    Static,
    Relative,
    Absolute,
    Fixed,
    Sticky,
}

impl Position {
    /// The number it crosses the border as.
    pub fn from_code(code: u32) -> Position {
        match code {
            1 => Position::Relative,
            2 => Position::Absolute,
            3 => Position::Fixed,
            4 => Position::Sticky,
            _ => Position::Static,
        }
    }
}

/// A box in CSS px, from the viewport's top-left corner at capture.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    /// Units: CSS px.
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// Units: CSS px.
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Units: square CSS px.
    pub fn area(self) -> f32 {
        self.width * self.height
    }

    /// What both cover; empty (zero width or height) where they do not meet.
    pub fn overlap(self, other: Rect) -> Rect {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let width = (self.right().min(other.right()) - x).max(0.0);
        let height = (self.bottom().min(other.bottom()) - y).max(0.0);
        Rect { x, y, width, height }
    }
}

/// What happens to content that is taller than its box.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs)]
pub enum Overflow {
    #[default]
    Visible,
    /// `hidden` or `clip`.
    Clipped,
    /// `auto` or `scroll`.
    Scrolls,
}

/// Why an element is in the top layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TopLayer {
    /// `showModal()`: the rest of the page is inert.
    Modal,
    /// `showPopover()`.
    Popover,
}

/// What the hands themselves have done to an element.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Hands {
    /// Nothing.
    #[default]
    Off,
    /// Hid it.
    Hid,
    /// Made it: a part of the extension's own interface, or text it put back.
    Made,
}

/// Computed style and geometry of one element. The default is plain rendered content.
#[derive(Clone, PartialEq, Debug)]
pub struct Style {
    /// CSS `position`.
    pub position: Position,
    /// None is `auto`.
    pub z_index: Option<i32>,
    /// False for `display: none`, `visibility: hidden`, `content-visibility: hidden`, of the element or above it.
    pub rendered: bool,
    /// Units: CSS px. None: as large as text is meant to be read, or not measured.
    pub font_size: Option<f32>,
    /// None: not measured.
    pub rect: Option<Rect>,
    /// True for `display: none` of the element itself.
    pub display_none: bool,
    /// True for a computed `visibility` of `hidden` or `collapse`.
    pub invisible: bool,
    /// True for `content-visibility: hidden` of the element itself.
    pub content_hidden: bool,
    /// 0..=1, of the element itself.
    pub opacity: f32,
    /// Units: CSS px.
    pub blur: f32,
    /// How much a filter other than a blur leaves of the element, 0..=1; 0 where that cannot be told.
    pub filter_clear: f32,
    /// True where a transform leaves nothing of it.
    pub flattened: bool,
    /// How far a shadow or an outline spreads around the box. Units: CSS px.
    pub spread: f32,
    /// True where a mask image fades the element.
    pub masked: bool,
    /// True where `clip` or `clip-path` cuts the element.
    pub clip_path: bool,
    /// Vertical.
    pub overflow: Overflow,
    /// Height of the content. Units: CSS px; 0 where not measured.
    pub scroll_height: f32,
    /// Height of the box inside its borders. Units: CSS px; 0 where not measured.
    pub client_height: f32,
    /// True for a `backdrop-filter`.
    pub backdrop_filter: bool,
    /// True where the background is a gradient.
    pub gradient: bool,
    /// Alpha of the background colour, 0..=1; 1 where an image fills it.
    pub background: f32,
    /// True for `pointer-events: none`.
    pub no_pointer: bool,
    /// True for `user-select: none`.
    pub no_select: bool,
    /// Alpha of the text colour, 0..=1.
    pub text_alpha: f32,
    /// True for `touch-action: none`.
    pub no_touch: bool,
    /// True where a pseudo-element lays a gradient or a filter over the element.
    pub pseudo_veil: bool,
    /// None: not in the top layer.
    pub top_layer: Option<TopLayer>,
    /// True where the person's own click or key opened it.
    pub opened_by_person: bool,
    /// What the hands did to it.
    pub hands: Hands,
}

/// Nobody reads text smaller than this; footnotes and credits are larger. Units: CSS px.
const LEGIBLE: f32 = 5.0;

/// A box no wider shows nothing: pages keep text for screen readers in it. Units: CSS px.
const POINT: f32 = 1.0;

impl Style {
    /// True for text so small that nobody can read it.
    pub fn is_tiny(&self) -> bool {
        self.font_size.is_some_and(|size| size < LEGIBLE)
    }

    /// True for a box that cuts all of its content off but a point.
    pub fn is_point(&self) -> bool {
        self.overflow == Overflow::Clipped && self.rect.is_some_and(|rect| rect.width <= POINT)
    }
}

impl Default for Style {
    fn default() -> Style {
        Style {
            position: Position::Static,
            z_index: None,
            rendered: true,
            font_size: None,
            rect: None,
            display_none: false,
            invisible: false,
            content_hidden: false,
            opacity: 1.0,
            blur: 0.0,
            filter_clear: 1.0,
            flattened: false,
            spread: 0.0,
            masked: false,
            clip_path: false,
            overflow: Overflow::Visible,
            scroll_height: 0.0,
            client_height: 0.0,
            backdrop_filter: false,
            gradient: false,
            background: 0.0,
            no_pointer: false,
            no_select: false,
            text_alpha: 1.0,
            no_touch: false,
            pseudo_veil: false,
            top_layer: None,
            opened_by_person: false,
            hands: Hands::Off,
        }
    }
}

/// True for a `style` attribute that keeps its element from being seen.
pub fn hides(style: &str) -> bool {
    let bare: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    bare.contains("display:none") || bare.contains("visibility:hidden")
}
