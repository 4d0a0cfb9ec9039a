//! The build script, tested like any other code: it stands between a forgotten translation and a person.

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/generate.rs"]
mod generate;

use std::path::Path;

use catalogue::{LANGUAGES, Source};

/// Sources of which each language has one file with this content.
fn in_each(file: &str, contents: [&str; 4]) -> Vec<Source> {
    let source =
        |(language, content): (usize, &str)| Source { language, file: file.into(), content: content.into() };
    contents.into_iter().enumerate().map(source).collect()
}

fn problems(sources: &[Source]) -> Vec<String> {
    match catalogue::parse(sources) {
        Ok(catalogue) => check::compare(&catalogue).err().unwrap_or_default(),
        Err(problems) => problems,
    }
}

fn module(file: &str, contents: [&str; 4]) -> String {
    let sources = in_each(file, contents);
    let catalogue = catalogue::parse(&sources).unwrap();
    generate::module(&check::compare(&catalogue).unwrap(), &sources)
}

#[test]
fn the_languages_stand_in_the_order_of_the_domain() {
    assert_eq!(domain::language::Language::ALL.map(domain::language::Language::tag), LANGUAGES);
}

#[test]
fn our_own_files_have_no_faults() {
    let sources = catalogue::read_folders(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(problems(&sources), Vec::<String>::new());
}

#[test]
fn a_fault_is_told_with_its_file_and_text() {
    for (contents, told) in [
        (["a = A", "a = А", "", "a = A"], "ru/x.ftl: `a` is missing"),
        (["", "", "", "a = A"], "en/x.ftl: `a` does not exist in uz-Latn"),
        (
            ["a = { $n } ta", "a = { $n } та", "a = { $number }", "a = { $n }"],
            "ru/x.ftl: `a` takes $number, but $n in uz-Latn",
        ),
        (["a = A", "a = { $n }", "a = A", "a = A"], "uz-Cyrl/x.ftl: `a` takes $n, but no values in uz-Latn"),
        (["a = A\na = B", "a = A", "a = A", "a = A"], "uz-Latn/x.ftl: `a` stands already in x.ftl"),
        (["a = A", "a = A\n\nb c", "a = A", "a = A"], "uz-Cyrl/x.ftl:3: "),
        (["a =\n    .title = A", "a = A", "a = A", "a = A"], "uz-Latn/x.ftl: `a` has attributes"),
        (["-a = A", "", "", ""], "uz-Latn/x.ftl: `-a` is a term"),
        (["a = { NUMBER($n) }", "", "", ""], "uz-Latn/x.ftl: `a` calls NUMBER()"),
        (
            ["a = { b }", "a = A", "a = A", "a = A"],
            "uz-Latn/x.ftl: `a` names `b`, which is not a text without values",
        ),
        (
            ["match = A", "match = A", "match = A", "match = A"],
            "uz-Latn/x.ftl: `match` cannot be the name of a method",
        ),
        (["a-Б = A", "", "", ""], "uz-Latn/x.ftl:1: "),
    ] {
        let problems = problems(&in_each("x.ftl", contents));
        assert!(problems.iter().any(|problem| problem.starts_with(told)), "{told}: {problems:#?}");
    }
}

#[test]
fn a_plural_needs_all_the_forms_of_its_language() {
    let uzbek = "a = { $n } ta";
    let english = "a = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n}";
    let russian = "a = { $n ->\n    [one] { $n } день\n   *[many] { $n } дней\n}";
    let problems = problems(&in_each("x.ftl", [uzbek, uzbek, russian, english]));
    assert_eq!(problems, ["ru/x.ftl: `a` lacks the plural form [few]"]);
}

#[test]
fn a_text_moved_to_another_file_in_one_language_is_found() {
    let mut sources = in_each("x.ftl", ["a = A", "a = A", "a = A", "a = A"]);
    sources[2].file = "y.ftl".into();
    assert_eq!(problems(&sources), ["ru/y.ftl: `a` stands in x.ftl in uz-Latn"]);
}

#[test]
fn a_text_becomes_a_method_with_its_values_in_the_order_of_their_names() {
    let said = "# Shown to officers.\ntask-due = { $name }: { $days }";
    let counted = "task-due = { $days ->\n    [one] { $name } 1\n   *[other] { $name } { $days }\n}";
    let code = module("buttons.ftl", [said, said, said, counted]);
    assert!(
        code.contains(
            "pub fn task_due<'a>(self, days: impl Into<Count>, name: impl Into<Arg<'a>>) -> String"
        )
    );
    assert!(code.contains("/// # Shown to officers.\n    /// { $name }: { $days }"), "{code}");
}

#[test]
fn a_text_of_the_bot_is_html() {
    let code = module("bot.ftl", ["a = <b>A</b>"; 4]);
    assert!(code.contains("pub fn a(self) -> Html"), "{code}");
}

#[test]
fn without_files_there_are_no_methods() {
    let catalogue = catalogue::parse(&[]).unwrap();
    let code = generate::module(&check::compare(&catalogue).unwrap(), &[]);
    assert!(code.contains("FIXED: [(&str, [&str; 4]); 0]"), "{code}");
}
