// The line under an article's title: author, source, date and address.

/** Matches the day of an ISO 8601 time. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Matches an address that an article may link to. */
const WEB_ADDRESS = /^https?:\/\//i;

/**
 * Returns the known parts in their order, as one line.
 *
 * @param {import('unchaff/files').FileHead} article
 * @param {{ text: (text: string) => string, link: (url: string) => string }} write converts text,
 *   or an http or https address, to the format of the file
 */
export function creditLine({ byline, source, publishedTime, url }, { text, link }) {
  const day = publishedTime && (DAY.exec(publishedTime)?.[0] ?? publishedTime);
  const address = url && (WEB_ADDRESS.test(url) ? link(url) : text(url));
  const parts = [byline && text(byline), source && text(source), day && text(day), address];
  return parts.filter(Boolean).join(' · ');
}
