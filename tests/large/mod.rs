//! Pages as large as anybody could send, made by rule: the same bytes for the same size.

#![allow(dead_code, reason = "each program that includes this uses a part of it")]

/// Shapes of large pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An article of one-sentence paragraphs; size in elements.
    Paragraphs,
    /// A list of links; size in elements.
    Links,
    /// One table; size in elements.
    Table,
    /// Divisions inside divisions, a paragraph at the bottom; size in levels.
    Nested,
    /// A division with a paragraph in every level; size in levels.
    Stairs,
    /// A paragraph with attributes of different names; size in attributes.
    Attributes,
    /// Paragraphs with twenty attributes each; size in attributes.
    Classes,
    /// One paragraph; size in bytes.
    Text,
    /// News prose with names, dates, amounts and quotes in paragraphs; size in words.
    News,
    /// One paragraph of bold words and links; size in elements.
    Inline,
}

impl Shape {
    /// All of them.
    pub const ALL: [Shape; 10] = [
        Shape::Paragraphs,
        Shape::Links,
        Shape::Table,
        Shape::Nested,
        Shape::Stairs,
        Shape::Attributes,
        Shape::Classes,
        Shape::Text,
        Shape::News,
        Shape::Inline,
    ];
}

/// Markup of a shape, as a browser serializes it.
pub fn html(shape: Shape, size: usize) -> String {
    let body = match shape {
        Shape::Paragraphs => (0..size).map(|i| format!("<p>{}</p>", sentence(i))).collect(),
        Shape::Links => {
            let link = |i| format!("<li><a href=\"/story/{i}.html\">{}</a></li>", sentence(i));
            format!("<ul>{}</ul>", (0..size / 2).map(link).collect::<String>())
        }
        Shape::Table => {
            let row = |i| format!("<tr><td>{i}</td><td>{}</td><td>{}</td></tr>", i * 7, sentence(i));
            format!("<table><tbody>{}</tbody></table>", (0..size / 4).map(row).collect::<String>())
        }
        Shape::Nested => format!("{}<p>{}</p>{}", "<div>".repeat(size), prose(200), "</div>".repeat(size)),
        Shape::Stairs => {
            let down: String = (0..size).map(|i| format!("<div><p>{}</p>", sentence(i))).collect();
            down + &"</div>".repeat(size)
        }
        Shape::Attributes => {
            let attributes: String = (0..size).map(|i| format!(" data-{i}=\"{i}\"")).collect();
            format!("<p{attributes}>{}</p>", prose(200))
        }
        Shape::Classes => {
            let attributes: String = (1..20).map(|i| format!(" data-{i}=\"{i}\"")).collect();
            let p = |i| format!("<p class=\"c{i} story-text\"{attributes}>{}</p>", sentence(i));
            (0..size / 20).map(p).collect()
        }
        Shape::Text => format!("<p>{}</p>", text(size)),
        Shape::News => {
            format!("<article>{}</article>", news(size).replace("<line>", "<p>").replace("</line>", "</p>"))
        }
        Shape::Inline => {
            let piece = |i| format!("<b>{}</b> and <a href=\"/{i}\">{}</a>, ", words(i, 2), words(i + 3, 3));
            format!("<p>{}</p>", (0..size / 2).map(piece).collect::<String>())
        }
    };
    format!(
        "<html><head><title>A large page</title></head><body><h1>A large page of some kind</h1>{body}</body></html>"
    )
}

/// Running text of about `size` bytes without a line end.
pub fn text(size: usize) -> String {
    let mut out = String::with_capacity(size + 100);
    for i in 0.. {
        if out.len() >= size {
            break;
        }
        out += &sentence(i);
        out.push(' ');
    }
    out
}

/// News prose of about `size` words: `<line>`s in markup.
fn news(size: usize) -> String {
    let (mut out, mut count) = (String::new(), 0);
    for i in 0.. {
        if count >= size {
            break;
        }
        let line = story_line(i);
        count += line.split_whitespace().count();
        out += &format!("<line>{line}</line>");
    }
    out
}

/// The same as plain text, a line for each paragraph.
pub fn copied(size: usize) -> String {
    news(size).replace("<line>", "").replace("</line>", "\n\n")
}

fn story_line(i: usize) -> String {
    let person = format!("{} {}", pick(FIRST, i), pick(LAST, i / 7));
    let other = format!("{} {}", pick(FIRST, i / 3 + 5), pick(LAST, i / 11 + 3));
    let body = format!("{} {}", pick(LAST, i / 5), pick(BODIES, i));
    match i % 5 {
        0 => format!(
            "{person}, the head of the {body}, said on {} that {} people had left the harbour since {}.",
            pick(DAYS, i),
            10 + i % 900,
            1950 + i % 70
        ),
        1 => format!(
            "“{} for all of us here, and we will go on with it,” said {person}, a spokesman for {body}.",
            sentence(i).trim_end_matches('.')
        ),
        2 => format!(
            "{} {} It cost ${}m, up {}% on the year before, the {body} said in a statement.",
            sentence(i),
            sentence(i + 1),
            1 + i % 400,
            1 + i % 60
        ),
        3 => format!(
            "Mr. {} met {other} in {} on 5 May {}. “It is late,” he said. The president of the {body} was not there.",
            pick(LAST, i / 7),
            pick(TOWNS, i),
            1990 + i % 30
        ),
        _ => format!("{} {} {}", sentence(i), sentence(i + 2), sentence(i + 3)),
    }
}

fn prose(words: usize) -> String {
    (0..words / 9).map(|i| sentence(i) + " ").collect()
}

fn sentence(i: usize) -> String {
    let mut out = words(i, 7 + i % 6);
    out[..1].make_ascii_uppercase();
    out + "."
}

fn words(i: usize, count: usize) -> String {
    let word = |k: usize| pick(WORDS, i.wrapping_mul(7) + k * (k + i % 13));
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn pick(list: &'static [&'static str], i: usize) -> &'static str {
    list[i % list.len()]
}

const WORDS: &[&str] = &[
    "the", "harbour", "was", "closed", "after", "a", "storm", "and", "many", "boats", "were", "lost",
    "while", "people", "waited", "for", "help", "from", "town", "in", "night", "of", "winter", "with",
    "little", "light",
];
const FIRST: &[&str] =
    &["Mary", "John", "Ann", "Paul", "Susan", "Peter", "Linda", "Mark", "Sarah", "David", "Emma"];
const LAST: &[&str] = &[
    "Smith", "Brown", "Keller", "Okafor", "Li", "Novak", "Haddad", "Jones", "Moreau", "Silva", "Tanaka",
    "Berg", "O’Neil",
];
const BODIES: &[&str] = &["Foundation", "Council", "Bank", "University", "Ministry", "Group", "Corp."];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const TOWNS: &[&str] = &["London", "Paris", "Lagos", "Berlin", "Ohio", "Kyiv"];
