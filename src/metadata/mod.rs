//! What the page says of its article: title, byline, dates, site, language, lead image.
//!
//! A page says each thing in several places that disagree. Every source is read into plain values first; this
//! module then holds, field by field, the order in which they are believed. The danger is in saying what is not the
//! article's: a date of a related card, the site as its author, a cut title. Where no source is good enough the
//! field is `None`.

mod area;
mod byline;
mod date;
mod hints;
mod json_ld;
mod lines;
mod meta_tags;
mod months;
mod names;
mod published;
mod text;
mod title;

use crate::language;
pub use crate::language::Direction;
use crate::options::{MAX_AUTHORS, MAX_EXCERPT_CHARS, MAX_HEADINGS, MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::tree::{Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};
use date::Order;
use json_ld::JsonLd;
pub use lines::of_lines;
use meta_tags::MetaTags;
use text::{cap, plain, tidy};
use title::SiteNames;

/// What a page says of its article. Strings are plain text: references decoded, white space collapsed, without
/// markup, control and bidirectional formatting characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The headline without the site's name, at most [`MAX_TITLE_CHARS`] characters. The heading that agrees with
    /// JSON-LD, Open Graph or `<title>`; else a lone `h1`; else JSON-LD, Open Graph, Twitter, citation and Dublin
    /// Core titles; else `<title>`.
    pub title: Option<String>,
    /// The authors' names, joined by `, `. From JSON-LD, `<meta>`, then microdata, `rel=author` and class names near the
    /// headline, then a signature below the text. The site's name only where no person is named.
    pub byline: Option<String>,
    /// When it was published, ISO 8601: a date, or a date with a time, with the offset where the page gives one.
    /// From JSON-LD, `<meta>`, microdata, then `<time>` and class names near the headline.
    pub published_time: Option<String>,
    /// When it was last changed, from the same sources.
    pub modified_time: Option<String>,
    /// The site's name: Open Graph, JSON-LD's publisher and website, `application-name`, else what `<title>` adds
    /// to the title.
    pub site_name: Option<String>,
    /// The description, at most [`MAX_EXCERPT_CHARS`] characters: Open Graph, `<meta name=description>`, JSON-LD,
    /// Twitter, Dublin Core.
    pub excerpt: Option<String>,
    /// The lead image: Open Graph, Twitter, JSON-LD, `<link rel=image_src>`.
    pub image: Option<SafeUrl>,
    /// The article's own address: `<link rel=canonical>`, Open Graph, JSON-LD.
    pub url: Option<SafeUrl>,
    /// The declared language as a BCP 47 tag: `<html lang>`, `content-language`, Open Graph's locale, JSON-LD.
    /// Declared languages are often wrong: [`language::settle`] checks them against the text.
    pub language: Option<String>,
    /// The declared direction: `dir` of `<html>` or `<body>`.
    pub direction: Option<Direction>,
}

impl Metadata {
    /// Settles what needs the article's text: the declared language is checked against it, and it stands in for a
    /// direction or description that the page does not give.
    pub(crate) fn completed(mut self, text: &str) -> Metadata {
        self.language = language::settle(self.language.as_deref(), text);
        self.direction = self.direction.or_else(|| language::direction(text));
        self.excerpt = self.excerpt.or_else(|| {
            let first = text.lines().find(|line| !line.trim().is_empty())?;
            Some(cap(tidy(first), MAX_EXCERPT_CHARS))
        });
        self
    }
}

// Names of `<meta>` in lower case, the most trusted first: Open Graph and its `article` terms, Highwire's `citation_*`,
// Dublin Core, and the names that analytics and newspaper systems read (Parse.ly, Sailthru, Cxense).

const DESCRIPTION_NAMES: &[&str] = &[
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
];
const TITLE_NAMES: &[&str] = &[
    "og:title",
    "twitter:title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
];
const AUTHOR_NAMES: &[&str] = &[
    "author",
    "article:author",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "article:author_name",
    "og:author",
    "article.author",
    "cxenseparse:author",
    "mediator_author",
    "vr:author",
];
const PUBLISHED_NAMES: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "published_time",
    "publication_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "ptime",
    "article.published",
    "originalpublicationdate",
    "date",
    "last-published",
    "article.created",
];
const MODIFIED_NAMES: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "revised",
    "article.updated",
];

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
    let language = declared_language(tree, &meta, &json);
    let primary = language.as_deref().and_then(|tag| tag.split('-').next()).unwrap_or_default();
    let url = address(tree, &meta, &json, base);

    let stated: Vec<String> = json
        .headlines
        .iter()
        .cloned()
        .chain(meta.in_order(TITLE_NAMES).take(MAX_HEADINGS).map(|title| cap(plain(title), MAX_TITLE_CHARS)))
        .collect();
    let named = site_names(&meta, &json, &stated);
    let site = SiteNames::new(named.iter().map(String::as_str), host(base, url.as_ref()).as_deref());
    let headings = title::headings(tree);
    let document_title = title::document_title(tree);
    let title = title::choose(&headings, &stated, &document_title, &site);
    let area = area::around(tree, title.heading);

    let order = if is_month_first(language.as_deref()) { Order::MonthFirst } else { Order::DayFirst };
    let shown = published::find(tree, &area, order);
    let first_date = |own: &Option<String>, names| {
        own.as_deref().into_iter().chain(meta.in_order(names)).find_map(|value| date::parse(value, order))
    };
    let authors: Vec<Vec<String>> = std::iter::once(json.authors.clone())
        .chain(AUTHOR_NAMES.iter().map(|name| meta.all(name).take(MAX_AUTHORS).map(str::to_owned).collect()))
        .collect();

    Metadata {
        byline: byline::choose(tree, &area, &authors, &site, primary),
        published_time: first_date(&json.published, PUBLISHED_NAMES).or(shown.published),
        modified_time: first_date(&json.modified, MODIFIED_NAMES).or(shown.modified),
        site_name: site_name(&named, &document_title, title.text.as_deref()),
        excerpt: excerpt(&meta, &json),
        image: image(tree, &meta, &json, base),
        title: title.text.map(|text| cap(text, MAX_TITLE_CHARS)),
        url,
        language,
        direction: direction(tree),
    }
}

/// The United States write the month first, and so do pages in English that name no region. English pages of
/// other regions and all other languages put the day first.
fn is_month_first(language: Option<&str>) -> bool {
    matches!(language, Some("en" | "en-US" | "en-PH" | "es-US"))
}

fn declared_language(tree: &Tree, meta: &MetaTags, json: &JsonLd) -> Option<String> {
    let root = tree.root();
    let declared = [tree.attr(root, "lang"), tree.attr(root, "xml:lang"), tree.attr(tree.body(), "lang")];
    let metas = meta.in_order(&["content-language", "language", "og:locale", "dc.language", "dcterms.language"]);
    declared.into_iter().flatten().chain(metas).chain(json.language.as_deref()).find_map(language::normalize)
}

fn direction(tree: &Tree) -> Option<Direction> {
    [tree.root(), tree.body()].into_iter().filter_map(|id| tree.attr(id, "dir")).find_map(|dir| {
        match dir.trim().to_ascii_lowercase().as_str() {
            "ltr" => Some(Direction::Ltr),
            "rtl" => Some(Direction::Rtl),
            _ => None,
        }
    })
}

/// The names that the page gives its site, the best first. Some templates put the article's title there.
fn site_names(meta: &MetaTags, json: &JsonLd, titles: &[String]) -> Vec<String> {
    let og = meta.all("og:site_name").map(plain);
    let apps = meta
        .in_order(&["application-name", "apple-mobile-web-app-title", "al:android:app_name", "dc.publisher"])
        .map(plain);
    og.chain(json.publisher.clone())
        .chain(json.site_name.clone())
        .chain(apps)
        .filter(|name| !name.is_empty() && name.chars().count() <= MAX_NAME_CHARS && !name.contains("://"))
        .filter(|name| name.split(' ').count() <= 4 || !titles.contains(name))
        .collect()
}

fn site_name(named: &[String], document_title: &str, title: Option<&str>) -> Option<String> {
    named.first().cloned().or_else(|| {
        let suffix = title::suffix(document_title, title?)?;
        (suffix.chars().count() <= MAX_NAME_CHARS).then(|| suffix.to_owned())
    })
}

fn excerpt(meta: &MetaTags, json: &JsonLd) -> Option<String> {
    let metas = meta.in_order(DESCRIPTION_NAMES).map(plain);
    let text = metas.chain(json.description.clone()).find(|text| !text.is_empty())?;
    Some(cap(text, MAX_EXCERPT_CHARS))
}

fn image(tree: &Tree, meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> Option<SafeUrl> {
    let metas =
        meta.in_order(&["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"]);
    let links = links(tree, "image_src");
    metas
        .chain(json.images.iter().map(String::as_str))
        .chain(links)
        .find_map(|address| base.resolve_image(address.trim()))
}

fn address(tree: &Tree, meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> Option<SafeUrl> {
    links(tree, "canonical")
        .chain(meta.all("og:url"))
        .chain(json.url.as_deref())
        .filter_map(|address| base.resolve(address.trim()))
        .find(|url| url.as_str().starts_with("http"))
}

/// The addresses of `<link>` elements with a relation.
fn links<'a>(tree: &'a Tree, relation: &'a str) -> impl Iterator<Item = &'a str> {
    tree.descendants(tree.root(), Tag::LINK).filter_map(move |link| {
        let relations = tree.attr(link, "rel")?;
        relations.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case(relation)).then(|| tree.attr(link, "href"))?
    })
}

/// The host of the page, as far as it is known.
fn host(base: &BaseUrl, own: Option<&SafeUrl>) -> Option<String> {
    let root = base.resolve("/").or_else(|| own.cloned())?;
    let rest = root.as_str().split_once("://")?.1;
    Some(rest.split(['/', ':', '?', '#']).next().unwrap_or_default().to_owned())
}
