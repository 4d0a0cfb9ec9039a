//! The figures of the sheet for the meeting: what the bot sends and what a report freezes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::answers::LastWord;
use domain::clock::tashkent_day;
use domain::compliance::{Class, Rate};
use domain::ids::OrganisationId;
use domain::language::Names;
use domain::obligation::State;
use domain::people::{Role, Scope};
use domain::ratings::Counts;
use domain::reporting::{SHEET_OVERDUE, Satisfaction, SheetFigures, SheetOrganisation, SheetOverdue};

use crate::boards::{self, Line, OpenKind, PastObligation, QuarterTally, RatingMonth, Wave};
use crate::organisations::Catalogue;
use crate::{Conn, StoreError, answers, people};

/// The figures of a scope on `today`.
pub async fn sheet(
    conn: &mut Conn,
    catalogue: &Catalogue,
    scope: &Scope,
    today: NaiveDate,
) -> Result<SheetFigures, StoreError> {
    let tallies = boards::quarter(conn, scope, today).await?;
    let (begin, _) = boards::quarter_of(today);
    let beside = Beside {
        review: boards::under_review(conn, scope).await?,
        overdue: overdue(conn, catalogue, scope, today).await?,
        marks: boards::rating_months(conn, scope, begin, today).await?,
        wave: boards::latest_wave(conn, scope, today).await?,
    };
    Ok(figures(catalogue, &tallies, beside))
}

/// The figures of a scope at the end of a day that is over: those that a sheet of that day's evening told.
pub async fn sheet_as_of(
    conn: &mut Conn,
    catalogue: &Catalogue,
    scope: &Scope,
    day: NaiveDate,
) -> Result<SheetFigures, StoreError> {
    let (begin, _) = boards::quarter_of(day);
    let all = boards::as_of(conn, scope, day, begin).await?;
    let tallies = boards::quarter_of_past(&all, day);
    let beside = Beside {
        review: boards::review_of(&all).number,
        overdue: overdue_as_of(conn, catalogue, &all, day).await?,
        marks: boards::ratings_as_of(conn, scope, (begin, day), day).await?,
        wave: boards::wave_as_of(conn, scope, day).await?,
    };
    Ok(figures(catalogue, &tallies, beside))
}

/// What a sheet tells beside what was done of the quarter.
struct Beside {
    review: u64,
    overdue: Vec<SheetOverdue>,
    marks: Vec<RatingMonth>,
    wave: Option<Wave>,
}

fn figures(
    catalogue: &Catalogue,
    tallies: &BTreeMap<OrganisationId, QuarterTally>,
    beside: Beside,
) -> SheetFigures {
    let all: QuarterTally = tallies.values().sum();
    SheetFigures {
        rate: all.rate().map(tenths),
        on_time: all.on_time,
        fell_due: all.fell_due(),
        states: all.states(beside.review),
        overdue: beside.overdue,
        organisations: organisations(catalogue, tallies, beside.marks, beside.wave),
    }
}

fn tenths(rate: Rate) -> u32 {
    rate.per_mille().into()
}

fn names(catalogue: &Catalogue, id: OrganisationId) -> Names {
    catalogue.organisations.get(&id).map(|known| known.names.clone()).unwrap_or_default()
}

async fn overdue(
    conn: &mut Conn,
    catalogue: &Catalogue,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Vec<SheetOverdue>, StoreError> {
    let days = (NaiveDate::default(), today.pred_opt().unwrap_or(today));
    let most = i64::try_from(SHEET_OVERDUE).unwrap_or(i64::MAX);
    let lines = boards::lines_open(conn, scope, OpenKind::All, days, (most, 0)).await?;
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let officers = people::holders_at(conn, Role::Officer, line.organisation).await?;
        let words = words(conn, &line).await?;
        rows.push(SheetOverdue {
            returned: returned_on(line.last_word()),
            organisation: names(catalogue, line.organisation),
            measure: line.text,
            officer: officers.into_iter().next().map(|officer| officer.name),
            due: line.due,
            answered: line.last_answer,
            promised: line.promised.filter(|_| line.last_answer.is_some()),
            words,
        });
    }
    Ok(rows)
}

fn returned_on(word: Option<LastWord>) -> Option<NaiveDate> {
    match word? {
        LastWord::SentBack(at) => Some(tashkent_day(at)),
        LastWord::Answered(..) => None,
    }
}

/// The words of the last answer. Those of a report that was taken back are not those of the answer that counts.
async fn words(conn: &mut Conn, line: &Line) -> Result<Option<String>, StoreError> {
    if line.last_answer.is_none() {
        return Ok(None);
    }
    let given = answers::last(conn, line.id).await?;
    Ok(given.filter(|given| line.last_answer_at == Some(given.given_at)).and_then(|given| given.text))
}

/// What was overdue longest at the end of a day that is over, with the officer of that day and the words that counted then.
async fn overdue_as_of(
    conn: &mut Conn,
    catalogue: &Catalogue,
    all: &[PastObligation],
    day: NaiveDate,
) -> Result<Vec<SheetOverdue>, StoreError> {
    let late = |one: &&PastObligation| one.stood.class() == Class::Open && one.stood.due < day;
    let mut late: Vec<_> = all.iter().filter(late).collect();
    late.sort_by_key(|one| (one.stood.due, one.id));
    late.truncate(SHEET_OVERDUE);
    let ids: Vec<_> = late.iter().map(|one| one.id).collect();
    let texts: BTreeMap<_, _> =
        boards::lines_by_id(conn, &ids).await?.into_iter().map(|line| (line.id, line.text)).collect();
    let mut rows = Vec::with_capacity(late.len());
    for one in late {
        let answered = one.stood.answer.map(|(kind, _)| kind);
        let words = match answered {
            Some(_) => answers::words_before(conn, one.id, boards::end_of(day)).await?,
            None => None,
        };
        rows.push(SheetOverdue {
            returned: returned_on(one.stood.last_word()),
            organisation: names(catalogue, one.organisation),
            measure: texts.get(&one.id).cloned().unwrap_or_default(),
            officer: boards::officers_as_of(conn, one.organisation, day).await?.into_iter().next(),
            due: one.stood.due,
            answered,
            promised: one.stood.promised.filter(|_| answered.is_some()),
            words,
        });
    }
    Ok(rows)
}

fn organisations(
    catalogue: &Catalogue,
    tallies: &BTreeMap<OrganisationId, QuarterTally>,
    marks: Vec<RatingMonth>,
    wave: Option<Wave>,
) -> Vec<SheetOrganisation> {
    let marks: BTreeMap<_, Counts> = marks.into_iter().map(|one| (one.organisation, one.marks)).collect();
    let entered: BTreeMap<_, _> = wave
        .into_iter()
        .flat_map(|wave| wave.organisations)
        .map(|(id, state)| (id, matches!(state, State::Reported | State::Accepted)))
        .collect();
    let mut known: Vec<_> =
        tallies.iter().filter(|(_, tally)| tally.expected + tally.overdue_ever > 0).collect();
    known.sort_by_key(|(id, tally)| {
        (Reverse(tally.overdue_ever), tally.rate().map_or(u32::MAX, tenths), **id)
    });
    let rows = known.into_iter().map(|(id, tally)| SheetOrganisation {
        names: names(catalogue, *id),
        rate: tally.rate().map(tenths),
        handed_in: tally.handed_in,
        expected: tally.expected,
        overdue: tally.overdue_ever,
        entered: entered.get(id).copied(),
        satisfaction: marks.get(id).map(Satisfaction::of).unwrap_or_default(),
    });
    rows.collect()
}
