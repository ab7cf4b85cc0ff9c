//! Whether the parts of a file beside its fields can be used: Adobe's field groups, identities, tags. A person may have
//! altered them.

use std::collections::HashSet;

use aep_client::ClassId;
use aep_client::schema_registry::Schema;

use crate::contract::mapping::{TargetField, TargetKind};
use crate::mapping::own_fields;
use crate::setup::check_tag;

use super::file::Recipe;
use super::namespace::ANY;

/// How the ids of Adobe's own field groups begin; those of an organisation have its name there.
const ADOBES: [&str; 2] = ["https://ns.adobe.com/xdm/", "https://ns.adobe.com/experience/"];
/// The most field groups, identities or tags that one recipe has.
const MOST: usize = 100;
/// The longest id, path or code.
const LONGEST: usize = 500;

/// Whether this is the id of one of Adobe's own resources, which is the same in every organisation.
fn is_adobes(id: &str) -> bool {
    ADOBES.iter().any(|start| id.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
}

/// Adobe's field groups among what a schema was made of.
pub(super) fn adobes_groups(schema: &Schema) -> impl Iterator<Item = &str> {
    let class = schema.class.as_ref().map(ClassId::as_str);
    schema.references().filter(move |id| is_adobes(id) && Some(*id) != class)
}

/// Says the first thing that is wrong, by its place in the file.
pub(super) fn check(recipe: &Recipe) -> Result<(), String> {
    let identities = recipe.identities.as_deref().unwrap_or_default();
    for (what, count) in [
        ("fieldGroups", recipe.field_groups.len()),
        ("identities", identities.len()),
        ("tags", recipe.tags.len()),
    ] {
        if count > MOST {
            return Err(format!("“{what}” has {count} entries; {MOST} are possible."));
        }
    }
    field_groups(recipe)?;
    self::identities(recipe)?;
    for (key, values) in &recipe.tags {
        check_tag(key, values).map_err(|why| format!("“tags.{key}”: {why}"))?;
    }
    Ok(())
}

fn field_groups(recipe: &Recipe) -> Result<(), String> {
    let mut seen = HashSet::new();
    for (at, group) in recipe.field_groups.iter().enumerate() {
        let place = format!("“fieldGroups[{at}].id”");
        if !is_adobes(&group.id) || group.id.len() > LONGEST {
            return Err(format!(
                "{place} is none of Adobe’s. Those of an organisation cannot be used in another; take it out."
            ));
        }
        if !seen.insert(group.id.as_str()) {
            return Err(format!("{place} stands there twice."));
        }
    }
    Ok(())
}

fn identities(recipe: &Recipe) -> Result<(), String> {
    let own = recipe.fields.as_ref().map(|fields| own_fields(ANY, fields)).unwrap_or_default();
    let (mut seen, mut has_primary) = (HashSet::new(), false);
    for (at, identity) in recipe.identities.iter().flatten().enumerate() {
        let place = format!("“identities[{at}]");
        let path = identity.path.as_str();
        if path.split('.').any(str::is_empty) || path.contains('/') || path.len() > LONGEST {
            return Err(format!("{place}.path” is no path, such as “{ANY}.visitor.id”."));
        }
        let code = identity.namespace.as_str();
        if code.trim().is_empty() || code.len() > LONGEST {
            return Err(format!("{place}.namespace” does not say what kind of ID “{path}” holds."));
        }
        if !seen.insert(path) {
            return Err(format!("{place}.path” stands there twice: “{path}”."));
        }
        if identity.primary && std::mem::replace(&mut has_primary, true) {
            return Err(format!("{place}.primary”: a schema has one primary identity at most."));
        }
        if path.starts_with(&format!("{ANY}.")) && recipe.fields.is_some() && !is_text(&own, path) {
            return Err(format!("{place}.path” is no text field of “fields”: “{path}”."));
        }
    }
    Ok(())
}

fn is_text(fields: &[TargetField], path: &str) -> bool {
    fields.iter().any(|field| field.path == path && field.kind == TargetKind::Text)
}
