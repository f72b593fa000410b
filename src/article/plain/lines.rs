//! Text as it was copied -> its lines: white space collapsed, wrapped lines joined again.

/// One line, not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// White space collapsed, zero-width characters gone.
    pub text: String,
    /// True where an empty line stands before it, or nothing.
    pub gap: bool,
}

/// A longer line than this was not wrapped by hand or mail program. Units: characters.
/// Source: mail and news programs wrap at 65 to 80, terminals at up to 120.
const WIDEST: usize = 120;

/// A narrower text is a list, not wrapped. Units: characters.
const NARROWEST: usize = 40;

/// In a wrapped text, a line of this share of the width goes on in the next unless a sentence ends. Units: percent.
const LONG: usize = 75;

/// A text is taken for wrapped from this many lines on that had no room for the next word.
const FULL_LINES: usize = 4;

/// Cuts a text into lines.
pub fn cut(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = true;
    let mut widths = Vec::new();
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{0C}']) {
        let text = collapsed(line);
        if text.is_empty() {
            gap = true;
        } else {
            widths.push(line.trim_end().chars().count());
            lines.push(Line { text, gap });
            gap = false;
        }
    }
    unwrap(lines, &widths)
}

fn collapsed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars().filter(|c| !is_invisible(*c)) {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Zero-width space and joiner marks, soft hyphen, object replacement, byte order mark, other controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{00AD}' | '\u{FFFC}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// Joins the lines of a text that was wrapped at a width; leaves every other text alone.
fn unwrap(lines: Vec<Line>, widths: &[usize]) -> Vec<Line> {
    let width = widths.iter().copied().max().unwrap_or(0);
    if !is_wrapped(&lines, widths, width) {
        return lines;
    }
    let mut out: Vec<Line> = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        match out.last_mut() {
            Some(last) if open && !line.gap => join(&mut last.text, &line.text),
            _ => out.push(line.clone()),
        }
        let long = widths[at] * 100 >= width * LONG && !ends_sentence(&line.text);
        open = lines.get(at + 1).is_some_and(|next| long || is_full(widths[at], line, next, width));
    }
    out
}

fn is_wrapped(lines: &[Line], widths: &[usize], width: usize) -> bool {
    let inner = || (1..lines.len()).filter(|at| !lines[*at].gap);
    let broken = |at: &usize| {
        is_full(widths[at - 1], &lines[at - 1], &lines[*at], width) && !ends_sentence(&lines[at - 1].text)
    };
    let full = inner().filter(broken).count();
    (NARROWEST..=WIDEST).contains(&width) && full >= FULL_LINES && full * 3 >= inner().count()
}

/// True where the first word of `next` had no room on `line`.
fn is_full(taken: usize, line: &Line, next: &Line, width: usize) -> bool {
    let first = next.text.split(' ').next().unwrap_or_default().chars().count();
    // A script without spaces fills every line to the end.
    let first = if first * 2 > width { 1 } else { first };
    !next.gap && (taken + 1 + first > width || ends_in_hyphen(&line.text))
}

fn ends_in_hyphen(text: &str) -> bool {
    text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
}

fn join(line: &mut String, next: &str) {
    let unspaced = |c: Option<char>| c.is_some_and(crate::rules::furniture::is_unspaced);
    if !ends_in_hyphen(line) && !unspaced(next.chars().next()) {
        line.push(' ');
    }
    line.push_str(next);
}

/// True for text that ends as sentences do, quotation marks and brackets apart.
pub fn ends_sentence(text: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '»', '«', '“', '›', ')', ']', '」', '』', '）', ' '];
    let last = text.trim_end_matches(closers).chars().next_back();
    last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '．'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = cut(text).into_iter().map(|l| l.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn white_space_collapses_and_nothing_else() {
        check("  One\u{A0} two\u{200B}.\r\n\r\n\tThree\u{AD}.", &["One two.", "Three."]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The ferry that has carried the people of the island across the\n\
                    sound since their grandparents were young made its last trip on\n\
                    Sunday, and nobody who stood on the quay that evening could say\n\
                    when there would be another one.\n\
                    \n\
                    A bridge is planned. It is to be built by the same company that\n\
                    built the well-\nknown one further north, and it will take years.";
        let lines = cut(text);
        assert_eq!(lines.len(), 2, "{lines:#?}");
        assert!(lines[0].text.ends_with("when there would be another one."), "{}", lines[0].text);
    }

    #[test]
    fn lists_of_short_lines_are_left_alone() {
        check(
            "Home\nWorld\nPolitics\nThe council votes on the harbour",
            &["Home", "World", "Politics", "The council votes on the harbour"],
        );
    }
}
