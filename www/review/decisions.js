/**
 * Decisions in a form that can be stored. Each identifies its part by the part's first words. So
 * the part is found again even if the page has other advertisements or menus around the article.
 *
 * @template [Value=any]
 * @typedef {[words: string, occurrence: number, value: Value]} Decision the first words of the
 *   part, its number among the parts with these words, and the decision
 */

/** How many characters identify a part. */
const MOST_CHARACTERS = 200;

/**
 * @param {{ text: string }[]} parts the parts of the page
 * @param {[part: number, value: unknown][]} decided
 * @returns {Decision[]}
 */
export function toDecisions(parts, decided) {
  const names = namesOf(parts);
  return decided.map(([part, value]) => [...names[part], value]);
}

/**
 * @param {{ text: string }[]} parts of the page
 * @param {Decision[]} decisions
 * @returns {[part: number, value: any][]} the decisions whose part exists
 */
export function fromDecisions(parts, decisions) {
  const places = new Map(namesOf(parts).map((name, part) => [JSON.stringify(name), part]));
  return decisions.flatMap(([words, occurrence, value]) => {
    const part = places.get(JSON.stringify([words, occurrence]));
    return part === undefined ? [] : [[part, value]];
  });
}

/** @returns {[words: string, occurrence: number][]} */
function namesOf(parts) {
  const seen = new Map();
  return parts.map(({ text }) => {
    const words = text.slice(0, MOST_CHARACTERS);
    const occurrence = seen.get(words) ?? 0;
    seen.set(words, occurrence + 1);
    return [words, occurrence];
  });
}
