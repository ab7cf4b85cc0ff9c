//! Writes the recipe of a dataflow. Each part is taken by name: ids, addresses and secrets have no place to slip in.

use aep_client::schema_registry::{EXPERIENCE_EVENT_CLASS, PROFILE_CLASS, Schema};
use aep_client::{DatasetId, Error, FlowId, Sandbox, SchemaId, TenantId};
use serde_json::{Map, Value};

use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::files::ExportedFile;
use crate::contract::place::{PlaceIdentity, Tags};
use crate::contract::setup::Destination;
use crate::error::redact;
use crate::mapping::found;
use crate::replacement;
use crate::setup::check_tag;

use super::file::{Dataflow, FieldGroupNote, Recipe, RecipeClass};
use super::identities::{self, Codes};
use super::namespace::{portable, portable_path};
use super::parts::adobes_groups;
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
        class: place.class,
        field_groups: place.field_groups,
        fields: place.fields,
        identities: place.identities,
        profile: place.profile,
        tags: place.tags,
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
    tags: Tags,
    schema: String,
    class: Option<RecipeClass>,
    field_groups: Vec<FieldGroupNote>,
    fields: Option<Map<String, Value>>,
    identities: Option<Vec<PlaceIdentity>>,
    profile: bool,
}

/// Dataset and schema, as far as they are the same in another sandbox.
async fn place(session: &ActiveSession, id: &DatasetId, tenant: &TenantId) -> Result<Place, Error> {
    let sandbox = &session.sandbox;
    let dataset = sandbox.datasets().get(id).await?;
    let tags = tags(session, &dataset.tags, tenant);
    let Some(schema) = dataset.schema_ref else {
        return Ok(Place { dataset: dataset.name, tags, ..Place::default() });
    };
    let schemas = sandbox.schemas();
    let (written, full) = tokio::try_join!(schemas.get(&schema.id), schemas.get_full(&schema.id))?;
    let own = full.properties.get(&tenant.namespace());
    let fields = own.and_then(|own| own["properties"].as_object()).map(shape::kept);
    Ok(Place {
        dataset: dataset.name,
        tags,
        class: class(&full),
        field_groups: field_groups(sandbox, &written).await?,
        // A schema without fields of its own has none; that is not the same as not known.
        fields: Some(fields.unwrap_or_default()),
        identities: identities(sandbox, &full.id, tenant).await?,
        profile: full.is_for_profile(),
        schema: full.title,
    })
}

fn class(schema: &Schema) -> Option<RecipeClass> {
    Some(match schema.class.as_ref()?.as_str() {
        EXPERIENCE_EVENT_CLASS => RecipeClass::Event,
        PROFILE_CLASS => RecipeClass::Profile,
        _ => RecipeClass::Other,
    })
}

/// Adobe's field groups among what a schema was made of. Those of the organisation are in its fields.
async fn field_groups(sandbox: &Sandbox, schema: &Schema) -> Result<Vec<FieldGroupNote>, Error> {
    let mut groups = Vec::new();
    for id in adobes_groups(schema) {
        if let Some(group) = found(sandbox.field_groups().get_global(&id.into()).await)? {
            groups.push(FieldGroupNote { id: id.to_owned(), title: group.title });
        }
    }
    Ok(groups)
}

/// The identities of a schema; none when this sign-in may not read them.
async fn identities(
    sandbox: &Sandbox,
    schema: &SchemaId,
    tenant: &TenantId,
) -> Result<Option<Vec<PlaceIdentity>>, Error> {
    let marks = match sandbox.identity_descriptors().of_schema(schema).await {
        Err(error) if error.status() == Some(403) => return Ok(None),
        read => read?,
    };
    let codes = Codes::for_marks(sandbox, &marks).await?;
    let mut found = identities::of_schema(&marks, schema, &codes);
    for identity in &mut found {
        identity.path = portable_path(&identity.path, tenant);
    }
    Ok(Some(found))
}

/// A team's own tags. Those of the platform are written anew in each sandbox, and what names this one is left out.
fn tags(session: &ActiveSession, sent: &Map<String, Value>, tenant: &TenantId) -> Tags {
    let mut kept = Tags::new();
    for (key, value) in sent {
        let values: Option<Vec<String>> = value
            .as_array()
            .and_then(|values| values.iter().map(|value| value.as_str().map(redact)).collect());
        let Some(values) = values.filter(|values| check_tag(key, values).is_ok()) else { continue };
        if !names_here(session, tenant, key)
            && !values.iter().any(|value| names_here(session, tenant, value))
        {
            kept.insert(redact(key), values);
        }
    }
    kept
}

/// Whether a text names this organisation, this sandbox, or one thing in it.
fn names_here(session: &ActiveSession, tenant: &TenantId, text: &str) -> bool {
    let scope = &session.scope;
    let names =
        |word: &str| word == scope.sandbox || word.trim_start_matches('_') == tenant.as_str();
    let mut words = text.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
    text.contains(&scope.organization) || words.any(names) || is_id(text)
}

/// Whether a text is an id or an address: 24 hexadecimal digits or more, or something with a scheme.
fn is_id(text: &str) -> bool {
    let hex = |part: &str| part.len() >= 24 && part.chars().all(|c| c.is_ascii_hexdigit());
    let plain = text.replace('-', "");
    text.contains("://") || plain.split(|c: char| !c.is_ascii_alphanumeric()).any(hex)
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
    use super::{file_name, is_id};

    #[test]
    fn ids_and_addresses_are_told_from_the_words_of_a_team() {
        for id in [
            "5c8c3c555033b814b69f947f",
            "2f0b8f6a-3c1d-4b7e-9a53-0d2a7c6e1f88",
            "copy of 5c8c3c555033b814b69f947f",
            "https://example.com/x",
        ] {
            assert!(is_id(id), "{id}");
        }
        for word in ["web", "2026-11-26", "decade", "team-facade"] {
            assert!(!is_id(word), "{word}");
        }
    }

    #[test]
    fn a_file_is_named_after_the_dataflow_in_letters_that_every_disk_takes() {
        assert_eq!(file_name("NPS answers"), "NPS-answers.inlet.json");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd.inlet.json");
        assert_eq!(file_name("活动"), "活动.inlet.json");
        assert_eq!(file_name("???"), "dataflow.inlet.json");
    }
}
