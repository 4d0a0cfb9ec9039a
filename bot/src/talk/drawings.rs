//! The figures of the weekly card and of the sheet for the meeting, put together for one controller.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::compliance::Rate;
use domain::ids::{OrganisationId, PersonId};
use domain::language::Language;
use domain::obligation::State;
use domain::people::Scope;
use domain::ratings::Counts;
use domain::reporting::Satisfaction;
use locales::Texts;
use pictures::{Card, Month, Nis, Sheet};
use store::boards::{self, QuarterTally};
use store::organisations::Catalogue;
use store::people::Recipient;
use store::{Conn, StoreError, briefs, rating_boards, sheets};

use super::figures::{last_of_month, quarter_begin};
use super::views::Told;

/// Months of the line on the card.
const MONTHS: u32 = 12;
/// Organisations that the card names.
const WORST: usize = 4;
/// A figure that is older than this is no figure of a week ago.
const LONGEST_WEEK: Days = Days::new(13);

fn tenths(rate: Option<Rate>) -> Option<u32> {
    rate.map(|rate| rate.per_mille().into())
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
    let tallies = boards::quarter(conn, scope, today).await?;
    let all: QuarterTally = tallies.values().sum();
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
        mean: Satisfaction::of(&marks.into_iter().map(|one| one.marks).sum::<Counts>()).mean,
        new_marks: new_marks.iter().map(|(_, marks)| marks.total()).sum(),
        states: all.states(boards::under_review(conn, scope).await?),
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
    let mut tallies: BTreeMap<NaiveDate, QuarterTally> = BTreeMap::new();
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
    Ok(months
        .map(|month| Month { month, rate: tenths(tallies.get(&month).and_then(QuarterTally::rate)) })
        .collect())
}

/// The sheet of this moment, to be signed by `signer`.
pub(crate) async fn sheet(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    (signer, position): (&Recipient, String),
    now: DateTime<Utc>,
) -> Result<Sheet, StoreError> {
    let figures = sheets::sheet(conn, catalogue, scope, tashkent_day(now)).await?;
    let head = (city(catalogue, language), now);
    Ok(Sheet::of(Texts::new(language), &figures, head, (position, signer.name.clone())))
}
