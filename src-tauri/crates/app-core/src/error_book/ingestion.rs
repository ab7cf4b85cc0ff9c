//! What runs report of events: ingestion, mapping, copying, streaming validation and Profile.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const INGESTION: &[Row] = &[
    Row {
        codes: &["INGEST-1002-400"],
        owner: Owner::Adobe,
        name: "Upload failed",
        what: "A part of the data could not be taken in.",
        next: "Send the events again if they matter. If it stays, copy the details for Adobe's support.",
    },
    Row {
        codes: &["INGEST-1211-400"],
        owner: Owner::You,
        name: "Some events failed, no details kept",
        what: "Events of this run were not ingested, and the dataflow keeps no error details.",
        next: "Switch error details on for the dataflow, so that the next failure says why.",
    },
    Row {
        codes: &["INGEST-1212-400"],
        owner: Owner::You,
        name: "Some events failed",
        what: "This is the sum of all events of the run that were not ingested; the other codes of the run say why.",
        next: "Look at the other codes of the run, or at its error samples.",
    },
    Row {
        codes: &["INGEST-1401-400"],
        owner: Owner::Source,
        name: "Event was not readable",
        what: "An event is damaged or is not JSON, so that nothing of it could be read.",
        next: "Check in the source what its webhook sends, and whether something between changes it.",
    },
    Row {
        codes: &["INGEST-1555-400"],
        owner: Owner::You,
        name: "Required field was empty",
        what: "A field that the schema requires got no value from the event.",
        next: "Check the line of the mapping that fills this field, and whether the source sends the value in every event.",
    },
    Row {
        codes: &["MAPPER-3700-400"],
        owner: Owner::You,
        name: "Mapping line failed",
        what: "A line of the mapping could not turn the event's value into what the schema wants.",
        next: "Open the mapping and correct the line; the message names the field.",
    },
    Row {
        codes: &["CONNECTOR-1001-500", "CONNECTOR-2001-500"],
        owner: Owner::Adobe,
        name: "Copying from the source failed",
        what: "Adobe could not fetch the data from where it waits.",
        next: "Nothing to do at first: Adobe tries again. If several runs fail, copy the details for Adobe's support.",
    },
    Row {
        codes: &["DCVS-1104-400"],
        owner: Owner::You,
        name: "Value did not fit the field type",
        what: "A value of the event has another type than the field of the schema, such as text for a number.",
        next: "Open the mapping and convert the value, or choose a field of the right type.",
    },
    Row {
        codes: &["DCVS-1105-400"],
        owner: Owner::You,
        name: "Value did not have the field's format",
        what: "A value of the event is written otherwise than the field wants, such as a date in another form.",
        next: "Open the mapping and convert the value into the field's format.",
    },
    Row {
        codes: &["DCVS-1106-400"],
        owner: Owner::You,
        name: "Required field is missing",
        what: "A field that the schema requires is not in the record that the mapping made.",
        next: "Add a line to the mapping that fills this field, and check that the source sends its value.",
    },
    Row {
        codes: &["DCVS-1111-400"],
        owner: Owner::You,
        name: "Value not allowed by the schema",
        what: "A value breaks a rule of its field: its length, range, pattern or list of values.",
        next: "Compare the value with the field's rule; the message names both.",
    },
    Row {
        codes: &["UPINGT-030075"],
        owner: Owner::Administrator,
        name: "Several identities of equal rank",
        what: "The event carries more than one identity of the highest rank, so that Profile does not know whose it is. It is in the dataset, but not in Profile.",
        next: "Ask whoever looks after identities to mark one of the fields as primary.",
    },
];
