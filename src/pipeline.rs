//! Runs the stages in order, from a page's source to its article.
//!
//! [`article`] runs all stages, and [`body`] only those for the text. Training runs all stages too,
//! with a model of its own, so a model is trained with the code that is shipped. It calls
//! [`Page::features`] for the feature table of a prepared page, and [`article_by`] for its article.

use crate::article::{Article, BlockReport, Notice, PageTypeGuess, Post, SecondArticle};
use crate::blocks::{self, Blocks};
use crate::classify::explain::{self, Influence};
use crate::classify::lines::LineVerdicts;
#[cfg(feature = "_internals")]
use crate::classify::lines::SubheadingCandidate;
use crate::classify::model::Model;
use crate::classify::page_type::PageType;
#[cfg(feature = "_internals")]
use crate::classify::presence;
use crate::classify::{self, Prediction, Reason, discussion, threshold, trailing_articles};
use crate::corrections::{self, Ruled};
use crate::document::Document;
use crate::error::Error;
use crate::features::{self, FeatureTable, Measured};
use crate::hash::HashSet;
use crate::input::Input;
use crate::limits::{MAX_FRAGMENT_WORDS, MAX_LEARNED_BLOCKS, MAX_OUTPUT_GROWTH, MIN_ARTICLE_WORDS, MIN_OUTPUT_BYTES};
use crate::metadata::{self, Metadata};
#[cfg(feature = "_internals")]
use crate::metadata::{BylineCandidate, HeadlineCandidate};
use crate::options::{InputType, Options};
use crate::posts::{self, FoundPost, Posts};
use crate::rules::Places;
use crate::select::{self, Decided, DecidedPosts, RuleSet, inserts, only_text};
use crate::selection::Selection;
use crate::stage::{Stage, timed};
use crate::text::has_words;
use crate::tree::{self, NodeId, Tag, Tree};
use crate::url::{BaseUrl, is_absolute};
use crate::{clean, decode, detect, document, lines, paths, render};
use std::borrow::Cow;
use std::ops::Range;

/// Turns a page into its article.
pub(crate) fn article(input: Input<'_>, options: &Options) -> Result<Article, Error> {
    options.check()?;
    let page = Page::prepare(&decoded(input, options)?, options)?;
    let model = page.bundled_model();
    article_by(page, model, options)
}

/// The text of an article, without the other results.
pub(crate) struct Body {
    pub(crate) document: Document,
    /// The document as plain text.
    pub(crate) text: String,
}

/// Turns a page into the text of its article. Everything that the text does not need is skipped. Of
/// the metadata, only the fields that help to separate the article from the rest of the page are
/// read.
pub(crate) fn body(input: Input<'_>, options: &Options) -> Result<Body, Error> {
    options.check()?;
    let page = Page::read(&decoded(input, options)?, options, Wanted::Body)?;
    let model = page.bundled_model();
    match page.judge(model, options).choose(options)?.body(options) {
        Ok(body) => Ok(body),
        // The error must hold the page's metadata, so the page is read again with all stages.
        Err(_) => article(input, options).map(|article| Body { document: article.document, text: article.text }),
    }
}

/// Turns a prepared page into its article. Uses a model that fits the page's features, or rules if
/// there is no model.
///
/// # Errors
///
/// [`Error::InvalidOption`] for blocks to keep or drop that the page does not have, [`Error::NothingReadable`] if no article
/// was found.
pub fn article_by(page: Page, model: Option<&Model>, options: &Options) -> Result<Article, Error> {
    page.judge(model, options).choose(options)?.write(options)
}

/// Decodes the input. Input that cannot be a page is rejected before anything is copied.
fn decoded<'a>(input: Input<'a>, options: &Options) -> Result<Cow<'a, str>, Error> {
    if input.size() > options.max_bytes {
        return Err(Error::InputTooLarge { bytes: input.size(), limit: options.max_bytes });
    }
    let text = match input {
        Input::Bytes(bytes) => timed(Stage::Decode, || decode::decode(bytes, options.charset.as_deref()))?,
        Input::Text(text) => Cow::Borrowed(text),
    };
    if options.input_type != InputType::Text
        && let Some(place) = detect::place(&text)
    {
        return Err(Error::InvalidOption { name: "input".into(), problem: place.to_owned() });
    }
    if text.trim().is_empty() { Err(Error::EmptyInput) } else { Ok(text) }
}

/// Returns the base of the page's relative addresses: the page's own address and its `<base>`.
/// Without an address, the canonical one is used, if it is absolute.
fn base_of(tree: &Tree, url: Option<&str>) -> BaseUrl {
    let named = tree.descendants(tree.root(), Tag::BASE).find_map(|base| tree.attr(base, "href"));
    if url.is_some() || named.is_some_and(is_absolute) {
        return BaseUrl::new(url, named);
    }
    let is_canonical = |link: NodeId| {
        tree.attr(link, "rel")
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")))
    };
    let mut links = tree.descendants(tree.root(), Tag::LINK).filter(|&link| is_canonical(link));
    BaseUrl::new(None, links.find_map(|link| tree.attr(link, "href")).filter(|href| is_absolute(href)))
}

/// Which parts of the article should be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Article,
    Body,
}

/// A page before its blocks are judged.
pub struct Page {
    tree: Tree,
    base: BaseUrl,
    metadata: Metadata,
    /// The text blocks of the page. In pasted text, these are the lines.
    pub blocks: Blocks,
    /// The measurements of each block.
    pub measured: Measured,
    /// The additional data of pasted text. `None` for HTML.
    pasted: Option<Pasted>,
    /// `true` if the input is only a part of a page, such as an item of a feed.
    is_fragment: bool,
    wanted: Wanted,
}

/// The additional data of pasted text.
struct Pasted {
    lines: features::lines::Lines,
    mail: Option<lines::MailHeader>,
    /// For each line, `true` if it is outside a mail's message: in its header, its signature, or
    /// the answered mail.
    outside: Vec<bool>,
    /// The posts of a conversation.
    posts: Posts,
}

impl Page {
    /// Runs the stages that do not depend on a model: tree, metadata, blocks and their
    /// measurements.
    ///
    /// # Errors
    ///
    /// [`Error::InputTooLarge`] for more than [`MAX_INPUT_BYTES`](crate::limits::MAX_INPUT_BYTES).
    pub fn prepare(source: &str, options: &Options) -> Result<Page, Error> {
        Page::read(source, options, Wanted::Article)
    }

    fn read(source: &str, options: &Options, wanted: Wanted) -> Result<Page, Error> {
        let is_text = match options.input_type {
            InputType::Auto => !detect::looks_like_html(source),
            said => said == InputType::Text,
        };
        let (tree, paste) = timed(Stage::Tree, || match is_text {
            true => {
                let lines::Paste { tree, blank_before, mail, outside, posts } = lines::parse(source);
                Ok((tree, Some((blank_before, mail, outside, posts))))
            }
            false => tree::parse(source).map(|tree| (tree, None)),
        })?;
        let base = base_of(&tree, options.absolute_url());
        // The metadata of pasted text is known only after its lines are judged.
        let metadata = match is_text {
            true => Metadata::default(),
            false => timed(Stage::Metadata, || match wanted {
                Wanted::Article => metadata::extract(&tree, &base),
                Wanted::Body => metadata::title_description_and_language(&tree, &base),
            }),
        };
        let blocks = timed(Stage::Blocks, || blocks::segment(&tree));
        let measured = timed(Stage::Measure, || features::measure(&tree, &blocks, metadata.title.as_deref()));
        let pasted = paste.map(|(blank_before, mail, outside, posts)| {
            let outside: HashSet<_> = outside.into_iter().collect();
            let outside: Vec<bool> = blocks.list.iter().map(|block| outside.contains(&block.element)).collect();
            let posts = posts::pasted(&tree, &blocks, &outside, posts);
            let lines = features::lines::read(&blocks, &measured, &blank_before);
            Pasted { lines, mail, outside, posts }
        });
        let is_fragment = detect::is_fragment(source);
        Ok(Page { tree, base, metadata, blocks, measured, pasted, is_fragment, wanted })
    }

    /// Returns the numbers that a model reads, one row for each block.
    pub fn features(&self) -> FeatureTable {
        let Page { tree, metadata, blocks, measured, .. } = self;
        timed(Stage::Features, || match &self.pasted {
            Some(Pasted { lines, .. }) => features::lines::table(blocks, measured, lines),
            None => {
                let (title, description) = (metadata.title.as_deref(), metadata.description.as_deref());
                features::table(tree, blocks, measured, title, description)
            }
        })
    }

    /// Returns the lines of pasted text from which the headline is chosen. Returns nothing for
    /// HTML.
    #[cfg(feature = "_internals")]
    pub fn headline_candidates(&self, model: &Model) -> Vec<HeadlineCandidate> {
        let Some(Pasted { lines, .. }) = &self.pasted else { return Vec::new() };
        classify::lines::headline_candidates(model, &self.blocks, &self.measured, lines, &self.features())
    }

    /// Returns the parts of lines of pasted text that may be the byline. Returns nothing for HTML.
    #[cfg(feature = "_internals")]
    pub fn byline_candidates(&self, model: &Model) -> Vec<BylineCandidate> {
        let Some(Pasted { lines, .. }) = &self.pasted else { return Vec::new() };
        classify::lines::byline_candidates(model, &self.blocks, &self.measured, lines, &self.features())
    }

    /// Returns the lines of pasted text that may be subheadings. Returns nothing for HTML.
    #[cfg(feature = "_internals")]
    pub fn subheading_candidates(&self, model: &Model) -> Vec<SubheadingCandidate> {
        let Some(Pasted { lines, .. }) = &self.pasted else { return Vec::new() };
        classify::lines::subheading_candidates(model, &self.blocks, &self.measured, lines, &self.features())
    }

    /// Returns the numbers that tell whether pasted text holds an article. Returns `None` for input
    /// that is not judged in this way: HTML, mails, conversations, and texts that do not come from
    /// a page.
    #[cfg(feature = "_internals")]
    pub fn presence_evidence(&self, model: &Model) -> Option<[f32; presence::evidence::COUNT]> {
        let Pasted { lines, .. } =
            self.pasted.as_ref().filter(|pasted| pasted.mail.is_none() && pasted.posts.list.is_empty())?;
        classify::lines::presence_evidence(model, &self.blocks, &self.measured, lines, &self.features())
    }

    /// Returns the crate's own model for this kind of page. Returns `None` for a page with more
    /// blocks than a model judges.
    fn bundled_model(&self) -> Option<&'static Model> {
        let model = if self.pasted.is_some() { classify::lines::bundled } else { Model::bundled };
        (self.blocks.list.len() <= MAX_LEARNED_BLOCKS).then(model)
    }

    /// Judges each block, and chooses the blocks of the article's text.
    fn judge(mut self, model: Option<&Model>, options: &Options) -> JudgedPage {
        let posts = self.pasted.as_mut().map(|pasted| std::mem::take(&mut pasted.posts)).unwrap_or_default();
        let mut judged = match &self.pasted {
            Some(pasted) => self.judge_lines(pasted, &posts, model, options),
            None => self.judge_blocks(model, options),
        };
        if !posts.list.is_empty() {
            judged.keep_posts(posts);
        }
        JudgedPage { page: self, judged }
    }

    fn judge_blocks(&self, model: Option<&Model>, options: &Options) -> Judged {
        let Page { tree, blocks, measured, .. } = self;
        let mut judged = Judged::default();
        match model.map(|model| (model, self.features())) {
            Some((model, table)) => {
                if options.explain && self.wanted == Wanted::Article {
                    judged.influences = explain::explain(model, &table);
                }
                let (predictions, (page_type, confidence)) =
                    timed(Stage::Classify, || classify::judge(model, &table, blocks, measured));
                judged.page_type = Some(PageTypeGuess { page_type, confidence });
                judged.predictions = predictions;
            }
            None => judged.predictions = classify::judge_by_rules(measured),
        }
        let probabilities: Vec<f32> = judged.predictions.iter().map(|prediction| prediction.probability).collect();
        judged.chosen = timed(Stage::Select, || threshold::choose(measured, &probabilities, options.beta));
        timed(Stage::Select, || inserts::choose(tree, blocks, measured, &mut judged.chosen));
        let is_list = judged.page_type.is_some_and(|guess| guess.page_type == PageType::Listing);
        if chosen_words(measured, &judged.chosen) < MIN_ARTICLE_WORDS {
            let own = only_text::choose(tree, blocks, measured, is_list);
            judged.is_all_there_is = !own.is_empty();
            own.into_iter().for_each(|block| judged.chosen[block] = true);
        }
        if self.is_fragment && chosen_words(measured, &judged.chosen) < MIN_ARTICLE_WORDS {
            let shown: Vec<bool> =
                measured.blocks.iter().map(|block| !block.hidden && block.boilerplate.is_none()).collect();
            if (1..MAX_FRAGMENT_WORDS).contains(&chosen_words(measured, &shown)) {
                judged.chosen = shown;
                judged.is_all_there_is = true;
            }
        }
        let is_forum = judged.is_forum();
        let posts = posts::find(tree, blocks, measured, &self.base, self.metadata.language.as_deref());
        let are_kept_whole = posts.are_kept_whole(measured, &judged.chosen, is_forum);
        let is_conversation = are_kept_whole || posts.are_all_there_is(measured, &judged.chosen, is_forum);
        if is_conversation && !options.whole {
            judged.decided = posts.decided(measured, &judged.chosen, are_kept_whole);
            judged.posts = Some(posts);
        } else if posts.are_comments(measured, &judged.chosen, judged.page_type.map(|guess| guess.page_type)) {
            judged.leave_out_comments(posts);
        }
        if !is_conversation {
            for comments in posts::sections::find(tree, blocks, measured, &judged.chosen) {
                judged.leave_out(comments, Reason::Comments);
            }
        }
        if let Some(discussion) = discussion::find(tree, blocks, measured, &judged.chosen).filter(|_| !is_forum) {
            judged.leave_out(discussion.clone(), Reason::Comments);
            // Comments may stand between the article's paragraphs. With a probability of 0, no rule
            // restores one of them.
            judged.predictions[discussion].iter_mut().for_each(|prediction| prediction.probability = 0.0);
        }
        for article in trailing_articles::find(tree, blocks, measured) {
            judged
                .second_article
                .get_or_insert_with(|| SecondArticle::under(&blocks.list[article.headline], article.headline));
            judged.leave_out(article.blocks, Reason::SecondArticle);
        }
        judged
    }

    fn judge_lines(&self, pasted: &Pasted, posts: &Posts, model: Option<&Model>, options: &Options) -> Judged {
        let Page { blocks, measured, .. } = self;
        let Pasted { lines, mail, outside, .. } = pasted;
        let mut verdicts = match model.map(|model| (model, self.features())) {
            Some((model, table)) => classify::lines::judge(model, blocks, measured, lines, &table, options.beta),
            None => classify::lines::judge_by_rules(blocks, measured, lines, options.beta),
        };
        verdicts.leave_out(outside, lines, mail.is_some());
        let metadata = match mail {
            _ if self.wanted == Wanted::Body => Metadata::default(),
            // In a conversation, names and times belong to posts.
            _ if !posts.list.is_empty() => metadata::of_conversation(posts.title(blocks)),
            Some(header) => metadata::of_mail(header),
            // Without an article, the names and dates belong to other pages.
            None if !verdicts.chosen.contains(&true) => Metadata::default(),
            None => metadata::of_lines(&verdicts.pasted_lines(blocks, measured, lines), verdicts.title.as_ref()),
        };
        if mail.is_none() && posts.list.is_empty() {
            verdicts.leave_out_facts(blocks, lines, &metadata);
        }
        let LineVerdicts { predictions, chosen, second_article, subheadings, page_type, .. } = verdicts;
        let page_type = page_type.map(|(page_type, confidence)| PageTypeGuess { page_type, confidence });
        let second_article = second_article.map(|block| SecondArticle::under(&blocks.list[block], block));
        Judged {
            metadata: Some(metadata),
            page_type,
            predictions,
            chosen,
            second_article,
            subheadings,
            ..Judged::default()
        }
    }
}

fn chosen_words(measured: &Measured, chosen: &[bool]) -> usize {
    measured.blocks.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(block, _)| block.words).sum()
}

/// The judgement of a page's blocks.
#[derive(Default)]
struct Judged {
    /// The metadata of pasted text.
    metadata: Option<Metadata>,
    page_type: Option<PageTypeGuess>,
    predictions: Vec<Prediction>,
    /// The influences on each prediction. Empty unless requested.
    influences: Vec<Vec<Influence>>,
    /// `true` for each block of the article's text.
    chosen: Vec<bool>,
    /// `true` if the chosen blocks are the whole readable text of the page, however short it is.
    is_all_there_is: bool,
    /// Blocks that are headings although the markup does not say so.
    subheadings: Vec<usize>,
    second_article: Option<SecondArticle>,
    /// The posts of a page that is a conversation.
    posts: Option<Posts>,
    /// The decisions on the blocks of posts.
    decided: Vec<Option<bool>>,
    /// The comments under an article.
    comments: Vec<FoundPost>,
}

impl Judged {
    /// Keeps the text of all posts of a pasted conversation, and leaves out the lines around it.
    fn keep_posts(&mut self, posts: Posts) {
        self.decided = posts.owner.iter().map(|owner| owner.map(|_| false)).collect();
        posts.list.iter().flat_map(|post| &post.body).for_each(|&i| self.decided[i] = Some(true));
        for (block, is_kept) in self.decided.iter().enumerate() {
            if let Some(is_kept) = *is_kept {
                self.chosen[block] = is_kept;
                self.predictions[block].probability = f32::from(u8::from(is_kept));
            }
        }
        self.posts = Some(posts);
        self.second_article = None;
        self.subheadings.clear();
    }

    /// Leaves out the comments under an article.
    fn leave_out_comments(&mut self, posts: Posts) {
        let posts = posts.without_opening();
        for (block, _) in posts.owner.iter().enumerate().filter(|(_, owner)| owner.is_some()) {
            self.leave_out(block..block + 1, Reason::Comments);
            self.predictions[block].probability = 0.0;
        }
        self.comments = posts.list;
    }

    /// Leaves out blocks that certainly do not belong to the article.
    fn leave_out(&mut self, blocks: Range<usize>, reason: Reason) {
        self.chosen[blocks.clone()].fill(false);
        self.predictions[blocks].iter_mut().for_each(|prediction| prediction.against = reason);
    }

    /// Returns `true` if the page is a thread of a forum.
    fn is_forum(&self) -> bool {
        self.page_type.is_some_and(|guess| guess.page_type == PageType::Forum)
    }
}

/// A page with the judgement of its blocks.
struct JudgedPage {
    page: Page,
    judged: Judged,
}

impl JudgedPage {
    /// Chooses the leaves of the tree that form the article, by the verdicts and by the caller's
    /// decisions.
    fn choose(self, options: &Options) -> Result<ChosenPage, Error> {
        // A long page has many blocks, so the measurements are dropped to free memory for the
        // document.
        let JudgedPage { page: Page { mut tree, base, metadata, blocks, measured, pasted, wanted, .. }, mut judged } =
            self;
        for element in judged.subheadings.iter().map(|&block| blocks.list[block].element) {
            // The line above a quotation names its author.
            if tree.next_sibling(element).is_none_or(|next| tree.tag(next) != Tag::BLOCKQUOTE) {
                tree.rename(element, Tag::H2);
            }
        }
        let corrections = corrections::read(&measured, options)?;
        // The paths are needed for the result and for rules.
        let paths = match wanted == Wanted::Article || !options.rules.is_empty() {
            true => timed(Stage::Select, || paths::paths(&tree, &blocks)),
            false => vec![String::new(); blocks.list.len()],
        };
        let mut ruled = timed(Stage::Select, || {
            let told = paths.iter().zip(&blocks.list).zip(&measured.folded);
            let told = told.map(|((path, block), folded)| (path.as_str(), block.text.as_str(), Some(folded.as_str())));
            let title = judged.metadata.as_ref().unwrap_or(&metadata).title.as_deref();
            corrections::follow(&options.rules, || Places::new(told, title), &measured, &judged.chosen)
        });
        let (mut selection, verdicts) = timed(Stage::Select, || {
            let rules = match judged.is_forum() {
                _ if pasted.is_some() => RuleSet::Paste,
                true => RuleSet::Thread,
                false => RuleSet::Article,
            };
            let frame = judged.posts.as_ref().map(|posts| posts.frames(&tree)).unwrap_or_default();
            let posts = DecidedPosts { blocks: std::mem::take(&mut judged.decided), frame };
            let decided = Decided { by_hand: corrections, by_rules: std::mem::take(&mut ruled.blocks), posts };
            select::select(&tree, &blocks, &measured, &judged.predictions, &judged.chosen, rules, &decided)
        });
        let posts = judged.posts.iter().flat_map(|posts| &posts.list);
        posts.flat_map(|post| &post.marks_in_text).for_each(|&leaf| selection.unset(leaf));
        let influences = judged.influences.into_iter().chain(std::iter::repeat(Vec::new()));
        let reports = blocks.list.into_iter().zip(paths).zip(verdicts).zip(influences);
        let blocks = reports
            .map(|(((block, path), verdict), influences)| BlockReport {
                text: block.text,
                path,
                kept: verdict.kept,
                reason: verdict.reason,
                probability: verdict.probability,
                influences,
            })
            .collect();
        Ok(ChosenPage {
            input_type: if pasted.is_some() { InputType::Text } else { InputType::Html },
            page_type: judged.page_type,
            tree,
            base,
            metadata: judged.metadata.unwrap_or(metadata),
            selection,
            blocks,
            second_article: judged.second_article,
            is_all_there_is: judged.is_all_there_is || judged.posts.is_some(),
            posts: judged.posts.map(|posts| posts.list).unwrap_or_default(),
            comments: judged.comments,
            ruled,
        })
    }
}

/// Returns the error for a page without an article, with the page's metadata.
fn nothing_readable(metadata: Metadata) -> Error {
    Error::NothingReadable { metadata: Box::new(metadata) }
}

/// Returns a post with its text, or `None` if none of its text is kept. Comments are not kept, but
/// their text is included.
fn post_of(post: &FoundPost, blocks: &[BlockReport], is_kept: bool) -> Option<Post> {
    let texts = post.body.iter().filter_map(|&block| blocks.get(block)).filter(|block| block.kept || !is_kept);
    let texts: Vec<&str> = texts.map(|block| block.text.as_str()).collect();
    let (first, last) = (*post.body.first()?, *post.body.last()?);
    let text = texts.join("\n\n");
    (!texts.is_empty()).then(|| Post {
        header: post.header.clone(),
        blocks: first..last + 1,
        text: post.without_marks(&text).to_owned(),
    })
}

/// A page with the final choice of what is kept.
struct ChosenPage {
    input_type: InputType,
    page_type: Option<PageTypeGuess>,
    tree: Tree,
    base: BaseUrl,
    metadata: Metadata,
    selection: Selection,
    blocks: Vec<BlockReport>,
    second_article: Option<SecondArticle>,
    is_all_there_is: bool,
    posts: Vec<FoundPost>,
    comments: Vec<FoundPost>,
    ruled: Ruled,
}

impl ChosenPage {
    /// Writes the kept parts as an article.
    fn write(mut self, options: &Options) -> Result<Article, Error> {
        let metadata = std::mem::take(&mut self.metadata);
        let json_ld = if options.json_ld { metadata::json_ld(&self.tree) } else { Vec::new() };
        let (input_type, page_type) = (self.input_type, self.page_type);
        let ruled = self.ruled.taken();
        let (second_article, blocks) = (self.second_article.take(), std::mem::take(&mut self.blocks));
        let comments = if options.comments { std::mem::take(&mut self.comments) } else { Vec::new() };
        let comments = comments.iter().filter_map(|post| post_of(post, &blocks, false)).collect();
        let posts: Vec<Post> = self.posts.iter().filter_map(|post| post_of(post, &blocks, true)).collect();
        let Body { document, text } = match self.body(options) {
            Ok(body) => body,
            Err(text) => return Err(nothing_readable(metadata.completed(&text))),
        };
        let mut metadata = timed(Stage::Language, || match posts.is_empty() {
            false => metadata.completed(&render::text_without_heads(&document)),
            true => metadata.completed(&text),
        });
        let matched_rules = ruled.complete(&mut metadata, |block| blocks.get(block).map_or("", |block| &block.text));
        let article = Article {
            input_type,
            page_type,
            metadata,
            document,
            text,
            json_ld,
            posts,
            comments,
            second_article,
            matched_rules,
            notice: (options.url.is_some() && options.absolute_url().is_none()).then_some(Notice::RelativeUrl),
            blocks,
            ..Article::default()
        };
        article.completed(options)
    }

    /// Writes the kept parts as text. Returns the text as an error if it is too long or too short
    /// for an article.
    fn body(self, options: &Options) -> Result<Body, String> {
        let ChosenPage { input_type, is_all_there_is, tree, base, selection, posts, ruled, .. } = self;
        let headers = posts.into_iter().map(|post| (post.element, post.header)).collect();
        let mut document = timed(Stage::Clean, || clean::clean_posts(&tree, &selection, &base, headers));
        let longest = tree.source_bytes().saturating_mul(MAX_OUTPUT_GROWTH).saturating_add(MIN_OUTPUT_BYTES);
        drop((tree, selection));
        let text = timed(Stage::Render, || render::text(&document));
        if render::is_longer_than(&document, longest) {
            document = document::plain(&text);
            if render::is_longer_than(&document, longest) {
                return Err(text);
            }
        }
        // Content that a person chose to keep is an article, however short it is.
        let is_chosen = options.whole || !options.keep.is_empty() || ruled.keeps_some;
        let is_certain = input_type == InputType::Text || is_chosen || is_all_there_is;
        let fewest = if is_certain { 1 } else { MIN_ARTICLE_WORDS };
        if has_words(&text, fewest) { Ok(Body { document, text }) } else { Err(text) }
    }
}
