//! Turns predictions into verdicts: which blocks and which leaves of the tree are kept, and why.

mod boxes;
mod captions;
mod complete;
mod constructs;
mod frame;
pub(crate) mod inserts;
pub(crate) mod only_text;
mod opening;
mod pointers;
mod questions;
mod signs;

use self::frame::ArticleFrame;
use crate::blocks::Blocks;
use crate::classify::{Prediction, Reason};
use crate::constructs::{is_embed, is_image};
use crate::features::{BlockKind, Measured, is_undisplayed, is_visually_hidden};
use crate::selection::{Role, Selection};
use crate::text::ends_sentence;
use crate::tree::{NodeId, Step, Tag, Tree};

/// The decision on a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// `true` if it is part of the article.
    pub kept: bool,
    /// The probability that it is part of the article, judged from the block and its place, 0 to 1.
    pub probability: f32,
    /// The main reason for the decision.
    pub reason: Reason,
}

/// The set of rules that completes the chosen blocks of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSet {
    /// An HTML page with its own text.
    Article,
    /// A forum's thread in HTML. Quotations and lists beside a post seldom belong to it.
    Thread,
    /// Pasted text. Its classifier has its own rules for lists and subheadings.
    Paste,
}

/// The caller's decisions on a page.
#[derive(Debug, Clone, Default)]
pub struct ByHand {
    /// The caller's decision on each block. `None` if there is no decision.
    pub blocks: Vec<Option<bool>>,
    /// `true` if every image that the page shows is kept too, wherever it stands.
    pub whole: bool,
}

/// The decisions that are made before the rules for articles.
#[derive(Debug, Clone, Default)]
pub struct Decided {
    /// The caller's decisions.
    pub by_hand: ByHand,
    /// The decision on each block by the rules of the site. `None` if no rule applies.
    pub by_rules: Vec<Option<bool>>,
    /// The decisions on the posts of a conversation.
    pub posts: DecidedPosts,
}

/// The decisions on the posts of a conversation.
#[derive(Debug, Clone, Default)]
pub struct DecidedPosts {
    /// `true` for each block that is kept, `false` for one that is left out, `None` where the rules decide.
    pub blocks: Vec<Option<bool>>,
    /// `true` for each node in the frame of a post, by [`NodeId::index`]. Images there are avatars and badges.
    pub frame: Vec<bool>,
}

/// Decides which blocks and which leaves of the tree belong to the article. Returns a verdict for each block. `chosen`
/// marks the blocks of its text before the caller's decisions.
pub fn select(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    chosen: &[bool],
    rules: RuleSet,
    decided: &Decided,
) -> (Selection, Vec<Verdict>) {
    let Decided { by_hand, by_rules, posts } = decided;
    let mut chosen = chosen.to_vec();
    if rules == RuleSet::Article {
        drop_above_headline(blocks, measured, &mut chosen);
    }
    drop_headline(measured, &mut chosen);
    complete::complete(tree, blocks, measured, predictions, rules, &mut chosen);
    let frame = ArticleFrame::find(tree, blocks, measured, &chosen);
    if rules == RuleSet::Article {
        opening::choose(tree, blocks, measured, predictions, &frame, &mut chosen);
        questions::choose(tree, blocks, measured, predictions, &frame, &mut chosen);
    }
    constructs::choose(tree, blocks, measured, predictions, &frame, rules, &mut chosen);
    if rules != RuleSet::Paste {
        boxes::drop_boxes(tree, blocks, measured, predictions, &mut chosen);
        pointers::drop_pointers(blocks, measured, &mut chosen);
        inserts::drop_language_labels(tree, blocks, measured, &mut chosen);
        drop_last_heading(&frame, blocks, measured, &mut chosen);
    }
    // If the whole page is kept, all its lines are text, so none is a caption.
    let captions = match rules {
        RuleSet::Article if !by_hand.whole => captions::find(tree, blocks, measured, &frame, &chosen),
        _ => vec![false; chosen.len()],
    };

    let mut selection = Selection::new(tree.len());
    let mut verdicts = Vec::with_capacity(predictions.len());
    for (i, (block, prediction)) in blocks.list.iter().zip(predictions).enumerate() {
        let by_person = by_hand.blocks.get(i).copied().flatten();
        let by_rule = by_rules.get(i).copied().flatten();
        let said = by_person.or(by_rule).or_else(|| posts.blocks.get(i).copied().flatten());
        let in_article = frame.may_hold(block.element, measured.surroundings[block.element.index()]);
        let is_caption = measured.blocks[i].kind == BlockKind::Caption || captions[i];
        let role = role(said.unwrap_or(chosen[i]), in_article, is_caption).filter(|_| said != Some(false));
        if let Some(role) = role {
            let leaves = &blocks.leaves[block.leaves.clone()];
            let is_unseen = |&leaf: &NodeId| is_unseen(tree, leaf, block.element);
            // Invisible words beside visible ones only describe these, for example that a link
            // opens a window.
            let shows_some = !leaves.iter().all(is_unseen);
            leaves.iter().filter(|leaf| !(shows_some && is_unseen(leaf))).for_each(|&leaf| selection.set(leaf, role));
        }
        let reason = match role {
            _ if by_person.is_some() => Reason::ByHand,
            _ if by_rule.is_some() => Reason::ByRule,
            Some(_) => prediction.in_favour,
            None => prediction.against,
        };
        verdicts.push(Verdict { kept: role.is_some(), probability: prediction.probability, reason });
    }
    let place = |id: NodeId| measured.surroundings[id.index()];
    let is_settled = |id: NodeId| posts.frame.get(id.index()).copied();
    let in_article = |id: NodeId| match is_settled(id) {
        Some(is_frame) if !by_hand.whole => !place(id).hidden && !is_frame && place(id).boilerplate.is_none(),
        _ => !place(id).hidden && (by_hand.whole || frame.may_hold(id, place(id))),
    };
    keep_images_and_signs(tree, blocks, &verdicts, rules, &in_article, &mut selection);
    (selection, verdicts)
}

/// Returns `true` if a leaf of a block is not shown, or if it is for screen readers only and
/// belongs to a link, heading or button. Other text for screen readers is kept, because it tells in
/// words what the design shows, for example that a price is the old one.
fn is_unseen(tree: &Tree, leaf: NodeId, block: NodeId) -> bool {
    /// How many levels inside a block are searched. Without a limit, the work would grow with the depth.
    const LEVELS: usize = 8;
    let inside = || tree.ancestors(leaf).take(LEVELS).take_while(|&id| id != block);
    let is_label =
        |id: NodeId| tree.tag(id).is_heading() || matches!(tree.tag(id), Tag::A | Tag::BUTTON | Tag::SUMMARY);
    let is_read_out = || inside().any(|id| is_visually_hidden(tree, id)) && inside().chain([block]).any(is_label);
    inside().any(|id| is_undisplayed(tree, id)) || is_read_out()
}

/// Drops short lines above the headline, if no running text is among them. They are the site's name, its section or a counter.
fn drop_above_headline(blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    const WORDS: usize = 8;
    let text = (0..chosen.len()).find(|&i| chosen[i] && measured.blocks[i].prose).unwrap_or(chosen.len());
    let Some(headline) = measured.blocks[..text].iter().position(|block| block.is_title) else { return };
    for (i, chosen) in chosen[..headline].iter_mut().enumerate() {
        *chosen &= measured.blocks[i].words > WORDS || ends_sentence(&blocks.list[i].text);
    }
}

/// Drops the headline above the text. It is the title, which is metadata.
fn drop_headline(measured: &Measured, chosen: &mut [bool]) {
    for (chosen, features) in chosen.iter_mut().zip(&measured.blocks) {
        if *chosen && features.prose {
            break;
        }
        *chosen &= !features.is_title;
    }
}

/// Returns the role of a block in the article. A caption is not part of the text, so it need not be chosen. The cleaner
/// keeps it only beside its image.
fn role(chosen: bool, in_article: bool, is_caption: bool) -> Option<Role> {
    match is_caption {
        true if in_article || chosen => Some(Role::Caption),
        _ if chosen => Some(Role::Body),
        _ => None,
    }
}

/// Drops a short heading at the end of the text if the article's part of the page continues after
/// it. The text under the heading was then left out. A heading that follows another heading stays.
fn drop_last_heading(frame: &ArticleFrame, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    const HEADING_WORDS: usize = 12;
    let mut kept = (0..chosen.len()).rev().filter(|&i| chosen[i]);
    let (Some(last), Some(before)) = (kept.next(), kept.next()) else { return };
    let is_heading = |i: usize| measured.blocks[i].kind == BlockKind::Heading;
    let is_short = measured.blocks[last].words <= HEADING_WORDS && !measured.blocks[last].ends_sentence;
    let has_more = blocks.list.get(last + 1).is_some_and(|next| frame.holds(next.element));
    chosen[last] &= !(is_heading(last) && is_short && has_more && !is_heading(before));
}

/// Keeps parts of the article that are not blocks: images with kept text before or after them, and lines of signs after
/// kept text. In pasted text, such lines are separators.
fn keep_images_and_signs(
    tree: &Tree,
    blocks: &Blocks,
    verdicts: &[Verdict],
    rules: RuleSet,
    in_article: &dyn Fn(NodeId) -> bool,
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
        } else if is_image(tree, id) || is_embed(tree, id) {
            let is_kept = |leaf: NodeId| block_of[leaf.index()].is_some_and(|i| verdicts[i].kept);
            let beside = [tree.previous_sibling(id), tree.next_sibling(id)].into_iter().flatten();
            let is_in_text = beside.into_iter().any(|leaf| !tree.is_blank_text(leaf) && is_kept(leaf));
            if !in_article(id) || is_decoration(tree, id, is_in_text) {
                continue;
            }
            if after_kept {
                selection.set(id, Role::Body);
            } else {
                waiting.push(id);
            }
        } else if after_kept && rules != RuleSet::Paste && signs::is_line_of_signs(tree, id) && in_article(id) {
            selection.set(id, Role::Body);
        }
    }
}

/// Returns `true` if a block that was left out for this reason ends the article. Bylines, share
/// buttons and other small boilerplate do not, because they can stand in the middle of it.
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

/// Returns `true` if an image is an icon, avatar, line or tracking pixel, judged by the size in the markup. An icon
/// with an alternative text beside kept text is part of the sentence: an emoji, a formula, a rare character.
fn is_decoration(tree: &Tree, image: NodeId, is_in_text: bool) -> bool {
    const ICON_PIXELS: u32 = 48;
    const LINE_PIXELS: u32 = 4;
    let side = |name| tree.attr(image, name).and_then(|v| v.trim_end_matches("px").parse::<u32>().ok());
    let sides = [side("width"), side("height")];
    let is_line = sides.iter().flatten().any(|&side| side <= LINE_PIXELS);
    let is_icon = sides.iter().flatten().max().is_some_and(|&side| side <= ICON_PIXELS);
    let says_something = is_in_text && tree.attr(image, "alt").is_some_and(|alt| !alt.trim().is_empty());
    is_line || is_icon && !says_something
}
