//! Word families: what class names, ids and addresses say about a part of a page.
//!
//! In: `rules/article/families.txt`. Out: a [`Lexicon`], which reads a name in one pass into a set of families.

use std::cell::OnceCell;

/// The word lists, one family a line.
const SOURCE: &str = include_str!("../../../rules/article/families.txt");

/// A set of families. Shape: bit n is line n of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Families(pub u64);

impl Families {
    /// Both sets together.
    pub fn or(self, other: Families) -> Families {
        Families(self.0 | other.0)
    }

    /// Whether both sets share a family.
    pub fn meets(self, other: Families) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set holds family n.
    pub fn has(self, n: usize) -> bool {
        self.0 >> n & 1 == 1
    }
}

/// Bytes of a name that are read: a class list longer than that is layout, not meaning.
const READ_BYTES: usize = 300;

/// Letters a to z, one for everything between words, and the signs of addresses.
const SYMBOLS: usize = 32;

/// A step of the search tree, and what a word that ends here means.
#[derive(Clone)]
struct Step {
    next: [u16; SYMBOLS],
    anywhere: u64,
    at_start: u64,
    at_end: u64,
    whole: u64,
}

const NO_STEP: Step = Step { next: [0; SYMBOLS], anywhere: 0, at_start: 0, at_end: 0, whole: 0 };

/// All families as one search tree.
pub struct Lexicon {
    steps: Vec<Step>,
    /// With which second symbols words go on, by their first: bits, all of them set after one that is a word.
    pairs: [u32; SYMBOLS],
    names: Vec<&'static str>,
    class: u64,
    /// Of class names too: rules ask for them, no feature counts them.
    rule: u64,
    link: u64,
    url: u64,
}

impl Lexicon {
    /// The lexicon, which is made once: its tree takes longer than a small page.
    pub fn load() -> &'static Lexicon {
        thread_local!(static LEXICON: OnceCell<&'static Lexicon> = const { OnceCell::new() });
        LEXICON.with(|lexicon| *lexicon.get_or_init(|| Box::leak(Box::new(Lexicon::read_lists()))))
    }

    fn read_lists() -> Lexicon {
        let mut lexicon = Lexicon {
            steps: vec![NO_STEP],
            pairs: [0; SYMBOLS],
            names: Vec::new(),
            class: 0,
            rule: 0,
            link: 0,
            url: 0,
        };
        for line in SOURCE.lines().filter(|l| !l.starts_with('#')) {
            if let Some((head, words)) = line.split_once(':')
                && let Some((place, name)) = head.split_once(' ')
            {
                lexicon.add_family(place, name, words);
            }
        }
        lexicon
    }

    /// The families looked for in class names, as (number, name).
    pub fn of_classes(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.within(self.class)
    }

    /// The families of a set, as (number, name).
    fn within(&self, set: u64) -> impl Iterator<Item = (usize, &'static str)> {
        self.names.iter().copied().enumerate().filter(move |(n, _)| set >> n & 1 == 1)
    }

    /// The set that holds just the family with this name.
    pub fn named(&self, wanted: &str) -> Families {
        Families(self.names.iter().position(|name| *name == wanted).map_or(0, |n| 1 << n))
    }

    /// The families looked for in link targets, as (number, name).
    pub fn of_links(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.within(self.link)
    }

    /// The families looked for in the page's address, as (number, name).
    pub fn of_urls(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.within(self.url)
    }

    /// What a class, an id or their kin say.
    pub fn of_class(&self, name: &str) -> Families {
        Families(self.read(name) & (self.class | self.rule))
    }

    /// What the target of a link says.
    pub fn of_link(&self, url: &str) -> Families {
        Families(self.read(url) & self.link)
    }

    /// What the page's address says.
    pub fn of_url(&self, url: &str) -> Families {
        Families(self.read(url) & self.url)
    }

    fn add_family(&mut self, place: &'static str, name: &'static str, words: &str) {
        let bit = 1 << self.names.len();
        self.names.push(name);
        match place {
            "class" => self.class |= bit,
            "rule" => self.rule |= bit,
            "link" => self.link |= bit,
            _ => self.url |= bit,
        }
        for word in words.split_whitespace() {
            self.add_word(word, bit);
            if matches!(place, "class" | "rule") && word.contains('-') {
                self.add_word(&word.replace('-', ""), bit);
            }
        }
    }

    fn add_word(&mut self, word: &str, bit: u64) {
        let inner = word.trim_start_matches('^').trim_end_matches('$');
        let mut at = 0;
        if let Some(first) = inner.bytes().next().map(symbol) {
            self.pairs[usize::from(first)] |=
                inner.as_bytes().get(1).map_or(u32::MAX, |second| 1 << symbol(*second));
        }
        for symbol in inner.bytes().map(symbol).map(usize::from) {
            if self.steps[at].next[symbol] == 0 {
                self.steps[at].next[symbol] = self.steps.len() as u16;
                self.steps.push(NO_STEP);
            }
            at = usize::from(self.steps[at].next[symbol]);
        }
        let step = &mut self.steps[at];
        match (word.starts_with('^'), word.ends_with('$')) {
            (false, false) => step.anywhere |= bit,
            (true, false) => step.at_start |= bit,
            (false, true) => step.at_end |= bit,
            (true, true) => step.whole |= bit,
        }
    }

    fn read(&self, name: &str) -> u64 {
        let bytes = &name.as_bytes()[..name.len().min(READ_BYTES)];
        let (mut at, mut found) = (0, 0);
        while at < bytes.len() {
            let next = bytes.get(at + 1).map_or(0, |byte| symbol(*byte));
            if self.pairs[usize::from(symbol(bytes[at]))] >> next & 1 == 1 {
                found |= self.read_at(bytes, at);
            }
            at += 1;
        }
        found
    }

    /// Families of the words that begin at a byte.
    fn read_at(&self, bytes: &[u8], start: usize) -> u64 {
        let (mut step, mut found) = (&self.steps[0], 0);
        for at in start..bytes.len() {
            let next = step.next[usize::from(symbol(bytes[at]))];
            if next == 0 {
                break;
            }
            step = &self.steps[usize::from(next)];
            // Most steps are inside of words, where edges do not matter.
            if step.anywhere | step.at_start | step.at_end | step.whole == 0 {
                continue;
            }
            let (starts, ends) = (is_edge(bytes, start), is_edge(bytes, at + 1));
            found |= step.anywhere;
            found |= if starts { step.at_start } else { 0 };
            found |= if ends { step.at_end } else { 0 };
            found |= if starts && ends { step.whole } else { 0 };
        }
        found
    }
}

/// The symbol of each byte: asked for every letter of every class.
const SYMBOL: [u8; 256] = {
    let mut symbols = [0; 256];
    let mut byte = 0;
    while byte < symbols.len() {
        symbols[byte] = symbol_of(byte as u8);
        byte += 1;
    }
    symbols
};

fn symbol(byte: u8) -> u8 {
    SYMBOL[usize::from(byte)]
}

const fn symbol_of(byte: u8) -> u8 {
    match byte.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => letter - b'a',
        b'/' => 27,
        b'.' => 28,
        b'=' => 29,
        b'?' | b'&' => 30,
        b'#' => 31,
        _ => 26,
    }
}

/// True where a word starts or ends: at a sign, or where small letters turn to capitals.
fn is_edge(bytes: &[u8], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|i| bytes[i]), bytes.get(at)) else {
        return true;
    };
    !before.is_ascii_alphabetic()
        || !after.is_ascii_alphabetic()
        || (before.is_ascii_lowercase() && after.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(class: &str, wanted: &[&str]) {
        let lexicon = Lexicon::load();
        let found = lexicon.of_class(class);
        let names: Vec<_> =
            lexicon.of_classes().filter(|(n, _)| found.has(*n)).map(|(_, name)| name).collect();
        assert_eq!(names, wanted, "{class}");
    }

    #[test]
    fn reads_words_at_their_edges() {
        check("postBody", &["content", "body", "post"]);
        check("post_body", &["content", "body", "post"]);
        check("broad gradient", &[]);
        check("ad", &["aside-of-page", "advert"]);
        check("unnavigable", &["aside-of-page"]);
        check("", &[]);
    }

    #[test]
    fn tells_link_targets() {
        let lexicon = Lexicon::load();
        let names = |url| {
            lexicon
                .of_links()
                .filter(|(n, _)| lexicon.of_link(url).has(*n))
                .map(|(_, n)| n)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("#top"), ["fragment"]);
        assert_eq!(names("https://www.facebook.com/x"), ["social"]);
        assert_eq!(names("/category/news"), ["label"]);
    }
}
