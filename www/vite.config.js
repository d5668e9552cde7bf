import { readFileSync } from 'node:fs';

import { defineConfig } from 'vite';

import { serviceWorker } from './pwa/plugin.js';

const { version } = JSON.parse(readFileSync(new URL('../js/package.json', import.meta.url), 'utf8'));

export default defineConfig({
  root: import.meta.dirname,
  // The page shows the version (`%VERSION%`).
  define: { 'import.meta.env.VERSION': JSON.stringify(version) },
  // Addresses are relative, so the built site works under any path of any static host.
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Scripts and styles are not inlined, because the page's content security policy forbids
    // `data:` addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  plugins: [serviceWorker()],
  // The package is outside this folder, in pkg/.
  server: { fs: { allow: ['..'] }, hmr: { overlay: false } },
});
