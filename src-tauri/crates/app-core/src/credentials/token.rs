//! When a pasted access token runs out, read from the token itself. Adobe's tokens are JSON Web Tokens whose
//! payload says `created_at` and `expires_in` in milliseconds, as text; the standard's `exp` is in seconds.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// Milliseconds since 1970; none when the token does not say.
pub(crate) fn expires_at(token: &SecretString) -> Option<i64> {
    let payload = token.expose_secret().split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let payload: Value = serde_json::from_slice(&bytes).ok()?;
    let number = |key: &str| match payload.get(key)? {
        Value::String(text) => text.parse().ok(),
        value => value.as_i64(),
    };
    match (number("created_at"), number("expires_in")) {
        (Some(created), Some(lifetime)) => Some(created.saturating_add(lifetime)),
        _ => number("exp").map(|seconds: i64| seconds.saturating_mul(1000)),
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use secrecy::SecretString;

    use super::expires_at;

    fn token(payload: &str) -> SecretString {
        SecretString::from(format!("h.{}.s", URL_SAFE_NO_PAD.encode(payload)))
    }

    #[test]
    fn both_ways_of_saying_the_end_are_read() {
        let adobe = token(r#"{"created_at":"1700000000000","expires_in":"86400000"}"#);
        assert_eq!(expires_at(&adobe), Some(1_700_086_400_000));
        assert_eq!(expires_at(&token(r#"{"exp":1700000000}"#)), Some(1_700_000_000_000));
    }

    #[test]
    fn a_token_that_does_not_say_has_no_end() {
        assert_eq!(expires_at(&SecretString::from("0123abcd")), None);
        assert_eq!(expires_at(&token("{}")), None);
        assert_eq!(expires_at(&token("not json")), None);
    }
}
