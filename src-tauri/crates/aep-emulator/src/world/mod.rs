//! All state of the emulator, kept apart for each sandbox. How it is asked for and changed over
//! HTTP is in `routes`.

mod connection;
mod dataset;
mod flow;
mod ids;
mod mapping_set;
mod shelf;
mod stamp;
mod xdm_resource;

use std::collections::{BTreeMap, HashMap};

pub(crate) use connection::Connection;
pub(crate) use dataset::Dataset;
pub(crate) use flow::{Changing, Flow, version_number};
pub(crate) use ids::{Ids, etag_of};
pub(crate) use mapping_set::{MappingSet, MappingVersion};
use serde_json::Value;
pub(crate) use shelf::{Shelf, Shelved};
pub(crate) use stamp::{Place, Stamp};
pub(crate) use xdm_resource::XdmResource;

use crate::settings::Settings;
use crate::tokens::Tokens;

/// Everything that the emulated organisation has.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) settings: Settings,
    /// Scheme, host and port under which the emulator is reached.
    pub(crate) base_url: String,
    pub(crate) ids: Ids,
    pub(crate) tokens: Tokens,
    pub(crate) sandboxes: BTreeMap<String, SandboxState>,
    /// Which flow a streaming endpoint belongs to: sandbox and flow id. Outlives the flow.
    pub(crate) inlets: HashMap<String, (String, String)>,
    /// How many events were taken in, for transaction ids.
    pub(crate) events: u64,
}

/// What one sandbox holds.
#[derive(Debug, Default)]
pub(crate) struct SandboxState {
    pub(crate) id: String,
    pub(crate) field_groups: Shelf<XdmResource>,
    pub(crate) schemas: Shelf<XdmResource>,
    /// Identity descriptors by their `@id`.
    pub(crate) descriptors: BTreeMap<String, Value>,
    pub(crate) datasets: Shelf<Dataset>,
    pub(crate) base_connections: Shelf<Connection>,
    pub(crate) source_connections: Shelf<Connection>,
    pub(crate) target_connections: Shelf<Connection>,
    pub(crate) mapping_sets: Shelf<MappingSet>,
    pub(crate) flows: Shelf<Flow>,
}

impl World {
    /// A world as the settings describe it, at a given time.
    pub(crate) fn new(settings: Settings, base_url: String, now_ms: i64) -> Self {
        let mut ids = Ids::new(settings.seed_number);
        let sandboxes = settings.sandboxes.iter().map(|sandbox| {
            let state = SandboxState { id: ids.uuid(), ..SandboxState::default() };
            (sandbox.name.clone(), state)
        });
        let sandboxes = sandboxes.collect();
        let seed = settings.seed.clone();
        let mut world = Self {
            settings,
            base_url,
            ids,
            tokens: Tokens::default(),
            sandboxes,
            inlets: HashMap::new(),
            events: 0,
        };
        seed.plant(&mut world, now_ms);
        world
    }

    /// The state of a sandbox that is known to exist: the gate has looked it up.
    pub(crate) fn sandbox(&self, name: &str) -> &SandboxState {
        self.sandboxes.get(name).expect("the gate let only known sandboxes through")
    }

    /// The same, to change it; ids come along because most changes need one.
    pub(crate) fn sandbox_mut(&mut self, name: &str) -> (&mut SandboxState, &mut Ids) {
        let sandbox = self.sandboxes.get_mut(name);
        (sandbox.expect("the gate let only known sandboxes through"), &mut self.ids)
    }

    /// Where resources of a sandbox live, for answers that say so.
    pub(crate) fn place<'a>(&'a self, sandbox: &'a str) -> Place<'a> {
        Place {
            base_url: &self.base_url,
            org_id: &self.settings.org_id,
            sandbox,
            sandbox_id: &self.sandbox(sandbox).id,
        }
    }
}
