// Names for the files of --output.
import { basename, extname, join } from 'node:path';
import { fileName, UniqueNames } from '../lib/file-name.js';

/** Makes the paths of files in `folder`, named after their sources and no two alike. */
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
 * The last part of an address that says something.
 *
 * @param {URL} address
 */
function addressName({ hostname, pathname }) {
  const part = pathname.split('/').filter(Boolean).at(-1);
  return part === undefined ? `${hostname}.html` : decoded(part);
}

/**
 * Not every percent sign in an address is an escape.
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
