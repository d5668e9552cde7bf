//! The headings of a page, which may hold its title.
//!
//! Some sites put a kicker into the heading: "Politics" above "The bridge reopens". If both are
//! read as one text, the result is a title that nobody wrote.

use super::hints;
use super::text::{cap, fold, plain, tidy};
use super::title::resemble;
use crate::hash::HashSet;
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
    /// `true` if the heading links to the site's first page, or its class says that it names the site.
    pub is_logo: bool,
    /// `true` for a line without a heading's tag.
    pub is_line: bool,
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
                        is_logo: hints::is_site_name(&hints::words(tree, id)),
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
        self.is_logo |= tree.tag(id) == Tag::A && tree.attr(id, "href").is_some_and(leads_to_first_page);
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
            is_line: false,
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

/// Returns `true` if an address is that of a site's first page: `/`, `https://a.example/`, `/index.php`.
fn leads_to_first_page(href: &str) -> bool {
    const FILES: [&str; 6] = ["", "index.php", "index.html", "index.htm", "default.aspx", "index.aspx"];
    let path = href.split_once("://").map_or(Some(href), |(_, rest)| Some(rest.split_once('/')?.1));
    path.is_some_and(|path| {
        let file = path.strip_prefix('/').unwrap_or(path);
        FILES.iter().any(|first| file.eq_ignore_ascii_case(first)) && !href.is_empty()
    })
}

/// Minimum number of words of a headline without a heading's tag. Shorter lines name a section of the site.
const UNMARKED_WORDS: usize = 4;
/// Maximum number of bytes of such a headline, and of steps of the walk through it.
const UNMARKED_BYTES: usize = 400;
const UNMARKED_STEPS: usize = 80;
/// Maximum number of lines that are returned, and that are tried. Each is compared with the text after it.
const MOST_UNMARKED: usize = 4;
const MOST_TRIED: usize = 32;

/// The titles that a page states, folded.
pub(super) struct PageTitles {
    /// The titles in metadata and `<title>`.
    pub whole: Vec<String>,
    /// The parts of `<title>` before and after each separator.
    pub parts: Vec<String>,
    /// `true` if the metadata has a title.
    pub is_stated: bool,
    /// `true` if all titles are so short that they may name the site or a section.
    pub are_names: bool,
}

/// Returns the lines of a page without a headline among its headings that may be its headline: lines above the text that
/// are set larger than text, or whose class says that they are a title. Names and boxes look so too. So a line must be a
/// version of a title, or begin with one. Only on a page without a title in metadata may a large line have other words. A
/// line that is a whole title, word for word, needs no class and no size.
///
/// If there is no such line, the last line above the text counts that is a part of `<title>`. If all titles may be names,
/// a line whose class says that it is a title counts too, if the text repeats more of its words than of a title's.
pub(super) fn unmarked(tree: &Tree, titles: &PageTitles) -> Vec<Heading> {
    let PageTitles { whole, parts, is_stated, are_names } = titles;
    let (mut found, mut tried) = (Vec::new(), 0);
    // The last line with other words than the titles, and the paragraph that follows it.
    let mut other: Option<(Heading, NodeId)> = None;
    let is_long = |title: &&String| has_words(title, UNMARKED_WORDS);
    let is_one_of = |titles: &[String], folded: &str| titles.iter().filter(is_long).any(|title| title == folded);
    let is_version = |folded: &str| {
        let begins = |title: &String| folded.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with(' '));
        let all = whole.iter().chain(parts);
        all.clone().any(|title| resemble(folded, title)) || all.filter(is_long).any(begins)
    };
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next().filter(|_| found.len() < MOST_UNMARKED && tried < MOST_TRIED) {
        let Step::Enter(id) = step else { continue };
        let tag = tree.tag(id);
        if matches!(tag, Tag::SCRIPT | Tag::STYLE | Tag::TEMPLATE | Tag::NAV | Tag::SVG | Tag::BUTTON) {
            walk.skip_children(id);
            continue;
        }
        let line = line_at(tree, id);
        let is_long_line = |line: &TitleLine| !line.is_bare && has_words(&line.text, UNMARKED_WORDS);
        let is_title = |line: &TitleLine| {
            let may_be = || !*is_stated && line.is_large || is_version(&line.folded);
            is_one_of(whole, &line.folded) || is_long_line(line) && may_be()
        };
        let is_part = |line: &TitleLine| is_one_of(parts, &line.folded);
        match line {
            Some(line) if is_title(&line) => {
                tried += 1;
                if leads_text(tree, line.element) {
                    found.push(line.into_heading());
                }
            }
            Some(line) if is_part(&line) || *are_names && is_long_line(&line) => {
                tried += 1;
                let is_first = |paragraph: &NodeId| other.as_ref().is_none_or(|(_, led)| led == paragraph);
                let repeats_most = || is_repeated_most(tree, line.element, &line.folded, whole.iter().chain(parts));
                let is_headline = |_: &NodeId| (is_part(&line) || repeats_most()) && leads_text(tree, line.element);
                let paragraph = first_paragraph(tree, line.element).filter(is_first).filter(is_headline);
                other = paragraph.map(|paragraph| (line.into_heading(), paragraph)).or(other);
            }
            // Other links lead to other articles.
            _ if tag == Tag::A => {}
            _ => continue,
        }
        walk.skip_children(id);
    }
    if found.is_empty() { other.into_iter().map(|(line, _)| line).collect() } else { found }
}

/// A line that may be a headline without a heading's tag.
struct TitleLine {
    element: NodeId,
    text: String,
    folded: String,
    /// `true` if the line is set larger than text.
    is_large: bool,
    /// `true` for a text or a link, which says nothing of its size and purpose.
    is_bare: bool,
}

impl TitleLine {
    /// Makes a heading of the first level from the line.
    fn into_heading(self) -> Heading {
        let TitleLine { element, text, folded, .. } = self;
        Heading {
            node: element,
            level: 1,
            readings: vec![text.clone()],
            text,
            folded,
            is_in_article: false,
            is_in_header: false,
            is_logo: false,
            is_line: true,
        }
    }
}

/// Returns the line that a text, a link, or an element with a size or class for titles consists of.
fn line_at(tree: &Tree, id: NodeId) -> Option<TitleLine> {
    let tag = tree.tag(id);
    let is_bare = matches!(tag, Tag::TEXT | Tag::A);
    let is_large = !is_bare && is_large(tree, id);
    let text = match tag {
        Tag::H2 | Tag::H3 => None,
        Tag::TEXT => Some(tree.text(id)).filter(|text| text.len() <= UNMARKED_BYTES).map(tidy),
        // A headline may link to its own page.
        _ if is_bare || is_large || hints::is_title(&hints::words_by_capitals(tree, id)) => line_of(tree, id),
        _ => None,
    }?;
    let element = if tag == Tag::TEXT { tree.parent(id).unwrap_or(id) } else { id };
    Some(TitleLine { element, folded: fold(&text), text, is_large, is_bare })
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
    const TEXT_BYTES: usize = 500;
    let mut lengths = paragraphs_after(tree, heading).map(|id| tree.text(id).trim().len());
    lengths.try_fold(0, |sum, bytes| if sum + bytes >= TEXT_BYTES { Err(()) } else { Ok(sum + bytes) }).is_err()
}

/// Returns `true` if the text after a line repeats a larger part of the line's words than of the words of each title, or if
/// there is no title. All are folded. Shorter titles are names of sections.
fn is_repeated_most<'a>(tree: &Tree, id: NodeId, line: &str, titles: impl Iterator<Item = &'a String>) -> bool {
    /// Maximum number of paragraphs that are read. The first ones say what the article is about.
    const PARAGRAPHS: usize = 8;
    let text: String = paragraphs_after(tree, id).take(PARAGRAPHS).map(|id| fold(tree.text(id)) + " ").collect();
    let words: HashSet<&str> = text.split(' ').collect();
    let share = |title: &str| {
        let (repeated, all) = match title.contains(is_unspaced) {
            true => (title.chars().filter(|c| text.contains(*c)).count(), title.chars().count()),
            false => (title.split(' ').filter(|word| words.contains(word)).count(), title.split(' ').count()),
        };
        repeated as f32 / all.max(1) as f32
    };
    let mut titles = titles.peekable();
    if titles.peek().is_none() {
        return true;
    }
    let least = share(line);
    // A text may give the whole name of the site, but not its own headline.
    let mut long = titles.filter(|title| has_words(title, UNMARKED_WORDS) && !text.contains(title.as_str()));
    least > 0.0 && long.all(|title| share(title) < least)
}

/// Returns the first text after an element that is long enough for a paragraph.
fn first_paragraph(tree: &Tree, heading: NodeId) -> Option<NodeId> {
    paragraphs_after(tree, heading).next()
}

/// Returns the texts of paragraphs after an element, in an element near around it.
fn paragraphs_after(tree: &Tree, heading: NodeId) -> impl Iterator<Item = NodeId> {
    const LEVELS: usize = 3;
    /// A shorter text is a teaser or a button.
    const PARAGRAPH_BYTES: usize = 80;
    /// Maximum number of texts that are read. An article begins near its headline.
    const MOST_TEXTS: usize = 1000;
    // The rows of a table and words of a line are no levels of their own.
    let is_level =
        move |id: NodeId| id == heading || tree.tag(id).is_block() && !matches!(tree.tag(id), Tag::TR | Tag::TBODY);
    let around = std::iter::once(heading).chain(tree.ancestors(heading)).take_while(|&id| id != tree.body());
    let near = around.scan(0, move |levels, id| {
        *levels += usize::from(is_level(id));
        (*levels <= LEVELS).then_some(id)
    });
    let after = near.flat_map(|id| tree.siblings_after(id));
    let texts = after.flat_map(|id| tree.descendants(id, Tag::TEXT)).take(MOST_TEXTS);
    let is_read = |id: NodeId| !tree.parent(id).is_some_and(|parent| tree.is_unread(parent));
    texts.filter(move |&id| tree.text(id).trim().len() >= PARAGRAPH_BYTES && is_read(id))
}

fn level(tag: Tag) -> Option<u8> {
    match tag {
        Tag::H1 => Some(1),
        Tag::H2 => Some(2),
        Tag::H3 => Some(3),
        _ => None,
    }
}
