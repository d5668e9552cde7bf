/** An error, identified by a code. The message for each code is `error.CODE` in i18n/. */
export class PageError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string | number>} [values] the values that the message mentions, such as
   *   `{host}`
   * @param {import('unchaff').ArticleMetadata} [metadata] the metadata of a page without an article
   */
  constructor(code, values = {}, metadata = undefined) {
    super(code);
    this.code = code;
    this.values = values;
    this.metadata = metadata;
  }
}
