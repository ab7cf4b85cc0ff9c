//! Flow Service: who may ask, and for which sandbox (codes 2000 to 2121).

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const ACCESS: &[Row] = &[
    Row {
        codes: &["2000-401"],
        owner: Owner::You,
        name: "Sign-in not accepted for this organisation",
        what: "The access token does not belong to this organisation, or Adobe does not know the organisation ID.",
        next: "Compare the organisation ID with the Developer Console, then sign in again.",
    },
    Row {
        codes: &["2001-401", "2002-401"],
        owner: Owner::You,
        name: "Organisation ID missing",
        what: "The request reached Flow Service without an organisation ID.",
        next: "Check the organisation ID of the saved sign-in, then sign in again.",
    },
    Row {
        codes: &["2100-404", "2101-404", "2103-404"],
        owner: Owner::You,
        name: "Sandbox not found",
        what: "No sandbox of this name is there for this credential. It was deleted, reset, or its name has changed.",
        next: "Choose another sandbox at the top left.",
    },
    Row {
        codes: &["2105-400"],
        owner: Owner::Inlet,
        name: "Sandbox missing from the request",
        what: "The request named no sandbox. Without one, Adobe would take production, so it is refused.",
        next: "Copy the details for support: Inlet has to name a sandbox every time.",
    },
    Row {
        codes: &["2106-404", "2102-500", "2104-500", "2107-500", "2108-500"],
        owner: Owner::Adobe,
        name: "Sandbox could not be looked up",
        what: "Flow Service asked for the sandbox and got no usable answer.",
        next: "Try again in a few minutes. If it stays, copy the details for Adobe's support.",
    },
    Row {
        codes: &["2110-400"],
        owner: Owner::Inlet,
        name: "Sandbox named in a way that is not allowed",
        what: "The request named the sandbox by its ID, which only Adobe's own services may do.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["2111-403"],
        owner: Owner::Administrator,
        name: "Not allowed across all sandboxes",
        what: "The request was for all sandboxes at once, which this credential may not ask.",
        next: "Choose one sandbox. Your administrator decides who may look across all of them.",
    },
    Row {
        codes: &["2112-400", "2113-400"],
        owner: Owner::Inlet,
        name: "All sandboxes at once is not possible here",
        what: "The request named the sandboxes in a way that this operation does not take.",
        next: "Choose one sandbox, and copy the details for support.",
    },
    Row {
        codes: &["2114-400", "2115-400"],
        owner: Owner::You,
        name: "Sign-in missing or not readable",
        what: "The access token was empty or is not one that Adobe issued.",
        next: "Sign in again.",
    },
    Row {
        codes: &["2116-500", "2117-500"],
        owner: Owner::Adobe,
        name: "Permissions could not be checked",
        what: "Flow Service could not read the access token or could not ask for your permissions.",
        next: "Try again in a few minutes.",
    },
    Row {
        codes: &["2118-403"],
        owner: Owner::Administrator,
        name: "A permission is missing",
        what: "Your sign-in works, but its role lacks the permission that Adobe names in its answer.",
        next: "Copy the text for your administrator; they can add the permission to the role in a minute.",
    },
    Row {
        codes: &["2119-400"],
        owner: Owner::Inlet,
        name: "Kind of source missing from the request",
        what: "Flow Service needs to know which source the request is about to check your access.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["2120-403"],
        owner: Owner::Administrator,
        name: "No access to this source",
        what: "Your role does not include the source that this dataflow uses.",
        next: "Ask your administrator to give the role of this credential access to the source.",
    },
    Row {
        codes: &["2121-403"],
        owner: Owner::Administrator,
        name: "You may look at this source, but not change it",
        what: "Your role lacks the right to manage this source.",
        next: "Ask your administrator for “Manage Sources” in the role of this credential.",
    },
];
