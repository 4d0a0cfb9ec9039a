//! Whether Telegram takes a message as it is, and reads it as it was meant.

use super::*;

/// The text as a person reads it, or what is wrong with the HTML.
fn read(html: &str) -> Result<String, String> {
    let (mut open, mut text, mut rest) = (Vec::new(), String::new(), html);
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(if rest.starts_with('<') { '>' } else { ';' }).ok_or("an unfinished sign")? + 1;
        match &rest[..end] {
            "&lt;" => text.push('<'),
            "&gt;" => text.push('>'),
            "&amp;" => text.push('&'),
            tag @ ("<b>" | "<i>") => open.push(tag[1..2].to_owned()),
            "<blockquote expandable>" => open.push("blockquote".to_owned()),
            close if close.starts_with("</") => {
                let name = &close[2..close.len() - 1];
                if open.pop().as_deref() != Some(name) {
                    return Err(format!("{close} closes nothing"));
                }
            }
            other => return Err(format!("unknown {other}")),
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    if open.is_empty() { Ok(text) } else { Err(format!("{open:?} stay open")) }
}

pub(super) fn check(view: &View) {
    let text = read(view.text.as_str()).unwrap_or_else(|fault| panic!("{fault} in\n{}", view.text));
    assert!(!text.trim().is_empty());
    assert!(text.chars().count() <= MESSAGE_LIMIT, "{} characters:\n{text}", text.chars().count());
    assert!(!text.contains("\n\n\n"), "a hole in\n{text}");
    for row in view.keyboard.rows() {
        // Days of a week, marks of a scale, or numbers of lines.
        let short = row.len() <= 7 && row.iter().all(|key| key.label.chars().count() <= 3);
        assert!(row.len() <= 3 || short, "{row:?}");
        for key in row {
            let length = key.label.chars().count();
            assert!((1..=LABEL_LIMIT).contains(&length), "{:?}", key.label);
            assert!(row.len() < 2 || length <= 20, "too long beside another: {:?}", key.label);
            if let KeyAction::Press(data) = &key.does {
                assert!(data.len() <= BUTTON_LIMIT, "{data}");
                assert!(Button::read(data).is_some(), "{data}");
            }
        }
    }
    let rows = view.keyboard.rows().len();
    assert!(rows <= 12, "{rows} rows of buttons");
}
