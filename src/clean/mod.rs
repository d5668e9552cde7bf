//! The security boundary: builds the article from the selected leaves of the page.
//!
//! Nothing is filtered here. The page is walked once, and only text nodes and images with a role are written, into the
//! closed types of [`Document`]. The elements around the leaves are read for their meaning (a heading, a list, a link)
//! and never copied. So an unknown element or attribute cannot get through. Links and images pass [`BaseUrl`], which
//! rejects `javascript:`.
//!
//! Danger: only a mistake in a renderer's escaping can turn text into structure. This module must
//! limit the work: the walk, the runs and the unwrapping of tables are linear, and containers nest
//! at most [`MAX_DOCUMENT_DEPTH`](crate::limits::MAX_DOCUMENT_DEPTH) deep.

mod addresses;
mod builder;
mod code;
mod content;
mod drop_cap;
mod element;
mod embed;
mod frame;
mod headings;
mod icon;
mod image;
mod inline;
mod locale;
mod math;
mod mathml;
mod notes;
mod part;
mod pull_quotes;
mod table;
mod word_lists;
mod words;

use crate::blocks::is_block_level;
use crate::constructs::code::{code_under_head, is_block_of_code};
use crate::constructs::formula::is_formula;
use crate::constructs::{callout, code_language, is_embed, is_image};
use crate::constructs::{post, style};
use crate::document::{Document, Locale, PostHeader};
use crate::hash::{HashMap, HashSet};
use crate::selection::{Role, Selection};
use crate::tree::{Namespace, NodeId, Step, Tag, Tree};
use crate::url::BaseUrl;
use addresses::Addresses;
use builder::{DocumentBuilder, LineBlock, Marks};
use frame::Container;
use image::FoundImage;
use inline::Style;
use locale::Surroundings;
use math::MathPiece;
use notes::{Notes, Start};
use word_lists::WordLists;

/// Builds the article from the text nodes and images of `tree` that have a role in `selection`.
///
/// Elements that [`Block`](crate::document::Block) and [`Inline`](crate::document::Inline) can express are kept. Any
/// other element is replaced by its content. Headings begin at level 2 and skip no level. Captions without their image
/// are dropped, and so are sentences of the text that the page repeats in large letters. A link without a safe URL is
/// replaced by its text. Footnotes that kept text refers to are added, even if they were not selected.
///
/// ```
/// use unchaff::internals::clean::clean;
/// use unchaff::internals::selection::{Role, Selection};
/// use unchaff::internals::tree::{self, Tag};
/// use unchaff::url::BaseUrl;
///
/// let tree = tree::parse("<p onclick=x>Giá <b>lúa</b></p><nav>Menu</nav>")?;
/// let mut selection = Selection::new(tree.len());
/// for paragraph in tree.descendants(tree.body(), Tag::P) {
///     for text in tree.descendants(paragraph, Tag::TEXT) {
///         selection.set(text, Role::Body);
///     }
/// }
/// let document = clean(&tree, &selection, &BaseUrl::default());
/// assert_eq!(unchaff::render::html(&document), "<p>Giá <strong>lúa</strong></p>\n");
/// # Ok::<(), unchaff::Error>(())
/// ```
#[cfg(feature = "_internals")]
pub fn clean(tree: &Tree, selection: &Selection, base: &BaseUrl) -> Document {
    clean_posts(tree, selection, base, HashMap::default())
}

/// Builds the article of a conversation, like [`clean`]. `posts` are the headers of the elements that are posts.
pub(crate) fn clean_posts(
    tree: &Tree,
    selection: &Selection,
    base: &BaseUrl,
    posts: HashMap<NodeId, PostHeader>,
) -> Document {
    let notes = notes::find(tree, selection);
    let mut cleaner = Cleaner {
        tree,
        selection,
        base,
        bearing: bearing(tree, selection, &notes),
        addresses: Addresses::of_page(tree.source_bytes()),
        notes,
        repeated: pull_quotes::find(tree, selection),
        typesets_text: math::typesets_text(tree),
        builder: DocumentBuilder::new(),
        surroundings: Surroundings::new(tree),
        note: None,
        after_kept: false,
        formula: None,
        drop_cap: false,
        code_under_head: None,
        word_lists: WordLists::default(),
        shows_line_breaks: false,
        open: Vec::new(),
        around_posts: around(tree, posts.keys()),
        posts,
    };
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => cleaner.text(id),
            Step::Enter(id) => {
                if cleaner.enter(id) == Inside::Skipped {
                    walk.skip_children(id);
                }
            }
            Step::Leave(id) => cleaner.leave(id),
        }
    }
    cleaner.builder.finish()
}

/// Returns `true` for each node that can add something to the article. Such a node, or a node under
/// it, was selected or is part of a footnote. Rules and checkboxes of items count too, because they
/// cannot be selected.
fn bearing(tree: &Tree, selection: &Selection, notes: &Notes) -> Vec<bool> {
    let bears = |id| {
        selection.role(id).is_some()
            || matches!(tree.tag(id), Tag::HR | Tag::INPUT)
            || notes.referred(id).is_some()
            || notes.start(id).is_some()
    };
    let mut bearing = vec![false; tree.len()];
    for step in tree.walk(tree.body()) {
        let (id, is_bearing) = match step {
            Step::Enter(id) => (id, bears(id)),
            Step::Leave(id) => (id, bearing[id.index()]),
        };
        if is_bearing {
            bearing[id.index()] = true;
            tree.parent(id).into_iter().for_each(|parent| bearing[parent.index()] = true);
        }
    }
    bearing
}

/// Returns the elements around posts. They only arrange the posts, so they are not read as lists or
/// tables.
fn around<'a>(tree: &Tree, posts: impl Iterator<Item = &'a NodeId>) -> HashSet<NodeId> {
    let mut around = HashSet::default();
    for &post in posts {
        // All ancestors of an element that was met before were met too.
        for id in tree.ancestors(post) {
            if !around.insert(id) {
                break;
            }
        }
    }
    around
}

/// How the walk continues at an element.
#[derive(Debug, PartialEq)]
enum Inside {
    Read,
    Skipped,
}

/// An action at the end of an element.
#[derive(Debug, Clone, Copy)]
enum Effect {
    Boundary,
    /// Ends the lines of the element within its paragraph.
    Lines,
    /// Restores the state of line breaks around the element.
    LineBreaks(bool),
    Container,
    Line,
    Code,
    Style(Style),
    Marks(Marks),
}

struct Cleaner<'a> {
    tree: &'a Tree,
    selection: &'a Selection,
    base: &'a BaseUrl,
    /// `true` for each node that can add something to the article.
    bearing: Vec<bool>,
    addresses: Addresses,
    notes: Notes<'a>,
    /// The elements that repeat the article's text.
    repeated: HashSet<NodeId>,
    /// `true` if a script of the page typesets the formulas in its text.
    typesets_text: bool,
    builder: DocumentBuilder,
    surroundings: Surroundings,
    /// The open footnote.
    note: Option<Start>,
    /// `true` if the last words of the page were kept.
    after_kept: bool,
    /// The outermost element that looks like a formula but has none. The elements inside it are not
    /// checked again.
    formula: Option<NodeId>,
    /// `true` if the last text was the large first letter of a paragraph.
    drop_cap: bool,
    /// The `code` of the open `pre`, if the `pre` also holds a header for it.
    code_under_head: Option<NodeId>,
    word_lists: WordLists<'a>,
    /// `true` if a style shows the line breaks of the source.
    shows_line_breaks: bool,
    /// The pending effects of the open elements, innermost last.
    open: Vec<(NodeId, Effect)>,
    /// The headers of posts by element, and the elements around such elements.
    posts: HashMap<NodeId, PostHeader>,
    around_posts: HashSet<NodeId>,
}

const QUOTATION_MARKS: Marks = Marks { open: '“', close: '”' };

/// Maximum number of levels between a `pre` and its code, or between the code and an element in it.
const HEAD_LEVELS: usize = 16;

/// Marks around the pronunciation of a word outside a ruby.
const RUBY_MARKS: Marks = Marks { open: '(', close: ')' };

impl<'a> Cleaner<'a> {
    fn text(&mut self, id: NodeId) {
        let text = self.tree.text(id);
        if text.chars().all(char::is_whitespace) {
            if !self.builder.is_in_code() || !code::is_between_lines(self.tree, id) {
                match self.breaks_lines(text) {
                    true => text.matches('\n').for_each(|_| self.builder.line_break()),
                    false => self.builder.white_space(text),
                }
            }
            return;
        }
        let role = self.selection.role(id);
        if self.note.is_some() {
            return self.note_text(text);
        }
        self.after_kept = role.is_some() || self.ends_formula(id, text);
        if let Some(role) = role.or(self.after_kept.then_some(Role::Body)) {
            self.lines(id, text, role);
        }
    }

    /// Returns `true` if a text outside code has line breaks that a browser shows. Code always keeps its line breaks.
    fn breaks_lines(&self, text: &str) -> bool {
        self.shows_line_breaks && !self.builder.is_in_code() && text.contains('\n')
    }

    fn lines(&mut self, id: NodeId, text: &str, role: Role) {
        self.word_lists.enter(self.tree, id, &mut self.builder);
        if !self.breaks_lines(text) {
            return self.words(id, text, role);
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.builder.line_break();
            }
            match line.trim().is_empty() {
                true => self.builder.white_space(line),
                false => self.words(id, line, role),
            }
        }
    }

    /// Returns `true` if a text is the punctuation right after a formula in a sentence. It has no
    /// letter, so it is not in a block of its own.
    fn ends_formula(&self, id: NodeId, text: &str) -> bool {
        !text.contains(char::is_alphanumeric)
            && self.builder.follows_formula()
            && self.tree.previous_sibling(id).is_some_and(|before| is_formula(self.tree, before))
    }

    fn words(&mut self, id: NodeId, text: &str, role: Role) {
        if std::mem::take(&mut self.drop_cap) && text.trim_start().starts_with(char::is_lowercase) {
            self.builder.run_mut().join();
            return self.builder.text(text.trim_start(), role);
        }
        self.drop_cap = drop_cap::is_drop_cap(self.tree, id, text);
        if words::lacks_space(self.tree, id, text, &self.builder) {
            self.builder.white_space(" ");
        }
        if !self.typesets_text || self.builder.is_in_verbatim() {
            return self.builder.text(text, role);
        }
        for piece in math::pieces(text) {
            match piece {
                MathPiece::Text(text) => self.builder.text_or_space(text, role),
                MathPiece::Formula(latex, is_display) => {
                    // A formula in the middle of a sentence is part of the sentence, even if its
                    // delimiters are those of a display formula. An environment is on lines of its
                    // own.
                    let stands_alone = text.trim().len() <= latex.len() + 6 || latex.starts_with("\\begin{");
                    self.builder.math(latex.to_owned(), is_display && stands_alone);
                }
            }
        }
    }

    /// Adds the text of a note without its mark. It is kept even if it was not selected.
    fn note_text(&mut self, text: &str) {
        let label = self.note.as_ref().map_or("", |note| &note.label);
        if !self.builder.is_at_start_of_note() {
            return self.builder.text(text, Role::Body);
        }
        match notes::after_label(text, label) {
            Some(rest) => self.builder.text_or_space(rest, Role::Body),
            None if notes::is_around_label(text) => {}
            // The mark is split into several texts, such as `1` and `. The note`. This is the rest
            // of it.
            None => self.builder.text(text.trim_start_matches([']', ')', '.', ':', ' ']), Role::Body),
        }
    }

    /// Returns `true` if an element's content is never part of an article, even if it was selected.
    fn is_opaque(&self, id: NodeId) -> bool {
        let tree = self.tree;
        tree.namespace(id) != Namespace::Html
            || element::is_opaque(tree, id)
            || (self.builder.is_in_code() && (code::is_gutter(tree, id) || self.is_head_of_code(id)))
            || code::is_gutter_of_box(tree, id)
            || self.repeated.contains(&id)
            || self.notes.repeats(id)
            || tree.is_permalink(id)
            || post::is_trimming(tree, id)
            || self.word_lists.is_mark(tree, id)
            || notes::is_unfolding_sign(tree, id)
            || (self.note.is_some() && self.notes.leads_back(tree, id))
            || math::is_shown_twice(tree, id)
    }

    /// Returns `true` if an element in a `pre` belongs to the header beside the code: it neither
    /// holds the code nor is inside it.
    fn is_head_of_code(&self, id: NodeId) -> bool {
        let Some(code) = self.code_under_head else { return false };
        let around = |inner: NodeId, outer: NodeId| {
            std::iter::once(inner).chain(self.tree.ancestors(inner)).take(HEAD_LEVELS).any(|id| id == outer)
        };
        !around(code, id) && !around(id, code)
    }

    fn enter(&mut self, id: NodeId) -> Inside {
        let tree = self.tree;
        if let Some(index) = self.notes.referred(id) {
            self.builder.reference(index);
            return Inside::Skipped;
        }
        if self.note_begins(id) {
            let title = notes::titled(tree, id);
            title.into_iter().for_each(|title| self.builder.text(title, Role::Body));
            return if title.is_some() { Inside::Skipped } else { Inside::Read };
        }
        if self.formula.is_none() && is_formula(tree, id) {
            if let Some(formula) = math::read_formula(tree, id) {
                if self.keeps(id) {
                    self.builder.math(formula.latex, formula.is_display);
                }
                return Inside::Skipped;
            }
            self.formula = Some(id);
        }
        if is_embed(tree, id)
            && (self.selection.role(id).is_some() || tree.tag(id) == Tag::FIGURE && self.keeps(id))
            && let Some(embed) = embed::read(tree, id, self.base)
            && self.addresses.spend([Some(&embed.url), embed.thumbnail.as_ref()])
        {
            self.builder.embed(embed);
            return Inside::Skipped;
        }
        if self.is_opaque(id) {
            return Inside::Skipped;
        }
        if self.leaves_nothing(id) {
            self.builder.boundary();
            return Inside::Skipped;
        }
        self.enter_element(id);
        Inside::Read
    }

    /// Returns `true` if an element can add nothing to the article except the end of the block
    /// before it. Most of a page is like this and need not be read. A formula or figure without
    /// selected text may follow kept words, and all of a note is kept, so both return `false`.
    fn leaves_nothing(&self, id: NodeId) -> bool {
        let tag = self.tree.tag(id);
        !self.bearing[id.index()]
            && !self.after_kept
            && self.note.is_none()
            && (tag.is_division() || tag.is_construct())
            && self.builder.is_among_blocks()
    }

    /// Opens the footnote that begins with an element. In a block with several notes, each ends where the next one
    /// begins.
    fn note_begins(&mut self, id: NodeId) -> bool {
        let Some(start) = self.notes.start(id).cloned() else { return false };
        if self.note.as_ref().is_some_and(|note| !note.is_inline) {
            self.close_note();
        }
        if start.is_inline {
            self.builder.reference(start.index);
        }
        if !self.builder.open_note(start.is_inline) {
            return false;
        }
        // A block that is a note is no longer an item or row. An anchor at the start of a note is still a link.
        let tag = self.tree.tag(id);
        let is_whole = start.until == id || tag.is_division() || tag.is_construct() || tag.is_construct_part();
        self.note = Some(start);
        if !is_whole {
            self.enter_element(id);
        }
        true
    }

    fn close_note(&mut self) {
        if let Some(note) = self.note.take() {
            self.builder.close_note(note.index);
        }
    }

    /// Returns `true` if a formula or embed is kept. Its text is in no block, so it is kept if some
    /// of its text or the words before it are kept.
    fn keeps(&self, id: NodeId) -> bool {
        self.note.is_some()
            || self.after_kept
            || self.selection.role(id).is_some()
            || self.selection.keeps_text_in(self.tree, id)
    }

    fn enter_element(&mut self, id: NodeId) {
        let (tree, builder) = (self.tree, &mut self.builder);
        let tag = tree.tag(id);
        if tag.is_block() && self.note.is_none() {
            self.word_lists.enter(tree, id, builder);
        }
        if let Some(shows) = style::shows_line_breaks(tree, id) {
            self.open.push((id, Effect::LineBreaks(std::mem::replace(&mut self.shows_line_breaks, shows))));
        }
        if builder.is_in_code() && code::starts_line(tree, id) {
            builder.boundary();
        }
        match tag {
            Tag::BR => return builder.line_break(),
            Tag::HR => return builder.rule(),
            _ if is_image(tree, id) => return self.image(id),
            Tag::INPUT => {
                if tree.attr(id, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
                    builder.tick(tree.attr(id, "checked").is_some());
                }
                return;
            }
            _ => {}
        }
        let locale = self.surroundings.enter(tree, id);
        // The parts of lists and tables go around a section. A section goes around all other
        // elements.
        let holds = matches!(tag, Tag::LI | Tag::DD | Tag::TD | Tag::TH);
        let divides = tag.is_block() && !matches!(tag, Tag::BUTTON | Tag::OPTGROUP);
        if let Some(locale) = &locale
            && divides
            && !holds
            && !self.around_posts.contains(&id)
        {
            self.open_section(id, locale.clone());
        }
        self.enter_meaning(id, tag, locale.filter(|_| holds || !divides), holds);
    }

    fn open_section(&mut self, id: NodeId, locale: Locale) {
        let is_open = self.builder.open(Container::Section(locale));
        self.open.push((id, if is_open { Effect::Container } else { Effect::Boundary }));
    }

    fn enter_meaning(&mut self, id: NodeId, tag: Tag, locale: Option<Locale>, holds: bool) {
        let (tree, builder) = (self.tree, &mut self.builder);
        if let Some(header) = self.posts.remove(&id) {
            let is_open = builder.open(Container::Post(header));
            return self.open.push((id, if is_open { Effect::Container } else { Effect::Boundary }));
        }
        if self.around_posts.contains(&id) {
            builder.boundary();
            return self.open.push((id, Effect::Boundary));
        }
        if builder.is_at_start_of_callout() && callout::is_title(tree, id) && builder.open_line(LineBlock::Title) {
            return self.open.push((id, Effect::Line));
        }
        if tag.is_preformatted() || is_block_of_code(tree, id) {
            let language = if builder.is_in_code() { None } else { code_language::of(tree, id) };
            let is_open = builder.open_code(language);
            if is_open {
                self.code_under_head = code_under_head(tree, id);
            }
            return self.open.push((id, if is_open { Effect::Code } else { Effect::Boundary }));
        }
        if let Some(container) = element::container(tree, id) {
            let effect = if builder.open(container) { Effect::Container } else { Effect::Boundary };
            self.open.push((id, effect));
            if let Some(locale) = locale.filter(|_| holds) {
                self.open_section(id, locale);
            }
            return;
        }
        if let Some(line) = line(tree, id) {
            let effect = if builder.open_line(line) { Effect::Line } else { Effect::Boundary };
            return self.open.push((id, effect));
        }
        if tag.is_division() && !style::is_shown_inline(tree, id) || !tag.is_block() && is_block_level(tree, id) {
            builder.boundary();
            self.open.push((id, Effect::Boundary));
        } else if style::is_shown_as_block(tree, id) && !tag.is_block() {
            builder.fresh_line();
            self.open.push((id, Effect::Lines));
        }
        if let Some(locale) = locale
            && builder.open_span(locale)
        {
            self.open.push((id, Effect::Style(Style::Span(0))));
        }
        self.enter_inline(id, tag);
    }

    fn enter_inline(&mut self, id: NodeId, tag: Tag) {
        let builder = &mut self.builder;
        let style = match tag {
            Tag::A if post::is_link_around(self.tree, id) => return,
            Tag::A => {
                let url = self.tree.attr(id, "href").and_then(|href| self.base.resolve(href));
                let url = url.filter(|url| self.addresses.spend([Some(url)]));
                url.is_some_and(|url| builder.open_link(url)).then_some(Style::Link(0))
            }
            Tag::CODE | Tag::SAMP | Tag::TT => builder.open_numbered(Style::Code).then_some(Style::Code(0)),
            Tag::KBD => builder.open_numbered(Style::Keyboard).then_some(Style::Keyboard(0)),
            Tag::RUBY => builder.open_numbered(Style::Ruby).then_some(Style::Ruby(0)),
            Tag::RT if builder.is_in_ruby() => builder.open_numbered(Style::Reading).then_some(Style::Reading(0)),
            Tag::ABBR | Tag::ACRONYM => {
                let title = self.tree.attr(id, "title").unwrap_or_default().trim();
                let is_open = !title.is_empty() && builder.open_abbreviation(content::collapse(title));
                is_open.then_some(Style::Abbreviation(0))
            }
            Tag::Q | Tag::RT => {
                let marks = if tag == Tag::Q { QUOTATION_MARKS } else { RUBY_MARKS };
                if builder.open_marks(marks) {
                    self.open.push((id, Effect::Marks(marks)));
                }
                return;
            }
            _ => {
                for style in element::styles(self.tree, id) {
                    if builder.open_style(style) {
                        self.open.push((id, Effect::Style(style)));
                    }
                }
                return;
            }
        };
        if let Some(style) = style {
            self.open.push((id, Effect::Style(style)));
        }
    }

    fn leave(&mut self, id: NodeId) {
        if self.note.as_ref().is_some_and(|note| note.until == id) {
            self.close_note();
        }
        self.formula = self.formula.filter(|&outermost| outermost != id);
        if !self.builder.is_in_code() {
            self.word_lists.leave(id, &mut self.builder);
        }
        self.surroundings.leave(id);
        while let Some((_, effect)) = self.open.pop_if(|(open, _)| *open == id) {
            match effect {
                Effect::Boundary => self.builder.boundary(),
                Effect::Lines => self.builder.fresh_line(),
                Effect::LineBreaks(outside) => self.shows_line_breaks = outside,
                Effect::Container => self.builder.close(),
                Effect::Line => self.builder.close_line(),
                Effect::Code => {
                    self.builder.close_code();
                    self.code_under_head = None;
                }
                Effect::Style(style) => self.builder.close_style(style),
                Effect::Marks(marks) => self.builder.close_marks(marks),
            }
        }
    }

    fn image(&mut self, id: NodeId) {
        let role = if self.note.is_some() { Some(Role::Body) } else { self.selection.role(id) };
        let Some(role) = role else { return self.icon(id) };
        match image::read(self.tree, id, self.base) {
            Some(FoundImage::Picture { image, large }) if self.addresses.spend([Some(&image.url)]) => {
                self.builder.image(image, large);
            }
            Some(FoundImage::Text(text)) => self.drawn_text(&text, icon::is_face(self.tree, id), role),
            // The image has no usable address, or the limit for addresses is reached.
            Some(FoundImage::Picture { .. }) | None => self.icon(id),
        }
    }
}

fn line(tree: &Tree, id: NodeId) -> Option<LineBlock> {
    Some(match tree.tag(id) {
        Tag::H1 => LineBlock::Heading(1),
        Tag::H2 => LineBlock::Heading(2),
        Tag::H3 => LineBlock::Heading(3),
        Tag::H4 => LineBlock::Heading(4),
        Tag::H5 => LineBlock::Heading(5),
        Tag::H6 => LineBlock::Heading(6),
        Tag::FIGCAPTION => LineBlock::Caption,
        Tag::CAPTION => LineBlock::TableCaption,
        Tag::DT => LineBlock::Term,
        _ => return None,
    })
}
