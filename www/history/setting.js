/**
 * The setting that saves cleaned articles on this device. It is off until the person turns it on.
 */

const STORAGE_KEY = 'unchaff.history';

/** Returns `true` if articles are saved. @returns {boolean} */
export function isHistoryOn() {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'on';
  } catch {
    return false;
  }
}

/**
 * Turns the history on or off.
 *
 * @param {boolean} isOn
 * @returns {boolean} `false` if the browser stores nothing for this site
 */
export function setHistory(isOn) {
  try {
    if (isOn) localStorage.setItem(STORAGE_KEY, 'on');
    else localStorage.removeItem(STORAGE_KEY);
    return true;
  } catch {
    return false;
  }
}
