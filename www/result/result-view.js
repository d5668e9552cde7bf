/**
 * The result's part of the page: the article in its views, the elements around it, and the buttons
 * that save and copy it. It controls everything inside #result, and reads the page again when a
 * person changes how it should be read.
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

/**
 * @typedef {import('../review/index.js').Memory & { place?: { block: number, share: number } | null }} Memory
 *   a person's changes to a page, and the place up to which it was read
 */

/**
 * The formats that the copy button copies in each view. In the list of parts, there is nothing to
 * copy.
 */
const FLAVOURS = {
  'tab-article': richFlavours,
  'tab-markdown': async (article) => ({ 'text/plain': (await markdownFile(article)).text }),
  'tab-text': (article) => ({ 'text/plain': toTextFile(article) }),
};
/** How long a button shows the result of a click, in milliseconds. */
const OUTCOME_SHOWN = 2000;
/** A title with more characters is set in a smaller size, because it would fill the screen. */
const LONG_TITLE = 110;

/** Shows one article at a time. */
export class ResultView {
  #article = null;
  /** @type {import('../input/index.js').PageInput} */
  #input;
  /** @type {Reader} */
  #reader;
  /**
   * Marks the place of a summary's sentence in the article.
   *
   * @type {(range: Range | null) => void}
   */
  #mark;
  /** @type {((article: import('unchaff').Article) => Record<string, string> | Promise<Record<string, string>>) | undefined} */
  #flavours;
  /**
   * The views that do not show the current article yet. Each is written when it becomes visible.
   */
  #stale = new Set();
  /** `true` if the reading view still shows the previous article. */
  #isNew = false;
  #chooseTab;
  #say;
  #reread;
  /** @type {Rereading} */
  #rereading;
  #review;
  /**
   * The decisions of the last successful reading. If the page cannot be read with a new decision,
   * these are restored.
   */
  #lastRead;
  /** The automatically chosen article. @type {import('unchaff').Article} */
  #automatic;
  /**
   * The controls of a conversation, loaded when the first conversation is shown.
   *
   * @type {Promise<ReturnType<Awaited<ReturnType<typeof loadPosts>>['makePostsView']> | void> | undefined}
   */
  #posts;
  #summary;
  #onCorrected;
  /**
   * How far the article had been read when it was last visible.
   *
   * @type {{ block: number, share: number } | null}
   */
  #place = null;
  /** `true` while the view is moving to that place. */
  #isReturning = false;

  /**
   * @param {object} page
   * @param {() => void} page.onOtherWay called after a click on the other way to read
   * @param {() => void} page.onSecondArticle called after a click on the second article
   * @param {(options: import('unchaff').CleanOptions, content?: string) => Promise<import('unchaff').Article>} page.reread
   *   reads the shown input again with options of `clean()`, or other HTML in its place
   * @param {(message: string) => void} page.say announces a message to screen readers
   * @param {() => void} page.onCorrected called after a correction
   * @param {import('../reader/index.js').Settings} page.settings the person's settings for reading
   */
  constructor({ onOtherWay, onSecondArticle, onCorrected, reread, say, settings }) {
    this.#say = say;
    // The current article is printed from every view. This listener must come before the reader's,
    // which then writes the rest of the article.
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

  /** Returns the article that is shown. @returns {import('unchaff').Article | null} */
  get article() {
    return this.#article;
  }

  /** Returns the person's corrections that also apply to other pages of the site. */
  get corrections() {
    return this.#review.corrections;
  }

  /**
   * Returns the number of the page's parts in the article, and the number of the others.
   *
   * @returns {{ kept: number, dropped: number }}
   */
  get counts() {
    const { blocks } = this.#article;
    const kept = blocks.filter((block) => block.kept).length;
    return { kept, dropped: blocks.length - kept };
  }

  /**
   * Returns the person's changes to the page, in the form that `show()` takes.
   *
   * @returns {Memory}
   */
  get memory() {
    const place = this.#isReturning ? undefined : this.#reader.place;
    if (place !== undefined) this.#place = place;
    return { ...this.#review.memory, place: this.#place };
  }

  /**
   * Shows an article and puts the focus on its title. Begins at the place where the person stopped
   * reading, or else at the beginning.
   *
   * @param {import('unchaff').Article} article the result of `clean()`
   * @param {import('../input/index.js').PageInput} input the input that it was made from
   * @param {Memory} [memory] the person's earlier changes to it
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

  /** Removes the article from the page. */
  hide() {
    this.#article = null;
    this.#rereading = null;
    this.#review.hide();
    byId('result').hidden = true;
    document.title = t('pageTitle');
  }

  /** Writes everything again, in the language of the interface. */
  render() {
    this.#renderHead();
    this.#review.render();
    this.#renderAnswer();
  }

  /** Writes the parts that do not change when the page is read again. */
  #renderHead() {
    const article = this.#article;
    byId('read-as').textContent = [this.#input.name, t(`readAs.${takenFor(article, this.#input)}`)].filter(Boolean).join(' · ');
    byId('other-way').hidden = Boolean(this.#input.isCaptured);
    byId('other-way').textContent = t(article.type === 'html' ? 'readAsTextInstead' : 'readAsHtmlInstead');
  }

  /** Writes the parts that change with a correction or another length of the summary. */
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

  /** Writes the visible view, if it does not show the current article yet. */
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

  /**
   * Adds the controls of a conversation, if the article is one. Their code is loaded at that time.
   */
  async #showPosts() {
    const automatic = this.#automatic;
    // Articles that were saved before posts existed have none.
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

  /**
   * Reads the page again with the person's decisions on its parts.
   *
   * @returns {Promise<boolean>}
   *   `true` if the article shows these decisions
   */
  async #correct() {
    const rereading = this.#rereading;
    const { course } = this.#review;
    const done = await this.#refresh();
    if (rereading !== this.#rereading) return false;
    if (done) this.#say(t('corrected', this.counts));
    // If there are newer decisions, they are already being read, and that reading shows whether
    // they work.
    else if (this.#review.course === course) this.#review.rollBack(this.#lastRead);
    this.#onCorrected();
    return done;
  }

  /**
   * Reads the page again and shows the result.
   *
   * @returns {Promise<boolean>} `false` if the page could not be read again, or is no longer shown
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

  /** Scrolls to the place of a summary's sentence in the article, and marks it. */
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
    // A link would lose its place in the tab order, so it is not changed.
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

/**
 * Returns how the input was read. A clipboard has HTML beside the text, but a page's source has the
 * same string for both.
 */
function takenFor(article, { html, text }) {
  if (article.type === 'text') return 'text';
  return html === text ? 'html' : 'rich';
}

function setLanguageOf(target, { lang, dir }) {
  if (lang) target.lang = lang;
  else target.removeAttribute('lang');
  target.dir = dir === 'rtl' ? 'rtl' : 'ltr';
}
