import assert from 'node:assert/strict';
import { test } from 'node:test';

import { useSite } from './harness.js';
import { serveSources } from './server.js';

const onSources = useSite(serveSources);

/** What the view makes of a content that the core would never write: the view must not lean on it. */
async function build(page, content) {
  return page.evaluate(async (html) => {
    const { buildBlock, countRemoteImages, parseBlocks } = await import('/reader/content.js');
    const blocks = parseBlocks([html]);
    const options = { loadImages: false, imageLabel: (alt) => `[${alt}]` };
    const box = document.createElement('div');
    box.append(...blocks.map((block) => buildBlock(block, options)));
    document.body.append(box);
    return { html: box.innerHTML, remoteImages: countRemoteImages(html) };
  }, content);
}

const CASES = [
  ['a script leaves text', '<p>a<script>window.attacked=1</script></p>', '<p>a<span>window.attacked=1</span></p>'],
  ['handlers go', '<p onclick="window.attacked=1" style="color:red" id="x">a</p>', '<p>a</p>'],
  ['a javascript: link is none', '<a href="javascript:window.attacked=1">a</a>', '<a>a</a>'],
  ['nor one in disguise', '<a href="&#1;java\tscript:window.attacked=1">a</a>', '<a>a</a>'],
  ['a link within the page is none', '<a href="#paste">a</a>', '<a>a</a>'],
  [
    'a link opens elsewhere',
    '<a href="https://a.example/" target="_top">a</a>',
    '<a href="https://a.example/" target="_blank" rel="noopener noreferrer">a</a>',
  ],
  ['svg leaves text', '<svg onload="window.attacked=1"><text>a</text></svg>', '<span><span>a</span></span>'],
  ['a form leaves text', '<form action="/"><button>a</button></form>', '<span><span>a</span></span>'],
  [
    'an image is a label',
    '<img src="https://a.example/a.png" alt="a" onerror="window.attacked=1">',
    '<span class="image-label">[a]</span>',
  ],
  ['an svg image is a label', '<img src="data:image/svg+xml,<svg/>" alt="a">', '<span class="image-label">[a]</span>'],
  [
    "a class of the page's choice goes",
    '<p class="reader-bar">a</p><section class="footnotes">b</section>',
    '<p>a</p><section class="footnotes">b</section>',
  ],
  [
    'a footnote keeps its id, nothing else does',
    '<ol><li id="unchaff-note-1">a</li><li id="result">b</li></ol>',
    '<ol><li id="unchaff-note-1">a</li><li>b</li></ol>',
  ],
  [
    'a mark leads to its note',
    '<sup id="unchaff-ref-1"><a href="#unchaff-note-1" role="doc-noteref">1</a></sup>',
    '<sup id="unchaff-ref-1"><a href="#unchaff-note-1" role="doc-noteref">1</a></sup>',
  ],
  ['loose text is a paragraph', 'a<p>b</p>', '<p>a</p><p>b</p>'],
  [
    'code gets a box',
    '<pre><code class="language-c++">a\n b</code></pre>',
    '<div class="code-box"><pre><code class="language-c++">a\n b</code></pre></div>',
  ],
  [
    'a card without its picture is its title',
    '<figure class="embed"><a href="https://a.example/"><img src="https://a.example/a.png" alt="">a</a></figure>',
    '<figure class="embed"><a href="https://a.example/" target="_blank" rel="noopener noreferrer">a</a></figure>',
  ],
  ['order and nesting stay', '<ul><li>a<em>b</em>c</li><li>d</li></ul>', '<ul><li>a<em>b</em>c</li><li>d</li></ul>'],
  [
    'a table gets a box to scroll in',
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
    '<div class="table-box"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
  ],
];

test(
  'elements are built from a list, whatever the content says',
  onSources({ expected: /Content Security Policy/ }, async (page) => {
    for (const [name, content, expected] of CASES) assert.equal((await build(page, content)).html, expected, name);
    assert.equal(await page.evaluate(() => window.attacked), undefined);
  }),
);

test(
  'an image that needs no request is shown, a remote one is counted',
  onSources({}, async (page) => {
    const content =
      '<p><img src="https://a.example/a.png" alt="a"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="b"></p>';
    const { html, remoteImages } = await build(page, content);
    assert.equal(remoteImages, 1);
    assert.match(html, /<img [^>]*alt="b"/);
    assert.doesNotMatch(html, /a\.example/);
  }),
);

test(
  'the sources that `npm start` serves work under the policy of the built site',
  onSources({}, async (page) => {
    await page.locator('#sample').click();
    await page.locator('#article', { hasText: 'For eleven summers nobody in Aldersby heard a swift' }).waitFor();
  }),
);
