/**
 * A person's settings for reading. They are remembered, and applied to the page as attributes and
 * custom properties for the styles. An unknown or broken value counts as the default, so settings
 * that another version stored do no harm.
 */

const STORAGE_KEY = 'unchaff.reader';

/** The possible values. For a number, they are the steps from least to most. */
export const CHOICES = {
  theme: ['auto', 'light', 'dark', 'sepia', 'contrast'],
  font: ['serif', 'sans', 'clear'],
  /** Size of the text, relative to the page's 18 pixels. */
  size: [0.75, 0.875, 1, 1.125, 1.25, 1.5, 1.75, 2, 2.5],
  /** Maximum length of a line in em, which is about the same number of letters at every size. */
  width: [24, 30, 37, 45, 55, 70],
  /** Distance between lines, relative to the size. */
  spacing: [1.35, 1.5, 1.65, 1.85, 2.1, 2.4],
  align: ['start', 'justify'],
  shortcuts: [true, false],
  /** Whether images of other sites are loaded without a click. */
  images: [false, true],
};

const DEFAULTS = { theme: 'auto', font: 'serif', size: 1, width: 37, spacing: 1.65, align: 'start', shortcuts: true, images: false };

/**
 * The settings for reading aloud: the range of speeds, and for each language the `voiceURI` of a
 * voice.
 */
export const RATE = { min: 0.5, max: 2.5, step: 0.1, usual: 1 };

/** @typedef {typeof DEFAULTS & { rate: number, voices: Record<string, string> }} Values */

/**
 * The settings of a page. The event `changed` fires after each change, also if it was made in
 * another tab.
 */
export class Settings extends EventTarget {
  /** @type {Values} */
  #values = load();

  constructor() {
    super();
    window.addEventListener('storage', ({ key }) => {
      // A key of `null` means that the whole storage was cleared.
      if (key !== STORAGE_KEY && key !== null) return;
      this.#values = load();
      this.#announce();
    });
    // A person can ask the system for more contrast while the page is open.
    for (const query of ['(prefers-contrast: more)', '(prefers-color-scheme: dark)']) {
      matchMedia(query).addEventListener('change', () => this.#announce());
    }
  }

  /** @returns {Values} */
  get values() {
    return this.#values;
  }

  /** @param {Partial<Settings['values']>} changes */
  change(changes) {
    this.#values = { ...this.#values, ...changes };
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(this.#values));
    } catch {
      // If storage is off, the choice applies to this visit only.
    }
    this.#announce();
  }

  /**
   * Resets the look to that of a first visit. The shortcuts, the images and the voice do not belong
   * to the look and stay.
   */
  reset() {
    const { shortcuts, images, rate, voices } = this.#values;
    this.change({ ...DEFAULTS, shortcuts, images, rate, voices });
  }

  /**
   * Changes a number by some steps of its list.
   *
   * @param {'size' | 'width' | 'spacing'} name
   * @param {number} by steps, less than 0 for smaller
   */
  step(name, by) {
    const steps = CHOICES[name];
    const at = steps.indexOf(this.#values[name]) + by;
    this.change({ [name]: steps[Math.min(Math.max(at, 0), steps.length - 1)] });
  }

  #announce() {
    this.dispatchEvent(new Event('changed'));
  }
}

/**
 * Applies the settings to the root element, for the palettes and the styles of the text. High
 * contrast follows the preference of the system.
 *
 * @param {Settings} settings
 */
export function applySettings({ values }) {
  const root = document.documentElement;
  const theme = values.theme === 'auto' && matchMedia('(prefers-contrast: more)').matches ? 'contrast' : values.theme;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.font = values.font;
  root.dataset.align = values.align;
  for (const name of ['size', 'width', 'spacing']) root.style.setProperty(`--reader-${name}`, String(values[name]));
  // The browser's own bars get the colour of the page.
  const paper = getComputedStyle(root).backgroundColor;
  for (const meta of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('meta[name=theme-color]'))) meta.content = paper;
}

/** @returns {Values} */
function load() {
  const stored = read();
  /** @type {Record<string, unknown>} */
  const chosen = {};
  for (const [name, choices] of Object.entries(CHOICES)) {
    if (/** @type {unknown[]} */ (choices).includes(stored[name])) chosen[name] = stored[name];
  }
  const rate = stored.rate >= RATE.min && stored.rate <= RATE.max ? stored.rate : RATE.usual;
  const voices = Object.entries(stored.voices ?? {}).filter(([, voice]) => typeof voice === 'string');
  return { ...DEFAULTS, ...chosen, rate, voices: Object.fromEntries(voices) };
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}
