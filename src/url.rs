//! URLs that are safe to put into an output.
//!
//! A page chooses the text of its links, so this module stops `javascript:` and similar schemes. A URL is parsed and
//! serialised as a browser does it (the WHATWG URL standard, implemented by the `url` crate), never matched as a
//! string. Then its scheme is checked against a closed list. Characters that RFC 3986 does not allow are
//! percent-encoded. So no renderer has to deal with quotes, brackets, backslashes or spaces in a URL.

use crate::limits::{MAX_BASE_URL_BYTES, MAX_URL_BYTES};
use url::Url;

/// An absolute URL with an allowed scheme, serialised by the WHATWG URL standard. Only [`BaseUrl`] creates it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Returns the URL's text: ASCII, at most [`MAX_URL_BYTES`], without spaces, control characters and ``" ' < > \ ^ `
    /// { | }``.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn new(serialised: &str) -> Option<SafeUrl> {
        let mut text = String::with_capacity(serialised.len());
        for byte in serialised.bytes() {
            match byte {
                b'"' | b'\'' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => push_encoded(&mut text, byte),
                b'!'..=b'~' => text.push(char::from(byte)),
                _ => push_encoded(&mut text, byte),
            }
        }
        (text.len() <= MAX_URL_BYTES).then_some(SafeUrl(text))
    }
}

/// The base of a page's relative URLs. The default has no address.
///
/// ```
/// use unchaff::url::BaseUrl;
/// let base = BaseUrl::new(Some("https://example.com/news/today.html"), None);
/// assert_eq!(base.resolve("../about").unwrap().as_str(), "https://example.com/about");
/// assert_eq!(base.resolve("javascript:alert(1)"), None);
/// assert_eq!(BaseUrl::default().resolve("../about"), None);
/// ```
#[derive(Debug, Clone, Default)]
pub struct BaseUrl {
    base: Option<Url>,
    page: Option<SafeUrl>,
}

impl BaseUrl {
    /// Creates a base from the page's own address and the `href` of its first `<base>`, which is
    /// resolved against the address. Either may be missing. An address that is not a valid http or
    /// https URL, or that is longer than [`MAX_BASE_URL_BYTES`] without its query, counts as
    /// missing.
    pub fn new(page_url: Option<&str>, base_href: Option<&str>) -> BaseUrl {
        let own = page_url.and_then(|raw| BaseUrl::default().resolve(raw));
        let mut found = BaseUrl { base: page_url.and_then(|raw| BaseUrl::default().join_base(raw)), page: own };
        if let Some(base) = base_href.and_then(|raw| found.join_base(raw)) {
            found.base = Some(base);
        }
        found
    }

    /// Returns the page's own address with its query, if it is known.
    pub fn page(&self) -> Option<&SafeUrl> {
        self.page.as_ref()
    }

    /// Resolves the target of a link to an absolute URL: http, https, mailto or tel.
    ///
    /// Returns `None` for any other scheme, for a relative URL if the page's address is unknown, for a URL that is too
    /// long, and for a link into the page itself (`#note` or empty), because ids are not kept.
    pub fn resolve(&self, raw: &str) -> Option<SafeUrl> {
        let raw = strip(raw);
        if raw.is_empty() || raw.starts_with('#') {
            return None;
        }
        let url = self.join(&raw)?;
        let allowed = match url.scheme() {
            "http" | "https" => true,
            "mailto" | "tel" => !url.path().is_empty() || url.has_host(),
            _ => false,
        };
        if allowed { SafeUrl::new(url.as_str()) } else { None }
    }

    /// Resolves the source of an image to an absolute URL: http, https, or `data:` with a PNG,
    /// JPEG, GIF, WebP or AVIF image in base64. SVG is never allowed, because it can contain
    /// scripts. Returns `None` in the same cases as [`BaseUrl::resolve`].
    pub fn resolve_image(&self, raw: &str) -> Option<SafeUrl> {
        let raw = strip(raw);
        if raw.is_empty() || raw.starts_with('#') {
            return None;
        }
        if let Some((scheme, rest)) = raw.split_at_checked("data:".len())
            && scheme.eq_ignore_ascii_case("data:")
        {
            return data_image(rest);
        }
        let url = self.join(&raw)?;
        if is_http(&url) { SafeUrl::new(url.as_str()) } else { None }
    }

    fn join(&self, raw: &str) -> Option<Url> {
        if raw.len() > MAX_URL_BYTES {
            return None;
        }
        let mut url = match &self.base {
            Some(base) => base.join(raw).ok()?,
            // `//host/path` has a host and lacks only the scheme, so it can be resolved without a
            // base.
            None if raw.starts_with("//") => Url::parse(&format!("https:{raw}")).ok()?,
            None => Url::parse(raw).ok()?,
        };
        if is_http(&url) {
            // A password does not belong in an article, and `https://bank.example@evil.example/` is misleading.
            url.set_username("").ok()?;
            url.set_password(None).ok()?;
        }
        Some(url)
    }

    fn join_base(&self, raw: &str) -> Option<Url> {
        let mut url = self.join(&strip(raw)).filter(is_http)?;
        // A relative URL never inherits the query or fragment, except for the empty URL and `#x`, which are not
        // resolved.
        url.set_query(None);
        url.set_fragment(None);
        (url.as_str().len() <= MAX_BASE_URL_BYTES).then_some(url)
    }
}

/// Returns `true` if a URL does not need a base.
pub(crate) fn is_absolute(url: &str) -> bool {
    Url::parse(url).is_ok()
}

fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// Removes the characters that a browser's URL parser removes: tabs and newlines anywhere, spaces
/// and control characters at both ends.
fn strip(raw: &str) -> String {
    raw.trim_matches(|c| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

/// Parses the rest of a `data:` URL after the colon: `image/png;base64,iVBO…`.
fn data_image(rest: &str) -> Option<SafeUrl> {
    if rest.len() > MAX_URL_BYTES {
        return None;
    }
    let (media_type, payload) = rest.split_once(',')?;
    let media_type = media_type.to_ascii_lowercase();
    let format = media_type.strip_suffix(";base64")?.strip_prefix("image/")?;
    let payload: String = payload.chars().filter(|&c| c != ' ').collect();
    let is_base64 = payload.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='));
    if matches!(format, "png" | "jpeg" | "gif" | "webp" | "avif") && is_base64 && !payload.is_empty() {
        SafeUrl::new(&format!("data:image/{format};base64,{payload}"))
    } else {
        None
    }
}

fn push_encoded(text: &mut String, byte: u8) {
    text.push('%');
    for digit in [byte >> 4, byte & 15] {
        text.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.com/news/2024/story.html?id=7#top";

    fn link(raw: &str) -> Option<String> {
        BaseUrl::new(Some(PAGE), None).resolve(raw).map(|url| url.as_str().to_owned())
    }

    fn image(raw: &str) -> Option<String> {
        BaseUrl::new(Some(PAGE), None).resolve_image(raw).map(|url| url.as_str().to_owned())
    }

    /// The link as written, and the expected result on [`PAGE`].
    const LINKS: &[(&str, Option<&str>)] = &[
        ("https://a.example", Some("https://a.example/")),
        ("HTTP://A.EXAMPLE:80/x/../y", Some("http://a.example/y")),
        ("other.html", Some("https://example.com/news/2024/other.html")),
        ("/root", Some("https://example.com/root")),
        ("?page=2", Some("https://example.com/news/2024/story.html?page=2")),
        ("../../../../up", Some("https://example.com/up")),
        ("//cdn.example/a", Some("https://cdn.example/a")),
        ("\\\\cdn.example\\a", Some("https://cdn.example/a")),
        ("  /spaced \n", Some("https://example.com/spaced")),
        ("/a\nb\tc\r", Some("https://example.com/abc")),
        ("/a b", Some("https://example.com/a%20b")),
        ("/tin-tức/hà-nội", Some("https://example.com/tin-t%E1%BB%A9c/h%C3%A0-n%E1%BB%99i")),
        ("https://việt.example/", Some("https://xn--vit-5kz.example/")),
        ("https://例え.テスト/", Some("https://xn--r8jz45g.xn--zckzah/")),
        ("/q?a='x'&b=\"y\"&c=<z>", Some("https://example.com/q?a=%27x%27&b=%22y%22&c=%3Cz%3E")),
        ("/p'q`r|s{t}^u", Some("https://example.com/p%27q%60r%7Cs%7Bt%7D%5Eu")),
        ("/f#a'b`c<d>\\", Some("https://example.com/f#a%27b%60c%3Cd%3E%5C")),
        ("/q?a\\b", Some("https://example.com/q?a%5Cb")),
        ("/wiki/Ohm_(unit)?x[]=1", Some("https://example.com/wiki/Ohm_(unit)?x[]=1")),
        ("https://user:secret@a.example/x", Some("https://a.example/x")),
        ("https://bank.example@evil.example/", Some("https://evil.example/")),
        ("//user@a.example/", Some("https://a.example/")),
        ("mailto:an@example.com?subject=Xin chào", Some("mailto:an@example.com?subject=Xin%20ch%C3%A0o")),
        ("mailto:\"><b>'@x", Some("mailto:%22%3E%3Cb%3E%27@x")),
        ("tel:+84 24 1234", Some("tel:+84%2024%201234")),
        ("mailto:", None),
        ("tel:", None),
        ("", None),
        (" \t\n", None),
        ("#note", None),
        (" \n#note", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        (" \u{1}javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("java\tscript\r:alert(1)", None),
        ("javascript://example.com/%0Aalert(1)", None),
        ("vbscript:msgbox(1)", None),
        ("data:text/html,<script>alert(1)</script>", None),
        ("data:image/png;base64,iVBORw0KGgo=", None),
        ("blob:https://example.com/1", None),
        ("file:///etc/passwd", None),
        ("ftp://a.example/", None),
        ("filesystem:https://example.com/x", None),
        ("view-source:https://example.com/", None),
        ("about:blank", None),
        ("intent://x#Intent;end", None),
        ("chrome://settings", None),
        ("https://", None),
        ("https://a b/", None),
        ("https://a.example:99999/", None),
        ("http://[::1", None),
        // A browser finds no scheme here, so this is a path.
        ("&#106;avascript:alert(1)", Some("https://example.com/news/2024/&#106;avascript:alert(1)")),
        ("javascript&colon;alert(1)", Some("https://example.com/news/2024/javascript&colon;alert(1)")),
        ("\u{a0}javascript:alert(1)", Some("https://example.com/news/2024/%C2%A0javascript:alert(1)")),
    ];

    #[test]
    fn links_become_absolute_or_nothing() {
        for &(raw, expected) in LINKS {
            assert_eq!(link(raw).as_deref(), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_safe_url_resolves_to_itself() {
        for url in LINKS.iter().filter_map(|&(raw, _)| link(raw)) {
            assert_eq!(link(&url).as_ref(), Some(&url));
            assert!(url.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b)), "{url}");
        }
    }

    #[test]
    fn images_are_http_or_bitmaps() {
        let png = "data:image/png;base64,iVBORw0KGgo=";
        let cases = [
            ("a.jpg", Some("https://example.com/news/2024/a.jpg")),
            ("//cdn.example/a.jpg", Some("https://cdn.example/a.jpg")),
            (png, Some(png)),
            ("DATA:IMAGE/PNG;BASE64,iVBO\nRw0 KGgo=", Some(png)),
            ("data:image/webp;base64,UklGRg==", Some("data:image/webp;base64,UklGRg==")),
            ("data:image/png,raw", None),
            ("data:image/png;base64,", None),
            ("data:image/png;base64,a\"b", None),
            ("data:image/png;base64,a%22b", None),
            ("data:image/svg+xml;base64,PHN2Zz4=", None),
            ("data:image/png;x=image/svg+xml;base64,PHN2Zz4=", None),
            ("data:text/html;base64,PHN2Zz4=", None),
            ("mailto:an@example.com", None),
            ("javascript:alert(1)", None),
            ("blob:https://example.com/1", None),
            ("", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(image(raw).as_deref(), expected, "{raw:?}");
        }
    }

    #[test]
    fn a_base_href_resolves_against_the_page() {
        // The page, the base's href, the expected result of `x`.
        let cases = [
            (None, None, None),
            (None, Some("https://b.example/d/"), Some("https://b.example/d/x")),
            (None, Some("/d/"), None),
            (None, Some("//b.example/d/"), Some("https://b.example/d/x")),
            (Some(PAGE), Some("/d/"), Some("https://example.com/d/x")),
            (Some(PAGE), Some("http://b.example"), Some("http://b.example/x")),
            (Some(PAGE), Some("javascript:alert(1)//"), Some("https://example.com/news/2024/x")),
            (Some(PAGE), Some("data:text/html,"), Some("https://example.com/news/2024/x")),
            (Some(PAGE), Some("https://"), Some("https://example.com/news/2024/x")),
            (Some("file:///home/an/page.html"), None, None),
            (Some("about:blank"), Some("/d/"), None),
            (Some("example.com/a"), None, None),
            (Some("https://user:secret@example.com/"), None, Some("https://example.com/x")),
        ];
        for (page, href, expected) in cases {
            let found = BaseUrl::new(page, href).resolve("x");
            assert_eq!(found.as_ref().map(SafeUrl::as_str), expected, "{page:?} {href:?}");
        }
    }

    #[test]
    fn absolute_urls_need_no_base() {
        let base = BaseUrl::default();
        assert_eq!(base.resolve("//a.example/x").unwrap().as_str(), "https://a.example/x");
        assert_eq!(base.resolve("mailto:an@example.com").unwrap().as_str(), "mailto:an@example.com");
        assert_eq!(base.resolve("a.example/x"), None);
    }

    #[test]
    fn long_urls_are_dropped() {
        let fits = format!("https://a.example/{}", "x".repeat(MAX_URL_BYTES - 18));
        assert_eq!(link(&fits).as_deref(), Some(fits.as_str()));
        assert_eq!(link(&(fits + "x")), None);
        assert_eq!(link(&format!("/{}", "ế".repeat(MAX_URL_BYTES / 4))), None, "too long once encoded");
        assert_eq!(image(&format!("data:image/png;base64,{}", "A".repeat(MAX_URL_BYTES))), None);
        let base = format!("https://b.example/{}/", "x".repeat(MAX_BASE_URL_BYTES));
        assert_eq!(BaseUrl::new(Some(&base), None).resolve("x"), None);
        let query = format!("https://b.example/?{}", "x".repeat(MAX_BASE_URL_BYTES));
        assert!(BaseUrl::new(Some(&query), None).resolve("x").is_some());
    }

    #[test]
    fn an_image_in_an_address_may_be_as_long_as_any_address() {
        let start = "image/png;base64,";
        let long = |length: usize| format!("{start}{}", "A".repeat(length - start.len()));
        assert_eq!(data_image(&long(MAX_URL_BYTES - "data:".len())).map(|url| url.as_str().len()), Some(MAX_URL_BYTES));
        assert_eq!(data_image(&long(MAX_URL_BYTES)), None);
    }
}
