//! `nazorat plan show` and `nazorat plan confirm`: the measures with their rules, and the rules that people decide on.

use anyhow::Context;
use chrono::NaiveDate;
use domain::calendar::Week;
use domain::clock::{Clock, SystemClock};
use domain::deadline::{NoRule, Rule};
use domain::people::MayAdminister;
use locales::{dates, words};
use store::obligations::end_plan;
use store::organisations::Catalogue;
use store::plan::{self as plans, Measure, Plan, RuleState};
use store::{NotDone, Store};

use crate::cli::{ConfirmArgs, EndArgs, PlanCommand, ShowArgs};
use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// How many of the next dates of a rule are shown.
const DATES: usize = 3;

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, command: PlanCommand) -> anyhow::Result<()> {
    let store = terminal.busy(terminal.texts.cli_busy_database(), migrate::open(settings)).await?;
    let done = match command {
        PlanCommand::Show(args) => show(terminal, &store, args).await,
        PlanCommand::Confirm(args) => confirm(terminal, &store, args).await,
        PlanCommand::End(args) => end(terminal, &store, args).await,
    };
    store.close().await;
    done
}

/// Reads a rule as people type it, or as JSON.
pub(crate) fn rule_from_words(text: &str) -> Result<Rule, RuleError> {
    if text.trim_start().starts_with('{') {
        Ok(serde_json::from_str(text)?)
    } else {
        Ok(Rule::from_short(text)?)
    }
}

/// Why a text is no rule.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RuleError {
    #[error(transparent)]
    Words(#[from] NoRule),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

async fn show(terminal: Terminal, store: &Store, args: ShowArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let plan = chosen(terminal, store, args.plan.as_deref()).await?;
    let catalogue = store.catalogue().await.context("the calendar was not read")?;
    let measures = measures(store, &plan).await?;
    terminal.say(format!(
        "№ {}  {}  {}",
        plan.number,
        dates::date_short(texts.language(), plan.adopted),
        plan.title
    ))?;
    for measure in measures.iter().filter(|one| !args.to_confirm || one.state == RuleState::ToConfirm) {
        tell(terminal, measure, plan.adopted, &catalogue)?;
    }
    let waiting = measures.iter().filter(|measure| measure.state == RuleState::ToConfirm).count();
    if waiting > 0 {
        terminal.say(texts.cli_plan_waiting(waiting))?;
    }
    Ok(())
}

async fn confirm(terminal: Terminal, store: &Store, args: ConfirmArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let plan = chosen(terminal, store, args.plan.as_deref()).await?;
    let measures = measures(store, &plan).await?;
    let measure = measures.into_iter().find(|measure| measure.number == args.measure);
    let measure =
        measure.ok_or_else(|| said(texts.cli_measure_unknown(args.measure, plan.number.as_str())))?;
    let rule = args.rule.or_else(|| measure.rule.clone());
    let rule = rule.ok_or_else(|| said(texts.cli_rule_missing(measure.phrase.as_str())))?;
    let catalogue = store.catalogue().await.context("the calendar was not read")?;
    if rule.occurrences(plan.adopted, catalogue.calendar.in_week(Week::Five)).next().is_none() {
        return Err(said(texts.cli_rule_without_dates(words::rule(texts, &rule))));
    }
    let (id, now) = (measure.id, SystemClock.now());
    let confirmed = store.write::<_, NotDone, _>(move |conn| {
        Box::pin(async move { plans::confirm(conn, &MayAdminister::at_the_machine(), id, &rule, now).await })
    });
    let confirmed = confirmed.await.context("the rule was not confirmed")?;
    let measure = confirmed.context("the measure is gone")?;
    tell(terminal, &measure, plan.adopted, &catalogue)?;
    let made = store::obligations::create_missing(store, &catalogue, SystemClock.today(), now);
    let made = terminal.busy(texts.cli_busy_writing(), made).await.context("no obligations were made")?;
    terminal.say(texts.cli_plan_obligations(made))?;
    Ok(())
}

async fn end(terminal: Terminal, store: &Store, args: EndArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let plan = chosen(terminal, store, Some(&args.plan)).await?;
    let (id, day, now) = (plan.id, args.on, SystemClock.now());
    let ended = store.write::<_, NotDone, _>(move |conn| {
        Box::pin(async move { end_plan(conn, &MayAdminister::at_the_machine(), id, day, now).await })
    });
    let cancelled = terminal.busy(texts.cli_busy_writing(), ended).await.context("the plan was not ended")?;
    let day = dates::date_short(texts.language(), args.on);
    terminal.say(texts.cli_plan_ended(day, cancelled, plan.number))?;
    Ok(())
}

/// The plan with this number; the only one where none is named.
async fn chosen(terminal: Terminal, store: &Store, number: Option<&str>) -> anyhow::Result<Plan> {
    let texts = terminal.texts;
    let all = store.read(|conn| Box::pin(plans::plans(conn))).await.context("the plans were not read")?;
    let numbers = || all.iter().map(|plan| plan.number.as_str()).collect::<Vec<_>>().join(", ");
    match number {
        _ if all.is_empty() => Err(said(texts.cli_plan_none())),
        Some(number) => {
            let found = all.iter().find(|plan| plan.number == number).cloned();
            found.ok_or_else(|| said(texts.cli_plan_unknown(number, numbers())))
        }
        None if all.len() > 1 => Err(said(texts.cli_plan_several(numbers()))),
        None => all.into_iter().next().context("there is no plan"),
    }
}

async fn measures(store: &Store, plan: &Plan) -> anyhow::Result<Vec<Measure>> {
    let id = plan.id;
    let measures = store.read(|conn| Box::pin(plans::measures(conn, id))).await;
    measures.context("the measures were not read")
}

fn tell(
    terminal: Terminal,
    measure: &Measure,
    adopted: NaiveDate,
    catalogue: &Catalogue,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let language = texts.language();
    terminal.say(format!("{:>4}. {}", measure.number, measure.text.in_language(language)))?;
    terminal.say(format!("      “{}”  {}", measure.phrase, tables::state_word(texts, measure.state)))?;
    match &measure.rule {
        Some(rule) => {
            let next = rule.next(adopted, adopted, DATES, catalogue.calendar.in_week(Week::Five));
            let next: Vec<_> = next.iter().map(|day| dates::date_short(language, *day)).collect();
            let arrow = if next.is_empty() { String::new() } else { format!(" → {}", next.join(", ")) };
            terminal.say(format!("      {}  [{}]{arrow}", words::rule(texts, rule), rule.short()))?;
        }
        None => terminal.say(format!("      {}", words::deadline_kind(texts, measure.kind)))?,
    }
    if measure.state != RuleState::Confirmed {
        terminal.say(format!("      {}", words::why(texts, measure.why)))?;
    }
    Ok(())
}
