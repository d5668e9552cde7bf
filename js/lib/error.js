/** @import { ArticleMetadata, ErrorCode } from 'unchaff' */

/**
 * A mark that all copies of the class carry. A program may hold several copies, for example one by
 * `import` and one by `require`.
 */
const MARK = Symbol.for('unchaff.UnchaffError');

/**
 * The error that all functions of this package throw. `code` is a stable name. `message` says what
 * to do.
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
   * Returns `true` for an error of any copy of the class. A subclass that a program defines is
   * checked by its prototype.
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
 * Returns the message of a thrown value.
 *
 * @param {unknown} thrown
 * @returns {string}
 */
export function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
