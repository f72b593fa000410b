//! What covers and sign-up cards say, in many languages: `rules/phrases/*.json` as one table.
//!
//! In: any text. Out: the phrases that stand in it, each with the kind of cover it speaks for. All languages are
//! looked up at once: pages often state a wrong one, and covers often speak another.

use crate::text::push_lower;

/// Sorted by text. Shape: a line a phrase, then a tab and its marks: for each kind it speaks for the kind's letter, in
/// upper case where it speaks by itself, and `*` where the word may go on.
const PHRASES: &str = include_str!("phrase_table.txt");

/// The kind of cover a phrase speaks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum Speaks {
    SignUp,
    Paywall,
    Newsletter,
    Consent,
    AdBlock,
    App,
    Push,
    Edition,
    Age,
    /// There is more to read, for those who do something.
    More,
}

impl Speaks {
    /// All of them, in the order of their numbers.
    pub const ALL: [Speaks; 10] = [
        Speaks::SignUp,
        Speaks::Paywall,
        Speaks::Newsletter,
        Speaks::Consent,
        Speaks::AdBlock,
        Speaks::App,
        Speaks::Push,
        Speaks::Edition,
        Speaks::Age,
        Speaks::More,
    ];
}

/// One phrase of the table.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// Folded as by [`fold`].
    pub text: &'static str,
    /// What it speaks for.
    pub speaks: Speaks,
    /// True if the word may go on after it.
    pub stem: bool,
    /// True if it speaks by itself; false if it only hints.
    pub says: bool,
}

/// Lower case, straight apostrophes, single spaces, no Arabic vowel signs: as the phrases are written.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() {
        // Nearly all that pages say is ASCII, which needs no table.
        let (start, copied) = (at, out.len());
        while at < bytes.len() && bytes[at].is_ascii_graphic() && bytes[at] != b'`' {
            at += 1;
        }
        out.push_str(&text[start..at]);
        out[copied..].make_ascii_lowercase();
        if let Some(c) = text[at..].chars().next() {
            fold_char(c, &mut out);
            at += c.len_utf8();
        }
    }
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => out.push('\''),
        '\u{64b}'..='\u{652}' | '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
        '‑' | '‐' => out.push('-'),
        c if c.is_whitespace() => {
            if !out.ends_with(' ') && !out.is_empty() {
                out.push(' ');
            }
        }
        c => push_lower(c, out),
    }
}

/// Calls `found` for every phrase in `folded`, in the order of the text; a phrase inside a longer one counts too.
pub fn find(folded: &str, mut found: impl FnMut(Phrase)) {
    let mut previous = ' ';
    for (at, c) in folded.char_indices() {
        if starts_word(previous, c) {
            let rest = &folded[at..];
            for (text, marks) in opening_alike(rest) {
                let after = rest.strip_prefix(text);
                if let Some(after) = after {
                    let ends = ends_word(text, after);
                    kinds(text, marks).filter(|p| p.stem || ends).for_each(&mut found);
                }
            }
        }
        previous = c;
    }
}

/// The phrases that may open `rest`, with their marks, the shortest first: those that are its first characters, and
/// those that share more of them. A single character is a phrase only in scripts that run words together.
fn opening_alike(rest: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let end = |chars: usize| rest.char_indices().nth(chars).map_or(rest.len(), |(at, _)| at);
    let first = if rest.chars().next().is_some_and(runs_on) { 1 } else { 2 };
    let have = rest.chars().take(SHARED).count();
    let short = (first..SHARED).take_while(move |chars| *chars <= have).map(end);
    let exact = short.filter_map(|end| lines(&rest[..end]).next().filter(move |(text, _)| text.len() == end));
    let (key, shorter) = (&rest[..end(SHARED)], end(SHARED - 1));
    let longer = lines(key).take_while(move |(text, _)| text.starts_with(key) && text.len() > shorter);
    exact.chain(longer)
}

/// So many characters tell nearly all phrases apart; shorter ones are looked up. Units: characters.
const SHARED: usize = 4;

/// The phrases from the first that is not before `key` in order, with their marks.
fn lines(key: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines_from(key).lines().map(|line| line.split_once('\t').unwrap_or_default())
}

/// The lines from the first that is not before `key` in order.
fn lines_from(key: &str) -> &'static str {
    let bytes = PHRASES.as_bytes();
    let line_start = |at: usize| bytes[..at].iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let start = line_start((low + high) / 2);
        if &bytes[start..] < key.as_bytes() {
            low = start + bytes[start..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |end| end + 1);
        } else {
            high = start;
        }
    }
    PHRASES.get(low..).unwrap_or_default()
}

/// What the marks say, one phrase for each kind.
fn kinds(text: &'static str, marks: &'static str) -> impl Iterator<Item = Phrase> {
    let letters = marks.char_indices().filter(|(_, mark)| *mark != '*');
    letters.map(move |(at, letter)| Phrase {
        text,
        speaks: Speaks::ALL
            [(letter.to_ascii_lowercase() as usize).saturating_sub('a' as usize) % Speaks::ALL.len()],
        stem: marks[at + 1..].starts_with('*'),
        says: letter.is_ascii_uppercase(),
    })
}

/// In scripts that run words together, and in Arabic with its prefixes, a word may start anywhere; so may a number
/// or a foreign word among them.
fn starts_word(previous: char, c: char) -> bool {
    !previous.is_alphanumeric() || runs_on(c) || runs_on(previous)
}

fn ends_word(phrase: &str, rest: &str) -> bool {
    let last = phrase.chars().next_back().unwrap_or(' ');
    runs_on(last) || !rest.starts_with(|c: char| c.is_alphanumeric() && !runs_on(c))
}

/// Arabic, kana, CJK ideographs, hangul. Source: Unicode blocks.
pub fn runs_on(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Speaks]) {
        let mut got = Vec::new();
        find(&fold(text), |p| {
            if p.says {
                got.push(p.speaks);
            }
        });
        got.dedup();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn phrases_are_found_as_whole_words() {
        check("SIGN UP  to read this", &[Speaks::SignUp]);
        check("Dieses Abo-Angebot: jetzt abonnieren!", &[Speaks::Paywall]);
        check("Vous êtes déjà inscrit ? Connectez‑vous", &[Speaks::SignUp]);
        check("We’ve noticed you use an Ad Blocker", &[Speaks::AdBlock]);
        check("この記事は有料会員限定です", &[Speaks::Paywall, Speaks::SignUp]);
        check("سجّل مجاناً", &[Speaks::SignUp]);
        check("您必须年满18岁", &[Speaks::Age]);
    }

    #[test]
    fn ordinary_prose_says_nothing() {
        check("The committee allowed alliances to form about the harbour.", &[]);
        check("Der Abend begann am Bahnhof.", &[]);
        check("", &[]);
    }

    #[test]
    fn the_table_is_sorted_and_folded() {
        let texts: Vec<&str> = PHRASES.lines().filter_map(|line| Some(line.split_once('\t')?.0)).collect();
        assert_eq!(texts.len(), PHRASES.lines().count());
        assert!(texts.is_sorted_by(|a, b| a < b));
        for text in texts {
            assert_eq!(fold(text), text);
            assert!(text.chars().count() > 1 || text.chars().all(runs_on), "{text}");
            let mut heard = Vec::new();
            find(text, |p| heard.push(p.text));
            assert!(heard.contains(&text), "{text}");
        }
    }
}
