//! Deleting dataflows with what belongs to them: a plan of what goes and what stays, ten seconds to think again,
//! then one object after the other, noted on disk before its removal is sent and read again after it.
//!
//! What does not belong here: how one object is removed and looked for (`setup::remove`, which undo uses too), how
//! a row is stored (`local-history`).

mod changed;
mod deleted;
mod entry;
mod kind;
mod leftovers;
mod live;
mod needs;
mod plan;
mod row;
mod run;
mod snapshot;
mod tree;
mod users;
mod view;
mod whole;
mod words;

pub(crate) use deleted::Deleted;
pub(crate) use entry::{Entry, Object, Row};
pub(crate) use leftovers::{Made, Scan};
pub(crate) use live::{Live, Shown, UNDO};
pub(crate) use plan::{Plan, make as plan};
pub(crate) use run::Runner;
pub(crate) use users::{Users, of_all as users_of_all, of_object as users_of_object};
pub(crate) use view::{Look, choices, interrupted, view};
pub(crate) use words::{closed_too_early, not_confirmed, not_now, plan_is_gone};
