// Compiled, never run: the types say what the package does.
import { type Article, clean, type ErrorCode, keywords, type Sentence, summarize, UnchaffError } from 'unchaff';
import * as slim from 'unchaff/slim';

const article: Article = clean('<p>…</p>', { url: 'https://example.com/', type: 'html', sentences: 2, maxBytes: 1e6 });
clean(new Uint8Array(), { url: null, charset: undefined });
clean(new ArrayBuffer(8));
clean(document, null);

const title: string | null = article.title;
const kept: string[] = article.blocks.filter((block) => block.kept).map((block) => block.text);
const sentences: Sentence[] = summarize(article.textContent, { title, language: article.lang, share: 0.1 });
const words: string[] = keywords(article.textContent, { title });
const places: (number | null)[] = article.summarySentences.flatMap(({ block, start, end }) => [block, start, end]);

try {
  clean('');
} catch (error) {
  if (error instanceof UnchaffError) {
    const code: ErrorCode = error.code;
    console.log(error.name, code, kept, sentences, words, places);
  }
}

async function start(bytes: Uint8Array<ArrayBuffer>): Promise<slim.Article> {
  await slim.init(bytes);
  await slim.init(fetch('/unchaff.wasm'));
  await slim.init(new URL('https://example.com/unchaff.wasm'));
  return slim.clean('…');
}
start(new Uint8Array());

// @ts-expect-error an option that does not exist
clean('', { ulr: '' });
// @ts-expect-error a type that does not exist
clean('', { type: 'pdf' });
// @ts-expect-error an input of a wrong kind
clean(5);
// @ts-expect-error a title may be missing
article.title.length;
