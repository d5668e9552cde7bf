/**
 * The summary's part of the page: its sentences with links to their places in the article, its
 * length, and the keywords.
 */

import { byId, element } from '../shared/dom.js';
import { intl, t } from '../i18n/index.js';
import { makeFold } from './fold.js';
import { chooseSummaryLength, FEELS, SENTENCES, SHARES, summaryLength } from './length.js';

export class SummaryView {
  #onPlace;
  #fold;

  /**
   * @param {object} actions
   * @param {() => void} actions.onLength called after another length was chosen
   * @param {(sentence: import('unchaff').SummarySentence) => void} actions.onPlace called on a
   *   click on a sentence
   * @param {(change: () => void) => void} actions.hold changes the page and keeps the reader's
   *   place
   */
  constructor({ onLength, onPlace, hold }) {
    this.#onPlace = onPlace;
    this.#fold = makeFold(hold);
    byId('summary-length').addEventListener('change', () => {
      chooseSummaryLength(byId('summary-length').value);
      onLength();
    });
  }

  /** Folds the summary of another article, if there is little room. */
  fold() {
    this.#fold.fold();
  }

  /** Writes the summary in the interface's language. */
  render(article) {
    const isEmpty = article.summary.length === 0 && article.keywords.length === 0;
    byId('summary').hidden = isEmpty;
    byId('show-summary').hidden = isEmpty;
    byId('summary-list').replaceChildren(...article.summarySentences.map((sentence) => this.#item(sentence)));
    byId('summary-copy').hidden = article.summary.length === 0;
    byId('keywords').replaceChildren(...article.keywords.map((word) => element('li', {}, word)));
    byId('keywords').hidden = article.keywords.length === 0;
    byId('summary-length').replaceChildren(
      ...FEELS.map((feel) => option(feel, t(`summary.${feel}`))),
      element('optgroup', { label: t('summarySentences') }, ...SENTENCES.map((n) => option(n, t('sentences', { n: Number(n) })))),
      element(
        'optgroup',
        { label: t('summaryShare') },
        ...SHARES.map((share) => option(share, t('shareOfText', { share: percent(share) }))),
      ),
    );
    byId('summary-length').value = summaryLength();
  }

  /**
   * Returns the item of a sentence. A sentence of the publisher's own description may have no place
   * in the article, and then has no link.
   */
  #item(sentence) {
    if (sentence.start === null) {
      return element(
        'li',
        {},
        sentence.text,
        ' ',
        element('span', { class: 'note-inline', lang: document.documentElement.lang, dir: 'auto' }, t('publishersWords')),
      );
    }
    const button = element('button', { type: 'button', class: 'sentence', title: t('showInArticle') }, sentence.text);
    button.addEventListener('click', () => {
      for (const other of byId('summary-list').querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
      button.setAttribute('aria-current', 'true');
      this.#fold.close();
      this.#onPlace(sentence);
    });
    return element('li', {}, button);
  }
}

function option(value, words) {
  return element('option', { value }, words);
}

function percent(share) {
  return intl('NumberFormat', { style: 'percent' }).format(Number(share));
}
