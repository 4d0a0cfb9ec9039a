//! The values that a text takes.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use crate::{Html, html};

/// A number that may choose the form of the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub(crate) i64);

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Words, shown as they are; a text in HTML escapes them.
    Text(Cow<'a, str>),
    /// A whole number, shown in groups of three digits.
    Number(Count),
    /// Words that are HTML already.
    Html(Cow<'a, str>),
}

impl Arg<'_> {
    /// The value for a text in HTML.
    pub(crate) fn escaped(self) -> Self {
        match self {
            Self::Text(words) => Self::Html(match html::escaped(&words) {
                Cow::Owned(safe) => Cow::Owned(safe),
                Cow::Borrowed(_) => words,
            }),
            Self::Number(_) | Self::Html(_) => self,
        }
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(value: Arg<'a>) -> Self {
        match value {
            Arg::Text(words) | Arg::Html(words) => words.into(),
            Arg::Number(Count(number)) => number.into(),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<Html> for Arg<'_> {
    fn from(html: Html) -> Self {
        Self::Html(Cow::Owned(html.into_string()))
    }
}

impl<'a> From<&'a Html> for Arg<'a> {
    fn from(html: &'a Html) -> Self {
        Self::Html(Cow::Borrowed(html.as_str()))
    }
}

impl From<Count> for Arg<'_> {
    fn from(count: Count) -> Self {
        Self::Number(count)
    }
}

macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Count {
            fn from(number: $number) -> Self {
                Self(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}

whole_numbers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_html_enters_html_as_it_is() {
        for (value, shown) in [
            (Arg::from("a < b"), Arg::Html("a &lt; b".into())),
            (Arg::from("Oʻzbek".to_owned()), Arg::Html("Oʻzbek".into())),
            (Arg::from(Html::trusted("<b>a</b>")), Arg::Html("<b>a</b>".into())),
            (Arg::from(7_u64), Arg::Number(Count(7))),
        ] {
            assert_eq!(value.escaped(), shown);
        }
    }

    #[test]
    fn a_number_too_large_for_a_text_is_the_largest() {
        assert_eq!(Count::from(u64::MAX), Count(i64::MAX));
    }
}
