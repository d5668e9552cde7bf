/**
 * The bookmarklet: a bookmark that hands the page on which it is clicked, as the browser shows it, to this site.
 * Its code is all in the bookmark, because pages forbid scripts of other sites.
 *
 * It opens the site with a mark, waits until the opened window says from the site's origin that it is ready, and
 * sends the page to that origin alone. The other half is in arrive.js.
 */

/** What the opened site says, and what it is answered. */
export const READY = 'unchaff:ready';
export const PAGE = 'unchaff:page';
/** The part of the address that tells the site that it was opened by the bookmarklet. */
export const FROM_PAGE = '#from-page';

/**
 * Writes the bookmarklet.
 *
 * @param {string} site the site's address
 * @returns {string} the bookmark's address
 */
export function bookmarklet(site) {
  const { origin } = new URL(site);
  const code = `(()=>{
const site=open(${JSON.stringify(site + FROM_PAGE)});
const give=({source,origin,data})=>{
if(source!==site||origin!==${JSON.stringify(origin)}||data!==${JSON.stringify(READY)})return;
removeEventListener("message",give);
site.postMessage({type:${JSON.stringify(PAGE)},html:document.documentElement.outerHTML,url:location.href},${JSON.stringify(origin)});
};
addEventListener("message",give);
})()`;
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`;
}
