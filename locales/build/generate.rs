//! Writes the Rust module with one method for each text.

use std::fmt::Write;

use super::catalogue::{LANGUAGES, Source, Use};
use super::check::Agreed;

/// The name of a text or of a value, as Rust writes it.
pub(crate) fn identifier(id: &str) -> String {
    id.replace('-', "_")
}

/// The whole module.
pub(crate) fn module(texts: &[Agreed<'_>], sources: &[Source]) -> String {
    let mut code = String::new();
    write_sources(&mut code, sources);
    write_fixed(&mut code, texts);
    write_samples(&mut code, texts);
    code.push_str("impl Texts {\n");
    let mut position = 0;
    for text in texts {
        write_method(&mut code, text, position);
        position += usize::from(text.fixed.is_some());
    }
    code.push_str("}\n");
    code
}

macro_rules! put {
    ($code:expr, $($format:tt)*) => {
        // Writing into a string cannot fail.
        let _ = writeln!($code, $($format)*);
    };
}

fn write_sources(code: &mut String, sources: &[Source]) {
    put!(code, "/// The files of each language, read when the first text with values is said.");
    put!(code, "pub(crate) static SOURCES: [&[&str]; {}] = [", LANGUAGES.len());
    for language in 0..LANGUAGES.len() {
        put!(code, "    &[");
        for source in sources.iter().filter(|source| source.language == language) {
            put!(
                code,
                "        include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?})),",
                format!("/{}", source.path())
            );
        }
        put!(code, "    ],");
    }
    put!(code, "];\n");
}

fn write_fixed(code: &mut String, texts: &[Agreed<'_>]) {
    let fixed: Vec<_> = texts.iter().filter_map(|text| Some((text.id, text.fixed.as_ref()?))).collect();
    put!(code, "/// The texts that take no values, in the order of their names.");
    put!(code, "pub(crate) static FIXED: [(&str, [&str; {}]); {}] = [", LANGUAGES.len(), fixed.len());
    for (id, languages) in fixed {
        put!(code, "    ({id:?}, {languages:?}),");
    }
    put!(code, "];\n");
}

fn write_samples(code: &mut String, texts: &[Agreed<'_>]) {
    put!(code, "/// What tests need to know of each text.");
    put!(code, "pub(crate) static SAMPLES: [Sample; {}] = [", texts.len());
    for text in texts {
        let file = &text.reference.file;
        put!(code, "    Sample {{ key: {:?}, file: {file:?}, values: &[", text.id);
        for (name, kind) in &text.variables {
            put!(code, "        ({name:?}, SampleValue::{kind:?}),");
        }
        put!(code, "    ] }},");
    }
    put!(code, "];\n");
}

fn write_method(code: &mut String, text: &Agreed<'_>, position: usize) {
    write_doc(code, text);
    let name = identifier(text.id);
    let result = if text.is_html() { "Html" } else { "String" };
    if text.fixed.is_some() {
        let body = if text.is_html() { "Html::trusted(self.fixed(at))" } else { "self.fixed(at).to_owned()" };
        put!(
            code,
            "    pub fn {name}(self) -> {result} {{\n        {}\n    }}\n",
            body.replace("at", &position.to_string())
        );
        return;
    }
    if text.variables.len() > 6 {
        put!(code, "    #[expect(clippy::too_many_arguments, reason = \"the text takes so many values\")]");
    }
    let (mut parameters, mut values) = (String::new(), String::new());
    for (variable, kind) in &text.variables {
        let (parameter, number) = (identifier(variable), *kind == Use::Number);
        let wanted = if number { "Count" } else { "Arg<'a>" };
        let value = if number {
            format!("Arg::from(Into::<Count>::into({parameter}))")
        } else {
            format!("{parameter}.into()")
        };
        let _ = write!(parameters, ", {parameter}: impl Into<{wanted}>");
        let _ = write!(values, "({variable:?}, {value}), ");
    }
    let lifetime = if parameters.contains("'a") { "<'a>" } else { "" };
    let say = if text.is_html() { "say_html" } else { "say" };
    put!(code, "    pub fn {name}{lifetime}(self{parameters}) -> {result} {{");
    put!(code, "        self.{say}({:?}, [{values}])\n    }}\n", text.id);
}

/// The text and the note above it stand in a block, so that nothing in them is read as Markdown.
fn write_doc(code: &mut String, text: &Agreed<'_>) {
    put!(code, "    /// `{}` in `{}`:", text.id, text.reference.file);
    put!(code, "    ///\n    /// ```text");
    let comment = text.reference.comment.iter().map(|line| format!("# {line}"));
    for line in comment.chain(text.reference.written.lines().map(str::to_owned)) {
        put!(code, "    /// {}", line.trim_end());
    }
    put!(code, "    /// ```");
}
