// The click lets the extension look at that tab; its reader page takes the page from there.
chrome.action.onClicked.addListener((tab) => chrome.tabs.create({ url: `reader.html?tab=${tab.id}` }));
