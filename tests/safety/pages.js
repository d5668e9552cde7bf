// A payload's page: an article that is readable, with the payload where its file says. And the payload "raw": what a program
// would show that trusts the page.

/** The page's address. */
export const URL_OF_PAGE = 'https://news.test/2024/slope';

/** In every article, whatever a payload does to what follows it. */
export const FIRST_SENTENCE =
  'The slope above the harbour was measured again on Monday, with a rope and two stakes, by the keeper of the light.';

const SENTENCES = [
  'It had moved by the width of a hand since the spring, which is less than the town had feared after the rains.',
  'Con dốc phía trên bến cảng được đo lại vào sáng thứ Hai, và người gác đèn cho biết nó chỉ dịch đi một gang tay.',
  'The council will decide in the autumn whether the road along its foot can be opened to the fish lorries again.',
];

const HEADLINE = 'The slope that was measured twice';

/** By place: the article's markup or text around a payload, and the payload as it stands there if nobody cleans it. */
const PLACES = {
  body: {
    page: (payload) => html({ body: `${payload}\n${paragraph(1)}\n<p>${SENTENCES[1]} ${payload} ${SENTENCES[2]}</p>` }),
    raw: (payload) => [payload],
  },
  head: { page: (payload) => html({ head: payload, body: paragraph(1) }), raw: (payload) => [payload] },
  text: { page: (payload) => html({ body: shown(escaped(payload)) }), raw: (payload) => [payload] },
  attribute: {
    page: (payload) => html({ body: attributes(quoted(payload)) }),
    raw: (payload) => [`<img src="x:" alt="${payload}">`, `<img src='x:' alt='${payload}'>`, `<p title=${payload}>words</p>`],
  },
  url: {
    page: (payload) => html({ body: addresses(quoted(payload)) }),
    raw: (payload) => [
      `<a href="${payload}">words</a>`,
      `<a href="${quoted(payload)}">words</a>`,
      `<iframe src="${quoted(payload)}"></iframe>`,
    ],
  },
  meta: { page: metadata, raw: (payload) => [`<h1>${payload}</h1>`, `<a href="${payload}">words</a>`] },
  pasted: {
    page: (payload) => [HEADLINE, FIRST_SENTENCE, payload, ...SENTENCES, payload].join('\n\n'),
    raw: (payload) => [payload],
  },
  bytes: { page: bytes, raw: rawBytes },
};

/** Places whose payloads are Markdown as well as HTML. */
const MARKDOWN_PLACES = ['text', 'pasted', 'meta'];

/**
 * @param {{ at: string, payload: string }} payload
 * @returns {{ input: string | Uint8Array, options: object }} what `clean` takes
 */
export function pageOf({ at, payload }) {
  return { input: PLACES[at].page(payload), options: { url: URL_OF_PAGE, type: at === 'pasted' ? 'text' : 'html' } };
}

/** The payload as HTML that nobody cleaned, and as Markdown where it is meant for that. */
export function rawOf({ at, payload }) {
  return { html: PLACES[at].raw(payload), markdown: MARKDOWN_PLACES.includes(at) ? [payload] : [] };
}

function html({ head = `<title>${HEADLINE}</title>`, title = HEADLINE, body }) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>
<article><h1>${title}</h1>\n<p>${FIRST_SENTENCE}</p>\n${paragraph(0)}\n${body}\n</article></body></html>`;
}

function paragraph(number) {
  return `<p>${SENTENCES[number]}</p>`;
}

/** The same words in every element that shows text. */
function shown(words) {
  return `<p>${words}</p><p>${SENTENCES[1]} ${words} ${SENTENCES[2]}</p><h2>${words}</h2><p>${SENTENCES[2]}</p>
<p>a<b>${words}</b> <i>${words}</i> <code>${words}</code> <kbd>${words}</kbd> <a href="/more">${words}</a> <sup>${words}</sup> <mark>${words}</mark></p>
<ul><li>${words}</li><li>rope<ul><li>${words}</li></ul></li></ul><ol start="7"><li>${words}</li></ol>
<dl><dt>${words}</dt><dd>${words}</dd></dl><blockquote><p>${words}</p></blockquote><pre>${words}</pre><pre><code class="language-js">${words}</code></pre>
<table><caption>${words}</caption><tr><th>${words}</th><th>b</th></tr><tr><td>${words}</td><td><p>${words}</p><p>b</p></td></tr></table>
<figure><img src="/i.png" alt="${words.replaceAll('"', '&quot;')}"><figcaption>${words}</figcaption></figure>
<aside class="admonition note"><p class="admonition-title">${words}</p><p>${words}</p></aside>
<p>A claim<sup id="r1"><a href="#n1">1</a></sup> and <span class="math inline">\\(${words}\\)</span> and <ruby>${words}<rt>${words}</rt></ruby>.</p>
<ol class="footnotes"><li id="n1">${words} <a href="#r1">↩</a></li></ol>`;
}

/** The same value in every attribute that an article keeps something of. */
function attributes(value) {
  return `<p lang="${value}" dir="${value}" class="${value}" id="${value}" title="${value}">${SENTENCES[1]}</p>
<p><img src="/i.png" alt="${value}" title="${value}" width="${value}" height="${value}"> <abbr title="${value}">m.a.s.l.</abbr>
<a href="/more" title="${value}" rel="${value}" target="${value}">more of it</a> <span lang="${value}">dốc</span> <time datetime="${value}">Monday</time></p>
<figure class="${value}"><img src="/j.png" alt="${value}"><figcaption title="${value}">The slope in spring</figcaption></figure>
<pre class="${value}" data-lang="${value}"><code class="language-${value}" data-language="${value}">let rope = 2;</code></pre>
<ol start="${value}" type="${value}"><li value="${value}">rope</li><li>stakes</li></ol>
<table summary="${value}"><tr><th colspan="${value}" scope="${value}">north</th></tr><tr><td rowspan="${value}" headers="${value}">south</td></tr></table>
<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="${value}"></iframe>
<math alttext="${value}"><mi mathvariant="${value}">x</mi></math> <div class="admonition ${value}" role="${value}" aria-label="${value}"><p>Mind the edge.</p></div>
<p>A claim<sup id="${value}"><a href="#n1" class="${value}">1</a></sup>.</p><ol class="footnotes"><li id="n1">Measured twice. <a href="#${value}">↩</a></li></ol>`;
}

/** The same address everywhere an article may keep one. */
function addresses(address) {
  return `<p>${SENTENCES[1]} <a href="${address}">the full story</a> ${SENTENCES[2]}</p>
<figure><a href="${address}"><img src="${address}" srcset="${address} 2x" data-src="${address}" alt="the slope"></a><figcaption><a href="${address}">source</a></figcaption></figure>
<picture><source srcset="${address}"><img data-srcset="${address} 1x" src="/i.png" alt="the slope"></picture>
<blockquote cite="${address}"><p>It was steeper in my day.</p></blockquote><q cite="${address}">steeper</q>
<video src="${address}" poster="${address}"><source src="${address}"></video><audio src="${address}"></audio>
<iframe src="${address}"></iframe><embed src="${address}"><object data="${address}"></object>
<ul><li><a href="${address}">rope</a></li></ul><table><tr><td><a href="${address}">north</a></td><td><img src="${address}" alt="south"></td></tr></table>
<blockquote class="twitter-tweet"><p>Steep.</p><a href="${address}">12 May</a></blockquote>
<p><a href="${address}"></a><a name="${address}" href="${address}"><b>bold</b></a></p><p>${address}</p>`;
}

/** The same value in every field of the metadata. */
function metadata(payload) {
  const value = quoted(payload);
  const names = ['author', 'description', 'keywords', 'date', 'twitter:title', 'twitter:image', 'parsely-author', 'dc.creator'];
  const properties = [
    'og:title',
    'og:description',
    'og:url',
    'og:image',
    'og:image:alt',
    'og:site_name',
    'og:locale',
    'article:section',
    'article:tag',
    'article:author',
    'article:published_time',
  ];
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...Object.fromEntries(
      ['headline', 'description', 'datePublished', 'dateModified', 'url', 'license', 'keywords', 'articleSection', 'inLanguage'].map(
        (key) => [key, payload],
      ),
    ),
    author: { '@type': 'Person', name: payload, url: payload },
    publisher: { '@type': 'Organization', name: payload, logo: { url: payload } },
    image: { url: payload, caption: payload },
  };
  const head = `<title>${escaped(payload)}</title>
${names.map((name) => `<meta name="${name}" content="${value}">`).join('')}
${properties.map((property) => `<meta property="${property}" content="${value}">`).join('')}
<link rel="canonical" href="${value}"><link rel="icon" href="${value}"><link rel="next" href="${value}"><link rel="license" href="${value}">
<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`;
  const byline = `<p class="byline" itemprop="author">By <a rel="author" href="${value}">${escaped(payload)}</a></p>`;
  return html({ head, title: escaped(payload), body: `${byline}${paragraph(1)}` });
}

/** A page in the encoding that stands before the payload's bar. */
function bytes(payload) {
  const [charset, markup] = split(payload);
  const page = html({ body: `${markup}\n<p>${SENTENCES[2]}</p>` }).replace('charset="utf-8"', `charset="${charset}"`);
  if (charset.startsWith('utf-16')) {
    const units = Buffer.from(`\u{feff}${page}`, 'utf16le');
    return charset.endsWith('be') ? units.swap16() : units;
  }
  // The one Vietnamese sentence is not in it: what stays is one byte a character.
  return Buffer.from(page, 'latin1');
}

function rawBytes(payload) {
  const [charset, markup] = split(payload);
  if (charset.startsWith('utf-16') || charset === 'hz-gb-2312') return [markup];
  try {
    return [new TextDecoder(charset).decode(Buffer.from(markup, 'latin1'))];
  } catch {
    // Not one that browsers know any more.
    return [markup];
  }
}

function split(payload) {
  const bar = payload.indexOf('|');
  return [payload.slice(0, bar), payload.slice(bar + 1)];
}

function escaped(text) {
  return text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark]);
}

function quoted(text) {
  return escaped(text).replaceAll('"', '&quot;');
}
