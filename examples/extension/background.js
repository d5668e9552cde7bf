chrome.action.onClicked.addListener(async (tab) => {
  const [{ result: html }] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.documentElement.outerHTML,
  });
  await chrome.storage.session.set({ page: { html, url: tab.url } });
  await chrome.tabs.create({ url: 'reader.html' });
});
