//! Where the resources of one kind stand: in order of creation, found by id.

use std::collections::{BTreeMap, HashMap};

/// What can be put on a shelf.
pub(crate) trait Shelved {
    /// The id, unique on its shelf.
    fn id(&self) -> &str;
    /// From when lists show it, Unix milliseconds.
    fn listed_from_ms(&self) -> i64;
}

/// Resources of one kind in one sandbox.
#[derive(Debug)]
pub(crate) struct Shelf<T> {
    rows: BTreeMap<u64, T>,
    places: HashMap<String, u64>,
    next: u64,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), places: HashMap::new(), next: 1 }
    }
}

impl<T: Shelved> Shelf<T> {
    pub(crate) fn add(&mut self, item: T) -> u64 {
        let place = self.next;
        self.next += 1;
        self.places.insert(item.id().to_owned(), place);
        self.rows.insert(place, item);
        place
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(self.places.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.rows.get_mut(self.places.get(id)?)
    }

    /// An item with its place.
    pub(crate) fn entry(&self, id: &str) -> Option<(u64, &T)> {
        let place = *self.places.get(id)?;
        self.rows.get(&place).map(|item| (place, item))
    }

    /// Everything with its place, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (u64, &T)> {
        self.rows.iter().map(|(place, item)| (*place, item))
    }

    pub(crate) fn at(&self, place: u64) -> Option<&T> {
        self.rows.get(&place)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        self.rows.remove(&self.places.remove(id)?)
    }

    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.values()
    }

    /// What lists show now, behind a place, with the place of each.
    pub(crate) fn listed_after(&self, place: u64, now_ms: i64) -> impl Iterator<Item = (u64, &T)> {
        let behind = self.rows.range(place.saturating_add(1)..);
        behind
            .filter(move |(_, item)| item.listed_from_ms() <= now_ms)
            .map(|(place, item)| (*place, item))
    }

    /// What lists show now.
    pub(crate) fn listed(&self, now_ms: i64) -> impl Iterator<Item = &T> {
        self.listed_after(0, now_ms).map(|(_, item)| item)
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}
