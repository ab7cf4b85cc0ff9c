//! As many dataflows as are asked for, to see how lists of any length behave.

use super::planter::{Plan, Planter};
use crate::ingest::{HOUR_MS, History, Pattern};
use crate::routes::specs;
use crate::world::World;

/// So many flows share a schema, a dataset and a mapping set.
const FLOWS_PER_PLACE: usize = 100;

/// Plants the flows.
pub(crate) fn plant(world: &mut World, now_ms: i64, count: usize, runs_per_flow: usize) {
    let this_hour = now_ms.div_euclid(HOUR_MS);
    let hours = i64::try_from(runs_per_flow).unwrap_or(i64::MAX / HOUR_MS).min(24 * 365 * 20);
    let created_ms = now_ms - (hours + 24) * HOUR_MS;
    let mut planter = Planter::new(world);
    let mut place = None;
    for index in 0..count {
        if index % FLOWS_PER_PLACE == 0 {
            let name = format!("Pendo events {:04}", index / FLOWS_PER_PLACE + 1);
            place = Some(planter.place(&name, created_ms));
        }
        let kind = index % 20;
        let history = (hours > 0 && kind != 18).then(|| History {
            pattern: pattern(kind),
            per_hour: 40 + (index % 17) as u32 * 25,
            first_hour: this_hour - hours,
            last_hour: matches!(kind, 17 | 19).then_some(this_hour - 1),
            gaps: Vec::new(),
            mended_from: None,
            seed: planter.chance(),
        });
        let plan = Plan {
            name: format!("Pendo dataflow {:05}", index + 1),
            description: "Made by a seed",
            source_spec: specs::PENDO,
            state: state(kind),
            created_ms: created_ms + index as i64,
            history,
            account: None,
        };
        planter.flow(plan, place.as_ref().expect("the first flow makes a place"));
    }
}

fn pattern(kind: usize) -> Pattern {
    match kind {
        13 => Pattern::Gaps,
        14 | 15 => Pattern::Lossy,
        16 => Pattern::Failing,
        _ => Pattern::Healthy,
    }
}

fn state(kind: usize) -> &'static str {
    match kind {
        17 => "disabled",
        18 => "draft",
        _ => "enabled",
    }
}
