//! The administrator sets by which days and rules everybody works: reminders with their preview, the calendar, the rule of a
//! deadline, who hears of what is overdue, what opens a case.

use domain::calendar::Weeks;
use domain::language::Language;
use domain::reminders::Stage;
use locales::{Texts, words};

use super::{desk, filled, walks::went};
use crate::support::city::ADMINISTRATOR;
use crate::support::databases::{Base, on_both};
use crate::support::hand::Desk;
use crate::support::town::Town;

on_both!(the_administrator_sets_reminders_days_and_rules);

/// What people did.
const ACTS: &str = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE actor_id IS NOT NULL";
/// The assignments of the third measure.
const ASSIGNED: &str =
    "SELECT CAST(count(*) AS BIGINT) FROM obligation WHERE measure_id = (SELECT MAX(id) FROM measure)";

async fn the_administrator_sets_reminders_days_and_rules(base: Base) {
    let (town, t) = filled(base).await;
    let desk = desk(&town, ADMINISTRATOR, t).await;
    sets_reminders(&town, &desk).await;
    sets_days(&desk).await;
    sets_a_rule(&town, &desk).await;
    sets_levels_and_cases(&desk).await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
    went(&town);
}

/// Settings are seen in a preview before they are kept, and tried in one's own chat.
async fn sets_reminders(town: &Town, desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_plan()).await;
    desk.follow(&t.reminding_link()).await;
    desk.does_not_see(&words::stage(t, Stage::Before(9))).await;
    desk.fill(&t.reminding_before(), "2, 9").await;
    desk.push(&t.reminding_try()).await;
    desk.refused_at(&t.reminding_before()).await;
    desk.sees(&t.reminding_wrong_order()).await;
    let acts = town.base.raw().await.number(ACTS).await;
    desk.fill(&t.reminding_before(), "9, 2").await;
    desk.push(&t.reminding_try()).await;
    desk.sees(&words::stage(t, Stage::Before(9))).await;
    assert_eq!(town.base.raw().await.number(ACTS).await, acts, "a preview is no act");
    desk.push(&t.reminding_save()).await;
    desk.done().await;
    desk.sees(&t.reminding_saved()).await;
    assert_eq!(town.base.raw().await.number(ACTS).await, acts + 1);

    desk.push(&t.reminding_trial()).await;
    desk.done().await;
    desk.sees(&t.reminding_trial_sent()).await;
    let trial = Texts::new(Language::Ru).digest_trial().to_string();
    let begins = trial.split("<b>").nth(1).and_then(|rest| rest.split("</b>").next()).unwrap_or_default();
    let is_trial = |message: &playground::ChatMessage| message.text.contains(begins);
    town.telegram.until(ADMINISTRATOR, "the trial", is_trial).await;
}

/// A day off on which something is due asks before it moves that; a working Saturday moves nothing, and goes again.
async fn sets_days(desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_plan()).await;
    desk.follow(&t.calendar_open()).await;
    for answer in [t.calendar_not_now(), t.calendar_sure()] {
        desk.fill(&t.plan_day(), "2027-01-05").await;
        desk.fill(&t.calendar_name(), "Koʻchirilgan kun").await;
        desk.choose(&t.calendar_kind(), &t.day_kind_moved_off()).await;
        desk.choose(&t.calendar_weeks(), &words::weeks(t, Weeks::All)).await;
        desk.push(&t.calendar_save()).await;
        if answer == t.calendar_sure() {
            desk.push(&answer).await;
        } else {
            desk.follow(&answer).await;
            desk.follow("2027").await;
            desk.does_not_see("Koʻchirilgan kun").await;
        }
    }
    desk.done().await;
    desk.sees("Koʻchirilgan kun").await;

    desk.fill(&t.plan_day(), "2026-12-19").await;
    desk.fill(&t.calendar_name(), "Ish shanbasi").await;
    desk.choose(&t.calendar_kind(), &t.day_kind_working()).await;
    desk.choose(&t.calendar_weeks(), &words::weeks(t, Weeks::FiveDay)).await;
    desk.push(&t.calendar_save()).await;
    desk.done().await;
    desk.sees(&t.calendar_kept()).await;
    desk.unfold_beside("Ish shanbasi", &t.people_actions()).await;
    desk.push(&t.calendar_remove()).await;
    desk.done().await;
    desk.does_not_see("Ish shanbasi").await;
}

/// A phrase without a day gets a rule, and its assignments come by themselves.
async fn sets_a_rule(town: &Town, desk: &Desk) {
    let t = desk.t;
    let measure = "Fuqarolar bilan muloqot";
    assert_eq!(town.base.raw().await.number(ASSIGNED).await, 0);
    desk.follow(&t.nav_plan()).await;
    desk.follow(measure).await;
    desk.tick(&t.plan_opt_weekly()).await;
    desk.push(&t.plan_confirm_rule()).await;
    // Which days of the week is not said yet.
    desk.refused().await;
    desk.tick(&t.plan_opt_quarterly()).await;
    desk.push(&t.plan_confirm_rule()).await;
    desk.done().await;
    desk.sees(&t.plan_said_confirmed()).await;
    desk.sees(&t.plan_confirmed()).await;
    town.until_some(ASSIGNED).await;
    desk.follow(&t.nav_obligations()).await;
    desk.ask(&t.measures_search(), "muloqot").await;
    desk.sees(measure).await;
}

/// Who hears of what is overdue, and what opens a case; both stand among the settings afterwards.
async fn sets_levels_and_cases(desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_plan()).await;
    desk.follow(&t.escalation_title()).await;
    desk.fill(&t.role_head(), "9").await;
    desk.push(&t.escalation_keep()).await;
    desk.refused().await;
    desk.fill(&t.role_head(), "2").await;
    desk.fill(&t.role_controller(), "4").await;
    desk.fill(&t.level_brief(), "6").await;
    desk.push(&t.escalation_keep()).await;
    desk.done().await;

    desk.follow(&t.nav_ratings()).await;
    desk.follow(&t.case_policy()).await;
    desk.fill(&t.case_policy_low(), "3").await;
    desk.fill(&t.case_policy_days(), "5").await;
    desk.push(&t.case_policy_keep()).await;
    desk.done().await;

    desk.follow(&t.nav_settings()).await;
    desk.sees(&t.settings_escalation_value("6", "4", "2")).await;
    desk.sees(&t.settings_cases_value("5", "3")).await;
    desk.follow(&t.control_title()).await;
    desk.fill(&t.control_percent(), "10").await;
    desk.push(&t.control_save()).await;
    desk.done().await;
    desk.follow(&t.nav_ratings()).await;
    desk.follow(&t.quarantine_title()).await;
    desk.push(&t.quarantine_limits_keep()).await;
    desk.done().await;
}
