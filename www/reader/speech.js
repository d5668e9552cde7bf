/**
 * The bar for reading aloud: play, pause, previous and next sentence, speed and voice. It is
 * offered if the browser has a voice for the article's language. Voices on the device come first. A
 * voice that sends the text to its provider is used only if a person chooses it.
 */

import { element } from '../shared/dom.js';
import { currentLanguage, intl, t } from '../i18n/index.js';
import { nextTask } from '../shared/next-task.js';
import { iconButton, named, setIcon, words } from './controls.js';
import { makeMarker } from './marker.js';
import { firstWhere, motion } from './move.js';
import { rangeOf, sentencesOf } from './sentences.js';
import { RATE } from './settings.js';
import { Speaker } from './speaker.js';

/** The place of a new sentence that was out of view, as a share of the window's height. */
const READING_LINE = 0.3;

export class Speech {
  #article;
  #head;
  #settings;
  #synthesis = globalThis.speechSynthesis;
  #speaker;
  #mark;
  #sentences = [];
  /** The sentences that are being collected, one part of the article at a time. */
  #reading = null;
  #voices = [];
  #voiceList = element('select');
  #rate = element('input', { type: 'range', ...attributes(RATE) });
  #rateShown = element('output');
  #playButton = iconButton('play', 'reader.play', () => this.toggle());
  /** Shows the bar. */
  button = iconButton('listen', 'reader.listen', () => (this.isOpen ? this.close() : this.open()));
  bar;

  /**
   * @param {HTMLElement} article
   * @param {{ head?: HTMLElement, settings: import('./settings.js').Settings, say: (message: string) => void }} options
   *   `head` holds the title, which is read first
   */
  constructor(article, { head, settings, say }) {
    this.#article = article;
    this.#head = head;
    this.#settings = settings;
    this.#mark = makeMarker(article, 'unchaff-spoken');
    this.bar = named(
      'reader.listen',
      element(
        'div',
        { class: 'speech-bar', role: 'group', hidden: '' },
        iconButton('previous', 'reader.previousSentence', () => this.move(-1)),
        this.#playButton,
        iconButton('next', 'reader.nextSentence', () => this.move(1)),
        element('label', { class: 'speed' }, words('reader.speed'), this.#rate, this.#rateShown),
        iconButton('close', 'reader.stopListening', () => this.close()),
        element('label', { class: 'voice' }, words('reader.voice'), this.#voiceList),
        words('reader.onlineVoiceNote', 'p', { class: 'online-note', hidden: '' }),
      ),
    );
    this.button.ariaExpanded = 'false';
    this.button.hidden = true;
    if (!this.#synthesis || !globalThis.Intl?.Segmenter) return;

    this.#speaker = new Speaker(this.#synthesis);
    this.#speaker.addEventListener('changed', () => this.#show());
    this.#speaker.addEventListener('failed', () => say(t('reader.voiceFailed')));
    // Most browsers load their voices after the page.
    this.#synthesis.addEventListener('voiceschanged', () => this.#findVoices());
    settings.addEventListener('changed', () => this.#useSettings());
    this.#rate.addEventListener('change', () => settings.change({ rate: Number(this.#rate.value) }));
    this.#rate.addEventListener('input', () => this.#showRate());
    this.#voiceList.addEventListener('change', () => this.#chooseVoice());
    // Reading aloud pauses when the view is hidden, for example behind another tab of the page.
    new ResizeObserver(() => {
      if (!article.checkVisibility()) this.#speaker.pause();
    }).observe(article);
  }

  get isOpen() {
    return !this.bar.hidden;
  }

  /**
   * Updates the sentences after a change of the article. The current sentence continues if it still
   * exists.
   */
  async update() {
    if (!this.#speaker) return;
    this.#findVoices();
    if (!this.isOpen || !(await this.#readSentences())) return;
    const { sentence } = this.#speaker;
    const same = this.#sentences.findIndex(({ start }) => start[0] === sentence?.start[0] && start[1] === sentence.start[1]);
    const alike = same < 0 ? this.#sentences.findIndex(({ text }) => text === sentence?.text) : same;
    this.#speaker.load(this.#sentences, alike < 0 ? undefined : alike);
    this.#show();
  }

  /** Opens the bar and begins to read at the reader's place. */
  async open() {
    if (!this.#speaker || this.button.hidden) return;
    this.bar.hidden = false;
    this.button.ariaExpanded = 'true';
    if (!(await this.#readSentences())) return;
    this.#speaker.load(this.#sentences, this.#firstInView());
    if (this.#voice) this.#speaker.play();
    else this.#voiceList.focus();
    this.#show();
  }

  close() {
    if (!this.isOpen) return;
    const hadFocus = this.bar.contains(document.activeElement);
    this.#speaker.pause();
    this.bar.hidden = true;
    this.button.ariaExpanded = 'false';
    this.#mark(null);
    if (hadFocus) this.button.focus();
  }

  /** Plays or pauses. Opens the bar first if necessary. */
  toggle() {
    if (!this.isOpen) this.open();
    else if (this.#speaker.isPlaying) this.#speaker.pause();
    else if (this.#voice) this.#speaker.play();
    else this.#voiceList.focus();
  }

  /** @param {number} by number of sentences */
  move(by) {
    if (this.isOpen) this.#speaker.move(by);
  }

  get #language() {
    return this.#article.lang.split('-')[0].toLowerCase();
  }

  get #voice() {
    return this.#voices.find(({ voiceURI }) => voiceURI === this.#voiceList.value) ?? null;
  }

  /**
   * @returns {Promise<boolean>} `false` if a newer call replaced this one, or the bar was closed in
   *   the meantime
   */
  async #readSentences() {
    const title = this.#head?.querySelector('h1');
    const sentences = [];
    this.#reading = sentences;
    for (const root of [title, ...this.#article.children].filter(Boolean)) {
      if (sentences.length > 0) await nextTask();
      if (this.#reading !== sentences || !this.isOpen) return false;
      sentences.push(...sentencesOf(root, this.#article.lang));
    }
    this.#sentences = sentences;
    return true;
  }

  #findVoices() {
    const tag = this.#article.lang.toLowerCase();
    const rank = (voice) => [!voice.localService, tagOf(voice) !== tag, !voice.default];
    this.#voices = this.#synthesis
      .getVoices()
      .filter((voice) => this.#language && tagOf(voice).split('-')[0] === this.#language)
      .sort((a, b) => compare(rank(a), rank(b)));
    this.button.hidden = this.#voices.length === 0;
    if (this.button.hidden) this.close();
    this.#useSettings();
  }

  /** Updates the list of voices and the speed to the settings. */
  #useSettings() {
    const { rate, voices } = this.#settings.values;
    const names = intl('DisplayNames', { type: 'language' }, currentLanguage());
    const options = this.#voices.map((voice) => {
      const name = `${voice.name} · ${displayName(names, voice)}`;
      return element('option', { value: voice.voiceURI }, voice.localService ? name : t('reader.onlineVoice', { name }));
    });
    const chosen =
      this.#voices.find(({ voiceURI }) => voiceURI === voices[this.#language]) ?? this.#voices.find((voice) => voice.localService);
    if (!chosen) options.unshift(element('option', { value: '' }, t('reader.chooseVoice')));
    this.#voiceList.replaceChildren(...options);
    this.#voiceList.value = chosen?.voiceURI ?? '';
    this.bar.querySelector('.online-note').hidden = this.#voices.every((voice) => voice.localService);
    this.#rate.value = rate;
    this.#showRate();
    this.#speaker.voice = this.#voice;
    this.#speaker.rate = rate;
  }

  #chooseVoice() {
    const { voices } = this.#settings.values;
    const isFirst = !this.#speaker.isPlaying && !voices[this.#language];
    this.#settings.change({ voices: { ...voices, [this.#language]: this.#voiceList.value } });
    if (isFirst && this.#voice && !this.#voice.localService) this.#speaker.play();
  }

  #showRate() {
    this.#rateShown.textContent = t('reader.rate', { n: Number(this.#rate.value) });
  }

  #show() {
    const { isPlaying, sentence } = this.#speaker;
    setIcon(this.#playButton, isPlaying ? 'pause' : 'play', isPlaying ? 'reader.pause' : 'reader.play');
    if (!this.isOpen || !sentence) {
      this.#mark(null);
      return;
    }
    const range = rangeOf(sentence);
    this.#mark(range);
    if (isPlaying) this.#follow(range.getBoundingClientRect());
  }

  /** Scrolls to the sentence, unless the reader has moved to another place. */
  #follow({ top, bottom, height }) {
    const room = innerHeight - this.bar.offsetHeight;
    const isInView = top >= innerHeight * 0.1 && bottom <= room;
    // If the previous sentence has just left the window, the reader was following it. If it is
    // farther away, they were not.
    const isNear = bottom > -innerHeight / 2 && top < innerHeight * 1.5;
    if (isInView || !isNear || height > room) return;
    window.scrollBy({ top: top - innerHeight * READING_LINE, behavior: motion() });
  }

  /**
   * Returns the first sentence that begins in the window. The sentences are in the order of the
   * page.
   */
  #firstInView() {
    if ((this.#head ?? this.#article).getBoundingClientRect().top >= 0) return 0;
    const last = this.#sentences.length - 1;
    return firstWhere(last, (at) => rangeOf(this.#sentences[at]).getBoundingClientRect().top >= innerHeight * 0.1);
  }
}

function attributes({ min, max, step }) {
  return { min: String(min), max: String(max), step: String(step) };
}

/** Returns the language tag of a voice. Some systems write `en_US`. */
function tagOf({ lang }) {
  return lang.replaceAll('_', '-').toLowerCase();
}

function displayName(names, voice) {
  try {
    return names.of(tagOf(voice));
  } catch {
    return voice.lang;
  }
}

/** Compares two lists of flags. `false` comes first. */
function compare(a, b) {
  const at = a.findIndex((flag, index) => flag !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
}
