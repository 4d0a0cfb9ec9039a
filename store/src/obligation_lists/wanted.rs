//! Which obligations a list is wanted of, and how many there are of each kind.

use chrono::NaiveDate;
use domain::obligation::Standing;

/// Which obligations are wanted: how they stand on a day, or which figure of the rate counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// All of them.
    #[default]
    All,
    /// Open after the due day.
    Overdue,
    /// Open, and due today or in the next days.
    DueSoon,
    /// Open with time left, and answered before.
    Working,
    /// Open with time left, without an answer.
    NotStarted,
    /// Reported, waiting for the controller.
    Review,
    /// Accepted.
    Done,
    /// Cancelled.
    Cancelled,
    /// Asked of somebody: all but the cancelled.
    Expected,
    /// Reported or accepted, whenever due.
    HandedIn,
    /// What the on-time rate is a share of.
    FellDue,
    /// Fell due, and was reported in time.
    OnTime,
    /// Fell due, and was reported after the due day.
    Late,
}

impl Wanted {
    /// Whether it is a way in which an open or reported obligation stands.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::DueSoon | Self::Working | Self::NotStarted | Self::Review)
    }

    /// How an obligation stands, in the order in which the choices are offered: that of the boards; each stands in one way.
    pub const STANDINGS: [Self; 8] = [
        Self::All,
        Self::Overdue,
        Self::DueSoon,
        Self::Working,
        Self::Review,
        Self::Done,
        Self::NotStarted,
        Self::Cancelled,
    ];

    /// What the figures of the rate count, from the whole to its parts.
    pub const FIGURES: [Self; 5] = [Self::Expected, Self::HandedIn, Self::FellDue, Self::OnTime, Self::Late];

    /// The name of the choice in an address; those of a standing are its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Overdue => "overdue",
            Self::DueSoon => "due_soon",
            Self::Working => "working",
            Self::NotStarted => "not_started",
            Self::Review => "review",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Expected => "expected",
            Self::HandedIn => "handed_in",
            Self::FellDue => "fell_due",
            Self::OnTime => "on_time",
            Self::Late => "late",
        }
    }

    /// The choice of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            // Due today stands among those due soon.
            "due_today" => Some(Self::DueSoon),
            _ => Self::STANDINGS.into_iter().chain(Self::FIGURES).find(|wanted| wanted.code() == code),
        }
    }
}

impl Wanted {
    /// Whether an obligation that stands so on `today` is wanted.
    pub fn includes(self, standing: Standing, due: NaiveDate, today: NaiveDate) -> bool {
        let handed_in = match standing {
            Standing::UnderReview { late } | Standing::Done { late } => Some(late),
            _ => None,
        };
        let fell_due = handed_in.filter(|_| due <= today);
        match self {
            Self::All => true,
            Self::Expected => standing != Standing::Cancelled,
            Self::HandedIn => handed_in.is_some(),
            Self::FellDue => fell_due.is_some() || matches!(standing, Standing::Overdue { .. }),
            Self::OnTime => fell_due == Some(false),
            Self::Late => fell_due == Some(true),
            _ => Self::from_code(standing.code()) == Some(self),
        }
    }
}

/// How many obligations there are of each kind on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct StandingCounts {
    /// Of any kind.
    pub everything: i64,
    /// Open after the due day.
    pub overdue: i64,
    /// Open, due today or soon.
    pub due_soon: i64,
    /// Open with time left, answered.
    pub working: i64,
    /// Open with time left, without an answer.
    pub not_started: i64,
    /// Waiting for the controller.
    pub review: i64,
    /// Accepted.
    pub done: i64,
    /// Cancelled.
    pub cancelled: i64,
    /// Fell due and reported in time.
    pub on_time: i64,
    /// Fell due and reported late.
    pub late: i64,
}

impl StandingCounts {
    /// How many are of the wanted kind.
    pub fn of(&self, wanted: Wanted) -> i64 {
        match wanted {
            Wanted::All => self.everything,
            Wanted::Overdue => self.overdue,
            Wanted::DueSoon => self.due_soon,
            Wanted::Working => self.working,
            Wanted::NotStarted => self.not_started,
            Wanted::Review => self.review,
            Wanted::Done => self.done,
            Wanted::Cancelled => self.cancelled,
            Wanted::Expected => self.everything - self.cancelled,
            Wanted::HandedIn => self.review + self.done,
            Wanted::FellDue => self.overdue + self.on_time + self.late,
            Wanted::OnTime => self.on_time,
            Wanted::Late => self.late,
        }
    }
}
