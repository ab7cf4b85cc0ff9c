//! Schema Registry.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const REGISTRY: &[Row] = &[
    Row {
        codes: &["XDM-1006-400", "XDM-1007-400", "XDM-1008-400", "XDM-1009-400"],
        owner: Owner::Inlet,
        name: "Form of the answer not available",
        what: "The schema was asked for in a form that Schema Registry does not offer here.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &[
            "XDM-1010-404",
            "XDM-1011-404",
            "XDM-1012-404",
            "XDM-1013-404",
            "XDM-1014-404",
            "XDM-1015-404",
            "XDM-1016-404",
            "XDM-1017-404",
        ],
        owner: Owner::You,
        name: "Schema or one of its parts not found",
        what: "Nothing is there under this ID. It was deleted, or it is in another sandbox.",
        next: "Choose another schema, or let Inlet make a new one.",
    },
    Row {
        codes: &["XDM-1020-400", "XDM-1021-400", "XDM-1022-400", "XDM-1023-400", "XDM-1024-400"],
        owner: Owner::Inlet,
        name: "Field in the wrong place",
        what: "Fields of your own have to lie under your organisation's own key.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["XDM-1413-400"],
        owner: Owner::Administrator,
        name: "Clash with the combined schema",
        what: "The schema cannot join the combined schema of Profile: a field of the same name has another type there.",
        next: "Ask whoever looks after schemas in your organisation which of the two has to change.",
    },
    Row {
        codes: &["XDM-1521-400"],
        owner: Owner::You,
        name: "Name is taken",
        what: "Another schema or part of a schema has this name already.",
        next: "Choose another name.",
    },
    Row {
        codes: &["XDM-1526-400", "XDM-1527-400"],
        owner: Owner::Administrator,
        name: "Cannot be used for Profile",
        what: "The schema lacks something that the combined schema of Profile needs.",
        next: "Ask whoever looks after schemas in your organisation.",
    },
    Row {
        codes: &["XDM-1528-400"],
        owner: Owner::You,
        name: "No identity for Profile",
        what: "A schema for Profile needs a primary identity, or a map of identities.",
        next: "Mark a field as primary identity, then try again.",
    },
    Row {
        codes: &["XDM-3005-400"],
        owner: Owner::You,
        name: "Import clashes with what is there",
        what: "Something of the same name, but with other content, is there already.",
        next: "Choose another name, or use the one that is there.",
    },
];
