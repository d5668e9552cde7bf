//! Opening and closing of formatting elements, with the standard's "adoption agency algorithm".

use super::arena::NodeId;
use super::builder::{Flow, StartTag, TreeBuilder};
use super::names::{Tag, kind};
use crate::limits::MAX_ACTIVE_FORMATTING;

/// Maximum number of equal elements in the list: the standard's "Noah's Ark clause".
const MAX_LIKE_ELEMENTS: usize = 3;

/// Maximum number of rounds of the adoption agency algorithm, from the standard.
const MAX_OUTER_STEPS: usize = 8;
/// Maximum number of elements between the formatting element and the block that are copied in one
/// round. Elements farther out are closed.
const MAX_INNER_STEPS: usize = 3;

impl TreeBuilder {
    /// Inserts a formatting element, opens it and lists it as active.
    pub fn insert_formatting(&mut self, start: &StartTag<'_>) {
        let node = self.insert_element(start);
        let first = self.formatting.start();
        let active = &self.formatting.entries[first..];
        let mut like =
            (0..active.len()).filter(|&index| active[index].is_some_and(|other| self.tree.is_like(other, node)));
        let earliest_like = like.next();
        if let Some(earliest) = earliest_like
            && like.count() + 1 >= MAX_LIKE_ELEMENTS
        {
            self.formatting.entries.remove(first + earliest);
        } else if active.len() >= MAX_ACTIVE_FORMATTING {
            self.formatting.entries.remove(first);
        }
        self.formatting.entries.push(Some(node));
    }

    /// Reopens the active formatting elements that were closed by the end of a block.
    pub fn reconstruct_formatting(&mut self) {
        let first = self.formatting.start();
        let active = &self.formatting.entries[first..];
        let is_open = |entry: &Option<NodeId>| entry.is_some_and(|node| self.position_of(node).is_some());
        let Some(last) = active.last() else { return };
        if is_open(last) {
            return;
        }
        let closed = first + active.iter().rposition(is_open).map_or(0, |open| open + 1);
        for index in closed..self.formatting.entries.len() {
            if !self.formatting.may_copy() {
                self.formatting.entries.truncate(index);
                return;
            }
            self.make_room();
            // Making room may close a table cell. The formatting inside the cell is then no longer
            // active.
            let Some(&Some(node)) = self.formatting.entries.get(index) else { return };
            let copy = self.copy(node);
            self.insert_and_push(copy, false);
            self.formatting.entries[index] = Some(copy);
        }
    }

    /// Returns a copy of an element and counts it.
    fn copy(&mut self, node: NodeId) -> NodeId {
        self.formatting.spend_copy();
        self.tree.copy_element(node)
    }

    /// Returns the last active element with a name.
    fn last_active(&self, tag: Tag) -> Option<NodeId> {
        let active = &self.formatting.entries[self.formatting.start()..];
        active.iter().rev().flatten().copied().find(|&node| self.tree.tag(node) == tag)
    }

    /// Closes an open `<a>` before another one begins, because links do not nest.
    pub fn close_open_link(&mut self) {
        if let Some(link) = self.last_active(Tag::A) {
            let _ = self.adopt(Tag::A);
            self.formatting.remove(link);
            self.remove_from_stack(link);
        }
    }

    /// Processes the end tag of a formatting element: the standard's "adoption agency algorithm".
    ///
    /// If the element is not the innermost one, as in `<b>1<p>2</b>3`, the block in it moves out, and the block's
    /// content moves into a copy of the element.
    pub fn adopt(&mut self, tag: Tag) -> Flow {
        if self.current().is(tag) && self.formatting.position(self.current().node).is_none() {
            self.pop();
            return Flow::Done;
        }
        for _ in 0..MAX_OUTER_STEPS {
            let Some(element) = self.last_active(tag) else { return self.end_other(tag) };
            let Some(index) = self.position_of(element) else {
                self.formatting.remove(element);
                return Flow::Done;
            };
            if !self.is_node_in_scope(element) {
                return Flow::Done;
            }
            let block =
                self.stack[index..].iter().position(|open| open.has(kind::SPECIAL)).map(|offset| index + offset);
            match block {
                Some(block) if self.formatting.may_copy() => self.move_block_out(index, block),
                _ => {
                    self.pop_from(index);
                    self.formatting.remove(element);
                    return Flow::Done;
                }
            }
        }
        Flow::Done
    }

    /// Runs one round of the algorithm. `element` is the index of the formatting element in the
    /// stack. `block` is the index of the outermost special element in it.
    fn move_block_out(&mut self, element: usize, block: usize) {
        let common_ancestor = self.stack[element - 1].node;
        let formatting_element = self.stack[element].node;
        let furthest_block = self.stack[block];
        let mut bookmark = self.formatting.position(formatting_element);
        let mut last = furthest_block.node;
        for (step, index) in (element + 1..block).rev().enumerate() {
            let node = self.stack[index].node;
            let active = self.formatting.position(node);
            match active {
                Some(position) if step < MAX_INNER_STEPS => {
                    let copy = self.copy(node);
                    self.formatting.entries[position] = Some(copy);
                    self.stack[index].node = copy;
                    if last == furthest_block.node {
                        bookmark = Some(position + 1);
                    }
                    self.tree.detach(last);
                    self.tree.insert(copy, None, last);
                    last = copy;
                }
                _ => {
                    if let Some(position) = active {
                        self.formatting.entries.remove(position);
                        bookmark = bookmark.map(|mark| if mark > position { mark - 1 } else { mark });
                    }
                    self.stack.remove(index);
                }
            }
        }
        self.tree.detach(last);
        let place = self.place_in(common_ancestor);
        self.tree.insert(place.parent, place.before, last);

        let copy = self.copy(formatting_element);
        self.tree.move_children(furthest_block.node, copy);
        self.tree.insert(furthest_block.node, None, copy);
        if let (Some(old), Some(mark)) = (self.formatting.position(formatting_element), bookmark) {
            self.formatting.entries.remove(old);
            self.formatting.entries.insert(if mark > old { mark - 1 } else { mark }, Some(copy));
        }
        let mut open = self.stack[element];
        open.node = copy;
        open.depth = furthest_block.depth + 1;
        self.stack.remove(element);
        if let Some(block) = self.position_of(furthest_block.node) {
            self.stack.insert(block + 1, open);
        }
    }
}
