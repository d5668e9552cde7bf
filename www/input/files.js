/**
 * Finds the files that a person gave: chosen files, dropped files, or all files in a folder.
 *
 * The danger: the data of a drop is gone when its event ends. So the folders are requested during
 * the event and read after it. A folder is read level by level. Its reader returns some entries at
 * a time, and nothing when it is done.
 */

/**
 * Matches the names of files that can hold a page. Other files in a folder are pictures, styles and
 * the like.
 */
const PAGE_NAME = /\.(?:x?html?|xht|mht|mhtml|txt)$/i;

/** Returns `true` if a file can hold a page, judged by its name. @returns {boolean} */
export function isPageName(name) {
  return PAGE_NAME.test(name);
}

/**
 * Finds the files of a drop.
 *
 * @param {DataTransfer} data the data of a drop, during its event
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
 * @param {Iterable<File>} files the files of a chosen folder
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
    // A file that was dropped by itself is read whatever its name.
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
    // If a folder cannot be read to the end, the entries read so far are used.
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
