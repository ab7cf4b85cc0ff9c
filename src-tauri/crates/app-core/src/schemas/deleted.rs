//! Removing a schema, the marks on its fields, and those of its field groups that nothing else uses. Adobe keeps a
//! schema that is used; then nothing happens but that its uses are told.

use aep_client::{FieldGroupId, SchemaId};

use super::uses;
use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::schemas::{DeleteSchema, SchemaDeletion};

/// Removes a schema and looks whether it is gone.
///
/// # Errors
/// `not_found` when it was gone before; `refused` for one that is enabled for Profile; what the platform says.
pub(crate) async fn delete(
    session: &ActiveSession,
    args: DeleteSchema,
) -> Result<SchemaDeletion, AppError> {
    let sandbox = &session.sandbox;
    let explain = |error: aep_client::Error| session.explain(&error);
    let id: SchemaId = args.schema_id.as_str().into();
    // A schema that cannot be read may be hidden rather than gone: it is not touched.
    let schema = sandbox.schemas().get(&id).await.map_err(explain)?;
    if schema.is_for_profile() {
        return Err(for_profile(&schema.title));
    }
    let marks = sandbox.identity_descriptors().of_schema(&id).await.map_err(explain)?;
    let used = uses::of_schema(sandbox, id.as_str()).await.map_err(explain)?;
    if !used.datasets.is_empty() {
        return Ok(SchemaDeletion::InUse { uses: used });
    }
    if let Err(error) = sandbox.schemas().delete(&id).await
        && !error.is_not_found()
    {
        return Err(explain(error));
    }
    match sandbox.schemas().get(&id).await {
        Err(error) if error.is_not_found() => {}
        Err(error) => return Err(explain(error)),
        Ok(_) => return Err(still_there(&schema.title)),
    }
    let mut left = Vec::new();
    for mark in marks {
        // The platform does not tidy up marks; one that stays does no harm, because its schema is gone.
        if let Err(error) = sandbox.identity_descriptors().delete(&mark.id).await
            && !error.is_not_found()
        {
            left.push(format!("the mark on the identity field {}", mark.dotted_path()));
        }
    }
    let referred: Vec<&str> = schema.references().collect();
    for group in args.field_groups.iter().filter(|group| referred.contains(&group.as_str())) {
        left.extend(remove_group(session, &FieldGroupId::new(group.as_str())).await);
    }
    Ok(SchemaDeletion::Deleted { left })
}

/// Removes a field group; answers its name when it is still there.
async fn remove_group(session: &ActiveSession, id: &FieldGroupId) -> Option<String> {
    let groups = session.sandbox.field_groups();
    let title = groups.get(id).await.ok().map_or_else(|| id.to_string(), |group| group.title);
    match groups.delete(id).await {
        Err(error) if !error.is_not_found() => Some(format!("the field group “{title}”")),
        _ => None,
    }
}

fn for_profile(title: &str) -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::Adobe,
        Action::Reload,
        format!("“{title}” is enabled for Profile, so Experience Platform keeps it"),
        "That cannot be undone. Rename the schema if it is no longer wanted.",
    )
}

fn still_there(title: &str) -> AppError {
    AppError::plain(
        ErrorCode::PlatformTrouble,
        Owner::Adobe,
        Action::Reload,
        format!("Adobe answered that “{title}” is deleted, but still shows it"),
        "Look again in a minute. If it is still there, delete it once more.",
    )
}
