// Mozilla Readability's interface, beside the original.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as mozilla from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { clean } from '../../pkg/entries/node.js';
import * as ours from '../../pkg/entries/readability.js';
import { EMPTY_SHELL, FIRST_SENTENCE, VIETNAMESE } from './pages.js';

const documentOf = (html) => parseHTML(html).document;

/** A page that Mozilla's, too, finds long enough. */
const LONG = VIETNAMESE.replace('</article>', `${`<p>${FIRST_SENTENCE}</p>`.repeat(9)}</article>`);

describe('Readability', () => {
  it('answers the fields of the original, of the same kinds', () => {
    const original = new mozilla.Readability(documentOf(LONG)).parse();
    const article = new ours.Readability(documentOf(LONG)).parse();
    assert.deepEqual(Object.keys(article).sort(), Object.keys(original).sort());
    for (const [name, value] of Object.entries(original)) {
      if (value !== null && value !== undefined) assert.equal(typeof article[name], typeof value, name);
    }
    assert.equal(article.title, original.title);
    assert.equal(article.lang, original.lang);
    assert.equal(article.length, article.textContent.length);
    assert.ok(article.content.includes(`<p>${FIRST_SENTENCE}</p>`));
  });

  it('is what clean finds', () => {
    const article = new ours.Readability(documentOf(VIETNAMESE)).parse();
    assert.equal(article.content, clean(VIETNAMESE).content);
  });

  it('leaves the document as it is', () => {
    const document = documentOf(VIETNAMESE);
    const before = document.toString();
    new ours.Readability(document).parse();
    assert.equal(document.toString(), before);
  });

  it('answers null where there is no article', () => {
    assert.equal(new ours.Readability(documentOf(EMPTY_SHELL)).parse(), null);
  });

  it('refuses what is no document in the words of the original', () => {
    const message = ({ Readability }) => {
      try {
        new Readability('<p>');
      } catch (error) {
        return error.message;
      }
    };
    assert.equal(message(ours), message(mozilla));
  });

  it('refuses too many elements in the words of the original', () => {
    const document = { documentElement: {}, firstChild: {}, getElementsByTagName: () => ({ length: 6 }) };
    const message = ({ Readability }) => {
      try {
        new Readability(document, { maxElemsToParse: 5 }).parse();
      } catch (error) {
        return error.message;
      }
    };
    assert.match(message(mozilla), /^Aborting/);
    assert.equal(message(ours), message(mozilla));
    assert.ok(new ours.Readability(documentOf(LONG), { maxElemsToParse: 500 }).parse());
  });

  it('refuses a serializer, which would get no element', () => {
    assert.throws(() => new ours.Readability(documentOf(LONG), { serializer: (element) => element }), { code: 'invalid-option' });
  });

  it('takes the other options of the original', () => {
    assert.ok(new ours.Readability(documentOf(LONG), { charThreshold: 1, keepClasses: true, nbTopCandidates: 3 }).parse());
  });
});

describe('isProbablyReaderable', () => {
  it('tells an article from a page without one', () => {
    assert.equal(ours.isProbablyReaderable(documentOf(LONG)), true);
    assert.equal(ours.isProbablyReaderable(documentOf(EMPTY_SHELL)), false);
  });
});
