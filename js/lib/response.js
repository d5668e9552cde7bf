import { wrongKind } from './arguments.js';
import { UnchaffError } from './error.js';

/**
 * Refuses what is no response, or one whose body was read before.
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
 * What a server's answer says of its page, as options of `clean`: its address, charset and type.
 *
 * @param {Pick<import('unchaff/stream').ResponseLike, 'url' | 'headers'>} response
 * @returns {import('unchaff').CleanOptions}
 */
export function optionsOf(response) {
  const type = response.headers.get('content-type') ?? '';
  const charset = /;\s*charset="?([^\s";]+)/i.exec(type)?.[1];
  return {
    // A response made by a program has an empty address.
    ...(response.url && { url: response.url }),
    ...(charset && isCharset(charset) && { charset }),
    ...(/^(text\/html|application\/xhtml\+xml)\b/i.test(type) && { type: 'html' }),
  };
}

/**
 * Returns `true` for a charset that browsers know. Servers name others too, and such a page is read without.
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
