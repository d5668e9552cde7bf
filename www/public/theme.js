/*
 * Puts the chosen theme on the page before its first paint: a page that turns dark after a white flash hurts. A script
 * of its own that the page waits for, as the modules run later. It only repeats what reader/settings.js does in full.
 */
try {
  const { theme } = JSON.parse(localStorage.getItem('unchaff.reader')) ?? {};
  if (['light', 'dark', 'sepia', 'contrast'].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is off or broken: the system's wish decides.
}
