// Compiled without the types of the DOM and of Node: none of the package's types needs them.
import { type Article, clean, UnchaffError } from 'unchaff';
import { toMarkdownFile } from 'unchaff/files';
import { Readability } from 'unchaff/readability';
import { init } from 'unchaff/slim';
import { CleanStream, cleanResponse } from 'unchaff/stream';
import { WorkerPool } from 'unchaff/worker';

const article: Article = clean('<p>…</p>', { url: { href: 'https://example.com/' } });
const file: string = toMarkdownFile(article);
const started: Promise<void> = init(new Uint8Array(8));
const later: Promise<Article> = new CleanStream().article;
const pooled: Promise<Article> = new WorkerPool({ size: 1 }).clean(file);
export { cleanResponse, later, pooled, Readability, started, UnchaffError };
