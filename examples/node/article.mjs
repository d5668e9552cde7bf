// Prints a page as Markdown. Prints its summary on standard error.
//
//     npm install unchaff
//     node article.mjs https://example.com/story
import { UnchaffError } from 'unchaff';
import { toMarkdownFile } from 'unchaff/files';
import { cleanResponse } from 'unchaff/stream';

try {
  const response = await fetch(process.argv[2], { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`the server answered with status ${response.status}`);
  const article = await cleanResponse(response);
  process.stdout.write(toMarkdownFile(article));
  for (const sentence of article.summary) console.error(`- ${sentence}`);
} catch (error) {
  console.error(error instanceof UnchaffError ? `${error.code}: ${error.message}` : error.message);
  process.exitCode = 1;
}
