//! Reasons that are chosen by a button instead of typed.
//!
//! They are kept in the words of whoever chose them, as everything that people say; a reader sees them in their own language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::{Language, Texts};

/// A text in one language or another.
type Reason = fn(Texts) -> String;

/// Every ready reason: of an answer, of a return, of a request for more time, and of its refusal.
const REASONS: [Reason; 16] = [
    Texts::cause_no_money,
    Texts::cause_others,
    Texts::cause_technical,
    Texts::cause_no_requests,
    Texts::cause_done_before,
    Texts::cause_not_ours,
    Texts::ready_reason_no_evidence,
    Texts::ready_reason_incomplete,
    Texts::ready_reason_inaccurate,
    Texts::ready_why_others,
    Texts::ready_why_volume,
    Texts::ready_why_funding,
    Texts::ready_why_technical,
    Texts::ready_whynot_not_justified,
    Texts::ready_whynot_time_enough,
    Texts::ready_whynot_urgent,
];

/// Which reason a text is, whatever its language.
static KNOWN: LazyLock<HashMap<String, Reason>> = LazyLock::new(|| {
    let in_all = REASONS
        .into_iter()
        .flat_map(|reason| Language::ALL.map(|language| (reason(Texts::new(language)), reason)));
    in_all.collect()
});

/// What somebody said, with every line that is a ready reason in the reader's language.
pub fn in_own_language(texts: Texts, said: &str) -> Cow<'_, str> {
    if !said.lines().any(|line| KNOWN.contains_key(line.trim())) {
        return Cow::Borrowed(said);
    }
    let lines = said.lines().map(|line| match KNOWN.get(line.trim()) {
        Some(reason) => Cow::Owned(reason(texts)),
        None => Cow::Borrowed(line),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ready_reason_is_read_in_ones_own_language_and_other_words_stay() {
        let ru = Texts::new(Language::Ru);
        for reason in REASONS {
            let uz = reason(Texts::new(Language::UzLatn));
            assert_eq!(in_own_language(ru, &uz), reason(ru));
            let with_more = format!("{uz}\nVa yana soʻzlar");
            assert_eq!(in_own_language(ru, &with_more), format!("{}\nVa yana soʻzlar", reason(ru)));
        }
        assert!(matches!(in_own_language(ru, "Ish ketmoqda"), Cow::Borrowed("Ish ketmoqda")));
    }
}
