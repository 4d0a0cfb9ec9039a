//! Words that are too long for their place.

/// The text in at most `limit` characters, cut between words where that leaves most of it.
pub fn shortened(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let room = text.char_indices().nth(limit.saturating_sub(1)).map_or(end, |(end, _)| end);
    let kept = &text[..room];
    let at_word = kept.rfind(char::is_whitespace).filter(|at| kept[..*at].chars().count() * 3 >= limit * 2);
    let kept = at_word.map_or(kept, |at| &kept[..at]);
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '(', '«', '-', '–', '—']))
}
