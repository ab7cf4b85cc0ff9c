//! The platform that is measured against: the emulator as a process of its own, so that its work is not taken for
//! the app's, and what it takes to talk to it.

use aep_client::{Config, Credential, SandboxName};
use window_tests::emulator::Emulator;

/// A running emulator; dropping it ends it.
pub(crate) struct Platform(Emulator);

impl Platform {
    /// Starts one with these options on a free port of loopback.
    pub(crate) fn start(options: &[&str]) -> Self {
        Self(Emulator::start(options))
    }

    /// One value of the line that it printed.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.0.value(name)
    }

    /// The sandbox to use.
    pub(crate) fn sandbox(&self) -> SandboxName {
        SandboxName::new(self.value("sandbox"))
    }

    /// How a client reaches it.
    pub(crate) fn config(&self) -> Config {
        let url = || self.value("base_url").parse().expect("it says its address");
        Config::custom(
            url(),
            url(),
            self.value("org_id").into(),
            self.value("client_id").into(),
            Credential::ClientSecret(self.value("client_secret").into()),
        )
    }
}
