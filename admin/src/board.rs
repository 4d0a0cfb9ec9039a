//! The figures of organisations and of the city in a span of days, put together from the counts that the store keeps.

mod past;

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use domain::compliance::{Class, Extended, Figures, Rate};
use domain::ids::OrganisationId;
use domain::people::Scope;
use domain::ratings::Counts;
use store::boards::{self, Ahead, BoardDays, MonthCounts, OpenCounts, RatingMonth};
use store::organisations::Catalogue;
use store::{Conn, Store, StoreError};

use crate::period::Span;
use crate::svg::Glyph;

pub(crate) use past::{Past, load_past, load_past_with_lists};

/// Months of a trend.
pub(crate) const TREND: usize = 12;

/// The figures of one organisation, or of several together.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// The figures of the span.
    pub(crate) figures: Figures,
    /// The figures of the span as they would be without any extension.
    pub(crate) original: Figures,
    /// For how many of the span more time was granted.
    pub(crate) extended: u64,
    /// The figures of the span before it.
    pub(crate) before: Figures,
    /// The figures of each month of the trend.
    pub(crate) trend: [Figures; TREND],
    /// Overdue since before the span, of all together.
    pub(crate) overdue_earlier: u64,
    /// Open, due today or soon.
    pub(crate) due_soon: u64,
    /// Open with time left, and an answer.
    pub(crate) working: u64,
    /// Open with time left, without an answer.
    pub(crate) not_started: u64,
    /// Accepted.
    pub(crate) accepted: u64,
    /// The next day on which something open is due.
    pub(crate) next_due: Option<NaiveDate>,
    /// The marks of citizens.
    pub(crate) marks: Counts,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            figures: Figures::default(),
            original: Figures::default(),
            extended: 0,
            before: Figures::default(),
            trend: [Figures::default(); TREND],
            overdue_earlier: 0,
            due_soon: 0,
            working: 0,
            not_started: 0,
            accepted: 0,
            next_due: None,
            marks: Counts::default(),
        }
    }
}

impl Tally {
    /// How many stand in each state, the most urgent first: the code for filters, the sign, the number.
    pub(crate) fn states(&self) -> [(&'static str, Glyph, u64); 6] {
        [
            ("overdue", Glyph::Overdue, self.figures.overdue),
            ("due_soon", Glyph::DueSoon, self.due_soon),
            ("working", Glyph::Working, self.working),
            ("review", Glyph::Review, self.figures.under_review),
            ("done", Glyph::Done, self.accepted),
            ("not_started", Glyph::Nothing, self.not_started),
        ]
    }

    /// How many are handed in, whether decided or not.
    pub(crate) fn handed_in(&self) -> u64 {
        self.figures.on_time + self.figures.late + self.figures.ahead
    }

    /// The on-time rate of each month of the trend, in per cent.
    pub(crate) fn rates(&self) -> [Option<f64>; TREND] {
        self.trend.map(|figures| figures.on_time_rate().map(percent))
    }

    fn add(&mut self, other: &Self) {
        self.figures = [self.figures, other.figures].into_iter().sum();
        self.original = [self.original, other.original].into_iter().sum();
        self.extended += other.extended;
        self.before = [self.before, other.before].into_iter().sum();
        for (sum, month) in self.trend.iter_mut().zip(other.trend) {
            *sum = [*sum, month].into_iter().sum();
        }
        self.due_soon += other.due_soon;
        self.working += other.working;
        self.not_started += other.not_started;
        self.accepted += other.accepted;
        self.next_due = [self.next_due, other.next_due].into_iter().flatten().min();
        self.marks = [self.marks, other.marks].into_iter().sum();
    }
}

/// A rate in per cent, for pictures.
pub(crate) fn percent(rate: Rate) -> f64 {
    f64::from(rate.per_mille()) / 10.0
}

/// The figures of a scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Board {
    /// All organisations together.
    pub(crate) all: Tally,
    /// Each that has any figures.
    pub(crate) organisations: BTreeMap<OrganisationId, Tally>,
    /// The first days of the months of the trend.
    pub(crate) months: Vec<NaiveDate>,
}

/// What a board is put together from, on one day.
struct Counted {
    months: Vec<MonthCounts>,
    earlier: u64,
    open: Vec<OpenCounts>,
    ahead: Vec<Ahead>,
    marks: Vec<RatingMonth>,
    extended: Vec<(OrganisationId, Extended)>,
}

/// The days by which the board of a span counts on `today`. Whatever is open in a month that is over is overdue: the sums tell.
/// The rest is looked at.
fn board_days(span: Span, today: NaiveDate) -> BoardDays {
    let oldest = trend_months(span, today).first().copied().unwrap_or(today);
    let this_month = first_of_month(today);
    BoardDays {
        months: (span.first().min(oldest), span.last().max(this_month)),
        earlier: span.first().min(this_month),
        since: this_month,
        from: span.first().max(this_month),
        to: span.last(),
        ahead_to: last_of_month(this_month),
        today,
    }
}

/// Reads the figures: the sums of months beside what is counted day by day, on two connections, because a reader waits.
pub(crate) async fn load(
    store: &Store,
    scope: &Scope,
    span: Span,
    today: NaiveDate,
) -> Result<Board, StoreError> {
    let (of_sums, of_days) = (scope.clone(), scope.clone());
    let sums = store.read(move |conn| Box::pin(async move { sums(conn, &of_sums, span, today).await }));
    let days = store.read(move |conn| Box::pin(async move { days(conn, &of_days, span, today).await }));
    let (sums, days) = tokio::try_join!(sums, days)?;
    Ok(Board::of(Counted::of(sums, days), span, today))
}

/// The same on one connection, beside other figures of the same moment.
pub(crate) async fn read(
    conn: &mut Conn,
    scope: &Scope,
    span: Span,
    today: NaiveDate,
) -> Result<Board, StoreError> {
    let sums = sums(conn, scope, span, today).await?;
    let days = days(conn, scope, span, today).await?;
    Ok(Board::of(Counted::of(sums, days), span, today))
}

/// What the sums of months say, and what was open before all of them.
type Sums = (Vec<MonthCounts>, u64);
/// What is counted day by day.
type Days = (Vec<OpenCounts>, Vec<Ahead>, Vec<RatingMonth>, Vec<(OrganisationId, Extended)>);

async fn sums(conn: &mut Conn, scope: &Scope, span: Span, today: NaiveDate) -> Result<Sums, StoreError> {
    let days = board_days(span, today);
    let counts = boards::months(conn, scope, days.months.0, days.months.1).await?;
    Ok((counts, boards::open_before(conn, scope, days.earlier).await?))
}

async fn days(conn: &mut Conn, scope: &Scope, span: Span, today: NaiveDate) -> Result<Days, StoreError> {
    let days = board_days(span, today);
    Ok((
        boards::open_counts(conn, scope, days.since, days.from, days.to, today).await?,
        boards::ahead(conn, scope, today, days.ahead_to).await?,
        boards::rating_months(conn, scope, span.first(), span.last()).await?,
        boards::extended(conn, scope, span.first(), span.last()).await?,
    ))
}

impl Counted {
    fn of((months, earlier): Sums, (open, ahead, marks, extended): Days) -> Self {
        Self { months, earlier, open, ahead, marks, extended }
    }
}

impl Board {
    fn of(counted: Counted, span: Span, today: NaiveDate) -> Self {
        let mut board = Self { months: trend_months(span, today), ..Self::default() };
        let open: BTreeMap<_, _> = counted.open.into_iter().map(|one| (one.organisation, one)).collect();
        let ahead: BTreeMap<_, _> = counted.ahead.into_iter().map(|one| (one.organisation, one)).collect();
        for row in &counted.months {
            let (open, ahead) = (open.get(&row.organisation), ahead.get(&row.organisation));
            let figures = month_figures(row, today, open, ahead);
            board.add_month(row, figures, span);
        }
        for one in open.values() {
            board.add_open(one);
        }
        board.add_extended(&counted.extended, span, today);
        for one in counted.marks {
            board.organisations.entry(one.organisation).or_default().marks = one.marks;
        }
        let mut all = Tally::default();
        for tally in board.organisations.values() {
            all.add(tally);
        }
        all.overdue_earlier = counted.earlier;
        all.overdue_earlier += open.values().map(|one| one.overdue_earlier).sum::<u64>();
        board.all = all;
        board
    }

    /// The organisations that have any figures, the worst first. A closed one stays as long as it has some, because the sums of all
    /// have it too; marks alone do not keep it.
    pub(crate) fn worst_first(&self, catalogue: &Catalogue) -> Vec<(OrganisationId, &Tally)> {
        let is_used = |id: &OrganisationId| catalogue.organisations.get(id).is_some_and(|one| one.active);
        let mut found: Vec<_> = self
            .organisations
            .iter()
            .filter(|(id, _)| catalogue.organisations.contains_key(id))
            .filter(|(id, tally)| tally.figures.expected() > 0 || tally.marks.total() > 0 && is_used(id))
            .map(|(id, tally)| (*id, tally))
            .collect();
        found.sort_by(|(one, mine), (other, theirs)| {
            mine.figures.compare_worst_first(&theirs.figures).then_with(|| one.cmp(other))
        });
        found
    }

    fn add_month(&mut self, row: &MonthCounts, figures: Figures, span: Span) {
        let place = self.months.iter().position(|month| *month == row.month);
        let tally = self.organisations.entry(row.organisation).or_default();
        if let Some(place) = place {
            tally.trend[place] = figures;
        }
        if span.contains(row.month) {
            tally.figures = [tally.figures, figures].into_iter().sum();
            tally.accepted += row.accepted_on_time + row.accepted_late;
        } else if span.before().is_some_and(|before| before.contains(row.month)) {
            tally.before = [tally.before, figures].into_iter().sum();
        }
    }

    /// Only what was extended differs by the original days.
    fn add_extended(&mut self, extended: &[(OrganisationId, Extended)], span: Span, today: NaiveDate) {
        for tally in self.organisations.values_mut() {
            tally.original = tally.figures;
        }
        for group in extended.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((organisation, _)) = group.first() else { continue };
            let tally = self.organisations.entry(*organisation).or_default();
            let ones = group.iter().map(|(_, one)| one);
            tally.extended = ones.clone().map(|one| u64::from(span.contains(one.due))).sum();
            tally.original = tally.figures.by_original_days(today, |day| span.contains(day), ones);
        }
    }

    fn add_open(&mut self, one: &OpenCounts) {
        let tally = self.organisations.entry(one.organisation).or_default();
        tally.due_soon = one.due_soon;
        tally.working = one.working;
        tally.not_started = one.not_started;
        tally.next_due = one.next_due;
    }
}

/// The figures of one organisation and month on `today`. Of a month that is over or has not begun, its first day stands for
/// all; the month of today is divided at today.
fn month_figures(
    row: &MonthCounts,
    today: NaiveDate,
    open: Option<&OpenCounts>,
    ahead: Option<&Ahead>,
) -> Figures {
    let mut figures = Figures::default();
    let mut add = |due: NaiveDate, class: Class, number: u64| figures.add(today, due, class, number);
    if row.month == first_of_month(today) {
        let (yesterday, tomorrow) = (today.pred_opt().unwrap_or(today), today.succ_opt().unwrap_or(today));
        let overdue = open.map_or(0, |open| open.overdue_this_month).min(row.open);
        add(yesterday, Class::Open, overdue);
        add(today, Class::Open, row.open - overdue);
        let (reported, accepted) = ahead.map_or((0, 0), |ahead| (ahead.reported, ahead.accepted));
        let (reported, accepted) = (reported.min(row.reported_on_time), accepted.min(row.accepted_on_time));
        add(tomorrow, Class::ReportedOnTime, reported);
        add(tomorrow, Class::AcceptedOnTime, accepted);
        add(today, Class::ReportedOnTime, row.reported_on_time - reported);
        add(today, Class::AcceptedOnTime, row.accepted_on_time - accepted);
    } else {
        add(row.month, Class::Open, row.open);
        add(row.month, Class::ReportedOnTime, row.reported_on_time);
        add(row.month, Class::AcceptedOnTime, row.accepted_on_time);
    }
    let past = row.month.min(today);
    add(past, Class::ReportedLate, row.reported_late);
    add(past, Class::AcceptedLate, row.accepted_late);
    add(past, Class::NotApplicable, row.not_applicable);
    figures
}

/// The twelve months that end with the span, or with today when the span reaches further.
fn trend_months(span: Span, today: NaiveDate) -> Vec<NaiveDate> {
    let last = first_of_month(span.last().min(today));
    (0..12).rev().filter_map(|back| last.checked_sub_months(Months::new(back))).collect()
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn last_of_month(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(first: &str, open: u64, on_time: u64, late: u64) -> MonthCounts {
        MonthCounts {
            month: first.parse().unwrap(),
            organisation: OrganisationId(1),
            open,
            reported_on_time: 0,
            reported_late: 0,
            accepted_on_time: on_time,
            accepted_late: late,
            not_applicable: 0,
        }
    }

    #[test]
    fn the_month_of_today_is_divided_at_today() {
        let today = "2026-11-23".parse().unwrap();
        let open = OpenCounts {
            organisation: OrganisationId(1),
            overdue_earlier: 0,
            overdue: 9,
            overdue_this_month: 2,
            due_soon: 3,
            working: 0,
            not_started: 0,
            next_due: None,
        };
        let ahead = Ahead { organisation: OrganisationId(1), reported: 0, accepted: 4 };
        let row = month("2026-11-01", 5, 10, 1);
        let figures = month_figures(&row, today, Some(&open), Some(&ahead));
        assert_eq!((figures.on_time, figures.late, figures.overdue), (6, 1, 2));
        assert_eq!((figures.upcoming, figures.ahead), (3 + 4, 4));
    }

    #[test]
    fn what_is_open_in_a_month_that_is_over_is_overdue_and_in_one_to_come_is_not() {
        let today = "2026-11-23".parse().unwrap();
        let over = month_figures(&month("2026-10-01", 5, 10, 1), today, None, None);
        assert_eq!((over.on_time, over.late, over.overdue, over.upcoming), (10, 1, 5, 0));
        let to_come = month_figures(&month("2026-12-01", 5, 1, 0), today, None, None);
        assert_eq!((to_come.on_time, to_come.overdue, to_come.upcoming, to_come.ahead), (0, 0, 6, 1));
    }

    #[test]
    fn a_trend_ends_with_today_at_the_latest() {
        let today = "2026-11-23".parse().unwrap();
        let months = trend_months(Span::All, today);
        assert_eq!(months.len(), TREND);
        assert_eq!(months.last(), Some(&"2026-11-01".parse().unwrap()));
        assert_eq!(trend_months(Span::Year(2025), today).last(), Some(&"2025-12-01".parse().unwrap()));
    }
}
