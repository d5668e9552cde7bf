//! Code in boxes, posts of other sites and formulas between chosen text.
//!
//! Code is often in a box with labels: the name of its language and a button to copy it. The labels
//! separate the code from the prose about it. A post of another site is a few words and a name. A
//! formula is not prose. So each of these parts is chosen as a whole if the text around it is
//! chosen. Hidden blocks and boilerplate are not chosen.

use crate::blocks::Blocks;
use crate::constructs::{code, code_language, formula, post};
use crate::features::{BlockKind, Measured};
use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// How many levels around a block are searched.
const MAX_LEVELS: usize = 8;

/// Maximum number of blocks in the head and in the foot of a box of code, and maximum number of
/// words of each.
const MAX_LABELS: usize = 6;
const MAX_LABEL_WORDS: usize = 8;

/// Chooses the posts, code and formulas that belong to the chosen blocks.
pub(crate) fn choose(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    let inserts = Inserts::new(tree, blocks, measured);
    inserts.posts(chosen);
    inserts.code(chosen);
    inserts.formulas(chosen);
}

/// Drops the label right before code that is only the name of its language. There may be one button
/// between them.
pub(super) fn drop_language_labels(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    const MOST_LABELS: usize = 2;
    let inserts = Inserts::new(tree, blocks, measured);
    let mut code_before = None;
    for at in 0..chosen.len() {
        let code = inserts.code_element_of(at);
        if let Some(language) = code.filter(|_| code != code_before).and_then(|code| code_language::of(tree, code)) {
            let is_label = |at: &usize| measured.blocks[*at].words <= MAX_LABEL_WORDS;
            let labels = (at.saturating_sub(MOST_LABELS)..at).rev().take_while(is_label);
            let named = labels.filter(|&at| blocks.list[at].text.eq_ignore_ascii_case(&language));
            named.for_each(|at| chosen[at] = false);
        }
        code_before = code;
    }
}

pub(super) struct Inserts<'a> {
    pub(super) tree: &'a Tree,
    pub(super) blocks: &'a Blocks,
    pub(super) measured: &'a Measured,
    /// The blocks that begin in each element.
    pub(super) ranges: Vec<Range<usize>>,
}

/// Code, and the box that holds it with its labels.
struct CodeBox {
    code: Range<usize>,
    whole: Range<usize>,
    /// The outermost element of the box.
    element: NodeId,
}

impl<'a> Inserts<'a> {
    pub(super) fn new(tree: &'a Tree, blocks: &'a Blocks, measured: &'a Measured) -> Inserts<'a> {
        Inserts { tree, blocks, measured, ranges: blocks.ranges(tree) }
    }

    pub(super) fn may_belong(&self, at: usize) -> bool {
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
                // The box may have the name of one of its parts, such as a toolbar. So only the
                // elements around the box count.
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

    /// Returns the code that a block belongs to, with the box around it.
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

    pub(super) fn code_element_of(&self, at: usize) -> Option<NodeId> {
        self.code_element(self.blocks.list[at].element)
    }

    fn code_element(&self, element: NodeId) -> Option<NodeId> {
        let is_code = |id: NodeId| self.tree.tag(id).is_preformatted() || code::is_block_of_code(self.tree, id);
        let mut around = std::iter::once(element).chain(self.tree.ancestors(element)).take(MAX_LEVELS);
        around.find(|&id| self.tree.tag(id) != Tag::PLAINTEXT && is_code(id))
    }

    /// Chooses formulas between chosen text. They are recognized by their LaTeX source.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    /// Returns the kept text of a page. All blocks are chosen at first.
    fn left(markup: &str) -> Vec<String> {
        let tree = tree::parse(markup).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen = vec![true; blocks.list.len()];
        drop_language_labels(&tree, &blocks, &measured, &mut chosen);
        blocks.list.into_iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(block, _)| block.text).collect()
    }

    #[test]
    fn a_label_that_names_the_language_of_the_code_under_it_is_dropped() {
        for markup in [
            "<div><div><span>INI</span><button>Copy</button></div><pre class='brush: ini'>lamp = on</pre></div>",
            "<p>Python</p><pre><code class=language-python>lamp.on()</code></pre>",
            "<div class=highlight data-lang=rust><span>rust</span><pre>lamp::on()</pre></div>",
        ] {
            let left = left(markup);
            assert!(!left.iter().any(|text| ["ini", "python", "rust"].contains(&&*text.to_lowercase())), "{left:?}");
            assert!(left.iter().any(|text| text.contains("lamp")), "{left:?}");
        }
    }

    #[test]
    fn other_lines_above_code_stay() {
        for markup in [
            "<p>lamp.py</p><pre><code class=language-python>lamp.on()</code></pre>",
            "<p>Python</p><pre><code>lamp.on()</code></pre>",
            "<p>Python</p><p>It is the language of the lamp, and of the harbour too.</p><pre class=language-python>on()</pre>",
        ] {
            assert!(left(markup).iter().any(|text| text == "lamp.py" || text == "Python"), "{markup}");
        }
    }

    /// Returns the kept texts of a page if the blocks with the word are chosen.
    fn kept(markup: &str, word: &str) -> Vec<String> {
        let tree = tree::parse(markup).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> = blocks.list.iter().map(|block| block.text.contains(word)).collect();
        choose(&tree, &blocks, &measured, &mut chosen);
        blocks.list.into_iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(block, _)| block.text).collect()
    }

    #[test]
    fn code_in_a_box_is_kept_between_chosen_texts_without_its_labels() {
        let between = |inside: &str| kept(&format!("<p>Vorher.</p>{inside}<p>Nachher.</p>"), "her").len() - 2;
        let code = "<pre>lamp.on()</pre>";
        for (count, inside) in [
            (1, format!("<div><span>Shell</span><button>Copy</button>{code}</div>")),
            (1, format!("<div><p>Six words that name a file</p>{code}</div>")),
            (1, format!("<div>{}{code}</div>", "<p>a</p>".repeat(5))),
            (0, format!("<div>{}{code}</div>", "<p>a</p>".repeat(7))),
            (0, format!("<div><p>{}</p>{code}</div>", "lamp ".repeat(9))),
            (0, format!("<div><h3>Lampe</h3>{code}</div>")),
            (0, "<div><pre>1 2 3</pre></div>".to_owned()),
            (0, "<div><pre hidden>lamp.on()</pre></div>".to_owned()),
            (2, format!("<div>{code}</div><div><span>Shell</span>{code}</div>")),
            (2, format!("<figure><figcaption>lamp.py</figcaption>{code}</figure>")),
        ] {
            assert_eq!(between(&inside), count, "{inside}");
        }
        assert_eq!(kept(&format!("<nav><p>Vorher.</p>{code}<p>Nachher.</p></nav>"), "her").len(), 2);
        assert_eq!(kept(&format!("<p>Mittig.</p>{code}<p>Nachher.</p>"), "her").len(), 1);
        assert_eq!(kept(&format!("<p>Vorher.</p>{code}<p>Mittig.</p>"), "her").len(), 1);
    }

    #[test]
    fn formulas_are_kept_between_chosen_texts() {
        let formula = "<div>$$x^2 + y^2 = z^2$$</div>";
        let count = |before: &str, formula: &str, after: &str| {
            kept(&format!("<p>{before}</p>{formula}<p>{after}</p>"), "là").len()
        };
        assert_eq!(count("Đó là:", formula, "với x là cạnh."), 3);
        assert_eq!(count("Đó:", formula, "với x là cạnh."), 1);
        assert_eq!(count("Đó là:", formula, "với x."), 1);
        assert_eq!(count("Đó là:", &formula.replace("<div>", "<div hidden>"), "với x là cạnh."), 2);
    }

    #[test]
    fn posts_are_kept_beside_chosen_text_or_if_some_of_them_is_chosen() {
        let post = "<blockquote class=twitter-tweet><p>The boat is late.</p></blockquote>";
        let count = |markup: &str, word: &str| kept(markup, word).len();
        assert_eq!(count(&format!("<p>See this.</p>{post}<p>So.</p>"), "See"), 2);
        assert_eq!(count(&format!("<p>So.</p>{post}<p>See this.</p>"), "See"), 2);
        assert_eq!(count(&format!("<p>So.</p>{post}<p>Well.</p><p>See this.</p>"), "See"), 1);
        assert_eq!(count(&format!("<p>See this.</p><nav>{post}</nav>"), "See"), 1);
        assert_eq!(count(&format!("<p>See this.</p><div hidden>{post}</div>"), "See"), 1);
        let two = post.replace("<p>", "<p>Ahoy!</p><p>");
        assert_eq!(count(&format!("<p>So.</p>{two}<p>Well.</p>"), "Ahoy"), 2);
    }
}
