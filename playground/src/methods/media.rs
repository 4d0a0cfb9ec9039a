//! Pictures and files: sent by upload or by identifier, fetched by `getFile`.

use serde_json::{Value, json};

use super::messages::{caption, send, send_album};
use crate::arguments::{Arguments, Upload};
use crate::entities;
use crate::error::ApiError;
use crate::files::picture_size;
use crate::json::Object;
use crate::messages::{Attachment, ChatMessage, unique};
use crate::state::Playground;

/// A picture to send.
const PHOTO_MAX: usize = 10 << 20;
/// The files of an album.
const ALBUM: std::ops::RangeInclusive<usize> = 2..=10;
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

/// What an album is made of here: files that are known already.
pub(super) fn send_media_group(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let media = arguments.json("media", "can't parse media JSON object")?;
    let unreadable = || ApiError::bad("can't parse media: expected an Array of InputMedia");
    let media = media.as_ref().and_then(Value::as_array).ok_or_else(unreadable)?;
    if !ALBUM.contains(&media.len()) {
        return Err(ApiError::bad("an album must include 2-10 items"));
    }
    let mut messages = Vec::with_capacity(media.len());
    let mut sorts = Vec::with_capacity(media.len());
    for one in media {
        let (sort, message) = of_album(playground, one)?;
        messages.push(message);
        sorts.push(sort);
    }
    if sorts.contains(&"document") && sorts.contains(&"photo") {
        return Err(ApiError::bad("document can't be mixed with other media types"));
    }
    send_album(playground, arguments, messages)
}

/// One item of an album: its sort and its message.
fn of_album(playground: &Playground, item: &Value) -> Result<(&'static str, ChatMessage), ApiError> {
    let unreadable = |reason: String| ApiError::bad(format!("can't parse InputMedia: {reason}"));
    let object = Object::of(item, "InputMedia").map_err(unreadable)?;
    let text = |name| object.string(name).map_err(unreadable).map(Option::unwrap_or_default);
    let sort = object.required_string("type").map_err(unreadable)?;
    let file_id = object.required_string("media").map_err(unreadable)?;
    let caption = entities::parse(&text("caption")?, &text("parse_mode")?, object.value("caption_entities"))?;
    let mut message = ChatMessage::new(true, caption);
    let file = playground.state().files.get(&file_id).cloned();
    let file = file.ok_or_else(|| ApiError::bad("wrong file identifier/HTTP URL specified"))?;
    let size = file.bytes.len();
    let (sort, attachment) = match sort.as_str() {
        "photo" => {
            let (width, height) = picture_size(&file.bytes)
                .ok_or_else(|| ApiError::bad("wrong file identifier/HTTP URL specified"))?;
            ("photo", Attachment::Photo { file_id, width, height, size })
        }
        "document" => ("document", Attachment::Document { file_id, name: file.name, mime: file.mime, size }),
        _ => return Err(ApiError::bad("can't parse InputMedia: only photos and documents are played")),
    };
    message.attachment = Some(attachment);
    Ok((sort, message))
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
