//! Words that a sentence of a summary cannot open with, because they point back to an earlier
//! sentence.
//!
//! The lists were written for this crate from common knowledge of each language. They exist for the
//! languages in which the sentence splitter is tested. They are in lower case, with entries
//! separated by `|`. An entry that ends in a comma counts only where the text has the comma too
//! ("No, he said", but not "No one was hurt").

/// The words of a language that point back.
pub(super) struct BackReferences {
    /// The BCP 47 subtag of the language.
    pub language: &'static str,
    /// Personal pronouns. No sentence may open with a pronoun, nor with one word and a pronoun
    /// ("When she").
    pub pronouns: &'static str,
    /// Possessives, connectives, replies, and first items of a list. No sentence may open with one
    /// of them.
    pub first: &'static str,
    /// Demonstratives and connectives that also point back if they are a few words later: "In this
    /// case", "It can then be", "vụ này".
    pub early: &'static str,
}

#[rustfmt::skip]
pub(super) static OPENERS: &[BackReferences] = &[
    BackReferences {
        language: "vi",
        pronouns: "họ|nó|hắn",
        first: "cùng lúc|y|chúng|đây|đó|thế|trong khi đó|bên cạnh đó|ngoài ra|nhưng|và|song|mặt khác|hơn nữa|hơn thế|đồng thời|\
            đặc biệt|cụ thể|ví dụ|chẳng hạn|cuối cùng|tương tự|đáng chú ý|ngược lại|nói cách khác|tóm lại|đáng nói|\
            thậm chí|thay vào đó|tiếp đó|tiếp theo|kế đến|rồi|vâng|dạ|đúng|phải,|không,|có,|thứ nhất|thứ hai|thứ ba|\
            một là|hai là|đầu tiên,|còn|riêng|cả hai|hai người|những người còn lại|người còn lại|thứ nữa|ngoài những|vậy|\
            bởi|chính vì|dù vậy|tuy vậy|mặc dù vậy|trên đây|dưới đây|sau đây|nhờ đó|nhờ vậy|cũng",
        early: "này|ấy|điều đó|việc đó|khi đó|lúc đó|hôm đó|ngày đó|năm đó|sau đó|trước đó|từ đó|nơi đó|người đó|cùng đó|\
            theo đó|do đó|qua đó|do vậy|vì vậy|vì thế|tuy nhiên|thế nhưng|nói trên|nêu trên|kể trên|như vậy|như thế|\
            ông ta|bà ta|anh ta|cô ta|chị ta|hắn ta",
    },
    BackReferences {
        language: "en",
        pronouns: "he|she|they|it|him|them|he's|she's|it's|they're|he’s|she’s|it’s|they’re",
        first: "something that|his|her|hers|their|theirs|its|that|that's|that’s|but|and|or|nor|so|yet|still|besides|otherwise|finally|\
            for example|for instance|in addition|as a result|in contrast|by contrast|in other words|such|afterwards|\
            afterward|both|neither|either|another|others|the others|the former|the latter|the same|the above|\
            the rest|here's why|as mentioned|as noted|as stated|as described|as we saw|as above|as such|\
            according to him|according to her|according to them|some of them|most of them|many of them|all of them|\
            one of them|none of them|each of them|more importantly|most importantly|even worse|worse|better yet|even so|\
            even then|if so|if not|too|yes|no,|well,|right,|sure|exactly|of course|indeed|okay|ok|thanks|first,|second,|\
            third,|firstly|secondly|thirdly|next,|next up|last,|lastly|one,|except|plus|similarly|likewise|additionally|\
            consequently|conversely|that being said|having said that|with that|after that|like that|of these|of those|\
            to do so|in doing so|doing so|there,|here,|below,|above,|here's how|here’s how|here is how|why?|how?|which is|which was|which means|after all|at the same time|more specifically|to make matters worse|in another|until then",
        early: "this|these|those|then|therefore|however|thus|hence|moreover|furthermore|instead|meanwhile|nevertheless|\
            nonetheless|on the other hand|at that|in that case|for that reason|that way|aforementioned|also|the two|the three|the pair|the duo|the other",
    },
    BackReferences {
        language: "de",
        pronouns: "er|sie|ihm|ihn|ihnen",
        first: "es|gleichzeitig|spätestens hier|sein|seine|seinem|seinen|seiner|ihr|ihre|ihrem|ihren|ihrer|das ist|das war|das sind|das hat|das wird|\
            das liegt|das sieht|das zeigt|das bedeutet|das heißt|das gilt|das macht|das kann|das sei|dies|der eine|aber|und|oder|denn|doch|so|hier|dort|da|darum|darin|darauf|davon|dazu|daran|dafür|\
            damit|dabei|dadurch|daraus|darunter|darüber|beides|ebenso|schließlich|endlich|zum beispiel|\
            beispielsweise|stattdessen|inzwischen|sondern|letzterer|letztere|letzteres|ersterer|erstere|andere|weitere|ja|\
            nein|genau|natürlich|klar|erstens|zweitens|drittens|zunächst|wie gesagt|wie erwähnt|wie oben|laut ihm|\
            laut ihr|nach ihm|nichts davon|einer von ihnen|eine von ihnen",
        early: "dieser|diese|dieses|diesem|diesen|dann|danach|davor|daher|deshalb|deswegen|dagegen|hingegen|jedoch|\
            allerdings|außerdem|zudem|trotzdem|dennoch|also|somit|demnach|seitdem|nachdem er|nachdem sie|auch|ebenfalls|die beiden|den beiden|der beiden|beide",
    },
    BackReferences {
        language: "fr",
        pronouns: "il|elle|ils|elles",
        first: "en même temps|dans le même temps|quelque chose qui|on|c'est|c’est|c'était|c’était|cela|ça|ceci|celui|celle|ceux|celles|son|sa|ses|leur|leurs|lui|mais|et|ou|\
            or|car|ainsi|puis|enfin|par exemple|d'ailleurs|d’ailleurs|dès lors|l'autre|l’autre|les autres|d'autres|\
            d’autres|un autre|une autre|le premier,|la première,|ce dernier|les deux|tous deux|toutes deux|de même|oui|\
            non|bien sûr|exactement|d'abord|d’abord|premièrement|deuxièmement|comme indiqué|comme mentionné|selon lui|\
            selon elle|selon eux|d'après lui|d’après lui|d'où|d’où|parce|sauf|pire|même|y compris|là|ici,|résultat|voilà|\
            aussi|également",
        early: "ce|cet|cette|ces|celui-ci|celle-ci|ceux-ci|cependant|toutefois|pourtant|donc|en effet|par ailleurs|\
            de plus|en outre|ensuite|alors|néanmoins|en revanche|par contre|quant à lui|quant à elle|quant à eux|\
            à son tour",
    },
    BackReferences {
        language: "es",
        pronouns: "él|ella|ellos|ellas",
        first: "al mismo tiempo|algo que|esto|eso|aquello|su|sus|pero|y|e|o|sino|porque|así|luego|después|por ejemplo|aunque|finalmente|por último|\
            mientras tanto|otro|otra|otros|otras|el otro|la otra|los otros|los demás|el primero|el segundo|\
            el mismo|la misma|lo mismo|lo anterior|sí|no,|claro|exacto|primero,|segundo,|en primer lugar|en segundo lugar|\
            como se mencionó|según él|según ella|de ahí|allí|ahí|aquí,|incluso|peor|es decir|es por|fue entonces|se trata|\
            asimismo",
        early: "este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|sin embargo|no obstante|por eso|por ello|\
            por lo tanto|por tanto|además|entonces|en cambio|dicho|dicha|dichos|dichas|a su vez|por su parte|también|los dos|las dos|ambos|ambas",
    },
    BackReferences {
        language: "pt",
        pronouns: "ele|ela|eles|elas",
        first: "ao mesmo tempo|algo que|isso|isto|aquilo|seu|sua|seus|suas|mas|e|ou|pois|porque|depois|por exemplo|finalmente|por fim|\
            outro|outra|outros|outras|o outro|a outra|o mesmo|a mesma|o primeiro,|o segundo,|sim|não,|claro|primeiro,|\
            segundo,|em primeiro lugar|como mencionado|segundo ele|segundo ela|de acordo com ele|daí|lá|aí|ali|inclusive|\
            já|trata-se|ou seja",
        early: "este|esta|estes|estas|esse|essa|esses|essas|neste|nesta|nesse|nessa|deste|desta|desse|dessa|naquele|\
            naquela|nisso|disso|com isso|porém|além disso|no entanto|contudo|entretanto|todavia|portanto|por isso|assim|\
            então|por sua vez|também|os dois|as duas|ambos|ambas",
    },
    BackReferences {
        language: "it",
        pronouns: "lui|lei|egli|ella|essi|esse",
        first: "allo stesso tempo|nello stesso tempo|qualcosa che|loro|ciò|suo|sua|suoi|sue|il suo|la sua|i suoi|le sue|il loro|la loro|ma|e|ed|o|perché|così|poi|dopo|\
            per esempio|ad esempio|l'altro|l’altro|l'altra|gli altri|le altre|un altro|un'altra|\
            il primo,|il secondo,|lo stesso|la stessa|quest'ultimo|sì|no,|certo|esatto|primo,|secondo,|in primo luogo|\
            come detto|secondo lui|secondo lei|lì|là|infine|persino|si tratta|ecco",
        early: "questo|questa|questi|queste|quello|quella|quei|quelle|tuttavia|però|quindi|perciò|pertanto|dunque|inoltre|\
            infatti|invece|allora|a sua volta|anche|i due|le due|entrambi|entrambe",
    },
    BackReferences {
        language: "nl",
        pronouns: "hij|zij|ze|hem|hen",
        first: "tegelijkertijd|het is|het was|hun|haar|zijn|maar|en|of|want|zo|daar|hier|daarmee|daarbij|daarvan|daarvoor|dat|\
            beiden|andere|anderen|ja|nee|ten eerste|ten tweede|eerst|ten slotte|bijvoorbeeld|volgens hem|volgens haar",
        early: "deze|dit|die|echter|daarom|dus|daarna|toen|bovendien|toch|vervolgens|daarentegen|daarnaast|inmiddels|ook|de twee|beide",
    },
    BackReferences {
        language: "sv",
        pronouns: "han|hon|den|det|de|dem",
        first: "samtidigt|hans|hennes|deras|dess|sin|men|och|eller|så|där|här|därmed|andra|ja|nej|för det första|först|\
            till exempel|enligt honom|enligt henne|till slut|även",
        early: "denna|detta|dessa|den här|det här|de här|däremot|dock|därför|alltså|sedan|då|dessutom|därefter|istället|också|båda",
    },
    BackReferences {
        language: "fi",
        pronouns: "hän|he|se|ne",
        first: "samalla|hänen|heidän|sen|niiden|mutta|ja|tai|sekä|niin|siellä|siitä|siksi|toinen|muut|kyllä|ei,|ensin|\
            ensinnäkin|toiseksi|lopuksi|esimerkiksi|hänelle|hänellä",
        early: "tämä|tämän|nämä|tuo|nuo|tässä|tästä|kuitenkin|siis|sitten|lisäksi|toisaalta|sen sijaan|näin|myös|molemmat",
    },
    BackReferences {
        language: "pl",
        pronouns: "on|ona|ono|oni|one",
        first: "jednocześnie|w tym samym czasie|jego|jej|ich|ale|i|a|oraz|lub|więc|bo|tam|inni|inne|drugi|tak,|nie,|po pierwsze|po drugie|\
            najpierw|w końcu|na przykład|według niego|według niej|to",
        early: "ten|ta|te|ci|tego|tej|tym|tych|jednak|dlatego|zatem|potem|następnie|wtedy|ponadto|natomiast|tymczasem|także|też|również|obaj|obie|oboje",
    },
    BackReferences {
        language: "cs",
        pronouns: "on|ona|ono|oni",
        first: "zároveň|současně|o něm|o ní|o nich|jeho|její|jejich|ale|a|i|nebo|protože|tam|další|jiní|druhý|ano|ne,|za prvé|za druhé|nejprve|\
            nakonec|například|podle něj|podle ní|to|je to",
        early: "tento|tato|toto|tito|tyto|tohoto|této|těchto|však|proto|tedy|potom|poté|pak|navíc|naopak|mezitím|také|rovněž|oba|obě",
    },
    BackReferences {
        language: "hu",
        pronouns: "ő|ők",
        first: "ugyanakkor|az|azok|ez|ezek|de|és|vagy|mert|így|ott|a másik|mások|igen|nem,|először|másodszor|\
            végül|például|szerinte",
        early: "ebben|ezért|azonban|tehát|akkor|aztán|ezután|továbbá|viszont|eközben|emellett|ennek|erre|szintén|mindkettő|mindketten",
    },
    BackReferences {
        language: "tr",
        pronouns: "onlar",
        first: "aynı zamanda|o|onun|onların|bunlar|şu|bunun|ama|fakat|ve|veya|çünkü|yani|orada|diğeri|diğerleri|evet|hayır|\
            ilk olarak|birincisi|ikincisi|son olarak|örneğin|ona göre|böylece",
        early: "bu|ancak|ise|daha sonra|bu nedenle|bu yüzden|dolayısıyla|ayrıca|o zaman|buna rağmen|öte yandan|her ikisi",
    },
    BackReferences {
        language: "id",
        pronouns: "dia|ia|beliau|mereka",
        first: "pada saat yang sama|tetapi|tapi|dan|atau|karena|sehingga|di sana|yang lain|ya,|tidak,|pertama,|kedua,|akhirnya|\
            misalnya|contohnya|menurutnya|hal ini|hal itu|selain itu|sementara itu",
        early: "ini|itu|tersebut|namun|oleh karena|kemudian|lalu|sebaliknya|dengan demikian|juga|keduanya",
    },
    BackReferences {
        language: "ru",
        pronouns: "он|она|оно|они",
        first: "одновременно|в то же время|его|её|ее|их|ему|ей|им|это|то|но|и|а|или|потому|так|там|зато|другой|другая|другие|последний|\
            первый,|да|нет,|во-первых|во-вторых|сначала|наконец|например|по его|по её|по ее|по их",
        early: "этот|эта|эти|этого|этой|этом|этим|этих|тот|однако|поэтому|затем|потом|тогда|кроме того|таким образом|\
            тем не менее|при этом|напротив|также|тоже|оба|обе",
    },
    BackReferences {
        language: "uk",
        pronouns: "він|вона|воно|вони",
        first: "водночас|його|її|їх|їхній|йому|їй|це|то|але|і|й|та|а|або|бо|так|там|зате|інший|інші|так,|ні,|\
            по-перше|по-друге|спочатку|нарешті|наприклад|за його|за її",
        early: "цей|ця|ці|цього|цієї|цьому|цим|цих|той|однак|проте|тому|потім|тоді|крім того|таким чином|натомість|також|теж|обидва|обидві",
    },
    BackReferences {
        language: "el",
        pronouns: "αυτός|αυτή|αυτοί|αυτές",
        first: "ταυτόχρονα|αυτό|αυτά|του|της|τους|εκείνος|εκείνη|αλλά|και|ή|γιατί|έτσι|εκεί|ο άλλος|οι άλλοι|ναι|όχι|\
            πρώτον|δεύτερον|αρχικά|τελικά|για παράδειγμα|σύμφωνα με αυτόν",
        early: "αυτόν|αυτήν|αυτού|αυτής|αυτών|όμως|ωστόσο|επομένως|συνεπώς|έπειτα|μετά από αυτό|επιπλέον|τότε|αντίθετα|επίσης|και οι δύο|και τα δύο",
    },
    BackReferences {
        language: "ar",
        pronouns: "هو|هي|هم",
        first: "في الوقت نفسه|هما|لكن|ولكن|بل|كما|وقد|وكان|وكانت|وهو|وهي|وهم|وهذا|وهذه|ثم|وأضاف|وأضافت|وتابع|وقال|وقالت|وأكد|وأوضح|نعم|\
            لا،|أولا|أولاً|ثانيا|ثانياً|أخيرا|أخيراً|مثلا|الآخر|الآخرون|هناك،|أما",
        early: "هذا|هذه|هؤلاء|ذلك|تلك|لذلك|ومع ذلك|بالإضافة إلى ذلك|في المقابل|أيضا|أيضاً|كلاهما",
    },
    BackReferences {
        language: "fa",
        pronouns: "او|وی|آنها|آن‌ها",
        first: "در عین حال|ایشان|اما|ولی|و|یا|زیرا|پس|سپس|آنجا|دیگری|بله|نه،|اول|اولا|ثانیا|در نهایت|مثلا|برای مثال|به گفته او|\
            به گفته وی",
        early: "این|آن|با این حال|بنابراین|بعد از آن|علاوه بر این|در مقابل|همچنین|هر دو",
    },
    BackReferences {
        language: "ur",
        pronouns: "وہ|انہوں",
        first: "اس|ان|یہ|لیکن|مگر|اور|یا|کیونکہ|پھر|وہاں|دوسرا|دوسرے|جی ہاں|نہیں،|پہلا|اول|آخر میں|مثلا|مثال کے طور",
        early: "اس کے|اس لیے|تاہم|اسی|لہذا|نیز|اس طرح|اس دوران|دونوں",
    },
    BackReferences {
        language: "he",
        pronouns: "הוא|היא|הם|הן",
        first: "במקביל|זה|זאת|אבל|אך|ו|או|כי|אז|שם|השני|האחרים|כן|לא,|ראשית|שנית|לבסוף|למשל|לדבריו|לדבריה|לדבריהם|גם",
        early: "הזה|הזאת|האלה|אלה|אלו|לכן|אולם|עם זאת|בנוסף|לאחר מכן|מנגד|לעומת זאת|שניהם",
    },
    BackReferences {
        language: "hi",
        pronouns: "वह|वे|उसने|उन्होंने|उसे|उन्हें",
        first: "साथ ही|यह|ये|उनका|उनकी|उनके|उसका|उसकी|उसके|इस|इन|इसने|इसे|इसका|इसकी|इसके|लेकिन|मगर|और|या|क्योंकि|फिर|वहां|वहीं|\
            दूसरा|दूसरे|हां|नहीं,|पहला|सबसे पहले|अंत में|उदाहरण",
        early: "इसलिए|हालांकि|इसी|तब|इस बीच|इसके अलावा|दूसरी ओर|दोनों",
    },
    BackReferences {
        language: "mr",
        pronouns: "तो|ती|त्याने|तिने|त्यांनी",
        first: "ते|त्याला|तिला|त्यांना|हा|ही|हे|पण|परंतु|आणि|किंवा|कारण|मग|तेथे|दोघे|दुसरा|होय|नाही,|प्रथम|शेवटी|\
            उदाहरणार्थ|तसेच",
        early: "या|त्यामुळे|म्हणून|मात्र|त्यानंतर|याशिवाय",
    },
    BackReferences {
        language: "bn",
        pronouns: "সে|তিনি|তারা|তাঁরা",
        first: "একই সঙ্গে|তার|তাঁর|তাদের|তাঁদের|এটি|এটা|সেটি|সেটা|কিন্তু|তবে|এবং|আর|বা|কারণ|তখন|সেখানে|উভয়|অন্য|হ্যাঁ|না,|প্রথমত|\
            দ্বিতীয়ত|অবশেষে|যেমন|উদাহরণ",
        early: "এই|ওই|সেই|এসব|তাই|এরপর|এছাড়া|এ ছাড়া|অন্যদিকে|এ সময়|এ কারণে",
    },
    BackReferences {
        language: "ta",
        pronouns: "அவர்|அவர்கள்|அவன்|அவள்",
        first: "அது|இது|அவை|இவை|அவரது|ஆனால்|மற்றும்|எனவே|அங்கு|இருவரும்|மற்றொரு|ஆம்|இல்லை,|முதலில்|இறுதியாக|உதாரணமாக|\
            மேலும்",
        early: "இந்த|அந்த|ஆகவே|பின்னர்|அதன்|இதன்|இதனால்|அதனால்",
    },
    BackReferences {
        language: "te",
        pronouns: "అతను|ఆమె|వారు|ఆయన",
        first: "అది|ఇది|అవి|ఇవి|కానీ|మరియు|లేదా|ఎందుకంటే|అక్కడ|ఇద్దరూ|మరొక|అవును|కాదు,|మొదట|చివరగా|ఉదాహరణకు",
        early: "ఈ|ఆ|అందువల్ల|అయితే|తర్వాత|కాబట్టి|దీంతో|దీని",
    },
    BackReferences {
        language: "am",
        pronouns: "እሱ|እርሱ|እሷ|እነሱ|እርሳቸው",
        first: "ይህ|ያ|እነዚህ|ግን|ነገር ግን|እና|ወይም|ስለዚህ|እዚያ|ሁለቱም|ሌላው|አዎ|አይ|በመጀመሪያ|በመጨረሻ|ለምሳሌ|በተጨማሪም",
        early: "በዚህ|ከዚህ|ከዚያ|ሆኖም|ይሁን እንጂ",
    },
    BackReferences {
        language: "hy",
        pronouns: "նա|նրանք",
        first: "նրա|նրանց|դա|սա|այն|բայց|և|կամ|քանի|այնտեղ|երկուսն|մյուսը|այո|ոչ,|նախ|վերջապես|օրինակ",
        early: "այս|այդ|սակայն|ուստի|հետո|այնուհետև|նաև",
    },
    BackReferences {
        language: "ka",
        pronouns: "ის|იგი|ისინი",
        first: "მისი|მათი|ეს|მაგრამ|და|ან|რადგან|იქ|მეორე|დიახ|არა,|პირველ რიგში|ბოლოს|მაგალითად",
        early: "ამ|იმ|თუმცა|ამიტომ|შემდეგ|გარდა ამისა|ასევე|ორივე",
    },
    BackReferences {
        language: "ko",
        pronouns: "그는|그녀|그들|그가",
        first: "동시에|그의|이는|이것|그것|이를|하지만|그리고|그래서|거기|둘 다|다른 하나|네,|아니|첫째|둘째|마지막으로|예를 들어|그에 따르면",
        early: "이|그|이런|그런|이러한|그러한|그러나|따라서|한편|이에|그런데|이어|반면|또한",
    },
    BackReferences {
        language: "zh",
        pronouns: "他|她|它",
        first: "该|該|这|這|那|但|而|所以|此外|同时|同時|另外|其中|其|两者|兩者|前者|后者|後者|另一|也|还|還|并|並|是的|不,|不，|首先|第一,|第一，|其次|最后|最後|例如|比如|对此|對此|如上|于是|\
            於是|之后|之後|随后|隨後|总之|總之|与此|與此|除此|当时|當時|则|與之|据此|据他|据她",
        early: "因此|然而|不过|不過|上述|这种|這種|这些|這些",
    },
    BackReferences {
        language: "ja",
        pronouns: "彼",
        first: "これ|それ|あれ|ここ|そこ|この|その|あの|こう|そう|しかし|また|そして|だが|だから|一方|さらに|なお|ただ|でも|つまり|例えば|たとえば|両者|前者|後者|はい|いいえ|まず|第一に|次に|\
            最後に|同氏|同社|同|次いで|すると|ところが|そのため|よって|他に|なぜなら",
        early: "このため|したがって|上記の|前述|しかしながら",
    },
    BackReferences {
        language: "th",
        pronouns: "เขา|เธอ|พวกเขา|มัน",
        first: "ในขณะเดียวกัน|นี่|นั่น|แต่|และ|หรือ|เพราะ|ดังนั้น|นอกจากนี้|อย่างไรก็ตาม|ทั้งนี้|โดย|ซึ่ง|ทั้งคู่|ทั้งสอง|อีก|ใช่|\
            ไม่ใช่|ประการแรก|ต่อมา|จากนั้น|หลังจากนั้น|สุดท้าย|เช่น|ขณะเดียวกัน|ส่วน",
        early: "นี้|นั้น|ดังกล่าว",
    },
    BackReferences {
        language: "lo",
        pronouns: "ລາວ|ເຂົາ|ພວກເຂົາ|ມັນ",
        first: "ແຕ່|ແລະ|ຫຼື|ເພາະ|ດັ່ງນັ້ນ|ນອກຈາກນີ້|ຈາກນັ້ນ|ຕໍ່ມາ|ທັງສອງ|ເຊັ່ນ",
        early: "ນີ້|ນັ້ນ|ດັ່ງກ່າວ",
    },
    BackReferences {
        language: "km",
        pronouns: "គាត់|នាង|ពួកគេ|វា",
        first: "ប៉ុន្តែ|ហើយ|និង|ឬ|ដូច្នេះ|បន្ទាប់មក|ទាំងពីរ|លើសពីនេះ|ឧទាហរណ៍|បាទ|ចាស",
        early: "នេះ|នោះ|ខាងលើ",
    },
    BackReferences {
        language: "my",
        pronouns: "သူ|သူမ|သူတို့",
        first: "၎င်း|ဒါ|ဒီ|ထို|သို့သော်|ဒါပေမဲ့|နှင့်|ထို့ကြောင့်|ထို့နောက်|ဥပမာ|ဟုတ်ကဲ့",
        early: "အဆိုပါ|ဤ",
    },
];

/// Names of the text itself, of its time, and phrases with a pronoun that stands for nothing. These
/// do not point back, even if [`OPENERS`] contains them. For all languages.
#[rustfmt::skip]
pub(super) static NOT_BACK: &str = "\
    chúng ta|chúng tôi|this article|this guide|this page|this post|this tutorial|this review|this list|this essay|this paper|this chapter|this overview|\
    this checklist|this handbook|this infographic|this blog|this roundup|this newsletter|this section|this collection|this study|\
    this week|this month|this year|this year's|this year’s|this season|this morning|this evening|this afternoon|this summer|this winter|this spring|\
    this autumn|this fall|this weekend|this monday|this tuesday|this wednesday|this thursday|this friday|this saturday|this sunday|this is how|\
    it comes to|it turns out|so far|as well as|these days|also known as|then-president|both the|but also|\
    wenn auch|als auch|sondern auch|wie auch|aussi bien|mais aussi|mais également|sino también|mas também|ma anche|anche se|maar ook|a także|a také|а также|а також|\
    dieser artikel|diesem artikel|dieser beitrag|diesem beitrag|dieser text|diesem text|dieser leitfaden|dieser seite|diese seite|diese anleitung|\
    diese liste|diese übersicht|dieses jahr|diesem jahr|dieses jahres|diese woche|dieser woche|diesem monat|diesen monat|diesem sommer|diesen sommer|\
    diesem winter|diesen montag|diesen dienstag|diesen mittwoch|diesen donnerstag|diesen freitag|diesen samstag|diesen sonntag|es gibt|\
    cet article|ce guide|ce dossier|ce tutoriel|cette page|cette liste|ce texte|ce lundi|ce mardi|ce mercredi|ce jeudi|ce vendredi|ce samedi|ce dimanche|\
    ce matin|ce soir|ce mois|ce week-end|cette semaine|cette année|cette nuit|cette saison|cet été|cet hiver|cet après-midi|ces jours|ce que|ce qui|ce qu|\
    este artículo|esta guía|esta página|este tutorial|esta lista|este texto|este lunes|este martes|este miércoles|este jueves|este viernes|este sábado|\
    este domingo|esta semana|este año|este mes|esta mañana|esta tarde|esta noche|este verano|esta temporada|este fin de semana|\
    este artigo|neste artigo|este guia|neste guia|esta segunda|esta terça|esta quarta|esta quinta|esta sexta|nesta segunda|nesta terça|nesta quarta|\
    nesta quinta|nesta sexta|neste sábado|neste domingo|este ano|neste ano|deste ano|este mês|neste mês|nesta semana|desta semana|\
    questo articolo|questa guida|questa pagina|questo testo|quest'anno|questa settimana|questo mese|questa mattina|questa sera|questo lunedì|questo sabato|\
    эта статья|этой статье|этот текст|эта страница|этом году|этого года|этой неделе|этой весной|этим летом|это время|цього року|цій статті|\
    bài viết này|bài này|lần này|tuần này|tháng này|mùa này|dịp này|năm này|ngày này|sau này|hướng dẫn này|trận này|kỳ này|đợt này|trong đó|\
    dit jaar|deze week|dit artikel|deze gids|det här året|tänä vuonna|tym roku|tym tygodniu|tento rok|tento týden|bu yıl|bu hafta|bu yazı|tahun ini|artikel ini|\
    minggu ini|hari ini|saat ini|هذا العام|هذا المقال|هذا الأسبوع|امسال|इस साल|इस वर्ष|इस सप्ताह|이번|이날|この記事|このページ|この夏|この冬|这篇文章|本文|ปีนี้|วันนี้|เดือนนี้|บทความนี้|ปีหน้านี้|ປີນີ້|ມື້ນີ້|ឆ្នាំនេះ|ថ្ងៃនេះ";

/// Vietnamese words of kinship for a person. Without a name after it, such a word is a pronoun: "Cô
/// đặt", but not "Cô Hoa".
pub(super) static KINSHIP: &str = "ông|bà|anh|chị|cô|chú|em|cháu|cậu|thầy|bác|chàng|nàng";

/// Words that turn a word of [`KINSHIP`] before them into a noun.
pub(super) static KINSHIP_NOUNS: &str = "chủ|con|mẹ|bố|cha|giáo|gái|bé|em|hùng|rể|chó|mèo|dâu|sĩ|lão|trai|chàng|bà|nội|ngoại|hai|thợ|tổ|trùm|đồ|nàng|thuốc|hàng|học|lớn|họ|xã|quốc";
