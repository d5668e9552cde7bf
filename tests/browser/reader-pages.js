/** Pages with all that the reading view has something for: sections, notes, pictures, code, tables, embeds. */

/** Where the pictures are, until a test says otherwise. */
export const PICTURES = 'https://pictures.selwick.example';

/** What fills the sections: long enough to scroll. */
const filler = (sentences) => sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');

export const HARBOUR = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A year of tides at Selwick</title>
<meta name="author" content="Ines Harrow"><meta property="article:published_time" content="2026-03-14">
<meta property="og:site_name" content="Selwick Quarterly"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/boats">Boats</a></li></ul></nav>
<main><article><h1>A year of tides at Selwick</h1>
<p>For a year the harbour master of Selwick wrote down every tide. She began on a Monday in March, because the old gauge had failed in the night, and because nobody could tell her how high the water had come.<sup id="fnref1"><a href="#fn1">1</a></sup> She went on because of what she saw.</p>
<p>The numbers fill four notebooks. They say what every fisherman of the town knew already, and one thing that none of them had noticed.<sup id="fnref2"><a href="#fn2">2</a></sup></p>
<h2>The gauge that stopped</h2>
<figure><img src="${PICTURES}/gauge.png" alt="A brass gauge on a stone wall, its glass cracked" width="640" height="400"><figcaption>The gauge of 1911, the morning after.</figcaption></figure>
${filler([
  'The gauge had hung on the inner wall since 1911. It was a brass pipe with a float and a pen, and a clock that somebody had to wind on Sundays. Three keepers had wound it, and each of them had scratched a name into the back of the case.',
  'Dr. Amund Vale, who repairs such things in the next town, looked at it for an hour. He said that the float was sound, that the pen was sound, and that the clock had simply come to the end of its spring. A new one would take until summer.',
  'So the harbour master took a folding rule, a lamp and a notebook, and went down the steps herself. It was four in the morning and the stones were wet.',
])}
<h2>How the numbers are kept</h2>
<h3>On paper</h3>
${filler([
  'Every page has a line for each tide: the hour, the height, the wind and one word for the weather. The word is often “grey”. In June it is once “gold”, and nobody has asked her about it.',
  'When the pencil ran out in August she wrote with a fish pen, and the pages of that week are green to this day.',
])}
<table><caption>The highest water of each season</caption><thead><tr><th>Season</th><th>Height in metres</th><th>Hour</th><th>Wind</th><th>Weather</th><th>Boats outside the wall</th></tr></thead>
<tbody><tr><td>Spring</td><td>4.31</td><td>04:12</td><td>south-west, fresh</td><td>grey</td><td>three</td></tr><tr><td>Summer</td><td>3.98</td><td>17:40</td><td>none to speak of</td><td>gold</td><td>none</td></tr>
<tr><td>Autumn</td><td>4.77</td><td>06:05</td><td>west, strong</td><td>rain all night</td><td>eleven</td></tr><tr><td>Winter</td><td>4.52</td><td>05:31</td><td>north, light</td><td>frost on the chains</td><td>two</td></tr></tbody></table>
<h3>On the computer</h3>
<p>Her nephew copied the notebooks into a file in one weekend and a half, and wrote a few lines that find the highest tide of each month.</p>
<pre><code class="language-python">from collections import defaultdict

highest = defaultdict(float)
for day, height in tides:
    month = day[:7]  # the year and the month, as in 2026-03, so that the months of two years are not mixed up
    highest[month] = max(highest[month], height)
</code></pre>
<blockquote><p>I did not want a machine to be right about my harbour before I was, she says, and closes the lid of the computer with two fingers.</p></blockquote>
<h2>What nobody had noticed</h2>
${filler([
  'The water does not turn when the tables say. It turns eleven minutes later, on every day of the year, at the steps below the chapel and nowhere else.',
  'The reason lies under the wall. When the outer mole was built, the engineers left a channel between the old stones and the new, and the harbour fills through it as a bottle fills through its neck. It takes eleven minutes.',
  'The pilots have set their watches by the chapel steps for ninety years without knowing why. One of them laughed for a long time when he was told, and then he asked for a copy of the page.',
])}
<figure><img src="${PICTURES}/steps.png" alt="Wet steps that lead into dark water" width="400" height="640"><figcaption>The chapel steps at half tide.</figcaption></figure>
<p>A film about the year was shown in the town hall.</p>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="Selwick: the film of the tides" width="560" height="315"></iframe>
<h2>A new spring</h2>
${filler([
  'The new spring came in September, in a box of the size of a matchbox. The gauge works again. The harbour master still goes down the steps, twice a day, with the lamp and the rule.',
  'Asked whether the two ever disagree, she opens the last notebook at the last page. There are two columns on it now, and between them a third that is nearly empty. You can read <a href="https://selwick.example/tides">all four notebooks</a> in the reading room of the library.<sup id="fnref1b"><a href="#fn1">1</a></sup>',
])}
<section class="footnotes"><ol>
<li id="fn1"><p>The town clerk had the height of the flood of 1953 by heart, but no other. <a href="#fnref1">↩</a></p></li>
<li id="fn2"><p>One of them says that he had noticed it, and that he had taken it for a fault of his watch. <a href="#fnref2">↩</a></p></li>
</ol></section>
</article></main><footer><p>© 2026 Selwick Quarterly</p></footer></body></html>`;

export const CINNAMON = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Mùa bóc quế ở bản Nà Lầu</title>
<meta name="author" content="Lò Thị Mai"><meta property="article:published_time" content="2026-04-02"></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/the-thao">Thể thao</a></li></ul></nav>
<main><article><h1>Mùa bóc quế ở bản Nà Lầu</h1>
<p>Đầu tháng ba, khi mưa phùn vừa dứt, cả bản Nà Lầu thức dậy trước gà. Vỏ quế chỉ dễ bóc trong chừng bốn mươi ngày, và không ai muốn để lỡ ngày nào.<sup id="fnref1"><a href="#fn1">1</a></sup> TS. Hoàng Văn Thắng, người theo dõi rừng quế này đã mười hai năm, cũng lên núi cùng họ.</p>
<h2>Con dao bằng xương</h2>
<p>Người bóc quế không dùng dao sắt. Họ dùng một lưỡi dao mài từ xương trâu, mỏng và hơi cong, để không làm xước lớp tinh dầu ở mặt trong. Con dao tốt được truyền từ mẹ sang con gái, và mỗi nhà thường chỉ có hai hoặc ba chiếc.</p>
<p>Bà Triệu Thị Sinh năm nay bảy mươi mốt tuổi vẫn leo dốc nhanh hơn đám cháu. Bà bảo cây quế nghe được tiếng người, nên lúc bóc phải nói khẽ. Cả nhà cười, nhưng không ai nói to.</p>
<h2>Giá của một cân vỏ</h2>
<p>Vụ năm nay được mùa mà giá vẫn giữ. Thương lái vào tận bản, cân ngay dưới chân dốc và trả tiền mặt. Một cây mười lăm tuổi cho khoảng tám cân vỏ khô, đủ đóng học phí cả năm cho một đứa trẻ ở trường huyện.</p>
<p>Dù vậy, mỗi nhà vẫn để lại những cây to nhất. Cây già giữ đất, giữ nước, và cho hạt để gieo. Chặt cây già, theo lời ông trưởng bản, cũng như bán cái nhà để mua cái cửa.</p>
<h2>Những đứa trẻ và vườn ươm</h2>
<p>Sau giờ học, trẻ con xuống vườn ươm ở cuối bản. Mỗi em nhận một luống, tự tưới và tự nhổ cỏ. Cuối năm, luống nào nhiều cây sống nhất thì được đặt tên cho khoảnh rừng mới trồng.</p>
<p>Khoảnh rừng gần suối mang tên một cô bé lớp bốn. Em đến thăm nó mỗi chủ nhật, đếm từng cây, và ghi con số vào cuốn vở có bìa màu xanh.</p>
<section class="footnotes"><ol><li id="fn1"><p>Vụ thứ hai vào tháng tám ngắn hơn và cho vỏ mỏng hơn. <a href="#fnref1">↩</a></p></li></ol></section>
</article></main></body></html>`;
