//! Predictions, and the reasons that people are told.

/// Why a block was kept or dropped: the strongest thing that was seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
pub struct Prediction {
    /// That it belongs to the article: from 0, boilerplate, to 1, article.
    pub probability: f32,
    /// What speaks for it.
    pub in_favour: Reason,
    /// What speaks against it.
    pub against: Reason,
}
