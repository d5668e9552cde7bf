/**
 * Takes the page out of a tab, as the browser shows it now.
 *
 * The functions given to executeScript run in the tab, apart from the page's own scripts and whatever its content
 * security policy says. They are sent as source, so they may use nothing of this file.
 */

/** The frame that counts where a page is made of frames: the top one, unless another holds this many times its text. */
const FRAME_OUTWEIGHS = 4;

/** The extension stores of the browsers, which let no extension look at them. */
const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons|addons\.opera\.com)/;

/**
 * Takes the page, or what is selected in it, out of a tab.
 *
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @returns {Promise<{ html: string, url: string, tab: string }>} the page, the address of the frame that it is from and
 *   that of the tab; rejects with an error whose code says why the browser lets no extension look there
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
 * @returns {Promise<boolean>} true once it is there
 */
export async function copyText(tabId, text) {
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func: putOnClipboard, args: [text] });
  return result === true;
}

/** @param {string} code the words for it are those of the interface */
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
 * The page of a frame as HTML. Open shadow roots are part of it, and so are the frames in it of the same origin: an editor, a comment box, a
 * document in a viewer.
 */
function pageOf() {
  const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
  /** The elements whose text is written as it is. */
  const RAW = new Set('script style noscript xmp noembed noframes plaintext'.split(' '));
  let isPlain = true;
  let letters = document.body?.innerText.length ?? 0;

  /** The body of a frame that the page may look into; null for those without words. */
  const bodyOf = (frame) => {
    let body = null;
    try {
      body = frame.contentDocument?.body;
    } catch {
      // Some browsers throw where others answer null.
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
