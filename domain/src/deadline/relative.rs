//! Terms of a length: two months, ten days, three working days.
//!
//! It counts from the adoption; terms that run from an event are told apart before.

use super::sentence::{Draft, Sentence};
use super::token::{Case, Meaning, Span};
use super::{Kind, Rule, Unit, Why};

/// A length of time, and where it stands.
pub(super) struct Length {
    pub(super) count: u32,
    pub(super) unit: Unit,
    span: Span,
    end: usize,
}

/// The length that starts at `at`: a number and its unit, or both in one word.
pub(super) fn length(sentence: &Sentence, at: usize) -> Option<Length> {
    let (count, span, end) = match (sentence.meaning(at)?, sentence.meaning(at + 1)) {
        (Meaning::Number(count), Some(Meaning::Unit(span))) => (count, span, at + 2),
        (Meaning::Length(count, span), _) => (count, span, at + 1),
        _ => return None,
    };
    let (count, unit) = terms_of(count, span);
    (count > 0).then_some(Length { count, unit, span, end })
}

fn terms_of(count: u32, span: Span) -> (u32, Unit) {
    match span {
        Span::Hour => (count.div_ceil(24), Unit::Days),
        Span::Day => (count, Unit::Days),
        Span::WorkingDay => (count, Unit::WorkingDays),
        Span::Week => (count, Unit::Weeks),
        Span::Month => (count, Unit::Months),
        Span::Quarter => (count * 3, Unit::Months),
        Span::HalfYear => (count * 6, Unit::Months),
        Span::Year => (count, Unit::Years),
    }
}

/// A term of a length, with nothing said of what it runs from.
pub(super) fn read(sentence: &mut Sentence) -> Option<Draft> {
    counted(sentence, Why::AnchorNotNamed).or_else(|| one_period(sentence))
}

/// A term of a length. Words such as "within" make it run from the adoption; without them the reason is `unsaid`.
pub(super) fn counted(sentence: &mut Sentence, unsaid: Why) -> Option<Draft> {
    let free = |at: &usize| !sentence.is_used(*at);
    let (at, found) = (0..sentence.len()).filter(free).find_map(|at| Some((at, length(sentence, at)?)))?;
    let is_within = is_within(sentence, &found);
    let (count, unit) = (found.count, found.unit);
    let is_anchored = unsaid != Why::AnchorNotNamed;
    sentence.mark_range(at..found.end);
    let leaves_event = matches!(found.span, Span::Day | Span::WorkingDay)
        && sentence.case(found.end - 1) == Case::Bare
        && !sentence.has(Meaning::After);
    if !is_within && !is_anchored && leaves_event {
        // A bare "2 ish kuni" is how the term of a service is written: from each application.
        return Some(Draft::new(Rule::AfterEvent { count, unit }, Why::RunsFromEvent));
    }
    sentence.mark_limits();
    sentence.mark_all(|meaning| matches!(meaning, Meaning::Within | Meaning::During));
    let why = match (unsaid, is_within) {
        _ if found.span == Span::Hour => Why::AnchorNotNamed,
        (Why::AnchorNotNamed, true) => Why::Stated,
        (unsaid, _) => unsaid,
    };
    Some(Draft::new(Rule::AfterAdoption { count, unit }, why))
}

fn is_within(sentence: &Sentence, found: &Length) -> bool {
    let last = found.end - 1;
    let says = |at: usize| {
        matches!(
            sentence.meaning(at),
            Some(Meaning::Term | Meaning::Within | Meaning::During | Meaning::NotLater)
        )
    };
    let until_term = sentence.case(last) == Case::Until && says(found.end);
    let before = sentence
        .tokens()
        .take(last)
        .any(|token| matches!(token.meaning, Meaning::Within | Meaning::Term | Meaning::NotLater));
    until_term
        || before
        || says(found.end)
        || says(found.end + 1) && sentence.meaning(found.end) == Some(Meaning::Until)
}

/// yarim yil ichida, в течение месяца: one period, without a number.
fn one_period(sentence: &mut Sentence) -> Option<Draft> {
    let says =
        |at: usize| matches!(sentence.meaning(at), Some(Meaning::Term | Meaning::Within | Meaning::During));
    let is_term = |at: usize| says(at + 1) || at > 0 && says(at - 1);
    let (at, span) = (0..sentence.len()).find_map(|at| match sentence.meaning(at)? {
        Meaning::Unit(span) if is_term(at) => Some((at, span)),
        _ => None,
    })?;
    if at > 0 && sentence.before(at) == Some(Meaning::Half) {
        return Some(Draft::nothing(Kind::Relative, Why::PartlyUnderstood));
    }
    let (count, unit) = terms_of(1, span);
    Some(Draft::new(Rule::AfterAdoption { count, unit }, Why::CountNotNamed))
}
