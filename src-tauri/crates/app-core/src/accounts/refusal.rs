//! What the platform refuses of an account, on the field that caused it. Its words may quote what was sent, so
//! secrets are taken out of them.

use aep_client::{ApiProblem, Error, Origin};
use secrecy::ExposeSecret;
use serde_json::Value;

use super::form::Mapped;
use super::values::{PARAMS, last_key};
use crate::app::ActiveSession;
use crate::contract::account_form::{AuthField, AuthFieldKind};
use crate::contract::accounts::ParamInput;
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};

const DOTS: &str = "•••";

/// A value this short is no secret, and taking it out would tear words apart.
const SHORTEST: usize = 4;

/// What was sent besides a name: the form and its values.
pub(super) struct Sent<'a> {
    /// The form.
    pub(super) mapped: &'a Mapped,
    /// Its values.
    pub(super) given: &'a [ParamInput],
}

/// What an error means for the form it came from.
pub(super) fn explain(session: &ActiveSession, error: &Error, sent: Option<&Sent<'_>>) -> AppError {
    let plain = session.explain(error);
    let told = match error {
        Error::Api(problem) if problem.origin == Origin::FlowService && problem.status == 400 => {
            about(problem, plain, sent)
        }
        _ => plain,
    };
    match sent {
        Some(sent) => without(told, &secrets(sent)),
        None => told,
    }
}

fn about(problem: &ApiProblem, plain: AppError, sent: Option<&Sent<'_>>) -> AppError {
    let error = match problem.short_code() {
        Some("1300" | "1445") => AppError::plain(
            ErrorCode::Refused,
            Owner::Adobe,
            Action::CopyForSupport,
            "Adobe does not let accounts of this source be changed",
            "Nothing was changed. Make a new account, and delete this one once nothing uses it.",
        ),
        Some("1416" | "1417" | "1456" | "1457" | "1458") => AppError::plain(
            ErrorCode::Refused,
            Owner::Adobe,
            Action::Retry,
            "This account is not in a state in which that is possible",
            "Nothing was changed. A draft has to be published in Experience Platform first; anything else \
             settles within minutes.",
        ),
        Some("1301" | "1302" | "1415") => on(
            "way",
            "Adobe does not take this way to sign in for this source. Choose another one."
                .to_owned(),
        ),
        Some("1413") => {
            on("specId", "Your organisation is not offered this source any more.".to_owned())
        }
        _ => match sent.and_then(|sent| named(problem, &sent.mapped.form.fields)) {
            Some(field) => on(&format!("{PARAMS}.{}", field.path), words(problem, field)),
            None => return plain,
        },
    };
    AppError { detail: plain.detail, ..error }
}

fn on(field: &str, message: String) -> AppError {
    AppError::validation(vec![FieldProblem { field: field.to_owned(), message }])
}

fn words(problem: &ApiProblem, field: &AuthField) -> String {
    match problem.short_code() {
        Some("1304" | "1329" | "1359" | "1393") => format!("{} is needed.", field.label),
        _ => {
            let said = problem.detail.as_deref().unwrap_or("no reason given");
            format!("Adobe does not accept this: {said}")
        }
    }
}

/// The field that the platform's sentence names; the longest of several, as `host` is in `hostKey`.
fn named<'a>(problem: &ApiProblem, fields: &'a [AuthField]) -> Option<&'a AuthField> {
    let said = problem.detail.as_deref()?;
    let words: Vec<&str> =
        said.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    leaves(fields)
        .into_iter()
        .filter(|field| words.contains(&last_key(&field.path).as_str()))
        .max_by_key(|field| field.path.len())
}

fn leaves<'a>(fields: &'a [AuthField]) -> Vec<&'a AuthField> {
    let of = |field: &'a AuthField| match &field.kind {
        AuthFieldKind::Group { fields } => leaves(fields),
        _ => vec![field],
    };
    fields.iter().flat_map(of).collect()
}

fn secrets(sent: &Sent<'_>) -> Vec<String> {
    let mut secrets = Vec::new();
    for field in leaves(&sent.mapped.form.fields) {
        let input = sent.given.iter().find(|input| input.path == field.path);
        let Some(text) = input.map(|input| input.value.expose_secret()) else { continue };
        match field.kind {
            AuthFieldKind::Secret { .. } => secrets.push(text.to_owned()),
            AuthFieldKind::Json { .. } => {
                texts(&serde_json::from_str(text).unwrap_or_default(), &mut secrets);
            }
            _ => {}
        }
    }
    secrets.retain(|secret| secret.chars().count() >= SHORTEST);
    secrets
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// The same error without any of these texts.
fn without(error: AppError, secrets: &[String]) -> AppError {
    let clean = |text: &str| {
        secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), DOTS))
    };
    let mut error = error;
    error.title = clean(&error.title);
    error.hint = clean(&error.hint);
    for problem in &mut error.fields {
        problem.message = clean(&problem.message);
    }
    if let Some(detail) = &mut error.detail {
        detail.message = detail.message.as_deref().map(clean);
        detail.administrator_text = detail.administrator_text.as_deref().map(clean);
    }
    error
}

#[cfg(test)]
mod tests {
    use aep_client::{ApiProblem, Origin};
    use serde_json::json;

    use super::{Sent, about, secrets, without};
    use crate::accounts::form::{Mapped, map};
    use crate::contract::accounts::ParamInput;
    use crate::contract::error::{AppError, ErrorCode};

    fn mapped() -> Mapped {
        let spec = json!({ "name": "Way", "spec": { "properties": {
            "host": { "type": "string" },
            "hostKey": { "format": "password" },
            "more": { "type": "array" },
            "group": { "properties": { "user": { "type": "string" } } } } } });
        map(&serde_json::from_value(spec).unwrap())
    }

    fn told(code: &str, detail: &str) -> AppError {
        let problem = ApiProblem {
            status: 400,
            origin: Origin::FlowService,
            code: Some(format!("{code}-400")),
            title: None,
            detail: Some(detail.to_owned()),
            request_id: None,
            retry_after: None,
            operation: "POST /connections".to_owned(),
        };
        let mapped = mapped();
        let sent = Sent { mapped: &mapped, given: &[] };
        about(&problem, AppError::internal("plain"), Some(&sent))
    }

    #[test]
    fn a_refusal_stands_on_the_field_that_it_names() {
        for (code, detail, field, message) in [
            ("1304", "The parameter hostKey is missing.", "params.hostKey", "Host key is needed."),
            (
                "1312",
                "Value of 'user' invalid",
                "params.group/user",
                "Adobe does not accept this: Value of 'user' invalid",
            ),
        ] {
            let error = told(code, detail);
            assert_eq!(error.code, ErrorCode::Validation);
            assert_eq!((error.fields[0].field.as_str(), error.title.as_str()), (field, message));
        }
        assert_eq!(told("1415", "x").fields[0].field, "way");
        assert_eq!(told("1413", "x").fields[0].field, "specId");
        assert_eq!(told("1300", "x").code, ErrorCode::Refused);
        assert_eq!(told("1999", "nobody knows").code, ErrorCode::Internal);
    }

    #[test]
    fn what_was_sent_as_a_secret_is_taken_out_of_what_was_said() {
        let given = [("hostKey", "canary-1"), ("more", r#"["canary-2", 1]"#), ("host", "said")];
        let given =
            given.map(|(path, value)| ParamInput { path: path.into(), value: value.into() });
        let mapped = mapped();
        let secrets = secrets(&Sent { mapped: &mapped, given: &given });
        let said = AppError::internal("canary-1 and canary-2 were said");
        let clean = without(said, &secrets);
        assert!(clean.hint.contains("••• and ••• were said"), "{}", clean.hint);
    }
}
