//! Schema Registry: tenant, classes, field groups and schemas.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/schema-registry/>. The
//! registry refuses a good request with a wrong `Accept`: lists must not name a version, look-ups
//! must.

mod classes;
mod descriptors;
mod field_groups;
mod registry;
mod schemas;
mod tenant;

pub use classes::{Class, Classes};
pub use descriptors::{IdentityDescriptor, IdentityDescriptors, NewIdentityDescriptor};
pub use field_groups::{FieldGroup, FieldGroups, NewFieldGroup};
pub use schemas::{NewSchema, RegistryMetadata, Schema, Schemas};
pub use tenant::{Tenant, TenantStats};

/// The class of events: time series with `_id` and `timestamp`, both required.
pub const EXPERIENCE_EVENT_CLASS: &str = "https://ns.adobe.com/xdm/context/experienceevent";
/// The class of people: records with what is known of one person.
pub const PROFILE_CLASS: &str = "https://ns.adobe.com/xdm/context/profile";
