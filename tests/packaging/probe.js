// What every host is asked to do: the programs, and the answer that they have to give.
import { VIETNAMESE } from '../node/pages.js';

/** The page's title. */
export const TITLE = 'Huyện Tân Lâm mở thư viện mới bên sông';

const PAGE = `const page = ${JSON.stringify(VIETNAMESE)};\n`;
const DOCUMENT = "{ nodeType: 9, URL: 'https://tin.example/', documentElement: { outerHTML: page } }";

/** Imports of every entry but the pool, which not every host can have. */
const IMPORTS = `import { clean } from 'unchaff';
import { Readability } from 'unchaff/readability';
import { CleanStream } from 'unchaff/stream';
`;

const REQUIRES = `const { clean } = require('unchaff');
const { Readability } = require('unchaff/readability');
const { CleanStream } = require('unchaff/stream');
`;

const TITLES = `${PAGE}
async function titles() {
  const stream = new CleanStream();
  await new Response(page).body.pipeTo(stream);
  return [clean(page).title, new Readability(${DOCUMENT}).parse().title, (await stream.article).title];
}
`;

const POOLED = `
async function pooled() {
  const pool = new WorkerPool({ size: 1 });
  const { title } = await pool.clean(page);
  pool.close();
  return title;
}
`;

const PRINT = '\n(async () => console.log(JSON.stringify([...(await titles()), await pooled()])))();\n';

/** An ES module that prints the titles it finds by every way. */
export const PRINTING_MODULE = `${IMPORTS}import { WorkerPool } from 'unchaff/worker';\n${TITLES}${POOLED}${PRINT}`;

/** The same for CommonJS. */
export const PRINTING_COMMONJS = `${REQUIRES}const { WorkerPool } = require('unchaff/worker');\n${TITLES}${POOLED}${PRINT}`;

/** An ES module that exports `titles`, without the pool. */
export const TITLES_MODULE = `${IMPORTS}${TITLES}export { titles };\n`;

/** What the printing programs print. */
export const PRINTED = JSON.stringify([TITLE, TITLE, TITLE, TITLE]);

/** A script of a page that leaves a promise of the titles in \`result\`; \`extra\` adds code, and values to them. */
export function pageScript(extraImports = '', extraValues = '') {
  return `${IMPORTS}import { WorkerPool } from 'unchaff/worker';
import * as slim from 'unchaff/slim';
${extraImports}
${TITLES}${POOLED}
async function slimmed() {
  await slim.init('/unchaff.wasm');
  return slim.clean(page).title;
}
globalThis.result = (async () => [...(await titles()), await pooled(), await slimmed(), ${extraValues}])();
`;
}

/** A page around a script. */
export const htmlPage = (script, head = '') => `<!doctype html><meta charset="utf-8"><title>Test</title>${head}${script}`;

export { PAGE };
