//! Tests properties that a stage must have for every input, with proptest. If an input breaks a
//! property, proptest searches for the smallest such input. `cargo test --test fuzz` tests the
//! properties of the whole pipeline.
//!
//! The seed is fixed, so that a test that passes here passes everywhere. `PROPTEST_CASES=100000`
//! tries more inputs, and `PROPTEST_RNG_SEED` tries other inputs.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use unchaff::internals::limits::MAX_TREE_DEPTH;
use unchaff::internals::{blocks, decode, lines, tree};
use unchaff::{Input, InputType, Length, Options, SummaryOptions};

/// Words of several scripts, a sign without letters, and some words that a parser could read as
/// marks.
const WORDS: [&str; 16] = [
    "mưa",
    "Nước",
    "river",
    "Über",
    "café",
    "2031",
    "雨が降る",
    "ฝนตก",
    "дождь",
    "المطر",
    "e\u{301}",
    "👩‍🌾",
    "&amp",
    "-",
    "1.",
    "*",
];

/// Pieces of markup that a tree builder treats specially.
const PIECES: [&str; 40] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=/x>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<h2>",
    "</h2>",
    "<svg>",
    "</svg>",
    "<math><mi>",
    "</math>",
    "<template>",
    "</template>",
    "<select>",
    "</select>",
    "<noscript>",
    "</noscript>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<body class=x>",
    "</body>",
    "</html>",
    "<br/>",
];

/// Elements that hold text and can be nested.
const CONTAINERS: [&str; 8] = ["div", "section", "article", "blockquote", "main", "aside", "figure", "center"];

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: match ProptestConfig::default().rng_seed {
            RngSeed::Random => RngSeed::Fixed(2031),
            chosen => chosen,
        },
        ..ProptestConfig::default()
    }
}

fn words() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 1..12).prop_map(|words| words.join(" "))
}

/// Returns sentences of letters, each with a full stop.
fn prose() -> impl Strategy<Value = String> {
    vec("[A-Z][a-z]{2,8}( [a-zăđơư]{1,9}){4,18}\\.", 1..6).prop_map(|sentences| sentences.join(" "))
}

fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => select(&PIECES[..]).prop_map(str::to_owned), 1 => words()];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Returns a page whose elements are all closed, and its paragraphs in order.
fn page() -> impl Strategy<Value = (String, Vec<String>)> {
    let paragraph = prose().prop_map(|text| (format!("<p>{text}</p>"), vec![text]));
    let content = paragraph.prop_recursive(4, 12, 4, |inner| {
        (select(&CONTAINERS[..]), vec(inner, 1..4)).prop_map(|(name, parts)| {
            let (html, texts): (Vec<String>, Vec<Vec<String>>) = parts.into_iter().unzip();
            (format!("<{name}>{}</{name}>", html.concat()), texts.concat())
        })
    });
    content.prop_map(|(html, texts)| (format!("<title>Rain</title>{html}"), texts))
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

fn html_options() -> Options {
    Options::new().input_type(InputType::Html)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn text_survives_its_encoding(text in "\\PC{1,200}") {
        let utf16 = |bytes_of: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            mark.into_iter().chain(text.encode_utf16().flat_map(bytes_of)).collect::<Vec<u8>>()
        };
        let little = utf16(u16::to_le_bytes, [0xff, 0xfe]);
        let big = utf16(u16::to_be_bytes, [0xfe, 0xff]);
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [little, big, marked] {
            let decoded = decode::decode(&bytes, Some("windows-1252"));
            prop_assert_eq!(decoded.as_deref(), Ok(text.as_str()));
        }
    }

    #[test]
    fn a_tree_is_whole_whatever_it_is_made_of(html in markup()) {
        let tree = tree::parse(&html).expect("it is short");
        let mut seen = vec![false; tree.len()];
        let mut depth = 0;
        for step in tree.walk(tree.root()) {
            match step {
                tree::Step::Enter(id) => {
                    prop_assert!(!std::mem::replace(&mut seen[id.index()], true), "a node is passed once");
                    depth += 1;
                    prop_assert!(depth <= MAX_TREE_DEPTH + 2);
                    for child in tree.children(id) {
                        prop_assert_eq!(tree.parent(child), Some(id));
                    }
                }
                tree::Step::Leave(_) => depth -= 1,
            }
        }
    }

    #[test]
    fn a_tree_holds_the_text_in_its_order((html, texts) in page()) {
        let tree = tree::parse(&html).expect("it is short");
        prop_assert_eq!(without_space(&tree.text_content(tree.body())), without_space(&texts.concat()));
    }

    #[test]
    fn each_paragraph_is_a_block((html, texts) in page()) {
        let blocks = blocks::segment(&tree::parse(&html).expect("it is short"));
        let found: Vec<&str> = blocks.list.iter().map(|block| block.text.as_str()).collect();
        prop_assert_eq!(found, texts);
    }

    #[test]
    fn pasted_lines_lose_no_word(paragraphs in vec(prose(), 1..8), between in select(&["\n", "\n\n", "\r\n", "\n \n"][..])) {
        let lines = lines::parse(&paragraphs.join(between));
        let text = lines.tree.text_content(lines.tree.body());
        prop_assert_eq!(without_space(&text), without_space(&paragraphs.concat()));
        prop_assert_eq!(lines.blank_before.len(), lines.tree.len());
    }

    #[test]
    fn what_is_wanted_whole_is_whole((html, texts) in page()) {
        let article = unchaff::clean(html.as_str(), &html_options().whole(true)).expect("there is text");
        prop_assert_eq!(without_space(&article.text), without_space(&texts.concat()));
    }

    #[test]
    fn a_persons_word_stands((html, texts) in page(), kept in vec(any::<bool>(), 40)) {
        let said: Vec<(usize, bool)> = kept.into_iter().take(texts.len()).enumerate().collect();
        let numbers = |wanted: bool| said.iter().filter(|(_, kept)| *kept == wanted).map(|(number, _)| *number).collect::<Vec<usize>>();
        let options = html_options().keep(numbers(true)).drop(numbers(false));
        let wanted: Vec<&str> = said.iter().filter(|(_, kept)| *kept).map(|(number, _)| texts[*number].as_str()).collect();
        match unchaff::clean(html.as_str(), &options) {
            Ok(article) => prop_assert_eq!(without_space(&article.text), without_space(&wanted.concat())),
            Err(error) => prop_assert!(wanted.is_empty(), "{}", error),
        }
    }

    #[test]
    fn one_page_joined_is_that_page((html, _) in page()) {
        if let Ok(article) = unchaff::clean(html.as_str(), &html_options()) {
            let joined = unchaff::join(vec![article.clone()], &html_options()).expect("one page");
            prop_assert_eq!(joined.html(), article.html());
            prop_assert_eq!(joined.summary, article.summary);
        }
    }

    #[test]
    fn a_summary_has_whole_sentences_in_the_order_of_the_text(paragraphs in vec(prose(), 1..6), share in 0.01f64..=1.0) {
        let text = paragraphs.join("\n\n");
        let options = SummaryOptions::new().length(Length::Share(share));
        let mut end = 0;
        for sentence in unchaff::summarize(&text, &options).expect("a share in range") {
            let range = sentence.range.expect("there is no description");
            prop_assert!(range.start >= end);
            end = range.end;
            prop_assert_eq!(&text[range.clone()], &sentence.text);
            let before = text[..range.start].trim_end();
            prop_assert!(before.is_empty() || before.ends_with('.'), "it starts in {:?}", before);
            prop_assert!(sentence.text.ends_with('.'), "it ends in {:?}", sentence.text);
        }
    }

    #[test]
    fn a_summary_is_no_longer_than_it_may_be(text in prose(), characters in 0usize..400) {
        let options = SummaryOptions::new().length(Length::Characters(characters));
        let sentences = unchaff::summarize(&text, &options).expect("a length in range");
        let length = sentences.iter().map(|sentence| sentence.text.chars().count()).sum::<usize>();
        prop_assert!(length + sentences.len().saturating_sub(1) <= characters);
    }

    #[test]
    fn any_bytes_have_an_answer_and_the_same_twice(bytes in vec(any::<u8>(), 0..300), html in markup()) {
        let page = [html.as_bytes(), &bytes].concat();
        let answer = || unchaff::clean(Input::Bytes(&page), &Options::new()).map(|article| article.html());
        prop_assert_eq!(answer(), answer());
    }
}
