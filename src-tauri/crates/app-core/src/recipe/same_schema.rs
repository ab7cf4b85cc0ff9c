//! Schemas that are here already and are the recipe's in all that matters, whatever their title: its class, Adobe's
//! field groups, its own fields with their types, its identities. And the schema of the recipe's title, where that one
//! differs: how.

use std::collections::{BTreeMap, BTreeSet};

use aep_client::schema_registry::{IdentityDescriptor, Schema};
use aep_client::{Result, Sandbox, TenantId};

use crate::contract::mapping::{MappingLine, TargetField, TargetKind};
use crate::contract::place::PlaceIdentity;
use crate::contract::schema_form::SchemaClass;
use crate::mapping::{found, schema_fields};
use crate::starter::class_id;

use super::file::Recipe;
use super::identities::{Codes, of_schema};
use super::parts::adobes_groups;
use super::place::PlaceHere;
use super::shape::values;

/// How many schemas are compared field by field, that of the recipe's title first.
const MOST: usize = 20;

/// What is here.
#[derive(Default)]
pub(super) struct Here {
    /// Schemas that can be used as they are: id and title.
    pub(super) same: Vec<(String, String)>,
    /// The schema of the recipe's title, where it is another one, and how it differs.
    pub(super) namesake: Option<(String, Vec<Difference>)>,
    /// How many more could be the same, and were not compared.
    pub(super) not_compared: usize,
}

/// What a schema has otherwise than the recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Difference {
    /// It is of another class.
    Class,
    /// It has other field groups of Adobe.
    Groups,
    /// Fields that it lacks, or has with another type.
    Lacks(Vec<String>),
    /// Fields of the organisation's own that only it has.
    Adds(Vec<String>),
    /// Fields that must be filled, and that no line fills.
    Demands(Vec<String>),
    /// Other fields are identities, or in another way.
    Identities,
}

/// What the recipe wants of a schema.
pub(super) struct Wanted<'r> {
    pub(super) recipe: &'r Recipe,
    pub(super) place: &'r PlaceHere,
    pub(super) lines: &'r [MappingLine],
    pub(super) tenant: &'r TenantId,
}

/// Looks.
///
/// # Errors
/// What the platform says.
pub(super) async fn look(sandbox: &Sandbox, wanted: &Wanted<'_>) -> Result<Here> {
    let mut here = Here::default();
    let all = sandbox.schemas().all_with_class().collect().await?;
    let mut candidates: Vec<&Schema> =
        all.iter().filter(|schema| wanted.is_named(schema) || wanted.may_be(schema)).collect();
    candidates.sort_by_key(|schema| !wanted.is_named(schema));
    if candidates.is_empty() {
        return Ok(here);
    }
    here.not_compared = candidates.len().saturating_sub(MOST);
    let marks = marks(sandbox).await?;
    let codes = Codes::for_marks(sandbox, marks.as_deref().unwrap_or_default()).await?;
    for listed in candidates.into_iter().take(MOST) {
        let Some(full) = found(sandbox.schemas().get_full(&listed.id).await)? else { continue };
        let identities = marks.as_ref().map(|marks| of_schema(marks, &listed.id, &codes));
        let differences = wanted.differences(listed, &full, identities.as_deref());
        if differences.is_empty() {
            here.same.push((listed.id.to_string(), listed.title.clone()));
        } else if wanted.is_named(listed) {
            here.namesake = Some((listed.title.clone(), differences));
        }
    }
    Ok(here)
}

/// All marks of the sandbox; none when this sign-in may not read them.
async fn marks(sandbox: &Sandbox) -> Result<Option<Vec<IdentityDescriptor>>> {
    match sandbox.identity_descriptors().all().collect().await {
        Err(error) if error.status() == Some(403) => Ok(None),
        read => read.map(Some),
    }
}

impl Wanted<'_> {
    fn is_named(&self, schema: &Schema) -> bool {
        let recipe = self.recipe;
        let title = if recipe.schema.trim().is_empty() { &recipe.dataset } else { &recipe.schema };
        !title.trim().is_empty() && schema.title == title.trim()
    }

    /// Whether it is worth being read whole. A set-up writes into those that exist for events alone, and a recipe that
    /// could not read its schema is like none.
    fn may_be(&self, schema: &Schema) -> bool {
        self.recipe.fields.is_some() && self.is_of_class(schema) && self.has_groups(schema)
    }

    fn is_of_class(&self, schema: &Schema) -> bool {
        let event = SchemaClass::Event;
        self.place.shape.class == event && schema.class.as_ref() == Some(&class_id(event))
    }

    /// An older recipe does not say which there are.
    fn has_groups(&self, schema: &Schema) -> bool {
        let there = adobes_groups(schema);
        let wanted = self.recipe.field_groups.iter().map(|group| group.id.as_str());
        self.recipe.is_without_parts()
            || there.collect::<BTreeSet<_>>() == wanted.collect::<BTreeSet<_>>()
    }

    fn differences(
        &self,
        listed: &Schema,
        full: &Schema,
        identities: Option<&[PlaceIdentity]>,
    ) -> Vec<Difference> {
        let there = schema_fields(full);
        let demands = self.demands(&there, identities);
        let (wanted, own) = (self.own(&self.place.fields), self.own(&there));
        let lacks = self.lacks(&there, &wanted, &own);
        let adds: Vec<String> =
            own.keys().filter(|path| !wanted.contains_key(*path)).cloned().collect();
        [
            (!self.is_of_class(listed)).then_some(Difference::Class),
            (!self.has_groups(listed)).then_some(Difference::Groups),
            (!lacks.is_empty()).then_some(Difference::Lacks(lacks)),
            (!adds.is_empty()).then_some(Difference::Adds(adds)),
            (!demands.is_empty()).then_some(Difference::Demands(demands)),
            (!self.has_identities(identities)).then_some(Difference::Identities),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Fields of the recipe that are missing or of another type, and targets of lines that are missing.
    fn lacks(
        &self,
        there: &[TargetField],
        wanted: &BTreeMap<String, TargetKind>,
        own: &BTreeMap<String, TargetKind>,
    ) -> Vec<String> {
        let all: BTreeSet<&String> = there.iter().map(|field| &field.path).collect();
        let other = wanted.iter().filter(|(path, kind)| own.get(*path) != Some(*kind));
        let targets = self.lines.iter().map(|line| &line.target);
        let lost = targets.filter(|target| !all.contains(target) && !wanted.contains_key(*target));
        let lacks: BTreeSet<String> = other.map(|(path, _)| path).chain(lost).cloned().collect();
        lacks.into_iter().collect()
    }

    /// Values that every record must have there, and that no line fills: a record without them is refused.
    fn demands(&self, there: &[TargetField], identities: Option<&[PlaceIdentity]>) -> Vec<String> {
        let primary = identities.into_iter().flatten().filter(|one| one.primary);
        let required = there.iter().filter(|field| field.required);
        let values = required.filter(|field| field.kind != TargetKind::Object);
        let must = values.map(|field| &field.path).chain(primary.map(|one| &one.path));
        let open = must.filter(|path| !self.lines.iter().any(|line| line.target == **path));
        open.cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// A recipe that does not say which fields are identities is content with any. Where the marks of this sandbox may
    /// not be read, nothing is taken to be the same.
    fn has_identities(&self, there: Option<&[PlaceIdentity]>) -> bool {
        if self.recipe.identities.is_none() {
            return true;
        }
        let key = |one: &PlaceIdentity| (one.path.clone(), one.namespace.clone(), one.primary);
        let wanted: BTreeSet<_> = self.place.shape.identities.iter().map(key).collect();
        let left_out = self.recipe.identities.as_ref().map_or(0, Vec::len) != wanted.len();
        !left_out
            && there.is_some_and(|there| there.iter().map(key).collect::<BTreeSet<_>>() == wanted)
    }

    /// Types of the organisation's own fields, by path.
    fn own(&self, fields: &[TargetField]) -> BTreeMap<String, TargetKind> {
        let namespace = format!("{}.", self.tenant.namespace());
        let own = fields.iter().filter(|field| field.path.starts_with(&namespace));
        values(own.cloned().collect())
    }
}
