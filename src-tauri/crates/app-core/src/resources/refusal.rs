//! What the platform refuses of a resource, on the field that caused it.

use aep_client::{ApiProblem, Error, Origin};

use super::form::problem;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::resources::ResourceKind;

/// What an error means for the form it came from.
pub(super) fn explain(session: &ActiveSession, kind: ResourceKind, error: &Error) -> AppError {
    let plain = session.explain(error);
    let Error::Api(refused) = error else { return plain };
    match about(refused, kind) {
        Some((field, message)) => {
            let told = AppError::validation(vec![problem(field, message)]);
            AppError { detail: plain.detail, ..told }
        }
        None => plain,
    }
}

fn about(refused: &ApiProblem, kind: ResourceKind) -> Option<(&'static str, String)> {
    let flow_service = refused.origin == Origin::FlowService;
    let fixed = match refused.short_code() {
        Some("1413") if flow_service => {
            Some(("sourceId", "Your organisation is not offered this source."))
        }
        Some("1307" | "1325" | "1101") if flow_service => {
            Some(("datasetId", "Adobe does not take this dataset. Choose another one."))
        }
        _ => None,
    };
    if let Some((field, message)) = fixed {
        return Some((field, message.to_owned()));
    }
    let said = refused.detail.as_deref().filter(|_| refused.status == 400)?;
    let field = named(said, kind)?;
    Some((field, format!("Adobe does not accept this: {said}")))
}

/// The field that the platform's sentence names first.
fn named(said: &str, kind: ResourceKind) -> Option<&'static str> {
    let words: &[(&str, &'static str)] = match kind {
        ResourceKind::Dataset => &[
            ("schemaref", "schemaId"),
            ("schema", "schemaId"),
            ("tags", "tags"),
            ("description", "description"),
            ("name", "name"),
        ],
        ResourceKind::TargetConnection => {
            &[("dataset", "datasetId"), ("description", "description"), ("name", "name")]
        }
        ResourceKind::SourceConnection | ResourceKind::Mapping => {
            &[("description", "description"), ("name", "name")]
        }
    };
    let said = said.to_lowercase();
    words.iter().find(|(word, _)| said.contains(word)).map(|(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use aep_client::{ApiProblem, Origin};

    use super::about;
    use crate::contract::resources::ResourceKind;

    fn told(origin: Origin, code: &str, detail: &str, kind: ResourceKind) -> Option<String> {
        let problem = ApiProblem {
            status: 400,
            origin,
            code: Some(code.to_owned()),
            title: None,
            detail: Some(detail.to_owned()),
            request_id: None,
            retry_after: None,
            operation: "POST /dataSets".to_owned(),
        };
        about(&problem, kind).map(|(field, _)| field.to_owned())
    }

    #[test]
    fn a_refusal_stands_on_the_field_that_it_names() {
        use ResourceKind::{Dataset, SourceConnection, TargetConnection};
        for (origin, code, detail, kind, field) in [
            (Origin::Catalog, "CTLG-400", "the name is too long", Dataset, Some("name")),
            (Origin::Catalog, "CTLG-400", "the schemaRef.id is unknown", Dataset, Some("schemaId")),
            (Origin::FlowService, "1413-400", "x", SourceConnection, Some("sourceId")),
            (Origin::FlowService, "1325-400", "x", TargetConnection, Some("datasetId")),
            (Origin::FlowService, "1999-400", "nobody knows", SourceConnection, None),
        ] {
            assert_eq!(told(origin, code, detail, kind).as_deref(), field, "{code} {detail}");
        }
    }
}
