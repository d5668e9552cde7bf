import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import en from '../../www/i18n/en.js';
import vi from '../../www/i18n/vi.js';
import { words as extension } from '../../extension/words.js';
import { words as posts } from '../../www/posts/words.js';
import rulesEn from '../../www/rules/words-en.js';
import rulesVi from '../../www/rules/words-vi.js';
import { words as template } from '../../www/template/words.js';

// The words that come with the parts of the site that are loaded later.
for (const words of [extension, posts, template, { en: rulesEn, vi: rulesVi }]) {
  Object.assign(en, words.en);
  Object.assign(vi, words.vi);
}

const html = await readFile(new URL('../../www/index.html', import.meta.url), 'utf8');
const source = (path) => readFile(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const forms = (entry) => (typeof entry === 'object' ? Object.values(entry) : [entry]);
const places = (entry) => [...new Set(forms(entry).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(vi).sort(), Object.keys(en).sort());
});

test('a string mentions the same values in both languages', () => {
  for (const key of Object.keys(en)) assert.deepEqual(places(vi[key]), places(en[key]), key);
});

for (const [what, path, pattern] of [
  ['reason', 'classify/reason.rs', /Reason::\w+ => "([a-z-]+)"/g],
  ['evidence', 'features/table.rs', /Evidence::\w+ => "([a-z-]+)"/g],
  ['pageType', 'classify/page_type.rs', /PageType::\w+ => "([a-z-]+)"/g],
  ['error', 'error.rs', /Error::\w+(?: \{ \.\. \})? => "([a-z-]+)"/g],
]) {
  test(`there are words for every ${what} of the core`, async () => {
    const codes = [...(await source(path)).matchAll(pattern)].map(([, code]) => code);
    assert.ok(codes.length >= 5);
    for (const code of codes) assert.ok(`${what}.${code}` in en, code);
  });
}

test('no string is empty', () => {
  for (const [key, entry] of [...Object.entries(en), ...Object.entries(vi)]) {
    for (const form of forms(entry)) assert.ok(form.trim(), key);
  }
});

test('plurals have every form that their language needs', () => {
  for (const [language, strings] of Object.entries({ en, vi })) {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, entry] of Object.entries(strings)) {
      if (typeof entry === 'object')
        assert.deepEqual(
          Object.keys(entry)
            .filter((form) => !/^\d+$/.test(form))
            .sort(),
          needed,
          `${language}: ${key}`,
        );
    }
  }
});

test('the page is written in the English strings, for those who read it before the script runs', () => {
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  for (const [, key, text] of html.matchAll(/data-i18n="([^"]+)"[^>]*>([^<]*)</g)) assert.equal(squeeze(text), en[key], key);
  for (const [tag, key] of html.matchAll(/<[^>]*data-i18n-(?:label|placeholder)="([^"]+)"[^>]*>/g)) {
    assert.ok(tag.includes(`"${en[key]}"`), key);
  }
  assert.match(html, new RegExp(`<title>${en.pageTitle}</title>`));
});
