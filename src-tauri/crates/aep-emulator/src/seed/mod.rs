//! What is there when an emulator starts.

use crate::world::World;

/// A set of data to begin with.
#[derive(Clone, Debug, Default)]
pub struct Seed(Kind);

#[derive(Clone, Debug, Default)]
enum Kind {
    #[default]
    Empty,
}

impl Seed {
    /// Nothing but the sandboxes.
    pub fn empty() -> Self {
        Self(Kind::Empty)
    }

    pub(crate) fn plant(&self, _world: &mut World, _now_ms: i64) {
        match self.0 {
            Kind::Empty => {}
        }
    }
}
