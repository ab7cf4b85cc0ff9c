//! Field groups that may be picked: the organisation's own, then Adobe's.

use aep_client::Sandbox;
use aep_client::schema_registry::FieldGroup;

use crate::contract::schema_form::SchemaClass;
use crate::contract::schemas::FieldGroupChoice;
use crate::setup::without_mark;
use crate::starter::class_id;

/// Where Adobe's own resources have their ids.
const GLOBAL: &str = "https://ns.adobe.com/xdm/";

/// All of them, with the classes that each goes with.
pub(super) async fn all(sandbox: &Sandbox) -> aep_client::Result<Vec<FieldGroup>> {
    let groups = sandbox.field_groups();
    let (own, global) = tokio::try_join!(
        groups.all_with_classes().collect(),
        groups.all_global_with_classes().collect()
    )?;
    Ok(own.into_iter().chain(global).collect())
}

/// Whether this is the organisation's own, by its id.
pub(super) fn is_own(id: &str) -> bool {
    !id.starts_with(GLOBAL)
}

/// Those that go with events or with profiles.
///
/// # Errors
/// What the platform says.
pub(crate) async fn choices(sandbox: &Sandbox) -> aep_client::Result<Vec<FieldGroupChoice>> {
    let (event, profile) = (class_id(SchemaClass::Event), class_id(SchemaClass::Profile));
    let choices = all(sandbox).await?.into_iter().map(|group| FieldGroupChoice {
        own: is_own(group.id.as_str()),
        events: group.intended_to_extend.contains(&event),
        profiles: group.intended_to_extend.contains(&profile),
        title: if group.title.is_empty() { group.id.to_string() } else { group.title },
        description: without_mark(group.description.as_deref().unwrap_or_default()).to_owned(),
        id: group.id.to_string(),
    });
    Ok(choices.filter(|choice| choice.events || choice.profiles).collect())
}
