//! The session in use: one sign-in, one sandbox, one clock, one journal. Moving to another sandbox makes another
//! session; whoever still works in the old one holds it and goes on undisturbed.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use aep_client::{Client, Sandbox as SandboxHandle};
use local_history::{History, Scope};
use uuid::Uuid;

use crate::activity::{Recorder, RecorderParts};
use crate::connect::SignIn;
use crate::contract::app_state::{Clock, Environment, Sandbox, Session};
use crate::contract::error::AppError;
use crate::error::Asker;
use crate::mapping::TargetSchemas;
use crate::monitor::{FlowCache, Overviews};
use crate::ports::Practice;
use crate::run_history::Keeping;

/// What a session is made of.
pub(crate) struct NewSession {
    /// How it signed in; its secret stays in here and in the client.
    pub(crate) sign_in: SignIn,
    /// The client made from it.
    pub(crate) client: Client,
    /// The saved sign-in it belongs to, if it is kept.
    pub(crate) profile_id: Option<String>,
    /// Name of the saved sign-in, or "Practice".
    pub(crate) profile_name: String,
    /// Every sandbox that may be used.
    pub(crate) sandboxes: Vec<Sandbox>,
    /// The one to use.
    pub(crate) sandbox: Sandbox,
    /// When a pasted token runs out, milliseconds since 1970.
    pub(crate) token_expires_at: Option<i64>,
    /// The journal.
    pub(crate) history: Arc<History>,
    /// The emulator, in practice mode.
    pub(crate) practice: Option<Arc<Practice>>,
}

/// One signed-in connection to one sandbox.
pub(crate) struct ActiveSession {
    info: Session,
    /// The client; requests go through `sandbox`.
    pub(crate) client: Client,
    /// The door to everything in the sandbox.
    pub(crate) sandbox: SandboxHandle,
    /// Where rows of the journal belong.
    pub(crate) scope: Scope,
    /// The journal: the one on disk, or practice mode's own, which dies with it.
    pub(crate) history: Arc<History>,
    /// Dataflows as they were read last.
    pub(crate) flows: FlowCache,
    /// Schemas that lines were checked against a moment ago.
    pub(crate) schemas: TargetSchemas,
    /// How the sandbox as a whole was doing when it was last looked at.
    pub(crate) overviews: Overviews,
    /// Whether the runs that are read are being kept.
    pub(crate) keeping: Arc<Keeping>,
    /// Takes down what is asked of the platform.
    pub(crate) recorder: Arc<Recorder>,
    profile_name: Arc<RwLock<String>>,
    sign_in: SignIn,
    practice: Option<Arc<Practice>>,
}

impl ActiveSession {
    /// Opens a session; asks nothing of the platform.
    pub(crate) fn open(new: NewSession) -> Arc<Self> {
        let environment = match &new.practice {
            Some(_) => Environment::Practice,
            None => new.sign_in.environment.clone(),
        };
        let scope = Scope {
            environment: scope_name(&environment),
            organization: new.sign_in.organization.clone(),
            sandbox: new.sandbox.name.clone(),
        };
        let profile_name = Arc::new(RwLock::new(new.profile_name.clone()));
        let recorder = Recorder::new(RecorderParts {
            scope: scope.clone(),
            history: Arc::clone(&new.history),
            profile_name: name_teller(&profile_name),
            now: clock(new.practice.as_ref()),
        });
        let client = new.client.observed_by(Arc::clone(&recorder) as _);
        let sandbox = client.sandbox(&new.sandbox.name.as_str().into());
        let info = Session {
            key: Uuid::new_v4().to_string(),
            environment,
            profile_id: new.profile_id,
            profile_name: new.profile_name,
            organization: new.sign_in.organization.clone(),
            sandbox: new.sandbox,
            sandboxes: new.sandboxes,
            clock: Clock { now: 0, speed: 1.0 },
            offline: false,
            token_expires_at: new.token_expires_at,
        };
        Arc::new(Self {
            info,
            client,
            sandbox,
            scope,
            history: new.history,
            flows: FlowCache::default(),
            overviews: Overviews::default(),
            schemas: TargetSchemas::default(),
            keeping: Arc::default(),
            recorder,
            profile_name,
            sign_in: new.sign_in,
            practice: new.practice,
        })
    }

    /// The same sign-in in another of its sandboxes.
    pub(crate) fn moved_to(&self, sandbox: Sandbox) -> Arc<Self> {
        self.again(self.client.clone(), self.sign_in.clone(), sandbox)
    }

    /// The same sandbox with another proof of who is asking.
    pub(crate) fn signed_in_with(&self, client: Client, sign_in: SignIn) -> Arc<Self> {
        self.again(client, sign_in, self.info.sandbox.clone())
    }

    /// The saved sign-in was given another name.
    pub(crate) fn rename(&self, name: &str) {
        name.clone_into(&mut self.profile_name.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Name of the saved sign-in, or "Practice".
    pub(crate) fn profile_name(&self) -> String {
        self.profile_name.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn again(&self, client: Client, sign_in: SignIn, sandbox: Sandbox) -> Arc<Self> {
        Self::open(NewSession {
            sign_in,
            client,
            profile_id: self.info.profile_id.clone(),
            profile_name: self.profile_name(),
            sandboxes: self.info.sandboxes.clone(),
            sandbox,
            token_expires_at: self.info.token_expires_at,
            history: Arc::clone(&self.history),
            practice: self.practice.clone(),
        })
    }

    /// Whether it is practice mode's.
    pub(crate) fn is_practice(&self) -> bool {
        self.practice.is_some()
    }

    /// The session's time in milliseconds since 1970: the emulator's in practice mode.
    pub(crate) fn now(&self) -> i64 {
        self.practice.as_ref().map_or_else(computer_now, |practice| (practice.now)())
    }

    /// The session as the window shows it, with its clock as of now.
    pub(crate) fn view(&self) -> Session {
        let speed = self.practice.as_ref().map_or(1.0, |practice| practice.speed);
        Session {
            clock: Clock { now: self.now(), speed },
            offline: !self.client.is_reached(),
            profile_name: self.profile_name(),
            ..self.info.clone()
        }
    }

    /// What does not change about it; clock, name and whether it is offline are in `view`.
    pub(crate) fn info(&self) -> &Session {
        &self.info
    }

    /// What an error of the client means, with a text for the administrator that names this credential.
    pub(crate) fn explain(&self, error: &aep_client::Error) -> AppError {
        AppError::from_platform(error, Some(&self.asker()))
    }

    /// Who to name in a text for the administrator.
    pub(crate) fn asker(&self) -> Asker {
        self.sign_in.asker(Some(&self.info.sandbox.name))
    }
}

/// Tells the name of the saved sign-in as it is at the time.
fn name_teller(name: &Arc<RwLock<String>>) -> Arc<dyn Fn() -> String + Send + Sync> {
    let name = Arc::clone(name);
    Arc::new(move || name.read().unwrap_or_else(PoisonError::into_inner).clone())
}

/// The clock of a session: the emulator's in practice mode, without keeping it alive.
fn clock(practice: Option<&Arc<Practice>>) -> Arc<dyn Fn() -> i64 + Send + Sync> {
    practice.map_or_else(|| Arc::new(computer_now) as _, |practice| Arc::clone(&practice.now))
}

/// This computer's time in milliseconds since 1970.
pub(crate) fn computer_now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// The environment by the name that the journal knows it by.
pub(crate) fn scope_name(environment: &Environment) -> String {
    match environment {
        Environment::Adobe => "adobe".to_owned(),
        Environment::Practice => "practice".to_owned(),
        Environment::Custom { platform_url, .. } => platform_url.clone(),
    }
}
