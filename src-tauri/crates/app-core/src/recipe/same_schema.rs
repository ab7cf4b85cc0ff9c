//! The schema of a recipe's title that is here already: of the same shape, and then it can be used; or of another.

use std::collections::BTreeMap;

use aep_client::{Result, Sandbox, TenantId};
use serde_json::Map;

use crate::contract::mapping::{TargetField, TargetKind};
use crate::contract::setup::{Destination, SetupForm};
use crate::mapping::{found, holds_events, schema_fields};
use crate::starter::Source;

use super::file::Recipe;
use super::shape::{self, values};

/// What is here under the title of the recipe's schema.
pub(super) enum Here {
    /// No schema.
    Nothing,
    /// One with the same fields, which takes every line.
    Same { id: String, title: String },
    /// One that differs: fields that it lacks or has otherwise, and fields that only it has.
    Other { title: String, lacks: Vec<String>, adds: Vec<String> },
}

/// Looks. Titles are unique in an organisation, so there is one at most.
///
/// # Errors
/// What the platform says.
pub(super) async fn look(
    sandbox: &Sandbox,
    recipe: &Recipe,
    form: &SetupForm,
    source: &Source,
    tenant: &TenantId,
) -> Result<Here> {
    let title = if recipe.schema.trim().is_empty() { &recipe.dataset } else { &recipe.schema };
    if title.trim().is_empty() {
        return Ok(Here::Nothing);
    }
    let Some(listed) = sandbox.schemas().find_by_title(title.trim()).await?.into_iter().next()
    else {
        return Ok(Here::Nothing);
    };
    let Some(schema) = found(sandbox.schemas().get_full(&listed.id).await)? else {
        return Ok(Here::Nothing);
    };
    let wanted = match &form.destination {
        Destination::Shape { fields, .. } => shape::fields(tenant, fields),
        _ if recipe.fields.as_ref().is_none_or(Map::is_empty) => Vec::new(),
        _ => source.target_fields(tenant),
    };
    let there = schema_fields(&schema);
    let title = listed.title;
    let takes_all =
        form.lines.iter().all(|line| there.iter().any(|field| field.path == line.target));
    let (wanted, there) = (own(wanted, tenant), own(there, tenant));
    let lacks = beyond(&wanted, &there);
    let adds = beyond(&there, &wanted).into_iter().filter(|path| !wanted.contains_key(path));
    let adds: Vec<String> = adds.collect();
    if takes_all && lacks.is_empty() && adds.is_empty() && holds_events(&schema) {
        return Ok(Here::Same { id: listed.id.to_string(), title });
    }
    Ok(Here::Other { title, lacks, adds })
}

/// Types of the organisation's own fields, by path.
fn own(fields: Vec<TargetField>, tenant: &TenantId) -> BTreeMap<String, TargetKind> {
    let namespace = format!("{}.", tenant.namespace());
    let own = fields.into_iter().filter(|field| field.path.starts_with(&namespace)).collect();
    values(own)
}

/// Paths that only the first has, or has with another type.
fn beyond(
    first: &BTreeMap<String, TargetKind>,
    second: &BTreeMap<String, TargetKind>,
) -> Vec<String> {
    let beyond = first.iter().filter(|(path, kind)| second.get(*path) != Some(*kind));
    beyond.map(|(path, _)| path.clone()).collect()
}
