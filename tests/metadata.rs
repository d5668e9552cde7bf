//! What `metadata::extract` reads from pages, as data: `tests/metadata/*.json`.
//!
//! A case has a page (`html`), perhaps its address (`url`), and the fields expected (`expect`): a string, or null for
//! none; lists are joined by ` / `, and `from title` is the source of the title. Fields that a case does not name are not
//! compared.

use serde_json::Value;
use unchaff::Metadata;
use unchaff::internals::{metadata, tree};
use unchaff::language::Direction;
use unchaff::url::{BaseUrl, SafeUrl};

fn field(found: &Metadata, name: &str) -> Option<String> {
    let address = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    let image = || found.image.as_ref();
    let list = |names: &[String]| (!names.is_empty()).then(|| names.join(" / "));
    match name {
        "title" => found.title.clone(),
        "byline" => found.byline.clone(),
        "source" => found.source.clone(),
        "published" => found.published_time.clone(),
        "modified" => found.modified_time.clone(),
        "site" => found.site_name.clone(),
        "publisher" => found.publisher.clone(),
        "description" => found.description.clone(),
        "image" => image().map(|image| image.url.as_str().to_owned()),
        "imageSize" => image().and_then(|image| Some(format!("{}x{}", image.width?, image.height?))),
        "imageAlt" => image().and_then(|image| image.alt.clone()),
        "favicon" => address(&found.favicon),
        "nextPage" => address(&found.next_page),
        "authors" => list(&found.authors),
        "section" => found.section.clone(),
        "tags" => list(&found.tags),
        "license" => address(&found.license),
        "free" => found.is_accessible_for_free.map(|free| free.to_string()),
        "url" => address(&found.url),
        "language" => found.language.clone(),
        "direction" => found.direction.map(|d| if d == Direction::Rtl { "rtl" } else { "ltr" }.to_owned()),
        source if source.starts_with("from ") => found.sources.get(&source[5..]).map(|source| source.to_string()),
        other => panic!("no field {other}"),
    }
}

fn check(file: &str, cases: &str) {
    let cases: Vec<Value> = serde_json::from_str(cases).unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        let page = tree::parse(case["html"].as_str().unwrap()).unwrap();
        let found = metadata::extract(&page, &BaseUrl::new(case["url"].as_str(), None));
        for (name, expected) in case["expect"].as_object().unwrap() {
            let got = field(&found, name);
            if got.as_deref() != expected.as_str() {
                failures.push(format!("{file}: {}: {name} is {got:?}, expected {expected}", case["name"]));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn titles() {
    check("title.json", include_str!("metadata/title.json"));
}

#[test]
fn bylines() {
    check("byline.json", include_str!("metadata/byline.json"));
}

#[test]
fn dates() {
    check("date.json", include_str!("metadata/date.json"));
}

#[test]
fn sites_images_addresses_languages() {
    check("page.json", include_str!("metadata/page.json"));
}

#[test]
fn next_pages() {
    check("paging.json", include_str!("metadata/paging.json"));
}
