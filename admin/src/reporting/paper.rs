//! A report in the reader's language: the one source of its page and of its files.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::clock::tashkent_day;
use domain::compliance::Rate;
use domain::people::Role;
use domain::ratings::PUBLISH_FROM;
use domain::reporting::{Content, Document, Period, SheetFigures, SpanFigures, Tally};
use locales::{Texts, dates, numbers, words};
use pictures::{Cell, Column, Paper, Place, Sheet, Table, said_last};
use store::boards;
use store::reporting::Made;

use crate::cases::took;
use crate::lines::state_name;
use crate::svg::Glyph;

/// The signs of the states of a sheet, in their order.
const STATES: [Glyph; 6] =
    [Glyph::Overdue, Glyph::DueSoon, Glyph::Working, Glyph::Review, Glyph::Done, Glyph::Nothing];

/// What the report is called.
pub(super) fn title(t: Texts, period: Period) -> String {
    match period {
        Period::Day(_) => t.sheet_title(),
        Period::Month(first) => t.report_month(dates::month_year(t.language(), first)),
        Period::Year(year) => t.report_year(year.to_string()),
    }
}

/// Of which moment the figures are: that of the making, or the end of its day for a sheet that was made later.
pub(super) fn moment_of(period: Period, made_at: DateTime<Utc>) -> DateTime<Utc> {
    match period {
        Period::Day(day) if day < tashkent_day(made_at) => boards::end_of(day) - TimeDelta::minutes(1),
        Period::Day(_) | Period::Month(_) | Period::Year(_) => made_at,
    }
}

/// The report as paper.
pub(super) fn paper(t: Texts, made: &Made, document: &Document) -> Paper {
    let language = t.language();
    let at = moment_of(document.period, document.made_at);
    let day = dates::date_long(language, tashkent_day(at));
    let of = document.organisation.as_ref().map(|names| names.in_language(language));
    let as_of = t.report_as_of(day);
    let mut paper = Paper {
        language,
        above: document.city.in_language(language).to_owned(),
        title: title(t, document.period),
        under: of.map_or_else(|| as_of.clone(), |of| format!("{of} · {as_of}")),
        lead: String::new(),
        facts: Vec::new(),
        remarks: Vec::new(),
        tables: Vec::new(),
        signature: document.signer.as_ref().map(|_| signature(t, document)),
        foot: t.report_foot(
            made.position.to_string(),
            made.id.to_string(),
            dates::moment(language, made.made_at),
            made.made_by.as_str(),
        ),
    };
    match &document.content {
        Content::Sheet(figures) => sheet(t, &mut paper, figures, document),
        Content::Span(figures) => span(t, &mut paper, figures),
    }
    paper
}

/// The sheet as it is drawn for the meeting.
pub(super) fn drawn_sheet(t: Texts, figures: &SheetFigures, document: &Document) -> Sheet {
    let language = t.language();
    let city = document.city.in_language(language);
    let of = document.organisation.as_ref().map(|names| names.in_language(language));
    let head = of.map_or_else(|| city.to_owned(), |of| format!("{city} · {of}"));
    let at = moment_of(document.period, document.made_at);
    Sheet::of(t, figures, (head, at), signature(t, document))
}

/// Who signs: position and name.
fn signature(t: Texts, document: &Document) -> (String, String) {
    let role = || words::role(t, Role::Controller);
    let signer = document.signer.as_ref();
    let position = signer.and_then(|signer| signer.position.as_ref());
    let position = position.map_or_else(role, |names| names.in_language(t.language()).to_owned());
    (position, signer.map(|signer| signer.name.clone()).unwrap_or_default())
}

fn tenths(rate: Option<Rate>) -> Option<u32> {
    rate.map(|rate| rate.per_mille().into())
}

fn lead(t: Texts, fell_due: u64, on_time: u64) -> String {
    match Rate::of(on_time, fell_due) {
        Some(rate) => {
            let done = numbers::integer(t.language(), i64::try_from(on_time).unwrap_or(i64::MAX));
            t.report_lead(done, fell_due, numbers::rate(t.language(), Some(rate)))
        }
        None => t.report_lead_none(),
    }
}

/// Says that a list is cut, where it is.
fn cut(t: Texts, all: u64, shown: usize) -> Option<String> {
    let is_cut = u64::try_from(shown).is_ok_and(|shown| shown < all);
    is_cut.then(|| t.panel_shown(all.to_string(), shown.to_string()))
}

/// The same of what a sheet names.
fn sheet_cut(t: Texts, all: u64, shown: usize) -> Option<String> {
    let is_cut = u64::try_from(shown).is_ok_and(|shown| shown < all);
    is_cut.then(|| t.sheet_overdue_cut(i64::try_from(all).unwrap_or(i64::MAX), shown.to_string()))
}

fn span(t: Texts, paper: &mut Paper, figures: &SpanFigures) {
    let (all, cases) = (&figures.all, &figures.cases);
    paper.lead = lead(t, all.figures.fell_due(), all.figures.on_time);
    let median = cases.median.map_or_else(|| "—".to_owned(), |minutes| took(t, minutes));
    paper.facts = vec![
        (t.report_expected(), Cell::Number(all.figures.expected())),
        (t.report_fell_due(), Cell::Number(all.figures.fell_due())),
        (t.report_on_time(), Cell::Number(all.figures.on_time)),
        (t.report_late(), Cell::Number(all.figures.late)),
        (t.standing_overdue(), Cell::Number(all.figures.overdue)),
        (t.standing_review(), Cell::Number(all.figures.under_review)),
        (t.report_extended(), Cell::Number(all.extended)),
        (t.report_cancelled(), Cell::Number(all.figures.not_applicable)),
        (t.report_rate(), Cell::Rate(tenths(all.figures.on_time_rate()))),
        (t.report_rate_original(), Cell::Rate(tenths(all.original.on_time_rate()))),
        (t.report_mean(), Cell::Mean(all.satisfaction.mean)),
        (t.report_marks(), Cell::Number(all.satisfaction.n)),
        (t.report_answers(), Cell::Number(cases.answers)),
        (t.case_figures_median(), Cell::Words(median)),
        (t.case_figures_solved(), Cell::Rate(tenths(Rate::of(cases.solved, cases.judged)))),
    ];
    paper.remarks = vec![t.report_how(PUBLISH_FROM.to_string())];
    paper.tables = vec![organisations(t, figures), overdue(t, figures)];
    if !figures.months.is_empty() {
        paper.tables.push(months(t, figures));
    }
}

/// The figures of a tally as cells: those of the columns below.
fn cells(name: String, tally: &Tally) -> Vec<Cell> {
    let figures = &tally.figures;
    vec![
        Cell::Words(name),
        Cell::Number(figures.expected()),
        Cell::Number(figures.on_time),
        Cell::Number(figures.late),
        Cell::Number(figures.overdue),
        Cell::Number(figures.under_review),
        Cell::Number(tally.extended),
        Cell::Number(figures.not_applicable),
        Cell::Rate(tenths(figures.on_time_rate())),
        Cell::Rate(tenths(tally.original.on_time_rate())),
        Cell::Mean(tally.satisfaction.mean),
        Cell::Number(tally.satisfaction.n),
    ]
}

fn organisations(t: Texts, figures: &SpanFigures) -> Table {
    let language = t.language();
    let rows = figures.organisations.iter();
    Table {
        title: t.report_organisations(),
        columns: vec![
            Column::words(t.sheet_organisation(), 4.0),
            Column::figures(t.report_all(), 0.8).only(Place::Wide),
            Column::figures(t.report_on_time(), 1.0).only(Place::Wide),
            Column::figures(t.report_column_late(), 1.1).only(Place::Wide),
            Column::figures(t.standing_overdue(), 1.2),
            Column::figures(t.standing_review(), 1.3).only(Place::Wide),
            Column::figures(t.report_extended(), 1.3).only(Place::Files),
            Column::figures(t.report_cancelled(), 1.3).only(Place::Files),
            Column::figures(t.report_column_rate(), 1.1),
            Column::figures(t.report_column_original(), 1.2).only(Place::Wide),
            Column::figures(t.sheet_mark(), 0.9).only(Place::Wide),
            Column::figures(t.report_column_marks(), 0.9).only(Place::Wide),
        ],
        total: Some(cells(t.report_all(), &figures.all)),
        rows: rows.map(|one| cells(one.names.in_language(language).to_owned(), &one.tally)).collect(),
        empty: t.org_none(),
        note: None,
        chart: Some(8),
    }
}

fn overdue(t: Texts, figures: &SpanFigures) -> Table {
    let language = t.language();
    let row = |line: &domain::reporting::OverdueLine| {
        vec![
            Cell::Words(line.organisation.in_language(language).to_owned()),
            Cell::Words(line.measure.in_language(language).to_owned()),
            Cell::Words(line.responsible.clone().unwrap_or_else(|| "—".to_owned())),
            Cell::Day(line.due),
            Cell::Number(line.days),
        ]
    };
    Table {
        title: t.report_overdue(),
        columns: vec![
            Column::words(t.sheet_organisation(), 3.0),
            Column::words(t.sheet_measure(), 4.4),
            Column::words(t.sheet_officer(), 2.0).only(Place::Wide),
            Column::figures(t.sheet_term(), 1.3),
            Column::figures(t.report_days(), 1.2).only(Place::Wide),
        ],
        total: None,
        rows: figures.overdue.iter().map(row).collect(),
        empty: t.card_none_overdue(),
        note: cut(t, figures.all.figures.overdue, figures.overdue.len()),
        chart: None,
    }
}

fn months(t: Texts, figures: &SpanFigures) -> Table {
    let row = |one: &domain::reporting::MonthTally| {
        vec![
            Cell::Words(dates::month_year(t.language(), one.month)),
            Cell::Number(one.figures.fell_due()),
            Cell::Number(one.figures.on_time),
            Cell::Number(one.figures.late),
            Cell::Number(one.figures.overdue),
            Cell::Rate(tenths(one.figures.on_time_rate())),
        ]
    };
    Table {
        title: t.report_by_month(),
        columns: vec![
            Column::words(t.report_month_name(), 3.0),
            Column::figures(t.report_fell_due(), 1.3),
            Column::figures(t.report_on_time(), 1.2).only(Place::Wide),
            Column::figures(t.report_column_late(), 1.2).only(Place::Wide),
            Column::figures(t.standing_overdue(), 1.3),
            Column::figures(t.report_column_rate(), 1.2),
        ],
        total: None,
        rows: figures.months.iter().map(row).collect(),
        empty: t.org_none(),
        note: None,
        chart: Some(5),
    }
}

fn sheet(t: Texts, paper: &mut Paper, figures: &SheetFigures, document: &Document) {
    let today = tashkent_day(moment_of(document.period, document.made_at));
    paper.lead = lead(t, figures.fell_due, figures.on_time);
    paper.facts = vec![(t.report_rate(), Cell::Rate(figures.rate))];
    let states = STATES.into_iter().zip(figures.states);
    paper.facts.extend(states.map(|(glyph, number)| (state_name(t, glyph), Cell::Number(number))));
    // The order of the page that is printed.
    paper.tables = vec![sheet_overdue(t, figures, today), sheet_organisations(t, figures)];
}

fn sheet_organisations(t: Texts, figures: &SheetFigures) -> Table {
    let language = t.language();
    let row = |one: &domain::reporting::SheetOrganisation| {
        let entered = match one.entered {
            Some(true) => t.sheet_yes(),
            Some(false) => t.sheet_no(),
            None => "—".to_owned(),
        };
        vec![
            Cell::Words(one.names.in_language(language).to_owned()),
            Cell::Rate(one.rate),
            Cell::Number(one.handed_in),
            Cell::Number(one.expected),
            Cell::Number(one.overdue),
            Cell::Words(entered),
            Cell::Mean(one.satisfaction.mean),
            Cell::Number(one.satisfaction.n),
        ]
    };
    Table {
        title: t.report_organisations(),
        columns: vec![
            Column::words(t.sheet_organisation(), 4.0),
            Column::figures(t.report_column_rate(), 1.1),
            Column::figures(t.sheet_handed_in(), 1.2).only(Place::Wide),
            Column::figures(t.report_all(), 0.9).only(Place::Wide),
            Column::figures(t.sheet_late(), 1.2),
            Column::words("NIS.UZ".to_owned(), 1.0).only(Place::Wide),
            Column::figures(t.sheet_mark(), 0.9).only(Place::Wide),
            Column::figures(t.report_column_marks(), 0.9).only(Place::Wide),
        ],
        total: None,
        rows: figures.organisations.iter().map(row).collect(),
        empty: t.org_none(),
        note: None,
        chart: Some(1),
    }
}

fn sheet_overdue(t: Texts, figures: &SheetFigures, today: NaiveDate) -> Table {
    let row = |one: &domain::reporting::SheetOverdue| {
        vec![
            Cell::Words(one.organisation.in_language(t.language()).to_owned()),
            Cell::Words(one.measure.in_language(t.language()).to_owned()),
            Cell::Words(one.officer.clone().unwrap_or_else(|| "—".to_owned())),
            Cell::Day(one.due),
            Cell::Number(u64::try_from((today - one.due).num_days()).unwrap_or_default()),
            Cell::Words(said_last(t, one)),
        ]
    };
    Table {
        title: t.report_overdue(),
        columns: vec![
            Column::words(t.sheet_organisation(), 2.4),
            Column::words(t.sheet_measure(), 3.2),
            Column::words(t.sheet_officer(), 1.6).only(Place::Wide),
            Column::figures(t.sheet_term(), 1.2),
            Column::figures(t.report_days(), 1.1).only(Place::Wide),
            Column::words(t.report_said(), 3.0).only(Place::Wide),
        ],
        total: None,
        rows: figures.overdue.iter().map(row).collect(),
        empty: t.card_none_overdue(),
        note: sheet_cut(t, figures.states[0], figures.overdue.len()),
        chart: None,
    }
}
