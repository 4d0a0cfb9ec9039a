//! Pictures and files: sent by upload or by identifier, fetched by `getFile`.

use serde_json::{Value, json};

use super::messages::{caption, send};
use crate::arguments::{Arguments, Upload};
use crate::error::ApiError;
use crate::files::picture_size;
use crate::messages::{Attachment, ChatMessage, unique};
use crate::state::Playground;

/// A picture to send.
const PHOTO_MAX: usize = 10 << 20;
/// A file to fetch.
const DOWNLOAD_MAX: usize = 20 << 20;

/// What is to be sent: new bytes, or something that is here already.
enum Source<'a> {
    Upload(&'a Upload),
    Known(String),
}

fn source<'a>(playground: &Playground, arguments: &'a Arguments, name: &str) -> Result<Source<'a>, ApiError> {
    if let Some(upload) = arguments.file(name) {
        if upload.bytes.is_empty() {
            return Err(ApiError::bad("file must be non-empty"));
        }
        return Ok(Source::Upload(upload));
    }
    match arguments.text(name) {
        "" => Err(ApiError::bad(format!("there is no {name} in the request"))),
        id if playground.state().files.get(id).is_some() => Ok(Source::Known(id.to_owned())),
        _ => Err(ApiError::bad("wrong file identifier/HTTP URL specified")),
    }
}

pub(super) fn send_photo(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let mut message = ChatMessage::new(true, caption(arguments)?);
    let file_id = match source(playground, arguments, "photo")? {
        Source::Known(id) => id,
        Source::Upload(upload) => {
            if upload.bytes.len() > PHOTO_MAX {
                return Err(ApiError::bad("file is too big"));
            }
            let (width, height) =
                picture_size(&upload.bytes).ok_or_else(|| ApiError::bad("IMAGE_PROCESS_FAILED"))?;
            let (long, short) = (width.max(height), width.min(height).max(1));
            if width + height > 10_000 || long / short > 20 {
                return Err(ApiError::bad("PHOTO_INVALID_DIMENSIONS"));
            }
            let mime = upload.mime.as_deref().unwrap_or("image/jpeg");
            playground.state().files.keep("photos", &upload.name, mime, upload.bytes.clone())
        }
    };
    let measured =
        playground.state().files.get(&file_id).and_then(|file| {
            picture_size(&file.bytes).map(|(width, height)| (width, height, file.bytes.len()))
        });
    let (width, height, size) =
        measured.ok_or_else(|| ApiError::bad("wrong file identifier/HTTP URL specified"))?;
    message.attachment = Some(Attachment::Photo { file_id, width, height, size });
    send(playground, arguments, message)
}

pub(super) fn send_document(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let mut message = ChatMessage::new(true, caption(arguments)?);
    let file_id = match source(playground, arguments, "document")? {
        Source::Known(id) => id,
        Source::Upload(upload) => {
            let mime = upload.mime.as_deref().unwrap_or("application/octet-stream");
            playground.state().files.keep("documents", &upload.name, mime, upload.bytes.clone())
        }
    };
    let attachment = playground.state().files.get(&file_id).map(|file| Attachment::Document {
        file_id: file_id.clone(),
        name: file.name.clone(),
        mime: file.mime.clone(),
        size: file.bytes.len(),
    });
    message.attachment = attachment;
    send(playground, arguments, message)
}

pub(super) fn get_file(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let id = arguments.text("file_id");
    if id.is_empty() {
        return Err(ApiError::bad("file_id not specified"));
    }
    let state = playground.state();
    let file = state.files.get(id).ok_or_else(|| ApiError::bad("invalid file_id"))?;
    if file.bytes.len() > DOWNLOAD_MAX {
        return Err(ApiError::bad("file is too big"));
    }
    Ok(json!({
        "file_id": id, "file_unique_id": unique(id), "file_size": file.bytes.len(), "file_path": file.path,
    }))
}
