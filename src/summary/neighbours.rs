//! Finds out whether a word is a noun, a verb, an adjective or a unit, by the words before and
//! after it.
//!
//! There is no dictionary, so the neighbours must show the kind of a word. Articles come before
//! nouns, "will" comes before verbs, numbers come before units, and an adjective is followed by the
//! word that it describes.

use super::tokens::Token;
use crate::hash::HashSet;

/// Words that come before a noun or its attributes, and words that come before a verb or an
/// adjective, by language. In lower case.
#[rustfmt::skip]
static BEFORE: &[(&str, &str, &str)] = &[
    ("en", "the a an its his their your our my this these of in for with on from by about", "to will would can could should may might must not don't i you we they he she it who"),
    ("fr", "l la le les un une des du au aux ce cette ces son sa ses leur d de", "pour va vont peut peuvent doit doivent ne n il elle on nous vous ils elles qui se s"),
    ("es", "el la los las una un del al su sus de", "para va puede pueden debe deben no se que él ella ellos"),
    ("pt", "o a os as um uma do da dos das no na de", "para vai pode podem deve devem não se que ele ela eles"),
    ("it", "il la lo i gli le l uno una un del della dei delle nel nella di", "per può possono deve devono non si che ci"),
    ("de", "der die das den dem des ein eine einen einem einer eines im am zum zur vom beim", ""),
    ("nl", "de het een zijn hun van in voor met", "te zal zullen kan kunnen moet moeten niet hij ze wij we ik je"),
    ("id ms", "sebuah para suatu beberapa dari di pada dengan", "akan telah sudah bisa dapat tidak belum harus ingin sedang sangat untuk"),
    ("vi", "các những một mỗi mọi nhiều của trong tại ở về với từ cái chiếc việc sự vụ bài người ngành loại đợt khu ngôi căn theo số", "đã sẽ đang được bị không chưa phải cần muốn để thể hãy đừng vẫn còn cũng rất quá hơi càng vừa mới tự nên hơn"),
];

/// The articles of languages that have them, and words that take their place. An article after a
/// word shows that the word is a verb: "creating a".
static ARTICLES: &[(&str, &str)] = &[
    ("en", "the a an its his their your our my this these"),
    ("fr", "l la le les un une ce cette ces son sa ses leur leurs"),
    ("es", "el la los las un una su sus este esta estos estas"),
    ("pt", "o os um uma seu sua seus suas este esta estes estas"),
    ("it", "il lo la i gli le un uno una questo questa suo sua"),
    ("de", "der die das den dem des ein eine einen einem einer"),
    ("nl", "de het een zijn hun deze dit"),
];

/// Languages with articles in which a noun nearly always has an article or another word of
/// [`BEFORE`] before it.
const NEEDS_ARTICLE: &str = "fr es pt it";

/// Languages with spaces in which an adjective comes before its noun.
const ADJECTIVE_FIRST: &str = "en nl sv nb nn no da";

/// What the neighbours of each word of a text show.
pub(super) struct Neighbours {
    /// `true` if the language has words in [`BEFORE`].
    pub tells_nouns: bool,
    /// `true` if most nouns have an article somewhere in a text.
    pub has_articles: bool,
    /// `true` if a noun of the language nearly always has a word of [`BEFORE`] before it.
    pub needs_article: bool,
    /// `true` if past participles end in "-ed".
    pub has_participles: bool,
    /// `true` if an adjective comes before its noun.
    pub adjective_first: bool,
    before_article: Vec<bool>,
    after_noun_marker: Vec<bool>,
    after_verb_marker: Vec<bool>,
    after_number: Vec<bool>,
}

impl Neighbours {
    /// Reads the neighbours of all words. `vocabulary` is the number of different words. `language`
    /// is the first subtag of a BCP 47 tag, in lower case.
    pub fn new(text: &str, words: &[Token], vocabulary: usize, language: &str) -> Neighbours {
        let found = BEFORE.iter().find(|(languages, ..)| languages.split(' ').any(|name| name == language));
        let articles = ARTICLES.iter().find(|(name, _)| *name == language).map(|&(_, articles)| articles);
        let set = |words: &'static str| words.split_ascii_whitespace().collect::<HashSet<&str>>();
        let article_words = set(articles.unwrap_or(""));
        let (nouns, verbs) = found.map_or_else(Default::default, |(_, nouns, verbs)| (set(nouns), set(verbs)));
        let before = |at: usize| {
            let before = at.checked_sub(1)?;
            let gap = &text[words[before].range.end..words[at].range.start];
            matches!(gap, " " | "\u{a0}" | "-" | "'" | "’").then_some(before)
        };
        let kinds = kinds(text, words, vocabulary, [&nouns, &verbs, &article_words]);
        let is_before =
            |at: usize, kind: usize| before(at).is_some_and(|before| kinds[words[before].word as usize][kind]);
        let mark = |kind: usize| -> Vec<bool> { (0..words.len()).map(|at| is_before(at, kind)).collect() };
        Neighbours {
            tells_nouns: found.is_some(),
            has_articles: articles.is_some(),
            needs_article: NEEDS_ARTICLE.split(' ').any(|name| name == language),
            has_participles: language == "en",
            adjective_first: ADJECTIVE_FIRST.split(' ').any(|name| name == language),
            before_article: (0..words.len())
                .map(|at| {
                    let after = words.get(at + 1).filter(|next| &text[words[at].range.end..next.range.start] == " ");
                    after.is_some_and(|next| kinds[next.word as usize][ARTICLE])
                })
                .collect(),
            after_noun_marker: mark(NOUN),
            after_verb_marker: mark(VERB),
            after_number: (0..words.len()).map(|at| is_after_number(text, words, at)).collect(),
        }
    }

    /// Returns `true` if a word that comes before nouns is before the word in at least one of these
    /// places.
    pub fn is_noun(&self, places: &[u32]) -> bool {
        self.tells_nouns && places.iter().any(|&at| self.after_noun_marker[at as usize])
    }

    /// Returns `true` if words that come before verbs are before the word more often than words
    /// that come before nouns, and in at least a third of its places.
    pub fn is_verb(&self, places: &[u32]) -> bool {
        let count = |marks: &[bool]| places.iter().filter(|&&at| marks[at as usize]).count();
        let verbs = count(&self.after_verb_marker);
        verbs > count(&self.after_noun_marker) && 3 * verbs >= places.len()
    }

    /// Returns `true` if there are several places and an article follows the word in most of them:
    /// "creating a", "foncer la".
    pub fn takes_object(&self, places: &[u32]) -> bool {
        let before_article = places.iter().filter(|&&at| self.before_article[at as usize]).count();
        before_article > 1 && 2 * before_article > places.len()
    }

    /// Returns `true` if a number comes before the word in half of its places, or in both if there
    /// are two: "9 million pairs", "30 km".
    pub fn is_counted(&self, places: &[u32]) -> bool {
        let counted = places.iter().filter(|&&at| self.after_number[at as usize]).count();
        2 * counted >= places.len() && (counted > 1 || places.len() == 1)
    }
}

/// The kinds of words that [`kinds`] finds, as indices of its results.
const NOUN: usize = 0;
const VERB: usize = 1;
const ARTICLE: usize = 2;

/// Returns for each word of a vocabulary which of the sets contain it.
fn kinds(text: &str, words: &[Token], vocabulary: usize, sets: [&HashSet<&str>; 3]) -> Vec<[bool; 3]> {
    let mut kinds: Vec<Option<[bool; 3]>> = vec![None; vocabulary];
    for token in words {
        kinds[token.word as usize].get_or_insert_with(|| {
            let lower = text[token.range.clone()].to_lowercase();
            sets.map(|set| set.contains(lower.as_str()))
        });
    }
    kinds.into_iter().map(Option::unwrap_or_default).collect()
}

/// Returns `true` if a number counts a word, with at most one word between them: "9 pairs", "9
/// million pairs". A year does not count anything.
fn is_after_number(text: &str, words: &[Token], at: usize) -> bool {
    (1..=2)
        .take_while(|back| {
            let beside =
                at.checked_sub(*back).map(|before| &text[words[before].range.end..words[before + 1].range.start]);
            matches!(beside, Some(" " | "\u{a0}" | "-"))
        })
        .any(|back| {
            let before = &text[words[at - back].range.clone()];
            let is_year = before.len() == 4 && (before.starts_with("19") || before.starts_with("20"));
            before.starts_with(|c: char| c.is_ascii_digit()) && !is_year
        })
}
