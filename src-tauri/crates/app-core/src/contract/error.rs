//! The one error that crosses to the window: what happened, whose it is, what to press.

use serde::{Deserialize, Serialize};

/// A failure, told to a person. `code` is what the window reacts to; the rest is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AppError {
    /// Closed list; add one only when the window reacts to it.
    pub code: ErrorCode,
    /// What happened, in one sentence.
    pub title: String,
    /// Why, or what is normal. May be empty.
    pub hint: String,
    /// Whose it is to solve.
    pub owner: Owner,
    /// The one primary action that the window offers.
    pub action: Action,
    /// Problems by field; empty unless `code` is `validation`.
    pub fields: Vec<FieldProblem>,
    /// What support needs. Never a secret, never a webhook address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Box<ErrorDetail>>,
}

/// What kind of failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Something that the person typed or picked; see `fields`.
    Validation,
    /// Nobody is signed in.
    NotConnected,
    /// Adobe refused client id or secret.
    SignInRefused,
    /// A pasted access token has run out.
    TokenExpired,
    /// Signed in, but the role lacks a permission.
    PermissionMissing,
    /// The organisation id is wrong or not entitled.
    OrganizationRefused,
    /// The named sandbox does not exist or is not visible.
    SandboxNotFound,
    /// The organisation is not offered the source.
    SourceNotOffered,
    /// No network, or the host's name does not resolve.
    Offline,
    /// The certificate of the host is not trusted.
    UntrustedCertificate,
    /// Something between here and Adobe answered instead (a proxy's page).
    NotThePlatform,
    /// The answer could not be read (cut short, or of an unknown shape).
    UnreadableAnswer,
    /// Too many requests.
    RateLimited,
    /// Adobe's side failed (5xx).
    PlatformTrouble,
    /// No answer in time.
    Timeout,
    /// The object does not exist, or is hidden.
    NotFound,
    /// Someone else changed it meanwhile.
    Conflict,
    /// The platform refused the request for another reason.
    Refused,
    /// It is not known whether the request was carried out.
    OutcomeUnknown,
    /// A set-up is under way and forbids this now.
    SetupUnderWay,
    /// This computer's keychain cannot be reached.
    KeychainUnavailable,
    /// This computer's keychain is locked.
    KeychainLocked,
    /// The secret of a saved sign-in is not in the keychain.
    SecretMissing,
    /// The file is not what was expected.
    FileRejected,
    /// The disk is full or not writable.
    DiskFull,
    /// Local data was written by a newer version of this app.
    NewerData,
    /// Our own fault.
    Internal,
}

/// Who can solve it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The person in front of the window.
    You,
    /// Their Adobe administrator.
    Administrator,
    /// Adobe.
    Adobe,
    /// Whoever looks after the webhook in the source.
    Source,
    /// Their network or IT department.
    Network,
    /// This app.
    Inlet,
}

/// The primary action beside an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Do the same again.
    Retry,
    /// Correct the marked fields.
    EditFields,
    /// Go to Connect.
    SignIn,
    /// Copy a text for the administrator.
    AskAdministrator,
    /// Unlock the keychain, then try again.
    UnlockKeychain,
    /// Open the set-up that is in the way.
    OpenSetup,
    /// Choose another file.
    ChooseFile,
    /// Free disk space, then try again.
    FreeDisk,
    /// Install a newer version of this app.
    UpdateApp,
    /// Read the object again.
    Reload,
    /// Copy the details for support.
    CopyForSupport,
}

/// One problem of one input field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// Path of the field in the argument, such as `name` or `mapping.3`.
    pub field: String,
    /// What is wrong and what to do, in one sentence.
    pub message: String,
}

/// The technical side of a failure, for support.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct ErrorDetail {
    /// HTTP status, when there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Service that answered, such as `Flow Service`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The platform's own code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform_code: Option<String>,
    /// The platform's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The platform's request id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Ready text to forward to the administrator, when `owner` is `administrator`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub administrator_text: Option<String>,
}
