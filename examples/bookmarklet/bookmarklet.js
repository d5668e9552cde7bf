// Opens the reader and hands it the page at hand. The reader cleans it: a bookmark is too short for the module (Firefox
// takes 65,536 characters), and a page's content security policy would forbid it to run there or to load a script.
//
// READER is the address of reader.html; build.mjs puts it in.
(() => {
  const reader = window.open(READER);
  const { origin } = new URL(READER);
  const send = ({ source, origin: sender, data }) => {
    if (source !== reader || sender !== origin || data !== 'unchaff-reader-ready') return;
    window.removeEventListener('message', send);
    reader.postMessage({ html: document.documentElement.outerHTML, url: location.href }, origin);
  };
  window.addEventListener('message', send);
})();
