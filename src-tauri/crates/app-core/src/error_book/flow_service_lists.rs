//! Flow Service: lists, filters and mappings.

use super::entry::Row;
use crate::contract::error::Owner;

pub(super) const LISTS: &[Row] = &[
    Row {
        codes: &["1401-400"],
        owner: Owner::Inlet,
        name: "Two ways of counting at once",
        what: "A list was asked for with a page size and a total in one request.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1423-400"],
        owner: Owner::Inlet,
        name: "Filter on sources not understood",
        what: "A list was filtered by something of the source that Flow Service does not take.",
        next: "Clear the filter, and copy the details for support.",
    },
    Row {
        codes: &["1424-400"],
        owner: Owner::Inlet,
        name: "Sorting across sandboxes is not possible",
        what: "A list over several sandboxes cannot be sorted by Adobe.",
        next: "Choose one sandbox.",
    },
    Row {
        codes: &["1432-400", "1433-400"],
        owner: Owner::Inlet,
        name: "Cannot be sorted this way",
        what: "Flow Service does not sort this list by the field that was asked for.",
        next: "Sort by another column, and copy the details for support.",
    },
    Row {
        codes: &["1438-400", "1441-400", "1442-400"],
        owner: Owner::Inlet,
        name: "Summing up not supported",
        what: "Flow Service does not sum up this field in a list.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1440-400"],
        owner: Owner::Inlet,
        name: "Searching by part of a word is not possible",
        what: "Flow Service does not offer this way of comparing.",
        next: "Copy the details for support; the search in Inlet's list does not need it.",
    },
    Row {
        codes: &["1443-400"],
        owner: Owner::Inlet,
        name: "Several values where one is allowed",
        what: "A list was filtered with several values where a comparison takes one.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1448-400", "1449-400", "1450-400"],
        owner: Owner::Inlet,
        name: "Filter not understood",
        what: "The list cannot be filtered by this field, or not in this way.",
        next: "Clear the filter, and copy the details for support.",
    },
    Row {
        codes: &["1451-400"],
        owner: Owner::Inlet,
        name: "Unknown part in the address",
        what: "The request carried a parameter that Flow Service does not know; it refuses those.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1452-400", "1453-400"],
        owner: Owner::Inlet,
        name: "Filter value not accepted",
        what: "A value to filter by is empty or of a form that the field cannot have.",
        next: "Change the filter, and copy the details for support if it stays.",
    },
    Row {
        codes: &["1454-400"],
        owner: Owner::Inlet,
        name: "Kind of filter value not known",
        what: "A value to filter by is of a kind that Flow Service does not handle.",
        next: "Copy the details for support.",
    },
    Row {
        codes: &["1412-400"],
        owner: Owner::You,
        name: "Mapping version not valid",
        what: "The dataflow names a version of the mapping that does not exist.",
        next: "Open the mapping and choose a version that is there.",
    },
    Row {
        codes: &["1419-400"],
        owner: Owner::You,
        name: "Mapping did not pass Adobe's check",
        what: "A line of the mapping is not valid, or your role may not use one of the fields that it fills.",
        next: "Check the lines of the mapping. If they are fine, ask your administrator about access to the fields.",
    },
    Row {
        codes: &["1425-400"],
        owner: Owner::You,
        name: "Dataset and mapping do not belong together",
        what: "The dataset and the mapping have to be made for the same schema, in the same version.",
        next: "Choose a mapping for the dataset's schema, or a dataset that was made from the mapping's schema.",
    },
    Row {
        codes: &["2200-500"],
        owner: Owner::Adobe,
        name: "Dataset could not be checked",
        what: "Flow Service asked Catalog about the dataset and got no usable answer.",
        next: "Try again in a few minutes.",
    },
    Row {
        codes: &["2250-500"],
        owner: Owner::Adobe,
        name: "Mapping could not be checked",
        what: "Flow Service asked Data Prep about the mapping and got no usable answer.",
        next: "Try again in a few minutes.",
    },
];
