// Prints a page as Markdown.
//
//     deno run --allow-net --allow-read article.ts https://example.com/story
import type { Article } from 'npm:unchaff';
import { toMarkdownFile } from 'npm:unchaff/files';
import { cleanResponse } from 'npm:unchaff/stream';

const article: Article = await cleanResponse(await fetch(Deno.args[0]));
console.log(toMarkdownFile(article));
