//! One SQL text for both databases.
//!
//! The macros bind the same values to the same text on whichever database the connection leads to, and register the
//! text, so that one test prepares every query of the program on both.

/// A query text of the program and where it stands.
pub struct QueryText {
    /// The SQL.
    pub text: &'static str,
    /// File and line.
    pub at: &'static str,
}

inventory::collect!(QueryText);

/// Every query text of the program.
pub fn query_texts() -> impl Iterator<Item = &'static QueryText> {
    inventory::iter::<QueryText>()
}

/// Runs one text on the connection; used by the macros below only.
macro_rules! query {
    ($conn:expr, $make:expr, $fetch:ident, $text:expr $(, $bind:expr)* $(,)?) => {{
        const AT: &str = concat!(file!(), ":", line!());
        inventory::submit! { $crate::QueryText { text: $text, at: concat!(file!(), ":", line!()) } }
        let result = match $crate::conn::Conn::raw($conn) {
            $crate::conn::Raw::Lite(conn) => $make($text)$(.bind($bind))*.$fetch(conn).await,
            $crate::conn::Raw::Pg(conn) => $make($text)$(.bind($bind))*.$fetch(conn).await,
        };
        result.map_err(|source| $crate::StoreError::Query { at: AT, source })
    }};
}

/// All rows as a `Vec` of the given type: `all!(conn, Row, "SELECT …", value, …)?`.
macro_rules! all {
    ($conn:expr, $row:ty, $text:expr $(, $bind:expr)* $(,)?) => {
        $crate::query::query!($conn, sqlx::query_as::<_, $row>, fetch_all, $text $(, $bind)*)
    };
}

/// Exactly one row.
macro_rules! one {
    ($conn:expr, $row:ty, $text:expr $(, $bind:expr)* $(,)?) => {
        $crate::query::query!($conn, sqlx::query_as::<_, $row>, fetch_one, $text $(, $bind)*)
    };
}

/// One row or none.
macro_rules! maybe {
    ($conn:expr, $row:ty, $text:expr $(, $bind:expr)* $(,)?) => {
        $crate::query::query!($conn, sqlx::query_as::<_, $row>, fetch_optional, $text $(, $bind)*)
    };
}

/// Changes rows and gives their number.
macro_rules! run {
    ($conn:expr, $text:expr $(, $bind:expr)* $(,)?) => {{
        const AT: &str = concat!(file!(), ":", line!());
        inventory::submit! { $crate::QueryText { text: $text, at: concat!(file!(), ":", line!()) } }
        let result = match $crate::conn::Conn::raw($conn) {
            $crate::conn::Raw::Lite(conn) => {
                sqlx::query($text)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected())
            }
            $crate::conn::Raw::Pg(conn) => {
                sqlx::query($text)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected())
            }
        };
        result.map_err(|source| $crate::StoreError::Query { at: AT, source })
    }};
}

pub(crate) use {all, maybe, one, query, run};
