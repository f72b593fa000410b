//! A span -> what stands around it says who speaks.
//!
//! In: a span and the spans before it with their voices. Out: its [`Voice`], from a verb of speech in its sentence
//! ([`told`]) or, where there is none, carried on from the words before ([`carried`]).

use super::Past;
use super::Scene;
use super::Via;
use super::Voice;
use super::clause;
use super::phrase::Subject;
use super::resolve;
use crate::facts::names::Kind as NameKind;
use crate::facts::quotes::Quoted;
use crate::text::Kind;
use crate::text::is_dash;
use crate::text::is_quote;
use crate::text::word_list;

/// What a span's own sentence says.
pub(super) enum Told {
    /// Who speaks.
    By(Voice),
    /// There is a verb of speech, but nobody certain.
    Unclear,
    /// There is no verb of speech.
    Silent,
}

/// Words of a name that signs a quote at most.
const MOST_SIGNED: usize = 5;
/// Lines that one speaker's words run over, at most.
const MOST_LINES: usize = 20;
/// Sentences between the words before and these that may be carried over: the one that names the speaker.
const MOST_BETWEEN: usize = 1;

/// The voice that the span's own sentence tells.
pub(super) fn told(scene: &Scene, past: &Past, span: &Quoted) -> Told {
    if is_put_to(scene, span) {
        return Told::Unclear;
    }
    let is_open = ends_open(scene, span);
    // `Smith called it “…”, Reuters reported.`: the paper tells what he said.
    let relays = |(_, cue): &(Subject, usize)| {
        scene.document.tokens.is(*cue, "reported")
            && scene.document.tokens.mark(span.after()) == Some(',')
            && sentence_start(scene, span) < span.before()
    };
    let found = if is_open {
        let after = after(scene, span);
        after.clone().filter(|told| !relays(told)).or_else(|| before(scene, span)).or(after)
    } else {
        before(scene, span).or_else(|| if goes_on(scene, span) { after(scene, span) } else { None })
    };
    let signed = || signature(scene, after_start(scene, span), after_end(scene, span));
    match found.or_else(signed).or_else(|| announced(scene, span)).or_else(|| recalled(scene, span)) {
        Some((subject, cue)) => resolve::voice(scene, past, &subject, cue).map_or(Told::Unclear, Told::By),
        None => match split(scene, past, span) {
            Some(voice) => Told::By(voice),
            None if has_cue(scene, span) => Told::Unclear,
            None => Told::Silent,
        },
    }
}

/// `Smith was asked, “…?”`: a question that somebody else puts.
fn is_put_to(scene: &Scene, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let mark = usize::from(matches!(tokens.mark(span.before().wrapping_sub(1)), Some(',' | ':')));
    let cue = span.before().checked_sub(1 + mark);
    cue.is_some_and(|cue| tokens.is(cue, "asked") && clause::is_passive(tokens, cue))
}

/// `“…,” said Mary Smith, a lawyer, “and …”`: the sentence goes on with the words of the speaker who cut it in two.
fn split(scene: &Scene, past: &Past, span: &Quoted) -> Option<Voice> {
    let tokens = &scene.document.tokens;
    let (before, voice) = past.last()?;
    let voice = voice?;
    let between = before.after()..span.before();
    let is_cut = voice.cue == Some(after_start(scene, before)) && ends_open(scene, before);
    let goes_on = matches!(tokens.mark(span.before().wrapping_sub(1)), Some(',' | '—' | '–'));
    let is_one = scene.document.line_of(before.first) == scene.document.line_of(span.first)
        && stops(scene, between.clone()) == 0;
    let is_only = between.filter(|i| clause::is_cue(tokens, *i)).count() == 1;
    (is_cut && goes_on && is_one && is_only).then(|| carried_on(voice))
}

/// True where the words stop at a comma, a question or a cry, so that their verb may follow.
fn ends_open(scene: &Scene, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let last = tokens.mark(span.end_of_words(tokens).saturating_sub(1));
    matches!(last, Some(',' | '?' | '!' | '…' | '-' | '—' | '–')) || tokens.mark(span.after()) == Some(',')
}

/// True where the sentence goes on after the span.
fn goes_on(scene: &Scene, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let after = after_start(scene, span);
    tokens.kind(after) == Some(Kind::Word) && !tokens.is_capital(after)
        || matches!(tokens.mark(after), Some(',' | '—' | '–'))
}

/// Tokens after the span, up to the next quote or the sentence's end.
fn after_end(scene: &Scene, span: &Quoted) -> usize {
    let tokens = &scene.document.tokens;
    let next = scene.document.quoted.partition_point(|quoted| quoted.first <= span.first);
    // `said Mary “Moll” Smith`: marks inside a name.
    let is_nickname =
        |quoted: &&Quoted| scene.names.at(quoted.first).is_some_and(|(m, _)| m.first < quoted.before());
    let mut later = scene.document.quoted.iter().skip(next);
    let ceiling = later.find(|quoted| !is_nickname(quoted)).map_or(tokens.len(), Quoted::before);
    let goes_on = |i: usize| matches!(tokens.mark(i + 1), Some(',' | ')'));
    let stops = |i: &usize| {
        tokens.kind(*i) == Some(Kind::Break)
            || tokens.mark(*i).is_some_and(|c| matches!(c, '.' | ';' | ':' | '!' | '?')) && !goes_on(*i)
    };
    (after_start(scene, span)..ceiling).find(stops).unwrap_or(ceiling)
}

fn after(scene: &Scene, span: &Quoted) -> Option<(Subject, usize)> {
    let (start, end) = (after_start(scene, span), after_end(scene, span));
    let tokens = &scene.document.tokens;
    let is_comma = tokens.mark(span.end_of_words(tokens).saturating_sub(1)) == Some(',');
    let told = clause::after_words(scene, start, end).or_else(|| signature(scene, start, end));
    told.or_else(|| if is_comma { clause::doer(scene, start, end) } else { None })
}

/// The token after the span and whatever marks still close it.
fn after_start(scene: &Scene, span: &Quoted) -> usize {
    let tokens = &scene.document.tokens;
    let closes = |i: usize| tokens.is_glued(i) && tokens.mark(i).is_some_and(is_quote);
    (span.after()..).find(|i| !closes(*i)).unwrap_or(span.after())
}

/// `“…” ― Mary Smith` at the end of a line.
fn signature(scene: &Scene, start: usize, end: usize) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let is_dash = tokens.mark(start).is_some_and(is_dash);
    let ends_line = tokens.kind(end).is_none_or(|kind| kind == Kind::Break)
        || tokens.mark(end) == Some('.') && tokens.kind(end + 1).is_none_or(|kind| kind == Kind::Break);
    let is_short = end > start + 1 && end <= start + 1 + MOST_SIGNED;
    let is_name = (start + 1..end)
        .all(|i| tokens.is_capital(i) || !tokens.folded(i).is_empty() && tokens.kind(i) == Some(Kind::Word));
    if !(is_dash && ends_line && is_short && is_name && tokens.is_capital(start + 1)) {
        return None;
    }
    let named = scene.names.at(start + 1).filter(|(m, _)| m.first == start + 1 && m.end == end);
    let words = start + 1..end;
    let subject = named.map_or(Subject::Role(words.clone(), end - 1), |(_, i)| Subject::Named(i, words));
    Some((subject, start))
}

/// First token of the span's sentence; the span itself in `said Smith.“And …`, where a space is missing.
fn sentence_start(scene: &Scene, span: &Quoted) -> usize {
    let tokens = &scene.document.tokens;
    let stop = span.before().wrapping_sub(1);
    if tokens.is_glued(span.before()) && matches!(tokens.mark(stop), Some('.' | '!' | '?')) {
        return span.before();
    }
    let sentence = scene.document.sentence_of(span.before());
    scene.document.sentences.get(sentence).map_or(span.before(), |s| s.first)
}

fn before(scene: &Scene, span: &Quoted) -> Option<(Subject, usize)> {
    clause::before_words(scene, sentence_start(scene, span), span.before())
}

/// A line before that ends in a colon, or what ends in one right before: `Trump hit back on Friday:`.
fn announced(scene: &Scene, span: &Quoted) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let is_text = |i: &usize| tokens.kind(*i) != Some(Kind::Break);
    let colon = (0..span.before()).rev().find(is_text).filter(|i| tokens.mark(*i) == Some(':'))?;
    let sentence = scene.document.sentences.get(scene.document.sentence_of(colon))?;
    let by_cue = clause::before_words(scene, sentence.first, colon);
    by_cue.or_else(|| clause::first_subject(scene, sentence.first..colon).map(|subject| (subject, colon)))
}

/// `“…” That is what Mary Smith said in May.`: the sentence that follows tells whose words those were.
fn recalled(scene: &Scene, span: &Quoted) -> Option<(Subject, usize)> {
    let tokens = &scene.document.tokens;
    let is_text = |i: &usize| tokens.kind(*i) != Some(Kind::Break);
    let that = (after_start(scene, span)..).find(is_text).filter(|i| tokens.is(*i, "that"))?;
    let is_told = word_list!["'s", "is", "was"].has_at(tokens, that + 1) && tokens.is(that + 2, "what");
    let sentence = scene.document.sentences.get(scene.document.sentence_of(that)).filter(|_| is_told)?;
    let cue = (that..sentence.last).find(|i| clause::is_cue(tokens, *i))?;
    clause::before_words(scene, that + 3, cue + 1)
}

/// True where a verb of speech stands in the sentence, outside of quotes.
fn has_cue(scene: &Scene, span: &Quoted) -> bool {
    let is_cue =
        |i: usize| scene.document.quoted_at(i).is_none() && clause::is_cue(&scene.document.tokens, i);
    (sentence_start(scene, span)..span.before()).any(is_cue)
        || goes_on(scene, span) && (span.after()..after_end(scene, span)).any(is_cue)
}

/// The voice of the words before, where these go on with them.
pub(super) fn carried(scene: &Scene, past: &Past, span: &Quoted) -> Option<Voice> {
    if let Some(voice) = sentence_before(scene, past, span) {
        return Some(voice);
    }
    let (before, voice) = past.last()?;
    let voice = voice?;
    let runs_on =
        before.closing == 0 && scene.document.line_of(span.first) == scene.document.line_of(before.first) + 1;
    // `“…” ― Mary Smith`: the next line is the next one's.
    let is_signed = voice.cue.and_then(|cue| scene.document.tokens.mark(cue)).is_some_and(is_dash);
    let follows =
        runs_on || !is_signed && (same_breath(scene, before, span) || next_line(scene, before, span));
    // `The Post reports: “…” in town, said Mary Smith. “…”`: whoever was named last goes on.
    let between = before.after()..span.before();
    if let Some(Subject::Named(index, at)) = resolve::reported(scene, between).filter(|_| follows && !runs_on)
        && voice.named != Some(index)
    {
        return Some(Voice { named: Some(index), at, via: Via::Continuation, cue: None });
    }
    follows.then(|| carried_on(voice))
}

/// The same speaker's voice for words that go on.
pub(super) fn carried_on(voice: &Voice) -> Voice {
    Voice { named: voice.named, at: carried_words(voice), via: Via::Continuation, cue: None }
}

/// `Schiff said no. “It is …”`: the sentence before, in the same line and without words of its own, names who spoke.
fn sentence_before(scene: &Scene, past: &Past, span: &Quoted) -> Option<Voice> {
    let document = scene.document;
    let sentence = document.sentence_of(span.before());
    let opens = document.sentences.get(sentence).is_some_and(|s| s.first >= span.before());
    let before = sentence.checked_sub(1).and_then(|i| document.sentences.get(i)).filter(|_| opens)?;
    let lines = document.line_of(span.first) - document.line_of(before.first);
    // `Schiff said no.\n“It is …”`: a line that is all quote.
    let same_line = lines == 0 || lines == 1 && is_whole_line(scene, span);
    let is_plain = (before.first..before.last).all(|i| document.quoted_at(i).is_none());
    if !same_line || !is_plain {
        return None;
    }
    let tokens = &document.tokens;
    let is_told = |i: usize| clause::is_cue(tokens, i) || i == before.first && tokens.is(i, "according");
    let cue = (before.first..before.last).rev().find(|i| is_told(*i));
    let told = cue.and_then(|_| {
        clause::before_words(scene, before.first, before.last)
            .or_else(|| clause::after_words(scene, before.first, before.last))
    });
    let Some((subject, cue)) = told else {
        let doer =
            doer(scene, before.first..before.last).filter(|_| lines == 0 && stands_alone(scene, span))?;
        return Some(Voice { named: Some(doer), at: 0..0, via: Via::Continuation, cue: None });
    };
    let voice = resolve::voice(scene, past, &subject, cue)?;
    Some(Voice { via: Via::Continuation, cue: None, ..voice })
}

/// `Commissioner Smith pushed back. “It is …”`: the only person of a sentence, who opens it.
fn doer(scene: &Scene, sentence: std::ops::Range<usize>) -> Option<usize> {
    let doer = resolve::subject(scene, sentence.clone())?;
    let is_person = |i: usize| scene.names.is(i, NameKind::Person);
    let mut others = scene.names.within(sentence.start, sentence.end).iter().map(|(_, i)| *i);
    (is_person(doer) && others.all(|i| i == doer || !is_person(i))).then_some(doer)
}

/// True for a whole sentence in marks with nothing of its line's that says who speaks.
fn stands_alone(scene: &Scene, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let after = after_start(scene, span);
    let ends = tokens.kind(after).is_none_or(|kind| kind == Kind::Break) || tokens.is_capital(after);
    let last = tokens.mark(span.end_of_words(tokens).saturating_sub(1));
    ends && tokens.is_capital(span.first) && matches!(last, Some('.' | '!' | '?'))
}

/// True where lines hold the words alone, to their close: `“…\n“…”`.
fn is_whole_line(scene: &Scene, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let is_end = |i: usize| tokens.kind(i).is_none_or(|kind| kind == Kind::Break);
    let quoted = &scene.document.quoted;
    let from = quoted.partition_point(|other| other.first < span.first);
    let line = scene.document.line_of(span.first);
    for (n, part) in (0..).zip(quoted.iter().skip(from).take(MOST_LINES)) {
        if scene.document.line_of(part.first) != line + n
            || !part.before().checked_sub(1).is_none_or(is_end)
            || !is_end(after_start(scene, part))
        {
            return false;
        }
        if part.closing > 0 {
            return true;
        }
    }
    false
}

/// A name is carried as a name; a phrase needs its words.
fn carried_words(voice: &Voice) -> std::ops::Range<usize> {
    if voice.named.is_some() { 0..0 } else { voice.at.clone() }
}

/// `“…,” she said. “…”`: nothing between the two but the speaker's clause.
fn same_breath(scene: &Scene, before: &Quoted, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let same_line = scene.document.line_of(span.first) == scene.document.line_of(before.first);
    let stops = stops(scene, before.after()..span.before());
    // `…,” she said on “The Show.” “…”`: the stop may stand in marks.
    let is_other = |i: &usize| !tokens.mark(*i).is_some_and(is_quote);
    let last = (before.after()..span.before()).rev().find(is_other).and_then(|i| tokens.mark(i));
    // `The paper of the board ended thus: “…”`: whose words they are is told anew.
    let opens = matches!(last, Some('.' | '!' | '?')) || stops == 0 && last != Some(':');
    same_line && stops <= MOST_BETWEEN && opens
}

/// Sentences that end in a stretch; the stop of `(R-Fla.)` ends none.
fn stops(scene: &Scene, stretch: std::ops::Range<usize>) -> usize {
    let tokens = &scene.document.tokens;
    let is_stop = |i: &usize| {
        matches!(tokens.mark(*i), Some('.' | '!' | '?')) && !matches!(tokens.mark(*i + 1), Some(')' | ','))
    };
    stretch.filter(is_stop).count()
}

/// A line that is all quote, right after a line of the same speaker's words.
fn next_line(scene: &Scene, before: &Quoted, span: &Quoted) -> bool {
    let tokens = &scene.document.tokens;
    let opens_line = span.before().checked_sub(1).is_some_and(|i| tokens.kind(i) == Some(Kind::Break));
    let is_next = scene.document.line_of(span.first) == scene.document.line_of(before.first) + 1;
    let stops = stops(scene, before.after()..span.before());
    opens_line && is_next && stops <= MOST_BETWEEN
}
