//! How often something returns: each month, twice a year, every three months.
//!
//! It finds the rhythm only; the day within it is found by the reading of recurring terms.

use super::sentence::Sentence;
use super::token::{Case, Meaning, Span};

/// A rhythm, as the phrase gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rhythm {
    /// The period after which it returns.
    pub(super) span: Span,
    /// Once in so many periods.
    pub(super) every: u32,
    /// So many times in a period, when that is said.
    pub(super) times: Option<u32>,
    /// The phrase says so itself, and does not only sound like it.
    pub(super) stated: bool,
}

/// The rhythm of the phrase; its words are used up.
pub(super) fn take(sentence: &mut Sentence) -> Option<Rhythm> {
    let (rhythm, start, end) = (0..sentence.len())
        .find_map(|at| each(sentence, at))
        .or_else(|| counted(sentence))
        .or_else(|| (0..sentence.len()).find_map(|at| of_period(sentence, at)))?;
    sentence.mark_range(start..end);
    let times = rhythm.times.or_else(|| times(sentence));
    Some(Rhythm { times, ..rhythm })
}

/// Is there a rhythm that the phrase states?
pub(super) fn is_stated(sentence: &Sentence) -> bool {
    (0..sentence.len()).any(|at| each(sentence, at).is_some())
}

type Found = (Rhythm, usize, usize);

fn once_in(span: Span, every: u32) -> Rhythm {
    Rhythm { span, every, times: None, stated: true }
}

/// har chorakda, har 3 oyda, har dushanba, ежемесячно.
fn each(sentence: &Sentence, at: usize) -> Option<Found> {
    let mut next = at + 1;
    match sentence.meaning(at)? {
        Meaning::Every(span) => return Some((once_in(span, 1), at, next)),
        Meaning::Each => {}
        _ => return None,
    }
    // har bir oyda
    let one = matches!(sentence.meaning(next), Some(Meaning::Number(1)));
    if one && !matches!(sentence.meaning(next + 1), Some(Meaning::Month(_))) {
        next += 1;
    }
    match (sentence.meaning(next)?, sentence.meaning(next + 1)) {
        (Meaning::Unit(span), _) => Some((once_in(span, 1), at, next + 1)),
        (Meaning::Number(every), Some(Meaning::Unit(span))) => Some((once_in(span, every), at, next + 2)),
        (Meaning::Weekday(_), _) => Some((once_in(Span::Week, 1), at, next)),
        (Meaning::Month(_), _) | (Meaning::Number(_), Some(Meaning::Month(_))) => {
            Some((once_in(Span::Year, 1), at, next))
        }
        _ => None,
    }
}

/// yilda ikki marta, чоракда бир марта, раз в квартал, yarim yilda bir.
fn counted(sentence: &Sentence) -> Option<Found> {
    let number = |at: Option<usize>| match at.and_then(|at| sentence.meaning(at)) {
        Some(Meaning::Number(number)) => Some(number),
        _ => None,
    };
    let unit = |at: Option<usize>| match at.and_then(|at| sentence.meaning(at)) {
        Some(Meaning::Unit(span)) => Some(span),
        _ => None,
    };
    (0..sentence.len()).find_map(|at| {
        let (start, times, end) = match sentence.meaning(at)? {
            Meaning::Times => {
                let before = number(at.checked_sub(1));
                (at - usize::from(before.is_some()), before.unwrap_or(1), at + 1)
            }
            Meaning::TimesOf(times) => (at, times, at + 1),
            Meaning::Number(1) if at + 1 == sentence.len() => (at, 1, at + 1),
            _ => return None,
        };
        let rhythm = |span, every| Rhythm { span, every, times: Some(times), stated: true };
        if let Some(span) =
            unit(start.checked_sub(1)).filter(|_| start > 0 && sentence.case(start - 1) != Case::Until)
        {
            let every = number(start.checked_sub(2));
            return Some((rhythm(span, every.unwrap_or(1)), start - 1 - usize::from(every.is_some()), end));
        }
        if let Some(span) = unit(Some(end)) {
            return Some((rhythm(span, 1), start, end + 1));
        }
        let every = number(Some(end))?;
        Some((rhythm(unit(Some(end + 1))?, every), start, end + 2))
    })
}

/// haftaning juma kunlari, oyning oxirgi ish kunida, choraklik.
fn of_period(sentence: &Sentence, at: usize) -> Option<Found> {
    let stated = |span| (once_in(span, 1), at, at + 1);
    let sounds = |span| (Rhythm { stated: false, ..once_in(span, 1) }, at, at + 1);
    let before = sentence.before(at);
    let next = sentence.meaning(at + 1);
    match sentence.meaning(at)? {
        Meaning::Weekday(_) => {
            let all = sentence.get(at).is_some_and(|token| token.plural)
                || (at..sentence.len())
                    .find(|&at| sentence.is_unit(at, Span::Day))
                    .is_some_and(|at| sentence.get(at).is_some_and(|token| token.plural));
            all.then(|| (once_in(Span::Week, 1), at, at))
        }
        Meaning::Unit(Span::Week) if matches!(next, Some(Meaning::Weekday(_))) && before.is_none() => {
            Some(stated(Span::Week))
        }
        Meaning::Unit(Span::Month) => {
            let last_day = before == Some(Meaning::Unit(Span::WorkingDay));
            let is_open = !matches!(
                before,
                Some(
                    Meaning::Month(_)
                        | Meaning::Number(_)
                        | Meaning::Ordinal(_)
                        | Meaning::Current
                        | Meaning::Following
                        | Meaning::Last
                )
            );
            let names_day =
                sentence.case(at) == Case::Of && matches!(next, Some(Meaning::Last | Meaning::Number(_)));
            if last_day && sentence.has(Meaning::Last) || is_open && names_day {
                return Some(stated(Span::Month));
            }
            adjective(sentence, at).then(|| sounds(Span::Month))
        }
        Meaning::Unit(span @ (Span::Week | Span::Quarter | Span::HalfYear | Span::Year)) => {
            let results = matches!(next, Some(Meaning::Results))
                || before == Some(Meaning::Results)
                || next == Some(Meaning::End) && sentence.get(at + 1).is_some_and(|token| token.plural);
            let named = matches!(
                before,
                Some(Meaning::YearNumber(_) | Meaning::Ordinal(_) | Meaning::Number(_) | Meaning::Current)
            );
            let named = named || matches!(next, Some(Meaning::YearNumber(_)));
            (results && !named || adjective(sentence, at)).then(|| sounds(span))
        }
        _ => None,
    }
}

/// A bare "oylik", "choraklik": monthly, quarterly; not "ikki oylik muddat".
fn adjective(sentence: &Sentence, at: usize) -> bool {
    use Meaning::{During, Number, Ordinal, Term, Within, YearNumber};
    sentence.case(at) == Case::Adjective
        && !matches!(sentence.before(at), Some(Number(_) | Ordinal(_) | YearNumber(_)))
        && !matches!(sentence.meaning(at + 1), Some(Term | Within | During))
}

/// How many times, wherever it stands: har hafta 2 marotaba.
fn times(sentence: &mut Sentence) -> Option<u32> {
    let at = sentence.position(|meaning| matches!(meaning, Meaning::Times | Meaning::TimesOf(_)));
    let Some(at) = at else {
        // har yarim yilda bir
        let last = sentence.len().checked_sub(1)?;
        let one = !sentence.is_used(last) && sentence.meaning(last) == Some(Meaning::Number(1));
        sentence.mark_range(if one { last..last + 1 } else { 0..0 });
        return one.then_some(1);
    };
    sentence.mark(at);
    if let Some(Meaning::TimesOf(times)) = sentence.meaning(at) {
        return Some(times);
    }
    let Some(Meaning::Number(times)) = sentence.before(at) else { return Some(1) };
    sentence.mark(at - 1);
    Some(times)
}
