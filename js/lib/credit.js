// Who wrote an article, for whom, when and where: the line under its title.

/** The day of an ISO 8601 time. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** An address that an article may link to. */
const WEB_ADDRESS = /^https?:\/\//i;

/**
 * The parts that are known, in their order, as one line.
 *
 * @param {import('unchaff/files').FileHead} article
 * @param {{ text: (text: string) => string, link: (url: string) => string }} write puts text, or an http or https address,
 *   into the file's format
 */
export function creditLine({ byline, source, publishedTime, url }, { text, link }) {
  const day = publishedTime && (DAY.exec(publishedTime)?.[0] ?? publishedTime);
  const address = url && (WEB_ADDRESS.test(url) ? link(url) : text(url));
  const parts = [byline && text(byline), source && text(source), day && text(day), address];
  return parts.filter(Boolean).join(' · ');
}
