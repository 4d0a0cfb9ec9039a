//! The `.ftl` files as values: which texts there are, in which file, and which values each takes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::parser::{self, ParserError};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The folders of the languages, in the order of `domain::language::Language::ALL`. The first is the reference.
pub(crate) const LANGUAGES: [&str; 4] = ["uz-Latn", "uz-Cyrl", "ru", "en"];

const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// One `.ftl` file.
pub(crate) struct Source {
    /// Which of [`LANGUAGES`] it is written in.
    pub(crate) language: usize,
    /// The name of the file in the folder of its language.
    pub(crate) file: String,
    /// What stands in it.
    pub(crate) content: String,
}

impl Source {
    /// The path below the crate, for people.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", LANGUAGES[self.language], self.file)
    }
}

/// One text in one language.
pub(crate) struct Text {
    /// The file in which it stands.
    pub(crate) file: String,
    /// The note above it.
    pub(crate) comment: Vec<String>,
    /// The text as it is written in the file, without its name.
    pub(crate) written: String,
    /// The values that it takes.
    pub(crate) variables: BTreeMap<String, Use>,
    /// The other texts that it names.
    pub(crate) references: Vec<String>,
    /// The text itself where it takes no values and names no other texts.
    pub(crate) fixed: Option<String>,
    /// The plural forms, and the single numbers, of each choice by a number that has plural forms.
    pub(crate) plurals: Vec<BTreeSet<String>>,
}

/// How a text uses a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// It is shown.
    #[default]
    Shown,
    /// It is a number that chooses the form of the words.
    Number,
}

/// The texts of each language by name.
pub(crate) type Catalogue = [BTreeMap<String, Text>; 4];

/// Reads all `.ftl` files below `root`.
pub(crate) fn read_folders(root: &Path) -> Result<Vec<Source>, Vec<String>> {
    let mut sources = Vec::new();
    for (language, tag) in LANGUAGES.into_iter().enumerate() {
        let entries =
            fs::read_dir(root.join(tag)).map_err(|cause| vec![format!("{tag}/ cannot be read: {cause}")])?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let Some(file) = path.file_name().and_then(|name| name.to_str()) else { continue };
            // Editors leave hidden copies beside a file.
            if file.starts_with('.') || path.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            let content = fs::read_to_string(&path)
                .map_err(|cause| vec![format!("{tag}/{file} cannot be read: {cause}")])?;
            sources.push(Source { language, file: file.to_owned(), content });
        }
    }
    sources.sort_by(|one, other| (one.language, &one.file).cmp(&(other.language, &other.file)));
    Ok(sources)
}

/// Reads the texts of all files, or tells everything that is wrong with them.
pub(crate) fn parse(sources: &[Source]) -> Result<Catalogue, Vec<String>> {
    let mut catalogue = Catalogue::default();
    let mut problems = Vec::new();
    for source in sources {
        let resource = parser::parse(source.content.as_str()).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(|error| unreadable(source, error)));
            resource
        });
        for entry in &resource.body {
            if let Err(problem) = add(&mut catalogue[source.language], source, entry) {
                problems.push(format!("{}: {problem}", source.path()));
            }
        }
    }
    if problems.is_empty() { Ok(catalogue) } else { Err(problems) }
}

fn add(texts: &mut BTreeMap<String, Text>, source: &Source, entry: &Entry<&str>) -> Result<(), String> {
    match entry {
        Entry::Message(message) => {
            let id = message.id.name;
            let text = text(source, message).map_err(|problem| format!("`{id}` {problem}"))?;
            match texts.insert(id.to_owned(), text) {
                None => Ok(()),
                Some(first) => Err(format!("`{id}` stands already in {}", first.file)),
            }
        }
        Entry::Term(term) => Err(format!("`-{}` is a term; terms are not used here", term.id.name)),
        // What cannot be read was told as an error of the parser.
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => Ok(()),
    }
}

fn unreadable(source: &Source, error: &ParserError) -> String {
    let before = source.content.get(..error.pos.start).unwrap_or_default();
    format!("{}:{}: {}", source.path(), before.matches('\n').count() + 1, error.kind)
}

fn text(source: &Source, message: &Message<&str>) -> Result<Text, String> {
    let id = message.id.name;
    if !id.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '-')) {
        return Err("has a name that is not lower-case words joined by hyphens".to_owned());
    }
    if !message.attributes.is_empty() {
        return Err("has attributes; give each text a name of its own".to_owned());
    }
    let pattern = message.value.as_ref().ok_or("has no text")?;
    let mut parts = Parts::default();
    parts.read(pattern)?;
    let fixed = parts.fixed.take().filter(|_| parts.variables.is_empty() && parts.references.is_empty());
    Ok(Text {
        file: source.file.clone(),
        comment: message
            .comment
            .iter()
            .flat_map(|comment| &comment.content)
            .map(|line| (*line).to_owned())
            .collect(),
        written: written(&source.content, id),
        variables: parts.variables,
        references: parts.references,
        fixed,
        plurals: parts.plurals,
    })
}

/// The lines of a text, as they stand in the file.
fn written(content: &str, id: &str) -> String {
    let is_start = |line: &&str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    let mut lines = content.lines().skip_while(|line| !is_start(line));
    let first =
        lines.next().and_then(|line| line.split_once('=')).map(|(_, text)| text.trim()).unwrap_or_default();
    let rest = lines.take_while(|line| line.is_empty() || line.starts_with([' ', '}']));
    let all = std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n");
    all.trim_matches('\n').trim_end().to_owned()
}

struct Parts {
    variables: BTreeMap<String, Use>,
    references: Vec<String>,
    fixed: Option<String>,
    plurals: Vec<BTreeSet<String>>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            variables: BTreeMap::new(),
            references: Vec::new(),
            fixed: Some(String::new()),
            plurals: Vec::new(),
        }
    }
}

impl Parts {
    fn read(&mut self, pattern: &Pattern<&str>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.say(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.read_inline(inline)?;
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.read_choice(selector, variants)?;
                }
            }
        }
        Ok(())
    }

    fn say(&mut self, words: &str) {
        if let Some(fixed) = &mut self.fixed {
            fixed.push_str(words);
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value } => self.say(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => self.say(value),
            InlineExpression::VariableReference { id } => self.note(id.name, Use::Shown)?,
            InlineExpression::MessageReference { id, attribute: None } => {
                self.references.push(id.name.to_owned());
            }
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                return Err("names a term or an attribute; they are not used here".to_owned());
            }
            InlineExpression::FunctionReference { id, .. } => {
                return Err(format!("calls {}(); functions are not used here", id.name));
            }
            InlineExpression::Placeable { .. } => return Err("has braces in braces".to_owned()),
        }
        Ok(())
    }

    fn read_choice(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
    ) -> Result<(), String> {
        let InlineExpression::VariableReference { id } = selector else {
            return Err("chooses by something else than a value".to_owned());
        };
        let mut forms = BTreeSet::new();
        for variant in variants {
            match variant.key {
                VariantKey::Identifier { name } if PLURAL_CATEGORIES.contains(&name) => forms.insert(name),
                VariantKey::NumberLiteral { value } => forms.insert(value),
                // A word that the program misspells would fall to the default in silence.
                VariantKey::Identifier { name } => {
                    return Err(format!("chooses by the word `{name}`; give each case a text of its own"));
                }
            };
        }
        self.note(id.name, Use::Number)?;
        if forms.iter().any(|form| PLURAL_CATEGORIES.contains(form)) {
            self.plurals.push(forms.into_iter().map(str::to_owned).collect());
        }
        self.fixed = None;
        variants.iter().try_for_each(|variant| self.read(&variant.value))
    }

    fn note(&mut self, variable: &str, kind: Use) -> Result<(), String> {
        if !variable.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9' | '-')) {
            return Err(format!("has a value `${variable}` that is not lower-case words joined by hyphens"));
        }
        let known = self.variables.entry(variable.to_owned()).or_default();
        *known = kind.max(*known);
        Ok(())
    }
}
