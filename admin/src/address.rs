//! Pieces of addresses.

use std::fmt::Write;

/// `text` as a value in a query: everything that is not plain is written as `%XX`.
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                encoded.push(byte.into());
            }
            _ => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

/// `path` with the parameters that have a value.
pub(crate) fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        let sign = if address.contains('?') { '&' } else { '?' };
        let _ = write!(address, "{sign}{name}={}", encoded(value));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_leave_its_parameter() {
        assert_eq!(encoded("/orgs?a=b&c"), "/orgs%3Fa%3Db%26c");
        assert_eq!(encoded("oʻ"), "o%CA%BB");
        assert_eq!(
            with_query("/orgs", &[("light", "red"), ("q", ""), ("p", "a b")]),
            "/orgs?light=red&p=a%20b"
        );
    }
}
