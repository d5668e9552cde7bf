//! Predictions, and the reasons that people see.

/// The strongest property of a block, which explains why it was kept or left out.
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
    /// The caption of an image. It is part of the document, but not of its text.
    Caption,
    /// A short text among kept ones.
    AmongKept,
    /// The headline. It is the title and not part of the text.
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
    /// Nearly all of its text is in links.
    Links,
    /// A text that came before on the same page.
    Repeated,
    /// A text far from the page's prose.
    Outside,
    /// A short text with nothing in its favour.
    Label,
    /// Part of a second article after the first.
    SecondArticle,
    /// A decision of the caller: [`Options::whole`](crate::Options::whole), [`keep`](crate::Options::keep) or
    /// [`drop`](crate::Options::drop).
    ByHand,
    /// One of the [rules](crate::Options::rules) of the site.
    ByRule,
}

impl Reason {
    /// Returns a short name in lower case with dashes that never changes (`among-kept`).
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
            Reason::ByRule => "by-rule",
        }
    }
}

/// The verdict on a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prediction {
    /// The probability that it belongs to the article, from 0 (boilerplate) to 1 (article).
    pub probability: f32,
    /// The reason to keep it.
    pub in_favour: Reason,
    /// The reason to drop it.
    pub against: Reason,
}
