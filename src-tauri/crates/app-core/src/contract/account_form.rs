//! The form that a source asks for when one signs in to it: a plain model of its JSON Schema.

use serde::{Deserialize, Serialize};

/// One way to sign in, as a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AuthForm {
    /// Its name, by which an account refers to it.
    pub name: String,
    /// What the source says about it; may be empty.
    pub about: String,
    /// What it asks for, in the source's order.
    pub fields: Vec<AuthField>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AuthField {
    /// Where its value goes: the keys, joined by `/`. Empty for a field that holds everything.
    pub path: String,
    /// Its name on screen.
    pub label: String,
    /// What the source says about it; may be empty.
    pub help: String,
    /// Has to be filled in.
    pub required: bool,
    /// What it starts with, as the text of an input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// An example of the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// What kind of value it takes.
    pub kind: AuthFieldKind,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AuthFieldKind {
    /// A line of text.
    Text {
        /// What it may look like.
        limits: TextLimits,
    },
    /// A line of text that nobody may see.
    Secret {
        /// What it may look like.
        limits: TextLimits,
    },
    /// An address.
    Uri,
    /// A number.
    Number {
        /// Without decimals.
        integer: bool,
        /// At least.
        #[serde(skip_serializing_if = "Option::is_none")]
        minimum: Option<f64>,
        /// At most.
        #[serde(skip_serializing_if = "Option::is_none")]
        maximum: Option<f64>,
    },
    /// Yes or no: `true` or `false`.
    Boolean,
    /// One of several.
    Choice {
        /// Which.
        options: Vec<AuthOption>,
    },
    /// Several fields that belong together.
    Group {
        /// They.
        fields: Vec<AuthField>,
    },
    /// Something that no field of ours can show: JSON, typed by hand.
    Json {
        /// It holds a secret, so nobody may see it.
        secret: bool,
    },
}

/// What a text may look like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct TextLimits {
    /// Characters, at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Characters, at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// A regular expression that has to match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
}

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AuthOption {
    /// What to send, as JSON.
    pub value: String,
    /// Its name on screen.
    pub label: String,
}
