/** Makes a note in Obsidian through an address: https://help.obsidian.md/uri */

/**
 * Maximum number of characters of an address that every system passes to a program. Windows allows
 * 2083. If the address would be longer, the text is put on the clipboard, and Obsidian takes it
 * from there.
 */
const LONGEST = 2000;

/**
 * @param {{ name: string, text: string }} file
 * @param {{ vault?: string, folder?: string }} place the vault (by default the open one), and the
 *   folder in it
 * @returns {{ uri: string, isByClipboard: boolean }} the address that makes the note, and whether
 *   its text has to be on the clipboard
 */
export function obsidianNote({ name, text }, { vault = '', folder = '' }) {
  const path = [
    ...folder
      .split('/')
      .map((part) => part.trim())
      .filter(Boolean),
    name,
  ].join('/');
  const place = [...(vault.trim() ? [`vault=${encodeURIComponent(vault.trim())}`] : []), `file=${encodeURIComponent(path)}`].join('&');
  const whole = `obsidian://new?${place}&content=${encodeURIComponent(text)}`;
  return whole.length <= LONGEST
    ? { uri: whole, isByClipboard: false }
    : { uri: `obsidian://new?${place}&clipboard=true`, isByClipboard: true };
}

/** Opens an address of another program. The browser asks the person first. @param {string} uri */
export function openUri(uri) {
  const link = document.createElement('a');
  link.href = uri;
  link.click();
}
