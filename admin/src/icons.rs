//! The shapes of icons, drawn in the colour of the text around them.
//!
//! Taken from Tabler Icons 3.51.0 (MIT licence, see `assets/LICENSES`).

/// Declares the icons with the paths of each in a box of 24 by 24.
macro_rules! icons {
    ($($name:ident = $paths:expr;)+) => {
        /// An icon. It only repeats what a word beside it says, so it is hidden from screen readers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Icon {
            $(
                #[doc = concat!("`", stringify!($name), "`.")]
                $name,
            )+
        }

        impl Icon {
            /// The paths in a box of 24 by 24.
            pub(crate) fn paths(self) -> &'static str {
                match self {
                    $(Self::$name => $paths,)+
                }
            }
        }
    };
}

icons! {
    LayoutDashboard = concat!(
        r#"<path d="M5 4h4a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1"/>"#,
        r#"<path d="M5 16h4a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-2a1 1 0 0 1 1 -1"/>"#,
        r#"<path d="M15 12h4a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1"/>"#,
        r#"<path d="M15 4h4a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-2a1 1 0 0 1 1 -1"/>"#,
    );
    BuildingCommunity = concat!(
        r#"<path d="M8 9l5 5v7h-5v-4m0 4h-5v-7l5 -5m1 1v-6a1 1 0 0 1 1 -1h10a1 1 0 0 1 1 1v17h-8"/>"#,
        r#"<path d="M13 7l0 .01"/>"#,
        r#"<path d="M17 7l0 .01"/>"#,
        r#"<path d="M17 11l0 .01"/>"#,
        r#"<path d="M17 15l0 .01"/>"#,
    );
    Checklist = concat!(
        r#"<path d="M9.615 20h-2.615a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v8"/>"#,
        r#"<path d="M14 19l2 2l4 -4"/>"#,
        r#"<path d="M9 8h4"/>"#,
        r#"<path d="M9 12h2"/>"#,
    );
    Star = concat!(
        r#"<path d="M12 17.75l-6.172 3.245l1.179 -6.873l-5 -4.867l6.9 -1l3.086 -6.253l3.086 6.253l6.9"#,
        r#" 1l-5 4.867l1.179 6.873l-6.158 -3.245"/>"#,
    );
    Bell = concat!(
        r#"<path d="M10 5a2 2 0 1 1 4 0a7 7 0 0 1 4 6v3a4 4 0 0 0 2 3h-16a4 4 0 0 0 2 -3v-3a7 7 0 0 1"#,
        r#" 4 -6"/>"#,
        r#"<path d="M9 17v1a3 3 0 0 0 6 0v-1"/>"#,
    );
    Printer = concat!(
        r#"<path d="M17 17h2a2 2 0 0 0 2 -2v-4a2 2 0 0 0 -2 -2h-14a2 2 0 0 0 -2 2v4a2 2 0 0 0 2 2h2"/>"#,
        r#"<path d="M17 9v-4a2 2 0 0 0 -2 -2h-6a2 2 0 0 0 -2 2v4"/>"#,
        r#"<path d="M7 15a2 2 0 0 1 2 -2h6a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2l0 -4"/>"#,
    );
    Users = concat!(
        r#"<path d="M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"/>"#,
        r#"<path d="M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2"/>"#,
        r#"<path d="M16 3.13a4 4 0 0 1 0 7.75"/>"#,
        r#"<path d="M21 21v-2a4 4 0 0 0 -3 -3.85"/>"#,
    );
    Search = concat!(
        r#"<path d="M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0"/>"#,
        r#"<path d="M21 21l-6 -6"/>"#,
    );
    Sun = concat!(
        r#"<path d="M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"/>"#,
        r#"<path d="M3 12h1m8 -9v1m8 8h1m-9 8v1m-6.4 -15.4l.7 .7m12.1 -.7l-.7 .7m0 11.4l.7 .7m-12.1"#,
        r#" -.7l-.7 .7"/>"#,
    );
    Moon = concat!(
        r#"<path d="M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454l0"#,
        r#" .008"/>"#,
    );
    ChevronDown = r#"<path d="M6 9l6 6l6 -6"/>"#;
    ArrowUpRight = concat!(
        r#"<path d="M17 7l-10 10"/>"#,
        r#"<path d="M8 7l9 0l0 9"/>"#,
    );
    ArrowDownRight = concat!(
        r#"<path d="M7 7l10 10"/>"#,
        r#"<path d="M17 8l0 9l-9 0"/>"#,
    );
    BrandTelegram = r#"<path d="M15 10l-4 4l6 6l4 -16l-18 7l4 2l2 6l3 -4"/>"#;
    Paperclip = concat!(
        r#"<path d="M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5 -6.5a3 3 0 0 0 -6 -6l-6.5 6.5a4.5 4.5 0 0 0 9"#,
        r#" 9l6.5 -6.5"/>"#,
    );
    FileTypePdf = concat!(
        r#"<path d="M14 3v4a1 1 0 0 0 1 1h4"/>"#,
        r#"<path d="M5 12v-7a2 2 0 0 1 2 -2h7l5 5v4"/>"#,
        r#"<path d="M5 18h1.5a1.5 1.5 0 0 0 0 -3h-1.5v6"/>"#,
        r#"<path d="M17 18h2"/>"#,
        r#"<path d="M20 15h-3v6"/>"#,
        r#"<path d="M11 15v6h1a2 2 0 0 0 2 -2v-2a2 2 0 0 0 -2 -2h-1"/>"#,
    );
    Message = concat!(
        r#"<path d="M8 9h8"/>"#,
        r#"<path d="M8 13h6"/>"#,
        r#"<path d="M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3"#,
        r#" -3h12"/>"#,
    );
    User = concat!(
        r#"<path d="M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0"/>"#,
        r#"<path d="M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2"/>"#,
    );
    CalendarEvent = concat!(
        r#"<path d="M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2l0 -12"/>"#,
        r#"<path d="M16 3l0 4"/>"#,
        r#"<path d="M8 3l0 4"/>"#,
        r#"<path d="M4 11l16 0"/>"#,
        r#"<path d="M8 15h2v2h-2l0 -2"/>"#,
    );
    Logout = concat!(
        r#"<path d="M14 8v-2a2 2 0 0 0 -2 -2h-7a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2 -2v-2"/>"#,
        r#"<path d="M9 12h12l-3 -3"/>"#,
        r#"<path d="M18 15l3 -3"/>"#,
    );
    MapPin = concat!(
        r#"<path d="M9 11a3 3 0 1 0 6 0a3 3 0 0 0 -6 0"/>"#,
        r#"<path d="M17.657 16.657l-4.243 4.243a2 2 0 0 1 -2.827 0l-4.244 -4.243a8 8 0 1 1 11.314 0"/>"#,
    );
    ShieldCheck = concat!(
        r#"<path d="M11.46 20.846a12 12 0 0 1 -7.96 -14.846a12 12 0 0 0 8.5 -3a12 12 0 0 0 8.5 3a12 12"#,
        r#" 0 0 1 -.09 7.06"/>"#,
        r#"<path d="M15 19l2 2l4 -4"/>"#,
    );
    Refresh = concat!(
        r#"<path d="M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4"/>"#,
        r#"<path d="M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4"/>"#,
    );
    MoodSmile = concat!(
        r#"<path d="M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0"/>"#,
        r#"<path d="M9 10l.01 0"/>"#,
        r#"<path d="M15 10l.01 0"/>"#,
        r#"<path d="M9.5 15a3.5 3.5 0 0 0 5 0"/>"#,
    );
    InfoCircle = concat!(
        r#"<path d="M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0"/>"#,
        r#"<path d="M12 9h.01"/>"#,
        r#"<path d="M11 12h1v4h1"/>"#,
    );
    ArrowLeft = concat!(
        r#"<path d="M5 12l14 0"/>"#,
        r#"<path d="M5 12l6 6"/>"#,
        r#"<path d="M5 12l6 -6"/>"#,
    );
    X = concat!(r#"<path d="M18 6l-12 12"/>"#, r#"<path d="M6 6l12 12"/>"#,);
    Check = r#"<path d="M5 12l5 5l10 -10"/>"#;
    ReportAnalytics = concat!(
        r#"<path d="M9 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-12a2 2 0 0 0 -2 -2h-2"/>"#,
        r#"<path d="M9 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2"/>"#,
        r#"<path d="M9 17v-5"/>"#,
        r#"<path d="M12 17v-1"/>"#,
        r#"<path d="M15 17v-3"/>"#,
    );
    Table = concat!(
        r#"<path d="M3 5a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14"/>"#,
        r#"<path d="M3 10h18"/>"#,
        r#"<path d="M10 3v18"/>"#,
    );
    Rotate = r#"<path d="M19.95 11a8 8 0 1 0 -.5 4m.5 5v-5h-5"/>"#;
    Dots = concat!(
        r#"<path d="M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"/>"#,
        r#"<path d="M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"/>"#,
        r#"<path d="M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"/>"#,
    );
    Settings = concat!(
        r#"<path d="M4 8h4v4h-4l0 -4"/>"#,
        r#"<path d="M6 4l0 4"/>"#,
        r#"<path d="M6 12l0 8"/>"#,
        r#"<path d="M10 14h4v4h-4l0 -4"/>"#,
        r#"<path d="M12 4l0 10"/>"#,
        r#"<path d="M12 18l0 2"/>"#,
        r#"<path d="M16 5h4v4h-4l0 -4"/>"#,
        r#"<path d="M18 4l0 1"/>"#,
        r#"<path d="M18 9l0 11"/>"#,
    );
    Clock = concat!(
        r#"<path d="M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0"/>"#,
        r#"<path d="M12 7v5l3 3"/>"#,
    );
    FileText = concat!(
        r#"<path d="M14 3v4a1 1 0 0 0 1 1h4"/>"#,
        r#"<path d="M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2"/>"#,
        r#"<path d="M9 9l1 0"/>"#,
        r#"<path d="M9 13l6 0"/>"#,
        r#"<path d="M9 17l6 0"/>"#,
    );
    Download = concat!(
        r#"<path d="M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2"/>"#,
        r#"<path d="M7 11l5 5l5 -5"/>"#,
        r#"<path d="M12 4l0 12"/>"#,
    );
}
