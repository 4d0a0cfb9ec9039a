//! What needs the reader of the first page, each with the way to it.

use domain::people::Role;
use locales::dates;
use store::people::Vacancy;

use super::Lists;
use super::named::{View, whose};
use crate::markup::Spoken;
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::vacancy;

/// Something that needs the reader.
pub(crate) struct Attention {
    pub(crate) glyph: Glyph,
    /// The way to it; empty where there is none, as on a day that is over.
    pub(crate) href: String,
    pub(crate) title: Spoken,
    pub(crate) text: String,
    pub(crate) when: Option<String>,
}

/// What needs the reader, the most urgent first; `earlier` is what is overdue since before the span of the figures.
pub(crate) fn attention(signed: &SignedIn, lists: &Lists, earlier: u64, view: &View) -> Vec<Attention> {
    let (t, language) = (signed.texts(), signed.language());
    let item = |glyph, href: &str, title: String, text: String| Attention {
        glyph,
        href: href.to_owned(),
        title: title.into(),
        text,
        when: None,
    };
    let every = |standing| view.address("/obligations", &[("standing", standing), ("period", "all")]);
    let mut all: Vec<_> = lists
        .overdue
        .iter()
        .map(|group| Attention {
            when: Some(dates::time_left(language, group.due, signed.today)),
            title: signed.spoken(&group.text),
            ..item(Glyph::Overdue, &view.group(group, "overdue"), String::new(), whose(signed, group))
        })
        .collect();
    if earlier > 0 {
        all.push(item(Glyph::Overdue, &every("overdue"), t.overview_earlier(earlier), String::new()));
    }
    if lists.case_counts.1 > 0 {
        all.push(item(
            Glyph::Overdue,
            "/cases?state=late",
            t.overview_cases_late(lists.case_counts.1),
            String::new(),
        ));
    }
    let vacant = vacancies(signed, &lists.vacancies, view);
    let vacant = vacancy::unreached(signed, &lists.unreached).chain(vacant);
    all.extend(vacant.map(|(href, title, text)| item(Glyph::Overdue, &href, title, text)));
    if lists.review.number > 0 {
        let oldest =
            lists.review.oldest.map(|at| dates::date_short(language, domain::clock::tashkent_day(at)));
        let text = oldest.map(|date| t.overview_reports_oldest(date)).unwrap_or_default();
        all.push(item(
            Glyph::Review,
            &every("review"),
            t.overview_reports_waiting(lists.review.number),
            text,
        ));
    }
    all.extend(of_control(signed, lists, view));
    if lists.to_confirm > 0 && signed.who.is(Role::Administrator) | signed.who.is(Role::Controller) {
        let title = t.overview_rules(lists.to_confirm);
        all.push(item(Glyph::Working, "/plan?state=to_confirm", title, t.overview_rules_text()));
    }
    all
}

/// Where nobody is reached: the way there, how many, and the first of them with whom to call.
fn vacancies(signed: &SignedIn, vacancies: &[Vacancy], view: &View) -> Option<(String, String, String)> {
    let (t, first) = (signed.texts(), vacancies.first()?);
    let href = match vacancies {
        [only] => view.address(&format!("/orgs/{}", only.organisation), &[]),
        _ if view.is_past() => String::new(),
        _ => "/people?only=unreached".to_owned(),
    };
    let with_call = |vacancy: &Vacancy| {
        let name = signed.organisation_name(vacancy.organisation);
        match &vacancy.call {
            Some(call) => format!("{name} ({})", vacancy::named(t, call)),
            None => name,
        }
    };
    let mut text = with_call(first);
    if let Some(second) = vacancies.get(1) {
        text = format!("{text}, {}", with_call(second));
    }
    if vacancies.len() > 2 {
        text.push_str(", …");
    }
    let number = vacancies.len();
    // Of a past day it is known who was appointed, and not whom messages reached.
    Some((href, if view.is_past() { t.day_vacant(number) } else { t.overview_vacancies(number) }, text))
}

/// What waits for control beside the reports, for those who control.
fn of_control(signed: &SignedIn, lists: &Lists, view: &View) -> Vec<Attention> {
    let t = signed.texts();
    // What is decided is decided today.
    let way = |path: &str| if view.is_past() { String::new() } else { path.to_owned() };
    let item = |glyph, title: String| Attention {
        glyph,
        href: way("/control"),
        title: title.into(),
        text: String::new(),
        when: None,
    };
    let mut all = Vec::new();
    if !signed.who.is(Role::Controller) {
        return all;
    }
    if lists.holders.deputy_hokim > 0 {
        all.push(item(Glyph::DueSoon, t.overview_deputy_hokim(lists.holders.deputy_hokim)));
    }
    if lists.requests > 0 {
        all.push(item(Glyph::Review, t.overview_extensions(lists.requests)));
    }
    if lists.quarantined > 0 {
        let title = t.overview_quarantine(lists.quarantined);
        all.push(Attention { href: way("/ratings/quarantine"), ..item(Glyph::Review, title) });
    }
    all
}
