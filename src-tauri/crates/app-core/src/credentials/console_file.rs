//! Reading what the Developer Console downloads for an OAuth server-to-server credential: the project file
//! (`project.workspace.details.credentials[]`), the credential's own file (`CLIENT_ID`, `CLIENT_SECRETS`,
//! `ORG_ID`) and the Postman environment (`values[]` of `key` and `value`). Other kinds of credentials are named
//! and explained, since people cannot know which of their files is the right one.

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};

use super::tidy;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};

/// Such files have a few kilobytes.
const LARGEST: usize = 256 * 1024;

/// What a file held.
#[derive(Debug)]
pub(crate) struct ConsoleCredential {
    /// Client id.
    pub(crate) client_id: String,
    /// Client secret.
    pub(crate) secret: SecretString,
    /// Organisation id, if the file has one.
    pub(crate) organization: Option<String>,
    /// Name of the credential or the project.
    pub(crate) name: Option<String>,
}

impl ConsoleCredential {
    /// How many fields of Connect it fills.
    pub(crate) fn fields(&self) -> u32 {
        2 + u32::from(self.organization.is_some()) + u32::from(self.name.is_some())
    }
}

/// Reads a file's text.
///
/// # Errors
/// `file_rejected`, which says what the file is instead.
pub(crate) fn read_console_file(text: &SecretString) -> Result<ConsoleCredential, AppError> {
    let text = text.expose_secret();
    if text.len() > LARGEST {
        return Err(rejected(
            "This file is too large for a credential",
            "Such a file has a few kilobytes.",
        ));
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(rejected("This file is empty", LOOK_FOR));
    }
    if text.starts_with("-----BEGIN") {
        return Err(retired());
    }
    // What the parser says could quote the file.
    let Ok(Value::Object(file)) = serde_json::from_str(text) else {
        return Err(rejected("This file is not a credential file", LOOK_FOR));
    };
    if let Some(project) = file.get("project").and_then(Value::as_object) {
        return from_project(project);
    }
    if let Some(values) = file.get("values").and_then(Value::as_array) {
        let name = file.get("name").and_then(Value::as_str).map(str::to_owned);
        return from_fields(&postman(values), name);
    }
    from_fields(&file, None)
}

const LOOK_FOR: &str = "In the Developer Console, open the project, then the OAuth Server-to-Server credential, and download it as JSON.";

fn from_project(project: &Map<String, Value>) -> Result<ConsoleCredential, AppError> {
    let organization = project.get("org").and_then(|org| org.get("ims_org_id"));
    let details = project.get("workspace").and_then(|workspace| workspace.get("details"));
    let credentials =
        details.and_then(|details| details.get("credentials")).and_then(Value::as_array);
    let credentials = credentials.map(Vec::as_slice).unwrap_or_default();
    let found = credentials.iter().find_map(|credential| {
        Some((credential, credential.get("oauth_server_to_server")?.as_object()?))
    });
    let Some((credential, oauth)) = found else {
        return Err(wrong_kind(credentials));
    };
    let own_name = credential.get("name").or_else(|| project.get("title"));
    let mut fields = oauth.clone();
    if let Some(organization) = organization {
        fields.insert("ims_org_id".to_owned(), organization.clone());
    }
    from_fields(&fields, own_name.and_then(Value::as_str).map(str::to_owned))
}

/// A project file without an OAuth server-to-server credential: says which kind it has.
fn wrong_kind(credentials: &[Value]) -> AppError {
    let has = |key: &str| credentials.iter().any(|credential| credential.get(key).is_some());
    let kind = |word: &str| {
        credentials.iter().any(|credential| {
            let kind = credential.get("integration_type").and_then(Value::as_str);
            kind.is_some_and(|kind| kind.to_ascii_lowercase().contains(word))
        })
    };
    if has("jwt") || kind("service") {
        return retired();
    }
    if has("oauth2") || kind("oauth") {
        return rejected(
            "This file is for signing people in, not for a server",
            "Inlet needs a credential of the kind OAuth Server-to-Server in the same project.",
        );
    }
    if has("api_key") || kind("apikey") {
        return rejected(
            "This file has an API key only",
            "Experience Platform needs a credential of the kind OAuth Server-to-Server.",
        );
    }
    rejected("This project file has no OAuth Server-to-Server credential", LOOK_FOR)
}

fn postman(values: &[Value]) -> Map<String, Value> {
    values
        .iter()
        .filter_map(|entry| {
            Some((entry.get("key")?.as_str()?.to_owned(), entry.get("value")?.clone()))
        })
        .collect()
}

fn from_fields(
    fields: &Map<String, Value>,
    name: Option<String>,
) -> Result<ConsoleCredential, AppError> {
    let client_id = text(fields, &["client_id", "api_key"]);
    let secret = text(fields, &["client_secrets", "client_secret"]);
    let signed =
        ["private_key", "meta_scopes", "meta_scope", "metascopes", "jwt_token", "encoded_pfx"];
    if signed.iter().any(|key| text(fields, &[key]).is_some()) {
        return Err(retired());
    }
    match (client_id, secret) {
        (Some(client_id), Some(secret)) => Ok(ConsoleCredential {
            client_id,
            secret: SecretString::from(secret),
            organization: text(fields, &["ims_org_id", "org_id", "ims_org", "organization_id"]),
            name: name.map(|name| tidy(&name).value).filter(|name| !name.is_empty()),
        }),
        (Some(_), None) => Err(rejected(
            "This file has a client ID but no client secret",
            "Choose Retrieve client secret in the Developer Console and download the file again, or paste the secret.",
        )),
        (None, _) => Err(rejected("This file is not a credential file", LOOK_FOR)),
    }
}

/// The first of the keys that holds a text, or a list whose first element is one; case does not matter.
fn text(fields: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|wanted| {
        let (_, value) = fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(wanted))?;
        let value = value.as_array().map_or(Some(value), |list| list.first())?;
        Some(tidy(value.as_str()?).value).filter(|text| !text.is_empty())
    })
}

fn retired() -> AppError {
    rejected(
        "This is a Service Account (JWT) credential, which Adobe retired on 1 January 2025",
        "Ask for a credential of the kind OAuth Server-to-Server in the same project; its permissions can stay as they are.",
    )
}

fn rejected(title: &str, hint: &str) -> AppError {
    AppError::plain(ErrorCode::FileRejected, Owner::You, Action::ChooseFile, title, hint)
}

#[cfg(test)]
#[path = "console_file_tests.rs"]
mod tests;
