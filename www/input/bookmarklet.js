/**
 * The bookmarklet is a bookmark that sends the current page, as the browser shows it, to this site.
 * All of its code is in the bookmark, because pages forbid scripts of other sites.
 *
 * It opens the site with a mark in the address. It waits until the opened window reports from the
 * site's origin that it is ready, and sends the page only to that origin. The receiving half is in
 * arrive.js.
 */

/** The message of the opened site that it is ready, and the type of the reply. */
export const READY = 'unchaff:ready';
export const PAGE = 'unchaff:page';
/** The part of the address that shows that the bookmarklet opened the site. */
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
