// The payloads of payloads/*.txt: one a line, and above them where on a page they stand (";; at …"); a line that begins
// with ";;" is a comment. All of them were written for this project.
//
//     RAN            the script that tells the test: top.ran(7) in the 7th payload
//     (ID), =ID      the payload's number
//     HTTP/, HOST    an address of the payload's own, http://p7.beacon.test/, and its host
//     \n \t \r \0 \\ \x1b \u{2028}
//     {{repeat 600 <b>}}, {{base64 …}}, {{decimal …}}, {{hex …}}, {{percent …}}
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FOLDER = new URL('payloads/', import.meta.url);

const SHORT_ESCAPES = { n: '\n', t: '\t', r: '\r', 0: '\0', '\\': '\\' };

/** Ways to write a text that hide it from whoever looks for it. */
const CODINGS = {
  repeat(text) {
    const [, count, repeated] = /^(\d+) (.*)$/s.exec(text);
    return repeated.repeat(Number(count));
  },
  base64: (text) => Buffer.from(text).toString('base64'),
  decimal: (text) => each(text, (code) => `&#${code};`),
  hex: (text) => each(text, (code) => `&#x${code.toString(16)};`),
  percent: (text) => each(text, (code) => `%${code.toString(16).padStart(2, '0')}`),
};

/**
 * Our own payloads.
 *
 * @returns {{ id: number, name: string, at: string, payload: string }[]}
 */
export function ownPayloads() {
  const found = [];
  for (const file of readdirSync(FOLDER).sort()) {
    const lines = readFileSync(new URL(file, FOLDER), 'utf8').split('\n');
    const at = /^;; at (\w+)$/.exec(lines[0])[1];
    lines.forEach((line, i) => {
      if (line === '' || line.startsWith(';;')) return;
      const id = found.length + 1;
      found.push({ id, name: `${file}:${i + 1}`, at, payload: written(line, id) });
    });
  }
  return found;
}

/** The payloads of a corpus (JSON lines with `id` and `payload`, gzipped), each in every place that takes any text. */
export function corpusPayloads(path, firstId) {
  const lines = gunzipSync(readFileSync(path)).toString().split('\n').filter(Boolean);
  return lines.flatMap((line, i) => {
    const { id: name, payload } = JSON.parse(line);
    return ['body', 'text', 'attribute', 'url', 'meta', 'pasted'].map((at) => ({ id: firstId + i, name, at, payload }));
  });
}

function written(line, id) {
  return line
    .replace(/\\(?:x(..)|u\{(\w+)\}|([ntr0\\]))/g, (_, byte, code, short) =>
      short === undefined ? String.fromCodePoint(Number.parseInt(byte ?? code, 16)) : SHORT_ESCAPES[short],
    )
    .replaceAll('RAN', 'top.ran(ID)')
    .replace(/(?<=[(=])ID\b/g, id)
    .replaceAll('HTTP/', `http://p${id}.beacon.test/`)
    .replaceAll('HOST', `p${id}.beacon.test`)
    .replace(/\{\{(repeat|base64|decimal|hex|percent) (.*?)\}\}/gs, (_, coding, text) => CODINGS[coding](text));
}

function each(text, write) {
  return Array.from(text, (character) => write(character.codePointAt(0))).join('');
}
