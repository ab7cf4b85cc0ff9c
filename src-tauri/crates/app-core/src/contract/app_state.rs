//! What the window needs to draw its frame: who is signed in, where, and what needs attention.

use serde::{Deserialize, Serialize};

use super::error::AppError;
use super::setup::SetupSummary;

/// The frame of the window, in one reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AppState {
    /// Version of this app.
    pub version: String,
    /// Folder that holds what this app keeps.
    pub data_folder: String,
    /// The session in use; none before Connect or practice mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
    /// Id of the saved sign-in that was in use when the app was closed, until it has been tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_sign_in: Option<String>,
    /// Whether secrets can be kept.
    pub keychain: Keychain,
    /// Troubles of the app itself that a person must know (settings set aside, newer database).
    pub notices: Vec<Notice>,
    /// Set-ups of the session in use that run, stopped, or were left unfinished.
    pub setups: Vec<SetupSummary>,
    /// How many unfinished set-ups belong to other saved sign-ins or sandboxes.
    pub setups_elsewhere: Vec<SetupSummary>,
    /// How this app looks and behaves.
    pub settings: Settings,
    /// What Connect offers besides Adobe, when the host was started with a platform of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested_environment: Option<Environment>,
}

/// One signed-in connection to one sandbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Changes whenever sign-in or sandbox change; part of every cached key.
    pub key: String,
    /// Where the requests go.
    pub environment: Environment,
    /// The saved sign-in in use; none in practice mode and for an unsaved one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<String>,
    /// Name of the saved sign-in, or "Practice".
    pub profile_name: String,
    /// Organisation id, ending in `@AdobeOrg`.
    pub organization: String,
    /// The sandbox that every request names.
    pub sandbox: Sandbox,
    /// Every sandbox that this sign-in may use.
    pub sandboxes: Vec<Sandbox>,
    /// The platform's time as this app reckons it: the emulator's clock in practice mode.
    pub clock: Clock,
    /// The last request did not reach the platform: what is shown is the last known, and nothing can be written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub offline: bool,
    /// Milliseconds since 1970 when a pasted access token runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub token_expires_at: Option<i64>,
}

/// Where requests go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Environment {
    /// Adobe's production hosts; fixed, HTTPS only.
    Adobe,
    /// The embedded emulator.
    Practice,
    /// Other hosts: HTTPS, or loopback.
    Custom {
        /// Base address of the platform, such as `https://platform-va7.adobe.io`.
        platform_url: String,
        /// Base address of the sign-in service.
        sign_in_url: String,
    },
}

/// A sandbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Sandbox {
    /// The name that requests carry.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// What it is for.
    pub kind: SandboxKind,
}

/// What a sandbox is for; decides the chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum SandboxKind {
    /// Live data.
    Production,
    /// Development data.
    Development,
    /// Made-up data on this computer.
    Practice,
}

/// A clock to reckon with: now = `now` + elapsed × `speed`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// Milliseconds since 1970 at the time of the reply.
    #[cfg_attr(test, ts(type = "number"))]
    pub now: i64,
    /// How many of its seconds pass in a real one; 1 outside practice mode.
    pub speed: f64,
}

/// Whether this computer's keychain keeps secrets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct Keychain {
    /// True when secrets are kept; false: they last until the app is closed.
    pub available: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<AppError>,
}

/// A trouble of the app itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// Stable, so that a dismissed one stays dismissed.
    pub id: String,
    /// What happened.
    pub title: String,
    /// What it means and what to do.
    pub hint: String,
}

/// How this app looks and behaves; saved at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Light, dark, or as the computer says.
    pub theme: Theme,
    /// Sort, filters, columns and the like, by screen; the window's own business.
    #[cfg_attr(test, ts(type = "Record<string, unknown>"))]
    pub views: serde_json::Map<String, serde_json::Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::System, views: serde_json::Map::new() }
    }
}

/// Light, dark, or as the computer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Argument of `dismiss_notice`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct DismissNotice {
    /// Id of the notice.
    pub id: String,
}
