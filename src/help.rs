//! What the commands and options do, in the administrator's language.
//!
//! A command is explained by the text of its path, `help-import-plan`; an option by the text of its name, `option-adopted`:
//! an option means the same wherever it stands.

use clap::{Arg, ArgAction, Command, CommandFactory};
use locales::{Texts, by_key};

use crate::cli::Cli;

/// The command line with its explanations.
pub(crate) fn command(texts: Texts) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    explained(Cli::command().disable_version_flag(true).arg(version), "help", texts)
}

fn explained(command: Command, key: &str, texts: Texts) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .about(by_key(texts.language(), key).unwrap_or_default())
        .long_about(None)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .help_template(format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", texts.cli_usage()))
        .subcommand_help_heading(texts.cli_commands())
        .mut_args(|arg| {
            let heading = if arg.is_positional() { texts.cli_arguments() } else { texts.cli_options() };
            let text = option_text(texts, &arg);
            arg.help(text).long_help(None).help_heading(heading)
        })
        .mut_subcommands(|sub| {
            let key = format!("{key}-{}", sub.get_name());
            explained(sub, &key, texts)
        })
}

fn option_text(texts: Texts, arg: &Arg) -> String {
    let key = format!("option-{}", arg.get_id().as_str().replace('_', "-"));
    by_key(texts.language(), &key).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn every_command_and_option_is_explained_in_every_language() {
        for language in Language::ALL {
            let command = command(Texts::new(language));
            command.clone().debug_assert();
            check(&command, language);
        }
    }

    fn check(command: &Command, language: Language) {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.is_empty(), "{} is not explained in {}", command.get_name(), language.tag());
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(
                !help.is_empty(),
                "{} of {} is not explained in {}",
                arg.get_id(),
                command.get_name(),
                language.tag()
            );
        }
        for sub in command.get_subcommands() {
            check(sub, language);
        }
    }
}
