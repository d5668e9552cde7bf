//! Tests how each kind of markup is cleaned, as data: a page, and the article in HTML.
//!
//! Everything is kept except the content of elements with `data-drop`. Text in an element with
//! `data-caption` has the role of a caption.

use unchaff::document::{Block, Document, Inline};
use unchaff::internals::clean::clean;
use unchaff::internals::selection::{Role, Selection};
use unchaff::internals::tree::{self, Tag, Tree};
use unchaff::limits::MAX_DOCUMENT_DEPTH;
use unchaff::render;
use unchaff::url::BaseUrl;

fn select(tree: &Tree) -> Selection {
    let mut selection = Selection::new(tree.len());
    for step in tree.walk(tree.root()) {
        let tree::Step::Enter(id) = step else { continue };
        let is_leaf = tree.tag(id) == Tag::TEXT || tree.tag(id) == Tag::IMG;
        let is_under = |name: &str| {
            tree.attr(id, name).is_some() || tree.ancestors(id).any(|element| tree.attr(element, name).is_some())
        };
        if is_leaf && !is_under("data-drop") {
            selection.set(id, if is_under("data-caption") { Role::Caption } else { Role::Body });
        }
    }
    selection
}

fn document(page: &str) -> Document {
    let tree = tree::parse(page).expect("a small page");
    clean(&tree, &select(&tree), &BaseUrl::new(Some("https://a.example/"), None))
}

/// Returns the article on one line, without the attributes that all links and images have.
fn article(page: &str) -> String {
    render::html(&document(page))
        .replace(">\n", ">")
        .replace("\n<", "<")
        .replace(" rel=\"noopener noreferrer\"", "")
        .replace(" loading=\"lazy\"", "")
        .replace("https://a.example/", "/")
}

fn check(cases: &[(&str, &str)]) {
    let failures: Vec<String> = cases
        .iter()
        .map(|&(page, expected)| (page, expected, article(page)))
        .filter(|(_, expected, found)| found != expected)
        .map(|(page, expected, found)| format!("page     {page}\nexpected {expected}\nfound    {found}\n"))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    for (_, expected) in cases {
        assert_eq!(article(expected), *expected, "an article cleaned again stays as it is");
    }
}

#[test]
fn a_name_stands_apart_from_what_follows_in_another_element() {
    check(&[
        ("<p><a href=a>Ana Ruiz</a><span>Reporter</span></p>", "<p><a href=\"/a\">Ana Ruiz</a> Reporter</p>"),
        ("<p><span><b>Lê Minh</b></span><i>Hà Nội</i></p>", "<p><strong>Lê Minh</strong> <em>Hà Nội</em></p>"),
        ("<p><span>TP HCM</span>Trời mưa.</p>", "<p>TP HCM Trời mưa.</p>"),
        ("<p><i>New York</i>Er</p>", "<p><em>New York</em>Er</p>"),
        ("<p><b>New York</b>er</p>", "<p><strong>New York</strong>er</p>"),
        ("<p><b>York</b>Er</p>", "<p><strong>York</strong>Er</p>"),
    ]);
}

#[test]
fn paragraphs() {
    check(&[
        ("<p>Một.<p>Hai.", "<p>Một.</p><p>Hai.</p>"),
        ("Chữ trần.<div>Chữ trong div.</div>Chữ sau.", "<p>Chữ trần.</p><p>Chữ trong div.</p><p>Chữ sau.</p>"),
        ("<div>One<p>Two</p>Three</div>", "<p>One</p><p>Two</p><p>Three</p>"),
        ("<div>One<br>two<br><br>Three<br> <br>\n<br>Four</div>", "<p>One<br>two</p><p>Three</p><p>Four</p>"),
        ("<p>One<br>&nbsp;<br>Two</p>", "<p>One</p><p>Two</p>"),
        ("<p><br>One<br></p>", "<p>One</p>"),
        ("<p><b>Gió<br>đông</b></p>", "<p><strong>Gió</strong><br><strong>đông</strong></p>"),
        ("<p>Gió <b>đông<br></b>bắc</p>", "<p>Gió <strong>đông</strong><br>bắc</p>"),
        ("<p> </p><p>&nbsp;</p><p><span></span></p><p>\u{200b}</p><p>x</p>", "<p>x</p>"),
        ("<p>Kept <span data-drop>Share</span>words</p><div data-drop>Menu</div>", "<p>Kept words</p>"),
        ("<details><summary>Câu hỏi</summary>Trả lời</details>", "<p>Câu hỏi</p><p>Trả lời</p>"),
        ("<dl><dt>Lúa<dd>Cây lương thực.</dl>", "<dl><dt>Lúa</dt><dd>Cây lương thực.</dd></dl>"),
        ("<my-card><p>Nội dung</p></my-card>", "<p>Nội dung</p>"),
        ("<span>Lan Anh</span><a href=/d>9/3</a>", "<p>Lan Anh<a href=\"/d\">9/3</a></p>"),
        ("", ""),
    ]);
}

#[test]
fn white_space() {
    check(&[
        ("<p>  Giá \n\t lúa   tăng </p>", "<p>Giá lúa tăng</p>"),
        ("<p>one<b> two </b>three</p>", "<p>one <strong>two</strong> three</p>"),
        ("<p>one <b> two</b> <i> three</i></p>", "<p>one <strong>two</strong> <em>three</em></p>"),
        ("<p>un mot\u{a0}: deux</p>", "<p>un mot\u{a0}: deux</p>"),
        ("<p>&nbsp;&nbsp; Thụt đầu dòng.&nbsp;</p>", "<p>Thụt đầu dòng.</p>"),
        ("<p>two.&nbsp; spaces</p>", "<p>two. spaces</p>"),
        ("<p>　一行目。</p>", "<p>一行目。</p>"),
        ("<p>市議会は\n広場を</p>", "<p>市議会は広場を</p>"),
        ("<p>시의회는\n광장을</p>", "<p>시의회는 광장을</p>"),
        ("<p>市 ABC\n市</p>", "<p>市 ABC 市</p>"),
        ("<p>hy\u{ad}phen zero\u{200b}width\u{feff}</p>", "<p>hyphen zerowidth</p>"),
        ("<p>می\u{200c}خواهم</p>", "<p>می\u{200c}خواهم</p>"),
        ("<p>a<wbr>b</p>", "<p>ab</p>"),
        ("<p>one<!-- x --> <!-- y -->two</p>", "<p>one two</p>"),
        ("<p>a</p> <span data-drop>x</span> <p>b</p>", "<p>a</p><p>b</p>"),
    ]);
}

#[test]
fn inline_styles() {
    check(&[
        ("<p><b>a</b><b>b</b></p>", "<p><strong>ab</strong></p>"),
        ("<p><b>a</b> <strong>b</strong></p>", "<p><strong>a b</strong></p>"),
        ("<p><b><b><strong>a</strong></b></b></p>", "<p><strong>a</strong></p>"),
        ("<p><em>rất <b>quan trọng</b> đấy</em></p>", "<p><em>rất <strong>quan trọng</strong> đấy</em></p>"),
        ("<p>H<sub>2</sub>O, m<sup>2</sup></p>", "<p>H<sub>2</sub>O, m<sup>2</sup></p>"),
        ("<p>a<b> </b>c<i></i></p>", "<p>a c</p>"),
        ("<b><p>one</p><p>two</p></b>", "<p><strong>one</strong></p><p><strong>two</strong></p>"),
        (
            "<p>Run <code>cargo  <b>test</b></code> or <kbd>F5</kbd></p>",
            "<p>Run <code>cargo test</code> or <kbd>F5</kbd></p>",
        ),
        ("<p><code>a</code> <code>b</code></p>", "<p><code>a</code> <code>b</code></p>"),
        ("<p><code>see <a href=/f>f</a></code></p>", "<p><code>see</code> <a href=\"/f\"><code>f</code></a></p>"),
        ("<p>Ông nói <q>đúng <q>vậy</q> </q> rồi</p>", "<p>Ông nói “đúng “vậy”” rồi</p>"),
        ("<p>a <q data-drop>b</q> c</p>", "<p>a c</p>"),
        (
            "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を</p>",
            "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を</p>",
        ),
        (
            "<p><span style='font-weight:bold'>Đậm</span> <font style='font-style: italic'>nghiêng</font></p>",
            "<p><strong>Đậm</strong> <em>nghiêng</em></p>",
        ),
        ("<b style='font-weight:normal'><p>Pasted</p></b>", "<p>Pasted</p>"),
        (
            "<p><u>u</u><mark>m</mark><small>s</small><del>d</del><abbr title=x>a</abbr></p>",
            "<p>u<mark>m</mark>s<del>d</del><abbr title=\"x\">a</abbr></p>",
        ),
    ]);
}

#[test]
fn links() {
    check(&[
        ("<p>Xem <a href='/tin?a=1&amp;b=2'>tin</a>.</p>", "<p>Xem <a href=\"/tin?a=1&amp;b=2\">tin</a>.</p>"),
        (
            "<p><a href='javascript:alert(1)'>a</a><a href=' java\nscript:x'>b</a><a href='data:text/html,x'>c</a></p>",
            "<p>abc</p>",
        ),
        ("<p>See<sup><a href='#fn1'>1</a></sup></p>", "<p>See<sup>1</sup></p>"),
        ("<p>a<a href=/x></a><a href=/y> </a>b</p>", "<p>a b</p>"),
        ("<p><a href=/x>a </a>b<a href=/y> c</a></p>", "<p><a href=\"/x\">a</a> b <a href=\"/y\">c</a></p>"),
        ("<p><a href=/x>one</a> <a href=/x>two</a></p>", "<p><a href=\"/x\">one two</a></p>"),
        ("<p><a href=/x>one</a> <a href=/y>two</a></p>", "<p><a href=\"/x\">one</a> <a href=\"/y\">two</a></p>"),
        ("<a href=/x><div>one</div><div>two</div></a>", "<p><a href=\"/x\">one</a></p><p><a href=\"/x\">two</a></p>"),
        ("<p><a href=/x>a <b>b</b></a></p>", "<p><a href=\"/x\">a <strong>b</strong></a></p>"),
        ("<p><em>a <a href=/x>b</a> c</em></p>", "<p><em>a <a href=\"/x\">b</a> c</em></p>"),
        ("<p><a href=/x>a<object><a href=/y>b</a></object></a></p>", "<p><a href=\"/x\">ab</a></p>"),
        (
            "<p><a name=x>anchor</a> <a href=mailto:a@b.example>mail</a></p>",
            "<p>anchor <a href=\"mailto:a@b.example\">mail</a></p>",
        ),
    ]);
}

#[test]
fn headings() {
    check(&[
        ("<h1>A</h1><h3>B</h3><h3>C</h3><h6>D</h6>", "<h2>A</h2><h3>B</h3><h3>C</h3><h4>D</h4>"),
        ("<h4>Mở đầu</h4><p>x</p>", "<h2>Mở đầu</h2><p>x</p>"),
        ("<h1 data-drop>Tên báo</h1><h3>A</h3><h2>B</h2>", "<h2>A</h2><h2>B</h2>"),
        ("<ul><li>x<h5>A</h5></ul><h2>B</h2>", "<p>x</p><h2>A</h2><h2>B</h2>"),
        ("<h2><b>Bold</b></h2>", "<h2>Bold</h2>"),
        ("<h2>Half <b>bold</b></h2>", "<h2>Half <strong>bold</strong></h2>"),
        ("<h2><div>One</div><p>two<br>three</p></h2>", "<h2>One two three</h2>"),
        ("<h2> </h2><h2><img data-drop src=/a.png></h2>", ""),
        ("<h2><img src=/a.png alt=Sơ_đồ></h2>", "<figure><img src=\"/a.png\" alt=\"Sơ_đồ\"></figure>"),
        ("<a href=/x><h2>Linked</h2></a>", "<h2><a href=\"/x\">Linked</a></h2>"),
    ]);
}

#[test]
fn lists() {
    check(&[
        ("<ul><li>Một<li>Hai</ul>", "<ul><li>Một</li><li>Hai</li></ul>"),
        ("<ol start=3><li>c<li>d</ol>", "<ol start=\"3\"><li>c</li><li>d</li></ol>"),
        ("<ol start=-1><li>c</ol>", "<ol><li>c</li></ol>"),
        ("<ol><li data-drop>a<li>b<li data-drop>c<li>d</ol>", "<ol start=\"2\"><li>b</li><li>d</li></ol>"),
        ("<ul><li data-drop>a</ul><p>x</p>", "<p>x</p>"),
        ("<ul><li>a<ul><li>b</ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<div><li>a</li><li>b</li></div><p>x</p>", "<ul><li>a</li><li>b</li></ul><p>x</p>"),
        ("<ul><a href=/x>bare</a><li>item</ul>", "<ul><li><a href=\"/x\">bare</a></li><li>item</li></ul>"),
        ("<ul><li><h3>A</h3><p>a</p><li><h3>B</h3><p>b</p></ul>", "<h2>A</h2><p>a</p><h2>B</h2><p>b</p>"),
        (
            "<ul><li><img src=/a.png><li><img src=/b.png></ul>",
            "<figure><img src=\"/a.png\" alt=\"\"></figure><figure><img src=\"/b.png\" alt=\"\"></figure>",
        ),
        ("<menu><li>a</menu>", "<ul><li>a</li></ul>"),
    ]);
}

#[test]
fn quotes_rules_and_code() {
    check(&[
        ("<blockquote>Lời ông<p>nói</blockquote>", "<blockquote><p>Lời ông</p><p>nói</p></blockquote>"),
        ("<blockquote data-drop>x</blockquote><blockquote> </blockquote>", ""),
        ("<hr><p>a</p><hr><hr><p data-drop>b</p><hr><p>c</p><hr>", "<p>a</p><hr><p>c</p>"),
        ("<p>a<hr>b", "<p>a</p><hr><p>b</p>"),
        ("<ul><li><hr>a<hr><li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<pre>\n  a\n\n\tb &lt; c  \n\n</pre>", "<pre><code>  a\n\n\tb &lt; c</code></pre>"),
        (
            "<pre><code class='hljs language-Rust'>fn <b>f</b>() {}</code></pre>",
            "<pre><code class=\"language-rust\">fn f() {}</code></pre>",
        ),
        (
            "<div class='highlight highlight-source-c++'><pre>x</pre></div>",
            "<pre><code class=\"language-c++\">x</code></pre>",
        ),
        ("<pre class='brush: js; toolbar: false'>x</pre>", "<pre><code class=\"language-js\">x</code></pre>"),
        ("<div class='lang-vi'><pre>x</pre></div>", "<pre><code>x</code></pre>"),
        ("<pre class='language-text'>x</pre>", "<pre><code>x</code></pre>"),
        ("<pre>a<br>b<div>c</div><div>d</div></pre>", "<pre><code>a\nb\nc\nd</code></pre>"),
        ("<pre><code>a</code><code>b</code></pre>", "<pre><code>a\nb</code></pre>"),
        ("<pre><span class=a>x</span>\n<span class=a>y</span></pre>", "<pre><code>x\ny</code></pre>"),
        ("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>b</pre>", "<pre><code>a\nb</code></pre>"),
        ("<table><tr><td><pre>1\n2</pre><td><pre>a\nb</pre></table>", "<pre><code>a\nb</code></pre>"),
        ("<pre>a\u{a0}b\r\n\u{200b}c</pre>", "<pre><code>a b\nc</code></pre>"),
        ("<pre data-drop>x</pre><pre> \n </pre>", ""),
        ("<h2>Use <pre>x</pre></h2>", "<h2>Use x</h2>"),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "<table><caption>Giá</caption><tr><th>Loại<th>Giá<tr><td>Lúa<td>8.000</table>",
            "<table><caption>Giá</caption><thead><tr><th>Loại</th><th>Giá</th></tr></thead><tbody><tr><td>Lúa</td><td>8.000</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td>a<td>b<tr><td><p>c</p><td><b>d</b></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><strong>d</strong></td></tr></tbody></table>",
        ),
        (
            "<table><tr><th>a<th>b<tr><td>c<br>d<td><ul><li>e<li>f</ul></table>",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c<br>d</td><td>e<br>f</td></tr></tbody></table>",
        ),
        (
            "<table><tr><th>a<th>b<tr data-drop><td>c<td>d<tr><td>e<td></table>",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>e</td><td></td></tr></tbody></table>",
        ),
        (
            "<table><tr><td><b>Năm</b><td><b>Giá</b><tr><td>2024<td>8.000<tr><td>2025<td>9.000</table>",
            "<table><thead><tr><th>Năm</th><th>Giá</th></tr></thead><tbody><tr><td>2024</td><td>8.000</td></tr><tr><td>2025</td><td>9.000</td></tr></tbody></table>",
        ),
        (
            "<table><thead><tr><td><b>a</b><td>b</thead><tr><td><b>c</b><td>d</table>",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><strong>c</strong></td><td>d</td></tr></tbody></table>",
        ),
        ("<table><tr><td>one<tr><td>two</table>", "<p>one</p><p>two</p>"),
        ("<table><tr><td>one<td>two</table>", "<p>one</p><p>two</p>"),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        (
            "<table><tr><td data-drop>menu<td><p>a</p><p>b</p><tr><td data-drop>x<td>c</table>",
            "<p>a</p><p>b</p><p>c</p>",
        ),
        ("<table><tr><td><h2>A</h2><p>a</p><td>x<tr><td>b<td>c</table>", "<h2>A</h2><p>a</p><p>x</p><p>b</p><p>c</p>"),
        (
            "<table><tr><td>x<table><tr><td>a<td>b<tr><td>c<td>d</table><td>y<tr><td>z<td>w</table>",
            "<p>x</p><table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table><p>y</p><p>z</p><p>w</p>",
        ),
        (
            "<table><tr><td><img src=/a.png><tr><td data-caption>Ảnh: Lan</table>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>Ảnh: Lan</figcaption></figure>",
        ),
        ("<table data-drop><tr><td>a<td>b<tr><td>c<td>d</table>", ""),
    ]);
}

#[test]
fn figures_and_captions() {
    check(&[
        (
            "<figure><img src=/a.png alt=' Chợ  nổi '><figcaption>Chợ <b>nổi</b>.<p>Ảnh: Lan</p></figcaption></figure>",
            "<figure><img src=\"/a.png\" alt=\"Chợ nổi\"><figcaption>Chợ <strong>nổi</strong>.<br>Ảnh: Lan</figcaption></figure>",
        ),
        (
            "<figure><div><img src=/a.png></div><p>Words</p></figure>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>Words</figcaption></figure>",
        ),
        (
            "<figure><img src=/a.png><img src=/b.png><figcaption>Two</figcaption></figure>",
            "<figure><img src=\"/a.png\" alt=\"\"><img src=\"/b.png\" alt=\"\"><figcaption>Two</figcaption></figure>",
        ),
        (
            "<figure><figure><img src=/a.png><figcaption>A</figcaption></figure><figure><img src=/b.png><figcaption>B</figcaption></figure></figure>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>A</figcaption></figure><figure><img src=\"/b.png\" alt=\"\"><figcaption>B</figcaption></figure>",
        ),
        ("<figure data-caption><img data-drop src=/a.png><figcaption>Lost</figcaption></figure><p>x</p>", "<p>x</p>"),
        (
            "<figure><blockquote>Words</blockquote><figcaption>Who</figcaption></figure>",
            "<blockquote><p>Words</p></blockquote><p>Who</p>",
        ),
        (
            "<figure><table><tr><th>a<th>b<tr><td>c<td>d</table><figcaption>T</figcaption></figure>",
            "<table><caption>T</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
        ),
        (
            "<figure><pre>x</pre><figcaption>Listing 1</figcaption></figure>",
            "<pre><code>x</code></pre><p>Listing 1</p>",
        ),
        (
            "<div><img src=/a.png></div><p data-caption>Ảnh: <i>Lan</i></p><p>Chữ</p>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>Ảnh: <em>Lan</em></figcaption></figure><p>Chữ</p>",
        ),
        (
            "<p><img src=/a.png><br><em data-caption>Ảnh</em></p>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>Ảnh</figcaption></figure>",
        ),
        (
            "<p data-caption>Above</p><img src=/a.png><p>x</p>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>Above</figcaption></figure><p>x</p>",
        ),
        (
            "<p>x</p><p data-caption>No image</p><p>y</p><img src=/a.png>",
            "<p>x</p><p>y</p><figure><img src=\"/a.png\" alt=\"\"></figure>",
        ),
        (
            "<img src=/a.png><p data-caption>One</p><p data-caption>Two</p>",
            "<figure><img src=\"/a.png\" alt=\"\"><figcaption>One<br>Two</figcaption></figure>",
        ),
    ]);
}

#[test]
fn images() {
    const PIXEL: &str = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
    check(&[
        ("<p><img src=/a.png></p>", "<figure><img src=\"/a.png\" alt=\"\"></figure>"),
        (
            "<p><a href=/x><img src=/a.png></a> <img src=/b.png>\n</p>",
            "<figure><img src=\"/a.png\" alt=\"\"><img src=\"/b.png\" alt=\"\"></figure>",
        ),
        ("<p>Bấm <img src=/ok.png alt=OK> để lưu</p>", "<p>Bấm <img src=\"/ok.png\" alt=\"OK\"> để lưu</p>"),
        ("<p><img src=/a.png width=600>Words</p>", "<figure><img src=\"/a.png\" alt=\"\"></figure><p>Words</p>"),
        (
            "<p>Words<br><a href=/b.png><img src=/a.png width=20></a></p>",
            "<p>Words</p><figure><img src=\"/a.png\" alt=\"\"></figure>",
        ),
        (
            "<p>Then <img src=/x.png width=300 height=20 alt=x></p>",
            "<p>Then <img src=\"/x.png\" alt=\"x\" width=\"300\" height=\"20\"></p>",
        ),
        ("<p><img src=/i.png width=16px> Words</p>", "<p><img src=\"/i.png\" alt=\"\"> Words</p>"),
        ("<p>Vui <img src=/1f600.png class=emoji alt=😀> quá</p>", "<p>Vui 😀 quá</p>"),
        ("<img src=/t.gif width=1 height=1><img data-drop src=/ad.png><img>", ""),
        (&format!("<img src={PIXEL} data-src=/real.jpg>"), "<figure><img src=\"/real.jpg\" alt=\"\"></figure>"),
        (&format!("<img src={PIXEL}>"), ""),
        ("<img src=/i/blank.gif?v=2 data-original=/real.jpg>", "<figure><img src=\"/real.jpg\" alt=\"\"></figure>"),
        ("<img src=/small.jpg srcset='/m.jpg 800w, /l.jpg 3000w'>", "<figure><img src=\"/m.jpg\" alt=\"\"></figure>"),
        (
            "<picture><source srcset='/a.webp 1x, /b.webp 2x'><img alt=x></picture>",
            "<figure><img src=\"/b.webp\" alt=\"x\"></figure>",
        ),
        ("<img src=/a.jpg><noscript><img src=/a.jpg></noscript>", "<figure><img src=\"/a.jpg\" alt=\"\"></figure>"),
        ("<img src='javascript:x'><img src='data:image/svg+xml;base64,AAAA'>", ""),
        ("<p><button><img src=/a.png></button></p>", "<figure><img src=\"/a.png\" alt=\"\"></figure>"),
    ]);
}

#[test]
fn nothing_that_runs_or_asks_gets_through() {
    check(&[
        ("<p>a<script>x</script><style>x</style><template>x</template><textarea>x</textarea></p>", "<p>a</p>"),
        ("<p>a<svg><text>x</text><foreignObject><p>x</p></foreignObject></svg>b</p>", "<p>ab</p>"),
        (
            "<p>a<math><mi onclick=x>&lt;b></mi></math></p>",
            "<p>a<span class=\"math inline\">\\(&lt;b&gt;\\)</span></p>",
        ),
        (
            "<p>a<select><option>x</select><iframe>x</iframe><object data=x>x</object><video>x</video><audio>x</audio></p>",
            "<p>a</p>",
        ),
        ("<p id=x class=y onclick=z style='color:red'>a</p>", "<p>a</p>"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            "<p><img src=x onerror=alert(1) alt='\"><script>'></p>",
            "<figure><img src=\"/x\" alt=\"&quot;&gt;&lt;script&gt;\"></figure>",
        ),
    ]);
}

#[test]
fn only_selected_leaves_are_written() {
    let tree = tree::parse("<h1>a</h1><p>b<img src=/c.png></p><pre>d</pre><table><tr><td>e</table>").expect("small");
    let document = clean(&tree, &Selection::new(tree.len()), &BaseUrl::new(Some("https://a.example/"), None));
    assert_eq!(document, Document::default());
}

#[test]
fn nesting_is_capped_and_loses_nothing() {
    let page = format!("{}x{}", "<blockquote>".repeat(60), "</blockquote>".repeat(60));
    let mut depth = 0;
    let mut blocks = &document(&page).blocks;
    while let [Block::Quote(inner)] = blocks.as_slice() {
        blocks = inner;
        depth += 1;
    }
    assert_eq!(depth, MAX_DOCUMENT_DEPTH);
    assert_eq!(blocks, &[Block::Paragraph(vec![Inline::Text("x".into())])]);

    let lists = article(&"<ul><li>a".repeat(60));
    assert_eq!(lists.matches("<ul>").count(), MAX_DOCUMENT_DEPTH);
    assert_eq!(lists.matches('a').count(), 60);
}

#[test]
fn the_full_stop_after_a_formula_is_kept() {
    let tree = tree::parse("<p>Vậy <math><mi>x</mi></math>.</p><p>Menu</p><p>|</p>").expect("a small page");
    let mut selection = Selection::new(tree.len());
    for text in tree.descendants(tree.body(), Tag::TEXT).filter(|&text| tree.text(text).contains("Vậy")) {
        selection.set(text, Role::Body);
    }
    assert_eq!(render::markdown(&clean(&tree, &selection, &BaseUrl::default())), "Vậy $x$.\n");
}
