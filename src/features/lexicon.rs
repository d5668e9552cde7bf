//! What furniture talks of: words that notices, forms and lists on pages of many kinds have in common, in the languages
//! that most of the web is written in. Articles use these words too; the model weighs how many there are, and where.
//!
//! Phrases are matched as runs of folded tokens, see [`measure::fold`].

use super::table::{Evidence, Table};
use crate::maps::{HashMap, HashMapExt};
use crate::measure;
use std::sync::LazyLock;

/// Tokens of a block that are looked at: what a notice is about it says at once.
const SAMPLE_TOKENS: usize = 40;
/// Blocks on each side that count as near.
const NEAR: usize = 4;

/// A subject of furniture and its phrases, separated by commas.
const SUBJECTS: [(&str, &str); 10] = [
    (
        "consent",
        "cookie, cookies, gdpr, consent, privacy, \
         quyền riêng tư, datenschutz, einwilligung, confidentialité, consentement, privacidad, consentimiento, \
         privacidade, consentimento, riservatezza, consenso, toestemming, prywatności, zgody, \
         конфиденциальности, согласие, çerez, çerezleri, gizlilik, privasi, integritet, samtycke, \
         soukromí, 隐私, 隱私, クッキー, プライバシー, 쿠키, 개인정보, الخصوصية",
    ),
    (
        "browser",
        "javascript, browser, browsers, enable, adblock, ad blocker, outdated, \
         trình duyệt, navigateur, navegador, przeglądarka, przeglądarki, przeglądarce, браузер, браузера, браузере, \
         tarayıcı, tarayıcınız, peramban, webbläsare, prohlížeč, prohlížeči, 浏览器, 瀏覽器, ブラウザ, ブラウザー, \
         브라우저, المتصفح, متصفحك",
    ),
    (
        "account",
        "login, log in, sign in, sign up, password, username, register, account, captcha, \
         đăng nhập, đăng ký, mật khẩu, tài khoản, anmelden, registrieren, passwort, connexion, inscription, \
         mot de passe, iniciar sesión, contraseña, registrarse, entrar, senha, cadastre, accedi, registrati, \
         inloggen, wachtwoord, zaloguj, hasło, войти, регистрация, пароль, giriş, şifre, üye ol, masuk, daftar, \
         logga in, přihlásit, heslo, 登录, 登錄, 登入, 注册, 註冊, 密码, 密碼, ログイン, パスワード, 会員登録, \
         로그인, 회원가입, 비밀번호, تسجيل الدخول, كلمة المرور",
    ),
    (
        "subscription",
        "newsletter, newsletters, subscribe, subscriber, subscribers, subscription, inbox, unsubscribe, \
         bản tin, đăng ký nhận, theo dõi, abonnieren, abo, abonnez, abonnement, abonnés, suscríbete, suscripción, \
         boletín, assine, assinante, assinantes, iscriviti, abbonati, abbonamento, abonneer, nieuwsbrief, \
         prenumeruj, subskrybuj, подписаться, подпишитесь, подписка, рассылку, abone, bülten, berlangganan, \
         prenumerera, nyhetsbrev, odběr, předplatné, 订阅, 訂閱, メルマガ, 購読, 有料会員, 구독, اشترك, النشرة",
    ),
    (
        "sharing",
        "share, tweet, facebook, twitter, whatsapp, linkedin, pinterest, telegram, reddit, follow us, copy link, print, \
         zalo, chia sẻ, in bài viết, gửi email, sao chép, teilen, drucken, partager, imprimer, compartir, compartilhar, \
         condividi, stampa, delen, udostępnij, поделиться, paylaş, bagikan, dela, sdílet, 分享, 微信, 微博, シェア, \
         ツイート, 공유, 카카오톡, شارك, مشاركة",
    ),
    (
        "rights",
        "copyright, all rights reserved, rights reserved, terms, terms of use, terms of service, licence, license, \
         bản quyền, giấy phép, ghi rõ nguồn, chịu trách nhiệm, hotline, tòa soạn, tổng biên tập, impressum, agb, \
         nutzungsbedingungen, tous droits réservés, mentions légales, todos los derechos reservados, aviso legal, \
         todos os direitos reservados, diritti riservati, voorwaarden, prawa zastrzeżone, regulamin, все права защищены, \
         tüm hakları saklıdır, hak cipta, všechna práva, 版权, 版權, 著作権, 無断転載, 무단전재, 저작권, \
         جميع الحقوق محفوظة",
    ),
    (
        "more",
        "read more, related, recommended, you may also like, also read, read also, see also, more from, latest, \
         most read, most popular, trending, top stories, \
         liên quan, xem thêm, đọc thêm, tin mới, cùng chuyên mục, đọc nhiều, xem nhiều, có thể bạn quan tâm, tin khác, \
         mehr zum thema, lesen sie auch, auch interessant, meistgelesen, lire aussi, à lire, les plus lus, \
         lea también, te puede interesar, más leídas, leia também, veja também, mais lidas, leggi anche, i più letti, \
         lees ook, czytaj także, zobacz także, czytaj też, читайте также, смотрите также, по теме, ilgili haberler, \
         baca juga, artikel terkait, läs också, läs mer, čtěte také, 相关, 相關, 推荐, 推薦, 延伸閱讀, 更多, \
         関連記事, おすすめ, ランキング, 関連, 관련기사, 많이 본, 추천, اقرأ أيضا, مواضيع ذات صلة",
    ),
    (
        "comments",
        "comment, comments, reply, replies, leave a comment, rate, rating, votes, report abuse, \
         bình luận, ý kiến, trả lời, đánh giá, gửi bình luận, lượt xem, kommentar, kommentare, antworten, commentaire, \
         commentaires, répondre, comentario, comentarios, responder, comentários, commenti, commento, rispondi, reacties, \
         reageer, komentarz, komentarze, odpowiedz, комментарии, комментарий, ответить, yorum, yorumlar, yanıtla, \
         komentar, balas, kommentarer, svara, komentáře, komentář, 评论, 評論, 留言, 回复, 回覆, コメント, 返信, \
         댓글, 답글, تعليق, تعليقات",
    ),
    (
        "advertising",
        "advertisement, advertising, ad, ads, sponsored, affiliate, commission, promo, discount, \
         quảng cáo, tài trợ, anzeige, werbung, gesponsert, publicité, sponsorisé, publicidad, patrocinado, publicidade, \
         pubblicità, sponsorizzato, advertentie, reklama, sponsorowany, реклама, партнёрский, reklam, iklan, annons, \
         reklamní, 广告, 廣告, 赞助, 広告, スポンサー, 광고, 협찬, إعلان",
    ),
    (
        "shop",
        "add to cart, cart, basket, checkout, shipping, in stock, out of stock, wishlist, buy now, returns, \
         giỏ hàng, mua ngay, thanh toán, vận chuyển, hết hàng, warenkorb, versand, lieferung, panier, livraison, \
         carrito, envío, carrinho, frete, carrello, spedizione, winkelwagen, koszyk, dostawa, корзина, корзину, доставка, \
         sepet, sepete ekle, kargo, keranjang, varukorg, košík, 购物车, 購物車, 加入, カート, 送料, 在庫, \
         장바구니, 배송, السلة",
    ),
];

/// The tokens of a phrase after the first, and its subject's number.
type Phrase = (Vec<String>, usize);

/// Phrases by their first token.
static PHRASES: LazyLock<HashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (number, (_, list)) in SUBJECTS.iter().enumerate() {
        for phrase in list.split(',') {
            let folded = measure::fold(phrase);
            let mut tokens = folded.split(' ').map(str::to_owned);
            if let Some(first) = tokens.next() {
                phrases.entry(first).or_default().push((tokens.collect(), number));
            }
        }
    }
    phrases
});

/// How often each subject comes up in a text.
type Counts = [f32; SUBJECTS.len()];

/// Adds, for each subject, how often it comes up in a block, near it, and in the heading above it; `headings` gives that
/// heading.
pub(super) fn add_columns(table: &mut Table, folded: &[String], headings: &[Option<usize>]) {
    let counts: Vec<Counts> = folded.iter().map(|text| count(text)).collect();
    let mut before = vec![[0.0; SUBJECTS.len()]];
    for of_block in &counts {
        let mut sums = before[before.len() - 1];
        sums.iter_mut().zip(of_block).for_each(|(sum, count)| *sum += count);
        before.push(sums);
    }
    table.tells(Evidence::Label);
    for (subject, (name, _)) in SUBJECTS.iter().enumerate() {
        table.add(format!("says_{name}"), |i| counts[i][subject]);
        table.add(format!("near_{name}"), |i| {
            let (start, end) = (i.saturating_sub(NEAR), (i + NEAR + 1).min(counts.len()));
            before[end][subject] - before[start][subject]
        });
        table.add(format!("heading_{name}"), |i| headings[i].map_or(0.0, |heading| counts[heading][subject]));
    }
}

fn count(folded: &str) -> Counts {
    let mut counts = [0.0; SUBJECTS.len()];
    let mut tokens = folded.split(' ').take(SAMPLE_TOKENS);
    while let Some(first) = tokens.next() {
        let Some(phrases) = PHRASES.get(first) else { continue };
        for (rest, subject) in phrases {
            if tokens.clone().take(rest.len()).eq(rest.iter().map(String::as_str)) {
                counts[*subject] += 1.0;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subjects(text: &str) -> Vec<&'static str> {
        let counts = count(&measure::fold(text));
        SUBJECTS.iter().zip(counts).filter(|(_, count)| *count > 0.0).map(|((name, _), _)| *name).collect()
    }

    #[test]
    fn furniture_is_known_in_many_languages() {
        let cases: &[(&str, &[&str])] = &[
            ("We use cookies to improve your visit.", &["consent"]),
            ("Trình duyệt của bạn quá cũ", &["browser"]),
            ("Đăng nhập để gửi bình luận", &["account", "comments"]),
            ("Mot de passe oublié ?", &["account"]),
            ("Читайте также", &["more"]),
            ("请先登录后发表评论", &["account", "comments"]),
            ("無断転載を禁じます", &["rights"]),
            ("当サイトではクッキーを使用しています", &["consent"]),
            ("장바구니에 담기", &[]),
            ("장바구니", &["shop"]),
            ("The river rose by two metres.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(subjects(text), *expected, "{text}");
        }
    }
}
