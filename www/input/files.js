/**
 * Which files a person gave: chosen, dropped, or all that lie in a folder.
 *
 * The danger: a drop's data is gone when its event ends, so folders are asked for within the event, and read after
 * it. A folder is read level by level, and its reader hands out a part of the entries at a time until it has none.
 */

/** Files that can hold a page. The others in a folder are pictures, styles and the like. */
const PAGE_NAME = /\.(?:x?html?|xht|mht|mhtml|txt)$/i;

/** Returns `true` if a file can hold a page, by its name. @returns {boolean} */
export function isPageName(name) {
  return PAGE_NAME.test(name);
}

/**
 * Finds the files of a drop.
 *
 * @param {DataTransfer} data of a drop, during its event
 * @returns {Promise<File[]>} the files dropped, and the pages in dropped folders
 */
export function filesOfDrop(data) {
  const files = [...data.files];
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return Promise.resolve(files);
  return filesOfEntries(entries);
}

/**
 * Finds the pages in a folder.
 *
 * @param {Iterable<File>} files of a folder that was chosen
 * @returns {File[]} its pages, in the order of their paths
 */
export function pagesOf(files) {
  return [...files].filter(({ name }) => isPageName(name)).sort((a, b) => compare(pathOf(a), pathOf(b)));
}

async function filesOfEntries(entries) {
  const files = [];
  const pending = entries.toReversed();
  while (pending.length > 0) {
    const entry = pending.pop();
    if (entry.isDirectory) pending.push(...(await entriesOf(entry)).toReversed());
    // What was dropped by itself was meant, whatever its name.
    else if (entries.includes(entry) || isPageName(entry.name)) files.push(await fileOf(entry));
  }
  return files.filter(Boolean);
}

async function entriesOf(folder) {
  const found = [];
  const reader = folder.createReader();
  try {
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) break;
      found.push(...some);
    }
  } catch {
    // A folder that may not be read counts as far as it was read.
  }
  return found.sort((a, b) => compare(a.name, b.name));
}

function fileOf(entry) {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

function pathOf(file) {
  return file.webkitRelativePath || file.name;
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
