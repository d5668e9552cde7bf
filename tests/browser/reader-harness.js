/** Puts the reading view on an otherwise empty page, with an article that the package made. */

import { clean } from '../../pkg/entries/node.js';
import { useSite } from './harness.js';
import { CINNAMON, HARBOUR, PICTURES } from './reader-pages.js';
import { serveSources } from './server.js';

export const onReader = () => useSite(serveSources);

export const harbour = (pictures = PICTURES) => clean(HARBOUR.replaceAll(PICTURES, pictures), { url: 'https://selwick.example/' });
export const cinnamon = () => clean(CINNAMON);

/**
 * Shows an article. `reader` and `settings` are in the page's window afterwards, and `said`, what a screen reader was
 * told.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} article
 * @param {'en' | 'vi'} [language] the interface's
 * @param {boolean} [heading] whether the title stands above it
 */
export async function mount(page, article, language = 'en', heading = true) {
  await page.evaluate(
    async ([shown, tongue, hasHeading]) => {
      const { Reader } = await import('/reader/index.js');
      const { Settings } = await import('/reader/settings.js');
      const { setLanguage } = await import('/i18n/index.js');
      setLanguage(tongue);
      const container = document.createElement('div');
      document.querySelector('main').replaceChildren(container);
      document.querySelector('.skip').remove();
      window.said = [];
      window.settings = new Settings();
      window.reader = new Reader(container, {
        settings: window.settings,
        say: (message) => window.said.push(message),
        heading: hasHeading,
      });
      window.reader.show(shown);
    },
    [article, language, heading],
  );
}

/** Shows the article as it is now. */
export const update = (page, article) => page.evaluate((shown) => window.reader.update(shown), article);

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The element that has the focus, as a selector for the eye: its name and words. */
export const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.localName);

/** A rectangle of one colour as PNG would need a library; as SVG it is a line. Served as what it is. */
export const SVG_PICTURE = {
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="teal"/></svg>',
  headers: { 'content-type': 'image/svg+xml' },
};
