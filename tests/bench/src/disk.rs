//! What it costs this computer to put something on its disk for good, which the journal does before each request.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

/// About what one write of the journal puts there: a few pages.
const BYTES: usize = 16 * 1024;

/// A file that grows, as a write-ahead log does.
pub(crate) struct Disk(File);

impl Disk {
    /// A file in this folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let path = folder.join("bare-writes");
        let file = OpenOptions::new().create_new(true).append(true).open(path);
        Self(file.expect("the folder takes a file"))
    }

    /// The time of so many writes, each on the disk before the next, in milliseconds.
    pub(crate) fn write(&mut self, times: usize) -> f64 {
        let began = Instant::now();
        for _ in 0..times {
            self.0.write_all(&[1; BYTES]).expect("the disk has room");
            self.0.sync_all().expect("the disk takes it");
        }
        began.elapsed().as_secs_f64() * 1e3
    }
}
