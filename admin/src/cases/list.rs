//! The cases that somebody may see, with filters in the address: open, late, answered, of one organisation.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::ids::OrganisationId;
use locales::Texts;
use serde::Deserialize;
use store::boards;
use store::rating_boards::{self, CasesWanted};

use super::CaseLine;
use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;

/// Cases of a page.
const ROWS: usize = 25;

/// What the address narrows the list to.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    page: String,
}

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Open,
    Late,
    Answered,
}

impl Choice {
    const ALL: [Self; 3] = [Self::Open, Self::Late, Self::Answered];

    fn code(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Late => "late",
            Self::Answered => "answered",
        }
    }

    fn name(self, t: Texts) -> String {
        match self {
            Self::Open => t.cases_open(),
            Self::Late => t.cases_late(),
            Self::Answered => t.cases_answered(),
        }
    }
}

impl Asked {
    fn choice(&self) -> Choice {
        Choice::ALL.into_iter().find(|choice| choice.code() == self.state).unwrap_or(Choice::Open)
    }

    fn address(&self, choice: Choice, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let parameters = [("state", choice.code()), ("organisation", &self.organisation), ("page", &page)];
        with_query("/cases", &parameters)
    }
}

/// A filter: its address, its words, how many it shows when that is counted, whether it is the one of the page.
struct Chip {
    address: String,
    name: String,
    count: Option<u64>,
    current: bool,
}

#[derive(Template)]
#[template(path = "cases.html")]
struct ListPage {
    page: Page,
    chips: Vec<Chip>,
    /// The organisation to which the list is narrowed, and the address of the list of all.
    organisation: Option<(String, String)>,
    cases: Vec<CaseLine>,
    previous: Option<String>,
    next: Option<String>,
    views: Views,
}

/// `GET /cases`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let (scope, chosen) = signed.narrowed(asked.organisation.parse().ok().map(OrganisationId));
    let (choice, today) = (asked.choice(), signed.today);
    let number: usize = asked.page.parse().unwrap_or(1).clamp(1, 100_000);
    let wanted = match choice {
        Choice::Open => CasesWanted::Open,
        Choice::Late => CasesWanted::Late(today),
        Choice::Answered => CasesWanted::Answered,
    };
    // One more than is shown tells whether there is another page.
    let (limit, offset) = (ROWS + 1, (number - 1) * ROWS);
    let (mut rows, (open, late)) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let [limit, offset] = [limit, offset].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
                let rows = rating_boards::cases(conn, &scope, wanted, limit, offset).await?;
                Ok::<_, store::StoreError>((rows, boards::case_counts(conn, &scope, today).await?))
            })
        })
        .await?;
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    let chip = |one: Choice| Chip {
        address: asked.address(one, 1),
        name: one.name(signed.texts()),
        count: match one {
            Choice::Open => Some(open),
            Choice::Late => Some(late),
            Choice::Answered => None,
        },
        current: one == choice,
    };
    let here = asked.address(choice, 1);
    let query = here.split_once('?').map(|(_, query)| query).unwrap_or_default();
    render(&ListPage {
        page: signed.page(&panel, Nav::Ratings),
        chips: Choice::ALL.into_iter().map(chip).collect(),
        organisation: chosen.map(|id| {
            let all = Asked { organisation: String::new(), ..asked.clone() };
            (signed.organisation_name(id), all.address(choice, 1))
        }),
        cases: rows.iter().map(|case| CaseLine::of(&signed, case)).collect(),
        previous: (number > 1).then(|| asked.address(choice, number - 1)),
        next: more.then(|| asked.address(choice, number + 1)),
        views: Views::load(&panel, &signed, Path::Cases, query).await?,
    })
}
