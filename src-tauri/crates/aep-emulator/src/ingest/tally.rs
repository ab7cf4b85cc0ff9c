//! What one flow counted in one hour.

use std::collections::BTreeMap;

/// Counts of one hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) received: u64,
    pub(crate) failed: u64,
    pub(crate) input_bytes: u64,
    pub(crate) output_bytes: u64,
    /// How often each error was met: code and message, then the number of records.
    pub(crate) errors: BTreeMap<(String, String), u64>,
    /// A run with failures that the platform calls a success all the same.
    pub(crate) called_success: bool,
}

impl Tally {
    /// Records that reached the dataset.
    pub(crate) fn ingested(&self) -> u64 {
        self.received.saturating_sub(self.failed)
    }

    /// Counts one record that was kept.
    pub(crate) fn keep(&mut self, input_bytes: u64, output_bytes: u64) {
        self.received += 1;
        self.input_bytes += input_bytes;
        self.output_bytes += output_bytes;
    }

    /// Counts one record that was refused.
    pub(crate) fn refuse(&mut self, input_bytes: u64, code: &str, message: &str) {
        self.received += 1;
        self.failed += 1;
        self.input_bytes += input_bytes;
        *self.errors.entry((code.to_owned(), message.to_owned())).or_default() += 1;
    }

    /// Both together.
    pub(crate) fn plus(mut self, other: &Tally) -> Self {
        self.received += other.received;
        self.failed += other.failed;
        self.input_bytes += other.input_bytes;
        self.output_bytes += other.output_bytes;
        self.called_success |= other.called_success;
        for (error, count) in &other.errors {
            *self.errors.entry(error.clone()).or_default() += count;
        }
        self
    }

    /// The word of the platform for the outcome.
    pub(crate) fn status(&self) -> &'static str {
        match (self.failed, self.ingested()) {
            (0, _) => "success",
            (_, 0) => "failed",
            _ if self.called_success => "success",
            _ => "partialSuccess",
        }
    }
}
