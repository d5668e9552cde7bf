/**
 * Takes the page out of a tab, in the state that the browser shows now.
 *
 * The functions passed to `executeScript` run in the tab. They are isolated from the page's own
 * scripts, and the page's content security policy does not apply to them. They are sent as source
 * code, so they must not use anything else in this file.
 */

/**
 * On a page made of frames, the top frame is taken, unless another frame has at least this many
 * times its text.
 */
const FRAME_OUTWEIGHS = 4;

/** The extension stores of the browsers. Browsers allow no extension to read these sites. */
const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com)/;

/**
 * Takes the page, or what is selected in it, out of a tab.
 *
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @returns {Promise<{ html: string, url: string, tab: string }>} the page, the address of the frame
 *   that holds it and the address of the tab; rejects with an error whose code says why the browser
 *   allows no extension to read the tab
 */
export async function captureTab(tabId, part) {
  const target = { tabId, allFrames: true };
  /** @type {chrome.scripting.InjectionResult<ReturnType<typeof pageOf> | undefined>[]} */
  const frames = await chrome.scripting
    .executeScript({ target, func: part === 'selection' ? selectionOf : pageOf })
    .catch(async (error) => {
      throw unreadable(await refusal(tabId, error.message));
    });
  if (frames.some(({ frameId, result }) => frameId === 0 && result?.type === 'application/pdf')) throw unreadable('tab-pdf');
  const found = frames.filter(({ result }) => result?.html);
  if (found.length === 0) throw unreadable('tab-unreadable');
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
 * @returns {Promise<boolean>} `true` if the text is on the clipboard
 */
export async function copyText(tabId, text) {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: putOnClipboard, args: [text] });
  return result === true;
}

/** @param {string} code the interface has the words for it */
function unreadable(code) {
  return Object.assign(new Error(`The tab cannot be read: ${code}`), { code });
}

/** Returns the code of the error that says why a tab cannot be read. */
async function refusal(tabId, message) {
  const { url = '' } = (await chrome.tabs.get(tabId).catch(() => null)) ?? {};
  if (STORES.test(url) || /gallery cannot be scripted/i.test(message)) return 'tab-store';
  // Firefox shows a PDF in a page of its own.
  if (/\.pdf(?:[?#]|$)/i.test(url)) return 'tab-pdf';
  if (url ? !/^(?:https?|file):/.test(url) : /(?:chrome|edge|about|devtools|extension):/i.test(message)) return 'tab-browser';
  return 'tab-unreadable';
}

/**
 * Returns the page of a frame as HTML. Open shadow roots are included. Frames of the same origin
 * inside it are included too, such as an editor, a comment box or a document in a viewer.
 */
function pageOf() {
  const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
  /** The elements whose text is written without escapes. */
  const RAW = new Set('script style noscript xmp noembed noframes plaintext'.split(' '));
  let isPlain = true;
  let letters = document.body?.innerText.length ?? 0;

  /** Returns the body of a frame that the page may read, or `null` if the frame has no words. */
  const bodyOf = (frame) => {
    let body = null;
    try {
      body = frame.contentDocument?.body;
    } catch {
      // Some browsers throw an error where others return `null`.
    }
    return body?.innerText?.trim() ? body : null;
  };
  const waiting = [document];
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    for (const element of root.querySelectorAll('*')) {
      const body = element.localName === 'iframe' ? bodyOf(element) : null;
      const inner = element.shadowRoot ?? body;
      if (!inner) continue;
      isPlain = false;
      if (body) letters += body.innerText.length;
      waiting.push(inner);
    }
  }
  const html = isPlain ? document.documentElement.outerHTML : write(document.documentElement);
  return { html, url: location.href, letters, type: document.contentType };

  function write(start) {
    const pieces = [];
    const pending = [start];
    const push = (before, nodes, after) => {
      pending.push(after);
      for (let i = nodes.length - 1; i >= 0; i -= 1) pending.push(nodes[i]);
      pending.push(before);
    };
    while (pending.length > 0) {
      const node = pending.pop();
      if (typeof node === 'string') pieces.push(node);
      else if (node.nodeType === Node.TEXT_NODE) pieces.push(RAW.has(node.parentNode?.localName) ? node.data : escaped(node.data));
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const name = node.localName;
      const body = name === 'iframe' ? bodyOf(node) : null;
      if (body) {
        push('<div>', body.childNodes, '</div>');
        continue;
      }
      pieces.push(`<${name}`);
      for (const attribute of node.attributes) pieces.push(` ${attribute.name}="${escaped(attribute.value)}"`);
      pieces.push('>');
      if (VOID.has(name)) continue;
      push('', (node.content ?? node).childNodes, `</${name}>`);
      if (node.shadowRoot) push('<template shadowrootmode="open">', node.shadowRoot.childNodes, '</template>');
    }
    return pieces.join('');
  }

  function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  }
}

function selectionOf() {
  const selection = getSelection();
  const part = document.createElement('div');
  for (let i = 0; i < (selection?.rangeCount ?? 0); i++) part.append(selection.getRangeAt(i).cloneContents());
  return { html: part.innerHTML, url: location.href, letters: part.textContent.length, type: document.contentType };
}

async function putOnClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // On pages served by plain HTTP, this is the only way to the clipboard.
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
