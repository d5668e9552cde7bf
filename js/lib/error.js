/** @import { ErrorCode } from 'unchaff' */

/**
 * What every failure of this package throws. `code` is its stable name; `message` says what to do.
 *
 * @implements {Pick<import('unchaff').UnchaffError, 'code' | 'message'>}
 */
export class UnchaffError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
}
Object.defineProperty(UnchaffError.prototype, 'name', { value: 'UnchaffError' });

/**
 * Returns the message of something that was thrown.
 *
 * @param {unknown} thrown
 * @returns {string}
 */
export function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
