// Names for the files that `--output` writes.
import { basename, extname, join } from 'node:path';
import { fileName, UniqueNames } from '../lib/file-name.js';

/** Makes paths for files in `folder`. Each is named after its source, and all are different. */
export class FileNames {
  #folder;
  #extension;
  #names = new UniqueNames();

  /**
   * @param {string} folder
   * @param {string} extension
   */
  constructor(folder, extension) {
    this.#folder = folder;
    this.#extension = extension;
  }

  /**
   * @param {string} source
   * @returns {string}
   */
  pathFor(source) {
    const path = URL.canParse(source) ? addressName(new URL(source)) : source;
    const name = this.#names.add(fileName(basename(path, extname(path)), 'page'));
    return join(this.#folder, `${name}.${this.#extension}`);
  }
}

/**
 * Returns the last part of an address that describes the page.
 *
 * @param {URL} address
 */
function addressName({ hostname, pathname }) {
  const part = pathname.split('/').filter(Boolean).at(-1);
  return part === undefined ? `${hostname}.html` : decoded(part);
}

/**
 * Decodes the escapes in a part of an address. Not every percent sign begins an escape.
 *
 * @param {string} part
 */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
