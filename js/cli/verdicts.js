// Prints a page block by block with the verdict on each block, for people at a terminal.
import { printable } from './printable.js';

/** @import { Article } from 'unchaff' */

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, cyan: 36 };

/** How many kinds of evidence are printed beside a block. */
const INFLUENCES = 3;

/**
 * Returns `true` if the output to `stream` should have colours. See https://no-color.org.
 *
 * @param {{ isTTY?: boolean }} stream
 * @param {Record<string, string | undefined>} env
 */
export function hasColour(stream, env) {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return Boolean(stream.isTTY) && env.TERM !== 'dumb';
}

/**
 * Returns the text to print for an article that was cleaned with `explain`.
 *
 * @param {Article} article
 * @param {boolean} colour
 */
export function verdicts(article, colour) {
  /**
   * @param {keyof typeof STYLES} name
   * @param {string} text
   */
  const style = (name, text) => (colour ? `\x1b[${STYLES[name]}m${text}\x1b[0m` : text);
  const sources = Object.entries(article.sources ?? {}).map(
    ([name, source]) =>
      `${style('cyan', name.padEnd(16))}${shown(article[/** @type {keyof Article} */ (name)])} ${style('dim', `(${source})`)}\n`,
  );
  const blocks = article.blocks.map(({ text, kept, reason, probability, influences = [] }) => {
    const mark = style(kept ? 'green' : 'red', `${kept ? '+' : '-'} ${String(Math.round(probability * 100)).padStart(3)}%`);
    const why = [
      reason,
      ...influences.slice(0, INFLUENCES).map(({ evidence, pull }) => `${evidence} ${pull > 0 ? '+' : ''}${pull.toFixed(1)}`),
    ];
    const body = printable(text);
    return `${mark}  ${style('dim', why.join(', '))}\n${style(kept ? 'bold' : 'dim', `       ${body}`)}\n`;
  });
  return [...sources, sources.length ? '\n' : '', ...blocks].join('');
}

/** @param {unknown} value */
function shown(value) {
  return printable(Array.isArray(value) ? value.join(', ') : String(value ?? ''));
}
