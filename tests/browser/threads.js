/** Conversations to test with. */

const item = ({ author, time, shown, text, answers = [] }) => `<div class="comment" id="c-${text.length}">
<div class="comment-head"><a class="author" href="/user/${encodeURIComponent(author)}">${author}</a>
<time datetime="${time}">${shown}</time></div><div class="comment-body"><p>${text}</p></div>
<ul class="buttons"><li><a href="#reply">${'Reply'}</a></li></ul>
<div class="children">${answers.map(item).join('')}</div></div>`;

const page = (lang, title, items) => `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body>
<nav><a href="/">Home</a> <a href="/forum">Forum</a></nav><main><h1>${title}</h1>
<div class="comments">${items.map(item).join('')}</div></main><footer>2024</footer></body></html>`;

export const THREAD = page('en', 'The stairs in our house creak', [
  {
    author: 'Mira Holt',
    time: '2024-03-05T20:11:00+00:00',
    shown: '5 March 2024',
    text: 'The stairs in our house creak at night, although nobody walks on them, and it wakes the children on every second night.',
    answers: [
      {
        author: 'Jonas',
        time: '2024-03-05T21:02:00+00:00',
        shown: '5 March 2024',
        text: 'Put felt under the treads, because the wood shrinks when the heating goes off and rubs on the side boards.',
        answers: [
          {
            author: 'Mira Holt',
            time: '2024-03-06T06:45:00+00:00',
            shown: '6 March 2024',
            text: 'I put in two layers of wool today, and the lower half of the stairs has been silent for a whole evening.',
          },
          {
            author: 'Petra K.',
            time: '2024-03-06T07:30:00+00:00',
            shown: '6 March 2024',
            text: 'Wool worked for us as well, but only after we had planed the edge of each board with the old hand plane.',
          },
        ],
      },
    ],
  },
  {
    author: 'ofenrohr',
    time: '2024-03-07T09:00:00+00:00',
    shown: '7 March 2024',
    text: 'Look for loose nails under the carpet first. In our stairs it was three nails and nothing else at all.',
  },
]);

export const THREAD_VI = page('vi', 'Cầu thang nhà mình kêu cót két', [
  {
    author: 'Lan Anh',
    time: '2024-03-05T20:11:00+00:00',
    shown: '5 tháng 3, 2024',
    text: 'Cầu thang nhà mình cứ kêu cót két vào ban đêm dù không ai đi, bọn trẻ con hay bị giật mình tỉnh giấc.',
    answers: [
      {
        author: 'thợ mộc',
        time: '2024-03-05T21:02:00+00:00',
        shown: '5 tháng 3, 2024',
        text: 'Bạn thử lót nỉ dưới mặt bậc xem sao, gỗ co lại khi trời lạnh nên cọ vào thành cầu thang.',
        answers: [
          {
            author: 'Lan Anh',
            time: '2024-03-06T06:45:00+00:00',
            shown: '6 tháng 3, 2024',
            text: 'Mình vừa lót hai lớp len, nửa dưới cầu thang im hẳn cả buổi tối rồi, cảm ơn bạn nhiều.',
          },
        ],
      },
      {
        author: 'Minh Khuê',
        time: '2024-03-06T08:10:00+00:00',
        shown: '6 tháng 3, 2024',
        text: 'Nhà mình thì phải bào lại mép từng tấm ván mới hết kêu, lót không thôi chưa đủ đâu.',
      },
    ],
  },
  {
    author: 'Bác Tư',
    time: '2024-03-07T09:00:00+00:00',
    shown: '7 tháng 3, 2024',
    text: 'Xem có đinh nào lỏng dưới thảm không đã, nhà tôi chỉ ba cái đinh mà kêu suốt cả mùa đông.',
  },
]);

export const CHAT = `[09:12] An: Is the boat still at the upper lock, or did somebody take it down to the mill already?
[09:14] Bo: It is at the mill since Tuesday, with the oars under the seat and the key behind the third board.
[09:15] An: Good, then I will fetch it tomorrow morning before the rain comes and bring it home by the canal.
[09:17] Bo: Take the long rope with you, the short one broke when we pulled the boat over the weir last week.
`;
