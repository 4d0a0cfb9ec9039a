//! Numbers as each language writes them.
//!
//! Uzbek and Russian write `1 234,5` and `74,8 %` with no-break spaces, English `1,234.5` and `74.8%`.

use domain::compliance::Rate;
use domain::language::Language;
use domain::share;

use crate::Texts;

const NO_BREAK_SPACE: char = '\u{A0}';

/// A whole number in groups of three digits: `1 115`.
pub fn integer(language: Language, number: i64) -> String {
    let mut text = String::new();
    if number < 0 {
        text.push('−');
    }
    push_grouped(&mut text, &number.unsigned_abs().to_string(), language);
    text
}

/// A number with so many digits after the comma: `4,28`.
pub fn decimal(language: Language, number: f64, digits: usize) -> String {
    let plain = format!("{:.digits$}", number.abs());
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    // What rounds to zero has no sign.
    if number < 0.0 && plain.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
        text.push('−');
    }
    push_grouped(&mut text, whole, language);
    if !rest.is_empty() {
        text.push(if language == Language::En { '.' } else { ',' });
        text.push_str(rest);
    }
    text
}

/// A change, always with its sign: `+3,2`, `−1,5`, `0,0`.
pub fn change(language: Language, number: f64, digits: usize) -> String {
    let text = decimal(language, number, digits);
    let grows = number > 0.0 && text.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    if grows { format!("+{text}") } else { text }
}

/// A share of one as a percentage, told by the rule of [`share`]: `0.748` is `74,8 %`.
pub fn percent(language: Language, share: f64, digits: usize) -> String {
    let scale = (0..digits).fold(1.0, |scale, _| scale * 10.0);
    let mut text = decimal(language, share::told_of(share, 100.0 * scale) / scale, digits);
    if language != Language::En {
        text.push(NO_BREAK_SPACE);
    }
    text.push('%');
    text
}

/// A rate as a percentage with one digit, `—` where there is none.
pub fn rate(language: Language, rate: Option<Rate>) -> String {
    rate.map_or_else(|| "—".to_owned(), |rate| percent(language, f64::from(rate.per_mille()) / 1000.0, 1))
}

/// The size of a file: `412 KB`, `3,4 MB`.
#[expect(clippy::cast_precision_loss, reason = "one digit after the comma is shown")]
pub fn bytes(language: Language, size: u64) -> String {
    const KILOBYTE: u64 = 1024;
    const MEGABYTE: u64 = KILOBYTE * KILOBYTE;
    let texts = Texts::new(language);
    if size < KILOBYTE {
        texts.size_bytes(decimal(language, size as f64, 0))
    } else if size < MEGABYTE {
        texts.size_kilobytes(decimal(language, (size / KILOBYTE) as f64, 0))
    } else {
        let digits = usize::from(!size.is_multiple_of(MEGABYTE));
        texts.size_megabytes(decimal(language, size as f64 / MEGABYTE as f64, digits))
    }
}

fn push_grouped(text: &mut String, digits: &str, language: Language) {
    let separator = if language == Language::En { ',' } else { NO_BREAK_SPACE };
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_stand_in_groups_of_three() {
        for (number, uzbek, english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1115, "1\u{A0}115", "1,115"),
            (1_250_000, "1\u{A0}250\u{A0}000", "1,250,000"),
            (-4321, "−4\u{A0}321", "−4,321"),
            (
                i64::MIN,
                "−9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808",
                "−9,223,372,036,854,775,808",
            ),
        ] {
            assert_eq!(integer(Language::UzLatn, number), uzbek);
            assert_eq!(integer(Language::Ru, number), uzbek);
            assert_eq!(integer(Language::En, number), english);
        }
    }

    #[test]
    fn a_comma_parts_the_digits_except_in_english() {
        for (number, digits, uzbek, english) in [
            (4.283, 2, "4,28", "4.28"),
            (1234.5, 1, "1\u{A0}234,5", "1,234.5"),
            (0.96, 0, "1", "1"),
            (-0.04, 1, "0,0", "0.0"),
            (-2.5, 1, "−2,5", "−2.5"),
        ] {
            assert_eq!(decimal(Language::UzCyrl, number, digits), uzbek);
            assert_eq!(decimal(Language::En, number, digits), english);
        }
    }

    #[test]
    fn a_share_becomes_a_percentage() {
        assert_eq!(percent(Language::UzLatn, 0.748, 1), "74,8\u{A0}%");
        assert_eq!(percent(Language::Ru, 1.0, 0), "100\u{A0}%");
        for (share, digits, expected) in [
            (0.9999, 1, "99.9%"),
            (0.9999, 0, "99%"),
            (0.29, 0, "29%"),
            (0.574, 1, "57.4%"),
            (0.5745, 1, "57.5%"),
            (0.5744, 1, "57.4%"),
            (0.0001, 1, "0.1%"),
            (0.0001, 0, "1%"),
            (0.0, 1, "0.0%"),
        ] {
            assert_eq!(percent(Language::En, share, digits), expected);
        }
        assert_eq!(percent(Language::En, 0.748, 1), "74.8%");
    }

    #[test]
    fn a_rate_is_told_to_a_tenth_of_a_per_cent() {
        for (part, whole, told) in
            [(9999, 10_000, "99,9\u{A0}%"), (89, 119, "74,8\u{A0}%"), (3, 3, "100,0\u{A0}%"), (0, 0, "—")]
        {
            assert_eq!(rate(Language::UzLatn, Rate::of(part, whole)), told);
        }
        for per_mille in 0..=1000 {
            let expected = format!("{}.{}%", per_mille / 10, per_mille % 10);
            assert_eq!(rate(Language::En, Rate::of(per_mille, 1000)), expected);
        }
    }

    #[test]
    fn a_change_shows_its_sign() {
        assert_eq!(change(Language::Ru, 3.21, 1), "+3,2");
        assert_eq!(change(Language::Ru, -1.5, 1), "−1,5");
        assert_eq!(change(Language::Ru, 0.01, 1), "0,0");
    }

    #[test]
    fn the_size_of_a_file_is_told_in_the_largest_unit_that_fits() {
        for (size, uzbek, russian) in [
            (800, "800\u{A0}bayt", "800\u{A0}Б"),
            (422_400, "412\u{A0}KB", "412\u{A0}КБ"),
            (3_565_158, "3,4\u{A0}MB", "3,4\u{A0}МБ"),
        ] {
            assert_eq!(bytes(Language::UzLatn, size), uzbek);
            assert_eq!(bytes(Language::Ru, size), russian);
        }
    }
}
