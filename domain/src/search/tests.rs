use proptest::prelude::*;

use super::*;

const SERVICES: [(&str, &str, &str); 9] = [
    ("Biometrik pasport olish", "Получение биометрического паспорта", "Ichki ishlar boshqarmasi"),
    ("Tugʻilganlik toʻgʻrisida guvohnoma", "Свидетельство о рождении", "FHDYo boʻlimi"),
    ("Nikoh guvohnomasi", "Свидетельство о браке", "FHDYo boʻlimi"),
    ("Suv taʼminotiga ulash", "Подключение к водоснабжению", "Suv taʼminoti korxonasi"),
    ("Elektr tarmogʻiga ulash", "Подключение к электросети", "Elektr tarmoqlari korxonasi"),
    ("Soliq maʼlumotnomasi", "Справка об уплате налогов", "Soliq inspeksiyasi"),
    ("Kadastr pasporti", "Кадастровый паспорт", "Kadastr boʻlimi"),
    ("Qurilish ruxsatnomasi", "Разрешение на строительство", "Qurilish boʻlimi"),
    ("Haydovchilik guvohnomasini almashtirish", "", "Davlat xizmatlari markazi"),
];

fn index() -> Index<usize> {
    Index::new(
        SERVICES
            .iter()
            .enumerate()
            .map(|(place, (uzbek, russian, organisation))| (place, [*uzbek, *russian], [*organisation])),
    )
}

fn first(query: &str) -> Option<usize> {
    index().find(query, 5).first().map(|found| found.key)
}

#[test]
fn a_service_is_found_however_its_name_is_typed() {
    for (query, expected) in [
        ("biometrik pasport", 0),
        ("passport biometrik", 0),
        ("биометрик паспорт", 0),
        ("биометрический паспорт", 0),
        ("bimoetrik", 0),
        ("bometrik pasprt", 0),
        ("tugilganlik", 1),
        ("tug'ilganlik guvohnomasi", 1),
        ("туғилганлик ҳақида гувоҳнома", 1),
        ("тугилганлик гувохнома", 1),
        ("свидетельство о рождении", 1),
        ("рождения", 1),
        ("nikox", 2),
        ("никоҳ", 2),
        ("браке", 2),
        ("suvga ulash", 3),
        ("сув", 3),
        ("водоснабжение", 3),
        ("elektr", 4),
        ("svet elektr ulash", 4),
        ("soliq", 5),
        ("солиқ маълумотнома", 5),
        ("справка налог", 5),
        ("kadastr", 6),
        ("кадастр паспорти", 6),
        ("quriliw ruxsat", 7),
        ("kurilish", 7),
        ("строительство", 7),
        ("замена водительских прав", 8),
        ("водительское удостоверение заменить", 8),
    ] {
        assert_eq!(first(query), Some(expected), "{query}");
    }
}

#[test]
fn an_office_with_an_uzbek_name_alone_is_found_in_russian_and_english() {
    const OFFICES: [&str; 10] = [
        "Shahar soliq inspeksiyasi",
        "Sogʻliqni saqlash boʻlimi",
        "Maktabgacha va maktab taʼlimi boʻlimi",
        "Bandlikka koʻmaklashish markazi",
        "Kadastr agentligi boʻlimi",
        "Adliya boʻlimi",
        "Ichki ishlar boshqarmasi",
        "Iqtisodiyot va moliya boʻlimi",
        "Statistika boʻlimi",
        "Qishloq xoʻjaligi boʻlimi",
    ];
    let index = Index::new((0..).zip(OFFICES).map(|(place, name)| (place, [name], [])));
    for (query, expected) in [
        ("soliq", 0),
        ("налоговая", 0),
        ("налоговая инспекция", 0),
        ("sogliq", 1),
        ("здравоохранение", 1),
        ("отдел здравоохранения", 1),
        ("health", 1),
        ("таълим", 2),
        ("образование", 2),
        ("education", 2),
        ("bandlik", 3),
        ("занятость", 3),
        ("employment", 3),
        ("кадастр", 4),
        ("adliya", 5),
        ("юстиция", 5),
        ("внутренних дел", 6),
        ("internal affairs", 6),
        ("финансы", 7),
        ("finance", 7),
        ("статистика", 8),
        ("сельское хозяйство", 9),
    ] {
        let found = index.find(query, 5).first().map(|found| found.key);
        assert_eq!(found, Some(expected), "{query}");
    }
}

#[test]
fn what_is_no_name_finds_nothing() {
    for query in
        ["", " ", "?!", "a", "xyzzy", "salom", "rahmat hammasi yaxshi", "спасибо", "\u{202E}", "1298"]
    {
        assert_eq!(first(query), None, "{query}");
    }
}

#[test]
fn the_closest_comes_first_and_no_more_than_asked_for() {
    let found = index().find("guvohnoma", 5);
    assert_eq!(found.iter().map(|found| found.key).collect::<Vec<_>>(), [1, 2, 8]);
    assert_eq!(index().find("ulash", 1).len(), 1);
    assert!(index().find("Nikoh guvohnomasi", 1)[0].closeness > 0.99);
    assert!(Index::<usize>::default().find("pasport", 5).is_empty());
}

#[test]
fn the_distance_counts_single_slips() {
    for (one, other, whole, beginning) in [
        ("pasport", "pasport", 0, 0),
        ("pasprt", "pasport", 1, 1),
        ("apsport", "pasport", 1, 1),
        ("guvohnma", "guvohnomasi", 3, 1),
        ("pasportlarim", "pasport", 3, 3),
    ] {
        let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<_>>());
        let off = Distance::between(&one, &other, 2);
        assert_eq!((off.whole, off.beginning), (whole, beginning), "{one:?}");
    }
}

proptest! {
    #[test]
    fn one_slip_in_a_long_word_does_not_hide_a_service(place in 0_usize..9, letter in proptest::char::range('a', 'z')) {
        let mut typed: Vec<char> = "biometrik".chars().collect();
        typed[place] = letter;
        prop_assert_eq!(first(&typed.into_iter().collect::<String>()), Some(0));
    }

    #[test]
    fn any_text_at_all_can_be_searched(query in any::<String>()) {
        prop_assert!(index().find(&query, 3).len() <= 3);
    }
}
