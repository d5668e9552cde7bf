//! What the page says of its article: title, byline, dates, site, language, lead image and the like.
//!
//! A page says each thing in several places that disagree. Every source is read into plain values first; this
//! module then holds, field by field, the order in which they are believed, and notes which one it was. The danger is
//! in saying what is not the article's: a date of a related card, the site as its author, a cut title. Where no
//! source is good enough the field is `None`.

mod area;
mod byline;
mod date;
mod hints;
mod image;
mod json_ld;
mod lines;
mod meta_tags;
mod months;
mod name_words;
mod names;
mod paging;
mod published;
mod source;
mod subject;
mod text;
mod title;

use crate::language;
pub use crate::language::Direction;
use crate::options::{MAX_AUTHORS, MAX_EXCERPT_CHARS, MAX_HEADINGS, MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::tree::Tree;
use crate::url::{BaseUrl, SafeUrl};
use date::Order;
pub use image::LeadImage;
use image::links;
use json_ld::JsonLd;
pub use lines::of_lines;
use meta_tags::MetaTags;
use serde_json::Value;
use source::Stated;
pub use source::{Source, Sources};
use text::{cap, plain, tidy};
use title::{Kind, SiteNames};

/// What a page says of its article. Strings are plain text: references decoded, white space collapsed, without
/// markup, control and bidirectional formatting characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Metadata {
    /// The headline without the site's name, at most [`MAX_TITLE_CHARS`] characters. The heading that agrees with
    /// JSON-LD, Open Graph or `<title>`; else a lone `h1` that has a word with them in common; else JSON-LD, Open Graph,
    /// Twitter, citation and Dublin Core titles; else `<title>`. Of a site's first page it is `<title>` as it stands.
    pub title: Option<String>,
    /// The authors' names, joined by `, `. From JSON-LD, `<meta>`, then microdata, `rel=author` and class names near the
    /// headline, then a signature below the text. The site's name only where no person is named.
    pub byline: Option<String>,
    /// The authors' names one by one, at most [`MAX_AUTHORS`].
    pub authors: Vec<String>,
    /// When it was published, ISO 8601: a date, or a date with a time, with the offset where the page gives one.
    /// From JSON-LD, `<meta>`, microdata, then `<time>` and class names near the headline, then the address. An earlier
    /// day that the page shows in words ("Published 4 March 2031") is believed before metadata; where the page shows
    /// nothing but its last change, that is its date.
    pub published_time: Option<String>,
    /// When it was last changed, from the same sources but the address.
    pub modified_time: Option<String>,
    /// The site's name: Open Graph, JSON-LD's publisher and website, `application-name`, else what `<title>` adds
    /// to the title.
    pub site_name: Option<String>,
    /// Who published it: JSON-LD, Dublin Core, `citation_publisher`.
    pub publisher: Option<String>,
    /// The page's own description, at most [`MAX_EXCERPT_CHARS`] characters: Open Graph, `<meta name=description>`,
    /// JSON-LD, Twitter, Dublin Core.
    pub description: Option<String>,
    /// The description; where there is none, the beginning of the text.
    pub excerpt: Option<String>,
    /// The lead image: Open Graph, Twitter, JSON-LD, `<link rel=image_src>`.
    pub image: Option<LeadImage>,
    /// The site's icon: the largest `<link rel=icon>`, else `apple-touch-icon`.
    pub favicon: Option<SafeUrl>,
    /// The article's own address: `<link rel=canonical>`, Open Graph, JSON-LD.
    pub url: Option<SafeUrl>,
    /// The address of the article's next page, where it is spread over several: the page's own address with a page
    /// number one higher, found behind `rel=next` or a link that says so.
    pub next_page: Option<SafeUrl>,
    /// The declared language as a BCP 47 tag: `<html lang>`, `content-language`, Open Graph's locale, JSON-LD.
    /// Declared languages are often wrong: [`language::settle`] checks them against the text.
    pub language: Option<String>,
    /// The declared direction: `dir` of `<html>` or `<body>`.
    pub direction: Option<Direction>,
    /// The part of the site that it stands in: JSON-LD, `<meta>`.
    pub section: Option<String>,
    /// What it is about, at most [`crate::MAX_TAGS`]: `article:tag`, JSON-LD, `rel=tag`, keywords.
    pub tags: Vec<String>,
    /// The licence it is under, as the address of its text: JSON-LD, `rel=license`.
    pub license: Option<SafeUrl>,
    /// Whether all may read the whole of it without paying: JSON-LD's `isAccessibleForFree`, `article:content_tier`.
    pub is_accessible_for_free: Option<bool>,
    /// Where each value was read.
    pub sources: Sources,
}

impl Metadata {
    /// Settles what needs the article's text: the declared language is checked against it, and it stands in for a
    /// direction or description that the page does not give.
    pub(crate) fn completed(mut self, text: &str) -> Metadata {
        let language = language::settle(self.language.as_deref(), text);
        if language != self.language {
            self.sources.replace("lang", language.is_some().then_some(Source::Text));
            self.language = language;
        }
        if self.direction.is_none() {
            self.direction = self.sources.note("dir", language::direction(text).map(|d| (d, Source::Text)));
        }
        self.excerpt = self.description.clone().or_else(|| {
            let first = text.lines().find(|line| !line.trim().is_empty())?;
            let first = cap(tidy(first), MAX_EXCERPT_CHARS);
            self.sources.note("excerpt", Some((first, Source::Text)))
        });
        self
    }
}

/// Names of the site taken from `<title>` at most; all titles that metadata gives are nearly always one.
const MAX_NAMES: usize = 8;

/// Reads the metadata of a page; `base` resolves the addresses.
///
/// ```
/// use unchaff::{metadata, tree, url::BaseUrl};
/// let page = tree::parse("<html lang=vi><title>Mùa gặt - Báo Làng</title><meta name=author content='Lê Minh'><h1>Mùa gặt</h1>").unwrap();
/// let found = metadata::extract(&page, &BaseUrl::new(None, None));
/// assert_eq!(found.title.as_deref(), Some("Mùa gặt"));
/// assert_eq!(found.byline.as_deref(), Some("Lê Minh"));
/// assert_eq!(found.site_name.as_deref(), Some("Báo Làng"));
/// ```
pub fn extract(tree: &Tree, base: &BaseUrl) -> Metadata {
    let meta = MetaTags::read(tree);
    let json = JsonLd::read(tree);
    let mut sources = Sources::default();

    let language = sources.note("lang", declared_language(tree, &meta, &json));
    let primary = language.as_deref().and_then(|tag| tag.split('-').next()).unwrap_or_default();
    let url = sources.note("url", address(tree, &meta, &json, base));

    let stated: Vec<Stated<String>> = stated_titles(&meta, &json).collect();
    let named = site_names(&meta, &json, &stated);
    let document_title = title::document_title(tree);
    let framed = stated.iter().filter_map(|(title, _)| title::frame(&document_title, title)).take(MAX_NAMES);
    let names = named.iter().map(|(name, _)| name.as_str()).chain(framed);
    let site = SiteNames::new(names, host(base, url.as_ref()).as_deref());
    let title = title::choose(&title::headings(tree), &stated, &document_title, &site, kind(&meta, &json, base));
    let area = area::around(tree, title.heading);
    let title = sources.note("title", title.text.map(|(text, source)| (cap(text, MAX_TITLE_CHARS), source)));

    let authors = byline::choose(
        tree,
        &area,
        stated_authors(&meta, &json),
        labelled_author(&meta),
        &site,
        json.is_discussion,
        primary,
    );
    let authors = sources.note("byline", authors).unwrap_or_default();

    let order = if is_month_first(language.as_deref()) { Order::MonthFirst } else { Order::DayFirst };
    let published =
        stated_date(&json.published, meta.in_order(meta_tags::PUBLISHED), meta.property("datePublished"), order);
    let shown = published::find(tree, &area, order, published.is_some());
    let modified =
        stated_date(&json.modified, meta.in_order(meta_tags::MODIFIED), meta.property("dateModified"), order);
    let of_change = modified.as_ref().map(|(date, _)| date.as_str());
    let published = shown.published(published, of_change);
    let published = published.or_else(|| published::in_address(base.page().or(url.as_ref())?));
    let modified = modified.or_else(|| shown.modified(published.as_ref().map(|(date, _)| date.as_str())));
    // Where the page shows its readers nothing but the last change, that is its date.
    let published = published.or_else(|| modified.clone().filter(|(_, source)| *source == Source::Shown));

    Metadata {
        published_time: sources.note("publishedTime", published),
        modified_time: sources.note("modifiedTime", modified),
        site_name: sources.note("siteName", site_name(&named, &document_title, title.as_deref())),
        publisher: sources.note("publisher", publisher(&meta, &json)),
        description: sources.note("description", description(&meta, &json)),
        excerpt: None,
        image: sources.note("image", image::lead(tree, &meta, &json, base)),
        favicon: sources.note("favicon", image::favicon(tree, base)),
        next_page: sources.note("nextPage", paging::next_page(tree, base, url.as_ref())),
        direction: sources.note("dir", direction(tree)),
        section: sources.note("section", subject::section(&meta, &json)),
        tags: sources.note("tags", subject::tags(tree, &area, &meta, &json)).unwrap_or_default(),
        license: sources.note("license", subject::license(tree, &json, base)),
        is_accessible_for_free: sources.note("isAccessibleForFree", subject::is_free(&meta, &json)),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        authors,
        title,
        url,
        language,
        sources,
    }
}

/// The page's JSON-LD, script by script, as the page has it: at most [`crate::MAX_JSON_LD_BYTES`], repaired where it is nearly
/// JSON. Unlike all else that comes out of a page, its strings are not made fit for an output.
pub fn json_ld(tree: &Tree) -> Vec<Value> {
    json_ld::parse_scripts(tree)
}

fn stated_titles(meta: &MetaTags, json: &JsonLd) -> impl Iterator<Item = Stated<String>> {
    let json = json.headlines.iter().map(|headline| (headline.clone(), Source::JsonLd));
    let metas = meta.in_order(meta_tags::TITLES).chain(meta.property("headline")).take(MAX_HEADINGS);
    json.chain(metas.map(|(title, source)| (cap(plain(title), MAX_TITLE_CHARS), source)))
}

fn stated_authors(meta: &MetaTags, json: &JsonLd) -> impl Iterator<Item = Stated<Vec<String>>> {
    let values = |values: &mut dyn Iterator<Item = Stated<&str>>| -> Vec<String> {
        values.take(MAX_AUTHORS).map(|(value, _)| value.to_owned()).collect()
    };
    let named = meta_tags::AUTHORS.iter().map(move |name| (values(&mut meta.all(name)), Source::Meta(name)));
    let marked = std::iter::once_with(move || (values(&mut meta.property("author")), Source::Microdata("author")));
    std::iter::once((json.authors.clone(), Source::JsonLd)).chain(named).chain(marked)
}

/// The author in one of the two free fields of Twitter's cards: WordPress fills them with "Written by" and the name of the
/// account that published.
fn labelled_author(meta: &MetaTags) -> impl Iterator<Item = Stated<Vec<String>>> {
    let value = |name: &'static str| meta.all(name).next().map(|(value, _)| plain(value));
    let says_author =
        value("twitter:label1").is_some_and(|label| names::strip_prefix(&format!("{label} "), "").is_some());
    let name = value("twitter:data1").filter(|_| says_author);
    name.into_iter().map(|name| (vec![name], Source::Meta("twitter:data1")))
}

fn stated_date<'a>(
    json: &'a Option<String>,
    named: impl Iterator<Item = Stated<&'a str>>,
    marked: impl Iterator<Item = Stated<&'a str>>,
    order: Order,
) -> Option<Stated<String>> {
    let json = json.as_deref().map(|value| (value, Source::JsonLd));
    json.into_iter().chain(named).chain(marked).find_map(|(value, source)| Some((date::parse(value, order)?, source)))
}

/// The United States write the month first, and so do pages in English that name no region. English pages of
/// other regions and all other languages put the day first.
fn is_month_first(language: Option<&str>) -> bool {
    matches!(language, Some("en" | "en-US" | "en-PH" | "es-US"))
}

fn kind(meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> Kind {
    let path = base.page().and_then(|page| page.as_str().split_once("://")?.1.split_once('/'));
    if path.is_some_and(|(_, path)| path.split(['?', '#']).next() == Some("")) {
        return Kind::Home;
    }
    let declared = || meta.all("og:type").any(|(kind, _)| kind.trim().eq_ignore_ascii_case("article"));
    if json.is_article || declared() { Kind::Article } else { Kind::Other }
}

fn declared_language(tree: &Tree, meta: &MetaTags, json: &JsonLd) -> Option<Stated<String>> {
    let root = tree.root();
    let declared = [(root, "lang"), (root, "xml:lang"), (tree.body(), "lang")];
    let declared = declared.into_iter().filter_map(|(id, name)| Some((tree.attr(id, name)?, Source::Attribute(name))));
    let json = json.language.as_deref().map(|language| (language, Source::JsonLd));
    declared
        .chain(meta.in_order(meta_tags::LANGUAGES))
        .chain(json)
        .find_map(|(value, source)| Some((language::normalize(value)?, source)))
}

fn direction(tree: &Tree) -> Option<Stated<Direction>> {
    let declared = [tree.root(), tree.body()].into_iter().filter_map(|id| tree.attr(id, "dir"));
    let mut known = declared.filter_map(|dir| match dir.trim().to_ascii_lowercase().as_str() {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        _ => None,
    });
    Some((known.next()?, Source::Attribute("dir")))
}

/// The names that the page gives its site, the best first. Some templates put the article's title there.
fn site_names(meta: &MetaTags, json: &JsonLd, titles: &[Stated<String>]) -> Vec<Stated<String>> {
    let plain = |(name, source)| (plain(name), source);
    let own = |name: &Option<String>| name.clone().map(|name| (name, Source::JsonLd));
    meta.all("og:site_name")
        .map(plain)
        .chain(own(&json.publisher))
        .chain(own(&json.site_name))
        .chain(meta.in_order(meta_tags::SITE_NAMES).map(plain))
        .filter(|(name, _)| !name.is_empty() && name.chars().count() <= MAX_NAME_CHARS && !name.contains("://"))
        .filter(|(name, _)| name.split(' ').count() <= 4 || !titles.iter().any(|(title, _)| title == name))
        .collect()
}

fn site_name(named: &[Stated<String>], document_title: &str, title: Option<&str>) -> Option<Stated<String>> {
    named.first().cloned().or_else(|| {
        let suffix = title::suffix(document_title, title?)?;
        (suffix.chars().count() <= MAX_NAME_CHARS).then(|| (suffix.to_owned(), Source::DocumentTitle))
    })
}

fn publisher(meta: &MetaTags, json: &JsonLd) -> Option<Stated<String>> {
    let json = json.publisher.clone().map(|name| (name, Source::JsonLd));
    let metas = meta.in_order(meta_tags::PUBLISHERS).map(|(name, source)| (plain(name), source));
    json.into_iter().chain(metas).find(|(name, _)| !name.is_empty() && name.chars().count() <= MAX_NAME_CHARS)
}

fn description(meta: &MetaTags, json: &JsonLd) -> Option<Stated<String>> {
    let metas = meta.in_order(meta_tags::DESCRIPTIONS).map(|(text, source)| (plain(text), source));
    let json = json.description.clone().map(|text| (text, Source::JsonLd));
    let (text, source) = metas.chain(json).find(|(text, _)| !text.is_empty())?;
    Some((cap(text, MAX_EXCERPT_CHARS), source))
}

fn address(tree: &Tree, meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> Option<Stated<SafeUrl>> {
    let linked = links(tree, "canonical").map(|(_, address)| (address, Source::Link("canonical")));
    let json = json.url.as_deref().map(|address| (address, Source::JsonLd));
    linked
        .chain(meta.all("og:url"))
        .chain(json)
        .filter_map(|(address, source)| Some((base.resolve(address.trim())?, source)))
        .find(|(url, _)| url.as_str().starts_with("http"))
}

/// The host of the page, as far as it is known.
fn host(base: &BaseUrl, own: Option<&SafeUrl>) -> Option<String> {
    let root = base.resolve("/").or_else(|| own.cloned())?;
    let rest = root.as_str().split_once("://")?.1;
    Some(rest.split(['/', ':', '?', '#']).next().unwrap_or_default().to_owned())
}
