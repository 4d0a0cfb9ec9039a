//! Which web addresses Telegram takes in buttons and in texts.

/// The address as Telegram keeps it, or why it is refused.
pub(crate) fn checked_url(url: &str, https_only: bool) -> Result<String, &'static str> {
    const WRONG: &str = "Wrong HTTP URL";
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    if !https_only && ["tg:", "ton:", "tonsite:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Ok(url.to_owned());
    }
    let (scheme, rest) = match lower.split_once("://") {
        Some((scheme @ ("http" | "https"), _)) => (scheme, &url[scheme.len() + 3..]),
        Some(_) => return Err("Unsupported URL protocol"),
        None => ("http", url),
    };
    if https_only && scheme != "https" {
        return Err("Only HTTPS links are allowed");
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host_and_port.split_once(':').map_or(host_and_port, |(host, _)| host);
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`^{}|\\".contains(c);
    if host.is_empty() || !host.trim_matches('.').contains('.') || authority.contains(odd) {
        return Err(WRONG);
    }
    if rest.contains(char::is_whitespace) {
        return Err(WRONG);
    }
    let slash = if tail.starts_with('/') { "" } else { "/" };
    Ok(format!("{scheme}://{}{slash}{tail}", authority.to_lowercase()))
}

/// The address of a button: one that leads back to the person's own machine is refused as well.
pub(crate) fn button_url(url: &str, https_only: bool) -> Result<String, &'static str> {
    let checked = checked_url(url, https_only)?;
    let host = checked.split_once("://").map_or("", |(_, rest)| rest);
    if host.starts_with("127.") || host.starts_with("0.0.0.0") { Err("Wrong HTTP URL") } else { Ok(checked) }
}

/// The address of a page that is opened inside Telegram: over https, or on this machine, as Telegram's test servers allow it.
pub(crate) fn web_app_url(url: &str) -> Result<String, &'static str> {
    let host = url.strip_prefix("http://").and_then(|rest| rest.split([':', '/', '?', '#']).next());
    let own_machine = |host: &str| {
        host == "localhost" || host.parse().is_ok_and(|address: std::net::Ipv4Addr| address.is_loopback())
    };
    let plain = !url.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    if plain && host.is_some_and(own_machine) { Ok(url.to_owned()) } else { button_url(url, true) }
}

/// The number in `tg://user?id=5`.
pub(crate) fn mentioned_user(url: &str) -> Option<i64> {
    let rest = url.strip_prefix("tg://user?").or_else(|| url.strip_prefix("tg:user?"))?;
    rest.split('&').find_map(|pair| pair.strip_prefix("id=")).and_then(|id| id.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_as_telegram_checks_them() {
        for (url, https_only, expected) in [
            ("https://example.uz", false, Ok("https://example.uz/")),
            ("HTTPS://Example.uz/Path?q=1", false, Ok("https://example.uz/Path?q=1")),
            ("example.uz/a", false, Ok("http://example.uz/a")),
            ("tg://user?id=5", false, Ok("tg://user?id=5")),
            ("http://localhost:8080/x", false, Err("Wrong HTTP URL")),
            ("http://127.0.0.1:8080/x", false, Ok("http://127.0.0.1:8080/x")),
            ("http://a b.uz", false, Err("Wrong HTTP URL")),
            ("ftp://example.uz", false, Err("Unsupported URL protocol")),
            ("http://example.uz", true, Err("Only HTTPS links are allowed")),
        ] {
            assert_eq!(checked_url(url, https_only), expected.map(str::to_owned), "{url}");
        }
    }

    #[test]
    fn a_button_cannot_lead_to_the_own_machine() {
        for url in ["http://127.0.0.1:8080/x", "http://localhost/x", "0.0.0.0"] {
            assert_eq!(button_url(url, false), Err("Wrong HTTP URL"), "{url}");
        }
        assert_eq!(button_url("https://lex.uz/", false), Ok("https://lex.uz/".to_owned()));
    }

    #[test]
    fn a_page_inside_is_opened_over_https_or_on_this_machine() {
        for (url, expected) in [
            ("https://a.uz/app?to=/x", Ok("https://a.uz/app?to=/x")),
            ("http://a.uz", Err("Only HTTPS links are allowed")),
            ("http://127.0.0.1:8080/app/enter?to=/", Ok("http://127.0.0.1:8080/app/enter?to=/")),
            ("http://localhost/x", Ok("http://localhost/x")),
            ("http://127.evil.uz", Err("Only HTTPS links are allowed")),
            ("http://localhost.evil.uz", Err("Only HTTPS links are allowed")),
            ("https://127.0.0.1/", Err("Wrong HTTP URL")),
            ("http://127.0.0.1 evil", Err("Only HTTPS links are allowed")),
        ] {
            assert_eq!(web_app_url(url), expected.map(str::to_owned), "{url}");
        }
    }

    #[test]
    fn a_mention_by_number_is_found() {
        assert_eq!(mentioned_user("tg://user?id=42"), Some(42));
        assert_eq!(mentioned_user("https://example.uz"), None);
    }
}
