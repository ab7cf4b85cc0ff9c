//! The platform said no: its status and code in words. Codes are not unique across services, so each is looked at
//! together with its origin; the catalogue is Adobe's list of Flow Service errors and the gateway's.

use std::time::Duration;

use aep_client::{ApiProblem, Origin};

use super::administrator::{self, Asker};
use super::redact::redact;
use crate::contract::error::{Action, AppError, ErrorCode, ErrorDetail, Owner};
use crate::contract::error_book::BookService;
use crate::error_book;

/// What a refusal means.
pub(super) fn explain(problem: &ApiProblem, asker: Option<&Asker>) -> AppError {
    let detail = detail(problem);
    let short = problem.short_code();
    let error = match (problem.origin, short) {
        (Origin::Gateway, Some("403025")) => organization(),
        (Origin::Gateway, Some("400003")) => organization(),
        (Origin::Gateway, Some("403027")) => return no_profile(problem, asker, detail),
        (Origin::Gateway, Some("403003")) => unknown_client(),
        (Origin::Gateway, Some("403000" | "403010")) => credential_lost(),
        (Origin::FlowService, Some("2000" | "2001" | "2002")) => organization(),
        (Origin::FlowService, Some("2114" | "2115")) => token_refused(),
        (
            Origin::FlowService | Origin::SandboxManagement,
            Some("2100" | "2101" | "2103" | "2106"),
        ) => sandbox_not_found(asker),
        _ => return by_status(problem, asker, detail),
    };
    error.with_detail(detail)
}

fn by_status(problem: &ApiProblem, asker: Option<&Asker>, detail: ErrorDetail) -> AppError {
    let error = match meant_status(problem) {
        401 => token_refused(),
        403 => return permission(problem, asker, detail),
        _ if problem.is_not_found() => not_found(),
        404 => not_found(),
        412 => conflict(),
        status @ (429 | 500..=599) => trouble(status, problem.retry_after),
        413 => AppError::plain(
            ErrorCode::Refused,
            Owner::You,
            Action::EditFields,
            "This is larger than Adobe accepts",
            "An event may have 1 MB at most.",
        ),
        _ => refused(problem),
    };
    error.with_detail(detail)
}

/// The status that the answer should have had: some errors come with 200, their code tells better.
fn meant_status(problem: &ApiProblem) -> u16 {
    if problem.status >= 300 {
        return problem.status;
    }
    let code = problem.code.as_deref().unwrap_or_default();
    let tail = code.rsplit('-').next().filter(|tail| tail.len() == 3);
    let head = code.get(..3).filter(|_| problem.origin == Origin::Gateway);
    tail.or(head).and_then(|status| status.parse().ok()).unwrap_or(problem.status)
}

fn detail(problem: &ApiProblem) -> ErrorDetail {
    let said = problem.detail.as_deref().or(problem.title.as_deref());
    ErrorDetail {
        status: Some(problem.status),
        service: Some(BookService::from(problem.origin).label().to_owned()),
        platform_code: problem.code.clone(),
        message: said.map(redact),
        request_id: problem.request_id.clone(),
        administrator_text: None,
    }
}

fn organization() -> AppError {
    AppError::plain(
        ErrorCode::OrganizationRefused,
        Owner::You,
        Action::SignIn,
        "Adobe does not accept this organisation ID for this credential",
        "Compare it with the Developer Console: it belongs to the same project and ends in @AdobeOrg.",
    )
}

fn no_profile(problem: &ApiProblem, asker: Option<&Asker>, detail: ErrorDetail) -> AppError {
    let text = administrator::ask_for_profile(problem, asker);
    AppError::plain(
        ErrorCode::OrganizationRefused,
        Owner::Administrator,
        Action::AskAdministrator,
        "This credential has no product profile in this organisation",
        "It needs a product profile of Adobe Experience Platform and a role in Permissions. A wrong organisation ID looks the same.",
    )
    .with_detail(ErrorDetail { administrator_text: Some(text), ..detail })
}

fn permission(problem: &ApiProblem, asker: Option<&Asker>, detail: ErrorDetail) -> AppError {
    let text = administrator::ask_for_permission(problem, asker);
    let missing = administrator::permission(problem);
    AppError::plain(
        ErrorCode::PermissionMissing,
        Owner::Administrator,
        Action::AskAdministrator,
        "You are signed in, but your role lacks a permission for this",
        format!("What is missing: “{missing}”, in the role of this credential."),
    )
    .with_detail(ErrorDetail { administrator_text: Some(text), ..detail })
}

/// Every request carries its credential: when Adobe misses it, something on the way took it out.
fn credential_lost() -> AppError {
    AppError::plain(
        ErrorCode::NotThePlatform,
        Owner::Network,
        Action::CopyForSupport,
        "Your sign-in did not reach Adobe",
        "Something on the way removed it from the request, most likely a company proxy. Your IT department can let platform.adobe.io through unchanged.",
    )
}

fn unknown_client() -> AppError {
    AppError::plain(
        ErrorCode::SignInRefused,
        Owner::You,
        Action::SignIn,
        "Adobe does not accept this client ID for Experience Platform",
        "It belongs to another project, or the project lacks the Experience Platform API.",
    )
}

fn token_refused() -> AppError {
    AppError::plain(
        ErrorCode::SignInRefused,
        Owner::You,
        Action::SignIn,
        "Adobe no longer accepts this sign-in",
        "The credential was removed or its secret replaced. Sign in again.",
    )
}

fn sandbox_not_found(asker: Option<&Asker>) -> AppError {
    let name = asker.and_then(|asker| asker.sandbox.as_deref());
    let title = name.map_or_else(
        || "This sandbox was not found".to_owned(),
        |name| format!("The sandbox “{name}” was not found"),
    );
    AppError::plain(
        ErrorCode::SandboxNotFound,
        Owner::You,
        Action::SignIn,
        title,
        "It was deleted, or this credential may not use it. Choose another sandbox.",
    )
}

fn not_found() -> AppError {
    AppError::plain(
        ErrorCode::NotFound,
        Owner::You,
        Action::Reload,
        "Adobe finds nothing under this ID",
        "It was deleted, is in another sandbox, or is hidden from you by an access label.",
    )
}

fn conflict() -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        "Someone else changed this",
        "Nothing was saved. Reload to see the other change, then make yours again.",
    )
}

/// Too many requests, or the platform's own failure.
pub(super) fn trouble(status: u16, retry_after: Option<Duration>) -> AppError {
    if status == 429 {
        let hint = retry_after.map_or_else(
            || "It takes a minute or two to pass.".to_owned(),
            |time| format!("Adobe asks to wait {} seconds.", time.as_secs().max(1)),
        );
        return AppError::plain(
            ErrorCode::RateLimited,
            Owner::Adobe,
            Action::Retry,
            "Adobe is getting too many requests from this organisation",
            hint,
        );
    }
    AppError::plain(
        ErrorCode::PlatformTrouble,
        Owner::Adobe,
        Action::Retry,
        "Something failed on Adobe's side",
        "It usually passes within minutes.",
    )
}

/// What else Adobe refuses: in the words of the error book where it knows the code, with Adobe's own behind them,
/// because they name what it is about.
fn refused(problem: &ApiProblem) -> AppError {
    let said = problem.detail.as_deref().or(problem.title.as_deref()).map(redact);
    let said = said.map(|said| format!("Adobe says: {}", shortened(&said)));
    let service = BookService::from(problem.origin);
    let code = problem.code.as_deref().unwrap_or_default();
    let (owner, title, hint) = match error_book::look_up(service, code, Some(problem.status)) {
        Some(entry) => {
            let words = format!("{} {}", entry.what(), entry.next());
            (
                entry.owner(),
                entry.name(),
                said.map_or(words.clone(), |said| format!("{words} {said}")),
            )
        }
        None => {
            let hint = said.unwrap_or_else(|| "Adobe gave no reason.".to_owned());
            (Owner::Adobe, "Adobe did not accept this request", hint)
        }
    };
    AppError::plain(ErrorCode::Refused, owner, Action::CopyForSupport, title, hint)
}

/// Adobe's words can be pages long; the whole text is in the detail.
fn shortened(said: &str) -> String {
    const LONGEST: usize = 300;
    match said.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &said[..end]),
        None => said.to_owned(),
    }
}
