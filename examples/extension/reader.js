chrome.storage.session.get('page').then(({ page }) => {
  const article = unchaff.clean(page.html, { url: page.url });
  document.title = article.title;
  document.documentElement.lang = article.lang;
  document.querySelector('main').innerHTML = article.content;
});
