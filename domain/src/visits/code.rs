//! How a visit code looks: eight signs and one that checks them, three by three: `A7K 2MX 94P`.
//!
//! The signs are digits and those capitals that Latin and Cyrillic share, so it does not matter in which script a code is
//! typed; without 0, O, 1, I and L, and without B and З, which are taken for 8 and 3. There are seventeen of them, a prime:
//! one wrong sign and two that changed places are always noticed, and told from a code that was used.

use std::fmt::{Debug, Display, Formatter};

/// The signs; the place of each is its value.
const SIGNS: [u8; 17] = *b"23456789ACEHKMPTX";
const BASE: u8 = 17;

/// How many signs a code has, with the one that checks the others.
pub const LENGTH: usize = 9;

/// What a code looks like; its last sign is wrong, so that it is never anybody's.
pub const SAMPLE: &str = "A7K 2MX 94P";

/// Words that are so long without their blanks are no code with a slip of the finger.
const NEARLY: std::ops::RangeInclusive<usize> = LENGTH - 2..=LENGTH + 2;

/// A visit code. It does not print itself in logs.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisitCode([u8; LENGTH]);

/// Why something typed is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It does not look like one.
    NoCode,
    /// It looks like one, with a sign too many, too few, or wrong.
    Mistyped,
}

impl VisitCode {
    /// The code of a number, as good as random when the number is.
    pub fn from_number(mut number: u64) -> Self {
        let mut values = [0; LENGTH];
        for value in &mut values[..LENGTH - 1] {
            *value = u8::try_from(number % u64::from(BASE)).unwrap_or_default();
            number /= u64::from(BASE);
        }
        values[LENGTH - 1] = check_value(&values);
        Self(values)
    }

    /// Reads what somebody typed: in either script, in capitals or not, with blanks and hyphens anywhere.
    pub fn read(typed: &str) -> Result<Self, Misread> {
        let signs: Vec<char> =
            typed.chars().filter(|sign| !is_between(*sign)).take(NEARLY.end() + 1).collect();
        if !NEARLY.contains(&signs.len()) || !signs.iter().all(|sign| sign.is_alphanumeric()) {
            return Err(Misread::NoCode);
        }
        let values: Option<Vec<u8>> = signs.into_iter().map(value).collect();
        let values = values.and_then(|values| <[u8; LENGTH]>::try_from(values).ok());
        let code = values.filter(|values| values[LENGTH - 1] == check_value(values));
        code.map(Self).ok_or(Misread::Mistyped)
    }

    /// Reads a code as [`Display`] writes it, so that one code has one link.
    pub fn from_link(text: &str) -> Option<Self> {
        Self::read(text).ok().filter(|code| code.to_string() == text)
    }

    /// In groups of three, as it is printed and read aloud.
    pub fn spaced(&self) -> String {
        let text = self.to_string();
        let groups: Vec<_> = text.as_bytes().chunks(3).map(String::from_utf8_lossy).collect();
        groups.join(" ")
    }
}

impl Display for VisitCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|value| write!(f, "{}", char::from(SIGNS[usize::from(*value)])))
    }
}

impl Debug for VisitCode {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("VisitCode(***)")
    }
}

/// Every place has another weight, and none is a multiple of 17; the last sign has the weight −1.
fn check_value(values: &[u8; LENGTH]) -> u8 {
    let weighted = (1_u16..).zip(&values[..LENGTH - 1]).map(|(weight, value)| weight * u16::from(*value));
    u8::try_from(weighted.sum::<u16>() % u16::from(BASE)).unwrap_or_default()
}

/// What people put between signs.
fn is_between(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{200B}'..='\u{200F}')
}

/// The value of a sign that was typed.
fn value(typed: char) -> Option<u8> {
    let mut capitals = typed.to_uppercase();
    let capital = capitals.next().filter(|_| capitals.next().is_none())?;
    let latin = match capital {
        'А' => 'A',
        'В' | 'B' => '8',
        'С' => 'C',
        'Е' => 'E',
        'З' => '3',
        'Н' => 'H',
        'К' => 'K',
        'М' => 'M',
        'Р' => 'P',
        'Т' => 'T',
        'Х' => 'X',
        other => other,
    };
    let place = SIGNS.iter().position(|sign| char::from(*sign) == latin)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = VisitCode::from_number(123_456_789_012);
        assert_eq!(code.to_string(), "C48H4KPH5");
        assert_eq!(code.spaced(), "C48 H4K PH5");
        for typed in [
            "C48H4KPH5",
            "c48 h4k ph5",
            " C48-H4K-PH5\n",
            "С48Н4КРН5",
            "с48 н4к рн5",
            "c4в h4к–pн5",
            "c4b.h4k_ph5",
            "c 4 8 h 4 k p h 5",
        ] {
            assert_eq!(VisitCode::read(typed), Ok(code), "{typed}");
        }
    }

    #[test]
    fn words_are_no_codes_and_slips_are_slips() {
        for (typed, why) in [
            ("", Misread::NoCode),
            ("   - - ", Misread::NoCode),
            ("Navbat juda uzun edi", Misread::NoCode),
            ("rahmat!!!", Misread::NoCode),
            ("7KQ2M", Misread::NoCode),
            ("C48 H4K PH", Misread::Mistyped),
            ("C48 H4K PH55", Misread::Mistyped),
            ("C48 H4K PH4", Misread::Mistyped),
            ("4C8 H4K PH5", Misread::Mistyped),
            ("O48 H4K PH5", Misread::Mistyped),
            (SAMPLE, Misread::Mistyped),
            ("ßßßßßßßßß", Misread::Mistyped),
            ("٣٣٣٣٣٣٣٣٣", Misread::Mistyped),
        ] {
            assert_eq!(VisitCode::read(typed), Err(why), "{typed}");
        }
        assert_eq!(VisitCode::read(&"7".repeat(100_000)), Err(Misread::NoCode));
        assert_eq!(format!("{:?}", VisitCode::from_number(7)), "VisitCode(***)");
    }

    proptest! {
        #[test]
        fn every_code_leads_back_to_itself(number: u64) {
            let code = VisitCode::from_number(number);
            prop_assert_eq!(VisitCode::read(&code.to_string()), Ok(code));
            prop_assert_eq!(VisitCode::read(&code.spaced().to_lowercase()), Ok(code));
            prop_assert_eq!(VisitCode::from_link(&code.to_string()), Some(code));
            prop_assert_eq!(VisitCode::from_link(&code.spaced()), None);
        }

        #[test]
        fn one_wrong_sign_is_always_noticed(number: u64, place in 0..LENGTH, other in 0..SIGNS.len()) {
            let right = VisitCode::from_number(number).to_string();
            let mut typed = right.clone().into_bytes();
            typed[place] = SIGNS[other];
            let typed = String::from_utf8(typed).unwrap();
            prop_assert_eq!(VisitCode::read(&typed).is_ok(), typed == right);
        }

        #[test]
        fn two_signs_that_changed_places_are_always_noticed(number: u64, one in 0..LENGTH, other in 0..LENGTH) {
            let right = VisitCode::from_number(number).to_string();
            let mut typed = right.clone().into_bytes();
            typed.swap(one, other);
            let typed = String::from_utf8(typed).unwrap();
            prop_assert_eq!(VisitCode::read(&typed).is_ok(), typed == right);
        }

        #[test]
        fn nothing_that_people_type_breaks_it(typed in ".{0,40}") {
            let _ = VisitCode::read(&typed);
        }
    }
}
