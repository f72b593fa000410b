//! Page -> Covers: what lies over the story, and a plan to clear it. Nothing is done here.
//!
//! In: a live [`Page`] (computed style, boxes, hit tests). Out: [`Covers`]; none on a page that was never laid out: what
//! lies over what cannot be told from markup. Promises: no story, no action; an age check on the page, no action; nothing that holds the
//! story, its headline, or what the person opened is ever hidden.

mod beside;
mod boxes;
mod cards;
mod conceal;
mod declared;
mod elsewhere;
mod filler;
mod layers;
mod locks;
mod markup;
mod plan;
mod scene;
mod story;
mod tally;
mod verdict;
mod voice;

use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;

/// What was found and what to do about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Covers {
    /// What lies over the story or stands between its paragraphs, those included that the hands hid before.
    pub covers: Vec<Cover>,
    /// In the order to carry out; each has an undo in the hands.
    pub actions: Vec<Planned>,
    /// What the article stage skips and reveals.
    pub mask: Mask,
    /// How much of the story the page delivered, as far as its covers tell.
    pub verdict: Verdict,
    /// True: an age check is up; nothing is planned, and nothing should be opened.
    pub age_check: bool,
}

/// One cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Its outermost element.
    pub node: NodeId,
    /// What it is.
    pub kind: CoverKind,
    /// 0..=1.
    pub confidence: f32,
    /// Why it is held to be one.
    pub signs: Vec<Sign>,
}

/// What a cover is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CoverKind {
    Consent,
    Paywall,
    SignUp,
    Newsletter,
    AdBlock,
    AppPrompt,
    PushPrompt,
    EditionPicker,
    /// Never hidden; while one is up, nothing is done.
    AgeGate,
    Other,
}

/// What speaks for a cover.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Sign {
    /// Share of the viewport, 0..=1.
    Covers(f32),
    TopLayer,
    OnTopOfStory,
    Wording(String),
    AsksForEmail,
    PageLocked,
    /// Empty: it only dims, blurs or catches clicks.
    Veil,
    /// Shown in place of the page.
    InsteadOfPage,
    /// Stands where the text stops.
    EndsStory,
    Vendor(String),
}

/// An action, and the cover it is part of clearing.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// What to do.
    pub action: Action,
    /// Index into [`Covers::covers`]. None: for the page as a whole.
    pub cover: Option<usize>,
}

/// What the hands carry out. Elements are named by [`Page::live`] numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Takes a dialog or a popover out of the top layer, so that the page is no longer inert.
    Close {
        /// The dialog or popover.
        node: NodeId,
    },
    /// Marks an element; the hands' sheet says what the mark changes.
    Mark {
        /// The element.
        node: NodeId,
        /// What changes.
        mark: Mark,
    },
    /// Takes an attribute away.
    Drop {
        /// The element.
        node: NodeId,
        /// The attribute.
        attribute: &'static str,
    },
    /// Takes a class away.
    DropClass {
        /// The element.
        node: NodeId,
        /// The class.
        class: &'static str,
    },
    /// Puts paragraphs of plain text after an element.
    Insert {
        /// The element.
        after: NodeId,
        /// The paragraphs.
        paragraphs: Vec<String>,
    },
    /// Keeps the page's own listeners from stopping or reversing scrolling.
    FreeScrolling,
}

/// What a mark changes about an element, all by style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not displayed.
    Hide,
    /// The document scrolls: on `html`.
    ScrollRoot,
    /// The document scrolls: on `body`.
    ScrollBody,
    /// An inner scroller scrolls.
    Scroll,
    /// Displayed, as its tag usually is.
    Show,
    /// Visible.
    Visible,
    /// Full height, nothing cut off below.
    Unclip,
    /// In the flow of the page.
    InFlow,
    /// Not blurred.
    Unblur,
    /// Opaque.
    Opaque,
    /// Not faded by a mask, not cut by a clip path.
    Unmask,
    /// Text in the colour around it, without a shadow.
    Ink,
    /// Text as large as the page's.
    Sized,
    /// Text can be selected.
    Select,
    /// Reacts to the pointer and to touch.
    Touch,
    /// Nothing laid over it by its pseudo-elements.
    Unveil,
}

impl Mark {
    /// The marks that make text readable again.
    const GIVE_BACK: [Mark; 9] = [
        Mark::Show,
        Mark::Visible,
        Mark::Unclip,
        Mark::InFlow,
        Mark::Unblur,
        Mark::Opaque,
        Mark::Unmask,
        Mark::Ink,
        Mark::Sized,
    ];

    /// Its word in the hands' sheet, `extension/content/hands.css`.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Hide => "hide",
            Mark::ScrollRoot => "scroll-root",
            Mark::ScrollBody => "scroll-body",
            Mark::Scroll => "scroll",
            Mark::Show => "show",
            Mark::Visible => "visible",
            Mark::Unclip => "unclip",
            Mark::InFlow => "in-flow",
            Mark::Unblur => "unblur",
            Mark::Opaque => "opaque",
            Mark::Unmask => "unmask",
            Mark::Ink => "ink",
            Mark::Sized => "sized",
            Mark::Select => "select",
            Mark::Touch => "touch",
            Mark::Unveil => "unveil",
        }
    }
}

/// How much of the story the page delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// No story, or nothing that tells.
    #[default]
    Unsure,
    /// Nothing is missing as far as can be seen.
    Full,
    /// Only a teaser was delivered.
    Preview(PreviewSign),
    /// The publisher withholds a part from view and declares it paid; it stays as it is.
    Withheld,
}

/// What gives a preview away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PreviewSign {
    /// Declared paid, and little text came.
    DeclaredPaid,
    /// A sign-up or subscription card stands after little text.
    SignUpCard,
    /// The page states more words than it delivered.
    FewerWordsThanStated {
        /// Words the page states.
        stated: u32,
        /// Words that came.
        delivered: u32,
    },
    /// The text breaks off.
    BreaksOff,
    /// Filler stands in for the rest.
    Filler,
}

/// Finds covers and plans their clearing.
pub fn find(page: &Page) -> Covers {
    let live = !page.is_empty() && page.is_live();
    let tally = tally::Tally::new(page);
    let Some(story) = live.then(|| story::find(page, &tally)).flatten() else { return Covers::default() };
    let scene = scene::Scene::new(page, &story, &tally);
    let mut covers = layers::find(&scene);
    if layers::age_check(&scene, &covers) {
        return Covers { age_check: true, ..Covers::default() };
    }
    let declared = declared::read(page);
    let concealed = conceal::find(&scene, &declared, &scene.covered(&covers));
    covers.extend(cards::find(&scene, &concealed, &declared, &covers));
    let elsewhere = elsewhere::find(&scene, &declared, &scene.covered(&covers));
    let verdict = verdict::judge(&scene, &concealed, &declared, &elsewhere, &covers);
    plan::make(&scene, covers, concealed, elsewhere, verdict)
}
