//! The article's lead image and the site's icon.

use super::json_ld::JsonLd;
use super::meta_tags::MetaTags;
use super::source::{Source, Stated};
use super::text::{cap, plain};
use crate::limits::{MAX_IMAGE_PIXELS, MAX_TITLE_CHARS};
use crate::tree::{NodeId, Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};

/// The image that stands for an article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeadImage {
    /// Its address.
    pub url: SafeUrl,
    /// Its width in pixels, if the page states it.
    pub width: Option<u32>,
    /// Its height in pixels, if the page states it.
    pub height: Option<u32>,
    /// The text that describes it, if the page has one.
    pub alt: Option<String>,
}

/// Returns the lead image, from Open Graph, Twitter, JSON-LD or `<link rel=image_src>`. Missing
/// properties are taken from the `<img>` with the same address.
pub(super) fn lead(tree: &Tree, meta: &MetaTags, json: &JsonLd, base: &BaseUrl) -> Option<Stated<LeadImage>> {
    let (mut image, source) = open_graph(meta, base)
        .or_else(|| twitter(meta, base))
        .or_else(|| json_ld(json, base))
        .or_else(|| linked(tree, base))?;
    if (image.alt.is_none() || image.width.is_none())
        && let Some(shown) = same_image(tree, base, &image.url)
    {
        image.alt = image.alt.or_else(|| alt(tree.attr(shown, "alt").unwrap_or_default()));
        if image.width.is_none() && image.height.is_none() {
            let size = |name| tree.attr(shown, name).and_then(pixels);
            (image.width, image.height) = (size("width"), size("height"));
        }
    }
    Some((image, source))
}

/// Returns the first image of Open Graph. The tags for its size and text follow the tag for its
/// address, and a secure address follows the plain one.
fn open_graph(meta: &MetaTags, base: &BaseUrl) -> Option<Stated<LeadImage>> {
    let mut found: Option<Stated<LeadImage>> = None;
    for (name, content) in meta.entries() {
        let name = match name {
            "og:image" => "og:image",
            "og:image:url" => "og:image:url",
            "og:image:secure_url" => "og:image:secure_url",
            "og:image:width" | "og:image:height" | "og:image:alt" => {
                if let Some((image, _)) = &mut found {
                    match name {
                        "og:image:alt" => image.alt = image.alt.take().or_else(|| alt(content)),
                        "og:image:width" => image.width = image.width.or_else(|| pixels(content)),
                        _ => image.height = image.height.or_else(|| pixels(content)),
                    }
                }
                continue;
            }
            _ => continue,
        };
        let Some(url) = base.resolve_image(content.trim()) else { continue };
        match &mut found {
            None => found = Some((LeadImage { url, width: None, height: None, alt: None }, Source::Meta(name))),
            Some((image, source)) if name == "og:image:secure_url" && *source == Source::Meta("og:image") => {
                (image.url, *source) = (url, Source::Meta(name));
            }
            // A second property with the same address belongs to the same image.
            Some((image, _)) if image.url == url => {}
            Some(_) => break,
        }
    }
    found
}

fn twitter(meta: &MetaTags, base: &BaseUrl) -> Option<Stated<LeadImage>> {
    let (url, source) = meta
        .in_order(&["twitter:image", "twitter:image:src"])
        .find_map(|(address, source)| Some((base.resolve_image(address.trim())?, source)))?;
    let alt = meta.all("twitter:image:alt").find_map(|(text, _)| alt(text));
    Some((LeadImage { url, width: None, height: None, alt }, source))
}

fn json_ld(json: &JsonLd, base: &BaseUrl) -> Option<Stated<LeadImage>> {
    let found = json.images.iter().find_map(|image| {
        Some(LeadImage {
            url: base.resolve_image(&image.address)?,
            width: image.width.as_deref().and_then(pixels),
            height: image.height.as_deref().and_then(pixels),
            alt: image.alt.as_deref().and_then(alt),
        })
    })?;
    Some((found, Source::JsonLd))
}

fn linked(tree: &Tree, base: &BaseUrl) -> Option<Stated<LeadImage>> {
    let url = links(tree, "image_src").find_map(|(_, address)| base.resolve_image(address.trim()))?;
    Some((LeadImage { url, width: None, height: None, alt: None }, Source::Link("image_src")))
}

/// Returns the `<img>` that shows the image at an address.
fn same_image(tree: &Tree, base: &BaseUrl, url: &SafeUrl) -> Option<NodeId> {
    // It takes time to resolve the addresses of all images. Equal addresses end with the same file
    // name, so the file name is compared first.
    let path = url.as_str().split(['?', '#']).next()?;
    let name = path.rsplit('/').next().filter(|name| !name.is_empty())?;
    let shows = |address: &str| address.contains(name) && base.resolve_image(address).is_some_and(|own| own == *url);
    tree.descendants(tree.body(), Tag::IMG)
        .find(|&img| ["src", "data-src"].iter().any(|attribute| tree.attr(img, attribute).is_some_and(shows)))
}

fn alt(text: &str) -> Option<String> {
    Some(cap(plain(text), MAX_TITLE_CHARS)).filter(|text| !text.is_empty())
}

/// Parses a length in pixels: `640`, `640px`.
fn pixels(text: &str) -> Option<u32> {
    let text = text.trim();
    let number = text.strip_suffix("px").unwrap_or(text).parse().ok()?;
    (1..=MAX_IMAGE_PIXELS).contains(&number).then_some(number)
}

/// Returns the site's icon: the largest `<link rel=icon>`, or else the icon for a phone's home screen.
pub(super) fn favicon(tree: &Tree, base: &BaseUrl) -> Option<Stated<SafeUrl>> {
    ["icon", "apple-touch-icon", "apple-touch-icon-precomposed"].into_iter().find_map(|relation| {
        let mut best: Option<(u32, SafeUrl)> = None;
        for (link, address) in links(tree, relation) {
            let size = icon_size(tree.attr(link, "sizes").unwrap_or_default());
            if best.as_ref().is_none_or(|(known, _)| size > *known)
                && let Some(url) = base.resolve_image(address.trim())
            {
                best = Some((size, url));
            }
        }
        best.map(|(_, url)| (url, Source::Link(relation)))
    })
}

/// Returns the width of an icon from sizes such as `32x32 16x16`. The size `any` of a vector image
/// counts as the largest.
fn icon_size(sizes: &str) -> u32 {
    let width = |size: &str| match size.to_ascii_lowercase().as_str() {
        "any" => u32::MAX,
        size => size.split('x').next().and_then(pixels).unwrap_or(0),
    };
    sizes.split_ascii_whitespace().map(width).max().unwrap_or(0)
}

/// Returns the `<link>` elements with a relation, each with its address.
pub(super) fn links<'a>(tree: &'a Tree, relation: &'a str) -> impl Iterator<Item = (NodeId, &'a str)> {
    tree.descendants(tree.root(), Tag::LINK).filter_map(move |link| {
        let relations = tree.attr(link, "rel")?;
        let own = relations.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case(relation));
        Some((link, tree.attr(link, "href").filter(|_| own)?))
    })
}
