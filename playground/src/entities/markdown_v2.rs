//! `parse_mode=MarkdownV2`: nesting, block quotes, and every reserved character must be escaped.

use super::{EntityKind, FormattedText, MessageEntity, Open, link_entity};

const RESERVED: &str = "_*[]()~`>#+-=|{}.!";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tag {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre,
    Link,
    Emoji,
    Quote,
}

impl Tag {
    /// The name that Telegram's complaint uses.
    fn name(self) -> &'static str {
        match self {
            Self::Bold => "Bold",
            Self::Italic => "Italic",
            Self::Underline => "Underline",
            Self::Strikethrough => "Strikethrough",
            Self::Spoiler => "Spoiler",
            Self::Code => "Code",
            Self::Pre => "Pre",
            Self::Link => "TextUrl",
            Self::Emoji => "CustomEmoji",
            Self::Quote => "BlockQuote",
        }
    }

    /// What ends it.
    fn mark(self) -> &'static str {
        match self {
            Self::Bold => "*",
            Self::Italic => "_",
            Self::Underline => "__",
            Self::Strikethrough => "~",
            Self::Spoiler => "||",
            Self::Code => "`",
            Self::Pre => "```",
            Self::Link | Self::Emoji => "]",
            Self::Quote => "\n",
        }
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    out: FormattedText,
    utf16: usize,
    open: Vec<Open<Tag>>,
}

pub(super) fn parse(source: &str) -> Result<FormattedText, String> {
    let mut reader = Reader { source, at: 0, out: FormattedText::default(), utf16: 0, open: Vec::new() };
    while let Some(letter) = reader.rest().chars().next() {
        reader.step(letter)?;
    }
    if reader.open.last().is_some_and(|open| open.tag == Tag::Quote) {
        reader.close_quote(false);
    }
    match reader.open.pop() {
        Some(open) => {
            Err(format!("Can't find end of {} entity at byte offset {}", open.tag.name(), open.source_start))
        }
        None => Ok(reader.out),
    }
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn inner(&self) -> Option<Tag> {
        self.open.last().map(|open| open.tag)
    }

    fn at_line_start(&self) -> bool {
        self.at == 0 || self.source[..self.at].ends_with('\n')
    }

    fn push(&mut self, letter: char) {
        self.out.text.push(letter);
        self.utf16 += letter.len_utf16();
    }

    fn begin(&mut self, tag: Tag, argument: String, bytes: usize) {
        self.open.push(Open {
            tag,
            argument,
            offset: self.utf16,
            text_start: self.out.text.len(),
            source_start: self.at,
        });
        self.at += bytes;
    }

    fn step(&mut self, letter: char) -> Result<(), String> {
        let rest = self.rest();
        let escaped = rest[letter.len_utf8()..].chars().next().filter(|c| matches!(c, '\u{1}'..='\u{7e}'));
        if let ('\\', Some(escaped)) = (letter, escaped) {
            self.at += 2;
            self.push(escaped);
            return Ok(());
        }
        let in_code = matches!(self.inner(), Some(Tag::Code | Tag::Pre));
        if letter == '\n' && !in_code {
            return self.line_end();
        }
        let reserved = if in_code { letter == '`' } else { RESERVED.contains(letter) };
        if !reserved {
            self.at += letter.len_utf8();
            self.push(letter);
            return Ok(());
        }
        if self.ends_inner(rest) { self.end() } else { self.start(letter, rest) }
    }

    fn ends_inner(&self, rest: &str) -> bool {
        match self.inner() {
            Some(Tag::Quote) | None => false,
            // `__` is always read as underline first.
            Some(Tag::Italic) => rest.starts_with('_') && !rest.starts_with("__"),
            Some(tag) => rest.starts_with(tag.mark()),
        }
    }

    fn start(&mut self, letter: char, rest: &str) -> Result<(), String> {
        let in_quote = self.open.iter().any(|open| open.tag == Tag::Quote);
        match letter {
            '_' if rest.starts_with("__") => self.begin(Tag::Underline, String::new(), 2),
            '_' => self.begin(Tag::Italic, String::new(), 1),
            '*' => self.begin(Tag::Bold, String::new(), 1),
            '~' => self.begin(Tag::Strikethrough, String::new(), 1),
            '|' if rest.starts_with("||") && self.inner() == Some(Tag::Quote) && ends_line(&rest[2..]) => {
                self.at += 2;
                self.close_quote(true);
            }
            '|' if rest.starts_with("||") => self.begin(Tag::Spoiler, String::new(), 2),
            '[' => self.begin(Tag::Link, String::new(), 1),
            '!' if rest.starts_with("![") => self.begin(Tag::Emoji, String::new(), 2),
            '`' if rest.starts_with("```") => {
                let body = &rest[3..];
                let name = body.find(|c: char| c.is_whitespace() || c == '`').unwrap_or(body.len());
                let language = if body[name..].starts_with('\n') { &body[..name] } else { "" };
                let line = usize::from(body[language.len()..].starts_with('\n'));
                self.begin(Tag::Pre, language.to_owned(), 3 + language.len() + line);
            }
            '`' => self.begin(Tag::Code, String::new(), 1),
            '>' if self.at_line_start() && !in_quote => self.begin(Tag::Quote, String::new(), 1),
            '>' if self.at_line_start() => self.at += 1,
            _ => {
                return Err(format!(
                    "Character '{letter}' is reserved and must be escaped with the preceding '\\'"
                ));
            }
        }
        Ok(())
    }

    fn line_end(&mut self) -> Result<(), String> {
        let goes_on = self.rest()[1..].starts_with('>');
        let in_quote = self.open.iter().any(|open| open.tag == Tag::Quote);
        if in_quote && !goes_on {
            match self.open.last() {
                Some(open) if open.tag != Tag::Quote => {
                    return Err(format!(
                        "Can't find end of {} entity at byte offset {}",
                        open.tag.name(),
                        open.source_start
                    ));
                }
                _ => self.close_quote(false),
            }
        }
        self.at += 1;
        self.push('\n');
        Ok(())
    }

    fn close_quote(&mut self, expandable: bool) {
        if let Some(open) = self.open.pop() {
            let kind = if expandable { EntityKind::ExpandableBlockquote } else { EntityKind::Blockquote };
            self.add(&open, kind);
        }
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        self.at += open.tag.mark().len();
        let kind = match open.tag {
            Tag::Bold => Some(EntityKind::Bold),
            Tag::Italic => Some(EntityKind::Italic),
            Tag::Underline => Some(EntityKind::Underline),
            Tag::Strikethrough => Some(EntityKind::Strikethrough),
            Tag::Spoiler => Some(EntityKind::Spoiler),
            Tag::Code => Some(EntityKind::Code),
            Tag::Pre => Some(EntityKind::Pre {
                language: Some(open.argument.clone()).filter(|language| !language.is_empty()),
            }),
            Tag::Link => {
                let url = self.target()?.unwrap_or_else(|| self.out.text[open.text_start..].to_owned());
                link_entity(&url)
            }
            Tag::Emoji => {
                let url = self.target()?.ok_or("Custom emoji entity must contain a tg://emoji URL")?;
                let id = url.strip_prefix("tg://emoji?id=").filter(|id| id.parse::<i64>().is_ok());
                let id = id.ok_or("Custom emoji URL must have an emoji identifier")?;
                Some(EntityKind::CustomEmoji { custom_emoji_id: id.to_owned() })
            }
            Tag::Quote => None,
        };
        if let Some(kind) = kind {
            self.add(&open, kind);
        }
        Ok(())
    }

    /// The address in brackets after `]`.
    fn target(&mut self) -> Result<Option<String>, String> {
        if !self.rest().starts_with('(') {
            return Ok(None);
        }
        let begin = self.at;
        self.at += 1;
        let mut url = String::new();
        while let Some(letter) = self.rest().chars().next() {
            self.at += letter.len_utf8();
            match letter {
                ')' => return Ok(Some(url)),
                '\\' => {
                    let next = self.rest().chars().next().unwrap_or(letter);
                    self.at += next.len_utf8().min(self.rest().len());
                    url.push(next);
                }
                other => url.push(other),
            }
        }
        Err(format!("Can't find end of a URL at byte offset {begin}"))
    }

    fn add(&mut self, open: &Open<Tag>, kind: EntityKind) {
        let length = self.utf16 - open.offset;
        if length > 0 {
            self.out.entities.push(MessageEntity { kind, offset: open.offset, length });
        }
    }
}

fn ends_line(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_v2_is_read_with_nesting_and_quotes() {
        for (source, text, expected) in [
            ("*a _b_*", "a b", vec![("italic", 2, 1), ("bold", 0, 3)]),
            (
                "__u__ ~s~ ||x||",
                "u s x",
                vec![("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)],
            ),
            ("`a*b` ```rust\nx.y```", "a*b x.y", vec![("code", 0, 3), ("pre", 4, 3)]),
            ("[a](https://example.uz/\\)) 1\\.5", "a 1.5", vec![("text_link", 0, 1)]),
            (">a\n>b\nc", "a\nb\nc", vec![("blockquote", 0, 3)]),
            (">a\n>b||", "a\nb", vec![("expandable_blockquote", 0, 3)]),
        ] {
            let parsed = parse(source).unwrap();
            let found: Vec<_> = parsed
                .entities
                .iter()
                .map(|entity| {
                    let json = serde_json::to_value(&entity.kind).unwrap();
                    (json["type"].as_str().unwrap().to_owned(), entity.offset, entity.length)
                })
                .collect();
            let found: Vec<_> =
                found.iter().map(|(kind, at, length)| (kind.as_str(), *at, *length)).collect();
            assert_eq!((parsed.text.as_str(), found), (text, expected), "{source}");
        }
    }

    #[test]
    fn reserved_characters_and_open_parts_are_refused() {
        for (source, expected) in [
            ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
            ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
            ("ў *b", "Can't find end of Bold entity at byte offset 3"),
            ("[a](b", "Can't find end of a URL at byte offset 3"),
            ("`a", "Can't find end of Code entity at byte offset 0"),
        ] {
            assert_eq!(parse(source).unwrap_err(), expected, "{source}");
        }
    }
}
