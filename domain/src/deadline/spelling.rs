//! Letters and digits that scans and keyboards confuse.
//!
//! What looks the same is taken for the same; what only resembles it is mended, and the reading then is not certain.

/// Cyrillic letters and the Latin ones that look the same.
const TWINS: [(char, char); 12] = [
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('х', 'x'),
    ('у', 'y'),
    ('і', 'i'),
    ('к', 'k'),
    ('м', 'm'),
    ('т', 't'),
    ('ѕ', 's'),
];

/// The small word in one script, where it was typed in two that look alike.
pub(super) fn in_one_script(word: &str) -> String {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let cyrillic = word.chars().filter(|&letter| is_cyrillic(letter) && letter != 'і').count();
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    if latin == 0 && !word.contains(['і', 'ѕ']) || cyrillic == 0 && !word.contains('і') {
        return word.to_owned();
    }
    let to_cyrillic = cyrillic > latin;
    let twin = |letter: char| {
        TWINS.iter().find_map(|&(cyrillic, latin)| match to_cyrillic {
            true if letter == latin => Some(cyrillic),
            false if letter == cyrillic => Some(latin),
            _ => None,
        })
    };
    word.chars().map(|letter| twin(letter).unwrap_or(letter)).collect()
}

/// The digits that a run of letters and digits stands for, such as `2O26` or `l5`; `None` when it is no such run.
pub(super) fn digits_in(run: &str) -> Option<String> {
    let digit = |letter: char| match letter {
        '0'..='9' => Some(letter),
        'o' | 'о' => Some('0'),
        'l' | '|' => Some('1'),
        'з' => Some('3'),
        _ => None,
    };
    let digits: Option<String> = run.chars().map(digit).collect();
    digits.filter(|_| run.contains(|letter: char| letter.is_ascii_digit()))
}

/// Do two words differ by one letter that is missing, too many, or wrong, or by two that changed places?
pub(super) fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same_head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tails = (&one[same_head..], &other[same_head..]);
    match tails {
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        ([a1, a2, a @ ..], [b1, b2, b @ ..]) => a1 == b2 && a2 == b1 && a == b,
        _ => false,
    }
}
