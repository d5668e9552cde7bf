//! What happens past the limits: a typed error, or an answer that is a little less good.

use unchaff::{Error, Length, MAX_LEARNED_BLOCKS, Options, Reason, clean};

#[test]
fn an_input_past_the_limit_is_refused_with_both_sizes() {
    let options = Options { max_bytes: 100, ..Options::default() };
    let page = "x".repeat(101);
    assert_eq!(clean(page.as_str(), &options).unwrap_err(), Error::InputTooLarge { bytes: 101, limit: 100 });
    assert_eq!(clean(page.as_bytes(), &options).unwrap_err(), Error::InputTooLarge { bytes: 101, limit: 100 });
}

#[test]
fn a_page_of_very_many_blocks_is_judged_by_rules() {
    let menu = "<li><a href=/>Trang chủ</a>".repeat(100);
    let body: String = (0..=MAX_LEARNED_BLOCKS)
        .map(|i| format!("<p>Đoạn {i} của quyển sách dài này nói về mùa gặt ở làng, về mưa và nắng.</p>"))
        .collect();
    let page = format!("<nav><ul>{menu}</ul></nav><article>{body}</article><footer><p>Bản quyền</p></footer>");
    let article = clean(page.as_str(), &Options::default()).unwrap();
    let kept = article.blocks.iter().filter(|block| block.kept).count();
    assert_eq!(kept, MAX_LEARNED_BLOCKS + 1);
    assert_eq!(article.blocks[0].reason, Reason::Navigation);
    assert!(article.text.starts_with("Đoạn 0 của quyển sách"));
    assert!(!article.text.contains("Bản quyền"));
}

#[test]
fn a_paste_of_very_many_lines_is_judged_by_rules() {
    let body: String = (0..=MAX_LEARNED_BLOCKS)
        .map(|i| format!("Đoạn {i} của quyển sách dài này nói về mùa gặt ở làng, về mưa và nắng.\n"))
        .collect();
    let article = clean(format!("Trang chủ\n{body}Bản quyền").as_str(), &Options::default()).unwrap();
    assert_eq!(article.blocks.iter().filter(|block| block.kept).count(), MAX_LEARNED_BLOCKS + 1);
    assert!(article.text.starts_with("Đoạn 0 của quyển sách"));
    assert!(!article.text.contains("Bản quyền"));
}

#[test]
fn options_out_of_range_are_named() {
    let refused = |options: Options| match clean("<p>Mưa.", &options).unwrap_err() {
        Error::InvalidOption { name, .. } => name,
        other => panic!("{other:?}"),
    };
    let summary = |summary_length| refused(Options { summary_length, ..Options::default() });
    assert_eq!(summary(Length::Sentences(51)), "sentences");
    assert_eq!(summary(Length::Share(0.0)), "summaryShare");
    assert_eq!(summary(Length::Share(1.5)), "summaryShare");
    assert_eq!(summary(Length::Share(f64::NAN)), "summaryShare");
    assert_eq!(summary(Length::Characters(0)), "summaryCharacters");
    assert_eq!(refused(Options { beta: 0.0, ..Options::default() }), "beta");
    assert_eq!(refused(Options { beta: f64::NAN, ..Options::default() }), "beta");
    assert_eq!(refused(Options { max_bytes: 0, ..Options::default() }), "maxBytes");
    assert_eq!(refused(Options { url: Some("example.com".into()), ..Options::default() }), "url");
    assert_eq!(refused(Options { keep: vec![1], ..Options::default() }), "keep");
    assert_eq!(refused(Options { keep: vec![0], drop: vec![0], ..Options::default() }), "drop");
}
