//! Signs of states: each has its own outline, so that colour is never the only signal.

use domain::compliance::Light;
use domain::obligation::Standing;

use crate::markup::Markup;

/// The sign of a state or of a traffic light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// A filled circle with a tick.
    Done,
    /// A rounded square with an eye.
    Review,
    /// A ring, half filled.
    Working,
    /// A triangle with an exclamation mark.
    DueSoon,
    /// An octagon with a cross.
    Overdue,
    /// A dashed ring.
    Nothing,
    /// A ring with a bar.
    Cancelled,
}

impl Glyph {
    /// The class of the style sheet that gives its colour.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Review => "review",
            Self::Working => "active",
            Self::DueSoon => "risk",
            Self::Overdue => "late",
            Self::Nothing => "none",
            Self::Cancelled => "off",
        }
    }

    /// The sign, 20 by 20.
    pub(crate) fn svg(self) -> Markup {
        Markup::trusted(format!(
            r#"<svg class="g g-{}" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">{}</svg>"#,
            self.class(),
            self.shape()
        ))
    }

    /// All signs, drawn once for a page that shows them many times with [`Self::used`].
    pub(crate) fn symbols() -> Markup {
        let all = [
            Self::Done,
            Self::Review,
            Self::Working,
            Self::DueSoon,
            Self::Overdue,
            Self::Nothing,
            Self::Cancelled,
        ];
        let symbols = all.map(|one| {
            let (class, shape) = (one.class(), one.shape());
            format!(
                r#"<symbol id="sign-{class}" viewBox="0 0 20 20"><g class="g g-{class}">{shape}</g></symbol>"#
            )
        });
        Markup::trusted(format!(
            r#"<svg class="g vh" width="0" height="0" aria-hidden="true">{}</svg>"#,
            symbols.concat()
        ))
    }

    /// The sign where [`Self::symbols`] stand on the page.
    pub(crate) fn used(self) -> Markup {
        let class = self.class();
        Markup::trusted(format!(
            r##"<svg class="g g-{class}" width="20" height="20" aria-hidden="true"><use href="#sign-{class}"/></svg>"##
        ))
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Done => concat!(
                r#"<circle cx="10" cy="10" r="9" class="f"/>"#,
                r#"<path d="M5.8 10.3l2.8 2.8 5.6-6" class="k"/>"#
            ),
            Self::Review => concat!(
                r#"<rect x="1.5" y="1.5" width="17" height="17" rx="5" class="f"/>"#,
                r#"<path d="M4.2 10c1.5-2.6 3.5-3.9 5.8-3.9s4.3 1.3 5.8 3.9c-1.5 2.6-3.5 3.9-5.8 3.9S5.7 12.6 4.2 10z" class="k"/>"#,
                r#"<circle cx="10" cy="10" r="1.6" class="kf"/>"#
            ),
            Self::Working => concat!(
                r#"<circle cx="10" cy="10" r="8" class="o"/>"#,
                r#"<path d="M10 4.5a5.5 5.5 0 0 1 0 11z" class="f"/>"#
            ),
            Self::DueSoon => concat!(
                r#"<path d="M10 1.6c.7 0 1.3.35 1.65.95l7.1 12.7c.7 1.25-.2 2.75-1.65 2.75H2.9c-1.45 0-2.35-1.5-1.65-2.75"#,
                r#"l7.1-12.7c.35-.6.95-.95 1.65-.95z" class="f"/>"#,
                r#"<path d="M10 7v4.3" class="k"/><circle cx="10" cy="14.4" r="1.15" class="kf"/>"#
            ),
            Self::Overdue => concat!(
                r#"<path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" class="f"/>"#,
                r#"<path d="M7 7l6 6M13 7l-6 6" class="k"/>"#
            ),
            Self::Nothing => r#"<circle cx="10" cy="10" r="8" class="d"/>"#,
            Self::Cancelled => r#"<circle cx="10" cy="10" r="8" class="o"/><path d="M6 10h8" class="o"/>"#,
        }
    }
}

impl From<Standing> for Glyph {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Overdue { .. } => Self::Overdue,
            Standing::DueToday | Standing::DueSoon { .. } => Self::DueSoon,
            Standing::NotStarted => Self::Nothing,
            Standing::Working => Self::Working,
            Standing::UnderReview { .. } => Self::Review,
            Standing::Done { .. } => Self::Done,
            Standing::Cancelled => Self::Cancelled,
        }
    }
}

impl From<Light> for Glyph {
    fn from(light: Light) -> Self {
        match light {
            Light::Red => Self::Overdue,
            Light::Yellow => Self::DueSoon,
            Light::Green => Self::Done,
            Light::NoData => Self::Nothing,
        }
    }
}
