// Pages for the tests of the package: short, and enough of an article to be found.

const SENTENCES = [
  'Sáng thứ Hai, thư viện mới của huyện Tân Lâm mở cửa sau hai năm xây dựng, đón hơn ba trăm bạn đọc ngay ngày đầu.',
  'Toà nhà ba tầng nằm bên bờ sông, có phòng đọc cho trẻ em, kho sách khoảng bốn mươi nghìn cuốn và một góc lưu giữ báo cũ.',
  'Chị Hoà, người phụ trách, cho biết thư viện sẽ mở cửa cả buổi tối để người đi làm có thể ghé mượn sách.',
  'Nhiều phụ huynh đưa con đến từ sớm và ở lại nghe buổi kể chuyện đầu tiên trong khu vườn phía sau toà nhà.',
];

/** A Vietnamese news page with menu, byline, date, related links and footer. */
export const VIETNAMESE = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Huyện Tân Lâm mở thư viện mới bên sông</title></head><body>
<nav><a href="/">Trang chủ</a> <a href="/the-gioi">Thế giới</a></nav>
<article><h1>Huyện Tân Lâm mở thư viện mới bên sông</h1>
${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('\n')}
<p>Đọc thêm <a href="lich-mo-cua">lịch mở cửa</a> của thư viện trong tuần này, từ thứ Hai đến hết Chủ nhật.</p></article>
<footer><a href="/lien-he">Liên hệ</a> Bản quyền</footer></body></html>`;

/** The same article as pasted text. */
export const PASTED = `Trang chủ\nThế giới\nHuyện Tân Lâm mở thư viện mới bên sông\n\n${SENTENCES.join('\n\n')}\n\nLiên hệ\n`;

/** The headline of another article. */
export const SECOND_TITLE = 'Chợ nổi Tân Lâm thêm ba điểm dừng cho ghe rau';

/** The article as pasted text, with another one after it. */
export const TWO_PASTED = `Huyện Tân Lâm mở thư viện mới bên sông\n\n${SENTENCES.join('\n\n')}\n\n${SECOND_TITLE}\n
Sáng nay, chợ nổi Tân Lâm thêm ba điểm dừng cho ghe rau, để thương lái khỏi phải neo giữa dòng nước xiết.\n
Mỗi điểm dừng có cầu tạm bằng tre, một vòi nước sạch và chỗ cân hàng do ban quản lý chợ kiểm tra mỗi tháng.\n
Bà Sáu, bán rau ở chợ hơn hai mươi năm, nói từ nay không còn phải gọi với từ ghe này sang ghe khác nữa.\n
Ban quản lý dự tính thu phí neo đậu năm nghìn đồng một buổi, và miễn phí cho ghe nhỏ dưới ba tấn.\n`;

/** The first sentence of both. */
export const FIRST_SENTENCE = SENTENCES[0];

/** The article's text alone. */
export const TEXT = SENTENCES.join('\n');

/** A page without an article. */
export const EMPTY_SHELL = '<!doctype html><html><head><title>App</title></head><body><div id="root"></div></body></html>';

const HEADLINES = [
  'Ferry opens again after four months',
  'New library by the river',
  'Rowing team wins the race',
  'Price of fish falls by half',
  'School teaches children to swim',
  'Festival waits for calm seas',
  'Keeper finds diary in a tin',
  'Bridge closed for repairs',
  'Lamp lit at six every night',
  'Old map of the harbour found',
  'Storm takes the jetty',
  'Baker wins the bread prize',
  'Choir sings on the pier',
  'Bus line gets a new stop',
  'Museum shows the bell',
  'Market moves to the square',
];

/** The latest news of a site: headlines with dates, and no article. */
export const LISTING = `<!doctype html><html lang="en"><head><title>Latest news | Harbour Post</title></head><body>
<header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav></header>
<main><h1>Latest news</h1><ul class="posts">
${HEADLINES.map((title, i) => `<li class="post"><h3><a href="/news/${i}">${title}</a></h3><p class="meta">${i + 1} May 2025</p></li>`).join('\n')}
</ul><nav class="pagination"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">Next</a></nav></main>
<footer>© Harbour Post</footer></body></html>`;
