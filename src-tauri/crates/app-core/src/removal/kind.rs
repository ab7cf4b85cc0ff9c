//! The kinds of objects that a deletion removes, in the words of the product.

use crate::contract::removal::RemovalKind;
use crate::contract::setup::StepKind;

impl RemovalKind {
    /// The same kind as set-ups name it; none for what is never removed here.
    pub(crate) fn step(self) -> Option<StepKind> {
        match self {
            Self::Flow => Some(StepKind::Flow),
            Self::TargetConnection => Some(StepKind::TargetConnection),
            Self::SourceConnection => Some(StepKind::SourceConnection),
            Self::MappingSet => Some(StepKind::MappingSet),
            Self::Dataset => Some(StepKind::Dataset),
            Self::Schema => Some(StepKind::Schema),
            Self::Account => None,
        }
    }

    /// It stays unless it is chosen: what events are kept in.
    pub(crate) fn stays_unless_chosen(self) -> bool {
        matches!(self, Self::Dataset | Self::Schema)
    }

    /// In the middle of a sentence.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Flow => "dataflow",
            Self::TargetConnection => "target connection",
            Self::SourceConnection => "source connection",
            Self::MappingSet => "mapping",
            Self::Dataset => "dataset",
            Self::Schema => "schema",
            Self::Account => "account",
        }
    }
}
