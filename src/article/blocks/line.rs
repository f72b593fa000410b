//! The line of running text that is being written: white space collapsed as a browser shows it.
//!
//! Inline elements that reach over the end of a line are closed with it and opened again on the next one.

use crate::article::Inline;
use crate::article::seam::Seam;

/// Units: elements. Deeper stress, links and the like are dropped, their text stays.
pub(super) const MAX_INLINE_DEPTH: usize = 8;

/// An inline element, open.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Style {
    Link(String),
    Emphasis,
    Strong,
    Sub,
    Sup,
    Mark,
    Struck,
    Direction(bool),
    /// `<code>`: text in it becomes code, piece by piece, so that links in it live on.
    Code,
    /// Over the depth, or already open: nothing of its own.
    Plain,
}

/// The line so far.
#[derive(Default)]
pub(super) struct Line {
    /// Finished pieces outside every open style.
    pieces: Vec<Inline>,
    open: Vec<(Style, Vec<Inline>)>,
    /// White space was read and nothing after it yet.
    pending_space: bool,
    /// A further space would not show: at the start, after a space or a break.
    at_space: bool,
    /// The last character written, and the seam after it.
    last: Option<char>,
    seam: Option<Seam>,
    /// How many of `open` are code.
    code: usize,
    /// Targets of links that wait for something to stand before.
    targets: Vec<String>,
}

impl Line {
    pub(super) fn new() -> Line {
        Line { at_space: true, ..Line::default() }
    }

    /// Adds text as a browser would show it.
    pub(super) fn text(&mut self, text: &str) {
        let mut words = text.split(is_collapsible);
        let Some(first) = words.next() else { return };
        self.word(first);
        for word in words {
            self.gap();
            self.word(word);
        }
    }

    fn word(&mut self, word: &str) {
        let Some(next) = word.chars().next() else { return };
        let parts = |seam: Seam| !self.at_space && self.last.is_some_and(|last| seam.parts(last, next));
        self.pending_space |= self.seam.take().is_some_and(parts);
        self.last = word.chars().next_back();
        self.write_space();
        self.write_targets();
        self.write(word);
        self.at_space = false;
    }

    /// An element starts right after another, with nothing between. In code that is a highlighter's doing.
    pub(super) fn seam(&mut self, seam: Option<Seam>) {
        self.seam = seam.filter(|_| self.code == 0).or(self.seam);
    }

    /// White space, whatever comes next.
    pub(super) fn gap(&mut self) {
        self.pending_space = !self.at_space;
    }

    fn write_space(&mut self) {
        if std::mem::take(&mut self.pending_space) {
            self.write(" ");
            self.at_space = true;
        }
    }

    /// Marks where links to `id` lead: before what is written next.
    pub(super) fn target(&mut self, id: &str) {
        self.targets.push(id.to_owned());
    }

    fn write_targets(&mut self) {
        for id in std::mem::take(&mut self.targets) {
            self.current().push(Inline::Target(id));
        }
    }

    fn write(&mut self, text: &str) {
        let code = self.code > 0;
        let pieces = self.current();
        match pieces.last_mut() {
            Some(Inline::Code(last)) if code => last.push_str(text),
            Some(Inline::Text(last)) if !code => last.push_str(text),
            _ if code => pieces.push(Inline::Code(text.to_owned())),
            _ => pieces.push(Inline::Text(text.to_owned())),
        }
    }

    /// Adds a finished piece.
    pub(super) fn piece(&mut self, piece: Inline) {
        self.write_space();
        self.write_targets();
        self.current().push(piece);
        (self.at_space, self.last, self.seam) = (false, None, None);
    }

    /// `<br>`. True: the second in a row, so a new paragraph starts.
    pub(super) fn line_break(&mut self) -> bool {
        self.pending_space = false;
        self.at_space = true;
        if matches!(self.current().last(), Some(Inline::Break)) {
            return true;
        }
        self.current().push(Inline::Break);
        false
    }

    /// Opens an inline element. Every `open` has its `close`.
    pub(super) fn open(&mut self, style: Style) {
        let again =
            |open: &(Style, Vec<Inline>)| std::mem::discriminant(&open.0) == std::mem::discriminant(&style);
        let deep = self.open.len() >= MAX_INLINE_DEPTH && style != Style::Code;
        let style = if deep || self.open.iter().any(again) { Style::Plain } else { style };
        self.write_space();
        self.code += usize::from(style == Style::Code);
        self.open.push((style, Vec::new()));
    }

    /// Closes the inline element opened last.
    pub(super) fn close(&mut self) {
        let Some((style, pieces)) = self.open.pop() else { return };
        self.code -= usize::from(style == Style::Code);
        append(self.current(), styled(style, pieces));
    }

    /// Ends the line and hands it out, trimmed. Empty: nothing to show.
    pub(super) fn end(&mut self) -> Vec<Inline> {
        let mut inner: Vec<Inline> = Vec::new();
        for (style, pieces) in self.open.iter_mut().rev() {
            let mut all = std::mem::take(pieces);
            append(&mut all, std::mem::take(&mut inner));
            inner = styled(style.clone(), all);
        }
        let mut line = std::mem::take(&mut self.pieces);
        append(&mut line, inner);
        (self.pending_space, self.at_space, self.seam) = (false, true, None);
        trim(&mut line);
        line
    }

    /// True if nothing was written on this line.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.open.iter().all(|(_, pieces)| pieces.is_empty())
    }

    fn current(&mut self) -> &mut Vec<Inline> {
        self.open.last_mut().map_or(&mut self.pieces, |(_, pieces)| pieces)
    }
}

/// What CSS collapses. A no-break space is not among it.
pub(super) fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Appends pieces, joining text with text.
pub(super) fn append(to: &mut Vec<Inline>, pieces: Vec<Inline>) {
    for piece in pieces {
        match (to.last_mut(), piece) {
            (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
            (Some(Inline::Code(last)), Inline::Code(text)) => last.push_str(&text),
            (_, piece) => to.push(piece),
        }
    }
}

fn styled(style: Style, pieces: Vec<Inline>) -> Vec<Inline> {
    if pieces.is_empty() {
        return pieces;
    }
    // Stress on nothing but white space or a break does not show.
    if !matches!(style, Style::Link(_)) && pieces.iter().all(is_blank) {
        return pieces;
    }
    vec![match style {
        Style::Link(url) => Inline::Link { url, text: pieces },
        Style::Emphasis => Inline::Emphasis(pieces),
        Style::Strong => Inline::Strong(pieces),
        Style::Sub => Inline::Sub(pieces),
        Style::Sup => Inline::Sup(pieces),
        Style::Mark => Inline::Mark(pieces),
        Style::Struck => Inline::Struck(pieces),
        Style::Direction(rtl) => Inline::Direction(rtl, pieces),
        Style::Code | Style::Plain => return pieces,
    }]
}

fn is_blank(piece: &Inline) -> bool {
    match piece {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    }
}

/// Drops what does not show at the ends of a line.
fn trim(line: &mut Vec<Inline>) {
    let shown = |text: &str| text.chars().any(|c| !c.is_whitespace() && !is_invisible(c));
    while line.last().is_some_and(is_blank) {
        line.pop();
    }
    let blank = line.iter().take_while(|piece| is_blank(piece)).count();
    line.drain(..blank);
    if let Some(Inline::Text(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    if let Some(Inline::Text(text)) = line.first_mut() {
        let start = text.len() - text.trim_start().len();
        text.drain(..start);
    }
    if let [Inline::Text(text)] = &line[..]
        && !shown(text)
    {
        line.clear();
    }
}

/// Characters that leave no mark: zero-width spaces and joiners, byte order mark, soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}
