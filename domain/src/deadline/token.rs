//! What the words of a phrase mean, whatever language and script they were written in.
//!
//! Tokens carry meaning only: which of them make a term is decided by the grammar.

use chrono::{Month, NaiveDate, Weekday};

/// A stretch of time that terms are counted in or return by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Hour,
    Day,
    WorkingDay,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// A date written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// A day of the calendar.
    Whole(NaiveDate),
    /// A day of the calendar whose century was left out.
    ShortYear(NaiveDate),
    /// A day and a month.
    NoYear { day: u32, month: Month },
    /// Looks like a date, and is none.
    Impossible,
}

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number: `10`, oʻn, десять.
    Number(u32),
    /// A place in a row: birinchi, IV, первый.
    Ordinal(u32),
    /// A year in four digits.
    YearNumber(i32),
    /// A date in digits.
    Date(Digits),
    Month(Month),
    Unit(Span),
    /// A length of time in one word: двухмесячный.
    Length(u32, Span),
    Weekday(Weekday),
    /// har, каждый.
    Each,
    /// A rhythm in one word: ежемесячно, kunbay.
    Every(Span),
    /// marta, раз.
    Times,
    /// A rhythm's count in one word: дважды.
    TimesOf(u32),
    /// qadar, до.
    Until,
    /// kechiktirmay, не позднее: not later than.
    NotLater,
    /// oldin: before, so that the day itself may be too late.
    Before,
    /// muddatda, срок.
    Term,
    /// ichida, в течение.
    Within,
    /// davomida: within, and all through.
    During,
    /// boshlab, начиная.
    From,
    /// с, со: from, in front of its noun.
    Since,
    /// soʻng, после.
    After,
    /// от: of; a date behind it belongs to a document.
    Of,
    /// keyingi, следующий.
    Following,
    /// joriy, текущий.
    Current,
    /// oxirgi, последний.
    Last,
    /// oxiri, yakuni, конец.
    End,
    /// boshi, начало.
    Beginning,
    /// sana, число: the word for a date.
    DateWord,
    /// payt, момент.
    Moment,
    /// yarim: half.
    Half,
    /// ish, рабочий: of work.
    Work,
    /// oʻquv: of school.
    School,
    /// natijalar, итоги.
    Results,
    /// The decree itself: qaror, решение.
    Act,
    /// qabul qilingan, imzolangan, принятия.
    Adopted,
    /// tasdiqlangan: approved, which need not be this decree.
    Approved,
    /// kuchga kirgan, вступления в силу.
    InForce,
    /// A verb that tells of an event: olingan, tushgan.
    Participle,
    Permanent,
    AtOnce,
    Needed,
    /// belgilangan, jadval, установленный.
    Set,
    And,
    /// A comma or a bracket.
    Pause,
    /// A word that changes nothing: ravishda, boʻlgan, в.
    Filler,
    /// A verb that only carries the ending of the one before: (qabul) qilingandan.
    Helper,
    Unknown,
}

/// The case of an Uzbek word, as far as terms need it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Case {
    #[default]
    Bare,
    /// -ning
    Of,
    /// -ga
    To,
    /// -da
    In,
    /// -dan
    From,
    /// -gacha
    Until,
    /// -dagi: the word belongs to the next one.
    Attribute,
    /// -lik: an adjective.
    Adjective,
}

/// How a word was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// A number in letters; such numbers join: yigirma besh.
    InLetters,
    /// So that its spelling had to be mended to find the meaning.
    Mended,
}

/// A word of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) meaning: Meaning,
    pub(super) case: Case,
    pub(super) form: Form,
    pub(super) plural: bool,
    /// A comma or a bracket stands before it.
    pub(super) after_pause: bool,
}

impl Token {
    pub(super) fn new(meaning: Meaning) -> Self {
        Self { meaning, case: Case::Bare, form: Form::Plain, plural: false, after_pause: false }
    }

    pub(super) fn inflected(meaning: Meaning, case: Case, plural: bool) -> Self {
        Self { case, plural, ..Self::new(meaning) }
    }

    pub(super) fn spelled(meaning: Meaning) -> Self {
        Self { form: Form::InLetters, ..Self::new(meaning) }
    }

    pub(super) fn mended(self) -> Self {
        Self { form: Form::Mended, ..self }
    }

    pub(super) fn is_spelled(self) -> bool {
        self.form == Form::InLetters
    }
}
