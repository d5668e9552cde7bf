//! Code in boxes, posts of other sites and formulas between chosen text, and the only lines of a page.
//!
//! Code often stands in a box with its language and a button to copy it. These labels separate the code from the prose that
//! speaks of it. A post of another site is a few words and a name, and a formula is no prose. So each of them is chosen as a
//! whole if the text around it is chosen. Hidden blocks and boilerplate are not chosen.

use crate::blocks::Blocks;
use crate::constructs::{code, formula, post};
use crate::features::{BlockKind, Measured};
use crate::hash::HashSet;
use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// Levels to look at around a block.
const MAX_LEVELS: usize = 8;

/// Blocks that the head and the foot of a box of code have at most, and the words of each.
const MAX_LABELS: usize = 6;
const MAX_LABEL_WORDS: usize = 8;

/// Chooses the posts, code and formulas that belong to the chosen blocks.
pub(crate) fn choose(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    let inserts = Inserts { tree, blocks, measured, ranges: blocks.ranges(tree) };
    inserts.posts(chosen);
    inserts.code(chosen);
    inserts.formulas(chosen);
}

struct Inserts<'a> {
    tree: &'a Tree,
    blocks: &'a Blocks,
    measured: &'a Measured,
    /// For each element, the blocks that begin in it.
    ranges: Vec<Range<usize>>,
}

/// Code, and the box that it stands in with its labels.
struct CodeBox {
    code: Range<usize>,
    whole: Range<usize>,
    /// The outermost element of the box.
    element: NodeId,
}

impl Inserts<'_> {
    fn may_belong(&self, at: usize) -> bool {
        let block = &self.measured.blocks[at];
        !block.hidden && block.boilerplate.is_none()
    }

    /// Chooses posts beside chosen text.
    fn posts(&self, chosen: &mut [bool]) {
        let (tree, measured) = (self.tree, self.measured);
        let mut walk = tree.walk(tree.body());
        while let Some(step) = walk.next() {
            let Step::Enter(id) = step else { continue };
            if !post::is_post(tree, id) {
                continue;
            }
            walk.skip_children(id);
            let range = self.ranges[id.index()].clone();
            let around = tree.parent(id).map(|parent| measured.surroundings[parent.index()]);
            let may_belong = around.is_some_and(|around| around.boilerplate.is_none() && !around.hidden);
            let is_beside = range.start > 0 && chosen[range.start - 1] || chosen.get(range.end) == Some(&true);
            if may_belong && (is_beside || chosen[range.clone()].contains(&true)) {
                for at in range {
                    chosen[at] = !self.is_trimming(at);
                }
            }
        }
    }

    fn is_trimming(&self, at: usize) -> bool {
        let element = self.blocks.list[at].element;
        std::iter::once(element)
            .chain(self.tree.ancestors(element))
            .take(MAX_LEVELS)
            .any(|id| post::is_trimming(self.tree, id))
    }

    /// Chooses code in a box between chosen text, with the caption that names its file. Also chooses all lines of code if most
    /// of them are chosen.
    fn code(&self, chosen: &mut [bool]) {
        let mut boxes: Vec<CodeBox> = Vec::new();
        let mut at = 0;
        while at < chosen.len() {
            match self.code_box(at, chosen) {
                Some(found) => {
                    at = found.whole.end.max(at + 1);
                    boxes.push(found);
                }
                None => at += 1,
            }
        }
        for row in boxes.chunk_by(|one, next| one.whole.end == next.whole.start) {
            let (first, last) = (row[0].whole.start, row[row.len() - 1].whole.end);
            let is_between = first > 0 && chosen[first - 1] && chosen.get(last) == Some(&true);
            for CodeBox { code, whole, element } in row {
                let lines = chosen[code.clone()].iter().filter(|&&line| line).count();
                // A box may have the name of one of its parts, such as a toolbar. So only the elements around the box count.
                let around = self.tree.parent(*element).map(|parent| self.measured.surroundings[parent.index()]);
                let may_belong = around.is_some_and(|around| around.boilerplate.is_none());
                let has_words = code.clone().any(|at| self.blocks.list[at].text.contains(char::is_alphabetic));
                if !may_belong || !has_words || !is_between && lines * 2 <= code.len() {
                    continue;
                }
                let captions = whole.clone().filter(|&at| self.measured.blocks[at].kind == BlockKind::Caption);
                for at in code.clone().chain(captions).filter(|&at| !self.measured.blocks[at].hidden) {
                    chosen[at] = true;
                }
            }
        }
    }

    /// Returns the code that a block stands in, with the box around it.
    fn code_box(&self, at: usize, chosen: &[bool]) -> Option<CodeBox> {
        let element = self.blocks.list[at].element;
        let code = self.code_element(element)?;
        let range = self.ranges[code.index()].clone();
        let mut whole = range.clone();
        let mut element = code;
        for outside in self.tree.ancestors(code).take(MAX_LEVELS) {
            let around = &self.ranges[outside.index()];
            if around.len() > range.len() + MAX_LABELS {
                break;
            }
            let is_label = |at: usize| {
                let block = &self.measured.blocks[at];
                let is_short = block.words <= MAX_LABEL_WORDS && block.kind != BlockKind::Heading;
                is_short && (!chosen[at] || block.kind == BlockKind::Caption) && self.code_element_of(at).is_none()
            };
            if !(around.start..range.start).chain(range.end..around.end).all(is_label) {
                break;
            }
            whole = around.clone();
            element = outside;
        }
        Some(CodeBox { code: range, whole, element })
    }

    fn code_element_of(&self, at: usize) -> Option<NodeId> {
        self.code_element(self.blocks.list[at].element)
    }

    fn code_element(&self, element: NodeId) -> Option<NodeId> {
        let is_code = |id: NodeId| self.tree.tag(id).is_preformatted() || code::is_block_of_code(self.tree, id);
        let mut around = std::iter::once(element).chain(self.tree.ancestors(element)).take(MAX_LEVELS);
        around.find(|&id| self.tree.tag(id) != Tag::PLAINTEXT && is_code(id))
    }

    /// Chooses formulas between chosen text. They are known by their LaTeX source.
    fn formulas(&self, chosen: &mut [bool]) {
        let is_formula = |at: usize| formula::is_display_source(&self.blocks.list[at].text);
        let mut at = 0;
        while at < chosen.len() {
            let end = (at..chosen.len()).find(|&next| !is_formula(next)).unwrap_or(chosen.len());
            if at < end && at > 0 && chosen[at - 1] && chosen.get(end) == Some(&true) {
                (at..end).for_each(|at| chosen[at] |= self.may_belong(at));
            }
            at = end.max(at + 1);
        }
    }
}

/// Returns all readable blocks of a page on which the model finds no article: those of its `article`, however short, the
/// sentences beside its headline, code that was copied alone, or the text of a page that has nothing else. The result is empty
/// if the page has no text of its own. A list of articles has no text of its own unless it has no links to them.
pub(crate) fn own_text(tree: &Tree, blocks: &Blocks, measured: &Measured, is_list: bool) -> HashSet<usize> {
    let ranges = blocks.ranges(tree);
    let inserts = Inserts { tree, blocks, measured, ranges };
    let is_shown = |at: usize| !measured.blocks[at].hidden;
    let shown: Vec<usize> = (0..blocks.list.len()).filter(|&at| is_shown(at)).collect();
    if is_list {
        return text_of_bare_page(&inserts, &shown);
    }
    if shown.iter().all(|&at| inserts.code_element_of(at).is_some()) {
        return shown.into_iter().collect();
    }
    let is_own = |at: usize| {
        let (block, text) = (&measured.blocks[at], &blocks.list[at]);
        let stands_aside = tree.ancestors(text.element).any(|id| matches!(tree.tag(id), Tag::HEADER | Tag::FOOTER));
        let is_line = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow);
        inserts.may_belong(at)
            && (is_line || block.kind == BlockKind::Preformatted)
            && block.link_share < 0.5
            && !block.is_title
            // A page that a script fills has a placeholder, which names JavaScript in every language.
            && !text.text.contains("JavaScript")
            && tree.tag(text.element) != Tag::ADDRESS
            && !stands_aside
    };
    let articles: Vec<NodeId> = tree.descendants(tree.body(), Tag::ARTICLE).collect();
    // Several articles are a list of articles, unless they are nested.
    let [first, rest @ ..] = &articles[..] else {
        let sentences: HashSet<usize> =
            sentences_beside_headline(&inserts).into_iter().filter(|&at| is_own(at)).collect();
        return if sentences.is_empty() { text_of_bare_page(&inserts, &shown) } else { sentences };
    };
    let whole = &inserts.ranges[first.index()];
    if rest.iter().any(|id| inserts.ranges[id.index()].start >= whole.end) {
        return HashSet::default();
    }
    let lines: HashSet<usize> = whole.clone().filter(|&at| is_own(at)).collect();
    let is_picture_title =
        |&at: &usize| measured.blocks[at].kind == BlockKind::Heading && !measured.blocks[at].is_title && is_shown(at);
    let shows_pictures = tree.descendants(*first, Tag::IMG).next().is_some();
    if lines.is_empty() && shows_pictures { whole.clone().filter(is_picture_title).collect() } else { lines }
}

/// Returns the shown blocks of a page that is nothing but a short text: no landmarks, no forms, at most one link in the midst of
/// it, and no script that may fill it.
fn text_of_bare_page(inserts: &Inserts, shown: &[usize]) -> HashSet<usize> {
    /// A longer text is judged by the model.
    const WORDS: usize = 60;
    let Inserts { tree, measured, .. } = inserts;
    let words: usize = shown.iter().map(|&at| measured.blocks[at].words).sum();
    let leads = |&id: &NodeId| {
        tree.attr(id, "href").is_some_and(|href| !href.starts_with('#') && !href.starts_with("javascript:"))
    };
    let links = tree.descendants(tree.body(), Tag::A).filter(leads).take(2).count();
    let is_link = shown.iter().any(|&at| measured.blocks[at].link_share >= 0.5);
    let has_more = |id: NodeId| match tree.tag(id) {
        Tag::NAV | Tag::HEADER | Tag::FOOTER | Tag::ASIDE | Tag::FORM | Tag::INPUT | Tag::BUTTON => true,
        Tag::SCRIPT => tree.attr(id, "type").is_none_or(|kind| !kind.contains("json")),
        _ => false,
    };
    if words > WORDS
        || links > 1
        || links == 1 && is_link
        || tree.walk(tree.root()).any(|step| matches!(step, Step::Enter(id) if has_more(id)))
    {
        return HashSet::default();
    }
    shown.iter().copied().filter(|&at| !measured.blocks[at].is_title).collect()
}

/// Returns the sentences after the page's only `h1` in the nearest element around it that has any.
fn sentences_beside_headline(inserts: &Inserts) -> Vec<usize> {
    /// Further up, an element holds more than an article and its header.
    const LEVELS: usize = 3;
    /// Sentences at most. The classifier has already rejected longer texts.
    const SENTENCES: usize = 3;
    let Inserts { tree, measured, ranges, .. } = inserts;
    let mut headlines = tree.descendants(tree.body(), Tag::H1);
    let (Some(headline), None) = (headlines.next(), headlines.next()) else { return Vec::new() };
    let is_sentence = |&at: &usize| measured.blocks[at].ends_sentence && at > ranges[headline.index()].start;
    let sentences = |holder: NodeId| ranges[holder.index()].clone().filter(is_sentence).collect::<Vec<_>>();
    let holders = tree.ancestors(headline).take(LEVELS).take_while(|&id| id != tree.body());
    let found = holders.map(sentences).find(|found| !found.is_empty()).unwrap_or_default();
    if found.len() > SENTENCES { Vec::new() } else { found }
}
