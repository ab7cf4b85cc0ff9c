//! The version of a resource, to be sent back with `If-Match` when it is changed.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An entity tag exactly as the platform wrote it. The platform's tags contain double quotes as
/// part of the text; they are kept, neither trimmed nor doubled.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ETag(String);

impl ETag {
    /// Takes a tag verbatim.
    pub fn new(tag: impl Into<String>) -> Self {
        Self(tag.into())
    }

    /// The tag verbatim, inner quotes included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ETag({})", self.0)
    }
}

/// A resource together with the version that was read: what an update has to name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged<T> {
    /// The version that was read.
    pub etag: ETag,
    /// The resource.
    pub value: T,
}

#[cfg(test)]
mod tests {
    use super::ETag;

    #[test]
    fn the_quotes_inside_a_tag_survive() {
        let tag: ETag = serde_json::from_str(r#""\"2600d7\"""#).unwrap();
        assert_eq!(tag.as_str(), "\"2600d7\"");
        assert_eq!(serde_json::to_string(&tag).unwrap(), r#""\"2600d7\"""#);
    }
}
