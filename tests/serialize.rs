//! Tests the output of the feature `serde`.

use serde_json::json;
use unchaff::{Length, Options, clean};

#[test]
fn an_article_is_written_with_the_names_of_rust() {
    let page = "<html lang=en><title>Rain</title><meta property=og:image content=/a.jpg><article><h1>Rain</h1>
        <p>Rain fell all night in the <a href=/hills>hills</a>, and the river rose by two metres.</p>
        <ol type=a><li>By the morning the water had gone down again, and the bridge was open to traffic.</ol></article>";
    let options = Options::new().url("https://example.com/rain").summary_length(Length::Sentences(3));
    let article = clean(page, &options).unwrap();
    let written = serde_json::to_value(&article).unwrap();
    assert_eq!(written["input_type"], "Html");
    assert_eq!(written["metadata"]["title"], "Rain");
    assert_eq!(written["metadata"]["image"]["url"], "https://example.com/a.jpg");
    assert_eq!(written["metadata"]["sources"]["image"], json!({"Meta": "og:image"}));
    assert_eq!(written["metadata"]["direction"], "Ltr");
    assert_eq!(
        written["document"]["blocks"][0]["Paragraph"][1],
        json!({"Link": {"url": "https://example.com/hills", "content": [{"Text": "hills"}]}})
    );
    assert_eq!(written["document"]["blocks"][1]["List"]["numbering"], "LowerAlpha");
    assert_eq!(written["summary"][0]["range"]["start"], 0);
    assert_eq!(written["blocks"][1]["reason"], "Prose");
    assert_eq!(written["blocks"][1]["kept"], true);
}
