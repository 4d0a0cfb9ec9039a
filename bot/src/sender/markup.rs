//! Telegram's HTML, read just far enough to cut it in two or to do without it.

/// A piece of a text as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A tag that begins something: its name, and all of it.
    Open(&'a str, &'a str),
    /// A tag that ends something.
    Close(&'a str),
    /// What is one letter on the screen, perhaps written as `&amp;`.
    Letter(&'a str),
}

impl Piece<'_> {
    pub(super) fn is_blank(self) -> bool {
        matches!(self, Self::Letter(letter) if letter.chars().all(char::is_whitespace))
    }
}

/// The pieces of a text in HTML. What only looks like a tag or an escaped sign is letters.
pub(super) fn read(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (piece, length) = tag(rest)
            .or_else(|| sign(rest))
            .unwrap_or((Piece::Letter(&rest[..first.len_utf8()]), first.len_utf8()));
        pieces.push(piece);
        rest = &rest[length..];
    }
    pieces
}

/// The pieces of a text without formatting.
pub(super) fn letters(text: &str) -> Vec<Piece<'_>> {
    text.char_indices().map(|(at, letter)| Piece::Letter(&text[at..at + letter.len_utf8()])).collect()
}

fn tag(text: &str) -> Option<(Piece<'_>, usize)> {
    let inside = text.strip_prefix('<')?;
    let end = inside.find('>')?;
    let inside = &inside[..end];
    let named = |name: &str| name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let piece = match inside.strip_prefix('/') {
        Some(name) if named(name) => Piece::Close(name.trim_end()),
        None if named(inside) => {
            let name = inside.split(|letter: char| letter.is_whitespace()).next().unwrap_or(inside);
            Piece::Open(name, &text[..end + 2])
        }
        _ => return None,
    };
    Some((piece, end + 2))
}

/// No escaped sign is longer, `&` and `;` included.
const LONGEST_SIGN: usize = 10;

fn sign(text: &str) -> Option<(Piece<'_>, usize)> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(LONGEST_SIGN).position(|byte| byte == b';')?;
    let name = &inside[..end];
    let known = matches!(name, "lt" | "gt" | "amp" | "quot")
        || name.strip_prefix('#').is_some_and(|number| number.chars().all(|one| one.is_ascii_alphanumeric()));
    known.then(|| (Piece::Letter(&text[..end + 2]), end + 2))
}

/// The words of a text in HTML without any formatting; an address that a word led to stands behind it.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut addresses = Vec::new();
    for piece in read(text) {
        match piece {
            Piece::Letter(letter) => plain.push_str(unescaped(letter)),
            Piece::Open("a", whole) => addresses.push(address(whole)),
            Piece::Close("a") => {
                if let Some(Some(address)) = addresses.pop() {
                    plain.push_str(" (");
                    plain.push_str(address);
                    plain.push(')');
                }
            }
            Piece::Open(..) | Piece::Close(_) => {}
        }
    }
    plain
}

fn unescaped(letter: &str) -> &str {
    match letter {
        "&lt;" => "<",
        "&gt;" => ">",
        "&amp;" => "&",
        "&quot;" => "\"",
        other => other,
    }
}

fn address(tag: &str) -> Option<&str> {
    let (_, rest) = tag.split_once("href=\"")?;
    rest.split_once('"').map(|(address, _)| address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_piece_by_piece() {
        use Piece::{Close, Letter, Open};
        let pieces = read(r#"<b>O</b>&amp;<a href="x">5 < 6</a>&x;"#);
        let expected = [
            Open("b", "<b>"),
            Letter("O"),
            Close("b"),
            Letter("&amp;"),
            Open("a", r#"<a href="x">"#),
            Letter("5"),
            Letter(" "),
            Letter("<"),
            Letter(" "),
            Letter("6"),
            Close("a"),
            Letter("&"),
            Letter("x"),
            Letter(";"),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(letters("oʻ<").len(), 3);
    }

    #[test]
    fn without_formatting_every_word_is_still_there() {
        for (html, words) in [
            ("<b>Muddat</b>: 5 &lt; 6 &amp; 7", "Muddat: 5 < 6 & 7"),
            ("<b>yarim", "yarim"),
            (r#"<a href="https://a.uz/x">Panel</a>."#, "Panel (https://a.uz/x)."),
            ("<blockquote>“Sabab”</blockquote>\n\nend", "“Sabab”\n\nend"),
            ("a <b yoki", "a <b yoki"),
        ] {
            assert_eq!(plain(html), words);
        }
    }
}
