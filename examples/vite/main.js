// Shows the article of a pasted page. A worker cleans it, so that the page stays responsive. A new
// input cancels the previous one.
import { UnchaffError, WorkerPool } from 'unchaff/worker';

const pool = new WorkerPool({
  size: 1,
  timeLimit: 10_000,
  // Vite finds the worker's script itself. So no `blob:` address is needed, whatever the content
  // security policy is.
  worker: () => new Worker(new URL('unchaff/worker-script', import.meta.url), { type: 'module' }),
});
const input = document.querySelector('#input');
const status = document.querySelector('#status');
const shown = document.querySelector('#article');
let running = new AbortController();

input.addEventListener('input', async () => {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  status.textContent = 'Reading …';
  try {
    const article = await pool.clean(input.value, { signal });
    status.textContent = `${article.title ?? 'Without a title'}: ${article.readingTime} min`;
    // The document is inert: nothing in it runs or loads before its nodes are put on the page.
    const { body } = new DOMParser().parseFromString(article.content, 'text/html');
    shown.replaceChildren(...body.childNodes);
  } catch (error) {
    if (signal.aborted) return;
    status.textContent = error instanceof UnchaffError ? error.message : String(error);
  }
});
