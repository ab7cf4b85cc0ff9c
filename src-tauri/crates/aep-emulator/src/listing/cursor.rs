//! Continuation tokens. A token remembers filters, order and page size, and has no character that
//! would need encoding: public clients cut the link at its only `=`.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// Where a list goes on, and what it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cursor {
    pub(crate) filters: Vec<String>,
    pub(crate) order: Option<String>,
    pub(crate) limit: usize,
    /// The last place shown, or for ordered lists how many were shown.
    pub(crate) behind: u64,
    /// How many empty pages led here, so that no token leads to itself.
    pub(crate) detours: u64,
}

impl Cursor {
    pub(crate) fn encode(&self) -> String {
        let parts = json!([self.filters, self.order, self.limit, self.behind, self.detours]);
        URL_SAFE_NO_PAD.encode(parts.to_string())
    }

    pub(crate) fn decode(token: &str) -> Option<Self> {
        let parts: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
        let filters = parts.get(0)?.as_array()?.iter().map(|text| text.as_str().map(str::to_owned));
        Some(Self {
            filters: filters.collect::<Option<_>>()?,
            order: parts.get(1)?.as_str().map(str::to_owned),
            limit: usize::try_from(parts.get(2)?.as_u64()?).ok()?,
            behind: parts.get(3)?.as_u64()?,
            detours: parts.get(4)?.as_u64()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_remembers_everything_and_needs_no_encoding() {
        let cursor = Cursor {
            filters: vec!["name==\"Ä & b\"".to_owned()],
            order: Some("-name".to_owned()),
            limit: 7,
            behind: 1_234,
            detours: 2,
        };
        let token = cursor.encode();
        assert!(token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        assert_eq!(Cursor::decode(&token), Some(cursor));
        assert_eq!(Cursor::decode("nonsense"), None);
    }
}
