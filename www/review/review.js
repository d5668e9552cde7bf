/**
 * The view of what was removed: the whole page in parts, each with the verdict on it, and the person's own decisions
 * over them. It changes nothing by itself: after each decision it asks for the article anew.
 *
 *     click, key → Choices → onChange → the page is read again with options()
 */

import { byId, element } from '../shared/dom.js';
import { number, t } from '../i18n/index.js';
import { BlockList, FILTERS } from './block-list.js';
import { Choices } from './choices.js';
import { fromDecisions, toDecisions } from './decisions.js';
import { influenceWords } from './why.js';

export class Review {
  #actions;
  #list;
  /** The page's parts, with the automatic verdicts. */
  #automatic = [];
  #lang = null;
  #choices = new Choices([]);
  #filter = 'all';
  /** Whether the list shows the page. */
  #isListed = false;

  /**
   * @param {{ onChange: () => void, explain: () => Promise<import('unchaff').Article>, say: (message: string) => void }} actions what
   *   happens after a decision; the way to the article with influences; and how to tell a screen reader something
   */
  constructor(actions) {
    this.#actions = actions;
    this.#list = new BlockList(byId('blocks'), {
      onChoose: (parts, kept) => this.#change(() => this.#choices.set(parts, kept)),
      onWhy: (part, place) => this.#tellWhy(part, place),
    });
    byId('review-undo').addEventListener('click', () => this.#undo());
    byId('review-automatic').addEventListener('click', () => {
      this.#change(() => this.#choices.reset());
      this.#actions.say(t('automaticAgain'));
    });
    byId('panel-removed').addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#undo();
    });
    byId('review-filter').addEventListener('change', ({ target }) => {
      this.#filter = /** @type {HTMLInputElement} */ (target).value;
      this.#renderList();
    });
  }

  /** @returns {{ keep?: number[], drop?: number[] }} the decisions as clean() takes them */
  options() {
    return this.#choices.options();
  }

  /** Returns the decisions, as show() takes them for the same page. @returns {import('./decisions.js').Decision[]} */
  get decisions() {
    return toDecisions(this.#automatic, this.#choices.entries());
  }

  /**
   * Takes a page.
   *
   * @param {import('unchaff').Article} article as it was chosen automatically
   * @param {import('./decisions.js').Decision[]} [decisions] what was decided on it before
   * @returns {boolean} true if some of them are taken: then the page has to be read again
   */
  show(article, decisions = []) {
    this.#automatic = article.blocks;
    this.#lang = article.lang;
    this.#choices = new Choices(article.blocks.map((block) => block.kept));
    this.#filter = 'all';
    this.#isListed = false;
    this.#list.clear();
    const decided = fromDecisions(article.blocks, decisions);
    for (const kept of [true, false]) {
      const parts = decided.filter(([, isKept]) => isKept === kept).map(([part]) => part);
      if (parts.length > 0) this.#choices.set(parts, kept);
    }
    return this.#choices.size > 0;
  }

  /** Takes the last decision back without a word: the page could not be read with it. */
  rollBack() {
    this.#choices.undo();
    this.#showChoices();
  }

  /** Writes everything anew, in the interface's language; the list when it comes into sight. */
  render() {
    this.#isListed = false;
    this.#renderCounts(this.#verdicts());
    if (!byId('panel-removed').hidden) this.open();
  }

  /** The view comes into sight. */
  open() {
    if (!this.#isListed) this.#renderList();
  }

  #renderList() {
    this.#isListed = true;
    const parts = this.#verdicts();
    this.#list.show(parts, this.#filter, this.#lang);
    const none = !parts.some(FILTERS[this.#filter]);
    byId('review-none').textContent = none ? t(`none.${this.#filter}`) : '';
    byId('review-none').hidden = !none;
  }

  #renderCounts(parts) {
    const kept = parts.filter((part) => part.kept).length;
    const byHand = this.#choices.size;
    const words = t('removedCount', { kept, dropped: parts.length - kept });
    byId('removed-count').textContent = byHand > 0 ? `${words} ${t('byHandCount', { n: byHand })}` : words;
    byId('tab-removed-count').textContent = number(parts.length - kept);
    const focused = /** @type {HTMLButtonElement | null} */ (document.activeElement);
    byId('review-undo').disabled = !this.#choices.canUndo;
    byId('review-automatic').disabled = byHand === 0;
    // A button that has just switched itself off would take the focus with it.
    if (focused?.disabled) byId('panel-removed').focus({ preventScroll: true });
    this.#renderFilter(parts);
  }

  #renderFilter(parts) {
    const names = Object.keys(FILTERS);
    const group = byId('review-filter');
    if (!group.querySelector('input')) {
      group.append(
        ...names.map((value) =>
          element('label', {}, element('input', { type: 'radio', name: 'review-filter', value }), element('span', {})),
        ),
      );
    }
    for (const input of group.querySelectorAll('input')) {
      input.checked = input.value === this.#filter;
      const n = parts.filter(FILTERS[input.value]).length;
      input.nextElementSibling.replaceChildren(`${t(`filter.${input.value}`)} `, element('small', {}, number(n)));
    }
  }

  /** The parts as they are decided now: what clean() answers to the decisions, before it does. */
  #verdicts() {
    return this.#automatic.map((block, part) =>
      this.#choices.isByHand(part) ? { ...block, kept: this.#choices.isKept(part), reason: 'by-hand' } : block,
    );
  }

  #change(decide) {
    decide();
    this.#showChoices();
    this.#actions.onChange();
  }

  #undo() {
    if (!this.#choices.canUndo) return;
    let undone = [];
    this.#change(() => {
      undone = this.#choices.undo();
    });
    this.#list.goTo(undone[0]);
    this.#actions.say(t('undone'));
  }

  /** At once, before the page is read again. */
  #showChoices() {
    const parts = this.#verdicts();
    this.#renderCounts(parts);
    this.#list.update(parts);
  }

  async #tellWhy(part, place) {
    place.textContent = t('whyWorking');
    try {
      const { blocks } = await this.#actions.explain();
      place.replaceChildren(...influenceWords(blocks[part].influences));
    } catch {
      place.textContent = t('whyFailed');
    }
  }
}
