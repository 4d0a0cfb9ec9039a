//! What is called otherwise in Uzbek: many names of services and offices have no other form.

/// How Russian and English words begin, and what the same is called in Uzbek, both in the form in which words are compared.
const IN_UZBEK: &[(&str, &str)] = &[
    ("spravk", "malumotnoma"),
    ("svidetel", "guvohnoma"),
    ("rojd", "tugilganlik"),
    ("brak", "nikoh"),
    ("voditel", "haydovchilik"),
    ("prava", "haydovchilik"),
    ("vod", "suv"),
    ("svet", "elektr"),
    ("schetchik", "hisoblagich"),
    ("schyotchik", "hisoblagich"),
    ("nalog", "solik"),
    ("shtraf", "jarima"),
    ("propisk", "royhatga"),
    ("registrac", "royhatga"),
    ("sudim", "sudlanganlik"),
    ("sadik", "maktabgacha"),
    ("shkol", "maktab"),
    ("det", "bolalar"),
    ("posobi", "nafaka"),
    ("pomosh", "yordam"),
    ("jalob", "murojaat"),
    ("obrashen", "murojaat"),
    ("priyom", "kabul"),
    ("priem", "kabul"),
    ("stroitel", "kurilish"),
    ("jil", "turar"),
    ("kvartir", "turar"),
    ("zemel", "yer"),
    ("zamen", "almashtirish"),
    ("zdravohran", "soglikni"),
    ("health", "soglikni"),
    ("medits", "tibiyot"),
    ("obrazovan", "talim"),
    ("education", "talim"),
    ("zanyatost", "bandlik"),
    ("employment", "bandlik"),
    ("trud", "mehnat"),
    ("yusti", "adliya"),
    ("justice", "adliya"),
    ("vnutren", "ichki"),
    ("internal", "ichki"),
    ("del", "ishlar"),
    ("afairs", "ishlar"),
    ("finans", "moliya"),
    ("finance", "moliya"),
    ("kultur", "madaniyat"),
    ("selsk", "kishlok"),
    ("hozyaystv", "hojalig"),
    ("pojarn", "yongin"),
    ("sotsial", "ijtimoiy"),
    ("otdel", "bolim"),
];

/// The Uzbek word for one of another language.
pub(super) fn in_uzbek(asked: &[char]) -> Option<Vec<char>> {
    let asked: String = asked.iter().collect();
    let (_, uzbek) = IN_UZBEK.iter().find(|(other, _)| asked.starts_with(other))?;
    Some(uzbek.chars().collect())
}
