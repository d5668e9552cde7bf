//! The headings of a page, which may hold its title.
//!
//! Some sites put a kicker into the heading: "Politics" above "The bridge reopens". If both are
//! read as one text, the result is a title that nobody wrote.

use super::hints;
use super::text::{cap, fold, plain, tidy};
use super::title::resemble;
use crate::limits::{MAX_HEADINGS, MAX_TITLE_CHARS};
use crate::script::is_unspaced;
use crate::text::has_words;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Maximum number of ways to read a heading.
const MAX_READINGS: usize = 5;

/// A heading of the page.
pub(super) struct Heading {
    pub node: NodeId,
    pub level: u8,
    /// The text without its kicker.
    pub text: String,
    pub folded: String,
    /// The possible readings of a heading with several elements: the whole text, the text without
    /// its kicker, the text after the first element, after the second, and so on.
    pub readings: Vec<String>,
    /// `true` if the heading is in an `<article>`.
    pub is_in_article: bool,
    /// `true` if the heading is in a `<header>`. Inside an article, that header is the article's.
    /// Outside, it is the site's.
    pub is_in_header: bool,
    /// `true` if the heading links to the site's first page.
    pub is_logo: bool,
}

/// A heading that is being read.
struct Open {
    node: NodeId,
    level: u8,
    is_logo: bool,
    /// The texts between the edges of elements. The flag is `true` for a text in a kicker.
    pieces: Vec<(String, bool)>,
    kicker: Option<NodeId>,
}

/// Returns the headings `h1` to `h3` in document order.
pub(super) fn headings(tree: &Tree) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut open: Option<Open> = None;
    // The outermost open `article` and `header`.
    let (mut article, mut header) = (None, None);
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        if found.len() == MAX_HEADINGS {
            break;
        }
        match step {
            Step::Enter(id) => match (tree.tag(id), &mut open) {
                (Tag::TEXT, Some(heading)) => heading.push(tree.text(id)),
                (Tag::SCRIPT | Tag::STYLE | Tag::TEMPLATE | Tag::NAV | Tag::SVG | Tag::BUTTON, _) => {
                    walk.skip_children(id);
                }
                _ if tree.is_permalink(id) => walk.skip_children(id),
                (Tag::BR, Some(heading)) => heading.push(" "),
                (_, Some(heading)) => heading.enter(tree, id),
                (Tag::ARTICLE, None) => article = article.or(Some(id)),
                (Tag::HEADER, None) => header = header.or(Some(id)),
                (tag, None) => {
                    open = level(tag).map(|level| Open {
                        node: id,
                        level,
                        is_logo: false,
                        pieces: vec![Default::default()],
                        kicker: None,
                    });
                }
            },
            Step::Leave(id) => {
                article = article.filter(|&article| article != id);
                header = header.filter(|&header| header != id);
                match open.take_if(|heading| heading.node == id) {
                    Some(heading) => found.extend(heading.finish(article.is_some(), header.is_some())),
                    None => open.iter_mut().for_each(|heading| heading.leave(id)),
                }
            }
        }
    }
    found
}

impl Open {
    fn push(&mut self, text: &str) {
        if let Some((piece, _)) = self.pieces.last_mut() {
            piece.push_str(text);
        }
    }

    fn enter(&mut self, tree: &Tree, id: NodeId) {
        // Only the first text of a heading can be its kicker.
        let is_first = self.pieces.iter().all(|(text, _)| text.trim().is_empty());
        if is_first && self.kicker.is_none() && hints::is_kicker(&hints::words(tree, id)) {
            self.kicker = Some(id);
        }
        let path = |href: &str| {
            href.split_once("://").map_or(Some(href), |(_, rest)| Some(rest.split_once('/')?.1)) == Some("")
        };
        self.is_logo |= tree.tag(id) == Tag::A && tree.attr(id, "href").is_some_and(|href| href == "/" || path(href));
        self.pieces.push((String::new(), self.kicker.is_some()));
    }

    fn leave(&mut self, id: NodeId) {
        self.kicker = self.kicker.filter(|&kicker| kicker != id);
        self.pieces.push((String::new(), self.kicker.is_some()));
    }

    fn finish(self, is_in_article: bool, is_in_header: bool) -> Option<Heading> {
        let said: Vec<&(String, bool)> = self.pieces.iter().filter(|(text, _)| !text.is_empty()).collect();
        // A section number is not a kicker.
        let is_kicker = |(text, is_kicker): &(String, bool)| *is_kicker && text.contains(char::is_alphabetic);
        let text = joined(said.iter().filter(|piece| !is_kicker(piece)).map(|(text, _)| text.as_str()));
        let mut readings: Vec<String> = (0..said.len().min(MAX_READINGS))
            .map(|from| joined(said[from..].iter().map(|(text, _)| text.as_str())))
            .collect();
        let text = match text.contains(|c| c == ' ' || is_unspaced(c)) {
            true => text,
            false => readings.first()?.clone(),
        };
        readings.insert(1, text.clone());
        let folded = fold(&text);
        let Open { node, level, is_logo, .. } = self;
        (!folded.is_empty()).then_some(Heading {
            node,
            level,
            text,
            folded,
            readings,
            is_in_article,
            is_in_header,
            is_logo,
        })
    }
}

/// Joins the pieces of a heading. Adds a space between two elements that only a style separates.
fn joined<'a>(pieces: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for piece in pieces {
        let mut back = text.chars().rev();
        let ends = match back.next() {
            // A quotation mark after a space opens a quotation.
            Some(c) if "\"”»“?!".contains(c) => back.next().is_some_and(|before| !before.is_whitespace()),
            last => last.is_some_and(char::is_lowercase),
        };
        if ends && piece.starts_with(|c: char| c.is_uppercase() || "\"“«„".contains(c)) {
            text.push(' ');
        }
        text.push_str(piece);
    }
    // Some templates escape text twice.
    let text = if text.contains("&#") { plain(&text) } else { tidy(&text) };
    cap(text.trim_start_matches([':', '|', '-', '–', ' ']).to_owned(), MAX_TITLE_CHARS)
}

/// Minimum number of words of a headline without a heading's tag. Shorter lines name a section of the site.
const UNMARKED_WORDS: usize = 4;
/// Maximum number of bytes of such a headline, and of steps of the walk through it.
const UNMARKED_BYTES: usize = 400;
const UNMARKED_STEPS: usize = 80;
/// Maximum number of lines that are returned, and that are tried. Each is compared with the text after it.
const MOST_UNMARKED: usize = 4;
const MOST_TRIED: usize = 32;

/// Returns the lines of a page without `h1` that may be its headline: lines above the text that are set larger than text,
/// or whose class says that they are a title. Names and boxes look so too. So a line must be a version of one of the
/// `titles`, which are folded. Only on a page without a title in metadata may a large line have other words.
pub(super) fn unmarked(tree: &Tree, titles: &[String], is_stated: bool) -> Vec<Heading> {
    let (mut found, mut tried) = (Vec::new(), 0);
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next().filter(|_| found.len() < MOST_UNMARKED && tried < MOST_TRIED) {
        let Step::Enter(id) = step else { continue };
        match tree.tag(id) {
            Tag::SCRIPT | Tag::STYLE | Tag::TEMPLATE | Tag::NAV | Tag::SVG | Tag::BUTTON | Tag::A => {
                walk.skip_children(id);
            }
            Tag::TEXT | Tag::H2 | Tag::H3 => {}
            _ => {
                let is_large = is_large(tree, id);
                let is_named = || hints::is_title(&hints::words(tree, id));
                let Some(text) = (is_large || is_named()).then(|| line_of(tree, id)).flatten() else { continue };
                let folded = fold(&text);
                let is_title = !is_stated && is_large || titles.iter().any(|title| resemble(&folded, title));
                if is_title && has_words(&text, UNMARKED_WORDS) {
                    tried += 1;
                    if leads_text(tree, id) {
                        found.push(Heading::of_line(id, text, folded));
                        walk.skip_children(id);
                    }
                }
            }
        }
    }
    found
}

impl Heading {
    /// Makes a heading of the first level from a line without a heading's tag.
    fn of_line(node: NodeId, text: String, folded: String) -> Heading {
        let readings = vec![text.clone()];
        Heading { node, level: 1, text, folded, readings, is_in_article: false, is_in_header: false, is_logo: false }
    }
}

/// Returns the text of an element without blocks inside it, if it is as short as a headline.
fn line_of(tree: &Tree, id: NodeId) -> Option<String> {
    let mut text = String::new();
    for (count, step) in tree.walk(id).skip(1).enumerate() {
        match step {
            Step::Enter(inner) if tree.tag(inner) == Tag::TEXT => text.push_str(tree.text(inner)),
            Step::Enter(inner) if tree.tag(inner).is_block() => return None,
            _ => {}
        }
        if text.len() > UNMARKED_BYTES || count > UNMARKED_STEPS {
            return None;
        }
    }
    Some(tidy(&text))
}

/// Returns `true` if an element sets its text clearly larger than text.
fn is_large(tree: &Tree, id: NodeId) -> bool {
    /// The size of text is 3 in `<font>`.
    const FONT_SIZES: [&str; 6] = ["4", "5", "6", "7", "+1", "+2"];
    /// The units of `font-size` with the least large number, in tenths.
    const LEAST: [(&str, u32); 5] = [("px", 200), ("pt", 150), ("%", 1300), ("rem", 13), ("em", 13)];
    /// The end of the names that utility classes have for large text: `text-3xl`, `md:text-4xl`.
    const CLASSES: [&str; 4] = ["text-3xl", "text-4xl", "text-5xl", "text-6xl"];
    if tree.class_words(id).any(|word| CLASSES.iter().any(|class| word.ends_with(class))) {
        return true;
    }
    let rules = || tree.attr(id, "style").unwrap_or_default().split(';');
    match tree.tag(id) {
        Tag::FONT => tree.attr(id, "size").is_some_and(|size| FONT_SIZES.contains(&size.trim())),
        _ => rules().find_map(|rule| rule.trim().strip_prefix("font-size")).is_some_and(|size| {
            let size = size.trim_start_matches([':', ' ']).trim_end_matches("!important").trim().to_ascii_lowercase();
            let of = |(unit, least): (&str, u32)| Some(tenths(size.strip_suffix(unit)?)? >= least);
            matches!(&*size, "large" | "x-large" | "xx-large") || LEAST.into_iter().find_map(of).unwrap_or(false)
        }),
    }
}

/// Returns ten times a number such as `1.35`, without the rest.
fn tenths(number: &str) -> Option<u32> {
    let (whole, rest) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let tenth = rest.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenth)
}

/// Returns `true` if paragraphs of an article follow an element, in an element near around it.
pub(super) fn leads_text(tree: &Tree, heading: NodeId) -> bool {
    const LEVELS: usize = 3;
    const TEXT_BYTES: usize = 500;
    /// A shorter text is a teaser or a button.
    const PARAGRAPH_BYTES: usize = 80;
    /// Maximum number of texts that are read. An article begins near its headline.
    const MOST_TEXTS: usize = 1000;
    let around = std::iter::once(heading).chain(tree.ancestors(heading)).take_while(|&id| id != tree.body());
    let after = around.take(LEVELS).flat_map(|id| tree.siblings_after(id));
    let texts = after.flat_map(|id| tree.descendants(id, Tag::TEXT)).take(MOST_TEXTS);
    let mut lengths = texts.map(|id| tree.text(id).trim().len()).filter(|&bytes| bytes >= PARAGRAPH_BYTES);
    lengths.try_fold(0, |sum, bytes| if sum + bytes >= TEXT_BYTES { Err(()) } else { Ok(sum + bytes) }).is_err()
}

fn level(tag: Tag) -> Option<u8> {
    match tag {
        Tag::H1 => Some(1),
        Tag::H2 => Some(2),
        Tag::H3 => Some(3),
        _ => None,
    }
}
