/**
 * Reads sentences aloud, one utterance for each sentence, because some browsers stop in the middle
 * of a long utterance. A pause ends the utterance, and continuing repeats its sentence, because
 * several engines never resume after a pause of their own.
 */

export class Speaker extends EventTarget {
  #synthesis;
  #sentences = [];
  #at = 0;
  #isPlaying = false;
  #voice = null;
  #rate = 1;
  /**
   * The current utterance. Without a reference to it, browsers discard the utterance and never
   * report its end.
   */
  #utterance = null;

  /** @param {SpeechSynthesis} synthesis */
  constructor(synthesis) {
    super();
    this.#synthesis = synthesis;
    // Some browsers continue to speak after the page was closed.
    window.addEventListener('pagehide', () => this.pause());
  }

  get isPlaying() {
    return this.#isPlaying;
  }

  /**
   * @returns {import('./sentences.js').Sentence | undefined} the current sentence, or the next one
   *   if nothing is being said
   */
  get sentence() {
    return this.#sentences[this.#at];
  }

  /**
   * @param {import('./sentences.js').Sentence[]} sentences
   * @param {number} [at] the sentence to continue with; without it, reading ends
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

  /** @param {number} by number of sentences, negative to go back */
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

  /** Ends reading at the end of the text. The next reading starts from the beginning. */
  #finish() {
    this.#at = 0;
    this.#isPlaying = false;
    this.#announce();
  }

  #silence() {
    // This comes before `cancel()`, because the end that `cancel()` causes is not the end of the
    // sentence.
    this.#utterance = null;
    this.#synthesis.cancel();
  }

  #announce() {
    this.dispatchEvent(new Event('changed'));
  }
}
