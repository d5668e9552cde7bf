// `npm start`: sets up everything that is missing, builds the package, serves the site and prints
// its address.
import { join } from 'node:path';
import { main, ROOT } from './run.mjs';
import { build, setUp } from './setup.mjs';

await main(async () => {
  setUp();
  await build();
  // Vite cannot be imported at the top, because it may not be installed before `setUp`.
  const { createServer } = await import('vite');
  const server = await createServer({ configFile: join(ROOT, 'www/vite.config.js'), logLevel: 'warn' });
  await server.listen();
  console.log(`\nunchaff is ready: ${server.resolvedUrls.local[0]}\nStop it with Ctrl+C.`);
});
