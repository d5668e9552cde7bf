// Next: a page rendered on the server, which its bundler packs.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { HERE, project } from './home.js';
import { output } from './runtimes.js';
import { PAGE, TITLE } from './probe.js';

const NEXT = join(HERE, 'node_modules/next/dist/bin/next');

/** Other tools that ran in this process may have set NODE_ENV. */
const ENV = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };

/**
 * Builds and starts a site whose page cleans on the server, and answers what it shows: the title, or the error.
 *
 * `settings` are more of its configuration.
 */
async function shown(home, name, settings) {
  const folder = project(home, name, {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': `export default { ${settings} turbopack: { root: ${JSON.stringify(HERE)} } };`,
    'app/layout.js': 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
    'app/page.js': `import { clean } from 'unchaff';
      ${PAGE}
      export const dynamic = 'force-dynamic';
      function titleOrError() {
        try {
          return clean(page).title;
        } catch ({ code, message }) {
          return code + ': ' + message;
        }
      }
      export default function Page() { return <p>{titleOrError()}</p>; }`,
  });
  await output(process.execPath, [NEXT, 'build', folder], folder, ENV);
  const server = spawn(process.execPath, [NEXT, 'start', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...ENV },
  });
  try {
    let text = '';
    while (!/http:\/\/localhost:(\d+)[^]*Ready/.test(text)) text += (await once(server.stdout, 'data'))[0];
    const response = await fetch(/http:\/\/localhost:\d+/.exec(text)[0]);
    return /<p>([^]*?)<\/p>/.exec(await response.text())[1];
  } finally {
    server.kill();
  }
}

export const nextChecks = {
  async Next(home) {
    assert.equal(await shown(home, 'next', "serverExternalPackages: ['unchaff'],"), TITLE);
  },
  async 'Next without its setting'(home) {
    const said = await shown(home, 'next-bundled', '');
    assert.ok(said === TITLE || /^module-not-found: .*serverExternalPackages/.test(said), said);
  },
};
