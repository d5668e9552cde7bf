/**
 * Reads sentences aloud, one utterance each: some browsers stop in the middle of a long one. A pause ends the utterance
 * and going on says its sentence again, because several engines never come back from a pause of their own.
 */

export class Speaker extends EventTarget {
  #synthesis;
  #sentences = [];
  #at = 0;
  #isPlaying = false;
  #voice = null;
  #rate = 1;
  /** What is being said: browsers forget an utterance that nobody holds, and its end is then never told. */
  #utterance = null;

  /** @param {SpeechSynthesis} synthesis */
  constructor(synthesis) {
    super();
    this.#synthesis = synthesis;
    // Some browsers go on speaking after the page is gone.
    window.addEventListener('pagehide', () => this.pause());
  }

  get isPlaying() {
    return this.#isPlaying;
  }

  /** @returns {import('./sentences.js').Sentence | undefined} the sentence that is said, or that is said next */
  get sentence() {
    return this.#sentences[this.#at];
  }

  /**
   * @param {import('./sentences.js').Sentence[]} sentences
   * @param {number} [at] where it goes on; without it the reading ends
   */
  load(sentences, at) {
    this.#sentences = sentences;
    this.#at = at ?? 0;
    if (at === undefined) this.pause();
  }

  /** @param {SpeechSynthesisVoice} voice */
  set voice(voice) {
    if (voice === this.#voice) return;
    this.#voice = voice;
    if (this.#isPlaying) this.#speak();
  }

  /** @param {number} rate 1 is the voice's usual speed */
  set rate(rate) {
    if (rate === this.#rate) return;
    this.#rate = rate;
    if (this.#isPlaying) this.#speak();
  }

  /** @param {number} [at] the sentence to begin with */
  play(at = this.#at) {
    this.#at = at;
    this.#isPlaying = true;
    this.#speak();
  }

  pause() {
    if (!this.#isPlaying) return;
    this.#isPlaying = false;
    this.#silence();
    this.#announce();
  }

  /** @param {number} by sentences, less than 0 for back */
  move(by) {
    this.#at = Math.min(Math.max(this.#at + by, 0), this.#sentences.length - 1);
    if (this.#isPlaying) this.#speak();
    else this.#announce();
  }

  #speak() {
    this.#silence();
    if (!this.sentence) {
      this.#finish();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(this.sentence.text);
    utterance.voice = this.#voice;
    utterance.lang = this.#voice?.lang ?? '';
    utterance.rate = this.#rate;
    utterance.addEventListener('end', () => {
      if (utterance !== this.#utterance) return;
      this.#at += 1;
      this.#speak();
    });
    utterance.addEventListener('error', () => {
      if (utterance !== this.#utterance) return;
      this.pause();
      this.dispatchEvent(new Event('failed'));
    });
    this.#utterance = utterance;
    this.#announce();
    this.#synthesis.speak(utterance);
  }

  /** The end of the text: the next time it begins again. */
  #finish() {
    this.#at = 0;
    this.#isPlaying = false;
    this.#announce();
  }

  #silence() {
    // Before cancel(): the end that it brings about is not the end of the sentence.
    this.#utterance = null;
    this.#synthesis.cancel();
  }

  #announce() {
    this.dispatchEvent(new Event('changed'));
  }
}
