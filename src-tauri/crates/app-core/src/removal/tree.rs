//! The tree of one dataflow: what is deleted with it, what stays, and why, in a sentence each. Pure.

use crate::contract::flows::NamedObject;
use crate::contract::removal::{PlannedRemoval, RemovalKind};

use super::needs::Needs;
use super::users::Users;
use super::whole::Whole;

/// Where a dataflow stands in its plan.
pub(crate) struct Place<'a> {
    /// Ids of the dataflows of the plan, in order.
    pub(crate) planned: &'a [&'a str],
    /// Who uses what.
    pub(crate) users: &'a Users,
    /// What else needs dataset and schema; none where that is no question or could not be read.
    pub(crate) needs: Option<&'a Needs>,
}

/// The objects of a dataflow: the dataflow first, then in the order of their removal, then what always stays.
pub(crate) fn tree(whole: &Whole, place: &Place) -> Vec<PlannedRemoval> {
    let mut objects = vec![PlannedRemoval {
        kind: RemovalKind::Flow,
        id: whole.flow.id.to_string(),
        name: whole.name(),
        deleted: true,
        optional: false,
        only_with: None,
        sentence: "Its webhook address stops working".to_owned(),
    }];
    for target in &whole.targets {
        let name = target.read.as_ref().map(|read| read.name.as_str());
        objects.push(part(whole, place, RemovalKind::TargetConnection, &target.id, name));
    }
    for source in &whole.sources {
        let name = source.read.as_ref().map(|read| read.name.as_str());
        objects.push(part(whole, place, RemovalKind::SourceConnection, &source.id, name));
    }
    if let Some(mapping) = &whole.mapping {
        let name = mapping.read.as_ref().map(|read| {
            let own = read.name.clone().filter(|name| !name.is_empty());
            own.unwrap_or_else(|| match read.mappings.len() {
                1 => "1 field mapping".to_owned(),
                lines => format!("{lines} field mappings"),
            })
        });
        objects.push(part(whole, place, RemovalKind::MappingSet, &mapping.id, name.as_deref()));
    }
    objects.extend(what_stays(whole, place));
    objects
}

fn part(
    whole: &Whole,
    place: &Place,
    kind: RemovalKind,
    id: &str,
    name: Option<&str>,
) -> PlannedRemoval {
    let (deleted, sentence) = match name {
        None => {
            (false, "Not found: somebody removed it, or it is hidden from this sign-in".to_owned())
        }
        Some(_) => fate(whole.flow.id.as_str(), place, id),
    };
    let name = name.filter(|name| !name.is_empty()).unwrap_or(id).to_owned();
    PlannedRemoval {
        kind,
        id: id.to_owned(),
        name,
        deleted,
        optional: deleted,
        only_with: None,
        sentence,
    }
}

/// What others use stays. What dataflows of the same plan share goes with the last of them.
fn fate(flow_id: &str, place: &Place, id: &str) -> (bool, String) {
    let is_planned = |user: &str| place.planned.contains(&user);
    let outside: Vec<&NamedObject> = place.users.others(id, is_planned).collect();
    if !outside.is_empty() {
        return (false, used_by(&outside));
    }
    let inside: Vec<&NamedObject> = place.users.others(id, |user| user == flow_id).collect();
    let at = |id: &str| place.planned.iter().position(|planned| *planned == id);
    match inside.iter().max_by_key(|user| at(&user.id)) {
        None => (true, "Used by nothing else".to_owned()),
        Some(last) if at(&last.id) > at(flow_id) => {
            (false, format!("Shared with “{}”, and deleted with it", last.name))
        }
        Some(_) => (true, "Used only by dataflows of this plan".to_owned()),
    }
}

/// "“NPS” uses it as well".
pub(crate) fn used_by(users: &[&NamedObject]) -> String {
    match users {
        [] => "Used by nothing else".to_owned(),
        [one] => format!("“{}” uses it as well", one.name),
        [one, two] => format!("“{}” and “{}” use it as well", one.name, two.name),
        [one, rest @ ..] => {
            format!("“{}” and {} other dataflows use it as well", one.name, rest.len())
        }
    }
}

fn what_stays(whole: &Whole, place: &Place) -> Vec<PlannedRemoval> {
    let mut objects = Vec::new();
    for source in whole.sources.iter().filter_map(|source| source.read.as_ref()) {
        if let Some(account) = &source.base_connection_id {
            let id = account.as_str();
            let named = NamedObject { id: id.to_owned(), name: id.to_owned() };
            let sentence = "Other dataflows may use it. It is deleted under Accounts";
            objects.push(stays(RemovalKind::Account, &named, sentence));
        }
    }
    let Some(dataset) = &whole.dataset else { return objects };
    let why = match place.needs {
        Some(needs) => needs
            .another_writer(whole)
            .map(|writer| format!("“{writer}” writes to it as well. Data already ingested stays")),
        None => Some("Data already ingested stays".to_owned()),
    };
    let goes = why.is_none();
    objects.push(match why {
        Some(why) => stays(RemovalKind::Dataset, dataset, &why),
        None => PlannedRemoval {
            optional: true,
            ..stays(
                RemovalKind::Dataset,
                dataset,
                "Deleting it deletes every event in it, for good",
            )
        },
    });
    let Some(schema) = &whole.schema else { return objects };
    let other = place.needs.and_then(|needs| needs.another_dataset(&dataset.id));
    objects.push(match other {
        Some(other) => {
            stays(RemovalKind::Schema, schema, &format!("The dataset “{other}” needs it as well"))
        }
        None if goes && is_own(schema) => PlannedRemoval {
            optional: true,
            only_with: Some(dataset.id.clone()),
            ..stays(RemovalKind::Schema, schema, "No other dataset needs it")
        },
        None => stays(RemovalKind::Schema, schema, "The dataset needs it"),
    });
    objects
}

fn stays(kind: RemovalKind, object: &NamedObject, sentence: &str) -> PlannedRemoval {
    PlannedRemoval {
        kind,
        id: object.id.clone(),
        name: object.name.clone(),
        deleted: false,
        optional: false,
        only_with: None,
        sentence: sentence.to_owned(),
    }
}

/// Schemas of Adobe's own stand under this path; nobody deletes them.
fn is_own(schema: &NamedObject) -> bool {
    !schema.id.starts_with("https://ns.adobe.com/xdm")
}
