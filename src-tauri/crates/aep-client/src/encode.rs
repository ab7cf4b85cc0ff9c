//! Percent-encoding of one path segment or one query value. Nothing here knows what they mean.

use std::fmt::Write;

/// Encodes everything but the unreserved characters of RFC 3986, so that a value can neither end
/// its segment nor be taken for a separator.
pub(crate) fn component(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a String cannot fail");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::component;

    #[test]
    fn separators_spaces_and_other_alphabets_are_encoded() {
        assert_eq!(component("a b&c=d,e/f+g"), "a%20b%26c%3Dd%2Ce%2Ff%2Bg");
        assert_eq!(component("é"), "%C3%A9");
        assert_eq!(component("_acme.schemas.1f"), "_acme.schemas.1f");
    }
}
