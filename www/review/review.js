/**
 * A person's decisions, which take precedence over the automatic choice. They are made in two
 * places: in the list of all parts of the page with their verdicts, and in the article itself. This
 * code does not change the article. After each decision, it asks for the article to be read again.
 *
 *     click, key, selection → Choices → onChange → the page is read again with options()
 */

import { byId, element } from '../shared/dom.js';
import { number, t } from '../i18n/index.js';
import { BlockList, FILTERS } from './block-list.js';
import { Choices } from './choices.js';
import { fromDecisions, toDecisions } from './decisions.js';
import { withFields } from './fields.js';
import { influenceWords } from './why.js';

/** Fields in which Ctrl+Z undoes a change of the text and not a correction. */
const WRITING = 'input:not([type=checkbox], [type=radio]), textarea';

export class Review {
  #actions;
  #list;
  /** The parts of the page, with the automatic verdicts. */
  #automatic = [];
  #lang = null;
  #choices = new Choices([]);
  #filter = 'all';
  /** `true` if the list shows the current page. */
  #isListed = false;
  /**
   * The tools for corrections in the article, after they were loaded.
   *
   * @type {Promise<{ form: () => void, note: ReturnType<typeof import('./editing.js').makeNote> }> | undefined}
   */
  #editing;
  /** @type {ReturnType<typeof import('./editing.js').makeNote> | undefined} */
  #note;

  /**
   * @param {object} actions
   * @param {() => Promise<boolean>} actions.onChange reads the article again after a decision;
   *   `false` if that failed
   * @param {() => import('unchaff').Article} actions.article the shown article
   * @param {() => Promise<import('unchaff').Article>} actions.explain reads the article with
   *   influences
   * @param {(message: string) => void} actions.say announces a message to screen readers
   */
  constructor(actions) {
    this.#actions = actions;
    this.#list = new BlockList(byId('blocks'), {
      onChoose: (parts, kept) => this.#change(() => this.#choices.set(parts, kept)),
      onRemoveFrom: (part) => this.#change(() => this.#choices.set(this.#allFrom(part), false)),
      onHeading: (part, isHeading) => this.#change(() => this.#choices.setHeading(part, isHeading)),
      onTitle: (part) => this.#change(() => this.#choices.setTitle(this.#automatic[part].text, part)),
      onWhy: (part, place) => this.#tellWhy(part, place),
    });
    byId('review-undo').addEventListener('click', () => this.#go('undo'));
    byId('review-redo').addEventListener('click', () => this.#go('redo'));
    byId('review-automatic').addEventListener('click', () => {
      this.#change(() => this.#choices.reset());
      this.#actions.say(t('automaticAgain'));
    });
    byId('edit-head').addEventListener('click', async () => (await this.#load()).form());
    document.addEventListener('keydown', (event) => this.#followKey(event));
    byId('review-filter').addEventListener('change', ({ target }) => {
      this.#filter = /** @type {HTMLInputElement} */ (target).value;
      this.#renderList();
    });
  }

  /** @returns {ReturnType<Choices['options']>} the decisions on parts */
  options() {
    return this.#choices.options();
  }

  /** Returns the decisions that also apply to other pages: parts by their numbers, and fields. */
  get corrections() {
    const { keep, drop } = this.#choices.options();
    return { keep, drop, fields: this.#choices.state.fields };
  }

  /**
   * Puts the person's values into the fields of an article.
   *
   * @param {import('unchaff').Article}
   *   article
   *
   * @returns {import('unchaff').Article}
   */
  withFields(article) {
    return withFields(article, this.#choices.state.fields);
  }

  /**
   * Returns the decisions in the form that `show()` takes for the same page.
   *
   * @returns {import('./index.js').Memory}
   */
  get memory() {
    const { kept, headings, fields, highlights } = this.#choices.state;
    const named = (decided) => toDecisions(this.#automatic, [...decided]);
    return {
      ...(kept.size > 0 && { decisions: named(kept) }),
      ...(headings.size > 0 && { headings: named(headings) }),
      ...(highlights.length > 0 && { highlights: named(highlights.map(({ part, from, to }) => [part, [from, to]])) }),
      ...(Object.keys(fields).length > 0 && { fields }),
    };
  }

  /**
   * Starts the review of a page.
   *
   * @param {import('unchaff').Article} article the automatically chosen article
   * @param {import('./index.js').Memory} [memory] earlier decisions on the page
   * @returns {boolean} `true` if some of the earlier decisions apply, so that the page has to be
   *   read again
   */
  show(article, { decisions = [], headings = [], fields = {}, highlights = [] } = {}) {
    this.#automatic = article.blocks;
    this.#lang = article.lang;
    const parts = (decided) => new Map(fromDecisions(article.blocks, decided));
    this.#choices = new Choices(
      article.blocks.map((block) => block.kept),
      {
        kept: parts(decisions),
        headings: parts(headings),
        fields,
        highlights: fromDecisions(article.blocks, highlights).map(([part, [from, to]]) => ({ part, from, to })),
      },
    );
    this.#filter = 'all';
    this.#isListed = false;
    this.#list.clear();
    this.#note?.hide();
    byId('head-form')?.remove();
    byId('article-head').hidden = false;
    // The tools are loaded after the article is shown. If that fails without a connection, they are
    // loaded when they are used.
    this.#load().catch(() => {});
    return this.#choices.size > 0 || this.#choices.state.highlights.length > 0;
  }

  /** Ends the review, because the page is no longer shown. */
  hide() {
    this.#note?.hide();
  }

  /** Returns `true` if a part of the page is in the article. @param {number} part */
  isKept(part) {
    return this.#choices.isKept(part);
  }

  /**
   * Keeps parts or leaves them out, after a click in the article. @param {number[]} parts
   *
   * @param {boolean} kept
   */
  choose(parts, kept) {
    return this.#changeInPlace(() => this.#choices.set(parts, kept));
  }

  /** Returns the current decisions, for `rollBack()`. @returns {import('./choices.js').Course} */
  get course() {
    return this.#choices.course;
  }

  /**
   * Restores earlier decisions without a message, because the page could not be read with the later
   * ones.
   */
  rollBack(course) {
    this.#choices.goBackTo(course);
    this.#showChoices();
  }

  /**
   * Writes everything again in the language of the interface, and the list when it becomes visible.
   */
  render() {
    this.#isListed = false;
    this.#renderCounts(this.#verdicts());
    if (!byId('panel-removed').hidden) this.open();
  }

  /** Shows the view. */
  open() {
    this.#note?.hide();
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
    byId('review-redo').disabled = !this.#choices.canRedo;
    byId('review-automatic').disabled = byHand === 0;
    this.#note?.update();
    // A button that is disabled by its own click would lose the focus, so the focus is moved.
    if (focused?.disabled && byId('panel-removed').contains(focused)) byId('panel-removed').focus({ preventScroll: true });
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

  /**
   * Returns the parts with the verdicts that `clean()` will give them after the current decisions.
   */
  #verdicts() {
    const { headings } = this.#choices.state;
    return this.#automatic.map((block, part) => {
      const isHeading = headings.get(part) ?? block.reason === 'heading';
      return this.#choices.isByHand(part)
        ? { ...block, kept: this.#choices.isKept(part), reason: 'by-hand', isHeading }
        : { ...block, isHeading };
    });
  }

  /** @returns {Promise<boolean>} `true` if the article shows the decision */
  #change(decide) {
    decide();
    this.#showChoices();
    return this.#actions.onChange();
  }

  /**
   * Makes a change in the article. When the change is visible there, shows a message with a button
   * to undo it.
   */
  async #changeInPlace(decide) {
    if (await this.#change(decide)) this.#note?.show();
  }

  /**
   * Highlights some places, or removes the highlights that overlap them. The change is visible at
   * once and needs no message.
   */
  async #highlight(places) {
    const isOn = !this.#choices.isHighlighted(places);
    const done = await this.#change(() => (isOn ? this.#choices.highlight(places) : this.#choices.unhighlight(places)));
    if (done) this.#actions.say(t(isOn ? 'highlighted' : 'highlightRemoved'));
  }

  #allFrom(part) {
    return this.#automatic.map((_, at) => at).slice(part);
  }

  /** @param {'undo' | 'redo'} way */
  #go(way) {
    if (!this.#choices[way === 'undo' ? 'canUndo' : 'canRedo']) return;
    let changed = [];
    this.#change(() => {
      changed = this.#choices[way]();
    });
    if (!byId('panel-removed').hidden) this.#list.goTo(changed[0]);
    this.#actions.say(t(way === 'undo' ? 'undone' : 'redone'));
  }

  /**
   * Handles keys: Ctrl+Z undoes, and Ctrl+Shift+Z and Ctrl+Y redo, except while text is being
   * edited.
   */
  #followKey(event) {
    if (!(event.ctrlKey || event.metaKey) || byId('result').hidden || event.target.matches?.(WRITING)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    const way = key === 'y' || event.shiftKey ? 'redo' : 'undo';
    if (!this.#choices[way === 'undo' ? 'canUndo' : 'canRedo']) return;
    event.preventDefault();
    this.#go(way);
  }

  /** Loads the tools for corrections in the article. */
  #load() {
    this.#editing ??= import('./editing.js').then(({ makeNote, makeSelectionMenu, showHeadForm }) => {
      const note = makeNote({
        undo: () => this.#go('undo'),
        redo: () => this.#go('redo'),
        canUndo: () => this.#choices.canUndo,
        canRedo: () => this.#choices.canRedo,
      });
      this.#note = note;
      makeSelectionMenu(byId('article'), {
        parts: () => this.#verdicts(),
        onRemove: (parts) => this.#changeInPlace(() => this.#choices.set(parts, false)),
        onRemoveFrom: (part) => this.#changeInPlace(() => this.#choices.set(this.#allFrom(part), false)),
        onHeading: (part, isHeading) => this.#changeInPlace(() => this.#choices.setHeading(part, isHeading)),
        onTitle: (title, part) => this.#changeInPlace(() => this.#choices.setTitle(title, part)),
        isHighlighted: (places) => this.#choices.isHighlighted(places),
        onHighlight: (places) => this.#highlight(places),
      });
      const save = (fields) => this.#changeInPlace(() => this.#choices.setFields(fields));
      return { note, form: () => showHeadForm(this.#actions.article(), save) };
    });
    this.#editing.catch(() => {
      this.#editing = undefined;
    });
    return this.#editing;
  }

  /** Shows the decisions at once, before the page is read again. */
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
