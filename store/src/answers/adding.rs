//! Words and files that come after an answer, or that make it one.

use chrono::{DateTime, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::evidence::Proof;
use domain::ids::{AnswerId, ObligationId, PersonId};
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use domain::written::tidy;
use serde_json::json;

use super::open::{Step, open_answer};
use crate::evidence::{self, Brought};
use crate::obligations::{self, Answered};
use crate::query::{maybe, one, run};
use crate::{Conn, NotDone, StoreError};

/// What somebody brought: one message, or a press of a button with ready words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Telegram's number of the message; none for what came by a button or from the panel.
    pub message_id: Option<i64>,
    /// The words, or those below the file.
    pub words: Option<String>,
    /// The file.
    pub file: Option<Brought>,
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Whether it had words that were not there before.
    pub words: bool,
    /// What became of its file.
    pub file: Option<FileAdded>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileAdded {
    /// It is noted and will be fetched. So many files of its album are noted by now; 1 when it came alone.
    New {
        /// Files of the album.
        together: i64,
    },
    /// It stands there already.
    Known,
}

impl Piece {
    /// What the piece proves, if it proves anything.
    fn proof(&self) -> Result<Option<Proof>, Refusal> {
        if let Some(file) = &self.file {
            return Proof::of_file(Some(&file.name), Some(&file.mime), file.bytes).map(Some);
        }
        Ok(self.words.as_deref().and_then(Proof::of_words))
    }
}

/// Adds a piece to one's own answer.
pub async fn add(
    conn: &mut Conn,
    right: &MayAnswer,
    id: AnswerId,
    piece: &Piece,
    now: DateTime<Utc>,
) -> Result<Added, NotDone> {
    piece.proof()?;
    let answer = open_answer(conn, right, id).await?;
    let words = piece.words.as_deref().map(tidy).filter(|words| !words.is_empty());
    let mut added = Added::default();
    if piece.file.is_none() {
        let Some(words) = &words else { return Ok(added) };
        if piece.message_id.is_none() && says_already(conn, id, words).await? {
            return Ok(added);
        }
    }
    added.words = words.is_some();
    let part = add_part(conn, right.person(), id, (piece.message_id, words.as_deref()), now).await?;
    let mut after = json!({});
    if let Some(words) = &words {
        after["text"] = json!(words);
    }
    if let Some(file) = &piece.file {
        let new = evidence::add(conn, (id, answer.obligation), Some(part), file, now).await?;
        after["file"] = json!(file.name);
        after["bytes"] = json!(file.bytes);
        added.file = Some(if new {
            FileAdded::New { together: evidence::together(conn, id, file).await? }
        } else {
            FileAdded::Known
        });
    }
    if added.words || added.file != Some(FileAdded::Known) {
        answer.settle(conn, Step::Added, now).await?;
        answer.record(conn, right, "added", (None, after), now).await?;
    }
    Ok(added)
}

/// Reports that the work is done, with the piece that proves it.
pub async fn report_with(
    conn: &mut Conn,
    right: &MayAnswer,
    obligation: ObligationId,
    piece: &Piece,
    now: DateTime<Utc>,
) -> Result<(Answered, Added), NotDone> {
    let proof = piece.proof()?.ok_or(Refusal::EvidenceMissing)?;
    let given = Answer::new(AnswerKind::Done).proven_by(proof);
    let answered = obligations::answer(conn, right, obligation, &given, now).await?;
    let added = add(conn, right, answered.answer, piece, now).await?;
    Ok((answered, added))
}

/// The words with which an answer was given at once.
pub(crate) async fn first_words(
    conn: &mut Conn,
    right: &MayAnswer,
    id: AnswerId,
    words: &str,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    add_part(conn, right.person(), id, (None, Some(words)), now).await?;
    open_answer(conn, right, id).await?.settle(conn, Step::Added, now).await?;
    Ok(())
}

/// Notes a message, or what came without one.
async fn add_part(
    conn: &mut Conn,
    person: PersonId,
    id: AnswerId,
    (message_id, words): (Option<i64>, Option<&str>),
    now: DateTime<Utc>,
) -> Result<i64, StoreError> {
    keep_earlier_text(conn, id).await?;
    let (part,) = one!(
        conn,
        (i64,),
        "INSERT INTO answer_part (answer_id, person_id, message_id, text, added_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
        id.0,
        person.0,
        message_id,
        words,
        now,
    )?;
    Ok(part)
}

/// An answer from the time before there were parts: its text becomes the first one.
async fn keep_earlier_text(conn: &mut Conn, id: AnswerId) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO answer_part (answer_id, person_id, text, added_at)
         SELECT id, person_id, text, given_at FROM answer
         WHERE id = $1 AND text IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM answer_part WHERE answer_part.answer_id = answer.id)",
        id.0,
    )?;
    Ok(())
}

/// Whether these ready words were given before.
async fn says_already(conn: &mut Conn, id: AnswerId, words: &str) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT id FROM answer_part WHERE answer_id = $1 AND message_id IS NULL AND text = $2 LIMIT 1",
        id.0,
        words,
    )?;
    Ok(row.is_some())
}
