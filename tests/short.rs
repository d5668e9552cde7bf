//! Pages with little text: what is theirs is their article, and a page without text of its own has none.

use unchaff::{Error, InputType, Options};

fn markdown(html: &str) -> Result<String, Error> {
    unchaff::clean(html, &Options::new().input_type(InputType::Html))
        .map(|article| article.markdown().trim().to_owned())
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
        ("<title>Ảnh</title><p>Hai chữ</p>", "Hai chữ"),
        ("<meta name=description content=x><body>Test", "Test"),
        (
            "<title>Note</title><main><section><div><div>Die Lampe ist an.</div></div></section></main>",
            "Die Lampe ist an.",
        ),
        ("<title>灯</title><div data-a><div>灯台の話</div><div>今日は雨。</div></div>", "灯台の話\n\n今日は雨。"),
        ("<title>Lien</title><a href='javascript:'><p>un</p><p>deux</p>trois</a>", "un\n\ndeux\n\ntrois"),
        (
            "<title>Lights</title><article><h2>North</h2><img src=https://a.example/n.jpg alt=Tower>\
             <h2>South</h2></article>",
            "## North\n\n![Tower](https://a.example/n.jpg)\n\n## South",
        ),
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
        "<title>App</title><div id=root>Loading…</div><script>start()</script>",
        "<title>Tin</title><ul><li><a href=/a>Một</a><li><a href=/b>Hai</a></ul>",
        "<title>Suche</title><p>Wonach suchen Sie?</p><form><input></form>",
    ] {
        assert_eq!(markdown(html), Err(Error::NothingReadable), "{html}");
    }
}
