//! Identifiers that are the same in every organisation.
//!
//! Source: the tutorial "Create a source connection and dataflow for Pendo using the Flow Service
//! API" on Experience League, where each is given as a fixed value.

/// Connection specification of the Pendo source, version [`SPEC_VERSION`].
pub const PENDO_CONNECTION_SPEC: &str = "6ff5654f-19d5-427d-bd3e-c0ebc802389a";

/// Connection specification of the data lake, where target connections lead.
pub const DATA_LAKE_CONNECTION_SPEC: &str = "c604ff05-7f1a-43c0-8e18-33bf874cb11c";

/// Flow specification of streaming sources with a webhook.
pub const STREAMING_FLOW_SPEC: &str = "e77fde5a-22a8-11ed-861d-0242ac120002";

/// Provider of streaming sources.
pub const STREAMING_PROVIDER: &str = "521eee4d-8cbe-4906-bb48-fb6bd4450033";

/// Version of all the specifications above.
pub const SPEC_VERSION: &str = "1.0";

/// The format of the data that Pendo sends, the only one its source supports.
pub const DATA_FORMAT: &str = "json";

/// The `version` of a schema in target connections and mapping sets: a content type, not a number.
/// Only major version 1 exists. It must be the same in dataset, target connection and mapping set
/// (1425-400).
pub const SCHEMA_CONTENT_TYPE: &str = "application/vnd.adobe.xed-full+json;version=1";
