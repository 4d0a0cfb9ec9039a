//! Who does not keep the plan: named at once, behind the first sentence.

use chrono::NaiveDate;

use crate::address::with_query;
use crate::board::Board;
use crate::calls;
use crate::organisations::Behind;
use crate::period::Span;
use crate::session::SignedIn;

/// So many organisations are named.
const NAMED: usize = 4;

/// The organisations that have something overdue, the worst first.
pub(crate) struct Late {
    /// Those that are named.
    pub(crate) who: Vec<LateOne>,
    /// How many more there are, and the list of all that is overdue.
    pub(crate) more: Option<(usize, String)>,
    /// Where the reader reminds of all of it, if they control any of it; nobody is reminded on a day that is over.
    pub(crate) remind: Option<String>,
}

/// One of them.
pub(crate) struct LateOne {
    /// The list of what it has overdue.
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) number: u64,
}

impl Late {
    /// Those of a board; `day` is the day of a past one.
    pub(crate) fn of(signed: &SignedIn, board: &Board, span: Span, day: Option<NaiveDate>) -> Self {
        let as_of = day.map(|day| day.to_string()).unwrap_or_default();
        let organisations = board.organisations.iter();
        let mut late: Vec<_> = organisations.filter(|(_, tally)| tally.figures.overdue > 0).collect();
        late.sort_by(|(one, mine), (other, theirs)| {
            let (mine, theirs) = (&mine.figures, &theirs.figures);
            let by_number = theirs.overdue.cmp(&mine.overdue);
            by_number.then_with(|| mine.compare_worst_first(theirs)).then(one.cmp(other))
        });
        let all = || {
            let parameters = [("as_of", as_of.as_str()), ("standing", "overdue"), ("period", &span.key())];
            with_query("/obligations", &parameters)
        };
        let more = late.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| (more, all()));
        let named = late.iter().take(NAMED).map(|(id, tally)| LateOne {
            href: Behind::of(**id, span, &as_of).overdue,
            name: signed.organisation_name(**id),
            number: tally.figures.overdue,
        });
        let controls = signed.who.controls(&signed.catalogue.tree);
        let any = board.all.figures.overdue + board.all.overdue_earlier > 0;
        let remind = (any && day.is_none() && controls.is_ok()).then(|| calls::address(None));
        Self { who: named.collect(), more, remind }
    }
}
