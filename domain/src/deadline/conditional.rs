//! Terms that run from something done: the adoption of the decree itself, or an event that only people see.
//!
//! A decree's own adoption is no condition: its words are used up here, and the length of the term is read elsewhere.

use std::ops::Range;

use super::relative::{self, length};
use super::sentence::{Draft, Sentence};
use super::token::{Case, Meaning, Span};
use super::{Kind, Rule, Why};

/// From what a term runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anchor {
    Adoption,
    Force,
    Event,
}

/// A term that runs from an event, or from the decree when the phrase says so.
pub(super) fn read(sentence: &mut Sentence) -> Option<Draft> {
    if let Some((anchor, words)) = anchor(sentence) {
        return match anchor {
            Anchor::Event => Some(after_event(sentence, &words)),
            Anchor::Adoption | Anchor::Force => {
                sentence.mark_range(words);
                let stated = if anchor == Anchor::Force { Why::RunsFromForce } else { Why::Stated };
                relative::counted(sentence, stated)
            }
        };
    }
    let hangs_on_event = (0..sentence.len()).any(|at| is_until_event(sentence, at));
    let is_only_that = !sentence.has(Meaning::Needed) && !sentence.has(Meaning::Each) && !names_day(sentence);
    (hangs_on_event && is_only_that).then(|| after_event(sentence, &(0..0)))
}

fn after_event(sentence: &Sentence, words: &Range<usize>) -> Draft {
    let outside = |at: &usize| !words.contains(at);
    let found = (0..sentence.len()).filter(outside).find_map(|at| length(sentence, at));
    match found {
        Some(found) => {
            Draft::new(Rule::AfterEvent { count: found.count, unit: found.unit }, Why::RunsFromEvent)
        }
        None => Draft::nothing(Kind::Conditional, Why::RunsFromEvent),
    }
}

/// "Until it is finished", "when it comes in".
fn is_until_event(sentence: &Sentence, at: usize) -> bool {
    sentence.meaning(at) == Some(Meaning::Participle)
        && match sentence.case(at) {
            Case::Until | Case::In => true,
            Case::To => sentence.meaning(at + 1) == Some(Meaning::Until),
            _ => false,
        }
}

fn names_day(sentence: &Sentence) -> bool {
    sentence.tokens().any(|token| {
        matches!(
            token.meaning,
            Meaning::Month(_) | Meaning::Date(_) | Meaning::Every(_) | Meaning::Weekday(_)
        )
    })
}

/// From what the term runs, and the words that tell it.
fn anchor(sentence: &Sentence) -> Option<(Anchor, Range<usize>)> {
    (0..sentence.len()).find_map(|at| uzbek_anchor(sentence, at).or_else(|| russian_anchor(sentence, at)))
}

/// … qabul qilingan kundan boshlab; … tasdiqlangandan soʻng.
fn uzbek_anchor(sentence: &Sentence, at: usize) -> Option<(Anchor, Range<usize>)> {
    use Meaning::{
        Act, Adopted, Approved, DateWord, End, Helper, InForce, Moment, Number, Participle, Unit, Unknown,
    };
    if sentence.case(at) != Case::From {
        return None;
    }
    let is_followed = matches!(sentence.meaning(at + 1), Some(Meaning::From | Meaning::After));
    let is_anchor = match sentence.meaning(at)? {
        Participle | Helper | Approved | Adopted => true,
        Unit(Span::Day) => is_followed && !matches!(sentence.before(at), Some(Number(_))),
        DateWord | Moment | InForce | Unknown | Act | End => is_followed,
        _ => false,
    };
    if !is_anchor {
        return None;
    }
    let mut start = at;
    while start > 0 && describes(sentence.meaning(start - 1)?) && !sentence.get(start)?.after_pause {
        start -= 1;
    }
    let anchor = kind_of(sentence, start..at + 1);
    Some((anchor, start..at + 1 + usize::from(is_followed)))
}

/// Со дня принятия…; после утверждения….
fn russian_anchor(sentence: &Sentence, at: usize) -> Option<(Anchor, Range<usize>)> {
    let start = match (sentence.meaning(at)?, sentence.meaning(at + 1)) {
        (Meaning::Since, Some(Meaning::Unit(Span::Day) | Meaning::Moment | Meaning::DateWord)) => at + 2,
        (Meaning::After, Some(next))
            if describes(next) && (at == 0 || sentence.case(at - 1) != Case::From) =>
        {
            at + 1
        }
        _ => return None,
    };
    let end = (start..sentence.len())
        .find(|&at| {
            !sentence.meaning(at).is_some_and(describes)
                || sentence.get(at).is_some_and(|token| token.after_pause)
        })
        .unwrap_or(sentence.len());
    Some((kind_of(sentence, start..end), at..end))
}

/// Can the word be part of telling an event?
fn describes(meaning: Meaning) -> bool {
    use Meaning::{Act, Adopted, Approved, Current, End, Helper, InForce, Needed, Participle, Set, Unknown};
    matches!(
        meaning,
        Act | Adopted | Approved | Current | End | Helper | InForce | Needed | Participle | Set | Unknown
    )
}

fn kind_of(sentence: &Sentence, words: Range<usize>) -> Anchor {
    use Meaning::{Act, Adopted, Approved, End, InForce, Needed, Participle, Set, Unknown};
    let says = |wanted: fn(Meaning) -> bool| words.clone().filter_map(|at| sentence.meaning(at)).any(wanted);
    if says(|meaning| matches!(meaning, Participle | Unknown | End | Set | Needed)) {
        Anchor::Event
    } else if says(|meaning| meaning == InForce) {
        Anchor::Force
    } else if says(|meaning| meaning == Adopted)
        || says(|meaning| meaning == Approved) && says(|meaning| meaning == Act)
    {
        Anchor::Adoption
    } else {
        Anchor::Event
    }
}
