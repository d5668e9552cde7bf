//! What pages write on their buttons, over their lists and under their articles, in the languages that most pages are
//! in. A list of one language tells the learned classifier what the same label means in the others, so no language's
//! list is longer than another's without need.

use crate::maps::HashMap;
use std::sync::LazyLock;

use crate::measure;

/// What a line's words say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Opens a list of other articles, or points to one.
    Related,
    /// Buttons, share rows, font sizes, counts of readers.
    Control,
    /// Comments, ratings and their forms.
    Comments,
    /// Who wrote it, where it comes from, when it appeared.
    Byline,
    /// Licence, copyright, editors, address.
    Legal,
    /// Subscriptions and advertising.
    Promotion,
    /// Parts of the site.
    Navigation,
}

impl Label {
    /// All of them, in the order of the columns.
    pub(super) const ALL: [(Label, &str); 7] = [
        (Label::Related, "related"),
        (Label::Control, "control"),
        (Label::Comments, "comments"),
        (Label::Byline, "byline"),
        (Label::Legal, "legal"),
        (Label::Promotion, "promotion"),
        (Label::Navigation, "navigation"),
    ];
}

/// A label found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// What the words say.
    pub label: Label,
    /// Whether the line says nothing else, numbers aside. If not, it only begins with them.
    pub whole: bool,
}

/// The label that a folded line is or begins with, numbers left out: the longest.
pub(super) fn of(folded: &str) -> Option<Labelled> {
    let mut words = folded.split(' ').filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    let mut prefix = String::new();
    let mut found = None;
    for word in words.by_ref().take(LONGEST_LABEL) {
        prefix.push_str(word);
        if let Some(&label) = LABELS.get(prefix.as_str()) {
            found = Some((label, prefix.len()));
        }
        prefix.push(' ');
    }
    let (label, length) = found?;
    let whole = length + 1 == prefix.len() && words.next().is_none();
    Some(Labelled { label, whole })
}

/// Words of the longest label below, characters counting as words in scripts without spaces.
const LONGEST_LABEL: usize = 24;

static LABELS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let lists = [
        (RELATED, Label::Related),
        (CONTROL, Label::Control),
        (COMMENTS, Label::Comments),
        (BYLINE, Label::Byline),
        (LEGAL, Label::Legal),
        (PROMOTION, Label::Promotion),
        (NAVIGATION, Label::Navigation),
    ];
    let phrases =
        lists.into_iter().flat_map(|(list, label)| list.split(['\n', ',']).map(move |phrase| (phrase, label)));
    phrases.map(|(phrase, label)| (measure::fold(phrase), label)).filter(|(phrase, _)| !phrase.is_empty()).collect()
});

const RELATED: &str = "\
    tin liên quan, bài liên quan, bài viết liên quan, tin bài liên quan, cùng chuyên mục, tin cùng chuyên mục, bài cùng chuyên mục, \
    cùng chủ đề, tin cùng chủ đề, tin cũ hơn, tin mới hơn, các tin cũ hơn, các tin mới hơn, tin mới nhất, tin mới, mới nhất, \
    tin đang nóng, tin nóng, tin hot, tin nổi bật, nổi bật, tiêu điểm, đọc nhiều, đọc nhiều nhất, tin đọc nhiều, bài đọc nhiều, \
    xem nhiều, xem nhiều nhất, tin xem nhiều, xem thêm, đọc thêm, đọc tiếp, mời bạn đọc, có thể bạn quan tâm, bạn có thể quan tâm, \
    có thể bạn thích, video đang hot, video, tin khác, các tin khác, tin bài khác, bài viết khác, các bài viết khác, tin tức khác, \
    các tin đã đưa, những tin mới hơn, những tin cũ hơn, tin tiếp theo, bài tiếp theo, bài trước, bài sau, đừng bỏ lỡ, \
    gợi ý cho bạn, dành cho bạn, chủ đề, chủ đề hot, từ khóa, từ khoá, tag, tags, thẻ, dòng sự kiện, sự kiện nổi bật, xem tất cả
    related, related articles, related stories, related posts, related news, related content, read more, read also, read next, \
    up next, see also, see more, more stories, more news, more from, more on this, more articles, keep reading, most read, \
    most viewed, most popular, popular posts, popular articles, popular, trending, trending now, recommended, recommended for you, \
    recommended reading, you may also like, you might also like, you may be interested in, also read, also on, \
    latest news, latest, latest posts, latest stories, recent posts, recent articles, top stories, top news, editors picks, \
    dont miss, don t miss, in this series, next article, previous article, next post, previous post, topics, filed under, \
    posted in, categories, customers also bought, similar products, related products, you ll also like, view all
    lesen sie auch, lesen sie mehr, mehr zum thema, mehr lesen, weiterlesen, meistgelesen, am meisten gelesen, beliebt, \
    das könnte sie auch interessieren, das könnte dich auch interessieren, auch interessant, weitere artikel, weitere nachrichten, \
    weitere meldungen, ähnliche artikel, neueste artikel, neueste nachrichten, aktuelle nachrichten, schlagwörter, themen, \
    nächster artikel, vorheriger artikel, empfohlen, empfehlungen der redaktion, top themen, zum thema, alle anzeigen
    lire aussi, à lire aussi, à lire, lire la suite, en savoir plus, voir aussi, sur le même sujet, sur le même thème, les plus lus, \
    les plus populaires, articles liés, articles similaires, articles récents, à découvrir, dans la même rubrique, nos autres articles, \
    vous aimerez aussi, à la une, dernières actualités, dernières nouvelles, article suivant, article précédent, mots clés, thèmes, \
    sur le même dossier, tout voir, la suite après la publicité
    noticias relacionadas, artículos relacionados, contenido relacionado, más noticias, más información, leer más, lee también, \
    lea también, ver más, ver también, te puede interesar, también te puede interesar, puede interesarle, lo más leído, lo más visto, \
    lo último, últimas noticias, más leídas, temas, etiquetas, archivado en, siguiente artículo, artículo anterior, recomendados
    leia também, leia mais, veja também, saiba mais, ver mais, mais lidas, mais lidos, as mais lidas, notícias relacionadas, \
    artigos relacionados, conteúdo relacionado, últimas notícias, você também pode gostar, recomendados para você, tópicos, assuntos
    leggi anche, leggi di più, leggi tutto, i più letti, le più lette, articoli correlati, notizie correlate, potrebbe interessarti, \
    ti potrebbe interessare, ultime notizie, ultimi articoli, continua a leggere, articolo successivo, articolo precedente, argomenti
    lees ook, lees meer, lees verder, meest gelezen, gerelateerde artikelen, gerelateerd, meer nieuws, bekijk ook, laatste nieuws, \
    aanbevolen, verder lezen
    czytaj także, czytaj też, czytaj więcej, zobacz także, zobacz też, zobacz więcej, przeczytaj także, najczęściej czytane, \
    podobne artykuły, powiązane artykuły, najnowsze, polecane, tagi, tematy
    läs också, läs mer, läs även, mest läst, relaterade artiklar, les også, les mer, mest lest, læs også, læs mere, mest læste
    читайте также, читать далее, подробнее, по теме, материалы по теме, похожие статьи, популярное, самое читаемое, \
    последние новости, другие новости, новости по теме, рекомендуем, темы, теги, смотрите также, ещё по теме, главные новости
    читайте також, схожі статті, популярні статті, останні новини, новини за темою, дивіться також, теми
    ilgili haberler, benzer haberler, ayrıca okuyun, devamını oku, en çok okunanlar, son haberler, diğer haberler, önerilenler, etiketler
    baca juga, baca selengkapnya, berita terkait, artikel terkait, terpopuler, berita terpopuler, berita lainnya, berita terbaru, \
    lihat juga, topik, rekomendasi untuk anda, simak juga
    相关新闻, 相关阅读, 相关文章, 相关报道, 相關新聞, 相關閱讀, 相關文章, 延伸阅读, 延伸閱讀, 推荐阅读, 推薦閱讀, 更多新闻, 更多新聞, 更多, \
    查看更多, 阅读更多, 热门文章, 热门推荐, 热点推荐, 热门新闻, 熱門文章, 熱門新聞, 最新文章, 最新消息, 精彩推荐, 猜你喜欢, 为你推荐, \
    上一篇, 下一篇, 标签, 標籤, 关键词, 排行榜, 点击排行, 编辑推荐, 今日热点
    関連記事, 関連ニュース, おすすめ記事, おすすめ, あわせて読みたい, こちらもおすすめ, こちらの記事も読まれています, 人気記事, \
    人気記事ランキング, アクセスランキング, ランキング, 最新記事, 新着記事, 続きを読む, もっと見る, 次の記事, 前の記事, タグ, カテゴリー
    관련 기사, 관련기사, 관련 뉴스, 많이 본 뉴스, 많이 본 기사, 인기 기사, 인기기사, 추천 기사, 최신 기사, 최신 뉴스, 이전 기사, 다음 기사, \
    더보기, 주요 뉴스, 태그
    اقرأ أيضا, اقرأ أيضاً, اقرأ المزيد, إقرأ أيضا, مواضيع ذات صلة, مقالات ذات صلة, أخبار ذات صلة, موضوعات متعلقة, الأكثر قراءة, \
    آخر الأخبار, شاهد أيضا, المزيد, الكلمات المفتاحية, قد يعجبك أيضا
    مطالب مرتبط, اخبار مرتبط, بیشتر بخوانید, پربازدیدترین, آخرین اخبار, برچسب ها, بیشتر بخوانید
    यह भी पढ़ें, ये भी पढ़ें, और पढ़ें, संबंधित खबरें, संबंधित समाचार, ताज़ा खबरें, ताजा खबरें, सबसे ज्यादा पढ़ी गई, टैग्स
    ข่าวที่เกี่ยวข้อง, บทความที่เกี่ยวข้อง, อ่านเพิ่มเติม, อ่านต่อ, ข่าวล่าสุด, ข่าวยอดนิยม, แท็ก, เรื่องที่เกี่ยวข้อง";

const CONTROL: &str = "\
    chia sẻ, chia sẻ bài viết, chia sẻ facebook, chia sẻ lên facebook, in bài, in bài viết, in trang, bản in, gửi bài, gửi email, gửi mail, \
    gửi cho bạn bè, lưu bài, lưu bài viết, lưu tin, sao chép, sao chép liên kết, copy link, lượt xem, lượt đọc, lượt truy cập, người xem, \
    đang online, đang trực tuyến, cỡ chữ, kích thước chữ, font chữ, phông chữ, tăng cỡ chữ, giảm cỡ chữ, nhỏ bình thường lớn, \
    nhỏ vừa lớn, a a, aa, nghe đọc bài, nghe bài viết, nghe, đọc bài viết, đăng nhập, đăng ký, đăng xuất, về đầu trang, lên đầu trang, \
    quay lại, trở về, đóng, thích, theo dõi, mặc định, tương phản, thu gọn, xem bản đồ, phóng to, gửi, zalo, facebook, twitter
    share, share this, share this article, share this post, share on facebook, share on twitter, tweet, print, print this page, email, \
    email this, copy link, save, save article, bookmark, listen, listen to this article, views, view count, font size, text size, \
    sign in, log in, login, log out, register, back to top, go back, close, like, likes, follow, follow us, follow us on, menu, \
    search, skip to content, skip to main content, toggle navigation, play, pause, next, previous, zoom, download, whatsapp, telegram, \
    linkedin, pinterest, reddit, instagram, youtube, tiktok, add to cart, add to wishlist, add to basket, buy now, quantity, in stock, \
    out of stock, size guide, load more, show more, show less, expand, collapse, reply, quote, report, min read, minutes read, read time
    teilen, artikel teilen, drucken, artikel drucken, per mail versenden, merken, artikel merken, anhören, artikel anhören, \
    schriftgröße, anmelden, einloggen, registrieren, nach oben, zurück, schließen, folgen, suche, suchen, zum inhalt springen, min lesezeit, \
    lesezeit, in den warenkorb, mehr anzeigen
    partager, partager l article, partager sur facebook, imprimer, envoyer par mail, envoyer par email, enregistrer, écouter l article, \
    écouter, taille du texte, se connecter, connexion, s inscrire, retour en haut, fermer, suivre, nous suivre, rechercher, \
    temps de lecture, lecture, ajouter au panier, afficher plus, réagir
    compartir, compartir en facebook, imprimir, enviar por correo, guardar, escuchar, tamaño de letra, iniciar sesión, registrarse, \
    volver arriba, cerrar, seguir, síguenos, buscar, tiempo de lectura, copiar enlace, añadir al carrito, mostrar más, comparte
    compartilhar, compartilhe, imprimir, salvar, ouvir, entrar, cadastre se, voltar ao topo, fechar, siga nos, buscar, tempo de leitura, \
    partilhar, copiar link, tamanho da fonte
    condividi, condividi su facebook, stampa, invia, salva, ascolta, accedi, registrati, torna su, chiudi, segui, seguici, cerca, \
    tempo di lettura, ascolta l articolo
    deel, delen, deel dit artikel, afdrukken, printen, opslaan, luister, inloggen, registreren, naar boven, sluiten, volg ons, zoeken, leestijd
    udostępnij, drukuj, zapisz, posłuchaj, zaloguj się, zarejestruj się, do góry, zamknij, obserwuj, szukaj, wielkość czcionki
    dela, skriv ut, logga in, del, logg inn, log ind, lyssna
    поделиться, поделиться в, распечатать, версия для печати, отправить, сохранить, войти, регистрация, наверх, закрыть, подписаться, \
    поиск, просмотров, просмотры, время чтения, скопировать ссылку, слушать, размер шрифта, поділитися, увійти, друк
    paylaş, yazdır, kaydet, giriş yap, üye ol, yukarı çık, kapat, takip et, ara, görüntülenme, dinle, yazı boyutu
    bagikan, cetak, simpan, masuk, daftar, kembali ke atas, tutup, ikuti kami, cari, salin tautan, dengarkan, ukuran huruf
    分享, 分享到, 打印, 列印, 收藏, 字号, 字號, 字体, 大中小, 登录, 登錄, 登入, 注册, 註冊, 返回顶部, 返回頂部, 关闭, 关注, 搜索, 阅读量, 浏览次数, \
    阅读, 浏览, 点击, 点赞, 听新闻, 复制链接, 扫一扫, 我要纠错, 纠错, 播报
    シェア, シェアする, 共有, 印刷, 保存, ツイート, ログイン, 会員登録, 新規登録, ページトップへ, トップへ戻る, 閉じる, フォロー, フォローする, 検索, \
    文字サイズ, いいね, 再生, ブックマーク, クリップ, リンクをコピー
    공유, 공유하기, 인쇄, 프린트, 스크랩, 저장, 로그인, 회원가입, 맨위로, 닫기, 구독, 팔로우, 검색, 조회수, 글자크기, 글씨 크기, 좋아요, 기사 듣기
    شارك, مشاركة, طباعة, حفظ, تسجيل الدخول, اشترك, إغلاق, بحث, تابعنا, مشاهدة, استمع, حجم الخط, نسخ الرابط
    شेयर करें, साझा करें, प्रिंट, लॉगिन, लॉग इन, खोजें, फॉलो करें
    แชร์, พิมพ์, บันทึก, เข้าสู่ระบบ, สมัครสมาชิก, กลับขึ้นด้านบน, ปิด, ติดตาม, ค้นหา, ขนาดตัวอักษร";

const COMMENTS: &str = "\
    bình luận, ý kiến, ý kiến bạn đọc, ý kiến của bạn, ý kiến độc giả, gửi bình luận, viết bình luận, gửi ý kiến, gửi phản hồi, phản hồi, \
    bình luận của bạn, thảo luận, trả lời, đánh giá, đánh giá bài viết, đánh giá của bạn, click để đánh giá bài viết, xếp hạng, bình chọn, \
    tổng số điểm của bài viết là, điểm của bài viết, số phiếu, phiếu bầu, kém trung bình khá tốt, rất tốt, họ và tên, họ tên, tên của bạn, \
    email của bạn, địa chỉ email, nội dung bình luận, nội dung, mã xác nhận, mã bảo mật, mã captcha, nhập mã, nhập lại, hủy, \
    mới nhất quan tâm nhất, chưa có bình luận, bạn nghĩ gì về bài viết này, vui lòng nhập, ý kiến của bạn sẽ được
    comments, comment, leave a comment, leave a reply, post a comment, add a comment, write a comment, join the conversation, \
    join the discussion, show comments, view comments, be the first to comment, no comments, no comments yet, your name, your email, \
    your comment, your rating, your review, your email address will not be published, required fields are marked, save my name email, \
    captcha, rate this, rate this article, rating, ratings, reviews, customer reviews, write a review, was this helpful, \
    was this article helpful, was this page helpful, sort by, newest, oldest, responses, thoughts on
    kommentare, kommentar schreiben, kommentar verfassen, kommentar hinterlassen, schreibe einen kommentar, kommentieren, \
    ihr name, ihre e mail, deine e mail adresse wird nicht veröffentlicht, bewertung, bewertungen, artikel bewerten, \
    jetzt bewerten, antworten, diskutieren sie mit, leserkommentare, war dieser artikel hilfreich
    commentaires, laisser un commentaire, ajouter un commentaire, poster un commentaire, commenter, votre nom, votre email, votre adresse \
    e mail, votre commentaire, votre adresse e mail ne sera pas publiée, répondre, notez cet article, évaluer, avis, réactions
    comentarios, deja un comentario, deja una respuesta, dejar un comentario, escribe un comentario, comentar, tu nombre, tu correo, \
    tu dirección de correo electrónico no será publicada, responder, valoración, valora este artículo, valoraciones, opiniones
    comentários, deixe um comentário, deixe uma resposta, comente, seu nome, seu e mail, o seu endereço de e mail não será publicado, \
    avaliação, avalie
    commenti, lascia un commento, scrivi un commento, commenta, il tuo nome, rispondi, valutazione, recensioni
    reacties, reageer, plaats een reactie, geef een reactie, komentarze, dodaj komentarz, skomentuj, oceń artykuł, ocena, kommentarer, kommentera
    комментарии, оставить комментарий, добавить комментарий, комментировать, ваше имя, ваш e mail, ответить, оценка, оцените статью, \
    рейтинг, отзывы, обсуждение, коментарі, залишити коментар
    yorumlar, yorum yap, yorum yaz, yorum gönder, adınız, puanla, komentar, tulis komentar, beri komentar, tinggalkan komentar, kirim komentar
    评论, 发表评论, 网友评论, 我要评论, 登录后发表评论, 全部评论, 最新评论, 热门评论, 查看评论, 回复, 评分, 評論, 發表評論, 留言, 您的姓名, 验证码, 跟贴
    コメント, コメントする, コメントを書く, コメントを残す, コメントを投稿, この記事へのコメント, 返信, 評価, お名前, メールアドレス, レビュー, \
    この記事は役に立ちましたか, この記事を評価する
    댓글, 댓글 쓰기, 댓글쓰기, 의견, 기사 평가, 이 기사를 추천합니다, 이름, 등록, 평점
    تعليقات, التعليقات, أضف تعليق, اترك تعليقا, أضف تعليقك, لن يتم نشر عنوان بريدك الإلكتروني, الاسم, البريد الإلكتروني, تقييم, نظرات, دیدگاه
    टिप्पणियाँ, टिप्पणी, कमेंट, कमेंट करें, ความคิดเห็น, แสดงความคิดเห็น, ให้คะแนน";

const BYLINE: &str = "\
    tác giả, bài, bài và ảnh, bài ảnh, thực hiện, người viết, biên tập, biên dịch, theo, nguồn, nguồn tin, dẫn nguồn, ngày đăng, đăng ngày, \
    cập nhật, cập nhật lúc, ngày cập nhật, đăng lúc, xuất bản, người đăng, viết bởi, phóng viên, phút trước, giờ trước, ngày trước, gmt, link bài gốc, \
    lấy link, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, chủ nhật
    by, written by, posted by, published by, reported by, edited by, author, source, via, published, published on, posted, posted on, updated, \
    last updated, last modified, first published, date, minutes ago, hours ago, days ago, min ago, ago, staff reporter, \
    staff writer, contributed by, monday, tuesday, wednesday, thursday, friday, saturday, sunday
    von, autor, autorin, quelle, veröffentlicht, veröffentlicht am, aktualisiert, aktualisiert am, stand, ein artikel von, vor stunden, \
    vor minuten, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, uhr
    par, auteur, publié le, publié, mis à jour, mis à jour le, modifié le, source, écrit par, il y a, lundi, mardi, mercredi, jeudi, vendredi, \
    samedi, dimanche
    por, autor, fuente, publicado, publicado el, actualizado, escrito por, redacción, hace horas, hace días, lunes, martes, miércoles, jueves, \
    viernes, sábado, domingo, fonte, publicado em, atualizado em, há horas, escrito por, segunda feira, terça feira, quarta feira
    di, fonte, pubblicato, pubblicato il, aggiornato, ultimo aggiornamento, a cura di, door, bron, gepubliceerd, bijgewerkt, autor, źródło, \
    opublikowano, aktualizacja, data publikacji, av, källa, publicerad, uppdaterad, publisert, oppdatert
    автор, источник, опубликовано, обновлено, дата публикации, часов назад, минут назад, джерело, оновлено
    kaynak, yayınlanma, güncelleme, yazar, haber, sumber, penulis, editor, diterbitkan, oleh, jam yang lalu
    来源, 來源, 作者, 记者, 記者, 编辑, 責任編輯, 责任编辑, 责编, 发布时间, 发表时间, 更新时间, 发布, 更新, 小时前, 分钟前, 撰文, 文, 稿源, 本文来源
    著者, 執筆, 筆者, 出典, 公開日, 更新日, 投稿日, 最終更新, 配信, 掲載, 提供, 時間前, 分前, 取材
    기자, 입력, 수정, 등록일, 출처, 작성자, 승인, 시간 전, 분 전
    المصدر, الكاتب, كتب, نشر في, تاريخ النشر, آخر تحديث, منذ, بقلم, منبع, نویسنده
    लेखक, द्वारा, स्रोत, प्रकाशित, अपडेटेड, ที่มา, โดย, เผยแพร่, อัปเดต";

const LEGAL: &str = "\
    giấy phép, giấy phép số, bản quyền, bản quyền thuộc về, tổng biên tập, phó tổng biên tập, thư ký tòa soạn, cơ quan chủ quản, \
    chịu trách nhiệm nội dung, chịu trách nhiệm, trang thông tin điện tử, cổng thông tin điện tử, cơ quan ngôn luận, tòa soạn, trụ sở, \
    địa chỉ, điện thoại, đt, fax, hotline, đường dây nóng, liên hệ, liên hệ quảng cáo, ghi rõ nguồn, không được sao chép, \
    số giấy phép, mã số thuế, thiết kế bởi, phát triển bởi, hoạt động theo giấy phép, cấm sao chép, điều khoản sử dụng, chính sách bảo mật
    copyright, all rights reserved, privacy policy, privacy, terms of use, terms of service, terms and conditions, terms, cookie policy, \
    cookies, disclaimer, contact us, contact, about us, about, advertise, advertise with us, careers, powered by, registered office, \
    company number, editor in chief, legal notice, imprint, sitemap, do not sell my personal information, accessibility
    impressum, datenschutz, datenschutzerklärung, agb, alle rechte vorbehalten, kontakt, nutzungsbedingungen, über uns, cookie einstellungen
    mentions légales, tous droits réservés, politique de confidentialité, conditions générales, conditions d utilisation, contactez nous, \
    qui sommes nous, plan du site, gérer mes cookies
    aviso legal, todos los derechos reservados, política de privacidad, política de cookies, contacto, quiénes somos, todos os direitos \
    reservados, política de privacidade, termos de uso, contato, quem somos, expediente
    tutti i diritti riservati, informativa sulla privacy, contatti, chi siamo, note legali, alle rechten voorbehouden, privacybeleid, over ons, \
    wszelkie prawa zastrzeżone, polityka prywatności, regulamin, redakcja, o nas
    все права защищены, политика конфиденциальности, контакты, о нас, о проекте, свидетельство о регистрации, учредитель, главный редактор, \
    пользовательское соглашение, усі права захищені, про нас
    tüm hakları saklıdır, gizlilik politikası, künye, iletişim, hakkımızda, hak cipta, kebijakan privasi, tentang kami, pedoman media siber, redaksi
    版权所有, 版權所有, 版权声明, 免责声明, 免責聲明, 隐私政策, 关于我们, 關於我們, 联系我们, 聯絡我們, 广告服务, 广告合作, 招聘信息, 网站地图, \
    未经许可不得转载, 未经授权, icp备, 许可证, 互联网新闻信息服务许可证, 违法和不良信息举报
    無断転載禁止, 無断転載, 著作権, 利用規約, 個人情報保護方針, プライバシーポリシー, 会社概要, 運営会社, お問い合わせ, 特定商取引法
    무단전재 및 재배포 금지, 무단 전재, 저작권자, 개인정보처리방침, 이용약관, 회사소개, 발행인, 편집인, 등록번호, 청소년보호책임자
    جميع الحقوق محفوظة, سياسة الخصوصية, اتصل بنا, من نحن, حقوق النشر, تمامی حقوق محفوظ است, درباره ما
    सर्वाधिकार सुरक्षित, गोपनीयता नीति, हमारे बारे में, संपर्क करें, สงวนลิขสิทธิ์, นโยบายความเป็นส่วนตัว, ติดต่อเรา, เกี่ยวกับเรา";

const PROMOTION: &str = "\
    quảng cáo, đặt mua báo, đăng ký nhận tin, đăng ký nhận bản tin, nhận bản tin, tải ứng dụng, mời quý độc giả, theo dõi chúng tôi, \
    theo dõi trên, theo dõi báo, tài trợ, nhập email của bạn, kết bạn zalo
    advertisement, advertising, sponsored, sponsored content, promoted, ad, subscribe, subscribe now, subscribe to our newsletter, newsletter, \
    sign up, sign up for our newsletter, get the newsletter, join our newsletter, enter your email, start your free trial, donate, \
    support us, become a member, download the app, get the app, free shipping, shop now, limited time, we use cookies, this site uses cookies, \
    this website uses cookies, accept all cookies, accept cookies, follow us on twitter, join our
    anzeige, werbung, gesponsert, abonnieren, jetzt abonnieren, newsletter abonnieren, jetzt anmelden, wir verwenden cookies
    publicité, annonce, sponsorisé, abonnez vous, s abonner, inscrivez vous à notre newsletter, faire un don, nous utilisons des cookies
    publicidad, anuncio, patrocinado, suscríbete, suscribirse, boletín, apúntate, utilizamos cookies, publicidade, anúncio, assine, patrocinado, \
    receba nossa newsletter, inscreva se
    pubblicità, sponsorizzato, abbonati, iscriviti alla newsletter, advertentie, abonneer, meld je aan, reklama, subskrybuj, annons, annonse
    реклама, на правах рекламы, подписывайтесь, подписаться на рассылку, подпишитесь, реклам, reklam, abone ol, iklan, berlangganan, scroll to continue
    广告, 廣告, 订阅, 訂閱, 下载客户端, 打开app, 扫码关注, 关注公众号, 広告, メルマガ登録, 無料登録, 購読, スポンサーリンク, アプリをダウンロード
    광고, 구독하기, 뉴스레터, 앱 다운로드, إعلان, اعلان, إعلانات, اشترك في النشرة, विज्ञापन, सब्सक्राइब करें, โฆษณา, สมัครรับข่าวสาร";

const NAVIGATION: &str = "\
    trang chủ, tin tức, thời sự, thế giới, kinh tế, kinh doanh, pháp luật, xã hội, văn hóa, giáo dục, thể thao, giải trí, công nghệ, khoa học, \
    sức khỏe, đời sống, du lịch, bất động sản, chính trị, giới thiệu, sơ đồ trang, danh mục, chuyên mục, thư viện ảnh, văn bản, mục lục
    home, home page, homepage, news, sports, business, politics, world, opinion, entertainment, lifestyle, technology, science, health, travel, \
    culture, weather, shop, blog, forum, forums, events, gallery, table of contents, contents, archives, sections, my account, account, \
    startseite, nachrichten, wirtschaft, politik, sport, kultur, wissen, reise, inhalt, inhaltsverzeichnis
    accueil, actualités, économie, politique, société, culture, sport, sports, sommaire, inicio, portada, noticias, economía, política, deportes, \
    cultura, sociedad, opinión, início, notícias, economia, esportes, home, cronaca, politica, economia, cultura, nieuws, strona główna, \
    wiadomości, gospodarka
    главная, новости, политика, экономика, общество, спорт, культура, мир, головна, новини, anasayfa, ana sayfa, gündem, ekonomi, spor, \
    beranda, nasional, ekonomi, olahraga, internasional
    首页, 首頁, 新闻, 新聞, 国内, 国际, 財經, 财经, 体育, 體育, 娱乐, 娛樂, 科技, 社会, 教育, 军事, 正文, 目录
    ホーム, トップ, トップページ, ニュース, 政治, 経済, 社会, 国際, スポーツ, エンタメ, 目次, 地域
    홈, 뉴스, 정치, 경제, 사회, 국제, 스포츠, 문화, 연예, الرئيسية, الصفحة الرئيسية, أخبار, سياسة, اقتصاد, رياضة, ثقافة, صفحه اصلی, होम, मुख्य पृष्ठ, \
    देश, विदेश, खेल, मनोरंजन, หน้าแรก, ข่าว, การเมือง, เศรษฐกิจ, กีฬา, บันเทิง";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_many_languages() {
        let cases = [
            ("Tin liên quan", Some((Label::Related, true))),
            ("Xem thêm: Giá gạo tăng trở lại", Some((Label::Related, false))),
            ("1.204 lượt xem", Some((Label::Control, true))),
            ("(Lượt xem: 1623)", Some((Label::Control, true))),
            ("Your email address will not be published.", Some((Label::Comments, true))),
            ("À lire aussi :", Some((Label::Related, true))),
            ("相关阅读", Some((Label::Related, true))),
            ("来源：青石晚报", Some((Label::Byline, false))),
            ("コメントを書く", Some((Label::Comments, true))),
            ("Mưa rơi suốt đêm", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let found = of(&measure::fold(line)).map(|l| (l.label, l.whole));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn no_label_is_longer_than_what_is_looked_at() {
        assert!(LABELS.keys().all(|label| label.split(' ').count() <= LONGEST_LABEL));
    }
}
