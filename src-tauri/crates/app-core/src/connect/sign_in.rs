//! What was typed into Connect, read into something that can sign in, with every mistake named at once.

use aep_client::{Client, Config, Credential};
use secrecy::{ExposeSecret, SecretString};

use super::environment::{self, Addresses};
use crate::contract::app_state::Environment;
use crate::contract::error::{AppError, FieldProblem};
use crate::credentials::{tidy, tidy_secret};
use crate::error::Asker;

/// The ending of every organisation id.
const SUFFIX: &str = "@AdobeOrg";

/// Longer than any id of Adobe's.
const LONGEST_ID: usize = 200;

/// Longer than any token of Adobe's.
const LONGEST_SECRET: usize = 16 * 1024;

/// How to prove who is asking.
#[derive(Debug, Clone)]
pub(crate) enum Proof {
    /// A client secret, good until it is rotated.
    ClientSecret(SecretString),
    /// A pasted access token, good for a day, kept in memory only.
    AccessToken(SecretString),
}

/// Everything that a client is made of.
#[derive(Debug, Clone)]
pub(crate) struct SignIn {
    /// Organisation id.
    pub(crate) organization: String,
    /// Client id.
    pub(crate) client_id: String,
    /// Secret or token.
    pub(crate) proof: Proof,
    /// Where; addresses as understood.
    pub(crate) environment: Environment,
    addresses: Addresses,
    /// Whether blanks or quotation marks around the secret were left out.
    pub(crate) tidied: bool,
}

impl SignIn {
    /// Reads what was typed.
    ///
    /// # Errors
    /// `validation`, with every problem by field.
    pub(crate) fn read(
        organization: &str,
        client_id: &str,
        proof: Proof,
        environment: &Environment,
        loopback_only: bool,
    ) -> Result<Self, AppError> {
        let mut problems = Vec::new();
        let organization = noted(&mut problems, "organization", read_organization(organization));
        let client_id = noted(&mut problems, "clientId", read_client_id(client_id));
        let secret = noted(&mut problems, "secret", read_proof(proof));
        let addresses = environment::resolve(environment, loopback_only)
            .map_err(|found| problems.extend(found))
            .ok();
        match (organization, client_id, secret, addresses) {
            (Some(organization), Some(client_id), Some((proof, tidied)), Some(addresses)) => {
                let environment = environment::normalised(environment, &addresses);
                Ok(Self { organization, client_id, proof, environment, addresses, tidied })
            }
            _ => Err(AppError::validation(problems)),
        }
    }

    /// A client for it; `adjust` may change pauses and patience.
    ///
    /// # Errors
    /// What the client refuses.
    pub(crate) fn client(&self, adjust: impl FnOnce(&mut Config)) -> Result<Client, AppError> {
        let credential = match &self.proof {
            Proof::ClientSecret(secret) => Credential::ClientSecret(secret.expose_secret().into()),
            Proof::AccessToken(token) => Credential::AccessToken(token.expose_secret().into()),
        };
        let mut config = Config::custom(
            self.addresses.platform.clone(),
            self.addresses.sign_in.clone(),
            self.organization.as_str().into(),
            self.client_id.as_str().into(),
            credential,
        );
        adjust(&mut config);
        Ok(Client::new(config)?)
    }

    /// Who to name in a text for the administrator.
    pub(crate) fn asker(&self, sandbox: Option<&str>) -> Asker {
        Asker {
            organization: self.organization.clone(),
            client_id: self.client_id.clone(),
            sandbox: sandbox.map(str::to_owned),
        }
    }
}

fn noted<T>(problems: &mut Vec<FieldProblem>, field: &str, read: Result<T, String>) -> Option<T> {
    read.map_err(|message| problems.push(FieldProblem { field: field.to_owned(), message })).ok()
}

fn read_organization(typed: &str) -> Result<String, String> {
    let id = tidy(typed).value;
    if id.is_empty() {
        return Err("Enter the organisation ID; it ends in @AdobeOrg.".to_owned());
    }
    if id.len() > LONGEST_ID || !id.chars().all(|c| c.is_ascii_graphic()) {
        return Err(
            "This is no organisation ID: copy it whole from the Developer Console.".to_owned()
        );
    }
    let (name, ending) = id.split_at(id.find('@').unwrap_or(id.len()));
    if ending == SUFFIX && !name.is_empty() {
        return Ok(id);
    }
    // An id may have been copied with another domain's ending, such as that of a technical account.
    match name {
        "" => Err("Something is missing before @AdobeOrg.".to_owned()),
        name => Err(format!("An organisation ID ends in @AdobeOrg: use {name}{SUFFIX}")),
    }
}

fn read_client_id(typed: &str) -> Result<String, String> {
    let id = tidy(typed).value;
    if id.is_empty() {
        return Err("Enter the client ID; the Developer Console also calls it API key.".to_owned());
    }
    if id.contains('@') {
        return Err(
            "This looks like a technical account or an organisation. The client ID has no @."
                .to_owned(),
        );
    }
    if id.len() > LONGEST_ID || !id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    {
        return Err("This is no client ID: it has letters, digits, - and _ only.".to_owned());
    }
    Ok(id)
}

fn read_proof(proof: Proof) -> Result<(Proof, bool), String> {
    let (secret, name) = match &proof {
        Proof::ClientSecret(secret) => (secret, "client secret"),
        Proof::AccessToken(token) => (token, "access token"),
    };
    let tidied = tidy_secret(secret);
    let text = tidied.value.expose_secret();
    if text.is_empty() {
        return Err(format!("Enter the {name}."));
    }
    if text.len() > LONGEST_SECRET || !text.chars().all(|c| c.is_ascii_graphic()) {
        return Err(format!(
            "This {name} has blanks or other characters inside: copy it alone and whole."
        ));
    }
    let read = match proof {
        Proof::ClientSecret(_) => Proof::ClientSecret(tidied.value),
        Proof::AccessToken(_) => Proof::AccessToken(tidied.value),
    };
    Ok((read, tidied.changed))
}

#[cfg(test)]
mod tests {
    use super::{Proof, SignIn};
    use crate::contract::app_state::Environment;
    use crate::contract::error::FieldProblem;

    fn read(
        organization: &str,
        client_id: &str,
        secret: &str,
    ) -> Result<SignIn, Vec<FieldProblem>> {
        let proof = Proof::ClientSecret(secret.into());
        SignIn::read(organization, client_id, proof, &Environment::Adobe, false)
            .map_err(|error| error.fields)
    }

    #[test]
    fn every_mistake_is_named_at_once() {
        let fields = read("", "", " ").unwrap_err();
        let names: Vec<_> = fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(names, ["organization", "clientId", "secret"]);
    }

    #[test]
    fn a_wrong_ending_of_the_organisation_comes_with_the_right_one() {
        for typed in ["1A", "1A@adobeorg", "1A@techacct.adobe.com", " 1A@AdobeOr"] {
            let fields = read(typed, "c", "s").unwrap_err();
            assert!(
                fields[0].message.ends_with("use 1A@AdobeOrg"),
                "{typed}: {}",
                fields[0].message
            );
        }
        assert_eq!(read("@AdobeOrg", "c", "s").unwrap_err()[0].field, "organization");
    }

    #[test]
    fn what_surrounds_a_pasted_value_is_left_out_and_noted() {
        let sign_in = read("\"1A@AdobeOrg\"", " c1 ", "s1\n").unwrap();
        assert_eq!(
            (sign_in.organization.as_str(), sign_in.client_id.as_str()),
            ("1A@AdobeOrg", "c1")
        );
        assert!(sign_in.tidied);
        assert!(!read("1A@AdobeOrg", "c1", "s1").unwrap().tidied);
    }

    #[test]
    fn absurd_values_are_refused_without_quoting_a_secret() {
        let long = "x".repeat(10_000);
        assert_eq!(read(&format!("{long}@AdobeOrg"), "c", "s").unwrap_err().len(), 1);
        assert_eq!(read("1A@AdobeOrg", "🙂", "s").unwrap_err()[0].field, "clientId");
        let fields = read("1A@AdobeOrg", "c", "canary canary").unwrap_err();
        assert_eq!(fields[0].field, "secret");
        assert!(!fields[0].message.contains("canary"));
    }

    #[test]
    fn printing_it_shows_no_secret() {
        let sign_in = read("1A@AdobeOrg", "c", "canary").unwrap();
        assert!(!format!("{sign_in:?}").contains("canary"));
    }
}
