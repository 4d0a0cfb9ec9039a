//! Words and files that follow an answer, or that prove it and so make the report.

use domain::answers::AnswerKind;
use domain::evidence::{check_file, record_number};
use domain::ids::{AnswerId, ObligationId};
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use domain::written::day_from;
use locales::{Html, words};
use store::answers::{Added, FileAdded, Piece};
use store::evidence::{Brought, Kind, Origin};
use store::obligations::ObligationView;
use store::{NotDone, StoreError, answers, obligations};

use super::state::{self, Evidence, Proof, Record, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, Kept};
use super::{follow, tasks};
use crate::incoming::{FileKind, IncomingFile, What};
use crate::reply::Reply;

/// The longest name of a file that is kept, in characters.
const NAME_LIMIT: usize = 120;

/// What the next words or the next file are for.
#[derive(Clone, Copy, Debug)]
struct Aim {
    obligation: ObligationId,
    /// The answer that they follow; none when they make the report.
    answer: Option<AnswerId>,
    /// The message that asks for them.
    asked: Option<i64>,
}

impl Aim {
    fn of(state: &State) -> Option<Self> {
        match *state {
            State::Evidence(Evidence { answer, obligation }) => {
                Some(Self { obligation, answer: Some(answer), asked: None })
            }
            State::Proof(Proof { obligation, message_id }) => {
                Some(Self { obligation, answer: None, asked: message_id })
            }
            State::Record(Record { obligation, answer, message_id }) => {
                Some(Self { obligation, answer, asked: message_id })
            }
            _ => None,
        }
    }
}

/// Whether words and files are waited for as evidence.
pub(super) fn awaited(turn: &Turn) -> Option<State> {
    turn.state.clone().filter(|state| Aim::of(state).is_some())
}

/// Asks for the proof without which nothing is reported.
pub(super) async fn ask_proof(turn: &Turn, press: &Press, one: &ObligationView) -> Answer {
    let (key, now) = (turn.key(), turn.now);
    let waits = State::Proof(Proof { obligation: one.id, message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &waits, now).await?) })).await?;
    Ok(vec![press.show(views::ask_proof(turn.texts, one))])
}

/// Something was sent while evidence was waited for.
pub(super) async fn brought(turn: Turn, state: State, what: What) -> Answer {
    let Some(aim) = Aim::of(&state) else { return Ok(Vec::new()) };
    match what {
        What::Text { message_id, text } => {
            if let Some(day) = day_from(&text, turn.today)
                && let Some(answer) = aim.answer
                && let Some(promised) = follow::typed_day(&turn, answer, day).await?
            {
                return Ok(promised);
            }
            let words = match state {
                State::Record(_) => match record_number(&text) {
                    Ok(number) => format!("NIS {number}"),
                    Err(refusal) => return Ok(vec![refused_for_now(&turn, aim, refusal)]),
                },
                _ => text,
            };
            keep(turn, aim, Piece { message_id: Some(message_id), words: Some(words), file: None }).await
        }
        What::File { message_id, file, caption } => {
            let size = file.bytes.unwrap_or_default();
            match check_file(file.name.as_deref(), file.mime.as_deref(), size) {
                Ok(()) => {}
                Err(refusal) => return Ok(vec![file_refused(&turn, aim, &file, refusal)]),
            }
            let file = Some(file_from(&turn, file));
            keep(turn, aim, Piece { message_id: Some(message_id), words: caption, file }).await
        }
        What::Unsupported { kind } => {
            let text = views::unsupported(turn.texts, kind);
            Ok(vec![views::while_waiting(turn.texts, text, aim.obligation, aim.answer.is_some()).send()])
        }
        _ => Ok(Vec::new()),
    }
}

async fn keep(turn: Turn, aim: Aim, piece: Piece) -> Answer {
    let right = match right(&turn, aim.obligation).await? {
        Ok(right) => right,
        Err(refusal) => return over(&turn, refusal).await,
    };
    let album = piece.file.as_ref().and_then(|file| file.origin.album()).map(str::to_owned);
    let (brought, key, now) = (piece.clone(), turn.key(), turn.now);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let (answer, added) = add(conn, &right, aim, &piece, now).await?;
                let waits = State::Evidence(Evidence { answer, obligation: aim.obligation });
                state::keep(conn, &key, &waits, now).await?;
                let one = obligations::view(conn, aim.obligation).await?.ok_or(Refusal::NotYours)?;
                let place = answers::place(conn, answer).await?.ok_or(Refusal::NotYours)?;
                Ok((answer, added, one, place.kind))
            })
        })
        .await;
    let (answer, added, one, kind) = match kept {
        Ok(Some(kept)) => kept,
        // It was kept when the same update came before; the answer to it was sent then.
        Ok(None) => return Ok(Vec::new()),
        Err(failure) => return not_kept(&turn, aim, failure).await,
    };
    let mut replies = Vec::new();
    if aim.answer.is_none() {
        let controller = tasks::controller(&turn, &one).await?;
        let kept = Kept { one: &one, answer, kind, promised: None, controller: controller.as_deref() };
        replies.extend(aim.asked.map(|asked| views::reported(turn.texts, &kept).replace(Some(asked))));
    }
    let shown = views::evidence_kept(turn.texts, &told(&turn, &brought, added), &one, kind);
    replies.push(match album {
        Some(album) => {
            let key = format!("{answer}/{album}");
            Reply::Gather { key, text: shown.text, keyboard: Some(shown.keyboard) }
        }
        None => shown.send(),
    });
    Ok(replies)
}

/// Adds the piece to the answer that it follows, or reports with it. Whoever has answered anew since, in the panel, means that
/// answer.
async fn add(
    conn: &mut store::Conn,
    right: &MayAnswer,
    aim: Aim,
    piece: &Piece,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(AnswerId, Added), NotDone> {
    let Some(followed) = aim.answer else {
        let (answered, added) = answers::report_with(conn, right, aim.obligation, piece, now).await?;
        return Ok((answered.answer, added));
    };
    let last = answers::last(conn, aim.obligation).await?;
    let own = last.filter(|last| last.person == right.person()).map(|last| last.id);
    let answer = own.map_or(followed, |own| own.max(followed));
    Ok((answer, answers::add(conn, right, answer, piece, now).await?))
}

/// What was attached, in words.
fn told(turn: &Turn, piece: &Piece, added: Added) -> Html {
    let texts = turn.texts;
    match (&piece.file, added.file) {
        (_, Some(FileAdded::New { together })) if together > 1 => texts.evidence_files_kept(together),
        (Some(file), Some(FileAdded::New { .. })) => texts.evidence_file_kept(file.name.as_str()),
        (Some(file), _) => texts.evidence_file_known(file.name.as_str()),
        (None, _) => {
            let words = domain::evidence::read_words(piece.words.as_deref().unwrap_or_default());
            match (&words.text, words.records.first()) {
                (None, Some(record)) => texts.evidence_record_kept(record.as_str()),
                _ => texts.evidence_text_kept(),
            }
        }
    }
}

/// A file as it will be kept.
pub(super) fn file_from(turn: &Turn, file: IncomingFile) -> Brought {
    let (kind, mime, name) = match file.kind {
        FileKind::Photo => (Kind::Photo, "image/jpeg", turn.texts.evidence_photo_name()),
        FileKind::Document => (Kind::File, "application/octet-stream", turn.texts.evidence_document_name()),
    };
    let given = file.name.map(|name| views::shortened_name(&domain::written::tidy(&name), NAME_LIMIT));
    Brought {
        kind,
        name: given.filter(|name| !name.is_empty()).unwrap_or_else(|| name.into_string()),
        mime: file.mime.unwrap_or_else(|| mime.to_owned()),
        bytes: file.bytes.unwrap_or_default().max(0),
        origin: Origin::Telegram { file: file.file_id, same: Some(file.unique_id), album: file.album },
    }
}

fn file_refused(turn: &Turn, aim: Aim, file: &IncomingFile, refusal: Refusal) -> Reply {
    let text = views::file_refused(turn.texts, file.name.as_deref(), file.bytes.unwrap_or_default(), refusal);
    views::while_waiting(turn.texts, text, aim.obligation, aim.answer.is_some()).send()
}

/// Something better may follow: says why this is not taken, and goes on waiting.
fn refused_for_now(turn: &Turn, aim: Aim, refusal: Refusal) -> Reply {
    let text = Html::escape(&words::refusal(turn.texts, &refusal));
    views::while_waiting(turn.texts, text, aim.obligation, aim.answer.is_some()).send()
}

/// The right may have ended since the answer was given.
pub(super) async fn right(
    turn: &Turn,
    obligation: ObligationId,
) -> Result<Result<MayAnswer, Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(obligations::view(conn, obligation))).await?;
    Ok(match found {
        Some(one) => who.may_answer(one.organisation, &turn.catalogue.tree),
        None => Err(Refusal::NotYours),
    })
}

async fn not_kept(turn: &Turn, aim: Aim, failure: NotDone) -> Answer {
    match failure {
        NotDone::Refused(
            refusal @ (Refusal::TextTooLong
            | Refusal::EvidenceMissing
            | Refusal::FileNotTaken
            | Refusal::FileTooBig),
        ) => Ok(vec![refused_for_now(turn, aim, refusal)]),
        NotDone::Refused(refusal) => over(turn, refusal).await,
        NotDone::Failed(failure) => Err(failure.into()),
    }
}

/// Nothing can be added any more: says why and stops waiting.
async fn over(turn: &Turn, refusal: Refusal) -> Answer {
    turn.stop_waiting().await?;
    Ok(turn.refused(refusal))
}

/// Whether "done" of this obligation has to be proven before it is reported.
pub(super) fn needs_proof(one: &ObligationView, kind: AnswerKind) -> bool {
    kind == AnswerKind::Done
        && one.evidence == domain::evidence::Need::Required
        && matches!(one.state, domain::obligation::State::Open | domain::obligation::State::Returned)
}
