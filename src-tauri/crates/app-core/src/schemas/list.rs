//! The schemas of a sandbox, a row each.

use aep_client::schema_registry::Schema;

use super::part::class_name;
use super::uses;
use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::schema_form::MakingLine;
use crate::contract::schemas::{SchemaList, SchemaRow, SchemaUses};
use crate::mapping::holds_events;
use crate::monitor::millis;
use crate::setup::without_mark;

/// Every schema, and what uses each. A sandbox in which that cannot be read still lists its schemas.
///
/// # Errors
/// What the platform says of the schemas.
pub(crate) async fn list(
    session: &ActiveSession,
    unfinished: Vec<MakingLine>,
) -> Result<SchemaList, AppError> {
    let sandbox = &session.sandbox;
    let schemas = sandbox.schemas();
    let (schemas, uses) = tokio::join!(schemas.all_with_class().collect(), uses::all(sandbox));
    let schemas: Vec<Schema> = schemas.map_err(|error| session.explain(&error))?;
    let (mut uses, uses_problem) = match uses {
        Ok(uses) => (Some(uses), None),
        Err(error) => (None, Some(session.explain(&error))),
    };
    let rows = schemas.iter().map(|schema| {
        let used = uses.as_mut().map(|uses| uses.remove(schema.id.as_str()).unwrap_or_default());
        row(schema, used.as_ref())
    });
    let rows = rows.collect();
    Ok(SchemaList { rows, uses_problem, unfinished, read_at: session.now() })
}

/// A schema as a row.
pub(super) fn row(schema: &Schema, uses: Option<&SchemaUses>) -> SchemaRow {
    let id = schema.id.to_string();
    SchemaRow {
        name: if schema.title.is_empty() { id.clone() } else { schema.title.clone() },
        id,
        description: without_mark(schema.description.as_deref().unwrap_or_default()).to_owned(),
        class_name: class_name(schema.class.as_ref()),
        events: holds_events(schema),
        profile: schema.is_for_profile(),
        datasets: uses.map(|uses| uses.datasets.clone()),
        uses: uses.map(|uses| u32::try_from(uses.flows.len()).unwrap_or(u32::MAX)),
        created_at: millis(schema.metadata.created),
        updated_at: millis(schema.metadata.updated),
        created_by: schema.metadata.created_by.clone().unwrap_or_default(),
        updated_by: schema.metadata.updated_by.clone().unwrap_or_default(),
    }
}
