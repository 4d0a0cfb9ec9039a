//! A small invented city on a temporary SQLite file, with a year of plan and ratings behind it.

mod marks;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, FrozenClock, in_tashkent};
use domain::ids::{OrganisationId, PersonId};
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use store::import::{self, MeasureDraft, OrganisationDraft, Parent, PlanDraft, ServiceDraft};
use store::plan::Part;
use store::secret::SecretKey;
use store::tokens::Token;
use store::{Durability, NotDone, Store, StoreError, boards, obligations, people, sessions, settings};

/// Monday morning in the invented city.
pub(crate) const NOW: &str = "2026-11-23T04:00:00Z";

const BODIES: [(&str, &str, &str, &str); 6] = [
    ("city", "Fargʻona shahar hokimligi", "Фарғона шаҳар ҳокимлиги", "Хокимият города Ферганы"),
    (
        "kadastr",
        "Kadastr agentligi shahar filiali",
        "Кадастр агентлиги шаҳар филиали",
        "Городской филиал Агентства по кадастру",
    ),
    ("suv", "Suv taʼminoti korxonasi", "Сув таъминоти корхонаси", "Предприятие водоснабжения"),
    ("elektr", "Shahar elektr tarmoqlari", "Шаҳар электр тармоқлари", "Городские электрические сети"),
    ("soliq", "Shahar soliq inspeksiyasi", "Шаҳар солиқ инспекцияси", "Городская налоговая инспекция"),
    ("yoshlar", "Yoshlar ishlari boʻlimi", "Ёшлар ишлари бўлими", "Отдел по делам молодёжи"),
];

const MEASURES: [(&str, &str, &str); 9] = [
    (
        "I. Tashkiliy masalalar",
        "Har bir tashkilotda NIS.UZ tizimi uchun masʼul xodimni belgilash",
        "qaror qabul qilingan kundan eʼtiboran oʻn kun muddatda",
    ),
    ("I. Tashkiliy masalalar", "Xizmatlar roʻyxatini tuzish", "bir oy muddatda"),
    (
        "II. Axborotlarni NIS.UZ tizimiga kiritish",
        "Tizimdagi axborotlarni yangilab borish",
        "har chorak yakunidan keyingi oyning 10-sanasiga qadar",
    ),
    (
        "II. Axborotlarni NIS.UZ tizimiga kiritish",
        "Ishonchli axborotlarni Tizimga kiritish",
        "har yili 20-yanvarga qadar",
    ),
    (
        "III. Sifatni oshirish",
        "Fuqarolar murojaatlarini tahlil qilish <va> hisobot berish",
        "har oyning 25-sanasiga qadar",
    ),
    ("III. Sifatni oshirish", "Xizmat sahifasidagi yoʻriqnomani yangilash", "har chorakda"),
    ("III. Sifatni oshirish", "Talab qilinadigan hujjatlar sonini kamaytirish", "2026-yil 27-noyabrga qadar"),
    ("III. Sifatni oshirish", "Masʼul xodimlarni oʻqitish", "har oyning 10-sanasiga qadar"),
    ("IV. Nazorat", "Soʻrov boʻyicha maʼlumot berish", "zarurat boʻlganda"),
];

/// What this city's doorkeeper takes for Telegram's begins so.
const LAUNCH: &str = "signed-for-";

/// What this city's doorkeeper takes for signed by Telegram for this account.
pub(crate) fn launch(account: i64) -> String {
    format!("{LAUNCH}{account}")
}

/// The panel over the invented city.
pub(crate) struct City {
    /// Its pages.
    pub(crate) router: Router,
    /// What it keeps.
    pub(crate) store: Store,
    /// Its clock, standing still.
    pub(crate) clock: Arc<FrozenClock>,
    /// The controller of the whole city.
    pub(crate) controller: PersonId,
    /// The administrator, who has not joined yet.
    pub(crate) administrator: PersonId,
    /// The officer of the cadastre.
    pub(crate) officer: PersonId,
    folder: tempfile::TempDir,
}

impl City {
    /// The city at [`NOW`], its panel reached at `public_url`.
    pub(crate) async fn at(public_url: &str) -> Self {
        let mut city = Self::over(public_url, tempfile::tempdir().unwrap(), "2025-12-01T04:00:00Z").await;
        city.store.migrate().await.unwrap();
        city.build().await;
        city
    }

    /// The same city once more, on a copy of its files. The one that is copied must be closed.
    pub(crate) async fn again(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(self.folder()).unwrap().map(|file| file.unwrap()) {
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
        let (controller, administrator, officer) = (self.controller, self.administrator, self.officer);
        Self { controller, administrator, officer, ..Self::over("http://127.0.0.1:8080", folder, NOW).await }
    }

    /// The panel over what lies in a folder.
    async fn over(public_url: &str, folder: tempfile::TempDir, moment: &str) -> Self {
        let url = format!("sqlite://{}", folder.path().join("city.db").display());
        let store = Store::open(&url, Durability::Normal).await.unwrap();
        let clock = Arc::new(FrozenClock::at(moment.parse().unwrap()));
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        let files = folder.path().to_owned();
        let environment = vec![("NAZORAT_BOT_TOKEN".to_owned(), "***".to_owned())];
        let config = admin::Config {
            public_url: public_url.to_owned(),
            demo: true,
            files,
            environment,
            doorkeeper: Some(admin::Doorkeeper::new(|text, _| match text.strip_prefix(LAUNCH) {
                Some(account) => account.parse().map_err(|_| admin::TurnedAway::NotGenuine),
                None if text == "old" => Err(admin::TurnedAway::TooOld),
                None => Err(admin::TurnedAway::NotGenuine),
            })),
            frames: vec!["https://chat.test".to_owned()],
            ..admin::Config::default()
        };
        let router = admin::router(store.clone(), Arc::clone(&clock) as _, secret, config);
        let (controller, administrator, officer) = (PersonId(0), PersonId(0), PersonId(0));
        Self { router, store, clock, controller, administrator, officer, folder }
    }

    /// The panel once more, as after a restart, over the same city: every file is more work than this.
    pub(crate) fn with_quick_work(self, quick: u64) -> Self {
        let config = admin::Config {
            public_url: "http://127.0.0.1:8080".to_owned(),
            demo: true,
            files: self.folder.path().to_owned(),
            quick_work: Some(quick),
            ..admin::Config::default()
        };
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        let router = admin::router(self.store.clone(), Arc::clone(&self.clock) as _, secret, config);
        Self { router, ..self }
    }

    /// Where the database lies.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The number of the organisation with this key.
    pub(crate) async fn organisation(&self, key: &str) -> OrganisationId {
        let catalogue = self.store.catalogue().await.unwrap();
        catalogue.organisations.values().find(|one| one.key == key).unwrap().id
    }

    /// A session of a person, as the cookie has it.
    pub(crate) async fn session(&self, person: PersonId) -> Token {
        let now = self.clock.now();
        let begun = self.store.write(move |conn| Box::pin(sessions::begin(conn, person, now))).await;
        let token: Result<_, StoreError> = begun;
        token.unwrap()
    }

    async fn build(&mut self) {
        self.import().await;
        let city = self.organisation("city").await;
        self.controller = self.enter("U. Karimov", Role::Controller, city, 11).await;
        self.administrator = self.enter("Administrator", Role::Administrator, city, 0).await;
        for (number, (key, name)) in [
            ("kadastr", "D. Yoʻldosheva"),
            ("suv", "N. Qodirov"),
            ("elektr", "B. Tursunov"),
            ("soliq", "M. Xolmatova"),
        ]
        .into_iter()
        .enumerate()
        {
            let organisation = self.organisation(key).await;
            let telegram = 100 + i64::try_from(number).unwrap();
            let person = self.enter(name, Role::Officer, organisation, telegram).await;
            if key == "kadastr" {
                self.officer = person;
            }
        }
        self.live().await;
        self.rate().await;
        self.clock.move_to(NOW.parse().unwrap());
        let now = self.clock.now();
        let base = "https://t.me/ijro_test_bot?start=";
        let set = self.store.write(move |conn| Box::pin(settings::set(conn, "links.base", base, now))).await;
        let set: Result<_, StoreError> = set;
        set.unwrap();
    }

    async fn import(&self) {
        let now = self.clock.now();
        let right = MayAdminister::at_the_machine();
        let drafts: Vec<_> = BODIES
            .iter()
            .map(|(key, uz_latn, uz_cyrl, ru)| OrganisationDraft {
                key: (*key).to_owned(),
                kind: Some("city".to_owned()),
                names: Names {
                    uz_latn: (*uz_latn).to_owned(),
                    uz_cyrl: Some((*uz_cyrl).to_owned()),
                    ru: Some((*ru).to_owned()),
                    en: None,
                },
                week: None,
                parent: if *key == "city" { Parent::Nobody } else { Parent::Below("city".to_owned()) },
            })
            .collect();
        let services: Vec<_> = BODIES[1..]
            .iter()
            .map(|(key, name, ..)| ServiceDraft {
                key: format!("{key}-1"),
                organisation: (*key).to_owned(),
                names: Names { uz_latn: format!("Ariza: {name}"), ..Names::default() },
                term: None,
            })
            .collect();
        let adopted: NaiveDate = "2025-12-01".parse().unwrap();
        let measures = (1..).zip(MEASURES).map(|(number, (section, text, phrase))| MeasureDraft {
            number,
            section: section.into(),
            text: text.into(),
            mechanism: "Hisobot".into(),
            phrase: phrase.to_owned(),
            reading: domain::deadline::read(phrase, adopted),
            executors: "Tashkilotlar".to_owned(),
            controller: "Hokim oʻrinbosari".to_owned(),
            evidence: None,
            parts: BODIES[1..]
                .iter()
                .map(|(key, ..)| ((*key).to_owned(), Part::Main))
                .collect::<BTreeMap<_, _>>(),
        });
        let plan = PlanDraft {
            number: "1298".to_owned(),
            adopted,
            title: "Chora-tadbirlar rejasi".to_owned(),
            measures: measures.collect(),
        };
        let done = self
            .store
            .write(move |conn| {
                Box::pin(async move {
                    import::organisations(conn, &right, &drafts, now).await?;
                    import::services(conn, &right, &services, now).await?;
                    import::plan(conn, &right, &plan, now).await?;
                    Ok::<_, NotDone>(())
                })
            })
            .await;
        done.unwrap();
        self.store.forget_catalogue();
    }

    /// Gives an organisation another name, as it stands, in every language.
    pub(crate) async fn rename(&self, key: &str, name: &str) {
        let now = self.clock.now();
        let names = Names { uz_latn: name.to_owned(), ..Names::default() };
        let parent = Parent::Below("city".to_owned());
        let draft = OrganisationDraft { key: key.to_owned(), kind: None, names, week: None, parent };
        let right = MayAdminister::at_the_machine();
        let renamed = self
            .store
            .write(move |conn| {
                Box::pin(async move { import::organisations(conn, &right, &[draft], now).await })
            })
            .await;
        let renamed: Result<_, NotDone> = renamed;
        renamed.unwrap();
        self.store.forget_catalogue();
    }

    /// A person is called otherwise from now on.
    pub(crate) async fn call(&self, person: PersonId, name: &'static str) {
        let (right, now) = (MayAdminister::at_the_machine(), self.clock.now());
        let called: Result<(), NotDone> = self
            .store
            .write(move |conn| {
                Box::pin(async move { people::describe(conn, &right, person, (name, None), now).await })
            })
            .await;
        called.unwrap();
    }

    /// A person with a role, known to Telegram unless `telegram` is zero.
    pub(crate) async fn enter(&self, name: &str, role: Role, at: OrganisationId, telegram: i64) -> PersonId {
        let (name, now) = (name.to_owned(), self.clock.now());
        let right = MayInvite::at_the_machine(Grant { role, organisation: at });
        let entered = self
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let person = people::enter(conn, &right, &name, None, Language::UzLatn, now).await?;
                    if telegram > 0 {
                        let token = people::invite(conn, &right, person, now).await?;
                        people::accept_invitation(conn, &token, telegram, Language::UzLatn, now).await?;
                    }
                    Ok::<_, NotDone>(person)
                })
            })
            .await;
        entered.unwrap()
    }

    /// An invitation of a person to the panel.
    pub(crate) async fn invite(&self, person: PersonId) -> Token {
        let (organisation, now) = (self.organisation("city").await, self.clock.now());
        let right = MayInvite::at_the_machine(Grant { role: Role::Administrator, organisation });
        let invited = self
            .store
            .write(move |conn| Box::pin(async move { people::invite(conn, &right, person, now).await }))
            .await;
        let token: Result<_, StoreError> = invited;
        token.unwrap()
    }

    /// A year of weeks: what is due is answered, by some well and by others badly.
    async fn live(&self) {
        let end: DateTime<Utc> = NOW.parse().unwrap();
        while self.clock.now() < end {
            let (today, now) = (self.clock.today(), self.clock.now());
            let catalogue = self.store.catalogue().await.unwrap();
            obligations::create_missing(&self.store, &catalogue, today, now).await.unwrap();
            for (key, officer) in [("kadastr", 100), ("suv", 101), ("elektr", 102), ("soliq", 103)] {
                let organisation = self.organisation(key).await;
                self.answer_week(organisation, officer, today).await;
            }
            self.clock.move_to(in_tashkent(today + Days::new(7), NaiveTime::from_hms_opt(9, 0, 0).unwrap()));
        }
    }

    /// What is due within ten days is answered, by some well and by others badly.
    pub(crate) async fn answer_week(&self, organisation: OrganisationId, officer: i64, today: NaiveDate) {
        let span = (NaiveDate::default(), today + Days::new(10));
        let lines = self.store.read(|conn| Box::pin(boards::lines_of(conn, organisation, span, 500))).await;
        let lines: Result<_, StoreError> = lines;
        let now = self.clock.now();
        let tree = self.store.catalogue().await.unwrap().tree.clone();
        for line in lines.unwrap().into_iter().filter(|line| line.submitted_on.is_none()) {
            let chance = (line.id.0 * 7 + organisation.0 * 13) % 10;
            if chance < [0, 0, 6, 3, 2, 1][usize::try_from(organisation.0 % 6).unwrap()] {
                continue;
            }
            let (id, tree, controller) = (line.id, tree.clone(), self.controller);
            let accepts = today < "2026-11-10".parse().unwrap() || chance == 9;
            let kind = if chance == 8 && !accepts { AnswerKind::InProgress } else { AnswerKind::Done };
            let answered = self
                .store
                .write(move |conn| {
                    Box::pin(async move {
                        let who = people::who_by_telegram(conn, officer, today).await?.unwrap();
                        let may = who.may_answer(organisation, &tree)?;
                        obligations::answer(conn, &may, id, &Answer::new(kind), now).await?;
                        if accepts && kind.is_report() {
                            let who = people::who(conn, controller, today).await?.unwrap();
                            let may = who.may_decide(organisation, &tree)?;
                            obligations::accept(conn, &may, id, None, now).await?;
                        }
                        Ok::<_, NotDone>(())
                    })
                })
                .await;
            answered.unwrap();
        }
    }
}
