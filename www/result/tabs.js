/**
 * A tab list that follows the ARIA pattern: one tab is in the tab order, and arrow keys, Home and
 * End move between tabs and select them.
 */

/**
 * Makes the tabs of a list work.
 *
 * @param {HTMLElement} list the element of role tablist
 * @param {(tab: HTMLElement) => void} onChange
 * @returns {(tab: HTMLElement) => void} selects a tab
 */
export function makeTabs(list, onChange) {
  const tabs = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('[role=tab]'))];

  function choose(chosen) {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
    }
    onChange(chosen);
  }

  list.addEventListener('click', (event) => {
    const tab = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[role=tab]'));
    if (tab) choose(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = {
      ArrowRight: tabs[(at + 1) % tabs.length],
      ArrowLeft: tabs[(at - 1 + tabs.length) % tabs.length],
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
    choose(next);
  });
  return choose;
}
