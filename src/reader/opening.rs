//! What the story's first blocks repeat of the head above it: said once, and a fact that stands in it leads there.

use crate::article::Article;
use crate::article::Block;
use crate::article::Figure;
use crate::article::Image;
use crate::article::push_text;
use crate::facts::Facts;
use crate::text::words::bare;

/// The story without what its head says already.
pub(super) struct Opening<'a> {
    /// The blocks that are left.
    pub blocks: &'a [Block],
    /// Length in the story's text of what was left out.
    ///
    /// Units: bytes, line ends counted.
    pub bytes: usize,
    /// Number of the sentence the headline stands in. None: the story does not repeat it.
    pub title: Option<usize>,
    /// The same of the byline.
    pub byline: Option<usize>,
    /// The picture above the story. None: none, or the story shows it in its own place.
    pub lead: Option<&'a Figure>,
}

/// Letters that a line may hold besides the byline and still say no more: "Written by" has nine.
const MOST_BESIDES: usize = 10;

/// Finds where the story itself begins; at least one block is left.
pub(super) fn find<'a>(article: &'a Article, facts: &Facts) -> Opening<'a> {
    let lead = article.meta.lead_image.as_ref().filter(|lead| !shows(&article.blocks, lead));
    let mut found = Opening { blocks: &article.blocks, bytes: 0, title: None, byline: None, lead };
    while let Some((first, rest)) = found.blocks.split_first().filter(|(_, rest)| !rest.is_empty()) {
        let text = line_of(first);
        let sentence = facts.sentences.iter().position(|s| s.1 as usize > found.bytes);
        if found.title.is_none() && is_title(first, &text, article) {
            found.title = sentence;
        } else if found.byline.is_none() && is_byline(first, &text, article) {
            found.byline = sentence;
        } else {
            break;
        }
        found.blocks = rest;
        found.bytes += text.len() + 1;
    }
    found
}

/// True if the story itself holds the picture, between its paragraphs or in a contribution.
fn shows(blocks: &[Block], lead: &Figure) -> bool {
    let is_lead = |image: &Image| lead.images.iter().any(|one| one.src == image.src);
    blocks.iter().any(|block| match block {
        Block::Figure(figure) => figure.images.iter().any(is_lead),
        Block::Post(post) => shows(&post.blocks, lead),
        _ => false,
    })
}

/// "" for what is no line of text.
fn line_of(block: &Block) -> String {
    let mut line = String::new();
    if let Block::Heading { text, .. } | Block::Paragraph(text) = block {
        push_text(text, &mut line);
    }
    line
}

/// A month or a number may follow a headline of some length, as blogs write it.
fn is_title(block: &Block, text: &str, article: &Article) -> bool {
    let Some(title) = article.meta.title.as_ref().map(|title| bare(&title.value)) else { return false };
    let text = bare(text);
    let most_besides = if title.len() < 2 * MOST_BESIDES { 0 } else { MOST_BESIDES };
    let besides = text.strip_prefix(title.as_str()).map(str::len);
    matches!(block, Block::Heading { .. }) && besides.is_some_and(|besides| besides <= most_besides)
}

fn is_byline(block: &Block, text: &str, article: &Article) -> bool {
    let Some(byline) = article.meta.byline.as_ref().map(|b| bare(&b.value)).filter(|b| !b.is_empty()) else {
        return false;
    };
    let text = bare(text);
    let besides = text.len() - byline.len().min(text.len());
    matches!(block, Block::Paragraph(_)) && text.contains(&byline) && besides <= MOST_BESIDES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Inline;
    use crate::article::Source;
    use crate::article::Sourced;

    #[test]
    fn a_long_headline_may_have_its_month_beside_it() {
        let title = "Porting a parser and its tests";
        let heading =
            |text: &str| Block::Heading { level: 2, text: vec![Inline::Text(text.to_owned())], id: None };
        let said = Sourced { value: title.to_owned(), source: Source::Visible };
        let article = Article {
            meta: crate::article::Meta { title: Some(said), ..Default::default() },
            ..Article::default()
        };
        assert!(is_title(&heading(""), &format!("{title} / Dec 2025"), &article));
        assert!(!is_title(&heading(""), &format!("{title}: the second half"), &article));
    }

    /// How many of `lines` the head says already. The first is a heading where it begins with `#`.
    #[track_caller]
    fn check(lines: &[&str], repeated: usize) {
        let text = |t: &str| vec![Inline::Text(t.to_owned())];
        let block = |line: &&str| match line.strip_prefix('#') {
            Some(heading) => Block::Heading { level: 1, text: text(heading), id: None },
            None => Block::Paragraph(text(line)),
        };
        let mut article = Article { blocks: lines.iter().map(block).collect(), ..Article::default() };
        let sourced = |value: &str| Some(Sourced { value: value.to_owned(), source: Source::Visible });
        article.meta.title = sourced("Night ferry");
        article.meta.byline = sourced("Ines Halvorsen");
        let opening = find(&article, &Facts::default());
        assert_eq!(lines.len() - opening.blocks.len(), repeated, "{lines:?}");
        assert_eq!(
            opening.bytes,
            lines[..repeated].iter().map(|l| l.trim_start_matches('#').len() + 1).sum::<usize>()
        );
    }

    #[test]
    fn headline_and_byline_are_said_once() {
        check(&["#Night  ferry", "By Ines Halvorsen", "The story."], 2);
        check(&["By INES HALVORSEN", "The story."], 1);
        check(&["#Another heading", "The story."], 0);
        check(&["#Night ferry II", "The story."], 0);
    }

    #[test]
    fn a_picture_stands_in_one_place() {
        let figure = |src: &str| Figure {
            images: vec![Image { src: src.to_owned(), alt: String::new(), size: None }],
            caption: None,
            credit: None,
        };
        let mut article = Article { blocks: vec![Block::Figure(figure("a.png"))], ..Article::default() };
        article.meta.lead_image = Some(figure("a.png"));
        assert_eq!(find(&article, &Facts::default()).lead, None);
        article.meta.lead_image = Some(figure("b.png"));
        assert!(find(&article, &Facts::default()).lead.is_some());
    }

    #[test]
    fn nothing_that_says_more_is_left_out() {
        check(&["Ines Halvorsen is on board and says why.", "More."], 0);
        check(&["Night ferry", "A paragraph is no headline."], 0);
        check(&["By Ines Halvorsen"], 0);
        check(&["#Night ferry", "The story.", "By Ines Halvorsen"], 1);
    }
}
