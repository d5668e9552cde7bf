//! Finds comments that the markup does not name: elements of one shape, side by side, that each
//! begin with a name, or have one beside a time, and hold a time or a button to reply.
//!
//! A label above them, such as `12 comments`, or the buttons distinguish them from cards of other
//! pages. Cards also have names and times, but each has a link to its page.

use super::items::is_button_to_reply;
use super::marks::{PostMarks, held};
use super::names::Shapes;
use super::sections::is_label;
use super::{NEAR, comments};
use crate::blocks::Blocks;
use crate::features::Measured;
use crate::text;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Marks the elements that are such comments.
pub(super) fn mark(tree: &Tree, blocks: &Blocks, measured: &Measured, marks: &mut PostMarks) {
    let page = UnnamedComments::of(tree, blocks, measured, marks);
    if !page.has_labels() {
        return;
    }
    let shapes = Shapes::read(tree);
    for comments in page.lists(&shapes, marks) {
        let Some(list) = comments.first().and_then(|&id| tree.parent(id)) else { continue };
        let shape = shapes.of(comments[0]);
        // Answers have the shape of comments and stand inside them.
        let is_answer = |id: NodeId| tree.tag(id) != Tag::TEXT && id != list && shapes.of(id) == shape;
        let inside = tree.walk(list).filter_map(|step| if let Step::Enter(id) = step { Some(id) } else { None });
        let answers: Vec<NodeId> = inside.filter(|&id| is_answer(id) && page.is_comment(id, marks)).collect();
        comments.into_iter().chain(answers).for_each(|id| marks.comment[id.index()] = true);
    }
}

/// The signs of comments on a page.
struct UnnamedComments<'a> {
    tree: &'a Tree,
    measured: &'a Measured,
    /// For each node, whether it holds a time, a button to reply, and a link that is a title.
    has_time: Vec<bool>,
    has_reply: Vec<bool>,
    has_title: Vec<bool>,
    /// For each node, the number of the first block in it.
    first_block: Vec<Option<usize>>,
    /// The numbers of the blocks that are labels of comments, in order.
    labels: Vec<usize>,
}

impl<'a> UnnamedComments<'a> {
    fn of(tree: &'a Tree, blocks: &Blocks, measured: &'a Measured, marks: &PostMarks) -> UnnamedComments<'a> {
        const TITLE_WORDS: usize = 4;
        let none = || vec![false; tree.len()];
        let (mut has_time, mut has_reply, mut has_title, mut labels) = (marks.time.clone(), none(), none(), Vec::new());
        let mut first_block = vec![None; tree.len()];
        for (i, block) in blocks.list.iter().enumerate() {
            let at = block.element.index();
            first_block[at].get_or_insert(i);
            if is_label(tree, blocks, measured, i) {
                labels.push(i);
            }
        }
        let mut words = 0;
        for step in tree.walk(tree.body()) {
            match step {
                Step::Enter(id) if tree.tag(id) == Tag::TEXT => {
                    let text = tree.text(id);
                    words += text::word_count(text);
                    if let Some(parent) = tree.parent(id).map(NodeId::index) {
                        has_time[parent] |= comments::is_time(text);
                        has_reply[parent] |= is_button_to_reply(text);
                    }
                }
                Step::Enter(id) if tree.tag(id) == Tag::A => words = 0,
                Step::Leave(id) => {
                    let is_title = tree.tag(id) == Tag::A && words >= TITLE_WORDS && !marks.time[id.index()];
                    has_title[id.index()] |= is_title;
                    if let (Some(parent), Some(first)) = (tree.parent(id), first_block[id.index()]) {
                        let of_parent = &mut first_block[parent.index()];
                        *of_parent = Some(of_parent.map_or(first, |i| usize::min(i, first)));
                    }
                }
                Step::Enter(_) => {}
            }
        }
        let [has_time, has_reply, has_title] = [has_time, has_reply, has_title].map(|marked| held(tree, &marked));
        UnnamedComments { tree, measured, has_time, has_reply, has_title, first_block, labels }
    }

    fn has_labels(&self) -> bool {
        !self.labels.is_empty() || self.has_reply[self.tree.body().index()]
    }

    /// Returns `true` if an element has the name of an author, and holds a time or a button to reply.
    fn is_comment(&self, id: NodeId, marks: &PostMarks) -> bool {
        let at = id.index();
        (self.has_time[at] || self.has_reply[at])
            && comments::name(self.tree, self.measured, marks, &self.has_time, id).is_some()
    }

    /// Returns the comments of each list, without lists that the markup names and lists inside others.
    fn lists(&self, shapes: &Shapes, marks: &PostMarks) -> Vec<Vec<NodeId>> {
        let is_named = held(self.tree, &marks.comment);
        let mut lists = Vec::new();
        let mut walk = self.tree.walk(self.tree.body());
        while let Some(step) = walk.next() {
            let Step::Enter(id) = step else { continue };
            if marks.comment[id.index()] {
                walk.skip_children(id);
                continue;
            }
            let found = self.list(id, shapes, marks).filter(|found| !found.iter().any(|id| is_named[id.index()]));
            if let Some(found) = found {
                lists.push(found);
                walk.skip_children(id);
            }
        }
        lists
    }

    /// Returns the children of an element that are comments, if they are most of its children of their shape.
    fn list(&self, parent: NodeId, shapes: &Shapes, marks: &PostMarks) -> Option<Vec<NodeId>> {
        let tree = self.tree;
        let may_be = |id: &NodeId| {
            let at = id.index();
            tree.tag(*id) != Tag::TEXT && (self.has_time[at] || self.has_reply[at])
        };
        let first = tree.children(parent).find(may_be)?;
        let is_alike = |id: &NodeId| tree.tag(*id) != Tag::TEXT && shapes.of(*id) == shapes.of(first);
        let alike: Vec<NodeId> = tree.children(parent).filter(is_alike).collect();
        if alike.len() < 2 {
            return None;
        }
        let comments: Vec<NodeId> = alike.iter().copied().filter(|&id| self.is_comment(id, marks)).collect();
        let answered = comments.iter().filter(|id| self.has_reply[id.index()]).count();
        // A comment may have a link with a title in it. Of cards, all have one.
        let titled = comments.iter().filter(|id| self.has_title[id.index()]).count();
        let start = comments.first().and_then(|id| self.first_block[id.index()])?;
        let before = self.labels.partition_point(|&label| label < start);
        let is_labelled = || before.checked_sub(1).is_some_and(|last| start - self.labels[last] <= NEAR);
        let are_comments = comments.len() > 1
            && 2 * comments.len() > alike.len()
            && 2 * titled <= comments.len()
            && (answered > 1 && 2 * answered >= comments.len() || is_labelled());
        are_comments.then_some(comments)
    }
}

#[cfg(test)]
mod tests {
    use crate::posts::marks;
    use crate::{blocks, features, tree};

    /// Returns the number of elements that are comments.
    fn count(html: &str) -> usize {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        marks::find(&tree, &blocks, &measured).comment.iter().filter(|&&is_one| is_one).count()
    }

    fn comment(name: &str, time: &str, end: &str) -> String {
        format!(
            "<div class=x1><b>{name}</b> <i>{time}</i><p>The ferry was late again, and nobody said a word.</p>{end}</div>"
        )
    }

    #[test]
    fn comments_under_their_label_are_found_by_name_and_time() {
        for label in ["2 comments", "Bình luận (2)", "Kommentare", "2 commentaires", "评论"] {
            let posts = [comment("Ana Ruiz", "3 hours ago", ""), comment("Tom", "2031-05-01 10:00", "")].concat();
            assert_eq!(count(&format!("<h3>{label}</h3><div>{posts}</div>")), 2, "{label}");
            assert_eq!(count(&format!("<h3>Ferries</h3><div>{posts}</div>")), 0, "{label}");
        }
    }

    #[test]
    fn buttons_to_reply_are_a_sign_too() {
        for reply in ["Reply", "Trả lời", "Antworten", "回复"] {
            let reply = format!("<a>{reply}</a>");
            let posts = [comment("Ana", "", &reply), comment("Tom", "", &reply)].concat();
            assert_eq!(count(&format!("<div>{posts}</div>")), 2, "{reply}");
        }
    }

    #[test]
    fn a_clock_or_a_button_in_a_row_is_enough() {
        let post = |name: &str, end: &str| {
            format!(
                "<li class=cm__i><b>{name}</b><p>The ferry was late again, and nobody said a word.</p><i>11:34</i>{end}</li>"
            )
        };
        let posts =
            [post("Ana", " <a>Reply</a> <a>58</a>"), post("An Thị Bé", " <a>12</a>"), post("tom99", "")].concat();
        assert_eq!(count(&format!("<section><h3>Comments <span>(127)</span></h3><ul>{posts}</ul></section>")), 3);
    }

    #[test]
    fn an_answer_of_the_same_shape_is_a_comment() {
        let answer = comment("Bo", "1 hour ago", "");
        let posts = [comment("Ana", "3 hours ago", &answer), comment("Tom", "2 hours ago", "")].concat();
        assert_eq!(count(&format!("<h3>3 comments</h3><div>{posts}</div>")), 3);
    }

    #[test]
    fn cards_of_other_pages_are_no_comments() {
        let card = |name: &str| {
            format!(
                "<div class=x1><b>{name}</b> <i>3 hours ago</i><h4><a href=/b>The ferry was late again today</a></h4></div>"
            )
        };
        assert_eq!(count(&format!("<h3>Comments</h3><div>{}{}</div>", card("Travel"), card("Sport"))), 0);
    }

    #[test]
    fn paragraphs_are_no_comments() {
        let text = "<p>The ferry was late again, and nobody said a word about it to the people on the pier.</p>";
        assert_eq!(count(&format!("<h3>Comments</h3><div>{text}{text}</div>")), 0);
    }
}
