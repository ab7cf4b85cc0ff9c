//! The gateway in front of all services. Its codes begin with the status that they come with.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const GATEWAY: &[Row] = &[
    Row {
        codes: &["403010"],
        owner: Owner::Network,
        name: "The sign-in did not arrive",
        what: "The request reached Adobe without its access token. Inlet always sends one, so something on the way took it out.",
        next: "Ask your IT department whether a proxy changes requests to platform.adobe.io.",
    },
    Row {
        codes: &["401013"],
        owner: Owner::You,
        name: "Sign-in has run out",
        what: "The access token is no longer valid. Inlet renews it once by itself, and that did not help.",
        next: "Sign in again.",
    },
    Row {
        codes: &["403000"],
        owner: Owner::Network,
        name: "The client ID did not arrive",
        what: "The request reached Adobe without its client ID. Inlet always sends one, so something on the way took it out.",
        next: "Ask your IT department whether a proxy changes requests to platform.adobe.io.",
    },
    Row {
        codes: &["403003"],
        owner: Owner::You,
        name: "Client ID not accepted",
        what: "Adobe does not know this client ID, or its project lacks the Experience Platform API.",
        next: "Compare the client ID with the Developer Console, then sign in again.",
    },
    Row {
        codes: &["400003"],
        owner: Owner::You,
        name: "Organisation ID missing",
        what: "A required part of the request, in most cases the organisation ID, did not arrive.",
        next: "Check the organisation ID of the saved sign-in.",
    },
    Row {
        codes: &["403025"],
        owner: Owner::You,
        name: "Credential belongs to another organisation",
        what: "This credential is not entitled in the organisation that was named.",
        next: "Compare the organisation ID with the Developer Console: both belong to the same project.",
    },
    Row {
        codes: &["403027"],
        owner: Owner::Administrator,
        name: "No product profile",
        what: "The credential has no product profile of Experience Platform in this organisation. A wrong organisation ID looks the same.",
        next: "Copy the text for your administrator; they can add the profile in a minute.",
    },
    Row {
        codes: &["429050"],
        owner: Owner::Adobe,
        name: "Too many requests",
        what: "This organisation sends more requests than Adobe allows. Inlet waits and tries again by itself.",
        next: "Wait a minute or two. Other tools of your organisation may be the cause.",
    },
];
