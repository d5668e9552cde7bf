//! Tests a person's corrections: blocks that are kept or left out by number, whatever the
//! classifier decides.

use unchaff::{Error, Options, Reason, clean};

const PAGE: &str = "<nav><a href=/>Trang chủ</a></nav><article><h1>Mùa gặt</h1>
    <p>Ngoài đồng, lúa đã chín vàng và cả làng dậy từ lúc trời còn tối để kịp buổi gặt đầu tiên.</p>
    <figure><img src=/a.jpg alt=''><figcaption>Cánh đồng sau cơn mưa</figcaption></figure>
    <table><tr><td>Lúa<td>4 tấn</tr><tr><td>Ngô<td>2 tấn</tr><tr><td>Khoai<td>1 tấn</tr></table>
    <p>Đến trưa, những bó lúa đã được chở về sân, và tiếng máy tuốt vang lên khắp xóm cho đến tận khuya.</p></article>
    <form><button>Gửi bình luận</button></form><footer><p>Bản quyền thuộc về báo Làng Ta</p></footer>";

fn corrected(keep: &[usize], drop: &[usize]) -> Result<unchaff::Article, Error> {
    clean(PAGE, &Options::new().url("https://example.com/bai/1").keep(keep).drop(drop))
}

fn number(text: &str) -> usize {
    let page = corrected(&[], &[]).unwrap();
    page.blocks.iter().position(|block| block.text.contains(text)).unwrap()
}

#[test]
fn every_block_can_be_brought_back_whatever_it_stands_in() {
    for text in ["Trang chủ", "Mùa gặt", "Gửi bình luận", "Bản quyền"] {
        let number = number(text);
        assert!(!corrected(&[], &[]).unwrap().text.contains(text), "{text}");
        let article = corrected(&[number], &[]).unwrap();
        assert!(article.text.contains(text) && article.html().contains(text), "{text}: {}", article.html());
        assert!(article.blocks[number].kept);
        assert_eq!(article.blocks[number].reason, Reason::ByHand);
    }
}

#[test]
fn every_block_can_be_thrown_out() {
    for text in ["Ngoài đồng", "Ngô", "Cánh đồng sau"] {
        let number = number(text);
        assert!(corrected(&[], &[]).unwrap().html().contains(text), "{text}");
        let article = corrected(&[], &[number]).unwrap();
        assert!(!article.html().contains(text), "{text}: {}", article.html());
        assert!(!article.blocks[number].kept);
        assert_eq!(article.blocks[number].reason, Reason::ByHand);
    }
}

#[test]
fn the_other_blocks_are_judged_as_before() {
    let (before, number) = (corrected(&[], &[]).unwrap(), number("Bản quyền"));
    let after = corrected(&[number], &[]).unwrap();
    for (i, (before, after)) in before.blocks.iter().zip(&after.blocks).enumerate() {
        assert!(i == number || before == after, "{i}");
    }
}

#[test]
fn a_single_word_is_enough_for_who_chose_it() {
    let blocks = corrected(&[], &[]).unwrap().blocks.len();
    let home = number("Trang chủ");
    let others: Vec<usize> = (0..blocks).filter(|&i| i != home).collect();
    assert_eq!(corrected(&[home], &others).unwrap().text, "Trang chủ");
    let error = corrected(&[], &(0..blocks).collect::<Vec<_>>()).unwrap_err();
    assert!(matches!(error, Error::NothingReadable { .. }));
}

#[test]
fn lines_of_pasted_text_are_corrected_alike() {
    let paste = "Trang chủ\n\nNgoài đồng, lúa đã chín vàng và cả làng dậy từ lúc trời còn tối.\n\nChia sẻ\n";
    let options = Options::new().keep([2]).drop([1]);
    assert_eq!(clean(paste, &options).unwrap().text, "Chia sẻ");
}

#[test]
fn the_whole_of_what_is_shown_can_be_asked_for() {
    let page = format!("{PAGE}<p hidden>Chỉ dành cho máy in</p>");
    let article = clean(page.as_str(), &Options::new().whole(true)).unwrap();
    for text in ["Trang chủ", "Mùa gặt", "Ngoài đồng", "Gửi bình luận", "Bản quyền"] {
        assert!(article.text.contains(text), "{text}: {}", article.text);
    }
    assert!(!article.text.contains("máy in"));
    let one_word = Options::new().whole(true);
    assert_eq!(clean("<b>Mưa</b>", &one_word).unwrap().text, "Mưa");
    let number = article.blocks.iter().position(|block| block.text == "Gửi bình luận").unwrap();
    let without = clean(PAGE, &Options::new().whole(true).drop([number])).unwrap();
    assert!(!without.text.contains("Gửi bình luận") && without.text.contains("Bản quyền"));
}

#[test]
fn the_whole_has_every_image_that_is_shown() {
    let image = |name: &str| format!("<img src=https://site.example/{name}.jpg alt={name}>");
    let (first, last, hidden) = (image("first"), image("last"), image("hidden"));
    let page =
        format!("<nav>{first}<p>Menu</p></nav>{PAGE}<footer><p>Liên hệ</p>{last}</footer><p hidden>{hidden}</p>");
    let html = clean(page.as_str(), &Options::new().whole(true)).unwrap().html();
    assert_eq!(["first", "last", "hidden"].map(|name| html.contains(name)), [true, true, false], "{html}");
    let html = clean(page.as_str(), &Options::new()).unwrap().html();
    assert!(!html.contains("<img"), "{html}");
}

#[test]
fn a_block_is_kept_or_dropped_and_not_both() {
    let number = number("Mùa gặt");
    assert!(matches!(corrected(&[number], &[number]), Err(Error::InvalidOption { .. })));
    assert!(corrected(&[number, number], &[]).is_ok());
}

#[test]
fn a_block_that_the_page_does_not_have_is_refused() {
    let blocks = corrected(&[], &[]).unwrap().blocks.len();
    let last = blocks - 1;
    assert!(corrected(&[last], &[]).is_ok());
    for (keep, drop) in [(&[blocks][..], &[][..]), (&[], &[blocks])] {
        assert!(matches!(corrected(keep, drop), Err(Error::InvalidOption { .. })));
    }
}
