//! Where a row belongs. Rows of different scopes never meet.

use rusqlite::Row;

/// One sandbox of one organisation on one platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scope {
    /// `adobe`, `practice`, or the base address of another platform.
    pub environment: String,
    /// Organisation id, ending in `@AdobeOrg`.
    pub organization: String,
    /// Name of the sandbox.
    pub sandbox: String,
}

impl Scope {
    /// Reads the three columns `environment`, `organization` and `sandbox`.
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            environment: row.get("environment")?,
            organization: row.get("organization")?,
            sandbox: row.get("sandbox")?,
        })
    }
}
