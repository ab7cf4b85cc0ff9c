//! Three-way merge of a dataflow's values, field by field: what it was, what it is now, what is wanted. Pure.

use crate::contract::change::{FlowField, FlowValues};

/// What a merge comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Merge {
    /// The values to be saved; where both changed the same, still theirs.
    pub(super) values: FlowValues,
    /// Fields that both changed, each in another way.
    pub(super) clashes: Vec<FlowField>,
    /// Fields that the others alone changed.
    pub(super) merged: Vec<FlowField>,
}

/// What happens to one field.
enum Verdict {
    Unchanged,
    Yours,
    Theirs,
    Clash,
}

/// Merges what is wanted into what is there now.
pub(super) fn merge(original: &FlowValues, theirs: &FlowValues, yours: &FlowValues) -> Merge {
    let verdicts = [
        (FlowField::Name, judge(&original.name, &theirs.name, &yours.name)),
        (
            FlowField::Description,
            judge(&original.description, &theirs.description, &yours.description),
        ),
        (FlowField::Mapping, judge(&original.mapping, &theirs.mapping, &yours.mapping)),
        (FlowField::Schedule, judge(&original.schedule, &theirs.schedule, &yours.schedule)),
    ];
    let mut merge = Merge { values: theirs.clone(), clashes: Vec::new(), merged: Vec::new() };
    for (field, verdict) in verdicts {
        match verdict {
            Verdict::Unchanged => (),
            Verdict::Yours => take(field, &mut merge.values, yours),
            Verdict::Theirs => merge.merged.push(field),
            Verdict::Clash => merge.clashes.push(field),
        }
    }
    merge
}

fn judge<T: PartialEq>(original: &T, theirs: &T, yours: &T) -> Verdict {
    match (original == theirs, original == yours) {
        (true, true) => Verdict::Unchanged,
        (true, false) => Verdict::Yours,
        (false, true) => Verdict::Theirs,
        (false, false) if theirs == yours => Verdict::Unchanged,
        (false, false) => Verdict::Clash,
    }
}

fn take(field: FlowField, into: &mut FlowValues, from: &FlowValues) {
    match field {
        FlowField::Name => into.name.clone_from(&from.name),
        FlowField::Description => into.description.clone_from(&from.description),
        FlowField::Mapping => into.mapping.clone_from(&from.mapping),
        FlowField::Schedule => into.schedule.clone_from(&from.schedule),
    }
}

#[cfg(test)]
mod tests {
    use super::merge;
    use crate::contract::change::{FlowField, FlowValues};

    fn values(name: &str, description: &str) -> FlowValues {
        FlowValues {
            name: name.to_owned(),
            description: description.to_owned(),
            mapping: None,
            schedule: None,
        }
    }

    #[test]
    fn each_field_is_judged_by_itself() {
        let (o, t, y) = ("o", "t", "y");
        // Original, theirs, yours; what is saved, and what is said of the field.
        let table = [
            ((o, o, o), o, None),
            ((o, o, y), y, None),
            ((o, t, o), t, Some(false)),
            ((o, t, t), t, None),
            ((o, t, y), t, Some(true)),
        ];
        for ((original, theirs, yours), saved, said) in table {
            let merge = merge(&values(original, o), &values(theirs, o), &values(yours, o));
            let case = format!("{original} {theirs} {yours}");
            assert_eq!(merge.values.name, saved, "{case}");
            let name = |wanted: bool| if wanted { vec![FlowField::Name] } else { vec![] };
            assert_eq!(merge.clashes, name(said == Some(true)), "{case}");
            assert_eq!(merge.merged, name(said == Some(false)), "{case}");
        }
    }

    #[test]
    fn changes_of_different_fields_come_together() {
        let merge = merge(&values("o", "o"), &values("theirs", "o"), &values("o", "yours"));
        assert_eq!(merge.values, values("theirs", "yours"));
        assert_eq!((merge.clashes, merge.merged), (vec![], vec![FlowField::Name]));
    }
}
