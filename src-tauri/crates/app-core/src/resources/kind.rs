//! The kinds of resources in the words of the product, and as other parts of the app name them.

use crate::contract::removal::RemovalKind;
use crate::contract::resources::ResourceKind;
use crate::contract::setup::StepKind;

impl ResourceKind {
    /// The same kind as set-ups name it.
    pub(super) fn step(self) -> StepKind {
        match self {
            Self::Dataset => StepKind::Dataset,
            Self::SourceConnection => StepKind::SourceConnection,
            Self::TargetConnection => StepKind::TargetConnection,
            Self::Mapping => StepKind::MappingSet,
        }
    }

    /// The same kind as deletions name it.
    pub(super) fn removal(self) -> RemovalKind {
        match self {
            Self::Dataset => RemovalKind::Dataset,
            Self::SourceConnection => RemovalKind::SourceConnection,
            Self::TargetConnection => RemovalKind::TargetConnection,
            Self::Mapping => RemovalKind::MappingSet,
        }
    }

    /// In the middle of a sentence.
    pub(super) fn noun(self) -> &'static str {
        self.removal().noun()
    }
}
