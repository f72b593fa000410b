//! Sentences -> what each is worth by itself.
//!
//! Place in the story and in its paragraph, words of the title, words of the other sentences, names, figures, length, words of
//! news; less what stands in marks, hangs on what came before or tells of years long past. Weights: fitted to which of two
//! sentences an editor chose, on 109 articles with known choices, and rounded; judged on sixths that were left out, where what
//! did not help was dropped. Each moves the result by less than the choice of articles does.

use crate::facts::Facts;
use crate::facts::LineKind;
use crate::facts::document::Document;
use crate::order;
use crate::order::Map;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Sentence;
use crate::text::Spelling;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// For the first whole sentence; falls with the root of the place.
const PLACE: f32 = 1.75;
/// For the second and third whole sentence: leads often only set the scene.
const EARLY: f32 = 0.2;
/// For standing among so many whole sentences.
const FIRST: f32 = 0.35;
const FIRST_FEW: usize = 5;
/// For standing before the sentence that tells what the title does: a scene, a memory, a question.
const BEFORE_POINT: f32 = -0.45;
/// For opening a paragraph.
const PARAGRAPH: f32 = 0.35;
/// For all of the title's content words.
const TITLE: f32 = 0.65;
/// For the sentence whose words the others share most.
const CENTRAL: f32 = 0.55;
/// For an amount.
const FIGURE: f32 = 0.7;
/// For a date.
const WHEN: f32 = 0.55;
/// For opening with a name of several words.
const NAME_FIRST: f32 = 0.1;
/// For so many names.
const NAMES: f32 = 0.4;
const MANY_NAMES: f32 = 5.0;
/// For a full length. Units of the second: words.
const LENGTH: f32 = 1.1;
const FULL_LENGTH: f32 = 30.0;
/// For opening in marks without saying who speaks; and with it.
const UNATTRIBUTED: f32 = -0.5;
const ATTRIBUTED: f32 = -0.4;
/// For the share that stands in marks.
const QUOTED: f32 = -0.75;
/// From this share on, a sentence says no more than its quote.
const ALL_QUOTED: f32 = 0.95;
/// For speaking as "I" or "we".
const FIRST_PERSON: f32 = -0.3;
/// For opening with a pronoun or a linking word.
const HANGING: f32 = -0.3;
/// For opening with "after the …": what happened before is known to the reader of the whole.
const LOOKS_BACK: f32 = -0.2;
/// For naming a year before the last.
const LONG_PAST: f32 = -0.15;
/// For a word of news, of somebody's saying so, of what is to come.
const NEWS: f32 = 0.2;
const SAID: f32 = 0.15;
const AHEAD: f32 = 0.1;

/// A sentence of fewer words tells nothing. Units: words.
const FEWEST_WORDS: usize = 5;
/// Shorter words are seldom content. Units: characters.
const CONTENT_LENGTH: usize = 4;
/// Words that agree so far are forms of one. Units: characters.
const STEM: usize = 6;
/// More capitals than this make a headline. Units: share of the longer words.
const HEADLINE: f32 = 0.8;
/// Numbers that are years.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2099;
/// So many addresses make a post, not prose.
const MANY_LINKS: usize = 2;
/// How many of the title's words make it a reason. Units: share.
const TITLE_REASON: f32 = 0.4;
/// A lead with less of the title's words than this does not tell it. Units: share of the most that any sentence has.
const LEAD: f32 = 0.7;
/// The first sentence with so many tells it. Units: the same.
const POINT: f32 = 0.8;
/// It is looked for in so many. Units: whole sentences.
const POINT_REACH: usize = 6;

/// A sentence and its worth.
#[derive(Clone, Debug, Default)]
pub(super) struct Weighed {
    /// Higher is better.
    pub score: f32,
    /// Stems of its content words, sorted, each once.
    pub words: Vec<u32>,
    /// False for headings, captions, furniture and scraps.
    pub is_whole: bool,
    /// True where it opens with a pronoun or linking word.
    pub hangs: bool,
    /// What spoke for it.
    pub why: Vec<&'static str>,
}

impl Weighed {
    /// True where the sentence has the content word.
    pub fn has(&self, word: u32) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    /// Share of a title's words that it has.
    fn told(&self, title: &[u32]) -> f32 {
        title.iter().filter(|word| self.has(**word)).count() as f32 / title.len().max(1) as f32
    }
}

/// Weighs all sentences of a document.
pub(super) fn all(document: &Document, facts: &Facts) -> Vec<Weighed> {
    let mut stems = Stems::default();
    let title = title_words(document, &mut stems);
    let mut out: Vec<Weighed> = document.sentences.iter().map(|s| open(document, s, &mut stems)).collect();
    drop_captions(document, &mut out);
    let central = central(&out, stems.numbers.len());
    let marks = Marks::of(document, facts);
    out.iter_mut().for_each(|weighed| weighed.is_whole &= weighed.words != title);
    let point = point(&out, &title);
    let mut place = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let Some(weighed) = out.get_mut(index) else { break };
        let central = central.get(index).copied().unwrap_or_default();
        let clues = Clues { index, place, point, central, title: &title, marks: &marks };
        weigh(document, sentence, weighed, &clues);
        place += usize::from(weighed.is_whole);
    }
    out
}

/// What a sentence is weighed by beside its own words.
struct Clues<'a> {
    index: usize,
    place: usize,
    /// Place of the sentence that tells what the title does.
    point: usize,
    central: f32,
    title: &'a [u32],
    marks: &'a Marks,
}

/// Numbers for the stems of content words.
#[derive(Default)]
struct Stems {
    numbers: Map<String, u32>,
}

impl Stems {
    /// The content words of a run of tokens.
    fn of(&mut self, document: &Document, tokens: &Tokens, run: std::ops::Range<usize>) -> Vec<u32> {
        let smalls = document.language.table(Name::SmallWords);
        let mut out = Vec::new();
        for token in run {
            let word = tokens.folded(token);
            let is_word = matches!(tokens.kind(token), Some(Kind::Word | Kind::Number));
            if is_word && word.chars().count() >= CONTENT_LENGTH && !smalls.has(word) {
                let next = self.numbers.len() as u32;
                out.push(*self.numbers.get_or_insert_with(word.chars().take(STEM).collect(), |_| next));
            }
        }
        order::sort(&mut out);
        out.dedup();
        out
    }
}

fn title_words(document: &Document, stems: &mut Stems) -> Vec<u32> {
    let title = document.story.title.as_deref().unwrap_or("");
    let tokens = Tokens::of(title, &Spelling::default());
    stems.of(document, &tokens, 0..tokens.len())
}

/// The place of the whole sentence that first tells what the title does; 0 where the lead does, or none soon.
fn point(sentences: &[Weighed], title: &[u32]) -> usize {
    let told: Vec<f32> = sentences.iter().filter(|s| s.is_whole).map(|s| s.told(title)).collect();
    let most = told.iter().copied().fold(0.0, f32::max);
    if told.first().is_none_or(|lead| *lead >= LEAD * most) {
        return 0;
    }
    told.iter().take(POINT_REACH).position(|share| *share >= POINT * most).unwrap_or(0)
}

/// The sentence's words and its opening.
fn open(document: &Document, sentence: &Sentence, stems: &mut Stems) -> Weighed {
    let words = stems.of(document, &document.tokens, sentence.first..sentence.last);
    let hangs = hangs(document, sentence);
    Weighed { words, hangs, is_whole: is_whole(document, sentence), ..Weighed::default() }
}

/// The first word of a sentence, past its opening marks.
fn first_word(document: &Document, sentence: &Sentence) -> usize {
    let is_mark = |token: &usize| document.tokens.kind(*token) == Some(Kind::Mark);
    sentence.first + (sentence.first..sentence.last).take_while(is_mark).count()
}

/// `He`, `But`, `This …` (but `This week`).
fn hangs(document: &Document, sentence: &Sentence) -> bool {
    let first = first_word(document, sentence);
    let tables = &document.language;
    let is_hanging = tables.table(Name::HangingOpeners).length_at(&document.tokens, first) > 0;
    is_hanging && tables.table(Name::StandingOpeners).length_at(&document.tokens, first) == 0
}

/// What stands under a picture is not the story: all of a line that opens `In this June 3 photo, …`.
fn drop_captions(document: &Document, weighed: &mut [Weighed]) {
    let mut is_caption = false;
    for (sentence, weighed) in document.sentences.iter().zip(weighed) {
        is_caption = opens_caption(document, sentence) || is_caption && !opens_line(document, sentence);
        weighed.is_whole &= !is_caption;
    }
}

/// How far into a caption its picture is named. Units: tokens.
const CAPTION_REACH: usize = 12;

fn opens_caption(document: &Document, sentence: &Sentence) -> bool {
    let word = |at: usize| document.tokens.folded(sentence.first + at);
    let is_picture = |at: usize| word_list!["frame", "image", "photo", "photograph", "picture"].has(word(at));
    let is_named =
        |at: usize| word(at) == "," || word_list!["made", "provided", "released", "taken"].has(word(at));
    word(0) == "in"
        && word_list!["this", "a", "an"].has(word(1))
        && opens_line(document, sentence)
        && (2..CAPTION_REACH).any(|at| is_picture(at) && is_named(at + 1))
}

/// A sentence of the running text, with its stop.
fn is_whole(document: &Document, sentence: &Sentence) -> bool {
    let tokens = &document.tokens;
    let run = sentence.first..sentence.last;
    let words = run.clone().filter(|token| tokens.kind(*token) == Some(Kind::Word)).count();
    let closes = |token: &usize| tokens.mark(*token).is_some_and(|c| "\"”“’'»)]」』".contains(c));
    let last = run.rev().find(|token| !closes(token)).unwrap_or(sentence.first);
    let has_stop = tokens.word(last).ends_with(['.', '!', '?', '…', '。', '！', '？']);
    let opening = tokens.mark(sentence.first);
    let is_note = matches!(opening, Some('(' | '—' | '–' | '-' | '.' | '…' | '[' | '*' | '•' | '|'));
    let is_furniture = document.language.table(Name::FurnitureOpeners).length_at(tokens, sentence.first) > 0;
    let is_text = document.line_kind(sentence.first) == LineKind::Paragraph;
    let links =
        (sentence.first..sentence.last).filter(|token| tokens.kind(*token) == Some(Kind::Link)).count();
    // `What is a tide?`, by itself: a heading, or a line of a table of contents.
    let ends = tokens.mark(sentence.last.saturating_sub(1));
    let is_question =
        opens_line(document, sentence) && is_break(document, sentence.last) && ends == Some('?');
    let is_apart = is_note || is_furniture || links >= MANY_LINKS || is_question;
    let is_apart = is_apart || is_headline(document, sentence);
    words >= FEWEST_WORDS && has_stop && is_text && !is_apart
}

fn is_break(document: &Document, token: usize) -> bool {
    document.tokens.kind(token).is_none_or(|kind| kind == Kind::Break)
}

fn opens_line(document: &Document, sentence: &Sentence) -> bool {
    sentence.first.checked_sub(1).is_none_or(|token| is_break(document, token))
}

/// Nearly every longer word has a capital: a headline repeated in the text.
fn is_headline(document: &Document, sentence: &Sentence) -> bool {
    let tokens = &document.tokens;
    let (mut long, mut capitals) = (0, 0);
    for token in sentence.first..sentence.last {
        if tokens.kind(token) == Some(Kind::Word) && tokens.word(token).len() >= CONTENT_LENGTH {
            long += 1;
            capitals += i32::from(tokens.is_capital(token));
        }
    }
    !all_nouns_have_capitals(document) && capitals as f32 > HEADLINE * long as f32
}

fn all_nouns_have_capitals(document: &Document) -> bool {
    document.language.has(Name::NumberStyle, "capital-nouns")
}

/// How much of what the others say each sentence says; the most is 1.
fn central(sentences: &[Weighed], words: usize) -> Vec<f32> {
    let mut uses = vec![0u32; words];
    for sentence in sentences {
        for word in &sentence.words {
            uses[*word as usize] += 1;
        }
    }
    let shared = |sentence: &Weighed| {
        let others: u32 = sentence.words.iter().map(|word| uses[*word as usize] - 1).sum();
        others as f32 / ((sentence.words.len() as f32).sqrt() + 1.0)
    };
    let (mut all, mut most) = (Vec::with_capacity(sentences.len()), 1.0_f32);
    for sentence in sentences {
        let shared = shared(sentence);
        most = most.max(shared);
        all.push(shared);
    }
    for shared in &mut all {
        *shared /= most;
    }
    all
}

/// What was found, by sentence.
struct Marks {
    figures: Vec<bool>,
    dates: Vec<bool>,
    names: Vec<f32>,
}

impl Marks {
    fn of(document: &Document, facts: &Facts) -> Marks {
        let count = document.sentences.len();
        let mut marks =
            Marks { figures: vec![false; count], dates: vec![false; count], names: vec![0.0; count] };
        for quantity in &facts.quantities {
            set(&mut marks.figures, quantity.at.sentence, true);
        }
        for date in &facts.dates {
            set(&mut marks.dates, date.at.sentence, true);
        }
        for (index, sentence) in document.sentences.iter().enumerate() {
            set(&mut marks.names, index as u32, names(document, sentence));
        }
        marks
    }
}

fn set<T>(list: &mut [T], index: u32, value: T) {
    if let Some(slot) = list.get_mut(index as usize) {
        *slot = value;
    }
}

/// Capitals inside a sentence, as a share of many; none where all nouns have one.
fn names(document: &Document, sentence: &Sentence) -> f32 {
    if all_nouns_have_capitals(document) {
        return 0.0;
    }
    let tokens = &document.tokens;
    let is_name = |token: &usize| tokens.is_capital(*token) && tokens.kind(token - 1) == Some(Kind::Word);
    let count = (sentence.first + 1..sentence.last).filter(is_name).count() as f32;
    count.min(MANY_NAMES) / MANY_NAMES
}

fn weigh(document: &Document, sentence: &Sentence, weighed: &mut Weighed, clues: &Clues) {
    let (index, marks) = (clues.index, clues.marks);
    let title = weighed.told(clues.title);
    let place = 1.0 / (1.0 + clues.place as f32).sqrt();
    let has = |list: &[bool]| list.get(index).copied().unwrap_or(false);
    let (figure, date, names) =
        (has(&marks.figures), has(&marks.dates), marks.names.get(index).copied().unwrap_or(0.0));
    let one = |is: bool| if is { 1.0 } else { 0.0 };
    weighed.score = PLACE * place
        + EARLY * one(matches!(clues.place, 1 | 2))
        + FIRST * one(clues.place < FIRST_FEW)
        + BEFORE_POINT * one(clues.place < clues.point)
        + PARAGRAPH * one(opens_line(document, sentence))
        + NAME_FIRST * one(opens_with_name(document, sentence))
        + TITLE * title
        + CENTRAL * clues.central
        + FIGURE * one(figure)
        + WHEN * one(date)
        + NAMES * names
        + length(document, sentence)
        + voice(document, sentence)
        + HANGING * one(weighed.hangs)
        + LOOKS_BACK * one(looks_back(document, sentence))
        + LONG_PAST * one(is_long_past(document, sentence))
        + wording(document, sentence);
    let reasons = [
        ("lead", clues.place < 2),
        ("title", title >= TITLE_REASON),
        ("figure", figure),
        ("entities", names > 0.5),
        ("central", clues.central > 0.5),
    ];
    for (reason, holds) in reasons {
        if holds {
            weighed.why.push(reason);
        }
    }
}

/// Two words with capitals.
fn opens_with_name(document: &Document, sentence: &Sentence) -> bool {
    let tokens = &document.tokens;
    let is_part = |i: usize| tokens.is_capital(i) && tokens.kind(i) == Some(Kind::Word);
    !all_nouns_have_capitals(document) && is_part(sentence.first) && is_part(sentence.first + 1)
}

fn length(document: &Document, sentence: &Sentence) -> f32 {
    let is_word = |token: &usize| matches!(document.tokens.kind(*token), Some(Kind::Word | Kind::Number));
    let words = (sentence.first..sentence.last).filter(is_word).count() as f32;
    LENGTH * words.min(FULL_LENGTH) / FULL_LENGTH
}

/// What marks and "I" take from a sentence.
fn voice(document: &Document, sentence: &Sentence) -> f32 {
    let in_marks =
        (sentence.first..sentence.last).filter(|token| document.quoted_at(*token).is_some()).count();
    let share = in_marks as f32 / (sentence.last - sentence.first).max(1) as f32;
    let first = first_word(document, sentence);
    let opens = document.quoted_at(sentence.first).is_some() || document.quoted_at(first).is_some();
    let manner = match opens {
        false => 0.0,
        true if share < ALL_QUOTED => ATTRIBUTED,
        true => UNATTRIBUTED,
    };
    let selves = document.language.table(Name::FirstPerson);
    let is_first = (sentence.first..sentence.last).any(|token| selves.has(document.tokens.folded(token)));
    manner + QUOTED * share + if is_first { FIRST_PERSON } else { 0.0 }
}

/// What single words give a sentence, in English.
fn wording(document: &Document, sentence: &Sentence) -> f32 {
    const WORDS: [(f32, Words); 3] = [
        (
            NEWS,
            word_list![
                "agreed",
                "announced",
                "appointed",
                "approved",
                "arrested",
                "banned",
                "charged",
                "confirmed",
                "died",
                "discovered",
                "fined",
                "first",
                "found",
                "killed",
                "launched",
                "named",
                "new",
                "ordered",
                "passed",
                "resigned",
                "revealed",
                "ruled",
                "sentenced",
                "signed",
                "sued",
                "unveiled",
                "voted",
                "warned",
                "won",
            ],
        ),
        (SAID, word_list!["added", "said", "says", "told"]),
        (AHEAD, word_list!["could", "expected", "may", "planned", "plans", "will", "would"]),
    ];
    if !document.language.is_english() {
        return 0.0;
    }
    let has =
        |words: &Words| (sentence.first..sentence.last).any(|token| words.has_at(&document.tokens, token));
    WORDS.iter().filter(|(_, words)| has(words)).map(|(worth, _)| worth).sum()
}

/// `In 2009 …` of a story of 2019.
fn is_long_past(document: &Document, sentence: &Sentence) -> bool {
    let year = |text: &str| text.parse::<i64>().ok().filter(|year| YEARS.contains(year));
    let published = document.story.published.as_deref().and_then(|day| year(day.get(..4)?));
    let is_before = |token: usize| {
        year(document.tokens.folded(token)).zip(published).is_some_and(|(year, now)| year < now - 1)
    };
    (sentence.first..sentence.last).any(is_before)
}

/// `After the meeting`, `During those talks`.
fn looks_back(document: &Document, sentence: &Sentence) -> bool {
    let tables = &document.language;
    let opener = tables.table(Name::BackOpeners).longest_at(&document.tokens, sentence.first);
    opener.is_some_and(|(length, _)| {
        tables.has(Name::KnownDeterminers, document.tokens.folded(sentence.first + length))
    })
}
