//! What is measured of each block: its own shape, the place it stands in, and how it compares with the rest of
//! the page. Every figure comes from sums gathered in one walk, so the work is linear in the page.

mod echo;
mod elements;
mod hash;
pub(crate) mod labels;
mod learned;
mod lexicon;
pub mod lines;
mod numbers;
mod order;
mod page;
mod prose;
mod repetition;
mod shape;
mod surroundings;
mod table;

pub use echo::Echo;
pub use learned::table;
pub use table::{Evidence, Table};

use crate::blocks::{Blocks, TextBlock};
use crate::maps::{HashMap, HashMapExt};
use crate::measure;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::word_map::WordMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What is measured of one block.
#[derive(Debug, Clone)]
pub struct Features {
    /// Words, see [`measure::word_count`].
    pub words: usize,
    /// Share of its characters that lie in links, 0 to 1.
    pub link_share: f32,
    /// Whether it ends as a sentence does.
    pub ends_sentence: bool,
    /// Long enough, few links, full sentences: what articles are made of and furniture is not.
    pub prose: bool,
    /// What its element says it is.
    pub kind: Kind,
    /// The kind of furniture it stands in, if its surroundings name one.
    pub furniture: Option<Furniture>,
    /// Whether a reader cannot see it.
    pub hidden: bool,
    /// How many equal blocks stand before it.
    pub repeats: usize,
    /// Whether it says what the page's title says.
    pub is_title: bool,
    /// Where it stands in relation to most of the prose.
    pub region: Region,
}

/// What a block's element says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `h1` to `h6`.
    Heading,
    /// An item of a list, or a term or definition.
    ListItem,
    /// A row or cell of a table.
    TableRow,
    /// `pre`.
    Preformatted,
    /// `figcaption`, `caption`, or a class that says so.
    Caption,
    /// A button or a label of a form field.
    Control,
    /// Anything else.
    Paragraph,
}

/// Where a block stands in relation to most of the page's prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// In the innermost element that holds most of the prose.
    Core,
    /// In the innermost element that holds nearly all of it.
    Near,
    /// Elsewhere.
    Outside,
}

/// The parts of a page that are not its article, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Furniture {
    /// Readers' comments and ratings.
    Comments,
    /// Links to other articles, teasers, sidebars.
    Related,
    /// Share buttons, subscriptions, advertising, cookie notices.
    Promotion,
    /// Menus, breadcrumbs, pagination, the page's own header and footer.
    Navigation,
    /// Author and date lines, views, tags.
    Byline,
}

/// Prose needs this many words: shorter texts are headings, labels or teasers as often as not.
const PROSE_WORDS: usize = 12;
/// With this many words a text counts as prose even without an end mark.
const LONG_PROSE_WORDS: usize = 30;
/// More linked text than this makes a block a list of links.
const PROSE_LINK_SHARE: f32 = 0.35;
/// Share of the prose that makes an element the core of the page, and its surroundings.
const CORE_SHARE: f32 = 0.7;
const NEAR_SHARE: f32 = 0.95;

/// What is measured of a page.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Of each block.
    pub blocks: Vec<Features>,
    /// Of each element, by [`NodeId::index`].
    pub places: Vec<Place>,
    /// The text of each block, folded: equal for blocks that say the same.
    pub folded: Vec<String>,
    /// What other blocks say of what each block says.
    pub echoes: Vec<Echo>,
}

/// What surrounds an element.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The kind of furniture it is or stands in.
    pub furniture: Option<Furniture>,
    /// Whether a reader cannot see it.
    pub hidden: bool,
    /// Whether it lies among comments that hold most of the page's prose: a forum's posts.
    pub discussion: bool,
    /// Where it stands in relation to most of the prose.
    pub region: Region,
}

/// Measures every block. `title` is the page's, for telling its headline from the article's text.
pub fn measure(tree: &Tree, blocks: &Blocks, title: Option<&str>) -> Measured {
    let (folded, words): (Vec<String>, Vec<usize>) =
        blocks.list.iter().map(|block| measure::fold_and_count(&block.text)).unzip();
    let shapes: Vec<Shape> = blocks.list.iter().zip(words).map(|(block, words)| Shape::of(block, words)).collect();
    let prose = Sums::new(tree, blocks, |i| if shapes[i].prose { blocks.list[i].characters } else { 0 });
    let mut places = places(tree, &prose);
    let core_prose = Sums::new(tree, blocks, |i| {
        let place = places[blocks.list[i].element.index()];
        if shapes[i].prose && !place.hidden && place.furniture.is_none() { blocks.list[i].characters } else { 0 }
    });
    mark_regions(tree, &core_prose, &mut places);
    let folded_title = title.map(measure::fold).unwrap_or_default();
    let mut seen: HashMap<&str, usize> = HashMap::new();

    let echoes = echo::echoes(&folded, |i| places[blocks.list[i].element.index()].hidden);
    let measured = blocks
        .list
        .iter()
        .zip(shapes)
        .zip(&folded)
        .map(|((block, shape), folded)| {
            let place = places[block.element.index()];
            let is_title = !folded_title.is_empty() && same_title(folded, &folded_title);
            let count = seen.entry(folded).or_default();
            let repeats = *count;
            *count += 1;
            Features {
                words: shape.words,
                link_share: shape.link_share,
                ends_sentence: shape.ends_sentence,
                prose: shape.prose,
                kind: kind(tree, block.element),
                furniture: place.furniture,
                hidden: place.hidden,
                repeats,
                is_title,
                region: place.region,
            }
        })
        .collect();
    Measured { blocks: measured, places, folded, echoes }
}

/// Equal, or the block is the title with a little cut off or added (a site name, a section).
fn same_title(block: &str, title: &str) -> bool {
    let (short, long) = if block.len() < title.len() { (block, title) } else { (title, block) };
    short.len() * 10 >= long.len() * 7 && long.contains(short)
}

/// A block by itself.
struct Shape {
    words: usize,
    link_share: f32,
    ends_sentence: bool,
    prose: bool,
}

impl Shape {
    fn of(block: &TextBlock, words: usize) -> Shape {
        let link_share = block.link_characters as f32 / block.characters.max(1) as f32;
        let ends_sentence = measure::ends_sentence(&block.text);
        let long_enough = words >= LONG_PROSE_WORDS || words >= PROSE_WORDS && ends_sentence;
        Shape { words, link_share, ends_sentence, prose: long_enough && link_share < PROSE_LINK_SHARE }
    }
}

/// A number for each element: the sum over all blocks under it.
struct Sums(Vec<usize>);

impl Sums {
    fn new(tree: &Tree, blocks: &Blocks, value: impl Fn(usize) -> usize) -> Sums {
        let mut sums = vec![0; tree.len()];
        for (i, block) in blocks.list.iter().enumerate() {
            sums[block.element.index()] += value(i);
        }
        for step in tree.walk(tree.body()) {
            if let Step::Leave(id) = step
                && let Some(parent) = tree.parent(id)
            {
                sums[parent.index()] += sums[id.index()];
            }
        }
        Sums(sums)
    }

    fn of(&self, id: NodeId) -> usize {
        self.0[id.index()]
    }
}

/// What surrounds each element. An element that holds half of the page's prose is neither furniture nor
/// hidden, whatever its class says: `class="has-sidebar"` stands on many a `body`, and many pages start hidden
/// and are shown by script.
fn places(tree: &Tree, prose: &Sums) -> Vec<Place> {
    const NOWHERE: Place = Place { furniture: None, hidden: false, discussion: false, region: Region::Outside };
    let mut places = vec![NOWHERE; tree.len()];
    let half = prose.of(tree.body()) / 2;
    let mut named = HashMap::new();
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        if tree.tag(id) == Tag::TEXT {
            continue;
        }
        let mut place = tree.parent(id).map_or(NOWHERE, |parent| places[parent.index()]);
        let own = furniture(tree, id, &mut named);
        if half == 0 || prose.of(id) <= half {
            place.hidden |= is_hidden(tree, id);
            let comments_are_content = place.discussion && own == Some(Furniture::Comments);
            place.furniture = place.furniture.or(own.filter(|_| !comments_are_content));
        } else if own == Some(Furniture::Comments) {
            place.discussion = true;
        }
        places[id.index()] = place;
    }
    places
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "hidden").is_some()
        || tree.attr(id, "aria-hidden") == Some("true")
        || tree.attr(id, "style").is_some_and(hides)
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// What an element says that it is. `named` keeps what names said: those of a list's items are all alike.
fn furniture<'a>(tree: &'a Tree, id: NodeId, named: &mut HashMap<&'a str, Option<Furniture>>) -> Option<Furniture> {
    match tree.tag(id) {
        Tag::NAV | Tag::FOOTER | Tag::MENU => return Some(Furniture::Navigation),
        Tag::ASIDE => return Some(Furniture::Related),
        Tag::DIALOG => return Some(Furniture::Promotion),
        _ => {}
    }
    match tree.attr(id, "role") {
        Some("navigation" | "banner" | "contentinfo" | "menu" | "menubar" | "search") => {
            return Some(Furniture::Navigation);
        }
        Some("complementary") => return Some(Furniture::Related),
        Some("dialog" | "alertdialog") => return Some(Furniture::Promotion),
        _ => {}
    }
    let mut by_name = |value| *named.entry(value).or_insert_with(|| furniture_by_name(value));
    ["class", "id"].into_iter().filter_map(|attribute| tree.attr(id, attribute)).find_map(&mut by_name)
}

/// Furniture by the words in a class or id: the strongest kind that one of them, or two in a row, names. The words
/// are those that web authors and their content systems use in English and Vietnamese.
fn furniture_by_name(value: &str) -> Option<Furniture> {
    let words = words_of_name(value);
    let mut strongest: Option<Furniture> = None;
    let mut previous: &[(&str, Furniture)] = &[];
    for word in words.split_ascii_whitespace() {
        let pair = previous.iter().filter(|(second, _)| *second == word).map(|&(_, kind)| kind).min();
        let named = NAMED.get(word);
        for kind in [named.and_then(|named| named.alone), pair].into_iter().flatten() {
            strongest = Some(strongest.map_or(kind, |strongest| strongest.min(kind)));
        }
        previous = named.map_or(&[], |named| &named.with);
    }
    strongest
}

/// What a word of a name names.
#[derive(Default)]
struct Named {
    alone: Option<Furniture>,
    /// Words that may follow, and what it names with them.
    with: Vec<(&'static str, Furniture)>,
}

static NAMED: LazyLock<WordMap<Named>> = LazyLock::new(|| {
    let mut named: BTreeMap<&str, Named> = BTreeMap::new();
    for &(kind, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            named.entry(word).or_default().alone = Some(kind);
        }
    }
    for &(kind, first, seconds) in PAIRS {
        for first in first.split_ascii_whitespace() {
            let seconds = seconds.split_ascii_whitespace().map(|second| (second, kind));
            named.entry(first).or_default().with.extend(seconds);
        }
    }
    WordMap::new(named.into_iter())
});

/// Words that name furniture by themselves.
const WORDS: &[(Furniture, &str)] = &[
    (Furniture::Comments, "comment comments disqus replies respond rating ratings vote binhluan danhgia"),
    (
        Furniture::Related,
        "related recommend recommended recommendation recommendations recirc recirculation readmore morestories \
         morenews mostread also sidebar aside trending popular teaser teasers outbrain taboola lienquan tinlienquan \
         tinmoi tinkhac xemthem docthem docnhieu",
    ),
    (
        Furniture::Promotion,
        "ad ads advert advertisement advertising banner sponsor sponsored promo promotion newsletter subscribe \
         subscription signup cookie cookies consent gdpr popup modal overlay share sharing social paywall donate \
         donation quangcao chiase",
    ),
    (
        Furniture::Navigation,
        "nav navbar navigation menu breadcrumb breadcrumbs crumbs footer masthead topbar toolbar pagination pager \
         skip sitemap login search toc siteheader pageheader sronly visuallyhidden screenreader",
    ),
    (
        Furniture::Byline,
        "byline author authors dateline timestamp metadata tag tags taglist keywords copyright tacgia luotxem \
         postmeta entrymeta articlemeta nguon",
    ),
];

/// Pairs of words that do: any of the first with any of the second after it.
const PAIRS: &[(Furniture, &str, &str)] = &[
    (Furniture::Comments, "binh", "luan"),
    (Furniture::Comments, "danh", "gia"),
    (Furniture::Comments, "phan", "hoi"),
    (Furniture::Comments, "y", "kien"),
    (Furniture::Related, "read", "more"),
    (Furniture::Related, "more", "stories news posts articles"),
    (Furniture::Related, "side", "bar"),
    (Furniture::Related, "most", "read viewed popular"),
    (Furniture::Related, "lien", "quan"),
    (Furniture::Related, "tin", "moi khac cung doc hot nong tuc"),
    (Furniture::Related, "xem doc", "them"),
    (Furniture::Related, "doc", "nhieu"),
    (Furniture::Related, "next prev previous", "post article"),
    (Furniture::Promotion, "sign pop", "up"),
    (Furniture::Promotion, "quang", "cao"),
    (Furniture::Promotion, "chia", "se"),
    (Furniture::Promotion, "dang", "ky"),
    (Furniture::Navigation, "site page", "header"),
    (Furniture::Navigation, "top tool", "bar"),
    (Furniture::Navigation, "sr", "only"),
    (Furniture::Navigation, "visually", "hidden"),
    (Furniture::Navigation, "screen", "reader"),
    (Furniture::Navigation, "font", "size"),
    (Furniture::Byline, "post entry article", "meta"),
    (Furniture::Byline, "meta", "data"),
    (Furniture::Byline, "tag", "list"),
    (Furniture::Byline, "tac", "gia"),
    (Furniture::Byline, "luot", "xem"),
];

/// The words of a class or id in lower case, separated by spaces: `relatedPosts top_news-2` gives
/// `related posts top news`. Only the start is read: names are short, and what is longer is generated.
fn words_of_name(value: &str) -> String {
    const NAME_BYTES: usize = 200;
    let mut words = String::with_capacity(2 * value.len().min(NAME_BYTES));
    let mut lower_before = false;
    for c in value.bytes().take(NAME_BYTES) {
        if !c.is_ascii_alphabetic() || c.is_ascii_uppercase() && lower_before {
            words.push(' ');
        }
        lower_before = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic() {
            words.push(c.to_ascii_lowercase() as char);
        }
    }
    words
}

fn kind(tree: &Tree, element: NodeId) -> Kind {
    // The element itself and two around it: `<li><div><p>` is an item, an article inside a table is no row.
    const LEVELS: usize = 3;
    for id in std::iter::once(element).chain(tree.ancestors(element)).take(LEVELS) {
        match tree.tag(id) {
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => return Kind::Heading,
            // Before the tag is asked: some sites put a picture and what it shows into a table.
            _ if is_caption_by_name(tree, id) => return Kind::Caption,
            Tag::LI | Tag::DT | Tag::DD => return Kind::ListItem,
            Tag::TR | Tag::TD | Tag::TH => return Kind::TableRow,
            Tag::PRE | Tag::LISTING | Tag::XMP => return Kind::Preformatted,
            Tag::FIGCAPTION | Tag::CAPTION => return Kind::Caption,
            Tag::BUTTON | Tag::LABEL | Tag::LEGEND | Tag::OPTION => return Kind::Control,
            _ => {}
        }
    }
    Kind::Paragraph
}

fn is_caption_by_name(tree: &Tree, id: NodeId) -> bool {
    let Some(class) = tree.attr(id, "class").filter(|class| !class.is_empty()) else { return false };
    let words = words_of_name(class);
    let mut previous = "";
    words.split_ascii_whitespace().any(|word| {
        let first = std::mem::replace(&mut previous, word);
        matches!(word, "caption" | "captions" | "figcaption" | "credit" | "credits" | "chuthich")
            || matches!((first, word), ("chu", "thich") | ("image" | "img" | "photo", "desc" | "description"))
    })
}

/// Follows the prose inwards from the body: where one child holds nearly all of what its parent holds, the
/// article lies in it.
fn mark_regions(tree: &Tree, prose: &Sums, places: &mut [Place]) {
    let total = prose.of(tree.body());
    let share_of_total = |id, share: f32| prose.of(id) as f32 >= total as f32 * share;
    let (mut near, mut core) = (tree.body(), tree.body());
    while let Some(child) = tree.children(core).max_by_key(|&child| prose.of(child)) {
        if total == 0 || !share_of_total(child, CORE_SHARE) {
            break;
        }
        core = child;
        if share_of_total(child, NEAR_SHARE) {
            near = child;
        }
    }
    for (root, region) in [(near, Region::Near), (core, Region::Core)] {
        for step in tree.walk(root) {
            if let Step::Enter(id) = step {
                places[id.index()].region = region;
            }
        }
    }
}
