//! The plan for a page's covers, as it crosses. `extension/shared/plan.ts` names the same.

use crate::covers::Action;
use crate::covers::Cover;
use crate::covers::CoverKind;
use crate::covers::Covers;
use crate::covers::Planned;
use crate::covers::PreviewSign;
use crate::covers::Sign;
use crate::covers::Verdict;
use crate::json::Json;
use crate::json::list;
use crate::json::object;
use crate::page::Page;

/// The markup does not hold the elements the hands numbered: they are to capture the page again, node by node.
pub fn recapture() -> Json {
    fields(true, false, ("", None), Vec::new(), Vec::new())
}

/// What to do about a page's covers, as the hands read it.
pub fn plan(page: &Page, covers: &Covers) -> Json {
    let told = covers.covers.iter().map(|cover| found(page, cover)).collect();
    let steps = covers.actions.iter().filter_map(|planned| step(page, planned)).collect();
    fields(false, covers.age_check, verdict(&covers.verdict), told, steps)
}

fn fields(
    recapture: bool,
    age_check: bool,
    (delivered, why): (&'static str, Option<&'static str>),
    covers: Vec<Json>,
    steps: Vec<Json>,
) -> Json {
    object(vec![
        ("recapture", recapture.into()),
        ("ageCheck", age_check.into()),
        ("delivered", delivered.into()),
        ("why", why.into()),
        ("covers", Json::List(covers)),
        ("steps", Json::List(steps)),
    ])
}

/// One action. None: it is about something the hands have no number for.
fn step(page: &Page, planned: &Planned) -> Option<Json> {
    let (what, node, field) = match &planned.action {
        Action::Close { node } => ("close", node, None),
        Action::Mark { node, mark } => ("mark", node, Some(("mark", mark.name().into()))),
        Action::Drop { node, attribute } => ("drop", node, Some(("attribute", (*attribute).into()))),
        Action::DropClass { node, class } => ("dropClass", node, Some(("class", (*class).into()))),
        Action::Insert { after, paragraphs } => {
            let paragraphs = list(paragraphs, &|text| text.as_str().into());
            ("insert", after, Some(("paragraphs", paragraphs)))
        }
        Action::FreeScrolling => return Some(object(vec![("do", "freeScrolling".into())])),
    };
    let mut fields = vec![("do", what.into()), ("at", page.live(*node)?.into())];
    fields.extend(field);
    if matches!(planned.action, Action::Close { .. } | Action::Mark { .. }) {
        fields.push(("cover", planned.cover.map(|n| Json::Number(n as i64)).into()));
    }
    Some(object(fields))
}

/// One cover, to be told about.
fn found(page: &Page, cover: &Cover) -> Json {
    let (sign, about) =
        cover.signs.iter().map(sign).max_by_key(|s| s.2).map_or(("", String::new()), |s| (s.0, s.1));
    let hid = page.style(cover.node).is_some_and(|s| s.hands == crate::page::Hands::Hid);
    object(vec![
        ("kind", kind(cover.kind).into()),
        ("sign", sign.into()),
        ("about", about.into()),
        ("new", (!hid).into()),
    ])
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
