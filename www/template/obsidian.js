/** A note for Obsidian, by its address: https://help.obsidian.md/uri */

/**
 * Characters of the longest address that every system hands to a program; Windows takes 2083. The text of a longer one goes by the clipboard,
 * from which Obsidian takes it.
 */
const LONGEST = 2000;

/**
 * @param {{ name: string, text: string }} file
 * @param {{ vault?: string, folder?: string }} place the vault, else the one that is open; the folder in it
 * @returns {{ uri: string, isByClipboard: boolean }} the address that makes the note; whether its text has to be on the clipboard then
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
