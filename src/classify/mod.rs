//! Features to verdicts: how probable it is that a block belongs to the article, and why.
//!
//! Rules, in the order of their strength. Nothing here looks at neighbours' verdicts: that is `select`'s part.

pub mod cut;
pub mod lines;
pub mod model;

use crate::features::{Features, Furniture, Kind, Region};

/// Why a block was kept or dropped: the strongest thing that was seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Full sentences in the article's part of the page.
    Prose,
    /// A heading over kept text.
    Heading,
    /// An item of a list in the article's part of the page.
    ListItem,
    /// A row of a table in the article's part of the page.
    TableRow,
    /// Preformatted text.
    Code,
    /// What an image shows; in the document, not in its text.
    Caption,
    /// A short text that stands among kept ones.
    AmongKept,
    /// The headline: it is the title, not part of the text.
    Title,
    /// The line that names the author, agency or date.
    Byline,
    /// Not shown to readers.
    Hidden,
    /// Menus, breadcrumbs, header, footer.
    Navigation,
    /// Links and teasers to other articles.
    Related,
    /// Readers' comments and ratings.
    Comments,
    /// Share buttons, subscriptions, advertising.
    Promotion,
    /// Buttons and form labels.
    Control,
    /// Nearly all of it is links.
    Links,
    /// Said before on the same page.
    Repeated,
    /// Far from where the page's prose stands.
    Outside,
    /// A short text without anything that speaks for it.
    Label,
    /// Part of a second article after the first.
    SecondArticle,
}

impl Reason {
    /// A short name that never changes, in lower case with dashes (`among-kept`).
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Prose => "prose",
            Reason::Heading => "heading",
            Reason::ListItem => "list-item",
            Reason::TableRow => "table-row",
            Reason::Code => "code",
            Reason::Caption => "caption",
            Reason::AmongKept => "among-kept",
            Reason::Title => "title",
            Reason::Byline => "byline",
            Reason::Hidden => "hidden",
            Reason::Navigation => "navigation",
            Reason::Related => "related",
            Reason::Comments => "comments",
            Reason::Promotion => "promotion",
            Reason::Control => "control",
            Reason::Links => "links",
            Reason::Repeated => "repeated",
            Reason::Outside => "outside",
            Reason::Label => "label",
            Reason::SecondArticle => "second-article",
        }
    }
}

/// A block's probability of belonging to the article, 0 to 1, with the reason.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion {
    /// From 0, furniture, to 1, article.
    pub probability: f32,
    /// What spoke most.
    pub reason: Reason,
}

/// Repeats of blocks with fewer words than this are common in articles: "Yes.", table cells, refrains.
const REPEAT_WORDS: usize = 8;
/// A block with a larger share of links is a list of links wherever it stands.
const LINKS_SHARE: f32 = 0.6;

/// Judges a block of an HTML page by itself and its place.
pub fn judge(features: &Features) -> Opinion {
    let (probability, reason) = verdict(features);
    Opinion { probability, reason }
}

fn verdict(f: &Features) -> (f32, Reason) {
    if f.hidden {
        return (0.02, Reason::Hidden);
    }
    if f.is_title {
        return (0.1, Reason::Title);
    }
    if f.repeats > 0 && f.words >= REPEAT_WORDS && f.kind != Kind::Preformatted && f.kind != Kind::TableRow {
        return (0.05, Reason::Repeated);
    }
    if let Some(furniture) = f.furniture {
        return match furniture {
            Furniture::Navigation => (0.03, Reason::Navigation),
            Furniture::Related => (0.1, Reason::Related),
            Furniture::Comments => (0.1, Reason::Comments),
            Furniture::Promotion => (0.05, Reason::Promotion),
            // Paragraphs inside an element of such a name are more than a byline.
            Furniture::Byline if f.prose && f.region == Region::Core => (0.6, Reason::Prose),
            Furniture::Byline => (0.08, Reason::Byline),
        };
    }
    if f.kind == Kind::Control {
        return (0.03, Reason::Control);
    }
    if f.link_share > LINKS_SHARE
        && f.kind != Kind::Heading
        && (f.surrounding_link_share > 0.4 || f.region != Region::Core)
    {
        return (0.06, Reason::Links);
    }
    if f.region == Region::Outside {
        return if f.prose { (0.2, Reason::Outside) } else { (0.05, Reason::Outside) };
    }
    let near = if f.region == Region::Core { 1.0 } else { 0.75 };
    match f.kind {
        Kind::Caption => (0.6 * near, Reason::Caption),
        Kind::Preformatted => (0.9 * near, Reason::Code),
        Kind::Heading if f.link_share < LINKS_SHARE => (0.7 * near, Reason::Heading),
        _ if f.prose => (0.95 * near, Reason::Prose),
        Kind::ListItem if f.link_share < 0.5 => (0.65 * near, Reason::ListItem),
        Kind::TableRow if f.link_share < 0.5 => (0.65 * near, Reason::TableRow),
        _ if f.ends_sentence && f.link_share < 0.5 => (0.7 * near, Reason::AmongKept),
        _ if f.link_share > LINKS_SHARE => (0.2, Reason::Links),
        _ => (0.4 * near, Reason::Label),
    }
}
