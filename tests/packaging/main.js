// `npm run test:packaging`: the packed package in every host, as a table. Names of checks, or parts of them, as arguments
// choose some.
import { launch, firefoxPath } from './browser.js';
import { bundlerChecks } from './bundlers.js';
import { exampleChecks } from './examples.js';
import { makeHome } from './home.js';
import { nextChecks } from './next.js';
import { pageChecks } from './pages.js';
import { runtimeChecks } from './runtimes.js';

const wanted = process.argv.slice(2);
const { home, remove } = makeHome();
const chromium = await launch('chrome');
const firefox = firefoxPath() && (await launch('firefox'));

const checks = {
  ...runtimeChecks(),
  ...bundlerChecks,
  ...nextChecks,
  ...pageChecks,
  ...exampleChecks,
  ...(firefox && { 'Firefox: Vite, build': () => bundlerChecks['Vite, build'](home, firefox) }),
};

let failed = 0;
try {
  for (const [name, check] of Object.entries(checks)) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    const start = performance.now();
    const error = await check(home, chromium).then(
      () => undefined,
      (error) => error,
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    console.log(`${error ? 'FAILED' : 'passed'} ${seconds} s  ${name}`);
    if (!error) continue;
    failed++;
    console.log(String(error.stack ?? error).replace(/^/gm, '         '));
  }
} finally {
  await Promise.all([chromium.close(), firefox?.close()]);
  remove();
}
console.log(failed ? `\n${failed} failed.` : '\nAll passed.');
process.exitCode = failed ? 1 : 0;
