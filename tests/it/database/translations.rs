//! What a plan says in several languages, on both databases.

use chrono::{DateTime, Utc};
use domain::language::{Language, Names};
use domain::people::{MayAdminister, Role, Scope};
use store::events::{self, Wanted};
use store::import::{self, Change, MeasureDraft, PersonDraft, PlanDraft, PlanImported};
use store::plan::{self, Measure, Wording};
use store::{NotDone, StoreError, boards, obligation_lists, people, people_lists, search};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    translations_are_taken_in_and_stay_as_long_as_the_wording,
    an_administrator_translates_a_measure_and_its_section,
    every_list_tells_a_measure_in_all_languages,
    a_position_is_kept_in_all_languages,
);

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

fn in_russian(uz_latn: &str, ru: &str) -> Names {
    Names { ru: Some(ru.into()), ..Names::from(uz_latn) }
}

async fn measures(base: &Base) -> Vec<Measure> {
    let read: Result<_, StoreError> = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let plans = plan::plans(conn).await?;
                plan::measures(conn, plans[0].id).await
            })
        })
        .await;
    read.unwrap()
}

/// Takes in measures 1 and 2 of the city's plan with these words.
async fn take_in(base: &Base, words: [(Names, Names); 2]) -> PlanImported {
    let kept = measures(base).await;
    let drafts = kept.iter().zip(words).map(|(kept, (section, text))| MeasureDraft {
        number: kept.number,
        section,
        text,
        mechanism: kept.mechanism.uz_latn.clone().into(),
        phrase: kept.phrase.clone(),
        reading: domain::deadline::read(&kept.phrase, city::ADOPTED.parse().unwrap()),
        executors: kept.executors.clone(),
        controller: kept.controller.clone(),
        evidence: None,
        parts: [("soliq".to_owned(), plan::Part::Main)].into(),
    });
    let draft = PlanDraft {
        number: "1298".into(),
        adopted: city::ADOPTED.parse().unwrap(),
        title: "Elektron davlat xizmatlarini rivojlantirish".into(),
        measures: drafts.collect(),
    };
    let taken: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move { import::plan(conn, &MayAdminister::at_the_machine(), &draft, now()).await })
        })
        .await;
    taken.unwrap()
}

async fn translations_are_taken_in_and_stay_as_long_as_the_wording(base: Base) {
    City::build(&base.store, now()).await;
    let section = || in_russian("1. Elektron xizmatlar", "1. Электронные услуги");
    let first = in_russian("Xizmatlar reyestrini NIS.UZ tizimiga kiritish", "Внести реестр услуг в NIS.UZ");
    let second = in_russian("Har oy hisobot berish", "Отчитываться каждый месяц");
    take_in(&base, [(section(), first.clone()), (section(), second.clone())]).await;
    let kept = measures(&base).await;
    assert_eq!((&kept[0].text, &kept[1].text), (&first, &second));
    assert_eq!(
        (&kept[0].section, &kept[2].section.ru),
        (&section(), &None),
        "the table did not name the third"
    );

    // A table without translations leaves them; one with another translation changes it alone.
    let plain = |names: &Names| Names::from(names.uz_latn.as_str());
    let again = take_in(&base, [(plain(&section()), plain(&first)), (plain(&section()), plain(&second))]);
    assert_eq!(again.await.changes, [Change::Unchanged, Change::Unchanged]);
    let other = in_russian(&second.uz_latn, "Ежемесячно представлять отчёт");
    let changed =
        take_in(&base, [(plain(&section()), plain(&first)), (plain(&section()), other.clone())]).await;
    let [Change::Unchanged, Change::Changed(fields)] = &changed.changes[..] else { panic!("{changed:?}") };
    let fields: Vec<_> = fields.iter().map(|one| (one.field, one.after.as_str())).collect();
    assert_eq!(fields, [("measure_ru", "Ежемесячно представлять отчёт")]);

    // What was translated from another wording is not shown beside the new one.
    let reworded = Names::from("Har chorak hisobot berish");
    take_in(&base, [(plain(&section()), plain(&first)), (plain(&section()), reworded.clone())]).await;
    let kept = measures(&base).await;
    assert_eq!((&kept[0].text, &kept[1].text), (&first, &reworded));
    assert_eq!(kept[1].section, section());
}

async fn an_administrator_translates_a_measure_and_its_section(base: Base) {
    let city = City::build(&base.store, now()).await;
    let right = city.who(city::ADMINISTRATOR).await.may_administer(&city.catalogue.tree).unwrap();
    let before = measures(&base).await;
    let said = Wording {
        section: in_russian("nobody reads this", "1. Электронные услуги"),
        text: in_russian("", "Внести реестр услуг в NIS.UZ"),
        mechanism: in_russian("", "Данные внесены"),
    };
    let id = before[0].id;
    for _ in 0..2 {
        let (right, said) = (right.clone(), said.clone());
        let done: Result<_, NotDone> = base
            .store
            .write(move |conn| Box::pin(async move { plan::translate(conn, &right, id, said, now()).await }))
            .await;
        assert_eq!(done.unwrap().unwrap().id, id);
    }
    let after = measures(&base).await;
    let wording = Wording::of(&after[0]);
    assert_eq!(wording.text, in_russian(&before[0].text.uz_latn, "Внести реестр услуг в NIS.UZ"));
    assert_eq!(wording.mechanism.ru.as_deref(), Some("Данные внесены"));
    assert!(after.iter().all(|one| one.section.ru.as_deref() == Some("1. Электронные услуги")));
    assert_eq!(after[1].text, before[1].text);

    let right = city.who(city::CONTROLLER).await.may_audit(&city.catalogue.tree).unwrap();
    let wanted = Wanted { action: Some("translated".to_owned()), ..Wanted::default() };
    let listed: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { events::list(conn, &right, &wanted, 9).await })).await;
    let (events, _) = listed.unwrap();
    assert_eq!(events.len(), 1, "the second time nothing changed: {events:?}");
    let after = events[0].after.as_deref().unwrap_or_default();
    assert!(after.contains("measure_ru") && !after.contains("nobody"), "{after}");
}

async fn every_list_tells_a_measure_in_all_languages(base: Base) {
    let city = City::build(&base.store, now()).await;
    city.make_obligations("2026-11-23".parse().unwrap(), now()).await;
    let right = MayAdminister::at_the_machine();
    let all = measures(&base).await;
    let ids: Vec<_> = all.iter().map(|one| one.id).collect();
    let done: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for id in ids {
                    let section = in_russian("", "Раздел");
                    let (text, mechanism) = (in_russian("", "Мероприятие"), Names::default());
                    plan::translate(conn, &right, id, Wording { section, text, mechanism }, now()).await?;
                }
                Ok(())
            })
        })
        .await;
    done.unwrap();
    let today = "2026-12-20".parse().unwrap();
    let span = ("2026-11-01".parse().unwrap(), "2027-03-01".parse().unwrap());
    let soliq = city.organisation("soliq").id;
    let narrowed = boards::Narrowed {
        scope: Scope::All,
        span,
        section: Some(all[0].section.uz_latn.clone()),
        wanted: obligation_lists::Wanted::All,
        today,
    };
    let read: Result<_, StoreError> = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let mut texts = Vec::new();
                texts.extend(boards::lines_of(conn, soliq, span, 9).await?.into_iter().map(|one| one.text));
                texts.extend(
                    boards::groups_open(conn, &Scope::All, span, 9).await?.into_iter().map(|one| one.text),
                );
                let rows = boards::rows(conn, &narrowed).await?;
                texts.extend(rows.into_iter().map(|one| one.text));
                texts.extend(search::measures(conn, &Scope::All).await?.into_iter().map(|one| one.text));
                texts.extend(obligation_lists::measure_texts(conn).await?.into_iter().map(|(_, text)| text));
                texts.extend(boards::measure_rows(conn).await?.into_iter().map(|one| one.text));
                Ok((texts, boards::sections(conn).await?))
            })
        })
        .await;
    let (texts, sections) = read.unwrap();
    assert!(texts.len() > 12, "{texts:?}");
    for text in &texts {
        assert_eq!(text.in_language(Language::Ru), "Мероприятие");
        assert_ne!(text.in_language(Language::UzLatn), "Мероприятие");
    }
    assert_eq!(sections, [in_russian("1. Elektron xizmatlar", "Раздел")]);
}

async fn a_position_is_kept_in_all_languages(base: Base) {
    let city = City::build(&base.store, now()).await;
    let soliq = city.organisation("soliq").id;
    let take_in = async |position: Option<Names>| {
        let draft = PersonDraft {
            name: "Otabek Nazarov".into(),
            organisation: "soliq".into(),
            role: Role::Head,
            position,
            language: None,
        };
        let taken: Result<_, NotDone> = base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    import::people(conn, &MayAdminister::at_the_machine(), &[draft], now()).await
                })
            })
            .await;
        taken.unwrap().remove(0)
    };
    let position = in_russian("Inspeksiya boshligʻi", "Начальник инспекции");
    assert_eq!(take_in(Some(position.clone())).await, Change::New);
    assert_eq!(take_in(None).await, Change::Unchanged);
    assert_eq!(
        take_in(Some("Inspeksiya boshligʻi".into())).await,
        Change::Unchanged,
        "the translation stays"
    );
    let read: Result<_, StoreError> = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let heads = people::holders_at(conn, Role::Head, soliq).await?;
                let listed = people_lists::holders(conn, &[soliq], 99).await?;
                let found = search::people(conn, &Scope::All).await?;
                Ok((heads, listed, found))
            })
        })
        .await;
    let (heads, listed, found) = read.unwrap();
    assert_eq!(heads[0].position.as_ref(), Some(&position));
    let listed = listed.into_iter().find(|one| one.person == heads[0].person).unwrap();
    let found = found.into_iter().find(|one| one.person == heads[0].person).unwrap();
    assert_eq!((listed.position, found.position), (Some(position.clone()), Some(position.clone())));

    let Change::Changed(fields) = take_in(Some("Boʻlim boshligʻi".into())).await else { panic!() };
    let fields: Vec<_> = fields.iter().map(|one| (one.field, one.after.as_str())).collect();
    assert_eq!(
        fields,
        [("position", "Boʻlim boshligʻi"), ("position_ru", "")],
        "it translated another position"
    );
}
