//! The plan for a page's covers, as it crosses. `extension/shared/plan.ts` names the same.

use serde::Serialize;

use crate::covers::Action;
use crate::covers::Cover;
use crate::covers::CoverKind;
use crate::covers::Covers;
use crate::covers::PreviewSign;
use crate::covers::Sign;
use crate::covers::Verdict;
use crate::page::Page;

/// What to do about a page's covers.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// True: capture the page again, node by node; the rest is empty.
    recapture: bool,
    age_check: bool,
    delivered: &'static str,
    why: Option<&'static str>,
    covers: Vec<Found>,
    steps: Vec<Step>,
}

/// One cover, to be told about.
#[derive(Serialize)]
struct Found {
    kind: &'static str,
    sign: &'static str,
    about: String,
    new: bool,
}

/// One action.
#[derive(Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
enum Step {
    Close { at: u32, cover: Option<usize> },
    Mark { at: u32, mark: &'static str, cover: Option<usize> },
    Drop { at: u32, attribute: &'static str },
    DropClass { at: u32, class: &'static str },
    Insert { at: u32, paragraphs: Vec<String> },
    FreeScrolling,
}

/// The markup does not hold the elements the hands numbered.
pub fn recapture() -> Plan {
    Plan { recapture: true, ..Plan::default() }
}

/// The plan as the hands read it.
pub fn plan(page: &Page, covers: &Covers) -> Plan {
    let (delivered, why) = verdict(&covers.verdict);
    let live = |planned: &crate::covers::Planned| step(page, planned);
    Plan {
        recapture: false,
        age_check: covers.age_check,
        delivered,
        why,
        covers: covers.covers.iter().map(|c| found(page, c)).collect(),
        steps: covers.actions.iter().filter_map(live).collect(),
    }
}

/// None: the action is about something the hands have no number for.
fn step(page: &Page, planned: &crate::covers::Planned) -> Option<Step> {
    let cover = planned.cover;
    Some(match &planned.action {
        Action::Close { node } => Step::Close { at: page.live(*node)?, cover },
        Action::Mark { node, mark } => Step::Mark { at: page.live(*node)?, mark: mark.name(), cover },
        Action::Drop { node, attribute } => Step::Drop { at: page.live(*node)?, attribute },
        Action::DropClass { node, class } => Step::DropClass { at: page.live(*node)?, class },
        Action::Insert { after, paragraphs } => {
            Step::Insert { at: page.live(*after)?, paragraphs: paragraphs.clone() }
        }
        Action::FreeScrolling => Step::FreeScrolling,
    })
}

fn found(page: &Page, cover: &Cover) -> Found {
    let (sign, about) =
        cover.signs.iter().map(sign).max_by_key(|s| s.2).map_or(("", String::new()), |s| (s.0, s.1));
    let hid = page.style(cover.node).is_some_and(|s| s.hands == crate::page::Hands::Hid);
    Found { kind: kind(cover.kind), sign, about, new: !hid }
}

fn kind(kind: CoverKind) -> &'static str {
    match kind {
        CoverKind::Consent => "consent",
        CoverKind::Paywall => "paywall",
        CoverKind::SignUp => "signUp",
        CoverKind::Newsletter => "newsletter",
        CoverKind::AdBlock => "adBlock",
        CoverKind::AppPrompt => "app",
        CoverKind::PushPrompt => "push",
        CoverKind::EditionPicker => "edition",
        CoverKind::AgeGate => "ageGate",
        CoverKind::Other => "other",
    }
}

/// Its key, what it is about, and how much it tells a person.
fn sign(sign: &Sign) -> (&'static str, String, u8) {
    match sign {
        Sign::Vendor(name) => ("vendor", name.clone(), 9),
        Sign::Wording(words) => ("wording", words.clone(), 8),
        Sign::InsteadOfPage => ("insteadOfPage", String::new(), 7),
        Sign::EndsStory => ("endsStory", String::new(), 6),
        Sign::AsksForEmail => ("asksForEmail", String::new(), 5),
        Sign::Veil => ("veil", String::new(), 4),
        Sign::TopLayer => ("topLayer", String::new(), 3),
        Sign::Covers(share) => ("covers", ((share * 100.0).round_ties_even() as u32).to_string(), 2),
        Sign::OnTopOfStory => ("onTopOfStory", String::new(), 1),
        Sign::PageLocked => ("pageLocked", String::new(), 0),
    }
}

fn verdict(verdict: &Verdict) -> (&'static str, Option<&'static str>) {
    match verdict {
        Verdict::Unsure => ("unsure", None),
        Verdict::Full => ("full", None),
        Verdict::Withheld => ("withheld", None),
        Verdict::Preview(sign) => ("preview", Some(preview(sign))),
    }
}

fn preview(sign: &PreviewSign) -> &'static str {
    match sign {
        PreviewSign::DeclaredPaid => "declaredPaid",
        PreviewSign::SignUpCard => "signUpCard",
        PreviewSign::FewerWordsThanStated { .. } => "fewerWords",
        PreviewSign::BreaksOff => "breaksOff",
        PreviewSign::Filler => "filler",
    }
}
