/**
 * A page to try in each language, written for this project. Most visitors bring their own, so it is loaded when it is asked
 * for.
 */

/** By the interface's language: a page's source in English, text copied from a page in Vietnamese. */
const SAMPLES = { en: () => import('./en.html?raw'), vi: () => import('./vi.txt?raw') };

/** @param {string} language @returns {Promise<string>} */
export async function loadSample(language) {
  const { default: sample } = await SAMPLES[language]();
  return sample;
}
