//! Reads the address of a database.

use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

use crate::StoreError;

pub(crate) enum Address {
    Lite(PathBuf),
    Pg(Box<PgConnectOptions>),
}

pub(crate) fn parse(url: &str) -> Result<Address, StoreError> {
    if let Some(path) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
        if path.is_empty() {
            return Err(StoreError::Address("the path of the SQLite file is missing".into()));
        }
        return Ok(Address::Lite(path.into()));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        // The error of the parser may repeat the address, and with it the password.
        return PgConnectOptions::from_str(url)
            .map(|options| Address::Pg(Box::new(options)))
            .map_err(|_| StoreError::Address("the postgres:// address cannot be read".into()));
    }
    Err(StoreError::Address("an address begins with sqlite:// or postgres://".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_database() {
        assert!(
            matches!(parse("sqlite://city.db"), Ok(Address::Lite(path)) if path.as_os_str() == "city.db")
        );
        assert!(
            matches!(parse("sqlite:///var/city.db"), Ok(Address::Lite(path)) if path.as_os_str() == "/var/city.db")
        );
        assert!(matches!(parse("postgres://a:b@localhost/c"), Ok(Address::Pg(_))));
    }

    #[test]
    fn a_wrong_address_is_refused_without_repeating_a_password() {
        for url in ["", "mysql://x", "sqlite://", "postgres://user:secret@:bad:/"] {
            let Err(error) = parse(url) else { panic!("{url} was taken") };
            assert!(!error.to_string().contains("secret"), "{error}");
        }
    }
}
