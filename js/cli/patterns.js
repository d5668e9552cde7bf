// Finds the files of a pattern or a folder. Most shells expand patterns themselves, but that of
// Windows does not. Node can do it from version 22 on.
import { readdir } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

/** The special characters of a pattern. */
export const PATTERN = /[*?[{]/;

/** File names of pages in a folder, including compressed ones. */
const PAGE = /\.(?:html?|xhtml|txt|warc)(?:\.gz)?$/i;

/** Maximum number of patterns that the braces of one pattern may stand for. */
const MAX_ALTERNATIVES = 1000;

/**
 * Returns the files that a pattern matches, in order. `*` and `?` stand for parts of a name, `**`
 * for folders, `[a-c]` for a character and `{a,b}` for alternatives. A name that begins with a dot
 * is matched only if the pattern has the dot.
 *
 * @param {string} pattern
 * @returns {Promise<string[]>}
 */
export async function filesOfPattern(pattern) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const alternative of alternatives(pattern)) {
    const parts = alternative.split(sep === '\\' ? /[\\/]/ : '/');
    const sign = parts.findIndex((part) => PATTERN.test(part));
    const firstPattern = sign < 0 ? parts.length - 1 : sign;
    const base = parts.slice(0, firstPattern).join('/') || (alternative.startsWith('/') ? '/' : '.');
    await collect(base, parts.slice(firstPattern), found);
  }
  return [...found].sort();
}

/**
 * Returns the pages in a folder and in the folders inside it, in order.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function pagesOfFolder(folder) {
  /** @type {Set<string>} */
  const found = new Set();
  await collect(folder, ['**', '*'], found);
  return [...found].filter((path) => PAGE.test(path)).sort();
}

/**
 * Adds the files under a folder that match the parts of a pattern.
 *
 * @param {string} folder
 * @param {string[]} parts
 * @param {Set<string>} found
 */
async function collect(folder, [part, ...rest], found) {
  if (part === '**') {
    await collect(folder, rest.length > 0 ? rest : ['*'], found);
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) await collect(join(folder, entry.name), ['**', ...rest], found);
    }
    return;
  }
  const name = expressionOf(part);
  for (const entry of await entriesOf(folder)) {
    if (!name.test(entry.name)) continue;
    const path = normalize(join(folder, entry.name));
    if (rest.length > 0) {
      if (!entry.isFile()) await collect(path, rest, found);
    } else if (!entry.isDirectory()) found.add(path);
  }
}

/**
 * Returns the entries of a folder. Returns nothing for a folder that cannot be read.
 *
 * @param {string} folder
 */
async function entriesOf(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Returns the regular expression for one part of a pattern, which stands for a name.
 *
 * @param {string} part
 */
function expressionOf(part) {
  const source = part.replace(/\[!?[^\]]+\]|[\s\S]/g, (sign) => {
    if (sign === '*') return '.*';
    if (sign === '?') return '.';
    if (sign.length > 1) return `[${sign[1] === '!' ? '^' : ''}${sign.slice(sign[1] === '!' ? 2 : 1, -1).replace(/[\\^[]/g, '\\$&')}]`;
    return sign.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'su');
}

/**
 * Returns the patterns without braces that a pattern stands for.
 *
 * @param {string} pattern
 * @returns {string[]}
 */
function alternatives(pattern) {
  let open = [pattern];
  /** @type {string[]} */
  const done = [];
  while (open.length > 0 && open.length + done.length <= MAX_ALTERNATIVES) {
    const next = [];
    for (const text of open) {
      // The innermost braces are replaced first.
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(text);
      if (!braces) done.push(text);
      else for (const choice of braces[1].split(',')) next.push(text.replace(braces[0], () => choice));
    }
    open = next;
  }
  return done;
}
