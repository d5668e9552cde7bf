//! The article's subjects, and who may read and use it: section, tags, licence, paywall.

use super::byline_zone::Area;
use super::image::links;
use super::json_ld::JsonLd;
use super::meta_tags::{self, MetaTags};
use super::source::{Source, Stated};
use super::text::{fold, plain};
use crate::limits::{MAX_NAME_CHARS, MAX_TAGS};
use crate::tree::{Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};

pub(super) fn section(meta: &MetaTags, json: &JsonLd) -> Option<Stated<String>> {
    let json = json.section.clone().map(|name| (name, Source::JsonLd));
    let metas = meta.in_order(meta_tags::SECTIONS).map(|(name, source)| (plain(name), source));
    json.into_iter().chain(metas).find(|(name, _)| is_label(name))
}

/// Returns the tags of the first source that has any.
pub(super) fn tags(tree: &Tree, area: &Area, meta: &MetaTags, json: &JsonLd) -> Option<Stated<Vec<String>>> {
    let metas = |names: &'static [&'static str]| {
        names.iter().map(|name| {
            let values = meta.all(name).take(MAX_TAGS).map(|(value, _)| plain(value)).collect();
            (values, Source::Meta(name))
        })
    };
    let linked = || {
        let tags = area.near.iter().chain(&area.rest).filter(|&&id| {
            tree.tag(id) == Tag::A
                && tree.attr(id, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|name| name == "tag"))
        });
        (tags.take(MAX_TAGS).map(|&id| plain(&tree.text_content(id))).collect(), Source::Link("tag"))
    };
    // Keywords for search engines come last, because they include keywords of the whole site.
    let (first, last) = meta_tags::TAGS.split_at(2);
    metas(first)
        .chain([(json.tags.clone(), Source::JsonLd)])
        .chain(std::iter::once_with(linked))
        .chain(metas(last))
        .map(|(values, source): Stated<Vec<String>>| (labels(&values), source))
        .find(|(tags, _)| !tags.is_empty())
}

/// Returns the labels in values. A value may hold several labels between commas. Each label is
/// returned once.
fn labels(values: &[String]) -> Vec<String> {
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for label in values.iter().flat_map(|value| value.split([',', ';', '，', '、', '|'])).map(str::trim) {
        let folded = fold(label);
        if is_label(label) && !folded.is_empty() && !seen.contains(&folded) {
            seen.push(folded);
            found.push(label.trim_start_matches('#').to_owned());
            if found.len() == MAX_TAGS {
                break;
            }
        }
    }
    found
}

fn is_label(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_NAME_CHARS && !text.contains("://")
}

pub(super) fn license(tree: &Tree, json: &JsonLd, base: &BaseUrl) -> Option<Stated<SafeUrl>> {
    let json = json.license.as_deref().map(|address| (address, Source::JsonLd));
    let heads = links(tree, "license").map(|(_, address)| address);
    let shown = tree.descendants(tree.body(), Tag::A).filter_map(|link| {
        let own = tree.attr(link, "rel")?.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case("license"));
        tree.attr(link, "href").filter(|_| own)
    });
    let linked = heads.chain(shown).map(|address| (address, Source::Link("license")));
    json.into_iter()
        .chain(linked)
        .filter_map(|(address, source)| Some((base.resolve(address.trim())?, source)))
        .find(|(url, _)| url.as_str().starts_with("http"))
}

/// Returns `true` if everyone may read the article, `false` if not, and `None` if the page does not
/// say. `article:content_tier` is `free`, `metered` or `locked`. With a meter, only some people can
/// read the article.
pub(super) fn is_free(meta: &MetaTags, json: &JsonLd) -> Option<Stated<bool>> {
    let tier = || {
        meta.all("article:content_tier").find_map(|(tier, source)| match tier.trim().to_ascii_lowercase().as_str() {
            "free" => Some((true, source)),
            "metered" | "locked" => Some((false, source)),
            _ => None,
        })
    };
    json.is_free.map(|free| (free, Source::JsonLd)).or_else(tier)
}
