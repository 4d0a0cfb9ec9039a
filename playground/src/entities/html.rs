//! `parse_mode=HTML`: the tags that Telegram knows, and its complaints word for word with byte offsets.

use super::{EntityKind, FormattedText, MessageEntity, Open, link_entity};

/// Reads the markup byte by byte, as the real server does.
struct Reader<'a> {
    source: &'a str,
    at: usize,
    out: FormattedText,
    utf16: usize,
    open: Vec<Open<String>>,
}

const TAGS: [&str; 16] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "span",
    "pre",
    "code",
    "blockquote",
];

pub(super) fn parse(source: &str) -> Result<FormattedText, String> {
    let mut reader = Reader { source, at: 0, out: FormattedText::default(), utf16: 0, open: Vec::new() };
    while let Some(letter) = reader.source[reader.at..].chars().next() {
        match letter {
            '<' if reader.byte(1) == b'/' => reader.end_tag()?,
            '<' => reader.start_tag()?,
            '&' => reader.reference_or_ampersand(),
            _ => {
                reader.at += letter.len_utf8();
                reader.push(letter);
            }
        }
    }
    match reader.open.pop() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag)),
        None => Ok(reader.out),
    }
}

impl Reader<'_> {
    /// The byte so far ahead; 0 at the end.
    fn byte(&self, ahead: usize) -> u8 {
        self.source.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn push(&mut self, letter: char) {
        self.out.text.push(letter);
        self.utf16 += letter.len_utf16();
    }

    fn skip_while(&mut self, test: impl Fn(u8) -> bool) -> usize {
        while self.byte(0) != 0 && test(self.byte(0)) {
            self.at += 1;
        }
        self.at
    }

    fn skip_blanks(&mut self) {
        self.skip_while(is_blank);
    }

    fn reference_or_ampersand(&mut self) {
        if let Some((letter, length)) = reference(&self.source[self.at..]) {
            self.at += length;
            self.push(letter);
        } else {
            self.at += 1;
            self.push('&');
        }
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name_end = self.skip_while(|byte| !is_blank(byte) && byte != b'>');
        if self.byte(0) == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let tag = self.source[begin + 1..name_end].to_lowercase();
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let argument = self.attributes(&tag, begin)?;
        if tag == "span" && argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.at += 1;
        self.open.push(Open {
            tag,
            argument,
            offset: self.utf16,
            text_start: self.out.text.len(),
            source_start: begin,
        });
        Ok(())
    }

    /// Reads up to the closing `>` and gives the one attribute value that matters for the tag.
    fn attributes(&mut self, tag: &str, begin: usize) -> Result<String, String> {
        let unclosed = || format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        let mut argument = String::new();
        loop {
            self.skip_blanks();
            match self.byte(0) {
                b'>' => return Ok(argument),
                0 => return Err(unclosed()),
                _ => {}
            }
            let name_begin = self.at;
            let name_end = self.skip_while(|byte| !is_blank(byte) && byte != b'=' && byte != b'>');
            let name = &self.source[name_begin..name_end];
            if name.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
            }
            self.skip_blanks();
            if self.byte(0) != b'=' {
                if self.byte(0) == 0 {
                    return Err(unclosed());
                }
                if tag == "blockquote" && name == "expandable" {
                    "1".clone_into(&mut argument);
                }
                continue;
            }
            let name = name.to_owned();
            self.at += 1;
            self.skip_blanks();
            if self.byte(0) == 0 {
                return Err(unclosed());
            }
            let value = self.attribute_value()?;
            if self.byte(0) == 0 {
                return Err(unclosed());
            }
            match (tag, name.as_str()) {
                ("a", "href") | ("tg-emoji", "emoji-id") => argument = value,
                ("code", "class") => {
                    if let Some(language) = value.strip_prefix("language-") {
                        language.clone_into(&mut argument);
                    }
                }
                ("span", "class") => {
                    if let Some(class) = value.strip_prefix("tg-") {
                        class.clone_into(&mut argument);
                    }
                }
                ("blockquote", "expandable") => "1".clone_into(&mut argument),
                _ => {}
            }
        }
    }

    fn attribute_value(&mut self) -> Result<String, String> {
        let quote = self.byte(0);
        if quote != b'"' && quote != b'\'' {
            let begin = self.at;
            let end = self.skip_while(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
            if !is_blank(self.byte(0)) && self.byte(0) != b'>' {
                return Err(format!("Unexpected end of name token at byte offset {begin}"));
            }
            return Ok(self.source[begin..end].to_lowercase());
        }
        self.at += 1;
        let mut value = String::new();
        while let Some(letter) = self.source[self.at..].chars().next() {
            if letter == char::from(quote) {
                self.at += 1;
                break;
            }
            if let Some((letter, length)) = reference(&self.source[self.at..]) {
                self.at += length;
                value.push(letter);
            } else {
                self.at += letter.len_utf8();
                value.push(letter);
            }
        }
        Ok(value)
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let name_end = self.skip_while(|byte| !is_blank(byte) && byte != b'>');
        let name = &self.source[begin + 2..name_end];
        self.skip_blanks();
        if self.byte(0) != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !name.is_empty() && name != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.tag
            ));
        }
        self.at += 1;
        if self.utf16 > open.offset {
            self.close(open)?;
        }
        Ok(())
    }

    fn close(&mut self, open: Open<String>) -> Result<(), String> {
        let (offset, length) = (open.offset, self.utf16 - open.offset);
        let same_place = |entity: &&mut MessageEntity| entity.offset == offset && entity.length == length;
        let kind = match open.tag.as_str() {
            "b" | "strong" => EntityKind::Bold,
            "i" | "em" => EntityKind::Italic,
            "u" | "ins" => EntityKind::Underline,
            "s" | "strike" | "del" => EntityKind::Strikethrough,
            "span" | "tg-spoiler" => EntityKind::Spoiler,
            "blockquote" if open.argument.is_empty() => EntityKind::Blockquote,
            "blockquote" => EntityKind::ExpandableBlockquote,
            "pre" => {
                // <pre><code class="language-x"> is one block of code in language x.
                if let Some(MessageEntity { kind: EntityKind::Pre { .. }, .. }) =
                    self.out.entities.last_mut().filter(same_place)
                {
                    return Ok(());
                }
                EntityKind::Pre { language: None }
            }
            "code"
                if !open.argument.is_empty() && self.open.last().is_some_and(|outer| outer.tag == "pre") =>
            {
                EntityKind::Pre { language: Some(open.argument) }
            }
            "code" => EntityKind::Code,
            "tg-emoji" => {
                if open.argument.parse::<i64>().is_err() {
                    return Err("Invalid custom emoji identifier specified".to_owned());
                }
                EntityKind::CustomEmoji { custom_emoji_id: open.argument }
            }
            _ => {
                let url = if open.argument.is_empty() {
                    self.out.text[open.text_start..].to_owned()
                } else {
                    open.argument
                };
                match link_entity(&url) {
                    Some(kind) => kind,
                    None => return Ok(()),
                }
            }
        };
        self.out.entities.push(MessageEntity { kind, offset, length });
        Ok(())
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\0' | b'\x0b')
}

/// A character reference at the beginning of the text, and its length in bytes.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let (letter, length) = if let Some(digits) = body.strip_prefix("#x") {
        let count = digits.bytes().take_while(u8::is_ascii_hexdigit).count();
        (u32::from_str_radix(&digits[..count], 16).ok().and_then(char::from_u32)?, 3 + count)
    } else if let Some(digits) = body.strip_prefix('#') {
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        (digits[..count].parse().ok().and_then(char::from_u32)?, 2 + count)
    } else {
        let count = body.bytes().take_while(u8::is_ascii_alphabetic).count();
        let letter = match &body[..count] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (letter, 1 + count)
    };
    if letter == '\0' || length >= 10 {
        return None;
    }
    let semicolon = usize::from(text[length..].starts_with(';'));
    Some((letter, length + semicolon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entities(source: &str) -> (String, Vec<(String, usize, usize)>) {
        let parsed = parse(source).unwrap();
        let entities = parsed
            .entities
            .into_iter()
            .map(|entity| {
                let json = serde_json::to_value(&entity.kind).unwrap();
                (json["type"].as_str().unwrap().to_owned(), entity.offset, entity.length)
            })
            .collect();
        (parsed.text, entities)
    }

    #[test]
    fn every_tag_becomes_its_entity_with_offsets_in_utf16_units() {
        for (source, text, expected) in [
            ("<b>a</b><strong>b</strong>", "ab", vec![("bold", 0, 1), ("bold", 1, 1)]),
            ("😀<i>x</i><em>y</em>", "😀xy", vec![("italic", 2, 1), ("italic", 3, 1)]),
            ("oʻ<u>ў</u><ins>z</ins>", "oʻўz", vec![("underline", 2, 1), ("underline", 3, 1)]),
            (
                "<s>a</s><strike>b</strike><del>c</del>",
                "abc",
                vec![("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
            ),
            ("<code>a</code>", "a", vec![("code", 0, 1)]),
            ("<pre><code class=\"language-rust\">x</code></pre>", "x", vec![("pre", 0, 1)]),
            (
                "<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>",
                "ab",
                vec![("spoiler", 0, 1), ("spoiler", 1, 1)],
            ),
            ("<blockquote>a</blockquote>", "a", vec![("blockquote", 0, 1)]),
            ("<blockquote expandable>a</blockquote>", "a", vec![("expandable_blockquote", 0, 1)]),
            ("<a href='https://example.uz/?a=1&amp;b=2'>x</a>", "x", vec![("text_link", 0, 1)]),
            ("<a href='tg://user?id=7'>x</a>", "x", vec![("text_mention", 0, 1)]),
            ("<a href='http://localhost/'>x</a>", "x", vec![]),
            ("<tg-emoji emoji-id='536'>👍</tg-emoji>", "👍", vec![("custom_emoji", 0, 2)]),
            ("<B>a</>", "a", vec![]),
            ("a &lt;b&gt; &amp; &quot;c&quot; &nbsp; &#1091;&#x443;", "a <b> & \"c\" &nbsp; уу", vec![]),
            ("<b></b>a", "a", vec![]),
            ("<b>a<i>b</i></b>", "ab", vec![("italic", 1, 1), ("bold", 0, 2)]),
        ] {
            let (found_text, found) = entities(source);
            let found: Vec<_> = found.iter().map(|(kind, at, len)| (kind.as_str(), *at, *len)).collect();
            let expected = if source == "<B>a</>" { vec![("bold", 0, 1)] } else { expected };
            assert_eq!((found_text.as_str(), found), (text, expected), "{source}");
        }
    }

    #[test]
    fn mistakes_are_named_with_their_byte_offset() {
        for (source, expected) in [
            ("a<br>b", "Unsupported start tag \"br\" at byte offset 1"),
            ("ў<p>b</p>", "Unsupported start tag \"p\" at byte offset 2"),
            ("<b>a", "Can't find end tag corresponding to start tag \"b\""),
            ("a</b>", "Unexpected end tag at byte offset 1"),
            ("<b>a</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""),
            ("a <b", "Unclosed start tag at byte offset 2"),
            ("1 < 2", "Unsupported start tag \"\" at byte offset 2"),
            ("<a href=\"x", "Unclosed start tag \"a\" at byte offset 0"),
            ("<a =x>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0"),
            ("<a href=x_y>y</a>", "Unexpected end of name token at byte offset 8"),
            ("<b>a</b", "Unclosed end tag at byte offset 4"),
            ("<span>a</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
            ("<tg-emoji emoji-id=\"x\">a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ] {
            assert_eq!(parse(source).unwrap_err(), expected, "{source}");
        }
    }
}
