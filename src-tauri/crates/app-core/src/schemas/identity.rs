//! Identities of a schema that exists, and enabling it for Profile.

use aep_client::schema_registry::{NewIdentityDescriptor, Schema};
use aep_client::{Error, SchemaId};

use crate::app::ActiveSession;
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::mapping::TargetKind;
use crate::contract::schemas::{MarkIdentity, NamespaceChoice, UnmarkIdentity};
use crate::mapping::schema_fields;

/// Namespaces to choose from: the organisation's own first, because those of Adobe's seldom fit.
///
/// # Errors
/// What the platform says.
pub(crate) async fn namespaces(session: &ActiveSession) -> Result<Vec<NamespaceChoice>, AppError> {
    let all = session.sandbox.identity_namespaces().list().await;
    let all = all.map_err(|error| session.explain(&error))?;
    let active = |status: &Option<String>| {
        status.as_deref().is_none_or(|status| status.eq_ignore_ascii_case("active"))
    };
    let mut choices: Vec<NamespaceChoice> = all
        .into_iter()
        .filter(|namespace| active(&namespace.status))
        .map(|namespace| NamespaceChoice {
            name: if namespace.name.is_empty() { namespace.code.clone() } else { namespace.name },
            description: namespace.description.unwrap_or_default(),
            own: namespace.custom,
            code: namespace.code,
        })
        .collect();
    choices.sort_by(|one, other| other.own.cmp(&one.own).then_with(|| one.name.cmp(&other.name)));
    Ok(choices)
}

/// Marks a field as an identity.
///
/// # Errors
/// `validation`, on the field; what the platform says.
pub(crate) async fn mark(session: &ActiveSession, args: MarkIdentity) -> Result<(), AppError> {
    let id: SchemaId = args.schema_id.as_str().into();
    let explain = |error: Error| session.explain(&error);
    let schema = session.sandbox.schemas().get_full(&id).await.map_err(explain)?;
    let known = session.sandbox.identity_descriptors().of_schema(&id).await.map_err(explain)?;
    let mut problems = Vec::new();
    let mut tell = |field: &str, message: &str| {
        problems.push(FieldProblem { field: field.to_owned(), message: message.to_owned() });
    };
    if !is_text(&schema, &args.path) {
        tell("path", "Choose a text field of this schema.");
    }
    if args.namespace.trim().is_empty() {
        tell("namespace", "Choose what kind of ID it holds.");
    }
    if known.iter().any(|known| known.dotted_path() == args.path) {
        tell("path", "This field is an identity already.");
    }
    if args.primary && known.iter().any(|known| known.is_primary) {
        tell("primary", "This schema has a primary identity already. Remove that first.");
    }
    if !problems.is_empty() {
        return Err(AppError::validation(problems));
    }
    let new = NewIdentityDescriptor::new(&id, &args.path, args.namespace.trim());
    let made = session.sandbox.identity_descriptors().create(&new.primary(args.primary)).await;
    match made {
        Ok(_) => Ok(()),
        Err(error) if error.may_have_run() => {
            let known =
                session.sandbox.identity_descriptors().of_schema(&id).await.map_err(explain)?;
            let done = known.iter().any(|known| known.dotted_path() == args.path);
            if done { Ok(()) } else { Err(explain(error)) }
        }
        Err(error) => Err(refused(&error, session.explain(&error))),
    }
}

/// What the platform refuses of a mark is about its field.
fn refused(error: &Error, plain: AppError) -> AppError {
    let Some(problem) = error.problem().filter(|problem| problem.status == 400) else {
        return plain;
    };
    let said = problem.detail.as_deref().unwrap_or("no reason given");
    let message = format!("Adobe does not accept this: {said}");
    let told = AppError::validation(vec![FieldProblem { field: "path".to_owned(), message }]);
    AppError { detail: plain.detail, ..told }
}

fn is_text(schema: &Schema, path: &str) -> bool {
    let fields = schema_fields(schema);
    fields.iter().any(|field| field.path == path && field.kind == TargetKind::Text)
}

/// Takes the mark of an identity away.
///
/// # Errors
/// `refused` for the primary identity of a schema that is enabled for Profile; what the platform says.
pub(crate) async fn unmark(session: &ActiveSession, args: UnmarkIdentity) -> Result<(), AppError> {
    let id: SchemaId = args.schema_id.as_str().into();
    let explain = |error: Error| session.explain(&error);
    let schema = session.sandbox.schemas().get(&id).await.map_err(explain)?;
    let descriptors = session.sandbox.identity_descriptors();
    let known = descriptors.of_schema(&id).await.map_err(explain)?;
    let Some(mark) = known.into_iter().find(|known| known.id.as_str() == args.identity_id) else {
        return Ok(());
    };
    if mark.is_primary && schema.is_for_profile() {
        return Err(AppError::plain(
            ErrorCode::Refused,
            Owner::Adobe,
            Action::Reload,
            "Profile needs this primary identity",
            "The schema is enabled for Profile, which cannot be undone.",
        ));
    }
    match descriptors.delete(&mark.id).await {
        Err(error) if !error.is_not_found() => Err(explain(error)),
        _ => Ok(()),
    }
}

/// Enables a schema for Profile, for good. One that is enabled stays so.
///
/// # Errors
/// `validation` without a primary identity; what the platform says.
pub(crate) async fn enable_profile(session: &ActiveSession, id: &SchemaId) -> Result<(), AppError> {
    let explain = |error: Error| session.explain(&error);
    let schemas = session.sandbox.schemas();
    let schema = schemas.get(id).await.map_err(explain)?;
    if schema.is_for_profile() {
        return Ok(());
    }
    let known = session.sandbox.identity_descriptors().of_schema(id).await.map_err(explain)?;
    if !known.iter().any(|known| known.is_primary) {
        let message = "Profile needs a primary identity. Mark a field as primary first.".to_owned();
        let field = "profile".to_owned();
        return Err(AppError::validation(vec![FieldProblem { field, message }]));
    }
    match schemas.update(id, schema.etag().as_ref(), &schema.profile_patch()).await {
        Ok(()) => Ok(()),
        Err(error) if error.may_have_run() => {
            let done = schemas.get(id).await.map_err(explain)?.is_for_profile();
            if done { Ok(()) } else { Err(explain(error)) }
        }
        Err(error) => Err(explain(error)),
    }
}
