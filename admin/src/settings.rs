//! All that can be set, on one page: its value in words, what it does, and where it is changed.
//!
//! What the environment sets is shown and not changed here; a secret is never shown.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use domain::calendar::Certainty;
use locales::{Texts, dates, numbers};
use store::{StoreError, comments, control, escalation, plan, reminders};

use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// The address of the settings.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/settings", get(show))
}

/// Something that can be set.
struct Line {
    name: String,
    value: String,
    about: String,
    address: String,
}

struct Group {
    code: &'static str,
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    groups: Vec<Group>,
    /// The variables of the environment and their values, as they may be shown.
    environment: Vec<(String, String)>,
}

/// What is kept in the database.
struct Kept {
    control: domain::control::ControlPolicy,
    escalation: domain::escalation::Policy,
    reminding: reminders::Policies,
    themes: usize,
    plans: Vec<plan::Plan>,
}

/// `GET /settings`.
async fn show(State(panel): State<Shared>, signed: SignedIn) -> Result<Html<String>, PageError> {
    signed.who.may_administer_all(&signed.catalogue.tree)?;
    let kept = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                Ok::<_, StoreError>(Kept {
                    control: control::policy(conn).await?,
                    escalation: escalation::policy(conn).await?,
                    reminding: reminders::policies(conn).await?,
                    themes: comments::themes(conn).await?.all().len(),
                    plans: plan::plans(conn).await?,
                })
            })
        })
        .await?;
    render(&SettingsPage {
        page: signed.page(&panel, Nav::Settings),
        groups: vec![city(&signed), work(&signed, &kept), citizens(&signed, &kept)],
        environment: panel.environment.clone(),
    })
}

fn line(name: String, value: String, about: String, address: impl Into<String>) -> Line {
    Line { name, value, about, address: address.into() }
}

/// What the city consists of.
fn city(signed: &SignedIn) -> Group {
    let (t, catalogue) = (signed.texts(), &signed.catalogue);
    let organisations = catalogue.organisations.values().filter(|one| one.active).count();
    let value = t.settings_registry_value(organisations, catalogue.services.len());
    let days = catalogue.calendar.days();
    let last = days.iter().map(|one| one.date).max();
    let unsure =
        days.iter().filter(|one| one.date >= signed.today && one.certain != Certainty::Certain).count();
    let known = last.map(|day| t.settings_calendar_value(dates::date_short(t.language(), day), unsure));
    Group {
        code: "city",
        name: t.settings_city(),
        lines: vec![
            line(t.registry_title(), value, t.settings_registry(), "/orgs/manage"),
            line(t.backup_title(), String::new(), t.settings_backup(), "/backup"),
            line(t.import_title(), String::new(), t.import_lead(), "/import"),
            line(t.calendar_title(), known.unwrap_or_default(), t.settings_calendar(), "/calendar"),
        ],
    }
}

/// How the plan is watched over.
fn work(signed: &SignedIn, kept: &Kept) -> Group {
    let t = signed.texts();
    let rechecked = numbers::percent(t.language(), f64::from(kept.control.recheck_percent()) / 100.0, 0);
    let control = t.settings_control_value(kept.control.patience(), rechecked);
    let levels = kept.escalation;
    let [brief, controller, head] = [levels.brief, levels.controller, levels.head].map(u32::from);
    let escalation = t.settings_escalation_value(brief, controller, head);
    let mut lines = vec![
        line(t.control_title(), control, t.settings_control(), "/control#h-settings"),
        line(t.escalation_title(), escalation, t.settings_escalation(), "/plan/escalation"),
    ];
    lines.extend(kept.plans.iter().map(|plan| {
        let value = reminding(t, kept.reminding.of(plan.id));
        line(
            t.settings_reminding(&plan.number),
            value,
            t.reminding_lead(),
            format!("/plan/{}/reminding", plan.id),
        )
    }));
    Group { code: "work", name: t.settings_work(), lines }
}

fn reminding(t: Texts, policy: &domain::reminders::Policy) -> String {
    let before = policy.before().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let value = t.settings_reminding_value(u32::from(policy.daily_after()), before);
    if policy.is_urgent() { format!("{value} {}.", t.reminding_urgent()) } else { value }
}

/// What citizens say, and what is told of it.
fn citizens(signed: &SignedIn, kept: &Kept) -> Group {
    let (t, catalogue) = (signed.texts(), &signed.catalogue);
    let cases =
        t.settings_cases_value(catalogue.cases.working_days(), u32::from(catalogue.cases.low().get()));
    let most = catalogue.limits;
    let limits = t.settings_limits_value(
        most.burst(),
        most.burst_minutes(),
        most.person_a_day(),
        most.point_an_hour(),
    );
    Group {
        code: "citizens",
        name: t.settings_citizens(),
        lines: vec![
            line(t.case_policy(), cases, t.settings_cases(), "/cases/policy"),
            line(t.quarantine_limits(), limits, t.settings_limits(), "/ratings/quarantine#limits"),
            line(
                t.themes_words(),
                t.settings_themes_value(kept.themes),
                t.settings_themes(),
                "/ratings/themes#words",
            ),
        ],
    }
}
