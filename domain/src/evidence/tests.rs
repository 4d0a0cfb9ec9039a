use super::*;

#[test]
fn files_are_taken_by_their_names_kinds_and_sizes() {
    let (taken, not) = (Ok(()), Err(Refusal::FileNotTaken));
    for (name, mime, bytes, expected) in [
        (Some("Buyruq № 214.pdf"), Some("application/pdf"), 422_400, taken),
        (Some("ФОТО.JPG"), Some("image/jpeg"), 1, taken),
        (Some("hisobot.v2.xlsx"), None, 9, taken),
        (Some("bayon.docx."), None, 9, taken),
        (Some("ilova.7z"), Some("application/octet-stream"), 9, taken),
        (None, Some("image/heic"), 9, taken),
        (Some("rasm"), Some("image/png"), 9, taken),
        (None, Some("text/plain; charset=utf-8"), 9, taken),
        (
            Some("hujjat"),
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            9,
            taken,
        ),
        (Some("a.pdf"), None, FILE_LIMIT, taken),
        (Some("a.pdf"), None, FILE_LIMIT + 1, Err(Refusal::FileTooBig)),
        (Some("setup.exe"), None, 50 * 1024 * 1024, Err(Refusal::FileTooBig)),
        (Some("buyruq.pdf.exe"), Some("application/pdf"), 9, not),
        (Some("buyruq.pdf"), Some("application/x-msdownload"), 9, not),
        (Some("makro.xlsm"), None, 9, not),
        (Some("sahifa.html"), Some("text/html"), 9, not),
        (Some("x.svg"), Some("image/svg+xml"), 9, not),
        (None, Some("image/svg+xml"), 9, not),
        (Some("ilova.apk"), Some("application/vnd.android.package-archive"), 9, not),
        (Some("kod.py"), Some("text/plain"), 9, not),
        (Some("bayon"), Some("application/octet-stream"), 9, not),
        (Some(".pdf"), None, 9, not),
        (None, None, 9, not),
    ] {
        assert_eq!(check_file(name, mime, bytes), expected, "{name:?} {mime:?} {bytes}");
        assert_eq!(Proof::of_file(name, mime, bytes).map(drop), expected, "{name:?}");
    }
}

#[test]
fn a_program_is_known_by_its_beginning() {
    for (beginning, program) in [
        (&b"MZ\x90\0"[..], true),
        (b"\x7fELF\x02", true),
        (b"#!/bin/sh", true),
        (b"%PDF-1.7", false),
        (b"PK\x03\x04", false),
        (b"", false),
    ] {
        assert_eq!(is_program(beginning), program, "{beginning:?}");
    }
}

#[test]
fn links_and_record_numbers_are_found_in_words() {
    for (typed, text, links, records) in [
        ("Bayon tayyor", Some("Bayon tayyor"), &[][..], &[][..]),
        ("NIS 123456", None, &[], &["123456"]),
        ("nis.uz № 12-3456", None, &[], &["12-3456"]),
        ("НИС: 77881", None, &[], &["77881"]),
        ("NIS-445566", None, &[], &["445566"]),
        ("NIS AB-12", None, &[], &["AB-12"]),
        ("NIS 2026-yil", Some("NIS 2026-yil"), &[], &[]),
        ("NIS 12", Some("NIS 12"), &[], &[]),
        ("Nisbatan 123456", Some("Nisbatan 123456"), &[], &[]),
        ("Kiritildi\nNIS 123456\nNIS 123456", Some("Kiritildi"), &[], &["123456"]),
        (
            "Qarang: https://lex.uz/docs/1?a=B#c.",
            Some("Qarang: https://lex.uz/docs/1?a=B#c."),
            &["https://lex.uz/docs/1?a=B#c"],
            &[],
        ),
        (
            "(www.stat.uz), t.me/kanal/5",
            Some("(www.stat.uz), t.me/kanal/5"),
            &["https://www.stat.uz", "https://t.me/kanal/5"],
            &[],
        ),
        ("nis.uz/yozuv/7", Some("nis.uz/yozuv/7"), &["https://nis.uz/yozuv/7"], &[]),
        (
            "javascript://alert file.pdf a..uz salom.",
            Some("javascript://alert file.pdf a..uz salom."),
            &[],
            &[],
        ),
        ("<b 👨‍👩‍👧", Some("<b 👨‍👩‍👧"), &[], &[]),
        (" \u{200B}\n ", None, &[], &[]),
    ] {
        let words = read_words(typed);
        assert_eq!(words.text.as_deref(), text, "{typed}");
        assert_eq!(words.links, links, "{typed}");
        assert_eq!(words.records, records, "{typed}");
    }
    let many: Vec<_> = (0..30).map(|number| format!("https://a.uz/{number}")).collect();
    assert_eq!(read_words(&many.join(" ")).links.len(), 10);
}

#[test]
fn a_record_number_that_was_asked_for_is_checked() {
    for (typed, number) in [
        (" 123456 ", Ok("123456")),
        ("NIS.UZ № ab-12", Ok("AB-12")),
        ("12345678901234567890", Ok("12345678901234567890")),
        ("123456789012345678901", Err(Refusal::RecordNumberWrong)),
        ("123", Err(Refusal::RecordNumberWrong)),
        ("raqam", Err(Refusal::RecordNumberWrong)),
        ("12 34 56", Err(Refusal::RecordNumberWrong)),
        ("<b>1234", Err(Refusal::RecordNumberWrong)),
        ("ўн икки 1234", Err(Refusal::RecordNumberWrong)),
        ("", Err(Refusal::RecordNumberWrong)),
    ] {
        assert_eq!(record_number(typed), number.map(str::to_owned), "{typed:?}");
    }
}

#[test]
fn words_prove_something_when_they_say_enough() {
    for (typed, proves) in [
        ("Bajarildi", false),
        ("Bajarildi!", true),
        ("          ok", false),
        ("lex.uz", true),
        ("NIS 1234", true),
        ("\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}", false),
    ] {
        assert_eq!(Proof::of_words(typed).is_some(), proves, "{typed:?}");
    }
}
