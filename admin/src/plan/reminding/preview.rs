//! What the settings mean: on which days there is a reminder of a real obligation, and how its message reads in every language.

use chrono::NaiveDate;
use domain::ids::ObligationId;
use domain::reminders::{Policy, Stage, missed_promise, schedule};
use locales::digest::{Doer, Entry, List, message};
use locales::{Language, Texts, dates, shortened, words};
use store::obligations::ObligationView;

use crate::markup::Markup;
use crate::session::SignedIn;

/// How much of a measure's text a choice shows.
const ROOM: usize = 70;
/// So many of the weekly reminders after the due day are shown.
const WEEKS: usize = 2;

/// The preview for one obligation.
pub(super) struct Preview {
    /// Which obligation.
    pub(super) obligation: i64,
    /// The obligations to choose from: number, name, whether it is the chosen one.
    pub(super) choices: Vec<(i64, String, bool)>,
    /// The reminders: day, stage, whether it is over.
    pub(super) days: Vec<(String, String, bool)>,
    /// What the message is called,
    pub(super) title: String,
    /// and how it reads: tag and name of the language, text.
    pub(super) messages: Vec<(&'static str, String, Markup)>,
}

impl Preview {
    /// The preview of the chosen obligation, or of the next one that falls due. None: nothing is open.
    pub(super) fn of(
        signed: &SignedIn,
        open: &[ObligationView],
        policy: &Policy,
        chosen: &str,
    ) -> Option<Self> {
        let t = signed.texts();
        let chosen = chosen.parse().ok().map(ObligationId);
        let one = open.iter().find(|one| Some(one.id) == chosen).or_else(|| open.first())?;
        let week = signed.catalogue.week_of(one.organisation);
        let many = policy.before().len()
            + 1
            + usize::from(policy.is_urgent())
            + usize::from(policy.daily_after())
            + WEEKS;
        let stages: Vec<_> = schedule(one.due, policy, &signed.catalogue.calendar, week).take(many).collect();
        let next = stages.iter().find(|(_, day)| *day >= signed.today).copied();
        let (stage, day) = next.unwrap_or((Stage::DueDay, signed.today));
        let days = stages.iter().map(|(stage, day)| {
            (dates::date_with_weekday(t.language(), *day), words::stage(t, *stage), *day < signed.today)
        });
        Some(Self {
            obligation: one.id.0,
            choices: open.iter().map(|other| choice(signed, other, other.id == one.id)).collect(),
            days: days.collect(),
            title: t.reminding_message(dates::date_with_weekday(t.language(), day), time_of(stage)),
            messages: Language::ALL.map(|spoken| said(spoken, one, stage, day)).into(),
        })
    }
}

/// The hour of the message of this stage.
fn time_of(stage: Stage) -> &'static str {
    if stage == Stage::LastHours { "16:00" } else { "09:00" }
}

fn choice(signed: &SignedIn, one: &ObligationView, chosen: bool) -> (i64, String, bool) {
    let due = dates::date_short(signed.language(), one.due);
    let organisation = signed.organisation_name(one.organisation);
    (
        one.id.0,
        format!("{due} · {organisation} · {}", shortened(one.text.in_language(signed.language()), ROOM)),
        chosen,
    )
}

/// The message as it reads on that day in this language.
fn said(
    spoken: Language,
    one: &ObligationView,
    stage: Stage,
    day: NaiveDate,
) -> (&'static str, String, Markup) {
    let list = if stage == Stage::LastHours { List::LastHours } else { List::Near };
    let entry = Entry {
        period: one.period,
        submitted: None,
        standing: one.standing(day),
        due: one.due,
        text: one.text.in_language(spoken),
        missed_promise: missed_promise(one.promised, day),
        doer: Doer::Reader,
        said: None,
    };
    let text = message(Texts::new(spoken), list, &[entry], 0, day);
    // Telegram's HTML is a part of that of pages, and people's words in it are escaped.
    (spoken.tag(), words::language_name(spoken), Markup::trusted(text.into_string()))
}
