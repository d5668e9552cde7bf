// Returns the page at ?url= as Markdown.
import { UnchaffError } from 'unchaff';
import { toMarkdownFile } from 'unchaff/files';
import { cleanResponse } from 'unchaff/stream';

export default {
  async fetch(request) {
    const address = new URL(request.url).searchParams.get('url');
    if (!address || !URL.canParse(address)) return text('Give the address of a page: ?url=https://…', 400);
    try {
      const page = await fetch(address, { headers: { accept: 'text/html' } });
      if (!page.ok) return text(`The page answered with status ${page.status}.`, 502);
      // A page of several megabytes takes seconds of computing time, which is not free.
      const article = await cleanResponse(page, { maxBytes: 2_000_000 });
      return text(toMarkdownFile(article), 200, 'text/markdown');
    } catch (error) {
      if (error instanceof UnchaffError) return text(error.message, 422);
      return text('The page cannot be fetched.', 502);
    }
  },
};

function text(body, status, type = 'text/plain') {
  return new Response(`${body}\n`, { status, headers: { 'content-type': `${type}; charset=utf-8` } });
}
