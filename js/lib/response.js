import { wrongKind } from './arguments.js';
import { UnchaffError } from './error.js';

/**
 * Rejects values that are not responses, and responses whose body was already read.
 *
 * @param {unknown} response
 */
export function checkResponse(response) {
  if (typeof response !== 'object' || response === null || !('headers' in response) || !('body' in response)) {
    throw wrongKind('response', 'a Response, as fetch answers it', response);
  }
  const { body, bodyUsed } = /** @type {Response} */ (response);
  if (bodyUsed || body?.locked) {
    throw new UnchaffError(
      'invalid-option',
      'The argument response must not be read before: its body is used. Give the text that was read to clean.',
    );
  }
}

/**
 * Returns the address, charset and type of a server's response as options of `clean`.
 *
 * @param {Pick<import('unchaff/stream').ResponseLike, 'url' | 'headers'>} response
 * @returns {import('unchaff').CleanOptions}
 */
export function optionsOf(response) {
  const type = response.headers.get('content-type') ?? '';
  const charset = /;\s*charset="?([^\s";]+)/i.exec(type)?.[1];
  return {
    // A response that a program made has an empty address.
    ...(response.url && { url: response.url }),
    ...(charset && isCharset(charset) && { charset }),
    ...(/^(text\/html|application\/xhtml\+xml)\b/i.test(type) && { type: 'html' }),
  };
}

/**
 * Returns `true` for a charset that browsers know. Some servers name other charsets, and these are
 * ignored.
 *
 * @param {string} label
 */
function isCharset(label) {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}
