//! Tests the results beyond the limits: a typed error, or a slightly worse article.

use unchaff::internals::limits::{MAX_ADDRESS_GROWTH, MAX_OUTPUT_GROWTH, MIN_ADDRESS_BYTES, MIN_OUTPUT_BYTES};
use unchaff::limits::MAX_LEARNED_BLOCKS;
use unchaff::{Error, InputType, Length, Options, Reason, SummaryOptions, clean, summarize};

#[test]
fn an_input_past_the_limit_is_refused_with_both_sizes() {
    let options = Options::new().max_bytes(100);
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
    let article = clean(page.as_str(), &Options::new()).unwrap();
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
    let article = clean(format!("Trang chủ\n{body}Bản quyền").as_str(), &Options::new()).unwrap();
    assert_eq!(article.blocks.iter().filter(|block| block.kept).count(), MAX_LEARNED_BLOCKS + 1);
    assert!(article.text.starts_with("Đoạn 0 của quyển sách"));
    assert!(!article.text.contains("Bản quyền"));
}

#[test]
fn options_out_of_range_are_named() {
    let refused = |options: Options| match clean("<title>Mưa</title><p>Mưa.", &options).unwrap_err() {
        Error::InvalidOption { name, .. } => name,
        other => panic!("{other:?}"),
    };
    let lengths =
        [Length::Sentences(51), Length::Share(0.0), Length::Share(1.5), Length::Share(f64::NAN), Length::Characters(0)];
    for length in lengths {
        assert_eq!(refused(Options::new().summary_length(length)), "summary_length", "{length:?}");
        let error = summarize("Mưa.", &SummaryOptions::new().length(length)).unwrap_err();
        assert!(matches!(error, Error::InvalidOption { name, .. } if name == "length"), "{length:?}");
    }
    assert_eq!(refused(Options::new().beta(0.0)), "beta");
    assert_eq!(refused(Options::new().beta(f64::NAN)), "beta");
    assert_eq!(refused(Options::new().max_bytes(0)), "max_bytes");
    assert_eq!(refused(Options::new().charset("utf8x")), "charset");
    assert_eq!(refused(Options::new().keep([1])), "keep");
    assert_eq!(refused(Options::new().keep([0]).drop([0])), "drop");
}

#[test]
fn a_link_past_the_room_for_addresses_is_its_words() {
    let folder = "thu-muc/".repeat(200);
    let links: String = (0..500)
        .map(|i| format!("<p><a href=bai-{i}>Mùa gặt ở làng</a> đã xong, nước lên nhanh và mưa không ngớt.</p>"))
        .collect();
    let page = format!("<base href='https://site.example/{folder}'><article>{links}</article>");
    let article = clean(page.as_str(), &Options::new().whole(true)).unwrap();
    let linked = article.links().len();
    assert!(linked > 50 && linked < 500, "{linked}");
    let addresses: usize = article.links().iter().map(|link| link.url.as_str().len()).sum();
    assert!(addresses <= MAX_ADDRESS_GROWTH * page.len() + MIN_ADDRESS_BYTES, "{addresses}");
    assert_eq!(article.text.matches("Mùa gặt ở làng").count(), 500);
}

#[test]
fn an_article_that_grows_too_long_is_plain_paragraphs() {
    let lines = "a\n".repeat(60_000);
    let page = format!("<p>Mưa <b>to</b> ở làng.</p>{}<pre>{lines}</pre>", "<ul><li>".repeat(24));
    let article = clean(page.as_str(), &Options::new().whole(true)).unwrap();
    let most = MAX_OUTPUT_GROWTH * page.len() + MIN_OUTPUT_BYTES;
    assert!(article.markdown().len() <= most && article.html().len() <= most);
    assert!(article.html().starts_with("<p>Mưa to ở làng.</p>"));
    assert_eq!(article.text.matches('a').count(), 60_001);
}

#[test]
fn nothing_is_readable_where_even_plain_paragraphs_are_too_long() {
    let page = format!("<p>Mưa to ở làng {}", "&".repeat(1_200_000));
    let error = clean(page.as_str(), &Options::new().whole(true)).unwrap_err();
    assert!(matches!(error, Error::NothingReadable { .. }));
}

#[test]
fn a_million_elements_in_each_other_lose_nothing_and_need_little_stack() {
    const ELEMENTS: usize = 1_000_000;
    const EVERY: usize = 1000;
    const STACK_BYTES: usize = 256 * 1024;
    let sentence = |number| format!("Đoạn {number} của bài này nằm rất sâu trong trang.");
    let page: String = (0..ELEMENTS)
        .map(|depth| if depth % EVERY == 0 { format!("<div>{}", sentence(depth)) } else { "<div>".into() })
        .collect();
    let options = Options::new().whole(true).input_type(InputType::Html);
    let cleaning = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || clean(page.as_str(), &options));
    let article = cleaning.unwrap().join().unwrap().unwrap();
    assert_eq!(article.text.lines().filter(|line| !line.is_empty()).count(), ELEMENTS / EVERY);
    assert!((0..ELEMENTS).step_by(EVERY).all(|depth| article.text.contains(&sentence(depth))));
}
