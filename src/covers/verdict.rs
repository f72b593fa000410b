//! How much of the story came, and what gives it away.

use super::Cover;
use super::CoverKind;
use super::PreviewSign;
use super::Sign;
use super::Verdict;
use super::cards::TEASER;
use super::cards::TEASER_BLOCKS;
use super::conceal::Concealed;
use super::declared::Declared;
use super::elsewhere::Elsewhere;
use super::scene::Scene;
use super::story::Block;
use crate::page::NodeId;

/// With a wall over it, a text this short is a teaser whatever it says. Units: weighted characters.
const SHORT_TEASER: u32 = 700;
const SHORT_TEASER_BLOCKS: usize = 2;
/// A page that states this many times the words it delivered delivered a part. Units: ratio.
const STATED: f32 = 1.6;
/// Below this the stated count means something else. Units: words.
const STATED_WORDS: u32 = 150;

/// Judges; says preview only on evidence.
pub(super) fn judge(
    scene: &Scene,
    concealed: &Concealed,
    declared: &Declared,
    elsewhere: &Elsewhere,
    covers: &[Cover],
) -> Verdict {
    if !concealed.withheld.is_empty() || elsewhere.kept {
        return Verdict::Withheld;
    }
    let walls = || {
        covers.iter().filter(|c| matches!(c.kind, CoverKind::SignUp | CoverKind::Paywall | CoverKind::Other))
    };
    let walled = walls().any(|c| !c.signs.contains(&Sign::Veil));
    let gate = walls().any(|c| c.signs.contains(&Sign::EndsStory));
    if !elsewhere.paragraphs.is_empty() || !concealed.hidden.is_empty() || scene.gave_back() {
        return Verdict::Full;
    }
    preview(scene, concealed, declared, walled, gate).map_or(Verdict::Full, Verdict::Preview)
}

fn preview(
    scene: &Scene,
    concealed: &Concealed,
    declared: &Declared,
    walled: bool,
    gate: bool,
) -> Option<PreviewSign> {
    let long = |b: &&Block| b.long && !concealed.is_filler(b.node);
    let blocks = scene.story.blocks.iter().filter(long).count();
    let chars: u32 = readable(scene, concealed).map(|b| b.1).sum();
    let teaser = chars < TEASER && blocks <= TEASER_BLOCKS;
    if !concealed.filler.is_empty() && teaser {
        return Some(PreviewSign::Filler);
    }
    if declared.any() && teaser {
        return Some(PreviewSign::DeclaredPaid);
    }
    if gate {
        return Some(PreviewSign::SignUpCard);
    }
    if !walled {
        return None;
    }
    let delivered = words(scene, concealed);
    if let Some(stated) =
        declared.words.filter(|w| *w >= STATED_WORDS && *w as f32 > delivered as f32 * STATED)
    {
        return Some(PreviewSign::FewerWordsThanStated { stated, delivered });
    }
    if breaks_off(scene, concealed) {
        return Some(PreviewSign::BreaksOff);
    }
    (chars < SHORT_TEASER && blocks <= SHORT_TEASER_BLOCKS).then_some(PreviewSign::SignUpCard)
}

fn readable<'a>(scene: &'a Scene, concealed: &'a Concealed) -> impl Iterator<Item = (NodeId, u32)> + 'a {
    let blocks = scene.story.blocks.iter().filter(|b| !concealed.is_filler(b.node));
    blocks.map(|b| (b.node, b.chars))
}

fn words(scene: &Scene, concealed: &Concealed) -> u32 {
    readable(scene, concealed)
        .map(|(n, _)| scene.page.text_content(n).split_whitespace().count() as u32)
        .sum()
}

fn breaks_off(scene: &Scene, concealed: &Concealed) -> bool {
    let last = readable(scene, concealed).last().map(|(n, _)| scene.page.text_content(n)).unwrap_or_default();
    let last = last.trim_end();
    last.ends_with('…') || last.ends_with("...") || last.ends_with("[…]")
}
