//! The rows of the list: how each stands, and, where control decides, what it decides about.

use domain::control::ControlPolicy;
use domain::ids::ObligationId;
use domain::obligation::{Standing, State, is_late};
use domain::together::MOST;
use locales::ready::in_own_language;
use locales::{dates, shortened, words};
use store::dossier::Judged;
use store::obligation_lists::{StandingCounts, Wanted};
use store::obligations::ObligationView;

use super::Asked;
use crate::lines::{last_word, state_name};
use crate::markup::{Markup, Spoken};
use crate::obligation::{File, of_file};
use crate::pill;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// So much of an answer is enough to decide, or to see that the whole has to be read.
const WORDS: usize = 240;
/// So many of its files stand in the list.
const FILES: usize = 4;
/// The rows of this page are chosen already.
pub(super) const PAGE: &str = "page";
/// All reports that match are chosen already, on one page.
pub(super) const ALL: &str = "all";

/// So many at most are chosen: no more are decided at once.
pub(super) fn most_chosen() -> i64 {
    i64::try_from(MOST).unwrap_or(i64::MAX)
}

/// What was read for one page of the list.
pub(super) struct Read {
    pub(super) counts: StandingCounts,
    pub(super) number: i64,
    pub(super) rows: Vec<ObligationView>,
    pub(super) own: Vec<ObligationId>,
    pub(super) judged: Vec<Judged>,
    pub(super) policy: ControlPolicy,
}

/// One row.
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) glyph: Glyph,
    pub(super) text: Spoken,
    pub(super) organisation: String,
    pub(super) period: String,
    /// How it stands, in words, where the days that are lost do not say it already.
    pub(super) named: Option<String>,
    pub(super) due: String,
    pub(super) left: Option<String>,
    pub(super) late: bool,
    pub(super) state: Markup,
    pub(super) answer: Option<String>,
    /// Whom it waits for, and for how long, while it is under review.
    pub(super) turn: Option<String>,
    /// The version that an acceptance names, for who may decide.
    pub(super) decide: Option<i64>,
    /// What is decided about.
    pub(super) report: Option<Report>,
}

/// The answer of a report that waits.
pub(super) struct Report {
    /// The officer's own words.
    pub(super) words: Option<String>,
    /// When it was handed in.
    pub(super) when: String,
    pub(super) late: bool,
    pub(super) files: Vec<File>,
    /// How many files more there are.
    pub(super) more: Option<String>,
}

impl Read {
    /// The rows in the words of the page.
    pub(super) fn rows(&self, signed: &SignedIn) -> Vec<Row> {
        self.rows.iter().map(|view| self.row(signed, view)).collect()
    }

    fn row(&self, signed: &SignedIn, view: &ObligationView) -> Row {
        let (t, language) = (signed.texts(), signed.language());
        let standing = view.standing(signed.today);
        let open = matches!(view.state, State::Open | State::Returned);
        // Somebody else decides about what he has reported himself.
        let decides = view.state == State::Reported
            && signed.who.may_decide(view.organisation, &signed.catalogue.tree).is_ok()
            && !self.own.contains(&view.id);
        let report = self.judged.iter().find(|one| one.obligation == view.id);
        let report = report.map(|judged| report_of(signed, view, judged));
        Row {
            id: view.id.0,
            glyph: standing.into(),
            text: signed.spoken(&view.text),
            organisation: signed.organisation_name(view.organisation),
            period: words::period(t, view.period),
            named: (!matches!(standing, Standing::Overdue { .. })).then(|| state_name(t, standing.into())),
            due: dates::date_short(language, view.due),
            left: open.then(|| dates::time_left(language, view.due, signed.today)),
            late: open && view.due < signed.today,
            state: pill::standing(t, standing),
            answer: last_word(signed, view.last_word().filter(|_| report.is_none())),
            turn: (view.state == State::Reported || view.asked_more_at.is_some())
                .then(|| view.ball(signed.today, self.policy.patience(), &signed.catalogue))
                .flatten()
                .map(|ball| words::whose_turn(t, &ball)),
            decide: decides.then_some(view.state_version),
            report,
        }
    }
}

fn report_of(signed: &SignedIn, view: &ObligationView, judged: &Judged) -> Report {
    let t = signed.texts();
    let late = view.submitted_on.is_some_and(|day| is_late(view.due, day));
    let when = dates::moment(t.language(), view.submitted_at.unwrap_or(judged.given_at));
    let words = judged.text.as_deref().map(|text| shortened(&in_own_language(t, text), WORDS));
    Report {
        words: words.filter(|words| !words.is_empty()),
        when: if late { t.list_reported_late(when) } else { t.list_reported_on_time(when) },
        late,
        files: judged.files.iter().take(FILES).map(|file| of_file(t, file)).collect(),
        more: (judged.files.len() > FILES).then(|| t.list_more_files(judged.files.len() - FILES)),
    }
}

/// How several rows are decided at once.
pub(super) struct Together {
    /// Whether the rows are chosen already.
    pub(super) chosen: bool,
    /// The address on which nothing is chosen.
    pub(super) none: String,
    /// The address on which the rows of this page are chosen, and how many those are.
    pub(super) page: Option<(String, usize)>,
    /// The address on which all that match are chosen, how many those are, and whether more match than are decided at once.
    pub(super) all: Option<(String, i64, bool)>,
}

impl Together {
    /// None where none of the rows can be decided.
    pub(super) fn of(asked: &Asked, rows: &[Row], total: i64) -> Option<Self> {
        let here = rows.iter().filter(|row| row.decide.is_some()).count();
        let page = asked.page.parse().unwrap_or(1);
        let address = |choose: &str| {
            let address = asked.address(Wanted::Review, if choose == ALL { 1 } else { page });
            crate::address::with_query(&address, &[("choose", choose)])
        };
        let chosen = [PAGE, ALL].contains(&asked.choose.as_str());
        let more = i64::try_from(rows.len()).is_ok_and(|shown| shown < total.min(most_chosen()));
        (here > 0).then(|| Self {
            chosen,
            none: address(""),
            page: (!chosen).then(|| (address(PAGE), here)),
            all: more.then(|| (address(ALL), total.min(most_chosen()), total > most_chosen())),
        })
    }
}
