const tabId = Number(new URLSearchParams(location.search).get('tab'));
const func = () => ({ html: document.documentElement.outerHTML, url: location.href });
chrome.scripting.executeScript({ target: { tabId }, func }).then(([{ result: page }]) => {
  const article = unchaff.clean(page.html, { url: page.url });
  document.title = article.title;
  document.documentElement.lang = article.lang;
  document.querySelector('main').innerHTML = article.content;
});
