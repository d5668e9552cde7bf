//! Lists, tables, quotations, code and callouts, each kept or left out as a whole.
//!
//! Blocks are judged one by one, but the blocks of a construct are often too short to be
//! distinguished from boilerplate. A list with missing items misleads. So a construct is kept or
//! left out as a whole. The mean probability of its blocks, the line that introduces it and the
//! blocks around it decide. The danger is in lists of links and boxes in the middle of an article.
//! So constructs with hidden blocks or boilerplate stay as they were judged. A list of links is
//! kept only if a line introduces it or some of its links are chosen.

use super::RuleSet;
use super::frame::ArticleFrame;
use crate::blocks::{Blocks, TextBlock};
use crate::classify::Prediction;
use crate::constructs::callout;
use crate::features::{BlockKind, Boilerplate, Features, Measured, is_control, is_sources, opens_related};
use crate::text::fold;
use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// Lowest mean probability of a construct that is kept beside kept text. For an earlier model it
/// was .18. On 2,055 pages that the classifiers had not seen, the change of this bound and of the
/// one for tables and quotations made 5 pages better and 2 worse.
const LIKELY: f32 = 0.14;
/// The same bound for three kinds of constructs: those that a kept line introduces, those between
/// headline and text, and tables or quotations after kept text in the same element. Boilerplate
/// mostly has a lower probability there.
const LIKELY_IN_PLACE: f32 = 0.05;
/// Lowest probability of a heading that is restored with the construct under it. On the same pages,
/// this made one page better and none worse.
const LIKELY_HEADING: f32 = 0.3;
/// Lowest mean probability of a list of links of which some were chosen. Such lists often lead to
/// other articles.
const LIKELY_LINKS: f32 = 0.3;

/// Chooses constructs, and paragraphs that name sources. Drops a list of buttons, and a list of links
/// if at most half of it was chosen and nothing indicates that the whole list belongs to the article.
pub(super) fn choose(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    frame: &ArticleFrame,
    rules: RuleSet,
    chosen: &mut [bool],
) {
    let candidates = frame.candidates(blocks, measured);
    let nearest = Nearest::of(&candidates);
    for i in (1..chosen.len()).filter(|_| rules != RuleSet::Paste) {
        let follows = candidates[i] && nearest.before[i].is_some_and(|at| chosen[at]);
        chosen[i] |= follows && blocks.list[i].links > 1 && lists_sources(&blocks.list[i].text);
    }
    if rules == RuleSet::Article {
        choose_led_in(tree, blocks, measured, predictions, &candidates, chosen);
    }
    let context = ConstructContext {
        tree,
        blocks,
        measured,
        predictions,
        frame,
        candidates: &candidates,
        nearest: &nearest,
        rules,
    };
    for construct in constructs(tree, blocks) {
        match construct.kind {
            Construct::List if construct.blocks.clone().all(|i| is_control(&measured.folded[i])) => {
                chosen[construct.blocks].fill(false);
            }
            Construct::Callout => complete_callout(&construct.blocks, measured, frame, blocks, chosen),
            _ => {
                let is_whole =
                    construct.blocks.clone().all(|i| chosen[i]) && !is_links(blocks, construct.blocks.clone());
                let decided = context.decide(&construct, chosen);
                if decided == Some(true) || is_whole {
                    let headings = [
                        context.heading(&construct),
                        context.lost_heading(&construct, chosen),
                        context.bold_line(&construct, chosen),
                    ];
                    headings.into_iter().flatten().for_each(|heading| chosen[heading] = true);
                }
                if let Some(kept) = decided {
                    chosen[construct.blocks].fill(kept);
                }
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Construct {
    Table {
        /// `true` if it has a caption. A table with a caption is not made for layout.
        has_caption: bool,
    },
    List,
    Quotation,
    Code,
    /// A question with its answer folded away.
    Details,
    Callout,
}

/// An element whose blocks belong together.
struct ConstructSpan {
    kind: Construct,
    element: NodeId,
    blocks: Range<usize>,
    /// The blocks of the outermost element that holds more than the construct.
    around: Range<usize>,
}

/// Returns the constructs of a page in reading order, outer ones first.
fn constructs(tree: &Tree, blocks: &Blocks) -> Vec<ConstructSpan> {
    let ranges = blocks.ranges(tree);
    let entered = tree.walk(tree.body()).filter_map(|step| if let Step::Enter(id) = step { Some(id) } else { None });
    let found: Vec<(NodeId, Construct)> = entered.filter_map(|id| construct(tree, id).map(|kind| (id, kind))).collect();
    let whole = |(element, kind): (NodeId, Construct)| {
        let blocks = ranges[element.index()].clone();
        let around = tree.ancestors(element).map(|id| &ranges[id.index()]).find(|&range| *range != blocks)?.clone();
        (!blocks.is_empty()).then_some(ConstructSpan { kind, element, blocks, around })
    };
    found.into_iter().filter_map(whole).collect()
}

fn construct(tree: &Tree, id: NodeId) -> Option<Construct> {
    if callout::kind(tree, id).is_some() {
        return Some(Construct::Callout);
    }
    match tree.tag(id) {
        Tag::TABLE => {
            Some(Construct::Table { has_caption: tree.children(id).any(|child| tree.tag(child) == Tag::CAPTION) })
        }
        Tag::UL | Tag::OL | Tag::DL => Some(Construct::List),
        Tag::BLOCKQUOTE => Some(Construct::Quotation),
        Tag::PRE => Some(Construct::Code),
        Tag::DETAILS => Some(Construct::Details),
        _ => None,
    }
}

/// Returns `true` if all words of a block are bold.
fn is_bold(tree: &Tree, blocks: &Blocks, at: usize) -> bool {
    let TextBlock { element, leaves, .. } = &blocks.list[at];
    // The bold element may hold the whole block.
    let around = |leaf: NodeId| tree.ancestors(leaf).take_while(|&id| Some(id) != tree.parent(*element));
    let is_strong = |leaf: &NodeId| around(*leaf).any(|id| matches!(tree.tag(id), Tag::B | Tag::STRONG));
    blocks.leaves[leaves.clone()].iter().filter(|&&leaf| !tree.is_blank_text(leaf)).all(is_strong)
}

/// The nearest blocks that may be the article's text, for each block and for the end of the page.
struct Nearest {
    /// The last one before it.
    before: Vec<Option<usize>>,
    /// The block itself, or the first one after it.
    from: Vec<Option<usize>>,
}

impl Nearest {
    fn of(candidates: &[bool]) -> Nearest {
        let (mut before, mut from) = (vec![None; candidates.len() + 1], vec![None; candidates.len() + 1]);
        for i in 0..candidates.len() {
            before[i + 1] = if candidates[i] { Some(i) } else { before[i] };
        }
        for i in (0..candidates.len()).rev() {
            from[i] = if candidates[i] { Some(i) } else { from[i + 1] };
        }
        Nearest { before, from }
    }
}

/// The data that decides on a construct.
struct ConstructContext<'a> {
    tree: &'a Tree,
    blocks: &'a Blocks,
    measured: &'a Measured,
    predictions: &'a [Prediction],
    frame: &'a ArticleFrame,
    candidates: &'a [bool],
    nearest: &'a Nearest,
    rules: RuleSet,
}

impl ConstructContext<'_> {
    /// Decides on all blocks of a construct. `None` leaves each block as it was judged.
    fn decide(&self, construct: &ConstructSpan, chosen: &[bool]) -> Option<bool> {
        let Range { start, mut end } = construct.blocks;
        if self.ends_in_source(construct) {
            end -= 1;
        }
        let count = chosen[start..end].iter().filter(|&&chosen| chosen).count();
        let may_belong = self.candidates[start..end].iter().all(|&candidate| candidate);
        if !may_belong || count == construct.blocks.len() {
            return None;
        }
        if count == end - start {
            return Some(true);
        }
        let neighbours = [self.nearest.before[start], self.nearest.from[end]];
        let lost_heading = self.lost_heading(construct, chosen);
        let kept = |at: Option<usize>| at.is_some_and(|at| chosen[at]);
        if self.stands_between(construct, neighbours, chosen) {
            return Some(true);
        }
        if self.rules != RuleSet::Article || !self.is_plain(construct) {
            return None;
        }
        let mean = self.predictions[start..end].iter().map(|p| p.probability).sum::<f32>() / (end - start) as f32;
        let lead = match self.sources_heading(construct) {
            Some(heading) if self.nearest.before[heading].is_some_and(|at| chosen[at]) => Lead::Sources,
            _ => {
                let before = neighbours[0].filter(|&at| chosen[at]).or(lost_heading);
                before.map_or(Lead::None, |at| self.lead(at))
            }
        };
        if is_links(self.blocks, start..end) {
            let leads_in = lead == Lead::Colon || lead == Lead::Heading && self.links_to_files(construct.element);
            let is_whole = lead == Lead::Sources || leads_in && mean >= LIKELY_IN_PLACE;
            return match lead != Lead::Related && (is_whole || count > 0 && mean >= LIKELY_LINKS) {
                true => Some(true),
                false => (construct.kind == Construct::List && count * 2 <= end - start).then_some(false),
            };
        }
        let is_opening = start >= self.frame.opening.start && end <= self.frame.opening.end;
        let is_beside = kept(neighbours[0]) || kept(neighbours[1]) || lost_heading.is_some();
        let in_place = is_opening || matches!(lead, Lead::Colon | Lead::Heading | Lead::Sources);
        let is_rarely_boilerplate = matches!(construct.kind, Construct::Table { .. } | Construct::Quotation);
        let follows = neighbours[0].is_some_and(|at| chosen[at] && construct.around.contains(&at));
        let enough = if in_place || is_rarely_boilerplate && follows { LIKELY_IN_PLACE } else { LIKELY };
        (lead != Lead::Related && (is_beside || is_opening) && mean >= enough).then_some(true)
    }

    /// Returns `true` if a table or list is between two chosen blocks of the same element and is
    /// not mostly links. One of the two blocks has to be prose, unless the construct is a table
    /// with a caption. An appeal or advertisement after the construct is skipped. A block before it
    /// is not skipped, because it may be its heading.
    fn stands_between(&self, construct: &ConstructSpan, neighbours: [Option<usize>; 2], chosen: &[bool]) -> bool {
        let Range { start, end } = construct.blocks;
        let neighbours = [start.checked_sub(1), neighbours[1]];
        let stands_between =
            neighbours.iter().all(|at| at.is_some_and(|at| construct.around.contains(&at) && chosen[at]));
        let is_prose = |at: usize| self.measured.blocks[at].prose;
        let is_content = construct.kind == Construct::Table { has_caption: true }
            || stands_between && neighbours.into_iter().flatten().any(is_prose);
        let is_held = matches!(construct.kind, Construct::Table { .. } | Construct::List);
        stands_between && is_held && is_content && !is_links(self.blocks, start..end)
    }

    /// Returns `true` if the content of a construct is simple. In a list or table, each item or
    /// cell has about one block, because larger ones are often layout. A quotation must not repeat
    /// the text, and code must have letters.
    fn is_plain(&self, construct: &ConstructSpan) -> bool {
        /// Maximum number of blocks per item. Some items have a second block.
        const BLOCKS_PER_ITEM: f32 = 1.34;
        /// Maximum number of words of a cell. A longer text is a paragraph, and a table of
        /// paragraphs is layout.
        const CELL_WORDS: usize = 40;
        /// Largest share of a quotation's words that may repeat words elsewhere on the page.
        const ECHO: f32 = 0.5;
        /// Maximum number of nodes of an item with one block. This bounds the work in nested lists.
        const NODES_PER_BLOCK: usize = 100;
        let nodes = || self.tree.walk(construct.element).take(NODES_PER_BLOCK * construct.blocks.len());
        let of = |tags: &[Tag]| {
            nodes().filter(|step| matches!(step, Step::Enter(id) if tags.contains(&self.tree.tag(*id)))).count()
        };
        let items: usize = match construct.kind {
            Construct::List => of(&[Tag::LI, Tag::DT, Tag::DD]),
            Construct::Table { .. } if of(&[Tag::TABLE]) > 1 => 0,
            Construct::Table { .. } => of(&[Tag::TD, Tag::TH]),
            // A pull quote repeats the text.
            Construct::Quotation => {
                return construct.blocks.clone().all(|at| self.measured.echoes[at].elsewhere <= ECHO);
            }
            // Line numbers are not code.
            Construct::Code => {
                return construct.blocks.clone().any(|at| self.blocks.list[at].text.contains(char::is_alphabetic));
            }
            _ => return true,
        };
        let is_line = |block: &Features| {
            let is_short = block.words <= CELL_WORDS || construct.kind == Construct::List;
            is_short && block.kind != BlockKind::Preformatted
        };
        construct.blocks.len() as f32 <= items as f32 * BLOCKS_PER_ITEM
            && self.measured.blocks[construct.blocks.clone()].iter().all(is_line)
    }

    /// Returns `true` if a construct is a quotation of several blocks whose last block names the speaker, in a `footer`
    /// or in an element that is named as a byline.
    fn ends_in_source(&self, construct: &ConstructSpan) -> bool {
        const SOURCE_WORDS: usize = 15;
        let last = &self.measured.blocks[construct.blocks.end - 1];
        construct.kind == Construct::Quotation
            && construct.blocks.len() > 1
            && last.words <= SOURCE_WORDS
            && matches!(last.boilerplate, Some(Boilerplate::Navigation | Boilerplate::Byline))
    }

    /// Returns `true` if most links in an element lead to files, such as documents, tables or archives.
    fn links_to_files(&self, element: NodeId) -> bool {
        const EXTENSIONS: [&str; 12] =
            [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".csv", ".zip", ".epub"];
        /// Maximum number of steps of the walk. Later links are of the same kind.
        const MOST_STEPS: usize = 1000;
        let entered = self
            .tree
            .walk(element)
            .take(MOST_STEPS)
            .filter_map(|step| if let Step::Enter(id) = step { Some(id) } else { None });
        let links: Vec<&str> =
            entered.filter(|&id| self.tree.tag(id) == Tag::A).filter_map(|link| self.tree.attr(link, "href")).collect();
        let is_file = |href: &&&str| {
            let path = href.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
            EXTENSIONS.iter().any(|extension| path.ends_with(extension))
        };
        links.iter().filter(is_file).count() * 2 > links.len()
    }

    /// Returns the line before a construct if the line belongs to it: the line announces sources,
    /// or both are between the headline and the text.
    fn heading(&self, construct: &ConstructSpan) -> Option<usize> {
        const HEADING_WORDS: usize = 8;
        let is_short =
            |&at: &usize| self.measured.blocks[at].words <= HEADING_WORDS && !self.measured.blocks[at].is_title;
        let before = self.nearest.before[construct.blocks.start].filter(is_short)?;
        let opening = &self.frame.opening;
        let is_opening = opening.contains(&before)
            && construct.blocks.end <= opening.end
            && construct.around.contains(&before)
            && self.predictions[before].probability >= LIKELY_IN_PLACE;
        (is_opening || is_sources(&self.measured.folded[before])).then_some(before)
    }

    /// Returns the heading of a construct if it was left out although its probability is almost
    /// even. It must follow kept text in the same element.
    fn lost_heading(&self, construct: &ConstructSpan, chosen: &[bool]) -> Option<usize> {
        let at = construct.blocks.start.checked_sub(1).filter(|&at| self.candidates[at] && !chosen[at])?;
        let follows = |before: usize| chosen[before] && construct.around.contains(&before);
        (self.measured.blocks[at].kind == BlockKind::Heading
            && construct.around.contains(&at)
            && self.predictions[at].probability >= LIKELY_HEADING
            && self.nearest.before[at].is_some_and(follows))
        .then_some(at)
    }

    /// Returns the line in bold before a construct if it was left out. The classifier takes many such
    /// lines for labels. Boxes of links have them too, so only the heading of other constructs counts.
    fn bold_line(&self, construct: &ConstructSpan, chosen: &[bool]) -> Option<usize> {
        let at = construct.blocks.start.checked_sub(1).filter(|&at| self.candidates[at] && !chosen[at])?;
        let follows = |before: usize| chosen[before] && construct.around.contains(&before);
        (construct.around.contains(&at)
            && is_bold(self.tree, self.blocks, at)
            && !opens_related(&self.measured.folded[at])
            && !is_links(self.blocks, construct.blocks.clone())
            && self.nearest.before[at].is_some_and(follows))
        .then_some(at)
    }

    /// Returns the line before a construct if it announces sources.
    fn sources_heading(&self, construct: &ConstructSpan) -> Option<usize> {
        self.nearest.before[construct.blocks.start].filter(|&at| is_sources(&self.measured.folded[at]))
    }

    /// Returns how a chosen block introduces what follows it.
    fn lead(&self, at: usize) -> Lead {
        let (text, folded) = (&self.blocks.list[at].text, &self.measured.folded[at]);
        if opens_related(folded) {
            Lead::Related
        } else if text.trim_end().ends_with([':', '：']) {
            Lead::Colon
        } else if self.measured.blocks[at].kind == BlockKind::Heading {
            Lead::Heading
        } else {
            Lead::None
        }
    }
}

/// Chooses short lines after a chosen line that ends with a colon, in the same element. They are a
/// list without markup.
fn choose_led_in(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    candidates: &[bool],
    chosen: &mut [bool],
) {
    const LINE_WORDS: usize = 30;
    for lead in 0..chosen.len().saturating_sub(1) {
        if !chosen[lead] || chosen[lead + 1] || !blocks.list[lead].text.ends_with([':', '：']) {
            continue;
        }
        let parent = |i: usize| tree.parent(blocks.list[i].element);
        let is_line = |&i: &usize| {
            let (block, kind) = (&measured.blocks[i], measured.blocks[i].kind);
            candidates[i]
                && !chosen[i]
                && matches!(kind, BlockKind::Paragraph | BlockKind::ListItem)
                && blocks.list[i].links == 0
                && block.words <= LINE_WORDS
                && predictions[i].probability >= LIKELY_IN_PLACE
        };
        let lines = (lead + 1..chosen.len()).take_while(|&i| parent(i) == parent(lead + 1)).take_while(is_line).count();
        if !opens_related(&measured.folded[lead]) {
            chosen[lead + 1..lead + 1 + lines].fill(true);
        }
    }
}

/// Returns `true` if a text begins with the heading of a list of sources and a colon.
fn lists_sources(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(heading, _)| is_sources(&fold(heading)))
}

/// How a line introduces what follows it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// It does not introduce anything.
    None,
    /// It ends with a colon.
    Colon,
    /// It is the heading of what follows.
    Heading,
    /// It announces sources.
    Sources,
    /// It announces other articles.
    Related,
}

/// Chooses all of a callout if any block of it is chosen. A callout's title may be a single word,
/// and its text may be folded away.
fn complete_callout(
    range: &Range<usize>,
    measured: &Measured,
    frame: &ArticleFrame,
    blocks: &Blocks,
    chosen: &mut [bool],
) {
    let is_boilerplate = |at: usize| measured.blocks[at].boilerplate.is_some() || !frame.holds(blocks.list[at].element);
    if chosen[range.clone()].contains(&true) && !range.clone().any(is_boilerplate) {
        chosen[range.clone()].fill(true);
    }
}

/// Returns `true` if at least a third of the characters are in links, or if most blocks have a link.
fn is_links(blocks: &Blocks, range: Range<usize>) -> bool {
    let of = |count: fn(&TextBlock) -> usize| blocks.list[range.clone()].iter().map(count).sum::<usize>();
    of(|block| block.link_characters) * 3 >= of(|block| block.characters)
        || of(|block| usize::from(block.links > 0)) * 2 > range.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    const BEFORE: &str = "<p>Before the flood the river had been low for three years, and nobody feared it.</p>";
    const AFTER: &str = "<p>After it the river was feared again, and the dykes were raised by a full metre.</p>";

    /// Returns the kept texts of a page if the blocks with one of the words are chosen. The other
    /// blocks have the given probability.
    fn kept_if(html: &str, words: &[&str], probability: f32) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> =
            blocks.list.iter().map(|block| words.iter().any(|word| block.text.contains(word))).collect();
        let prediction = |&chosen: &bool| Prediction {
            probability: if chosen { 0.99 } else { probability },
            in_favour: Reason::Prose,
            against: Reason::Label,
        };
        let predictions: Vec<Prediction> = chosen.iter().map(prediction).collect();
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &chosen);
        choose(&tree, &blocks, &measured, &predictions, &frame, RuleSet::Article, &mut chosen);
        let kept = blocks.list.into_iter().zip(chosen).filter(|(_, chosen)| *chosen);
        kept.map(|(block, _)| block.text).collect()
    }

    fn kept(html: &str, words: &[&str]) -> Vec<String> {
        kept_if(html, words, 0.0)
    }

    fn kept_between(inside: &str) -> usize {
        kept(&format!("<article>{BEFORE}{inside}{AFTER}</article>"), &["Before", "After"]).len() - 2
    }

    #[test]
    fn what_stands_between_chosen_prose_is_kept() {
        assert_eq!(kept_between("<table><tr><td>Lowest<td>2 m<tr><td>Highest<td>9 m</table>"), 2);
        assert_eq!(kept_between("<div><ul><li>boats<li>sand<li>ropes</ul></div>"), 3);
    }

    #[test]
    fn a_table_with_a_caption_is_kept_between_short_lines_too() {
        let kept_with = |caption: &str| {
            let html =
                format!("<article><p>Before:</p><table>{caption}<tr><td>Low<td>2 m</table><h2>After</h2></article>");
            kept(&html, &["Before", "After"]).len() - 2
        };
        assert_eq!(kept_with("<caption>Levels</caption>"), 2);
        assert_eq!(kept_with(""), 0);
    }

    #[test]
    fn boilerplate_behind_a_construct_does_not_part_it_from_the_prose() {
        let promotion = "<aside class=promo><p>Read us every Friday.</p></aside>";
        let list = "<ul><li>boats<li>sand</ul>";
        assert_eq!(kept_between(&format!("{list}{promotion}")), 2);
        assert_eq!(kept_between(&format!("{promotion}{list}")), 0);
    }

    #[test]
    fn boilerplate_between_chosen_prose_is_not() {
        assert_eq!(kept_between("<ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul>"), 0);
        assert_eq!(
            kept_between("<ul><li>Read it in <a href=/a>our app</a>, too<li>Or follow <a href=/b>us</a></ul>"),
            0
        );
        assert_eq!(kept_between("<ul hidden><li>boats<li>sand</ul>"), 0);
        assert_eq!(kept_between("<ul class=share-buttons><li>Post<li>Mail</ul>"), 0);
        assert_eq!(kept_between("<ul><li><button>Yes</button><li><button>No</button></ul>"), 0);
        assert_eq!(kept_between("<p>Advertisement</p>"), 0);
    }

    #[test]
    fn what_stands_at_the_end_is_kept_if_it_is_likely() {
        let constructs = [
            ("<ul><li>boats<li>sand</ul>", LIKELY),
            ("<ol><li>boats<li>sand</ol>", LIKELY),
            ("<dl><dt>boats<dd>four</dl>", LIKELY),
            ("<table><tr><td>Low<td>2 m<tr><td>High<td>9 m</table>", LIKELY_IN_PLACE),
            ("<blockquote>The tide does not wait.</blockquote>", LIKELY_IN_PLACE),
            ("<pre>boat.moor()</pre>", LIKELY),
        ];
        for (construct, least) in constructs {
            let html = format!("<article>{BEFORE}{construct}</article>");
            assert!(kept_if(&html, &["Before"], least + 0.01).len() > 1, "{construct}");
            assert_eq!(kept_if(&html, &["Before"], least - 0.02).len(), 1, "{construct}");
        }
    }

    #[test]
    fn what_a_line_leads_in_to_needs_less() {
        let list = "<ul><li>boats<li>sand<li>ropes</ul>";
        for lead in ["<p>Bring Before all:</p>", "<h2>What was there Before</h2>", "<p>要带的东西 Before：</p>"] {
            let html = format!("<article>{BEFORE}{lead}{list}</article>");
            assert_eq!(kept_if(&html, &["Before"], LIKELY_IN_PLACE + 0.01).len(), 5, "{lead}");
        }
        let related = format!("<article>{BEFORE}<h2>Read more</h2>{list}</article>");
        assert_eq!(kept_if(&related, &["Before", "Read more"], 0.4).len(), 2);
    }

    #[test]
    fn a_line_in_bold_comes_with_the_list_under_it() {
        let lines = |line: &str, list: &str| {
            let html = format!("<article>{BEFORE}{line}<ul>{list}</ul>{AFTER}</article>");
            kept(&html, &["Before", "After", "boats", "sand"]).len()
        };
        let list = "<li>boats<li>sand";
        assert_eq!(lines("<p><strong>What to bring</strong></p>", list), 5);
        assert_eq!(lines("<b>What to bring</b><br>", list), 5);
        assert_eq!(lines("<p>What to bring</p>", list), 4);
        assert_eq!(lines("<p><b>Related articles</b></p>", list), 4);
        assert_eq!(lines("<p><b>What to bring</b></p>", "<li><a href=/a>boats</a><li><a href=/b>sand</a>"), 4);
    }

    #[test]
    fn a_list_of_buttons_is_dropped() {
        let kept = |items: &str| {
            let html = format!("<article>{BEFORE}<ul>{items}</ul>{AFTER}</article>");
            kept(&html, &["Before", "After", "Drucken", "Merken", "Boote"]).len()
        };
        assert_eq!(kept("<li>Drucken<li>Merken"), 2);
        assert_eq!(kept("<li>Drucken<li>Boote"), 4);
    }

    #[test]
    fn a_heading_that_was_nearly_kept_comes_with_its_list() {
        let html = format!("<article>{BEFORE}<h2>What to bring</h2><ul><li>boats<li>sand</ul></article>");
        assert_eq!(kept_if(&html, &["Before"], LIKELY_HEADING + 0.01).len(), 4);
        assert_eq!(kept_if(&html, &["Before"], LIKELY_HEADING - 0.01).len(), 1);
    }

    #[test]
    fn a_list_has_no_holes() {
        let html = format!("<article>{BEFORE}<ul><li>boats<li>sand<li>ropes</ul></article>");
        assert_eq!(kept_if(&html, &["Before", "boats"], 0.1).len(), 4);
    }

    #[test]
    fn links_are_kept_where_they_are_led_in_to() {
        let links = "<ul><li><a href=/a>Survey</a><li><a href=/b>Tables</a><li><a href=/c>Register</a></ul>";
        let under = |lead: &str, p: f32| {
            kept_if(&format!("<article>{BEFORE}{lead}{links}</article>"), &["Before"], p).len() - 1
        };
        assert_eq!(under("<p>Three papers Before all:</p>", 0.1), 4);
        for heading in ["Sources", "Quellen", "Nguồn tham khảo", "参考资料", "المصادر"] {
            assert_eq!(under(&format!("<h2>{heading}</h2>"), 0.0), 4, "{heading}");
        }
        assert_eq!(under("<h2>More from the bay</h2>", 0.1), 0);
        assert_eq!(under("<p>Nothing leads in.</p>", 0.2), 0);
    }

    #[test]
    fn a_list_of_links_is_kept_or_dropped_as_a_whole() {
        let links = "<ul><li><a href=/a>Survey</a><li><a href=/b>Tables</a><li><a href=/c>Register</a></ul>";
        let html = format!("<article>{BEFORE}{links}</article>");
        assert_eq!(kept_if(&html, &["Before", "Survey"], 0.05).len(), 4);
        assert_eq!(kept_if(&html, &["Before", "Survey"], 0.0).len(), 4);
        let long =
            format!("<article>{BEFORE}{}</article>", links.replace("</ul>", &"<li><a href=/d>Old</a>".repeat(4)));
        assert_eq!(kept_if(&long, &["Before", "Survey"], 0.0).len(), 1);
    }

    #[test]
    fn sources_in_one_paragraph_are_kept() {
        let sources = "<p>Links in diesem Artikel: [1] <a href=/a>a.example</a> [2] <a href=/b>b.example</a></p>";
        assert_eq!(kept(&format!("<article>{BEFORE}{sources}</article>"), &["Before"]).len(), 2);
        let other = sources.replace("Links in diesem Artikel", "Folgen Sie uns");
        assert_eq!(kept(&format!("<article>{BEFORE}{other}</article>"), &["Before"]).len(), 1);
    }

    #[test]
    fn key_points_stand_between_headline_and_text() {
        let points = "<ul><li>County stops paying<li>Work begins in April</ul>";
        let html = format!("<article><h1>The ferry</h1>{points}<div>{BEFORE}{AFTER}</div></article>");
        assert_eq!(kept_if(&html, &["Before", "After"], 0.1).len(), 4);
        let outside = format!("<div><h1>The bay</h1>{points}</div><article>{BEFORE}{AFTER}</article>");
        assert_eq!(kept_if(&outside, &["Before", "After"], 0.1).len(), 2);
    }

    #[test]
    fn a_table_for_the_layout_is_left_to_the_judgement() {
        let menu = "<tr><td><p>Home</p><p>News</p><p>Sport</p><p>Weather</p></td></tr>";
        let html = format!("<article>{BEFORE}<table>{menu}</table></article>");
        assert_eq!(kept_if(&html, &["Before"], 0.3).len(), 1);
    }

    #[test]
    fn a_callout_is_kept_whole() {
        let callout = "<div class='admonition tip'><p class=admonition-title>Tip<p>Moor it well.<p hidden>Twice.</div>";
        assert_eq!(kept(callout, &["Moor"]), ["Tip", "Moor it well.", "Twice."]);
        assert!(kept(callout, &["Before"]).is_empty());
    }

    #[test]
    fn lines_that_a_colon_leads_in_to_are_kept() {
        let after = |lead: &str, lines: &str, probability: f32| {
            let html = format!("<article>{BEFORE}<p>{lead}</p>{lines}</article>");
            kept_if(&html, &["Before", lead], probability).len() - 2
        };
        let lines = "<p>thuyền</p><p>cát</p>";
        assert_eq!(after("Mang theo:", lines, 0.06), 2);
        assert_eq!(after("Mang theo:", lines, 0.04), 0);
        assert_eq!(after("Mang theo", lines, 0.06), 0);
        assert_eq!(after("Read more:", lines, 0.06), 0);
        assert_eq!(after("Mang theo:", &format!("<p>{}</p>", "dây ".repeat(20)), 0.06), 1);
        assert_eq!(after("Mang theo:", &format!("<p>{}</p>", "dây ".repeat(31)), 0.06), 0);
        assert_eq!(after("Mang theo:", "<p>thuyền</p><p><a href=/a>cát</a></p>", 0.06), 1);
        assert_eq!(after("Mang theo:", "<p>thuyền</p><p hidden>cát</p>", 0.06), 1);
        assert_eq!(after("Mang theo:", "<p>thuyền</p><h3>cát</h3>", 0.06), 1);
        assert_eq!(after("Mang theo:", "<p>thuyền</p><div><p>cát</p></div>", 0.06), 1);
    }

    #[test]
    fn a_list_of_files_is_kept_under_a_heading() {
        let links = |end: &str| format!("<ul><li><a href=/a{end}>Plan</a><li><a href=/b{end}>Karte</a></ul>");
        let under = |links: &str| {
            kept_if(&format!("<article>{BEFORE}<h2>Before it</h2>{links}</article>"), &["Before"], 0.06).len() - 2
        };
        assert_eq!(under(&links(".pdf")), 2);
        assert_eq!(under(&links(".PDF?v=2")), 2);
        assert_eq!(under(&links("")), 0);
    }

    #[test]
    fn a_quotation_of_which_all_but_the_speaker_is_chosen_is_kept_whole() {
        let quote = |source: &str| {
            let html =
                format!("<article>{BEFORE}<blockquote><p>The tide Before us.</p>{source}</blockquote></article>");
            kept(&html, &["Before"]).len() - 2
        };
        assert_eq!(quote("<footer>Hester Vane</footer>"), 1);
        assert_eq!(quote("<p class=byline>Hester Vane</p>"), 1);
        assert_eq!(quote("<p class=share-buttons>Post it</p>"), 0);
        assert_eq!(quote(&format!("<footer>{}</footer>", "Vane ".repeat(16))), 0);
    }

    #[test]
    fn constructs_of_large_blocks_are_left_to_the_judgement() {
        let beside =
            |construct: &str| kept_if(&format!("<article>{BEFORE}{construct}</article>"), &["Before"], 0.3).len() - 1;
        let words = |count: usize| "cát ".repeat(count);
        assert_eq!(beside(&format!("<table><tr><td>{}</table>", words(30))), 1);
        assert_eq!(beside(&format!("<table><tr><td>{}</table>", words(41))), 0);
        assert_eq!(beside(&format!("<ul><li>{}</ul>", words(41))), 1);
        assert_eq!(beside("<ul><li>thuyền<pre>moor()</pre><li>cát<li>dây</ul>"), 0);
        assert_eq!(beside("<ul><li><p>a</p><p>b</p><li>c<li>d</ul>"), 4);
        assert_eq!(beside("<ul><li><p>a</p><p>b</p><li><p>c</p><p>d</p></ul>"), 0);
        assert_eq!(beside("<pre>1 2 3</pre>"), 0);
    }

    #[test]
    fn a_callout_outside_the_article_or_named_boilerplate_stays_as_it_was_judged() {
        let callout = |more: &str| {
            format!("<div class='admonition tip'><p class=admonition-title>Tip<p>Moor it well.{more}</div>")
        };
        assert_eq!(kept(&callout("<nav>Home</nav>"), &["Moor"]), ["Moor it well."]);
        let outside = format!("<article>{BEFORE}</article>{}", callout(""));
        assert_eq!(kept(&outside, &["Before", "Moor"]).len(), 2);
    }

    #[test]
    fn only_lists_of_links_are_dropped_as_a_whole() {
        let rest: String = ["Kai", "Seil", "Boot"].iter().map(|name| format!("<li><a href=/b>{name}</a>")).collect();
        let links = format!("<li><a href=/a>Moor</a>{rest}");
        let count = |list: &str| kept(&format!("<article>{BEFORE}{list}</article>"), &["Before", "Moor"]).len() - 1;
        assert_eq!(count(&format!("<ul>{links}</ul>")), 0);
        assert_eq!(count(&format!("<table><tr>{}</table>", links.replace("<li>", "<td>"))), 1);
    }

    #[test]
    fn sources_in_one_paragraph_follow_chosen_text_and_have_several_links() {
        let sources = "Links in diesem Artikel: <a href=/a>a.example</a>";
        let count = |markup: &str| kept(&format!("<article>{BEFORE}{markup}</article>"), &["Before"]).len() - 1;
        assert_eq!(count(&format!("<p>{sources} <a href=/b>b.example</a></p>")), 1);
        assert_eq!(count(&format!("<p>{sources}</p>")), 0);
        assert_eq!(count(&format!("<p class=share-buttons>{sources} <a href=/b>b.example</a></p>")), 0);
        assert_eq!(count(&format!("<p>Hết.</p><p>{sources} <a href=/b>b.example</a></p>")), 0);
    }

    #[test]
    fn links_need_chosen_links_or_a_lead_in_that_is_chosen() {
        let links = "<ul><li><a href=/a>Kai</a><li><a href=/b>Boot</a></ul>";
        let count = |lead: &str, words: &[&str], probability: f32| {
            kept_if(&format!("<article>{BEFORE}{lead}{links}</article>"), words, probability).len() - 1
        };
        assert_eq!(count("", &["Before"], 0.4), 0);
        assert_eq!(count("<p>Drei:</p>", &["Before"], 0.1), 0);
        assert_eq!(count("<p>Drei:</p>", &["Before", "Drei"], 0.04), 1);
        assert_eq!(count("<h2>Read more</h2>", &["Before", "Read more", "Kai"], 0.4), 1);
        assert_eq!(count("<p>Hết.</p><h2>Quellen</h2>", &["Before"], 0.1), 0);
    }

    #[test]
    fn a_construct_in_another_element_than_the_text_needs_more() {
        let table = "<table><tr><td>Low<td>2 m</table>";
        let kept = |open: &str, close: &str| {
            let html = format!("<article><div>{BEFORE}{open}{table}{close}</div></article>");
            kept_if(&html, &["Before"], 0.1).len() - 1
        };
        assert_eq!(kept("", ""), 1);
        assert_eq!(kept("<div><p>Kai</p></div><div>", "<p>x</p></div>"), 0);
        let html = format!("<article><div>{BEFORE}</div><div>{table}<p>x</p></div></article>");
        assert_eq!(kept_if(&html, &["Before"], 0.1).len(), 1);
    }

    #[test]
    fn a_list_stands_between_only_in_one_element_with_both_texts() {
        let list = "<ul><li>boats<li>sand</ul>";
        let html = format!("<article>{BEFORE}<div>{list}<p>Read on.</p></div>{AFTER}</article>");
        assert_eq!(kept(&html, &["Before", "Read on", "After"]).len(), 3);
    }

    #[test]
    fn nested_tables_are_layout() {
        let inner = "<table><tr><td>Low<td>2 m</table>";
        let nested = format!("<table><tr><td>Tide<td>{inner}</table>");
        assert_eq!(kept_if(&format!("<article>{BEFORE}{inner}</article>"), &["Before"], 0.15).len(), 2);
        let all = kept_if(&format!("<article>{BEFORE}{nested}</article>"), &["Before"], 0.15);
        assert!(!all.contains(&"Tide".to_owned()), "{all:?}");
    }

    #[test]
    fn a_construct_of_which_a_third_is_links_is_a_list_of_links() {
        let last = |link: &str| {
            let html = format!("<article>{BEFORE}<ul><li>{link}<li>abcdefgh</ul></article>");
            kept_if(&html, &["Before"], 0.25).len() - 1
        };
        assert_eq!(last("<a href=/a>abcdef</a>"), 0);
        assert_eq!(last("<a href=/a>ab</a>cdefgh"), 2);
        assert_eq!(last("<a href=/a>abc</a>d"), 2);
    }

    #[test]
    fn the_short_line_over_key_points_belongs_to_them() {
        let points = "<ul><li>County stops paying<li>Work begins in April</ul>";
        let count = |line: &str, probability: f32| {
            let html =
                format!("<article><h1>The ferry</h1><div>{line}{points}</div><div>{BEFORE}{AFTER}</div></article>");
            kept_if(&html, &["Before", "After"], probability).len() - 2
        };
        assert_eq!(count("<p>要点</p>", 0.1), 3);
        assert_eq!(count("<p>The county has met and it has now decided</p>", 0.1), 2);
        assert_eq!(count("", 0.1), 2);
        let apart = format!(
            "<article><h1>The ferry</h1><p>要点</p><div>{points}<p>x</p></div><div>{BEFORE}{AFTER}</div></article>"
        );
        assert_eq!(kept_if(&apart, &["Before", "After"], 0.1).len(), 4);
    }

    #[test]
    fn items_without_a_list_are_lines_too() {
        let html = format!("<article>{BEFORE}<p>Mang theo:</p><li>thuyền</li><li>cát</li></article>");
        assert_eq!(kept_if(&html, &["Before", "Mang"], 0.06).len(), 4);
    }
}
