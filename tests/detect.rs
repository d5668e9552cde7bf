//! HTML or text: short inputs as feeds, content management systems and people have them, told apart both ways.

use unchaff::internals::detect::looks_like_html;

#[derive(serde::Deserialize)]
struct Inputs {
    html: Vec<String>,
    text: Vec<String>,
}

fn inputs() -> Inputs {
    serde_json::from_str(include_str!("detect/inputs.json")).expect("two lists of strings")
}

#[test]
fn fragments_of_html_are_html() {
    let missed: Vec<String> = inputs().html.into_iter().filter(|input| !looks_like_html(input)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn text_that_mentions_tags_is_text() {
    let missed: Vec<String> = inputs().text.into_iter().filter(|input| looks_like_html(input)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}
