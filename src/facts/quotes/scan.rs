//! Tokens -> spans in quotation marks.
//!
//! A quote without a close lasts to the end of its line: papers open it again in the next paragraph.

use super::Quoted;
use super::marks::Style;
use super::marks::closing;
use super::marks::may_be_plural;
use super::marks::opening;
use super::marks::reopens;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::word_list;

/// How far a single mark's close is looked for. Units: tokens. Longer than any quote met; keeps the scan linear.
const SINGLE_REACH: usize = 400;

/// All spans in quotation marks; of nested ones the outermost.
pub(crate) fn scan(tokens: &Tokens) -> Vec<Quoted> {
    let mut out = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let found = opening(tokens, index).and_then(|(style, length)| span(tokens, index, style, length));
        index = found.map_or(index + 1, |quoted| quoted.after().max(index + 1));
        out.extend(found);
    }
    out
}

/// The span whose opening mark stands at `open`.
fn span(tokens: &Tokens, open: usize, style: Style, opening: usize) -> Option<Quoted> {
    let first = open + opening;
    let (last, closing) = match style {
        Style::Single => {
            single_end(tokens, first).map(|last| (last, 1)).or_else(|| unclosed(tokens, open))?
        }
        _ => end(tokens, first, style),
    };
    let start = tokens.get(first)?.start;
    let end = tokens.get(last.checked_sub(1)?)?.end;
    (first < last).then_some(Quoted { start, end, first, last, opening, closing })
}

/// The token after the last inside, and the tokens of the closing mark; none at a line's end or where another opens.
fn end(tokens: &Tokens, first: usize, style: Style) -> (usize, usize) {
    for index in first..tokens.len() {
        if tokens.kind(index) == Some(Kind::Break) {
            return (index, 0);
        }
        if let Some(length) = closing(tokens, index, style) {
            return (index, length);
        }
        if index > first && opens_same(tokens, index, style) {
            return (index, 0);
        }
    }
    (tokens.len(), 0)
}

fn opens_same(tokens: &Tokens, index: usize, style: Style) -> bool {
    let opens = opening(tokens, index).is_some_and(|(other, _)| other == style);
    opens && reopens(tokens, index)
}

/// Where a single quote closes: the first mark that is no plural's apostrophe, else the first at all.
fn single_end(tokens: &Tokens, first: usize) -> Option<usize> {
    let mut doubtful = None;
    for index in first..tokens.len().min(first + SINGLE_REACH) {
        let opens_again = opening(tokens, index).is_some_and(|(style, _)| style == Style::Single);
        if tokens.kind(index) == Some(Kind::Break) || (opens_again && doubtful.is_some()) {
            break;
        }
        let closes = closing(tokens, index, Style::Single).is_some();
        if closes && !may_be_plural(tokens, index) {
            return Some(index);
        }
        doubtful = doubtful.or(closes.then_some(index));
    }
    doubtful
}

/// The rest of a line behind `‘` or `'` that the next line opens again, where the line or somebody's words begin: where it
/// ends, without a closing mark.
fn unclosed(tokens: &Tokens, open: usize) -> Option<(usize, usize)> {
    let is_break = |i: &usize| tokens.kind(*i) == Some(Kind::Break);
    let opens = |i: usize| matches!(tokens.mark(i), Some('‘' | '\''));
    let tells = |i: usize| word_list![",", ":", "added", "said", "says", "stated"].has_at(tokens, i);
    let stands_first = open.checked_sub(1).is_none_or(|i| is_break(&i) || tells(i));
    let end = (open..open + SINGLE_REACH).find(is_break).filter(|_| stands_first && opens(open))?;
    opens(end + 1).then_some((end, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spelling;

    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text, &Spelling::default());
        let spans: Vec<&str> =
            scan(&tokens).iter().map(|q| &text[q.start as usize..q.end as usize]).collect();
        assert_eq!(spans, expected, "{text}");
    }

    #[test]
    fn marks_of_many_presses() {
        check("He said “no.” She said \"yes\".", &["no.", "yes"]);
        check("„Das ist gut“, sagte er. «Oui», dit-il. »Nein«, sagt sie.", &["Das ist gut", "Oui", "Nein"]);
        check("« Je pars », dit-elle. 彼は「はい」と言った。", &["Je pars", "はい"]);
        check(
            "‘We don’t know,’ she said. 'It's the boys' turn,' he said.",
            &["We don’t know,", "It's the boys' turn,"],
        );
    }

    #[test]
    fn apostrophes_open_nothing() {
        check("The ’90s, rock ’n’ roll, the Huskies’ coach and O'Hare’s 6'4\" guard.", &[]);
    }

    #[test]
    fn what_is_nested_missing_or_doubled() {
        check("“He told me ‘go’ and I went,” she said.", &["He told me ‘go’ and I went,"]);
        check("“It goes on.\n“And ends.”", &["It goes on.", "And ends."]);
        check("‘It goes on.\n‘And ends.’", &["It goes on.", "And ends."]);
        check("'It goes on.\n'And ends.'", &["It goes on.", "And ends."]);
        check("‘It stands alone.\nAnd ends.", &[]);
        check("He said 'It goes on.\n'And on.\n'And ends.'", &["It goes on.", "And on.", "And ends."]);
        check("“It was good,’’ he said. ''Well,'' she said.", &["It was good,", "Well,"]);
        check("He said \"“Go now.”\" and left.", &["Go now."]);
        check("CNBC's \" Trading Nation\" on Monday. \"Who? \" she wrote.", &["Trading Nation", "Who?"]);
    }
}
