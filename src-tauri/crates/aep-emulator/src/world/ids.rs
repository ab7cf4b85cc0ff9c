//! Makes identifiers in the platform's formats from a seeded source of chance, so that the same
//! seed and the same requests give the same ids.

use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use uuid::Builder;

/// A maker of ids.
#[derive(Debug)]
pub(crate) struct Ids(StdRng);

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// A random UUID, as flows, connections and runs have.
    pub(crate) fn uuid(&mut self) -> String {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    /// Lower-case hexadecimal digits: 24 for datasets, 32 for mapping sets, 48 for schemas, 64 for
    /// streaming endpoints.
    pub(crate) fn hex(&mut self, digits: usize) -> String {
        let mut bytes = vec![0; digits.div_ceil(2)];
        self.0.fill_bytes(&mut bytes);
        let mut text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        text.truncate(digits);
        text
    }

    /// A number for chance elsewhere.
    pub(crate) fn number(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// An etag, with the quotes that belong to it.
    pub(crate) fn etag(&mut self, now_ms: i64) -> String {
        etag_of(self.0.next_u32(), now_ms)
    }
}

/// The etag made of a number and a time: its last group is the time in hexadecimal seconds.
pub(crate) fn etag_of(number: u32, at_ms: i64) -> String {
    format!("\"{number:08x}-0000-0200-0000-{:08x}0000\"", at_ms.div_euclid(1000) & 0xffff_ffff)
}
