/** Servers on this machine: the built site, its sources, and a publisher's pages on another origin. */

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createServer as createViteServer } from 'vite';

import { answerLate } from './slow.js';

const DIST = fileURLToPath(new URL('../../www/dist/', import.meta.url));

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Serves www/dist/ under /reader/: the site must work below a host's root.
 *
 * @param {Map<string, (text: string) => string>} [changes] by path below it, what a file becomes on its way
 */
export async function serveSite(changes = new Map()) {
  if (!existsSync(join(DIST, 'index.html'))) {
    throw new Error('The site is not built. Run `npm run build && npm run build:site` first.');
  }
  const site = await listen((request, response) => {
    const path = normalize(new URL(request.url, 'http://site').pathname);
    const file = join(DIST, path.replace(/^\/reader\//, '/').replace(/\/$/, '/index.html'));
    if (!path.startsWith('/reader/') || !file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': MIME[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
    const change = changes.get(path.slice('/reader'.length));
    if (change) response.end(change(readFileSync(file, 'utf8')));
    else createReadStream(file).pipe(response);
  });
  return { ...site, address: `${site.origin}/reader/` };
}

/**
 * Serves pages of another origin.
 *
 * @param {Record<string, { body: string | Buffer, headers?: object, status?: number, hang?: boolean }>} pages
 */
export function servePages(pages) {
  return listen((request, response) => {
    const page = pages[request.url];
    if (page?.hang) return;
    response.writeHead(page?.status ?? (page ? 200 : 404), { 'content-type': 'text/html', ...page?.headers });
    response.end(page?.body);
  });
}

/** Serves the sources as `npm start` does. */
export async function serveSources() {
  const configFile = fileURLToPath(new URL('../../www/vite.config.js', import.meta.url));
  const server = await createViteServer({ configFile, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } });
  await server.listen();
  const [address] = server.resolvedUrls.local;
  return { address, origin: new URL(address).origin, close: () => server.close() };
}

async function listen(handler) {
  const server = createServer(async (request, response) => {
    await answerLate();
    // A browser may ask for the icon of a page that names none, and logs an error if there is none.
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else handler(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
