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

/** Builds and starts a site whose page cleans on the server, and reads what it answers. */
export async function checkNext(home) {
  const folder = project(home, 'next', {
    'package.json': '{ "private": true, "type": "module" }',
    'next.config.js': `export default { serverExternalPackages: ['unchaff'], turbopack: { root: ${JSON.stringify(HERE)} } };`,
    'app/layout.js': 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
    'app/page.js': `import { clean } from 'unchaff';
      ${PAGE}
      export const dynamic = 'force-dynamic';
      export default function Page() { return <p>{clean(page).title}</p>; }`,
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
    assert.ok((await response.text()).includes(`<p>${TITLE}</p>`));
  } finally {
    server.kill();
  }
}
