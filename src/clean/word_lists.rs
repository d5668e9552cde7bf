//! Lists of Microsoft Word and Outlook. Their items are paragraphs. The style property `mso-list` names the list and the level
//! of an item, and the paragraph holds the item's mark as text.

use super::builder::DocumentBuilder;
use super::frame::Container;
use crate::constructs::style::declared;
use crate::document::Numbering;
use crate::tree::{NodeId, Step, Tag, Tree};

/// A paragraph that is an item of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
struct WordItem<'a> {
    /// The list's name.
    list: &'a str,
    level: &'a str,
    /// The item's number; `None` for a bullet.
    number: Option<(u32, Numbering)>,
}

/// The lists that are open, innermost last.
#[derive(Debug, Default)]
pub(super) struct WordLists<'a> {
    open: Vec<WordItem<'a>>,
    /// The open paragraph, if any.
    paragraph: Option<NodeId>,
    /// The element around the paragraphs.
    parent: Option<NodeId>,
}

impl<'a> WordLists<'a> {
    /// Opens an item if a block is one. Any other block, or text outside of all blocks, ends the lists. Blocks inside an open
    /// item change nothing.
    pub(super) fn enter(&mut self, tree: &'a Tree, id: NodeId, builder: &mut DocumentBuilder) {
        if self.paragraph.is_some() {
            return;
        }
        match read(tree, id) {
            Some(item) if builder.is_among_blocks() || !self.open.is_empty() => {
                self.open_item(item, builder);
                self.paragraph = (!self.open.is_empty()).then_some(id);
                self.parent = tree.parent(id);
            }
            _ => self.close(0, builder),
        }
    }

    /// Ends the open paragraph when its element ends, and all lists when the element around them
    /// ends.
    pub(super) fn leave(&mut self, id: NodeId, builder: &mut DocumentBuilder) {
        self.paragraph = self.paragraph.filter(|&paragraph| paragraph != id);
        if self.parent == Some(id) {
            self.close(0, builder);
            self.parent = None;
        }
    }

    /// Returns `true` if an element holds the mark of the open item.
    pub(super) fn is_mark(&self, tree: &Tree, id: NodeId) -> bool {
        self.paragraph.is_some() && is_ignored(tree, id)
    }

    fn open_item(&mut self, item: WordItem<'a>, builder: &mut DocumentBuilder) {
        let outside = self.open.iter().take_while(|open| open.level < item.level).count();
        let goes_on = self.open.get(outside).is_some_and(|open| {
            let kind = |item: &WordItem| item.number.map(|(_, numbering)| numbering);
            (open.list, open.level, kind(open)) == (item.list, item.level, kind(&item))
        });
        self.close(outside + usize::from(goes_on), builder);
        let number = item.number.map(|(number, _)| number);
        if goes_on {
            builder.close();
        } else {
            let numbering = item.number.map(|(_, numbering)| numbering).unwrap_or_default();
            if !builder.open(Container::List { start: number, numbering, is_reversed: false }) {
                return;
            }
            self.open.push(item);
        }
        builder.open(Container::Item { number });
    }

    /// Closes the innermost lists until only `left` are open.
    fn close(&mut self, left: usize, builder: &mut DocumentBuilder) {
        for _ in left..self.open.len() {
            builder.close();
            builder.close();
        }
        self.open.truncate(left);
    }
}

fn read(tree: &Tree, id: NodeId) -> Option<WordItem<'_>> {
    /// Maximum number of steps to the mark. A paragraph begins with its mark.
    const MAX_STEPS: usize = 32;
    if !matches!(tree.tag(id), Tag::P | Tag::DIV) {
        return None;
    }
    let mut words = declared(tree, id, "mso-list")?.split_ascii_whitespace();
    let list = words.next()?;
    let level = words.next().filter(|word| word.len() == "level1".len() && word.starts_with("level"))?;
    let mark = tree.walk(id).take(MAX_STEPS).find_map(|step| match step {
        Step::Enter(mark) if is_ignored(tree, mark) => Some(tree.text_content(mark)),
        _ => None,
    });
    Some(WordItem { list, level, number: number(mark?.trim()) })
}

fn is_ignored(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::SPAN
        && declared(tree, id, "mso-list").is_some_and(|value| value.eq_ignore_ascii_case("ignore"))
}

/// Parses the number of a mark: `3.`, `(3)`, `c)`, `iii.`. Roman numbers are read up to ten. Any
/// other single letter is read as its position in the alphabet.
fn number(mark: &str) -> Option<(u32, Numbering)> {
    const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let bare = mark.trim_matches(|c: char| matches!(c, '(' | ')' | '.'));
    if bare.len() == mark.len() {
        return None;
    }
    // The number of `2.1.` is that of its last part.
    let last = bare.rsplit('.').next().unwrap_or(bare);
    if let Ok(number) = last.parse() {
        return Some((number, Numbering::Decimal));
    }
    let lower = last.to_ascii_lowercase();
    let is_upper = lower != last;
    let choose = |lower, upper| if is_upper { upper } else { lower };
    if let Some(at) = ROMAN.iter().position(|&roman| roman == lower) {
        return Some((at as u32 + 1, choose(Numbering::LowerRoman, Numbering::UpperRoman)));
    }
    match *lower.as_bytes() {
        [letter @ b'a'..=b'z'] => {
            Some((u32::from(letter - b'a') + 1, choose(Numbering::LowerAlpha, Numbering::UpperAlpha)))
        }
        _ => None,
    }
}
