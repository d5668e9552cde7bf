import assert from 'node:assert/strict';
import { test } from 'node:test';

import { useSite } from './harness.js';
import { serveSources } from './server.js';

const onSources = useSite(serveSources);

/**
 * The article's elements, its text, which of the equal sentences is asked for, and the text before and in the range:
 * `|` stands where it begins.
 */
const CASES = [
  ['one element', '<p>Rain. Sun came.</p>', 'Rain. Sun came.', 'Sun came.', 0, 'Rain. |Sun came.'],
  [
    'several elements',
    '<p>Rain <b>fell <i>all</i></b> night.</p>',
    'Rain fell all night.',
    'Rain fell all night.',
    0,
    '|Rain fell all night.',
  ],
  ['other white space', '<p>Rain\n   fell.</p>\n<p>Sun.</p>', 'Rain fell.\n\nSun.', 'Rain fell.', 0, '|Rain\n   fell.'],
  ['a line break', '<p>Rain<br>fell.</p>', 'Rain\nfell.', 'Rain\nfell.', 0, '|Rainfell.'],
  ['the second of two', '<p>Rain.</p><p>Rain.</p>', 'Rain.\n\nRain.', 'Rain.', 7, 'Rain.|Rain.'],
  ['a caption that says the same', '<figure><figcaption>Rain.</figcaption></figure><p>Rain.</p>', 'Rain.', 'Rain.', 0, 'Rain.|Rain.'],
  ['the mark of a note in its midst', '<p>Rain<sup><a href="#n">1</a></sup> fell.</p>', 'Rain fell.', 'Rain fell.', 0, '|Rain1 fell.'],
  ['a button in its midst', '<p>Rain <button>Copy</button>fell.</p>', 'Rain fell.', 'Rain fell.', 0, '|Rain Copyfell.'],
  ['Vietnamese', '<p>Mưa. <b>Nước</b> lên rồi.</p>', 'Mưa. Nước lên rồi.', 'Nước lên rồi.', 5, 'Mưa. |Nước lên rồi.'],
  ['signs of two code units', '<p>😀 😀 Rain 😀.</p>', '😀 😀 Rain 😀.', 'Rain 😀.', 6, '😀 😀 |Rain 😀.'],
];

test(
  'a sentence is found among the elements',
  onSources({}, async (page) => {
    for (const [name, html, text, sentence, from, expected] of CASES) {
      const start = text.indexOf(sentence, from);
      const found = await page.evaluate(
        async ([content, textContent, place]) => {
          const { parseInert } = await import('/shared/trusted-types.js');
          const { locate } = await import('/summary/locate.js');
          const { body } = parseInert(content);
          const range = await locate(body, textContent, place);
          const before = body.ownerDocument.createRange();
          before.setStart(body, 0);
          before.setEnd(range.startContainer, range.startOffset);
          return `${before}|${range}`;
        },
        [html, text, { start, end: start + sentence.length }],
      );
      assert.equal(found, expected, name);
    }
  }),
);

test(
  'a sentence that is not there has no place',
  onSources({}, async (page) => {
    const found = await page.evaluate(async () => {
      const { locate } = await import('/summary/locate.js');
      const root = document.createElement('div');
      root.textContent = 'Rain.';
      return locate(root, 'Sun.', { start: 0, end: 4 });
    });
    assert.equal(found, null);
  }),
);
