//! What trees get wrong about single passages, mended with the page as a whole in view.
//!
//! Before the cut: what looks alike is judged alike (copies are taken out elsewhere). After it: gaps inside a story's run
//! are filled and headings come along with what they head; what its element sets apart goes, as do comments; the headline
//! stands above the story and not in it. None of these reads a language.

use super::Guess;
use super::copies::COPY_WORDS;
use super::features::Sight;
use super::outline::Outline;
use super::whole::is_kept;
use crate::order;
use crate::order::Set;
use crate::page::Tag;

/// How much of the mean of what looks alike a passage takes on, and how many make a mean. Units: ratio, passages.
/// Source: F1 on WCXB dev is flat from 0.3 to 0.6, threads and manuals gain most.
const EVEN: f32 = 0.5;
const ALIKE: usize = 3;

/// Words of a story beside which comments are no part of it. Source: F1 on WCXB dev falls from 100 to 200.
const STORY_WORDS: u32 = 100;

/// From here on a page is held to be of a kind. Units: probability.
pub const PROBABLE: f32 = 0.5;

/// From here on a page may be of a kind: articles are often taken for something else, and threads for articles rarely.
/// Units: probability. Source: F1 on WCXB dev.
pub const PERHAPS: f32 = 0.3;

/// Words about a thing that is sold beside which reviews of it are no part of it. Units: words.
const OFFER_WORDS: u32 = 40;

/// Levels above a passage at which the class of a signature or of a preview stands. More would find the class of a
/// whole thread.
const BESIDE_LEVELS: usize = 4;

/// Headings with the same words that stand over contributions, and head nothing. Units: passages.
const REPEATED_HEADINGS: u32 = 3;

/// Passages of a region that is kept for the most part are kept from here on. Units: probability, share of words.
/// Source: F1 on WCXB dev.
const GAP: f32 = 0.2;
const MOSTLY: f32 = 0.5;

/// What looks alike mostly belongs together: brings passages nearer to the mean of all that look like them.
///
/// `share`: 0 leaves all as they are. Stories need it not: their paragraphs speak for themselves.
pub fn even_out(outline: &Outline, share: f32, probabilities: &mut [f32]) {
    let looks: Vec<(u32, u32)> = (0..probabilities.len()).map(|i| look(outline, i)).collect();
    let order = order::places_of_pairs(&looks);
    let is_same = |a: &u32, b: &u32| looks[*a as usize] == looks[*b as usize];
    for alike in order.chunk_by(is_same).filter(|alike| alike.len() >= ALIKE) {
        let alike = || alike.iter().map(|i| *i as usize);
        let weight = |i: usize| (outline.passages[i].tally.words + 1) as f32;
        let all: f32 = alike().map(weight).sum();
        let mean = alike().map(|i| probabilities[i] * weight(i)).sum::<f32>() / all;
        alike().for_each(|i| probabilities[i] += EVEN * share * (mean - probabilities[i]));
    }
}

/// What a passage's region and the one above it look like.
fn look(outline: &Outline, passage: usize) -> (u32, u32) {
    let region = &outline.regions[outline.passages[passage].region];
    (region.look, outline.regions[region.parent].look)
}

/// Mends the cut.
pub fn mend(sight: &Sight, guess: &Guess, copies: &[bool], keep: &mut [bool]) {
    // First, so that what goes below stays out.
    fill_gaps(sight.outline, &guess.passages, copies, keep);
    if guess.article < PROBABLE && guess.forum < PERHAPS {
        keep_headings(sight, copies, keep);
    }
    drop_parts(sight, &|r| is_frame(sight.outline, r), STORY_WORDS, keep);
    drop_links_aside(sight, keep);
    if guess.forum >= PERHAPS {
        drop_beside(sight, keep);
        drop_around(sight, "beside-thread", STORY_WORDS, keep);
    }
    if guess.forum < PROBABLE && guess.article >= PERHAPS {
        drop_comments(sight, keep);
    }
    if guess.product >= PERHAPS {
        drop_around(sight, "beside-offer", OFFER_WORDS, keep);
    }
    if guess.service >= PERHAPS {
        drop_around(sight, "beside-service", STORY_WORDS, keep);
    }
    // Manuals are taken for lists and offers too, and these names stand for one thing.
    drop_around(sight, "beside-manual", STORY_WORDS, keep);
    if guess.article >= PROBABLE
        && let Some(headline) = sight.frame.headline
    {
        keep[headline] = false;
    }
}

/// Drops what stands in contributions to a thread and was not written for it: signatures, previews of what links lead
/// to, the thread's title over each of them.
fn drop_beside(sight: &Sight, keep: &mut [bool]) {
    let outline = sight.outline;
    let beside = sight.lexicon.named("signature").or(sight.lexicon.named("preview"));
    let is_beside = |i: usize| {
        let mut regions = outline.around(i).take(BESIDE_LEVELS).filter(|r| *r != 0);
        regions.any(|r| outline.regions[r].families.meets(beside))
    };
    let is_title = |i: usize| {
        let heading = outline.regions[outline.passages[i].region].tag.heading_level().is_some();
        heading && sight.frame.copies[i].0 >= REPEATED_HEADINGS
    };
    (0..keep.len()).for_each(|i| keep[i] = keep[i] && !is_beside(i) && !is_title(i));
}

/// Drops what stands under comments, where a story stands before them.
fn drop_comments(sight: &Sight, keep: &mut [bool]) {
    let outline = sight.outline;
    let comment = sight.lexicon.named("comment");
    let is_comment = kept_inside(sight, keep, &|r| outline.regions[r].families.meets(comment));
    let Some(first) = is_comment.iter().position(|c| *c) else { return };
    let words = |i: &usize| if keep[*i] { outline.passages[*i].tally.words } else { 0 };
    let follows_story = (0..first).map(|i| words(&i)).sum::<u32>() >= STORY_WORDS;
    if follows_story && !goes_on(outline, keep, first, &is_comment) {
        keep.iter_mut().zip(&is_comment).for_each(|(keep, comment)| *keep &= !comment);
    }
}

/// Drops what stands around a thing that is sold (what customers say of it, and other things shown one after another),
/// a service (the newest of the firm's blog), a manual (what readers may say of it) or a thread (what members may do),
/// where `least` words are left.
fn drop_around(sight: &Sight, family: &str, least: u32, keep: &mut [bool]) {
    let family = sight.lexicon.named(family);
    drop_parts(sight, &|r| sight.outline.regions[r].families.meets(family), least, keep);
}

/// Drops parts of the page where `least` words are left.
fn drop_parts(sight: &Sight, is_part: &dyn Fn(usize) -> bool, least: u32, keep: &mut [bool]) {
    let inside = kept_inside(sight, keep, is_part);
    let rest: Vec<bool> = keep.iter().zip(&inside).map(|(keep, inside)| keep & !inside).collect();
    if super::total(sight.outline, &rest, |p| p.tally.words) >= least {
        keep.copy_from_slice(&rest);
    }
}

/// Links are most of what stands in an aside of so many. Units: share of letters.
const MOSTLY_LINKS: f32 = 0.8;

/// Drops lists of links to other pages that stand aside, where a story is left without them.
fn drop_links_aside(sight: &Sight, keep: &mut [bool]) {
    let outline = sight.outline;
    let (mut letters, mut linked) = (vec![0u32], vec![0u32]);
    for passage in &outline.passages {
        letters.push(letters.last().unwrap_or(&0) + passage.tally.letters);
        linked.push(linked.last().unwrap_or(&0) + passage.tally.link_letters);
    }
    let is_links = |r: usize| {
        let std::ops::Range { start, end } = outline.regions[r].passages;
        let (all, links) = (letters[end] - letters[start], linked[end] - linked[start]);
        outline.regions[r].tag == Tag::Aside && links as f32 >= MOSTLY_LINKS * all as f32
    };
    drop_parts(sight, &is_links, STORY_WORDS, keep);
}

/// True for what by its element is no story: links to other parts, a page's small print, dialogs, what a form asks.
fn is_frame(outline: &Outline, region: usize) -> bool {
    let tag = |r: usize| outline.regions[r].tag;
    match tag(region) {
        Tag::Nav | Tag::Dialog | Tag::Label | Tag::Select => true,
        // The foot of an article or a quote names its author.
        Tag::Footer => {
            !outline.upward(region).any(|r| matches!(tag(r), Tag::Article | Tag::Blockquote | Tag::Figure))
        }
        _ => false,
    }
}

/// Which kept passages lie in such parts. A wrapper around the headline may be called anything.
fn kept_inside(sight: &Sight, keep: &[bool], is_part: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let mut inside = vec![false; keep.len()];
    for (r, region) in sight.outline.regions.iter().enumerate().skip(1) {
        let holds_headline = sight.frame.headline.is_some_and(|h| region.passages.contains(&h));
        if is_part(r) && !holds_headline {
            region.passages.clone().for_each(|i| inside[i] = keep[i]);
        }
    }
    inside
}

/// True where what is called comments is laid out as the story before it: answers in a thread, or sections whose
/// titles speak of replies. Comments under a story have a look of their own.
fn goes_on(outline: &Outline, keep: &[bool], first: usize, is_comment: &[bool]) -> bool {
    let words = |i: usize| outline.passages[i].tally.words;
    let long = (0..first).filter(|i| keep[*i] && words(*i) >= COPY_WORDS);
    let story: Set<(u32, u32)> = long.map(|i| look(outline, i)).collect();
    let comments = || (0..keep.len()).filter(|i| is_comment[*i]);
    let alike: u32 = comments().filter(|i| story.contains(&look(outline, *i))).map(words).sum();
    alike as f32 >= MOSTLY * comments().map(words).sum::<u32>() as f32
}

/// A heading comes along with what it heads; what stands in articles over other stories does not. Source: F1 on WCXB dev
/// (services and lists of goods gain).
fn keep_headings(sight: &Sight, copies: &[bool], keep: &mut [bool]) {
    for section in sight.frame.sections.iter().filter(|s| s.level > 1) {
        let heading = section.passages.start;
        let below = heading + 1..section.passages.end;
        keep[heading] |= !copies[heading] && is_kept(sight.outline, &below, keep, MOSTLY);
    }
}

/// Keeps what the cut left out of a region that it kept for the most part: a paragraph is not lost for being odd.
fn fill_gaps(outline: &Outline, probabilities: &[f32], copies: &[bool], keep: &mut [bool]) {
    let parent = |i: usize| outline.regions[outline.passages[i].region].parent;
    let mut all = vec![0; outline.regions.len()];
    let mut kept = vec![0; outline.regions.len()];
    for (i, passage) in outline.passages.iter().enumerate() {
        all[parent(i)] += passage.tally.words;
        kept[parent(i)] += if keep[i] { passage.tally.words } else { 0 };
    }
    let mostly_kept = |r: usize| kept[r] >= STORY_WORDS && kept[r] as f32 >= MOSTLY * all[r] as f32;
    let first = keep.iter().position(|k| *k).unwrap_or(keep.len());
    for i in first..keep.len() {
        keep[i] |= !copies[i] && probabilities[i] >= GAP && mostly_kept(parent(i));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::PageKind;
    use crate::article::select::tests::seen;

    const LINE: &str = "The ferry leaves the old quay at dawn and comes back when the tide has turned again.";

    /// How many passages stay of a page on which all were kept.
    fn left(body: &str) -> usize {
        left_by(drop_comments, body)
    }

    fn left_by(drop: fn(&Sight, &mut [bool]), body: &str) -> usize {
        seen(body, |sight| {
            let mut keep = vec![true; sight.outline.passages.len()];
            drop(sight, &mut keep);
            keep.iter().filter(|k| **k).count()
        })
    }

    fn lines(tag: &str, count: usize) -> String {
        format!("<{tag}>{LINE}</{tag}>").repeat(count)
    }

    #[test]
    fn what_looks_alike_is_judged_alike() {
        let check = |share, expected: [f32; 4]| {
            let mut found = [0.9, 0.9, 0.0, 0.1];
            seen(&(lines("p", 3) + "<h2>Quay</h2>"), |sight| even_out(sight.outline, share, &mut found));
            assert!(found.iter().zip(expected).all(|(f, e)| (f - e).abs() < 1e-6), "{found:?}");
        };
        check(0.0, [0.9, 0.9, 0.0, 0.1]);
        check(1.0, [0.75, 0.75, 0.3, 0.1]);
    }

    #[test]
    fn comments_under_a_story_go() {
        let comments = format!("<div class='comments'><div class='says'>{}</div></div>", lines("p", 3));
        assert_eq!(left(&format!("<div class='story'>{}</div>{comments}", lines("p", 10))), 10);
        assert_eq!(left(&format!("<div class='story'>{}</div>{comments}", lines("p", 2))), 5);
    }

    fn drop_around_offer(sight: &Sight, keep: &mut [bool]) {
        drop_around(sight, "beside-offer", OFFER_WORDS, keep);
    }

    /// A page that is of no kind, on which no passage is probable.
    fn no_guess(passages: usize) -> Guess {
        Guess {
            kind: PageKind::Listing,
            article: 0.0,
            forum: 0.0,
            documentation: 0.0,
            product: 0.0,
            service: 0.0,
            passages: vec![0.0; passages],
        }
    }

    /// As of a manual that is taken for a list.
    fn mend_list(sight: &Sight, keep: &mut [bool]) {
        mend(sight, &no_guess(keep.len()), &vec![false; keep.len()], keep);
    }

    fn mend_service(sight: &Sight, keep: &mut [bool]) {
        let guess = Guess { service: 1.0, ..no_guess(keep.len()) };
        mend(sight, &guess, &vec![false; keep.len()], keep);
    }

    /// As of a thread of which no passage is less probable than another.
    fn mend_thread(sight: &Sight, keep: &mut [bool]) {
        let guess = Guess { forum: 1.0, passages: vec![GAP; keep.len()], ..no_guess(keep.len()) };
        mend(sight, &guess, &vec![false; keep.len()], keep);
    }

    #[test]
    fn what_readers_may_say_of_a_manual_goes() {
        let asked = |id: &str| format!("<div id='{id}'>{}</div>", lines("p", 2));
        assert_eq!(left_by(mend_list, &(lines("p", 10) + &asked("quick-feedback-no"))), 10);
        assert_eq!(left_by(mend_list, &(lines("p", 10) + &asked("pageFeedback"))), 10);
        // A section of the manual, and a page about just that.
        assert_eq!(left_by(mend_list, &(lines("p", 10) + &asked("negative-feedback"))), 12);
        assert_eq!(left_by(mend_list, &(lines("p", 2) + &asked("page-feedback"))), 4);
    }

    #[test]
    fn what_customers_say_goes_with_other_offers() {
        let offer = lines("p", 4);
        let check = |beside: &str, stay: usize| {
            assert_eq!(
                left_by(drop_around_offer, &format!("<div class='about'>{offer}</div>{beside}")),
                stay
            );
        };
        let around = |class: &str| format!("<div class='{class}'>{}</div>", lines("p", 3));
        check(&around("customer-reviews"), 4);
        check(&around("customerReviews"), 4);
        check(&around("more-carousel"), 4);
        check(&around("preview-text"), 7);
        // An offer that is all reviews.
        assert_eq!(left_by(drop_around_offer, &around("reviews")), 3);
    }

    #[test]
    fn what_was_not_written_for_a_thread_goes() {
        let post = |beside: &str| format!("<div class='post'>{beside}{}</div>", lines("p", 1));
        let check =
            |beside: &str, stay: usize| assert_eq!(left_by(drop_beside, &post(beside).repeat(3)), stay);
        check("<h3>Re: The quay</h3>", 3);
        check("<aside class='onebox'><p>A page about quays</p></aside>", 3);
        check("<div class='signature'>Gone fishing</div>", 3);
        check("<dl class='postprofile'><dt>Ann</dt><dd>Writes since 2019</dd></dl>", 3);
        check("<div class='message-userExtras'>Writes since 2019</div>", 3);
        check("<div class='words'>Gone fishing</div>", 6);
        assert_eq!(left_by(drop_beside, &post("<h3>The quay</h3>").repeat(2)), 4);
        let rules = |sight: &Sight, keep: &mut [bool]| drop_around(sight, "beside-thread", STORY_WORDS, keep);
        let allowed = "<div id='collapse_forumrules'><p>You may write</p></div>";
        assert_eq!(left_by(rules, &(post("").repeat(8) + allowed)), 8);
    }

    #[test]
    fn what_its_element_sets_apart_goes() {
        for tag in ["nav", "dialog", "footer", "label", "select"] {
            let part = |around: &str| format!("<{around}><{tag}>{}</{tag}></{around}>", lines("p", 2));
            assert_eq!(left_by(mend_list, &(lines("p", 10) + &part("div"))), 10, "{tag}");
            // A page of little else.
            assert_eq!(left_by(mend_list, &(lines("p", 2) + &part("div"))), 4, "{tag}");
            let stay = if tag == "footer" { 12 } else { 10 };
            assert_eq!(left_by(mend_list, &(lines("p", 10) + &part("blockquote"))), stay, "{tag}");
        }
    }

    #[test]
    fn lists_of_links_aside_go() {
        let aside = |text: &str| format!("<aside><ul>{text}</ul></aside>");
        let links = aside(&"<li><a href='/a'>Ferry leaves old quay at dawn</a></li>".repeat(3));
        assert_eq!(left_by(mend_list, &(lines("p", 10) + &links)), 10);
        // A page of little else, and a note.
        assert_eq!(left_by(mend_list, &(lines("p", 2) + &links)), 5);
        assert_eq!(left_by(mend_list, &(lines("p", 10) + &aside(&lines("li", 2)))), 12);
    }

    #[test]
    fn a_heading_comes_along_with_what_it_heads() {
        let check = |guess: fn(usize) -> Guess, heading: &str, before: &str, after: &str| {
            let mut keep: Vec<bool> = before.chars().map(|c| c == 'x').collect();
            let body = format!("<{heading}>The quay</{heading}>{}", lines("p", 3));
            seen(&body, |sight| mend(sight, &guess(4), &[false; 4], &mut keep));
            let found: String = keep.iter().map(|k| if *k { 'x' } else { '-' }).collect();
            assert_eq!(found, after, "{heading} {before}");
        };
        check(no_guess, "h2", "-xx-", "xxx-");
        check(no_guess, "h2", "-x--", "-x--");
        check(no_guess, "h2", "----", "----");
        check(no_guess, "h1", "-xxx", "-xxx");
        check(|n| Guess { article: 1.0, ..no_guess(n) }, "h3", "-xxx", "-xxx");
        check(|n| Guess { forum: 1.0, ..no_guess(n) }, "h3", "-xxx", "-xxx");
    }

    #[test]
    fn what_a_firm_writes_in_its_blog_is_no_service() {
        let teased = |class: &str| format!("<div class='{class}'>{}</div>", lines("p", 2));
        for class in ["latest-posts", "latestposts", "recent-news", "row related-articles", "blog-cards"] {
            assert_eq!(left_by(mend_service, &(lines("p", 10) + &teased(class))), 10, "{class}");
            assert_eq!(left_by(mend_list, &(lines("p", 10) + &teased(class))), 12, "{class}");
        }
        assert_eq!(left_by(mend_service, &(lines("p", 10) + &teased("related-services"))), 12);
        // A page of little else.
        assert_eq!(left_by(mend_service, &(lines("p", 2) + &teased("latest-posts"))), 4);
    }

    #[test]
    fn gaps_are_not_filled_with_what_goes() {
        let post = format!("<div class='post'>{}<p class='signature'>Gone fishing</p></div>", lines("p", 10));
        assert_eq!(left_by(mend_thread, &post), 10);
    }

    #[test]
    fn answers_laid_out_like_the_first_post_stay() {
        let post = |id: &str| format!("<div id='{id}'><div class='words'>{}</div></div>", lines("p", 10));
        assert_eq!(left(&(post("first") + &post("reply-1") + &post("reply-2"))), 30);
    }

    #[test]
    fn a_section_about_comments_stays() {
        let section = |id: &str| format!("<section id='{id}'>{}</section>", lines("p", 10));
        assert_eq!(left(&(section("before-you-write") + &section("respond-to-comments"))), 20);
    }
}
