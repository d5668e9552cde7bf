/**
 * Takes the page out of a tab, as the browser shows it now.
 *
 * The functions given to executeScript run in the tab, apart from the page's own scripts and whatever its content
 * security policy says. They are sent as source, so they may use nothing of this file.
 */

/** The frame that counts where a page is made of frames: the top one, unless another holds this many times its text. */
const FRAME_OUTWEIGHS = 4;

/**
 * Takes the page, or what is selected in it, out of a tab.
 *
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @returns {Promise<{ html: string, url: string, tab: string }>} the page, the address of the frame that it is from and
 *   that of the tab; rejects where the browser lets no extension look: its own pages, its
 *   shop, a tab that was left since
 */
export async function captureTab(tabId, part) {
  const target = { tabId, allFrames: true };
  const frames = await chrome.scripting.executeScript({ target, func: part === 'selection' ? selectionOf : pageOf });
  const found = frames.filter(({ result }) => result?.html);
  if (found.length === 0) throw new Error(`There is no ${part} in this tab.`);
  const top = found.find(({ frameId }) => frameId === 0) ?? found[0];
  const largest = found.reduce((a, b) => (b.result.letters > a.result.letters ? b : a));
  const { html, url } = largest.result.letters > top.result.letters * FRAME_OUTWEIGHS ? largest.result : top.result;
  return { html, url, tab: frames.find(({ frameId }) => frameId === 0)?.result?.url ?? url };
}

/**
 * Puts text on the clipboard, from a tab.
 *
 * @param {number} tabId
 * @param {string} text
 * @returns {Promise<boolean>} true once it is there
 */
export async function copyText(tabId, text) {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: putOnClipboard, args: [text] });
  return result === true;
}

function pageOf() {
  return {
    html: document.documentElement.outerHTML,
    url: location.href,
    letters: document.body?.innerText.length ?? 0,
  };
}

function selectionOf() {
  const selection = getSelection();
  const part = document.createElement('div');
  for (let i = 0; i < (selection?.rangeCount ?? 0); i++) part.append(selection.getRangeAt(i).cloneContents());
  return { html: part.innerHTML, url: location.href, letters: part.textContent.length };
}

async function putOnClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages served by plain http have no clipboard but this one.
    let copied = false;
    const fill = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData('text/plain', text);
      copied = true;
    };
    addEventListener('copy', fill, { capture: true, once: true });
    document.execCommand('copy');
    removeEventListener('copy', fill, { capture: true });
    return copied;
  }
}
