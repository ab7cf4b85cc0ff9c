//! Classes: what kind of records a schema describes.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::registry::{Container, Registry};
use crate::client::Sandbox;
use crate::error::Result;
use crate::ids::{AltId, ClassId};
use crate::page::{Page, Pages};
use crate::tolerant;

/// A class.
#[derive(Clone, Debug, Deserialize)]
pub struct Class {
    /// Its `$id`.
    #[serde(rename = "$id")]
    pub id: ClassId,
    /// Its `meta:altId`.
    #[serde(default, rename = "meta:altId")]
    pub alt_id: Option<AltId>,
    /// Its title.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub title: String,
    /// Whatever else the registry sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The classes as seen from one sandbox.
#[derive(Clone, Debug)]
pub struct Classes(Registry);

impl Sandbox {
    /// Classes.
    #[must_use]
    pub fn classes(&self) -> Classes {
        Classes(Registry::new(self.clone(), "classes"))
    }
}

impl Classes {
    /// Adobe's classes, first page: a cheap way to see whether the registry may be read.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list_global(&self) -> Result<Page<Class>> {
        self.0.cursor(Container::Global, None).page().await
    }

    /// All of Adobe's classes, page by page.
    #[must_use]
    pub fn all_global(&self) -> Pages<Class> {
        Pages::new(self.0.cursor(Container::Global, None))
    }

    /// The organisation's own classes, page by page.
    #[must_use]
    pub fn all_own(&self) -> Pages<Class> {
        Pages::new(self.0.cursor(Container::Tenant, None))
    }

    /// One of Adobe's classes with all its fields.
    ///
    /// # Errors
    /// See [`Classes::list_global`].
    pub async fn get_global(&self, id: &ClassId) -> Result<Class> {
        self.0.get_full(Container::Global, id.as_str()).await
    }
}
