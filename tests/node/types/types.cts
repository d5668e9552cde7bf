// Compiled, never run: the types fit `require` too.
import unchaff = require('unchaff');
import slim = require('unchaff/slim');
import stream = require('unchaff/stream');
import readability = require('unchaff/readability');
import worker = require('unchaff/worker');

const article: unchaff.Article = unchaff.clean('<p>…</p>');
const same: slim.Article = article;
const later: Promise<unchaff.Article> = new stream.CleanStream().article;
const read: readability.ReadabilityArticle | null = new readability.Readability(document).parse();
const pooled: Promise<unchaff.Article> = new worker.WorkerPool().clean(article.content);
console.log(same, later, read, pooled);
