/** What every failure of this package throws. `code` is its stable name; `message` says what to do. */
export class UnchaffError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
}
Object.defineProperty(UnchaffError.prototype, 'name', { value: 'UnchaffError' });
