//! How much memory a process and everything it started take. PSS: memory that several processes share is
//! counted once in all, where RSS would count it for each.

use std::collections::HashMap;
use std::fs;

/// Proportional set size of the process and its descendants, MB (10⁶ bytes).
///
/// # Panics
/// When the kernel does not tell, or the process is gone.
pub(crate) fn of_tree(root: u32) -> f64 {
    let parents = parents();
    let mut tree = vec![root];
    let mut next = 0;
    while next < tree.len() {
        let parent = tree[next];
        tree.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(pid, _)| *pid));
        next += 1;
    }
    let kilobytes: u64 = tree.into_iter().map(of_process).sum();
    kilobytes as f64 * 1024.0 / 1e6
}

/// Every process with its parent.
fn parents() -> HashMap<u32, u32> {
    let processes = fs::read_dir("/proc").expect("the kernel lists processes").flatten();
    processes
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // The name in brackets may hold spaces; state and parent follow it.
            let parent = stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect()
}

fn of_process(pid: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup"));
    let rollup = rollup.expect("a running process can be measured");
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    kilobytes.and_then(|number| number.parse().ok()).expect("the kernel tells a PSS")
}
