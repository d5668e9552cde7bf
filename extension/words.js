/** The words that only the extension needs. The words of the site are in www/i18n/. */

export const words = {
  en: {
    'popup.read': 'Read this page',
    'popup.copy': 'Copy as Markdown',
    'popup.save': 'Save as Markdown',
    'popup.place': 'Read',
    'popup.beside': 'Beside the page',
    'popup.tab': 'In a tab',
    'error.tab-pdf':
      'This is a PDF, and the browser’s PDF viewer lets no extension read it. Select its text (Ctrl+A), copy it, and paste it into the box of the reader.',
    'error.tab-browser': 'This is a page of the browser itself, which no extension may read. Go to a web page and click the button there.',
    'error.tab-store':
      'Browsers let no extension read their extension stores. Select the text that you want, copy it, and paste it into the box of the reader.',
  },
  vi: {
    'popup.read': 'Đọc trang này',
    'popup.copy': 'Chép dạng Markdown',
    'popup.save': 'Lưu dạng Markdown',
    'popup.place': 'Mở trình đọc',
    'popup.beside': 'Cạnh trang',
    'popup.tab': 'Trong tab mới',
    'error.tab-pdf':
      'Đây là tệp PDF, mà trình xem PDF của trình duyệt không cho tiện ích nào đọc. Bạn hãy chọn hết chữ (Ctrl+A), chép rồi dán vào ô của trình đọc.',
    'error.tab-browser': 'Đây là trang của chính trình duyệt, không tiện ích nào được đọc. Bạn hãy sang một trang web rồi bấm nút ở đó.',
    'error.tab-store':
      'Trình duyệt không cho tiện ích nào đọc kho tiện ích. Bạn hãy chọn phần chữ cần đọc, chép rồi dán vào ô của trình đọc.',
  },
};
