//! Visit codes: a slip leads to the mark in two taps, a poster asks for the code, and each fault has its own kind word.

use chrono::{Days, TimeDelta};
use domain::buttons::{Button, FindAct, FindStep, VisitAct, VisitStep};
use domain::clock::Clock;
use domain::ids::PointId;
use domain::language::{Language, Names};
use domain::people::{MayAdminister, MayHandOut};
use domain::ratings::Mark;
use domain::visits::{GUESSES_A_DAY, VisitCode};
use store::visits::{self, PointCodes};
use store::{points, rating_boards};

use super::city::{CITIZEN, City, OFFICER, Said, press};
use crate::incoming::What;

/// A city whose only point asks for codes, and some of them.
struct Counter {
    city: City,
    link: String,
    codes: Vec<VisitCode>,
}

impl Counter {
    async fn open() -> Self {
        let city = City::new().await;
        let (link, _) = city.point().await;
        let point = city.ctx.store.catalogue().await.unwrap().points[&link].id;
        let codes = sheet(&city, point, 4).await;
        Self { city, link, codes }
    }

    fn slip(&self, place: usize) -> String {
        format!("/start v_{}_{}", self.link, self.codes[place])
    }

    async fn scans(&self, account: i64, place: usize) -> Said {
        self.city.says(account, &self.slip(place)).await
    }

    fn rate(&self, code: VisitCode, mark: u8) -> Button {
        let act = VisitAct::Rate(Mark::new(mark).unwrap());
        Button::Visit(VisitStep { point: self.link.clone(), code, language: Language::UzLatn, act })
    }

    async fn marks(&self) -> u64 {
        let (_, service) = self.city.point().await;
        let day = self.city.clock.today();
        let counts = self.city.read(|conn| {
            Box::pin(async move { rating_boards::by_service(conn, &[service], day, day).await })
        });
        counts.await.first().map_or(0, |(_, counts)| counts.total())
    }

    async fn counts(&self) -> PointCodes {
        let point = self.city.ctx.store.catalogue().await.unwrap().points[&self.link].id;
        let now = self.city.clock.now();
        self.city.read(|conn| Box::pin(visits::of_point(conn, point, now))).await
    }
}

/// Makes a point ask for codes, and gives so many of them.
async fn sheet(city: &City, point: PointId, number: u32) -> Vec<VisitCode> {
    let organisation = city.organisation("soliq").await;
    let (secret, valid_on) = (city.ctx.secret.clone(), city.clock.today() + Days::new(1));
    let codes = city
        .write(move |conn, now| {
            Box::pin(async move {
                points::ask_for_code(conn, &MayAdminister::at_the_machine(), point, true, now).await?;
                let codes = visits::fresh(conn, &secret, number).await?;
                let right = MayHandOut::at_the_machine(organisation);
                visits::keep_sheet(conn, &secret, &right, point, &codes, valid_on, now).await?;
                Ok(codes)
            })
        })
        .await;
    city.ctx.store.forget_catalogue();
    codes
}

fn has_marks(said: &Said) -> bool {
    let is_mark =
        |button: &&Button| matches!(button, Button::Visit(VisitStep { act: VisitAct::Rate(_), .. }));
    said.buttons().iter().filter(is_mark).count() == 5
}

#[tokio::test]
async fn a_slip_leads_to_the_mark_in_two_taps() {
    let counter = Counter::open().await;
    let asked = counter.scans(CITIZEN, 0).await;
    assert!(has_marks(&asked) && asked.text().contains("Tugʻilganlik guvohnomasi"), "{asked:?}");
    assert_eq!(counter.marks().await, 0, "nothing is spent by a look");
    let said = counter.city.presses(CITIZEN, asked.button(|b| *b == counter.rate(counter.codes[0], 5))).await;
    assert!(said.edits() && said.text().contains("Rahmat"), "{said:?}");
    assert_eq!(said.toast(), Some("Bahongiz saqlandi"));
    assert_eq!((counter.marks().await, counter.counts().await.used), (1, 1));
}

#[tokio::test]
async fn a_press_that_telegram_brings_again_is_thanked_for_again() {
    let counter = Counter::open().await;
    for _ in 0..2 {
        let said = counter.city.brings(77, CITIZEN, press(counter.rate(counter.codes[0], 5).data())).await;
        assert!(said.text().contains("Rahmat"), "{said:?}");
    }
    // So is a second press, and a scan that comes again.
    let said = counter.city.presses(CITIZEN, counter.rate(counter.codes[0], 5)).await;
    assert!(said.text().contains("Rahmat"), "{said:?}");
    let scan =
        What::Command { name: "start".into(), argument: format!("v_{}_{}", counter.link, counter.codes[1]) };
    for _ in 0..2 {
        assert!(has_marks(&counter.city.brings(78, CITIZEN, scan.clone()).await));
    }
    assert_eq!((counter.marks().await, counter.counts().await.used), (1, 1));
    // A press that was refused is refused again.
    for _ in 0..3 {
        let said = counter.city.brings(79, 9002, press(counter.rate(counter.codes[0], 5).data())).await;
        assert!(said.text().contains("bitta kod — bitta baho"), "{said:?}");
    }
    assert_eq!(counter.marks().await, 1);
}

#[tokio::test]
async fn the_mark_is_changed_without_another_code_and_the_own_slip_shows_it() {
    let counter = Counter::open().await;
    let thanks = counter.city.presses(CITIZEN, counter.rate(counter.codes[0], 4)).await;
    let change = thanks.button(|button| matches!(button, Button::ChangeMark { .. }));
    let asked = counter.city.presses(CITIZEN, change).await;
    let lower = asked.button(|b| matches!(b, Button::Rate { mark, .. } if mark.get() == 2));
    let said = counter.city.presses(CITIZEN, lower).await;
    assert!(said.text().contains("bahongiz saqlandi"), "{said:?}");
    assert_eq!((counter.marks().await, counter.counts().await.used), (1, 1));
    let again = counter.scans(CITIZEN, 0).await;
    assert!(again.text().contains("⭐⭐"), "{again:?}");
    let other = counter.scans(9002, 0).await;
    assert!(other.text().contains("bitta kod — bitta baho") && other.buttons().is_empty(), "{other:?}");
}

#[tokio::test]
async fn a_poster_asks_for_the_code_and_takes_it_in_either_script() {
    let counter = Counter::open().await;
    let poster = format!("/start r_{}", counter.link);
    for place in 0..2 {
        let account = CITIZEN + i64::try_from(place).unwrap();
        let asked = counter.city.says(account, &poster).await;
        assert!(asked.text().contains("tashrif kodi") && asked.text().contains("my.gov.uz"), "{asked:?}");
        assert!(asked.buttons().iter().all(|button| matches!(button, Button::RateIn { .. })), "{asked:?}");
        let question = counter.city.says(account, &typed(place, &counter.codes[place])).await;
        assert!(has_marks(&question), "{question:?}");
        counter.city.presses(account, counter.rate(counter.codes[place], 5)).await;
    }
    assert_eq!(counter.marks().await, 2);
}

/// As it is printed, or in small letters of a Cyrillic keyboard.
fn typed(place: usize, code: &VisitCode) -> String {
    if place == 0 { code.spaced() } else { cyrillic(&code.spaced()).to_lowercase() }
}

fn cyrillic(code: &str) -> String {
    let letter = |sign| match sign {
        'A' => 'А',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        other => other,
    };
    code.chars().map(letter).collect()
}

#[tokio::test]
async fn a_code_that_is_simply_sent_leads_to_its_question() {
    let counter = Counter::open().await;
    for account in [CITIZEN, OFFICER] {
        let question = counter.city.says(account, &counter.codes[0].spaced()).await;
        assert!(has_marks(&question), "{question:?}");
        let link = format!("https://t.me/bot?start=v_{}_{}", counter.link, counter.codes[1]);
        assert!(has_marks(&counter.city.says(account, &link).await));
    }
}

#[tokio::test]
async fn there_is_no_mark_without_a_code_neither_here_nor_by_name() {
    let counter = Counter::open().await;
    let (_, service) = counter.city.point().await;
    let (language, mark) = (Language::UzLatn, Mark::new(5).unwrap());
    for button in [
        Button::Rate { point: counter.link.clone(), mark, language },
        Button::Find(FindStep { language, act: FindAct::Rate { service, mark } }),
        Button::Find(FindStep { language, act: FindAct::Service(service) }),
        Button::RateIn { point: counter.link.clone(), language },
    ] {
        let said = counter.city.presses(CITIZEN, button).await;
        assert!(said.edits() && said.text().contains("Bu yerda baho tashrif kodi"), "{said:?}");
        let question = counter.city.says(CITIZEN, &counter.codes[0].to_string()).await;
        assert!(has_marks(&question), "{question:?}");
    }
    assert_eq!(counter.marks().await, 0);
    let asked = counter.city.says(CITIZEN, &format!("/start s_{service}")).await;
    assert!(asked.text().contains("Bu yerda baho tashrif kodi"), "{asked:?}");
}

#[tokio::test]
async fn each_fault_has_its_own_word_and_nothing_is_forced() {
    let counter = Counter::open().await;
    counter.city.says(CITIZEN, &format!("/start r_{}", counter.link)).await;
    let mistyped = {
        let mut text = counter.codes[0].to_string();
        let last = if text.ends_with('2') { "3" } else { "2" };
        text.replace_range(8.., last);
        text
    };
    for (typed, word) in [
        (mistyped.as_str(), "Kodda xato bor"),
        ("Navbat juda uzun, hech kim yoʻq", "Bu tashrif kodi emas"),
        ("🙂🙂🙂", "Bu tashrif kodi emas"),
        ("<b>&", "Bu tashrif kodi emas"),
        (&VisitCode::from_number(12).to_string(), "Bunday kod yoʻq"),
    ] {
        let said = counter.city.says(CITIZEN, typed).await;
        assert!(said.text().contains(word), "{typed}: {said:?}");
    }
    let photo = counter.city.does(CITIZEN, What::Unsupported { kind: "sticker" }).await;
    assert!(photo.text().contains("Bu tashrif kodi emas"), "{photo:?}");
    counter.city.clock.advance(TimeDelta::hours(60));
    let over = counter.scans(CITIZEN, 1).await;
    assert!(over.text().contains("muddati tugagan"), "{over:?}");
    let cancelled = counter.city.says(CITIZEN, "/bekor").await;
    assert!(!cancelled.text().is_empty());
    assert_eq!(counter.counts().await.wrong, 1, "a slip of the finger is no guess");
}

#[tokio::test]
async fn a_code_of_another_place_is_named_and_leads_there() {
    let counter = Counter::open().await;
    let (_, service) = counter.city.point().await;
    let names = Names { uz_latn: "2-oyna".into(), ..Names::default() };
    let right = MayAdminister::at_the_machine();
    let other = counter.city.write(move |conn, now| {
        Box::pin(async move { points::add(conn, &right, service, &names, now).await })
    });
    let other = other.await;
    counter.city.ctx.store.forget_catalogue();
    let codes = sheet(&counter.city, other, 1).await;
    counter.city.says(CITIZEN, &format!("/start r_{}", counter.link)).await;
    let said = counter.city.says(CITIZEN, &codes[0].spaced()).await;
    assert!(said.text().contains("boshqa joyniki") && said.text().contains("2-oyna"), "{said:?}");
    let question = counter.city.presses(CITIZEN, said.button(|b| matches!(b, Button::Visit(_)))).await;
    assert!(has_marks(&question) && question.text().contains("2-oyna"), "{question:?}");
    let five = question.button(
        |b| matches!(b, Button::Visit(VisitStep { act: VisitAct::Rate(mark), .. }) if mark.get() == 5),
    );
    let thanks = counter.city.presses(CITIZEN, five).await;
    assert!(thanks.text().contains("Rahmat"), "{thanks:?}");
}

#[tokio::test]
async fn guesses_end_for_the_day_also_by_forged_buttons() {
    let counter = Counter::open().await;
    for guess in 0..u64::from(GUESSES_A_DAY) {
        let code = VisitCode::from_number(guess);
        let said = if guess % 2 == 0 {
            counter.city.presses(CITIZEN, counter.rate(code, 5)).await
        } else {
            counter.city.says(CITIZEN, &format!("/start v_{}_{code}", counter.link)).await
        };
        assert!(said.text().contains("Bunday kod yoʻq"), "{said:?}");
    }
    let right = counter.scans(CITIZEN, 0).await;
    assert!(right.text().contains("Ertaga"), "{right:?}");
    let right = counter.city.presses(CITIZEN, counter.rate(counter.codes[0], 5)).await;
    assert!(right.text().contains("Ertaga"), "{right:?}");
    assert_eq!((counter.marks().await, counter.counts().await.wrong), (0, 10));
    assert!(has_marks(&counter.scans(9002, 0).await), "nobody else is held up");
    counter.city.clock.advance(TimeDelta::hours(24));
    assert!(has_marks(&counter.scans(CITIZEN, 1).await));
}

#[tokio::test]
async fn the_language_that_was_chosen_stays_with_the_question() {
    let counter = Counter::open().await;
    let russian = Button::RateIn { point: counter.link.clone(), language: Language::Ru };
    let asked = counter.city.presses(CITIZEN, russian).await;
    assert!(asked.text().contains("по коду визита"), "{asked:?}");
    let question = counter.city.says(CITIZEN, &counter.codes[0].spaced()).await;
    assert!(question.text().contains("Насколько Вы довольны"), "{question:?}");
    let next = counter.scans(CITIZEN, 1).await;
    assert!(next.text().contains("Насколько Вы довольны"), "{next:?}");
}

#[tokio::test]
async fn a_slip_outlives_the_link_and_the_setting() {
    let counter = Counter::open().await;
    let point = counter.city.ctx.store.catalogue().await.unwrap().points[&counter.link].id;
    let (link, right) = (counter.link.clone(), MayAdminister::at_the_machine());
    counter
        .city
        .write(move |conn, now| {
            Box::pin(async move { points::replace_link(conn, &right, point, &link, None, now).await })
        })
        .await;
    counter.city.ctx.store.forget_catalogue();
    let asked = counter.scans(CITIZEN, 0).await;
    assert!(has_marks(&asked), "{asked:?}");
    let thanks = counter.city.presses(CITIZEN, counter.rate(counter.codes[0], 5)).await;
    assert!(thanks.text().contains("Rahmat"), "{thanks:?}");
    let right = MayAdminister::at_the_machine();
    counter
        .city
        .write(move |conn, now| {
            Box::pin(async move { points::ask_for_code(conn, &right, point, false, now).await })
        })
        .await;
    counter.city.ctx.store.forget_catalogue();
    counter.city.clock.advance(TimeDelta::hours(24));
    let plain = counter.scans(CITIZEN, 1).await;
    assert_eq!(plain.buttons().iter().filter(|b| matches!(b, Button::Rate { .. })).count(), 5, "{plain:?}");
}
