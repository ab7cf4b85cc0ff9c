//! Gathers the records of the sources, so that another source is another file in `src/starter/sources`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

const RECORDS: &str = "src/starter/sources";

fn main() {
    println!("cargo:rerun-if-changed={RECORDS}");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    let folder = Path::new(&root).join(RECORDS);
    let entries = fs::read_dir(&folder).expect("the folder of the records exists");
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    let mut list = String::from("[\n");
    for file in files {
        writeln!(list, "    include_str!({:?}),", file.display().to_string())
            .expect("a text can grow");
    }
    list.push(']');
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("sources.rs"), list).expect("the list can be written");
}
