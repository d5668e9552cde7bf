//! The types of pages.

/// The types of pages that the classifier tells apart, those of the Web Content Extraction Benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum PageType {
    /// One text: news, a blog post, an essay, an encyclopedia entry.
    Article,
    /// A discussion, or questions and answers.
    Forum,
    /// One product, or a review of it.
    Product,
    /// Many products, or the pictures of a gallery.
    Collection,
    /// A list of links to other pages, such as a front page or search results.
    Listing,
    /// A manual, a reference or a tutorial.
    Documentation,
    /// A page that offers a service: a company, a landing page.
    Service,
}

impl PageType {
    /// All types, in the order of the model.
    pub const ALL: [PageType; 7] = [
        PageType::Article,
        PageType::Forum,
        PageType::Product,
        PageType::Collection,
        PageType::Listing,
        PageType::Documentation,
        PageType::Service,
    ];

    /// Returns a short name in lower case that never changes.
    ///
    /// ```
    /// let names = ["article", "forum", "product", "collection", "listing", "documentation", "service"];
    /// assert_eq!(unchaff::PageType::ALL.map(unchaff::PageType::as_str), names);
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            PageType::Article => "article",
            PageType::Forum => "forum",
            PageType::Product => "product",
            PageType::Collection => "collection",
            PageType::Listing => "listing",
            PageType::Documentation => "documentation",
            PageType::Service => "service",
        }
    }
}
