//! Whether a clause looks ahead.

use super::Reader;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Words;
use crate::text::word_list;

/// How far back and ahead of a date its verb is looked for. Units: tokens.
const REACH_BACK: usize = 30;
const REACH_AHEAD: usize = 8;

/// How far before a date stands what says that it comes round again. Units: tokens.
const HABIT_BACK: usize = 6;

/// The same where the verb must stand beside it.
const NEAR: usize = 3;

/// "need" and "speed" are no past. Units: bytes before the ending.
const SHORTEST_PAST: usize = 2;

impl Reader<'_, '_> {
    /// True where the clause around a date speaks of what is to come.
    ///
    /// The last word of time before the date decides (`will … on Friday`, but `will …, he said on Friday`); where there is none,
    /// the first after it (`On Friday, they will …`).
    pub(super) fn looks_ahead(&self, first: usize, end: usize) -> bool {
        // `through September's storms`.
        let tokens = &self.document.tokens;
        let is_owner = tokens.kind(end) == Some(Kind::Possessive);
        // `They have to boil water since Monday`.
        if tokens.is_before(first, 1, "since") {
            return false;
        }
        let opener = self.phrase_before(Name::ForwardOpeners, first).filter(|_| !is_owner);
        // `By Friday the power was back`: what opens the sentence looks where its verb does.
        if let Some(opener) = opener {
            let sentence = self.document.sentences.get(self.document.sentence_of(first));
            let opens = sentence.is_some_and(|sentence| sentence.first == opener);
            return !opens || self.first_time_after(end).unwrap_or(true);
        }
        self.last_time_before(first).unwrap_or_else(|| self.first_time_after(end).unwrap_or(false))
    }

    /// True where the word of time that decides for a date tells of the past.
    pub(super) fn looks_back(&self, first: usize, end: usize) -> bool {
        self.last_time_before(first).or_else(|| self.first_time_after(end)) == Some(false)
    }

    /// True where a word of time says of the clause around a date that it was or will be.
    pub(super) fn is_timed(&self, first: usize, end: usize) -> bool {
        let is_perfect = |token: usize| word_list!["has", "have"].has_at(&self.document.tokens, token);
        let tells = |token: usize| !is_perfect(token) && self.time_of(token).is_some();
        (first.saturating_sub(NEAR)..first).any(tells) || (end..end + NEAR).any(tells)
    }

    /// True where something comes round again at a date: `usually in May`, `every year on Dec. 6`, `weekdays from 6 a.m.`
    pub(super) fn is_habit(&self, first: usize) -> bool {
        const HABITS: Words =
            word_list!["annually", "normally", "often", "traditionally", "typically", "usually", "weekdays"];
        let tokens = &self.document.tokens;
        let sentence = self.document.sentence(first);
        let comes = |token: &usize| {
            let is_each = word_list!["each", "every"].has_at(tokens, *token);
            HABITS.has_at(tokens, *token)
                || is_each && (token + 1 == first || self.length(Name::Units, token + 1) > 0)
        };
        let from = sentence.first.max(first.saturating_sub(HABIT_BACK));
        let told = (from..first).rev().find(|token| comes(token) || self.time_of(*token) == Some(false));
        // `every week since May`.
        told.as_ref().is_some_and(comes) && self.phrase_before(Name::KeptOpeners, first).is_none()
    }

    /// True where no verb of its sentence before a date is past: `the season runs to October`.
    pub(super) fn tells_no_past(&self, first: usize) -> bool {
        self.last_time_before(first).is_none()
    }

    fn last_time_before(&self, first: usize) -> Option<bool> {
        let document = self.document;
        let sentence = document.sentence(first);
        let quote = document.quoted_at(first).map(|quoted| quoted.first);
        // `Until that day in April, he had …`: what opens the sentence looks where its verb does.
        let start = sentence.first + usize::from(document.tokens.is(sentence.first, "until"));
        let from = start.max(first.saturating_sub(REACH_BACK));
        let outside = |token: &usize| document.quoted_at(*token).map(|quoted| quoted.first) == quote;
        (from..first).rev().filter(outside).find_map(|token| self.time_of(token))
    }

    fn first_time_after(&self, end: usize) -> Option<bool> {
        let tokens = &self.document.tokens;
        let is_end = |token: &usize| {
            tokens.kind(*token) == Some(Kind::Break)
                || matches!(tokens.mark(*token), Some('.' | '!' | '?' | ';'))
        };
        let mut ahead = (end..end + REACH_AHEAD).take_while(|token| !is_end(token) && *token < tokens.len());
        ahead.find_map(|token| match self.phrase(Name::FutureAfter, token) {
            Some(_) => Some(true),
            None if self.is_future(token) => Some(true),
            None => self.is_past(token).then_some(false),
        })
    }

    /// True: ahead. False: back. None: the word does not say.
    fn time_of(&self, token: usize) -> Option<bool> {
        if self.length(Name::FutureCues, token) > 0 || self.is_future(token) {
            return Some(true);
        }
        // `as planned`: the past form ends a phrase that looks ahead.
        let ends_cue = || token.checked_sub(1).is_some_and(|i| self.length(Name::FutureCues, i) > 1);
        self.is_past(token).then(ends_cue)
    }

    /// A form that only verbs of the future have: `viajará`, `rendra`.
    fn is_future(&self, token: usize) -> bool {
        let tokens = &self.document.tokens;
        let endings = self.document.language.table(Name::FutureEndings);
        !tokens.is_capital(token) && endings.ends(tokens.folded(token), SHORTEST_PAST)
    }

    /// A verb of the past, or a form that ends like one and follows no "be".
    fn is_past(&self, token: usize) -> bool {
        let (language, tokens) = (&self.document.language, &self.document.tokens);
        let word = tokens.folded(token);
        // `followed by a release in June`.
        if word == "followed" && tokens.is(token + 1, "by") {
            return false;
        }
        // `third-ranked`: no verb.
        let has_ending = language.table(Name::PastEndings).ends(word, SHORTEST_PAST) && !word.contains('-');
        let before = tokens.folded_before(token, 1);
        let is_form = has_ending && !language.has(Name::ParticipleOpeners, before);
        // `will have finished`.
        let is_will = |token: usize| tokens.is_before(token, 1, "will");
        if word == "have" && is_will(token) || before == "have" && is_will(token - 1) {
            return false;
        }
        // `will be held`.
        before != "be" && self.length(Name::PastCues, token) > 0 || is_form
    }
}
