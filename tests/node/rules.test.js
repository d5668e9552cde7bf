// Rules of a site through the package and its command: learned, given, refused. What they do is tested in tests/rules.rs.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clean, learnRules, UnchaffError } from '../../pkg/entries/node.js';
import { unchaff } from './command.js';

const SITES = fileURLToPath(new URL('../rules', import.meta.url));

function read(site, number) {
  const name = readdirSync(join(SITES, site)).find((file) => file.startsWith(`${number}.`));
  return readFileSync(join(SITES, site, name), 'utf8');
}

function learn(site) {
  const { corrections, rules } = JSON.parse(readFileSync(join(SITES, site, 'site.json'), 'utf8'));
  const article = clean(read(site, 1));
  const number = (start) => article.blocks.findIndex(({ text }) => text.startsWith(start));
  const numbers = Object.entries(corrections).map(([name, starts]) => [name, Array.isArray(starts) ? starts.map(number) : number(starts)]);
  return { learned: learnRules(article, Object.fromEntries(numbers)), rules };
}

describe('learnRules', () => {
  for (const site of readdirSync(SITES)) {
    it(`makes the rules of ${site}`, () => {
      const { learned, rules } = learn(site);
      assert.deepEqual(learned, rules);
      assert.ok(clean(read(site, 3), { rules }).matchedRules.length > 0);
    });
  }

  it('takes an article that went through JSON', () => {
    const article = JSON.parse(JSON.stringify(clean(read('ja-blog', 1))));
    const number = article.blocks.findIndex(({ text }) => text.startsWith('この記事は旅の会が'));
    assert.deepEqual(learnRules(article, { drop: [number] }), learn('ja-blog').rules);
    assert.deepEqual(learnRules(article, {}), []);
  });

  it('says what is wrong with what it is given', () => {
    const article = clean(read('ja-blog', 1));
    for (const [args, words] of [
      [[null, {}], 'argument article'],
      [[{}, {}], 'give what clean answered, with its blocks'],
      [[article, null], 'argument corrections'],
      [[article, { remove: [1] }], 'there is no such option'],
      [[article, { drop: [999] }], 'there is no block 999'],
      [[article, { title: 1.5 }], 'it must be a whole number'],
    ]) {
      assert.throws(
        () => learnRules(...args),
        (error) => error instanceof UnchaffError && error.code === 'invalid-option' && error.message.includes(words),
        words,
      );
    }
  });
});

describe('the option rules', () => {
  it('says by which rules a block and a field are decided', () => {
    const { learned: rules } = learn('vi-news');
    const article = clean(read('vi-news', 3), { rules, explain: true });
    assert.deepEqual(article.matchedRules, [0, 1, 2]);
    assert.deepEqual([article.sources.byline, article.sources.publishedTime], ['rule', 'rule']);
    const dropped = article.blocks.find(({ reason }) => reason === 'by-rule');
    assert.equal(dropped.path, 'div.trang.chi-tiet > div.noi-dung > div.o-giai-thich > p');
  });

  for (const [rules, words] of [
    ['main > p', 'it must be an array of rules'],
    [['main > p'], 'rule 0 must be an object'],
    [[{ path: 'main' }], 'rule 0 has no action'],
    [[{ action: 'delete', path: 'main' }], 'give keep, drop, drop-from, title, author or date'],
    [[{ action: 'drop' }], 'rule 0 has no condition'],
    [[{ action: 'drop', paths: 'main' }], 'it may have action, path, under and text'],
    [[{ action: 'drop', text: 3 }], 'has a text that is no string'],
    [[{ action: 'drop', text: '…' }], 'matches everything'],
    [Array(101).fill({ action: 'drop', text: 'x' }), '100 are possible'],
  ]) {
    it(`refuses what cannot be used: ${words}`, () => {
      assert.throws(
        () => clean('<p>A page', { rules }),
        (error) => error instanceof UnchaffError && error.code === 'invalid-option' && error.message.includes(words),
      );
    });
  }
});

describe('the command', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'unchaff-rules-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('takes a file of rules', async () => {
    const { rules } = learn('ja-blog');
    const file = join(folder, 'rules.json');
    writeFileSync(file, JSON.stringify(rules));
    const page = read('ja-blog', 3);
    const { stdout } = await unchaff(['--rules', file, '--format', 'text'], page);
    assert.ok(stdout.includes('棚田') && !stdout.includes('旅の会には'));
  });

  it('takes the rules of each line', async () => {
    const { rules } = learn('ja-blog');
    const line = JSON.stringify({ id: 1, html: read('ja-blog', 3), rules });
    const { stdout } = await unchaff(['--ndjson'], `${line}\n`);
    const { matchedRules, textContent } = JSON.parse(stdout);
    assert.deepEqual(matchedRules, [0]);
    assert.ok(!textContent.includes('旅の会には'));
  });

  it('says what is wrong with a file of rules', async () => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, '{');
    for (const name of [file, join(folder, 'none.json')]) {
      const { status, stderr } = await unchaff(['--rules', name], '<p>A page');
      assert.equal(status, 2);
      assert.match(stderr, /--rules (?:has to name a file with a JSON array|cannot read)/);
    }
  });
});
