//! Reads the author, time, address and score of a post.

use super::body::PostBody;
use super::items::PostItem;
use super::marks::{self, AUTHOR_ATTRIBUTES, PostMarks, TIME_ATTRIBUTES, TIME_BYTES, is_name, name_text, short_text};
use super::names;
use crate::document::PostHeader;
use crate::metadata;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};
use crate::words::byline;

/// Maximum number of elements of a post that are searched for its fields. The frame of a post has
/// fewer.
const ELEMENTS: usize = 4000;
/// Maximum number of levels of a post.
const LEVELS: usize = 24;

/// The data that the fields of posts are read from.
pub(super) struct FieldReader<'a> {
    pub(super) tree: &'a Tree,
    pub(super) marks: &'a PostMarks,
    /// For each node, the innermost post around it.
    pub(super) owner: &'a [Option<u32>],
    /// `true` for each node that holds the text of a post.
    pub(super) is_holder: &'a [bool],
    pub(super) base: &'a BaseUrl,
    /// The language of the page, which decides the order of numbers in dates.
    pub(super) language: Option<&'a str>,
}

impl FieldReader<'_> {
    /// Reads the fields of a post. The depth is left at 0.
    pub(super) fn read(&self, number: usize, item: &PostItem, body: &PostBody) -> PostHeader {
        let mut frame = self.frame(number, item, body);
        let has_head =
            |frame: &[NodeId]| frame.iter().any(|id| self.marks.author[id.index()] || self.marks.time[id.index()]);
        if !has_head(&frame) {
            // If the head is part of the text, the frame is the whole post.
            frame = self.frame(number, item, &PostBody { holders: vec![item.element], ..PostBody::default() });
        }
        let time = frame.iter().copied().filter(|id| self.marks.time[id.index()]);
        let time = time.min_by_key(|&id| std::cmp::Reverse(weight_of_time(self.tree, id)));
        let (published_time, shown_time) = time.map_or((None, None), |id| times(self.tree, id, self.language));
        let mut author = self.author(item, &frame);
        // The element of the name may contain the time.
        let name = author.as_deref().zip(shown_time.as_deref()).and_then(|(name, time)| name.strip_suffix(time));
        if let Some(name) = name.map(|name| self.tidy_name(name)).filter(|name| is_name(name)) {
            author = Some(name.to_owned());
        }
        // The element of the time may contain the name.
        let after_name = author.as_deref().zip(shown_time.as_deref()).and_then(|(name, time)| time.split_once(name));
        // A name of one letter is a part of other words.
        let after_name = after_name.filter(|(before, time)| {
            !before.ends_with(char::is_alphanumeric) && !time.starts_with(char::is_alphanumeric)
        });
        let after_name = after_name.map(|(_, time)| time.trim_start_matches(|c: char| !c.is_alphanumeric()));
        let shown_time = match after_name.filter(|time| !time.is_empty()) {
            Some(time) => Some(time.to_owned()),
            None => shown_time,
        };
        PostHeader {
            author,
            published_time,
            shown_time,
            url: self.address(item, &frame, time),
            depth: 0,
            score: score(self.tree, item, &frame),
        }
    }

    /// Returns the elements of a post that are not in its text or in its answers.
    fn frame(&self, number: usize, item: &PostItem, body: &PostBody) -> Vec<NodeId> {
        let is_whole = body.holders.contains(&item.element);
        let mut frame = vec![item.element];
        let mut walk = self.tree.walk(item.element);
        while let Some(step) = walk.next() {
            let Step::Enter(id) = step else { continue };
            if frame.len() > ELEMENTS {
                break;
            }
            if id == item.element || self.tree.tag(id) == Tag::TEXT {
                continue;
            }
            let is_own = self.owner[id.index()] == u32::try_from(number).ok();
            if !is_own || !is_whole && self.is_holder[id.index()] {
                walk.skip_children(id);
            } else {
                frame.push(id);
            }
        }
        frame
    }

    /// Returns the name of the author. Of several elements with names, this is the first one, and
    /// of nested elements the innermost.
    fn author(&self, item: &PostItem, frame: &[NodeId]) -> Option<String> {
        let (tree, marks) = (self.tree, self.marks);
        let around = std::iter::once(item.unit).chain(tree.ancestors(item.unit)).take(LEVELS);
        let mut around = around.take_while(|&id| Some(id) != tree.parent(item.element));
        let by_attribute = |id: NodeId| {
            let stated = AUTHOR_ATTRIBUTES.iter().find_map(|name| tree.attr(id, name)).map(marks::without_markup);
            stated.filter(|name| is_name(name)).map(str::to_owned)
        };
        let named: Vec<NodeId> = frame.iter().copied().filter(|id| marks.author[id.index()]).collect();
        let is_stated = |id: &NodeId| tree.attr(*id, "itemprop").is_some_and(|prop| prop.contains("author"));
        let first = named.iter().copied().find(is_stated).or_else(|| named.first().copied());
        let shown = first.and_then(|outer| {
            let inner =
                || named.iter().copied().filter(|&id| id == outer || tree.ancestors(id).take(8).any(|id| id == outer));
            let by_statement = inner().find(|&id| id != outer && tree.attr(id, "itemprop") == Some("name"));
            let inner = inner().filter(|&id| by_statement.is_none_or(|stated| stated == id));
            let mut names = inner.filter_map(|id| name_text(tree, id)).map(|name| self.tidy_name(&name).to_owned());
            let outermost = names.next().filter(|name| is_name(name));
            // The account stands beside the name: `An Le @an`.
            let inner = names.filter(|name| is_name(name)).min_by_key(|name| (name.starts_with('@'), name.len()));
            inner.filter(|name| name.len() > 1).or(outermost)
        });
        let speaker = || {
            let name = std::iter::once(item.unit)
                .chain(tree.ancestors(item.unit))
                .take(4)
                .find_map(|id| marks::speaker(tree, id))?;
            let mut letters = name.chars();
            Some(letters.next()?.to_uppercase().chain(letters).collect())
        };
        let own = [item.unit, item.element].into_iter().find_map(by_attribute);
        own.or(shown)
            .or_else(|| around.find_map(by_attribute))
            .or_else(|| frame.iter().copied().find_map(by_attribute))
            .or_else(speaker)
            .or_else(|| named.iter().find_map(|&id| marks::name_in_address(tree, id)).map(str::to_owned))
    }

    /// Returns a name without words and marks around it, such as `By` and `says:`, and without an
    /// account after it, such as `@an`.
    fn tidy_name<'n>(&self, name: &'n str) -> &'n str {
        let name = byline::without_byline_words(name, self.language.unwrap_or_default());
        name.split_once(" @").map_or(name, |(name, _)| name.trim_end())
    }
}

/// Returns how likely an element has the time of the post itself. A higher number is more likely.
fn weight_of_time(tree: &Tree, id: NodeId) -> u8 {
    let is_stated = tree.attr(id, "itemprop").is_some_and(|prop| matches!(prop, "datePublished" | "dateCreated"))
        || tree.class_words(id).any(|word| word == "dt-published");
    match (is_stated, tree.tag(id) == Tag::TIME || tree.attr(id, "datetime").is_some()) {
        (true, _) => 3,
        (_, true) => 2,
        _ => 1,
    }
}

/// Returns the time of an element in ISO 8601, and in the words of the page.
fn times(tree: &Tree, id: NodeId, language: Option<&str>) -> (Option<String>, Option<String>) {
    let date = |text: &str| metadata::iso_date(text, language);
    let inside = || {
        std::iter::once(id).chain(tree.walk(id).take(24).filter_map(|step| match step {
            Step::Enter(inner) if inner != id && tree.tag(inner) != Tag::TEXT => Some(inner),
            _ => None,
        }))
    };
    let attribute = |id: NodeId| {
        let names = TIME_ATTRIBUTES.iter().copied().chain(["content", "title"]);
        names.filter_map(|name| tree.attr(id, name)).find_map(date)
    };
    let shown = short_text(tree, id, TIME_BYTES).filter(|text| !text.is_empty());
    let in_part = |id: NodeId| date(&short_text(tree, id, TIME_BYTES)?);
    let stated = inside().find_map(attribute).or_else(|| shown.as_deref().and_then(date));
    // The texts of several elements may be joined without a space, for example a date and a time of
    // day. So each is also read by itself.
    let stated = stated.or_else(|| inside().skip(1).find_map(in_part));
    (stated, shown)
}

/// Returns a time in words as ISO 8601. The result is a date, or a time of day without a date.
pub(super) fn time_in_words(text: &str) -> Option<String> {
    let is_afternoon = ["PM", "pm", "CH"].iter().any(|half| text.contains(half));
    let clock = || {
        let (before, after) = text.split_once(':')?;
        let hour: u32 =
            before.get(before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1)..)?.parse().ok()?;
        let minute: u32 = after.get(..2)?.parse().ok()?;
        let is_bare = !before.contains(char::is_alphabetic);
        let hour = if is_afternoon && hour < 12 { hour + 12 } else { hour };
        (is_bare && hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
    };
    metadata::iso_date(text, None).or_else(clock)
}

impl FieldReader<'_> {
    /// Returns the address of the post itself. It is in the link around or inside the post's time,
    /// or in a link marked as a permalink. Otherwise it is the page's address with the element's
    /// name as fragment.
    fn address(&self, item: &PostItem, frame: &[NodeId], time: Option<NodeId>) -> Option<SafeUrl> {
        let (tree, base) = (self.tree, self.base);
        let href = |id: NodeId| {
            let href = tree.attr(id, "href").filter(|_| tree.tag(id) == Tag::A)?;
            Some(href).filter(|href| *href != "#" && !href.is_empty() && !href.starts_with("javascript"))
        };
        let at_time = time.and_then(|time| {
            let around = std::iter::once(time).chain(tree.ancestors(time)).take(3).find_map(href);
            around.or_else(|| tree.descendants(time, Tag::A).take(2).find_map(href))
        });
        let by_name = || {
            let is_permalink = |id: NodeId| {
                let rel = tree.attr(id, "rel").unwrap_or_default();
                rel.split_ascii_whitespace().any(|word| word == "bookmark")
                    || tree.attr(id, "itemprop") == Some("url")
                    || tree.attr(id, "class").is_some_and(|class| class.contains("permalink"))
            };
            // A permalink may also lead to an author, and such links are skipped.
            let links = frame.iter().copied().filter(|&id| is_permalink(id) && !self.marks.author[id.index()]);
            links.into_iter().find_map(href)
        };
        let by_id = || {
            let page = base.page()?.as_str().split('#').next()?;
            let name = tree.attr(item.element, "id").or_else(|| tree.attr(item.unit, "id"))?;
            base.resolve(&format!("{page}#{name}"))
        };
        at_time.or_else(by_name).and_then(|href| base.resolve(href)).or_else(by_id)
    }
}

/// Returns the number of votes or points of a post.
fn score(tree: &Tree, item: &PostItem, frame: &[NodeId]) -> Option<i32> {
    let number = |text: &str| {
        let text = text.trim().trim_start_matches('+').replace('\u{2212}', "-");
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(text.len());
        text.get(..end).and_then(|digits| digits.parse::<i32>().ok())
    };
    let by_attribute =
        |id: NodeId| ["score", "data-score", "data-votes"].iter().find_map(|name| number(tree.attr(id, name)?));
    let attribute = std::iter::once(item.unit).chain(tree.ancestors(item.unit)).take(3).find_map(by_attribute);
    attribute.or_else(|| {
        frame
            .iter()
            .copied()
            .filter(|&id| names::SCORE.are_in_class(tree, id) || tree.attr(id, "itemprop") == Some("upvoteCount"))
            .find_map(|id| {
                let stated = tree.attr(id, "content").or_else(|| tree.attr(id, "data-value")).and_then(number);
                stated.or_else(|| short_text(tree, id, 24).as_deref().and_then(number))
            })
    })
}
