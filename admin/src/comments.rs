//! What citizens write: by theme, with the latest words, what is hidden, and what is worth a case.
//!
//! Words of citizens are shown by the template alone, which escapes them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::TimeDelta;
use domain::ids::RatingId;
use domain::people::Role;
use domain::ratings::{MOST_THEMES, Themes};
use domain::refusal::Refusal;
use locales::{dates, numbers};
use serde::Deserialize;
use store::comments::{self, Comment};
use store::{NotDone, StoreError};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::session::SignedIn;
use crate::svg::{percent_of, stars};

/// Comments of so many days are counted,
const DAYS: i64 = 90;
/// at most so many of them, the latest.
const COUNTED: i64 = 3_000;
/// Comments shown.
const SHOWN: usize = 25;

/// The addresses of what citizens write.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/ratings/themes", get(show).post(keep)).route("/ratings/comments/{id}", post(act))
}

/// A theme and how many comments are about it.
struct Row {
    place: usize,
    name: String,
    share: String,
    count: String,
    current: bool,
}

/// A comment in words.
struct Line {
    id: RatingId,
    stars: Markup,
    words: String,
    when: String,
    place: String,
    themes: Vec<String>,
    case: Option<i64>,
    decides: bool,
}

#[derive(Template)]
#[template(path = "themes.html")]
struct ThemesPage {
    page: Page,
    said: Option<String>,
    alert: Option<String>,
    total: usize,
    hidden: u64,
    rows: Vec<Row>,
    chosen: Option<String>,
    lines: Vec<Line>,
    /// For who administers: the themes as they stand or were typed.
    form: Option<String>,
    error: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    theme: String,
    #[serde(default)]
    said: String,
}

/// `GET /ratings/themes`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let said = match asked.said.as_str() {
        "kept" => Some(t.themes_said_kept()),
        "hidden" => Some(t.themes_said_hidden()),
        "case" => Some(t.themes_said_case()),
        _ => None,
    };
    render(&ThemesPage { said, ..page(&panel, &signed, asked.theme.parse().ok()).await? })
}

/// The page; it is for those who control or administer.
async fn page(panel: &Shared, signed: &SignedIn, chosen: Option<usize>) -> Result<ThemesPage, PageError> {
    if !signed.who.is(Role::Controller) && !signed.who.is(Role::Administrator) {
        return Err(Refusal::NotAllowed.into());
    }
    let (scope, since) = (signed.see.scope().clone(), signed.now - TimeDelta::days(DAYS));
    let (themes, all, hidden) = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                Ok::<_, StoreError>((
                    comments::themes(conn).await?,
                    comments::latest(conn, &scope, since, COUNTED).await?,
                    comments::hidden(conn, &scope, since).await?,
                ))
            })
        })
        .await?;
    let about: Vec<_> = all.iter().map(|comment| (comment, themes.of(&comment.words))).collect();
    let fits = |of: &[usize]| chosen.is_none_or(|place| of.contains(&place));
    let lines = about.iter().filter(|(_, of)| fits(of)).take(SHOWN);
    Ok(ThemesPage {
        page: signed.page(panel, Nav::Ratings),
        said: None,
        alert: None,
        total: all.len(),
        hidden,
        rows: rows(signed, &themes, &about, chosen),
        chosen: chosen.and_then(|place| themes.all().get(place)).map(|theme| theme.name.clone()),
        lines: lines.map(|(comment, of)| line(signed, comment, of, &themes)).collect(),
        form: signed.administers_all().then(|| themes.form()),
        error: None,
    })
}

/// The themes, the most frequent first.
fn rows(
    signed: &SignedIn,
    themes: &Themes,
    about: &[(&Comment, Vec<usize>)],
    chosen: Option<usize>,
) -> Vec<Row> {
    let count = |place: usize| about.iter().filter(|(_, of)| of.contains(&place)).count();
    let mut counted: Vec<_> =
        (0..).zip(themes.all()).map(|(place, theme)| (count(place), place, theme)).collect();
    counted.sort_by_key(|(count, place, _)| (std::cmp::Reverse(*count), *place));
    let (all, language) = (u64::try_from(about.len()).unwrap_or_default(), signed.language());
    let row = |(count, place, theme): (usize, usize, &domain::ratings::Theme)| Row {
        place,
        name: theme.name.clone(),
        share: numbers::percent(
            language,
            percent_of(u64::try_from(count).unwrap_or_default(), all) / 100.0,
            0,
        ),
        count: numbers::integer(language, i64::try_from(count).unwrap_or(i64::MAX)),
        current: chosen == Some(place),
    };
    counted.into_iter().map(row).collect()
}

fn line(signed: &SignedIn, comment: &Comment, of: &[usize], themes: &Themes) -> Line {
    let (t, language) = (signed.texts(), signed.language());
    let mark = u8::try_from(comment.mark).unwrap_or_default();
    let service = signed.catalogue.services.get(&comment.service);
    let service = service.map(|one| one.names.in_language(language)).unwrap_or_default();
    Line {
        id: comment.rating,
        stars: stars(mark.into(), &t.overview_stars(mark.to_string())),
        words: comment.words.clone(),
        when: dates::moment(language, comment.given_at),
        place: format!("{service} · {}", signed.organisation_name(comment.organisation)),
        themes: of.iter().filter_map(|place| themes.all().get(*place)).map(|one| one.name.clone()).collect(),
        case: comment.case.map(|case| case.0),
        decides: signed.who.may_decide(comment.organisation, &signed.catalogue.tree).is_ok(),
    }
}

#[derive(Debug, Deserialize)]
struct Act {
    act: String,
    #[serde(default)]
    reason: String,
}

/// `POST /ratings/comments/{id}`: it is hidden, or opens a case.
async fn act(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(Act { act, reason }): Posted<Act>,
) -> Result<Response, PageError> {
    let id = RatingId(id);
    let found = panel.store.read(|conn| Box::pin(comments::organisation_of(conn, id))).await?;
    let organisation = found.filter(|one| signed.see.check(*one).is_ok()).ok_or(PageError::NotFound)?;
    let right = signed.who.may_decide(organisation, &signed.catalogue.tree)?;
    let hides = match act.as_str() {
        "hide" => true,
        "case" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    let (catalogue, now) = (&signed.catalogue, signed.now);
    let week = catalogue.week_of(organisation);
    let due = catalogue.cases.due(signed.today, &catalogue.calendar, week);
    let done = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                if hides {
                    comments::hide(conn, &right, id, &reason, now).await
                } else {
                    comments::needs_answer(conn, &right, id, due, now).await.map(drop)
                }
            })
        })
        .await;
    match done {
        Ok(()) => {
            let said = if hides { "hidden" } else { "case" };
            Ok(Redirect::to(&format!("/ratings/themes?said={said}")).into_response())
        }
        Err(NotDone::Refused(refusal)) => {
            let status = match refusal {
                Refusal::ReasonMissing | Refusal::ReasonTooLong => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let alert = Some(refusal_text(signed.texts(), refusal));
            let page = ThemesPage { alert, ..page(&panel, &signed, None).await? };
            Ok((status, render(&page)?).into_response())
        }
        Err(failed) => Err(failed.into()),
    }
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    themes: String,
}

/// `POST /ratings/themes`.
async fn keep(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(Typed { themes }): Posted<Typed>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let read = match Themes::read(&themes) {
        Ok(read) => read,
        Err(wrong) => {
            let error = Some(signed.texts().themes_wrong(wrong.0.to_string(), MOST_THEMES.to_string()));
            let page = ThemesPage { error, form: Some(themes), ..page(&panel, &signed, None).await? };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    let now = signed.now;
    panel
        .store
        .write(move |conn| Box::pin(async move { comments::set_themes(conn, &right, &read, now).await }))
        .await?;
    Ok(Redirect::to("/ratings/themes?said=kept").into_response())
}
