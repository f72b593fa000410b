//! Roles -> where the story stands: the run of lines in which running text outweighs everything else.

use super::role::Role;
use super::sign::Signs;
use crate::article::RemovedReason;
use crate::rules::furniture::Kind;
use std::ops::Range;

/// Units of all weights: hundreds of characters of running text. Chosen on our own fixtures; the order matters more
/// than the size: prose of a few lines outweighs a heading, a button outweighs a teaser.
const MOST_PROSE: f32 = 6.0;
const SHORT_SENTENCE: f32 = 0.2;
const ITEM: f32 = 0.05;
const SHORT: f32 = -0.6;
const LONGER: f32 = -0.35;
const DAYS: f32 = -1.0;
const ASIDE: f32 = -0.1;
const INLINE: f32 = -0.3;
const FURNITURE: f32 = -0.8;
const OPENER: f32 = -1.2;
const PROSE: f32 = 0.5;
const COMMENTS: f32 = -8.0;
const TEASER: f32 = -0.2;

/// A shorter sentence may be a slogan. Units: characters.
const SENTENCE: usize = 40;

/// A short line from this length on says more than a button. Units: characters.
const BUTTON: usize = 25;

/// A teaser under a related headline is no longer than this. Units: characters.
const TEASER_LENGTH: usize = 220;

/// Share of a line's letters in "Reply" and its like. Units: percent.
const REPLY: usize = 50;

/// A part with so many "Reply" and "2 hours ago" under "Comments" is what people wrote.
const REPLIES: usize = 2;

/// The story's lines; empty where no line is running text.
pub fn find(roles: &[Role], signs: &[Signs]) -> Range<usize> {
    let weights = weights(roles, signs);
    let (mut best, mut best_weight) = (0..0, 0.0);
    let (mut start, mut sum) = (0, 0.0_f32);
    for (at, weight) in weights.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
        }
        sum += weight;
        if sum > best_weight {
            (best, best_weight) = (start..at + 1, sum);
        }
    }
    best
}

fn weights(roles: &[Role], signs: &[Signs]) -> Vec<f32> {
    let mut out = Vec::with_capacity(roles.len());
    // After "Related", a sentence under a headline is a teaser, until two stand together.
    let mut aside = false;
    for (at, role) in roles.iter().enumerate() {
        let prose = |at: usize| roles.get(at).is_some_and(|role| *role == Role::Prose);
        let long = signs[at].length > TEASER_LENGTH;
        match role {
            Role::Opener(_) => aside = true,
            Role::Prose if long || prose(at + 1) => aside = false,
            _ => {}
        }
        let comments = *role == Role::Opener(RemovedReason::Comments) && out.iter().any(|w| *w > 0.0);
        if comments && replies(&roles[at..], &signs[at..]) >= REPLIES {
            break;
        }
        // A card is one interruption, however many lines it has.
        let same = at > 0 && matches!(role, Role::Furniture(_)) && roles[at - 1] == *role;
        out.push(match role {
            Role::Prose if aside => TEASER,
            Role::Furniture(_) if same => ASIDE,
            role => weight(role, &signs[at]),
        });
    }
    out
}

fn weight(role: &Role, signs: &Signs) -> f32 {
    match role {
        Role::Prose if signs.length < SENTENCE => SHORT_SENTENCE,
        Role::Prose => PROSE + (signs.length as f32 / 100.0).min(MOST_PROSE),
        Role::Item => ITEM,
        Role::Short if signs.length > BUTTON => LONGER,
        Role::Pointer => INLINE,
        Role::Short => SHORT,
        Role::Days(_) => DAYS,
        Role::Caption(_) | Role::Alt | Role::AgencyCredit | Role::Repeated => ASIDE,
        Role::Furniture(RemovedReason::Banner | RemovedReason::Navigation) => INLINE,
        Role::Furniture(_) => FURNITURE,
        Role::Opener(RemovedReason::Comments) => COMMENTS,
        Role::Opener(_) => OPENER,
    }
}

/// Lines that only say "Reply" or when something was said.
fn replies(roles: &[Role], signs: &[Signs]) -> usize {
    let said = |(role, signs): &(&Role, &Signs)| {
        matches!(role, Role::Days(_)) || signs.taken_by(|kind| kind == Kind::Reply) >= REPLY
    };
    roles.iter().zip(signs).filter(said).count()
}
