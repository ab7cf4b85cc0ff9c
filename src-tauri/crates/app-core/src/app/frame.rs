//! The frame: state, settings, notices, keychain.

use serde_json::{Value, json};

use crate::App;
use crate::contract::app_state::{AppState, DismissNotice, Environment, Notice, Settings};
use crate::contract::error::AppError;

use super::setup::Unreadable;

/// Keys in the settings file.
const SETTINGS: &str = "settings";
const UNREADABLE: &str = "settingsThatCouldNotBeRead";
const DISMISSED: &str = "dismissedNotices";

impl App {
    /// The frame of the window.
    ///
    /// # Errors
    /// None so far: whatever cannot be read is reported inside.
    pub async fn get_app_state(&self) -> Result<AppState, AppError> {
        let setups = self.setups_to_show().await;
        let lapsed = self.lapsed_deletions().await;
        Ok(AppState {
            version: self.parts.version.clone(),
            data_folder: self.parts.data_dir.display().to_string(),
            session: self.session_if_any().map(|session| session.view()),
            last_sign_in: self.last_sign_in(),
            keychain: self.keychain_state().await,
            notices: self.notices(setups.unreadable, lapsed),
            setups: setups.here,
            setups_elsewhere: setups.elsewhere,
            settings: self.settings(),
            suggested_environment: self.suggested_environment(),
        })
    }

    /// Keeps how the app looks and behaves.
    ///
    /// # Errors
    /// `disk_full`.
    pub async fn save_settings(&self, args: Settings) -> Result<Settings, AppError> {
        let value = serde_json::to_value(&args)
            .map_err(|_| AppError::internal("the settings cannot be written"))?;
        self.keep_unreadable_settings()?;
        self.write_setting(SETTINGS, value)?;
        Ok(args)
    }

    /// A notice has been read; it does not come back.
    ///
    /// # Errors
    /// `disk_full`.
    pub async fn dismiss_notice(&self, args: DismissNotice) -> Result<(), AppError> {
        let mut dismissed = self.dismissed();
        if !dismissed.contains(&args.id) {
            dismissed.push(args.id);
        }
        self.write_setting(DISMISSED, json!(dismissed))
    }

    /// Tries the keychain again.
    ///
    /// # Errors
    /// None so far: how it went is in the reply.
    pub async fn retry_keychain(&self) -> Result<AppState, AppError> {
        // The answer is in the state.
        let _ = self.ask_keychain().await;
        self.get_app_state().await
    }

    fn write_setting(&self, key: &str, value: Value) -> Result<(), AppError> {
        let settings = &self.parts.settings;
        settings.set(key, value).map_err(|error| AppError::not_written(&error.0))
    }

    fn settings(&self) -> Settings {
        let stored = self.parts.settings.get(SETTINGS);
        stored.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    /// Settings of another form, such as those of a newer version, are kept beside the ones that replace them.
    fn keep_unreadable_settings(&self) -> Result<(), AppError> {
        match self.parts.settings.get(SETTINGS) {
            Some(value) if serde_json::from_value::<Settings>(value.clone()).is_err() => {
                self.write_setting(UNREADABLE, value)
            }
            _ => Ok(()),
        }
    }

    fn dismissed(&self) -> Vec<String> {
        let stored = self.parts.settings.get(DISMISSED);
        stored.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    fn suggested_environment(&self) -> Option<Environment> {
        let platform = self.suggested.as_ref()?.as_str().trim_end_matches('/').to_owned();
        Some(Environment::Custom { sign_in_url: platform.clone(), platform_url: platform })
    }

    fn notices(&self, unreadable: Unreadable, lapsed: Vec<Notice>) -> Vec<Notice> {
        let dismissed = self.dismissed();
        let all = [
            self.settings_set_aside(),
            self.unreadable_sign_ins(),
            self.secrets_left_behind(),
            // One that says why the journal as a whole is out of reach says enough.
            self.history_notice().or_else(|| unreadable_setups(unreadable)),
        ];
        let all = all.into_iter().flatten().chain(lapsed);
        all.filter(|notice| !dismissed.contains(&notice.id)).collect()
    }

    fn settings_set_aside(&self) -> Option<Notice> {
        let path = self.parts.settings.set_aside()?;
        Some(Notice {
            id: format!("settings-set-aside:{path}"),
            title: "Settings and saved sign-ins could not be read".to_owned(),
            hint: format!(
                "Inlet went on with the last ones that it could read, or with fresh ones. The file was kept as it \
                 was, as {path}. Secrets in the keychain were not touched."
            ),
        })
    }

    fn unreadable_sign_ins(&self) -> Option<Notice> {
        let count = self.unreadable_profiles();
        (count > 0).then(|| Notice {
            id: format!("sign-ins-unreadable:{count}"),
            title: format!("{count} saved sign-ins could not be read"),
            hint: "They stay in the settings file as they are. A newer version of Inlet may have written them."
                .to_owned(),
        })
    }

    fn history_notice(&self) -> Option<Notice> {
        if let Some(path) = self.history.set_aside() {
            let path = path.display();
            return Some(Notice {
                id: format!("history-set-aside:{path}"),
                title: "The list of earlier set-ups could not be read".to_owned(),
                hint: format!(
                    "Inlet started a new one. The file was kept as it was, as {path}. Nothing at Adobe changed."
                ),
            });
        }
        let (id, title, hint) = match self.history.check_writable().err()? {
            local_history::Error::Newer { found, .. } => (
                format!("history-newer:{found}"),
                "A newer version of Inlet was used on this computer",
                "Dataflows can be looked at, but nothing new can be made: its journal cannot be kept. Install the newer version.",
            ),
            local_history::Error::InUse => (
                "history-in-use".to_owned(),
                "Another copy of Inlet is open",
                "Only one can make changes at a time. Close the other one.",
            ),
            _ => (
                "history-not-writable".to_owned(),
                "Inlet cannot write to its folder",
                "The disk is full or the folder is locked. Dataflows can be looked at, but nothing new can be made.",
            ),
        };
        Some(Notice { id, title: title.to_owned(), hint: hint.to_owned() })
    }
}

fn unreadable_setups(unreadable: Unreadable) -> Option<Notice> {
    let (id, title) = match unreadable {
        Unreadable::Rows(0) => return None,
        Unreadable::Rows(1) => ("1".to_owned(), "An earlier set-up could not be read".to_owned()),
        Unreadable::Rows(count) => {
            (count.to_string(), format!("{count} earlier set-ups could not be read"))
        }
        Unreadable::All => {
            ("all".to_owned(), "The list of earlier set-ups could not be read".to_owned())
        }
    };
    Some(Notice {
        id: format!("setups-unreadable:{id}"),
        title,
        hint: "What was kept of them stays as it is, and nothing at Adobe changed. If one of them was not finished, \
               what it made is still in Experience Platform."
            .to_owned(),
    })
}
