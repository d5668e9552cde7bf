/**
 * The result's part of the page: the article in its views, what stands around it, and the buttons that take it
 * away. It owns everything inside #result, and reads the page again when a person changes what is asked of it.
 */

import { toTextFile } from '../../pkg/entries/files.js';
import { byId, element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { loadPosts } from '../posts/index.js';
import { keepPlace, makeMarker, metaLine, Reader } from '../reader/index.js';
import { loadRewriting, Review } from '../review/index.js';
import { copy, markdownFile, richFlavours, summaryFlavours } from '../save/index.js';
import { locate, SummaryView } from '../summary/index.js';
import { detailItems, isListing } from './details.js';
import { Rereading } from './rereading.js';
import { showSource } from './source-view.js';
import { makeTabs } from './tabs.js';

/** @typedef {import('../review/index.js').Memory & { place?: { block: number, share: number } | null }} Memory what a person did to a page */

/** What the button copies in each view; there is nothing to copy from the list of parts. */
const FLAVOURS = {
  'tab-article': richFlavours,
  'tab-markdown': async (article) => ({ 'text/plain': (await markdownFile(article)).text }),
  'tab-text': (article) => ({ 'text/plain': toTextFile(article) }),
};
/** How long a button says what came of it, in milliseconds. */
const OUTCOME_SHOWN = 2000;
/** Characters past which a title is set smaller: it would fill the screen. */
const LONG_TITLE = 110;

/** Shows one article at a time. */
export class ResultView {
  #article = null;
  /** @type {import('../input/index.js').PageInput} */
  #input;
  /** @type {Reader} */
  #reader;
  /** Marks the place of a sentence of the summary. @type {(range: Range | null) => void} */
  #mark;
  /** @type {((article: import('unchaff').Article) => Record<string, string> | Promise<Record<string, string>>) | undefined} */
  #flavours;
  /** The views that do not show the article yet: each is written when it comes into sight. */
  #stale = new Set();
  /** Whether the reading view still shows the article before. */
  #isNew = false;
  #chooseTab;
  #say;
  #reread;
  /** @type {Rereading} */
  #rereading;
  #review;
  /** What was decided when the page was last read: a decision with which it cannot be read leads back there. */
  #lastRead;
  /** The article as it was chosen automatically. @type {import('unchaff').Article} */
  #automatic;
  /** What a conversation needs, once there is one. @type {Promise<ReturnType<Awaited<ReturnType<typeof loadPosts>>['makePostsView']> | void> | undefined} */
  #posts;
  #summary;
  #onCorrected;
  /** How far the article was read when it was last in sight. @type {{ block: number, share: number } | null} */
  #place = null;
  /** Whether the view is still on its way to that place. */
  #isReturning = false;

  /**
   * @param {object} page
   * @param {() => void} page.onOtherWay what it does on a click on the other way to read
   * @param {() => void} page.onSecondArticle and on the second article
   * @param {(options: import('unchaff').CleanOptions, content?: string) => Promise<import('unchaff').Article>} page.reread reads the shown
   *   input again with options of clean(), or HTML in its place
   * @param {(message: string) => void} page.say tells a screen reader something
   * @param {() => void} page.onCorrected what it does after a correction
   * @param {import('../reader/index.js').Settings} page.settings how the person wants to read
   */
  constructor({ onOtherWay, onSecondArticle, onCorrected, reread, say, settings }) {
    this.#say = say;
    // Paper gets the article as it is now, from every view. Before the reader, which writes the rest of it then.
    addEventListener('beforeprint', () => {
      if (this.#article && this.#stale.delete('tab-article')) this.#renderArticle();
    });
    this.#reader = new Reader(byId('reader'), { settings, say, onWritten: () => this.#showPosts() });
    this.#reread = reread;
    this.#onCorrected = onCorrected;
    this.#mark = makeMarker(byId('article'), 'unchaff-source');
    this.#review = new Review({
      onChange: () => this.#correct(),
      article: () => this.#article,
      explain: () => this.#rereading.explained(),
      say,
    });
    this.#summary = new SummaryView({
      onLength: () => this.#refresh(),
      onPlace: (sentence) => this.#goToSentence(sentence),
      hold: (change) => keepPlace(byId('article'), change),
    });
    this.#chooseTab = makeTabs(byId('tabs'), (tab) => this.#changeTab(tab));
    byId('other-way').addEventListener('click', onOtherWay);
    byId('read-second').addEventListener('click', onSecondArticle);
    byId('copy').addEventListener('click', () => this.#copy(byId('copy'), this.#flavours));
    byId('summary-copy').addEventListener('click', () => this.#copy(byId('summary-copy'), summaryFlavours));
  }

  /** Returns the article shown. @returns {import('unchaff').Article | null} */
  get article() {
    return this.#article;
  }

  /** Returns what the person put right that holds for other pages of the site too. */
  get corrections() {
    return this.#review.corrections;
  }

  /** Counts the page's parts that are in the article, and those that are not. @returns {{ kept: number, dropped: number }} */
  get counts() {
    const { blocks } = this.#article;
    const kept = blocks.filter((block) => block.kept).length;
    return { kept, dropped: blocks.length - kept };
  }

  /** Returns what the person did to the page, as show() takes it. @returns {Memory} */
  get memory() {
    const place = this.#isReturning ? undefined : this.#reader.place;
    if (place !== undefined) this.#place = place;
    return { ...this.#review.memory, place: this.#place };
  }

  /**
   * Shows an article, with the focus on its title: from where the person left it, else from its beginning.
   *
   * @param {import('unchaff').Article} article what clean() answered
   * @param {import('../input/index.js').PageInput} input what it was made from
   * @param {Memory} [memory] what the person did to it before
   */
  async show(article, input, { place = null, ...decided } = {}) {
    this.#article = article;
    this.#automatic = article;
    this.#input = input;
    this.#isNew = true;
    this.#stale.clear();
    this.#rereading = new Rereading((options) => this.#readCorrected(options));
    this.#place = place;
    this.#isReturning = Boolean(place);
    const isCorrected = this.#review.show(article, decided);
    this.#lastRead = this.#review.course;
    byId('result').hidden = false;
    this.#summary.fold();
    this.#chooseTab(byId('tab-article'));
    this.render();
    byId('article-title').focus({ preventScroll: true });
    byId('result').scrollIntoView();
    const rereading = this.#rereading;
    if (isCorrected && (await this.#refresh())) this.#say(t('correctionsBack'));
    if (!place || rereading !== this.#rereading) return;
    await this.#reader.goToPlace(place);
    if (rereading === this.#rereading) this.#isReturning = false;
  }

  /** Takes the article off the page. */
  hide() {
    this.#article = null;
    this.#rereading = null;
    this.#review.hide();
    byId('result').hidden = true;
    document.title = t('pageTitle');
  }

  /** Writes everything again, in the interface's language. */
  render() {
    this.#renderHead();
    this.#review.render();
    this.#renderAnswer();
  }

  /** Writes what is the same however often the page is read. */
  #renderHead() {
    const article = this.#article;
    byId('read-as').textContent = [this.#input.name, t(`readAs.${takenFor(article, this.#input)}`)].filter(Boolean).join(' · ');
    byId('other-way').hidden = Boolean(this.#input.isCaptured);
    byId('other-way').textContent = t(article.type === 'html' ? 'readAsTextInstead' : 'readAsHtmlInstead');
  }

  /** Writes what changes with a correction or another length of the summary. */
  #renderAnswer() {
    const article = this.#article;
    byId('article-title').textContent = article.title || t('untitled');
    byId('article-title').classList.toggle('untitled', !article.title);
    byId('article-title').classList.toggle('long', article.title?.length > LONG_TITLE);
    byId('article-meta').replaceChildren(...metaLine(article));
    byId('is-listing').hidden = !isListing(article);
    byId('second-article').hidden = !article.secondArticle;
    if (article.secondArticle) {
      const title = element('bdi', article.lang ? { lang: article.lang } : {}, article.secondArticle.title);
      byId('second-title').replaceChildren(t('secondArticle'), ' ', title);
    }
    document.title = article.title ? `${article.title} · unchaff` : t('pageTitle');
    this.#summary.render(article);
    byId('details').replaceChildren(...detailItems(article));
    for (const id of ['article-title', 'summary-list', 'keywords', 'markdown', 'text']) setLanguageOf(byId(id), article);
    byId('article-meta').dir = byId('article-title').dir;
    this.#stale = new Set(Object.keys(FLAVOURS));
    this.#renderView();
  }

  /** Writes the view in sight, if it does not show the article yet. */
  #renderView() {
    const tab = byId('tabs').querySelector('[aria-selected=true]').id;
    if (!this.#stale.delete(tab)) return;
    if (tab === 'tab-article') this.#renderArticle();
    if (tab === 'tab-markdown') showSource(byId('markdown'), this.#article.markdown);
    if (tab === 'tab-text') showSource(byId('text'), this.#article.textContent);
  }

  #renderArticle() {
    this.#mark(null);
    if (this.#isNew) this.#reader.show(this.#article);
    else this.#reader.update(this.#article);
    this.#isNew = false;
  }

  /** Shows who says what, where the article is a conversation. What that needs is loaded then. */
  async #showPosts() {
    const automatic = this.#automatic;
    // What the history kept before there were posts has none.
    const posts = automatic.posts ?? [];
    if (posts.length > 1) {
      this.#posts ??= loadPosts().then(
        ({ makePostsView }) =>
          makePostsView({ choose: (parts, kept) => this.#review.choose(parts, kept), isKept: (part) => this.#review.isKept(part) }),
        () => {
          this.#posts = undefined;
        },
      );
    }
    const view = await this.#posts;
    if (!this.#article || automatic !== this.#automatic) return;
    if (!view) return;
    if (posts.length > 1) view.show(posts, this.#article, automatic.blocks);
    else view.hide();
  }

  #changeTab(tab) {
    this.#flavours = FLAVOURS[tab.id];
    byId('copy').hidden = !this.#flavours;
    if (this.#article) this.#renderView();
    if (tab.id === 'tab-removed') this.#review.open();
  }

  /** @param {import('unchaff').CleanOptions & import('../review/index.js').Changes} options */
  async #readCorrected({ headings, highlights, ...options }) {
    const article = await this.#reread(options);
    if (!headings && !highlights) return article;
    const { rewritten } = await loadRewriting();
    return rewritten(article, { headings, highlights }, (content) => this.#reread({ whole: true }, content));
  }

  /** Reads the page again with the person's decisions on its parts. @returns {Promise<boolean>} whether the article shows them */
  async #correct() {
    const rereading = this.#rereading;
    const { course } = this.#review;
    const done = await this.#refresh();
    if (rereading !== this.#rereading) return false;
    if (done) this.#say(t('corrected', this.counts));
    // What was decided since is on its way to be read, and that shows whether it holds.
    else if (this.#review.course === course) this.#review.rollBack(this.#lastRead);
    this.#onCorrected();
    return done;
  }

  /**
   * Reads the page again and shows the answer.
   *
   * @returns {Promise<boolean>} false where the page could not be read again, or is shown no longer
   */
  async #refresh() {
    const rereading = this.#rereading;
    const { course } = this.#review;
    try {
      const article = await rereading.article(() => this.#review.options());
      if (rereading !== this.#rereading) return false;
      this.#lastRead = course;
      this.#article = this.#review.withFields(article);
      this.#renderAnswer();
      return true;
    } catch (error) {
      if (error.code === 'nothing-readable') this.#say(t('keepSomething'));
      else if (error.code !== 'cancelled') this.#say(t('error.internal'));
      return false;
    }
  }

  /** Goes to where a sentence of the summary stands in the article, and marks it. */
  async #goToSentence(sentence) {
    this.#chooseTab(byId('tab-article'));
    const article = this.#article;
    await this.#reader.whole();
    const range = await locate(byId('article'), article.textContent, sentence);
    if (article !== this.#article) return;
    if (!range) {
      this.#say(t('placeNotFound'));
      return;
    }
    this.#mark(range);
    // A link would leave the tab order.
    const place = /** @type {HTMLElement} */ (range.startContainer.parentElement.closest(':not(a)'));
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'center' });
  }

  async #copy(button, flavours) {
    const copied = await copy(await flavours(this.#article));
    const outcome = t(copied ? 'copied' : 'copyFailed');
    this.#say(outcome);
    button.textContent = outcome;
    setTimeout(() => {
      button.textContent = t('copy');
    }, OUTCOME_SHOWN);
  }
}

/** Returns what the input was taken for: a clipboard has HTML beside the words, a page's source is its own words. */
function takenFor(article, { html, text }) {
  if (article.type === 'text') return 'text';
  return html === text ? 'html' : 'rich';
}

function setLanguageOf(target, { lang, dir }) {
  if (lang) target.lang = lang;
  else target.removeAttribute('lang');
  target.dir = dir === 'rtl' ? 'rtl' : 'ltr';
}
