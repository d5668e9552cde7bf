// Receives a page from the bookmarklet that opened this window, and shows its article. Any site may
// be the sender, but what it sends is cleaned like any other page, so the result is safe.
const title = document.querySelector('#title');

addEventListener('message', ({ source, data }) => {
  if (source !== opener || typeof data?.html !== 'string') return;
  try {
    const article = unchaff.clean(data.html, { url: String(data.url), type: 'html' });
    title.textContent = document.title = article.title ?? 'Without a title';
    // The document is inert: nothing in it runs or loads before its nodes are put on the page.
    const { body } = new DOMParser().parseFromString(article.content, 'text/html');
    document.querySelector('#article').replaceChildren(...body.childNodes);
  } catch (error) {
    title.textContent = error.message;
  }
});
opener?.postMessage('unchaff-reader-ready', '*');
