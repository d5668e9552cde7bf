//! Conversations: the posts of threads, questions with answers, chats, and the comments under articles.
//!
//! Posts are found by what all conversations have in common: elements of the same shape that each
//! hold a name, a time and a text. No code here depends on a particular site. Each of these steps
//! is linear in the page:
//!
//! 1. [`marks`] marks the elements that name an author or state a time, by the markup that many
//!    programs share.
//! 2. [`items`] finds the smallest elements that hold both and a text, and the repeated elements around them: the posts.
//! 3. [`body`] separates the text of a post from its frame: buttons, counts, signatures, the box
//!    about its author.
//! 4. [`depth`] and [`fields`] read the place in the conversation, the name, time, address and score.
//!
//! The danger is a list of articles, which has names, times and texts too. So a group of posts
//! needs a sign of a conversation. Elements whose headings each lead to another page are not posts.
//! Only elements that the markup names as comments ([`comments`]) may stand alone or have no time.
//! Comments without a name in the markup are found by the label above them ([`unnamed`]), and what stands under such a
//! label is left out even if its posts are not found ([`sections`]).

mod body;
mod comments;
mod depth;
mod fields;
mod items;
mod marks;
mod names;
pub(crate) mod sections;
mod unnamed;

use crate::blocks::Blocks;
use crate::classify::page_type::PageType;
use crate::document::PostHeader;
use crate::features::{BlockKind, Features, Measured, is_comments_label};
use crate::hash::HashSet;
use crate::lines::PastedPost;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::url::BaseUrl;
use marks::PostMarks;

/// A post of the page.
#[derive(Debug, Clone)]
pub struct FoundPost {
    /// The element of the post, with its frame.
    pub element: NodeId,
    /// The author and time of the post, and its place in the conversation.
    pub header: PostHeader,
    /// The numbers of the blocks of the post's text.
    pub body: Vec<usize>,
    /// The numbers of the blocks of the post's text that quote another post, in order. If the
    /// classifier keeps one of them, all are kept.
    pub quoted: Vec<usize>,
    /// The numbers of the blocks with the post's author, time and signature.
    pub head: Vec<usize>,
    /// The elements that hold the post's text. Images outside them belong to the frame.
    pub holders: Vec<NodeId>,
    /// The texts of the author's name and the time at the start of the first paragraph and at the end of the last one. They
    /// are not part of the text.
    pub marks_in_text: Vec<NodeId>,
}

impl FoundPost {
    /// Returns the text of the post without the name and the time in its paragraphs.
    pub(crate) fn without_marks<'t>(&self, text: &'t str) -> &'t str {
        let PostHeader { author, shown_time, .. } = &self.header;
        if self.marks_in_text.is_empty() {
            return text;
        }
        let mut text = text;
        for mark in [author, shown_time].into_iter().flatten() {
            let start = text.strip_prefix(mark.as_str()).map(|rest| rest.trim_start_matches([':', ' ']));
            text = start.filter(|rest| !rest.is_empty()).unwrap_or(text);
            let end = text.strip_suffix(mark.as_str()).map(|rest| rest.trim_end_matches(['–', '—', ' ']));
            text = end.filter(|rest| !rest.is_empty()).unwrap_or(text);
        }
        text
    }
}

/// The posts of a page in reading order.
#[derive(Debug, Clone, Default)]
pub struct Posts {
    /// The posts.
    pub list: Vec<FoundPost>,
    /// For each block, the index in `list` of the post around it, including the post's frame.
    pub owner: Vec<Option<usize>>,
    /// `true` if the markup calls the posts comments, answers or messages, or if readers can answer
    /// them.
    pub are_named: bool,
    /// `true` if a label such as `12 comments` stands above the first post after those at the start.
    is_labelled: bool,
    /// `true` if the markup says that the posts are the turns of a chat.
    pub are_turns: bool,
    /// The number of posts at the start that may be an article, because no markup says that they
    /// are posts.
    pub opening: usize,
    /// The blocks of text that repeats an earlier post.
    pub repeated: Vec<usize>,
}

impl Posts {
    /// Returns `true` if the page is a conversation, which means that its text is that of the posts
    /// and not an article above them. `chosen` marks the blocks that the classifier chose as text.
    /// A page of a forum with posts is a conversation too, unless the posts are comments under their label.
    pub(crate) fn are_all_there_is(&self, measured: &Measured, chosen: &[bool], is_forum: bool) -> bool {
        let Some(around) = self.around(measured, chosen) else { return false };
        if self.are_under_article(&around, is_forum) {
            return false;
        }
        let is_shown = |post: &&FoundPost| post.body.iter().any(|&i| chosen[i]);
        let has_text = self.list.iter().filter(is_shown).count() > 1;
        let has_time = |post: &&FoundPost| post.header.published_time.is_some() || post.header.shown_time.is_some();
        // Cards of other pages may have names like those of comments. The posts of a conversation
        // have times.
        let are_timed = self.are_turns || 2 * self.list.iter().filter(has_time).count() >= self.list.len();
        has_text
            && are_timed
            && (self.are_named && around.is_little()
                || is_forum && around.before <= around.posted.max(INTRODUCTION_WORDS))
    }

    /// Returns `true` if all posts are kept, whatever the classifier chose. This applies to the
    /// turns of a chat, and to a conversation with too few words to judge.
    pub(crate) fn are_kept_whole(&self, measured: &Measured, chosen: &[bool], is_forum: bool) -> bool {
        /// Maximum number of words of the posts of a short conversation.
        const SHORT_WORDS: usize = 100;
        let Some(around) = self.around(measured, chosen) else { return false };
        if self.are_under_article(&around, is_forum) {
            return false;
        }
        let is_other = |(block, owner): &(&Features, &Option<usize>)| {
            owner.is_none() && block.prose && !block.hidden && block.boilerplate.is_none()
        };
        let others =
            measured.blocks.iter().zip(&self.owner).filter(is_other).map(|(block, _)| block.words).sum::<usize>();
        self.are_named
            && self.list.len() > 1
            && around.is_little()
            && others <= around.posted
            && (self.are_turns || around.posted <= SHORT_WORDS)
    }

    /// Returns `true` if a label such as `12 comments` stands above the posts, and an article above the label. On a page of
    /// a forum, a short text with an author and a time is more likely the first post.
    fn are_under_article(&self, around: &WordsAround, is_forum: bool) -> bool {
        let least = if is_forum { INTRODUCTION_WORDS } else { LEAST_ARTICLE_WORDS };
        let is_article = around.before > LEAST_ARTICLE_WORDS || around.before + around.opening > least;
        self.are_named && self.is_labelled && is_article
    }

    /// Counts the words of the posts and of the text around them. Returns `None` if there are no posts.
    fn around(&self, measured: &Measured, chosen: &[bool]) -> Option<WordsAround> {
        let first = self.owner.iter().position(Option::is_some)?;
        let words = |i: usize| measured.blocks[i].words;
        // Some programs put the whole text of each post into an element for quotations.
        let own = |post: &FoundPost| -> usize {
            let is_own = |i: &&usize| post.quoted.len() == post.body.len() || post.quoted.binary_search(i).is_err();
            post.body.iter().filter(is_own).map(|&i| words(i)).sum()
        };
        let words_of = |posts: &[FoundPost]| posts.iter().map(own).sum::<usize>();
        let is_prose = |i: &usize| chosen[*i] && measured.blocks[*i].prose && self.owner[*i].is_none();
        Some(WordsAround {
            posted: words_of(&self.list),
            before: (0..first).filter(is_prose).map(words).sum(),
            after: (first..chosen.len()).filter(is_prose).map(words).sum(),
            opening: words_of(self.list.get(..self.opening).unwrap_or_default()),
        })
    }

    /// Returns `true` if the posts are comments under an article. The markup must name them so, and
    /// they must have less of the text that the classifier chose than the rest of the page. On the
    /// page of an article they may have more, if some text stands before them: a short article may
    /// have long comments. On a page of a forum, the classifier must have chosen none of their text,
    /// or they must be comments under their label, with an article above it.
    pub(crate) fn are_comments(&self, measured: &Measured, chosen: &[bool], page_type: Option<PageType>) -> bool {
        let (mut inside, mut outside, mut before) = (0, 0, 0);
        let mut is_open = false;
        for ((block, owner), _) in measured.blocks.iter().zip(&self.owner).zip(chosen).filter(|(_, chosen)| **chosen) {
            let is_comment = owner.is_some_and(|post| post >= self.opening);
            is_open |= is_comment;
            *(if is_comment { &mut inside } else { &mut outside }) += block.words;
            before += if is_open || !block.prose { 0 } else { block.words };
        }
        self.are_named
            && match page_type {
                Some(PageType::Forum) => inside == 0 && outside > 0 || self.is_labelled && before > INTRODUCTION_WORDS,
                Some(PageType::Article) => inside <= outside || before >= LEAST_ARTICLE_WORDS,
                _ => inside <= outside || self.is_labelled && before >= LEAST_ARTICLE_WORDS,
            }
    }

    /// Returns the line above a pasted conversation, if it is a title.
    pub(crate) fn title<'a>(&self, blocks: &'a Blocks) -> Option<&'a str> {
        const TITLE_BYTES: usize = 160;
        let first = self.owner.iter().position(Option::is_some)?;
        let title = blocks.list.first().filter(|_| (1..=2).contains(&first))?;
        Some(title.text.as_str()).filter(|text| text.len() <= TITLE_BYTES)
    }

    /// Decides on the blocks of the posts, based on the blocks that the classifier chose as text.
    /// The classifier may leave out short posts and parts of posts. If it chose most of the page's
    /// posts, short posts are kept, and so are whole posts of which it chose most. A line with the
    /// author and time of a post is not kept, because the header has both. Signatures and
    /// repetitions of an earlier post are not kept either.
    pub(crate) fn decided(&self, measured: &Measured, chosen: &[bool], are_kept_whole: bool) -> Vec<Option<bool>> {
        /// Maximum number of words of a label, which may not be text.
        const LABEL_WORDS: usize = 3;
        /// Maximum number of words of a post that is too short to be judged alone.
        const SHORT_WORDS: usize = 12;
        let own = |post: &FoundPost| -> Vec<usize> {
            post.body.iter().filter(|i| post.quoted.binary_search(i).is_err()).copied().collect()
        };
        let own: Vec<Vec<usize>> = self.list.iter().map(own).collect();
        let counts: Vec<WordCounts> =
            own.iter().map(|own| WordCounts::of(own, measured, chosen, LABEL_WORDS)).collect();
        let mut decided = vec![None; chosen.len()];
        let mut decide = |i: usize, is_kept: bool| {
            if let Some(decided) = decided.get_mut(i) {
                *decided = Some(is_kept);
            }
        };
        let heads = self.list.iter().filter(|post| !post.header.is_silent()).flat_map(|post| &post.head);
        heads.chain(&self.repeated).for_each(|&i| decide(i, false));
        if are_kept_whole {
            self.list.iter().flat_map(|post| &post.body).for_each(|&i| decide(i, true));
            return decided;
        }
        if !counts.iter().sum::<WordCounts>().are_mostly_kept() {
            self.drop_bare_headings(measured, chosen, &mut decided);
            return decided;
        }
        for ((post, own), counts) in self.list.iter().zip(own).zip(counts) {
            // If no element holds only the text, labels may be part of it.
            let is_told = !post.holders.contains(&post.element);
            let all = WordCounts::of(&post.body, measured, chosen, 0).all;
            if is_told && all < SHORT_WORDS {
                post.body.iter().for_each(|&i| decide(i, true));
            } else if counts.are_mostly_kept() {
                let is_text = |i: &usize| {
                    let block = measured.blocks.get(*i);
                    block.is_some_and(|block| block.words > LABEL_WORDS || block.kind == BlockKind::Preformatted)
                };
                own.into_iter().filter(is_text).for_each(|i| decide(i, true));
            }
        }
        self.drop_bare_headings(measured, chosen, &mut decided);
        decided
    }

    /// Drops the headings of posts without kept text.
    fn drop_bare_headings(&self, measured: &Measured, chosen: &[bool], decided: &mut [Option<bool>]) {
        let is_heading = |i: usize| measured.blocks[i].kind == BlockKind::Heading;
        let mut is_bare: Vec<bool> = self.list.iter().map(|post| post.body.iter().any(|&i| !is_heading(i))).collect();
        for (post, is_bare) in self.list.iter().zip(&mut is_bare) {
            *is_bare &= !post.body.iter().any(|&i| !is_heading(i) && decided[i].unwrap_or(chosen[i]));
        }
        for (i, owner) in self.owner.iter().enumerate() {
            if owner.is_some_and(|post| is_bare[post]) && is_heading(i) && !measured.blocks[i].is_title {
                decided[i] = Some(false);
            }
        }
    }

    /// Removes the posts at the start that may be an article.
    pub(crate) fn without_opening(mut self) -> Posts {
        let opening = std::mem::take(&mut self.opening);
        self.list.drain(..opening);
        self.owner.iter_mut().for_each(|owner| *owner = owner.and_then(|number| number.checked_sub(opening)));
        // Posts that answer only the article are at depth 0.
        let least = self.list.iter().map(|post| post.header.depth).min().unwrap_or(0);
        self.list.iter_mut().for_each(|post| post.header.depth -= least);
        self
    }

    /// Removes previews of the answered post. They repeat its author, its time and its beginning.
    fn without_repeated(mut self, measured: &Measured) -> Posts {
        let opening_of = |post: &FoundPost| post.body.first().and_then(|&i| measured.folded.get(i)).map(String::as_str);
        let key = |post: &FoundPost| {
            let PostHeader { author, published_time, .. } = &post.header;
            Some([author.as_deref()?, published_time.as_deref()?, opening_of(post)?].join("\n"))
        };
        let mut seen = HashSet::default();
        let is_first: Vec<bool> = self.list.iter().map(|post| key(post).is_none_or(|key| seen.insert(key))).collect();
        let mut next = 0;
        let numbers = is_first.iter().map(|&is_first| {
            next += usize::from(is_first);
            is_first.then(|| next - 1)
        });
        let numbers: Vec<Option<usize>> = numbers.collect();
        let new_number = |number: usize| numbers.get(number).copied().flatten();
        self.repeated = (0..self.owner.len())
            .filter(|&i| self.owner.get(i).copied().flatten().is_some_and(|number| new_number(number).is_none()))
            .collect();
        self.owner.iter_mut().for_each(|owner| *owner = owner.and_then(new_number));
        self.opening = (0..self.opening).filter(|&number| new_number(number).is_some()).count();
        let mut is_first = is_first.into_iter();
        self.list.retain(|_| is_first.next().unwrap_or_default());
        self
    }

    /// Returns `true` for each node in the frame of a post. Images there are avatars and badges.
    pub(crate) fn frames(&self, tree: &Tree) -> Vec<bool> {
        // `true` for nodes outside the posts and for the frames inside them.
        let mut frame = vec![true; tree.len()];
        let mut is_holder = vec![false; tree.len()];
        for post in &self.list {
            let holders = post.holders.iter().filter(|&&holder| holder != post.element);
            holders.for_each(|holder| is_holder[holder.index()] = true);
        }
        for step in tree.walk(tree.body()) {
            if let Step::Enter(id) = step {
                let is_inside = tree.parent(id).is_some_and(|parent| !frame[parent.index()]);
                frame[id.index()] = !(is_inside || is_holder[id.index()]);
            }
        }
        frame
    }
}

/// Maximum number of words of an introduction above the posts.
const INTRODUCTION_WORDS: usize = 60;

/// Maximum number of blocks between the label of comments and the first of them. A form to write one may stand there.
const NEAR: usize = 16;

/// Fewer words before the comments are an introduction to a discussion.
const LEAST_ARTICLE_WORDS: usize = 20;

/// The number of words of a page's posts, and of the chosen text around them.
struct WordsAround {
    posted: usize,
    before: usize,
    after: usize,
    /// The number of words of the posts at the start that may be an article.
    opening: usize,
}

impl WordsAround {
    /// Returns `true` if the posts have most of the text.
    fn is_little(&self) -> bool {
        self.before + self.opening <= INTRODUCTION_WORDS && self.after <= self.posted
    }
}

/// The number of words of some blocks, and of those blocks that the classifier chose.
#[derive(Debug, Clone, Copy, Default)]
struct WordCounts {
    kept: usize,
    all: usize,
}

impl WordCounts {
    /// Counts the words of the blocks with more than `more_than` words.
    fn of(numbers: &[usize], measured: &Measured, chosen: &[bool], more_than: usize) -> WordCounts {
        let mut counts = WordCounts::default();
        for &i in numbers {
            let words = measured.blocks.get(i).map_or(0, |block| block.words);
            if words > more_than {
                counts.all += words;
                counts.kept += if chosen.get(i).copied().unwrap_or_default() { words } else { 0 };
            }
        }
        counts
    }

    /// Returns `true` if at least seven of ten words are kept.
    fn are_mostly_kept(self) -> bool {
        self.kept > 0 && 10 * self.kept >= 7 * self.all
    }
}

impl<'a> std::iter::Sum<&'a WordCounts> for WordCounts {
    fn sum<I: Iterator<Item = &'a WordCounts>>(counts: I) -> WordCounts {
        counts.fold(WordCounts::default(), |sum, counts| WordCounts {
            kept: sum.kept + counts.kept,
            all: sum.all + counts.all,
        })
    }
}

/// Returns the posts of pasted text. `outside` marks the blocks of their heads.
pub(crate) fn pasted(tree: &Tree, blocks: &Blocks, outside: &[bool], found: Vec<PastedPost>) -> Posts {
    let mut numbers: Vec<Option<usize>> = vec![None; tree.len()];
    found.iter().zip(0..).for_each(|(post, number)| numbers[post.element.index()] = Some(number));
    let mut bodies: Vec<Vec<usize>> = vec![Vec::new(); found.len()];
    let mut owners = Vec::new();
    for (i, block) in blocks.list.iter().enumerate() {
        let around = std::iter::once(block.element).chain(tree.ancestors(block.element));
        let owner = around.into_iter().find_map(|id| numbers[id.index()]);
        owners.push(owner);
        if let Some(owner) = owner.filter(|_| !outside.get(i).copied().unwrap_or_default()) {
            bodies[owner].push(i);
        }
    }
    let list = found.into_iter().zip(bodies).map(|(post, body)| FoundPost {
        element: post.element,
        header: PostHeader {
            published_time: post.time.as_deref().and_then(fields::time_in_words),
            author: post.author,
            shown_time: post.time,
            depth: post.depth,
            ..PostHeader::default()
        },
        body,
        quoted: Vec::new(),
        head: Vec::new(),
        holders: vec![post.element],
        marks_in_text: Vec::new(),
    });
    Posts { list: list.collect(), owner: owners, are_named: true, opening: 0, ..Posts::default() }
}

/// Finds the posts of a page. `language` is the language of the page, which decides the order of
/// numbers in dates.
pub fn find(tree: &Tree, blocks: &Blocks, measured: &Measured, base: &BaseUrl, language: Option<&str>) -> Posts {
    let marks = marks::find(tree, blocks, measured);
    let Some(found) = items::find(tree, blocks, measured, &marks) else { return Posts::default() };
    let bodies = body::find(tree, blocks, measured, &marks, &found);
    let mut depths = depth::of(tree, &found);
    if depths.iter().all(|depth| *depth == 0) {
        depths = depth::by_mentions(tree, &found, &bodies);
    }
    let is_quoted = |i: usize| {
        let leaf = blocks.list.get(i).and_then(|block| blocks.leaves.get(block.leaves.start));
        leaf.is_some_and(|leaf| marks.quoted[leaf.index()])
    };
    let mut list = Vec::new();
    let mut is_holder = vec![false; tree.len()];
    bodies.iter().flat_map(|body| &body.holders).for_each(|holder| is_holder[holder.index()] = true);
    let (marks, owner, is_holder) = (&marks, found.owner_of_node.as_slice(), is_holder.as_slice());
    let reader = fields::FieldReader { tree, marks, owner, is_holder, base, language };
    for (number, ((item, body), depth)) in found.items.iter().zip(bodies).zip(depths).enumerate() {
        let header = reader.read(number, item, &body);
        list.push(FoundPost {
            element: item.element,
            header: PostHeader { depth, ..header },
            quoted: body.blocks.iter().copied().filter(|&i| is_quoted(i)).collect(),
            marks_in_text: marks_in_text(tree, blocks, marks, &body.blocks),
            head: body.head,
            body: body.blocks,
            holders: body.holders,
        });
    }
    let opening = found.items.iter().take_while(|item| item.is_opening).count();
    let items::PostItems { owner, are_named, are_turns, .. } = found;
    let first = owner.iter().position(|post| post.is_some_and(|post| post >= opening)).unwrap_or(0);
    // A link such as `12 comments` in the article's own header is a sign too. The label of a form to write a comment has
    // no number.
    let is_label = |i: usize| {
        let is_counted = measured.folded[i].contains(|c: char| c.is_numeric());
        is_comments_label(&measured.folded[i]) && (is_counted || measured.blocks[i].kind == BlockKind::Heading)
    };
    let is_labelled = (first.saturating_sub(NEAR)..first).any(is_label);
    let posts = Posts { list, owner, are_named, is_labelled, are_turns, opening, repeated: Vec::new() };
    posts.without_repeated(measured)
}

/// Returns the marked texts at the start of a post's first paragraph and at the end of its last one, without those of
/// paragraphs that have no other text.
fn marks_in_text(tree: &Tree, blocks: &Blocks, marks: &PostMarks, body: &[usize]) -> Vec<NodeId> {
    let leaves = |block: Option<&usize>| {
        let leaves = block.and_then(|&i| blocks.leaves.get(blocks.list.get(i)?.leaves.clone())).unwrap_or_default();
        leaves.iter().copied().filter(|&leaf| !tree.is_blank_text(leaf)).collect::<Vec<_>>()
    };
    let is_marked = |leaf: &NodeId| tree.tag(*leaf) == Tag::TEXT && marks.marked[leaf.index()];
    let (first, last) = (leaves(body.first()), leaves(body.last()));
    let mut found: Vec<NodeId> = first.iter().copied().take_while(is_marked).collect();
    if found.len() == first.len() {
        found.clear();
    }
    if !last.iter().all(is_marked) {
        found.extend(last.iter().rev().copied().take_while(is_marked));
    }
    found
}

#[cfg(test)]
mod tests;
