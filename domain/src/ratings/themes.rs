//! What comments are about: groups of keywords that people can edit, found in all scripts of the city.

use serde::{Deserialize, Serialize};

use crate::text::fold;
use crate::written::tidy;

/// So many themes at most.
pub const MOST_THEMES: usize = 30;

/// A line of the form, a theme with its words, is not longer than this.
pub const LONGEST_LINE: usize = 500;

/// In front of the name of a theme whose comments open a case.
const OPENS_CASE: char = '!';

/// A word that is shorter says nothing.
const SHORTEST_WORD: usize = 3;

/// A theme: its name and the beginnings of words by which it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// The name, as entered.
    pub name: String,
    /// The words, as entered.
    pub words: Vec<String>,
    /// Whether such a comment opens a case, however good the mark is.
    #[serde(default)]
    pub opens_case: bool,
}

/// All themes, in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Themes(Vec<Theme>);

/// A line of the form that is no theme: its number, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {0} is no theme: a name, a colon, and words of at least three letters")]
pub struct NoTheme(pub usize);

impl Themes {
    /// Reads a form: a line for each theme, `name: word, word`, or `!name: word` when such a comment opens a case. Empty lines
    /// are left out.
    pub fn read(form: &str) -> Result<Self, NoTheme> {
        let lines = (1..).zip(form.lines()).filter(|(_, line)| !line.trim().is_empty());
        let themes: Vec<_> =
            lines.map(|(number, line)| theme(line).ok_or(NoTheme(number))).collect::<Result<_, _>>()?;
        if themes.len() > MOST_THEMES { Err(NoTheme(MOST_THEMES + 1)) } else { Ok(Self(themes)) }
    }

    /// The form that [`Themes::read`] reads.
    pub fn form(&self) -> String {
        let line = |theme: &Theme| {
            let sign = if theme.opens_case { OPENS_CASE.to_string() } else { String::new() };
            format!("{sign}{}: {}", theme.name, theme.words.join(", "))
        };
        let lines = self.0.iter().map(line);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The themes.
    pub fn all(&self) -> &[Theme] {
        &self.0
    }

    /// Which of them a comment is about, by their places. Words are looked for at the beginnings of words, whatever the script.
    pub fn of(&self, comment: &str) -> Vec<usize> {
        let text = plain(comment);
        (0..).zip(&self.0).filter(|(_, theme)| theme.is_in(&text)).map(|(place, _)| place).collect()
    }

    /// Whether a comment complains of what needs an answer, however good the mark is.
    pub fn complain(&self, comment: &str) -> bool {
        let text = plain(comment);
        self.0.iter().any(|theme| theme.opens_case && theme.is_in(&text))
    }
}

impl Theme {
    /// Whether a text in its plain form has one of the words.
    fn is_in(&self, plain_text: &str) -> bool {
        self.words.iter().any(|word| plain_text.contains(&plain(word)))
    }
}

fn theme(line: &str) -> Option<Theme> {
    let line = tidy(line);
    let (line, opens_case) =
        line.strip_prefix(OPENS_CASE).map_or((line.as_str(), false), |rest| (rest, true));
    let (name, words) = line.split_once(':').filter(|_| line.chars().count() <= LONGEST_LINE)?;
    let words: Vec<_> =
        words.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
    let name = name.trim().to_owned();
    let long = |word: &String| plain(word).trim().chars().count() >= SHORTEST_WORD;
    (!name.is_empty() && !words.is_empty() && words.iter().all(long)).then_some(Theme {
        name,
        words,
        opens_case,
    })
}

/// Folded, every sign that is no letter or digit a blank, and one blank in front: a word begins where a blank is.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let letters: String =
        folded.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    format!(" {}", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What citizens write of most, in the words of the city.
impl Default for Themes {
    fn default() -> Self {
        let themes = [
            ("Navbat", "navbat, kutdim, kutish, очеред, ждал, ждать, queue"),
            ("Muomala", "qoʻpol, baqir, muomala, груб, хам, кричал, rude"),
            ("Hujjatlar", "hujjat, qogʻoz, maʼlumotnoma, документ, справк, document"),
            ("Muddat", "kechik, muddat, sekin, vaqtida, опозда, срок, долго, slow"),
            ("!Pora", "pora, pul soʻra, взятк, деньги прос, bribe"),
            ("Tizim", "ishlamay, tizim, sayt, internet, не работа, сайт, зависа"),
            ("Rahmat", "rahmat, yaxshi, спасибо, благодар, thank"),
        ];
        let theme = |(name, words): (&str, &str)| Theme {
            name: name.trim_start_matches(OPENS_CASE).to_owned(),
            words: words.split(", ").map(str::to_owned).collect(),
            opens_case: name.starts_with(OPENS_CASE),
        };
        Self(themes.into_iter().map(theme).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_found_in_every_script() {
        let themes = Themes::default();
        let names = |comment: &str| -> Vec<_> {
            themes.of(comment).into_iter().map(|place| themes.all()[place].name.as_str()).collect()
        };
        for (comment, expected) in [
            ("Navbatda ikki soat turdim", vec!["Navbat"]),
            ("НАВБАТ жуда узун", vec!["Navbat"]),
            ("Очередь огромная, сотрудник грубил", vec!["Navbat", "Muomala"]),
            ("xodim qo'pol gapirdi", vec!["Muomala"]),
            ("pul soʻradi!!!", vec!["Pora"]),
            ("=HYPERLINK(\"http://x\",\"navbat\")", vec!["Navbat"]),
            ("transporant", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(names(comment), expected, "{comment}");
        }
    }

    #[test]
    fn only_what_needs_an_answer_complains() {
        let themes = Themes::default();
        for (comment, complains) in [
            ("Yaxshi, lekin pul soʻrashdi", true),
            ("просили взятку", true),
            ("Навбат узун", false),
            ("Rahmat!", false),
        ] {
            assert_eq!(themes.complain(comment), complains, "{comment}");
        }
        let own = Themes::read("! Narx: qimmat\nNavbat: navbat").unwrap();
        assert_eq!(own.form(), "!Narx: qimmat\nNavbat: navbat");
        assert!(own.complain("juda qimmat") && !own.complain("navbat uzun"));
    }

    #[test]
    fn a_form_is_read_and_written() {
        let themes = Themes::read("Navbat: navbat, очередь\n\n  Narx :qimmat ,  дорого,\n").unwrap();
        assert_eq!(themes.form(), "Navbat: navbat, очередь\nNarx: qimmat, дорого");
        assert_eq!(Themes::read(&Themes::default().form()), Ok(Themes::default()));
        assert_eq!(Themes::read(""), Ok(Themes(Vec::new())));
        let many = "Navbat: navbat\n".repeat(MOST_THEMES + 1);
        for (form, line) in [
            ("Navbat", 1),
            ("Navbat: navbat\n: narx", 2),
            ("Navbat:", 1),
            ("Navbat: na", 1),
            ("Navbat: navbat\nA: ...,", 2),
            ("!: navbat", 1),
            (many.as_str(), MOST_THEMES + 1),
        ] {
            assert_eq!(Themes::read(form), Err(NoTheme(line)), "{form}");
        }
    }
}
