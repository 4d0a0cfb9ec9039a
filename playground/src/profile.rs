//! What the bot says about itself: names, descriptions, command menus, menu buttons.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::json::Object;

/// A line of the command menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Command {
    pub(crate) command: String,
    pub(crate) description: String,
}

/// For whom a menu is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

impl Scope {
    /// Reads a `BotCommandScope`; nothing is the default scope.
    pub(crate) fn read(value: Option<&Value>) -> Result<Self, String> {
        let Some(value) = value else { return Ok(Self::Default) };
        let object = Object::of(value, "BotCommandScope")?;
        let number = |name: &str| object.number(name)?.ok_or_else(|| format!("Can't find field \"{name}\""));
        match object.required_string("type")?.as_str() {
            "default" => Ok(Self::Default),
            "all_private_chats" => Ok(Self::AllPrivateChats),
            "all_group_chats" => Ok(Self::AllGroupChats),
            "all_chat_administrators" => Ok(Self::AllChatAdministrators),
            "chat" => Ok(Self::Chat(number("chat_id")?)),
            "chat_administrators" => Ok(Self::ChatAdministrators(number("chat_id")?)),
            "chat_member" => Ok(Self::ChatMember(number("chat_id")?, number("user_id")?)),
            _ => Err("Unsupported type specified".to_owned()),
        }
    }
}

/// Texts of the bot by language.
#[derive(Default)]
pub(crate) struct Profile {
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) descriptions: BTreeMap<String, String>,
    pub(crate) short_descriptions: BTreeMap<String, String>,
    pub(crate) commands: BTreeMap<(Scope, String), Vec<Command>>,
    pub(crate) menu_button: Option<Value>,
}

impl Profile {
    /// The menu that a person sees: the narrowest scope wins, in it the person's language.
    pub(crate) fn commands_for(&self, person: i64, language: &str) -> &[Command] {
        [Scope::Chat(person), Scope::AllPrivateChats, Scope::Default]
            .into_iter()
            .flat_map(|scope| [(scope.clone(), language.to_owned()), (scope, String::new())])
            .find_map(|key| self.commands.get(&key))
            .map_or(&[], Vec::as_slice)
    }

    /// The button beside the text field.
    pub(crate) fn menu_button_for(&self, own: Option<&Value>) -> Value {
        own.filter(|button| button["type"] != "default")
            .or(self.menu_button.as_ref())
            .cloned()
            .unwrap_or_else(|| json!({"type": "commands"}))
    }

    /// A text in the language, or the one for all languages.
    pub(crate) fn text<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> Option<&'a str> {
        texts.get(language).or_else(|| texts.get("")).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_narrowest_menu_wins_and_in_it_the_language() {
        let mut profile = Profile::default();
        let mut set = |scope: Scope, language: &str, name: &str| {
            let command = Command { command: name.to_owned(), description: "x".to_owned() };
            profile.commands.insert((scope, language.to_owned()), vec![command]);
        };
        set(Scope::Default, "", "default");
        set(Scope::Default, "ru", "default_ru");
        set(Scope::AllPrivateChats, "uz", "private_uz");
        set(Scope::Chat(7), "", "chat");
        for (person, language, expected) in
            [(7, "ru", "chat"), (8, "uz", "private_uz"), (8, "ru", "default_ru"), (8, "en", "default")]
        {
            assert_eq!(profile.commands_for(person, language)[0].command, expected, "{person} {language}");
        }
    }
}
