/**
 * The reading view: an article, and what a reader does with it. It stands by itself: it takes an element and an
 * article as clean() answers it, and knows nothing of where the article came from. Its words are those of i18n/, its
 * styles reader.css and, for colours, type and buttons, those of shared/.
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
  /** What is left to write of the article. @type {IterableIterator<void>} */
  #writing = [].values();
  #written = Promise.resolve();

  /**
   * @param {HTMLElement} container an empty element that becomes the reader's own
   * @param {object} options
   * @param {import('./settings.js').Settings} options.settings
   * @param {(message: string) => void} options.say tells a screen reader something
   * @param {() => void} [options.onWritten] runs each time that all of the article is on the page
   * @param {boolean} [options.heading] whether it shows title, author and date too; a page may have them already
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
    // Paper gets all of it.
    window.addEventListener('beforeprint', () => [...this.#writing]);
    document.addEventListener('keydown', (event) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open], :popover-open');
      if (event.key === 'Escape' && !isTaken && document.documentElement.hasAttribute('data-focus')) this.#toggleFocus();
    });
  }

  /**
   * Shows another article, from its beginning. No remote image is asked for unless the person wants it, now or always.
   *
   * @param {import('unchaff').Article} article what clean() answered
   */
  show(article) {
    this.#loadImages = this.#settings.values.images;
    this.#speech.close();
    this.#body.replaceChildren();
    this.update(article);
  }

  /**
   * Shows the same article as it is now. What did not change stays as it is, and so does the reader's place.
   *
   * @param {import('unchaff').Article} article
   */
  update(article) {
    this.#article = article;
    this.render();
  }

  /** Writes what depends on the interface's language anew: the first screens at once, the rest in tasks of its own. */
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

  /** @returns {Promise<void>} resolves once all of the article is on the page */
  async whole() {
    while (this.#body.ariaBusy === 'true') await this.#written;
  }

  /** Returns how far the article is read; undefined while it is out of sight. */
  get place() {
    return this.#body.checkVisibility() ? placeIn(this.#body) : undefined;
  }

  /** Goes to where the article was read to. @param {{ block: number, share: number }} place */
  async goToPlace(place) {
    await this.whole();
    goToPlace(this.#body, place);
    // What came into sight has its own height now, and not the one that was guessed for it.
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

  /** Brings what goes by the article's elements in step with them. */
  #follow() {
    this.#contents.update();
    this.#speech.update();
    this.#progress.update(this.#article);
  }

  async #goOn(writing) {
    // A newer writing takes its place.
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

  /** Puts away what stands around the article; the page's styles say what that is. */
  #toggleFocus() {
    const root = document.documentElement;
    const isFocused = !root.hasAttribute('data-focus');
    const isInside = keepPlace(this.#body, () => root.toggleAttribute('data-focus', isFocused));
    if (!isInside && isFocused) window.scrollTo({ top: 0, behavior: 'instant' });
    this.#contents.onScroll();
    setIcon(this.#focusButton, isFocused ? 'leave' : 'focus', isFocused ? 'reader.leaveFocus' : 'reader.focus');
  }

  /** At most once a frame, however often the browser tells of it. */
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
