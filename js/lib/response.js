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
    ...(charset && { charset }),
    ...(/^(text\/html|application\/xhtml\+xml)\b/i.test(type) && { type: 'html' }),
  };
}
