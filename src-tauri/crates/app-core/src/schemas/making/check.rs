//! Everything that can be said before the first write: what the form itself tells, then what only the platform
//! knows, side by side.

use aep_client::Sandbox;
use aep_client::schema_registry::FieldGroup;

use crate::app::ActiveSession;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::schema_form::{IdentityChoice, SchemaClass, SchemaForm, SchemaStart};
use crate::schemas::{groups, shape};
use crate::setup::{check_description, check_name, field_group_name};
use crate::starter::{class_id, first_source};

/// The form without white space around what was typed.
pub(crate) fn tidy(mut form: SchemaForm) -> SchemaForm {
    form.title = form.title.trim().to_owned();
    form.description = form.description.trim().to_owned();
    if let SchemaStart::Sample { fields } = &mut form.start {
        for field in fields {
            field.name = field.name.trim().to_owned();
        }
    }
    form
}

/// Looks at everything that a tidy form depends on; answers the organisation's tenant id.
///
/// # Errors
/// `validation`, every field at once; what kept the platform from being asked.
pub(crate) async fn inspect(
    session: &ActiveSession,
    form: &SchemaForm,
) -> Result<String, AppError> {
    let mut found = problems(form);
    let title = found.iter().all(|problem| problem.field != "title").then_some(&*form.title);
    let sandbox = &session.sandbox;
    let tenant = sandbox.tenant();
    let (stats, taken, groups, namespaces) = tokio::try_join!(
        tenant.stats(),
        is_taken(sandbox, title, form),
        picked(sandbox, form),
        unknown_namespace(sandbox, form.identity.as_ref()),
    )
    .map_err(|error| session.explain(&error))?;
    found.extend(taken.into_iter().chain(groups).chain(namespaces));
    if found.is_empty() {
        Ok(stats.tenant_id.to_string())
    } else {
        Err(AppError::validation(found))
    }
}

fn on(field: &str, message: impl Into<String>) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message: message.into() }
}

/// What the form itself tells.
fn problems(form: &SchemaForm) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    found.extend(check_name("schema", &form.title).err().map(|message| on("title", message)));
    let description = check_description(&form.description).err();
    found.extend(description.map(|message| on("description", message)));
    match &form.start {
        SchemaStart::Sample { fields } if fields.is_empty() => {
            found.push(on("sample", "Paste or choose a sample event, so that there are fields."));
        }
        SchemaStart::Sample { fields } => found.extend(shape::problems(fields)),
        SchemaStart::Starter if form.class == SchemaClass::Profile => {
            found.push(on(
                "start",
                "The Pendo starter describes events. Choose events, or start from a sample.",
            ));
        }
        SchemaStart::FieldGroups if form.field_groups.is_empty() => {
            found.push(on("fieldGroups", "Choose at least one field group."));
        }
        SchemaStart::Starter | SchemaStart::FieldGroups => {}
    }
    if let Some(identity) = &form.identity {
        found.extend(identity_problems(form, identity));
    }
    if form.profile && !form.identity.as_ref().is_some_and(|identity| identity.primary) {
        found.push(on("profile", "Profile needs a primary identity. Choose a field for it first."));
    }
    found
}

fn identity_problems(form: &SchemaForm, identity: &IdentityChoice) -> Vec<FieldProblem> {
    let known = match &form.start {
        SchemaStart::Sample { fields } => shape::identity_fields(fields),
        SchemaStart::Starter => first_source().text_fields(),
        SchemaStart::FieldGroups => Vec::new(),
    };
    let mut found = Vec::new();
    if !known.contains(&identity.path) {
        found
            .push(on("identity.path", "Choose a text field of this schema that is not in a list."));
    }
    if identity.namespace.is_empty() {
        found.push(on("identity.namespace", "Choose what kind of ID it holds."));
    }
    found
}

async fn is_taken(
    sandbox: &Sandbox,
    title: Option<&str>,
    form: &SchemaForm,
) -> aep_client::Result<Vec<FieldProblem>> {
    let Some(title) = title else { return Ok(Vec::new()) };
    let group = field_group_name(title);
    let (schemas, groups) = (sandbox.schemas(), sandbox.field_groups());
    let (schemas, groups) =
        tokio::try_join!(schemas.find_by_title(title), groups.find_by_title(&group))?;
    let makes_group = !matches!(form.start, SchemaStart::FieldGroups);
    let told = |what: &str, name: &str| {
        on("title", format!("A {what} named “{name}” exists already. Choose another title."))
    };
    Ok(if !schemas.is_empty() {
        vec![told("schema", title)]
    } else if makes_group && !groups.is_empty() {
        vec![told("field group", &group)]
    } else {
        Vec::new()
    })
}

/// Field groups that are not there, or do not go with the class.
async fn picked(sandbox: &Sandbox, form: &SchemaForm) -> aep_client::Result<Vec<FieldProblem>> {
    if form.field_groups.is_empty() {
        return Ok(Vec::new());
    }
    let all: Vec<FieldGroup> = groups::all(sandbox).await?;
    let class = class_id(form.class);
    let mut found = Vec::new();
    for id in &form.field_groups {
        match all.iter().find(|group| group.id.as_str() == id) {
            None => found
                .push(on("fieldGroups", "A field group that was chosen is not there any more.")),
            Some(group) if !group.intended_to_extend.contains(&class) => found.push(on(
                "fieldGroups",
                format!("“{}” does not go with this kind of schema. Take it out.", group.title),
            )),
            Some(_) => {}
        }
    }
    Ok(found)
}

async fn unknown_namespace(
    sandbox: &Sandbox,
    identity: Option<&IdentityChoice>,
) -> aep_client::Result<Vec<FieldProblem>> {
    let Some(identity) = identity.filter(|identity| !identity.namespace.is_empty()) else {
        return Ok(Vec::new());
    };
    let all = sandbox.identity_namespaces().list().await?;
    let known = all.iter().any(|namespace| namespace.code == identity.namespace);
    let gone = || on("identity.namespace", "This namespace is not there any more. Choose another.");
    Ok((!known).then(gone).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::contract::schema_form::{SchemaClass, SchemaForm, SchemaStart};
    use crate::schemas::making::entry::tests::entry;

    fn fields(form: &SchemaForm) -> Vec<String> {
        problems(form).into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn a_form_from_the_starter_is_good_as_it_is() {
        assert_eq!(problems(&entry().content.form), []);
    }

    #[test]
    fn all_problems_come_at_once() {
        let mut form = entry().content.form;
        form.title = String::new();
        form.class = SchemaClass::Profile;
        if let Some(identity) = &mut form.identity {
            identity.path = "nowhere".to_owned();
            identity.namespace = String::new();
            identity.primary = false;
        }
        let expected = ["title", "start", "identity.path", "identity.namespace", "profile"];
        assert_eq!(fields(&form), expected);
    }

    #[test]
    fn a_start_without_anything_is_told_where_it_lacks() {
        let mut form = SchemaForm { identity: None, profile: false, ..entry().content.form };
        form.start = SchemaStart::FieldGroups;
        assert_eq!(fields(&form), ["fieldGroups"]);
        form.start = SchemaStart::Sample { fields: Vec::new() };
        assert_eq!(fields(&form), ["sample"]);
    }
}
