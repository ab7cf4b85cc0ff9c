//! What an emulator can be told before it starts: who may sign in, which sandboxes there are, and
//! the switches for behaviour that the platform's documentation leaves open.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use serde_json::Value;

use crate::seed::Seed;

/// One isolated space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sandbox {
    /// Name as used in `x-sandbox-name`.
    pub name: String,
    /// Name for people.
    pub title: String,
    /// Whether real customers' data would live here.
    pub production: bool,
}

impl Sandbox {
    /// A production sandbox. The first of them is the organisation's default sandbox.
    pub fn production(name: &str, title: &str) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), production: true }
    }

    /// A development sandbox.
    pub fn development(name: &str, title: &str) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), production: false }
    }
}

/// What a credential may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    Full,
    /// Read everything, write nothing: writes are refused with the permission's name.
    ViewOnly,
    /// Signs in, but no administrator has given it a product profile.
    NoProfile,
}

/// A client of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// Client id, which is the API key too.
    pub client_id: String,
    /// Client secret.
    pub client_secret: String,
    /// What it may do.
    pub role: Role,
}

/// Behaviour that nobody documents, or that differs between organisations. The default is what the
/// README of this crate calls strict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// How long a flow stays in a passing state (`enabling`, `disabling`, `updating`) after a change, by the
    /// emulator's clock.
    pub passing_states: Duration,
    /// Refuse query parameters that a list does not know (`1451-400`).
    pub strict_queries: bool,
    /// Offer the Pendo source; organisations hosted on AWS do not have it.
    pub pendo_offered: bool,
    /// Give a flow a new etag each time a run of it completes.
    pub etag_changes_after_runs: bool,
    /// Silently drop what arrives in the first five minutes of a new or changed flow.
    pub drop_while_settling: bool,
    /// How long after its creation a flow gets its `inletUrl`, by the emulator's clock.
    pub inlet_url_after: Duration,
    /// The status for an endpoint that never existed.
    pub unknown_inlet_status: u16,
    /// The status for an event that names no flow; it is dropped in any case.
    pub missing_flow_id_status: u16,
    /// Report mistakes in connections when they are created, instead of when a flow uses them.
    pub check_connections_early: bool,
    /// Answer `mappingVersion` as a string.
    pub mapping_version_as_text: bool,
    /// Real-time life of an access token.
    pub token_lifetime: Duration,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            passing_states: Duration::ZERO,
            strict_queries: true,
            pendo_offered: true,
            etag_changes_after_runs: false,
            drop_while_settling: false,
            inlet_url_after: Duration::ZERO,
            unknown_inlet_status: 404,
            missing_flow_id_status: 200,
            check_connections_early: false,
            mapping_version_as_text: false,
            token_lifetime: Duration::from_secs(86_399),
        }
    }
}

impl Switches {
    /// Sets a switch by its name; times are in seconds. Nothing if there is no such switch or the
    /// value does not fit it.
    pub(crate) fn set(&mut self, name: &str, value: &Value) -> Option<()> {
        let status = || value.as_u64().and_then(|number| u16::try_from(number).ok());
        let status = || status().filter(|status| (200..600).contains(status));
        let seconds = || Duration::try_from_secs_f64(value.as_f64()?).ok();
        match name {
            "strict_queries" => self.strict_queries = value.as_bool()?,
            "pendo_offered" => self.pendo_offered = value.as_bool()?,
            "etag_changes_after_runs" => self.etag_changes_after_runs = value.as_bool()?,
            "drop_while_settling" => self.drop_while_settling = value.as_bool()?,
            "passing_states" => self.passing_states = seconds()?,
            "inlet_url_after" => self.inlet_url_after = seconds()?,
            "unknown_inlet_status" => self.unknown_inlet_status = status()?,
            "missing_flow_id_status" => self.missing_flow_id_status = status()?,
            "check_connections_early" => self.check_connections_early = value.as_bool()?,
            "mapping_version_as_text" => self.mapping_version_as_text = value.as_bool()?,
            "token_lifetime" => self.token_lifetime = seconds()?,
            _ => return None,
        }
        Some(())
    }
}

/// Everything together.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) listen: SocketAddr,
    pub(crate) org_id: String,
    pub(crate) tenant: String,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) sandboxes: Vec<Sandbox>,
    pub(crate) seed: Seed,
    pub(crate) seed_number: u64,
    pub(crate) clock_start_ms: Option<i64>,
    pub(crate) clock_speed: f64,
    pub(crate) latency: Duration,
    pub(crate) tls: bool,
    pub(crate) switches: Switches,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            org_id: "0A1B2C3D4E5F60718293A4B5@AdobeOrg".to_owned(),
            tenant: "inletlab".to_owned(),
            credentials: default_credentials(),
            sandboxes: vec![
                Sandbox::production("prod", "Prod"),
                Sandbox::development("dev", "Development"),
                Sandbox::development("stage", "Staging"),
            ],
            seed: Seed::empty(),
            seed_number: 1,
            clock_start_ms: None,
            clock_speed: 1.0,
            latency: Duration::ZERO,
            tls: false,
            switches: Switches::default(),
        }
    }
}

fn default_credentials() -> Vec<Credential> {
    let credential = |client_id: &str, client_secret: &str, role| Credential {
        client_id: client_id.to_owned(),
        client_secret: client_secret.to_owned(),
        role,
    };
    vec![
        credential(
            "4f0c1d2e3b4a59687766554433221100",
            "p8e-emulated-secret-of-a-full-client",
            Role::Full,
        ),
        credential(
            "5a1c1d2e3b4a59687766554433221111",
            "p8e-emulated-secret-of-a-viewer",
            Role::ViewOnly,
        ),
        credential(
            "6b2c1d2e3b4a59687766554433222222",
            "p8e-emulated-secret-without-profile",
            Role::NoProfile,
        ),
    ]
}
