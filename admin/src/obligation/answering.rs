//! The organisation answers from the panel, with words and files.

use std::path::PathBuf;

use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use domain::answers::{Answer, AnswerKind};
use domain::calendar::WorkingDays;
use domain::evidence::Proof;
use domain::ids::ObligationId;
use domain::refusal::Refusal;
use store::answers::Piece;
use store::{NotDone, answers, obligations};

use super::forms::Attempt;
use super::{onward, refused, visible};
use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;
use crate::uploads::Uploaded;

/// `POST /obligations/{id}/answer`.
pub(super) async fn answer(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    form: Multipart,
) -> Result<Response, PageError> {
    let id = ObligationId(id);
    let dossier = visible(&panel, &signed, id).await?;
    // Whoever may not answer brings no file to the disk.
    let right = signed.who.may_answer(dossier.view.organisation, &signed.catalogue.tree)?;
    let folder: PathBuf = panel.files.clone();
    let mut form = Uploaded::read(form, &signed, &folder).await?;
    let kind =
        AnswerKind::from_code(form.words("answer")).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    let now = signed.now;
    let week = signed.catalogue.week_of(dossier.view.organisation);
    let done = match given(&form, kind, signed.today, signed.catalogue.calendar.in_week(week)) {
        Ok(given) => {
            let files = std::mem::take(&mut form.files);
            let kept = panel.store.write(move |conn| {
                Box::pin(async move {
                    let answered = obligations::answer(conn, &right, id, &given, now).await?;
                    for file in files {
                        let piece = Piece { message_id: None, words: None, file: Some(file) };
                        answers::add(conn, &right, answered.answer, &piece, now).await?;
                    }
                    Ok(())
                })
            });
            kept.await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        Ok(()) => Ok(onward(id, "answered")),
        Err(NotDone::Refused(refusal)) => {
            let attempt =
                Attempt::answer(refusal, form.words("text").to_owned(), form.words("promised").to_owned());
            refused(&panel, &signed, id, attempt).await
        }
        Err(failed) => Err(failed.into()),
    }
}

/// The answer as it stands in the form.
fn given(
    form: &Uploaded,
    kind: AnswerKind,
    today: NaiveDate,
    working: WorkingDays<'_>,
) -> Result<Answer, Refusal> {
    if let Some(refusal) = form.refused {
        return Err(refusal);
    }
    let mut answer = Answer::new(kind).with_text(form.words("text"))?;
    if let Some(file) = form.files.first() {
        answer = answer.proven_by(Proof::of_file(Some(&file.name), Some(&file.mime), file.bytes)?);
    }
    // One form serves all four answers; the day belongs to one of them.
    match form.words("promised").trim() {
        day if kind == AnswerKind::InProgress && !day.is_empty() => {
            answer.promising(day.parse().map_err(|_| Refusal::PromiseInThePast)?, today, working)
        }
        _ => Ok(answer),
    }
}
