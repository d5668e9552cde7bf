//! Features to opinions: how probable it is that a block belongs to the article, and what speaks for and against it.
//!
//! The probability of a block of an HTML page is learned ([`model`]), and so is that of a line of pasted text, with a few
//! rules around it ([`lines`]). How much of the page counts is decided over all its blocks ([`cut`]). The reasons are for people: they
//! name what a reader would see of the block; what the model summed up is told on request ([`explain`]).

pub mod cut;
pub mod explain;
pub mod further;
pub mod lines;
pub mod model;
mod network;
pub mod page_type;
mod reader;
mod trees;

use crate::features::{Features, Furniture, Kind, Measured, Region, Table};
use model::Model;
use page_type::PageType;

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
    /// The caller said so: [`Options::whole`](crate::Options::whole), [`keep`](crate::Options::keep) or
    /// [`drop`](crate::Options::drop).
    ByHand,
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
            Reason::ByHand => "by-hand",
        }
    }
}

/// What is thought of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion {
    /// That it belongs to the article: from 0, furniture, to 1, article.
    pub probability: f32,
    /// What speaks for it.
    pub in_favour: Reason,
    /// What speaks against it.
    pub against: Reason,
}

/// Judges the blocks of an HTML page, and what type of page it is.
pub fn judge(model: &Model, table: &Table, measured: &Measured) -> (Vec<Opinion>, (PageType, f32)) {
    let judgement = model.judge(table.rows(), &|column, first, numbers| table.read(column, first, numbers));
    let opinion = |(probability, f)| Opinion { probability, in_favour: in_favour(f), against: against(f) };
    (judgement.probabilities().into_iter().zip(&measured.blocks).map(opinion).collect(), judgement.page_type())
}

/// Judges the blocks of a page that is too long for the model: whole sentences where the page's prose stands, and what
/// headings, items, rows and code stand there with them.
pub fn judge_by_rules(measured: &Measured) -> Vec<Opinion> {
    let probability = |f: &Features| match against(f) {
        Reason::Outside if f.prose && f.region != Region::Outside => 0.9,
        Reason::Label if in_favour(f) != Reason::AmongKept && f.region == Region::Core => 0.7,
        _ => 0.1,
    };
    let opinion = |f| Opinion { probability: probability(f), in_favour: in_favour(f), against: against(f) };
    measured.blocks.iter().map(opinion).collect()
}

fn in_favour(f: &Features) -> Reason {
    match f.kind {
        Kind::Caption => Reason::Caption,
        Kind::Preformatted => Reason::Code,
        Kind::Heading => Reason::Heading,
        _ if f.prose => Reason::Prose,
        Kind::ListItem => Reason::ListItem,
        Kind::TableRow => Reason::TableRow,
        Kind::Control | Kind::Paragraph => Reason::AmongKept,
    }
}

fn against(f: &Features) -> Reason {
    /// A block with a larger share of links is a list of links.
    const LINKS_SHARE: f32 = 0.6;
    match f.furniture {
        _ if f.hidden => Reason::Hidden,
        _ if f.is_title => Reason::Title,
        _ if f.repeats > 0 && f.words >= cut::REPEAT_WORDS => Reason::Repeated,
        Some(Furniture::Navigation) => Reason::Navigation,
        Some(Furniture::Related) => Reason::Related,
        Some(Furniture::Comments) => Reason::Comments,
        Some(Furniture::Promotion) => Reason::Promotion,
        Some(Furniture::Byline) => Reason::Byline,
        None if f.kind == Kind::Control => Reason::Control,
        None if f.kind == Kind::Caption => Reason::Caption,
        None if f.link_share > LINKS_SHARE => Reason::Links,
        None if f.region == Region::Outside || f.prose => Reason::Outside,
        None => Reason::Label,
    }
}
