use proptest::prelude::*;

use super::*;

fn mask(typed: &str) -> String {
    mask_comment(typed).text
}

#[test]
fn what_names_a_person_is_covered() {
    for (typed, kept) in [
        ("Telefonim +998 90 123 45 67, kuting", "Telefonim •••, kuting"),
        ("тел: 998901234567", "тел: •••"),
        ("Звоните (90) 123-45-67!", "Звоните •••!"),
        ("Менинг рақамим +998(90)123-45-67.", "Менинг рақамим •••."),
        ("90.123.45.67", "•••"),
        ("Pasport AA1234567 berdim", "Pasport ••• berdim"),
        ("паспорт АВ 123 45 67", "паспорт •••"),
        ("паспорт АС № 1234567 выдан", "паспорт ••• выдан"),
        ("aa1234567", "•••"),
        ("AB1234567 5", "••• 5"),
        ("JShShIR 31234567890123", "JShShIR •••"),
        ("карта 8600 1234 5678 9012 ушла", "карта ••• ушла"),
        ("9860123456789012", "•••"),
        ("@alisher_v yordam bermadi", "••• yordam bermadi"),
        ("https://t.me/alisher_v", "https://•••"),
        ("ali.valiyev@mail.uz ga yozing", "••• ga yozing"),
        ("90\u{200B}1234567", "•••"),
        ("+998 90 123\u{00A0}45\u{00A0}67", "•••"),
        ("901234567AB7654321", "••••••"),
        ("тел ٩٠١٢٣٤٥٦٧ ва ９０１２３４５６７", "тел ••• ва •••"),
        ("⑨⓪①②③④⑤⑥⑦ 𝟗𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕", "•••"),
        ("9\u{FE0F}\u{20E3}0\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}234567", "•••"),
        ("9\u{336}0\u{336}1\u{336}2\u{336}3\u{336}4\u{336}5\u{336}6\u{336}7\u{336}", "•••"),
        ("9...0...1...2...3...4...5...6...7", "•••"),
        ("9 . 0 . 1 . 2 . 3 . 4 . 5 . 6 . 7", "•••"),
        ("90,123,45,67 yoki 90*123*45*67", "••• yoki •••"),
        ("90\n123\n45\n67", "•••"),
        ("9O1 23 45 67 yoki 9о 123 45 67", "••• yoki •••"),
        ("12:34:56:789", "•••"),
        ("12:34 56 78 901", "•••"),
        ("8600:1234:5678:9012", "•••"),
        ("AA.123.45.67 va A.A. 1234567", "••• va •••"),
        ("aa 1234567, АА№1234567", "•••, •••"),
        ("A\u{200B}A\u{2060}1234567", "•••"),
        ("ＡＡ１２３４５６７", "•••"),
        ("@ alisher ga yozing", "••• ga yozing"),
        ("＠alisher_v", "•••"),
        ("@\u{200D}alisher", "•••"),
        ("telegram.me/alisher, T.ME\\alisher, t . me / alisher, т.ме/alisher", "•••, •••, •••, •••"),
        ("tg://resolve?domain=alisher", "•••"),
        ("t.me/+AbCdEf123 va t.me/joinchat/AbC-dEf", "••• va •••"),
        ("alisher.t.me", "•••"),
        ("tg: alisher_valiyev", "tg: •••"),
    ] {
        assert_eq!(mask(typed), kept, "{typed:?}");
    }
}

#[test]
fn what_names_nobody_stays() {
    for text in [
        "Rahmat! Hammasi aʼlo, 10 daqiqada bitdi.",
        "22.11.2026 kuni soat 09:00–18:00",
        "01.11.2026 va 22.11.2026",
        "2026-11-22 12:30",
        "1.11.2026 (9:00)",
        "5-oyna, 2-qavat, 305-xona",
        "va 1 500 000 soʻm soʻrashdi",
        "Взяли 12 500 000 сумов",
        "ҚР-353 қарор, 1298-сон",
        "100 % @ 5",
        "09:00–13:00, 14:00–18:00",
        "soat 9:30 da keldim, 10:45, 11:20 va 12:00 da ham navbat",
        "=HYPERLINK(\"http://example.com\";\"bosing\")",
        "'; DROP TABLE rating; -- <b onmouseover=alert(1)>",
        "🙂 👍🏽 👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}",
        "birinchi qator\nikkinchi qator",
    ] {
        assert_eq!(mask(text), text);
    }
}

#[test]
fn lines_and_signs_that_only_make_trouble_are_tidied_away() {
    assert_eq!(mask("bir\n\n\n\n\niki\nuch"), "bir\n\niki\nuch");
    assert_eq!(mask("yaxshi\u{202E}nomoy\u{202C} emas"), "yaxshinomoy emas");
}

#[test]
fn a_short_word_before_a_phone_leaves_none_of_its_digits() {
    assert_eq!(mask("va9012345 67"), "•••");
    assert_eq!(mask("ab 9012345 67"), "•••");
    assert_eq!(mask("AB 1234567, 2 oyna"), "•••, 2 oyna");
}

#[test]
fn it_is_told_that_a_long_comment_was_cut() {
    let long = mask_comment(&"uzoq ".repeat(2000));
    assert!(long.cut && long.text.chars().count() <= TEXT_LIMIT);
    assert!(!mask_comment(&"a".repeat(TEXT_LIMIT)).cut);
}

#[test]
fn a_long_comment_is_cut_after_it_was_masked() {
    let typed = format!("{}901234567", "a ".repeat(497));
    assert_eq!(mask(&typed), format!("{}•••", "a ".repeat(497)));
    assert_eq!(mask(&"ў".repeat(4000)).chars().count(), TEXT_LIMIT);
}

proptest! {
    #[test]
    fn no_phone_gets_through_however_it_is_written(
        before in "[a-zʻа-яў ,:]{0,20}",
        digits in prop::array::uniform9(0_u8..10),
        gaps in prop::collection::vec(prop::sample::select(vec!["", " ", "-", ") ", "\u{00A0}", "."]), 9),
    ) {
        let phone = digits.iter().zip(gaps).flat_map(|(digit, gap)| [digit.to_string(), gap.to_owned()]);
        let masked = mask(&(before + &phone.collect::<String>()));
        prop_assert!(!masked.chars().any(char::is_numeric), "{masked}");
    }

    #[test]
    fn masking_twice_is_masking_once(typed in "[a-cA-Cа-в0-9 +().@_/•\n-]{0,60}") {
        let once = mask(&typed);
        prop_assert_eq!(mask(&once), once);
    }

    #[test]
    fn any_text_at_all_is_taken(typed in any::<String>()) {
        prop_assert!(mask(&typed).chars().count() <= TEXT_LIMIT);
    }
}
