/** Stands in for the site's pwa/register.js: the extension's files are always at hand, and the browser updates them. */
export async function keepOffline() {}
