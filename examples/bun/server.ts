// A server that returns the page at ?url= as JSON. Pages are cleaned in threads. So a page that
// takes long, or that nobody waits for any more, does not delay other pages.
//
//     bun add unchaff
//     PORT=8080 bun server.ts
import { UnchaffError, WorkerPool } from 'unchaff/worker';

const pool = new WorkerPool({ timeLimit: 5_000 });

const server = Bun.serve({
  port: process.env.PORT ?? 0,
  async fetch(request) {
    const address = new URL(request.url).searchParams.get('url');
    if (!address || !URL.canParse(address)) return new Response('Give the address of a page: ?url=https://…\n', { status: 400 });
    try {
      const response = await fetch(address, { signal: request.signal });
      const { blocks, ...article } = await pool.clean(await response.arrayBuffer(), { url: response.url, signal: request.signal });
      return Response.json(article);
    } catch (error) {
      if (error instanceof UnchaffError) return Response.json({ code: error.code, message: error.message }, { status: 422 });
      return new Response('The page cannot be fetched.\n', { status: 502 });
    }
  },
});
console.log(server.url.href);
