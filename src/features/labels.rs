//! Words of labels: what pages in several languages write over lists of other articles and on their buttons. Texts are
//! compared folded, see [`measure::fold`](crate::measure).

/// Words that open a list of other articles, in scripts with spaces.
const OPENERS: &[&str] = &[
    "tin liên quan",
    "bài liên quan",
    "tin cùng chuyên mục",
    "cùng chuyên mục",
    "tin cũ hơn",
    "tin mới hơn",
    "tin mới nhất",
    "tin đang nóng",
    "tin nóng",
    "tin nổi bật",
    "tiêu điểm",
    "đọc nhiều",
    "đọc nhiều nhất",
    "tin đọc nhiều",
    "xem nhiều",
    "xem nhiều nhất",
    "xem thêm",
    "đọc thêm",
    "có thể bạn quan tâm",
    "bạn có thể quan tâm",
    "video đang hot",
    "tin khác",
    "các tin khác",
    "bài viết khác",
    "tin tức khác",
    "bình luận",
    "ý kiến",
    "ý kiến bạn đọc",
    "chủ đề",
    "từ khóa",
    "tags",
    "related",
    "related articles",
    "related stories",
    "related posts",
    "read more",
    "read next",
    "see also",
    "more stories",
    "more news",
    "most read",
    "most popular",
    "trending",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "comments",
    "leave a comment",
    "leave a reply",
    "lesen sie auch",
    "mehr zum thema",
    "meistgelesen",
    "das könnte sie auch interessieren",
    "kommentare",
    "lire aussi",
    "à lire aussi",
    "sur le même sujet",
    "les plus lus",
    "commentaires",
    "noticias relacionadas",
    "más noticias",
    "te puede interesar",
    "lo más leído",
    "comentarios",
    "leia também",
    "mais lidas",
    "leggi anche",
    "i più letti",
    "lees ook",
    "читайте также",
    "по теме",
    "комментарии",
];

/// The same in scripts without spaces.
const UNSPACED_OPENERS: &[&str] = &[
    "相关新闻",
    "相关阅读",
    "相關新聞",
    "延伸阅读",
    "推荐阅读",
    "热门文章",
    "関連記事",
    "おすすめ記事",
    "관련 기사",
    "많이 본 뉴스",
];

/// Whether the text is one of the words that open a list of other articles; what follows them is judged by itself.
pub(crate) fn opens_related(folded: &str) -> bool {
    /// The longest of them has 32 bytes.
    const LABEL_BYTES: usize = 40;
    folded.len() <= LABEL_BYTES
        && (OPENERS.contains(&folded)
            || !folded.is_ascii() && UNSPACED_OPENERS.contains(&folded.replace(' ', "").as_str()))
}

/// Whether the text begins with words that lead to another article, and says more.
pub(crate) fn begins_related(folded: &str) -> bool {
    let first = folded.as_bytes().first();
    OPENERS.iter().any(|opener| opener.as_bytes().first() == first && starts_with_words(folded, opener))
}

/// Words with which the text of a button, a count, a form field or a notice begins.
pub(crate) fn opens_control(folded: &str) -> bool {
    const STARTS: &[&str] = &[
        "chia sẻ",
        "in bài",
        "gửi bài",
        "lượt xem",
        "đánh giá",
        "xếp hạng",
        "click để đánh giá",
        "cỡ chữ",
        "nhỏ bình thường lớn",
        "a a",
        "đăng nhập",
        "đăng ký",
        "gửi bình luận",
        "gửi phản hồi",
        "họ và tên",
        "họ tên",
        "email",
        "mã xác nhận",
        "nội dung",
        "trang chủ",
        "về đầu trang",
        "quay lại",
        "giấy phép",
        "bản quyền",
        "tổng biên tập",
        "cơ quan chủ quản",
        "địa chỉ",
        "điện thoại",
        "copyright",
        "all rights reserved",
        "share",
        "tweet",
        "print",
        "subscribe",
        "sign up",
        "sign in",
        "log in",
        "follow us",
        "advertisement",
        "home",
        "menu",
        "search",
        "skip to",
        "cookie",
        "privacy policy",
        "terms of",
        "facebook",
        "twitter",
        "zalo",
        "views",
        "rate this",
    ];
    let first = folded.as_bytes().first();
    STARTS.iter().any(|start| start.as_bytes().first() == first && starts_with_words(folded, start))
}

/// Whether a folded text begins with whole words.
pub(crate) fn starts_with_words(folded: &str, start: &str) -> bool {
    folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
