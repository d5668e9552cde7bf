const tabId = Number(new URLSearchParams(location.search).get('tab'));

/** Runs in the page, in each of its frames. It cannot use anything outside this function. */
function takePage() {
  const shadowRoots = [];
  const find = (root) => {
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      shadowRoots.push(shadowRoot);
      find(shadowRoot);
    }
  };
  find(document);
  const root = document.documentElement;
  const canWriteRoots = shadowRoots.length > 0 && root.getHTML;
  const html = canWriteRoots ? `<html lang="${root.lang}">${root.getHTML({ shadowRoots })}</html>` : root.outerHTML;
  return { html, url: location.href, contentType: document.contentType, length: document.body?.innerText.length ?? 0 };
}

/** Uses the frame with the most text, because some sites show an article in a frame. */
async function read() {
  const results = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: takePage });
  const frames = results.map(({ result }) => result).filter(Boolean);
  return frames.sort((a, b) => b.length - a.length)[0];
}

function show(page) {
  if (page.contentType === 'application/pdf') throw new Error('This is a PDF, not a web page. Copy its text, and paste it into a reader.');
  const article = unchaff.clean(page.html, { url: page.url, type: 'html' });
  document.title = article.title ?? new URL(page.url).hostname;
  if (article.lang) document.documentElement.lang = article.lang;
  document.documentElement.dir = article.dir ?? 'auto';
  const heading = document.createElement('h1');
  heading.textContent = document.title;
  document.querySelector('main').innerHTML = article.content;
  document.querySelector('main').prepend(heading);
}

/** Shows an error in place of the article. */
function explain(error) {
  // The browser does not allow access to its own pages, its shop and other extensions.
  const isForbidden = /cannot access|cannot be scripted|extensions gallery|missing host permission/i.test(error.message);
  const words = isForbidden ? 'The browser does not let extensions read this page.' : error.message;
  const title = error.metadata?.title;
  document.querySelector('main').textContent = title ? `${title}: ${words}` : words;
}

read().then(show).catch(explain);
