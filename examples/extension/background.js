// The click allows the extension to read that tab. The extension's reader page takes the page from
// there.
chrome.action.onClicked.addListener((tab) => chrome.tabs.create({ url: `reader.html?tab=${tab.id}` }));
