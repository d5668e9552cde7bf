//! Words of sentences that speak to the reader: notices of cookies and rights, invitations to subscribe, to log in, to
//! comment. They look like running text; the words tell. Lists in the languages that most pages are in.

use crate::features::{Table, table::share};
use crate::maps::HashSet;
use crate::measure;
use std::sync::LazyLock;

/// Words of the longest phrase below, characters counting as words in scripts without spaces.
const LONGEST_PHRASE: usize = 5;
/// Words looked at in a line: what it is shows at its start.
const SAMPLE_WORDS: usize = 120;

fn phrases(list: &str) -> HashSet<String> {
    list.split(['\n', ',']).map(measure::fold).filter(|phrase| !phrase.is_empty()).collect()
}

static NOTICES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    phrases(
        "cookie, cookies, newsletter, email, e mail, browser, javascript, website, facebook, twitter, instagram, whatsapp, telegram, youtube, linkedin, zalo, app
        subscribe, subscriber, subscribers, subscription, subscriptions, subscribing, unsubscribe, sign up, signed up, signing up, sign in, log in, login, \
        register, account, password, privacy, policy, terms, consent, copyright, reserved, reproduced, reprinted, permission, advertisement, advertising, \
        advertisers, sponsored, affiliate, commission, comment, comments, click here, click, download, donate, donation, membership, members, follow us, \
        contact us, inbox, browse, checkout, cart, shipping, captcha, spam, moderation, disclaimer, guidelines, published by, contributor, is a writer, \
        is a freelance, editor at, thank you for, learn more, find out more
        bản tin, đăng ký, đăng nhập, tài khoản, mật khẩu, điều khoản, chính sách, bảo mật, bản quyền, ghi rõ nguồn, quảng cáo, trình duyệt, ứng dụng, \
        tải về, theo dõi chúng tôi, theo dõi báo, bình luận, ý kiến của bạn, mời bạn, quý độc giả, quý bạn đọc, bạn đọc, độc giả, gửi về, hộp thư, liên hệ, nhấn vào, \
        bấm vào, xem thêm tại, không được sao chép, sao chép, giấy phép, tòa soạn, hotline, thông tin cá nhân, thành viên, chia sẻ bài viết, bài viết thể hiện
        abonnieren, abo, abonnement, abonnenten, anmelden, angemeldet, registrieren, einloggen, konto, passwort, datenschutz, datenschutzerklärung, \
        einwilligung, zustimmung, urheberrecht, anzeige, werbung, kommentar, kommentare, kommentieren, klicken, mitglied, spende, spenden, \
        nutzungsbedingungen, agb, privatsphäre, externe inhalte, externer inhalt, einstellungen, leserkommentare
        s abonner, abonnez, abonnés, abonné, inscrivez, inscription, connectez, connexion, compte, mot de passe, confidentialité, conditions, consentement, \
        droits réservés, publicité, commentaire, commentaires, cliquez, cliquer, télécharger, faire un don, données personnelles, traceurs
        suscríbete, suscríbase, suscripción, suscriptores, regístrate, registrarse, inicia sesión, iniciar sesión, cuenta, contraseña, privacidad, términos, \
        condiciones, consentimiento, derechos reservados, publicidad, comentario, comentarios, haz clic, clic, descargar, boletín, donar
        assine, assinante, assinantes, assinatura, cadastre, cadastro, inscreva, conta, senha, privacidade, termos, direitos reservados, publicidade, \
        comentário, comentários, clique, baixar, boletim
        abbonati, abbonamento, iscriviti, iscrizione, registrati, accedi, password, termini, consenso, diritti riservati, pubblicità, \
        commento, commenti, clicca, scarica, abonneer, inloggen, wachtwoord, privacybeleid, voorwaarden, toestemming, advertentie, reactie, reacties, klik
        zapisz się, zaloguj, konto, hasło, prywatności, regulamin, zgoda, prawa zastrzeżone, reklama, komentarz, komentarze, kliknij, prenumerata, předplatné, \
        přihlásit, souhlas, prenumerera, logga in, samtycke, annons, kommentarer
        подпишитесь, подписывайтесь, подписаться, подписка, зарегистрируйтесь, войдите, войти, аккаунт, пароль, конфиденциальности, условия, согласие, \
        авторские права, права защищены, реклама, комментарий, комментарии, нажмите, скачать, рассылка, перепечатка, підписуйтесь, увійти, коментарі
        abone, üye ol, giriş yap, hesap, şifre, gizlilik, koşulları, reklam, yorum, yorumlar, tıklayın, indir, berlangganan, daftar, masuk, akun, \
        kebijakan, syarat, iklan, komentar, klik
        订阅, 登录, 登錄, 注册, 註冊, 账号, 帐号, 密码, 隐私, 條款, 条款, 版权, 版權, 转载, 轉載, 授权, 广告, 廣告, 评论, 評論, 点击, 點擊, 下载, 下載, 客户端, 公众号, 微信, \
        微博, 会员, 會員, 扫码, 侵权, 删除, 本站, 本网, 联系我们, 免责, 投稿
        購読, 登録, ログイン, 会員, パスワード, プライバシー, 利用規約, 著作権, 転載, 広告, コメント, クリック, ダウンロード, アプリ, メルマガ, フォロー, お問い合わせ
        구독, 로그인, 회원, 회원가입, 비밀번호, 개인정보, 약관, 저작권, 무단, 광고, 댓글, 클릭, 다운로드, 제보
        اشترك, الاشتراك, تسجيل, حساب, كلمة المرور, الخصوصية, الشروط, الحقوق, إعلان, تعليق, التعليقات, اضغط, تحميل, عضویت, ورود, حریم خصوصی
        सब्सक्राइब, लॉगिन, गोपनीयता, विज्ञापन, टिप्पणी, क्लिक करें, डाउनलोड, สมัครสมาชิก, เข้าสู่ระบบ, ลิขสิทธิ์, โฆษณา, คลิก, ดาวน์โหลด",
    )
});

static READER: LazyLock<HashSet<String>> = LazyLock::new(|| {
    phrases(
        "you, your, yours, we, our, us, please, bạn, của bạn, chúng tôi, quý vị, vui lòng, hãy, sie, ihr, ihre, ihren, ihnen, dir, dich, du, dein, deine, wir, uns, unser, \
        unsere, unseren, bitte, vous, votre, vos, nous, notre, nos, veuillez, usted, ustedes, tu, tus, nuestro, nuestra, nuestros, nosotros, por favor, você, \
        seu, sua, nosso, nossa, voi, vostro, vostra, nostro, nostra, noi, u, uw, je, jouw, wij, ons, onze, twój, twoje, nasz, nasze, prosimy, вы, вас, вам, ваш, ваши, \
        мы, нас, наш, наши, пожалуйста, siz, sizin, biz, bizim, lütfen, anda, kami, kita, silakan, 您, 你, 我们, 我們, 请, 請, あなた, 私たち, ください, 당신, 여러분, 우리, \
        أنت, نحن, يرجى, आप, आपका, हम, कृपया, คุณ, เรา, กรุณา",
    )
});

/// How many phrases of a set stand in a folded text.
fn count(folded: &str, set: &HashSet<String>) -> f32 {
    let ends: Vec<usize> =
        folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]).take(SAMPLE_WORDS).collect();
    let mut found = 0.0;
    let mut start = 0;
    for (i, &end) in ends.iter().enumerate() {
        let longest = ends[i..].iter().take(LONGEST_PHRASE);
        found += f32::from(longest.clone().any(|&end| set.contains(&folded[start..end])));
        start = (end + 1).min(folded.len());
    }
    found
}

pub(super) fn add_columns(table: &mut Table, folded: &[String]) {
    let words = |i: usize| (folded[i].bytes().filter(|&b| b == b' ').count() + 1).min(SAMPLE_WORDS) as f32;
    for (name, set) in [("notice", &*NOTICES), ("reader", &*READER)] {
        let counts: Vec<f32> = folded.iter().map(|line| count(line, set)).collect();
        table.add(format!("{name}_words"), |i| counts[i]);
        table.add(format!("{name}_share"), |i| share(counts[i], words(i)));
        let around = |i: usize| i.saturating_sub(3)..(i + 4).min(counts.len());
        table.add(format!("{name}_around"), |i| counts[around(i)].iter().sum());
        table.add_page(format!("page_{name}"), share(counts.iter().sum(), (0..folded.len()).map(words).sum()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_counted_in_many_languages() {
        let cases = [
            ("We use cookies; read our privacy policy.", 3.0),
            ("Mời bạn đăng ký nhận bản tin của chúng tôi", 3.0),
            ("未经授权不得转载", 2.0),
            ("Mưa rơi suốt đêm trên đồi", 0.0),
            ("", 0.0),
        ];
        for (line, expected) in cases {
            assert_eq!(count(&measure::fold(line), &NOTICES), expected, "{line}");
        }
    }
}
