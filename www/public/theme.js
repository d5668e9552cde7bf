/* Applies the chosen theme before the first paint, because a white flash before a dark page is
   unpleasant. This is a classic script that the page waits for, because modules run later. It
   repeats only a part of reader/settings.js. */
try {
  const { theme } = JSON.parse(localStorage.getItem('unchaff.reader')) ?? {};
  if (['light', 'dark', 'sepia', 'contrast'].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // If storage is off or broken, the preference of the system applies.
}
