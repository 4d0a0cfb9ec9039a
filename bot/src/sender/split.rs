//! A message that Telegram does not take as it is, made into what it takes: several shorter ones, or one without formatting.

use serde_json::{Map, Value};

use super::markup::{self, Piece};

/// Telegram counts the code points that are left when the formatting was read and the blanks at both ends are gone.
const LONGEST: usize = 4096;
/// A message is not cut so early that less than this share of it would stand alone, when a later cut is possible.
const LEAST_SHARE: usize = 4;

/// A call of the Bot API: the method and its arguments as JSON.
pub(super) type Call = (String, String);

/// The same words in several messages, in their order, with the buttons below the last; `None` when one is enough, or when there
/// are no words to divide.
pub(super) fn divided(method: &str, body: &str) -> Option<Vec<Call>> {
    let arguments: Map<String, Value> = serde_json::from_str(body).ok()?;
    let text = arguments.get("text")?.as_str()?;
    let pieces = if is_html(&arguments) { markup::read(text) } else { markup::letters(text) };
    let texts = cut(&pieces);
    let last = texts.len().checked_sub(1).filter(|last| *last > 0)?;
    let calls = texts.into_iter().enumerate().map(|(place, text)| {
        let mut arguments = arguments.clone();
        arguments.insert("text".to_owned(), text.into());
        if place < last {
            arguments.remove("reply_markup");
        }
        if place == 0 {
            return Some((method.to_owned(), serde_json::to_string(&arguments).ok()?));
        }
        // Only the first can take the place of a message that stands there.
        arguments.remove("message_id");
        arguments.remove("reply_parameters");
        Some(("sendMessage".to_owned(), serde_json::to_string(&arguments).ok()?))
    });
    calls.collect()
}

/// The same message without formatting; `None` when it has none.
pub(super) fn without_markup(body: &str) -> Option<String> {
    let mut arguments: Map<String, Value> = serde_json::from_str(body).ok()?;
    if !is_html(&arguments) {
        return None;
    }
    let text = markup::plain(arguments.get("text")?.as_str()?);
    arguments.insert("text".to_owned(), text.into());
    arguments.remove("parse_mode");
    serde_json::to_string(&arguments).ok()
}

fn is_html(arguments: &Map<String, Value>) -> bool {
    arguments.get("parse_mode").and_then(Value::as_str).is_some_and(|mode| mode.eq_ignore_ascii_case("html"))
}

/// Cuts between paragraphs, else between lines, else between words; what is open at a cut is closed and opened again.
fn cut(pieces: &[Piece<'_>]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let end = end_of(&pieces[start..]).map_or(pieces.len(), |length| start + length);
        texts.push(written(&pieces[start..end], &mut open));
        start = end;
        while start < pieces.len() && pieces[start].is_blank() {
            start += 1;
        }
    }
    texts
}

/// After how many pieces the next message ends; `None` when all of them fit.
fn end_of(pieces: &[Piece<'_>]) -> Option<usize> {
    let mut letters = 0;
    // After a paragraph, a line, a word: how many pieces, and how many letters those are.
    let mut breaks: [Option<(usize, usize)>; 3] = [None; 3];
    let mut ends_line = false;
    for (place, piece) in pieces.iter().enumerate() {
        let Piece::Letter(letter) = piece else { continue };
        if letters == LONGEST {
            if pieces[place..].iter().all(|rest| rest.is_blank() || !matches!(rest, Piece::Letter(_))) {
                return None;
            }
            let far = |found: &Option<(usize, usize)>| found.filter(|(_, n)| n * LEAST_SHARE >= LONGEST);
            let good = breaks.iter().find_map(far);
            let any = || breaks.iter().flatten().max_by_key(|(_, letters)| *letters).copied();
            return Some(good.or_else(any).map_or(place, |(end, _)| end));
        }
        letters += 1;
        let here = Some((place + 1, letters));
        match *letter {
            "\n" if ends_line => breaks[0] = here,
            "\n" => breaks[1] = here,
            " " => breaks[2] = here,
            _ => {}
        }
        ends_line = *letter == "\n";
    }
    None
}

/// These pieces as a text of its own. `open` holds the tags that are open before it, and after the call those after it.
fn written<'a>(pieces: &[Piece<'a>], open: &mut Vec<(&'a str, &'a str)>) -> String {
    let blanks = pieces.iter().rev().take_while(|piece| piece.is_blank()).count();
    let mut text: String = open.iter().map(|(_, whole)| *whole).collect();
    for piece in &pieces[..pieces.len() - blanks] {
        match *piece {
            Piece::Letter(letter) => text.push_str(letter),
            Piece::Open(name, whole) => {
                open.push((name, whole));
                text.push_str(whole);
            }
            Piece::Close(name) => {
                open.pop();
                close(&mut text, name);
            }
        }
    }
    for (name, _) in open.iter().rev() {
        close(&mut text, name);
    }
    text
}

fn close(text: &mut String, name: &str) {
    text.push_str("</");
    text.push_str(name);
    text.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> String {
        serde_json::json!({
            "chat_id": 1, "text": text, "parse_mode": "HTML", "reply_markup": { "inline_keyboard": [] },
        })
        .to_string()
    }

    fn texts(calls: &[Call]) -> Vec<String> {
        let text = |(_, body): &Call| {
            let body: Value = serde_json::from_str(body).unwrap();
            body["text"].as_str().unwrap().to_owned()
        };
        calls.iter().map(text).collect()
    }

    fn assert_taken(text: &str) {
        let mut open = Vec::new();
        let mut letters = 0;
        for piece in markup::read(text) {
            match piece {
                Piece::Letter(_) => letters += 1,
                Piece::Open(name, _) => open.push(name),
                Piece::Close(name) => assert_eq!(open.pop(), Some(name), "{text}"),
            }
        }
        assert!(open.is_empty() && letters <= LONGEST && letters > 0, "{letters} {open:?}");
    }

    fn squeezed(text: &str) -> String {
        markup::plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_fits_stays_whole() {
        for text in ["<b>qisqa</b>", &"a".repeat(LONGEST), &format!("<b>{}</b>\n", "&amp;".repeat(LONGEST))] {
            assert_eq!(divided("sendMessage", &body(text)), None);
        }
        for no_text in [r#"{"chat_id":1}"#, "no"] {
            assert_eq!(divided("sendMessage", no_text), None);
        }
    }

    #[test]
    fn a_long_message_is_cut_between_paragraphs_with_the_buttons_below_the_last() {
        let paragraph =
            |n: i32| format!("<b>{n}-topshiriq</b>\n{}", "soʻz &lt;va&gt; ".repeat(90).trim_end());
        let all: Vec<_> = (1..=9).map(paragraph).collect();
        let calls = divided("sendMessage", &body(&all.join("\n\n"))).unwrap();
        let texts = texts(&calls);
        assert!(texts.len() > 2);
        for text in &texts {
            assert_taken(text);
            assert!(text.starts_with("<b>") && text.ends_with("&gt;"), "{text}");
        }
        assert_eq!(texts.join("\n\n"), all.join("\n\n"));
        let with_buttons: Vec<_> = calls.iter().map(|(_, body)| body.contains("reply_markup")).collect();
        assert_eq!(with_buttons.iter().filter(|has| **has).count(), 1);
        assert_eq!(with_buttons.last(), Some(&true));
    }

    #[test]
    fn a_paragraph_that_is_too_long_is_cut_between_words_and_stays_formatted() {
        let words: Vec<_> = (0..3000).map(|n| format!("soʻz{n}")).collect();
        let text = format!("<b>Sarlavha</b>\n\n<blockquote><i>{}</i></blockquote>", words.join(" "));
        let calls = divided("sendMessage", &body(&text)).unwrap();
        let texts = texts(&calls);
        for text in &texts {
            assert_taken(text);
        }
        assert!(texts[0].starts_with("<b>Sarlavha</b>") && texts[0].contains("soʻz100"), "{}", texts[0]);
        for text in &texts[1..] {
            assert!(text.starts_with("<blockquote><i>soʻz"), "{text}");
        }
        assert_eq!(squeezed(&texts.join(" ")), squeezed(&text));
    }

    #[test]
    fn letters_without_a_blank_are_cut_where_they_must() {
        let calls = divided("sendMessage", &body(&format!("<code>{}</code>", "я".repeat(10_000)))).unwrap();
        let texts = texts(&calls);
        assert_eq!(texts.len(), 3);
        for text in &texts {
            assert_taken(text);
        }
    }

    #[test]
    fn only_the_first_of_several_takes_the_place_of_a_message() {
        let text = "soʻz ".repeat(2000);
        let body = serde_json::json!({ "chat_id": 1, "message_id": 5, "text": text }).to_string();
        let calls = divided("editMessageText", &body).unwrap();
        let methods: Vec<_> = calls.iter().map(|(method, _)| method.as_str()).collect();
        assert_eq!(methods, ["editMessageText", "sendMessage", "sendMessage"]);
        assert!(calls[0].1.contains("message_id") && !calls[1].1.contains("message_id"));
    }

    #[test]
    fn without_formatting_the_words_and_the_buttons_stay() {
        let plain: Value = serde_json::from_str(&without_markup(&body("<b>yarim &amp; ")).unwrap()).unwrap();
        assert_eq!(plain["text"], "yarim & ");
        assert!(plain.get("parse_mode").is_none() && plain.get("reply_markup").is_some());
        assert_eq!(without_markup(r#"{"chat_id":1,"text":"<b>"}"#), None);
    }
}
