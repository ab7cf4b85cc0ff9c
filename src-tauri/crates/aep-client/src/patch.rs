//! JSON Patch (RFC 6902), as far as Flow Service takes it: add, replace, remove.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

/// A list of changes to one resource. Operations go out in lower case, which is what the platform's
/// published examples use.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Patch(Vec<Change>);

#[derive(Clone, PartialEq, Serialize)]
struct Change {
    op: &'static str,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
}

/// A value may be what an account signs in with, so none is printed.
impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.op, self.path)
    }
}

impl Patch {
    /// A patch without any change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a member that may not be there yet, such as `/description`.
    #[must_use]
    pub fn add(self, path: impl Into<String>, value: impl Into<Value>) -> Self {
        self.with("add", path, Some(value.into()))
    }

    /// Replaces a member that is there, such as `/name`. Replacing `/auth/params` of an account
    /// replaces the whole object: whatever is not sent is lost.
    #[must_use]
    pub fn replace(self, path: impl Into<String>, value: impl Into<Value>) -> Self {
        self.with("replace", path, Some(value.into()))
    }

    /// Takes a member away.
    #[must_use]
    pub fn remove(self, path: impl Into<String>) -> Self {
        self.with("remove", path, None)
    }

    /// Whether there is nothing to change; the platform refuses an empty patch (1405-400).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn with(mut self, op: &'static str, path: impl Into<String>, value: Option<Value>) -> Self {
        self.0.push(Change { op, path: path.into(), value });
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Patch;

    #[test]
    fn a_patch_is_an_array_of_lower_case_operations() {
        let patch = Patch::new().replace("/name", "New").add("/description", "d").remove("/labels");
        assert_eq!(
            serde_json::to_value(&patch).unwrap(),
            json!([
                {"op": "replace", "path": "/name", "value": "New"},
                {"op": "add", "path": "/description", "value": "d"},
                {"op": "remove", "path": "/labels"}
            ])
        );
    }
}
