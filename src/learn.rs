//! Learns rules for all pages of a site from the corrections of one page.
//!
//! A rule is learned only if it does exactly what the person did on this page: it must not match a
//! block that should be treated differently. If there are several such rules, the one that covers
//! the most corrections is taken, so that there are few rules. Between rules that cover the same
//! number, the preferred one identifies a part of the page by words or a place that describe it: an
//! element with a name, the part under a heading, or a short line that belongs to the site. The
//! danger is a rule that consists of the words of one article, because it would match no other
//! page. So for a long text, only its place is learned if possible.

use crate::article::Article;
use crate::classify::Reason;
use crate::error::Error;
use crate::limits::MAX_RULE_BYTES;
use crate::metadata::{authors_in, iso_date};
use crate::options::InputType;
use crate::paths::SEPARATOR;
use crate::rules::{Places, REST, Rule, RuleAction, TITLE, shape_of, words_of};
use crate::text;

/// Maximum number of searches for rules that keep blocks, and of searches for rules that leave
/// blocks out. Each search reads the page a few times.
const MAX_SEARCHES: usize = 40;
/// Maximum number of words of a line that is probably a label of the site.
const LABEL_WORDS: usize = 4;
/// Maximum number of words of a line that may be a label, or a short text.
const SHORT_LINE_WORDS: usize = 8;
/// How many blocks above a corrected block are searched for the heading over it.
const MAX_ABOVE: usize = 40;
/// How many words of a long text become part of a rule.
const TEXT_WORDS: usize = 12;

/// A person's corrections on a page. The numbers are those of blocks in [`Article::blocks`].
///
/// ```
/// use unchaff::{Corrections, Options, clean, learn_rules};
///
/// let page = |text: &str, note: &str| format!("<main><p>{text}</p><p class=note>{note}</p></main>");
/// let first = page("It rained all night in the hills, and the river rose by two metres.", "Checked by the weather desk on Monday, as every week of the year.");
/// let article = clean(first.as_str(), &Options::new())?;
/// let note = article.blocks.iter().position(|block| block.text.starts_with("Checked")).unwrap();
/// let rules = learn_rules(&article, &Corrections { drop: vec![note], ..Corrections::default() })?;
///
/// let second = page("The ferry to the island is back after eleven years in the yard.", "Seen by the harbour desk on Friday, and sent to all who asked for it.");
/// let article = clean(second.as_str(), &Options::new().rules(rules))?;
/// assert!(article.text.contains("ferry") && !article.text.contains("desk"));
/// # Ok::<(), unchaff::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Corrections {
    /// Blocks that belong to the article.
    pub keep: Vec<usize>,
    /// Blocks that do not belong to the article.
    pub drop: Vec<usize>,
    /// The block that is the title.
    pub title: Option<usize>,
    /// The block with the names of the authors.
    pub author: Option<usize>,
    /// The block with the date of publication.
    pub date: Option<usize>,
}

/// Makes rules from the corrections on one page. Pass them as
/// [`Options::rules`](crate::Options#structfield.rules) for the other pages of the site.
///
/// Blocks without a correction count as right. A correction becomes a rule only if its block
/// differs from the rest of the page by its place, its heading or its words. So there may be fewer
/// rules than corrections, or none.
///
/// # Errors
///
/// [`Error::InvalidOption`] for a block that the page does not have, or that the corrections both
/// keep and drop.
pub fn learn_rules(article: &Article, corrections: &Corrections) -> Result<Vec<Rule>, Error> {
    let Corrections { keep, drop, title, author, date } = corrections;
    let learner = Learner::new(article, corrections)?;
    let mut rules = learner.choices(drop, RuleAction::Drop);
    rules.extend(learner.choices(keep, RuleAction::Keep));
    let fields = [(title, RuleAction::Title), (author, RuleAction::Author), (date, RuleAction::Date)];
    rules.extend(fields.into_iter().filter_map(|(block, action)| learner.field((*block)?, action)));
    Ok(rules)
}

struct Learner<'a> {
    article: &'a Article,
    places: Places<'a>,
    is_paste: bool,
    language: &'a str,
    /// `true` for each block of the article, after the corrections.
    wanted: Vec<bool>,
    title: Option<usize>,
}

impl<'a> Learner<'a> {
    fn new(article: &'a Article, corrections: &Corrections) -> Result<Learner<'a>, Error> {
        let Corrections { keep, drop, title, author, date } = corrections;
        let invalid = |problem: String| Err(Error::InvalidOption { name: "corrections".into(), problem });
        let mut wanted: Vec<bool> = article.blocks.iter().map(|block| block.kept).collect();
        let blocks = wanted.len();
        if let Some(number) =
            keep.iter().chain(drop).chain([title, author, date].into_iter().flatten()).find(|&&n| n >= blocks)
        {
            return invalid(format!("there is no block {number}; the page has {blocks}, counted from 0."));
        }
        keep.iter().for_each(|&number| wanted[number] = true);
        drop.iter().chain(title).for_each(|&number| wanted[number] = false);
        if let Some(number) = keep.iter().find(|&&number| !wanted[number]) {
            return invalid(format!("block {number} cannot be both kept and dropped, or both kept and the title."));
        }
        let told = article.blocks.iter().map(|block| (block.path.as_str(), block.text.as_str(), None));
        Ok(Learner {
            article,
            places: Places::new(told, article.metadata.title.as_deref()),
            is_paste: article.input_type == InputType::Text,
            language: article.metadata.language.as_deref().and_then(|tag| tag.split('-').next()).unwrap_or_default(),
            wanted,
            title: *title,
        })
    }

    /// Returns rules that keep blocks, or rules that leave blocks out.
    fn choices(&self, corrected: &[usize], action: RuleAction) -> Vec<Rule> {
        let mut is_open = vec![false; self.wanted.len()];
        corrected.iter().filter(|&&number| Some(number) != self.title).for_each(|&number| is_open[number] = true);
        let mut rules = Vec::new();
        for _ in 0..MAX_SEARCHES {
            let Some(first) = is_open.iter().position(|open| *open) else { break };
            is_open[first] = false;
            let mut best = (0, None, Vec::new());
            for rule in self.candidates(first, action) {
                let Some(found) = self.effect(&rule) else { continue };
                let covered = 1 + found.iter().filter(|&&number| is_open[number]).count();
                if covered > best.0 && found.contains(&first) {
                    best = (covered, Some(rule), found);
                }
            }
            best.2.into_iter().for_each(|number| is_open[number] = false);
            rules.extend(best.1);
        }
        rules
    }

    /// Returns the blocks that a rule would keep or leave out. Returns `None` if one of them should
    /// be treated differently.
    fn effect(&self, rule: &Rule) -> Option<Vec<usize>> {
        let is_kept = rule.action == RuleAction::Keep;
        let mut found = self.places.matched(rule);
        if is_kept {
            found.retain(|&number| self.article.blocks[number].reason != Reason::Hidden);
        }
        if rule.action == RuleAction::DropFrom {
            let start = self.wanted.iter().position(|wanted| *wanted)?;
            let first = *found.iter().find(|&&number| number > start)?;
            found = (first..self.wanted.len()).collect();
        }
        found.iter().all(|&number| self.wanted[number] == is_kept).then_some(found)
    }

    /// Returns the rules that may cover a block, the best first.
    fn candidates(&self, block: usize, action: RuleAction) -> Vec<Rule> {
        let steps = self.steps(block);
        let labels = self.labels_above(block, action == RuleAction::Keep);
        let words = self.words(block);
        let is_label = self.is_short(block, LABEL_WORDS);
        // A text that the person keeps is the article's own text, unless it is short.
        let is_own = action == RuleAction::Keep && !self.is_short(block, SHORT_LINE_WORDS);
        let mut rules = Vec::new();
        for path in steps.iter().filter(|path| is_named(path)) {
            rules.push(Rule::new(action).path(*path));
        }
        for label in &labels {
            rules.push(Rule::new(action).under(label));
        }
        if let Some(words) = words.as_ref().filter(|_| is_label) {
            rules.push(Rule::new(action).text(words));
        }
        if action == RuleAction::Drop {
            for label in &labels {
                rules.push(Rule::new(RuleAction::DropFrom).text(label));
            }
        }
        if let Some(path) = steps.first() {
            rules.push(Rule::new(action).path(*path));
        }
        if let Some(words) = words.filter(|_| !is_label && !is_own) {
            rules.push(Rule::new(action).text(words));
        }
        rules
    }

    /// Returns the rule for the place of a field.
    fn field(&self, block: usize, action: RuleAction) -> Option<Rule> {
        let mut rules = Vec::new();
        for path in self.steps(block) {
            rules.push(Rule::new(action).path(path));
        }
        if action != RuleAction::Title {
            if let Some(lead) = self.lead(block) {
                rules.push(Rule::new(action).text(format!("{lead} {REST}")));
            }
            if action == RuleAction::Date {
                rules.extend(short(shape_of(self.places.folded(block))).map(|shape| Rule::new(action).text(shape)));
            }
        }
        if let Some(above) = block.checked_sub(1) {
            let is_title = self.places.is_title(above);
            if is_title && action != RuleAction::Title {
                rules.push(Rule::new(action).under(TITLE));
            } else if !is_title && self.is_short(above, LABEL_WORDS) {
                rules.extend(self.words(above).map(|words| Rule::new(action).under(words)));
            }
        }
        rules.into_iter().find(|rule| {
            let has_field = |&number: &usize| {
                let text = &self.article.blocks[number].text;
                match action {
                    RuleAction::Title => true,
                    RuleAction::Author => !authors_in(text, self.language).is_empty(),
                    _ => iso_date(text, self.article.metadata.language.as_deref()).is_some(),
                }
            };
            self.places.matched(rule).into_iter().find(has_field) == Some(block)
        })
    }

    /// Returns the words of a block before the first name, folded.
    fn lead(&self, block: usize) -> Option<String> {
        let name = authors_in(&self.article.blocks[block].text, self.language).into_iter().next()?;
        let folded = self.places.folded(block);
        let (lead, _) = folded.split_once(text::fold(&name).as_str())?;
        short(words_of(lead.trim())).filter(|lead| !lead.is_empty())
    }

    /// Returns the path of a block and of each element around it, the longest first. Lines of pasted text have none.
    fn steps(&self, block: usize) -> Vec<&str> {
        let mut path = self.article.blocks[block].path.as_str();
        let mut steps = Vec::new();
        while !self.is_paste && !path.is_empty() {
            steps.push(path);
            path = path.rsplit_once(SEPARATOR).map_or("", |(outer, _)| outer);
        }
        steps
    }

    /// Returns the texts that may be the heading over a block, and the text of the block itself:
    /// the nearest first, short texts before longer ones. `is_kept` is the wanted decision on all
    /// of these blocks.
    fn labels_above(&self, block: usize, is_kept: bool) -> Vec<String> {
        let mut labels: [Vec<String>; 3] = Default::default();
        for number in (0..=block).rev().take(MAX_ABOVE).take_while(|&number| self.wanted[number] == is_kept) {
            let rank = match () {
                () if self.places.is_heading(number) => 0,
                () if self.is_short(number, LABEL_WORDS) => 1,
                () if self.is_paste && self.is_short(number, SHORT_LINE_WORDS) => 2,
                () => continue,
            };
            labels[rank].extend(self.words(number));
        }
        labels.concat()
    }

    fn is_short(&self, block: usize, most: usize) -> bool {
        !self.places.is_prose(block) && !text::has_words(self.places.folded(block), most + 1)
    }

    /// Returns the words of a block as a pattern. Of a long text, returns only the first words.
    fn words(&self, block: usize) -> Option<String> {
        let words = words_of(self.places.folded(block));
        if words.split(' ').all(|word| word == "#") {
            return None;
        }
        match words.match_indices(' ').nth(TEXT_WORDS - 1) {
            Some((end, _)) => short(format!("{} {REST}", words.get(..end)?)),
            None => short(words),
        }
    }
}

/// Returns the words if they are not too long for a rule.
fn short(words: String) -> Option<String> {
    (words.len() <= MAX_RULE_BYTES).then_some(words)
}

/// Returns `true` if the last element of a path has a name or a position, or a tag that shows its
/// purpose.
fn is_named(path: &str) -> bool {
    const NAMED: [&str; 7] = ["header", "footer", "nav", "aside", "form", "figcaption", "dialog"];
    let step = path.rsplit(SEPARATOR).next().unwrap_or_default();
    step.contains(['#', '.', ':']) || NAMED.contains(&step)
}
