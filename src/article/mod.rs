//! Page -> Article: what the page's story is, as a typed tree.
//!
//! In: a [`Page`] and a [`Mask`] (what the covers' plan skips and reveals). Out: an [`Article`], or [`NoArticle`]
//! with what was found. No markup strings: links are absolute http(s), text is text.

mod block;
mod blocks;
mod coverage;
mod credit;
mod elsewhere;
mod leaf;
pub mod meta;
mod names;
pub mod plain;
mod posts;
mod seam;
mod select;
mod shown;
mod url;
#[doc(hidden)]
pub mod workbench;
pub mod write;

pub use block::Block;
pub use block::Cell;
pub use block::Figure;
pub use block::Image;
pub use block::Inline;
pub use block::ListItem;
pub use block::Post;
pub use block::Table;
pub use coverage::Coverage;
pub use coverage::coverage;
pub use leaf::Leaf;
pub use leaf::LeafKind;
pub use leaf::push_text;

use crate::page::Cap;
use crate::page::Mask;
use crate::page::Page;
use select::Kept;

/// A page's story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// What the page says about the story.
    pub meta: Meta,
    /// The story, headline, byline and lead image apart. At least one block.
    pub blocks: Vec<Block>,
    /// How much of the story the page delivered.
    pub delivered: Delivered,
    /// True: the page is too large to be read whole, and only its first part was.
    pub cut: bool,
    /// Visible text that was left out, in page order.
    pub removed: Vec<Removed>,
    /// Words of `blocks`; of scripts without spaces, characters divided by [`CHARACTERS_PER_WORD`].
    pub word_count: u32,
}

/// A value and where it came from, for the reader to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced {
    /// The value as shown.
    pub value: String,
    /// Where it stood.
    pub source: Source,
}

/// Where a piece of metadata stood on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Source {
    JsonLd,
    Microdata,
    OpenGraph,
    MetaTag,
    /// Visible text.
    Visible,
    /// `<time>`.
    TimeElement,
    Url,
    /// A page copied as text.
    PlainText,
}

/// What the page says about the story. `None` rather than wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The headline.
    pub title: Option<Sourced>,
    /// Who wrote it, as written, without "By".
    pub byline: Option<Sourced>,
    /// Who published it first; on an aggregator, the original outlet.
    pub outlet: Option<Sourced>,
    /// The site that shows it, where that is not the outlet.
    pub aggregator: Option<Sourced>,
    /// The original's address, where an aggregator links to it. Absolute, http(s).
    pub original_url: Option<Sourced>,
    /// Section or kicker.
    pub section: Option<Sourced>,
    /// `YYYY-MM-DD` or `YYYY-MM-DDThh:mm[:ss][offset]`.
    pub published: Option<Sourced>,
    /// Like `published`; only where later than it.
    pub updated: Option<Sourced>,
    /// Where a story of several pages goes on.
    pub next_page: Option<NextPage>,
    /// BCP 47.
    pub lang: Option<String>,
    /// True for right-to-left text.
    pub rtl: bool,
    /// The image above the story.
    pub lead_image: Option<Figure>,
    /// "With Reuters and Agence France-Presse".
    pub agency_credit: Option<String>,
    /// What kind of page it is, where the page says or shows it.
    pub kind: PageKind,
}

/// The page that a story of several pages goes on at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPage {
    /// Its number; the story's first page is 1.
    pub number: u32,
    /// Absolute, http(s).
    pub url: String,
}

/// Kind of page. A soft call: nothing is cut because of it alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PageKind {
    #[default]
    Article,
    Forum,
    Documentation,
    Listing,
    Collection,
    Product,
    Service,
}

/// How much of the story the page delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Delivered {
    /// As far as can be seen, all of it.
    #[default]
    Full,
    /// A teaser, with what gives it away.
    Preview(PreviewReason),
    /// The publisher withholds a part from view and declares it paid; it stays as it is.
    Withheld,
}

/// What gives a preview away.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PreviewReason {
    /// Declared paid, and little text came.
    DeclaredPaid,
    /// A sign-up or subscription card stands after little text.
    SignUpCard,
    /// The page states more words than it delivered.
    FewerWordsThanStated { stated: u32, delivered: u32 },
    /// The text breaks off.
    BreaksOff,
    /// Filler stands in for the rest.
    Filler,
}

/// Text that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// As it stood, white space collapsed; one block of text.
    pub text: String,
    /// Why.
    pub reason: RemovedReason,
}

/// Why a text was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RemovedReason {
    Cover,
    SignUp,
    Navigation,
    Related,
    Comments,
    AppPrompt,
    Banner,
    Repeated,
    /// Shown elsewhere: headline, byline, date, section.
    Metadata,
    /// Does not belong to the story, for no reason with a name.
    Other,
}

/// Units: characters per word, for scripts written without spaces.
/// Source: about 2 characters a word in Japanese and 1.7 in Chinese; one round figure for both.
pub const CHARACTERS_PER_WORD: u32 = 2;

/// "No article here" is an answer, with what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoArticle {
    /// Characters of text that could have been a story.
    pub characters_found: u32,
    /// Characters a story needs.
    pub characters_needed: u32,
}

/// Letters a story needs. Source: shorter than any story of WCXB dev that reads as one.
const LETTERS_NEEDED: u32 = 140;

/// Letters a story needs whose every part is probably none. Source: F1 on WCXB dev: such are menus and footers of pages
/// that fill themselves by scripts; more of it is a poor guess at a list of goods rather than nothing.
const LETTERS_NEEDED_IN_DOUBT: u32 = 1_000;

/// Finds the story of a page; where the person pointed at a part, that part is the story, whatever it says.
pub fn extract(page: &Page, mask: &Mask) -> Result<Article, NoArticle> {
    let meta = meta::read(page, mask);
    match page.chosen() {
        Some(part) => assemble(page, &Mask::default(), meta, select::within(page, part), 1),
        None => judge(page, mask, meta, select::select(page, mask)),
    }
}

/// Makes the article of what was kept, if that is enough for a story.
fn judge(page: &Page, mask: &Mask, meta: Meta, kept: Kept) -> Result<Article, NoArticle> {
    let needed = if kept.doubtful { LETTERS_NEEDED_IN_DOUBT } else { LETTERS_NEEDED };
    assemble(page, mask, meta, kept, needed)
}

/// Makes the article of what was read and kept, or of what the page keeps for its scripts. `needed`: letters.
fn assemble(page: &Page, mask: &Mask, meta: Meta, kept: Kept, needed: u32) -> Result<Article, NoArticle> {
    let nothing = NoArticle { characters_found: kept.characters, characters_needed: needed };
    let (blocks, words) = match kept.characters >= needed {
        true => (blocks::build(page, mask, &kept.nodes), kept.words),
        false => kept_for_scripts(page).ok_or(nothing)?,
    };
    let meta = Meta { kind: kept.kind, ..meta };
    let mut blocks = blocks::without_shown(blocks, &meta);
    let appended = || mask.appended.iter();
    blocks.extend(appended().map(|text| Block::Paragraph(vec![Inline::Text(text.clone())])));
    let word_count = words + appended().map(|text| plain::words_of(text)).sum::<u32>();
    let cut = matches!(page.cap(), Some(Cap::Nodes | Cap::Bytes));
    let mut removed = kept.removed;
    shown::explain(&mut removed, &meta);
    Ok(Article { word_count, meta, blocks, delivered: Delivered::Full, cut, removed })
}

/// The story that a page holds in its JSON alone, and its words.
fn kept_for_scripts(page: &Page) -> Option<(Vec<Block>, u32)> {
    let story = elsewhere::find(page)?;
    let all = select::everything(&story);
    let blocks = blocks::build(&story, &Mask::default(), &all.nodes);
    (!blocks.is_empty()).then_some((blocks, all.words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::parse_serialized;

    #[test]
    fn what_is_in_doubt_needs_more_letters() {
        let page =
            parse_serialized("<html><head></head><body><p>All rights reserved.</p></body></html>", "").page;
        let check = |doubtful, characters, needed: Option<u32>| {
            let kept = Kept { doubtful, characters, ..Kept::default() };
            let found = judge(&page, &Mask::default(), Meta::default(), kept);
            assert_eq!(found.err().map(|none| none.characters_needed), needed);
        };
        check(false, 150, None);
        check(false, 139, Some(140));
        check(true, 150, Some(1_000));
        check(true, 1_000, None);
    }
}
