/** The exit status of a call with wrong arguments. */
export const USAGE_STATUS = 2;

/** A failure of the command itself, and not of the page. */
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
