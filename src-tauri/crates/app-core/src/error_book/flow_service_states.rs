//! Flow Service: what a state, or somebody who still uses it, forbids.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const STATES: &[Row] = &[
    Row {
        codes: &["1416-400"],
        owner: Owner::You,
        name: "Not possible in this state",
        what: "Only a connection that is on, off or being set up can be changed or deleted.",
        next: "Wait until its state has settled, reload, and try again.",
    },
    Row {
        codes: &["1417-400"],
        owner: Owner::You,
        name: "Still being set up",
        what: "While Adobe sets a connection up, it cannot be changed or deleted.",
        next: "Wait a minute, reload, and try again.",
    },
    Row {
        codes: &["1418-400"],
        owner: Owner::You,
        name: "Account in use",
        what: "One or more dataflows still use this account.",
        next: "Delete or replace those dataflows first; Inlet lists them on the account's page.",
    },
    Row {
        codes: &["1420-400"],
        owner: Owner::You,
        name: "In the middle of another change",
        what: "The dataflow is on its way from one state to another and cannot be changed meanwhile.",
        next: "Wait until it has settled, then make the change again.",
    },
    Row {
        codes: &["1421-400"],
        owner: Owner::You,
        name: "That step is not possible from here",
        what: "The dataflow cannot go from its present state to the one that was asked for.",
        next: "Reload to see its present state.",
    },
    Row {
        codes: &["1422-400"],
        owner: Owner::You,
        name: "Cannot be switched off now",
        what: "In its present state the dataflow cannot be switched off.",
        next: "Wait until it has settled, then switch it off.",
    },
    Row {
        codes: &["1428-400"],
        owner: Owner::Adobe,
        name: "Earlier run not found",
        what: "A run refers to an earlier one that is not there any more.",
        next: "Nothing to do for you. If events are missing, copy the details for Adobe's support.",
    },
    Row {
        codes: &["1429-400"],
        owner: Owner::Adobe,
        name: "Run without its dataflow",
        what: "The dataflow that a run belongs to was not found.",
        next: "Reload the list. If the dataflow is still there, copy the details for Adobe's support.",
    },
    Row {
        codes: &["1444-400"],
        owner: Owner::You,
        name: "Not in the expected state",
        what: "The step needs a dataflow that waits to be started; this one does not.",
        next: "Reload to see its present state.",
    },
    Row {
        codes: &["1447-400"],
        owner: Owner::You,
        name: "Still used by a dataflow",
        what: "A dataflow that is on still uses this.",
        next: "Delete the dataflow first; Clean up then offers what is left over.",
    },
    Row {
        codes: &["1456-400"],
        owner: Owner::Inlet,
        name: "State not known",
        what: "The request asked for a state that Flow Service does not have.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1457-400", "1458-400"],
        owner: Owner::You,
        name: "Deletion is under way",
        what: "It is being deleted, so that it can neither be changed nor deleted again.",
        next: "Wait a few minutes and reload; it should be gone.",
    },
];
