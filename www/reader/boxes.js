/**
 * Boxes for code and tables. Each one scrolls by itself, also by keyboard. Code also has a button
 * to copy it.
 */

import { t } from '../i18n/index.js';
import { setWords, textButton } from './controls.js';

/** How long a button shows the result of a click, in milliseconds. */
const OUTCOME_SHOWN = 2000;

/** Only boxes that are too wide for their place can get the focus by keyboard. */
const widths = new ResizeObserver((entries) => {
  for (const entry of entries) {
    const target = /** @type {HTMLElement} */ (entry.target);
    const isWide = target.scrollWidth > target.clientWidth;
    target.tabIndex = isWide ? 0 : -1;
    if (isWide) {
      target.role = 'region';
      target.ariaLabel = t(target.localName === 'pre' ? 'reader.code' : 'reader.table');
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) target.removeAttribute(name);
    }
  }
});

/**
 * @param {HTMLElement[]} blocks new blocks of an article
 * @param {(message: string) => void} say announces a message to screen readers
 */
export function finishBoxes(blocks, say) {
  for (const block of blocks) {
    for (const box of withSelf(block, '.table-box, pre')) widths.observe(box);
    for (const box of withSelf(block, '.code-box')) box.append(copyButton(box.querySelector('pre'), say));
  }
}

function withSelf(block, selector) {
  return [...(block.matches(selector) ? [block] : []), ...block.querySelectorAll(selector)];
}

function copyButton(code, say) {
  const button = textButton('reader.copyCode', async () => {
    const outcome = (await copy(code.textContent)) ? 'copied' : 'copyFailed';
    setWords(button, outcome);
    say(t(outcome));
    setTimeout(() => setWords(button, 'reader.copyCode'), OUTCOME_SHOWN);
  });
  button.className = 'copy-code';
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
