//! Words and addresses for what the record tells.

use domain::people::Role;
use locales::{Texts, by_key};
use store::events::Listed;

use crate::icons::Icon;
use crate::session::SignedIn;

/// What was done, in words.
pub(super) fn act(t: Texts, subject: &str, action: &str) -> String {
    let key = format!("act-{subject}-{action}").replace('_', "-");
    // What a later version of the program recorded is told by its own name.
    by_key(t.language(), &key).unwrap_or_else(|| format!("{subject}: {action}"))
}

/// The kind of a thing, in words.
pub(super) fn thing(t: Texts, subject: &str) -> String {
    let key = format!("thing-{subject}").replace('_', "-");
    by_key(t.language(), &key).unwrap_or_else(|| subject.to_owned())
}

/// The look of an entry.
pub(super) fn class(action: &str) -> &'static str {
    match action {
        "accepted" | "confirmed" | "published" | "extended" | "recheck_stands" => "ok",
        "returned" | "cancelled" | "extension_refused" | "recheck_falls" | "left_out" | "hidden"
        | "given_up" => "ret",
        _ => "start",
    }
}

pub(super) fn icon(subject: &str) -> Icon {
    match subject {
        "obligation" => Icon::Checklist,
        "measure" | "plan" => Icon::ReportAnalytics,
        "person" => Icon::Users,
        "organisation" => Icon::BuildingCommunity,
        "calendar" => Icon::CalendarEvent,
        "point" => Icon::MapPin,
        "case" | "comment" | "quarantine" | "publication" | "service" => Icon::Star,
        "message" | "update" => Icon::Message,
        "citizen" => Icon::ShieldCheck,
        _ => Icon::InfoCircle,
    }
}

/// Where a thing is shown to this person.
pub(super) fn place(signed: &SignedIn, one: &Listed) -> Option<String> {
    let administers = signed.who.is(Role::Administrator);
    let id = one.subject_id;
    match one.subject.as_str() {
        "obligation" => id.map(|id| format!("/obligations/{id}")),
        "measure" => id.map(|id| format!("/plan/{id}")),
        "plan" => id.map(|id| format!("/plan/{id}/reminding")),
        "organisation" => id.map(|id| format!("/orgs/{id}")),
        "case" => id.map(|id| format!("/cases/{id}")),
        "point" => id.filter(|_| administers).map(|id| format!("/points/{id}")),
        "person" => Some("/people".to_owned()),
        "quarantine" => Some("/ratings/quarantine".to_owned()),
        "publication" => Some("/results".to_owned()),
        "report" => id.map(|id| format!("/reports/{id}")),
        "service" => id.filter(|_| administers).map(|id| format!("/services/{id}")),
        "message" | "update" => administers.then(|| "/delivery".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use store::events::ACTS;

    use super::*;

    #[test]
    fn every_act_and_every_thing_has_words_in_every_language() {
        for language in Language::ALL {
            let t = Texts::new(language);
            for (subject, acts) in ACTS {
                assert_ne!(thing(t, subject), *subject, "{} in {}", subject, language.tag());
                for action in *acts {
                    assert!(
                        !act(t, subject, action).contains(": "),
                        "{subject} {action} in {}",
                        language.tag()
                    );
                }
            }
        }
    }

    #[test]
    fn no_words_stand_for_an_act_that_is_never_recorded() {
        let known: Vec<String> = ACTS
            .iter()
            .flat_map(|(subject, acts)| {
                acts.iter().map(move |act| format!("act-{subject}-{act}").replace('_', "-"))
            })
            .collect();
        for (key, _) in locales::with_prefix(Language::UzLatn, "act-") {
            assert!(known.iter().any(|known| known == key), "{key}");
        }
    }
}
