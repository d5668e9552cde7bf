//! Words that do not show what a text is about.
//!
//! The lists were written for this crate. They contain the common function words of each language,
//! and common words in news ("said", "according"). They are short, because a keyword must also be
//! repeated or be in the title. The words are in lower case.

/// Returns the stop words of a language, separated by spaces, or `None` if there is no list. For
/// Chinese, these are letters.
pub(super) fn stop_words(language: &str) -> Option<&'static str> {
    let found = LISTS.iter().find(|(languages, _)| languages.split(' ').any(|name| name == language));
    found.map(|&(_, words)| words)
}

/// Vietnamese stop words that are also the end of words with two syllables: hàng không, lẫn nhau,
/// nước ngoài.
pub(super) const ENDINGS: [&str; 3] = ["không", "nhau", "ngoài"];

/// Chinese stop words that are also letters of other words. They do not divide a word, but no
/// keyword begins or ends with one of them.
pub(super) const WORD_LETTERS: &str =
    "中上下前后後里裡时時能可会會对對当當得地自多少一二三四五六七八九十起两年月日说說看第己只";

/// Small words that join the words of one term, in languages with articles: "Articles of
/// Organization", "chef de l'Etat".
pub(super) const JOINTS: &str =
    "of de du des d' d’ del da do das dos di della dei delle van von der l' l’ la las los 's";

/// Returns the words and phrases of a language that occur in all kinds of texts and so do not tell
/// the topic, separated by `|`. They may be part of a longer phrase.
pub(super) fn fillers(language: &str) -> impl Iterator<Item = &'static str> {
    let found = FILLERS.iter().find(|(languages, _)| languages.split(' ').any(|name| name == language));
    found.map_or("", |&(_, words)| words).split('|')
}

#[rustfmt::skip]
static FILLERS: &[(&str, &str)] = &[
    ("vi", "tích cực|cần thiết|sự cần thiết|sử dụng|thể hiện|điều kiện|khu vực|đầu tiên|tham gia|toàn bộ|xử lý|thời gian|quan trọng|hoạt động|\
        thực hiện|vấn đề|khó khăn|hiệu quả|phát hiện|tổ chức|tình hình|hoàn thành|nỗ lực|nguyên nhân|khả năng|mục tiêu|vị trí|lực lượng|trường hợp|\
        tiếp tục|bắt đầu|kết quả|nhu cầu|đảm bảo|bảo đảm|phù hợp|đặc biệt|quá trình|nội dung|hiện nay|thông tin|cụ thể|kéo dài|mang đến|trọn vẹn|\
        nguy cơ|cơ hội|giải pháp|đối tượng|việc sử dụng|diễn ra|xảy ra|đáng chú ý|khoảng thời gian|thời điểm|đơn giản|dự kiến|chính thức|diễn biến|công tác|địa phương|chuyên môn|quản lý|toàn tỉnh|hành động|liên quan|cơ sở|bản thân|triển khai|tinh thần|tốt đẹp"),
    ("en", "best|better|good|keep|feel|hard|easy|positive|necessity|important|different|able|yourself|themselves|ways|look|looking|find|help|helps|\
        check|add|based|common|example|high|low|long|big|small|great|high-quality|part|place|point|right|left|start|step|steps|tips|used|works|\
        work|working|using|called|known|provide|offers|ensure|include|includes|number|lot|kind|sure|full|real|top|bad|free|today's|ago|away|come|\
        across|already|often|simply|especially|usually|everything|someone|anyone|everyone|nothing|anything|monday|tuesday|wednesday|thursday|\
        friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|months|hours|minutes|side|\
        follow|try|give|means|needs|done|told|asked|added|month|possible|available|main|special|specific|various|million|percent|result|results|words|world|range|found|typically|items|option|\
        options|type|types|pros|cons|everyday|expert|experts|feature|features|style|cause|causes|four|five|six|seven|eight|nine|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|hundreds|thousand|thousands|dozen|dozens|list|system|problem|problems"),
    ("de", "ich|teil|ende|beispiel|prozent|millionen|milliarden|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|\
        april|mai|juni|juli|august|september|oktober|november|dezember|uhr|fall|frage|fragen|möglichkeit|notwendigkeit|woche|wochen|monate|tag|tage|\
        zeit|weg|anfang|grund|ziel|dinge|art|druck|arbeit|menschen|angaben|namen|mitte|thema|sinn|experten|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|fünfzig|hundert|hunderte|tausend|tausende|dutzend|grunde|ursache|problem|probleme|ursachen|liste"),
    ("fr", "positif|nécessité|nécessaire|important|importante|possible|grand|grande|petit|petite|nouveau|nouvelle|meilleur|bon|bonne|dernier|dernière|\
        deuxième|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|\
        décembre|mois|semaine|heures|millions|milliards|mme|partie|exemple|fin|cas|net|situation|hausse|général|générale|permet|monde|travail|\
        notamment|toujours|également|vraiment|chose|choses|experts|article|cause|quatre|cinq|sept|huit|neuf|onze|douze|quinze|vingt|trente|quarante|cinquante|cent|cents|mille|milliers|dizaine|dizaines|centaine|centaines|faits|moment|point|pays|problème|liste"),
    ("es pt", "positivo|necesidad|necessidade|necesario|importante|posible|possível|mejor|melhor|grande|gran|nuevo|nueva|novo|nova|primera|último|última|\
        lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda-feira|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|\
        noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|meses|semana|ayer|hoy|hoje|ontem|tras|\
        cuatro|cinco|quatro|millones|milhões|ejemplo|exemplo|caso|casos|manera|maneira|cosas|coisas|completamente|especialmente|además|modelo|\
        mundo|vida|personas|pessoas|momento|lugar|grupo|él|trabajo|trabalho|expertos|causa|siete|sete|ocho|oito|nueve|nove|diez|once|onze|doce|doze|veinte|vinte|treinta|trinta|cincuenta|cinquenta|cien|cientos|miles|milhares|docena|dezenas|problema|punto|ponto|lista"),
    ("it", "positivo|necessità|necessario|importante|possibile|migliore|grande|nuovo|nuova|ultimo|ultima|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|\
        domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|mesi|settimana|ieri|milioni|esempio|\
        caso|modo|cose|parte|momento|quattro|cinque|particolare|mondo|lavoro|esperti|causa|sette|otto|nove|dieci|undici|dodici|venti|trenta|quaranta|cinquanta|cento|mille|migliaia|decine|centinaia|problema|punto|lista"),
    ("nl af", "positief|noodzaak|belangrijk|mogelijk|beste|goed|goede|grote|kleine|laatste|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|\
        februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maanden|week|weken|uur|miljoen|miljard|procent|voorbeeld|deel|\
        keer|vooral|vaak|mensen|deskundigen|oorzaak|vier|vijf|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig|honderd|honderden|duizend|duizenden|tientallen|probleem|oorzaken|lijst|punt"),
    ("ru", "важно|важный|возможность|необходимость|необходимо|новый|новая|новые|первый|последний|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|\
        января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|человек|людей|время|времени|случае|примеру|млн|млрд|тысяч|процентов|\
        отметил|рассказал|добавил|часть|месте|день|дня|эксперты|причина|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|тридцать|сорок|пятьдесят|сотни|тысячи|десятки|проблема|хотел|господин|список"),
    ("uk", "важливо|можливість|необхідність|новий|нова|нові|перший|останній|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|\
        людей|часу|час|випадку|млн|млрд|тисяч|відсотків|розповів|додав|частина|день|дня|експерти|причина|чотири|шість|вісім|дев'ять|десять|двадцять|тридцять|сотні|тисячі|десятки|проблема|список"),
    ("pl", "ważne|możliwość|konieczność|nowy|nowa|nowe|pierwszy|ostatni|poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę|stycznia|lutego|marca|kwietnia|\
        maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|osób|ludzi|czasu|czas|przykład|mln|mld|procent|część|dzień|dni|eksperci|przyczyna|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć|dwadzieścia|trzydzieści|setki|tysiące|dziesiątki|problem|lista|punkt"),
    ("cs sk", "důležité|možnost|nutnost|nový|nová|nové|první|poslední|pondělí|úterý|středu|čtvrtek|pátek|sobotu|neděli|ledna|února|března|dubna|května|června|července|\
        srpna|září|října|listopadu|prosince|lidí|lidé|času|příklad|milionů|procent|část|den|dní|odborníci|příčina|čtyři|šest|sedm|devět|deset|dvacet|třicet|padesát|stovky|tisíce|desítky|problém|seznam|bod"),
    ("sv nb nn no da", "viktigt|viktig|vigtigt|möjlighet|mulighet|nödvändigt|första|första|første|siste|sista|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|\
        tirsdag|lørdag|søndag|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|desember|januar|februar|marts|mai|august|\
        människor|mennesker|tid|exempel|eksempel|procent|prosent|miljoner|millioner|del|dag|dagar|dager|experter|eksperter|orsak|årsag|fyra|fire|fem|seks|åtta|åtte|otte|tolv|tjugo|tyve|trettio|femtio|hundra|hundre|tusen|tusind|tusentals|dussin|problem|lista|liste|punkt"),
    ("fi", "tärkeä|mahdollisuus|välttämätön|uusi|uuden|ensimmäinen|viimeinen|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|sunnuntaina|\
        ihmiset|ihmisiä|aika|aikana|esimerkiksi|miljoonaa|prosenttia|osa|päivä|hyvä|suuri|asiantuntijat|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kaksikymmentä|satoja|tuhansia|kymmeniä"),
    ("tr az", "önemli|gerekli|mümkün|iyi|büyük|küçük|ilk|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|\
        eylül|ekim|kasım|aralık|kişi|zaman|örnek|milyon|milyar|yüzde|bölüm|gün|saat|uzmanlar|dört|beş|altı|yedi|sekiz|dokuz|yirmi|otuz|kırk|elli|yüzlerce|binlerce|onlarca"),
    ("hu", "fontos|lehetőség|szükséges|jó|első|utolsó|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|január|február|március|április|május|június|július|\
        augusztus|szeptember|október|november|december|ember|emberek|idő|példa|millió|százalék|rész|nap|szakértők|négy|hét|nyolc|kilenc|tíz|húsz|harminc|ötven|száz|ezer|százak|ezrek|tucat"),
    ("ro", "important|posibil|necesar|bun|mare|nou|nouă|primul|ultimul|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|ianuarie|februarie|martie|aprilie|mai|iunie|\
        iulie|august|septembrie|octombrie|noiembrie|decembrie|oameni|timp|exemplu|milioane|parte|zi|zile|experți|cauză|patru|cinci|șase|șapte|opt|nouă|zece|douăzeci|treizeci|cincizeci|sute|mii|zeci"),
    ("id ms jv", "penting|perlu|mungkin|baik|besar|kecil|pertama|terakhir|senin|selasa|rabu|kamis|jumat|sabtu|minggu|januari|februari|maret|april|mei|juni|juli|agustus|\
        september|oktober|november|desember|waktu|contoh|juta|persen|bagian|hari|cara|hal|pakar|penyebab|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|puluh|puluhan|ratus|ratusan|ribu|ribuan"),
    ("el", "σημαντικό|δυνατό|καλό|μεγάλο|μεγάλη|νέο|νέα|πρώτη|πρώτο|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|άνθρωποι|παράδειγμα|εκατομμύρια|μέρος|ημέρα|ειδικοί|αιτία|τέσσερα|πέντε|επτά|οκτώ|εννέα|δέκα|είκοσι|τριάντα|πενήντα|εκατό|εκατοντάδες|χιλιάδες|δεκάδες"),
    ("ar", "مهم|ضروري|ممكن|كبير|كبيرة|جديد|جديدة|الأول|الأولى|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|الناس|الوقت|مثال|مليون|مليار|جزء|اليوم|خبراء|سبب|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|عشرين|مئات|آلاف|عشرات"),
    ("fa", "مهم|لازم|ممکن|بزرگ|جدید|اول|اولین|شنبه|یکشنبه|دوشنبه|جمعه|مردم|زمان|مثال|میلیون|میلیارد|درصد|بخش|کارشناسان|علت|چهار|پنج|هفت|هشت|بیست|هزار|هزاران|صدها|ده‌ها"),
    ("hi mr ne", "महत्वपूर्ण|जरूरी|संभव|बड़ा|बड़ी|नया|नई|पहला|पहली|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|लोग|लोगों|समय|उदाहरण|करोड़|लाख|प्रतिशत|दिन|विशेषज्ञ|कारण|चार|पांच|सात|आठ|दस|बीस|पचास|हजार|हजारों|सैकड़ों"),
    ("zh", "可能|能够|能夠|时候|時候|自己|一定|进行|進行|发生|發生|表示|问题|問題|今天|大家|人家|别人|知道|认为|認為|目前|相关|相關|方面|情况|情況|其他|开始|開始|成为|成為|\
        通过|通過|需要|以及|由于|促进|促進|方向|积极|積極|必要|本次|没有|沒有|出现|出現|选择|選擇|解决|解決|内容|內容|重要|主要|时间|時間|工作|恢复|建议|发展|發展|公里|周边|任何|这样|什么|专家|專家|原因|只能|一天|能力|曜日|来自|变成|方法|生活|一年|推动|深入|提供|一点"),
    ("ja", "必要|可能|重要|問題|場合|時間|自分|状況|方法|結果|理由|以上|以下|今回|昨年|今年|最近|現在|予定|発表|調査|解消|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|専門家|原因|曜日|生活|一年|一部"),
    ("ko", "필요|가능|중요|문제|경우|시간|자신|상황|방법|결과|이유|최근|현재|예정|월요일|화요일|수요일|목요일|금요일|토요일|일요일|사람|사람들|전문가|원인|수백|수천|수십"),
];

#[rustfmt::skip]
static LISTS: &[(&str, &str)] = &[
    ("vi", "và là của có cho các những được trong với một này đó khi đã để từ theo tại về như cũng ra đến vào trên \
        sau ở do nhiều sẽ phải bị nhưng còn hay hoặc nếu vì thì mà rằng nên rất lại đang mới chỉ cùng qua tới \
        lên xuống ông bà anh chị em tôi họ nó chúng ta mình bạn cô chú ai gì nào đâu sao thế vậy đây kia ấy hơn \
        nhất mỗi mọi cả từng vẫn chưa đều vừa đi làm biết nói thấy năm ngày tháng giờ lúc nay hôm trước giữa \
        dưới ngoài bằng hai ba bốn chiếc bởi tuy dù song khoảng gần thêm nữa luôn muốn cần nhận đưa lần riêng \
        ngay cứ bao ảnh trả lời chia sẻ triệu tỷ tỉ nghìn mức không nhau tp tto nlđo thứ lớn"),
    ("en", "a about above according after again against all also although always am among an and another any are aren't \
        around as at back be became because been before being below between both but by came can can't could day did didn't \
        do does doesn't doing don't down during each either even ever every few first for from get gets getting go goes \
        going good got had has have having he her here hers him himself his how however i i'm if in including instead \
        into is isn't it it's its itself just know last less let like likely made make makes making many may me might more \
        most much must my near need never new next no nor not now of off often on once one only or other our out over \
        own people per put quite rather really said same say says see seen several she should since so some something still \
        such take than that that's the their them then there these they thing things think this those though three through \
        time to today together too two under until up upon us use used using very want was way we week well went were what \
        when where whether which while who whom whose why will with within without won't would year years yet you your"),
    ("de", "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bin bis bisher da \
        dabei dafür damit dann daran darauf das dass dazu dem den denn der des deshalb deutlich die dies diese diesem diesen \
        dieser dieses doch dort du durch eigentlich ein eine einem einen einer eines er erst es etwa etwas für gegen gibt \
        habe haben hat hatte hatten hier hin ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jahr jahre \
        jahren jede jeder jedoch jetzt kann kein keine können könnte laut machen man mehr mehrere mein mit muss müssen nach \
        neue neuen nicht nichts noch nun nur ob oder ohne sagt sagte schon sehr sei sein seine seinem seinen seiner seit \
        sich sie sind so soll sollen sondern sowie über um und uns unter viel viele vom von vor war waren was weil weiter \
        welche wenn wer werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwei zwischen"),
    ("fr", "a afin ai ainsi après au aucun aujourd aussi autre autres aux avait avant avec avoir c car ce cela celle celui ces cet \
        cette ceux chaque chez comme comment contre d dans de depuis des deux dire dit dont du déjà elle elles en encore \
        entre est et eu eux faire fait fois font il ils j je jour jusqu l la le les leur leurs lors lui là m ma mais me même \
        mes moins mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut plus plusieurs pour pourrait \
        pouvoir puis premier première qu quand que quel quelle quelques qui quoi s sa sans se sera ses si son sont sous sur t ta \
        tous tout toute toutes trois très tu un une vers vos votre vous y à été être an ans année selon"),
    ("es pt", "a al ante tras algo alguns ainda além ano anos antes ao aos após apenas aquel aqui as así assim até aunque año años bien cada \
        com como cómo con contra cual cuando da das de del desde dia disse dijo do donde dos durante día días e el ela elas \
        ele eles ella ellas ellos em en entre era es esa esas ese eso esos essa esse esta estaba estado estar estas este \
        esto estos está están estão eu fue fueron foi foram forma fue ha haber había hace hacer han hasta hay isso isto já la \
        las le les lo los mais mas me menos mesmo mi mientras mismo mucho muito muy más na nas nem ni no nos nosotros não o \
        os otra otras otro otros ou para parte pela pelo pelos per pero pode poder por porque pues puede que quem quien quando \
        qué se segundo según sem ser será seu seus si sido sin sino sobre solo son sua suas su sus são só sí também tambien \
        también tan tanto te tem tener tener tiene tienen todo todos toda todas tres três um uma un una uno unos usted ya yo y é"),
    ("it", "a abbiamo ad agli ai al alla alle allo anche ancora anni anno avere aveva c che chi ci cioè col come con contro cosa così cui \
        d da dagli dai dal dalla dalle dei del della delle dello dentro di dopo dove due e ed era erano essere fa fare fino \
        fra gli ha hai hanno ho i il in io l la le lei li lo loro lui ma me mentre molto ne negli nei nel nella nelle nello \
        noi non nostro o ogni oggi oltre per perché perciò più poi prima proprio può qua quale quando quanto quasi quella \
        quelle quelli quello questa queste questi questo qui se sempre senza si sia solo sono sopra sta stata stati stato \
        su sua sue sugli sui sul sulla suo suoi tra tre tutta tutte tutti tutto un una uno va verso volta è"),
    ("nl af", "aan al alle als altijd andere ben bij bijna dan dat de deze die dit doen door dus een eerste elke en er geen gaan haar had \
        hadden heb hebben heeft heel het hier hij hoe hun ik in is ja jaar je kan komen kunnen maar meer men met mijn moet \
        moeten na naar net niet nieuwe nog nu of om omdat onder ons ook op over sinds te tegen terwijl toch toen tot tussen \
        twee u uit van veel volgens voor want waren was wat we weer wel werd werden wie wij wil worden wordt zal ze zei zeer \
        zegt zich zij zijn zo zonder zou zouden"),
    ("ru", "а без более больше будет будут бы был была были было в вам вас во вот время все всего всех вы где год года году да даже \
        два для до его ее её если есть еще ещё же за и из или им их к как когда которая которого которое которой которые \
        который которых кто ли лет лишь между меня много может можно мы на над нас не него нее нет них но ну о об однако он она \
        они оно от очень по под после потому при про раз с сам свои своих себя сейчас со стал так также такие такой там \
        тем то того тоже только том тому тот три ту ты у уже хотя чем через что чтобы эта эти этих это этого этой этом этот \
        я сказал сообщил словам заявил"),
    ("uk", "а або але без більше був буде була були було в вже ви від він вона вони все всі де для до його за з зі і із й їх її \
        коли котрий лише ми може на навіть не нас ні ну об однак по під після при про р року роки роках раз свої свою себе \
        серед так також та там те того тому то той тільки треба у усі хоча це цей ця ці цього цьому чи через що щоб я як яка \
        яке який якого які яких є"),
    ("pl", "a aby albo ale ani bardzo bez bo był była było były by być będzie będą ci co czy dla do dwa gdy gdzie go i ich im inne \
        ich ja jak jako jego jej jednak jest jeszcze już każdy kiedy kto która które którego której który których lat lub \
        ma mają może można my na nad nam nas nie nich niego niej nim o od on ona one oni oraz po pod podczas ponad powiedział \
        przed przez przy roku rok są się swoje ta tak także tam te tego tej ten to tu tylko tym u w we więc wszystkie z za \
        ze że został została"),
    ("cs sk", "a aby aj ale ani až bez bude budou by byl byla byli bylo být co dnes do ho i já jak jako je jeho její jejich jen \
        ještě již k každý kde kdo když která které který kteří let má může na nad nebo není než o od on ona oni po pod podle \
        pro proto protože před při po roce roku rok s se si sa so svou své tak také takže tam ten tento to tu už v ve však \
        za z ze že sú ktorý ktorá ktoré ako pri pre nie bol bola boli bolo sme som"),
    ("sv nb nn no da", "af alla alle allt andra andre at att av både blev bli blir bliver blitt da de dem den denne denna deras deres det \
        detta dette dig din disse dock du där därför efter eller en end er et ett etter finns flera flere fler fra från för \
        før får får får gjorde går ha hade hadde han hans har havde helt hennes her hon hun hur hva hvad hvem hvis hvor här i \
        icke igen ikke in inn inom inte jag jeg kan kommer kommet kun kunde kunne man mange med medan mellan mellom men mer \
        mot mycket många må måste når när nej no nok noen någon några nu nya nye ny när og också och om opp oss over på sa \
        samma samt seg selv sen ser sig sin sine sina siger sitt skal skulle ska som så säger sådan til till to två upp under \
        ut utan var vara ved vi vid vil vill ville være været vært åren året år över"),
    ("fi", "ei eivät eli ennen enemmän entä ettei että hän hänen he heidän häntä ja jo joka joiden joita jolla jonka jos jossa jota jotka \
        jälkeen kaikki kanssa kertoo kertoi koko koska kuin kuitenkin kun lisäksi mikä minkä missä mitä mukaan mutta muun muut \
        myös ne niiden niin niitä noin nyt näin ole oli olisi olivat olla olleet ollut on ovat sanoo sanoi se sen siitä \
        sille sitten sitä tai tämä tämän tässä tätä vaan vain vaikka vielä voi vuoden vuonna vuotta yli"),
    ("tr az", "acaba ama ancak arasında artık aslında az bana bazı belki ben bile bin bir biri birkaç birçok biz böyle bu bunu bunun \
        burada çok çünkü da daha dan de değil dedi den diye dolayı en etti fakat gibi göre hem hep her hiç için ile ilgili ise \
        işte kadar karşı kendi ki kim mi mı mu mü nasıl ne neden nedeniyle o olan olarak oldu olduğu olduğunu olması olur on \
        ona onlar onu onun sadece sonra söyledi şey şu tarafından tüm üzere üzerinde var ve veya ya yani yeni yer yıl yılında \
        yok olan və"),
    ("hu", "a abban ahol ahogy aki akik ami amely amelyek amikor amit az azért azok azonban azt be belül csak de e egy egyik el ez \
        ezek ezért ezt év éves fel fog ha hanem hogy hogyan igen illetve is ismét jól kell ki kívül könnyen le lehet lesz lett \
        maga már még meg mely melyek mert mi minden mint mintha mit most nagy nagyon nem nincs olyan ott össze s saját sem \
        sok szerint több után úgy új van vagy vannak volt volna"),
    ("ro", "a acea aceasta această aceste acest acum ai al ale alt am anul anului ar are as au avea avut ca care cât câte ce cel cea cele \
        cei cu cum că da dacă dar de decât deși din doar după e ea ei ele era este eu fi fie fiecare fost față iar îi îl în \
        între își la le lor lui mai mult ne nu o ori pe pentru poate prin s sa sale sau se si spus sunt sus să tot toate \
        toți un una unei unor unui va vor și"),
    ("id ms jv", "ada adalah agar akan antara apa atau bagi bahkan bahwa banyak baru beberapa belum bisa bukan dalam dan dapat dari dengan \
        di dia ia ini itu juga jika kami karena kata katanya ke kepada ketika kita lagi lain lalu lebih masih melalui \
        memiliki menjadi menurut mereka namun oleh orang pada para pun saat saja salah sama sampai sangat satu saya sebagai \
        sebelum sebuah secara sedang sehingga sejak sekarang selama seluruh semua seorang seperti serta setelah setiap \
        sudah tahun tak telah tentang terhadap tersebut tetapi tidak untuk ujar ujarnya yaitu yakni yang"),
    ("el", "αλλά αν από αυτά αυτή αυτό αυτός για δεν δύο είναι είχε είχαν εκ ενώ ένα ένας έχει έχουν επίσης ή η ήταν θα και κατά \
        κάθε με μετά μεταξύ μέσα μη μια μία μόνο να ο οι όμως όπου όπως όταν ότι όχι πολύ που πριν προς πως σαν σε στα στη \
        στην στις στο στον στους τα τη την της τι τις το τον του τους των τώρα χρόνια ως"),
    ("ar", "أن إن أنه إنه إلى أو أي أما التي الذي الذين الآن أكثر أيضا أيضاً بعد بعض بل بن بين بها به تم ثم حتى حيث حول خلال دون ذلك \
        سوف على عليه عليها عن عند عندما غير فقد فقط في فيه فيها قال قالت قبل قد كان كانت كل كما لا لم لن له لها لكن ليس ما مع من \
        منذ منه منها نحو هذا هذه هناك هو هي هم و وقال وقد وكان ولا وهو وهي وفي ومن يكون يوم عام"),
    ("fa", "از است اما او این آن آنها اند اگر ایران با باید بر برای بود بودند بوده به بی پس پیش تا تر چه چون خود خواهد خواهند در دارد \
        دارند داشت داشته دو دیگر را روز رو سال شد شدن شده شود صورت طور که کرد کردن کرده کنند کند گفت ما مورد من می نیز نمی \
        های ها هر هم همه همین هیچ و وی یا یک"),
    ("hi mr ne", "अगर अपना अपनी अपने अब आदि आप इन इस इसके इसी उन उनके उनकी उस उसके उसकी एक एवं ऐसे और कई कर करता करते करना करने कहा का \
        काफी कि किया किसी की कुछ के को कोई गई गए गया जब जा जाता जाने जो तक तथा तो था थी थे दिया दो द्वारा न नहीं ने पर \
        पहले फिर बहुत बाद भी में मैं यह यहां या ये रहा रहे रही लिए ले वह वाले वाली वे सकते सब हर साथ से हम ही हुआ हुई हुए है हैं हो \
        होता होती होने आहे आणि या ते हा ही छ र"),
    ("zh", "的 了 在 是 我 有 和 就 不 都 一 上 也 很 到 说 要 去 你 会 着 没 看 这 那 他 她 它 们 为 与 及 或 而 但 因 所 以 于 之 其 等 被 把 \
        从 向 对 将 还 又 才 能 可 让 给 使 更 最 已 并 个 们 來 说 說 這 個 們 為 與 對 將 還 會 沒 讓 給 裡 里 年 月 日 时 時 后 後 前 中 下 此 该 該 \
        如 则 只 自 己 得 地 么 什 吗 呢 吧 啊 第 每 各 多 少 些 两 二 三 四 五 六 七 八 九 十 起 当 當"),
    ("ja", "年 月 日 時 分 人 円 約 同 私 彼 的 等 者 中 上 下 前 後 今 何 一 二 三 四 五 六 七 八 九 十"),
    ("ko", "및 등 그 이 저 것 수 더 또 또한 그리고 그러나 하지만 때문에 위해 대한 통해 따라 관련 있는 없는 하는 있다 없다 한다 했다 됐다 이번 \
        씨 씨는 씨가 지난 오는 올해 지난해 오늘 우리 모든 같은 이날 가장 많은 다른 말했다 밝혔다 전했다 것으로 것이다 것은 것이 있습니다 합니다"),
];
