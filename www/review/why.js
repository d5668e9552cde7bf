/** Describes the influences on the verdict of a part in words. */

import { element } from '../shared/dom.js';
import { has, t } from '../i18n/index.js';

/** Maximum number of influences that are listed. More would be less helpful. */
const MOST_TOLD = 6;
/** Log odds. The first value more than triples the odds, the second nearly doubles them. */
const STRONG = 1.2;
const CLEAR = 0.6;

/**
 * @param {{ evidence: string, pull: number }[]} influences strongest first
 * @returns {Node[]} the evidence for the part and against it
 */
export function influenceWords(influences) {
  const told = influences.filter(({ evidence }) => has(`evidence.${evidence}`)).slice(0, MOST_TOLD);
  if (told.length === 0) return [element('p', {}, t('whyUnknown'))];
  /** @type {[string, typeof told][]} */
  const groups = [
    ['spokeFor', told.filter(({ pull }) => pull > 0)],
    ['spokeAgainst', told.filter(({ pull }) => pull <= 0)],
  ];
  const filled = groups.filter(([, list]) => list.length > 0);
  return [element('dl', {}, ...filled.map(([key, list]) => element('div', {}, element('dt', {}, t(key)), ...list.map(item))))];
}

function item({ evidence, pull }) {
  const strength = Math.abs(pull);
  const key = strength >= STRONG ? 'strongly' : strength >= CLEAR ? 'clearly' : 'slightly';
  return element('dd', {}, `${t(`evidence.${evidence}`)} `, element('span', { class: `pull ${key}` }, t(key)));
}
