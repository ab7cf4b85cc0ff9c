//! Secrets from credential files, in memory until a check uses them. The window knows them by a handle only.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use secrecy::SecretString;
use uuid::Uuid;

/// How many are kept; an older one is forgotten, and its file can be dropped again.
const MOST: usize = 8;

/// The secrets, newest last.
#[derive(Default)]
pub(crate) struct HeldSecrets(Mutex<VecDeque<(String, SecretString)>>);

impl HeldSecrets {
    /// Takes a secret and answers with its handle.
    pub(crate) fn hold(&self, secret: SecretString) -> String {
        let handle = Uuid::new_v4().to_string();
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() == MOST {
            held.pop_front();
        }
        held.push_back((handle.clone(), secret));
        handle
    }

    /// The secret behind a handle.
    pub(crate) fn get(&self, handle: &str) -> Option<SecretString> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().find(|(known, _)| known == handle).map(|(_, secret)| secret.clone())
    }
}
