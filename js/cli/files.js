// Names for the files of --output.
import { basename, extname, join } from 'node:path';

/** Characters that some file system refuses. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}]+/gu;

/** Letters of a name: with accents and an ending they fit the 255 bytes that file systems allow. */
const MAX_LENGTH = 60;

/** Makes the paths of files in `folder`, named after their sources and no two alike. */
export class FileNames {
  #folder;
  #extension;
  #taken = new Set();

  constructor(folder, extension) {
    this.#folder = folder;
    this.#extension = extension;
  }

  pathFor(source) {
    const name = nameOf(source);
    let unique = name;
    for (let n = 2; this.#taken.has(unique.toLowerCase()); n++) unique = `${name}-${n}`;
    this.#taken.add(unique.toLowerCase());
    return join(this.#folder, `${unique}.${this.#extension}`);
  }
}

function nameOf(source) {
  const path = URL.canParse(source) ? addressName(new URL(source)) : source;
  const name = basename(path, extname(path)).replace(UNSAFE, '-');
  return Array.from(name).slice(0, MAX_LENGTH).join('').replace(/^[-. ]+|[-. ]+$/g, '') || 'page';
}

/** The last part of an address that says something. */
function addressName({ hostname, pathname }) {
  return pathname.split('/').filter(Boolean).at(-1) ?? `${hostname}.html`;
}
