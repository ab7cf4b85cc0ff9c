//! One request, before anything about sending is decided: which service, path, query, body.
//!
//! A request always names its scope, so none can be built without saying which sandbox it is for.

use serde::Serialize;

use crate::encode;
use crate::etag::ETag;
use crate::ids::SandboxName;
use crate::problem::Origin;
use crate::retry::Kind;
use crate::transport::LARGEST_BODY;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// The services behind the platform's host, each with its own base path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    FlowService,
    SchemaRegistry,
    Catalog,
    DataPrep,
    SandboxManagement,
    DataAccess,
    Identity,
}

impl Root {
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::FlowService => "/data/foundation/flowservice",
            Self::SchemaRegistry => "/data/foundation/schemaregistry",
            Self::Catalog => "/data/foundation/catalog",
            Self::DataPrep => "/data/foundation/conversion",
            Self::SandboxManagement => "/data/foundation/sandbox-management",
            Self::DataAccess => "/data/foundation/export",
            Self::Identity => "/data/core/idnamespace",
        }
    }

    pub(crate) fn origin(self) -> Origin {
        match self {
            Self::FlowService => Origin::FlowService,
            Self::SchemaRegistry => Origin::SchemaRegistry,
            Self::Catalog => Origin::Catalog,
            Self::DataPrep => Origin::DataPrep,
            Self::SandboxManagement => Origin::SandboxManagement,
            Self::DataAccess => Origin::DataAccess,
            Self::Identity => Origin::Identity,
        }
    }
}

/// What a request is about: one sandbox, or the organisation (the list of sandboxes alone).
#[derive(Clone, Debug)]
pub(crate) enum Scope {
    Organisation,
    Sandbox(SandboxName),
}

/// A path below a service's base, once as sent and once with placeholders for logs and errors.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    pub(crate) sent: String,
    pub(crate) template: String,
    /// What stands for the placeholders, not encoded.
    pub(crate) ids: Vec<String>,
}

impl Path {
    pub(crate) fn new(fixed: &str) -> Self {
        Self { sent: fixed.to_owned(), template: fixed.to_owned(), ids: Vec::new() }
    }

    /// Appends one encoded segment, shown as `{id}`.
    pub(crate) fn id(mut self, id: &str) -> Self {
        self.sent.push('/');
        self.sent.push_str(&encode::component(id));
        self.template.push_str("/{id}");
        self.ids.push(id.to_owned());
        self
    }

    /// Appends a fixed tail such as `/action`.
    pub(crate) fn then(mut self, fixed: &str) -> Self {
        self.sent.push_str(fixed);
        self.template.push_str(fixed);
        self
    }
}

/// A query string under construction; values are encoded here and nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(String);

impl Query {
    pub(crate) fn pair(mut self, key: &str, value: &str) -> Self {
        self.raw(key, &encode::component(value));
        self
    }

    /// A value that is encoded already, because part of it (`==`) has to stay readable.
    pub(crate) fn raw(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(value);
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a request goes.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// Path and query below the service's base.
    Below(String),
    /// A link from an answer: path and query below the service's base or the host, or absolute.
    /// Used verbatim; the host is checked before the token is added.
    Link(String),
}

/// A request that can be sent, and sent again.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) kind: Kind,
    pub(crate) root: Root,
    pub(crate) scope: Scope,
    pub(crate) target: Target,
    pub(crate) template: String,
    pub(crate) ids: Vec<String>,
    pub(crate) accept: &'static str,
    pub(crate) if_match: Option<ETag>,
    pub(crate) body: Option<Vec<u8>>,
    /// How large the answer may be, in bytes.
    pub(crate) limit: usize,
}

impl Request {
    pub(crate) fn new(scope: Scope, method: Method, root: Root, path: Path) -> Self {
        let kind = match method {
            Method::Get => Kind::Read,
            Method::Post => Kind::Create,
            Method::Put | Method::Patch => Kind::Update,
            Method::Delete => Kind::Delete,
        };
        Self {
            method,
            kind,
            root,
            scope,
            target: Target::Below(path.sent),
            template: path.template,
            ids: path.ids,
            accept: "application/json",
            if_match: None,
            body: None,
            limit: LARGEST_BODY,
        }
    }

    /// A link that an answer of this service held; `template` stands for it in logs and errors.
    pub(crate) fn link(scope: Scope, root: Root, link: &str, template: &str) -> Self {
        let request = Self::new(scope, Method::Get, root, Path::new(template));
        Self { target: Target::Link(link.to_owned()), ..request }
    }

    pub(crate) fn at_most(mut self, limit: usize) -> Self {
        self.limit = limit.min(LARGEST_BODY);
        self
    }

    pub(crate) fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub(crate) fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    pub(crate) fn if_match(mut self, etag: &ETag) -> Self {
        self.if_match = Some(etag.clone());
        self
    }

    pub(crate) fn query(mut self, query: &Query) -> Self {
        if let Target::Below(path) = &mut self.target
            && !query.as_str().is_empty()
        {
            path.push('?');
            path.push_str(query.as_str());
        }
        self
    }

    pub(crate) fn json<T: Serialize>(mut self, body: &T) -> Self {
        let body = serde_json::to_vec(body).expect("bodies are made of maps with text keys");
        self.body = Some(body);
        self
    }

    /// Method and path with placeholders: what may appear in logs and errors.
    pub(crate) fn operation(&self) -> String {
        format!("{} {}", self.method.name(), self.template)
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, Query};

    #[test]
    fn an_id_cannot_leave_its_segment_and_does_not_show_in_the_template() {
        let path = Path::new("/flows").id("a/../b?c").then("/action");
        assert_eq!(path.sent, "/flows/a%2F..%2Fb%3Fc/action");
        assert_eq!(path.template, "/flows/{id}/action");
    }

    #[test]
    fn a_query_value_is_encoded_once() {
        let query = Query::default().pair("limit", "20").pair("orderBy", "+createdDate");
        assert_eq!(query.as_str(), "limit=20&orderBy=%2BcreatedDate");
    }
}
