//! The embeddable emulator: build, start, ask for its address, stop by dropping it.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::{Clock, real_now_ms};
use crate::fault::Faults;
use crate::recording::Recording;
use crate::seed::Seed;
use crate::server::{self, Shared};
use crate::settings::{Credential, Role, Sandbox, Settings, Switches};
use crate::tls::Identity;
use crate::world::World;

/// A running emulator. It stops when it is dropped.
#[derive(Debug)]
pub struct Emulator {
    shared: Arc<Shared>,
    base_url: String,
    authority_pem: Option<String>,
    settings: Settings,
    stop: watch::Sender<bool>,
    accepting: JoinHandle<()>,
}

/// Says how an emulator shall be, then starts it.
#[derive(Clone, Debug, Default)]
pub struct Builder(Settings);

impl Emulator {
    /// An emulator on a free loopback port with three sandboxes and nothing in them, unless told
    /// otherwise.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// An emulator for practice mode: a development sandbox with dataflows of every kind whose
    /// traffic goes on, an empty production sandbox beside it, a clock on which an hour takes twenty
    /// seconds, and the platform's five minutes of settling.
    pub fn practice() -> Builder {
        Builder::default()
            .sandboxes([
                Sandbox::development("practice", "Practice"),
                Sandbox::production("prod", "Production (empty)"),
            ])
            .seed(Seed::practice())
            .clock_speed(180.0)
            .switches(|switches| switches.drop_while_settling = true)
    }

    /// Scheme, host and port, without a slash at the end; the API is under it.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Where tokens are asked for. The same as [`Self::base_url`].
    pub fn ims_url(&self) -> &str {
        &self.base_url
    }

    /// Client id of the credential that may do everything.
    pub fn client_id(&self) -> &str {
        &self.credential(Role::Full).client_id
    }

    /// Client secret of the credential that may do everything.
    pub fn client_secret(&self) -> &str {
        &self.credential(Role::Full).client_secret
    }

    /// The credential with a role.
    ///
    /// # Panics
    /// If the builder was given credentials, and none with that role.
    pub fn credential(&self, role: Role) -> &Credential {
        let found = self.settings.credentials.iter().find(|known| known.role == role);
        found.expect("the caller asks only for roles that it set up")
    }

    /// The organisation, with `@AdobeOrg`.
    pub fn org_id(&self) -> &str {
        &self.settings.org_id
    }

    /// The tenant, without an underscore.
    pub fn tenant(&self) -> &str {
        &self.settings.tenant
    }

    /// Names of the sandboxes, the default one first.
    pub fn sandboxes(&self) -> Vec<&str> {
        self.settings.sandboxes.iter().map(|sandbox| sandbox.name.as_str()).collect()
    }

    /// The certificate of the throw-away authority, if the emulator speaks TLS.
    pub fn ca_certificate(&self) -> Option<&str> {
        self.authority_pem.as_deref()
    }

    /// The emulator's clock.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// Trouble to come.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// What was asked so far.
    pub fn recording(&self) -> &Recording {
        &self.shared.recording
    }

    /// A good access token of the credential that may do everything, for tests of pasted tokens.
    pub fn issue_token(&self) -> String {
        let client_id = self.client_id().to_owned();
        let mut world = self.shared.world.lock().expect("routes do not panic with the world held");
        let lifetime = world.settings.switches.token_lifetime;
        let token = world.ids.hex(64);
        world.tokens.give(token.clone(), &client_id, lifetime);
        token
    }

    /// Makes every token given out so far expire now.
    pub fn expire_tokens(&self) {
        let mut world = self.shared.world.lock().expect("routes do not panic with the world held");
        world.tokens.expire_all();
    }

    /// Changes the switches while the emulator runs.
    pub fn switch(&self, change: impl FnOnce(&mut Switches)) {
        let mut world = self.shared.world.lock().expect("routes do not panic with the world held");
        change(&mut world.settings.switches);
    }

    /// Stops taking connections and closes those that are open.
    pub async fn shut_down(mut self) {
        let _ = self.stop.send(true);
        let _ = (&mut self.accepting).await;
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
        self.accepting.abort();
    }
}

impl Builder {
    /// Where to listen. Only loopback addresses can be started.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.0.listen = address;
        self
    }

    /// The organisation id, with `@AdobeOrg`.
    pub fn org_id(mut self, org_id: &str) -> Self {
        org_id.clone_into(&mut self.0.org_id);
        self
    }

    /// The tenant, without an underscore.
    pub fn tenant(mut self, tenant: &str) -> Self {
        tenant.clone_into(&mut self.0.tenant);
        self
    }

    /// Who may sign in.
    pub fn credentials(mut self, credentials: impl IntoIterator<Item = Credential>) -> Self {
        self.0.credentials = credentials.into_iter().collect();
        self
    }

    /// Which sandboxes there are; the first is where a seed puts its data.
    pub fn sandboxes(mut self, sandboxes: impl IntoIterator<Item = Sandbox>) -> Self {
        self.0.sandboxes = sandboxes.into_iter().collect();
        self
    }

    /// What is there at the start.
    pub fn seed(mut self, seed: Seed) -> Self {
        self.0.seed = seed;
        self
    }

    /// The number that all ids and made-up traffic follow from.
    pub fn seed_number(mut self, number: u64) -> Self {
        self.0.seed_number = number;
        self
    }

    /// What the clock shows at the start, Unix milliseconds. The real time if not said.
    pub fn clock_start_ms(mut self, start_ms: i64) -> Self {
        self.0.clock_start_ms = Some(start_ms);
        self
    }

    /// How many times as fast as real time the clock runs; 0 stands still.
    pub fn clock_speed(mut self, speed: f64) -> Self {
        self.0.clock_speed = speed;
        self
    }

    /// Real time that every request takes at least.
    pub fn latency(mut self, latency: Duration) -> Self {
        self.0.latency = latency;
        self
    }

    /// Speaks HTTPS with a certificate of a throw-away authority.
    pub fn tls(mut self, wanted: bool) -> Self {
        self.0.tls = wanted;
        self
    }

    /// Behaviour that is open.
    pub fn switches(mut self, change: impl FnOnce(&mut Switches)) -> Self {
        change(&mut self.0.switches);
        self
    }

    /// Starts listening.
    ///
    /// # Errors
    /// If the address is not a loopback address or cannot be had, or no sandbox was named.
    pub async fn start(self) -> io::Result<Emulator> {
        let settings = self.0;
        if !settings.listen.ip().is_loopback() {
            let reason = format!("{} is not a loopback address", settings.listen.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        if settings.sandboxes.is_empty() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "no sandbox was named"));
        }
        let identity = if settings.tls { Some(Identity::throw_away()?) } else { None };
        let listener = TcpListener::bind(settings.listen).await?;
        let scheme = if settings.tls { "https" } else { "http" };
        let base_url = format!("{scheme}://{}", listener.local_addr()?);
        let start_ms = settings.clock_start_ms.unwrap_or_else(real_now_ms);
        let clock = Clock::starting_at(start_ms, settings.clock_speed);
        let shared = Arc::new(Shared {
            world: Mutex::new(World::new(settings.clone(), base_url.clone(), start_ms)),
            clock,
            faults: Faults::default(),
            recording: Recording::default(),
            latency: settings.latency,
        });
        let authority_pem = identity.as_ref().map(|known| known.authority_pem().to_owned());
        let (stop, stopped) = watch::channel(false);
        let accepting = tokio::spawn(server::run(listener, shared.clone(), identity, stopped));
        Ok(Emulator { shared, base_url, authority_pem, settings, stop, accepting })
    }
}
