/**
 * The reading view: an article, and the tools for reading it. It is independent of the rest of the
 * site: it takes an element and an article that `clean()` returned, and does not know where the
 * article came from. Its text is in i18n/. Its styles are reader.css and, for colours, type and
 * buttons, those of shared/.
 *
 *     const reader = new Reader(container, { settings: new Settings(), say, heading: true });
 *     reader.show(article);
 *
 *     heading, content → blocks → the article's elements → boxes, pictures: what is added to them
 *                                   │
 *                                   ├─ contents, progress, notes, speech: what goes by them
 *     settings ─────────────────────┴→ shared/themes.css, article.css
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { makeBlocks } from './blocks.js';
import { finishBoxes } from './boxes.js';
import { nextTask } from '../shared/next-task.js';
import { countRemoteImages } from './content.js';
import { makeContents } from './contents.js';
import { iconButton, setIcon } from './controls.js';
import { heading } from './heading.js';
import { goToPlace, keepPlace, placeIn } from './move.js';
import { makeNotes, nameBacklinks } from './notes.js';
import { addPictureButtons, makeLightbox } from './pictures.js';
import { makeProgress } from './progress.js';
import { makeSettingsPanel } from './settings-panel.js';
import { applySettings } from './settings.js';
import { makeShortcuts } from './shortcuts.js';
import { Speech } from './speech.js';

export { date, metaLine, readingTime } from './heading.js';
export { makeMarker } from './marker.js';
export { keepPlace } from './move.js';
export { Settings } from './settings.js';

export class Reader {
  #article = null;
  #loadImages = false;
  #settings;
  #head;
  #body = element('article', { class: 'article', id: 'article' });
  #imagesButton = element('button', { type: 'button', class: 'images-button', id: 'show-images' });
  #setDirection;
  #focusButton = iconButton('focus', 'reader.focus', () => this.#toggleFocus());
  #showBlocks;
  #contents;
  #progress;
  #notes;
  #speech;
  #say;
  #onWritten;
  /** The rest of the article that is still to be written. @type {IterableIterator<void>} */
  #writing = [].values();
  #written = Promise.resolve();

  /**
   * @param {HTMLElement} container an empty element for the reader
   * @param {object} options
   * @param {import('./settings.js').Settings} options.settings
   * @param {(message: string) => void} options.say announces a message to screen readers
   * @param {() => void} [options.onWritten] called each time the whole article is on the page
   * @param {boolean} [options.heading] whether to show title, author and date; the page may already
   *   have them
   */
  constructor(container, { settings, say, onWritten, heading: hasHeading = false }) {
    const body = this.#body;
    if (hasHeading) this.#head = element('header', { class: 'reader-head' });
    this.#say = say;
    this.#onWritten = onWritten;
    this.#settings = settings;
    this.#showBlocks = makeBlocks(body);
    this.#contents = makeContents(body);
    this.#progress = makeProgress(body);
    this.#notes = makeNotes(body);
    this.#speech = new Speech(body, { head: this.#head, settings, say });
    const text = makeSettingsPanel(settings);
    this.#setDirection = text.setDirection;
    const lightbox = makeLightbox(body);
    const shortcuts = makeShortcuts(this.#actions(settings, text), { settings, isActive: () => body.checkVisibility() });
    this.#imagesButton.addEventListener('click', () => {
      this.#loadImages = !this.#loadImages;
      this.render();
    });

    const bar = element(
      'div',
      { class: 'reader-bar' },
      this.#contents.button,
      this.#speech.button,
      this.#progress.words,
      this.#imagesButton,
      text.button,
      this.#focusButton,
      shortcuts.button,
      this.#progress.line,
    );
    const panels = [this.#contents.panel, text.panel, this.#notes.panel, lightbox.dialog, shortcuts.dialog];
    container.classList.add('reader');
    container.append(bar, ...panels, element('div', { class: 'reader-page' }, ...[this.#head, body].filter(Boolean)), this.#speech.bar);

    let { images } = settings.values;
    settings.addEventListener('changed', () => {
      keepPlace(body, () => applySettings(settings));
      if (images === settings.values.images) return;
      ({ images } = settings.values);
      this.#loadImages = images;
      if (this.#article) this.render();
    });
    applySettings(settings);
    this.#followScroll();
    // The whole article is needed for printing.
    window.addEventListener('beforeprint', () => [...this.#writing]);
    document.addEventListener('keydown', (event) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open], :popover-open');
      if (event.key === 'Escape' && !isTaken && document.documentElement.hasAttribute('data-focus')) this.#toggleFocus();
    });
  }

  /**
   * Shows another article from its beginning. Remote images are loaded only if the person wants it,
   * now or always.
   *
   * @param {import('unchaff').Article} article the result of `clean()`
   */
  show(article) {
    this.#loadImages = this.#settings.values.images;
    this.#speech.close();
    this.#body.replaceChildren();
    this.update(article);
  }

  /**
   * Shows the current version of the same article. Unchanged parts and the reader's place stay.
   *
   * @param {import('unchaff').Article} article
   */
  update(article) {
    this.#article = article;
    this.render();
  }

  /**
   * Rewrites everything that depends on the language of the interface: the first screens at once,
   * the rest in separate tasks.
   */
  render() {
    const { content, lang, dir } = this.#article;
    this.#body.lang = lang ?? '';
    this.#body.dir = dir === 'rtl' ? 'rtl' : 'ltr';
    this.#setDirection(this.#body.dir);
    this.#notes.close();
    this.#head?.replaceChildren(...heading(this.#article));
    const remote = countRemoteImages(content);
    this.#imagesButton.hidden = remote === 0;
    this.#imagesButton.textContent = this.#loadImages ? t('hideImages') : t('showImages', { n: remote });
    this.#imagesButton.title = t('showImagesNote');
    this.#body.ariaBusy = 'true';
    this.#writing = this.#write();
    this.#written = this.#goOn(this.#writing);
  }

  /** @returns {Promise<void>} resolves when the whole article is on the page */
  async whole() {
    while (this.#body.ariaBusy === 'true') await this.#written;
  }

  /** Returns how far the article was read, or `undefined` while it is not visible. */
  get place() {
    return this.#body.checkVisibility() ? placeIn(this.#body) : undefined;
  }

  /**
   * Goes to the place up to which the article was read.
   *
   * @param {{ block: number, share: number }}
   *   place
   */
  async goToPlace(place) {
    await this.whole();
    goToPlace(this.#body, place);
    // Blocks that came into view now have their real height instead of an estimated one.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    goToPlace(this.#body, place);
  }

  /** Writes the article, a slice at each step. */
  *#write() {
    const imageLabel = (alt) => (alt ? t('imageOf', { alt }) : t('image'));
    const options = { loadImages: this.#loadImages, imageLabel };
    let isBegun = false;
    for (const { made, isLast } of this.#showBlocks(this.#article.content, options, `${this.#loadImages} ${t('image')} `)) {
      addPictureButtons(made);
      finishBoxes(made, this.#say);
      nameBacklinks(made);
      if (isLast) break;
      if (made.length > 0 && !isBegun) {
        isBegun = true;
        this.#follow();
      }
      yield;
    }
    this.#body.ariaBusy = 'false';
    this.#follow();
    this.#onWritten?.();
  }

  /** Updates the tools that depend on the article's elements. */
  #follow() {
    this.#contents.update();
    this.#speech.update();
    this.#progress.update(this.#article);
  }

  async #goOn(writing) {
    // A newer writing replaces this one.
    while (writing === this.#writing && !writing.next().done) await nextTask();
  }

  #actions(settings, text) {
    return {
      l: { key: 'reader.key.listen', run: () => this.#speech.toggle() },
      ',': { key: 'reader.key.previousSentence', run: () => this.#speech.move(-1) },
      '.': { key: 'reader.key.nextSentence', run: () => this.#speech.move(1) },
      n: { key: 'reader.key.nextSection', run: () => this.#contents.move(1) },
      p: { key: 'reader.key.previousSection', run: () => this.#contents.move(-1) },
      c: { key: 'reader.key.contents', run: () => this.#contents.show() },
      t: { key: 'reader.key.settings', run: () => show(text.panel) },
      '+': { key: 'reader.key.larger', run: () => settings.step('size', 1) },
      '-': { key: 'reader.key.smaller', run: () => settings.step('size', -1) },
      f: { key: 'reader.key.focus', run: () => this.#toggleFocus() },
    };
  }

  /** Hides the parts around the article. The styles of the page list them. */
  #toggleFocus() {
    const root = document.documentElement;
    const isFocused = !root.hasAttribute('data-focus');
    const isInside = keepPlace(this.#body, () => root.toggleAttribute('data-focus', isFocused));
    if (!isInside && isFocused) window.scrollTo({ top: 0, behavior: 'instant' });
    this.#contents.onScroll();
    setIcon(this.#focusButton, isFocused ? 'leave' : 'focus', isFocused ? 'reader.leaveFocus' : 'reader.focus');
  }

  /** Runs at most once per frame, however many scroll events there are. */
  #followScroll() {
    let isAsked = false;
    const ask = () => {
      if (isAsked || !this.#article) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        this.#contents.onScroll();
        this.#progress.update(this.#article);
      });
    };
    document.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    new ResizeObserver(ask).observe(this.#body);
  }
}

function show(panel) {
  panel.togglePopover();
  if (panel.matches(':popover-open')) panel.querySelector('input:checked').focus();
}
