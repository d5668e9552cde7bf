/**
 * Writes Markdown as the person wants it, by their template if they chose one. The code for
 * templates is loaded at that time.
 */

import { fileName, toMarkdownFile } from '../../pkg/entries/files.js';
import { t } from '../i18n/index.js';
import { chosenTemplate, loadTemplates } from '../template/index.js';

/**
 * @param {import('unchaff').Article} article
 * @param {{ frontMatter?: boolean }} [options] the options without a template
 * @returns {Promise<{ name: string, text: string }>} the name of the file without its extension,
 *   and its content
 */
export async function markdownFile(article, options) {
  const template = chosenTemplate();
  const fallbackName = t('fallbackName');
  if (!template) return { name: fileName(article.title, fallbackName), text: toMarkdownFile(article, options) };
  const { fill } = await loadTemplates();
  return fill(article, template, { fallbackName });
}
