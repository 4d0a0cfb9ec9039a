//! Which words of a text are those that somebody looked for.

use std::ops::Range;

use super::{SAME, WORDS, alike, in_uzbek, simplified, words};
use crate::text::{fold, is_apostrophe};

/// The places in `text` of the words that are alike to a word of `query`, the first first.
pub fn marked(query: &str, text: &str) -> Vec<Range<usize>> {
    let asked: Vec<Vec<char>> = words(query).into_iter().take(WORDS).collect();
    let uzbek: Vec<Vec<char>> = asked.iter().filter_map(|word| in_uzbek(word)).collect();
    let fits = |word: &str| {
        let word = simplified(&fold(word));
        word.len() > 1 && asked.iter().chain(&uzbek).any(|asked| alike(asked, &word) >= SAME)
    };
    if asked.is_empty() {
        Vec::new()
    } else {
        places(text).filter(|place| fits(&text[place.clone()])).collect()
    }
}

/// Where the words of a text stand.
fn places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || is_apostrophe(letter);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_part)?;
        let end = text[start..].find(|letter| !is_part(letter)).map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_marked_however_they_were_typed() {
        for (query, text, expected) in [
            ("suv", "Suv taʼminoti korxonasi", vec!["Suv"]),
            ("сув таминот", "Suv taʼminoti korxonasi", vec!["Suv", "taʼminoti"]),
            ("korhona", "Сув таъминоти корхонаси", vec!["корхонаси"]),
            ("pasprt", "«Biometrik pasport» olish", vec!["pasport"]),
            ("справка", "Soliq maʼlumotnomasi", vec!["maʼlumotnomasi"]),
            ("xyz", "Soliq maʼlumotnomasi", vec![]),
            ("", "Soliq", vec![]),
            ("soliq", "", vec![]),
        ] {
            let found: Vec<&str> = marked(query, text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, expected, "{query} in {text}");
        }
    }

    proptest! {
        #[test]
        fn the_places_stand_in_order_and_between_letters(query in any::<String>(), text in any::<String>()) {
            let mut last = 0;
            for place in marked(&query, &text) {
                prop_assert!(place.start >= last && place.end > place.start);
                prop_assert!(text.get(place.clone()).is_some());
                last = place.end;
            }
        }
    }
}
