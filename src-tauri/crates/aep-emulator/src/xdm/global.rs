//! A few of Adobe's own field groups, each with a few of its fields: enough to pick from.

use serde_json::{Value, json};

/// One of Adobe's field groups.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GlobalGroup {
    pub(crate) uri: &'static str,
    pub(crate) alt_id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    /// The `$id` of the class that it goes with.
    pub(crate) class: &'static str,
    /// Dotted paths with their types.
    fields: &'static [(&'static str, &'static str)],
}

const EVENT: &str = "https://ns.adobe.com/xdm/context/experienceevent";
const PROFILE: &str = "https://ns.adobe.com/xdm/context/profile";

/// All of them, by title.
pub(crate) const GLOBAL_GROUPS: [GlobalGroup; 4] = [
    GlobalGroup {
        uri: "https://ns.adobe.com/xdm/context/experienceevent-commerce",
        alt_id: "_xdm.context.experienceevent-commerce",
        title: "Commerce Details",
        description: "Orders, carts and purchases",
        class: EVENT,
        fields: &[
            ("commerce.order.purchaseID", "string"),
            ("commerce.order.priceTotal", "number"),
            ("commerce.purchases.value", "number"),
        ],
    },
    GlobalGroup {
        uri: "https://ns.adobe.com/xdm/context/profile-person-details",
        alt_id: "_xdm.context.profile-person-details",
        title: "Demographic Details",
        description: "Name, birthday and language of a person",
        class: PROFILE,
        fields: &[
            ("person.name.firstName", "string"),
            ("person.name.lastName", "string"),
            ("person.birthYear", "integer"),
        ],
    },
    GlobalGroup {
        uri: "https://ns.adobe.com/xdm/context/experienceevent-environment-details",
        alt_id: "_xdm.context.experienceevent-environment-details",
        title: "Environment Details",
        description: "Browser and device that an event came from",
        class: EVENT,
        fields: &[
            ("environment.browserDetails.userAgent", "string"),
            ("environment.browserDetails.acceptLanguage", "string"),
            ("environment.type", "string"),
        ],
    },
    GlobalGroup {
        uri: "https://ns.adobe.com/xdm/context/profile-personal-details",
        alt_id: "_xdm.context.profile-personal-details",
        title: "Personal Contact Details",
        description: "Addresses of a person",
        class: PROFILE,
        fields: &[
            ("personalEmail.address", "string"),
            ("mobilePhone.number", "string"),
            ("homeAddress.city", "string"),
        ],
    },
];

/// The one with this `$id` or `meta:altId`.
pub(crate) fn global_group(id: &str) -> Option<GlobalGroup> {
    GLOBAL_GROUPS.into_iter().find(|group| group.uri == id || group.alt_id == id)
}

impl GlobalGroup {
    /// Its fields as JSON Schema.
    pub(crate) fn properties(self) -> Value {
        let mut properties = json!({});
        for (path, kind) in self.fields {
            let mut at = &mut properties;
            let (parents, leaf) = path.rsplit_once('.').unwrap_or(("", path));
            for step in parents.split('.').filter(|step| !step.is_empty()) {
                if at.get(step).is_none() {
                    at[step] = json!({ "title": step, "type": "object", "properties": {} });
                }
                at = &mut at[step]["properties"];
            }
            at[leaf] = json!({ "title": leaf, "type": kind });
        }
        properties
    }
}
