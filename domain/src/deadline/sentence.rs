//! A phrase under reading: its tokens, and which of them a reading has used.
//!
//! A reading that leaves words unused is never certain: this is what keeps the reader honest.

use std::ops::Range;

use super::token::{Case, Form, Meaning, Span, Token};
use super::{Kind, Reading, Rule, Why, lexer};

/// The tokens of a phrase.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    tokens: Vec<Token>,
    used: Vec<bool>,
}

impl Sentence {
    pub(super) fn of(phrase: &str) -> Self {
        let tokens = lexer::tokens(phrase);
        Self { used: vec![false; tokens.len()], tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter()
    }

    /// The token at `at`; `None` outside the phrase.
    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn meaning(&self, at: usize) -> Option<Meaning> {
        self.get(at).map(|token| token.meaning)
    }

    pub(super) fn before(&self, at: usize) -> Option<Meaning> {
        at.checked_sub(1).and_then(|before| self.meaning(before))
    }

    pub(super) fn case(&self, at: usize) -> Case {
        self.get(at).map_or(Case::Bare, |token| token.case)
    }

    pub(super) fn is_unit(&self, at: usize, span: Span) -> bool {
        self.meaning(at) == Some(Meaning::Unit(span))
    }

    pub(super) fn is_used(&self, at: usize) -> bool {
        self.used.get(at).copied().unwrap_or(false)
    }

    pub(super) fn position(&self, wanted: impl Fn(Meaning) -> bool) -> Option<usize> {
        (0..self.len()).find(|&at| !self.used[at] && wanted(self.tokens[at].meaning))
    }

    pub(super) fn has(&self, meaning: Meaning) -> bool {
        self.tokens.iter().any(|token| token.meaning == meaning)
    }

    /// Does the phrase say "until", by a word or by an ending?
    pub(super) fn has_limit(&self) -> bool {
        self.tokens.iter().any(|token| {
            token.case == Case::Until
                || matches!(token.meaning, Meaning::Until | Meaning::NotLater | Meaning::Before)
        })
    }

    pub(super) fn mark(&mut self, at: usize) {
        if let Some(used) = self.used.get_mut(at) {
            *used = true;
        }
    }

    pub(super) fn mark_range(&mut self, range: Range<usize>) {
        range.for_each(|at| self.mark(at));
    }

    /// Uses every token of this meaning.
    pub(super) fn mark_all(&mut self, wanted: impl Fn(Meaning) -> bool) {
        for at in 0..self.len() {
            if wanted(self.tokens[at].meaning) {
                self.mark(at);
            }
        }
    }

    /// Uses the words that say "not later than", which change no date.
    pub(super) fn mark_limits(&mut self) {
        self.mark_all(|meaning| {
            matches!(meaning, Meaning::Until | Meaning::NotLater | Meaning::Term | Meaning::DateWord)
        });
    }

    fn leftover(&self) -> impl Iterator<Item = Meaning> {
        self.tokens.iter().zip(&self.used).filter(|(_, used)| !**used).map(|(token, _)| token.meaning)
    }
}

/// A reading in the making.
#[derive(Debug)]
pub(super) struct Draft {
    kind: Kind,
    rule: Option<Rule>,
    why: Why,
}

impl Draft {
    pub(super) fn new(rule: Rule, why: Why) -> Self {
        Self { kind: rule.kind(), rule: Some(rule), why }
    }

    pub(super) fn nothing(kind: Kind, why: Why) -> Self {
        Self { kind, rule: None, why }
    }

    /// The reading: certain when the phrase states it, every word of it was used, and none had to be mended.
    pub(super) fn reading(self, sentence: &Sentence) -> Reading {
        let tells_time = |meaning: Meaning| {
            use Meaning::{Date, Each, Every, Length, Month, Number, Unit, Weekday, YearNumber};
            matches!(
                meaning,
                Date(_)
                    | Each
                    | Every(_)
                    | Length(..)
                    | Month(_)
                    | Number(_)
                    | Unit(_)
                    | Weekday(_)
                    | YearNumber(_)
            )
        };
        let why = if self.why != Why::Stated {
            self.why
        } else if sentence.leftover().any(tells_time) {
            Why::SeveralTerms
        } else if sentence.leftover().any(|meaning| meaning != Meaning::And) {
            Why::PartlyUnderstood
        } else if sentence.tokens().any(|token| token.form == Form::Mended) {
            Why::SpellingMended
        } else {
            Why::Stated
        };
        Reading { kind: self.kind, rule: self.rule, certain: why == Why::Stated, why }
    }
}
