//! The figures of a report, counted at one moment.

use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use domain::clock::in_tashkent;
use domain::ids::OrganisationId;
use domain::people::{MayReport, Role};
use domain::reporting::{
    Content, Document, FORMAT, MonthTally, OrganisationTally, Period, Satisfaction, Signer, SpanFigures,
    Tally,
};
use store::organisations::Catalogue;
use store::{Conn, StoreError, boards, cases, events, people, reporting, sheets};

use crate::board::{self, Board};
use crate::period::Span;
use crate::session::SignedIn;

/// Overdue obligations that a report names: forty pages of them.
const OVERDUE: i64 = 1000;

/// What is to be made.
pub(super) struct Order {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) right: MayReport,
    /// What who makes it is called.
    pub(super) made_by: String,
    /// Who makes it, when they can sign it, too.
    pub(super) signs: Option<Signer>,
    pub(super) period: Period,
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
}

/// Who makes a report signs it when they control the organisation.
pub(super) fn may_sign(signed: &SignedIn, organisation: OrganisationId) -> Option<Signer> {
    let controls = signed.who.controls(&signed.catalogue.tree);
    let controls = controls.is_ok_and(|scope| scope.includes(organisation));
    controls.then(|| Signer { name: signed.who.name.clone(), position: signed.position.clone() })
}

impl Order {
    /// The document. `conn` shows one moment, so that its position tells what is in it.
    pub(super) async fn document(&self, conn: &mut Conn) -> Result<Document, StoreError> {
        let over = matches!(self.period, Period::Day(day) if day < self.today);
        let position = if over {
            events::newest_linked_before(conn, boards::end_of(self.period.first())).await?
        } else {
            events::newest_linked(conn).await?
        };
        let (catalogue, organisation) = (&self.catalogue, self.right.organisation());
        let content = match self.period {
            Period::Day(day) if over => {
                Content::Sheet(sheets::sheet_as_of(conn, catalogue, self.right.scope(), day).await?)
            }
            Period::Day(day) => {
                Content::Sheet(sheets::sheet(conn, catalogue, self.right.scope(), day).await?)
            }
            Period::Month(first) => Content::Span(Box::new(self.span(conn, Span::Month(first)).await?)),
            Period::Year(year) => Content::Span(Box::new(self.span(conn, Span::Year(year)).await?)),
        };
        let known = |id: OrganisationId| catalogue.organisations.get(&id);
        let top = catalogue.top();
        Ok(Document {
            format: FORMAT.to_owned(),
            period: self.period,
            made_at: self.now,
            made_by: Some(self.made_by.clone()),
            position: position.unwrap_or_default(),
            city: top.and_then(known).map(|top| top.names.clone()).unwrap_or_default(),
            organisation: known(organisation)
                .filter(|_| top != Some(organisation))
                .map(|one| one.names.clone()),
            key: known(organisation).map(|one| one.key.clone()).unwrap_or_default(),
            signer: match &self.signs {
                Some(signer) => Some(signer.clone()),
                None => controller_of(conn, catalogue, organisation).await?,
            },
            content,
        })
    }

    async fn span(&self, conn: &mut Conn, span: Span) -> Result<SpanFigures, StoreError> {
        let (scope, today, days) = (self.right.scope(), self.today, (span.first(), span.last()));
        let board = board::read(conn, scope, span, today).await?;
        let until = in_tashkent(days.1.succ_opt().unwrap_or(days.1), NaiveTime::MIN);
        let moments = (in_tashkent(days.0, NaiveTime::MIN), until);
        Ok(SpanFigures {
            all: tally(&board.all),
            cases: cases::figures_between(conn, scope, moments).await?,
            organisations: board
                .worst_first(&self.catalogue)
                .into_iter()
                .filter_map(|(id, one)| {
                    let names = self.catalogue.organisations.get(&id)?.names.clone();
                    Some(OrganisationTally { names, tally: tally(one) })
                })
                .collect(),
            overdue: reporting::overdue(conn, &self.catalogue, scope, days, (today, OVERDUE)).await?,
            months: match span {
                Span::Year(year) => months(&board, year),
                Span::Month(_) | Span::Quarter(_) | Span::All => Vec::new(),
            },
        })
    }
}

fn tally(one: &board::Tally) -> Tally {
    Tally {
        figures: one.figures,
        original: one.original,
        extended: one.extended,
        satisfaction: Satisfaction::of(&one.marks),
    }
}

/// The months of the year that have begun.
fn months(board: &Board, year: i32) -> Vec<MonthTally> {
    let months = board.months.iter().zip(board.all.trend).filter(|(month, _)| month.year() == year);
    months.map(|(month, figures)| MonthTally { month: *month, figures }).collect()
}

/// The controller of an organisation, or else of the nearest above it.
async fn controller_of(
    conn: &mut Conn,
    catalogue: &Catalogue,
    organisation: OrganisationId,
) -> Result<Option<Signer>, StoreError> {
    for node in catalogue.tree.path_up(organisation) {
        let controllers = people::holders_at(conn, Role::Controller, node).await?;
        if let Some(one) = controllers.into_iter().next() {
            return Ok(Some(Signer { name: one.name, position: one.position }));
        }
    }
    Ok(None)
}
