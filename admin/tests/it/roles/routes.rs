//! The routes of the panel, as its own source declares them: axum lists none, and there is no other way to declare one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Ways into a router that the reader below would not see.
const UNSEEN: [&str; 9] = [
    ".route_service(",
    ".nest(",
    ".nest_service(",
    ".fallback_service(",
    ".method_not_allowed_fallback(",
    "any(",
    "axum::routing::on(",
    "MethodRouter::",
    "MethodFilter",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push(entry);
        }
    }
}

/// What stands between the parenthesis that was just opened and the one that closes it.
fn enclosed(text: &str) -> &str {
    let mut depth = 1;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..place];
        }
    }
    panic!("a parenthesis is never closed: {}", &text[..80.min(text.len())]);
}

/// The methods that a route answers, by the constructors that stand in its second argument.
fn methods(handlers: &str) -> Vec<&'static str> {
    let all =
        [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("patch(", "PATCH"), ("delete(", "DELETE")];
    let called = |name: &str| {
        handlers.match_indices(name).any(|(place, _)| {
            !handlers[..place]
                .ends_with(|before: char| before.is_alphanumeric() || matches!(before, '_' | ':'))
        })
    };
    all.into_iter().filter(|(name, _)| called(name)).map(|(_, method)| method).collect()
}

/// Every method and path, such as `GET /orgs/{id}`.
pub(super) fn declared() -> BTreeSet<String> {
    // The same routes once more, under another address: `inside_telegram_every_role_reads_the_same` asks them there.
    const ONCE_MORE: &str = ".nest(\"/app/\", inside)";
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut routes = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap().replacen(ONCE_MORE, "", 1);
        for way in UNSEEN {
            let hides = text.match_indices(way).any(|(place, _)| {
                !text[..place]
                    .ends_with(|before: char| before.is_alphanumeric() || matches!(before, '.' | '_'))
            });
            assert!(!hides, "{}: {way} makes routes that the table would not name", file.display());
        }
        for call in text.split(".route(").skip(1).map(enclosed) {
            let path = call.split('"').nth(1).expect("a path stands in the call itself");
            let handlers = call.split_once(',').expect("a route has a handler").1;
            let methods = methods(handlers);
            assert!(!methods.is_empty(), "{}: nothing is known of {path}", file.display());
            routes.extend(methods.into_iter().map(|method| format!("{method} {path}")));
        }
    }
    routes
}
