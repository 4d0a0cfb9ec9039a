//! What needs the reader of the first page, each with the way to it.

use domain::people::Role;
use locales::dates;
use store::people::Vacancy;

use super::{Facts, href_of, whose};
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::vacancy;

/// Something that needs the reader.
pub(super) struct Attention {
    pub(super) glyph: Glyph,
    pub(super) href: String,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) when: Option<String>,
}

/// What needs the reader, the most urgent first.
pub(super) fn attention(signed: &SignedIn, facts: &Facts) -> Vec<Attention> {
    let (t, language) = (signed.texts(), signed.language());
    let item = |glyph, href: &str, title: String, text: String| Attention {
        glyph,
        href: href.to_owned(),
        title,
        text,
        when: None,
    };
    let mut all: Vec<_> = facts
        .lists
        .overdue
        .iter()
        .map(|group| Attention {
            when: Some(dates::time_left(language, group.due, signed.today)),
            ..item(Glyph::Overdue, &href_of(group, "overdue"), group.text.clone(), whose(signed, group))
        })
        .collect();
    let earlier = facts.board.all.overdue_earlier;
    if earlier > 0 {
        let href = "/obligations?standing=overdue&period=all";
        all.push(item(Glyph::Overdue, href, t.overview_earlier(earlier), String::new()));
    }
    if facts.lists.case_counts.1 > 0 {
        all.push(item(
            Glyph::Overdue,
            "/cases?state=late",
            t.overview_cases_late(facts.lists.case_counts.1),
            String::new(),
        ));
    }
    let vacant = vacancies(signed, &facts.lists.vacancies);
    let vacant = vacancy::unreached(signed, &facts.lists.unreached).chain(vacant);
    all.extend(vacant.map(|(href, title, text)| item(Glyph::Overdue, &href, title, text)));
    if facts.lists.review.number > 0 {
        let oldest =
            facts.lists.review.oldest.map(|at| dates::date_short(language, domain::clock::tashkent_day(at)));
        let text = oldest.map(|date| t.overview_reports_oldest(date)).unwrap_or_default();
        let href = "/obligations?standing=review&period=all";
        all.push(item(Glyph::Review, href, t.overview_reports_waiting(facts.lists.review.number), text));
    }
    all.extend(of_control(signed, facts));
    if facts.lists.to_confirm > 0 && signed.who.is(Role::Administrator) | signed.who.is(Role::Controller) {
        let title = t.overview_rules(facts.lists.to_confirm);
        all.push(item(Glyph::Working, "/plan?state=to_confirm", title, t.overview_rules_text()));
    }
    all
}

/// Where nobody is reached: the way there, how many, and the first of them with whom to call.
fn vacancies(signed: &SignedIn, vacancies: &[Vacancy]) -> Option<(String, String, String)> {
    let first = vacancies.first()?;
    let href = match vacancies {
        [only] => format!("/orgs/{}", only.organisation),
        _ => "/people?only=unreached".to_owned(),
    };
    let with_call = |vacancy: &Vacancy| {
        let name = signed.organisation_name(vacancy.organisation);
        match &vacancy.call {
            Some(call) => format!("{name} ({})", vacancy::named(call)),
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
    Some((href, signed.texts().overview_vacancies(vacancies.len()), text))
}

/// What waits for control beside the reports, for those who control.
fn of_control(signed: &SignedIn, facts: &Facts) -> Vec<Attention> {
    let t = signed.texts();
    let item = |glyph, title: String| Attention {
        glyph,
        href: "/control".to_owned(),
        title,
        text: String::new(),
        when: None,
    };
    let mut all = Vec::new();
    if !signed.who.is(Role::Controller) {
        return all;
    }
    if facts.lists.holders.deputy_hokim > 0 {
        all.push(item(Glyph::DueSoon, t.overview_deputy_hokim(facts.lists.holders.deputy_hokim)));
    }
    if facts.lists.requests > 0 {
        all.push(item(Glyph::Review, t.overview_extensions(facts.lists.requests)));
    }
    if facts.lists.quarantined > 0 {
        let title = t.overview_quarantine(facts.lists.quarantined);
        all.push(Attention { href: "/ratings/quarantine".to_owned(), ..item(Glyph::Review, title) });
    }
    all
}
