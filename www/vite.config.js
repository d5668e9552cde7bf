import { readFileSync } from 'node:fs';

import { defineConfig } from 'vite';

import { serviceWorker } from './pwa/plugin.js';

const { version } = JSON.parse(readFileSync(new URL('../js/package.json', import.meta.url), 'utf8'));

export default defineConfig({
  root: import.meta.dirname,
  // The page names it: %VERSION%.
  define: { 'import.meta.env.VERSION': JSON.stringify(version) },
  // Relative addresses: the built site works under any path of any static host.
  base: './',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The page's content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  plugins: [serviceWorker()],
  // The package lies beside this folder, in pkg/.
  server: { fs: { allow: ['..'] }, hmr: { overlay: false } },
});
