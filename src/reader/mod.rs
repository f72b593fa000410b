//! Article + Facts -> Reader: a list of safe node-building steps. No markup string anywhere.
//!
//! In: an [`Article`], its [`Story`] and [`Facts`]. Out: [`Reader`], which can name only the elements, attributes,
//! classes and phrases of [`step`](self), and only addresses that run nothing. The text of the sentence spans,
//! joined, is the text the facts are anchored in.

mod address;
mod blocks;
mod file;
mod head;
mod host;
mod inline;
mod opening;
mod panel;
mod place;
mod spots;
mod step;
mod timeline;
mod writer;

pub use address::Address;
pub use file::markdown;
pub use file::text;
pub use spots::spots;
pub use step::Attr;
pub use step::Class;
pub use step::Step;
pub use step::Tag;
pub use step::Word;

use crate::article::Article;
use crate::facts::Facts;
use crate::facts::Story;

use place::Place;
use writer::Writer;

/// The reader view, ready to be built.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// The headline, for the dialog's name; "" where there is none.
    pub title: String,
    /// BCP 47, for the article's own element; the interface speaks the person's language.
    pub lang: Option<String>,
    /// True for right-to-left text.
    pub rtl: bool,
    /// Headline block, story, credits.
    pub article: Vec<Step>,
    /// The key facts, to stand beside the story.
    pub facts: Vec<Step>,
    /// True where there is a fact to show.
    pub has_facts: bool,
    /// Where the facts' words stand: see [`spots`].
    pub spots: Vec<u32>,
}

/// Makes the reader view of a story. `page_url` is where the original stands; "" for pasted text.
pub fn render(article: &Article, story: &Story, facts: &Facts, page_url: &str) -> Reader {
    Reader {
        title: article.meta.title.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
        lang: article.meta.lang.clone(),
        rtl: article.meta.rtl || reads_leftwards(&story.text),
        article: article_steps(article, facts, page_url),
        facts: render_facts(facts, &story.text),
        has_facts: has_facts(facts),
        spots: spots(facts, &story.text),
    }
}

/// True where there is a fact to show.
pub fn has_facts(facts: &Facts) -> bool {
    !panel::is_empty(facts)
}

/// True where most letters are of a script written from right to left: many pages do not say so.
fn reads_leftwards(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().filter(|c| LEFTWARDS.iter().any(|range| range.contains(c))).count() * 2 > letters().count()
}

/// Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko. Source: Unicode blocks.
const LEFTWARDS: [std::ops::RangeInclusive<char>; 2] = ['\u{590}'..='\u{8ff}', '\u{fb1d}'..='\u{fefc}'];

fn article_steps(article: &Article, facts: &Facts, page_url: &str) -> Vec<Step> {
    let mut w = Writer::default();
    let opening = opening::find(article, facts);
    head::write(article, &opening, page_url, &mut w);
    let mut place = Place::new(&facts.sentences);
    place.skip(opening.bytes);
    w.classed(Tag::Div, Class::Body, |w| blocks::write(opening.blocks, &mut place, w));
    head::write_end(article, page_url, &mut w);
    w.finish()
}

/// The facts of a story of that text, to stand beside it.
pub fn render_facts(facts: &Facts, text: &str) -> Vec<Step> {
    let mut w = Writer::default();
    panel::write(facts, text, &mut w);
    w.finish()
}

#[cfg(test)]
mod tests;
