//! What this app asked of the platform and what came of it: changes are kept as rows of the activity, the latest
//! requests of each command in memory, to be shown as curl. Nothing here asks the platform anything, and nothing
//! that opens a door gets in: the client has taken it out before (`aep_client::Exchange`).

mod deed;
mod doing;
mod export;
mod facets;
mod known;
mod recorder;
mod requests;
mod view;

pub(crate) use doing::{Doing, carried, during};
pub(crate) use export::export;
pub(crate) use facets::{Change, Facets};
pub(crate) use recorder::{Recorder, RecorderParts};
pub(crate) use view::{change_of, filter, may_be_done, page, row, way_back};
