/**
 * The result's part of the page: the article in its views, what stands around it, and the buttons that take it
 * away. It owns everything inside #result.
 */

import { byId } from './dom.js';
import { copy, download } from './export.js';
import { t } from './i18n/index.js';
import { blockItems, countBlocks, detailItems, metaLine, summaryItems } from './panels.js';
import { Reader } from './reader/index.js';
import { makeTabs } from './tabs.js';

/** What the buttons take away in each view; there is nothing to take from the list of parts. */
const FORMATS = { 'tab-article': 'html', 'tab-markdown': 'markdown', 'tab-text': 'text' };
/** How long a button says what came of it, in milliseconds. */
const OUTCOME_SHOWN = 2000;

export class ResultView {
  #article = null;
  #name;
  /** @type {Reader} */
  #reader;
  /** @type {'html' | 'markdown' | 'text' | undefined} */
  #format;
  #chooseTab;
  #say;

  /**
   * @param {{ onOtherWay: () => void, say: (message: string) => void, settings: import('./reader/settings.js').Settings }} page
   *   what the page does on a click on the other way to read, how it tells a screen reader something, and how the
   *   person wants to read
   */
  constructor({ onOtherWay, say, settings }) {
    this.#say = say;
    this.#reader = new Reader(byId('reader'), { settings, say });
    this.#chooseTab = makeTabs(byId('tabs'), (tab) => this.#changeTab(tab));
    byId('other-way').addEventListener('click', onOtherWay);
    byId('copy').addEventListener('click', () => this.#copy());
    byId('download').addEventListener('click', () => download(this.#article, this.#format, t('fallbackName')));
  }

  /** @returns {object | null} the article shown */
  get article() {
    return this.#article;
  }

  /**
   * Shows an article from its beginning, with the focus on its title.
   *
   * @param {object} article what clean() answered
   * @param {string} [name] the file or site it came from
   */
  show(article, name) {
    this.#article = article;
    this.#name = name;
    this.#reader.show(article);
    this.render();
    byId('result').hidden = false;
    this.#chooseTab(byId('tab-article'));
    byId('article-title').focus({ preventScroll: true });
    byId('result').scrollIntoView();
  }

  hide() {
    this.#article = null;
    byId('result').hidden = true;
  }

  /** Writes everything anew, in the interface's language. */
  render() {
    const article = this.#article;
    const isHtml = article.type === 'html';
    const readAs = t(isHtml ? 'readAsHtml' : 'readAsText');
    byId('read-as').textContent = this.#name ? `${this.#name} · ${readAs}` : readAs;
    byId('other-way').textContent = t(isHtml ? 'readAsTextInstead' : 'readAsHtmlInstead');

    byId('article-title').textContent = article.title || t('untitled');
    byId('article-meta').replaceChildren(...metaLine(article));
    byId('summary-list').replaceChildren(...summaryItems(article));
    byId('summary').hidden = article.summary.length === 0;
    byId('details').replaceChildren(...detailItems(article));

    byId('markdown').textContent = article.markdown;
    byId('text').textContent = article.textContent;
    byId('removed-count').textContent = t('removedCount', countBlocks(article.blocks));
    byId('blocks').replaceChildren(...blockItems(article.blocks));
    for (const id of ['article-title', 'summary-list', 'markdown', 'text']) setLanguageOf(byId(id), article);
    byId('article-meta').dir = byId('article-title').dir;
    this.#reader.update(article);
  }

  #changeTab(tab) {
    this.#format = FORMATS[tab.id];
    byId('take-away').hidden = !this.#format;
  }

  async #copy() {
    const copied = await copy(this.#article, this.#format);
    const outcome = t(copied ? 'copied' : 'copyFailed');
    this.#say(outcome);
    const button = byId('copy');
    button.textContent = outcome;
    setTimeout(() => {
      button.textContent = t('copy');
    }, OUTCOME_SHOWN);
  }
}

function setLanguageOf(target, { lang, dir }) {
  if (lang) target.lang = lang;
  else target.removeAttribute('lang');
  target.dir = dir === 'rtl' ? 'rtl' : 'ltr';
}
