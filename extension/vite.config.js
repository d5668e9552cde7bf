import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

const SITE_SCRIPT = './main.js';
const OWN_SCRIPT = '../extension/main.js';
/** Parts of the page that only the site shows. A reader of this page already has the extension. */
const SITE_ONLY = /\s*<li class="site-only">.*?<\/li>/gs;

const { version } = JSON.parse(readFileSync(resolve(here, '../js/package.json'), 'utf8'));

/** Makes the page load the extension's script instead of the site's. */
const ownScript = {
  name: 'unchaff-extension-script',
  transformIndexHtml: {
    order: 'pre',
    handler(html) {
      const changed = html.replace(`src="${SITE_SCRIPT}"`, `src="${OWN_SCRIPT}"`);
      if (changed === html) throw new Error(`www/index.html does not name ${SITE_SCRIPT}.`);
      return changed.replace(SITE_ONLY, '');
    },
  },
};

/**
 * Builds the site as the extension's page, and the script that runs without a page. See
 * scripts/extension.mjs.
 */
export default defineConfig({
  root: resolve(here, '../www'),
  base: './',
  define: { 'import.meta.env.VERSION': JSON.stringify(version) },
  plugins: [ownScript],
  build: {
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(here, '../www/index.html'),
        background: resolve(here, 'background.js'),
        popup: resolve(here, 'popup.js'),
      },
      output: {
        // The manifest and popup.html refer to these files by name. The names of the others are
        // free, because scripts import them.
        entryFileNames: ({ name }) => (['background', 'popup'].includes(name) ? '[name].js' : 'assets/[name].js'),
        chunkFileNames: 'assets/[name].js',
        assetFileNames: ({ names }) => (names.includes('unchaff.wasm') ? '[name][extname]' : 'assets/[name][extname]'),
      },
    },
  },
  worker: {
    format: 'es',
    rollupOptions: {
      output: {
        entryFileNames: 'assets/[name].js',
        assetFileNames: ({ names }) => (names.includes('unchaff.wasm') ? '[name][extname]' : 'assets/[name][extname]'),
      },
    },
  },
});
