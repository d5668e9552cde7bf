//! Chooses the sentences of the summary.
//!
//! News begins with the most important facts. So the start of a text is already a good summary, and
//! a wrong score makes it worse. Some rules therefore take precedence over the score: two sentences
//! must not repeat each other, a sentence that needs the one before it must follow that one, and a
//! summary that is read as a text begins with the text's opening.

use super::budget::Budget;
use super::dangling::Dangling;
use super::description::{self, Said};
use super::rank::{Ranking, SEVERAL, Standing};
use super::tokens::{Token, Vocabulary, common, distinct};
use super::{Length, Sentence, SummaryOptions};
use crate::notices::{notice_words, reader_words};
use crate::text;

/// Maximum share of a sentence's words that an already chosen sentence may have too.
const MAX_SHARED: f64 = 0.6;

/// The amount by which the score of a sentence is reduced if all of its words are in one chosen
/// sentence. It was tuned on the training articles. Summaries of fewer than [`SEVERAL`] sentences
/// have no reduction.
const SAMENESS_COST: f64 = 2.0;

/// A sentence can be a notice only if at least one in this many of its words addresses the reader
/// or is typical of notices.
const NOTICE_WORDS: usize = 6;

/// Minimum number of times that a text uses a word that belongs to its topic.
const TOPIC: usize = 3;

/// From this number of sentences on, a summary is read as a text. So a sentence that needs the one
/// before it may follow that one.
const LONG: usize = 5;

/// Chooses the summary of a text: sentences of the description, then sentences in the order of the
/// text. `tokens` are the words of the text, read with `vocabulary`.
pub(super) fn choose(
    text: &str,
    tokens: &[Token],
    vocabulary: &mut Vocabulary,
    options: &SummaryOptions,
    language: Option<&str>,
) -> Vec<Sentence> {
    let title_text = options.title.as_deref().unwrap_or("");
    let title_tokens = vocabulary.read(title_text, usize::MAX);
    let title = distinct(&title_tokens);
    let dangling = Dangling::new(language);
    let described = description::read(options.description.as_deref().unwrap_or(""), vocabulary, &dangling);
    let ranking = Ranking::new(text, tokens, &title, vocabulary.len(), &dangling);
    let mut summary = Summary::new(text, &ranking, title_text, options.length);
    summary.add_described(description::usable(&described, &title, &ranking, vocabulary.len()));
    if summary.is_empty() {
        summary.add_opening();
    }
    summary.add_best();
    if summary.is_empty() {
        summary.add_anything();
    }
    summary.into_sentences()
}

/// A summary while it is built.
struct Summary<'a> {
    text: &'a str,
    ranking: &'a Ranking<'a>,
    length: Length,
    budget: Budget,
    /// The approximate number of sentences that it will have.
    count: usize,
    scores: Vec<f64>,
    outside: Vec<String>,
    inside: Vec<usize>,
    /// For each sentence of the text, the largest share of its words that is in one chosen
    /// sentence.
    shared: Vec<f64>,
    /// The title in lower case.
    title: String,
}

impl<'a> Summary<'a> {
    fn new(text: &'a str, ranking: &'a Ranking<'a>, title: &str, length: Length) -> Summary<'a> {
        let budget = Budget::new(text, length);
        let count = budget.count(length);
        Summary {
            text,
            ranking,
            length,
            budget,
            count,
            scores: ranking.scores(count),
            outside: Vec::new(),
            inside: Vec::new(),
            shared: vec![0.0; ranking.sentences.len()],
            title: title.to_lowercase(),
        }
    }

    fn is_empty(&self) -> bool {
        self.outside.is_empty() && self.inside.is_empty()
    }

    /// Adds the sentences of the description that agree with the text.
    fn add_described(&mut self, said: Vec<Said>) {
        for said in said {
            match said {
                Said::InText(sentence) => {
                    if self.is_new(sentence) {
                        self.add(sentence);
                    }
                }
                Said::Outside(described) => {
                    let is_new = self.outside.iter().all(|other| *other != described.text);
                    if is_new && self.budget.take(&described.text) {
                        self.outside.push(described.text.clone());
                        self.compare(&described.words);
                    }
                }
            }
        }
    }

    /// Adds the opening of the text. Several sentences are read as a text, and a text needs its
    /// opening.
    fn add_opening(&mut self) {
        let Some(opening) = self.alone().find(|&sentence| !self.is_notice(sentence)) else {
            return;
        };
        let room_for_more = match self.length {
            Length::Sentences(count) => count >= SEVERAL,
            _ => self.said(opening).chars().count() <= self.budget.characters / 2,
        };
        if room_for_more {
            self.add(opening);
        }
    }

    /// Adds the best of the other sentences, one by one, as long as there is room.
    fn add_best(&mut self) {
        let cost = if self.count >= SEVERAL { SAMENESS_COST } else { 0.0 };
        let least = if self.length == Length::Auto { self.mean_score() } else { f64::NEG_INFINITY };
        let mut open: Vec<usize> =
            (0..self.scores.len()).filter(|&sentence| self.ranking.standings[sentence] != Standing::Never).collect();
        while self.budget.sentences > 0 {
            open.retain(|&sentence| self.is_new(sentence));
            let candidates =
                open.iter().copied().filter(|&sentence| self.scores[sentence] >= least && self.can_stand(sentence));
            let worth = |sentence: usize| self.scores[sentence] - cost * self.shared[sentence];
            let Some(best) = best(candidates, worth) else {
                break;
            };
            if !self.is_notice(best) {
                self.add(best);
            }
            open.retain(|&sentence| sentence != best);
        }
    }

    /// Returns the mean score of the sentences that can stand alone.
    fn mean_score(&self) -> f64 {
        self.alone().map(|sentence| self.scores[sentence]).sum::<f64>() / self.alone().count().max(1) as f64
    }

    /// Returns `true` if a sentence can stand alone, or can follow the chosen sentence before it.
    fn can_stand(&self, sentence: usize) -> bool {
        match self.ranking.standings[sentence] {
            Standing::Alone => true,
            Standing::Following => self.count >= LONG && sentence > 0 && self.inside.contains(&(sentence - 1)),
            Standing::Never => false,
        }
    }

    /// Adds a sentence if nothing could be chosen. A share that is too small for any sentence still
    /// gets one. For a poem, a list or a single endless sentence, the start is better than nothing.
    fn add_anything(&mut self) {
        let ranking = self.ranking;
        let with_words = |sentence: &usize| !ranking.sentences[*sentence].tokens.is_empty();
        let start = (0..self.scores.len())
            .find(|&sentence| ranking.standings[sentence] == Standing::Following)
            .or_else(|| (0..self.scores.len()).find(with_words));
        match (best(self.alone(), |sentence| self.scores[sentence]), start) {
            (Some(sentence), _) | (None, Some(sentence)) if matches!(self.length, Length::Share(_) | Length::Auto) => {
                self.inside.push(sentence);
            }
            (None, Some(sentence)) => self.add(sentence),
            _ => {}
        }
    }

    /// Adds a sentence if there is room for it.
    fn add(&mut self, sentence: usize) {
        if self.budget.take(self.said(sentence)) {
            self.inside.push(sentence);
            self.compare(&self.ranking.sentences[sentence].words);
        }
    }

    /// Returns `true` if a sentence invites the reader to subscribe, log in or look elsewhere.
    /// Words on the topic of the text do not count.
    fn is_notice(&self, sentence: usize) -> bool {
        let folded = text::fold(self.said(sentence));
        let reader = reader_words(&folded).count();
        if reader == 0 {
            return false;
        }
        let is_topic = |word: &str| self.text.matches(word).take(TOPIC).count() == TOPIC || self.title.contains(word);
        let notices = notice_words(&folded).filter(|word| !is_topic(word)).count();
        notices > 0 && (notices + reader) * NOTICE_WORDS >= self.ranking.sentences[sentence].length
    }

    fn said(&self, sentence: usize) -> &'a str {
        &self.text[self.ranking.sentences[sentence].range.clone()]
    }

    /// Returns the sentences that can stand alone.
    fn alone(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.scores.len()).filter(|&sentence| self.ranking.standings[sentence] == Standing::Alone)
    }

    /// Returns `true` if a sentence has new information.
    fn is_new(&self, sentence: usize) -> bool {
        self.shared[sentence] <= MAX_SHARED
    }

    fn compare(&mut self, words: &[u32]) {
        for (shared, other) in self.shared.iter_mut().zip(&self.ranking.sentences) {
            *shared = shared.max(share(words, &other.words));
        }
    }

    fn into_sentences(mut self) -> Vec<Sentence> {
        self.inside.sort_unstable();
        let inside = self.inside.iter().map(|&sentence| {
            let range = self.ranking.sentences[sentence].range.clone();
            Sentence { text: self.said(sentence).to_owned(), range: Some(range) }
        });
        self.outside.iter().map(|text| Sentence { text: text.clone(), range: None }).chain(inside).collect()
    }
}

/// Returns the sentence with the highest worth. Of equal sentences, returns the first. `max_by`
/// would return the last.
fn best(sentences: impl DoubleEndedIterator<Item = usize>, worth: impl Fn(usize) -> f64) -> Option<usize> {
    sentences.rev().max_by(|&a, &b| worth(a).total_cmp(&worth(b)))
}

/// Returns the share of the shorter list that is also in the other one.
fn share(a: &[u32], b: &[u32]) -> f64 {
    common(a, b) as f64 / a.len().min(b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use crate::summary::{Length, SummaryOptions, summarize};

    fn summary(text: &str, title: &str, sentences: usize, language: Option<&str>) -> Vec<String> {
        let options = SummaryOptions::new().title(title).length(Length::Sentences(sentences));
        let options = match language {
            Some(language) => options.language(language),
            None => options,
        };
        let summary = summarize(text, &options).unwrap();
        for sentence in &summary {
            assert_eq!(text[sentence.range.clone().unwrap()], sentence.text);
        }
        summary.into_iter().map(|sentence| sentence.text).collect()
    }

    /// The name of the test, the language, the title, the number of sentences, the lines of the
    /// text, and the expected lines.
    type Case = (&'static str, &'static str, &'static str, usize, &'static [&'static str], &'static [usize]);

    const CASES: &[Case] = &[
        (
            "a heading and a picture's caption without an end mark are no sentences",
            "en",
            "",
            2,
            &[
                "What the council of Lindow decided this week",
                "The council of Lindow decided to build a second bridge.",
                "Mayor Ada Holm at the river with her dog",
                "Work begins in spring and will last two years.",
            ],
            &[1, 3],
        ),
        (
            "a sentence that opens with a pronoun waits for its noun",
            "vi",
            "",
            2,
            &[
                "Hội chợ hoa xuân mở cửa sáng nay tại công viên.",
                "Họ mang theo hàng nghìn chậu mai và đào.",
                "Tuy nhiên, lượng khách năm nay giảm mạnh.",
                "Ban tổ chức dự kiến đón năm vạn lượt khách.",
            ],
            &[0, 3],
        ),
        (
            "the pronouns are the language's: 'on' is one in French alone",
            "en",
            "",
            2,
            &["The ferry to Arland sank in calm water.", "On Friday divers found the engine of the ferry."],
            &[0, 1],
        ),
        (
            "what is said already is not said again",
            "en",
            "",
            2,
            &[
                "The old mill of Tarn burned down on Sunday night.",
                "On Sunday night the old mill of Tarn burned down.",
                "Police suspect a broken heater in the kitchen.",
            ],
            &[0, 2],
        ),
        (
            "one sentence is the one that says most of the title",
            "vi",
            "Cầu Bến Lức đóng cửa ba tháng để sửa chữa",
            1,
            &[
                "Sáng nay trời nhiều mây và có gió nhẹ.",
                "Cầu Bến Lức trên quốc lộ đóng cửa ba tháng để thay nhựa đường và sửa chữa lan can.",
                "Giá vé tàu không thay đổi trong dịp lễ.",
                "Người dân chợ nổi bán rau củ như thường lệ.",
            ],
            &[1],
        ),
        (
            "several sentences start with the opening, whatever the title says",
            "en",
            "Harbour bridge closed for repairs until autumn",
            3,
            &[
                "Nobody expected anything unusual on a quiet morning.",
                "The old harbour bridge is closed to all cars.",
                "Repairs of its steel last until late autumn, engineers said.",
                "A baker sold twice as many rolls as usual.",
                "Two schools began the day an hour late.",
                "Ferries carried nine thousand people by noon.",
                "Taxi drivers asked for lower fuel taxes again.",
                "Rain is expected to reach the coast tonight.",
                "Nineteen choirs sing at a festival in Arland.",
                "Snow fell on some hills near Tarn yesterday.",
            ],
            &[0, 1, 2],
        ),
        (
            "what the text is not about is passed over",
            "en",
            "",
            2,
            &[
                "The bakers of Osk met to speak about bread.",
                "Nobody had thought of bringing an umbrella along.",
                "The bakers of Osk sold bread worth two million.",
                "Somebody left a green bicycle behind the hall.",
            ],
            &[0, 2],
        ),
        (
            "the headline is not said again, though it stands first in the text",
            "en",
            "Lindow opens a second bridge over the river",
            1,
            &[
                "Lindow opens its second bridge over the river.",
                "The second bridge over the river in Lindow cost nine million and took four years to build.",
            ],
            &[1],
        ),
        (
            "a text that begins with a pronoun waits for its noun too",
            "de",
            "",
            1,
            &["Er kam am Montag mit dem Zug nach Lindow.", "Der neue Pfarrer von Lindow heißt Anton Berg."],
            &[1],
        ),
        (
            "half a quotation says nothing",
            "fr",
            "",
            1,
            &[
                "« La rivière monte depuis hier soir dans toute la vallée.",
                "Le maire de Lindow demande aux habitants de quitter la vallée.",
            ],
            &[1],
        ),
        (
            "in a long summary a sentence that points back follows the one it points at",
            "en",
            "",
            5,
            &[
                "The old mill of Tarn burned down on Sunday night.",
                "It had stood beside the river for three hundred years.",
                "Police suspect a broken heater in the kitchen.",
                "Nineteen firemen from Arland fought the flames until dawn.",
                "The owner promised a smaller house of stone.",
            ],
            &[0, 1, 2, 3, 4],
        ),
        (
            "a notice is no sentence of a summary",
            "vi",
            "",
            3,
            &[
                "Cầu Bến Lức trên quốc lộ đóng cửa ba tháng để sửa chữa lan can.",
                "Mời bạn đăng ký nhận bản tin của chúng tôi để biết tin về cầu Bến Lức.",
                "Xe tải đi vòng qua cầu Tân An, xa hơn mười lăm cây số.",
                "Chi phí sửa cầu Bến Lức là chín tỷ đồng, lấy từ ngân sách tỉnh.",
            ],
            &[0, 2, 3],
        ),
        (
            "fewer good ones than asked for",
            "en",
            "",
            5,
            &["The lake froze over in the first week of January.", "Read more", "Too short."],
            &[0],
        ),
        ("nothing good: the start", "en", "", 3, &["***", "Roses are red", "Violets are blue"], &[1]),
        ("Thai has no full stops", "th", "", 1, &["ฝนตกหนักเมื่อคืนนี้ทำให้ถนนหลายสายในเมืองน้ำท่วม"], &[0]),
        (
            "Japanese pronouns are found without spaces",
            "ja",
            "",
            2,
            &[
                "市は新しい図書館を来年の春に開くと発表した。",
                "これは市民が長く待ち望んでいたものである。",
                "建設費はおよそ二十億円になる見込みだ。",
            ],
            &[0, 2],
        ),
    ];

    #[test]
    fn the_sentences_that_tell_most_are_chosen() {
        for (name, language, title, count, lines, want) in CASES {
            let want: Vec<&str> = want.iter().map(|&line| lines[line]).collect();
            assert_eq!(summary(&lines.join("\n"), title, *count, Some(language)), want, "{name}");
        }
    }

    #[test]
    fn a_heading_that_asks_is_no_sentence_of_a_summary() {
        let text = "The ferry at Lindow sails again on Saturday after four months. The old pier was closed in May.\n\
                    The new pier stands half a metre higher. The ferry can land there when the river is high.\n\
                    What does the ferry at Lindow cost on Saturday after the old pier was closed?\n\
                    A ticket costs as much as before. Pupils of the school at Lindow sail for nothing.";
        for sentences in 1..6 {
            let found = summary(text, "", sentences, Some("en"));
            assert!(found.iter().all(|sentence| !sentence.starts_with("What does")), "{sentences}: {found:?}");
        }
    }

    #[test]
    fn a_sentence_that_is_cut_off_is_not_chosen() {
        let text = "The ferry at Lindow sails again on Saturday after four months […]\n\
                    The new pier of the ferry at Lindow stands half a metre higher than the old one.";
        assert_eq!(
            summary(text, "", 1, Some("en")),
            ["The new pier of the ferry at Lindow stands half a metre higher than the old one."]
        );
    }

    #[test]
    fn none_asked_for_or_nothing_there() {
        assert!(summary("The lake froze over in the first week of January.", "", 0, None).is_empty());
        assert!(summary(" \n\u{a0}… *** \n", "", 3, None).is_empty());
    }

    #[test]
    fn without_a_language_the_openers_of_all_count() {
        let text = "The lake of Lindow froze over in January.\nEr war seit zehn Jahren nicht mehr gefroren.";
        assert_eq!(summary(text, "", 2, None).len(), 1);
        assert_eq!(summary(text, "", 2, Some("en-GB")).len(), 2);
    }
}
