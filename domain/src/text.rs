//! Forms of Uzbek and Russian text: for search, for matching, for keeping.
//!
//! Text that people wrote is shown as they wrote it; these forms stand beside it. Nothing goes from Latin to Cyrillic script
//! here: that way loses letters.

/// The signs that people type for oʻ, gʻ and the tutuq belgisi.
const APOSTROPHES: [char; 9] = ['\'', '’', '‘', 'ʻ', 'ʼ', '`', '´', '′', '‛'];
/// The sign of oʻ and gʻ.
const TURNED_COMMA: char = '\u{2bb}';
/// The tutuq belgisi.
const TUTUQ: char = '\u{2bc}';

/// The form by which texts are searched and compared: small Latin letters without apostrophes, `h` for `x`, single blanks.
///
/// Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    let latin = latin(&text.to_lowercase());
    let letters = latin.chars().filter(|&letter| !is_apostrophe(letter));
    let folded: String = letters.map(|letter| if letter == 'x' { 'h' } else { letter }).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cyrillic letters turned into Uzbek Latin ones, capitals kept; everything else as it was.
pub fn latin(text: &str) -> String {
    let letters = composed(text);
    let small: Vec<char> = letters.iter().map(|&letter| lower(letter)).collect();
    let mut latin = String::with_capacity(text.len());
    for (index, &letter) in letters.iter().enumerate() {
        match sound(&small, index) {
            None => latin.push(letter),
            Some(sound) if letter == small[index] => latin.push_str(sound),
            Some(sound) if in_capitals(&letters, index) => latin.push_str(&sound.to_uppercase()),
            Some(sound) => {
                let mut sounds = sound.chars();
                latin.extend(sounds.next().into_iter().flat_map(char::to_uppercase));
                latin.push_str(sounds.as_str());
            }
        }
    }
    latin
}

/// The text with one sign for oʻ and gʻ (U+02BB) and one for the tutuq belgisi (U+02BC), whatever people typed; quotation
/// marks around words stay.
pub fn same_apostrophes(text: &str) -> String {
    let mut same = String::with_capacity(text.len());
    let mut before = None;
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_word = !letters.peek().is_some_and(|next| next.is_alphabetic());
        let chosen = match before {
            _ if !is_apostrophe(letter) => letter,
            Some('o' | 'O' | 'g' | 'G') if !(quoted && ends_word) => TURNED_COMMA,
            Some(before) if before.is_alphabetic() && !(quoted && ends_word) => TUTUQ,
            _ => {
                quoted = !ends_word;
                letter
            }
        };
        same.push(chosen);
        before = Some(chosen);
    }
    same
}

/// Is this one of the signs that people type as an apostrophe?
pub(crate) fn is_apostrophe(letter: char) -> bool {
    APOSTROPHES.contains(&letter)
}

/// The letters, those of two signs (и and a breve) joined into one, invisible ones left out.
fn composed(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let joined = letters.last().and_then(|&before| match (before, letter) {
            ('и', '\u{306}') => Some('й'),
            ('И', '\u{306}') => Some('Й'),
            ('у', '\u{306}') => Some('ў'),
            ('У', '\u{306}') => Some('Ў'),
            ('е', '\u{308}') => Some('ё'),
            ('Е', '\u{308}') => Some('Ё'),
            _ => None,
        });
        match (joined, letter) {
            (Some(joined), _) => {
                letters.pop();
                letters.push(joined);
            }
            (None, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => {}
            (None, letter) => letters.push(letter),
        }
    }
    letters
}

/// The Latin letters for the small Cyrillic letter at `index`, or `None` when it is no letter of Uzbek or Russian.
fn sound(small: &[char], index: usize) -> Option<&'static str> {
    let before = index.checked_sub(1).map(|before| small[before]);
    let after = small.get(index + 1).copied();
    Some(match small[index] {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "gʻ",
        'д' => "d",
        'е' if starts_syllable(before) => "ye",
        'е' | 'э' => "e",
        'ё' => "yo",
        'ж' => "j",
        'з' => "z",
        'и' | 'ы' => "i",
        'й' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' if before == Some('ь') => "yo",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'ц' if before.is_some_and(is_vowel) && after.is_some_and(is_vowel) => "ts",
        'с' if after == Some('ҳ') => "sʼ",
        'с' | 'ц' => "s",
        'т' => "t",
        'у' => "u",
        'ў' => "oʻ",
        'ф' => "f",
        'х' => "x",
        'ҳ' => "h",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ъ' if matches!(after, Some('е' | 'ё' | 'ю' | 'я')) => "",
        'ъ' => "ʼ",
        'ь' => "",
        'ю' => "yu",
        'я' if in_shortened_month(small, index) => "a",
        'я' => "ya",
        _ => return None,
    })
}

fn is_vowel(letter: char) -> bool {
    "аеёиоуўыэюя".contains(letter)
}

fn starts_syllable(before: Option<char>) -> bool {
    before.is_none_or(|before| is_vowel(before) || matches!(before, 'ъ' | 'ь') || !before.is_alphabetic())
}

/// Сентябрь and октябрь are sentabr and oktabr in Latin script.
fn in_shortened_month(small: &[char], index: usize) -> bool {
    let before = &small[..index];
    (before.ends_with(&['с', 'е', 'н', 'т']) || before.ends_with(&['о', 'к', 'т']))
        && small[index + 1..].starts_with(&['б', 'р'])
}

/// Does the capital at `index` stand among capitals (ШАҲАР), and not at the head of a small word (Шаҳар)?
fn in_capitals(letters: &[char], index: usize) -> bool {
    let is_capital = |letter: char| letter.is_uppercase();
    match letters.get(index + 1) {
        Some(&after) if after.is_alphabetic() => is_capital(after),
        _ => index.checked_sub(1).is_some_and(|before| is_capital(letters[before])),
    }
}

fn lower(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cyrillic_becomes_latin_as_people_write_it() {
        for (cyrillic, expected) in [
            ("Фарғона шаҳар ҳокимлиги", "Fargʻona shahar hokimligi"),
            ("ШАҲАР Шаҳар", "SHAHAR Shahar"),
            ("лицензия, акция, конституция, цирк", "litsenziya, aksiya, konstitutsiya, sirk"),
            ("объект, маълумот, премьера", "obyekt, maʼlumot, premyera"),
            ("Исҳоқ", "Isʼhoq"),
            ("2026 йил 1 сентябрь ва октябрь", "2026 yil 1 sentabr va oktabr"),
            ("оила ва аёл, ер, эга", "oila va ayol, yer, ega"),
            ("Елена, йўл", "Yelena, yoʻl"),
            ("NIS.UZ тизими", "NIS.UZ tizimi"),
            ("тии\u{306}", "tiy"),
        ] {
            assert_eq!(latin(cyrillic), expected);
        }
    }

    #[test]
    fn texts_that_people_take_for_the_same_fold_to_the_same() {
        for (one, other) in [
            ("o'n besh kun", "ўн беш кун"),
            ("O‘N  BESH\u{a0}KUN", "o`n besh kun"),
            ("raxbarlik", "раҳбарлик"),
            ("maʼlumot", "маълумот"),
            ("Исҳоқ", "Is'hoq"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("ikki"), fold("bir"));
    }

    #[test]
    fn apostrophes_are_told_apart_by_the_letter_before() {
        for (typed, kept) in [
            ("bo'lgan mas'ul", "boʻlgan masʼul"),
            ("Farg`ona, O‘zbekiston, ma’lumot", "Fargʻona, Oʻzbekiston, maʼlumot"),
            ("mo''tadil", "moʻʼtadil"),
            ("'Yagona portal' va ‘Inson’", "'Yagona portal' va ‘Inson’"),
            ("", ""),
        ] {
            assert_eq!(same_apostrophes(typed), kept);
            assert_eq!(same_apostrophes(kept), kept);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*", uzbek in "[а-яА-ЯўғқҳЎҒҚҲa-zA-Z'ʻʼ’ ьъ\u{306}\u{ad}]{0,40}") {
            for text in [text, uzbek] {
                let folded = fold(&text);
                prop_assert_eq!(fold(&folded), folded);
            }
        }
    }
}
