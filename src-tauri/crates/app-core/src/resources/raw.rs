//! A resource as the platform shows it, for those who want to see it all.

use aep_client::Error;
use serde_json::Value;

use crate::accounts::tells_secret;
use crate::app::ActiveSession;
use crate::contract::resources::{ResourceJson, ResourceKind};
use crate::error::redact;

const DOTS: &str = "•••";

/// The text of a resource. What a key calls a secret is hidden, and so is every streaming endpoint.
///
/// # Errors
/// `not_found`, and what else the platform says.
pub(crate) async fn json(
    session: &ActiveSession,
    kind: ResourceKind,
    id: &str,
) -> Result<ResourceJson, Error> {
    let sandbox = &session.sandbox;
    let mut value = match kind {
        ResourceKind::Dataset => sandbox.datasets().get_json(&id.into()).await?,
        ResourceKind::SourceConnection => sandbox.source_connections().get_json(&id.into()).await?,
        ResourceKind::TargetConnection => sandbox.target_connections().get_json(&id.into()).await?,
        ResourceKind::Mapping => sandbox.mapping_sets().get_json(&id.into()).await?,
    };
    hide(&mut value);
    let text = serde_json::to_string_pretty(&value).unwrap_or_default();
    Ok(ResourceJson { text: redact(&text) })
}

fn hide(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                if tells_secret(key) && !member.is_object() && !member.is_array() {
                    *member = Value::from(DOTS);
                } else {
                    hide(member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::hide;

    #[test]
    fn what_a_key_calls_a_secret_is_hidden_wherever_it_stands() {
        let mut value = json!({ "name": "n", "params": [{ "password": "p", "dataSetId": "d" }],
            "auth": { "token": "t" } });
        hide(&mut value);
        assert_eq!(
            value,
            json!({ "name": "n", "params": [{ "password": "•••", "dataSetId": "d" }],
                "auth": { "token": "•••" } })
        );
    }
}
