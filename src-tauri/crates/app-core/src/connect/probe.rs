//! The questions that a check asks the platform: all of them read, none writes.

use std::sync::Arc;

use aep_client::{Client, Error, ListQuery, Sandbox as SandboxHandle};

use super::{Check, choose, listed};
use crate::contract::app_state::{Sandbox, SandboxKind};
use crate::contract::connect::CheckStepId;
use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use crate::error::{Asker, ask_for_sandbox, ask_for_source};
use crate::starter::{Source, first_source};

/// Walks through a check: sign-in, sandboxes, then everything else side by side.
pub(crate) async fn run(check: Arc<Check>, client: Client, wanted: Option<String>) {
    if sign_in(&check, &client).await
        && let Some(sandbox) = sandboxes(&check, &client, wanted.as_deref()).await
    {
        let handle = client.sandbox(&sandbox.name.as_str().into());
        let asker = check.sign_in.asker(Some(&sandbox.name));
        tokio::join!(
            read(&check, CheckStepId::Schemas, &asker, "Schemas can be viewed", schemas(&handle)),
            read(
                &check,
                CheckStepId::Datasets,
                &asker,
                "Datasets can be viewed",
                datasets(&handle)
            ),
            read(
                &check,
                CheckStepId::Sources,
                &asker,
                "Sources and dataflows can be viewed",
                flows(&handle)
            ),
            read(
                &check,
                CheckStepId::Mappings,
                &asker,
                "Mappings can be viewed",
                mappings(&handle)
            ),
            pendo(&check, &asker, &handle),
        );
    }
    check.finish();
}

async fn sign_in(check: &Check, client: &Client) -> bool {
    check.begin(CheckStepId::SignIn);
    match client.check_sign_in().await {
        Ok(()) => {
            let mut summary = "Signed in.".to_owned();
            if check.sign_in.tidied {
                summary.push_str(" Blanks or quotation marks around the secret were left out.");
            }
            check.pass(CheckStepId::SignIn, summary);
            true
        }
        Err(error) => {
            let asker = check.sign_in.asker(None);
            check.fail(
                CheckStepId::SignIn,
                in_this_form(AppError::from_platform(&error, Some(&asker))),
            );
            false
        }
    }
}

/// On Connect the fields are in front of the person: what elsewhere means "sign in again" means "correct them".
fn in_this_form(problem: AppError) -> AppError {
    match problem.action {
        Action::SignIn => AppError { action: Action::EditFields, ..problem },
        _ => problem,
    }
}

async fn sandboxes(check: &Check, client: &Client, wanted: Option<&str>) -> Option<Sandbox> {
    check.begin(CheckStepId::Sandboxes);
    let asker = check.sign_in.asker(None);
    let found = match client.sandboxes().all().collect().await {
        Ok(found) => listed(found, false),
        Err(error) => {
            // A pasted token shows only here that it has run out: that is the sign-in's matter.
            let problem = in_this_form(AppError::from_platform(&error, Some(&asker)));
            if problem.code == ErrorCode::TokenExpired {
                check.fail(CheckStepId::SignIn, problem.clone());
            }
            check.fail(CheckStepId::Sandboxes, problem);
            return None;
        }
    };
    if found.is_empty() {
        check.fail(CheckStepId::Sandboxes, no_sandbox(&asker));
        return None;
    }
    check.found(found.clone());
    match choose(&found, wanted) {
        Ok(sandbox) => {
            check.pass(CheckStepId::Sandboxes, found_words(&found));
            check.usable_in(&sandbox.name);
            Some(sandbox)
        }
        Err(problem) => {
            check.fail(CheckStepId::Sandboxes, in_this_form(problem));
            None
        }
    }
}

fn found_words(found: &[Sandbox]) -> String {
    const NAMED: usize = 5;
    let name = |sandbox: &Sandbox| match sandbox.kind {
        SandboxKind::Production => format!("{} (production)", sandbox.title),
        _ => sandbox.title.clone(),
    };
    let mut names: Vec<String> = found.iter().take(NAMED).map(name).collect();
    if found.len() > NAMED {
        names.push(format!("and {} more", found.len() - NAMED));
    }
    format!("{} found: {}", found.len(), names.join(", "))
}

fn no_sandbox(asker: &Asker) -> AppError {
    AppError::plain(
        ErrorCode::PermissionMissing,
        Owner::Administrator,
        Action::AskAdministrator,
        "You are signed in, but no sandbox is open to this credential",
        "Its role in Adobe Experience Platform names no sandbox.",
    )
    .with_detail(ErrorDetail {
        administrator_text: Some(ask_for_sandbox(asker)),
        ..ErrorDetail::default()
    })
}

async fn read(
    check: &Check,
    id: CheckStepId,
    asker: &Asker,
    passed: &str,
    question: impl Future<Output = Result<(), Error>>,
) {
    check.begin(id);
    match question.await {
        Ok(()) => check.pass(id, passed.to_owned()),
        Err(error) => check.fail(id, in_this_form(AppError::from_platform(&error, Some(asker)))),
    }
}

async fn schemas(sandbox: &SandboxHandle) -> Result<(), Error> {
    sandbox.schemas().list().await.map(drop)
}

async fn datasets(sandbox: &SandboxHandle) -> Result<(), Error> {
    sandbox.datasets().list().await.map(drop)
}

async fn flows(sandbox: &SandboxHandle) -> Result<(), Error> {
    sandbox.flows().list(&ListQuery::new().limit(1)).await.map(drop)
}

async fn mappings(sandbox: &SandboxHandle) -> Result<(), Error> {
    sandbox.mapping_sets().list().await.map(drop)
}

async fn pendo(check: &Check, asker: &Asker, sandbox: &SandboxHandle) {
    let pendo = first_source();
    check.begin(CheckStepId::Pendo);
    match sandbox.connection_specs().get(&pendo.connection_spec_id.as_str().into()).await {
        Ok(_) => check.pass(CheckStepId::Pendo, "Pendo is offered to your organisation".to_owned()),
        Err(error) if error.is_not_found() => {
            check.fail(CheckStepId::Pendo, not_offered(pendo, asker));
        }
        Err(error) => {
            check.fail(
                CheckStepId::Pendo,
                in_this_form(AppError::from_platform(&error, Some(asker))),
            );
        }
    }
}

/// A source that Adobe does not offer to this organisation; its record says to whom it does.
pub(crate) fn not_offered(source: &Source, asker: &Asker) -> AppError {
    AppError::plain(
        ErrorCode::SourceNotOffered,
        Owner::Administrator,
        Action::AskAdministrator,
        format!("Adobe does not offer the {} source to your organisation", source.name),
        format!("{} Everything else works.", source.not_offered),
    )
    .with_detail(ErrorDetail {
        administrator_text: Some(ask_for_source(source, asker)),
        ..ErrorDetail::default()
    })
}
