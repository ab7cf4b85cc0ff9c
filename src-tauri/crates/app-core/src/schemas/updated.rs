//! Changing the words of a schema: always after a fresh read, and only what changed.

use aep_client::schema_registry::Schema;
use aep_client::{Error, Patch, SchemaId};

use super::part;
use crate::app::ActiveSession;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::schemas::{SchemaUpdate, SchemaWords, UpdateSchema};
use crate::monitor::millis;
use crate::setup::{check_description, check_name};

/// How often somebody else may be quicker.
const TRIES: usize = 3;

/// Changes title and description. Changes of somebody else that do not clash stay; where they do, nothing is sent.
///
/// # Errors
/// `validation`, before anything is sent; what the platform says, on its field where it is about one.
pub(crate) async fn update(
    session: &ActiveSession,
    args: UpdateSchema,
) -> Result<SchemaUpdate, AppError> {
    let (title, description) = (args.name.trim(), args.description.trim());
    check(title, description)?;
    let schemas = session.sandbox.schemas();
    let id: SchemaId = args.schema_id.as_str().into();
    let explain = |error: &Error| refused(error, session.explain(error));
    let mut fresh = schemas.get(&id).await.map_err(|error| explain(&error))?;
    for _ in 0..TRIES {
        let theirs = part::words(&fresh);
        if clashes(&args.base, &theirs, title, description) {
            return Ok(changed(&fresh));
        }
        let patch = patch(&args.base, &theirs, title, description);
        if patch.is_empty() {
            return Ok(SchemaUpdate::Saved);
        }
        let Err(error) = schemas.update(&id, fresh.etag().as_ref(), &patch).await else {
            return Ok(SchemaUpdate::Saved);
        };
        let unsure = error.is_stale() || error.may_have_run();
        if !unsure {
            return Err(explain(&error));
        }
        fresh = schemas.get(&id).await.map_err(|error| explain(&error))?;
        if !error.is_stale() {
            let done = part::words(&fresh);
            let as_wanted = done.name == title && done.description == description;
            return if as_wanted { Ok(SchemaUpdate::Saved) } else { Err(explain(&error)) };
        }
    }
    Ok(changed(&fresh))
}

fn changed(fresh: &Schema) -> SchemaUpdate {
    SchemaUpdate::Changed {
        theirs: part::words(fresh),
        at: millis(fresh.metadata.updated),
        by: fresh.metadata.updated_by.clone().unwrap_or_default(),
    }
}

fn check(title: &str, description: &str) -> Result<(), AppError> {
    let on = |field: &str, verdict: Result<(), String>| {
        verdict.err().map(|message| FieldProblem { field: field.to_owned(), message })
    };
    let title = on("name", check_name("schema", title));
    let description = on("description", check_description(description));
    let problems: Vec<FieldProblem> = title.into_iter().chain(description).collect();
    if problems.is_empty() { Ok(()) } else { Err(AppError::validation(problems)) }
}

fn clashes(base: &SchemaWords, theirs: &SchemaWords, title: &str, description: &str) -> bool {
    let clash =
        |base: &str, theirs: &str, ours: &str| ours != base && theirs != base && theirs != ours;
    clash(&base.name, &theirs.name, title)
        || clash(&base.description, &theirs.description, description)
}

fn patch(base: &SchemaWords, theirs: &SchemaWords, title: &str, description: &str) -> Patch {
    let mut patch = Patch::new();
    if title != base.name && title != theirs.name {
        patch = patch.replace("/title", title);
    }
    if description != base.description && description != theirs.description {
        patch = patch.add("/description", description);
    }
    patch
}

/// A title that is taken is told on the name.
fn refused(error: &Error, plain: AppError) -> AppError {
    let taken = error.problem().is_some_and(|problem| problem.short_code() == Some("XDM-1521"));
    if !taken {
        return plain;
    }
    let message = "Another schema has this title already. Choose another.".to_owned();
    let told = AppError::validation(vec![FieldProblem { field: "name".to_owned(), message }]);
    AppError { detail: plain.detail, ..told }
}
