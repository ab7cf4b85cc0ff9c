//! Connecting, checking, and moving between sandboxes.

use std::sync::Arc;

use super::ActiveSession;
use super::session::NewSession;
use crate::App;
use crate::connect::{Proof, SignIn, choose, listed, run_check};
use crate::contract::app_state::{Environment, Sandbox, Session};
use crate::contract::connect::{
    CheckConnection, CheckRef, ConnectionCheck, CredentialFile, ReadCredentialFile, SaveProfile,
    SecretInput,
};
use crate::contract::error::AppError;
use crate::contract::profiles::{Profile, ProfileRef, SelectSandbox};
use crate::credentials::{expires_at, read_console_file};

/// How often a question of a check is tried: a person is waiting, and "Check again" is one press away.
const CHECK_TRIES: u32 = 2;

impl App {
    /// Reads a Developer Console file; its secret stays in memory behind a handle.
    ///
    /// # Errors
    /// `file_rejected`, which says what the file is instead.
    pub async fn read_credential_file(
        &self,
        args: ReadCredentialFile,
    ) -> Result<CredentialFile, AppError> {
        let read = read_console_file(&args.text)?;
        Ok(CredentialFile {
            fields_read: read.fields(),
            secret_handle: self.held.hold(read.secret),
            organization: read.organization,
            client_id: read.client_id,
            suggested_name: read.name,
        })
    }

    /// Starts a check and answers at once; ask again for how it stands.
    ///
    /// # Errors
    /// `validation`, with every problem of what was typed.
    pub async fn check_connection(
        &self,
        args: CheckConnection,
    ) -> Result<ConnectionCheck, AppError> {
        let sign_in = SignIn::read(
            &args.organization,
            &args.client_id,
            self.proof(args.secret)?,
            &args.environment,
            self.parts.loopback_only,
        )?;
        let client = sign_in.client(|config| {
            config.retry = self.retry.clone();
            config.retry.max_tries = config.retry.max_tries.min(CHECK_TRIES);
        })?;
        let sandbox =
            args.sandbox.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        let check = self.checks.start(sign_in, |check| run_check(check, client, sandbox));
        Ok(check.view())
    }

    fn proof(&self, secret: SecretInput) -> Result<Proof, AppError> {
        Ok(match secret {
            SecretInput::Typed { secret } => Proof::ClientSecret(secret),
            SecretInput::AccessToken { token } => Proof::AccessToken(token),
            SecretInput::SameAs { check_id } => self.checks.get(&check_id)?.sign_in.proof.clone(),
            SecretInput::FromFile { handle } => {
                let secret = self.held.get(&handle);
                Proof::ClientSecret(
                    secret.ok_or_else(|| AppError::gone("The secret of this file"))?,
                )
            }
        })
    }

    /// How a check stands.
    ///
    /// # Errors
    /// `not_found` when it is not remembered.
    pub async fn get_connection_check(&self, args: CheckRef) -> Result<ConnectionCheck, AppError> {
        Ok(self.checks.get(&args.check_id)?.view())
    }

    /// Keeps a checked sign-in and connects with it. A pasted token is not kept: the session ends with the app.
    ///
    /// # Errors
    /// `validation` for the name, `sandbox_not_found`, `setup_under_way`, `disk_full`.
    pub async fn save_profile(&self, args: SaveProfile) -> Result<Session, AppError> {
        self.not_while_setting_up("Connecting elsewhere")?;
        let check = self.checks.get(&args.check_id)?;
        let found = check.view();
        if !found.usable {
            return Err(AppError::gone("A check that passed"));
        }
        let sandbox = choose(&found.sandboxes, Some(&args.sandbox))?;
        let name = self.free_name(&args.name, &check.sign_in)?;
        let profile_id = match &check.sign_in.proof {
            Proof::AccessToken(_) => None,
            Proof::ClientSecret(secret) => {
                let id = self.keep_profile(&name, &check.sign_in, &sandbox, secret).await?;
                self.keep_sandboxes(&id, &found.sandboxes).await;
                Some(id)
            }
        };
        self.enter(&check.sign_in, profile_id, name, found.sandboxes, sandbox)
    }

    /// Connects with a saved sign-in.
    ///
    /// # Errors
    /// What the keychain, the sign-in service or the platform say; `setup_under_way`.
    pub async fn connect(&self, args: ProfileRef) -> Result<Session, AppError> {
        self.not_while_setting_up("Connecting elsewhere")?;
        let profile = self.profile(&args.profile_id)?;
        let sign_in = self.sign_in_of(&profile).await?;
        let sandboxes = self.sandboxes_of(&profile, &sign_in).await?;
        let sandbox = choose(&sandboxes, Some(&profile.sandbox))?;
        self.enter(&sign_in, Some(profile.id), profile.name, sandboxes, sandbox)
    }

    /// A saved sign-in with its secret.
    ///
    /// # Errors
    /// What the keychain says.
    pub(super) async fn sign_in_of(&self, profile: &Profile) -> Result<SignIn, AppError> {
        let secret = self.secret_of(profile).await?;
        SignIn::read(
            &profile.organization,
            &profile.client_id,
            Proof::ClientSecret(secret),
            &profile.environment,
            self.parts.loopback_only,
        )
    }

    /// Makes a session the one in use, and its sign-in the one that the next start opens with.
    pub(super) fn enter(
        &self,
        sign_in: &SignIn,
        profile_id: Option<String>,
        profile_name: String,
        sandboxes: Vec<Sandbox>,
        sandbox: Sandbox,
    ) -> Result<Session, AppError> {
        let token_expires_at = match &sign_in.proof {
            Proof::AccessToken(token) => expires_at(token),
            Proof::ClientSecret(_) => None,
        };
        self.remember_sign_in(profile_id.as_deref());
        let session = ActiveSession::open(NewSession {
            client: sign_in.client(|config| config.retry = self.retry.clone())?,
            sign_in: sign_in.clone(),
            profile_id,
            profile_name,
            sandboxes,
            sandbox,
            token_expires_at,
            history: Arc::clone(&self.history),
            practice: None,
        });
        self.set_session(Some(Arc::clone(&session)));
        Ok(session.view())
    }

    /// Ends the session; saved sign-ins stay.
    ///
    /// # Errors
    /// `setup_under_way`.
    pub async fn disconnect(&self) -> Result<(), AppError> {
        self.not_while_setting_up("Signing out")?;
        self.remember_sign_in(None);
        self.set_session(None);
        Ok(())
    }

    /// Moves the session to another sandbox; a saved sign-in starts there next time.
    ///
    /// # Errors
    /// `sandbox_not_found`, `setup_under_way`, `not_connected`.
    pub async fn select_sandbox(&self, args: SelectSandbox) -> Result<Session, AppError> {
        let session = self.session()?;
        if session.info().sandbox.name == args.sandbox {
            return Ok(session.view());
        }
        self.not_while_setting_up("Moving to another sandbox")?;
        let sandbox = choose(&session.info().sandboxes, Some(&args.sandbox))?;
        if let Some(id) = &session.info().profile_id {
            self.change_profile(id, |profile| profile.sandbox.clone_from(&sandbox.name))?;
        }
        let moved = session.moved_to(sandbox);
        self.set_session(Some(Arc::clone(&moved)));
        Ok(moved.view())
    }

    /// Starts practice mode: a fresh emulator, a journal that dies with it.
    ///
    /// # Errors
    /// `setup_under_way`; `internal` when the emulator does not start.
    pub async fn start_practice(&self) -> Result<Session, AppError> {
        self.not_while_setting_up("Starting practice mode")?;
        let practice = self
            .parts
            .practice
            .start()
            .await
            .map_err(|_| AppError::internal("the practice platform could not start"))?;
        let environment = Environment::Custom {
            platform_url: practice.base_url.clone(),
            sign_in_url: practice.base_url.clone(),
        };
        let proof = Proof::ClientSecret(practice.client_secret.clone());
        let sign_in =
            SignIn::read(&practice.organization, &practice.client_id, proof, &environment, true)?;
        let client = sign_in.client(|config| config.retry = self.retry.clone())?;
        let sandboxes = listed(client.sandboxes().all().collect().await?, true);
        let sandbox = choose(&sandboxes, Some(&practice.sandbox))?;
        let session = ActiveSession::open(NewSession {
            sign_in,
            client,
            profile_id: None,
            profile_name: "Practice".to_owned(),
            sandboxes,
            sandbox,
            token_expires_at: None,
            history: Arc::new(local_history::History::in_memory()),
            practice: Some(Arc::new(practice)),
        });
        self.set_session(Some(Arc::clone(&session)));
        Ok(session.view())
    }
}
