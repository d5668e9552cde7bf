/**
 * A question on the page about what the site should do next. A dialog of the browser would block
 * the page, and a dialog of our own would hide what the question is about.
 *
 * The danger: another site can choose when a question appears, and can make the person click or
 * type at that place at that moment. So the buttons are enabled only after the question has been
 * visible for a moment, and none of them gets the focus.
 */

import { byId, element } from './dom.js';
import { onLanguageChange } from '../i18n/index.js';

/**
 * Milliseconds until the buttons are enabled. A double click is over by then. Browsers wait as long
 * before a permission can be granted.
 */
const ANSWERS_AFTER = 500;

/** @type {Parameters<typeof ask>[0] | null} */
let asked = null;
/** Enables the buttons after they have been visible for long enough. */
let timer;
onLanguageChange(render);

/**
 * Shows a question. It replaces the previous one.
 *
 * @param {object} question
 * @param {() => { about: Node[], yes: string, no: string }} question.render returns the text, in
 *   the language of the interface
 * @param {() => void} question.yes runs on a click on the first button
 * @param {() => void} question.no runs on a click on the second button
 * @param {boolean} [question.isLoss] whether `yes` deletes something
 */
export function ask(question) {
  asked = question;
  render();
  byId('question').scrollIntoView({ block: 'nearest' });
}

/** Removes the question without an answer. */
export function withdraw() {
  asked = null;
  render();
}

function render() {
  if (!asked) {
    byId('question').replaceChildren();
    return;
  }
  const { about, yes, no } = asked.render();
  const buttons = [answer(yes, asked.yes, asked.isLoss ? 'danger' : 'primary'), answer(no, asked.no, '')];
  byId('question').replaceChildren(...about, element('div', { class: 'actions' }, ...buttons));
  arm();
}

/**
 * Restarts the waiting time. A window behind others does not count as visible, because the site
 * that opened it could bring it to the front between the two clicks of a double click.
 */
function arm() {
  clearTimeout(timer);
  const buttons = byId('question').querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  if (!document.hasFocus()) return;
  timer = setTimeout(() => {
    for (const button of buttons) button.disabled = false;
  }, ANSWERS_AFTER);
}

addEventListener('focus', arm);
addEventListener('blur', arm);

/** Returns a button that answers the question after it is enabled. */
function answer(label, act, kind) {
  const button = element('button', { type: 'button', class: kind, disabled: '' }, label);
  button.addEventListener('click', () => {
    withdraw();
    act();
  });
  return button;
}
