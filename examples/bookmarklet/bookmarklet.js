// Opens the reader and sends it the current page, which the reader cleans. A bookmark is too short
// for the module (Firefox allows 65,536 characters). A page's content security policy could also
// forbid to run the module or to load a script.
//
// READER is the address of reader.html. build.mjs inserts it.
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
