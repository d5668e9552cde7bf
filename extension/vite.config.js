import { resolve } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The site as the extension's page, and the script that runs without a page; see scripts/extension.mjs. */
export default defineConfig({
  root: resolve(here, '../www'),
  base: './',
  resolve: {
    alias: [
      { find: './arrive.js', replacement: resolve(here, 'arrive.js') },
      { find: './pwa/register.js', replacement: resolve(here, 'register.js') },
    ],
  },
  build: {
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: resolve(here, '../www/index.html'), background: resolve(here, 'background.js') },
      output: {
        // The manifest names the one, the other is asked for by its name.
        entryFileNames: ({ name }) => (name === 'background' ? '[name].js' : 'assets/[name].js'),
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
