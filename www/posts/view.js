/**
 * The controls of a conversation: a bar above it, two buttons at each post, and the list for
 * choosing posts. They do not change the article themselves. Leaving out a post is a decision on
 * its parts, like the decisions in Review.
 *
 *     article, written → dress each post → fold: a class on its element
 *                                        → leave out, choose → Review → the page is read again
 */

import { addWords, t } from '../i18n/index.js';
import { byId, element } from '../shared/dom.js';
import { makeChooser } from './chooser.js';
import { answersTo, numbersOf } from './parts.js';
import { words } from './words.js';
import './posts.css';

/** How many characters of a folded post are shown. */
const EXCERPT = 80;

addWords(words);

/**
 * @param {object} page
 * @param {(parts: number[], kept: boolean) => Promise<void>} page.choose keeps parts of the page or leaves them out
 * @param {(part: number) => boolean} page.isKept
 */
export function makePostsView({ choose, isKept }) {
  const body = byId('article');
  const count = element('p', { role: 'status' });
  const foldAll = element('button', { type: 'button', class: 'quiet' });
  const open = element('button', { type: 'button', class: 'quiet', 'aria-haspopup': 'dialog' });
  const bar = element('div', { class: 'posts-bar' }, count, foldAll, open);
  const chooser = makeChooser({ choose, isKept });
  body.before(bar);

  /**
   * All posts of the page. `shown` holds the numbers of those in the article.
   *
   * @type {import('./parts.js').Posts}
   */
  let all = [];
  /** @type {number[]} */
  let shown = [];
  /** The numbers of the folded posts. @type {Set<number>} */
  const folded = new Set();

  foldAll.addEventListener('click', () => {
    const isFolded = folded.size > 0;
    folded.clear();
    if (!isFolded) for (const at of shown) if (all[at].depth === 0) folded.add(at);
    render();
  });
  open.addEventListener('click', () => chooser.open());
  body.addEventListener('click', ({ target }) => {
    const button = /** @type {Element} */ (target).closest('.post-fold, .post-leave');
    if (!button) return;
    const at = Number(/** @type {HTMLElement} */ (button.closest('article.post')).dataset.post);
    if (button.matches('.post-leave')) leave(at);
    else {
      if (!folded.delete(at)) folded.add(at);
      render();
    }
  });

  async function leave(at) {
    const next = shown[shown.indexOf(at) + 1] ?? shown[shown.indexOf(at) - 1];
    await chooser.choose([at], false);
    // The button disappeared together with the post.
    if (document.activeElement === document.body)
      /** @type {HTMLElement | null} */ (body.querySelector(`[data-post="${next}"] .post-leave`))?.focus({ preventScroll: true });
  }

  function render() {
    const elements = /** @type {HTMLElement[]} */ ([...body.querySelectorAll('article.post')]);
    // If the article was rewritten for a highlight, its elements may not be posts. Then no controls
    // are added.
    if (elements.length === shown.length) elements.forEach((post, i) => dress(post, shown[i]));
    const people = new Set(shown.map((at) => all[at].author).filter(Boolean)).size;
    const left = all.length - shown.length;
    count.textContent = [
      t('posts.count', { n: shown.length }),
      ...(people > 0 ? [t('posts.people', { n: people })] : []),
      ...(left > 0 ? [t('posts.leftOut', { n: left })] : []),
    ].join(' · ');
    foldAll.hidden = elements.length !== shown.length;
    foldAll.textContent = t(folded.size > 0 ? 'posts.unfoldAll' : 'posts.foldAll');
    open.textContent = t('posts.choose');
  }

  function dress(post, at) {
    const { author, text } = all[at];
    const values = { author: author ?? t('posts.nobody'), n: answersTo(all, at) };
    const isFolded = folded.has(at);
    let header = /** @type {HTMLElement | null} */ (post.querySelector(':scope > .post-header'));
    if (!header) {
      header = element('p', { class: 'post-header' });
      post.prepend(header);
    }
    if (!header.querySelector('button')) {
      header.prepend(element('button', { type: 'button', class: 'quiet post-fold' }));
      header.append(element('button', { type: 'button', class: 'quiet post-leave' }));
    }
    const [fold, away] = /** @type {HTMLButtonElement[]} */ ([...header.querySelectorAll('button')]);
    fold.ariaExpanded = String(!isFolded);
    fold.ariaLabel = t(values.n > 0 ? 'posts.branchOf' : 'posts.branch', values);
    away.ariaLabel = t('posts.leave', values);
    away.title = away.ariaLabel;
    away.hidden = shown.length < 2;
    post.dataset.post = String(at);
    post.classList.toggle('folded', isFolded);
    const begins = text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text;
    header.dataset.folded = values.n > 0 ? `${begins} · ${t('posts.answers', values)}` : begins;
  }

  return {
    /**
     * Adds the controls for the article's posts, after the article was written to the page.
     *
     * @param {import('./parts.js').Posts} posts the posts of the page in the automatic choice
     * @param {import('unchaff').Article} article
     * @param {{ kept: boolean }[]} blocks the parts of the page with the automatic verdicts
     */
    show(posts, article, blocks) {
      if (posts !== all) folded.clear();
      all = posts;
      shown = numbersOf(posts, article.posts);
      bar.hidden = false;
      chooser.update(posts, blocks);
      render();
    },
    /** Hides the controls, because the shown article is not a conversation. */
    hide() {
      all = [];
      bar.hidden = true;
      chooser.close();
    },
  };
}
