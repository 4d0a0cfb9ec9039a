//! What was done to an organisation or a service, in words.

use domain::language::Language;
use locales::{Texts, dates, words};
use serde_json::{Map, Value};
use store::events::{self, Recorded};

use crate::Shared;
use crate::error::PageError;

/// Events that a page shows.
const EVENTS: i64 = 30;

/// Something that was done.
pub(super) struct Act {
    pub(super) what: String,
    /// The values that changed.
    pub(super) fields: Vec<String>,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) reason: Option<String>,
}

/// The latest acts, the newest first.
pub(super) async fn of(
    panel: &Shared,
    t: Texts,
    subject: &'static str,
    id: i64,
) -> Result<Vec<Act>, PageError> {
    let events =
        panel.store.read(move |conn| Box::pin(async move { events::of(conn, subject, id, EVENTS).await }));
    Ok(events.await?.iter().filter_map(|one| act(t, one)).collect())
}

fn act(t: Texts, event: &Recorded) -> Option<Act> {
    let what = match event.action.as_str() {
        "added" => t.registry_was_added(),
        "changed" => t.registry_was_changed(),
        "imported" => t.registry_was_imported(),
        "closed" => t.registry_was_closed(),
        "reopened" => t.registry_was_reopened(),
        _ => return None,
    };
    let is_change = event.before.is_some();
    Some(Act {
        what,
        fields: if is_change { fields(t, event) } else { Vec::new() },
        who: event.actor.clone().unwrap_or_else(|| t.history_system()),
        when: dates::moment(t.language(), event.at),
        reason: event.reason.clone(),
    })
}

fn fields(t: Texts, event: &Recorded) -> Vec<String> {
    let side = |json: &Option<String>| -> Map<String, Value> {
        json.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    };
    let (before, after) = (side(&event.before), side(&event.after));
    let shown = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        if text.is_empty() { "—".to_owned() } else { text.to_owned() }
    };
    after
        .iter()
        .map(|(field, value)| {
            t.registry_field_changed(shown(Some(value)), shown(before.get(field)), field_name(t, field))
        })
        .collect()
}

/// What a column of the tables is called on the pages.
pub(crate) fn field_name(t: Texts, field: &str) -> String {
    let name_in = |language| t.registry_name_in(words::language_name(language));
    match field {
        "name_uz_latn" => name_in(Language::UzLatn),
        "name_uz_cyrl" => name_in(Language::UzCyrl),
        "name_ru" => name_in(Language::Ru),
        "name_en" => name_in(Language::En),
        "kind" => t.registry_kind(),
        "week" => t.registry_week(),
        "parent" => t.registry_parent(),
        "org_key" => t.fact_organisation(),
        "term" => t.registry_term(),
        other => translated(t, other).unwrap_or_else(|| other.to_owned()),
    }
}

/// What a column is called that may be in several languages: what a measure says, what people are called at work.
fn translated(t: Texts, field: &str) -> Option<String> {
    let ends = [("_uz_cyrl", Language::UzCyrl), ("_ru", Language::Ru), ("_en", Language::En)];
    let in_another =
        ends.into_iter().find_map(|(end, language)| Some((field.strip_suffix(end)?, Some(language))));
    let (what, language) = in_another.unwrap_or((field, None));
    let name = match what {
        "measure" => t.sheet_measure(),
        "section" => t.matrix_section(),
        "mechanism" => t.fact_mechanism(),
        "position" => t.field_position(),
        _ => return None,
    };
    Some(match language {
        None => name,
        Some(language) => t.field_translated(name, words::language_name(language)),
    })
}
