//! Accounts (the platform's base connections): what is known of them, and what is asked to make and change one.
//! What they sign in with goes one way only: no reply carries a value of it.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::account_form::AuthForm;
use super::error::AppError;
use super::flows::{FlowState, NamedObject, TechnicalDetail};

/// The accounts of the sandbox.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AccountList {
    /// Every account, by name.
    pub rows: Vec<AccountRow>,
    /// Why it could not be read how many dataflows use them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// One account in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AccountRow {
    /// Its id.
    pub id: String,
    /// Its name, or its id where it has none.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Name of the source it signs in to; "Unknown source" when nobody knows.
    pub source: String,
    /// Whether it is usable.
    pub state: FlowState,
    /// How many dataflows use it, where that could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<u32>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub created_at: Option<i64>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number"))]
    pub updated_at: Option<i64>,
    /// Who made it.
    pub created_by: String,
    /// Who changed it last.
    pub updated_by: String,
}

/// Names one account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AccountRef {
    /// Id of the account.
    pub account_id: String,
}

/// One account, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct AccountDetail {
    /// The same as in the list.
    pub row: AccountRow,
    /// What a change starts from.
    pub words: AccountWords,
    /// How it signs in, by the source's own name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<String>,
    /// What to enter to sign in otherwise; absent where that cannot be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<AuthForm>,
    /// Why it can be looked at but not changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_only: Option<String>,
    /// What uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<AccountUses>,
    /// Why that could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses_problem: Option<AppError>,
    /// Ids and the like, for Technical details.
    pub technical: Vec<TechnicalDetail>,
    /// When this was read, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub read_at: i64,
}

/// The words of an account and the version that they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AccountWords {
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Names the version; means nothing to a person.
    pub version: String,
}

/// What uses an account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AccountUses {
    /// Dataflows that read with it.
    pub flows: Vec<NamedObject>,
    /// Source connections of it that no dataflow uses.
    pub leftovers: Vec<NamedObject>,
}

/// A source that accounts can be made for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AccountSource {
    /// Id of the source at Adobe.
    pub spec_id: String,
    /// Its name.
    pub name: String,
    /// The ways to sign in; at least one.
    pub ways: Vec<AuthForm>,
}

/// One value of a form. All count as secrets on their way.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ParamInput {
    /// `AuthField.path`.
    pub path: String,
    /// What was typed or picked; goes one way only.
    #[cfg_attr(test, ts(type = "string"))]
    pub value: SecretString,
}

/// Argument of `create_account`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct CreateAccount {
    /// `AccountSource.specId`.
    pub spec_id: String,
    /// Name of the way to sign in.
    pub way: String,
    /// Name of the account.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// The values of the form.
    pub params: Vec<ParamInput>,
}

/// Argument of `update_account`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct UpdateAccount {
    /// Id of the account.
    pub account_id: String,
    /// Its name from now on.
    pub name: String,
    /// Its description from now on.
    pub description: String,
    /// What the change started from.
    pub base: AccountWords,
    /// Everything it signs in with from now on; absent to leave that as it is. What is left out is lost.
    pub credentials: Option<Vec<ParamInput>>,
}

/// Reply of `update_account`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AccountUpdate {
    /// It is as wanted.
    Saved,
    /// Someone else changed the same thing meanwhile. Nothing was sent.
    Changed {
        /// What they made of it: start from this.
        theirs: AccountWords,
        /// When; milliseconds since 1970.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional, type = "number"))]
        at: Option<i64>,
        /// Who; may be empty.
        by: String,
    },
}

/// Reply of `test_account`: the source's verdict, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct AccountTest {
    /// The source let it in.
    pub works: bool,
    /// The verdict in a sentence.
    pub title: String,
    /// What it means, and what to do.
    pub hint: String,
    /// When it was tested, by the session's clock.
    #[cfg_attr(test, ts(type = "number"))]
    pub tested_at: i64,
}

/// Reply of `delete_account`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AccountDeletion {
    /// It is gone; that was checked.
    Deleted,
    /// Something uses it, so Adobe keeps it. Nothing was changed.
    InUse {
        /// What does.
        uses: AccountUses,
    },
}
