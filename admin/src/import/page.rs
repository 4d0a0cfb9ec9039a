//! Choosing a table, looking at what it would change, and carrying it out.

use askama::Template;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::people::MayAdminister;
use locales::{Texts, dates, numbers, words};
use serde::Deserialize;
use store::import::{Change, Table, TakenIn, take_in};
use store::{NotDone, obligations};
use tables::{Faults, Kind, Read, Sum, change_word, executor_lines, measure_lines, shortened};

use super::LARGEST_FILE;
use super::brought::{Brought, Fault, Typed};
use super::shelf::KEPT_FOR;
use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::registry::field_name;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// Rows that a page shows; what changes stands first.
const ROWS: usize = 300;

/// A sort of table: address, name, whether it is the chosen one.
type Choice = (String, String, bool);

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    done: String,
}

#[derive(Template)]
#[template(path = "import.html")]
struct ChoosePage {
    page: Page,
    kinds: Vec<Choice>,
    code: &'static str,
    about: String,
    columns: String,
    is_plan: bool,
    typed: Typed,
    /// What came of the table that was just taken in.
    done: Option<String>,
    error: Option<String>,
    limit: String,
}

/// A row and what would become of it.
struct Line {
    number: u64,
    glyph: Glyph,
    word: String,
    label: String,
    /// The values that change, or what was read from a measure.
    notes: Vec<String>,
}

#[derive(Template)]
#[template(path = "import_look.html")]
struct LookPage {
    page: Page,
    code: &'static str,
    kind: String,
    name: String,
    /// All that is wrong, a line each; then nothing can be carried out.
    faults: Vec<String>,
    sum: String,
    notes: Vec<String>,
    lines: Vec<Line>,
    more: Option<String>,
    hash: String,
    until: String,
}

/// Tables are of the whole city, and so must be the right.
fn right(signed: &SignedIn) -> Result<MayAdminister, PageError> {
    Ok(signed.who.may_administer_all(&signed.catalogue.tree)?)
}

fn kind_name(t: Texts, kind: Kind) -> String {
    match kind {
        Kind::Plan => t.import_plan(),
        Kind::Organisations => t.nav_organisations(),
        Kind::Services => t.registry_services(),
        Kind::People => t.nav_people(),
        Kind::Calendar => t.calendar_title(),
    }
}

fn about(t: Texts, kind: Kind) -> String {
    match kind {
        Kind::Plan => t.import_about_plan(),
        Kind::Organisations => t.import_about_organisations(),
        Kind::Services => t.import_about_services(),
        Kind::People => t.import_about_people(),
        Kind::Calendar => t.import_about_calendar(),
    }
}

/// `GET /import`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    right(&signed)?;
    let kind = Kind::from_code(&asked.kind).unwrap_or(Kind::ALL[0]);
    let done = Done::read(&asked.done).map(|done| done.sentence(signed.texts(), kind));
    render(&ChoosePage { done, ..choose(&panel, &signed, kind, Typed::default(), None) })
}

fn choose(panel: &Shared, signed: &SignedIn, kind: Kind, typed: Typed, error: Option<String>) -> ChoosePage {
    let t = signed.texts();
    let address = |kind: Kind| with_query("/import", &[("kind", kind.code())]);
    let (about, columns) = (about(t, kind), kind.columns());
    ChoosePage {
        page: signed.page(panel, Nav::Settings),
        kinds: Kind::ALL.map(|one| (address(one), kind_name(t, one), one == kind)).to_vec(),
        code: kind.code(),
        about,
        columns: columns.to_owned(),
        is_plan: kind == Kind::Plan,
        typed,
        done: None,
        error,
        limit: numbers::bytes(t.language(), LARGEST_FILE as u64),
    }
}

/// `GET /import/sample/{kind}`: a table to begin one's own with.
pub(super) async fn sample(signed: SignedIn, Path(kind): Path<String>) -> Result<Response, PageError> {
    right(&signed)?;
    let kind = Kind::from_code(&kind).ok_or(PageError::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.csv\"", kind.code())),
    ];
    // Without the mark at its beginning, office programs take the letters for those of another script.
    let sample =
        kind.sample().map_err(|cause| anyhow::Error::new(cause).context("a sample was not written"))?;
    Ok((headers, sample).into_response())
}

/// `POST /import`: looks at a table, and changes nothing.
pub(super) async fn look(
    State(panel): State<Shared>,
    signed: SignedIn,
    form: Multipart,
) -> Result<Response, PageError> {
    let right = right(&signed)?;
    let t = signed.texts();
    let typed = Typed::read(form, &signed).await?;
    let kind = Kind::from_code(&typed.kind).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    let brought = match typed.brought(kind) {
        Ok(brought) => brought,
        Err(fault) => {
            let page = choose(&panel, &signed, kind, typed, Some(fault_sentence(t, fault)));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    let (read, faults) = read(&signed, &brought).await?;
    if !faults.is_empty() {
        return wrong(&panel, &signed, &brought, faults.lines(t));
    }
    let (table, now) = (read.table.clone(), signed.now);
    let rehearsed = panel
        .store
        .rehearse(move |conn| Box::pin(async move { take_in(conn, &right, &table, now).await }))
        .await;
    let taken = match rehearsed {
        Ok(taken) => taken,
        Err(NotDone::Refused(refusal)) => {
            return wrong(&panel, &signed, &brought, vec![words::refusal(t, &refusal)]);
        }
        Err(error) => return Err(error.into()),
    };
    let lines = lines(&signed, &brought, &read, &taken);
    let more = lines.len().checked_sub(ROWS).filter(|more| *more > 0);
    let page = LookPage {
        sum: Sum::of(&taken.changes).line(t),
        notes: notes(t, &taken),
        lines: lines.into_iter().take(ROWS).collect(),
        more: more.map(|more| t.import_more_rows(more)),
        hash: panel.imports.keep(signed.who.person, brought.clone(), now),
        until: dates::moment(t.language(), now + KEPT_FOR),
        ..empty(&panel, &signed, &brought)
    };
    Ok(render(&page)?.into_response())
}

fn empty(panel: &Shared, signed: &SignedIn, brought: &Brought) -> LookPage {
    LookPage {
        page: signed.page(panel, Nav::Settings),
        code: brought.kind.code(),
        kind: kind_name(signed.texts(), brought.kind),
        name: brought.name.clone(),
        faults: Vec::new(),
        sum: String::new(),
        notes: Vec::new(),
        lines: Vec::new(),
        more: None,
        hash: String::new(),
        until: String::new(),
    }
}

fn wrong(
    panel: &Shared,
    signed: &SignedIn,
    brought: &Brought,
    faults: Vec<String>,
) -> Result<Response, PageError> {
    let page = LookPage { faults, ..empty(panel, signed, brought) };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// Reads the table with the organisations of this moment. A large one takes a while, so it does not hold up other pages.
async fn read(signed: &SignedIn, brought: &Brought) -> Result<(Read, Faults), PageError> {
    let (brought, catalogue) = (brought.clone(), signed.catalogue.clone());
    let reading = tokio::task::spawn_blocking(move || {
        let mut faults = Faults::new(&brought.name);
        let read =
            tables::read(brought.kind, &brought.source(), &catalogue, brought.head.clone(), &mut faults);
        (read, faults)
    });
    reading.await.map_err(|cause| anyhow::Error::new(cause).context("a table was not read").into())
}

/// The rows, those that change something first.
fn lines(signed: &SignedIn, brought: &Brought, read: &Read, taken: &TakenIn) -> Vec<Line> {
    let t = signed.texts();
    let mut lines = Vec::with_capacity(read.rows.len());
    for (place, ((number, label), change)) in
        read.rows.iter().zip(&read.labels).zip(&taken.changes).enumerate()
    {
        let mut notes = changed_values(t, change);
        notes.extend(measure_notes(signed, brought, read, taken, place));
        let glyph = match change {
            Change::New => Glyph::Done,
            Change::Changed(_) => Glyph::DueSoon,
            Change::Removed => Glyph::Overdue,
            Change::Unchanged => Glyph::Nothing,
        };
        lines.push((
            *change == Change::Unchanged,
            Line { number: *number, glyph, word: change_word(t, change), label: label.clone(), notes },
        ));
    }
    lines.sort_by_key(|(same, line)| (*same, line.number));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn changed_values(t: Texts, change: &Change) -> Vec<String> {
    let Change::Changed(fields) = change else { return Vec::new() };
    let shown = |value: &str| if value.is_empty() { "—".to_owned() } else { shortened(value) };
    let sentence = |one: &store::import::FieldChange| {
        t.registry_field_changed(shown(&one.after), shown(&one.before), field_name(t, one.field))
    };
    fields.iter().map(sentence).collect()
}

/// Of a measure: the rule that was read from its phrase, and the organisations in its words.
fn measure_notes(
    signed: &SignedIn,
    brought: &Brought,
    read: &Read,
    taken: &TakenIn,
    place: usize,
) -> Vec<String> {
    let t = signed.texts();
    let (Table::Plan(plan), Some(head)) = (&read.table, &brought.head) else { return Vec::new() };
    let (Some(measure), Some(rule)) = (plan.measures.get(place), taken.rules.get(place)) else {
        return Vec::new();
    };
    let mut notes = measure_lines(t, head.adopted, &signed.catalogue.calendar, measure, rule);
    notes.extend(read.founds.get(place).into_iter().flat_map(|found| executor_lines(t, found)));
    notes
}

/// What holds for the whole table.
fn notes(t: Texts, taken: &TakenIn) -> Vec<String> {
    let mut notes = Vec::new();
    if taken.moved > 0 {
        notes.push(t.cli_calendar_moved(taken.moved));
    }
    if !taken.not_named.is_empty() {
        let numbers = taken.not_named.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        notes.push(t.cli_plan_not_named(numbers));
    }
    notes
}

/// What the form of carrying out sends.
#[derive(Debug, Deserialize)]
pub(super) struct CarryOut {
    hash: String,
    kind: String,
}

/// `POST /import/carry-out`: takes in the file that was looked at.
pub(super) async fn carry_out(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<CarryOut>,
) -> Result<Response, PageError> {
    let right = right(&signed)?;
    let (t, now, person) = (signed.texts(), signed.now, signed.who.person);
    let Some(brought) = panel.imports.get(person, &form.hash, now) else {
        let kind = Kind::from_code(&form.kind).unwrap_or(Kind::ALL[0]);
        let page = choose(&panel, &signed, kind, Typed::default(), Some(t.import_not_kept()));
        return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
    };
    let (read, faults) = read(&signed, &brought).await?;
    if !faults.is_empty() {
        return wrong(&panel, &signed, &brought, faults.lines(t));
    }
    let table = read.table;
    let done = panel
        .store
        .write(move |conn| Box::pin(async move { take_in(conn, &right, &table, now).await }))
        .await;
    let taken = match done {
        Ok(taken) => taken,
        Err(NotDone::Refused(refusal)) => {
            return wrong(&panel, &signed, &brought, vec![words::refusal(t, &refusal)]);
        }
        Err(error) => return Err(error.into()),
    };
    panel.imports.forget(person);
    panel.store.forget_catalogue();
    let mut made = 0;
    if brought.kind == Kind::Plan {
        let catalogue = panel.store.catalogue().await?;
        made = obligations::create_missing(&panel.store, &catalogue, signed.today, now).await?;
    }
    let done = Done { sum: Sum::of(&taken.changes), moved: taken.moved, made };
    Ok(Redirect::to(&with_query("/import", &[("kind", brought.kind.code()), ("done", &done.code())]))
        .into_response())
}

/// What came of a table, as the address of the next page says it: numbers only.
#[derive(Clone, Copy)]
struct Done {
    sum: Sum,
    moved: u64,
    made: u64,
}

impl Done {
    fn code(self) -> String {
        let Sum { new, changed, removed, unchanged } = self.sum;
        format!("{new}.{changed}.{removed}.{unchanged}.{}.{}", self.moved, self.made)
    }

    fn read(code: &str) -> Option<Self> {
        let numbers: Vec<u32> = code.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
        let [new, changed, removed, unchanged, moved, made] = numbers[..] else { return None };
        let [new, changed, removed, unchanged] = [new, changed, removed, unchanged].map(|one| one as usize);
        let sum = Sum { new, changed, removed, unchanged };
        Some(Self { sum, moved: moved.into(), made: made.into() })
    }

    fn sentence(self, t: Texts, kind: Kind) -> String {
        let mut sentences = vec![t.cli_import_done(), self.sum.line(t)];
        if kind == Kind::Plan {
            sentences.push(t.cli_plan_obligations(self.made));
        } else if self.moved > 0 {
            sentences.push(t.cli_calendar_moved(self.moved));
        }
        sentences.join(" ")
    }
}

fn fault_sentence(t: Texts, fault: Fault) -> String {
    match fault {
        Fault::NoFile => t.import_no_file(),
        Fault::EmptyFile => t.import_empty_file(),
        Fault::TooLarge => t.cli_what_too_large(numbers::bytes(t.language(), LARGEST_FILE as u64)),
        Fault::NoNumber => t.import_no_number(),
        Fault::NoDay => t.import_no_day(),
    }
}
