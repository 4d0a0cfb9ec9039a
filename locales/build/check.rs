//! Whether the languages say the same things, and the one description of each text that follows.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{Catalogue, LANGUAGES, Text, Use};

/// The plural forms that a choice by a number needs in each language. Uzbek nouns stay singular after a number.
const PLURAL_FORMS: [&[&str]; 4] = [&[], &[], &["one", "few", "many"], &["one", "other"]];

/// Words that Rust does not take for a name.
const RESERVED: [&str; 40] = [
    "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "priv", "pub", "ref", "return", "self", "static", "struct", "true",
    "type", "use", "where",
];

/// What `Texts` itself is able to do.
const OWN_METHODS: [&str; 5] = ["new", "language", "fixed", "say", "say-html"];

/// A text that all languages have.
pub(crate) struct Agreed<'a> {
    /// Its name in the files.
    pub(crate) id: &'a str,
    /// How the reference says it.
    pub(crate) reference: &'a Text,
    /// What it is in each language, where it takes no values.
    pub(crate) fixed: Option<[String; 4]>,
    /// The values that it takes, by name.
    pub(crate) variables: BTreeMap<String, Use>,
}

impl Agreed<'_> {
    /// Whether it is written in Telegram's HTML.
    pub(crate) fn is_html(&self) -> bool {
        self.reference.file.starts_with("bot")
    }
}

/// The texts that all languages have, in the order of their names, or everything in which the languages differ.
pub(crate) fn compare(catalogue: &Catalogue) -> Result<Vec<Agreed<'_>>, Vec<String>> {
    let mut problems = Vec::new();
    for (language, texts) in catalogue.iter().enumerate() {
        for (id, text) in texts {
            problems.extend(faults(catalogue, language, id, text));
        }
        problems.extend(missing(catalogue, language));
    }
    problems.extend(clashes(catalogue));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(catalogue[0].iter().map(|(id, reference)| agree(catalogue, id, reference)).collect())
}

/// What is wrong with one text of one language.
fn faults(catalogue: &Catalogue, language: usize, id: &str, text: &Text) -> Vec<String> {
    let place = format!("{}/{}: `{id}`", LANGUAGES[language], text.file);
    let mut problems = Vec::new();
    match catalogue[0].get(id) {
        None => problems.push(format!("{place} does not exist in {}", LANGUAGES[0])),
        Some(reference) if reference.file != text.file => {
            problems.push(format!("{place} stands in {} in {}", reference.file, LANGUAGES[0]));
        }
        Some(reference) if !reference.variables.keys().eq(text.variables.keys()) => {
            let (here, there) = (list(text), list(reference));
            problems.push(format!("{place} takes {here}, but {there} in {}", LANGUAGES[0]));
        }
        Some(_) => {}
    }
    for forms in &text.plurals {
        // In English the number 1 alone takes the form [one].
        let has = |form: &&&str| {
            forms.contains(**form) || (language == 3 && **form == "one" && forms.contains("1"))
        };
        for form in PLURAL_FORMS[language].iter().filter(|form| !has(form)) {
            problems.push(format!("{place} lacks the plural form [{form}]"));
        }
    }
    for name in &text.references {
        if catalogue[language].get(name).is_none_or(|named| named.fixed.is_none()) {
            problems.push(format!("{place} names `{name}`, which is not a text without values"));
        }
    }
    if RESERVED.contains(&id) || OWN_METHODS.contains(&id) {
        problems.push(format!("{place} cannot be the name of a method"));
    }
    for variable in text.variables.keys().filter(|variable| RESERVED.contains(&variable.as_str())) {
        problems.push(format!("{place} takes `${variable}`, which cannot be the name of a parameter"));
    }
    problems
}

fn missing(catalogue: &Catalogue, language: usize) -> Vec<String> {
    let lacks = |id: &&String| !catalogue[language].contains_key(*id);
    let ids = catalogue[0].iter().filter(|(id, _)| lacks(id));
    ids.map(|(id, text)| format!("{}/{}: `{id}` is missing", LANGUAGES[language], text.file)).collect()
}

/// Names that become one in Rust, such as `a-1b` and `a1b` never do, but `a--b` and `a-b` might.
fn clashes(catalogue: &Catalogue) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let clash = |id: &&String| !seen.insert(super::generate::identifier(id));
    let clashing: Vec<_> = catalogue[0].keys().filter(clash).collect();
    clashing.into_iter().map(|id| format!("{}: `{id}` is too like another name", LANGUAGES[0])).collect()
}

fn list(text: &Text) -> String {
    if text.variables.is_empty() {
        return "no values".to_owned();
    }
    text.variables.keys().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

/// One description of a text that has no faults.
fn agree<'a>(catalogue: &'a Catalogue, id: &'a str, reference: &'a Text) -> Agreed<'a> {
    let mut variables = BTreeMap::<String, Use>::new();
    for (name, kind) in catalogue.iter().filter_map(|texts| texts.get(id)).flat_map(|text| &text.variables) {
        let known = variables.entry(name.clone()).or_default();
        *known = (*kind).max(*known);
    }
    let fixed = |language: usize| catalogue[language].get(id).and_then(|text| text.fixed.clone());
    let fixed = match (fixed(0), fixed(1), fixed(2), fixed(3)) {
        (Some(latin), Some(cyrillic), Some(russian), Some(english)) => {
            Some([latin, cyrillic, russian, english])
        }
        _ => None,
    };
    Agreed { id, reference, fixed, variables }
}
