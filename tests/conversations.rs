//! Pages of forums, questions with answers, chats and comments, and pasted conversations, with the posts that they hold.
//!
//! Each file in `tests/conversations` has cases: `@@` and a name, the page, `@>`, and a line for each post: author, time, depth
//! and text, with ` | ` between them. A case whose name begins with `article` is an article with comments: none of their text may
//! be in the article's. `-` stands for an author or a time that the page does not state.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use unchaff::{Article, InputType, Options, Post};

/// A page and the posts in it.
struct Case {
    name: String,
    input: String,
    posts: Vec<String>,
}

fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file of cases");
        for case in text.split("@@ ").skip(1) {
            let (name, case) = case.split_once('\n').expect("a name");
            let (input, posts) = case.split_once("\n@>\n").expect("posts");
            cases.push(Case {
                name: name.to_owned(),
                input: input.to_owned(),
                posts: posts.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            });
        }
    }
    cases
}

fn clean(case: &Case, input_type: InputType) -> Article {
    let options = Options::new().url("https://talk.example/t/12").input_type(input_type).comments(true);
    unchaff::clean(case.input.as_str(), &options).unwrap_or_else(|error| panic!("{}: {error}", case.name))
}

fn line(post: &Post) -> String {
    let header = &post.header;
    let words = post.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let time = header.published_time.as_deref().or(header.shown_time.as_deref()).unwrap_or("-");
    format!("{} | {time} | {} | {words}", header.author.as_deref().unwrap_or("-"), header.depth)
}

/// Posts that were right, found, and there.
#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    there: usize,
}

impl Tally {
    fn add(&mut self, case: &Case, found: &[Post]) {
        let found: Vec<String> = found.iter().map(line).collect();
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        case.posts.iter().for_each(|post| *left.entry(post).or_default() += 1);
        let mut right = 0;
        for post in &found {
            if let Some(count) = left.get_mut(post.as_str()).filter(|count| **count > 0) {
                *count -= 1;
                right += 1;
            } else {
                println!("{}: not there: {post}", case.name);
            }
        }
        left.iter().filter(|(_, count)| **count > 0).for_each(|(post, _)| println!("{}: not found: {post}", case.name));
        self.right += right;
        self.found += found.len();
        self.there += case.posts.len();
    }

    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.there).max(1) as f64
    }
}

#[test]
fn posts_of_pages_are_found_with_author_time_and_depth() {
    let mut tally = Tally::default();
    let cases = cases("pages");
    for case in &cases {
        let article = clean(case, InputType::Html);
        tally.add(case, &article.posts);
    }
    println!("{} pages, {} posts, F1 {:.3}", cases.len(), tally.there, tally.f1());
    assert!(tally.f1() >= 0.95, "{:.3}", tally.f1());
}

#[test]
fn posts_of_pastes_are_found_with_author_time_and_depth() {
    let mut tally = Tally::default();
    let cases = cases("pastes");
    for case in &cases {
        tally.add(case, &clean(case, InputType::Text).posts);
    }
    println!("{} pastes, {} posts, F1 {:.3}", cases.len(), tally.there, tally.f1());
    assert!(tally.f1() >= 0.95, "{:.3}", tally.f1());
}

#[test]
fn comments_are_found_and_are_not_in_the_text_of_their_article() {
    let mut tally = Tally::default();
    let (mut leaked, mut posts) = (0, 0);
    let cases = cases("articles");
    for case in &cases {
        let article = clean(case, InputType::Html);
        tally.add(case, &article.comments);
        for post in &case.posts {
            let text = post.rsplit(" | ").next().unwrap_or_default();
            let words = article.text.split_whitespace().collect::<Vec<_>>().join(" ");
            posts += 1;
            if words.contains(text) {
                println!("{}: leaked: {text}", case.name);
                leaked += 1;
            }
        }
        assert!(article.posts.is_empty(), "{}", case.name);
    }
    println!("{} articles, {posts} comments, F1 {:.3}, {leaked} leaked", cases.len(), tally.f1());
    assert!(tally.f1() >= 0.9, "{:.3}", tally.f1());
    assert_eq!(leaked, 0);
}

const TEXTS: [&str; 3] = [
    "The boat lay on the sand for three winters, and nobody in the village knew whose it had been.",
    "My uncle says that it belonged to a doctor, who sailed it alone and sold it when his knees were gone.",
    "Then it is worth a new mast. I have looked at the planks, and nearly all of them are as good as new.",
];

/// Returns a page of a few posts with these heads, each in a `div` of its own.
fn page_of(heads: &[&str]) -> String {
    let posts = heads.iter().zip(TEXTS).map(|(head, text)| {
        format!("<div class=\"post\" itemtype=\"https://schema.org/Comment\">{head}<div class=\"post-text\"><p>{text}</p></div></div>")
    });
    format!("<title>A boat</title><h1>A boat</h1><main>{}</main>", posts.collect::<String>())
}

fn posts_of(heads: &[&str]) -> Vec<Post> {
    clean(&Case { name: "posts".to_owned(), input: page_of(heads), posts: Vec::new() }, InputType::Html).posts
}

fn authors(posts: &[Post]) -> Vec<Option<&str>> {
    posts.iter().map(|post| post.header.author.as_deref()).collect()
}

#[test]
fn the_letter_in_place_of_an_avatar_is_no_name() {
    let head = |name: &str, letter: char, time: &str| {
        format!(
            "<a href=\"/user/{name}\"><span class=\"avatar\">{letter}</span> <span class=\"status\">offline</span></a>\
             <a href=\"/user/{name}\">{name}</a> <time datetime=\"{time}\">{time}</time>"
        )
    };
    let heads = [head("marta", 'M', "2024-05-12"), head("jonas", 'J', "2024-05-13"), head("marta", 'M', "2024-05-14")];
    let posts = posts_of(&heads.each_ref().map(String::as_str));
    assert_eq!(authors(&posts), [Some("marta"), Some("jonas"), Some("marta")]);
}

#[test]
fn a_rank_is_no_name() {
    let head = |name: &str, rank: &str, time: &str| {
        format!(
            "<div itemprop=\"author\"><a class=\"username\">{name}</a> <strong class=\"user\" itemprop=\"jobTitle\">{rank}</strong></div>\
             <time datetime=\"{time}\">{time}</time>"
        )
    };
    let heads = [head("Poltergeist", "Hội viên", "2024-05-12"), head("Barnaby", "VIP", "2024-05-13")];
    let posts = posts_of(&heads.each_ref().map(String::as_str));
    assert_eq!(authors(&posts), [Some("Poltergeist"), Some("Barnaby")]);
}

#[test]
fn the_language_of_the_page_orders_the_numbers_of_a_date_in_the_text_alone_too() {
    let head = |name: &str, time: &str| {
        format!("<b class=\"author\">{name}</b> <meta itemprop=\"datePublished\" content=\"{time}\">")
    };
    let heads = [head("An", "05/06/2024"), head("Bea", "05/07/2024")];
    for (language, time) in [("en-US", "2024-05-06"), ("fr", "2024-06-05")] {
        let page = format!("<html lang={language}>{}", page_of(&heads.each_ref().map(String::as_str)));
        let options = Options::new().input_type(InputType::Html);
        let article = unchaff::clean(page.as_str(), &options).unwrap();
        assert_eq!(article.posts.first().and_then(|post| post.header.published_time.as_deref()), Some(time));
        assert_eq!(unchaff::to_markdown(page.as_str(), &options), Ok(article.markdown()));
    }
}

#[test]
fn text_and_markdown_alone_are_those_of_the_conversation() {
    for (folder, input_type) in [("pages", InputType::Html), ("articles", InputType::Html), ("pastes", InputType::Text)]
    {
        for case in cases(folder) {
            let article = clean(&case, input_type);
            let options = Options::new().url("https://talk.example/t/12").input_type(input_type);
            assert_eq!(unchaff::to_text(case.input.as_str(), &options).as_ref(), Ok(&article.text), "{}", case.name);
            let markdown = unchaff::to_markdown(case.input.as_str(), &options);
            assert_eq!(markdown, Ok(article.markdown()), "{}", case.name);
        }
    }
}
