//! The streaming endpoint, which has no codes but its status.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const ENDPOINT: &[Row] = &[
    Row {
        codes: &["400"],
        owner: Owner::Source,
        name: "The endpoint could not read the event",
        what: "What was sent is not in a form that the streaming endpoint takes.",
        next: "Check in the source what its webhook sends.",
    },
    Row {
        codes: &["401"],
        owner: Owner::Administrator,
        name: "The endpoint asks for a sign-in",
        what: "This streaming endpoint only takes events with an access token, which a webhook cannot send.",
        next: "Make the dataflow anew with Inlet: its endpoint takes events without one.",
    },
    Row {
        codes: &["413"],
        owner: Owner::Source,
        name: "Event too large",
        what: "An event may have 1 MB at most; 10 KB is what Adobe recommends.",
        next: "Leave large properties out of what the source sends.",
    },
    Row {
        codes: &["429"],
        owner: Owner::Source,
        name: "Too many events at once",
        what: "The endpoint takes 1,000 requests a second. The source may send the rest again later.",
        next: "Spread bulk sending over time.",
    },
    Row {
        codes: &["500", "503"],
        owner: Owner::Adobe,
        name: "The endpoint is not available",
        what: "Adobe's streaming endpoint is down or overloaded. Events that were answered like this were not taken.",
        next: "Wait; if it lasts, look at status.adobe.com and tell Adobe's support.",
    },
    Row {
        codes: &["501"],
        owner: Owner::Adobe,
        name: "Checking at once is not offered here",
        what: "This region cannot check an event while it is being sent.",
        next: "Send it without the check, and look at the next run.",
    },
];
