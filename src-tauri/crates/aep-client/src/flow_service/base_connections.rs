//! Base connections, "accounts" on screen: authenticated links to a source. Pendo needs none.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::collection::{Collection, Created, Resource};
use super::reference::SpecRef;
use super::state::ResourceState;
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::{ETag, Tagged};
use crate::ids::{BaseConnectionId, ConnectionSpecId};
use crate::page::{Page, Pages};
use crate::patch::Patch;
use crate::query::ListQuery;
use crate::request::Method;
use crate::tolerant;

/// The parameters of a way to log in, secrets among them: they go out and never print.
#[derive(Clone, Default, Serialize)]
#[serde(transparent)]
pub struct AuthParams(Map<String, Value>);

impl AuthParams {
    /// Takes the values of a form that follows the connection specification's `authSpec`.
    #[must_use]
    pub fn new(values: Map<String, Value>) -> Self {
        Self(values)
    }

    /// The patch that replaces all parameters of an account. Every parameter has to be given again,
    /// secrets included: what is not sent is lost.
    #[must_use]
    pub fn as_patch(&self) -> Patch {
        Patch::new().replace("/auth/params", self.0.clone())
    }
}

impl fmt::Debug for AuthParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// An account as the platform shows it. The parameters it was made with are masked by the platform
/// and dropped here: they must not be written back.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BaseConnection {
    /// Its id.
    pub id: BaseConnectionId,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// Whether it is usable.
    #[serde(default)]
    pub state: ResourceState,
    /// Its version, for updates.
    #[serde(default, alias = "eTag")]
    pub etag: Option<ETag>,
    /// Which kind of source.
    #[serde(default)]
    pub connection_spec: Option<SpecRef<ConnectionSpecId>>,
    /// How it logs in.
    #[serde(default)]
    pub auth: Option<AuthShown>,
    /// When it was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated_at: Option<Timestamp>,
    /// Who made it.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub created_by: Option<String>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub updated_by: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How an account logs in, without the parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthShown {
    /// The name of the way to log in, from the connection specification.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub spec_name: Option<String>,
}

impl Resource for BaseConnection {
    fn name(&self) -> &str {
        &self.name
    }

    fn etag(&self) -> Option<&ETag> {
        self.etag.as_ref()
    }
}

/// An account to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewBaseConnection {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    connection_spec: SpecRef<ConnectionSpecId>,
    auth: NewAuth,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct NewAuth {
    spec_name: String,
    params: AuthParams,
}

impl NewBaseConnection {
    /// An account for a kind of source; `auth_spec` is the name of one of its ways to log in.
    pub fn new(
        name: impl Into<String>,
        spec: &ConnectionSpecId,
        auth_spec: impl Into<String>,
        params: AuthParams,
    ) -> Self {
        Self {
            name: name.into(),
            description: None,
            connection_spec: SpecRef::v1(spec.clone()),
            auth: NewAuth { spec_name: auth_spec.into(), params },
        }
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }
}

#[derive(Deserialize)]
struct Tested {
    result: bool,
}

/// The accounts of one sandbox.
#[derive(Clone, Debug)]
pub struct BaseConnections(Collection);

impl Sandbox {
    /// Base connections.
    #[must_use]
    pub fn base_connections(&self) -> BaseConnections {
        BaseConnections(Collection::new(self.clone(), "/connections"))
    }
}

impl BaseConnections {
    /// The first page.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<BaseConnection>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<BaseConnection> {
        self.0.all(query)
    }

    /// All with exactly this name: names need not be unique.
    ///
    /// # Errors
    /// See [`BaseConnections::list`].
    pub async fn find_by_name(&self, name: &str) -> Result<Vec<BaseConnection>> {
        self.0.find_by_name(name, ListQuery::new()).await
    }

    /// One account.
    ///
    /// # Errors
    /// See [`BaseConnections::list`].
    pub async fn get(&self, id: &BaseConnectionId) -> Result<Tagged<BaseConnection>> {
        self.0.get(id.as_str()).await
    }

    /// Makes an account.
    ///
    /// # Errors
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) when it may have been made.
    pub async fn create(&self, new: &NewBaseConnection) -> Result<Created<BaseConnectionId>> {
        self.0.create(new).await
    }

    /// Changes an account.
    ///
    /// # Errors
    /// HTTP 412 ([`Error::is_stale`](crate::Error::is_stale)) when somebody else changed it.
    pub async fn update(&self, id: &BaseConnectionId, etag: &ETag, patch: &Patch) -> Result<ETag> {
        self.0.update(id.as_str(), etag, patch).await
    }

    /// Whether the source accepts the account. A failed test is an answer, not an error.
    ///
    /// # Errors
    /// See [`BaseConnections::list`].
    pub async fn test(&self, id: &BaseConnectionId) -> Result<bool> {
        let path = self.0.path().id(id.as_str()).then("/test");
        let answer: Tested = self.0.fetch(&self.0.request(Method::Get, path)).await?;
        Ok(answer.result)
    }

    /// Removes an account.
    ///
    /// # Errors
    /// 1418 while a flow uses it.
    pub async fn delete(&self, id: &BaseConnectionId) -> Result<()> {
        self.0.delete(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, json};

    use super::{AuthParams, BaseConnection, NewBaseConnection};

    fn params() -> AuthParams {
        AuthParams::new(Map::from_iter([("password".to_owned(), json!("canary"))]))
    }

    #[test]
    fn a_new_account_names_its_way_to_log_in_and_does_not_print_its_secrets() {
        let new = NewBaseConnection::new("n", &"c".into(), "Basic Authentication", params());
        let expected = json!({
            "name": "n",
            "connectionSpec": {"id": "c", "version": "1.0"},
            "auth": {"specName": "Basic Authentication", "params": {"password": "canary"}}
        });
        assert_eq!(serde_json::to_value(&new).unwrap(), expected);
        assert!(!format!("{new:?}").contains("canary"));
    }

    #[test]
    fn the_parameters_of_an_account_are_not_kept() {
        let json = r#"{"id":"b","auth":{"specName":"Basic","params":{"password":"canary"}}}"#;
        let account: BaseConnection = serde_json::from_str(json).unwrap();
        assert_eq!(account.auth.as_ref().unwrap().spec_name.as_deref(), Some("Basic"));
        assert!(!format!("{account:?}").contains("canary"));
    }
}
