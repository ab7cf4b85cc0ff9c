//! The two classes that schemas can be made of. Names and types of the fields are Adobe's.

use serde_json::{Value, json};

/// One of Adobe's classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Class {
    pub(crate) uri: &'static str,
    pub(crate) alt_id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) behaviour: &'static str,
    pub(crate) required: &'static [&'static str],
    time_series: bool,
}

/// All classes.
pub(crate) const CLASSES: [Class; 2] = [
    Class {
        uri: "https://ns.adobe.com/xdm/context/experienceevent",
        alt_id: "_xdm.context.experienceevent",
        title: "XDM ExperienceEvent",
        behaviour: "https://ns.adobe.com/xdm/data/time-series",
        required: &["_id", "timestamp"],
        time_series: true,
    },
    Class {
        uri: "https://ns.adobe.com/xdm/context/profile",
        alt_id: "_xdm.context.profile",
        title: "XDM Individual Profile",
        behaviour: "https://ns.adobe.com/xdm/data/record",
        required: &[],
        time_series: false,
    },
];

/// Whether this is the `$id` of a class.
pub(crate) fn is_class(uri: &str) -> bool {
    CLASSES.iter().any(|class| class.uri == uri)
}

impl Class {
    /// The fields that the class gives to a schema.
    pub(crate) fn properties(self) -> Value {
        let text =
            |title: &str| json!({ "title": title, "type": "string", "meta:xdmType": "string" });
        let mut fields = json!({ "_id": text("Identifier") });
        if self.time_series {
            fields["timestamp"] = json!({
                "title": "Timestamp",
                "type": "string",
                "format": "date-time",
                "meta:xdmType": "date-time",
            });
            fields["eventMergeId"] = text("Event merge ID");
            fields["eventType"] = text("Event type");
            fields["producedBy"] = text("Produced by");
        } else {
            fields["createdByBatchID"] = text("Created by batch");
            fields["modifiedByBatchID"] = text("Modified by batch");
        }
        fields["identityMap"] = json!({
            "title": "Identity map",
            "type": "object",
            "meta:xdmType": "map",
            "additionalProperties": { "type": "array", "items": { "type": "object" } },
        });
        fields
    }
}
