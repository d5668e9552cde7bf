//! The elements of the page as arrays in document order. Sums over subtrees are then one backward pass, and inherited
//! properties one forward pass.

use crate::tree::{NodeId, Step, Tag, Tree};

/// An element's index in document order. A parent's index is lower than its children's.
pub(super) type Element = usize;

/// `<body>` and the elements under it.
pub(super) struct Elements {
    /// The node of each element.
    pub nodes: Vec<NodeId>,
    /// The parent of each element. The parent of `<body>` is itself.
    pub parents: Vec<Element>,
    /// Depth below `<body>`.
    pub depths: Vec<u32>,
    /// The index of each node of the tree. Entries of text nodes are unused.
    places: Vec<u32>,
}

impl Elements {
    pub fn of(tree: &Tree) -> Elements {
        let mut elements =
            Elements { nodes: Vec::new(), parents: Vec::new(), depths: Vec::new(), places: vec![0; tree.len()] };
        let mut parent = 0;
        for step in tree.walk(tree.body()) {
            match step {
                Step::Enter(id) if tree.tag(id) != Tag::TEXT => {
                    let element = elements.nodes.len();
                    elements.places[id.index()] = element as u32;
                    elements.depths.push(if element == 0 { 0 } else { elements.depths[parent] + 1 });
                    elements.nodes.push(id);
                    elements.parents.push(parent);
                    parent = element;
                }
                Step::Leave(id) => parent = elements.parents[elements.place(id)],
                Step::Enter(_) => {}
            }
        }
        elements
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn place(&self, id: NodeId) -> Element {
        self.places[id.index()] as usize
    }

    /// Returns the element `levels` above, or `<body>` if there are fewer levels.
    pub fn up(&self, element: Element, levels: usize) -> Element {
        (0..levels).fold(element, |e, _| self.parents[e])
    }

    /// Adds the numbers of all elements below to each element's number.
    pub fn sum_up(&self, values: &mut [f32]) {
        for e in (1..values.len()).rev() {
            values[self.parents[e]] += values[e];
        }
    }

    /// Returns for each element the depth of the innermost element that holds both it and `target`.
    pub fn common_depths(&self, target: Element) -> Vec<u32> {
        let mut depths = vec![0; self.len()];
        let mut on_the_way = vec![false; self.len()];
        let mut e = target;
        loop {
            on_the_way[e] = true;
            if e == 0 {
                break;
            }
            e = self.parents[e];
        }
        for e in 1..self.len() {
            depths[e] = if on_the_way[e] { self.depths[e] } else { depths[self.parents[e]] };
        }
        depths
    }
}
