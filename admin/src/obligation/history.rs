//! What happened with an obligation, the newest first: answers with their files, decisions with their reasons, reminders.

use chrono::{DateTime, Utc};
use domain::answers::AnswerKind;
use domain::escalation::Level;
use domain::obligation::State;
use locales::ready::in_own_language;
use locales::{Texts, dates, numbers, words};
use store::dossier::{Delivery, Earlier, EvidenceFile, FileState, FullAnswer, Reminded};
use store::escalation::Happened;
use store::events::Recorded;
use store::evidence::Kind;

use super::load::Dossier;
use crate::icons::Icon;
use crate::markup::Markup;
use crate::pill::{pill, plain};
use crate::session::SignedIn;
use crate::svg::Glyph;

/// One thing that happened.
pub(super) struct Entry {
    at: DateTime<Utc>,
    /// `review`, `ans`, `ret`, `ok`, `bot` or `start`, for the style sheet.
    pub(super) class: &'static str,
    pub(super) icon: Markup,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) pill: Option<Markup>,
    /// A sentence of ours.
    pub(super) sentence: Option<String>,
    /// Words of a person.
    pub(super) text: Option<String>,
    pub(super) files: Vec<File>,
    /// What it said before it was changed: how often, in words; and for each time until when, and the words.
    pub(super) earlier: Option<(String, Vec<(String, String)>)>,
}

/// A file of an answer.
pub(crate) struct File {
    /// Where it is; none while it is not on our disk.
    pub(crate) address: Option<String>,
    pub(crate) icon: Markup,
    pub(crate) pdf: bool,
    /// Whether it leads out of the panel.
    pub(crate) outside: bool,
    pub(crate) name: String,
    pub(crate) note: String,
}

/// The history.
pub(super) fn entries(signed: &SignedIn, dossier: &Dossier) -> Vec<Entry> {
    let t = signed.texts();
    let reviewed = (dossier.view.state == State::Reported).then(|| dossier.answers.first()).flatten();
    let mut entries: Vec<Entry> = dossier
        .answers
        .iter()
        .map(|answer| of_answer(t, answer, dossier, reviewed.is_some_and(|one| one.id == answer.id)))
        .collect();
    entries.extend(dossier.events.iter().filter_map(|event| of_event(t, event)));
    entries.extend(dossier.events.iter().filter_map(|event| of_hand_over(t, event)));
    entries.extend(dossier.reminders.iter().filter_map(|one| of_reminder(t, one)));
    entries.extend(dossier.escalated.iter().filter_map(|one| of_escalation(t, one)));
    entries.extend(dossier.made_at.map(|at| Entry {
        sentence: Some(t.history_made()),
        ..entry(t, at, "start", Icon::CalendarEvent, t.history_plan())
    }));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries
}

fn entry(t: Texts, at: DateTime<Utc>, class: &'static str, icon: Icon, who: String) -> Entry {
    let when = dates::moment(t.language(), at);
    Entry {
        at,
        class,
        icon: icon.svg(),
        who,
        when,
        pill: None,
        sentence: None,
        text: None,
        files: Vec::new(),
        earlier: None,
    }
}

fn of_answer(t: Texts, answer: &FullAnswer, dossier: &Dossier, reviewed: bool) -> Entry {
    let promised = answer.promised.map(|day| dates::date_with_weekday(t.language(), day));
    Entry {
        pill: Some(plain(&said(t, answer.kind))),
        sentence: promised.map(|day| t.history_promised(day)),
        text: words_of(t, answer),
        files: files_of(t, answer, dossier),
        earlier: earlier_of(t, answer, dossier),
        ..entry(
            t,
            answer.given_at,
            if reviewed { "review" } else { "ans" },
            Icon::Message,
            answer.name.clone(),
        )
    }
}

/// What an answer says. "Done" alone would speak of the obligation, and that control says.
fn said(t: Texts, kind: AnswerKind) -> String {
    match kind {
        AnswerKind::Done => t.history_reported_done(),
        AnswerKind::NothingToReport => t.history_reported_nothing(),
        AnswerKind::InProgress | AnswerKind::Blocked => words::answer_kind(t, kind),
    }
}

/// The officer's own words.
pub(super) fn words_of(t: Texts, answer: &FullAnswer) -> Option<String> {
    answer.text.as_deref().map(|text| in_own_language(t, text).into_owned())
}

/// The files that came with an answer.
pub(super) fn files_of(t: Texts, answer: &FullAnswer, dossier: &Dossier) -> Vec<File> {
    dossier.files.iter().filter(|file| file.answer == answer.id).map(|file| of_file(t, file)).collect()
}

fn earlier_of(t: Texts, answer: &FullAnswer, dossier: &Dossier) -> Option<(String, Vec<(String, String)>)> {
    let own = dossier.earlier.iter().filter(|one| one.answer == answer.id);
    let earlier: Vec<_> = own.map(|one| of_earlier(t, one)).collect();
    (!earlier.is_empty()).then(|| (t.panel_earlier(earlier.len()), earlier))
}

/// An earlier version: until when it stood, and what it said.
fn of_earlier(t: Texts, one: &Earlier) -> (String, String) {
    let until = t.panel_earlier_until(dates::moment(t.language(), one.until), one.version.to_string());
    let promised = one.promised.map(|day| t.history_promised(dates::date_with_weekday(t.language(), day)));
    let words = one.text.clone().into_iter().chain(promised).collect::<Vec<_>>().join("\n");
    (until, if words.is_empty() { t.panel_earlier_empty() } else { words })
}

/// A file in the words of the page.
pub(crate) fn of_file(t: Texts, file: &EvidenceFile) -> File {
    let size = numbers::bytes(t.language(), u64::try_from(file.bytes).unwrap_or_default());
    let pdf = file.mime == "application/pdf";
    let here = (file.state == FileState::Kept).then(|| format!("/evidence/{}", file.id));
    let note = match file.state {
        FileState::Kept => size,
        FileState::Waiting => t.file_waiting(),
        FileState::Failed => t.file_failed(),
    };
    let (address, note) = match file.kind {
        // Only addresses of the web are kept as links.
        Kind::Link => (Some(file.name.clone()), t.panel_link()),
        Kind::Record => (None, t.panel_record()),
        Kind::File | Kind::Photo => (here, note),
    };
    File {
        address,
        icon: if pdf { Icon::FileTypePdf.svg() } else { Icon::Paperclip.svg() },
        pdf,
        outside: file.kind == Kind::Link,
        name: file.name.clone(),
        note,
    }
}

/// Who does it, as it changed hands.
fn of_hand_over(t: Texts, event: &Recorded) -> Option<Entry> {
    let sentence = match event.action.as_str() {
        "offered" => t.history_offered(),
        "taken_over" => t.history_taken_over(),
        "declined" => t.history_declined(),
        "offer_withdrawn" => t.history_offer_withdrawn(),
        "offer_lapsed" => t.history_offer_lapsed(),
        "unassigned" => t.history_unassigned(),
        _ => return None,
    };
    let who = event.actor.clone().unwrap_or_else(|| t.history_system());
    Some(Entry { sentence: Some(sentence), ..entry(t, event.at, "start", Icon::Users, who) })
}

/// Decisions only: answers are shown with their words and files above.
fn of_event(t: Texts, event: &Recorded) -> Option<Entry> {
    of_decision(t, event).or_else(|| of_control(t, event))
}

/// More time and re-checks.
fn of_control(t: Texts, event: &Recorded) -> Option<Entry> {
    let day = |side: &Option<String>| day_in(t, side.as_deref());
    let (class, icon, sentence) = match event.action.as_str() {
        "extension_asked" => {
            ("ans", Icon::CalendarEvent, t.history_extension_asked(day(&event.before), day(&event.after)))
        }
        "extended" => {
            ("ok", Icon::CalendarEvent, t.history_extension_granted(day(&event.before), day(&event.after)))
        }
        "extension_refused" => ("ret", Icon::X, t.history_extension_refused()),
        "taken_back" => ("start", Icon::Rotate, t.history_taken_back()),
        "undone" if before_state(event) == Some(State::Accepted) => {
            ("start", Icon::Rotate, t.history_accept_undone())
        }
        "undone" => ("start", Icon::Rotate, t.history_return_undone()),
        "extension_withdrawn" => ("start", Icon::X, t.history_extension_withdrawn()),
        "recheck_chosen" => ("bot", Icon::Search, t.history_recheck_chosen()),
        "recheck_stands" => ("ok", Icon::Check, t.history_recheck_stands()),
        "recheck_falls" => ("ret", Icon::X, t.history_recheck_falls()),
        _ => return None,
    };
    let who = event.actor.clone().unwrap_or_else(|| t.history_system());
    // A grant repeats the reason of the request, which stands below it.
    let reason = event.reason.as_deref().filter(|_| event.action != "extended");
    let text = reason.map(|reason| in_own_language(t, reason).into_owned());
    Some(Entry { sentence: Some(sentence), text, ..entry(t, event.at, class, icon, who) })
}

/// How it stood before an event.
fn before_state(event: &Recorded) -> Option<State> {
    let before: serde_json::Value = serde_json::from_str(event.before.as_deref()?).ok()?;
    State::from_code(before.get("state")?.as_str()?)
}

/// The day that one side of an event names.
fn day_in(t: Texts, side: Option<&str>) -> String {
    let value = side.and_then(|json| serde_json::from_str::<serde_json::Value>(json).ok());
    let day = value.and_then(|value| value.get("due")?.as_str()?.parse().ok());
    day.map_or_else(|| "—".to_owned(), |day| dates::date_short(t.language(), day))
}

fn of_decision(t: Texts, event: &Recorded) -> Option<Entry> {
    let (class, icon, glyph, state) = match event.action.as_str() {
        "accepted" => ("ok", Icon::Check, Glyph::Done, State::Accepted),
        "returned" => ("ret", Icon::Rotate, Glyph::DueSoon, State::Returned),
        "cancelled" => ("start", Icon::X, Glyph::Cancelled, State::Cancelled),
        "rule_restored" => {
            let sentence = Some(t.history_rule_restored());
            let pill = Some(pill(Glyph::Nothing, &words::state(t, State::Open)));
            return Some(Entry { pill, sentence, ..entry(t, event.at, "start", Icon::Rotate, by(t, event)) });
        }
        "rule_dropped" | "plan_ended" | "organisation_closed" => {
            let sentence = Some(match event.action.as_str() {
                "plan_ended" => t.history_plan_ended(),
                "organisation_closed" => t.history_organisation_closed(),
                _ => t.history_rule_dropped(),
            });
            let pill = Some(pill(Glyph::Cancelled, &words::state(t, State::Cancelled)));
            return Some(Entry { pill, sentence, ..entry(t, event.at, "start", Icon::X, by(t, event)) });
        }
        "day_moved" | "rule_changed" => return of_move(t, event),
        _ => return None,
    };
    let who = by(t, event);
    Some(Entry {
        pill: Some(pill(glyph, &words::state(t, state))),
        text: event.reason.as_deref().map(|reason| in_own_language(t, reason).into_owned()),
        ..entry(t, event.at, class, icon, who)
    })
}

fn by(t: Texts, event: &Recorded) -> String {
    event.actor.clone().unwrap_or_else(|| t.history_system())
}

/// The due day moved: from when to when, and because of which day off.
fn of_move(t: Texts, event: &Recorded) -> Option<Entry> {
    let day = |kept: &Option<String>| {
        let kept: serde_json::Value = serde_json::from_str(kept.as_deref()?).ok()?;
        let day = kept.get("due")?.as_str()?.parse().ok()?;
        Some(dates::date_short(t.language(), day))
    };
    let (before, after) = (day(&event.before)?, day(&event.after)?);
    let sentence = match &event.reason {
        Some(days) => t.history_day_moved(after, before, days.as_str()),
        None => t.history_rule_changed(after, before),
    };
    let sentence = Some(sentence);
    Some(Entry { sentence, ..entry(t, event.at, "start", Icon::CalendarEvent, by(t, event)) })
}

fn of_reminder(t: Texts, one: &Reminded) -> Option<Entry> {
    let stage = words::stage(t, one.stage);
    let sentence = match one.delivery {
        Delivery::Sent => t.history_reminded(one.person.as_str(), stage),
        Delivery::NotSent => t.history_not_reminded(one.person.as_str(), stage),
        Delivery::Waiting => return None,
    };
    Some(Entry { sentence: Some(sentence), ..entry(t, one.finished_at?, "bot", Icon::Bell, t.history_bot()) })
}

/// What went up: to whom, or where nobody was reached. What the digest told the officers stands among the reminders.
fn of_escalation(t: Texts, one: &Happened) -> Option<Entry> {
    let level = words::level(t, one.level);
    let sentence = match (one.delivery, &one.person) {
        (Some(Delivery::Waiting), _) => return None,
        (Some(_), _) if one.level.hears_by_digest() => return None,
        (Some(_), None) if one.level == Level::Brief => t.history_brief(),
        (Some(Delivery::Sent), Some(name)) => t.history_escalated(level, name.as_str()),
        (Some(Delivery::NotSent), Some(name)) => t.history_not_escalated(level, name.as_str()),
        (None, Some(name)) => t.history_vacancy(level, name.as_str()),
        (_, None) => t.history_vacancy_nobody(level),
    };
    let class = if one.delivery == Some(Delivery::Sent) { "bot" } else { "ret" };
    Some(Entry { sentence: Some(sentence), ..entry(t, one.at, class, Icon::Bell, t.history_bot()) })
}
