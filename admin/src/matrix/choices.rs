//! What a reader of the matrix can choose: the span, the section of the plan, the standing, the part of a long list.

use domain::language::Names;
use locales::Texts;
use store::obligation_lists::Wanted;

use super::{Asked, Pages, Part};
use crate::lines::state_name;
use crate::overview::Choice;
use crate::period::Span;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// The sign of a standing.
pub(super) fn glyph(wanted: Wanted) -> Option<Glyph> {
    match wanted {
        Wanted::Overdue => Some(Glyph::Overdue),
        Wanted::DueSoon => Some(Glyph::DueSoon),
        Wanted::Working => Some(Glyph::Working),
        Wanted::NotStarted => Some(Glyph::Nothing),
        Wanted::Review => Some(Glyph::Review),
        Wanted::Done => Some(Glyph::Done),
        Wanted::Cancelled => Some(Glyph::Cancelled),
        Wanted::All
        | Wanted::Expected
        | Wanted::HandedIn
        | Wanted::FellDue
        | Wanted::OnTime
        | Wanted::Late => None,
    }
}

/// The spans that can be chosen.
pub(super) fn spans(t: Texts, asked: &Asked, span: Span, signed: &SignedIn) -> Vec<Choice> {
    let choices = Span::choices(signed.today).into_iter().map(|one| Choice {
        href: asked.with(|asked| asked.period = one.key()),
        name: one.name(t),
        current: one == span,
    });
    choices.collect()
}

/// The name of the section that is shown.
pub(super) fn section_name(t: Texts, asked: &Asked, sections: &[Names]) -> String {
    let number = asked.section.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let section = number.and_then(|number| sections.get(number));
    section.map_or_else(|| t.matrix_all_sections(), |names| names.in_language(t.language()).to_owned())
}

/// The sections that can be chosen.
pub(super) fn sections(t: Texts, asked: &Asked, sections: &[Names]) -> Vec<Choice> {
    let all = std::iter::once((String::new(), t.matrix_all_sections()));
    let each = (1_usize..)
        .zip(sections)
        .map(|(number, name)| (number.to_string(), name.in_language(t.language()).to_owned()));
    let choices = all.chain(each).map(|(number, name)| Choice {
        href: asked.with(|asked| asked.section.clone_from(&number)),
        current: asked.section == number,
        name,
    });
    choices.collect()
}

/// The standings that can be chosen, each with its sign.
pub(super) fn standings(t: Texts, asked: &Asked) -> Vec<(Choice, Option<Glyph>)> {
    let wanted = asked.wanted();
    let choices = Wanted::STANDINGS.into_iter().map(|one| {
        let glyph = glyph(one);
        let code = if one == Wanted::All { "" } else { one.code() };
        let choice = Choice {
            href: asked.with(|asked| code.clone_into(&mut asked.standing)),
            name: glyph.map_or_else(|| t.panel_all(), |glyph| state_name(t, glyph)),
            current: one == wanted,
        };
        (choice, glyph)
    });
    choices.collect()
}

/// The ways to other measures and to other organisations, where there are any.
pub(super) fn pages(t: Texts, asked: &Asked, (rows, columns): (Part, Part)) -> Vec<Pages> {
    let one = |part: Part, label: String, turned: &dyn Fn(&mut Asked, String)| {
        let turn = |number: usize| {
            let mut asked = asked.clone();
            turned(&mut asked, number.to_string());
            asked.address()
        };
        Pages {
            shown: t.matrix_part(
                part.all.to_string(),
                (part.first + 1).to_string(),
                label.as_str(),
                part.until.to_string(),
            ),
            label,
            previous: (part.number > 1).then(|| turn(part.number - 1)),
            next: (part.until < part.all).then(|| turn(part.number + 1)),
        }
    };
    let rows = one(rows, t.matrix_measures(), &|asked, number| asked.rows = number);
    let columns = one(columns, t.nav_organisations(), &|asked, number| asked.columns = number);
    [rows, columns].into_iter().filter(|one| one.previous.is_some() || one.next.is_some()).collect()
}
