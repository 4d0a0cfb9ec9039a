//! The figures of the weekly card and of the sheet for the meeting, put together for one controller.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::compliance::Rate;
use domain::ids::{OrganisationId, PersonId};
use domain::language::Language;
use domain::obligation::State;
use domain::people::{Role, Scope};
use domain::ratings::Counts;
use locales::ready::in_own_language;
use locales::{Texts, dates, shortened, words};
use pictures::{Card, Month, Nis, OrganisationRow, OverdueRow, Sheet, States};
use store::answers::Given;
use store::boards::{self, Line, OpenKind};
use store::organisations::Catalogue;
use store::people::Recipient;
use store::{Conn, StoreError, answers, briefs, people, rating_boards};

use super::figures::{last_of_month, quarter_begin};
use super::views::Told;

/// Months of the line on the card.
const MONTHS: u32 = 12;
/// Overdue obligations that the sheet names.
const OVERDUE: i64 = 8;
/// How much of an officer's words the sheet repeats, in characters.
const REASON_ROOM: usize = 180;
/// Organisations that the card names.
const WORST: usize = 4;
/// A figure that is older than this is no figure of a week ago.
const LONGEST_WEEK: Days = Days::new(13);

/// What one organisation has done of the quarter.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    on_time: u64,
    late: u64,
    /// Fallen due this quarter and open.
    overdue: u64,
    /// The same, whenever it fell due.
    overdue_ever: u64,
    due_soon: u64,
    working: u64,
    not_started: u64,
    done: u64,
    handed_in: u64,
    expected: u64,
}

impl Tally {
    fn rate(&self) -> Option<Rate> {
        Rate::of(self.on_time, self.on_time + self.late + self.overdue)
    }
}

fn tenths(rate: Option<Rate>) -> Option<u32> {
    rate.map(|rate| rate.per_mille().into())
}

/// Reads the tallies of a scope.
async fn tallies(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
) -> Result<BTreeMap<OrganisationId, Tally>, StoreError> {
    let begin = quarter_begin(today);
    let end = last_of_month(begin.checked_add_months(Months::new(2)).unwrap_or(today));
    let mut tallies: BTreeMap<OrganisationId, Tally> = BTreeMap::new();
    for row in boards::months(conn, scope, begin, end).await? {
        let tally = tallies.entry(row.organisation).or_default();
        let (on_time, late) =
            (row.reported_on_time + row.accepted_on_time, row.reported_late + row.accepted_late);
        tally.on_time += on_time;
        tally.late += late;
        tally.done += row.accepted_on_time + row.accepted_late;
        tally.handed_in += on_time + late;
        tally.expected += on_time + late + row.open;
    }
    // Reported before its day came: on time, but not due yet.
    for one in boards::ahead(conn, scope, today, end).await? {
        let tally = tallies.entry(one.organisation).or_default();
        tally.on_time = tally.on_time.saturating_sub(one.reported + one.accepted);
    }
    for one in boards::open_counts(conn, scope, NaiveDate::default(), begin, end, today).await? {
        let tally = tallies.entry(one.organisation).or_default();
        tally.overdue = one.overdue;
        tally.overdue_ever = one.overdue + one.overdue_earlier;
        (tally.due_soon, tally.working, tally.not_started) = (one.due_soon, one.working, one.not_started);
    }
    Ok(tallies)
}

fn sum(tallies: &BTreeMap<OrganisationId, Tally>) -> Tally {
    tallies.values().fold(Tally::default(), |all, one| Tally {
        on_time: all.on_time + one.on_time,
        late: all.late + one.late,
        overdue: all.overdue + one.overdue,
        overdue_ever: all.overdue_ever + one.overdue_ever,
        due_soon: all.due_soon + one.due_soon,
        working: all.working + one.working,
        not_started: all.not_started + one.not_started,
        done: all.done + one.done,
        handed_in: all.handed_in + one.handed_in,
        expected: all.expected + one.expected,
    })
}

async fn states(conn: &mut Conn, scope: &Scope, all: &Tally) -> Result<States, StoreError> {
    let review = boards::under_review(conn, scope).await?;
    Ok([all.overdue_ever, all.due_soon, all.working, review, all.done, all.not_started])
}

/// The mean of marks in hundredths, where enough were given.
fn mean(marks: &Counts) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mark from 1 to 5")]
    let hundredths = |mean: f64| (mean * 100.0).round() as u32;
    marks.mean().filter(|_| marks.is_publishable()).map(hundredths)
}

fn city(catalogue: &Catalogue, language: Language) -> String {
    let roots = catalogue.organisations.values().filter(|one| one.parent.is_none());
    let root = roots.min_by_key(|one| one.id);
    root.map(|root| root.names.in_language(language).to_owned()).unwrap_or_default()
}

fn name(catalogue: &Catalogue, language: Language, id: OrganisationId) -> String {
    let known = catalogue.organisations.get(&id);
    known.map(|known| known.names.in_language(language).to_owned()).unwrap_or_default()
}

/// The card of the week before the week of `today`.
pub(crate) async fn card(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    person: PersonId,
    today: NaiveDate,
) -> Result<Card, StoreError> {
    let tallies = tallies(conn, scope, today).await?;
    let all = sum(&tallies);
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    let (from, to) = (monday - Days::new(7), monday - Days::new(1));
    let week_ago = briefs::before(conn, person, today - Days::new(6)).await?;
    let before = week_ago
        .filter(|(day, _)| *day >= today - LONGEST_WEEK)
        .and_then(|(_, told)| serde_json::from_value::<Told>(told).ok()?.rate);
    let services: Vec<_> = catalogue
        .services
        .values()
        .filter(|service| scope.includes(service.organisation))
        .map(|service| service.id)
        .collect();
    let new_marks = rating_boards::by_service(conn, &services, from, to).await?;
    let marks = boards::rating_months(conn, scope, quarter_begin(today), today).await?;
    let wave = boards::latest_wave(conn, scope, today).await?;
    let mut worst: Vec<_> = tallies.iter().filter(|(_, tally)| tally.overdue_ever > 0).collect();
    worst.sort_by_key(|(id, tally)| (Reverse(tally.overdue_ever), tenths(tally.rate()), **id));
    let worst = worst.into_iter().take(WORST);
    Ok(Card {
        city: city(catalogue, language),
        today,
        from,
        to,
        rate: tenths(all.rate()),
        before: before.map(u32::from),
        trend: trend(conn, scope, today).await?,
        nis: wave.map(|wave| Nis {
            entered: wave.organisations.iter().filter(|(_, state)| is_entered(*state)).count() as u64,
            all: wave.organisations.len() as u64,
            due: wave.due,
        }),
        mean: mean(&marks.into_iter().map(|one| one.marks).sum()),
        new_marks: new_marks.iter().map(|(_, marks)| marks.total()).sum(),
        states: states(conn, scope, &all).await?,
        worst: worst
            .map(|(id, tally)| (name(catalogue, language, *id), tally.overdue_ever, tenths(tally.rate())))
            .collect(),
    })
}

fn is_entered(state: State) -> bool {
    matches!(state, State::Reported | State::Accepted)
}

/// The on-time rate of each month until today, as on the first page of the panel.
async fn trend(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<Vec<Month>, StoreError> {
    let this = today.with_day(1).unwrap_or(today);
    let first = this.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(this);
    let mut tallies: BTreeMap<NaiveDate, Tally> = BTreeMap::new();
    for row in boards::months(conn, scope, first, today).await? {
        let tally = tallies.entry(row.month).or_default();
        tally.on_time += row.reported_on_time + row.accepted_on_time;
        tally.late += row.reported_late + row.accepted_late;
        // What is open in a month that is over is overdue; the month of today is looked at below.
        tally.overdue += if row.month == this { 0 } else { row.open };
    }
    if let Some(tally) = tallies.get_mut(&this) {
        let ahead = boards::ahead(conn, scope, today, last_of_month(today)).await?;
        let ahead: u64 = ahead.iter().map(|one| one.reported + one.accepted).sum();
        let open = boards::open_counts(conn, scope, this, this, today, today).await?;
        tally.on_time = tally.on_time.saturating_sub(ahead);
        tally.overdue = open.iter().map(|one| one.overdue_this_month).sum();
    }
    let months = (0..MONTHS).filter_map(|step| first.checked_add_months(Months::new(step)));
    Ok(months.map(|month| Month { month, rate: tenths(tallies.get(&month).and_then(Tally::rate)) }).collect())
}

/// The sheet of this moment, to be signed by `signer`.
pub(crate) async fn sheet(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    (signer, position): (&Recipient, String),
    now: DateTime<Utc>,
) -> Result<Sheet, StoreError> {
    let today = tashkent_day(now);
    let tallies = tallies(conn, scope, today).await?;
    let all = sum(&tallies);
    Ok(Sheet {
        city: city(catalogue, language),
        at: now,
        rate: tenths(all.rate()),
        on_time: all.on_time,
        fell_due: all.on_time + all.late + all.overdue,
        states: states(conn, scope, &all).await?,
        overdue: overdue(conn, catalogue, (scope, language), today).await?,
        organisations: organisations(conn, catalogue, (scope, language), &tallies, today).await?,
        position,
        name: signer.name.clone(),
    })
}

async fn overdue(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    today: NaiveDate,
) -> Result<Vec<OverdueRow>, StoreError> {
    let days = (NaiveDate::default(), today.pred_opt().unwrap_or(today));
    let lines = boards::lines_open(conn, scope, OpenKind::All, days, (OVERDUE, 0)).await?;
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let officers = people::holders_at(conn, Role::Officer, line.organisation).await?;
        let given = answers::last(conn, line.id).await?;
        let said = said(Texts::new(language), &line, given);
        rows.push(OverdueRow {
            organisation: name(catalogue, language, line.organisation),
            measure: line.text,
            officer: officers.into_iter().next().map(|officer| officer.name),
            due: line.due,
            said,
        });
    }
    Ok(rows)
}

/// What the organisation said last, and why.
fn said(texts: Texts, line: &Line, given: Option<Given>) -> Vec<String> {
    let Some(kind) = line.last_answer else { return vec![texts.sheet_no_answer()] };
    let said = words::answer_kind(texts, kind);
    let first = match line.promised {
        Some(day) => texts.sheet_promised(said, dates::date_short(texts.language(), day)),
        None => texts.sheet_answered(said),
    };
    // The words of a report that was taken back are not those of the answer that counts.
    let counts = given.filter(|given| line.last_answer_at == Some(given.given_at));
    let text = counts.and_then(|given| given.text);
    let reason = text.as_deref().map(|text| in_own_language(texts, text).into_owned());
    let reason = reason.map(|text| texts.sheet_reason(shortened(&text, REASON_ROOM)));
    std::iter::once(first).chain(reason).collect()
}

async fn organisations(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    tallies: &BTreeMap<OrganisationId, Tally>,
    today: NaiveDate,
) -> Result<Vec<OrganisationRow>, StoreError> {
    let marks = boards::rating_months(conn, scope, quarter_begin(today), today).await?;
    let marks: BTreeMap<_, _> = marks.into_iter().map(|one| (one.organisation, one.marks)).collect();
    let wave = boards::latest_wave(conn, scope, today).await?;
    let entered: BTreeMap<_, _> = wave
        .into_iter()
        .flat_map(|wave| wave.organisations)
        .map(|(id, state)| (id, is_entered(state)))
        .collect();
    let known: BTreeSet<_> = tallies
        .iter()
        .filter(|(_, tally)| tally.expected + tally.overdue_ever > 0)
        .map(|(id, tally)| (Reverse(tally.overdue_ever), tenths(tally.rate()).unwrap_or(u32::MAX), *id))
        .collect();
    let rows = known.into_iter().filter_map(|(_, _, id)| {
        let tally = tallies.get(&id)?;
        Some(OrganisationRow {
            name: name(catalogue, language, id),
            rate: tenths(tally.rate()),
            handed_in: tally.handed_in,
            expected: tally.expected,
            overdue: tally.overdue_ever,
            entered: entered.get(&id).copied(),
            mean: marks.get(&id).and_then(mean),
        })
    });
    Ok(rows.collect())
}
