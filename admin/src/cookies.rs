//! The panel's cookies, made in one place so that none lacks an attribute.

use axum_extra::extract::cookie::{Cookie, SameSite};

const A_YEAR: u32 = 365 * 24 * 60 * 60;

/// A cookie that keeps a choice for a year. Scripts have no use for it, so they do not see it.
pub(crate) fn choice(name: &'static str, value: &'static str, secure: bool) -> Cookie<'static> {
    made(name, value, A_YEAR, secure)
}

/// The same for a number.
pub(crate) fn number(name: &'static str, value: i64, secure: bool) -> Cookie<'static> {
    made(name, &value.to_string(), A_YEAR, secure)
}

/// A cookie that proves something, for so many seconds.
pub(crate) fn secret(name: &str, value: &str, seconds: u32, secure: bool) -> Cookie<'static> {
    made(&named(name, secure), value, seconds, secure)
}

/// Makes a browser forget a secret.
pub(crate) fn forgotten(name: &str, secure: bool) -> Cookie<'static> {
    made(&named(name, secure), "", 0, secure)
}

/// The name of a secret cookie. Over https the prefix makes browsers refuse one that a neighbouring host has set.
pub(crate) fn named(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

fn made(name: &str, value: &str, seconds: u32, secure: bool) -> Cookie<'static> {
    let mut cookie = Cookie::new(name.to_owned(), value.to_owned());
    // The type of ages is not reachable from here, but a cookie can read its own text.
    if let Ok(aged) = Cookie::parse(format!("{name}={value}; Max-Age={seconds}")) {
        cookie = aged;
    }
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(secure);
    cookie
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_bound_to_the_host_over_https_and_hidden_from_scripts_always() {
        assert_eq!(
            secret("session", "0f", 60, true).to_string(),
            "__Host-session=0f; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60"
        );
        assert_eq!(
            secret("session", "0f", 60, false).to_string(),
            "session=0f; HttpOnly; SameSite=Lax; Path=/; Max-Age=60"
        );
        assert!(forgotten("session", true).to_string().contains("Max-Age=0"));
    }
}
