//! The text to forward to an Adobe administrator: who asks, what is missing, where it is given. The only place
//! where the app says "please".

use aep_client::{ApiProblem, Origin};

use crate::starter::Source;

/// Whose credential lacks something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asker {
    /// Organisation id.
    pub(crate) organization: String,
    /// Client id of the credential.
    pub(crate) client_id: String,
    /// Sandbox that was asked for.
    pub(crate) sandbox: Option<String>,
}

/// What to ask for when a role lacks a permission.
pub(crate) fn ask_for_permission(problem: &ApiProblem, asker: Option<&Asker>) -> String {
    let permission = permission(problem);
    let body = format!(
        "Please give the API credential below the permission “{permission}” in Adobe Experience Platform.\n\n\
         {}\
         Where: Experience Platform, Permissions, Roles, the role of this credential: add the permission, and \
         make sure that the credential is listed under API credentials and the sandbox under Sandboxes.\n",
        credential(asker),
    );
    body + &evidence(problem)
}

/// What to ask for when the credential has no product profile of this organisation.
pub(crate) fn ask_for_profile(problem: &ApiProblem, asker: Option<&Asker>) -> String {
    let body = format!(
        "Please add the API credential below to a product profile of Adobe Experience Platform (such as \
         AEP-Default-All-Users) and to a role in Permissions.\n\n{}\
         Where: Adobe Developer Console, the project of this credential, Experience Platform API, product \
         profiles; then Experience Platform, Permissions, Roles, API credentials.\n",
        credential(asker),
    );
    body + &evidence(problem)
}

/// What to ask for when the credential is not meant for Experience Platform.
pub(crate) fn ask_for_api(asker: Option<&Asker>) -> String {
    format!(
        "Please add the Experience Platform API to the project of the API credential below, or send a credential \
         of the kind “OAuth Server-to-Server” that has it.\n\n{}Where: Adobe Developer Console, the project, Add \
         API, Adobe Experience Platform, Experience Platform API.\n",
        credential(asker),
    )
}

/// What to ask for when a credential sees no sandbox.
pub(crate) fn ask_for_sandbox(asker: &Asker) -> String {
    format!(
        "Please give the API credential below access to a sandbox of Adobe Experience Platform.\n\n{}Where: \
         Experience Platform, Permissions, Roles, the role of this credential: add the sandbox under Sandboxes, \
         and the credential under API credentials.\n",
        credential(Some(asker)),
    )
}

/// What to ask for when the organisation is not offered a source.
pub(crate) fn ask_for_source(source: &Source, asker: &Asker) -> String {
    let Source { name, not_offered, .. } = source;
    format!(
        "Please check whether the {name} source is available to our organisation in Adobe Experience Platform. \
         {not_offered}\n\n{}Where: Experience Platform, Sources, Catalog, search for {name}.\n",
        credential(Some(asker)),
    )
}

fn credential(asker: Option<&Asker>) -> String {
    let Some(asker) = asker else { return String::new() };
    let sandbox =
        asker.sandbox.as_deref().map_or_else(String::new, |name| format!("Sandbox: {name}\n"));
    format!(
        "Organisation: {}\nCredential (client ID): {}\n{sandbox}",
        asker.organization, asker.client_id
    )
}

fn evidence(problem: &ApiProblem) -> String {
    let code = problem.code.as_deref().map_or_else(String::new, |code| format!(", code {code}"));
    let request =
        problem.request_id.as_deref().map_or_else(String::new, |id| format!(", request {id}"));
    format!("Adobe's answer: HTTP {}{code}{request}.\n", problem.status)
}

/// The permission behind a refused call, by Adobe's names in Permissions.
pub(crate) fn permission(problem: &ApiProblem) -> &'static str {
    let reads = problem.operation.starts_with("GET");
    match (problem.origin, reads) {
        (Origin::SchemaRegistry, true) => "View Schemas",
        (Origin::SchemaRegistry, false) => "Manage Schemas",
        (Origin::Catalog, true) | (Origin::DataAccess, _) => "View Datasets",
        (Origin::Catalog, false) => "Manage Datasets",
        (Origin::Identity, _) => "View Identity Namespaces",
        (Origin::SandboxManagement, _) => "access to the sandbox",
        (_, true) => "View Sources",
        (_, false) => "Manage Sources",
    }
}
