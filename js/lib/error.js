/** @import { ArticleMetadata, ErrorCode } from 'unchaff' */

/**
 * A mark that all copies of the class carry: a program may hold several, one by `import` and one by `require` for example.
 */
const MARK = Symbol.for('unchaff.UnchaffError');

/**
 * What every failure of this package throws. `code` is its stable name; `message` says what to do.
 *
 * @implements {Pick<import('unchaff').UnchaffError, 'code' | 'message' | 'metadata'>}
 */
export class UnchaffError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown, metadata?: ArticleMetadata }} [options]
   */
  constructor(code, message, { metadata, ...options } = {}) {
    super(message, options);
    this.code = code;
    if (metadata) this.metadata = metadata;
  }
}
Object.defineProperty(UnchaffError.prototype, 'name', { value: 'UnchaffError' });
Object.defineProperty(UnchaffError.prototype, MARK, { value: true });
Object.defineProperty(UnchaffError, Symbol.hasInstance, {
  /**
   * Returns `true` for an error of any copy of the class. For a subclass that a program defines, the prototype decides.
   *
   * @this {Function}
   * @param {unknown} value
   */
  value(value) {
    if (this !== UnchaffError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && MARK in value;
  },
});

/**
 * Returns the message of something that was thrown.
 *
 * @param {unknown} thrown
 * @returns {string}
 */
export function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
