//! The translations of a measure: what the plan says, for those who read another language than that of the decree.
//!
//! The wording of the decree stands above the form and is never changed here.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::MeasureId;
use domain::language::{Language, Names};
use domain::written::{MEASURE_LIMIT, SECTION_LIMIT, one_line, tidy};
use locales::words;
use store::plan::{self, Measure, Wording};

use super::confirm;
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::layout::render;
use crate::session::SignedIn;

/// The languages of translations.
const LANGUAGES: [Language; 3] = [Language::UzCyrl, Language::Ru, Language::En];

/// What the form brings: the name of a field and what was typed.
pub(super) type Typed = BTreeMap<String, String>;

/// A field of the form: its name and what stands in it.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) value: String,
}

/// The fields of one language.
pub(super) struct Translation {
    pub(super) tag: &'static str,
    pub(super) language: String,
    pub(super) text: Field,
    pub(super) mechanism: Field,
    pub(super) section: Field,
}

/// The form, and what is wrong with what was typed.
pub(super) struct Translations {
    pub(super) languages: Vec<Translation>,
    pub(super) error: Option<String>,
}

impl Translations {
    /// The form with what is kept.
    pub(super) fn kept(measure: &Measure) -> Self {
        let Wording { section, text, mechanism } = Wording::of(measure);
        let mut typed = Typed::new();
        for (what, names) in [("text", &text), ("mechanism", &mechanism), ("section", &section)] {
            for (language, said) in LANGUAGES.into_iter().zip([&names.uz_cyrl, &names.ru, &names.en]) {
                typed.insert(field(what, language), said.clone().unwrap_or_default());
            }
        }
        Self::typed(&typed, None)
    }

    fn typed(typed: &Typed, error: Option<String>) -> Self {
        let languages = LANGUAGES.map(|language| {
            let field = |what| {
                let name = field(what, language);
                Field { value: typed.get(&name).cloned().unwrap_or_default(), name }
            };
            Translation {
                tag: language.tag(),
                language: words::language_name(language),
                text: field("text"),
                mechanism: field("mechanism"),
                section: field("section"),
            }
        });
        Self { languages: languages.into(), error }
    }
}

fn field(what: &str, language: Language) -> String {
    format!("{what}-{}", language.tag())
}

/// The translations that were typed; none of them may be longer than the wording itself may be.
fn read(typed: &Typed) -> Result<Wording, usize> {
    let said = |what: &str, clean: fn(&str) -> Option<String>, limit: usize| {
        let [uz_cyrl, ru, en] =
            LANGUAGES.map(|language| typed.get(&field(what, language)).and_then(|words| clean(words)));
        let names = Names { uz_latn: String::new(), uz_cyrl, ru, en };
        let too_long = names.all().any(|words| words.chars().nth(limit).is_some());
        if too_long { Err(limit) } else { Ok(names) }
    };
    let lines = |words: &str| Some(tidy(words)).filter(|words| !words.is_empty());
    Ok(Wording {
        section: said("section", one_line, SECTION_LIMIT)?,
        text: said("text", lines, MEASURE_LIMIT)?,
        mechanism: said("mechanism", lines, MEASURE_LIMIT)?,
    })
}

/// `POST /plan/{measure}/wording`: what the measure says in other languages.
pub(super) async fn keep(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(typed): Posted<Typed>,
) -> Result<Response, PageError> {
    let found = confirm::find(&panel, &signed, MeasureId(id)).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let said = match read(&typed) {
        Ok(said) => said,
        Err(limit) => {
            let error = signed.texts().plan_translation_too_long(limit);
            let form = Translations::typed(&typed, Some(error));
            let page = confirm::page_with(&panel, &signed, &found, form);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    let (measure, now) = (MeasureId(id), signed.now);
    panel
        .store
        .write(move |conn| Box::pin(async move { plan::translate(conn, &right, measure, said, now).await }))
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(Redirect::to("/plan?said=translated").into_response())
}
