//! Connecting: reading a credential file, and checking sign-in and permissions one by one.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::app_state::{Environment, Sandbox};
use super::error::AppError;

/// Argument of `read_credential_file`: the file's text, which is not kept.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReadCredentialFile {
    /// Name of the file, for messages.
    pub file_name: String,
    /// Its text; holds a secret, so it goes one way only.
    #[cfg_attr(test, ts(type = "string"))]
    pub text: SecretString,
}

/// What a Developer Console file held, less its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct CredentialFile {
    /// Names the secret that is kept in memory until `check_connection`.
    pub secret_handle: String,
    /// Organisation id, if the file has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Client id.
    pub client_id: String,
    /// Name of the credential or project, as a suggestion for the saved sign-in's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested_name: Option<String>,
    /// How many fields were read.
    pub fields_read: u32,
}

/// Argument of `check_connection`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct CheckConnection {
    /// Organisation id, ending in `@AdobeOrg`.
    pub organization: String,
    /// Client id.
    pub client_id: String,
    /// How to sign in.
    pub secret: SecretInput,
    /// Where.
    pub environment: Environment,
    /// The sandbox to check permissions in; the default one when absent.
    pub sandbox: Option<String>,
}

/// Where the secret of a check comes from.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum SecretInput {
    /// Typed or pasted client secret.
    Typed {
        /// The secret; goes one way only.
        #[cfg_attr(test, ts(type = "string"))]
        secret: SecretString,
    },
    /// Read from a credential file before.
    FromFile {
        /// `CredentialFile.secret_handle`.
        handle: String,
    },
    /// A pasted access token; kept in memory only.
    AccessToken {
        /// The token; goes one way only.
        #[cfg_attr(test, ts(type = "string"))]
        token: SecretString,
    },
    /// The same secret as in an earlier check ("Check again").
    SameAs {
        /// Id of the earlier check.
        check_id: String,
    },
}

/// Names one check.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CheckRef {
    /// Id of the check.
    pub check_id: String,
}

/// How a check stands; asked for again until `done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionCheck {
    /// Id of the check.
    pub check_id: String,
    /// The steps, in order.
    pub steps: Vec<CheckStep>,
    /// Sandboxes found; empty until that step passed.
    pub sandboxes: Vec<Sandbox>,
    /// The sandbox that permissions were checked in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sandbox: Option<String>,
    /// Nothing more will change.
    pub done: bool,
    /// Sign-in and sandboxes passed, so the person may go on.
    pub usable: bool,
}

/// One tick.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct CheckStep {
    /// Which one.
    pub id: CheckStepId,
    /// How it stands.
    pub state: CheckState,
    /// One sentence: what was found, or what will be looked at.
    pub summary: String,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum CheckStepId {
    /// An access token is issued.
    SignIn,
    /// Sandboxes can be listed.
    Sandboxes,
    /// Schemas can be read.
    Schemas,
    /// Datasets can be read.
    Datasets,
    /// Sources (connections and dataflows) can be read.
    Sources,
    /// Mappings can be read.
    Mappings,
    /// The organisation is offered Pendo.
    Pendo,
}

/// How a check step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Passed.
    Passed,
    /// Failed.
    Failed,
    /// Not tried, because an earlier one failed.
    Skipped,
}

/// Argument of `save_profile`: keeps the checked sign-in and connects with it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SaveProfile {
    /// The check whose credentials to keep.
    pub check_id: String,
    /// Name of the saved sign-in.
    pub name: String,
    /// The sandbox to start with.
    pub sandbox: String,
}
