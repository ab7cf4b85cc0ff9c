//! One type per kind of identifier, so that a source connection's id cannot be passed for a
//! target's. All are opaque: the platform makes them, we only hand them back.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the identifier as it was written by the platform or the person.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self::new(id)
            }
        }
    )*};
}

ids! {
    /// The name of a sandbox, the value of `x-sandbox-name`.
    SandboxName;
    /// An organisation, with its `@AdobeOrg` ending.
    OrgId;
    /// A credential's client id; it is also the value of `x-api-key`.
    ClientId;
    /// An account: an authenticated link to a source.
    BaseConnectionId;
    /// A source connection: which data, in which format.
    SourceConnectionId;
    /// A target connection: the dataset and schema that data lands in.
    TargetConnectionId;
    /// A dataflow.
    FlowId;
    /// One run of a dataflow.
    RunId;
    /// The platform's description of a kind of source or target.
    ConnectionSpecId;
    /// The platform's description of a kind of dataflow.
    FlowSpecId;
    /// A mapping set of Data Prep: 32 hexadecimal digits.
    MappingSetId;
    /// A dataset: 24 hexadecimal digits.
    DatasetId;
    /// The `$id` of a schema, an address such as `https://ns.adobe.com/TENANT/schemas/…`.
    SchemaId;
    /// The `$id` of a field group; its path contains `/mixins/` for historical reasons.
    FieldGroupId;
    /// The `@id` of a descriptor in the Schema Registry.
    DescriptorId;
    /// The `$id` of a class, such as that of experience events.
    ClassId;
    /// The `meta:altId` of a resource in the Schema Registry: fit for a path without encoding.
    AltId;
    /// The organisation's tenant id, **without** the leading underscore.
    TenantId;
}

impl TenantId {
    /// The field that holds all custom fields: the tenant id with one underscore before it.
    #[must_use]
    pub fn namespace(&self) -> String {
        format!("_{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{FlowId, TenantId};

    #[test]
    fn an_id_is_plain_text_in_json() {
        let id: FlowId = serde_json::from_str("\"f-1\"").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"f-1\"");
        assert_eq!(id.to_string(), "f-1");
    }

    #[test]
    fn the_namespace_of_custom_fields_has_one_underscore() {
        assert_eq!(TenantId::new("acme").namespace(), "_acme");
    }
}
