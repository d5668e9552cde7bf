//! Finds the only text of a page on which the model finds no article.

use super::inserts::Inserts;
use crate::blocks::Blocks;
use crate::features::{BlockKind, Measured};
use crate::hash::HashSet;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Returns all readable blocks of a page on which the model finds no article. They are one of the
/// following: the blocks of its `article`, however short; the sentences beside its headline; code
/// that was copied alone; or the text of a page that has nothing else. The result is empty if the
/// page has no text of its own. A list of articles has text of its own only if it does not link to
/// the articles.
pub(crate) fn choose(tree: &Tree, blocks: &Blocks, measured: &Measured, is_list: bool) -> HashSet<usize> {
    let inserts = Inserts::new(tree, blocks, measured);
    let is_shown = |at: usize| !measured.blocks[at].hidden;
    let shown: Vec<usize> = (0..blocks.list.len()).filter(|&at| is_shown(at)).collect();
    if is_list {
        return text_of_bare_page(&inserts, &shown);
    }
    if shown.iter().all(|&at| inserts.code_element_of(at).is_some()) {
        return shown.into_iter().collect();
    }
    let is_own = |at: usize| {
        let (block, text) = (&measured.blocks[at], &blocks.list[at]);
        let stands_aside = tree.ancestors(text.element).any(|id| matches!(tree.tag(id), Tag::HEADER | Tag::FOOTER));
        let is_line = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow);
        inserts.may_belong(at)
            && (is_line || block.kind == BlockKind::Preformatted)
            && block.link_share < 0.5
            && !block.is_title
            // A page that a script fills shows a placeholder. In every language, the placeholder
            // mentions JavaScript.
            && !text.text.contains("JavaScript")
            && tree.tag(text.element) != Tag::ADDRESS
            && !stands_aside
    };
    let articles: Vec<NodeId> = tree.descendants(tree.body(), Tag::ARTICLE).collect();
    // Several articles are a list of articles, unless they are nested.
    let [first, rest @ ..] = &articles[..] else {
        let sentences: HashSet<usize> =
            sentences_beside_headline(&inserts).into_iter().filter(|&at| is_own(at)).collect();
        return if sentences.is_empty() { text_of_bare_page(&inserts, &shown) } else { sentences };
    };
    let whole = &inserts.ranges[first.index()];
    if rest.iter().any(|id| inserts.ranges[id.index()].start >= whole.end) {
        return HashSet::default();
    }
    let lines: HashSet<usize> = whole.clone().filter(|&at| is_own(at)).collect();
    let is_picture_title =
        |&at: &usize| measured.blocks[at].kind == BlockKind::Heading && !measured.blocks[at].is_title && is_shown(at);
    let shows_pictures = tree.descendants(*first, Tag::IMG).next().is_some();
    if lines.is_empty() && shows_pictures { whole.clone().filter(is_picture_title).collect() } else { lines }
}

/// Returns the visible blocks of a page that is only a short text. Such a page has no landmarks, no forms, at most one
/// link inside the text, and no script that may fill it.
fn text_of_bare_page(inserts: &Inserts, shown: &[usize]) -> HashSet<usize> {
    /// The model judges longer texts.
    const WORDS: usize = 60;
    let Inserts { tree, measured, .. } = inserts;
    let words: usize = shown.iter().map(|&at| measured.blocks[at].words).sum();
    let leads = |&id: &NodeId| {
        tree.attr(id, "href").is_some_and(|href| !href.starts_with('#') && !href.starts_with("javascript:"))
    };
    let links = tree.descendants(tree.body(), Tag::A).filter(leads).take(2).count();
    let is_link = shown.iter().any(|&at| measured.blocks[at].link_share >= 0.5);
    let has_more = |id: NodeId| match tree.tag(id) {
        Tag::NAV | Tag::HEADER | Tag::FOOTER | Tag::ASIDE | Tag::FORM | Tag::INPUT | Tag::BUTTON => true,
        Tag::SCRIPT => tree.attr(id, "type").is_none_or(|kind| !kind.contains("json")),
        _ => false,
    };
    if words > WORDS
        || links > 1
        || links == 1 && is_link
        || tree.walk(tree.root()).any(|step| matches!(step, Step::Enter(id) if has_more(id)))
    {
        return HashSet::default();
    }
    shown.iter().copied().filter(|&at| !measured.blocks[at].is_title).collect()
}

/// Returns the sentences after the page's only `h1`, in the nearest element around it that has any
/// sentences.
fn sentences_beside_headline(inserts: &Inserts) -> Vec<usize> {
    /// An element farther up holds more than an article and its header.
    const LEVELS: usize = 3;
    /// Maximum number of sentences. The classifier has already rejected longer texts.
    const SENTENCES: usize = 3;
    let Inserts { tree, measured, ranges, .. } = inserts;
    let mut headlines = tree.descendants(tree.body(), Tag::H1);
    let (Some(headline), None) = (headlines.next(), headlines.next()) else { return Vec::new() };
    let is_sentence = |&at: &usize| measured.blocks[at].ends_sentence && at > ranges[headline.index()].start;
    let sentences = |holder: NodeId| ranges[holder.index()].clone().filter(is_sentence).collect::<Vec<_>>();
    let holders = tree.ancestors(headline).take(LEVELS).take_while(|&id| id != tree.body());
    let found = holders.map(sentences).find(|found| !found.is_empty()).unwrap_or_default();
    if found.len() > SENTENCES { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    /// Returns the chosen texts of a page in reading order.
    fn kept(html: &str, is_list: bool) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen = choose(&tree, &blocks, &measured, is_list);
        (0..blocks.list.len()).filter(|at| chosen.contains(at)).map(|at| blocks.list[at].text.clone()).collect()
    }

    #[test]
    fn an_article_is_kept_without_what_stands_beside_its_lines() {
        let text = "<p>Die Fähre fällt aus.</p>";
        for beside in [
            "<p hidden>Die Fähre fällt heute aus.</p>",
            "<nav><p>Startseite</p></nav>",
            "<p><a href=/a>Alle Meldungen</a></p>",
            "<footer><p>Die Redaktion</p></footer>",
            "<header><p>Montag</p></header>",
            "<address>Am Kai 3</address>",
            "<p>Vui lòng bật JavaScript.</p>",
            "<h2>Aktuell</h2>",
        ] {
            assert_eq!(
                kept(&format!("<article>{text}{beside}</article>"), false),
                ["Die Fähre fällt aus."],
                "{beside}"
            );
        }
    }

    #[test]
    fn an_article_is_kept_with_its_code_items_and_sentences_with_a_link() {
        for part in
            ["<pre>boat.moor()</pre>", "<ul><li>Um acht</ul>", "<p>Siehe die <a href=/a>Fahrpläne</a> am Kai.</p>"]
        {
            assert_eq!(kept(&format!("<article><p>Heute nicht.</p>{part}</article>"), false).len(), 2, "{part}");
        }
    }

    #[test]
    fn articles_side_by_side_are_a_list_and_nested_ones_are_not() {
        let (one, two) = ("<p>Phà nghỉ chạy.</p>", "<article><p>Mai chạy lại.</p></article>");
        assert!(kept(&format!("<article>{one}</article>{two}"), false).is_empty());
        assert_eq!(kept(&format!("<article>{one}{two}</article>"), false).len(), 2);
    }

    #[test]
    fn titles_of_pictures_are_kept_only_where_pictures_are_shown() {
        let titles = "<h2>霧の中の船</h2><h2 hidden>霧</h2>";
        assert_eq!(kept(&format!("<article><img src=/a.jpg>{titles}</article>"), false), ["霧の中の船"]);
        assert!(kept(&format!("<article>{titles}</article>"), false).is_empty());
        let caption = format!("<article><img src=/a.jpg>{titles}<p>Am Morgen.</p></article>");
        assert_eq!(kept(&caption, false), ["Am Morgen."]);
    }

    #[test]
    fn code_that_was_copied_alone_is_kept_at_any_length() {
        assert_eq!(kept(&format!("<pre>{}</pre>", "let boat = moor; ".repeat(40)), false).len(), 1);
        assert!(kept(&format!("<pre>let boat</pre><p>{}</p>", "boat and rope ".repeat(40)), false).is_empty());
    }

    #[test]
    fn the_text_of_a_page_that_has_nothing_else_is_kept() {
        let text = "<p>Le bac ne passe pas ce matin.</p>";
        for more in [
            "<a href='#haut'>Haut</a><a href='#bas'>Bas</a><p>Merci.</p>",
            "<a href='javascript:history.back()'>Retour</a><a href='javascript:print()'>Imprimer</a>",
            "<p>Voir le <a href=/a>plan</a> au port.</p>",
            "<script type='application/ld+json'>{}</script>",
        ] {
            assert!(
                kept(&format!("{text}{more}"), true).contains(&"Le bac ne passe pas ce matin.".to_owned()),
                "{more}"
            );
        }
        for more in [
            "<nav>Accueil</nav>",
            "<form><p>Nom</p></form>",
            "<button>Fermer</button>",
            "<script src=/app.js></script>",
            "<p><a href=/a>Le port</a></p>",
            "<p>Voir le <a href=/a>plan</a> au port ou <a href=/b>la carte</a> du bac.</p>",
        ] {
            assert!(kept(&format!("{text}{more}"), true).is_empty(), "{more}");
        }
    }

    #[test]
    fn a_long_text_of_a_bare_page_is_left_to_the_model() {
        assert_eq!(kept(&format!("<p>{}</p>", "bac ".repeat(60)), true).len(), 1);
        assert!(kept(&format!("<p>{}</p>", "bac ".repeat(61)), true).is_empty());
    }

    #[test]
    fn hidden_text_of_a_bare_page_is_left_out() {
        assert_eq!(kept("<p>Le bac ne passe pas.</p><p hidden>Il passe.</p>", true), ["Le bac ne passe pas."]);
    }

    #[test]
    fn sentences_after_the_headline_are_kept() {
        let page = |inside: &str| kept(&format!("<nav>Menu</nav><div>{inside}</div>"), false);
        let sentences = |count: usize| "<p>The boat is late.</p>".repeat(count);
        let headline = "<h1>Ferry</h1>";
        assert_eq!(page(&format!("<p>Read this.</p>{headline}{}", sentences(1))), ["The boat is late."]);
        assert_eq!(page(&format!("{headline}{}", sentences(3))).len(), 3);
        assert!(page(&format!("{headline}{}", sentences(4))).is_empty());
        assert!(page(&format!("{headline}{headline}{}", sentences(1))).is_empty());
        assert_eq!(page(&format!("<div><div>{headline}</div></div>{}", sentences(1))).len(), 1);
        assert!(page(&format!("<div><div><div>{headline}</div></div></div>{}", sentences(1))).is_empty());
        assert!(kept(&format!("<nav>Menu</nav>{headline}{}", sentences(1)), false).is_empty());
    }
}
