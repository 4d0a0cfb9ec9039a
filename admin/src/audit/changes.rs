//! What an event changed, as people read it: a field, how it was, how it is.

use std::fmt::Write;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::AnswerKind;
use domain::calendar::{Week, Weeks};
use domain::escalation::{Level, StepState};
use domain::obligation::State;
use domain::people::Role;
use locales::{Texts, by_key, dates, words};
use serde_json::{Map, Value};
use store::organisations::week_code;

use crate::registry::field_name;

/// Longer values are left to the whole entry.
const LONGEST: usize = 400;

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) field: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// What can be told in words, and all of it as it was recorded where that is not everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    pub(super) told: Vec<Change>,
    pub(super) whole: Option<String>,
}

impl Changes {
    /// What lies between two sides of an event of this kind of thing.
    pub(super) fn of(t: Texts, subject: &str, before: Option<&str>, after: Option<&str>) -> Self {
        let sides = [before, after].map(|side| side.map(read));
        let empty = Map::new();
        let fields = |side: &'_ Option<Value>| match side {
            None | Some(Value::Null) => Some(Map::new()),
            Some(Value::Object(fields)) => Some(fields.clone()),
            Some(_) => None,
        };
        let (old, new) = (fields(&sides[0]), fields(&sides[1]));
        let mut untold = old.is_none() || new.is_none();
        let (old, new) = (old.unwrap_or_else(|| empty.clone()), new.unwrap_or(empty));
        let mut told = Vec::new();
        for key in old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))) {
            let (was, is) = (old.get(key), new.get(key));
            if was == is || [was, is].into_iter().flatten().all(Value::is_null) {
                continue;
            }
            let name = name_of(t, subject, key);
            let values = [was, is].map(|value| value.map(|value| in_words(t, key, value)));
            match (name, values) {
                (Some(field), [before, after]) if before != Some(None) && after != Some(None) => {
                    told.push(Change { field, before: before.flatten(), after: after.flatten() });
                }
                _ => untold = true,
            }
        }
        let whole = untold.then(|| whole(t, sides.each_ref().map(Option::as_ref)));
        Self { told, whole: whole.filter(|text| !text.is_empty()) }
    }
}

/// What a field of this kind of thing is called; none when there are no words for it.
fn name_of(t: Texts, subject: &str, field: &str) -> Option<String> {
    let general = || by_key(t.language(), &format!("field-{}", field.replace('_', "-")));
    match (subject, field) {
        ("person", "name") => Some(t.field_person_name()),
        ("report", "position") => Some(t.field_record_position()),
        ("organisation" | "service", "key") => Some(t.registry_key()),
        // They are called as on the pages on which they are kept.
        ("organisation" | "service" | "measure" | "person", _) => {
            Some(field_name(t, field)).filter(|name| name != field).or_else(general)
        }
        _ => general(),
    }
}

fn read(side: &str) -> Value {
    serde_json::from_str(side).unwrap_or_else(|_| Value::String(side.to_owned()))
}

/// A plain value as people write it; none for what is not plain.
fn in_words(t: Texts, field: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("—".to_owned()),
        Value::String(text) if text.is_empty() => Some("—".to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text_in_words(t, field, text)).filter(|text| text.len() <= LONGEST),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn text_in_words(t: Texts, field: &str, text: &str) -> String {
    let known = match field {
        "state" => State::from_code(text)
            .map(|state| words::state(t, state))
            .or_else(|| StepState::from_code(text).map(|state| words::step_state(t, state))),
        "level" => Level::from_code(text).map(|level| words::level(t, level)),
        "answer" => AnswerKind::from_code(text).map(|kind| words::answer_kind(t, kind)),
        "role" => Role::from_code(text).map(|role| words::role(t, role)),
        "week" => [(Week::Five, Weeks::FiveDay), (Week::Six, Weeks::SixDay)]
            .into_iter()
            .find(|(week, _)| week_code(*week) == text)
            .map(|(_, weeks)| words::weeks(t, weeks)),
        "period" => text.parse().ok().map(|period| words::period(t, period)),
        "kind" => Some(words::organisation_kind(t, text)),
        "answered_at" => text.parse::<DateTime<Utc>>().ok().map(|at| dates::moment(t.language(), at)),
        _ => text.parse::<NaiveDate>().ok().map(|day| dates::date_short(t.language(), day)),
    };
    known.unwrap_or_else(|| text.to_owned())
}

fn whole(t: Texts, sides: [Option<&Value>; 2]) -> String {
    let mut text = String::new();
    for (name, side) in [t.audit_before(), t.audit_after()].into_iter().zip(sides) {
        if let Some(side) = side {
            let _ = writeln!(text, "{name}: {side:#}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    type Told = (String, Option<String>, Option<String>);

    fn told(before: Option<&str>, after: Option<&str>) -> (Vec<Told>, bool) {
        told_of("obligation", before, after)
    }

    fn told_of(subject: &str, before: Option<&str>, after: Option<&str>) -> (Vec<Told>, bool) {
        let changes = Changes::of(Texts::new(Language::En), subject, before, after);
        let told = changes.told.into_iter().map(|one| (one.field, one.before, one.after));
        (told.collect(), changes.whole.is_some())
    }

    #[test]
    fn plain_values_are_told_in_words() {
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            told(Some(r#"{"due":"2026-11-20"}"#), Some(r#"{"due":"2026-12-01"}"#)),
            (vec![("Deadline".to_owned(), text("20 Nov 2026"), text("1 Dec 2026"))], false)
        );
        let (changes, more) = told(Some(r#"{"state":"reported"}"#), Some(r#"{"state":"accepted"}"#));
        assert!(changes[0].1 != changes[0].2 && changes[0].0 == "State" && !more, "{changes:?}");
        assert_eq!(told(None, None), (vec![], false));
        assert_eq!(told(Some("{\"text\":\"a\"}"), Some("{\"text\":\"a\"}")), (vec![], false));
        assert_eq!(told(None, Some(r#"{"promised":null}"#)), (vec![], false));
    }

    #[test]
    fn what_is_said_of_organisations_services_and_people_has_words_in_every_language() {
        for language in Language::ALL {
            let t = Texts::new(language);
            for field in ["name_uz_latn", "name_uz_cyrl", "name_ru", "name_en", "key"] {
                for subject in ["organisation", "service"] {
                    assert!(name_of(t, subject, field).is_some(), "{subject} {field} in {}", language.tag());
                }
            }
            for (subject, field) in [
                ("organisation", "kind"),
                ("organisation", "week"),
                ("organisation", "parent"),
                ("service", "org_key"),
                ("service", "term"),
                ("person", "name"),
            ] {
                assert!(name_of(t, subject, field).is_some(), "{subject} {field} in {}", language.tag());
            }
            for what in ["section", "measure", "mechanism"] {
                for end in ["", "_uz_cyrl", "_ru", "_en"] {
                    assert!(name_of(t, "measure", &format!("{what}{end}")).is_some(), "{what}{end}");
                }
            }
            assert!(name_of(t, "person", "position_ru").is_some());
            assert_eq!(name_of(t, "organisation", "quite_new"), None);
        }
        let steps = r#"{"level":"head","state":"vacant"}"#;
        let (changes, more) = told_of("obligation", None, Some(steps));
        let said: Vec<_> = changes.iter().filter_map(|(_, _, after)| after.as_deref()).collect();
        assert!(
            !more && said.len() == 2 && !said.contains(&"head") && !said.contains(&"vacant"),
            "{changes:?}"
        );
        let (changes, _) = told_of("report", None, Some(r#"{"position":1115}"#));
        assert_eq!(changes[0].0, "Place in the record");
        let (changes, more) = told_of("organisation", Some(r#"{"week":"five"}"#), Some(r#"{"week":"six"}"#));
        let text = |text: &str| Some(text.to_owned());
        assert_eq!((changes[0].0.as_str(), more), ("Working week", false));
        assert!(changes[0].1 != text("five") && changes[0].2 != text("six"), "{changes:?}");
        assert_eq!(
            told_of("service", Some(r#"{"term":""}"#), Some(r#"{"term":"3 days"}"#)),
            (vec![("Regulated term".to_owned(), text("—"), text("3 days"))], false)
        );
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_whole_entry() {
        for (before, after) in [
            (None, Some("[1,2]")),
            (Some("no json"), None),
            (None, Some(r#"{"names":{"ru":"x"}}"#)),
            (None, Some(r#"{"text":{"a":1}}"#)),
            (None, Some(r#"{"quite_new":1}"#)),
        ] {
            assert_eq!(told(before, after), (vec![], true), "{before:?} {after:?}");
        }
        let long = format!(r#"{{"text":"{}"}}"#, "a".repeat(LONGEST + 1));
        assert_eq!(told(None, Some(&long)), (vec![], true));
    }
}
