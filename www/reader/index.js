/**
 * The reading view: an article, and what a reader does with it. It stands by itself: it takes an element and an
 * article as clean() answers it, and knows nothing of where the article came from. Its styles are themes.css and
 * reader.css.
 *
 *     content → blocks ─→ the article's elements
 *     settings ─────────→ themes.css, article.css
 */

import { element } from '../dom.js';
import { t } from '../i18n/index.js';
import { makeBlocks } from './blocks.js';
import { countRemoteImages, parseBlocks } from './content.js';
import { applyText, applyTheme } from './settings.js';

export class Reader {
  #article = null;
  #loadImages = false;
  #body;
  #showBlocks;
  #imagesButton;

  /**
   * @param {HTMLElement} container an empty element that becomes the reader's own
   * @param {{ settings: import('./settings.js').Settings }} options
   */
  constructor(container, { settings }) {
    this.#body = element('article', { class: 'article', id: 'article' });
    this.#imagesButton = element('button', { type: 'button', id: 'show-images' });
    this.#imagesButton.addEventListener('click', () => {
      this.#loadImages = !this.#loadImages;
      this.render();
    });
    container.classList.add('reader');
    container.append(element('div', { class: 'reader-bar' }, this.#imagesButton), this.#body);

    this.#showBlocks = makeBlocks(this.#body);
    const apply = () => {
      applyTheme(settings);
      applyText(settings, container);
    };
    settings.addEventListener('changed', apply);
    apply();
  }

  /**
   * Shows another article, from its beginning. No remote image is asked for until the person wants it.
   *
   * @param {object} article what clean() answered
   */
  show(article) {
    this.#loadImages = false;
    this.update(article);
  }

  /**
   * Shows the same article as it is now. What did not change stays as it is, and so does the reader's place.
   *
   * @param {object} article
   */
  update(article) {
    this.#article = article;
    this.render();
  }

  /** Writes what has words of the interface anew, after a change of its language. */
  render() {
    const { content, lang, dir } = this.#article;
    if (lang) this.#body.lang = lang;
    else this.#body.removeAttribute('lang');
    this.#body.dir = dir === 'rtl' ? 'rtl' : 'ltr';

    const blocks = parseBlocks(content);
    const imageLabel = (alt) => (alt ? t('imageOf', { alt }) : t('image'));
    this.#showBlocks(blocks, { loadImages: this.#loadImages, imageLabel }, `${this.#loadImages} ${t('image')} `);

    const remote = countRemoteImages(blocks);
    this.#imagesButton.hidden = remote === 0;
    this.#imagesButton.textContent = this.#loadImages ? t('hideImages') : t('showImages', { n: remote });
    this.#imagesButton.title = t('showImagesNote');
  }
}
