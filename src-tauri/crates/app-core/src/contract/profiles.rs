//! Saved sign-ins: everything about one but its secret.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::app_state::Environment;

/// A saved sign-in. The client secret is in the keychain, never here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Ours.
    pub id: String,
    /// The name that the person gave it.
    pub name: String,
    /// Organisation id, ending in `@AdobeOrg`.
    pub organization: String,
    /// Client id; also sent as `x-api-key`.
    pub client_id: String,
    /// Where its requests go.
    pub environment: Environment,
    /// The sandbox to start with.
    pub sandbox: String,
}

/// Names one saved sign-in.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ProfileRef {
    /// Id of the saved sign-in.
    pub profile_id: String,
}

/// Argument of `rename_profile`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RenameProfile {
    /// Id of the saved sign-in.
    pub profile_id: String,
    /// Its new name.
    pub name: String,
}

/// Argument of `replace_secret`: the new secret is tried before it takes the old one's place.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReplaceSecret {
    /// Id of the saved sign-in.
    pub profile_id: String,
    /// The new client secret; goes one way only.
    #[cfg_attr(test, ts(type = "string"))]
    pub secret: SecretString,
}

/// Argument of `select_sandbox`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SelectSandbox {
    /// Name of the sandbox.
    pub sandbox: String,
}
