//! The figures of organisations and of the city in a span of days, put together from the counts that the store keeps.

mod months;
mod past;
mod trends;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::compliance::{Class, Extended, Figures, Rate};
use domain::ids::OrganisationId;
use domain::people::Scope;
use domain::ratings::Counts;
use store::boards::{self, Ahead, BoardDays, MonthCounts, OpenCounts, RatingMonth, SpanMonths};
use store::organisations::Catalogue;
use store::{Conn, Store, StoreError};

use crate::period::Span;
use crate::svg::Glyph;

use months::{first_of_month, last_of_month, month_figures, trend_months};
pub(crate) use past::{Past, load_past, load_past_with_lists};
pub(crate) use trends::load_trends;

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
    /// The figures of each month of the trend; those of one organisation are there when [`load_trends`] has read them.
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

/// The sums by organisation.
enum MonthSums {
    /// Month by month.
    Each(Vec<MonthCounts>),
    /// The months of the span and of the one before it together, and each month of all organisations together.
    Together(Vec<MonthCounts>, Vec<(NaiveDate, Class, u64)>),
}

/// What a board is put together from, on one day.
struct Counted {
    months: MonthSums,
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
type Sums = (MonthSums, u64);
/// What is counted day by day.
type Days = (Vec<OpenCounts>, Vec<Ahead>, Vec<RatingMonth>, Vec<(OrganisationId, Extended)>);

async fn sums(conn: &mut Conn, scope: &Scope, span: Span, today: NaiveDate) -> Result<Sums, StoreError> {
    let days = board_days(span, today);
    let parts = SpanMonths {
        before: span.before().map_or(span.first(), Span::first),
        first: span.first(),
        last: span.last(),
        this_month: first_of_month(today),
    };
    let rows = boards::spans(conn, scope, parts).await?;
    let together = boards::months_together(conn, scope, days.months.0, first_of_month(today)).await?;
    Ok((MonthSums::Together(rows, together), boards::open_before(conn, scope, days.earlier).await?))
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
        let this_month = first_of_month(today);
        let (rows, together) = match counted.months {
            MonthSums::Each(rows) => (rows, None),
            MonthSums::Together(rows, together) => (rows, Some(together)),
        };
        for row in &rows {
            let (open, ahead) = (open.get(&row.organisation), ahead.get(&row.organisation));
            let figures = month_figures(row, today, open, ahead);
            board.add_sums(row, figures, span);
            if together.is_none() || row.month == this_month {
                board.set_month(row, figures);
            }
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
        // The month of today is divided at today, organisation by organisation: it is there already.
        for (month, class, number) in
            together.into_iter().flatten().filter(|(month, ..)| *month != this_month)
        {
            if let Some(place) = board.months.iter().position(|one| *one == month) {
                all.trend[place].add(today, month, class, number);
            }
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

    /// The figures of one month of an organisation, where it is one of the trend.
    fn set_month(&mut self, row: &MonthCounts, figures: Figures) {
        if let Some(place) = self.months.iter().position(|month| *month == row.month) {
            self.organisations.entry(row.organisation).or_default().trend[place] = figures;
        }
    }

    fn add_sums(&mut self, row: &MonthCounts, figures: Figures, span: Span) {
        let tally = self.organisations.entry(row.organisation).or_default();
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
