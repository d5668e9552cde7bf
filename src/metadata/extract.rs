//! Reads every field from the most trusted source that has it.

use super::byline::Publishers;
use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::image::links;
use super::json_ld::JsonLd;
use super::meta_tags::{self, MetaTags};
use super::source::{Source, Sources, Stated};
use super::text::{cap, fold, plain};
use super::title::{self, PageKind, SiteNames, Title};
use super::{byline, byline_zone, credit, headings, image, names, paging, published, taxonomy};
use crate::language::{self, Direction};
use crate::limits::{MAX_AUTHORS, MAX_EXCERPT_CHARS, MAX_HEADINGS, MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::tree::Tree;
use crate::url::{BaseUrl, SafeUrl};
use crate::words::byline::{strip_prefix, strip_word};

/// Maximum number of site names that are taken from `<title>`. Usually all titles in metadata are
/// the same, so there is one such name.
const MAX_NAMES: usize = 8;

/// Reads the metadata of a page. `base` resolves relative addresses.
///
/// ```
/// use unchaff::{internals::{metadata, tree}, url::BaseUrl};
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
    let url = address(tree, &meta, &json, base);
    let Titled { title, named, framed, site, document_title } =
        Titled::read(tree, base, &meta, &json, url.as_ref().map(|(url, _)| url));
    let url = sources.note("url", url);
    let area = byline_zone::around(tree, title.heading);
    let title = sources.note("title", title.text);

    let publishers = Publishers { site: &site, houses: houses(&meta, &json), are_accounts: json.is_discussion };
    let authors =
        byline::choose(tree, &area, stated_authors(&meta, &json), labelled_author(&meta), &publishers, primary);
    let authors = sources.note("byline", authors).unwrap_or_default();

    // A site that names itself as the source does not tell where the article comes from.
    let source = stated_source(&meta, &json, &site, primary).or_else(|| {
        let shown = byline::source(tree, &area, primary).filter(|name| !site.matches(name));
        shown.map(|name| (name, Source::Shown))
    });

    let order = DateOrder::of(language.as_deref());
    let published =
        stated_date(&json.published, meta.in_order(meta_tags::PUBLISHED), meta.property("datePublished"), order);
    let shown = published::find(tree, &area, order, published.is_some());
    let modified =
        stated_date(&json.modified, meta.in_order(meta_tags::MODIFIED), meta.property("dateModified"), order);
    let of_change = modified.as_ref().map(|(date, _)| date.as_str());
    let published = shown.published(published, of_change);
    let of_address = base.page().or(url.as_ref()).and_then(published::in_address);
    let published = published.map(|date| published::ordered_as_in_address(date, of_address.as_ref()));
    let published = published.or(of_address);
    let modified = modified.or_else(|| shown.modified(published.as_ref().map(|(date, _)| date.as_str())));
    // If the page shows its readers only the date of the last change, that date is used.
    let published = published.or_else(|| modified.clone().filter(|(_, source)| *source == Source::Shown));

    Metadata {
        published_time: sources.note("publishedTime", published),
        modified_time: sources.note("modifiedTime", modified),
        site_name: sources.note("siteName", site_name(&named, &framed, &document_title, title.as_deref())),
        publisher: sources.note("publisher", publisher(&meta, &json)),
        description: sources.note("description", description(&meta, &json)),
        excerpt: None,
        image: sources.note("image", image::lead(tree, &meta, &json, base)),
        favicon: sources.note("favicon", image::favicon(tree, base)),
        next_page: sources.note("nextPage", paging::next_page(tree, base, url.as_ref())),
        direction: sources.note("dir", direction(tree)),
        section: sources.note("section", taxonomy::section(&meta, &json)),
        tags: sources.note("tags", taxonomy::tags(tree, &area, &meta, &json)).unwrap_or_default(),
        license: sources.note("license", taxonomy::license(tree, &json, base)),
        is_accessible_for_free: sources.note("isAccessibleForFree", taxonomy::is_free(&meta, &json)),
        source: sources.note("source", source),
        byline: (!authors.is_empty()).then(|| authors.join(", ")),
        authors,
        title,
        url,
        language,
        sources,
    }
}

/// Reads only the title, description and language, with the same results as [`extract`]. They help
/// to separate the article from the rest of its page, and dates need the language.
pub fn title_description_and_language(tree: &Tree, base: &BaseUrl) -> Metadata {
    let meta = MetaTags::read(tree);
    let json = JsonLd::read(tree);
    let url = address(tree, &meta, &json, base);
    let titled = Titled::read(tree, base, &meta, &json, url.as_ref().map(|(url, _)| url));
    let text = |(text, _): Stated<String>| text;
    Metadata {
        title: titled.title.text.map(text),
        description: description(&meta, &json).map(text),
        language: declared_language(tree, &meta, &json).map(text),
        ..Metadata::default()
    }
}

/// The title, and the site's names that were found with it.
struct Titled {
    title: Title,
    /// The names that the page gives its site.
    named: Vec<Stated<String>>,
    /// The names that `<title>` adds to the title.
    framed: Vec<String>,
    site: SiteNames,
    document_title: String,
}

impl Titled {
    fn read(tree: &Tree, base: &BaseUrl, meta: &MetaTags, json: &JsonLd, url: Option<&SafeUrl>) -> Titled {
        let stated: Vec<Stated<String>> = stated_titles(meta, json).collect();
        let named = site_names(meta, json, &stated);
        let document_title = title::document_title(tree);
        let mut headings = headings::headings(tree);
        let whole: Vec<String> = stated.iter().map(|(title, _)| fold(title)).chain([fold(&document_title)]).collect();
        let is_headline = |heading: &headings::Heading| {
            let agrees = || whole.iter().any(|title| title::resemble(&heading.folded, title));
            !heading.is_logo && (heading.level == 1 || agrees())
        };
        if !headings.iter().any(is_headline) {
            let mut all = stated.iter().map(|(title, _)| title.as_str()).chain([document_title.as_str()]);
            // The title of a page that repeats the logo is not about the page.
            let names_site = |title: &String| headings.iter().any(|other| other.is_logo && other.folded == *title);
            let (of_site, whole): (Vec<String>, Vec<String>) = whole.into_iter().partition(names_site);
            let titles = headings::PageTitles {
                parts: if of_site.is_empty() { title::parts(&document_title) } else { Vec::new() },
                is_stated: !stated.is_empty(),
                are_names: all.all(title::may_be_names),
                whole,
            };
            headings.extend(headings::unmarked(tree, &titles));
        }
        let framed = stated.iter().filter_map(|(title, _)| title::frame(&document_title, title, &headings));
        let framed = framed.chain(title::logo(&document_title, &headings)).take(MAX_NAMES);
        let framed: Vec<String> = framed.map(str::to_owned).collect();
        let names = named.iter().map(|(name, _)| name).chain(&framed).map(String::as_str);
        let site = SiteNames::new(names, host(base, url).as_deref());
        let leads_text = |heading| headings::leads_text(tree, heading);
        let mut title =
            title::choose(&headings, &stated, &document_title, &site, page_kind(meta, json, base), &leads_text);
        title.text = title.text.map(|(text, source)| (cap(text, MAX_TITLE_CHARS), source));
        Titled { title, named, framed, site, document_title }
    }
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
    let named = meta_tags::AUTHORS.iter().map(move |name| {
        let values = values(&mut meta.all(name));
        let spoken = match *name {
            "citation_author" => spoken_order(values),
            name if name.starts_with("dc") => spoken_order_of_all(values, 1),
            _ => spoken_order_of_all(values, 2),
        };
        (spoken, Source::Meta(name))
    });
    let marked = std::iter::once_with(move || (values(&mut meta.property("author")), Source::Microdata("author")));
    std::iter::once((spoken_order_of_all(json.authors.clone(), 2), Source::JsonLd)).chain(named).chain(marked)
}

/// Returns the names of authors in spoken order. Each value holds one name. Catalogues write the
/// family name first.
fn spoken_order(names: Vec<String>) -> Vec<String> {
    names.into_iter().map(|name| names::spoken_order(&plain(&name)).unwrap_or(name)).collect()
}

/// Returns names in spoken order if the values look like names from a catalogue, and unchanged
/// otherwise. At least `fewest` values must have a family name of one word before a comma. `Ana
/// Ruiz, Lima` has two words before its comma, so it is not such a name.
fn spoken_order_of_all(mut values: Vec<String>, fewest: usize) -> Vec<String> {
    values.dedup();
    let is_family = |name: &str| name.split(' ').filter(|word| !word.starts_with(char::is_lowercase)).count() == 1;
    let turns = |value: &String| is_family(value.split(',').next().unwrap_or_default().trim());
    if values.len() >= fewest && values.iter().all(turns) { spoken_order(values) } else { values }
}

/// Returns the names of the page's publishers.
fn houses(meta: &MetaTags, json: &JsonLd) -> Vec<String> {
    let metas = meta.in_order(meta_tags::PUBLISHERS).map(|(name, _)| plain(name));
    let rights = meta.all("copyright").map(|(line, _)| plain(line)).filter_map(|line| {
        let name = line.trim_start_matches(|c: char| !c.is_alphabetic());
        let name = ["copyright", "(c)", "©"].iter().fold(name, |name, mark| {
            let rest = strip_word(name.trim_start(), mark).unwrap_or(name);
            rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit())
        });
        let name = name.trim_end_matches(|c: char| !c.is_alphabetic());
        (!name.is_empty()).then(|| name.to_owned())
    });
    json.organizations.iter().chain(&json.publisher).cloned().chain(metas).chain(rights).collect()
}

/// Returns the source that metadata names in a field of its own or beside the author.
fn stated_source(meta: &MetaTags, json: &JsonLd, site: &SiteNames, language: &str) -> Option<Stated<String>> {
    let own = json.source.as_deref().map(|name| (name, Source::JsonLd));
    let own = own.into_iter().chain(meta.in_order(meta_tags::SOURCES));
    let own = own.filter_map(|(value, source)| Some((credit::name(value, language)?, source)));
    let of_author = stated_authors(meta, json).flat_map(|(values, source)| {
        values.into_iter().filter_map(move |value| Some((credit::read(&plain(&value), language).source?, source)))
    });
    own.chain(of_author).find(|(name, _)| !site.matches(name) && !credit::is_domain(name))
}

/// Returns the author from one of the two free fields of Twitter cards. WordPress fills them with
/// "Written by" and the name of the account that published the article.
fn labelled_author(meta: &MetaTags) -> impl Iterator<Item = Stated<Vec<String>>> {
    let value = |name: &'static str| meta.all(name).next().map(|(value, _)| plain(value));
    let says_author = value("twitter:label1").is_some_and(|label| strip_prefix(&format!("{label} "), "").is_some());
    let name = value("twitter:data1").filter(|_| says_author);
    name.into_iter().map(|name| (vec![name], Source::Meta("twitter:data1")))
}

fn stated_date<'a>(
    json: &'a Option<String>,
    named: impl Iterator<Item = Stated<&'a str>>,
    marked: impl Iterator<Item = Stated<&'a str>>,
    order: DateOrder,
) -> Option<Stated<String>> {
    let json = json.as_deref().map(|value| (value, Source::JsonLd));
    json.into_iter().chain(named).chain(marked).find_map(|(value, source)| Some((date::parse(value, order)?, source)))
}

fn page_kind(meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> PageKind {
    let path = base.page().and_then(|page| page.as_str().split_once("://")?.1.split_once('/'));
    if path.is_some_and(|(_, path)| path.split(['?', '#']).next() == Some("")) {
        return PageKind::Home;
    }
    let declared = || meta.all("og:type").any(|(kind, _)| kind.trim().eq_ignore_ascii_case("article"));
    if json.is_article || declared() { PageKind::Article } else { PageKind::Other }
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

/// Returns the names that the page gives its site, the best first. A long name that equals a title is left out, because
/// some templates put the article's title there.
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

fn site_name(
    named: &[Stated<String>],
    framed: &[String],
    document_title: &str,
    title: Option<&str>,
) -> Option<Stated<String>> {
    named.first().cloned().or_else(|| {
        let suffix = title::suffix(document_title, title?).or_else(|| framed.first().map(String::as_str))?;
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

/// Returns the host of the page if it is known.
fn host(base: &BaseUrl, own: Option<&SafeUrl>) -> Option<String> {
    let root = base.resolve("/").or_else(|| own.cloned())?;
    let rest = root.as_str().split_once("://")?.1;
    Some(rest.split(['/', ':', '?', '#']).next().unwrap_or_default().to_owned())
}
