//! `parse_mode=Markdown`, the old one: no nesting, a lenient `\`, one complaint.

use super::{EntityKind, FormattedText, MessageEntity, link_entity};

pub(super) fn parse(source: &str) -> Result<FormattedText, String> {
    let mut out = FormattedText::default();
    let mut utf16 = 0;
    let mut at = 0;
    while let Some(letter) = source[at..].chars().next() {
        let rest = &source[at..];
        let next = rest[letter.len_utf8()..].chars().next();
        if letter == '\\' && next.is_some_and(|next| "_*`[".contains(next)) {
            let escaped = next.unwrap_or(letter);
            out.text.push(escaped);
            utf16 += 1;
            at += 2;
            continue;
        }
        if !"_*`[".contains(letter) {
            out.text.push(letter);
            utf16 += letter.len_utf16();
            at += letter.len_utf8();
            continue;
        }
        let part =
            part(rest).ok_or_else(|| format!("Can't find end of the entity starting at byte offset {at}"))?;
        let length = super::utf16_len(part.inner);
        out.text.push_str(part.inner);
        if let Some(kind) = part.kind.filter(|_| length > 0) {
            out.entities.push(MessageEntity { kind, offset: utf16, length });
        }
        utf16 += length;
        at += part.bytes;
    }
    Ok(out)
}

/// A formatted part at the beginning of the rest of the text.
struct Part<'a> {
    kind: Option<EntityKind>,
    inner: &'a str,
    bytes: usize,
}

fn part(rest: &str) -> Option<Part<'_>> {
    if let Some(body) = rest.strip_prefix("```") {
        let end = body.find("```")?;
        let (language, inner) = match body[..end].split_once('\n') {
            Some((first, code)) if !first.is_empty() && !first.contains(char::is_whitespace) => {
                (Some(first.to_owned()), code)
            }
            _ => (None, &body[..end]),
        };
        return Some(Part { kind: Some(EntityKind::Pre { language }), inner, bytes: end + 6 });
    }
    let mark = rest.chars().next()?;
    let body = &rest[1..];
    if mark == '[' {
        let end = body.find(']')?;
        let inner = &body[..end];
        let after = &body[end + 1..];
        let Some(target) = after.strip_prefix('(') else {
            return Some(Part { kind: None, inner, bytes: end + 2 });
        };
        let close = target.find(')')?;
        return Some(Part { kind: link_entity(&target[..close]), inner, bytes: end + close + 4 });
    }
    let end = body.find(mark)?;
    let kind = match mark {
        '*' => EntityKind::Bold,
        '_' => EntityKind::Italic,
        _ => EntityKind::Code,
    };
    Some(Part { kind: Some(kind), inner: &body[..end], bytes: end + 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_markdown_is_read() {
        let parsed = parse("*a* _b_ `c` [d](https://example.uz) \\*e").unwrap();
        assert_eq!(parsed.text, "a b c d *e");
        let places: Vec<_> = parsed.entities.iter().map(|entity| (entity.offset, entity.length)).collect();
        assert_eq!(places, [(0, 1), (2, 1), (4, 1), (6, 1)]);
    }

    #[test]
    fn an_open_part_is_refused_with_its_byte_offset() {
        assert_eq!(parse("ў *b").unwrap_err(), "Can't find end of the entity starting at byte offset 3");
    }
}
