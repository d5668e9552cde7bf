import { UnchaffError } from './error.js';

/**
 * Largest page in bytes. It is the module's own limit, repeated here so that a larger page is
 * rejected before it is read.
 */
export const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Returns the error for a page of which more than the limit was read. Its whole size is not known.
 *
 * @param {number} limit
 */
export function tooLarge(limit) {
  const wayOut = limit < MAX_BYTES ? ', or raise maxBytes' : '; this is the largest limit';
  return new UnchaffError(
    'input-too-large',
    `The input has more than ${limit} bytes, which is the limit. Give only the page that holds the article${wayOut}.`,
  );
}
