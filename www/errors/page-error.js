/**
 * Something that went wrong, named by a code. The words for each code are `error.CODE` in i18n/.
 */
export class PageError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string | number>} [values] what the words for the code mention, `{host}` for one
   */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}
