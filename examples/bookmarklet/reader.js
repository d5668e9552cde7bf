// Takes a page from the bookmarklet that opened this window, and shows its article. Any site may be the sender: what it
// sends is a page like any other, and comes out safe.
const title = document.querySelector('#title');

addEventListener('message', ({ source, data }) => {
  if (source !== opener || typeof data?.html !== 'string') return;
  try {
    const article = unchaff.clean(data.html, { url: String(data.url), type: 'html' });
    title.textContent = document.title = article.title ?? 'Without a title';
    // An inert document: nothing in it runs or loads before its nodes are on the page.
    const { body } = new DOMParser().parseFromString(article.content, 'text/html');
    document.querySelector('#article').replaceChildren(...body.childNodes);
  } catch (error) {
    title.textContent = error.message;
  }
});
opener?.postMessage('unchaff-reader-ready', '*');
