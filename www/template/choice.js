/** The choice of a template, in the dialog for saving. */

import { addWords, onLanguageChange, t } from '../i18n/index.js';
import { byId, element } from '../shared/dom.js';
import { showEditor } from './editor.js';
import { PRESETS } from './presets.js';
import { chooseTemplate, chosenTemplate, onTemplateChosen } from './store.js';
import { words } from './words.js';
import './template.css';

addWords(words);

/** The possible choices, by name. */
const CHOICES = ['none', ...Object.keys(PRESETS), 'own'];

/**
 * Returns the controls for the choice, with the buttons for the editor and for Obsidian.
 *
 * @param {object} page
 * @param {() => import('unchaff').Article} page.article the article shown
 * @param {(message: string) => void} page.say announces the result
 * @param {() => void} page.onObsidian called on a click on the button for Obsidian
 * @returns {HTMLElement}
 */
export function offerTemplates({ article, say, onObsidian }) {
  const label = element('label', { for: 'template-choice' });
  const choice = element('select', { id: 'template-choice' });
  const edit = element('button', { type: 'button', id: 'template-edit' });
  const obsidian = element('button', { type: 'button', id: 'to-obsidian' });
  choice.addEventListener('change', () => {
    const preset = choice.value;
    const { vault = '', folder = '' } = chosenTemplate() ?? {};
    if (preset === 'none') chooseTemplate(null);
    else if (preset !== 'own') chooseTemplate({ ...PRESETS[preset], preset, vault, folder });
    else openEditor();
  });
  edit.addEventListener('click', openEditor);
  obsidian.addEventListener('click', onObsidian);
  onTemplateChosen(render);
  onLanguageChange(render);
  render();
  return element('div', { class: 'template-choice' }, label, choice, edit, obsidian);

  function openEditor() {
    showEditor(article(), {
      onSave: (template) => {
        chooseTemplate(template);
        say(t('template.saved'));
      },
      onClose: render,
    });
  }

  function render() {
    label.textContent = t('template.label');
    edit.textContent = t('template.edit');
    obsidian.textContent = t('template.toObsidian');
    choice.replaceChildren(...CHOICES.map((value) => element('option', { value }, t(`template.${value}`))));
    // A template already defines the front matter.
    byId('front-matter').parentElement.hidden = chosenTemplate() !== null;
    choice.value = chosenTemplate()?.preset ?? 'none';
  }
}
