//! The names of the months, as dates on pages write them.

/// For each month its names and abbreviations in lower case, without a closing full stop: English, German, French,
/// Spanish, Portuguese, Italian, Dutch, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Hungarian, Romanian,
/// Turkish, Indonesian and Malay, Russian, Ukrainian, Greek, Arabic (both calendars' names of the Gregorian
/// months), Persian, Hindi. Genitives where the language writes dates with them. A form two languages use for
/// different months is left out (Czech "listopad" is November, Croatian "listopad" October; Polish comes with Czech).
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "janeiro", "gennaio", "gen",
        "januari", "tammikuuta", "stycznia", "styczeń", "ledna", "leden", "január", "ianuarie", "ian", "ocak", "oca",
        "января", "январь", "янв", "січня", "ιανουαρίου", "يناير", "كانون الثاني", "جانفي", "ژانویه", "जनवरी",
    ],
    &[
        "february", "feb", "februar", "février", "févr", "fév", "febrero", "fevereiro", "fev", "febbraio", "februari",
        "helmikuuta", "lutego", "luty", "února", "únor", "február", "februarie", "şubat", "şub", "februarii",
        "pebruari", "февраля", "февраль", "фев", "лютого", "φεβρουαρίου", "فبراير", "شباط", "فيفري", "فوریه", "फरवरी",
        "फ़रवरी",
    ],
    &[
        "march", "mar", "märz", "mär", "mrz", "mars", "marzo", "março", "maart", "mrt", "marts", "maaliskuuta",
        "marca", "marzec", "března", "březen", "március", "márc", "martie", "mart", "maret", "mac", "марта", "март",
        "мар", "березня", "μαρτίου", "مارس", "آذار", "मार्च",
    ],
    &[
        "april", "apr", "avril", "avr", "abril", "abr", "aprile", "huhtikuuta", "kwietnia", "kwiecień", "dubna",
        "duben", "április", "ápr", "aprilie", "nisan", "nis", "апреля", "апрель", "апр", "квітня", "απριλίου",
        "أبريل", "ابريل", "نيسان", "أفريل", "آوریل", "अप्रैल",
    ],
    &[
        "may", "mai", "mayo", "maio", "maggio", "mag", "mei", "maj", "toukokuuta", "maja", "května", "květen",
        "május", "máj", "mayıs", "mayis", "мая", "май", "травня", "μαΐου", "μαίου", "مايو", "أيار", "ماي", "مه", "मई",
    ],
    &[
        "june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu", "kesäkuuta", "czerwca", "czerwiec",
        "června", "červen", "június", "jún", "iunie", "iun", "haziran", "haz", "июня", "июнь", "июн", "червня",
        "ιουνίου", "يونيو", "يونيه", "حزيران", "جوان", "ژوئن", "जून",
    ],
    &[
        "july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug", "heinäkuuta", "lipca", "lipiec",
        "července", "červenec", "július", "júl", "iulie", "iul", "temmuz", "tem", "июля", "июль", "июл", "липня",
        "ιουλίου", "يوليو", "يوليه", "تموز", "جويلية", "ژوئیه", "जुलाई",
    ],
    &[
        "august", "aug", "août", "aoû", "agosto", "ago", "augustus", "augusti", "elokuuta", "sierpnia", "sierpień",
        "srpna", "srpen", "augusztus", "ağustos", "ağu", "agustus", "ogos", "августа", "август", "авг", "серпня",
        "αυγούστου", "أغسطس", "اغسطس", "آب", "أوت", "اوت", "अगस्त",
    ],
    &[
        "september", "sept", "sep", "septembre", "septiembre", "setiembre", "setembro", "set", "settembre",
        "syyskuuta", "września", "wrzesień", "září", "szeptember", "szept", "septembrie", "eylül", "eyl", "сентября",
        "сентябрь", "сен", "сент", "вересня", "σεπτεμβρίου", "سبتمبر", "أيلول", "سپتامبر", "सितंबर", "सितम्बर",
    ],
    &[
        "october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott", "lokakuuta",
        "października", "październik", "října", "říjen", "október", "octombrie", "ekim", "eki", "октября", "октябрь",
        "окт", "жовтня", "οκτωβρίου", "أكتوبر", "اكتوبر", "تشرين الأول", "اکتبر", "अक्टूबर", "अक्तूबर",
    ],
    &[
        "november", "nov", "novembre", "noviembre", "novembro", "marraskuuta", "listopada", "listopadu", "listopad",
        "noiembrie", "kasım", "kas", "nopember", "ноября", "ноябрь", "ноя", "нояб", "листопада", "νοεμβρίου",
        "نوفمبر", "تشرين الثاني", "نوامبر", "नवंबर", "नवम्बर",
    ],
    &[
        "december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dezembro", "dicembre",
        "joulukuuta", "grudnia", "grudzień", "prosince", "prosinec", "decembrie", "aralık", "ara", "desember", "des",
        "disember", "декабря", "декабрь", "дек", "грудня", "δεκεμβρίου", "ديسمبر", "كانون الأول", "دسامبر", "दिसंबर",
        "दिसम्बर",
    ],
];

/// The month of a name, 1 to 12; the name in lower case.
pub(super) fn month(name: &str) -> Option<u32> {
    MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&name)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_one_month() {
        for (names, number) in MONTHS.iter().zip(1..) {
            for name in *names {
                assert_eq!(month(name), Some(number), "{name}");
            }
        }
        assert_eq!(month("market"), None);
    }
}
