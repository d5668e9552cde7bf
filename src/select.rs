//! Opinions to verdicts: how much of the page counts, which leaves of the tree are kept, and why.

use crate::blocks::Blocks;
use crate::classify::{Opinion, Reason};
use crate::features::{Kind, Measured, Region};
use crate::tree::{NodeId, Step, Tag, Tree};

/// What a leaf of the tree is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the text.
    Body,
    /// Part of what is said of an image or table.
    Caption,
}

/// Which leaves of the tree are kept: text nodes, and images (a `picture` by its `img`).
#[derive(Debug, Clone)]
pub struct Selection {
    roles: Vec<Option<Role>>,
}

impl Selection {
    /// A selection of a tree with so many nodes that keeps nothing yet.
    pub fn new(nodes: usize) -> Selection {
        Selection { roles: vec![None; nodes] }
    }

    /// Keeps a leaf.
    pub fn set(&mut self, id: NodeId, role: Role) {
        self.roles[id.index()] = Some(role);
    }

    /// What the leaf is in the article; `None` when it is dropped.
    pub fn role(&self, id: NodeId) -> Option<Role> {
        self.roles[id.index()]
    }
}

/// What was decided on a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Whether it is part of the article.
    pub kept: bool,
    /// How probable that was from the block alone, 0 to 1.
    pub probability: f32,
    /// What spoke most.
    pub reason: Reason,
}

/// A block this probable is kept for its own sake.
const KEEP: f32 = 0.5;
/// A block this probable is kept if its neighbours are.
const KEEP_AMONG_KEPT: f32 = 0.25;
/// How far, in blocks, a neighbour may stand.
const NEIGHBOUR: usize = 2;
/// How many blocks after a heading the first kept one may stand.
const HEADING_REACH: usize = 4;

/// Decides what is kept: a verdict for each block, and the leaves of the tree that the article is made of.
pub fn select(tree: &Tree, blocks: &Blocks, measured: &Measured, opinions: &[Opinion]) -> (Selection, Vec<Verdict>) {
    let mut verdicts: Vec<Verdict> = opinions
        .iter()
        .map(|o| {
            // A caption counts if its image does, which the cleaner decides.
            let least = if o.reason == Reason::Caption { KEEP_AMONG_KEPT } else { KEEP };
            Verdict { kept: o.probability >= least, probability: o.probability, reason: o.reason }
        })
        .collect();
    if !verdicts.iter().any(|v| v.kept) {
        keep_what_there_is(&mut verdicts);
    }
    keep_labels_among_kept(&mut verdicts);
    drop_headings_over_nothing(&mut verdicts, measured);

    let mut selection = Selection::new(tree.len());
    for (block, verdict) in blocks.list.iter().zip(&verdicts) {
        if verdict.kept {
            let role = if verdict.reason == Reason::Caption { Role::Caption } else { Role::Body };
            for &leaf in &blocks.leaves[block.leaves.clone()] {
                selection.set(leaf, role);
            }
        }
    }
    keep_images(tree, blocks, measured, &verdicts, &mut selection);
    (selection, verdicts)
}

/// A page without a sentence, such as a photo story or a list of names: its short texts are its content.
fn keep_what_there_is(verdicts: &mut [Verdict]) {
    for verdict in verdicts {
        verdict.kept = verdict.probability >= KEEP_AMONG_KEPT;
    }
}

/// Short texts count by their company: author names between forum posts, one-word list items, prices.
fn keep_labels_among_kept(verdicts: &mut [Verdict]) {
    let kept: Vec<bool> = verdicts.iter().map(|v| v.kept && v.reason != Reason::Caption).collect();
    let any_kept = |range: std::ops::Range<usize>| kept[range].contains(&true);
    for (i, verdict) in verdicts.iter_mut().enumerate() {
        let after = i + 1..(i + 1 + NEIGHBOUR).min(kept.len());
        let before = i.saturating_sub(NEIGHBOUR)..i;
        if !verdict.kept && verdict.probability >= KEEP_AMONG_KEPT && any_kept(before) && any_kept(after) {
            verdict.kept = true;
            verdict.reason = Reason::AmongKept;
        }
    }
}

fn drop_headings_over_nothing(verdicts: &mut [Verdict], measured: &Measured) {
    let mut next_kept = usize::MAX;
    for i in (0..verdicts.len()).rev() {
        let heading = measured.blocks[i].kind == Kind::Heading;
        if heading && verdicts[i].kept && next_kept.saturating_sub(i) > HEADING_REACH {
            verdicts[i].kept = false;
            verdicts[i].reason = Reason::Label;
        }
        if verdicts[i].kept {
            next_kept = i;
        }
    }
}

/// An image is kept where it stands in the article's part of the page with kept text before or after it.
fn keep_images(tree: &Tree, blocks: &Blocks, measured: &Measured, verdicts: &[Verdict], selection: &mut Selection) {
    let mut block_of = vec![None; tree.len()];
    for (i, block) in blocks.list.iter().enumerate() {
        for leaf in &blocks.leaves[block.leaves.clone()] {
            block_of[leaf.index()] = Some(i);
        }
    }
    let mut after_kept = false;
    let mut waiting: Vec<NodeId> = Vec::new();
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        if let Some(i) = block_of[id.index()] {
            if verdicts[i].kept || ends_article(verdicts[i].reason) {
                after_kept = verdicts[i].kept;
                for image in waiting.drain(..) {
                    if after_kept {
                        selection.set(image, Role::Body);
                    }
                }
            }
        } else if tree.tag(id) == Tag::IMG {
            let place = measured.places[id.index()];
            let in_article = place.furniture.is_none() && !place.hidden && place.region != Region::Outside;
            if !in_article || is_decoration(tree, id) {
                continue;
            }
            if after_kept {
                selection.set(id, Role::Body);
            } else {
                waiting.push(id);
            }
        }
    }
}

/// Whether what stands beside a block dropped for this reason is no longer the article. Bylines, share buttons
/// and other small furniture stand in its midst.
fn ends_article(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Related
            | Reason::Links
            | Reason::Outside
            | Reason::Navigation
            | Reason::Comments
            | Reason::SecondArticle
    )
}

/// Icons, avatars and tracking pixels, by the size that the page gives them.
fn is_decoration(tree: &Tree, image: NodeId) -> bool {
    const ICON_PIXELS: u32 = 48;
    let small = |name| {
        tree.attr(image, name)
            .and_then(|v| v.trim_end_matches("px").parse::<u32>().ok())
            .is_some_and(|v| v <= ICON_PIXELS)
    };
    small("width") || small("height")
}
