/**
 * A question about what the site is to do next, on the page itself. A dialog of the browser would stop the page, and
 * one of our own would hide what the question is about.
 *
 * The danger: another site chooses when a question comes up, and can bring the person to click or to type there at that
 * moment. So the buttons answer only once the question has been in sight for a moment, and none has the focus.
 */

import { byId, element } from './dom.js';
import { onLanguageChange } from '../i18n/index.js';

/** Milliseconds until the buttons answer: a double click is over by then, and browsers wait as long before they let a permission be given. */
const ANSWERS_AFTER = 500;

/** @type {Parameters<typeof ask>[0] | null} */
let asked = null;
/** Enables the buttons once they have been in sight for long enough. */
let timer;
onLanguageChange(render);

/**
 * Shows a question. It takes the place of one before.
 *
 * @param {object} question
 * @param {() => { about: Node[], yes: string, no: string }} question.render the words, in the language of the interface
 * @param {() => void} question.yes runs on a click on the first button
 * @param {() => void} question.no and on the second
 * @param {boolean} [question.isLoss] whether `yes` deletes something
 */
export function ask(question) {
  asked = question;
  render();
  byId('question').scrollIntoView({ block: 'nearest' });
}

/** Takes the question away without an answer. */
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
 * Starts the wait from its beginning. A window behind others is not in sight: the site that opened it could bring it to
 * the front between the clicks of a double click.
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

/** Makes a button that answers once it is enabled. */
function answer(label, act, kind) {
  const button = element('button', { type: 'button', class: kind, disabled: '' }, label);
  button.addEventListener('click', () => {
    withdraw();
    act();
  });
  return button;
}
