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
    /// Full stops, question and exclamation marks of any script before a space or the end.
    pub stops: u32,
    /// Commas of any script.
    pub commas: u32,
    /// Characters that are no white space.
    pub visible: u32,
    /// Of scripts without spaces.
    wide: u32,
    in_word: bool,
    /// The last visible character.
    pub last: Option<char>,
    /// The first visible character.
    pub first: Option<char>,
}

/// What the text stands in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Within {
    /// A link.
    pub link: bool,
    /// Bold text.
    pub bold: bool,
}

/// Words a passage needs to count as running text. Source: shortest sentences of prose, as in the probe.
const RUNNING_WORDS: u32 = 12;

impl Tally {
    /// Adds a text node.
    pub fn add(&mut self, text: &str, within: Within) {
        for c in text.chars() {
            self.add_char(c, within);
        }
    }

    fn add_char(&mut self, c: char, within: Within) {
        if c.is_whitespace() {
            self.in_word = false;
            return;
        }
        self.visible += 1;
        self.first.get_or_insert(c);
        self.last = Some(c);
        if c.is_alphanumeric() || c == '_' {
            self.add_letter(c, within);
        } else {
            self.in_word = false;
            self.stops += u32::from(is_stop(c));
            self.commas += u32::from(is_comma(c));
        }
    }

    fn add_letter(&mut self, c: char, within: Within) {
        self.letters += 1;
        self.link_letters += u32::from(within.link);
        self.bold_letters += u32::from(within.bold);
        self.digits += u32::from(c.is_numeric());
        self.capitals += u32::from(c.is_uppercase());
        if is_unspaced(c) {
            self.wide += 1;
            self.words += self.wide & 1;
            self.in_word = false;
        } else if !self.in_word {
            self.words += 1;
            self.in_word = true;
        }
    }

    /// Ends a word at an element that breaks lines.
    pub fn end_word(&mut self) {
        self.in_word = false;
    }

    /// Share of letters inside links. Units: ratio.
    pub fn link_share(&self) -> f32 {
        self.link_letters as f32 / self.letters.max(1) as f32
    }

    /// Words, if the passage reads like running text; else 0.
    pub fn running_words(&self) -> u32 {
        let runs = self.words >= RUNNING_WORDS && self.stops + self.commas > 0 && self.link_share() < 0.4;
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
    matches!(c, ',' | ';' | '，' | '、' | '；' | '،' | '؛' | '፣' | '၊')
}

/// True for letters of scripts written without spaces: Thai to Burmese, Khmer, kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
