//! Quoted spans -> those that are somebody's words.
//!
//! Marks also stand around titles, names and words a writer keeps at a distance. A clause in marks is somebody's words; a
//! fragment only where a verb of speech is near it; a name never, unless the verb touches it.

use super::Quoted;
use crate::facts::document::Document;
use crate::rules::languages::Name;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// From so many words on, marks hold a clause. Units: words.
const CLAUSE: usize = 7;
/// Up to so many words, a fragment needs its verb right beside it. Units: words.
const SCRAP: usize = 2;
/// How far a verb stands "right beside". Units: tokens.
const BESIDE: usize = 3;
/// How far a verb stands in a clause. Units: tokens.
const CLAUSE_REACH: usize = 30;
/// Longer titles are not met. Units: words.
const LONGEST_TITLE: usize = 10;

/// True for somebody's words. `spoken_before`: the span before was, too.
pub(super) fn is_speech(document: &Document, quoted: &Quoted, spoken_before: Option<&Quoted>) -> bool {
    let words =
        (quoted.first..quoted.last).filter(|token| document.tokens.kind(*token) == Some(Kind::Word)).count();
    if words == 0 || is_code(document, quoted) {
        return false;
    }
    if cue_follows(document, quoted) {
        return true;
    }
    // `with a tutor three times a week (“high-dosage”)`: how something is called.
    let is_gloss = words <= SCRAP
        && mark_before(document, quoted) == Some('(')
        && document.tokens.mark(quoted.after()) == Some(')');
    // `(see ‘How it is counted’)`.
    let see = quoted.before().saturating_sub(1);
    let is_reference = document.tokens.is(see, "see")
        && see.checked_sub(1).is_some_and(|i| document.tokens.mark(i).is_some());
    if is_gloss
        || is_reference
        || is_title(document, quoted, words)
        || is_introduced_as_name(document, quoted)
    {
        return false;
    }
    let sentence = |quoted: &Quoted| document.sentence_of(quoted.before());
    let goes_on = words == SCRAP && spoken_before.is_some_and(|before| sentence(before) == sentence(quoted));
    words >= CLAUSE || goes_on || is_reported(document, quoted, words)
}

/// `,” he said`, `?” asked Li`: the close or a comma, then a verb of speech in the same sentence, close by.
fn cue_follows(document: &Document, quoted: &Quoted) -> bool {
    let tokens = &document.tokens;
    let last = quoted.end_of_words(tokens).saturating_sub(1);
    let after = quoted.after();
    let is_open = matches!(tokens.mark(last), Some(',' | '?' | '!' | '…' | '-' | '—'))
        || tokens.mark(after) == Some(',');
    if !is_open || tokens.kind(after) == Some(Kind::Break) {
        return false;
    }
    let stops = |token: &usize| {
        tokens.kind(*token) == Some(Kind::Break) || matches!(tokens.mark(*token), Some('.' | ';' | ':'))
    };
    let start = after + usize::from(tokens.mark(after) == Some(','));
    // `“Good man,” his neighbour of twenty years, John Orr, said.`: a sentence that opens with words before a comma is theirs.
    let sentence = document.sentence(quoted.before());
    let is_opening = tokens.mark(last) == Some(',') && sentence.first == quoted.before();
    if is_opening && cue_later(document, quoted, sentence.last) {
        return true;
    }
    let in_reach = |reach: usize| (start..start + reach).take_while(|token| !stops(token));
    // `an act of “vandalism”, the miners’ union has said.`: the sentence ends in the verb.
    let is_small = start > after && tokens.word(quoted.first).starts_with(char::is_lowercase);
    let closes = |token: usize| is_small && tokens.mark(token + 1) == Some('.') && is_cue(document, token);
    in_reach(BESIDE).any(|token| is_cue(document, token)) || in_reach(CLAUSE).any(closes)
}

fn is_cue(document: &Document, token: usize) -> bool {
    let is_english = document.language.is_english();
    is_english && (lexicons::CUES.has_at(&document.tokens, token) || speaks_of(&document.tokens, token))
        || document.language.table(Name::Cues).length_at(&document.tokens, token) > 0
}

/// `spoke of “anxiety”`, `as she put it`, `she shares with the paper`: verbs that are of speech with the word beside them alone.
pub(crate) fn speaks_of(tokens: &Tokens, token: usize) -> bool {
    let before = tokens.folded_before(token, 1);
    word_list!["speaks", "spoke", "talked", "talks"].has_at(tokens, token) && tokens.is(token + 1, "of")
        || word_list!["put", "puts"].has_at(tokens, token) && tokens.is(token + 1, "it")
        || tokens.is(token, "shares") && (word_list!["he", "she"].has(before) || tokens.is(token + 1, "with"))
}

/// `“Super Mario Run,”`: every word that a title writes with a capital has one, and no sentence ends in it.
fn is_title(document: &Document, quoted: &Quoted, words: usize) -> bool {
    let tokens = &document.tokens;
    let smalls = document.language.table(Name::TitleSmalls);
    let is_capital = |token: usize| {
        !tokens.word(token).starts_with(char::is_lowercase) || smalls.has(tokens.folded(token))
    };
    let all_capital =
        (quoted.first..quoted.last).filter(|token| tokens.kind(*token) == Some(Kind::Word)).all(is_capital);
    let opens_small = tokens.word(quoted.first).starts_with(char::is_lowercase);
    let is_sentence = tokens.mark(quoted.last.saturating_sub(1)) == Some('.') && words > LONGEST_TITLE / 2;
    let is_whole_line =
        tokens.kind(quoted.after()).is_none_or(|kind| kind == Kind::Break) && stands_first(document, quoted);
    all_capital && !opens_small && words <= LONGEST_TITLE && !is_sentence && !is_whole_line
}

fn mark_before(document: &Document, quoted: &Quoted) -> Option<char> {
    quoted.before().checked_sub(1).and_then(|token| document.tokens.mark(token))
}

fn stands_first(document: &Document, quoted: &Quoted) -> bool {
    let before = quoted.before().checked_sub(1);
    before.is_none_or(|token| document.tokens.kind(token) == Some(Kind::Break))
}

/// `the word “We”`, `dubbed “DisGrace”`.
fn is_introduced_as_name(document: &Document, quoted: &Quoted) -> bool {
    let table = document.language.table(Name::NameOpeners);
    let before = quoted.before();
    let starts = before.saturating_sub(BESIDE)..before;
    let ends_here = |start: usize| {
        let length = table.length_at(&document.tokens, start);
        length > 0 && start + length == before
    };
    let is_lone_word = quoted.last - quoted.first <= CLAUSE;
    // `what officials called the “outdated and unfair” rule`: how it is, not what it is called.
    let next = quoted.after();
    let back = |n: usize| document.tokens.folded_before(before, n);
    let is_rule = document.tokens.kind(next) == Some(Kind::Word)
        && !document.language.has(Name::PhraseStops, document.tokens.folded(next))
        && back(2) == "called";
    // `calling the show “a joke”`.
    let is_verdict = word_list!["called", "calling", "calls"].has(back(3));
    let describes =
        document.tokens.word(quoted.first).starts_with(char::is_lowercase) && (is_rule || is_verdict);
    is_lone_word && !describes && starts.into_iter().any(ends_here)
}

/// An address or a number in marks.
fn is_code(document: &Document, quoted: &Quoted) -> bool {
    let is_plain = |token: usize| !matches!(document.tokens.kind(token), Some(Kind::Word | Kind::Possessive));
    (quoted.first..quoted.last).all(is_plain)
}

/// A fragment in a sentence that says somebody said it; `According to Li, it was “quite dark”` says so from its first word.
fn is_reported(document: &Document, quoted: &Quoted, words: usize) -> bool {
    let tokens = &document.tokens;
    let sentence = document.sentence(quoted.before());
    let last = tokens.mark(quoted.last.saturating_sub(1));
    let mark_before = mark_before(document, quoted);
    let opens_whole = stands_first(document, quoted) || matches!(mark_before, Some('.' | '!' | '?'));
    let is_whole = opens_whole && matches!(last, Some('.' | '!' | '?'));
    let colon = mark_before == Some(':');
    let is_told = is_cue(document, sentence.first) && sentence.first < quoted.before();
    // `said it rose this year, “significantly” raising costs`: who doubts a word seldom doubts how something is done.
    let opening = tokens.word(quoted.first);
    const KINDS: Words = word_list!["deadly", "early", "elderly", "family", "friendly", "likely", "only"];
    let is_manner = opening.ends_with("ly") && opening.starts_with(char::is_lowercase) && !KINDS.has(opening);
    let follows_as = follows_as(document, quoted);
    let is_scrap = words <= SCRAP && !follows_as && !is_told && !is_manner;
    let reach =
        if is_phrase(document, quoted) || is_judged(document, quoted, words) { CLAUSE_REACH } else { BESIDE };
    let from = if is_scrap { quoted.before().saturating_sub(reach) } else { sentence.first };
    let before = (from.max(sentence.first)..quoted.before()).any(|token| is_cue(document, token));
    is_whole
        || colon
        || before
        || ((words > SCRAP || is_manner || follows_as) && cue_later(document, quoted, sentence.last))
}

/// `called the meeting a “failure”`, `said they would take “robust steps” in May`: a phrase of its own, which a writer who
/// kept his distance from a word would seldom end in it. Not `said the “dead” deal`.
fn is_phrase(document: &Document, quoted: &Quoted) -> bool {
    let next = quoted.after();
    let ends_in_mark = matches!(document.tokens.mark(quoted.last.saturating_sub(1)), Some(',' | '.'));
    let closes = ends_in_mark
        || document.tokens.kind(next) != Some(Kind::Word)
        || document.language.has(Name::PhraseStops, document.tokens.folded(next));
    document.language.is_english() && closes
}

/// `worried by the “very serious” claims`, `only “to mock” her`: two words of which the first weighs or denies the second, or says
/// what for; a term is made of two nouns (`a “direction discrimination” task`).
fn is_judged(document: &Document, quoted: &Quoted, words: usize) -> bool {
    let opening = document.tokens.word(quoted.first);
    let weighs =
        word_list!["less", "more", "most", "no", "not", "quite", "so", "to", "too", "very"].has(opening);
    document.language.is_english() && words == SCRAP && weighs
}

/// `described it as a “game-changer”`.
fn follows_as(document: &Document, quoted: &Quoted) -> bool {
    let as_words = document.language.table(Name::AsWords);
    (1..=2).any(|back| {
        quoted.before().checked_sub(back).is_some_and(|token| as_words.has(document.tokens.folded(token)))
    })
}

/// A verb of speech after a fragment, or `according to`, up to the sentence's end.
fn cue_later(document: &Document, quoted: &Quoted, end: usize) -> bool {
    let tokens = &document.tokens;
    let is_source = |token: usize| tokens.is(token, "according") && tokens.is(token + 1, "to");
    (quoted.after()..end)
        .any(|token| document.quoted_at(token).is_none() && (is_cue(document, token) || is_source(token)))
}

#[cfg(test)]
mod tests {
    use crate::facts::Story;
    use crate::facts::document::Document;
    use crate::facts::quotes::find;

    fn check(text: &str, expected: &[&str]) {
        let story = Story { text: text.to_owned(), ..Story::default() };
        let document = Document::of(&story);
        let found: Vec<&str> =
            find(&document).iter().map(|q| &text[q.start as usize..q.end as usize]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_of_somebody() {
        check("“Yes,” said Li. “No!” she cried. He called it “a mess”.", &["Yes,", "No!", "a mess"]);
        check(
            "He said it would “surpass the alliances” of old and “bring peace”.",
            &["surpass the alliances", "bring peace"],
        );
        check("It is an act of “plain vandalism”, a trade union has said.", &["plain vandalism"]);
        check("Trump has described it as a “game-changer” for all.", &["game-changer"]);
        check("“It is cool,” he said. “It will be fun.”", &["It is cool,", "It will be fun."]);
        check("The union called the whole long meeting a “failure”, and left.", &["failure"]);
        check("He said the plan of the board had been a “failure” but not a “quack” cure.", &["failure"]);
        check("Gates spoke of “anxiety” in the corps. They spoke to the “interim” chief.", &["anxiety"]);
        check("Acme said use rose by far this year, “significantly” raising costs.", &["significantly"]);
        check("None of the “potentially hundreds” of buyers came, Levy said.", &["potentially hundreds"]);
        check("He said on Monday that he knew of the “very serious” claims.", &["very serious"]);
        check(
            "He accused the old chief of the group of “fanatic haste.” The rest left.",
            &["fanatic haste."],
        );
        check("He indicated that the old group would take “robust steps” in May.", &["robust steps"]);
    }

    #[test]
    fn names_titles_and_distance() {
        check("They announced “Super Mario Run,” the first game. To see “Blue House” is to love it.", &[]);
        check("The “interim” government and the word “we” in a “fake news” site.", &[]);
        check("Dubbed “gucci grace” for her shopping, he said.", &[]);
        check("The study says help thrice a week (“high-dosage”) works.", &[]);
        check("He said nothing of the old and “friendly” neighbour.", &[]);
        check("He asked all of the five to do a “sound discrimination” task.", &[]);
        check("He said it grew by much (as told; see “How it is counted”).", &[]);
        check("He left, calling the show “a total joke for all”.", &["a total joke for all"]);
        check("He called the song “Total Joke” and liked the show “total joke”.", &[]);
        check(
            "It ends what Orr called the “unfair and old” rule, called the “old rule”.",
            &["unfair and old"],
        );
    }
}
