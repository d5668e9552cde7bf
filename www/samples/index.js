/**
 * A sample page for each language, written for this project. Most visitors bring their own page, so
 * a sample is loaded only when it is requested.
 */

/**
 * The samples by language of the interface: a page's source in English, and text copied from a page
 * in Vietnamese.
 */
const SAMPLES = { en: () => import('./en.html?raw'), vi: () => import('./vi.txt?raw') };

/** @param {string} language @returns {Promise<string>} */
export async function loadSample(language) {
  const { default: sample } = await SAMPLES[language]();
  return sample;
}
