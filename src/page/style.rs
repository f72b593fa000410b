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

/// A box in CSS px, from the viewport's top-left corner at capture.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Computed style and geometry of one element.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Style {
    /// CSS `position`.
    pub position: Position,
    /// None is `auto`.
    pub z_index: Option<i32>,
    /// False for `display: none`, `visibility: hidden`, `content-visibility: hidden`, of the element or above it.
    pub rendered: bool,
    /// Units: CSS px.
    pub font_size: f32,
    /// None: not measured.
    pub rect: Option<Rect>,
}
