//! Who needs attention, worst first.

use std::cmp::Reverse;

use crate::contract::flows::{FlowRow, StatusKind};
use crate::contract::overview::{Attention, StatusCount};

/// How many of them are shown at most.
const MOST: usize = 100;

/// Place of a status, worst first.
pub(super) fn rank(kind: StatusKind) -> u8 {
    match kind {
        StatusKind::Failing => 0,
        StatusKind::SomeLost => 1,
        StatusKind::HealthyWithGaps => 2,
        StatusKind::Quiet => 3,
        StatusKind::NoEventsYet => 4,
        StatusKind::Unknown => 5,
        StatusKind::Changing => 6,
        StatusKind::Working => 7,
        StatusKind::WaitingForFirstRun => 8,
        StatusKind::Healthy => 9,
        StatusKind::Draft => 10,
        StatusKind::Off => 11,
    }
}

/// Whether a status asks for somebody to look.
pub(super) fn is_trouble(kind: StatusKind) -> bool {
    rank(kind) < rank(StatusKind::Unknown)
}

/// How many are troubled, and the worst of them. `failed` says how many events of a row failed.
pub(super) fn worst(
    rows: &[FlowRow],
    failed: impl Fn(&str) -> Option<u64>,
) -> (u32, Vec<Attention>) {
    let mut troubled: Vec<Attention> = rows
        .iter()
        .filter(|row| is_trouble(row.status.kind))
        .map(|row| Attention {
            flow_id: row.id.clone(),
            name: row.name.clone(),
            status: row.status.clone(),
            failed: failed(&row.id),
        })
        .collect();
    troubled.sort_by_cached_key(|one| {
        (rank(one.status.kind), Reverse(one.failed), one.name.to_lowercase())
    });
    let count = u32::try_from(troubled.len()).unwrap_or(u32::MAX);
    troubled.truncate(MOST);
    (count, troubled)
}

/// How many rows have each status, worst first. What Adobe calls by words of its own is one line.
pub(super) fn by_status(rows: &[FlowRow]) -> Vec<StatusCount> {
    let mut counts: Vec<StatusCount> = Vec::new();
    for row in rows {
        match counts.iter_mut().find(|known| known.kind == row.status.kind) {
            Some(known) => known.count += 1,
            None => counts.push(StatusCount {
                kind: row.status.kind,
                label: match row.status.kind {
                    StatusKind::Unknown => "Unknown".to_owned(),
                    _ => row.status.label.clone(),
                },
                count: 1,
            }),
        }
    }
    counts.sort_by_key(|status| rank(status.kind));
    counts
}
