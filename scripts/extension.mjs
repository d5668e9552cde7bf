// Builds the browser extension for each browser: a folder to load, and a zip for its shop. The same
// sources result in the same zip, byte for byte. Needs the built package in pkg/.

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const source = join(root, 'extension');
const out = join(source, 'dist');

const common = JSON.parse(await readFile(join(source, 'manifest.json'), 'utf8'));

/** The parts of the manifest that differ between browsers. */
const BROWSERS = {
  chromium: {
    minimum_chrome_version: '121',
    background: { service_worker: 'background.js', type: 'module' },
    permissions: [...common.permissions, 'sidePanel'],
    side_panel: { default_path: 'index.html' },
  },
  firefox: {
    background: { scripts: ['background.js'], type: 'module' },
    sidebar_action: { default_panel: 'index.html', default_title: 'unchaff', default_icon: common.icons, open_at_install: false },
    browser_specific_settings: {
      gecko: { id: 'unchaff@unchaff.invalid', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/**
 * The earliest date that a zip can contain. The dates of the files would differ with every build.
 */
const ZIP_DATE = new Date(1980, 0, 1);

const { version } = JSON.parse(await readFile(join(root, 'js/package.json'), 'utf8'));
await rm(out, { recursive: true, force: true });
await build({ configFile: join(source, 'vite.config.js'), logLevel: 'warn', build: { outDir: join(out, 'files') } });
await cp(join(source, '_locales'), join(out, 'files/_locales'), { recursive: true });
await cp(join(source, 'icons'), join(out, 'files/icons'), { recursive: true });
await cp(join(source, 'popup.html'), join(out, 'files/popup.html'));
const styles = [...['themes', 'base', 'controls'].map((name) => join(root, `www/shared/${name}.css`)), join(source, 'popup.css')];
await writeFile(join(out, 'files/popup.css'), (await Promise.all(styles.map((path) => readFile(path, 'utf8')))).join('\n'));

for (const [browser, own] of Object.entries(BROWSERS)) {
  const folder = join(out, browser);
  await mkdir(folder, { recursive: true });
  await cp(join(out, 'files'), folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ ...common, version, ...own }, null, 2)}\n`);
  const zip = await pack(folder);
  await writeFile(join(out, `unchaff-${browser}-${version}.zip`), zip);
  console.log(`extension/dist/${browser}  ${(zip.length / 1024).toFixed(0)} KB as a zip`);
}
await rm(join(out, 'files'), { recursive: true });

async function pack(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = {};
  for (const path of paths) files[relative(folder, path).replaceAll('\\', '/')] = await readFile(path);
  return zipSync(files, { mtime: ZIP_DATE, level: 9 });
}
