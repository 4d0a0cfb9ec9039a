//! The facts of an obligation: its dates and why they are these, its measure, its people, its reminders.

use chrono::NaiveDate;
use domain::ageing::Holder;
use domain::calendar::{Certainty, DayOff, Week, WorkingCalendar};
use domain::language::Names;
use domain::obligation::State;
use domain::reminders::{Stage, schedule};
use locales::{Texts, dates, words};
use store::dossier::{Delivery, Reminded};
use store::obligations::ObligationView;

use super::load::Dossier;
use crate::markup::Spoken;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// The decree and the point that an obligation stands on.
pub(super) fn basis(t: Texts, view: &ObligationView) -> String {
    t.obligation_basis(
        dates::date_short(t.language(), view.adopted),
        view.plan_number.as_str(),
        view.measure_number.to_string(),
    )
}

/// What stands beside the history.
pub(super) struct Facts {
    pub(super) due: String,
    pub(super) left: Option<String>,
    pub(super) late: bool,
    /// The date of the plan and the days off between it and the due day, when it was moved.
    pub(super) moved: Option<Moved>,
    /// The day that counted before more time was granted.
    pub(super) extended_from: Option<String>,
    /// Names and values, in the order in which they are shown.
    pub(super) rows: Vec<(String, Spoken)>,
    /// Who answers for it, and whether messages reach them.
    pub(super) officers: Vec<(String, bool)>,
}

/// A day of the plan on which nobody works.
pub(super) struct Moved {
    pub(super) original: String,
    pub(super) days_off: Vec<String>,
    pub(super) to: String,
}

/// Collects the facts.
pub(super) fn facts(signed: &SignedIn, dossier: &Dossier) -> Facts {
    let (t, view) = (signed.texts(), &dossier.view);
    let language = t.language();
    let open = matches!(view.state, State::Open | State::Returned);
    let week = signed.catalogue.week_of(view.organisation);
    // What was granted is no working of the calendar: the days off explain the day before that.
    let by_calendar = view.extended_from.unwrap_or(view.due);
    let moved = (by_calendar != view.original_due).then(|| Moved {
        original: dates::date_with_weekday(language, view.original_due),
        days_off: skipped_days(t, view.original_due, by_calendar, &signed.catalogue.calendar, week),
        to: dates::date_with_weekday(language, by_calendar),
    });
    let mut rows = Vec::new();
    let mut row = |name: String, value: Option<String>| {
        rows.extend(value.map(|value| (name, Spoken::from(value))));
    };
    let day = |day| dates::date_with_weekday(language, day);
    let ball = view.ball(signed.today, dossier.patience, &signed.catalogue);
    let nobody = ball.is_some_and(|ball| ball.holder == Holder::Officer) && dossier.officers.is_empty();
    row(
        t.fact_ball(),
        ball.map(|ball| if nobody { t.fact_ball_nobody() } else { words::whose_turn(t, &ball) }),
    );
    row(t.fact_submitted(), view.submitted_at.map(|at| dates::moment(language, at)));
    row(t.fact_assignee(), view.assignee.as_ref().map(|(_, name)| name.clone()));
    row(t.fact_promised(), view.promised.filter(|_| open).map(day));
    row(t.fact_period(), Some(words::period(t, view.period)));
    rows.extend(of_plan(signed, dossier));
    Facts {
        due: day(view.due),
        left: open.then(|| dates::time_left(language, view.due, signed.today)),
        late: open && view.due < signed.today,
        moved,
        extended_from: view.extended_from.map(day),
        rows,
        officers: dossier.officers.iter().map(|one| (one.name.clone(), one.reachable)).collect(),
    }
}

/// The wording that binds, for who reads a translation of it.
pub(crate) fn official_wording(signed: &SignedIn, text: &Names) -> Option<(String, Spoken)> {
    let is_translated = text.in_language(signed.language()) != text.uz_latn;
    is_translated.then(|| (signed.texts().fact_wording(), signed.spoken(&text.uz_latn.as_str().into())))
}

/// What the plan says of it.
fn of_plan(signed: &SignedIn, dossier: &Dossier) -> Vec<(String, Spoken)> {
    let (t, view) = (signed.texts(), &dossier.view);
    let official = |words: &str| signed.spoken(&words.into());
    let mut rows = Vec::from_iter(official_wording(signed, &view.text));
    if let Some(measure) = &dossier.measure {
        rows.push((t.fact_phrase(), official(&measure.phrase).map(|words| format!("«{words}»"))));
        rows.extend(measure.rule.as_ref().map(|rule| (t.fact_rule(), words::rule(t, rule).into())));
        rows.push((t.fact_executors(), official(&measure.executors)));
        rows.push((t.fact_controller(), official(&measure.controller)));
    }
    rows.push((t.fact_mechanism(), signed.spoken(&view.mechanism)));
    rows.push((t.fact_basis(), basis(t, view).into()));
    rows.retain(|(_, value)| !value.words().is_empty());
    rows
}

/// The days off from the day of the plan to the one before the due day, each with its reason.
fn skipped_days(
    t: Texts,
    original: NaiveDate,
    due: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
) -> Vec<String> {
    let (from, until) = (original.min(due), original.max(due));
    let days = from.iter_days().take_while(|day| *day <= until).filter_map(|day| {
        let date = dates::date_with_weekday(t.language(), day);
        Some(match calendar.why_not_working(day, week)? {
            DayOff::Weekend => t.fact_day_off(date),
            DayOff::Named(row) if row.certain == Certainty::Certain => {
                t.fact_holiday(date, row.name.as_str())
            }
            DayOff::Named(row) => t.fact_holiday_unsure(date, row.name.as_str()),
        })
    });
    days.collect()
}

/// One line of the schedule of reminders.
pub(super) struct ReminderLine {
    pub(super) glyph: Glyph,
    pub(super) stage: String,
    pub(super) state: String,
    pub(super) day: String,
}

/// The schedule: what was sent, and what is still to come.
pub(super) fn reminders(signed: &SignedIn, dossier: &Dossier) -> Vec<ReminderLine> {
    let (t, view) = (signed.texts(), &dossier.view);
    let open = matches!(view.state, State::Open | State::Returned);
    let week = signed.catalogue.week_of(view.organisation);
    let all = || schedule(view.due, &dossier.policy, &signed.catalogue.calendar, week);
    let is_after = |stage: &Stage| matches!(stage, Stage::After(_));
    let mut stages: Vec<_> = all().take_while(|(stage, _)| !is_after(stage)).collect();
    let current: Vec<_> = dossier
        .reminders
        .iter()
        .filter(|one| one.due_version == one.stage.version(view.due_version))
        .collect();
    for sent in &current {
        if !stages.iter().any(|(stage, _)| *stage == sent.stage) {
            stages.push((sent.stage, sent.day));
        }
    }
    // After the due day there is no end of stages: the next one is enough.
    if open && view.due < signed.today {
        stages.extend(all().find(|(stage, day)| is_after(stage) && *day >= signed.today));
    }
    stages.sort_by_key(|(stage, _)| *stage);
    stages.dedup_by_key(|(stage, _)| *stage);
    let lines = stages.into_iter().filter_map(|(stage, day)| {
        let (glyph, state, day) = match delivery(&current, stage) {
            Some((Delivery::Sent, day)) => (Glyph::Done, t.reminder_sent(), day),
            Some((Delivery::Waiting, day)) => (Glyph::Working, t.reminder_waiting(), day),
            Some((Delivery::NotSent, day)) => (Glyph::Overdue, t.reminder_not_sent(), day),
            None if open && day >= signed.today => (Glyph::Nothing, t.reminder_planned(), day),
            None => return None,
        };
        let day = dates::date_short(t.language(), day);
        Some(ReminderLine { glyph, stage: words::stage(t, stage), state, day })
    });
    lines.collect()
}

/// How the reminder of a stage went out, when it went to several: the best of it.
fn delivery(sent: &[&Reminded], stage: Stage) -> Option<(Delivery, NaiveDate)> {
    let of_stage = || sent.iter().filter(|one| one.stage == stage);
    let best = [Delivery::Sent, Delivery::Waiting, Delivery::NotSent];
    let found = best.into_iter().find_map(|wanted| of_stage().find(|one| one.delivery == wanted))?;
    Some((found.delivery, found.day))
}
