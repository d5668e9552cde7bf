//! What `metadata::extract` reads from pages, as data: `tests/metadata/*.json`.
//!
//! A case has a page (`html`), perhaps its address (`url`), and the fields expected (`expect`): a string, or null for
//! none. Fields that a case does not name are not compared.

use serde_json::Value;
use unchaff::metadata::{self, Direction, Metadata};
use unchaff::tree;
use unchaff::url::{BaseUrl, SafeUrl};

fn field(found: &Metadata, name: &str) -> Option<String> {
    let address = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    match name {
        "title" => found.title.clone(),
        "byline" => found.byline.clone(),
        "published" => found.published_time.clone(),
        "modified" => found.modified_time.clone(),
        "site" => found.site_name.clone(),
        "excerpt" => found.excerpt.clone(),
        "image" => address(&found.image),
        "url" => address(&found.url),
        "language" => found.language.clone(),
        "direction" => found.direction.map(|d| if d == Direction::Rtl { "rtl" } else { "ltr" }.to_owned()),
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
