//! Data Prep: mapping sets, and the expressions in them.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/data-prep/>.

mod expressions;
mod mapping_set;
mod mapping_sets;
mod trial;

pub use expressions::{ExpressionFunction, ExpressionOperator, Expressions, Verdict};
pub use mapping_set::{FieldMapping, MappingSet, NewMapping, NewMappingSet, Source};
pub use mapping_sets::{CreatedMappingSet, MappingSets};
pub use trial::{MappingProblem, MappingVerdict, Preview};
