//! One organisation: how it keeps its dates, who answers for it, what it has to do, what citizens say.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use domain::cases::Figures;
use domain::ids::OrganisationId;
use domain::people::{Role, Scope};
use domain::recheck::{Trust, trust_since};
use locales::{Texts, numbers, words};
use serde::Deserialize;
use store::people::{self, Recipient, Vacancy};
use store::{StoreError, boards, rechecks, substitutions};

use crate::as_of::{self, DayChoice};
use crate::board::{self, Tally};
use crate::cases::{self, CaseFigures};
use crate::error::PageError;
use crate::figures::{self, Satisfaction, State as StateCount, Trend, satisfaction, states, trend};
use crate::icons::Icon;
use crate::layout::{Nav, Page, initials, render};
use crate::lines::Row;
use crate::markup::Markup;
use crate::overview::{Choice, choices};
use crate::past_board::is_of;
use crate::people::leave_sentence;
use crate::period::Span;
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::{Shared, calls, past_board, vacancy};

/// Rows of the table at most; a filter or a shorter span shows the others.
const ROWS: i64 = 300;

/// Leaves at most.
const LEAVES: i64 = 20;

/// What stands in the address.
#[derive(Debug, Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    period: String,
    #[serde(default)]
    standing: String,
    #[serde(default)]
    as_of: String,
}

/// Somebody who answers for the organisation.
struct Responsible {
    name: String,
    initials: String,
    role: String,
    linked: bool,
    reachable: bool,
}

#[derive(Template)]
#[template(path = "org.html")]
struct OrganisationPage {
    page: Page,
    id: OrganisationId,
    name: String,
    span: String,
    spans: Vec<Choice>,
    glyph: Glyph,
    light: String,
    sentence: String,
    overdue: u64,
    rate: String,
    has_rate: bool,
    original: Option<String>,
    trust: String,
    trust_of: String,
    trend: Trend,
    people: Vec<Responsible>,
    vacancy: Option<String>,
    leaves: Vec<String>,
    satisfaction: Satisfaction,
    cases: u64,
    late_cases: u64,
    answers: CaseFigures,
    states: Vec<StateCount>,
    stack: Markup,
    path: String,
    period: String,
    standing: String,
    rows: Vec<Row>,
    with_organisation: bool,
    shown: Option<String>,
    days: DayChoice,
    signature: String,
    /// Whether the reader makes reports about it.
    may_report: bool,
    /// Where the reader reminds of what is overdue there, if they control it.
    remind: Option<String>,
}

/// `GET /orgs/{id}`.
pub(crate) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, PageError> {
    let id = OrganisationId(id);
    signed.see.check(id)?;
    if !signed.catalogue.organisations.contains_key(&id) {
        return Err(PageError::NotFound);
    }
    if let Some(day) = as_of::asked(&panel, &filter.as_of, signed.today).await? {
        return past_board::organisation(&panel, &signed, id, (day, &filter.period)).await;
    }
    let (span, today, now) = (Span::read(&filter.period, signed.today), signed.today, signed.now);
    let only = Scope::Only([id].into());
    let board = board::load(&panel.store, &only, span, today);
    let of_it = only.clone();
    let beside = panel.store.read(|conn| {
        Box::pin(async move {
            let days = (span.first(), span.last());
            Ok::<_, StoreError>(Facts {
                lines: boards::lines_of(conn, id, days, ROWS).await?,
                heads: people::holders_at(conn, Role::Head, id).await?,
                officers: people::holders_at(conn, Role::Officer, id).await?,
                cases: boards::case_counts(conn, &of_it, today).await?,
                vacancy: people::vacancies(conn, &of_it, today).await?.pop(),
                leaves: substitutions::lasting(conn, &of_it, today, LEAVES).await?,
                answers: cases::read_figures(conn, now, id).await?,
                trust: rechecks::trust(conn, id, trust_since(today)).await?,
            })
        })
    });
    let (board, facts) = tokio::try_join!(board, beside)?;
    render(&organisation(&panel, &signed, id, (span, filter), (&board, &facts)))
}

/// What stands beside the figures.
struct Facts {
    lines: Vec<boards::Line>,
    heads: Vec<Recipient>,
    officers: Vec<Recipient>,
    cases: (u64, u64),
    vacancy: Option<Vacancy>,
    leaves: Vec<substitutions::View>,
    trust: Trust,
    answers: Figures,
}

fn organisation(
    panel: &Shared,
    signed: &SignedIn,
    id: OrganisationId,
    (span, filter): (Span, Filter),
    (board, facts): (&board::Board, &Facts),
) -> OrganisationPage {
    let t = signed.texts();
    let all = &board.all;
    let rate = all.figures.on_time_rate();
    let light = figures::light(rate);
    let (state_counts, stack) = states(t, all);
    let mut lines: Vec<_> = facts.lines.iter().map(|line| (line.standing(signed.today), line)).collect();
    lines.sort_by_key(|(standing, line)| (*standing, line.due));
    let signature = facts.lines.iter().map(|line| format!("{}{}", line.id, line.state.code().as_bytes()[0]));
    let rows = lines
        .iter()
        .filter(|(standing, _)| filter.standing.is_empty() || is_of(*standing, &filter.standing))
        .map(|(_, line)| Row::new(line, signed));
    let expected = all.figures.expected();
    let path = format!("/orgs/{id}");
    let period = if span == Span::read("", signed.today) { String::new() } else { span.key() };
    let truncated = i64::try_from(facts.lines.len()).unwrap_or(ROWS) >= ROWS && filter.standing.is_empty();
    let heads = facts.heads.iter().map(|one| (one, Role::Head));
    let officers = facts.officers.iter().map(|one| (one, Role::Officer));
    OrganisationPage {
        id,
        name: signed.organisation_name(id),
        span: span.name(t),
        spans: choices(t, &path, span, signed.today),
        glyph: light.into(),
        light: words::light(t, light),
        sentence: sentence(t, all),
        overdue: all.figures.overdue,
        rate: figures::rate_number(t, rate),
        has_rate: rate.is_some(),
        original: figures::rate_by_original(t, all),
        trust: numbers::rate(t.language(), facts.trust.rate()),
        trust_of: match facts.trust.rechecked {
            0 => t.org_trust_none(),
            all => t.org_trust_of(all.to_string(), facts.trust.stood.to_string()),
        },
        trend: trend(t, board, 240),
        people: heads.chain(officers).map(|(one, role)| responsible(t, one, role)).collect(),
        vacancy: facts.vacancy.as_ref().map(|one| vacancy::sentence(t, one)),
        leaves: facts.leaves.iter().map(|one| leave_sentence(t, one)).collect(),
        satisfaction: satisfaction(t, &all.marks),
        cases: facts.cases.0,
        late_cases: facts.cases.1,
        answers: CaseFigures::of(t, facts.answers),
        states: state_counts,
        stack,
        days: DayChoice::new(&path, &[("period", &period)], None, signed.today),
        period,
        rows: rows.collect(),
        with_organisation: false,
        shown: truncated.then(|| t.panel_shown(expected.to_string(), ROWS.to_string())),
        signature: signature.collect::<Vec<_>>().join("."),
        may_report: signed.who.may_report(id, &signed.catalogue.tree).is_ok(),
        remind: (all.figures.overdue + all.overdue_earlier > 0
            && signed.who.may_decide(id, &signed.catalogue.tree).is_ok())
        .then(|| calls::address(Some(id))),
        page: signed.page(panel, Nav::Organisations),
        standing: filter.standing,
        path,
    }
}

/// How much of what was expected is handed in, and how much of that came late: the sign beside the name has its reason here.
pub(crate) fn sentence(t: Texts, all: &Tally) -> String {
    let (expected, late) = (all.figures.expected(), all.figures.late);
    if expected == 0 {
        return t.org_none();
    }
    let handed_in = t.org_sentence(expected, all.handed_in());
    if late == 0 { handed_in } else { format!("{handed_in}, {}", t.org_handed_late(late)) }
}

fn responsible(t: Texts, one: &Recipient, role: Role) -> Responsible {
    Responsible {
        name: one.name.clone(),
        initials: initials(&one.name),
        role: words::role(t, role),
        linked: one.telegram_id.is_some(),
        reachable: one.reachable,
    }
}

#[cfg(test)]
mod tests {
    use domain::compliance::Figures;
    use domain::language::Language;

    use super::*;

    #[test]
    fn the_first_sentence_says_how_much_came_late() {
        let says = |on_time, late, language| {
            let figures = Figures { on_time, late, ..Figures::default() };
            sentence(Texts::new(language), &Tally { figures, ..Tally::default() })
        };
        for (language, late, in_time) in [
            (
                Language::UzLatn,
                "1 ta topshiriqdan 1 tasi topshirilgan, shundan 1 tasi kechikib",
                "22 ta topshiriqdan 22 tasi topshirilgan",
            ),
            (
                Language::UzCyrl,
                "1 та топшириқдан 1 таси топширилган, шундан 1 таси кечикиб",
                "22 та топшириқдан 22 таси топширилган",
            ),
            (Language::Ru, "Сдано 1 из 1 поручения, из них с опозданием: 1", "Сдано 22 из 22 поручений"),
            (Language::En, "1 of 1 assignment handed in, 1 of them late", "22 of 22 assignments handed in"),
        ] {
            assert_eq!(says(0, 1, language), late);
            assert_eq!(says(22, 0, language), in_time);
        }
    }
}
