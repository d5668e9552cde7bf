/** Markdown as the person wants it: by their template, where they chose one. What that needs is loaded then. */

import { fileName, toMarkdownFile } from '../../pkg/entries/files.js';
import { t } from '../i18n/index.js';
import { chosenTemplate, loadTemplates } from '../template/index.js';

/**
 * @param {import('unchaff').Article} article
 * @param {{ frontMatter?: boolean }} [options] for those without a template
 * @returns {Promise<{ name: string, text: string }>} the file's name without its extension, and what it holds
 */
export async function markdownFile(article, options) {
  const template = chosenTemplate();
  const fallbackName = t('fallbackName');
  if (!template) return { name: fileName(article.title, fallbackName), text: toMarkdownFile(article, options) };
  const { fill } = await loadTemplates();
  return fill(article, template, { fallbackName });
}
