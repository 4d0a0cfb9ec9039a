//! The Fluent files of each language, read once.

use std::sync::LazyLock;

use domain::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, subtags};

use crate::numbers;
use crate::texts::{SOURCES, Value};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 4]> = LazyLock::new(|| Language::ALL.map(read));

/// The place of a language wherever four of something are kept, one for each.
pub(crate) const fn position(language: Language) -> usize {
    match language {
        Language::UzLatn => 0,
        Language::UzCyrl => 1,
        Language::Ru => 2,
        Language::En => 3,
    }
}

/// The text named `key` with these values.
///
/// The build script has made sure that the text exists in each language and takes these values. Should Fluent find a fault
/// all the same, the default language speaks.
pub(crate) fn format<'a>(
    language: Language,
    key: &'static str,
    values: impl IntoIterator<Item = Value<'a>>,
) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in values {
        args.set(name, value);
    }
    [language, Language::default()]
        .into_iter()
        .find_map(|language| render(language, key, &args))
        .unwrap_or_default()
}

fn render(language: Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let bundle = &BUNDLES[position(language)];
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
    faults.is_empty().then_some(text)
}

fn read(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![plural_rules(language)]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| grouped(value, Language::En),
        Language::UzLatn | Language::UzCyrl | Language::Ru => |value, _| grouped(value, Language::UzLatn),
    }));
    for source in SOURCES[position(language)] {
        // The build script has read the same file without a fault, and found no name twice.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The name under which the plural rules of a language are known: both scripts of Uzbek have the same.
fn plural_rules(language: Language) -> LanguageIdentifier {
    let main = language.tag().split('-').next().unwrap_or_default();
    let main = subtags::Language::from_bytes(main.as_bytes()).unwrap_or_default();
    LanguageIdentifier::from_parts(main, None, None, &[])
}

#[expect(clippy::cast_possible_truncation, reason = "only whole numbers are given to Fluent")]
fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::integer(language, number.value as i64)),
        _ => None,
    }
}
