use super::*;
use crate::{blocks, features, tree};

const TEXTS: [&str; 3] = [
    "The boat lay on the sand for three winters, and nobody in the village knew whose it had been.",
    "My uncle says that it belonged to a doctor, who sailed it alone and sold it when his knees were gone.",
    "Then it is worth a new mast. I have looked at the planks, and nearly all of them are as good as new.",
];

fn head(name: &str, time: &str) -> String {
    format!("<a href=\"/user/{name}\">{name}</a> <time datetime=\"{time}\">{time}</time>")
}

fn post(head: &str, text: &str) -> String {
    format!("<div class=post>{head}<div class=text><p>{text}</p></div></div>")
}

/// Finds the posts of a page, and decides on their blocks as if all had been chosen.
fn found(html: &str) -> (Posts, Vec<Option<bool>>, Blocks) {
    let tree = tree::parse(html).unwrap();
    let blocks = blocks::segment(&tree);
    let measured = features::measure(&tree, &blocks, None);
    let posts = find(&tree, &blocks, &measured, &BaseUrl::default(), None);
    let chosen = vec![true; blocks.list.len()];
    let decided = posts.decided(&measured, &chosen, false);
    (posts, decided, blocks)
}

#[test]
fn a_preview_of_the_post_that_is_answered_is_no_post_and_not_kept() {
    let (an, bea) = (head("An", "2024-05-12T10:00"), head("Bea", "2024-05-12T11:00"));
    let preview =
        |head: &str, text: &str| format!("<div class=answered>{head}<div class=shown><p>{text}</p></div></div>");
    let second = preview(&an, TEXTS[0]) + &bea;
    let third = preview(&bea, TEXTS[1]) + &head("Cy", "2024-05-12T12:00");
    let page = post(&an, TEXTS[0]) + &post(&second, TEXTS[1]) + &post(&third, TEXTS[2]);
    let (posts, decided, blocks) = found(&page);
    let authors: Vec<_> = posts.list.iter().map(|post| post.header.author.as_deref()).collect();
    assert_eq!(authors, [Some("An"), Some("Bea"), Some("Cy")]);
    let kept = blocks.list.iter().zip(&decided).filter(|(_, decided)| **decided == Some(true));
    assert_eq!(kept.map(|(block, _)| block.text.as_str()).collect::<Vec<_>>(), TEXTS);
}

#[test]
fn a_line_of_author_and_time_and_a_signature_are_not_kept() {
    let signed = |name: &str, time: &str| head(name, time) + "<div class=signature>Sail by day, never by night.</div>";
    let page = post(&signed("An", "2024-05-12"), TEXTS[0]) + &post(&signed("Bea", "2024-05-13"), TEXTS[1]);
    let (_, decided, blocks) = found(&page);
    let out = blocks.list.iter().zip(&decided).filter(|(_, decided)| **decided == Some(false));
    let out: Vec<_> = out.map(|(block, _)| block.text.as_str()).collect();
    let signature = "Sail by day, never by night.";
    assert_eq!(out, ["An 2024-05-12", signature, "Bea 2024-05-13", signature]);
}

#[test]
fn a_heading_of_a_post_without_kept_text_is_not_kept() {
    let titled = |name: &str, title: &str| head(name, "2024-05-12") + &format!("<h3>{title}</h3>");
    let page = post(&titled("An", "The boat on the sand"), TEXTS[0])
        + &post(&titled("Bea", "Re: The boat on the sand"), TEXTS[1])
        + &post(&titled("Cy", "Re: The mast"), TEXTS[2]);
    let tree = tree::parse(&page).unwrap();
    let blocks = blocks::segment(&tree);
    let measured = features::measure(&tree, &blocks, None);
    let posts = find(&tree, &blocks, &measured, &BaseUrl::default(), None);
    // The classifier chooses the headings and only the text of the first post.
    let is_chosen = |text: &str| text == TEXTS[0] || text.len() < 30;
    let chosen: Vec<bool> = blocks.list.iter().map(|block| is_chosen(&block.text)).collect();
    let decided = posts.decided(&measured, &chosen, false);
    let bare = ["Re: The boat on the sand", "Re: The mast"];
    for (block, decided) in blocks.list.iter().zip(&decided).filter(|(block, _)| bare.contains(&block.text.as_str())) {
        assert_eq!(*decided, Some(false), "{}", block.text);
    }
}

#[test]
fn three_hundred_comments_keep_their_order_and_depth() {
    const LEVELS: usize = 5;
    let text = |number: usize| format!("Comment {number} says that the old boat lay on the sand for three winters.");
    let comment = |number: usize, answers: &str| {
        let head = head(&format!("user{number}"), "2024-05-12");
        format!("<li class=comment>{head}<div class=text><p>{}</p></div><ol>{answers}</ol></li>", text(number))
    };
    let branch = |first: usize| (first..first + LEVELS).rev().fold(String::new(), |inner, at| comment(at, &inner));
    let page: String = (0..300).step_by(LEVELS).map(branch).collect();
    let (posts, _, blocks) = found(&format!("<ol>{page}</ol>"));
    let said = |post: &FoundPost| post.body.iter().map(|&i| blocks.list[i].text.clone()).collect::<String>();
    let shown: Vec<_> = posts.list.iter().map(|post| (said(post), usize::from(post.header.depth))).collect();
    assert_eq!(shown, (0..300).map(|number| (text(number), number % LEVELS)).collect::<Vec<_>>());
}

/// Returns counts of words around posts.
fn around(before: usize, opening: usize, after: usize, posted: usize) -> WordsAround {
    WordsAround { posted, before, after, opening }
}

#[test]
fn a_short_introduction_and_as_many_words_after_the_posts_are_little() {
    assert!(around(INTRODUCTION_WORDS, 0, 80, 80).is_little());
    assert!(!around(INTRODUCTION_WORDS + 1, 0, 80, 80).is_little());
    assert!(!around(INTRODUCTION_WORDS, 1, 80, 80).is_little());
    assert!(!around(0, 0, 81, 80).is_little());
}

#[test]
fn seven_words_of_ten_are_most() {
    let are_mostly_kept = |kept, all| WordCounts { kept, all }.are_mostly_kept();
    assert!(are_mostly_kept(7, 10));
    assert!(!are_mostly_kept(6, 10));
    assert!(!are_mostly_kept(0, 0));
}

#[test]
fn images_in_the_text_of_a_post_are_none_of_its_frame() {
    let page: String = [("An", TEXTS[0]), ("Bea", TEXTS[1])]
        .map(|(name, text)| {
            let text = format!("<img src=bild.png>{text}<b><img src=karte.png></b>");
            post(&(format!("<img src=kopf.png>{}", head(name, "2024-05-12"))), &text)
        })
        .concat();
    let tree = tree::parse(&format!("<img src=logo.png>{page}")).unwrap();
    let blocks = blocks::segment(&tree);
    let measured = features::measure(&tree, &blocks, None);
    let frames = find(&tree, &blocks, &measured, &BaseUrl::default(), None).frames(&tree);
    let shown = tree.descendants(tree.body(), crate::tree::Tag::IMG).filter(|image| !frames[image.index()]);
    let shown: Vec<_> = shown.filter_map(|image| tree.attr(image, "src")).collect();
    assert_eq!(shown, ["bild.png", "karte.png", "bild.png", "karte.png"]);
}

#[test]
fn labels_are_not_counted() {
    let tree = tree::parse("<p>Jetzt hier antworten<p>Das Boot liegt fest").unwrap();
    let measured = features::measure(&tree, &blocks::segment(&tree), None);
    let counts = WordCounts::of(&[0, 1], &measured, &[true, false], 3);
    assert_eq!((counts.kept, counts.all), (0, 4));
}

/// Makes posts by hand. Each paragraph of the page has a number of words and the number of its
/// post. All paragraphs are chosen, and all posts are named and have a time.
fn by_hand(paragraphs: &[(usize, Option<usize>)]) -> (Posts, Measured, Vec<bool>) {
    let sentence = |words: usize| format!("{}boat.", "boat ".repeat(words - 1));
    let page: String = paragraphs.iter().map(|&(words, _)| format!("<p>{}</p>", sentence(words))).collect();
    let tree = tree::parse(&page).unwrap();
    let measured = features::measure(&tree, &blocks::segment(&tree), None);
    assert_eq!(measured.blocks.len(), paragraphs.len());
    let owner: Vec<Option<usize>> = paragraphs.iter().map(|(_, owner)| *owner).collect();
    let post = |number: usize| FoundPost {
        element: tree.body(),
        header: PostHeader { published_time: Some("2024-05-12".to_owned()), ..PostHeader::default() },
        body: (0..owner.len()).filter(|&i| owner[i] == Some(number)).collect(),
        quoted: Vec::new(),
        head: Vec::new(),
        holders: Vec::new(),
        marks_in_text: Vec::new(),
    };
    let list = (0..=owner.iter().flatten().max().copied().unwrap_or_default()).map(post).collect();
    let chosen = vec![true; owner.len()];
    (Posts { list, owner, are_named: true, ..Posts::default() }, measured, chosen)
}

fn is_conversation(posts: &Posts, measured: &Measured, chosen: &[bool]) -> bool {
    posts.are_all_there_is(measured, chosen, false)
}

#[test]
fn a_conversation_has_two_posts_with_text() {
    let (posts, measured, chosen) = by_hand(&[(20, Some(0)), (20, Some(1))]);
    assert!(is_conversation(&posts, &measured, &chosen));
    assert!(!is_conversation(&posts, &measured, &[true, false]));
    let (posts, measured, chosen) = by_hand(&[(20, Some(0))]);
    assert!(!is_conversation(&posts, &measured, &chosen));
}

#[test]
fn half_of_the_posts_of_a_conversation_have_times() {
    let (mut posts, measured, chosen) = by_hand(&[(20, Some(0)), (20, Some(1)), (20, Some(2))]);
    posts.list[2].header = PostHeader::default();
    posts.list[1].header = PostHeader { shown_time: Some("3 hours ago".to_owned()), ..PostHeader::default() };
    assert!(is_conversation(&posts, &measured, &chosen));
    posts.list[1].header = PostHeader::default();
    assert!(!is_conversation(&posts, &measured, &chosen));
    posts.are_turns = true;
    assert!(is_conversation(&posts, &measured, &chosen));
    let (mut posts, measured, chosen) = by_hand(&[(20, Some(0)), (20, Some(1))]);
    posts.list[1].header = PostHeader::default();
    assert!(is_conversation(&posts, &measured, &chosen));
}

#[test]
fn posts_without_names_are_a_conversation_only_on_a_forum_with_a_short_introduction() {
    for (before, is_one) in [(INTRODUCTION_WORDS, true), (INTRODUCTION_WORDS + 1, false)] {
        let (mut posts, measured, chosen) = by_hand(&[(before, None), (20, Some(0)), (20, Some(1))]);
        posts.are_named = false;
        assert_eq!(posts.are_all_there_is(&measured, &chosen, true), is_one, "{before}");
        assert!(!posts.are_all_there_is(&measured, &chosen, false));
    }
    // As many words as the posts have.
    let (mut posts, measured, chosen) = by_hand(&[(80, None), (40, Some(0)), (40, Some(1))]);
    posts.are_named = false;
    assert!(posts.are_all_there_is(&measured, &chosen, true));
}

#[test]
fn text_around_the_posts_counts_only_if_the_classifier_takes_it() {
    let (posts, measured, chosen) = by_hand(&[(INTRODUCTION_WORDS + 1, None), (20, Some(0)), (20, Some(1))]);
    assert!(!is_conversation(&posts, &measured, &chosen));
    assert!(is_conversation(&posts, &measured, &[false, true, true]));
}

#[test]
fn a_short_conversation_is_kept_whole() {
    let are_kept = |paragraphs: &[(usize, Option<usize>)]| {
        let (posts, measured, chosen) = by_hand(paragraphs);
        posts.are_kept_whole(&measured, &chosen, false)
    };
    assert!(are_kept(&[(50, Some(0)), (50, Some(1))]));
    assert!(!are_kept(&[(50, Some(0)), (51, Some(1))]));
    assert!(!are_kept(&[(50, Some(0))]));
    assert!(are_kept(&[(40, None), (20, Some(0)), (20, Some(1))]));
    assert!(!are_kept(&[(41, None), (20, Some(0)), (20, Some(1))]));
    // A long text before it is an article.
    assert!(!are_kept(&[(INTRODUCTION_WORDS + 1, None), (40, Some(0)), (40, Some(1))]));
    let (mut posts, measured, chosen) = by_hand(&[(20, Some(0)), (20, Some(1))]);
    posts.are_named = false;
    assert!(!posts.are_kept_whole(&measured, &chosen, false));
}

#[test]
fn comments_are_named_and_hold_at_most_half_of_the_text() {
    let are_comments = |outside: usize| {
        let (posts, measured, chosen) = by_hand(&[(outside, None), (20, Some(0)), (20, Some(1))]);
        posts.are_comments(&measured, &chosen, None)
    };
    assert!(are_comments(40));
    assert!(!are_comments(39));
    let (mut posts, measured, chosen) = by_hand(&[(40, None), (20, Some(0)), (20, Some(1))]);
    posts.are_named = false;
    assert!(!posts.are_comments(&measured, &chosen, None));
}

#[test]
fn the_first_post_may_be_the_article_over_the_comments() {
    let (mut posts, measured, chosen) = by_hand(&[(20, Some(0)), (20, Some(1))]);
    assert!(!posts.are_comments(&measured, &chosen, None));
    posts.opening = 1;
    assert!(posts.are_comments(&measured, &chosen, None));
}

#[test]
fn a_label_is_not_kept_with_the_text_of_its_post() {
    let (posts, measured, _) = by_hand(&[(60, Some(0)), (3, Some(0)), (4, Some(0)), (60, Some(1))]);
    let decided = posts.decided(&measured, &[true, false, false, true], false);
    assert_eq!(decided, [Some(true), None, Some(true), Some(true)]);
}

#[test]
fn a_post_of_few_words_is_kept_with_the_others() {
    for (words, kept) in [(11, Some(true)), (12, None)] {
        let (posts, measured, _) = by_hand(&[(60, Some(0)), (words, Some(1)), (60, Some(2))]);
        assert_eq!(posts.decided(&measured, &[true, false, true], false)[1], kept, "{words}");
    }
    let (mut posts, measured, _) = by_hand(&[(60, Some(0)), (11, Some(1)), (60, Some(2))]);
    posts.list.iter_mut().for_each(|post| post.holders = vec![post.element]);
    assert_eq!(posts.decided(&measured, &[true, false, true], false)[1], None);
}

#[test]
fn code_in_a_post_is_kept_however_short() {
    let code = "<pre>ls boats</pre>";
    let page = format!("<p>{}</p>{code}<p>{}</p>", TEXTS[0], TEXTS[1]);
    let tree = tree::parse(&page).unwrap();
    let measured = features::measure(&tree, &blocks::segment(&tree), None);
    let (posts, of_labels, _) = by_hand(&[(20, Some(0)), (2, Some(0)), (20, Some(1))]);
    let chosen = [true, false, true];
    assert_eq!(posts.decided(&measured, &chosen, false), [Some(true); 3]);
    assert_eq!(posts.decided(&of_labels, &chosen, false), [Some(true), None, Some(true)]);
}

#[test]
fn the_title_of_a_pasted_conversation_is_one_of_two_short_lines_above_it() {
    let title = |before: &[&str]| {
        let page: String = before.iter().chain(&TEXTS[..1]).map(|text| format!("<p>{text}</p>")).collect();
        let blocks = blocks::segment(&tree::parse(&page).unwrap());
        let owner = (0..blocks.list.len()).map(|i| (i == before.len()).then_some(0)).collect();
        Posts { owner, ..Posts::default() }.title(&blocks).map(str::to_owned)
    };
    assert_eq!(title(&["The boat"]).as_deref(), Some("The boat"));
    assert_eq!(title(&["The boat", "3 posts"]).as_deref(), Some("The boat"));
    assert_eq!(title(&["The boat", "3 posts", "Page 1"]), None);
    assert_eq!(title(&[]), None);
    assert!(title(&["b".repeat(160).as_str()]).is_some());
    assert!(title(&["b".repeat(161).as_str()]).is_none());
}
