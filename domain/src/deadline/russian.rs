//! Russian words of time, in small Cyrillic letters without ё: forms, numbers, compounds such as «двухмесячный».
//!
//! It is asked before the Uzbek words: no form here is an Uzbek word with another meaning.

use chrono::{Month, Weekday};

use super::token::{Meaning, Span, Token};

/// Forms by meaning, parted by blanks.
const FORMS: &[(&str, Meaning)] = &[
    ("час часа часов часы", Meaning::Unit(Span::Hour)),
    ("день дня дней дню днем днях сутки суток", Meaning::Unit(Span::Day)),
    ("неделя недели недель неделю неделе неделей", Meaning::Unit(Span::Week)),
    ("месяц месяца месяцев месяцу месяце месяцем месяцы месяцах мес", Meaning::Unit(Span::Month)),
    ("квартал квартала кварталу квартале кварталом кварталов кварталы кв", Meaning::Unit(Span::Quarter)),
    (
        "полугодие полугодия полугодии полугодию полугодием полугодий полгода полугода",
        Meaning::Unit(Span::HalfYear),
    ),
    ("год года году годом годе лет годы годов годах г гг", Meaning::Unit(Span::Year)),
    ("рабочий рабочих рабочего рабочие рабочему", Meaning::Work),
    ("учебный учебного учебном", Meaning::School),
    ("каждый каждая каждое каждые каждого каждой каждую каждом каждых", Meaning::Each),
    ("ежедневно ежедневный ежедневная ежедневной", Meaning::Every(Span::Day)),
    ("еженедельно еженедельный еженедельная еженедельной", Meaning::Every(Span::Week)),
    ("ежемесячно ежемесячный ежемесячная ежемесячной ежемесячном помесячно", Meaning::Every(Span::Month)),
    (
        "ежеквартально ежеквартальный ежеквартальная ежеквартальной поквартально",
        Meaning::Every(Span::Quarter),
    ),
    ("ежегодно ежегодный ежегодная ежегодной", Meaning::Every(Span::Year)),
    ("раз раза", Meaning::Times),
    ("однажды единожды", Meaning::TimesOf(1)),
    ("дважды", Meaning::TimesOf(2)),
    ("трижды", Meaning::TimesOf(3)),
    ("до к ко", Meaning::Until),
    ("позднее позже", Meaning::NotLater),
    ("срок срока сроки сроком сроков сроку", Meaning::Term),
    ("течение течении", Meaning::Within),
    ("протяжении", Meaning::During),
    ("начиная", Meaning::From),
    ("с со", Meaning::Since),
    ("после спустя через", Meaning::After),
    ("от", Meaning::Of),
    ("следующий следующего следующем следующих следующей следующую следующим", Meaning::Following),
    ("текущий текущего текущем текущей сего этого данного", Meaning::Current),
    ("последний последнего последнем последнюю последняя последней последнее", Meaning::Last),
    (
        "конец конца концу конце концом окончания окончании завершения завершении истечения истечении",
        Meaning::End,
    ),
    ("начало начала началу начале", Meaning::Beginning),
    ("число числа числу числе чисел дата даты дату дате", Meaning::DateWord),
    ("момент момента", Meaning::Moment),
    ("итогам итоги итогов результатам результаты", Meaning::Results),
    (
        "решение решения постановления распоряжения приказа указа настоящего плана плану планом решением решению постановлению постановлением",
        Meaning::Act,
    ),
    ("принятия подписания издания", Meaning::Adopted),
    ("утверждения", Meaning::Approved),
    ("вступления", Meaning::InForce),
    (
        "постоянно постоянный постоянной постоянная постоянном регулярно регулярной систематически непрерывно бессрочно",
        Meaning::Permanent,
    ),
    ("немедленно незамедлительно безотлагательно срочно", Meaning::AtOnce),
    ("необходимости надобности", Meaning::Needed),
    ("своевременно установленный установленные установленном установленного установленных", Meaning::Set),
    ("график графику графика графиком графиками", Meaning::Set),
    ("и или", Meaning::And),
    (
        "в во на не по за при мере реже основе согласно соответствии силу х ти го му й ый ми \
         отчетный отчетным отчетного отчетном календарных календарный календарного календарные",
        Meaning::Filler,
    ),
];

const MONTHS: [(&str, &str, Month); 12] = [
    ("янв", " арь аря арю аре", Month::January),
    ("фев", " раль раля ралю рале", Month::February),
    ("март", " а у е", Month::March),
    ("апр", " ель еля елю еле", Month::April),
    ("ма", "й я ю е", Month::May),
    ("июн", "ь я ю е", Month::June),
    ("июл", "ь я ю е", Month::July),
    ("авг", " уст уста усту усте", Month::August),
    ("сент", " ябрь ября ябрю ябре", Month::September),
    ("окт", " ябрь ября ябрю ябре", Month::October),
    ("нояб", " рь ря рю ре", Month::November),
    ("дек", " абрь абря абрю абре", Month::December),
];

/// Forms for one day, then those for all such days.
const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("понедельник понедельника понедельнику", "понедельникам понедельники", Weekday::Mon),
    ("вторник вторника вторнику", "вторникам вторники", Weekday::Tue),
    ("среда среду среды среде", "средам", Weekday::Wed),
    ("четверг четверга четвергу", "четвергам четверги", Weekday::Thu),
    ("пятница пятницу пятницы пятнице", "пятницам", Weekday::Fri),
    ("суббота субботу субботы субботе", "субботам", Weekday::Sat),
    ("воскресенье воскресенья воскресенью", "воскресеньям", Weekday::Sun),
];

const NUMBERS: &[(&str, u32)] = &[
    ("один одного одной одна одну одном одно", 1),
    ("два две двух", 2),
    ("три трех", 3),
    ("четыре четырех", 4),
    ("пять пяти", 5),
    ("шесть шести", 6),
    ("семь семи", 7),
    ("восемь восьми", 8),
    ("девять девяти", 9),
    ("десять десяти", 10),
    ("одиннадцать одиннадцати", 11),
    ("двенадцать двенадцати", 12),
    ("тринадцать тринадцати", 13),
    ("четырнадцать четырнадцати", 14),
    ("пятнадцать пятнадцати", 15),
    ("шестнадцать шестнадцати", 16),
    ("семнадцать семнадцати", 17),
    ("восемнадцать восемнадцати", 18),
    ("девятнадцать девятнадцати", 19),
    ("двадцать двадцати", 20),
    ("тридцать тридцати", 30),
    ("сорок сорока", 40),
    ("пятьдесят пятидесяти", 50),
    ("шестьдесят шестидесяти", 60),
    ("семьдесят семидесяти", 70),
    ("восемьдесят восьмидесяти", 80),
    ("девяносто девяноста", 90),
    ("сто ста", 100),
];

const ORDINALS: [(&str, u32); 21] = [
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
];

const ADJECTIVE_ENDINGS: &str =
    "ый ий ой ого его ому ему ом ем ым им ая яя ую юю ое ее ые ие ых их ья ье ьего ьему ьем ью ьей";

/// The meaning of a small Cyrillic word; never [`Meaning::Unknown`].
pub(super) fn word(word: &str) -> Option<Token> {
    form(word)
        .or_else(|| weekday(word))
        .or_else(|| month(word))
        .or_else(|| number(word))
        .or_else(|| length(word))
}

/// A month with one letter too many, too few, or wrong.
pub(super) fn mended(word: &str) -> Option<Token> {
    let near = |(stem, endings, _): &&(&str, &str, Month)| {
        let mut forms = endings.split(' ').map(|ending| format!("{stem}{ending}"));
        forms.any(|form| form.chars().count() >= 5 && super::spelling::differ_by_one(word, &form))
    };
    MONTHS.iter().find(near).map(|(_, _, month)| Token::new(Meaning::Month(*month)).mended())
}

fn among(forms: &str, word: &str) -> bool {
    forms.split(' ').any(|form| form == word)
}

fn form(word: &str) -> Option<Token> {
    FORMS.iter().find(|(forms, _)| among(forms, word)).map(|(_, meaning)| Token::new(*meaning))
}

fn weekday(word: &str) -> Option<Token> {
    WEEKDAYS.iter().find_map(|(one, all, weekday)| {
        let plural = among(all, word);
        let token = Token { plural, ..Token::new(Meaning::Weekday(*weekday)) };
        (plural || among(one, word)).then_some(token)
    })
}

fn month(word: &str) -> Option<Token> {
    let found = MONTHS
        .iter()
        .find(|(stem, endings, _)| word.strip_prefix(stem).is_some_and(|end| among(endings, end)));
    found.map(|(_, _, month)| Token::new(Meaning::Month(*month)))
}

fn number(word: &str) -> Option<Token> {
    if let Some((_, number)) = NUMBERS.iter().find(|(forms, _)| among(forms, word)) {
        return Some(Token::spelled(Meaning::Number(*number)));
    }
    let is_form = |stem: &str| word.strip_prefix(stem).is_some_and(|end| among(ADJECTIVE_ENDINGS, end));
    let (_, number) = ORDINALS.iter().find(|(stem, _)| is_form(stem))?;
    Some(Token::spelled(Meaning::Ordinal(*number)))
}

/// двухмесячный, десятидневный, недельный; after digits (10-дневный) the number is 1 and the digits count.
fn length(word: &str) -> Option<Token> {
    let spans =
        [("месячн", Span::Month), ("недельн", Span::Week), ("дневн", Span::Day), ("годичн", Span::Year)];
    spans.into_iter().find_map(|(stem, span)| {
        let (head, end) = word.split_once(stem)?;
        let count = match head {
            "" | "одно" => 1,
            // двух- and трех- are genitives; so are the others.
            _ => NUMBERS.iter().find(|(forms, _)| among(forms, head)).map(|(_, number)| *number)?,
        };
        among(ADJECTIVE_ENDINGS, end).then(|| Token::new(Meaning::Length(count, span)))
    })
}
