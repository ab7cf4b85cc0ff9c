//! Providers of sources: the families that every service has. The numbers mean other things than in Flow Service
//! itself: 1101 and 1102 have the opposite statuses.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const GENERAL: &[Row] = &[
    Row {
        codes: &["1000-400"],
        owner: Owner::Inlet,
        name: "Request not accepted by the source",
        what: "The part of Adobe that runs this source did not accept the request.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1001-401", "1105-401", "1605-401"],
        owner: Owner::You,
        name: "Sign-in not accepted by the source",
        what: "The part of Adobe that runs this source did not accept the access token.",
        next: "Sign in again.",
    },
    Row {
        codes: &["1002-403", "1106-403", "1606-403"],
        owner: Owner::Administrator,
        name: "No access to this source",
        what: "The part of Adobe that runs this source does not let this credential in.",
        next: "Ask your administrator to give the role of this credential access to the source.",
    },
    Row {
        codes: &["1003-404", "1102-404", "1602-404"],
        owner: Owner::You,
        name: "Not found at the source",
        what: "The source knows nothing under this ID. It was deleted, or it is in another sandbox.",
        next: "Reload the list to see what is still there.",
    },
    Row {
        codes: &["1004-415"],
        owner: Owner::Inlet,
        name: "Wrong content type",
        what: "The request announced a kind of content that the source does not read.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1005-500", "1101-500", "1601-500"],
        owner: Owner::Adobe,
        name: "The source failed on Adobe's side",
        what: "Something went wrong in the part of Adobe that runs this source.",
        next: "Try again in a few minutes. If it stays, copy the details for Adobe's support.",
    },
    Row {
        codes: &["1006-408"],
        owner: Owner::Adobe,
        name: "The request took too long",
        what: "The source waited for the whole request and gave up.",
        next: "Try again. After a change, look first whether it was made.",
    },
    Row {
        codes: &["1007-400"],
        owner: Owner::Inlet,
        name: "A header is not valid",
        what: "A part of the request's head has a value that the source does not take.",
        next: "Check organisation and sandbox, then copy the details for support.",
    },
    Row {
        codes: &["1008-401"],
        owner: Owner::You,
        name: "Sign-in is for another organisation",
        what: "The access token is not valid for this organisation.",
        next: "Compare the organisation ID with the Developer Console, then sign in again.",
    },
    Row {
        codes: &["1009-403"],
        owner: Owner::You,
        name: "Organisation ID missing",
        what: "The request reached the source without an organisation ID.",
        next: "Check the organisation ID of the saved sign-in, then sign in again.",
    },
    Row {
        codes: &["1010-500", "1014-400"],
        owner: Owner::Adobe,
        name: "The source tripped over its own request",
        what: "A value that one part of Adobe handed to another was not valid.",
        next: "Try again. If it stays, copy the details for Adobe's support.",
    },
    Row {
        codes: &["1011-503", "1103-503", "1603-503"],
        owner: Owner::Adobe,
        name: "The source is not available",
        what: "The part of Adobe that runs this source is down or being worked on.",
        next: "Try again in a few minutes.",
    },
    Row {
        codes: &["1012-504", "1104-504", "1604-504"],
        owner: Owner::Adobe,
        name: "The source took too long",
        what: "Something behind the source did not answer in time.",
        next: "Try again. After a change, look first whether it was made.",
    },
    Row {
        codes: &["1013-412", "1107-412", "1607-412"],
        owner: Owner::You,
        name: "Someone else changed this first",
        what: "What you started from is no longer the newest version. Nothing was saved.",
        next: "Reload, compare, and make your change again.",
    },
    Row {
        codes: &["1100-400", "1600-400"],
        owner: Owner::Inlet,
        name: "Request passed on and refused",
        what: "The source handed the request on, and it was not accepted there.",
        next: "Copy the details for support.",
    },
];
