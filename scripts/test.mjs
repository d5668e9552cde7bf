// `npm test`: sets up everything that is missing, including browsers, and runs all checks: first
// those that do not need the package, then the build of the package, then those that use it. Stops
// at the first failure.
import { setUpBrowser, setUpFirefox } from './browser.mjs';
import { main, run } from './run.mjs';
import { setUp, startBuild } from './setup.mjs';

const cargo =
  (...args) =>
  () =>
    run('cargo', args, 'See above for what is wrong.');
const npm = (script, env) => () => run('npm', ['run', '--silent', script], 'See above for what is wrong.', env);

await main(async () => {
  setUp();
  const CHROME_PATH = setUpBrowser();
  const FIREFOX_PATH = setUpFirefox();
  // The build mostly uses one processor, so it runs in parallel with the first steps.
  const builtPackage = startBuild();
  const steps = [
    ['Formatting, lints and types of the scripts', npm('lint:js')],
    ['Formatting of the Rust code', cargo('fmt', '--all', '--check')],
    ['Formatting of the boundary to JavaScript', cargo('fmt', '--manifest-path', 'wasm/Cargo.toml', '--check')],
    ['Lints of the Rust code', cargo('clippy', '--quiet', '--locked', '--workspace', '--all-targets', '--', '-D', 'warnings')],
    [
      'Lints of the boundary to JavaScript',
      cargo(
        'clippy',
        '--quiet',
        '--locked',
        '--manifest-path',
        'wasm/Cargo.toml',
        '--target',
        'wasm32-unknown-unknown',
        '--target-dir',
        'target',
        '--',
        '-D',
        'warnings',
      ),
    ],
    ['Tests in Rust', cargo('test', '--quiet', '--locked', '--workspace')],
    ['Package', builtPackage],
    ['Tests of the package in Node', npm('test:node')],
    ['Site', npm('build:site')],
    ['Size of the site', npm('size:site')],
    ['Tests of the site in Chromium', npm('test:browser')],
    ['Tests of the site in Firefox', npm('test:firefox', { FIREFOX_PATH })],
    ['Hostile pages, and the same answers, in Chromium and Firefox', npm('test:safety', { CHROME_PATH, FIREFOX_PATH })],
    ['Extension', npm('build:extension')],
    ['Tests of the extension in Chromium and Firefox', npm('test:extension', { CHROME_PATH, FIREFOX_PATH })],
  ];

  const passed = [];
  try {
    for (const [name, step] of steps) {
      console.log(`\n== ${name}`);
      const start = performance.now();
      await step();
      passed.push(`  passed   ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${name}`);
    }
  } finally {
    const [failed, ...rest] = steps.slice(passed.length).map(([name]) => name);
    console.log(`\n${passed.join('\n')}`);
    if (failed) console.log([`  FAILED              ${failed}`, ...rest.map((name) => `  not run             ${name}`)].join('\n'));
    else console.log('\nAll tests passed.');
  }
});
