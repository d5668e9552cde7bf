/** The panel in which a person chooses the look of the text. */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { iconButton, named, setWords, textButton, words } from './controls.js';
import licence from './fonts/OFL.txt?url';
import { panel } from './popovers.js';
import { CHOICES } from './settings.js';

/**
 * @param {import('./settings.js').Settings} settings
 * @returns {{ button: HTMLButtonElement, panel: HTMLElement, setDirection: (dir: 'ltr' | 'rtl') => void }}
 *   `setDirection()` sets the side on which the lines of the article begin
 */
export function makeSettingsPanel(settings) {
  /** Functions that update the controls to the current settings. @type {(() => void)[]} */
  const refreshers = [];
  const radios = (name) => {
    const { group, refresh } = radioGroup(name, settings);
    refreshers.push(refresh);
    return group;
  };
  const stepper = (name) => {
    const { group, refresh } = stepperGroup(name, settings);
    refreshers.push(refresh);
    return group;
  };

  const images = element('input', { type: 'checkbox', 'aria-describedby': 'reader-images-note' });
  images.addEventListener('change', () => settings.change({ images: images.checked }));
  refreshers.push(() => {
    images.checked = settings.values.images;
  });

  const button = iconButton('text', 'reader.settings');
  const made = panel(
    button,
    'reader.settings',
    radios('theme'),
    radios('font'),
    stepper('size'),
    stepper('width'),
    stepper('spacing'),
    radios('align'),
    element('label', { class: 'check' }, images, words('reader.images')),
    words('showImagesNote', 'p', { class: 'hint', id: 'reader-images-note' }),
    element(
      'div',
      { class: 'panel-foot' },
      textButton('reader.reset', () => settings.reset()),
      words('reader.fontLicence', 'a', { href: licence, target: '_blank', rel: 'noopener' }),
    ),
  );
  const refresh = () => refreshers.forEach((each) => each());
  settings.addEventListener('changed', refresh);
  // Numbers are formatted in the language of the interface.
  made.addEventListener('beforetoggle', refresh);
  refresh();
  const setDirection = (dir) => {
    const start = /** @type {HTMLElement} */ (made.querySelector('.align [data-value=start] span'));
    setWords(start, dir === 'rtl' ? 'reader.align.startRtl' : 'reader.align.start');
  };
  return { button, panel: made, setDirection };
}

function radioGroup(name, settings) {
  const group = element('fieldset', { class: `reader-choices ${name}` }, words(`reader.${name}`, 'legend'));
  const inputs = CHOICES[name].map((value) => {
    const input = element('input', { type: 'radio', name: `reader-${name}`, value });
    input.addEventListener('change', () => settings.change({ [name]: value }));
    group.append(element('label', { 'data-value': value }, input, words(`reader.${name}.${value}`)));
    return input;
  });
  const refresh = () => {
    for (const input of inputs) input.checked = input.value === settings.values[name];
  };
  return { group, refresh };
}

function stepperGroup(name, settings) {
  const steps = CHOICES[name];
  const level = element('output');
  const move = (by) => {
    const button = element('button', { type: 'button', class: 'step' }, by < 0 ? '−' : '+');
    button.addEventListener('click', () => settings.step(name, by));
    return named(`reader.${name}.${by < 0 ? 'less' : 'more'}`, button);
  };
  const less = move(-1);
  const more = move(1);
  const label = words(`reader.${name}`, 'span', { class: 'step-label' });
  const group = named(`reader.${name}`, element('div', { class: 'stepper', role: 'group' }, label, less, level, more));
  const refresh = () => {
    const at = steps.indexOf(settings.values[name]);
    level.textContent = t('reader.level', { n: at + 1, all: steps.length });
    // `disabled` is not used, because the button would lose the focus at the end of the list.
    less.ariaDisabled = String(at === 0);
    more.ariaDisabled = String(at === steps.length - 1);
  };
  return { group, refresh };
}
