/** Exit status of a call that makes no sense. */
export const USAGE_STATUS = 2;

/** A failure of the command itself, as opposed to one of the page. */
export class CliError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {number} [status] exit status of the command
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, status = 1, options) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}
