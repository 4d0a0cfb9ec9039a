//! Files in both directions.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::support::{City, LOLA, TOKEN, refused};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

async fn post(city: &City, method: &str, form: Form) -> Value {
    let response = city.http.post(city.url(method)).multipart(form).send().await.unwrap();
    response.json().await.unwrap()
}

#[tokio::test]
async fn an_uploaded_file_can_be_sent_again_by_its_identifier_and_fetched() {
    let city = City::with_lola().await;
    let part = Part::bytes(b"hello".to_vec()).file_name("Buyruq.pdf").mime_str("application/pdf").unwrap();
    let form = Form::new()
        .text("chat_id", LOLA.to_string())
        .text("caption", "<b>x</b>")
        .text("parse_mode", "HTML")
        .text("document", "attach://one")
        .part("one", part);
    let sent = post(&city, "SendDocument", form).await["result"].clone();
    assert_eq!(sent["document"]["file_name"], "Buyruq.pdf");
    assert_eq!(sent["caption_entities"][0]["type"], "bold");
    let id = &sent["document"]["file_id"];
    let again = city.call("sendDocument", json!({"chat_id": LOLA, "document": id})).await.unwrap();
    assert_eq!(&again["document"]["file_id"], id);
    let file = city.call("getFile", json!({"file_id": id})).await.unwrap();
    let url = format!("{}/file/bot{TOKEN}/{}", city.address, file["file_path"].as_str().unwrap());
    assert_eq!(city.http.get(url).send().await.unwrap().bytes().await.unwrap(), "hello");
    assert!(city.playground.unknown_arguments().is_empty());
}

#[tokio::test]
async fn pictures_are_measured_and_refused() {
    let city = City::with_lola().await;
    let send = async |bytes: Vec<u8>| {
        let form = Form::new()
            .text("chat_id", LOLA.to_string())
            .part("photo", Part::bytes(bytes).file_name("p.png"));
        post(&city, "sendPhoto", form).await
    };
    let taken = send(png(1280, 1100)).await;
    assert_eq!(taken["result"]["photo"][0]["width"], 1280);
    for (bytes, expected) in [
        (vec![], "Bad Request: file must be non-empty"),
        (b"text".to_vec(), "Bad Request: IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (png(2100, 100), "Bad Request: PHOTO_INVALID_DIMENSIONS"),
    ] {
        assert_eq!(send(bytes).await["description"], expected);
    }
}

#[tokio::test]
async fn files_that_are_not_there_or_too_big_are_refused() {
    let city = City::with_lola().await;
    city.playground.send_file(LOLA, "big.bin", "application/octet-stream", vec![0; (20 << 20) + 1], "");
    let update = city.call("getUpdates", json!({})).await.unwrap();
    let big = &update[0]["message"]["document"]["file_id"];
    for (arguments, expected) in [
        (json!({"file_id": big}), "file is too big"),
        (json!({"file_id": "nonsense"}), "invalid file_id"),
        (json!({}), "file_id not specified"),
    ] {
        assert_eq!(city.call("getFile", arguments).await, refused(400, &format!("Bad Request: {expected}")));
    }
    for (document, expected) in [
        (json!(""), "there is no document in the request"),
        (json!("https://lex.uz/a.pdf"), "wrong file identifier/HTTP URL specified"),
    ] {
        let answer = city.call("sendDocument", json!({"chat_id": LOLA, "document": document})).await;
        assert_eq!(answer, refused(400, &format!("Bad Request: {expected}")));
    }
}

/// The identifier of the last file in Lola's chat.
fn last_file(city: &City) -> String {
    match city.playground.chat(LOLA).pop().unwrap().attachment {
        Some(
            playground::Attachment::Document { file_id, .. } | playground::Attachment::Photo { file_id, .. },
        ) => file_id,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_album_holds_two_to_ten_files_of_one_sort() {
    let city = City::with_lola().await;
    let mut ids = Vec::new();
    for number in 0..11 {
        city.playground.send_file(LOLA, &format!("{number}.pdf"), "application/pdf", "x", "");
        ids.push(last_file(&city));
    }
    city.playground.send_photo(LOLA, png(10, 10), "");
    let photo = last_file(&city);
    let of =
        |ids: &[String]| -> Value { ids.iter().map(|id| json!({"type": "document", "media": id})).collect() };
    let sent = city.call("sendMediaGroup", json!({"chat_id": LOLA, "media": of(&ids[..10])})).await.unwrap();
    let albums: Vec<_> = sent.as_array().unwrap().iter().map(|one| one["media_group_id"].clone()).collect();
    assert_eq!(albums.len(), 10);
    assert!(albums.iter().all(|album| album == &albums[0] && album.is_string()));
    let mut mixed = of(&ids[..1]);
    mixed.as_array_mut().unwrap().push(json!({"type": "photo", "media": photo}));
    for (media, words) in [
        (of(&ids[..1]), "2-10 items"),
        (of(&ids), "2-10 items"),
        (mixed, "document can't be mixed with other media types"),
        (of(&["gone".to_owned(), ids[0].clone()]), "wrong file identifier"),
        (json!([{"type": "document"}, {"type": "document"}]), "Can't find field"),
        (json!({}), "can't parse media"),
    ] {
        let refused =
            city.call("sendMediaGroup", json!({"chat_id": LOLA, "media": media})).await.unwrap_err();
        assert!(format!("{refused:?}").contains(words), "{words}: {refused:?}");
    }
}
