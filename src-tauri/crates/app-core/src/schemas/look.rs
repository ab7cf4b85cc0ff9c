//! One schema, whole: its fields, what it is made of, what uses it.

use aep_client::schema_registry::{IdentityDescriptor, Schema};
use aep_client::{Sandbox, SchemaId};

use super::{groups, list, part, uses};
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::flows::TechnicalDetail;
use crate::contract::mapping::TargetField;
use crate::contract::schemas::{
    IdentityField, IdentityRole, SchemaDetail, SchemaField, SchemaPart, SchemaUses,
};
use crate::mapping::schema_fields;

/// Everything about a schema. What cannot be read beside it is told in its place.
///
/// # Errors
/// `not_found`, and what else the platform says of the schema itself.
pub(crate) async fn detail(
    session: &ActiveSession,
    id: &SchemaId,
) -> Result<SchemaDetail, AppError> {
    let sandbox = &session.sandbox;
    let schemas = sandbox.schemas();
    let (raw, full, identities, used, others) = tokio::join!(
        schemas.get_raw(id),
        schemas.get_full(id),
        identities(sandbox, id),
        uses::of_schema(sandbox, id.as_str()),
        parts(sandbox, id),
    );
    let explain = |error| session.explain(&error);
    let (raw, full) = (raw.map_err(explain)?, full.map_err(explain)?);
    let schema: Schema = serde_json::from_value(raw.clone())
        .map_err(|_| AppError::internal("a schema cannot be read"))?;
    let (identities, identities_problem) = shown(identities.map_err(explain));
    let (uses, uses_problem) = shown(used.map_err(explain));
    let identities = identities.unwrap_or_default();
    let mut field_groups: Vec<SchemaPart> = references(&schema, others.unwrap_or_default());
    field_groups.sort_by_key(|part| !part.own);
    Ok(SchemaDetail {
        keep: keep(&schema, uses.as_ref()),
        fields: fields(schema_fields(&full), &identities),
        technical: technical(session, &schema),
        words: part::words(&schema),
        row: list::row(&schema, uses.as_ref()),
        raw: serde_json::to_string_pretty(&raw).unwrap_or_default(),
        field_groups,
        identities,
        identities_problem,
        uses,
        uses_problem,
        read_at: session.now(),
    })
}

fn shown<T>(read: Result<T, AppError>) -> (Option<T>, Option<AppError>) {
    match read {
        Ok(value) => (Some(value), None),
        Err(problem) => (None, Some(problem)),
    }
}

/// The marked fields of a schema.
async fn identities(sandbox: &Sandbox, id: &SchemaId) -> aep_client::Result<Vec<IdentityField>> {
    let known = sandbox.identity_descriptors().of_schema(id).await?;
    Ok(known.iter().map(identity).collect())
}

fn identity(known: &IdentityDescriptor) -> IdentityField {
    IdentityField {
        id: known.id.to_string(),
        path: known.dotted_path(),
        namespace: known.namespace.clone().unwrap_or_default(),
        role: if known.is_primary { IdentityRole::Primary } else { IdentityRole::Secondary },
    }
}

/// What is known of all field groups, and whether schemas other than this one use them.
async fn parts(sandbox: &Sandbox, id: &SchemaId) -> aep_client::Result<Vec<SchemaPart>> {
    let schemas = sandbox.schemas();
    let (groups, schemas) =
        tokio::try_join!(groups::all(sandbox), schemas.all_with_class().collect())?;
    let others: Vec<&Schema> = schemas.iter().filter(|schema| schema.id != *id).collect();
    let used = |id: &str| others.iter().any(|schema| schema.references().any(|part| part == id));
    let parts = groups.into_iter().map(|group| {
        let id = group.id.to_string();
        SchemaPart {
            own: groups::is_own(&id),
            only_here: groups::is_own(&id) && !used(&id),
            title: if group.title.is_empty() { id.clone() } else { group.title },
            id,
        }
    });
    Ok(parts.collect())
}

/// The field groups of a schema; one that is not among the known ones is shown by its id.
fn references(schema: &Schema, known: Vec<SchemaPart>) -> Vec<SchemaPart> {
    let class = schema.class.as_ref().map(|class| class.as_str());
    let parts = schema.references().filter(|id| Some(*id) != class && !id.starts_with('#'));
    let unknown = |id: &str| SchemaPart {
        id: id.to_owned(),
        title: id.rsplit('/').next().unwrap_or(id).to_owned(),
        own: groups::is_own(id),
        only_here: false,
    };
    parts
        .map(|id| known.iter().find(|part| part.id == id).cloned().unwrap_or_else(|| unknown(id)))
        .collect()
}

fn fields(targets: Vec<TargetField>, identities: &[IdentityField]) -> Vec<SchemaField> {
    let marked = |path: &str| {
        let mut roles =
            identities.iter().filter(|known| known.path == path).map(|known| known.role);
        roles.clone().find(|role| *role == IdentityRole::Primary).or_else(|| roles.next())
    };
    let field = |target: TargetField| SchemaField {
        name: target.path.rsplit('.').next().unwrap_or_default().to_owned(),
        depth: u32::try_from(target.path.matches('.').count()).unwrap_or(u32::MAX),
        identity: marked(&target.path),
        path: target.path,
        title: target.title,
        kind: target.kind,
        required: target.required,
    };
    targets.into_iter().map(field).collect()
}

/// Why a schema cannot be deleted, and the way round.
fn keep(schema: &Schema, uses: Option<&SchemaUses>) -> Option<String> {
    if schema.is_for_profile() {
        return Some(
            "It is enabled for Profile, which cannot be undone, so Experience Platform keeps it. Rename it if it \
             is no longer wanted."
                .to_owned(),
        );
    }
    let datasets = &uses?.datasets;
    let names: Vec<String> =
        datasets.iter().take(3).map(|dataset| format!("“{}”", dataset.name)).collect();
    let more = match datasets.len().saturating_sub(names.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    match datasets.len() {
        0 => None,
        1 => Some(format!("The dataset {} uses it. Delete that first.", names.join(", "))),
        _ => Some(format!("The datasets {}{more} use it. Delete those first.", names.join(", "))),
    }
}

fn technical(session: &ActiveSession, schema: &Schema) -> Vec<TechnicalDetail> {
    let info = session.info();
    let line = |label: &str, value: Option<&str>| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(TechnicalDetail { label: label.to_owned(), value: value.to_owned() })
    };
    let lines = [
        line("Schema ID", Some(schema.id.as_str())),
        line("Alternative ID", schema.alt_id.as_ref().map(|id| id.as_str())),
        line("Class ID", schema.class.as_ref().map(|id| id.as_str())),
        line("Version", schema.version.as_deref()),
        line("Sandbox", Some(&info.sandbox.name)),
        line("Organisation ID", Some(&info.organization)),
    ];
    lines.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{fields, keep};
    use crate::contract::flows::NamedObject;
    use crate::contract::schemas::{IdentityField, IdentityRole, SchemaUses};
    use crate::mapping::schema_fields;

    fn schema(body: Value) -> aep_client::schema_registry::Schema {
        serde_json::from_value(body).unwrap()
    }

    #[test]
    fn a_circle_of_references_ends() {
        let body = json!({ "$id": "s", "properties": { "a": { "$ref": "#/definitions/a" } },
            "definitions": { "a": { "type": "object", "properties": {
                "b": { "$ref": "#/definitions/b" } } },
                "b": { "type": "object", "properties": { "a": { "$ref": "#/definitions/a" } } },
                "c": { "$ref": "#/definitions/c" } },
            "allOf": [{ "$ref": "#/definitions/c" }, { "$ref": "#" }] });
        let found = fields(schema_fields(&schema(body)), &[]);
        assert_eq!((found[0].path.as_str(), found[1].path.as_str()), ("a", "a.b"));
        assert!(found.len() < 100, "{}", found.len());
    }

    #[test]
    fn fields_know_their_depth_and_how_they_are_marked() {
        let body = json!({ "$id": "s", "required": ["_id"], "properties": {
            "_id": { "type": "string" },
            "_acme": { "type": "object", "properties": { "v": { "type": "string", "title": "Visitor" } } } } });
        let mark = IdentityField {
            id: "1".to_owned(),
            path: "_acme.v".to_owned(),
            namespace: "Email".to_owned(),
            role: IdentityRole::Primary,
        };
        let found = fields(schema_fields(&schema(body)), &[mark]);
        let v = found.iter().find(|field| field.name == "v").unwrap();
        assert_eq!((v.depth, v.identity), (1, Some(IdentityRole::Primary)));
        assert!(found.iter().any(|field| field.path == "_id" && field.required));
    }

    #[test]
    fn why_a_schema_is_kept_names_who_uses_it() {
        let plain = schema(json!({ "$id": "s" }));
        let dataset = |name: &str| NamedObject { id: name.to_owned(), name: name.to_owned() };
        let used = |names: &[&str]| SchemaUses {
            datasets: names.iter().map(|name| dataset(name)).collect(),
            flows: Vec::new(),
        };
        assert_eq!(keep(&plain, Some(&used(&[]))), None);
        assert!(keep(&plain, Some(&used(&["A"]))).unwrap().contains("dataset “A” uses it"));
        let many = keep(&plain, Some(&used(&["A", "B", "C", "D"]))).unwrap();
        assert!(many.contains("“A”, “B”, “C” and 1 more use it"), "{many}");
        let union = schema(json!({ "$id": "s", "meta:immutableTags": ["union"] }));
        assert!(keep(&union, None).unwrap().contains("Profile"));
    }
}
