//! What covers and sign-up cards say, in many languages: `rules/phrases/*.json` as one table.
//!
//! In: any text. Out: the phrases that stand in it, each with the kind of cover it speaks for. All languages are
//! looked up at once: pages often state a wrong one, and covers often speak another.

use super::phrase_table::PHRASES;

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
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            '’' | '‘' | 'ʼ' | '´' | '`' => out.push('\''),
            '\u{64b}'..='\u{652}' | '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => {}
            '‑' | '‐' => out.push('-'),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Calls `found` for every phrase in `folded`, in the order of the text; a phrase inside a longer one counts too.
pub fn find(folded: &str, mut found: impl FnMut(&'static Phrase)) {
    let mut previous = ' ';
    for (at, c) in folded.char_indices() {
        if starts_word(previous, c) {
            for phrase in starting_with(c) {
                let rest = &folded[at..];
                if rest.starts_with(phrase.text)
                    && (phrase.stem || ends_word(phrase.text, &rest[phrase.text.len()..]))
                {
                    found(phrase);
                }
            }
        }
        previous = c;
    }
}

fn starting_with(first: char) -> &'static [Phrase] {
    let first_of = |p: &Phrase| p.text.chars().next().unwrap_or_default();
    let start = PHRASES.partition_point(|p| first_of(p) < first);
    let end = PHRASES.partition_point(|p| first_of(p) <= first);
    &PHRASES[start..end]
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
        assert!(PHRASES.is_sorted_by(|a, b| a.text <= b.text));
        for phrase in PHRASES {
            assert_eq!(fold(phrase.text), phrase.text);
        }
    }
}
