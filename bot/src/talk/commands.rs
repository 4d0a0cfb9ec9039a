//! The commands: their names in English and Uzbek, both always understood, and the menus that show them.

use domain::language::Language;
use domain::people::{Role, Who};
use locales::Texts;

use crate::reply::MenuEntry;

/// What somebody asks for by a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Start,
    Rate,
    Tasks,
    Status,
    Review,
    Overdue,
    Brief,
    Leave,
    Language,
    Help,
    Privacy,
    Forget,
    Cancel,
}

impl Command {
    const ALL: [Self; 13] = [
        Self::Start,
        Self::Rate,
        Self::Tasks,
        Self::Status,
        Self::Review,
        Self::Overdue,
        Self::Brief,
        Self::Leave,
        Self::Language,
        Self::Help,
        Self::Privacy,
        Self::Forget,
        Self::Cancel,
    ];

    /// The command of this name.
    pub(crate) fn read(name: &str) -> Option<Self> {
        if name == "settings" {
            return Some(Self::Language);
        }
        Self::ALL.into_iter().find(|command| {
            let (english, uzbek) = command.names();
            name == english || name == uzbek
        })
    }

    /// In English and in Uzbek; Telegram takes small Latin letters only.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Start => ("start", "boshlash"),
            Self::Rate => ("rate", "baholash"),
            Self::Tasks => ("tasks", "vazifalar"),
            Self::Status => ("status", "holat"),
            Self::Review => ("review", "tekshiruv"),
            Self::Overdue => ("overdue", "kechikkan"),
            Self::Brief => ("brief", "xulosa"),
            Self::Leave => ("leave", "tatil"),
            Self::Language => ("language", "til"),
            Self::Help => ("help", "yordam"),
            Self::Privacy => ("privacy", "maxfiylik"),
            Self::Forget => ("forget", "unut"),
            Self::Cancel => ("cancel", "bekor"),
        }
    }

    fn name(self, language: Language) -> &'static str {
        let (english, uzbek) = self.names();
        match language {
            Language::UzLatn | Language::UzCyrl => uzbek,
            Language::Ru | Language::En => english,
        }
    }

    fn description(self, texts: Texts) -> String {
        match self {
            Self::Start => texts.command_start(),
            Self::Rate => texts.command_rate(),
            Self::Tasks => texts.command_tasks(),
            Self::Status => texts.command_status(),
            Self::Review => texts.command_review(),
            Self::Overdue => texts.command_overdue(),
            Self::Brief => texts.command_brief(),
            Self::Leave => texts.command_leave(),
            Self::Language => texts.command_language(),
            Self::Help => texts.command_help(),
            Self::Privacy => texts.command_privacy(),
            Self::Forget => texts.command_forget(),
            Self::Cancel => texts.command_cancel(),
        }
    }
}

/// The menu of somebody: for whom it is, and in which language.
pub(crate) fn menu(texts: Texts, who: Option<&Who>) -> Vec<MenuEntry> {
    let mut commands = Vec::new();
    if let Some(who) = who {
        if who.answers() {
            commands.extend([Command::Tasks, Command::Leave]);
        }
        if who.is(Role::Controller) {
            commands.extend([Command::Status, Command::Review, Command::Overdue, Command::Brief]);
        }
    }
    if who.is_none() {
        commands.push(Command::Rate);
    }
    commands.extend([Command::Help, Command::Language, Command::Privacy]);
    commands.push(if who.is_some() { Command::Cancel } else { Command::Forget });
    let entry = |command: Command| MenuEntry {
        command: command.name(texts.language()),
        description: command.description(texts),
    };
    commands.into_iter().map(entry).collect()
}

/// The menus of everybody whom the city does not know, by the language of their Telegram; the first is for all other
/// languages. Telegram cannot tell the script of Uzbek, so Cyrillic has none of its own.
pub(crate) fn menus_for_everybody() -> [(Option<&'static str>, Vec<MenuEntry>); 4] {
    [
        (None, Language::UzLatn),
        (Some("uz"), Language::UzLatn),
        (Some("ru"), Language::Ru),
        (Some("en"), Language::En),
    ]
    .map(|(code, language)| (code, menu(Texts::new(language), None)))
}
