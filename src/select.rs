//! Opinions to verdicts: how much of the page counts, which leaves of the tree are kept, and why.

mod complete;

use crate::blocks::Blocks;
use crate::classify::{Opinion, Reason};
use crate::clean::{embed, image};
use crate::features::{Features, Kind, Measured, Region};
use crate::tree::{NodeId, Step, Tree};

/// What a leaf of the tree is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the text.
    Body,
    /// Part of what is said of an image or table.
    Caption,
}

/// Which leaves of the tree are kept: text nodes, images (a `picture` by its `img`), and films and the like.
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
    /// How probable that was from the block and its place, 0 to 1.
    pub probability: f32,
    /// What spoke most for the decision.
    pub reason: Reason,
}

/// What the caller said of a page.
#[derive(Debug, Clone, Default)]
pub struct ByHand {
    /// Of each block, or nothing.
    pub blocks: Vec<Option<bool>>,
    /// Whether every image that the page shows is kept too, wherever it stands.
    pub whole: bool,
}

/// Decides what each block is in the article: a verdict for each, and the leaves of the tree that the article is made
/// of. `chosen` says which blocks are its text, before what the caller said.
pub fn select(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    opinions: &[Opinion],
    chosen: &[bool],
    by_hand: &ByHand,
) -> (Selection, Vec<Verdict>) {
    let mut chosen = chosen.to_vec();
    drop_headline(measured, &mut chosen);
    complete::complete(tree, blocks, measured, opinions, &mut chosen);

    let mut selection = Selection::new(tree.len());
    let mut verdicts = Vec::with_capacity(opinions.len());
    for (i, (block, opinion)) in blocks.list.iter().zip(opinions).enumerate() {
        let said = by_hand.blocks.get(i).copied().flatten();
        let role = role(said.unwrap_or(chosen[i]), &measured.blocks[i]).filter(|_| said != Some(false));
        if let Some(role) = role {
            blocks.leaves[block.leaves.clone()].iter().for_each(|&leaf| selection.set(leaf, role));
        }
        let reason = match role {
            _ if said.is_some() => Reason::ByHand,
            Some(_) => opinion.in_favour,
            None => opinion.against,
        };
        verdicts.push(Verdict { kept: role.is_some(), probability: opinion.probability, reason });
    }
    keep_images(tree, blocks, measured, &verdicts, by_hand.whole, &mut selection);
    (selection, verdicts)
}

/// The headline over the text is the title, which is metadata.
fn drop_headline(measured: &Measured, chosen: &mut [bool]) {
    for (chosen, features) in chosen.iter_mut().zip(&measured.blocks) {
        if *chosen && features.prose {
            break;
        }
        *chosen &= !features.is_title;
    }
}

/// A caption is none of the text, so it is not chosen for it; it counts if its image does, which the cleaner sees.
fn role(chosen: bool, features: &Features) -> Option<Role> {
    let in_article = features.furniture.is_none() && !features.hidden && features.region != Region::Outside;
    match features.kind {
        Kind::Caption if in_article || chosen => Some(Role::Caption),
        _ if chosen => Some(Role::Body),
        _ => None,
    }
}

/// An image is kept where it stands in the article's part of the page with kept text before or after it; of a page that is
/// wanted whole, all of it is the article's part.
fn keep_images(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    verdicts: &[Verdict],
    whole: bool,
    selection: &mut Selection,
) {
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
        } else if image::is_image(tree, id) || embed::is_embed(tree, id) {
            let place = measured.places[id.index()];
            let in_article = whole || place.furniture.is_none() && place.region != Region::Outside;
            if !in_article || place.hidden || is_decoration(tree, id) {
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
