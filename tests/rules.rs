//! Tests that rules learned from the corrections on one page of a site also correct its other
//! pages.
//!
//! Each folder in tests/rules/ is an invented site with three pages of the same layout. `site.json`
//! lists the corrections on the first page, by the beginnings of its blocks, and the correct result
//! for each page.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use unchaff::limits::{MAX_RULE_BYTES, MAX_RULES};
use unchaff::{Article, Corrections, Error, Options, Reason, Rule, RuleAction, Source, clean, learn_rules, to_text};

struct Site {
    name: String,
    about: Value,
    pages: Vec<String>,
}

fn sites() -> Vec<Site> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let site = |folder: PathBuf| {
        let about = serde_json::from_str(&fs::read_to_string(folder.join("site.json")).unwrap()).unwrap();
        let page = |number: usize| {
            let of = |extension| fs::read_to_string(folder.join(format!("{number}.{extension}")));
            of("html").or_else(|_| of("txt")).unwrap()
        };
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        Site { name, about, pages: (1..=3).map(page).collect() }
    };
    folders.into_iter().map(site).collect()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().map(|list| list.iter().map(|item| item.as_str().unwrap()).collect()).unwrap_or_default()
}

fn corrections(article: &Article, wanted: &Value) -> Corrections {
    let number = |start: &str| {
        let found = article.blocks.iter().position(|block| block.text.starts_with(start));
        found.unwrap_or_else(|| panic!("no block begins with {start:?}"))
    };
    let numbers = |name: &str| strings(&wanted[name]).into_iter().map(number).collect();
    let one = |name: &str| wanted[name].as_str().map(number);
    Corrections {
        keep: numbers("keep"),
        drop: numbers("drop"),
        title: one("title"),
        author: one("author"),
        date: one("date"),
    }
}

/// Returns the mistakes in an article.
fn problems(article: &Article, right: &Value) -> Vec<String> {
    let kept: Vec<&str> = article.blocks.iter().filter(|block| block.kept).map(|block| block.text.as_str()).collect();
    let wanted = strings(&right["kept"]);
    let mut problems = Vec::new();
    if kept.len() != wanted.len() || !kept.iter().zip(&wanted).all(|(text, start)| text.starts_with(start)) {
        problems.push(format!("kept {kept:#?}"));
    }
    let metadata = &article.metadata;
    let date = metadata.published_time.as_deref().map(|time| &time[..time.len().min(10)]);
    for (name, value) in [("title", metadata.title.as_deref()), ("byline", metadata.byline.as_deref()), ("date", date)]
    {
        if right[name].is_string() && right[name].as_str() != value {
            problems.push(format!("{name} {value:?}"));
        }
    }
    problems
}

fn learned(site: &Site) -> Vec<Rule> {
    let first = clean(site.pages[0].as_str(), &Options::new()).unwrap();
    learn_rules(&first, &corrections(&first, &site.about["corrections"])).unwrap()
}

#[test]
fn corrections_on_the_first_page_of_a_site_put_the_others_right() {
    let sites = sites();
    assert_eq!(sites.len(), 10);
    let mut wrong = Vec::new();
    for site in &sites {
        let rules = learned(site);
        for (at, page) in site.pages.iter().enumerate() {
            let article = clean(page.as_str(), &Options::new().rules(rules.clone())).unwrap();
            let problems = problems(&article, &site.about["pages"][at]);
            if !problems.is_empty() {
                wrong.push(format!("{} page {}: {problems:#?}\n{rules:#?}", site.name, at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_site_has_the_rules_that_were_expected() {
    let mut wrong = Vec::new();
    for site in sites() {
        let rules = serde_json::to_value(learned(&site)).unwrap();
        if rules != site.about["rules"] {
            wrong.push(format!("{}: {rules}", site.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_paths_of_a_site_are_the_same_on_each_of_its_pages() {
    for site in sites() {
        let paths = |page: &String| -> Vec<String> {
            let article = clean(page.as_str(), &Options::new()).unwrap();
            let mut paths: Vec<String> = article.blocks.into_iter().map(|block| block.path).collect();
            paths.dedup();
            paths
        };
        let first = paths(&site.pages[0]);
        for page in &site.pages[1..] {
            assert_eq!(paths(page), first, "{}", site.name);
        }
    }
}

#[test]
fn no_site_needs_more_rules_than_a_person_made_corrections() {
    for site in sites() {
        let first = clean(site.pages[0].as_str(), &Options::new()).unwrap();
        let Corrections { keep, drop, title, author, date } = corrections(&first, &site.about["corrections"]);
        let made = keep.len() + drop.len() + [title, author, date].iter().flatten().count();
        let rules = learned(&site).len();
        assert!((1..=made).contains(&rules), "{}: {rules} of {made}", site.name);
    }
}

#[test]
fn the_last_page_of_each_site_is_wrong_without_its_rules() {
    for site in sites() {
        let article = clean(site.pages[2].as_str(), &Options::new()).unwrap();
        assert!(!problems(&article, &site.about["pages"][2]).is_empty(), "{}", site.name);
    }
}

#[test]
fn the_rules_of_another_site_change_nothing_that_they_do_not_match() {
    let sites = sites();
    for site in &sites {
        let options = Options::new();
        let before = clean(site.pages[2].as_str(), &options).unwrap();
        for other in sites.iter().filter(|other| other.name != site.name) {
            let after = clean(site.pages[2].as_str(), &Options::new().rules(learned(other))).unwrap();
            assert!(
                !after.matched_rules.is_empty() || after.blocks == before.blocks,
                "{} by {}",
                site.name,
                other.name
            );
        }
    }
}

const PAGE: &str = "<main><h1>Mùa gặt</h1><p class=luc>Đăng lúc 5/6/2024</p><p class=ten>Lê Minh</p>
    <p>Ngoài đồng, lúa đã chín vàng và cả làng dậy từ lúc trời còn tối để kịp buổi gặt đầu tiên.</p>
    <h2>Đọc thêm</h2><p>Đến trưa, những bó lúa đã được chở về sân, và tiếng máy tuốt vang lên khắp xóm.</p>
    <h2>Lời kết</h2><p>Tối đến, cả xóm quây quần bên nồi cơm mới, và bọn trẻ nghe ông bà kể chuyện ngày xưa.</p></main>
    <footer><p class=phep>Giấy phép của báo Làng Ta</p><p hidden>Chỉ dành cho máy in</p></footer>";

fn ruled(rules: &[Rule]) -> Article {
    clean(PAGE, &Options::new().rules(rules)).unwrap()
}

#[test]
fn a_rule_keeps_or_leaves_out_what_it_matches() {
    let article = ruled(&[Rule::new(RuleAction::Keep).path("footer"), Rule::new(RuleAction::Drop).under("đọc THÊM:")]);
    assert!(article.text.contains("Giấy phép") && article.text.contains("Lời kết"));
    assert!(!article.text.contains("Đọc thêm") && !article.text.contains("Đến trưa"));
    assert_eq!(article.matched_rules, [0, 1]);
    let ruled_blocks = article.blocks.iter().filter(|block| block.reason == Reason::ByRule).count();
    assert!(ruled_blocks >= 3, "{ruled_blocks}");
}

#[test]
fn a_rule_leaves_out_all_that_follows() {
    let article = ruled(&[Rule::new(RuleAction::DropFrom).text("Đọc thêm")]);
    assert!(
        article.text.contains("Ngoài đồng") && !article.text.contains("Đến trưa") && !article.text.contains("Lời kết")
    );
}

#[test]
fn nothing_is_left_out_from_a_place_before_the_text() {
    let article = ruled(&[Rule::new(RuleAction::DropFrom).text("Mùa gặt")]);
    assert!(article.text.contains("Ngoài đồng"));
    assert!(article.matched_rules.is_empty());
}

#[test]
fn nothing_is_left_out_from_the_first_line_of_the_text() {
    let article = ruled(&[Rule::new(RuleAction::DropFrom).path("main > p")]);
    assert!(article.text.contains("Ngoài đồng") && !article.text.contains("Đến trưa"), "{}", article.text);
}

#[test]
fn a_few_words_are_an_article_only_if_a_rule_keeps_them() {
    let page = "<!doctype html><title>Mưa</title><nav><a href=/>Trang chủ</a></nav><p>Trời mưa</p><button>Gửi</button>";
    let cleaned = |rules: &[Rule]| clean(page, &Options::new().rules(rules)).map(|article| article.text);
    assert_eq!(cleaned(&[Rule::new(RuleAction::Keep).path("p")]).unwrap(), "Trời mưa");
    assert!(cleaned(&[]).is_err());
    // A rule without matches, and a rule that does not keep blocks.
    assert!(cleaned(&[Rule::new(RuleAction::Keep).path("h3")]).is_err());
    assert!(cleaned(&[Rule::new(RuleAction::Drop).path("nav")]).is_err());
}

#[test]
fn rules_say_where_title_author_and_date_stand() {
    let article = ruled(&[
        Rule::new(RuleAction::Title).path("main > h2"),
        Rule::new(RuleAction::Author).path("main > p.ten"),
        Rule::new(RuleAction::Date).text("đăng lúc …"),
    ]);
    let metadata = &article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Đọc thêm"));
    assert_eq!(metadata.byline.as_deref(), Some("Lê Minh"));
    assert_eq!(metadata.published_time.as_deref(), Some("2024-06-05"));
    for field in ["title", "byline", "publishedTime"] {
        assert_eq!(metadata.sources.get(field), Some(Source::Rule), "{field}");
    }
    assert!(!article.text.contains("Đọc thêm"));
    assert_eq!(article.matched_rules, [0, 1, 2]);
}

#[test]
fn a_field_that_is_not_in_the_block_is_left_as_it_was() {
    let before = ruled(&[]).metadata.published_time;
    let article = ruled(&[Rule::new(RuleAction::Date).path("main > p.ten")]);
    assert_eq!(article.metadata.published_time, before);
    assert!(article.matched_rules.is_empty());
}

#[test]
fn what_is_hidden_is_kept_by_no_rule() {
    let article = ruled(&[Rule::new(RuleAction::Keep).path("footer")]);
    let hidden = article.blocks.iter().find(|block| block.text.contains("máy in")).unwrap();
    assert!(!hidden.kept, "{hidden:?}");
}

#[test]
fn a_rule_that_matches_nothing_does_nothing() {
    let rules = [Rule::new(RuleAction::Drop).path("main > p.gone"), Rule::new(RuleAction::Drop).text("Read more")];
    assert_eq!(ruled(&rules).text, ruled(&[]).text);
    assert!(ruled(&rules).matched_rules.is_empty());
}

#[test]
fn the_last_rule_decides_and_a_person_outranks_all() {
    let (keep, drop) = (Rule::new(RuleAction::Keep).path("footer"), Rule::new(RuleAction::Drop).path("footer"));
    assert!(ruled(&[drop.clone(), keep.clone()]).text.contains("Giấy phép"));
    assert!(!ruled(&[keep.clone(), drop]).text.contains("Giấy phép"));
    let number = ruled(&[]).blocks.iter().position(|block| block.text.starts_with("Giấy phép")).unwrap();
    let article = clean(PAGE, &Options::new().rules([keep]).drop([number])).unwrap();
    assert!(!article.text.contains("Giấy phép"));
    assert_eq!(article.blocks[number].reason, Reason::ByHand);
}

#[test]
fn a_text_alone_follows_the_same_rules() {
    let rules = [Rule::new(RuleAction::Drop).under("Đọc thêm"), Rule::new(RuleAction::Keep).path("footer")];
    assert_eq!(to_text(PAGE, &Options::new().rules(rules.clone())).unwrap(), ruled(&rules).text);
}

#[test]
fn rules_that_cannot_be_used_are_refused_with_what_to_do() {
    let drop = || Rule::new(RuleAction::Drop);
    let cases = [
        (vec![drop()], "rule 0 has no condition"),
        (vec![drop().text("a"), drop().text("* …")], "the text of rule 1 matches everything"),
        (vec![drop().path(" ")], "the path of rule 0 matches everything"),
        (vec![drop().under("a".repeat(MAX_RULE_BYTES + 1))], "the under of rule 0 has more than"),
        (vec![drop().text("a"); MAX_RULES + 1], "delete those that match no page"),
    ];
    for (rules, problem) in cases {
        match clean(PAGE, &Options::new().rules(rules)) {
            Err(Error::InvalidOption { name, problem: said }) => {
                assert_eq!(name, "rules");
                assert!(said.contains(problem), "{said}");
            }
            other => panic!("{problem}: {other:?}"),
        }
    }
}

#[test]
fn corrections_of_blocks_that_are_not_there_are_refused() {
    let article = ruled(&[]);
    for (corrections, problem) in [
        (Corrections { drop: vec![99], ..Corrections::default() }, "there is no block 99"),
        (Corrections { keep: vec![1], drop: vec![1], ..Corrections::default() }, "both kept and dropped"),
    ] {
        let error = learn_rules(&article, &corrections).unwrap_err().to_string();
        assert!(error.starts_with("The argument corrections") && error.contains(problem), "{error}");
    }
    assert!(learn_rules(&article, &Corrections::default()).unwrap().is_empty());
}

#[test]
fn a_rule_is_plain_data() {
    let rule = Rule::new(RuleAction::DropFrom).text("Read more");
    let json = serde_json::to_value(&rule).unwrap();
    assert_eq!(json, serde_json::json!({ "action": "drop-from", "text": "Read more" }));
    assert_eq!(serde_json::from_value::<Rule>(json).unwrap(), rule);
    assert_eq!(RuleAction::from_name("drop-from"), Some(RuleAction::DropFrom));
    assert_eq!(RuleAction::from_name("delete"), None);
}
