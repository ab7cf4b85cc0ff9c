//! What a request does, in words. A pure table: method, service and path decide, a patch by what it changes.

use aep_client::{Exchange, Origin};
use serde_json::Value;

use crate::contract::activity::{ActivityKind, ActivityOutcome};

/// What a request does to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Deed {
    /// To what.
    pub(super) kind: ActivityKind,
    /// What.
    pub(super) verb: Verb,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Create,
    Delete,
    Rename,
    Describe,
    Reschedule,
    Remap,
    ChangeCredentials,
    SwitchOn,
    SwitchOff,
    Publish,
    SaveVersion,
    Change,
}

impl Deed {
    /// What a request does; none when it only asks.
    pub(super) fn of(exchange: &Exchange) -> Option<Self> {
        if !exchange.writes {
            return None;
        }
        let query = exchange.url.as_ref().and_then(url::Url::query).unwrap_or_default();
        let kind = kind(exchange.service, &exchange.template);
        let verb = verb(exchange.method, &exchange.template, query, exchange.body.as_ref());
        Some(Self { kind, verb })
    }

    /// The sentence of a row: what happened, or what was tried.
    pub(super) fn sentence(self, name: &str, outcome: ActivityOutcome) -> String {
        let named = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        let object = format!("{}{named}", noun(self.kind));
        let (done, base) = words(self.verb);
        match outcome {
            ActivityOutcome::Done => format!("{done} {object}"),
            ActivityOutcome::Refused | ActivityOutcome::NotSent => {
                format!("Could not {base} {object}")
            }
            ActivityOutcome::Unknown => format!("Tried to {base} {object}; no answer came"),
        }
    }
}

fn kind(service: Origin, template: &str) -> ActivityKind {
    let holds = |part: &str| template.contains(part);
    match service {
        Origin::FlowService if holds("/flows") => ActivityKind::Dataflow,
        Origin::FlowService if holds("/sourceConnections") => ActivityKind::SourceConnection,
        Origin::FlowService if holds("/targetConnections") => ActivityKind::TargetConnection,
        Origin::FlowService if holds("/connections") => ActivityKind::Account,
        Origin::SchemaRegistry if holds("/schemas") => ActivityKind::Schema,
        Origin::SchemaRegistry if holds("/fieldgroups") => ActivityKind::EventFields,
        Origin::SchemaRegistry if holds("/descriptors") => ActivityKind::Identity,
        Origin::Catalog if holds("/dataSets") => ActivityKind::Dataset,
        Origin::DataPrep if holds("/mappingSets") => ActivityKind::Mapping,
        _ => ActivityKind::Other,
    }
}

fn verb(method: &str, template: &str, query: &str, body: Option<&Value>) -> Verb {
    if template.ends_with("/action") {
        return match query.split('&').find_map(|pair| pair.strip_prefix("op=")) {
            Some("enable") => Verb::SwitchOn,
            Some("disable") => Verb::SwitchOff,
            Some("publish") => Verb::Publish,
            _ => Verb::Change,
        };
    }
    match method {
        "POST" => Verb::Create,
        "DELETE" => Verb::Delete,
        "PUT" => Verb::SaveVersion,
        _ => by_patch(body),
    }
}

/// A patch of one thing is called by that thing. Catalog's patches are objects of what changes.
fn by_patch(body: Option<&Value>) -> Verb {
    let members: Vec<&str> = match body {
        Some(Value::Array(steps)) => steps.iter().map(first_member).collect(),
        Some(Value::Object(members)) => members.keys().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    let mut verbs = members.into_iter().map(|member| match member {
        "name" | "title" => Verb::Rename,
        "description" => Verb::Describe,
        "scheduleParams" => Verb::Reschedule,
        "transformations" => Verb::Remap,
        "auth" => Verb::ChangeCredentials,
        _ => Verb::Change,
    });
    let first = verbs.next().unwrap_or(Verb::Change);
    if verbs.all(|verb| verb == first) { first } else { Verb::Change }
}

fn first_member(step: &Value) -> &str {
    let path = step.get("path").and_then(Value::as_str).unwrap_or_default();
    path.split('/').nth(1).unwrap_or_default()
}

fn words(verb: Verb) -> (&'static str, &'static str) {
    match verb {
        Verb::Create => ("Created", "create"),
        Verb::Delete => ("Deleted", "delete"),
        Verb::Rename => ("Renamed", "rename"),
        Verb::Describe => ("Changed the description of", "change the description of"),
        Verb::Reschedule => ("Changed the schedule of", "change the schedule of"),
        Verb::Remap => ("Changed the mapping of", "change the mapping of"),
        Verb::ChangeCredentials => ("Changed the credentials of", "change the credentials of"),
        Verb::SwitchOn => ("Switched on", "switch on"),
        Verb::SwitchOff => ("Switched off", "switch off"),
        Verb::Publish => ("Published", "publish"),
        Verb::SaveVersion => ("Saved a new version of", "save a new version of"),
        Verb::Change => ("Changed", "change"),
    }
}

fn noun(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Dataflow => "dataflow",
        ActivityKind::SourceConnection => "source connection",
        ActivityKind::TargetConnection => "target connection",
        ActivityKind::Account => "account",
        ActivityKind::Mapping => "mapping",
        ActivityKind::Dataset => "dataset",
        ActivityKind::Schema => "schema",
        ActivityKind::EventFields => "event fields",
        ActivityKind::Identity => "identity field",
        ActivityKind::Other => "an object",
    }
}

#[cfg(test)]
mod tests {
    use aep_client::Origin::{self, Catalog, DataPrep, FlowService, SchemaRegistry};
    use serde_json::{Value, json};

    use super::{Deed, kind, verb};
    use crate::contract::activity::ActivityOutcome;

    fn said(service: Origin, operation: &str, body: &Value) -> String {
        let (method, target) = operation.split_once(' ').unwrap();
        let (template, query) = target.split_once('?').unwrap_or((target, ""));
        let deed =
            Deed { kind: kind(service, template), verb: verb(method, template, query, Some(body)) };
        deed.sentence("X", ActivityOutcome::Done)
    }

    /// Service, request, paths of the patch, sentence.
    const TABLE: &[(Origin, &str, &[&str], &str)] = &[
        (FlowService, "POST /flows", &[], "Created dataflow “X”"),
        (FlowService, "DELETE /flows/{id}", &[], "Deleted dataflow “X”"),
        (FlowService, "PATCH /flows/{id}", &["/name"], "Renamed dataflow “X”"),
        (
            FlowService,
            "PATCH /flows/{id}",
            &["/description"],
            "Changed the description of dataflow “X”",
        ),
        (
            FlowService,
            "PATCH /flows/{id}",
            &["/transformations/1"],
            "Changed the mapping of dataflow “X”",
        ),
        (
            FlowService,
            "PATCH /flows/{id}",
            &["/scheduleParams/interval", "/scheduleParams/frequency"],
            "Changed the schedule of dataflow “X”",
        ),
        (FlowService, "PATCH /flows/{id}", &["/name", "/description"], "Changed dataflow “X”"),
        (FlowService, "PATCH /flows/{id}", &[], "Changed dataflow “X”"),
        (FlowService, "POST /flows/{id}/action?op=enable", &[], "Switched on dataflow “X”"),
        (FlowService, "POST /flows/{id}/action?op=disable", &[], "Switched off dataflow “X”"),
        (FlowService, "POST /flows/{id}/action?op=publish", &[], "Published dataflow “X”"),
        (FlowService, "DELETE /sourceConnections/{id}", &[], "Deleted source connection “X”"),
        (FlowService, "POST /targetConnections", &[], "Created target connection “X”"),
        (FlowService, "POST /connections", &[], "Created account “X”"),
        (
            FlowService,
            "PATCH /connections/{id}",
            &["/auth/params"],
            "Changed the credentials of account “X”",
        ),
        (SchemaRegistry, "POST /tenant/fieldgroups", &[], "Created event fields “X”"),
        (SchemaRegistry, "POST /tenant/schemas", &[], "Created schema “X”"),
        (SchemaRegistry, "POST /tenant/descriptors", &[], "Created identity field “X”"),
        (Catalog, "DELETE /dataSets/{id}", &[], "Deleted dataset “X”"),
        (DataPrep, "PUT /mappingSets/{id}", &[], "Saved a new version of mapping “X”"),
    ];

    #[test]
    fn every_change_has_its_sentence() {
        for (service, operation, paths, sentence) in TABLE {
            let steps = paths.iter().map(|path| json!({ "op": "replace", "path": path }));
            assert_eq!(said(*service, operation, &steps.collect()), *sentence, "{operation}");
        }
    }

    #[test]
    fn a_patch_that_is_an_object_is_called_by_what_it_holds() {
        for (body, sentence) in [
            (json!({ "name": "n" }), "Renamed dataset “X”"),
            (json!({ "name": "n", "tags": {} }), "Changed dataset “X”"),
        ] {
            assert_eq!(said(Catalog, "PATCH /dataSets/{id}", &body), sentence);
        }
    }

    #[test]
    fn what_was_not_done_is_not_said_to_be_done() {
        let deed = Deed {
            kind: kind(Origin::FlowService, "/flows/{id}"),
            verb: verb("DELETE", "/flows/{id}", "", None),
        };
        assert_eq!(deed.sentence("A", ActivityOutcome::Refused), "Could not delete dataflow “A”");
        assert_eq!(deed.sentence("", ActivityOutcome::NotSent), "Could not delete dataflow");
        assert_eq!(
            deed.sentence("A", ActivityOutcome::Unknown),
            "Tried to delete dataflow “A”; no answer came"
        );
    }
}
