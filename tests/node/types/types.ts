// Compiled, never run: the types say what the package does.
import { expectTypeOf } from 'expect-type';
import * as unchaff from 'unchaff';
import { type Article, clean, type CleanOptions, type ErrorCode, join, keywords, type Sentence, summarize, UnchaffError } from 'unchaff';
import { isProbablyReaderable, Readability, type ReadabilityArticle } from 'unchaff/readability';
import * as slim from 'unchaff/slim';
import { CleanStream, cleanResponse } from 'unchaff/stream';
import { WorkerPool } from 'unchaff/worker';
import 'unchaff/worker-script';

const article = clean('<p>…</p>', { url: 'https://example.com/', type: 'html', sentences: 2, maxBytes: 1e6, keep: [1] });
expectTypeOf(article).toEqualTypeOf<Article>();
expectTypeOf(article.title).toEqualTypeOf<string | null>();
expectTypeOf(article.dir).toEqualTypeOf<'ltr' | 'rtl' | null>();
expectTypeOf(article.readingTimeRange).toEqualTypeOf<[number, number]>();
expectTypeOf(article.sources).toEqualTypeOf<unchaff.Sources | undefined>();
expectTypeOf(article.notice).toEqualTypeOf<unchaff.Notice | null>();
// What is asked for is there.
const explained = clean('', { explain: true, url: new URL('https://example.com/') });
expectTypeOf(explained.sources.title).toEqualTypeOf<unchaff.Source | undefined>();
expectTypeOf(explained.blocks[0]!.influences).toEqualTypeOf<unchaff.Influence[]>();
expectTypeOf(clean('', { jsonLd: true }).jsonLd).toEqualTypeOf<unknown[]>();
expectTypeOf(clean('', { jsonLd: true, explain: true }).sources).toEqualTypeOf<unchaff.Sources>();
expectTypeOf(unchaff.toMarkdown(document.body, { url: location })).toEqualTypeOf<string>();
// @ts-expect-error a field of which no place is told
explained.sources.content;
expectTypeOf(article.blocks[0]!.reason).toEqualTypeOf<unchaff.Reason>();
expectTypeOf<'meta og:title'>().toExtend<unchaff.Source>();
expectTypeOf<string>().not.toExtend<unchaff.Reason | unchaff.Source>();
expectTypeOf(article.jsonLd).toEqualTypeOf<unknown[] | undefined>();
expectTypeOf(article.blocks[0]?.influences?.[0]?.pull).toEqualTypeOf<number | undefined>();
expectTypeOf(article.summarySentences[0]!.block).toEqualTypeOf<number | null>();

expectTypeOf(clean).parameter(0).toEqualTypeOf<unchaff.Input>();
expectTypeOf<Document>().toExtend<unchaff.Input>();
expectTypeOf<Uint8Array>().toExtend<unchaff.Input>();
expectTypeOf<number>().not.toExtend<unchaff.Input>();
// Nothing may be left to the compiler's guess.
expectTypeOf(clean).returns.not.toBeAny();
expectTypeOf<CleanOptions>().toHaveProperty('url').toEqualTypeOf<string | unchaff.UrlLike | null | undefined>();

expectTypeOf(join([article.content, { input: new ArrayBuffer(8), url: null, drop: [0] }])).toEqualTypeOf<Article>();
expectTypeOf(summarize(article.textContent, { title: article.title, language: article.lang, summaryShare: 0.1 })).toEqualTypeOf<
  Sentence[]
>();
expectTypeOf(keywords(article.textContent, { title: article.title })).toEqualTypeOf<string[]>();
expectTypeOf(unchaff.checkOptions({ beta: 2 })).toEqualTypeOf<void>();
expectTypeOf(unchaff.learnRules(article, { drop: [1], author: null })).toEqualTypeOf<unchaff.Rule[]>();
expectTypeOf(clean('', { rules: [{ action: 'drop-from', text: 'Read more' }] }).matchedRules).toEqualTypeOf<number[]>();
expectTypeOf(unchaff.probablyReadable).returns.toEqualTypeOf<boolean>();

try {
  clean('');
} catch (error) {
  if (error instanceof UnchaffError) {
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode>();
    expectTypeOf(error.name).toEqualTypeOf<'UnchaffError'>();
    expectTypeOf(error.metadata).toEqualTypeOf<unchaff.ArticleMetadata | undefined>();
    expectTypeOf(error.metadata!.authors).toEqualTypeOf<string[]>();
  }
}
expectTypeOf<'timed-out'>().toExtend<ErrorCode>();
expectTypeOf<string>().not.toExtend<ErrorCode>();

// The same class and types, whatever the entry.
expectTypeOf<slim.UnchaffError>().toEqualTypeOf<UnchaffError>();
expectTypeOf(slim.clean).toEqualTypeOf(clean);
expectTypeOf(slim.init).returns.toEqualTypeOf<Promise<void>>();
expectTypeOf(slim.init).toBeCallableWith(new Uint8Array(8));
expectTypeOf(slim.init).toBeCallableWith(fetch('/unchaff.wasm'));
expectTypeOf(slim.init).toBeCallableWith(new URL('https://example.com/unchaff.wasm'));

const stream = new CleanStream({ url: 'https://example.com/', charset: 'utf-8' });
expectTypeOf(stream.article).toEqualTypeOf<Promise<Article>>();
new Response().body!.pipeTo(stream);
expectTypeOf(await cleanResponse(new Response(), { sentences: 1 })).toEqualTypeOf<Article>();
expectTypeOf((await cleanResponse(new Response(), { explain: true })).sources).toEqualTypeOf<unchaff.Sources>();

const pool = new WorkerPool({ size: 2, timeLimit: 1000, module: fetch('/unchaff.wasm'), worker: () => new Worker('worker.js') });
expectTypeOf(pool.clean(document, { url: null, signal: new AbortController().signal, timeLimit: 5 })).toEqualTypeOf<Promise<Article>>();
expectTypeOf(pool.summarize('…', { share: 0.5, timeLimit: 5 })).toEqualTypeOf<Promise<Sentence[]>>();
expectTypeOf((await pool.clean('', { explain: true, timeLimit: 5 })).sources).toEqualTypeOf<unchaff.Sources>();
expectTypeOf(pool.toText('')).toEqualTypeOf<Promise<string>>();
expectTypeOf(pool.stats.waiting).toEqualTypeOf<number>();
expectTypeOf(pool.close).returns.toEqualTypeOf<void>();

const read = new Readability(document, { charThreshold: 100, keepClasses: true }).parse();
expectTypeOf(read).toEqualTypeOf<ReadabilityArticle | null>();
expectTypeOf(isProbablyReaderable(document)).toEqualTypeOf<boolean>();
// Code written for an article of `clean` takes one of the adapter only where it asks for no more.
expectTypeOf<Article>().toExtend<ReadabilityArticle>();

// @ts-expect-error an option that does not exist
clean('', { ulr: '' });
// @ts-expect-error two lengths of the summary
clean('', { sentences: 1, summaryShare: 0.1 });
// @ts-expect-error two lengths of the summary
summarize('', { sentences: 1, share: 0.1 });
// @ts-expect-error a type that does not exist
clean('', { type: 'pdf' });
// @ts-expect-error an input of a wrong kind
clean(5);
// @ts-expect-error a title may be missing
article.title.length;
// @ts-expect-error text is no chunk
new CleanStream().getWriter().write('text');
// @ts-expect-error no signal that is none
pool.clean('', { signal: 5 });
// @ts-expect-error no serializer
new Readability(document, { serializer: (element: Element) => element });
