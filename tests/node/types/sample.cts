// Compiled, never run: the types fit `require` too.
import unchaff = require('unchaff');

const article: unchaff.Article = unchaff.clean('<p>…</p>');
console.log(article.markdown);
