//! A passage's text in numbers, counted once, character by character. Language-free.

/// Counts over a passage's text.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Words; of scripts without spaces, half the characters.
    pub words: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Those of them inside links.
    pub link_letters: u32,
    /// Those of them in bold.
    pub bold_letters: u32,
    /// Capitals.
    pub capitals: u32,
    /// Digits.
    pub digits: u32,
    /// Full stops, question and exclamation marks of any script.
    pub stops: u32,
    /// Commas of any script.
    pub commas: u32,
    /// Characters that are no white space.
    pub visible: u32,
    /// Signs of lists and legal lines: `©`, `|`, `•`, `›`, `@`, currencies.
    pub signs: Signs,
    /// Line breaks inside.
    pub breaks: u32,
    /// The last visible character.
    pub last: Option<char>,
    /// The first visible character.
    pub first: Option<char>,
    /// Of scripts without spaces.
    unspaced: u32,
    /// Hash of the word so far; 0 between words.
    word: u32,
    /// The word so far as a number; [`NO_NUMBER`] if it is none.
    number: u32,
}

/// Which telling signs occur.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// `©`, `®`.
    pub rights: bool,
    /// `|`, `•`, `›`, `»`, `·`.
    pub dividers: bool,
    /// `@`, `#`.
    pub handles: bool,
    /// `$`, `€`, `£`, `¥`, `₹`.
    pub currency: bool,
    /// A number of four digits that starts with 19 or 20.
    pub year: bool,
}

/// What the text stands in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Within {
    /// A link.
    pub link: bool,
    /// Bold text.
    pub bold: bool,
}

/// Words a passage needs to count as running text. Source: the study's probe.
const RUNNING_WORDS: u32 = 12;

/// Link share above which a passage is a list of links. Units: ratio. Source: the study's probe.
const RUNNING_LINK_SHARE: f32 = 0.4;

/// Not a number. Numbers stay below it, so that the next digit cannot overflow.
const NO_NUMBER: u32 = 1_000_000;

/// Numbers that read as a year.
const YEARS: std::ops::Range<u32> = 1900..2100;

/// Start of every hash. Source: FNV-1a, 32 bits.
pub const HASH_START: u32 = 0x811c_9dc5;
const HASH_STEP: u32 = 0x0100_0193;

/// One step of a hash over numbers. Source: FNV-1a, with a whole number in place of a byte.
pub fn hash(state: u32, value: u32) -> u32 {
    (state ^ value).wrapping_mul(HASH_STEP)
}

impl Tally {
    /// Adds a text node; `words` gets the hash of each word that ends.
    pub fn add(&mut self, text: &str, within: Within, words: &mut Vec<u32>) {
        let before = (self.letters, self.capitals);
        for c in text.chars() {
            if c.is_ascii_alphanumeric() || c == '_' {
                self.add_letter(c);
            } else if c.is_ascii_whitespace() {
                self.end_word(words);
            } else {
                self.add_other(c, words);
            }
        }
        let letters = self.letters - before.0;
        self.link_letters += if within.link { letters } else { 0 };
        self.bold_letters += if within.bold { letters } else { 0 };
        self.first = self.first.or_else(|| text.trim_start().chars().next());
        self.last = text.trim_end().chars().next_back().or(self.last);
        self.visible += letters;
    }

    fn add_letter(&mut self, c: char) {
        self.letters += 1;
        self.digits += u32::from(c.is_ascii_digit());
        self.capitals += u32::from(c.is_ascii_uppercase());
        let state = if self.word == 0 { HASH_START } else { self.word };
        self.word = hash(state, u32::from(c.to_ascii_lowercase())).max(1);
        self.number = match c.to_digit(10) {
            Some(digit) if self.number < NO_NUMBER / 10 => self.number * 10 + digit,
            _ => NO_NUMBER,
        };
    }

    fn add_other(&mut self, c: char, words: &mut Vec<u32>) {
        if c.is_whitespace() {
            self.end_word(words);
        } else if joins(c) {
            self.word = if self.word == 0 { 0 } else { hash(self.word, u32::from(c)).max(1) };
        } else if !c.is_alphanumeric() {
            self.end_word(words);
            self.add_sign(c);
        } else if is_unspaced(c) {
            self.end_word(words);
            self.letters += 1;
            self.unspaced += 1;
            words.push(hash(HASH_START, u32::from(c)));
            self.words += self.unspaced & 1;
        } else {
            self.add_letter(c);
            self.capitals += u32::from(c.is_uppercase());
        }
    }

    fn add_sign(&mut self, c: char) {
        self.visible += 1;
        self.stops += u32::from(is_stop(c));
        self.commas += u32::from(is_comma(c));
        match c {
            '©' | '®' => self.signs.rights = true,
            '|' | '•' | '›' | '»' | '·' => self.signs.dividers = true,
            '@' | '#' => self.signs.handles = true,
            '$' | '€' | '£' | '¥' | '₹' => self.signs.currency = true,
            _ => {}
        }
    }

    /// Ends a word, as at an element that breaks lines.
    pub fn end_word(&mut self, words: &mut Vec<u32>) {
        if self.word != 0 {
            words.push(self.word);
            self.words += 1;
            self.signs.year |= YEARS.contains(&self.number);
            (self.word, self.number) = (0, 0);
        }
    }

    /// Share of letters inside links. Units: ratio.
    pub fn link_share(&self) -> f32 {
        self.link_letters as f32 / self.letters.max(1) as f32
    }

    /// Words, if the passage reads like running text; else 0.
    pub fn running_words(&self) -> u32 {
        let runs = self.words >= RUNNING_WORDS
            && self.stops + self.commas > 0
            && self.link_share() < RUNNING_LINK_SHARE;
        if runs { self.words } else { 0 }
    }
}

/// Sentence ends of the scripts the web is written in.
pub fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '။'
            | '។'
    )
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '，' | '、' | '；' | '：' | '،' | '؛' | '፣' | '၊')
}

/// True for marks inside a word that are no letters by themselves: accents that stand apart, Arabic and Hebrew points,
/// the joiners, and nukta and virama of the scripts of India, which lie in blocks of 128 laid out alike.
fn joins(c: char) -> bool {
    let in_block = u32::from(c) & 0x7f;
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{200c}' | '\u{200d}')
        || (matches!(c, '\u{900}'..='\u{dff}') && matches!(in_block, 0x3c | 0x4d))
        || c == '\u{dca}'
}

/// True for letters of scripts written without spaces: Thai to Burmese, Khmer, kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Tally {
        let (mut tally, mut words) = (Tally::default(), Vec::new());
        tally.add(text, Within::default(), &mut words);
        tally.end_word(&mut words);
        tally
    }

    fn check(text: &str, words: u32, letters: u32, stops: u32) {
        let tally = count(text);
        assert_eq!((tally.words, tally.letters, tally.stops), (words, letters, stops), "{text}");
    }

    #[test]
    fn counts_words_of_every_script() {
        check("Two words.", 2, 8, 1);
        check("  well-known, isn\u{2019}t it?", 5, 15, 1);
        check("私は本を読みます。", 4, 8, 1);
        check("Привет, мир!", 2, 9, 1);
        check("बच्चे नदी पर गए।", 4, 11, 1);
        check("می\u{200c}خواهم بروم؟", 2, 11, 1);
        check("cafe\u{301} noir", 2, 8, 0);
        check("ไปตลาด", 3, 6, 0);
        check("", 0, 0, 0);
    }

    #[test]
    fn notices_signs_and_years() {
        assert!(count("© 2024").signs.rights && count("© 2024").signs.year);
        assert!(!count("20240 or 1899").signs.year);
        assert!(count("€5 | £4").signs.currency && count("a | b").signs.dividers);
    }
}
