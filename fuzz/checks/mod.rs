//! Checks that must hold for every input, especially hostile ones. There is one function for each
//! fuzz target.
//!
//! The fuzz targets call these functions with inputs from libFuzzer. `cargo test` calls them with
//! inputs that once broke a check, and with pages of the tests that are changed at random. Each
//! function takes bytes and panics if a check fails.

mod html;

use pulldown_cmark::{Options as MarkdownOptions, Parser, html::push_html};
use unchaff::url::BaseUrl;
use unchaff::{Article, Error, Input, InputType, Length, Options, SummaryOptions};

const PAGE: &str = "https://site.example/news/story.html";

/// Checks any bytes. The first two select the options.
pub fn bytes(data: &[u8]) {
    const CHARSETS: [&str; 16] = [
        "",
        "utf-8",
        "utf-16le",
        "utf-16be",
        "windows-1252",
        "windows-1258",
        "shift_jis",
        "gbk",
        "gb18030",
        "big5",
        "euc-kr",
        "euc-jp",
        "iso-2022-jp",
        "koi8-r",
        "x-user-defined",
        "replacement",
    ];
    let Some((&[first, second], page)) = data.split_first_chunk() else { return };
    let mut options = Options::new().whole(first & 16 != 0).json_ld(first & 32 != 0).explain(first & 64 != 0);
    let charset = CHARSETS[usize::from(first & 15)];
    if !charset.is_empty() {
        options = options.charset(charset);
    }
    if first & 128 != 0 {
        options = options.url(PAGE);
    }
    if second & 1 != 0 {
        options = options.beta(10.0);
    }
    if second & 2 != 0 {
        options = options.keep([usize::from(second >> 4)]);
    }
    if second & 4 != 0 {
        options = options.drop([usize::from(second >> 3)]);
    }
    check_answer(page.into(), &options);
    unchaff::probably_readable(page);
}

/// Checks pasted text, and text of unknown type.
pub fn text(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for input_type in [InputType::Text, InputType::Auto] {
        check_answer(text.as_ref().into(), &Options::new().input_type(input_type));
    }
}

/// Checks a page's address, its `<base>` and a link, each on a line. Every resolved address must be
/// safe and resolve to itself.
pub fn url(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(3, '\n');
    let (page, base, link) = (lines.next(), lines.next(), lines.next().unwrap_or_default());
    for base in [BaseUrl::new(page, base), BaseUrl::new(None, base), BaseUrl::default()] {
        for (url, again) in [
            (base.resolve(link), BaseUrl::resolve as fn(&BaseUrl, &str) -> _),
            (base.resolve_image(link), BaseUrl::resolve_image),
        ] {
            let Some(url) = url else { continue };
            html::check_url(url.as_str());
            assert_eq!(again(&BaseUrl::default(), url.as_str()).as_ref(), Some(&url), "resolved again");
        }
    }
}

/// Checks a page as Markdown, rendered by a parser that allows HTML. The result must be as safe as
/// our HTML and have the same words.
pub fn markdown(data: &[u8]) {
    let Ok(article) = clean_whole(&String::from_utf8_lossy(data)) else { return };
    let markdown = article.markdown();
    let options = MarkdownOptions::ENABLE_TABLES
        | MarkdownOptions::ENABLE_STRIKETHROUGH
        | MarkdownOptions::ENABLE_FOOTNOTES
        | MarkdownOptions::ENABLE_TASKLISTS
        | MarkdownOptions::ENABLE_MATH
        | MarkdownOptions::ENABLE_GFM;
    for options in [options, MarkdownOptions::empty()] {
        let mut rendered = String::new();
        push_html(&mut rendered, Parser::new_ext(&markdown, options));
        html::check_rendered_markdown(&rendered);
    }
}

/// Checks that our HTML is read as it was written, and that the same holds for the result of
/// cleaning it again.
pub fn reparse(data: &[u8]) {
    let Ok(article) = clean_whole(&String::from_utf8_lossy(data)) else { return };
    let once = article.html();
    html::check_is_read_as_written(&once);
    if let Ok(article) = clean_whole(&once) {
        html::check_is_read_as_written(&article.html());
    }
}

/// Checks that our HTML does not change when it is cleaned again. This is not true for all pages: a
/// text may lose a paragraph without a letter. So only inputs of fixed bugs are checked.
pub fn again(data: &[u8]) {
    let Ok(article) = clean_whole(&String::from_utf8_lossy(data)) else { return };
    let once = article.html();
    let twice = clean_whole(&once).map(|article| article.html());
    assert_eq!(twice.as_deref(), Ok(once.as_str()), "cleaned again");
}

/// Checks JSON-LD in a page, beside `<meta>` elements with the same words.
pub fn metadata(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (json, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let page = format!(
        "<title>{rest}</title><script type=application/ld+json>{json}</script><meta property=og:title content=\"{rest}\">\
         <meta name=author content='{rest}'><meta property=article:published_time content='{rest}'><h1>{rest}</h1>\
         <p class=byline>{rest}<p>The ferry left the harbour at dawn with forty cars and four hundred people aboard.<time>{rest}\
         </time><a rel=next href='{rest}'>Next page</a>"
    );
    check_answer(page.as_str().into(), &Options::new().json_ld(true).url(PAGE));
}

/// Checks a text: its summary is part of it, and its keywords have letters.
pub fn summary(data: &[u8]) {
    let Some((&length, text)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let (title, text) = text.split_once('\n').unwrap_or(("", &text));
    let length = match length % 3 {
        0 => Length::Sentences(usize::from(length) % 51),
        1 => Length::Share(f64::from(length) / 255.0),
        _ => Length::Characters(usize::from(length)),
    };
    let options = SummaryOptions::new().title(title).description(title).length(length);
    for sentence in unchaff::summarize(text, &options).expect("lengths in range") {
        if let Some(range) = sentence.range {
            assert_eq!(text[range], sentence.text);
        }
    }
    for keyword in unchaff::keywords(text, Some(title), None) {
        assert!(keyword.contains(char::is_alphanumeric), "{keyword:?}");
    }
}

fn clean_whole(page: &str) -> Result<Article, Error> {
    let options = Options::new().whole(true).input_type(InputType::Html).url(PAGE);
    unchaff::clean(page, &options)
}

/// Cleans a page and checks the whole result.
fn check_answer(page: Input<'_>, options: &Options) {
    let Ok(article) = unchaff::clean(page, options) else { return };
    html::check_safe(&article.html());
    html::check_plain(&article.markdown());
    let metadata = &article.metadata;
    let image = metadata.image.as_ref().map(|image| &image.url);
    let urls = [
        image,
        metadata.favicon.as_ref(),
        metadata.url.as_ref(),
        metadata.next_page.as_ref(),
        metadata.license.as_ref(),
    ];
    urls.into_iter().flatten().for_each(|url| html::check_url(url.as_str()));
    article.links().iter().for_each(|link| html::check_url(link.url.as_str()));
    for sentence in article.summary {
        if let Some(range) = sentence.range {
            assert_eq!(article.text[range], sentence.text);
        }
    }
    for text in [&metadata.title, &metadata.byline, &metadata.excerpt].into_iter().flatten() {
        assert!(!text.chars().any(char::is_control), "{text:?}");
    }
}
