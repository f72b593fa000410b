//! What the demo says, in English.

use super::frame::Outcome;
use crate::article::Delivered;
use crate::article::PreviewReason;
use crate::article::RemovedReason;
use crate::article::Source;
use crate::covers::CoverKind;
use crate::covers::Sign;

/// What came of a button; `asked` is what it asks of the hands, `part` is true where not all of the story came.
pub(super) fn outcome(outcome: &Outcome, asked: &str, part: bool) -> String {
    match (outcome.open, outcome.hidden, outcome.refused.as_deref()) {
        (Some(true), ..) => "This is the story, and nothing else. Esc gives the page back.".to_owned(),
        (Some(false), ..) => "This is the page again.".to_owned(),
        (_, Some(0), _) if asked == "clean" && part => {
            "Only a part of the story came with this page. Nothing lies over that part.".to_owned()
        }
        (_, Some(0), _) if asked == "clean" => "Nothing lies over this page.".to_owned(),
        (_, Some(0), _) => "This is the page as it came.".to_owned(),
        (_, Some(1), _) => "One cover is hidden. Restore gives it back.".to_owned(),
        (_, Some(n), _) => format!("{n} covers are hidden. Restore gives them back."),
        (_, _, Some("ageGate")) => "An age check is up: nothing is touched.".to_owned(),
        _ => "There is no article here.".to_owned(),
    }
}

pub(super) fn kind(kind: CoverKind) -> &'static str {
    match kind {
        CoverKind::Consent => "Consent banner",
        CoverKind::Paywall => "Subscription wall",
        CoverKind::SignUp => "Sign-up wall",
        CoverKind::Newsletter => "Newsletter prompt",
        CoverKind::AdBlock => "Ad-block notice",
        CoverKind::AppPrompt => "App prompt",
        CoverKind::PushPrompt => "Notification prompt",
        CoverKind::EditionPicker => "Edition picker",
        CoverKind::AgeGate => "Age check (never touched)",
        CoverKind::Other => "Other cover",
    }
}

pub(super) fn sign(sign: &Sign) -> String {
    match sign {
        Sign::Covers(share) => format!("covers {:.0} % of the view", share * 100.0),
        Sign::TopLayer => "stands in the browser’s top layer".to_owned(),
        Sign::OnTopOfStory => "lies over the story".to_owned(),
        Sign::Wording(words) => format!("says “{words}”"),
        Sign::AsksForEmail => "asks for an e-mail address".to_owned(),
        Sign::PageLocked => "the page cannot be scrolled".to_owned(),
        Sign::Veil => "only dims the page".to_owned(),
        Sign::InsteadOfPage => "is shown in place of the page".to_owned(),
        Sign::EndsStory => "stands where the text stops".to_owned(),
        Sign::Vendor(name) => format!("made by {name}"),
    }
}

pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::JsonLd => "structured data (JSON-LD)",
        Source::Microdata => "microdata",
        Source::OpenGraph => "Open Graph tag",
        Source::MetaTag => "meta tag",
        Source::Visible => "visible text",
        Source::TimeElement => "time element",
        Source::Url => "address",
        Source::PlainText => "copied text",
    }
}

pub(super) fn delivered(delivered: &Delivered) -> String {
    let preview = |why: &str| format!("Only a preview was delivered: {why}");
    match delivered {
        Delivered::Full => "Whole, as far as can be seen".to_owned(),
        Delivered::Withheld => "The publisher keeps the rest for subscribers".to_owned(),
        Delivered::Preview(PreviewReason::DeclaredPaid) => {
            preview("it is declared paid, and little text came")
        }
        Delivered::Preview(PreviewReason::SignUpCard) => preview("a sign-up card stands after little text"),
        Delivered::Preview(PreviewReason::FewerWordsThanStated { stated, delivered }) => {
            preview(&format!("the page states {stated} words and delivered {delivered}"))
        }
        Delivered::Preview(PreviewReason::BreaksOff) => preview("the text breaks off"),
        Delivered::Preview(PreviewReason::Filler) => preview("filler stands in for the rest"),
    }
}

pub(super) fn removed(reason: RemovedReason) -> &'static str {
    match reason {
        RemovedReason::Cover => "Cover",
        RemovedReason::SignUp => "Sign-up",
        RemovedReason::Navigation => "Navigation",
        RemovedReason::Related => "Related stories",
        RemovedReason::Comments => "Comments",
        RemovedReason::AppPrompt => "App prompt",
        RemovedReason::Banner => "Banner or advertisement",
        RemovedReason::Repeated => "Said before",
        RemovedReason::Metadata => "Shown elsewhere",
        RemovedReason::Other => "Not of the story",
    }
}
