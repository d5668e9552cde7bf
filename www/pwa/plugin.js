import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * A Vite plugin that writes the service worker beside the built site, with the names of all built
 * files and a hash of their content.
 *
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let folder;
  return {
    name: 'unchaff-service-worker',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      const source = readFileSync(join(import.meta.dirname, 'sw.js'), 'utf8');
      const files = filesIn(folder).filter((file) => file !== 'sw.js');
      const hash = createHash('sha256').update(source);
      for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
      // The page is stored under the address of its folder, because hosts redirect from index.html
      // to it.
      const build = { version: hash.digest('hex').slice(0, 16), files: files.map((file) => (file === 'index.html' ? './' : file)) };
      writeFileSync(join(folder, 'sw.js'), `const BUILD = ${JSON.stringify(build)};\n${source}`);
    },
  };
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
