//! The place of a recipe as it can be made here: its shape, and what of the recipe has to be left out.

use aep_client::identity::IdentityNamespace;
use aep_client::{Result as Asked, Sandbox, TenantId};

use crate::contract::mapping::TargetField;
use crate::contract::place::{PlaceIdentity, PlaceShape};
use crate::contract::schema_form::SchemaClass;
use crate::mapping::{self, Planned};
use crate::starter::Source;

use super::file::{Recipe, RecipeClass};
use super::namespace::path_at_home;
use super::shape::{kept, values};

/// What is made of a recipe here.
pub(super) struct PlaceHere {
    /// What schema and dataset will be like.
    pub(super) shape: PlaceShape,
    /// The fields of the schema.
    pub(super) fields: Vec<TargetField>,
    /// Titles of Adobe's field groups in it.
    pub(super) groups: Vec<String>,
    /// Namespaces of identities; read where there are identities.
    pub(super) namespaces: Vec<IdentityNamespace>,
    /// The recipe has no fields, so that those suggested for its source are made.
    pub(super) is_suggested: bool,
}

/// Works out what can be made.
///
/// # Errors
/// What the platform says.
pub(super) async fn here(
    sandbox: &Sandbox,
    recipe: &Recipe,
    source: &Source,
    tenant: &TenantId,
) -> Asked<PlaceHere> {
    let wanted = wanted(recipe, tenant);
    let is_suggested = wanted.fields.is_empty()
        && wanted.field_groups.is_empty()
        && wanted.class == SchemaClass::Event;
    let fields = if is_suggested { source.own_properties() } else { wanted.fields.clone() };
    let mut shape = PlaceShape { fields, ..wanted };
    let planned = mapping::planned(sandbox, tenant, &shape).await?;
    let namespaces = mapping::namespaces_for(sandbox, &shape).await?;
    shape.left_out = left_out(recipe, &mut shape, &planned, &namespaces);
    let groups = planned.groups.into_iter().map(|group| group.title).collect();
    Ok(PlaceHere { shape, fields: planned.fields, groups, namespaces, is_suggested })
}

/// Everything that the recipe wants, in this organisation's own namespace.
fn wanted(recipe: &Recipe, tenant: &TenantId) -> PlaceShape {
    let class = match recipe.class {
        Some(RecipeClass::Profile) => SchemaClass::Profile,
        Some(RecipeClass::Event | RecipeClass::Other) | None => SchemaClass::Event,
    };
    let identities = recipe.identities.iter().flatten().map(|identity| PlaceIdentity {
        path: path_at_home(&identity.path, tenant),
        ..identity.clone()
    });
    PlaceShape {
        fields: recipe.fields.as_ref().map(kept).unwrap_or_default(),
        class,
        field_groups: recipe.field_groups.iter().map(|group| group.id.clone()).collect(),
        identities: identities.collect(),
        tags: recipe.tags.clone(),
        left_out: Vec::new(),
    }
}

/// Takes out what cannot be made here, and says so.
fn left_out(
    recipe: &Recipe,
    shape: &mut PlaceShape,
    planned: &Planned,
    namespaces: &[IdentityNamespace],
) -> Vec<String> {
    let mut told = Vec::new();
    if recipe.class == Some(RecipeClass::Other) {
        told.push(
            "The recipe’s schema is of a class that only its own organisation has. The schema made here describes \
             events (XDM ExperienceEvent)."
                .to_owned(),
        );
    }
    shape.field_groups.retain(|id| !planned.absent.contains(id));
    for group in recipe.field_groups.iter().filter(|group| planned.absent.contains(&group.id)) {
        let name = if group.title.is_empty() { &group.id } else { &group.title };
        told.push(format!(
            "Adobe’s ready-made fields “{name}” are not part of the schema made here: this organisation is not offered \
             them, or they do not go with it."
        ));
    }
    shape.identities.retain(|identity| {
        let unfit = mapping::unfit_identity(identity, &planned.fields, namespaces);
        told.extend(unfit.iter().map(|why| {
            format!("{} is an identity in the recipe and is not marked here: {why}.", identity.path)
        }));
        unfit.is_none()
    });
    if recipe.profile {
        told.push(
            "The recipe’s schema was enabled for Profile. A recipe never does that, because it cannot be undone; \
             afterwards you can do it on the page of the schema."
                .to_owned(),
        );
    }
    told
}

impl PlaceHere {
    /// Whether the starter of the source makes just this.
    pub(super) fn is_starters(&self, source: &Source, tenant: &TenantId) -> bool {
        let shape = &self.shape;
        let is_plain = shape.class == SchemaClass::Event
            && shape.field_groups.is_empty()
            && shape.identities.is_empty()
            && shape.tags.is_empty()
            && shape.left_out.is_empty();
        is_plain && values(self.fields.clone()) == values(source.target_fields(tenant))
    }

    /// The name of a namespace, or its code.
    pub(super) fn namespace<'n>(&'n self, code: &'n str) -> &'n str {
        let known = self.namespaces.iter().find(|known| known.code == code);
        known.map_or(code, |known| known.name.as_str()).trim()
    }
}
