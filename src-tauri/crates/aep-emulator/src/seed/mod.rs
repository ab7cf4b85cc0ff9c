//! What is there when an emulator starts. Seeds write state directly, and only here: everything
//! later goes through the routes.

mod many;
mod planter;
mod practice;
mod starter;

use crate::world::World;

/// A set of data to begin with. It is put into the first sandbox.
#[derive(Clone, Debug, Default)]
pub struct Seed(Kind);

#[derive(Clone, Debug, Default)]
enum Kind {
    #[default]
    Empty,
    Practice,
    Flows {
        count: usize,
        runs_per_flow: usize,
    },
}

impl Seed {
    /// Nothing but the sandboxes.
    pub fn empty() -> Self {
        Self(Kind::Empty)
    }

    /// A dozen dataflows named as people name them, in every state that a list can show, whose
    /// traffic goes on while the clock runs.
    pub fn practice() -> Self {
        Self(Kind::Practice)
    }

    /// This many dataflows, each with this many hourly runs behind it. Runs cost nothing until they
    /// are asked for.
    pub fn flows(count: usize, runs_per_flow: usize) -> Self {
        Self(Kind::Flows { count, runs_per_flow })
    }

    pub(crate) fn plant(&self, world: &mut World, now_ms: i64) {
        match self.0 {
            Kind::Empty => {}
            Kind::Practice => practice::plant(world, now_ms),
            Kind::Flows { count, runs_per_flow } => {
                many::plant(world, now_ms, count, runs_per_flow);
            }
        }
    }
}
