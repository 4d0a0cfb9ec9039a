//! What stood beside the figures at the end of a day that is over: what needed attention, what was due soon, who had entered the data
//! into NIS.UZ.

use domain::people::Role;
use locales::Texts;
use store::boards::{self, Group, PastObligation};
use store::people::Vacancy;
use store::{Conn, StoreError};

use crate::overview::{Attention, Deadline, Lists, Nis, View, attention, deadline, nis, spans};
use crate::session::SignedIn;

/// The lists of a past board, as they are shown.
pub(super) struct Beside {
    pub(super) attention: Vec<Attention>,
    pub(super) deadlines: Vec<Deadline>,
    pub(super) nis: Option<Nis>,
}

/// Reads the lists of the day on which the reader is put. Whom messages reached, how cases stood, and which rules waited to be
/// confirmed is not kept.
pub(crate) async fn lists(
    conn: &mut Conn,
    signed: &SignedIn,
    all: &[PastObligation],
) -> Result<Lists, StoreError> {
    let (scope, day) = (signed.see.scope(), signed.today);
    let texts = boards::measure_rows(conn).await?.into_iter().map(|one| (one.measure, one.text)).collect();
    let groups = |span, limit: i64| -> Vec<Group> {
        boards::groups_of(all, &texts, span, usize::try_from(limit).unwrap_or_default())
    };
    let ((before, overdue), (soon, short)) = spans(day);
    let asked = boards::requests_as_of(conn, scope, (day, all)).await?;
    let vacant = boards::without_officer(conn, scope, day).await?.into_iter();
    let vacant = vacant.map(|organisation| Vacancy { organisation, told: None, call: None, officer: None });
    Ok(Lists {
        overdue: groups(before, overdue),
        soon: groups(soon, short),
        review: boards::review_of(all),
        requests: asked.len() as u64,
        holders: boards::holders_as_of(conn, all, &asked, &signed.catalogue, day).await?,
        quarantined: boards::quarantined_as_of(conn, scope, day).await?,
        cases: Vec::new(),
        case_counts: (0, 0),
        vacancies: vacant.collect(),
        unreached: Vec::new(),
        to_confirm: 0,
        wave: boards::wave_as_of(conn, scope, day).await?,
    })
}

impl Beside {
    /// The lists in the words of the page; `earlier` is what was overdue since before the span.
    pub(super) fn of(signed: &SignedIn, lists: &Lists, earlier: u64) -> Self {
        let view = View::past(signed.today);
        Self {
            attention: attention(signed, lists, earlier, &view),
            deadlines: lists.soon.iter().map(|group| deadline(signed, group, &view)).collect(),
            nis: lists.wave.as_ref().map(|wave| nis(signed, wave, &view)),
        }
    }
}

/// What cannot be told of a past day: everybody is told of the people, those who decide also of what they would decide about.
pub(super) fn unknown(t: Texts, signed: &SignedIn) -> String {
    if signed.who.is(Role::Administrator) | signed.who.is(Role::Controller) {
        t.day_unknown_control()
    } else {
        t.day_unknown()
    }
}
