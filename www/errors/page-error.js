/**
 * Something that went wrong, named by a code. The words for each code are `error.CODE` in i18n/.
 */
export class PageError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string | number>} [values] what the words for the code mention, `{host}` for one
   * @param {import('unchaff').ArticleMetadata} [metadata] what a page without an article says of itself
   */
  constructor(code, values = {}, metadata = undefined) {
    super(code);
    this.code = code;
    this.values = values;
    this.metadata = metadata;
  }
}
