//! Pages with little text: what is theirs is their article, and a page without text of its own has none.

use unchaff::{Error, Options};

fn markdown(html: &str) -> Result<String, Error> {
    unchaff::clean(html, &Options::new()).map(|article| article.markdown().trim().to_owned())
}

#[test]
fn a_page_gives_the_line_that_it_has() {
    let cases = [
        (
            "<title>Nhật ký</title><nav><a href=/>Trang chủ</a></nav><article><h1>Nhật ký</h1><p>Hôm nay trời mưa.</p></article>",
            "Hôm nay trời mưa.",
        ),
        (
            "<title>Repeats – Telegraph</title><main><header><h1>Repeats</h1><address><a rel=author>Emma</a></address></header>\
             <article><div><h1>Repeats</h1><address>Emma</address><p>Suggestions for the lamp</p></div></article></main>",
            "Suggestions for the lamp",
        ),
        ("<title>灯台</title><article><p>今日は雨。</p></article><footer>© 2024</footer>", "今日は雨。"),
        ("<div style='font-family:Menlo;white-space:pre'><div>a = 1</div><div>  b</div></div>", "```\na = 1\n  b\n```"),
        ("<pre>lamp on</pre>", "```\nlamp on\n```"),
    ];
    for (html, expected) in cases {
        assert_eq!(markdown(html).as_deref(), Ok(expected), "{html}");
    }
}

#[test]
fn a_page_without_text_of_its_own_has_no_article() {
    for html in [
        "<title>Login</title><main><form><label>Name</label><input><button>Log in</button></form></main>",
        "<title>App</title><article><p>Please enable JavaScript to continue.</p></article>",
        "<title>Tin</title><article><p><a href=/a>Một</a></p></article>",
        "<title>Liste</title><article><p>Eins.</p></article><article><p>Zwei.</p></article>",
        "<title>Ảnh</title><p>Hai chữ</p>",
    ] {
        assert_eq!(markdown(html), Err(Error::NothingReadable), "{html}");
    }
}
