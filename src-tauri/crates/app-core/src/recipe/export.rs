//! Writes the recipe of a dataflow. Each part is taken by name: ids, addresses and secrets have no place to slip in.

use aep_client::{DatasetId, Error, FlowId, TenantId};
use serde_json::{Map, Value};

use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::files::ExportedFile;
use crate::contract::setup::Destination;
use crate::error::redact;
use crate::replacement;

use super::file::{Dataflow, Recipe};
use super::namespace::portable;
use super::shape;

/// The recipe of a dataflow, with a name for the file.
///
/// # Errors
/// `refused` for a source that this app cannot set up; what the platform says.
pub(crate) async fn export(session: &ActiveSession, id: &FlowId) -> Result<ExportedFile, AppError> {
    let read = replacement::read_form(session, id).await?;
    let explain = |error: Error| session.explain(&error);
    let tenant = session.sandbox.tenant().stats().await.map_err(explain)?.tenant_id;
    let place = match &read.form.destination {
        Destination::ExistingDataset { dataset_id } => {
            place(session, &dataset_id.as_str().into(), &tenant).await.map_err(explain)?
        }
        _ => Place { dataset: read.old.name.clone(), ..Place::default() },
    };
    // Names and descriptions are other people's words: a webhook address may stand in them.
    let name = redact(&read.old.name);
    let description = redact(&read.form.description);
    let dataflow = Dataflow { name, description };
    let recipe = Recipe {
        schema: redact(&place.schema),
        fields: place.fields,
        lines: read.form.lines.into_iter().map(|line| portable(line, &tenant)).collect(),
        left_out: read.left_out,
        ..Recipe::new(&read.form.source, dataflow, redact(&place.dataset))
    };
    Ok(ExportedFile { name: file_name(&read.old.name), text: recipe.to_text() })
}

/// Where the events go.
#[derive(Default)]
struct Place {
    dataset: String,
    schema: String,
    fields: Option<Map<String, Value>>,
}

/// The names of dataset and schema, and the organisation's own fields.
async fn place(session: &ActiveSession, id: &DatasetId, tenant: &TenantId) -> Result<Place, Error> {
    let dataset = session.sandbox.datasets().get(id).await?;
    let Some(schema) = dataset.schema_ref else {
        return Ok(Place { dataset: dataset.name, ..Place::default() });
    };
    let schema = session.sandbox.schemas().get_full(&schema.id).await?;
    let own = schema.properties.get(&tenant.namespace());
    let fields = own.and_then(|own| own["properties"].as_object()).map(shape::kept);
    Ok(Place { dataset: dataset.name, schema: schema.title, fields })
}

/// Letters and digits of the name; what a file system might not take becomes a dash.
fn file_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let plain = plain.trim_matches('-');
    format!("{}.inlet.json", if plain.is_empty() { "dataflow" } else { plain })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_dataflow_in_letters_that_every_disk_takes() {
        assert_eq!(file_name("NPS answers"), "NPS-answers.inlet.json");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd.inlet.json");
        assert_eq!(file_name("活动"), "活动.inlet.json");
        assert_eq!(file_name("???"), "dataflow.inlet.json");
    }
}
