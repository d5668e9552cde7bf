/**
 * A page and a text that are cleaned before the first real page. A browser compiles each function
 * of the module when it first runs, and the core reads its tables at the same time. With this page,
 * nobody has to wait for that.
 */

const SENTENCE = 'The keeper of the gate counts the boats each evening, and writes the hour and the tide into a book. ';
const LINK = '<a href="https://harbour.example/log">The log of the harbour</a>';

export const PAGE = `<!doctype html><html lang="en"><head><title>The gate</title><meta name="author" content="Ada Brook"></head>
<body><nav><ul><li>${LINK}</li><li>${LINK}</li></ul></nav><article><h1>The gate</h1><time datetime="2026-01-02">2 January 2026</time>
<p>${SENTENCE.repeat(3)}</p><h2>The book</h2><p>${SENTENCE} ${LINK} <em>and</em> <img src="a.jpg" alt="A gate"></p>
<ul><li>${SENTENCE}</li></ul><table><tr><th>Hour</th><td>Tide</td></tr></table><pre><code>let tide = 4;</code></pre>
<p>${SENTENCE.repeat(2)}</p></article><footer><p>Share this page</p></footer></body></html>`;

export const TEXT = `Home\nNews\n\nThe gate\n2 January 2026\n\n${SENTENCE.repeat(3)}\n\n${SENTENCE.repeat(2)}\n\nShare\n`;
