//! What a plan says and what people are called at work, in the languages in which it was given: the columns and the rows that
//! keep it.
//!
//! The official wording stands in the column without a language; translations are optional and bind nobody.

use domain::language::Names;

/// A row that holds one wording, to be flattened into others.
macro_rules! wording {
    ($(#[$about:meta])* $row:ident: $wording:ident, $uz_cyrl:ident, $ru:ident, $en:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, sqlx::FromRow)]
        pub(crate) struct $row {
            $wording: String,
            $uz_cyrl: Option<String>,
            $ru: Option<String>,
            $en: Option<String>,
        }

        impl From<$row> for Names {
            fn from(row: $row) -> Self {
                Self { uz_latn: row.$wording, uz_cyrl: row.$uz_cyrl, ru: row.$ru, en: row.$en }
            }
        }
    };
}

wording! {
    /// What is to be done: the columns of `measure_text!`.
    TextRow: text, text_uz_cyrl, text_ru, text_en
}
wording! {
    /// The section of the plan: the columns of `measure_section!`.
    SectionRow: section, section_uz_cyrl, section_ru, section_en
}
wording! {
    /// How, or with what result: the columns of `measure_mechanism!`.
    MechanismRow: mechanism, mechanism_uz_cyrl, mechanism_ru, mechanism_en
}

/// The same of a wording that may be missing.
macro_rules! optional_wording {
    ($(#[$about:meta])* $row:ident: $wording:ident, $uz_cyrl:ident, $ru:ident, $en:ident) => {
        $(#[$about])*
        #[derive(Clone, Debug, sqlx::FromRow)]
        pub(crate) struct $row {
            $wording: Option<String>,
            $uz_cyrl: Option<String>,
            $ru: Option<String>,
            $en: Option<String>,
        }

        impl $row {
            /// It in all languages.
            pub(crate) fn names(self) -> Option<Names> {
                let uz_latn = self.$wording?;
                Some(Names { uz_latn, uz_cyrl: self.$uz_cyrl, ru: self.$ru, en: self.$en })
            }
        }
    };
}

optional_wording! {
    /// What a person is called at work, where that is known: the columns of `person_position!`.
    PositionRow: position, position_uz_cyrl, position_ru, position_en
}
optional_wording! {
    /// Where a mark was given, if it was at a point: the columns of `rated_point!`.
    RatedPointRow: point, point_uz_cyrl, point_ru, point_en
}

/// The columns of a [`PositionRow`].
macro_rules! person_position {
    () => {
        "person.position, person.position_uz_cyrl, person.position_ru, person.position_en"
    };
}
/// The columns of a [`TextRow`].
macro_rules! measure_text {
    () => {
        "measure.text, measure.text_uz_cyrl, measure.text_ru, measure.text_en"
    };
}
/// The columns of a [`SectionRow`].
macro_rules! measure_section {
    () => {
        "measure.section, measure.section_uz_cyrl, measure.section_ru, measure.section_en"
    };
}
/// The columns of a [`MechanismRow`].
macro_rules! measure_mechanism {
    () => {
        "measure.mechanism, measure.mechanism_uz_cyrl, measure.mechanism_ru, measure.mechanism_en"
    };
}

/// The columns of a [`RatedPointRow`].
macro_rules! rated_point {
    () => {
        "service_point.name AS point, service_point.name_uz_cyrl AS point_uz_cyrl, service_point.name_ru AS point_ru,
         service_point.name_en AS point_en"
    };
}

pub(crate) use {measure_mechanism, measure_section, measure_text, person_position, rated_point};
