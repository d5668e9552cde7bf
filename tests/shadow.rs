//! Tests declarative shadow roots: the content that a browser shows is text of the page.

use unchaff::{InputType, Options};

fn text(body: &str) -> String {
    let page = format!("<!doctype html><title>Phà</title><article>{body}</article>");
    unchaff::clean(page.as_str(), &Options::new().input_type(InputType::Html).whole(true)).unwrap().text
}

#[test]
fn the_content_of_a_shadow_root_is_read() {
    let body = "<x-story><template shadowrootmode=open><style>p{}</style><p>Phà rời bến lúc chín giờ.</p></template></x-story><p>Trưa thì về.</p>";
    assert_eq!(text(body), "Phà rời bến lúc chín giờ.\n\nTrưa thì về.");
}

#[test]
fn children_of_the_host_stand_in_their_slots() {
    let body = "<x-story><p>Second.</p><h2 slot=head>First</h2><template shadowrootmode=closed>\
        <slot name=head><p>No head.</p></slot><p>Between.</p><slot></slot><slot name=end><p>Fallback.</p></slot></template>\
        <p>Third.</p><p slot=nowhere>Not shown.</p></x-story>";
    assert_eq!(text(body), "First\n\nBetween.\n\nSecond.\n\nThird.\n\nFallback.");
}

#[test]
fn a_root_inside_of_a_root_has_slots_of_its_own() {
    let body = "<x-outer><p>外の文。</p><template shadowrootmode=open><x-inner><slot></slot><template shadowrootmode=open>\
        <p>前の文。</p><slot></slot></template></x-inner></template></x-outer>";
    assert_eq!(text(body), "前の文。\n\n外の文。");
}

#[test]
fn a_root_that_shows_nothing_hides_nothing() {
    for root in ["", "<img src=/a.jpg>", "<style>p{}</style><div> </div>", "<script>start()</script>"] {
        let body = format!("<template shadowrootmode=open>{root}</template><p>Phà rời bến lúc chín giờ.</p>");
        assert_eq!(text(&body), "Phà rời bến lúc chín giờ.", "{root}");
    }
}

#[test]
fn a_template_that_is_no_shadow_root_is_not_read() {
    let body =
        "<template><p>Vorlage.</p></template><template shadowrootmode=x><p>Keine.</p></template><p>Der Text.</p>";
    assert_eq!(text(body), "Der Text.");
}

#[test]
fn very_many_roots_take_no_longer_each() {
    let deep = "<x-a><template shadowrootmode=open><slot></slot>".repeat(3_000);
    let wide = "<x-a><template shadowrootmode=open><p>Ein Wort.</p></template></x-a>".repeat(20_000);
    let many =
        format!("<x-a>{}<p>Ende.</p></x-a>", "<template shadowrootmode=open><slot></slot></template>".repeat(20_000));
    for (name, body) in [("deep", deep), ("wide", wide), ("many", many)] {
        let start = std::time::Instant::now();
        text(&format!("{body}<p>Der Text.</p>"));
        assert!(start.elapsed().as_secs() < 10, "{name}: {:?}", start.elapsed());
    }
}
