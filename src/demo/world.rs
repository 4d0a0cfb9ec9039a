//! The world around the demo's chats: a clock that can be moved, and links that can be scanned.

use std::sync::{Arc, OnceLock};

use bot::Bot;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::calendar::Week;
use domain::clock::{Clock, MovableClock, in_tashkent, tashkent_day};
use domain::language::Language;
use domain::links::Payload;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use locales::Texts;
use playground::{Jump, Link, World};
use store::organisations::Catalogue;
use store::{Store, StoreError};

use super::visits::Slip;

/// When the digests of the morning go out.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 5) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// Services whose points are offered for scanning; a wall of forty codes would help nobody.
const POINTS: usize = 8;

/// An invitation that waits in somebody's letter.
#[derive(Clone)]
pub(super) struct Letter {
    pub(super) name: String,
    pub(super) payload: Payload,
}

pub(super) struct DemoWorld {
    pub(super) clock: Arc<MovableClock>,
    pub(super) store: Store,
    pub(super) panel_url: String,
    pub(super) letters: Vec<Letter>,
    pub(super) slips: Vec<Slip>,
    /// Known only after the service has started.
    pub(super) bot: OnceLock<Bot>,
}

/// The steps of the clock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Hour,
    Day,
    Morning,
    Deadline,
}

impl Step {
    const ALL: [Self; 4] = [Self::Hour, Self::Day, Self::Morning, Self::Deadline];

    fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Morning => "morning",
            Self::Deadline => "deadline",
        }
    }

    fn label(self, texts: Texts) -> String {
        match self {
            Self::Hour => texts.demo_jump_hour(),
            Self::Day => texts.demo_jump_day(),
            Self::Morning => texts.demo_jump_morning(),
            Self::Deadline => texts.demo_jump_deadline(),
        }
    }
}

impl World for DemoWorld {
    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    fn jumps(&self, language: &str) -> Vec<Jump> {
        let texts = Texts::new(Language::from_tag(language).unwrap_or_default());
        Step::ALL.map(|step| Jump { id: step.id().to_owned(), label: step.label(texts) }).into()
    }

    fn jump(&self, id: &str) -> BoxFuture<'_, ()> {
        let step = Step::ALL.into_iter().find(|step| step.id() == id);
        async move {
            let Some(step) = step else { return };
            if let Err(error) = self.take(step).await {
                tracing::error!("the clock could not be moved: {error}");
            }
            if let Some(bot) = self.bot.get() {
                bot.nudge();
            }
        }
        .boxed()
    }

    fn links(&self, language: &str) -> BoxFuture<'_, Vec<Link>> {
        let language = Language::from_tag(language).unwrap_or_default();
        async move {
            match self.store.catalogue().await {
                Ok(catalogue) => self.all_links(&catalogue, language),
                Err(error) => {
                    tracing::error!("the links could not be listed: {error}");
                    Vec::new()
                }
            }
        }
        .boxed()
    }

    fn minutes_ahead_of_utc(&self) -> i32 {
        // Tashkent, all year round.
        300
    }

    fn panel_url(&self) -> Option<String> {
        Some(self.panel_url.clone())
    }
}

impl DemoWorld {
    async fn take(&self, step: Step) -> Result<(), StoreError> {
        let now = self.clock.now();
        match step {
            Step::Hour => self.clock.advance(TimeDelta::hours(1)),
            Step::Day => self.clock.advance(TimeDelta::days(1)),
            Step::Morning => {
                let catalogue = self.store.catalogue().await?;
                self.clock.move_to(next_morning(&catalogue, now));
            }
            Step::Deadline => {
                let catalogue = self.store.catalogue().await?;
                if let Some(moment) = self.next_deadline(&catalogue, now).await? {
                    self.clock.move_to(moment);
                }
            }
        }
        Ok(())
    }

    /// The morning of the last working day on which the next open obligation can still be answered in time.
    async fn next_deadline(
        &self,
        catalogue: &Catalogue,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let today = tashkent_day(now);
        let dues =
            self.store.read(|conn| Box::pin(store::obligations::next_due_days(conn, today, 60))).await?;
        let mornings = dues.into_iter().map(|due| {
            in_tashkent(catalogue.calendar.previous_working_on_or_before(due, Week::Five), MORNING)
        });
        Ok(mornings.into_iter().find(|moment| *moment > now))
    }

    fn all_links(&self, catalogue: &Catalogue, language: Language) -> Vec<Link> {
        let texts = Texts::new(language);
        let mut points: Vec<_> = catalogue.points.values().collect();
        points.sort_by_key(|point| point.id);
        let points = points.into_iter().take(POINTS).filter_map(|point| {
            let service = catalogue.services.get(&point.service)?;
            let organisation = catalogue.organisations.get(&service.organisation)?;
            Some(Link {
                title: service.names.in_language(language).to_owned(),
                note: organisation.names.in_language(language).to_owned(),
                payload: Payload::Rate(point.code.clone()).to_string(),
                group: texts.demo_group_points(),
            })
        });
        let letters = self.letters.iter().map(|letter| Link {
            title: letter.name.clone(),
            note: texts.demo_letter_note(),
            payload: letter.payload.to_string(),
            group: texts.demo_group_letters(),
        });
        let slips = self.slips.iter().filter_map(|slip| Self::slip(catalogue, texts, slip));
        points.chain(slips).chain(letters).collect()
    }

    fn slip(catalogue: &Catalogue, texts: Texts, slip: &Slip) -> Option<Link> {
        let Payload::Visit { point, .. } = &slip.payload else { return None };
        let service = catalogue.services.get(&catalogue.points.get(point)?.service)?;
        Some(Link {
            title: service.names.in_language(texts.language()).to_owned(),
            note: slip.code.spaced(),
            payload: slip.payload.to_string(),
            group: texts.demo_group_slips(),
        })
    }
}

fn next_morning(catalogue: &Catalogue, now: DateTime<Utc>) -> DateTime<Utc> {
    let is_morning_to_come =
        |day: &NaiveDate| catalogue.calendar.is_working(*day, Week::Five) && in_tashkent(*day, MORNING) > now;
    let day = tashkent_day(now).iter_days().find(is_morning_to_come);
    in_tashkent(day.unwrap_or_else(|| tashkent_day(now)), MORNING)
}
