//! Reads an image: chooses one of its addresses and determines the purpose of the image.

use super::content::collapse;
use super::drop_cap::is_drop_cap_element;
use super::icon::is_face;
use crate::document::Image;
use crate::tree::{NodeId, Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};

/// An `img` in the form in which it goes into the article.
pub(super) enum FoundImage {
    /// A picture. `large` is `true` if the page says that it is larger than an icon or a formula.
    Picture { image: Image, large: bool },
    /// A character drawn as an image: an emoji, or the first letter of a paragraph.
    Text(String),
}

/// Reads an `img`. Returns `None` for tracking pixels and for images without a usable address.
pub(super) fn read(tree: &Tree, img: NodeId, base: &BaseUrl) -> Option<FoundImage> {
    let alt = collapse(tree.attr(img, "alt").unwrap_or_default());
    if !alt.is_empty() && alt.chars().count() <= MAX_FACE_CHARACTERS && is_face(tree, img) {
        return Some(FoundImage::Text(alt));
    }
    if alt.chars().count() == 1 && alt.chars().all(char::is_uppercase) && is_drop_cap_element(tree, img) {
        return Some(FoundImage::Text(alt));
    }
    if stands_in_for_another(tree, img) {
        return None;
    }
    let sides = [pixels(tree, img, "width"), pixels(tree, img, "height")];
    if sides.iter().flatten().any(|&side| side <= MAX_TRACKING_PIXELS) {
        return None;
    }
    let large = sides.iter().flatten().next().is_some() && sides.iter().flatten().all(|&side| side > MAX_ICON_PIXELS);
    Some(FoundImage::Picture { image: Image { url: address(tree, img, base)?, alt, size: size(sides) }, large })
}

/// Longest name of a face: `:slightly_smiling_face:`.
const MAX_FACE_CHARACTERS: usize = 24;

/// Returns `true` if an image is a placeholder that a script replaces. The real image is in the
/// `noscript` right after it.
fn stands_in_for_another(tree: &Tree, img: NodeId) -> bool {
    let outside = tree.parent(img).filter(|&parent| tree.tag(parent) == Tag::PICTURE).unwrap_or(img);
    let next = tree.siblings_after(outside).find(|&id| !tree.is_blank_text(id));
    let Some(noscript) = next.filter(|&next| tree.tag(next) == Tag::NOSCRIPT) else { return false };
    let mut children = tree.children(noscript).filter(|&child| !tree.is_blank_text(child));
    let only = children.next().filter(|_| children.next().is_none());
    let is_picture = |id: NodeId| matches!(tree.tag(id), Tag::IMG | Tag::PICTURE);
    let replaced = || tree.attr(img, "src").is_none_or(is_small_copy);
    only.is_some_and(is_picture) && replaced()
}

/// Returns `true` if an address leads to a small copy: one of its numbers is the width of a
/// thumbnail.
fn is_small_copy(src: &str) -> bool {
    const STAMP_PIXELS: u32 = 100;
    let query = src.split_once('?').map_or("", |(_, query)| query);
    let is_width = |name: &str| matches!(name, "w" | "width" | "wid" | "h" | "height" | "resize" | "size");
    let is_small = |value: &str| {
        let digits = value.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
        digits.and_then(|digits| digits.parse().ok()).is_some_and(|pixels: u32| pixels <= STAMP_PIXELS)
    };
    query.split('&').filter_map(|pair| pair.split_once('=')).any(|(name, value)| is_width(name) && is_small(value))
}

/// Largest side of a tracking pixel, which shows nothing.
const MAX_TRACKING_PIXELS: u32 = 2;

/// Largest side of an image that is part of a line of text, in pixels.
const MAX_ICON_PIXELS: u32 = 64;

/// Widest candidate of a `srcset` that is taken, in pixels. This is enough for a screen of double
/// density and an article of usual width.
const MAX_CANDIDATE_WIDTH: u32 = 1600;

/// Attributes in which lazy-loading scripts keep the address, the most common first.
const LAZY_SRC: &[&str] = &[
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-hi-res-src",
    "data-actualsrc",
    "data-echo",
    "data-lazyload",
    "data-img-src",
    "data-image-src",
    "data-orig-src",
    "data-lazy-original",
];

/// Attributes that may hold the address or something else. They are read only if there is no other
/// address.
const DOUBTFUL_SRC: &[&str] = &["data-url", "data-image", "data-img-url", "data-full-src", "data-large-file"];

/// Attributes in which lazy-loading scripts keep the `srcset`, the most common first.
const LAZY_SRCSET: &[&str] = &["data-srcset", "data-lazy-srcset", "data-original-set"];

/// Returns the first address that is safe and not a placeholder. The order: `srcset`, which
/// browsers show; attributes of lazy loading; `src`, which may hold a placeholder if one of the
/// others exists; the other sources of a `picture`, which often have newer formats.
fn address(tree: &Tree, img: NodeId, base: &BaseUrl) -> Option<SafeUrl> {
    let from_srcset = |node: NodeId, names: &[&str]| {
        names.iter().filter_map(|name| tree.attr(node, name)).find_map(|srcset| best_candidate(srcset, base))
    };
    let usable = |raw: &str| base.resolve_image(raw).filter(|url| !is_placeholder(url.as_str()));
    let src = tree.attr(img, "src");
    from_srcset(img, LAZY_SRCSET)
        .or_else(|| from_srcset(img, &["srcset"]))
        .or_else(|| LAZY_SRC.iter().filter_map(|name| tree.attr(img, name)).find_map(usable))
        .or_else(|| src.and_then(usable))
        .or_else(|| {
            let picture = tree.parent(img).filter(|&parent| tree.tag(parent) == Tag::PICTURE)?;
            let mut sources = tree.children(picture).filter(|&child| tree.tag(child) == Tag::SOURCE);
            sources.find_map(|source| from_srcset(source, LAZY_SRCSET).or_else(|| from_srcset(source, &["srcset"])))
        })
        .or_else(|| DOUBTFUL_SRC.iter().filter_map(|name| tree.attr(img, name)).find_map(usable))
        .or_else(|| tree.attrs(img).filter(|&(_, value)| names_picture(value)).find_map(|(_, value)| usable(value)))
        .or_else(|| src.filter(|src| src.len() > MAX_PLACEHOLDER_DATA).and_then(|src| base.resolve_image(src)))
}

/// Returns `true` if an attribute's value is the address of an image file, judged by its extension. Some lazy-loading
/// scripts use attributes with names of their own.
fn names_picture(value: &str) -> bool {
    const EXTENSIONS: [&str; 8] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg", "bmp"];
    let path = value.trim().split(['?', '#']).next().unwrap_or_default();
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    !path.contains(char::is_whitespace) && EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// Adds an image to those beside it, unless it is a copy of the last one. Many pages show a small
/// or blurred copy until the image is loaded. Of two copies, the wider one is kept. If that is
/// unknown, the later one is kept.
pub(super) fn push_distinct(images: &mut Vec<Image>, image: Image) {
    match images.last_mut() {
        Some(last) if is_copy(last, &image) => prefer(last, image),
        _ => images.push(image),
    }
}

/// Replaces a copy of an image by another copy, if that one is better.
pub(super) fn prefer(shown: &mut Image, copy: Image) {
    let width = |image: &Image| image.size.map(|(width, _)| width);
    let is_better = width(shown).is_none_or(|shown| width(&copy).is_none_or(|copy| copy >= shown));
    if shown.url != copy.url && is_better {
        let alt = std::mem::take(&mut shown.alt);
        *shown = copy;
        shown.alt = if shown.alt.is_empty() { alt } else { std::mem::take(&mut shown.alt) };
    }
}

/// Returns `true` if two images are the same: they have one address, or are one file in two sizes.
pub(super) fn is_copy(a: &Image, b: &Image) -> bool {
    /// Minimum number of bytes of a file name that identifies an image. Shorter names are used for many files.
    const UNIQUE_NAME_BYTES: usize = 16;
    let (one, other) = (file(a.url.as_str()), file(b.url.as_str()));
    a.url == b.url || (one == other && one.len() >= UNIQUE_NAME_BYTES)
}

fn file(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.rsplit('/').next().unwrap_or(path)
}

/// Longest `data:` image that is a placeholder, in characters: an empty or blurred image.
const MAX_PLACEHOLDER_DATA: usize = 1024;

fn is_placeholder(raw: &str) -> bool {
    let raw = raw.trim();
    if raw.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
        return true;
    }
    let path = raw.split(['?', '#']).next().unwrap_or(raw);
    let file = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let name = file.split('.').next().unwrap_or(&file);
    matches!(
        name,
        "" | "1x1"
            | "blank"
            | "clear"
            | "empty"
            | "grey"
            | "gray"
            | "lazy"
            | "lazyload"
            | "loading"
            | "pixel"
            | "placeholder"
            | "spacer"
            | "trans"
            | "transparent"
            | "transp"
    )
}

/// Returns the widest candidate of a `srcset` up to [`MAX_CANDIDATE_WIDTH`]. If all are wider,
/// returns the narrowest one. For densities (`2x`), returns the highest. Splits as the HTML
/// standard does, because addresses may contain commas.
fn best_candidate(srcset: &str, base: &BaseUrl) -> Option<SafeUrl> {
    let mut best: Option<(u32, &str)> = None;
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (url, after) = rest.split_at(end);
        let bare = url.trim_end_matches(',');
        let (descriptor, after) =
            if bare.len() < url.len() { ("", after) } else { after.split_once(',').unwrap_or((after, "")) };
        rest = after;
        let descriptor = descriptor.split_ascii_whitespace().next().unwrap_or_default();
        if is_placeholder(bare) {
            continue;
        }
        let value = descriptor.strip_suffix(['w', 'x']).and_then(hundredths).unwrap_or(100);
        if best.is_none_or(|(width, _)| is_better(value, width)) {
            best = Some((value, bare));
        }
    }
    base.resolve_image(best?.1)
}

/// Parses a number with up to two decimals and multiplies it by 100: `1.5` becomes 150.
fn hundredths(number: &str) -> Option<u32> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let decimals: u32 = format!("{decimals:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(decimals)
}

/// Returns `true` if a candidate is better than another one. Both numbers are in hundredths.
fn is_better(value: u32, than: u32) -> bool {
    let most = MAX_CANDIDATE_WIDTH * 100;
    if than > most { value < than } else { value > than && value <= most }
}

/// Returns width and height if both are known and plausible for a screen.
fn size(sides: [Option<u32>; 2]) -> Option<(u32, u32)> {
    const MAX_SIDE: u32 = 20_000;
    match sides {
        [Some(width), Some(height)] if width.max(height) <= MAX_SIDE => Some((width, height)),
        _ => None,
    }
}

fn pixels(tree: &Tree, img: NodeId, side: &str) -> Option<u32> {
    let value = tree.attr(img, side)?.trim();
    value.strip_suffix("px").unwrap_or(value).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_a_candidate() {
        let base = BaseUrl::new(Some("https://a.example/x/"), None);
        let cases = [
            ("s.jpg 320w, m.jpg 1200w, l.jpg 2400w", Some("https://a.example/x/m.jpg")),
            ("l.jpg 4000w, m.jpg 2000w", Some("https://a.example/x/m.jpg")),
            ("a.jpg, b.jpg 2x", Some("https://a.example/x/b.jpg")),
            ("s.jpg 320w 200h, m.jpg 1200w 800h", Some("https://a.example/x/m.jpg")),
            ("a.jpg 1.5x,b.jpg 1x", Some("https://a.example/x/a.jpg")),
            ("/i/w_300,h_200/a.jpg 300w, /i/w_900,h_600/a.jpg 900w", Some("https://a.example/i/w_900,h_600/a.jpg")),
            ("data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x", None),
            ("data:image/gif;base64,R0lGODlhAQABAAAAACw= 1000w, real.jpg 500w", Some("https://a.example/x/real.jpg")),
            ("javascript:alert(1) 2x", None),
            (" , ,", None),
            ("", None),
            ("a.jpg NaNw", Some("https://a.example/x/a.jpg")),
        ];
        for (srcset, expected) in cases {
            let found = best_candidate(srcset, &base);
            assert_eq!(found.as_ref().map(SafeUrl::as_str), expected, "{srcset}");
        }
    }
}
