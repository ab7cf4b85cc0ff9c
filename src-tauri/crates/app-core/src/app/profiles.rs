//! Saved sign-ins: in the settings file, their secrets in the keychain.

use secrecy::SecretString;
use serde_json::Value;
use uuid::Uuid;

use crate::App;
use crate::connect::{Proof, SignIn};
use crate::contract::app_state::Sandbox;
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::profiles::{Profile, ProfileRef, RenameProfile, ReplaceSecret};
use crate::credentials::tidy;

/// Key in the settings file.
pub(super) const PROFILES: &str = "profiles";

/// Longest name of a saved sign-in, in characters.
const LONGEST_NAME: usize = 100;

impl App {
    /// Saved sign-ins, in the order they were saved.
    ///
    /// # Errors
    /// None so far; the settings file is read at start.
    pub async fn list_profiles(&self) -> Result<Vec<Profile>, AppError> {
        Ok(self.profiles())
    }

    /// Gives a saved sign-in another name.
    ///
    /// # Errors
    /// `validation` for the name, `not_found`, `disk_full`.
    pub async fn rename_profile(&self, args: RenameProfile) -> Result<Profile, AppError> {
        let name = read_name(&args.name)?;
        let others = self.profiles();
        if others.iter().any(|other| other.id != args.profile_id && other.name == name) {
            return Err(name_taken());
        }
        let profile =
            self.change_profile(&args.profile_id, |profile| profile.name.clone_from(&name))?;
        if let Some(session) = self.session_if_any()
            && session.info().profile_id.as_deref() == Some(profile.id.as_str())
        {
            session.rename(&name);
        }
        Ok(profile)
    }

    /// Tries a new client secret, and keeps it when Adobe accepts it. A set-up under way is not disturbed: it
    /// goes on with the access it has.
    ///
    /// # Errors
    /// `sign_in_refused` and the like: then the old secret stays.
    pub async fn replace_secret(&self, args: ReplaceSecret) -> Result<Profile, AppError> {
        let profile = self.profile(&args.profile_id)?;
        let sign_in = SignIn::read(
            &profile.organization,
            &profile.client_id,
            Proof::ClientSecret(args.secret),
            &profile.environment,
            self.parts.loopback_only,
        )?;
        let client = sign_in.client(|config| config.retry = self.retry.clone())?;
        if let Err(error) = client.check_sign_in().await {
            let problem = AppError::from_platform(&error, Some(&sign_in.asker(None)));
            return Err(match problem.action {
                Action::SignIn => AppError { action: Action::EditFields, ..problem },
                _ => problem,
            });
        }
        if let Proof::ClientSecret(secret) = &sign_in.proof {
            self.keep_secret(&profile.id, secret).await;
        }
        if let Some(session) = self.session_if_any()
            && session.info().profile_id.as_deref() == Some(profile.id.as_str())
        {
            self.set_session(Some(session.signed_in_with(client, sign_in)));
        }
        Ok(profile)
    }

    /// Removes a saved sign-in and its secret, and ends the session that uses it.
    ///
    /// # Errors
    /// `setup_under_way`, `not_found`, `disk_full`; `keychain_locked`, since a secret would stay behind that can be
    /// removed. Without any keychain it is removed all the same, and a notice tells that the secret may remain.
    pub async fn delete_profile(&self, args: ProfileRef) -> Result<(), AppError> {
        let profile = self.profile(&args.profile_id)?;
        let in_use = self.session_if_any().is_some_and(|session| {
            session.info().profile_id.as_deref() == Some(profile.id.as_str())
        });
        if in_use {
            self.not_while_setting_up("Deleting its saved sign-in")?;
        }
        self.forget_secret(&profile).await?;
        let mut profiles = self.profiles();
        profiles.retain(|other| other.id != profile.id);
        self.write_profiles(&profiles)?;
        self.forget_sandboxes(&profile.id).await;
        if in_use {
            self.set_session(None);
        }
        Ok(())
    }

    /// The saved sign-in of this id.
    ///
    /// # Errors
    /// `not_found`.
    pub(super) fn profile(&self, id: &str) -> Result<Profile, AppError> {
        let found = self.profiles().into_iter().find(|profile| profile.id == id);
        found.ok_or_else(|| AppError::gone("This saved sign-in"))
    }

    /// A name that can be kept: not empty, not too long, not another sign-in's.
    pub(super) fn free_name(&self, typed: &str, sign_in: &SignIn) -> Result<String, AppError> {
        let name = read_name(typed)?;
        let taken =
            self.profiles().iter().any(|other| other.name == name && !is_same(other, sign_in));
        if taken { Err(name_taken()) } else { Ok(name) }
    }

    /// Keeps a sign-in and its secret; the same sign-in under the same name is replaced.
    pub(super) async fn keep_profile(
        &self,
        name: &str,
        sign_in: &SignIn,
        sandbox: &Sandbox,
        secret: &SecretString,
    ) -> Result<String, AppError> {
        let mut profiles = self.profiles();
        let known = profiles.iter().position(|other| other.name == name && is_same(other, sign_in));
        let profile = Profile {
            id: known.map_or_else(|| Uuid::new_v4().to_string(), |at| profiles[at].id.clone()),
            name: name.to_owned(),
            organization: sign_in.organization.clone(),
            client_id: sign_in.client_id.clone(),
            environment: sign_in.environment.clone(),
            sandbox: sandbox.name.clone(),
        };
        let id = profile.id.clone();
        match known {
            Some(at) => profiles[at] = profile,
            None => profiles.push(profile),
        }
        self.write_profiles(&profiles)?;
        self.keep_secret(&id, secret).await;
        Ok(id)
    }

    /// Changes one saved sign-in.
    ///
    /// # Errors
    /// `not_found`, `disk_full`.
    pub(super) fn change_profile(
        &self,
        id: &str,
        change: impl FnOnce(&mut Profile),
    ) -> Result<Profile, AppError> {
        let mut profiles = self.profiles();
        let profile = profiles.iter_mut().find(|profile| profile.id == id);
        let profile = profile.ok_or_else(|| AppError::gone("This saved sign-in"))?;
        change(profile);
        let changed = profile.clone();
        self.write_profiles(&profiles)?;
        Ok(changed)
    }

    /// Entries that this version cannot read are left where they are, see `write_profiles`.
    fn profiles(&self) -> Vec<Profile> {
        let read = |value: &Value| serde_json::from_value(value.clone()).ok();
        self.stored_profiles().iter().filter_map(read).collect()
    }

    fn stored_profiles(&self) -> Vec<Value> {
        match self.parts.settings.get(PROFILES) {
            Some(Value::Array(stored)) => stored,
            _ => Vec::new(),
        }
    }

    /// How many saved sign-ins are in the file but cannot be read.
    pub(super) fn unreadable_profiles(&self) -> usize {
        self.stored_profiles().len() - self.profiles().len()
    }

    fn write_profiles(&self, profiles: &[Profile]) -> Result<(), AppError> {
        let unreadable = self
            .stored_profiles()
            .into_iter()
            .filter(|value| serde_json::from_value::<Profile>(value.clone()).is_err());
        let written = profiles.iter().map(|profile| {
            serde_json::to_value(profile)
                .expect("a saved sign-in is plain text and can be written as JSON")
        });
        let all = written.chain(unreadable).collect();
        let settings = &self.parts.settings;
        settings.set(PROFILES, Value::Array(all)).map_err(|error| AppError::not_written(&error.0))
    }
}

fn is_same(profile: &Profile, sign_in: &SignIn) -> bool {
    profile.organization == sign_in.organization
        && profile.client_id == sign_in.client_id
        && profile.environment == sign_in.environment
}

fn read_name(typed: &str) -> Result<String, AppError> {
    let name = tidy(typed).value;
    if name.is_empty() {
        return Err(name_problem("Enter a name for this sign-in."));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(name_problem("Use a name of 100 characters at most."));
    }
    Ok(name)
}

fn name_taken() -> AppError {
    name_problem("Another saved sign-in has this name; use a different one.")
}

fn name_problem(message: &str) -> AppError {
    let message = message.to_owned();
    AppError::validation(vec![FieldProblem { field: "name".to_owned(), message }])
}

/// The keychain works, but has no secret under this saved sign-in.
pub(super) fn secret_missing(profile: &Profile) -> AppError {
    AppError::plain(
        ErrorCode::SecretMissing,
        Owner::You,
        Action::SignIn,
        format!("The client secret of “{}” is not in this computer's keychain", profile.name),
        "It was removed there, or was kept only until Inlet was closed. Sign in with it once more.",
    )
}
