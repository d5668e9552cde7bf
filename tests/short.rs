//! Tests pages with little text. A page's own text is its article, and a page without text of its
//! own has no article.

use unchaff::{Error, InputType, Options};

#[test]
fn the_canonical_address_serves_where_no_other_is_given() {
    let page = "<link rel=canonical href=https://tin.example/a/b><title>Phà</title><article><h1>Phà</h1><p>Phà rời bến lúc chín giờ sáng,
        xem <a href=c>lịch chạy phà</a> của cả tuần trước khi đi.</article>";
    let link =
        |page: &str, options: Options| unchaff::clean(page, &options).unwrap().links()[0].url.as_str().to_owned();
    assert_eq!(link(page, Options::new()), "https://tin.example/a/c");
    assert_eq!(link(page, Options::new().url("https://else.example/x")), "https://else.example/c");
    let relative = page.replace("https://tin.example", "");
    assert!(unchaff::clean(relative.as_str(), &Options::new()).unwrap().links().is_empty());
}

#[test]
fn an_address_that_cannot_serve_is_noticed_and_loses_no_page() {
    let page = "<title>Phà</title><article><h1>Phà</h1><p>Phà rời bến lúc chín giờ sáng, hôm nào cũng thế, trừ ngày bão.</article>";
    for url in ["", "/a/b", "example.com"] {
        let article = unchaff::clean(page, &Options::new().url(url)).unwrap();
        assert_eq!(article.notice, Some(unchaff::Notice::RelativeUrl), "{url}");
    }
    assert_eq!(unchaff::clean(page, &Options::new().url("https://tin.example/")).unwrap().notice, None);
    assert_eq!(unchaff::clean(page, &Options::new()).unwrap().notice, None);
}

#[test]
fn an_address_or_a_file_name_is_no_page() {
    for input in ["https://example.com/a", " http://example.com \n", "pages/rain.html", "C:\\rain.HTM", "rain.pdf"] {
        let error = unchaff::clean(input, &Options::new()).unwrap_err();
        assert!(matches!(&error, Error::InvalidOption { name, .. } if name == "input"), "{input}: {error}");
    }
    for input in ["See rain.html", "rain", "https://example.com/a is the address."] {
        assert!(unchaff::clean(input, &Options::new()).is_ok(), "{input}");
    }
    assert!(unchaff::clean("https://example.com/a", &Options::new().input_type(unchaff::InputType::Text)).is_ok());
}

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
fn a_fragment_of_a_few_words_is_its_own_article() {
    let cases = [
        ("<p>The ferry sails at nine.", "The ferry sails at nine."),
        ("<h2>Chợ</h2>\nChợ mở cửa vào thứ sáu.", "## Chợ\n\nChợ mở cửa vào thứ sáu."),
        ("渡船<br>九時に<b>出</b>ます。", "渡船\\\n九時に**出**ます。"),
        ("Mehr <a href=\"https://example.com/b\">im Bericht</a>.", "Mehr [im Bericht](https://example.com/b)."),
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
        "<nav><a href=/>Trang chủ</a></nav>",
        "<footer><p>© 2031 Der Hafen</p></footer>",
    ] {
        assert!(matches!(markdown(html), Err(Error::NothingReadable { .. })), "{html}");
    }
}

#[test]
fn fewer_than_ten_words_on_a_page_with_more_than_them_are_no_article() {
    let photo = |text: &str| format!("<title>Fotos</title><p>{text}</p><form><input></form><a href=/a>→</a>");
    let teasers = |text: &str| {
        format!("<title>Tin</title><article><h2>1</h2><p>{text}</p></article><article><h2>2</h2><p>…</p></article>")
    };
    for (few, enough) in [
        ("The lighthouse stands at the end of the pier.", "The old lighthouse stands at the end of the pier."),
        (
            "Der Leuchtturm steht am Ende der alten Mole.",
            "Der Leuchtturm steht seit hundert Jahren am Ende der alten Mole.",
        ),
        ("Le phare se dresse au bout de la jetée.", "Le vieux phare se dresse au bout de la jetée."),
    ] {
        for page in [&photo as &dyn Fn(&str) -> String, &teasers] {
            assert!(matches!(markdown(&page(few)), Err(Error::NothingReadable { .. })), "{few}");
            assert!(markdown(&page(enough)).is_ok_and(|text| text.starts_with(enough)), "{enough}");
        }
    }
}

#[test]
fn a_page_without_an_article_still_says_its_title_author_and_date() {
    let cases = [
        (
            "<title>Phà sang đảo | Tin Làng</title><meta property=og:title content='Phà sang đảo'><meta name=author content='Lê Thu Hà'>\
             <meta property=article:published_time content=2031-03-24T09:52:08+07:00><div id=app></div><p>Đang tải</p><script src=/app.js></script>",
            ("Phà sang đảo", "Lê Thu Hà", "2031-03-24T09:52:08+07:00"),
        ),
        (
            r#"<title>Der Leuchtturm</title><script type="application/ld+json">{"@type":"Article","headline":"Der Leuchtturm",
             "author":{"@type":"Person","name":"Jutta Harms"},"datePublished":"2030-11-02"}</script><main><form><input><button>Anmelden</button></form></main>"#,
            ("Der Leuchtturm", "Jutta Harms", "2030-11-02"),
        ),
        (
            "<title>灯台の夜</title><meta name=author content='田中 花子'><meta name=date content=2032-01-05><article><iframe src=https://v.example/1></iframe></article>",
            ("灯台の夜", "田中 花子", "2032-01-05"),
        ),
    ];
    for (html, (title, author, date)) in cases {
        let error = unchaff::clean(html, &Options::new()).unwrap_err();
        let metadata = error.metadata().unwrap_or_else(|| panic!("{error}"));
        assert_eq!(metadata.title.as_deref(), Some(title));
        assert_eq!(metadata.authors, [author]);
        assert_eq!(metadata.published_time.as_deref(), Some(date));
    }
}
