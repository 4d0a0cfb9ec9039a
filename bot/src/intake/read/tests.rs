use serde_json::{Value, json};

use super::*;

fn read(update: &Value) -> Read {
    let text = update.to_string();
    Envelope::open(&text).unwrap().read(&text).unwrap()
}

fn what(update: &Value) -> Option<What> {
    match read(update) {
        Read::Incoming(incoming) => Some(incoming.what),
        Read::Ignored => None,
    }
}

fn user() -> Value {
    json!({ "id": 7, "is_bot": false, "first_name": "Aziz", "language_code": "uz" })
}

fn message(fields: Value) -> Value {
    let mut message = json!({
        "message_id": 5, "date": 1_795_000_000, "from": user(),
        "chat": { "id": 7, "type": "private", "first_name": "Aziz" },
    });
    let Value::Object(fields) = fields else { panic!("fields of a message") };
    message.as_object_mut().unwrap().extend(fields);
    json!({ "update_id": 100, "message": message })
}

#[test]
fn words_are_commands_or_text() {
    let command = |name: &str, argument: &str| What::Command { name: name.into(), argument: argument.into() };
    let text = |text: &str| What::Text { message_id: 5, text: text.into() };
    for (typed, expected) in [
        ("/start r_7KQ2", command("start", "r_7KQ2")),
        ("/Start@nazorat_bot  r_7KQ2 ", command("start", "r_7KQ2")),
        ("/tasks", command("tasks", "")),
        ("/", text("/")),
        ("/yoʻl", text("/yoʻl")),
        ("Rahmat \"katta\"\n", text("Rahmat \"katta\"\n")),
    ] {
        assert_eq!(what(&message(json!({ "text": typed }))), Some(expected), "{typed}");
    }
}

#[test]
fn an_address_behind_words_is_read_in_words_and_below_files() {
    let entities = json!([{ "type": "text_link", "offset": 0, "length": 5, "url": "https://lex.uz/1" }]);
    let words = message(json!({ "text": "Bayon ilovada", "entities": entities }));
    let text = "Bayon (https://lex.uz/1) ilovada";
    assert_eq!(what(&words), Some(What::Text { message_id: 5, text: text.into() }));
    let document = json!({ "file_id": "F", "file_unique_id": "U", "file_size": 9, "file_name": "a.pdf" });
    let below = json!({ "document": document, "caption": "Bayon ilovada", "caption_entities": entities });
    let Some(What::File { caption, .. }) = what(&message(below)) else { panic!("a file") };
    assert_eq!(caption.as_deref(), Some(text));
}

#[test]
fn a_person_is_known_by_number_name_and_language() {
    let Read::Incoming(incoming) = read(&message(json!({ "text": "x" }))) else { panic!("it is a message") };
    assert_eq!(incoming.update_id, 100);
    assert_eq!(incoming.from, From { id: 7, first_name: "Aziz".into(), language_code: Some("uz".into()) });
    assert_eq!(incoming.chat, Chat { id: 7, private: true });
}

#[test]
fn an_inline_query_is_read_for_its_person() {
    let update = json!({ "update_id": 1, "inline_query": {
        "id": "77", "from": user(), "query": "pasport \"olish\"", "offset": "", "chat_type": "group",
    }});
    let Read::Incoming(incoming) = read(&update) else { panic!("it is a query") };
    assert_eq!(incoming.chat, Chat { id: 7, private: true });
    assert_eq!(incoming.what, What::Inline { query_id: "77".into(), query: "pasport \"olish\"".into() });
}

#[test]
fn a_press_is_read_with_and_without_its_message() {
    let mut update = json!({ "update_id": 1, "callback_query": {
        "id": "99", "from": user(), "chat_instance": "1", "data": "1:r:5",
        "message": { "message_id": 8, "date": 0, "chat": { "id": 7, "type": "private" } },
    }});
    let press =
        |message_id, data: &str| What::Press { callback_id: "99".into(), message_id, data: data.into() };
    assert_eq!(what(&update), Some(press(Some(8), "1:r:5")));
    update["callback_query"].as_object_mut().unwrap().remove("message");
    update["callback_query"].as_object_mut().unwrap().remove("data");
    assert_eq!(what(&update), Some(press(None, "")));
}

#[test]
fn files_are_described_and_the_largest_photo_is_taken() {
    let size = |id: &str, side: u32| json!({ "file_id": id, "file_unique_id": id, "file_size": side, "width": side, "height": side });
    let photo =
        message(json!({ "photo": [size("s", 90), size("l", 1280), size("m", 320)], "caption": "dalil" }));
    let Some(What::File { file, caption, .. }) = what(&photo) else { panic!("it is a photo") };
    assert_eq!((file.kind, file.file_id.as_str(), file.bytes), (FileKind::Photo, "l", Some(1280)));
    assert_eq!(caption.as_deref(), Some("dalil"));

    let document = message(json!({ "document": {
        "file_id": "d", "file_unique_id": "u", "file_name": "hisobot.pdf", "mime_type": "application/pdf",
    }}));
    let Some(What::File { file, .. }) = what(&document) else { panic!("it is a document") };
    assert_eq!(file.name.as_deref(), Some("hisobot.pdf"));
    assert_eq!((file.mime.as_deref(), file.bytes), (Some("application/pdf"), None));
}

#[test]
fn what_cannot_be_taken_says_its_kind() {
    let voice = json!({ "file_id": "v", "file_unique_id": "v", "duration": 3, "mime_type": "audio/ogg" });
    for (field, content, kind) in [
        ("voice", voice, "voice"),
        ("dice", json!({ "emoji": "🎲", "value": 4 }), "dice"),
        ("new_thing", json!({}), "other"),
    ] {
        assert_eq!(what(&message(json!({ field: content }))), Some(What::Unsupported { kind }), "{field}");
    }
}

#[test]
fn a_block_and_an_unblock_are_noticed() {
    let change = |was: &str, is: &str| {
        let member = |status: &str| match status {
            "kicked" => {
                json!({ "user": { "id": 1, "is_bot": true, "first_name": "b" }, "status": status, "until_date": 0 })
            }
            _ => json!({ "user": { "id": 1, "is_bot": true, "first_name": "b" }, "status": status }),
        };
        json!({ "update_id": 1, "my_chat_member": {
            "chat": { "id": 7, "type": "private", "first_name": "Aziz" }, "from": user(), "date": 1_795_000_000,
            "old_chat_member": member(was), "new_chat_member": member(is),
        }})
    };
    assert_eq!(what(&change("member", "kicked")), Some(What::Blocked));
    assert_eq!(what(&change("kicked", "member")), Some(What::Unblocked));
}

#[test]
fn an_edit_is_an_edit() {
    let mut update = message(json!({ "text": "yangi", "edit_date": 1_795_000_001 }));
    update["edited_message"] = update["message"].take();
    update.as_object_mut().unwrap().remove("message");
    assert_eq!(what(&update), Some(What::Edited { message_id: 5, words: Some("yangi".into()), file: None }));
}

#[test]
fn groups_and_unknown_kinds_of_update_are_left_alone() {
    let mut group = message(json!({ "text": "salom" }));
    group["message"]["chat"] = json!({ "id": -5, "type": "group", "title": "Guruh" });
    assert_eq!(what(&group), None);
    assert_eq!(what(&json!({ "update_id": 3, "poll_answer": { "poll_id": "1", "option_ids": [] } })), None);
}

#[test]
fn an_entity_newer_than_the_types_does_not_hide_a_caption() {
    let update = message(json!({
        "document": { "file_id": "d", "file_unique_id": "u" }, "caption": "ertaga",
        "caption_entities": [{ "type": "date_time", "offset": 0, "length": 6 }],
    }));
    let Some(What::File { caption, .. }) = what(&update) else { panic!("it is a document") };
    assert_eq!(caption.as_deref(), Some("ertaga"));
}

#[test]
fn all_that_a_person_does_goes_into_one_lane() {
    let lane = |update: &Value| Envelope::open(&update.to_string()).unwrap().lane;
    let press = json!({ "update_id": 1, "callback_query": { "id": "9", "from": user(), "data": "x" } });
    let member = json!({ "update_id": 2, "my_chat_member": { "from": user(), "chat": {} } });
    let photo = message(json!({ "photo": [] }));
    for update in [&press, &member, &photo, &message(json!({ "text": "x" }))] {
        assert_eq!(lane(update), 7, "{update}");
    }
}

#[test]
fn what_is_not_an_update_is_refused() {
    for text in ["", "[]", "{", "{\"message\":{}}", "{\"update_id\":\"x\"}"] {
        assert!(Envelope::open(text).is_err(), "{text}");
    }
}
