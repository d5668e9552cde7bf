//! JSON-LD: what a page tells search engines about its article, in schema.org's vocabulary.
//!
//! The scripts are untrusted page data. They are often not valid JSON (raw line breaks in strings, comments, trailing
//! commas). They are sometimes about other things than the article (breadcrumbs, cards of related articles, products).
//! The parser limits the depth of nesting, `MAX_JSON_LD_BYTES` limits the size, and the walk has a stack of its own.

use super::text::plain;
use crate::entities::decode_text;
use crate::limits::{MAX_AUTHORS, MAX_JSON_LD_BYTES, MAX_TAGS};
use crate::tree::{Tag, Tree};
use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// What the scripts say about the page's article. Texts are plain. Empty ones are left out.
#[derive(Debug, Default)]
pub(super) struct JsonLd {
    pub headlines: Vec<String>,
    pub authors: Vec<String>,
    /// The names of authors and publishers that are organizations by their type.
    pub organizations: Vec<String>,
    pub is_article: bool,
    /// `true` if the object is a post in a discussion. The author is then an account.
    pub is_discussion: bool,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub publisher: Option<String>,
    /// The organization on whose behalf the author wrote.
    pub source: Option<String>,
    pub site_name: Option<String>,
    pub description: Option<String>,
    pub images: Vec<JsonImage>,
    pub section: Option<String>,
    pub tags: Vec<String>,
    pub license: Option<String>,
    /// `true` if everyone may read the whole article without paying.
    pub is_free: Option<bool>,
    pub language: Option<String>,
    pub url: Option<String>,
}

/// An image's address, with the properties of its object.
#[derive(Debug, Default, PartialEq)]
pub(super) struct JsonImage {
    pub address: String,
    pub width: Option<String>,
    pub height: Option<String>,
    pub alt: Option<String>,
}

/// Types of objects about one text. The types that most certainly describe the page's own text come
/// first: schema.org's `Article` with its subtypes, similar types, then the page itself.
const ARTICLE_TYPES: &[&str] = &[
    "Article",
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "DiscussionForumPosting",
    "LiveBlogPosting",
    "MedicalScholarlyArticle",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "Review",
    "ReviewNewsArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "TechArticle",
    "HowTo",
    "Recipe",
    "CreativeWork",
];
const DISCUSSION_TYPES: &[&str] = &["DiscussionForumPosting", "SocialMediaPosting", "Question"];
const PAGE_TYPES: &[&str] = &["WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "MedicalWebPage"];

/// Maximum number of objects that describe one article. Real pages have two or three. Each
/// reference to a name costs a search through all objects.
const MAX_DESCRIPTIONS: usize = 8;

impl JsonLd {
    /// Reads all `application/ld+json` scripts of the page.
    pub(super) fn read(tree: &Tree) -> JsonLd {
        let roots = parse_scripts(tree);
        let objects = objects(&roots);
        // A question of a FAQ has no author.
        let asked = |object: &Object| has_type(object, &["Question"]) && object.contains_key("author");
        let articles: Vec<&Object> =
            objects.iter().copied().filter(|o| has_type(o, ARTICLE_TYPES) || asked(o)).collect();
        let pages = objects.iter().copied().filter(|o| has_type(o, PAGE_TYPES));
        let mut found = JsonLd::default();
        // The first article describes the page. A later one with the same headline is a second
        // description, which fills gaps.
        let first = articles.first().copied();
        found.is_article = first.is_some();
        found.is_discussion = first.is_some_and(|o| has_type(o, DISCUSSION_TYPES));
        let same =
            articles.iter().copied().skip(1).filter(|other| first.is_some_and(|f| headline(f) == headline(other)));
        for object in first.into_iter().chain(same).chain(pages).take(MAX_DESCRIPTIONS) {
            found.fill(object, &objects);
        }
        let site = objects.iter().copied().find(|o| has_type(o, &["WebSite"]));
        found.site_name = site.and_then(|site| text(site, "name").or_else(|| text(site, "alternateName")));
        found
    }

    /// Adds the properties that no earlier object gave.
    fn fill(&mut self, object: &Object, all: &[&Object]) {
        self.headlines.extend(["headline", "name", "alternativeHeadline"].iter().filter_map(|key| text(object, key)));
        if self.authors.is_empty() {
            self.authors = ["author", "creator"]
                .iter()
                .map(|key| names(object.get(*key), all, MAX_AUTHORS))
                .find(|names| !names.is_empty())
                .unwrap_or_default();
        }
        for key in ["author", "creator", "publisher"] {
            let organizations = items(object.get(key)).filter(|item| is_organization(item, all));
            self.organizations.extend(organizations.flat_map(|item| names(Some(item), all, 1)));
        }
        fill(&mut self.published, || text(object, "datePublished").or_else(|| text(object, "dateCreated")));
        fill(&mut self.modified, || text(object, "dateModified"));
        fill(&mut self.publisher, || names(object.get("publisher"), all, 1).into_iter().next());
        fill(&mut self.source, || names(object.get("sourceOrganization"), all, 1).into_iter().next());
        fill(&mut self.description, || text(object, "description"));
        fill(&mut self.language, || text(object, "inLanguage"));
        fill(&mut self.section, || text(object, "articleSection"));
        fill(&mut self.license, || link(object.get("license")));
        if self.tags.is_empty() {
            self.tags = names(object.get("keywords"), all, MAX_TAGS);
        }
        if self.is_free.is_none() {
            self.is_free = items(object.get("isAccessibleForFree")).find_map(boolean);
        }
        fill(&mut self.url, || link(object.get("url")).or_else(|| link(object.get("mainEntityOfPage"))));
        if self.images.is_empty() {
            for key in ["image", "thumbnailUrl"] {
                self.images.extend(items(object.get(key)).filter_map(|value| image(value, all)));
            }
        }
    }
}

fn fill(slot: &mut Option<String>, value: impl FnOnce() -> Option<String>) {
    if slot.is_none() {
        *slot = value();
    }
}

/// Returns the page's JSON-LD, one value for each script. At most
/// [`crate::limits::MAX_JSON_LD_BYTES`] are read, and a script that is nearly JSON is repaired. The
/// strings are not made safe for output, unlike all other results of this crate.
pub fn parse_scripts(tree: &Tree) -> Vec<Value> {
    let mut left = MAX_JSON_LD_BYTES;
    let mut roots = Vec::new();
    for script in tree.descendants(tree.root(), Tag::SCRIPT) {
        let kind = tree.attr(script, "type").unwrap_or_default();
        if !kind.trim().to_ascii_lowercase().starts_with("application/ld+json") {
            continue;
        }
        let source = tree.text_content(script);
        let Some(rest) = left.checked_sub(source.len()) else { break };
        left = rest;
        // Some templates escape scripts like text.
        let read = serde_json::from_str(&source)
            .or_else(|_| serde_json::from_str(&repair(&source)))
            .or_else(|_| serde_json::from_str(&repair(&decode_text(&source))));
        // A script that is not JSON even after the repair is skipped.
        roots.extend(read.ok());
    }
    roots
}

/// Repairs text that is nearly JSON. Removes comments, trailing commas, text after the value, and the wrappers that
/// hide a script from old browsers. Replaces raw control characters in strings by spaces, and escapes quotation marks
/// inside strings.
fn repair(source: &str) -> String {
    let unwrapped = source.find(['{', '[']).map_or("", |start| {
        // The marker `<![CDATA[` contains a bracket, so it is removed before the search for the
        // value.
        let marker = "<![CDATA[";
        match source.find(marker) {
            Some(cdata) if cdata < start => {
                let inner = &source[cdata + marker.len()..];
                inner.find(['{', '[']).map_or("", |start| &inner[start..])
            }
            _ => &source[start..],
        }
    });
    let mut out = String::with_capacity(unwrapped.len());
    let (mut in_string, mut depth) = (false, 0usize);
    let mut chars = unwrapped.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if in_string => {
                out.push(c);
                out.extend(chars.next());
            }
            // A quotation mark closes a string only at the end or before a punctuation mark of
            // JSON.
            '"' if in_string && !closes(chars.clone()) => out.push_str("\\\""),
            '"' => {
                in_string = !in_string;
                out.push(c);
            }
            _ if in_string => out.push(if c.is_control() { ' ' } else { c }),
            '/' if chars.peek() == Some(&'/') => {
                chars.by_ref().find(|&c| c == '\n');
            }
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut previous = ' ';
                chars.by_ref().find(|&c| std::mem::replace(&mut previous, c) == '*' && c == '/');
            }
            '{' | '[' => {
                depth += 1;
                out.push(c);
            }
            '}' | ']' => {
                // White space is dropped outside strings, so a trailing comma is the last character.
                if out.ends_with(',') {
                    out.pop();
                }
                out.push(c);
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
            }
            _ if c.is_whitespace() || c == ';' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Returns `true` if the text after a quotation mark can follow a string in JSON.
fn closes(after: impl Iterator<Item = char>) -> bool {
    let next = after.into_iter().find(|c| !c.is_whitespace());
    next.is_none_or(|c| matches!(c, ',' | ':' | '}' | ']' | '/'))
}

/// Returns the objects that describe the page, in source order: the roots, and the objects in their arrays, graphs and
/// main entities. Objects under other properties are left out: comments, parts, lists of other articles.
fn objects(roots: &[Value]) -> Vec<&Object> {
    let mut found = Vec::new();
    let mut stack: Vec<&Value> = roots.iter().rev().collect();
    while let Some(value) = stack.pop() {
        match value {
            Value::Array(items) => stack.extend(items.iter().rev()),
            Value::Object(object) => {
                found.push(object);
                for key in ["mainEntityOfPage", "mainEntity", "@graph"] {
                    stack.extend(object.get(key));
                }
            }
            _ => {}
        }
    }
    found
}

fn has_type(object: &Object, types: &[&str]) -> bool {
    items(object.get("@type")).filter_map(Value::as_str).any(|name| {
        let name = name.rsplit(['/', ':']).next().unwrap_or(name);
        types.contains(&name)
    })
}

/// Returns the values of a property: the items of an array, or the single value.
fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (one, many) = match value {
        Some(Value::Array(items)) => (None, items.as_slice()),
        other => (other, [].as_slice()),
    };
    one.into_iter().chain(many)
}

/// Returns a property as plain text: a string, the first of several, or the value of `{"@value": ..}`. A number, such
/// as epoch seconds, becomes its digits.
fn text(object: &Object, key: &str) -> Option<String> {
    items(object.get(key)).find_map(|value| {
        // Some pages have an object for a person where a name should be.
        let value = ["@value", "name"].iter().find_map(|key| value.get(key)).unwrap_or(value);
        match value {
            Value::String(string) => Some(plain(string)).filter(|text| !text.is_empty()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    })
}

fn headline(object: &Object) -> Option<String> {
    text(object, "headline").or_else(|| text(object, "name"))
}

/// Returns at most `limit` names of persons, organizations or subjects, from strings, objects with a name, or
/// references by `@id` to another object.
fn names(value: Option<&Value>, all: &[&Object], limit: usize) -> Vec<String> {
    items(value)
        .take(limit)
        .filter_map(|item| match item {
            Value::String(name) => Some(plain(name)).filter(|name| !name.is_empty()),
            Value::Object(object) => {
                text(object, "name").or_else(|| referred(object, all, |other| text(other, "name")))
            }
            _ => None,
        })
        .collect()
}

/// Calls `said` for the objects that an object refers to by `@id`, and returns the first result.
fn referred<T>(object: &Object, all: &[&Object], said: impl Fn(&Object) -> Option<T>) -> Option<T> {
    let id = object.get("@id")?;
    all.iter().filter(|other| other.get("@id") == Some(id)).find_map(|other| said(other))
}

fn is_organization(item: &Value, all: &[&Object]) -> bool {
    let says = |object: &Object| has_type(object, &["Organization", "NewsMediaOrganization", "Corporation"]);
    let Some(object) = item.as_object() else { return false };
    says(object) || referred(object, all, |other| says(other).then_some(())).is_some()
}

/// Returns an address: a string, or an object's `url`, `contentUrl` or `@id`.
fn link(value: Option<&Value>) -> Option<String> {
    match items(value).next()? {
        Value::String(string) => Some(string.trim().to_owned()).filter(|string| !string.is_empty()),
        Value::Object(object) => link_of(object),
        _ => None,
    }
}

fn link_of(object: &Object) -> Option<String> {
    let first = |key: &str| items(object.get(key)).find_map(Value::as_str).map(str::trim).filter(|s| !s.is_empty());
    first("url").or_else(|| first("contentUrl")).or_else(|| first("@id")).map(str::to_owned)
}

/// Reads a boolean: `true`, `"True"`, `"http://schema.org/False"`.
fn boolean(value: &Value) -> Option<bool> {
    let word = match value {
        Value::Bool(said) => return Some(*said),
        Value::String(word) => word.rsplit('/').next()?.to_ascii_lowercase(),
        _ => return None,
    };
    match word.as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Reads an image: an address, an object with an address, or a reference by `@id` to such an
/// object.
fn image(value: &Value, all: &[&Object]) -> Option<JsonImage> {
    let has_address = |object: &Object| object.contains_key("url") || object.contains_key("contentUrl");
    let object = value.as_object().and_then(|object| {
        let other = all.iter().find(|other| has_address(other) && other.get("@id") == object.get("@id"));
        if has_address(object) { Some(object) } else { object.get("@id").and(other.copied()).or(Some(object)) }
    });
    let address = object.map_or_else(|| link(Some(value)), link_of)?;
    let said = |key: &str| text(object?, key);
    Some(JsonImage { address, width: said("width"), height: said("height"), alt: said("caption") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> JsonLd {
        JsonLd::read(&crate::tree::parse(&format!(r#"<script type="application/ld+json">{script}</script>"#)).unwrap())
    }

    #[test]
    fn nearly_json_is_repaired() {
        let cases = [
            "{\"@type\":\"Article\",\"headline\":\"A\nB\"}",
            "<!-- {\"@type\":\"Article\",\"headline\":\"A B\"} -->",
            "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A B\"}\n//]]>",
            "{\"@type\":\"Article\",/* it's */\"headline\":\"A B\", // end\n}",
            "[{\"@type\":\"Article\",\"headline\":\"A B\",},];",
            "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;A B&quot;}",
            "{\"@type\":\"Article\",\"description\":\"It is \"late\" here\",\"headline\":\"A B\"}",
        ];
        for script in cases {
            assert_eq!(read(script).headlines, ["A B"], "{script}");
        }
    }

    #[test]
    fn strings_keep_what_looks_like_a_comment() {
        assert_eq!(repair(r#"{"a":"http://x/*\"*/",}"#), r#"{"a":"http://x/*\"*/"}"#);
    }

    #[test]
    fn deep_nesting_is_refused_without_harm() {
        let script = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&script).headlines.is_empty());
    }

    #[test]
    fn authors_come_in_many_shapes() {
        let cases = [
            (r#""Ana Ruiz""#, vec!["Ana Ruiz"]),
            (r#"["Ana Ruiz", "Lê Minh"]"#, vec!["Ana Ruiz", "Lê Minh"]),
            (r#"{"@type":"Person","name":"Ana Ruiz"}"#, vec!["Ana Ruiz"]),
            (r#"[{"name":"Ana Ruiz"},{"name":"Lê Minh"}]"#, vec!["Ana Ruiz", "Lê Minh"]),
            (r##"{"@id":"#ana"}"##, vec!["Ana Ruiz"]),
            (r#"{"@type":"Person","name":{"@type":"Person","name":"Ana Ruiz"}}"#, vec!["Ana Ruiz"]),
            (r#"{"@type":"Person"}"#, vec![]),
        ];
        for (author, expected) in cases {
            let script = format!(
                r##"{{"@graph":[{{"@type":["Thing","NewsArticle"],"author":{author}}},{{"@type":"Person","@id":"#ana","name":"Ana Ruiz"}}]}}"##
            );
            assert_eq!(read(&script).authors, expected, "{author}");
        }
    }

    #[test]
    fn related_articles_and_comments_do_not_speak_for_the_page() {
        let found = read(
            r#"{"@type":"Article","headline":"Own","comment":{"@type":"Article","author":"Commenter","datePublished":"2020-01-01"},
               "hasPart":[{"@type":"Article","headline":"Card","datePublished":"2021-01-01"}]}"#,
        );
        assert_eq!(found.headlines, ["Own"]);
        assert!(found.authors.is_empty() && found.published.is_none());
    }

    #[test]
    fn a_second_description_fills_gaps_only_for_the_same_headline() {
        let script = r#"[{"@type":"Article","headline":"Own"},{"@type":"Article","headline":"Card","datePublished":"2021-01-01"},
            {"@type":"BlogPosting","headline":"Own","datePublished":"2022-02-02"}]"#;
        assert_eq!(read(script).published.as_deref(), Some("2022-02-02"));
    }

    #[test]
    fn an_image_by_reference_has_the_address_of_its_object() {
        let found = read(
            r##"{"@graph":[{"@type":"Article","image":{"@id":"#main"}},
                {"@type":"ImageObject","@id":"#main","url":"/a.jpg","width":900}]}"##,
        );
        assert_eq!((found.images[0].address.as_str(), found.images[0].width.as_deref()), ("/a.jpg", Some("900")));
    }

    #[test]
    fn organizations_are_known_by_their_type() {
        let found = read(
            r##"{"@graph":[{"@type":"Article","author":[{"@id":"#desk"},{"@type":"Person","name":"Ana Ruiz"}],"publisher":{"name":"Bay"}},
                {"@type":"Organization","@id":"#desk","name":"Harbour Desk"}]}"##,
        );
        assert_eq!((found.authors.len(), found.organizations), (2, vec!["Harbour Desk".to_owned()]));
    }

    #[test]
    fn images_and_publishers_come_in_many_shapes() {
        let found = read(
            r#"{"@type":"https://schema.org/Report","image":[{"@type":"ImageObject","url":"/a.jpg"},"/b.jpg"],
               "publisher":{"name":"Báo Làng"},"mainEntityOfPage":{"@id":"https://example.com/x"},"inLanguage":"vi"}"#,
        );
        let addresses: Vec<&str> = found.images.iter().map(|image| image.address.as_str()).collect();
        assert_eq!(addresses, ["/a.jpg", "/b.jpg"]);
        assert_eq!(found.publisher.as_deref(), Some("Báo Làng"));
        assert_eq!(found.url.as_deref(), Some("https://example.com/x"));
        assert_eq!(found.language.as_deref(), Some("vi"));
    }
}
