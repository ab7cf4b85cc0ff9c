//! Traffic that nobody sends: what a seeded flow received in any hour, made up from its seed, so
//! that a past of any length costs nothing until it is asked for.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::rejected::{KEPT, by_mapper, by_validator, told};
use super::run::HOUR_MS;
use super::tally::Tally;

/// Made-up traffic of one flow.
#[derive(Clone, Debug)]
pub(crate) struct History {
    pub(crate) pattern: Pattern,
    /// Events in a usual hour.
    pub(crate) per_hour: u32,
    /// First hour with traffic, as a number of hours since 1970.
    pub(crate) first_hour: i64,
    /// Last hour with traffic, or none if it goes on.
    pub(crate) last_hour: Option<i64>,
    /// Hours without traffic because the flow was off: first, and the one after the last.
    pub(crate) gaps: Vec<(i64, i64)>,
    /// From this hour on all goes well, because the mapping was changed.
    pub(crate) mended_from: Option<i64>,
    pub(crate) seed: u64,
}

/// How the events fare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// All are ingested.
    Healthy,
    /// A few fail, and the platform calls the run a success all the same.
    Gaps,
    /// Some fail.
    Lossy,
    /// All fail.
    Failing,
}

impl History {
    /// What the flow counted in an hour, if there was anything to count.
    pub(crate) fn tally(&self, hour: i64) -> Option<Tally> {
        if hour < self.first_hour || self.last_hour.is_some_and(|last| hour > last) {
            return None;
        }
        if self.gaps.iter().any(|(from, until)| (*from..*until).contains(&hour)) {
            return None;
        }
        let mended = self.mended_from.is_some_and(|from| hour >= from);
        let pattern = if mended { Pattern::Healthy } else { self.pattern };
        let chance = mix(self.seed ^ hour.unsigned_abs().wrapping_mul(0x9e37_79b9));
        let received = self.events_at(hour, chance);
        if received == 0 {
            return None;
        }
        let failed = failures(pattern, received, chance >> 24);
        let mut tally = Tally {
            received,
            failed,
            input_bytes: received * 812,
            output_bytes: (received - failed) * 431,
            called_success: pattern == Pattern::Gaps,
            ..Tally::default()
        };
        if failed > 0 {
            tally.errors.insert(error(pattern), failed);
        }
        Some(tally)
    }

    /// The events of an hour that failed, as files show them.
    pub(crate) fn rejected(&self, hour: i64, tenant: &str) -> Vec<Value> {
        let Some(tally) = self.tally(hour) else { return Vec::new() };
        let count = usize::try_from(tally.failed).unwrap_or(KEPT).min(KEPT);
        let Some(((code, message), _)) = tally.errors.iter().next() else { return Vec::new() };
        let made_up = |number: usize| {
            let chance = mix(self.seed ^ hour.unsigned_abs() ^ (number as u64) << 32);
            let at_ms = hour * HOUR_MS + (number as i64 + 1) * HOUR_MS / (count as i64 + 1);
            row(code, message, Event { chance, at_ms, tenant })
        };
        (0..count).map(made_up).collect()
    }

    /// More by day than by night, and never quite the same.
    fn events_at(&self, hour: i64, chance: u64) -> u64 {
        const BY_HOUR: [u64; 24] = [
            22, 18, 16, 15, 18, 25, 40, 62, 85, 104, 118, 124, 120, 122, 126, 124, 116, 104, 88,
            72, 58, 46, 36, 28,
        ];
        let usual = u64::from(self.per_hour) * BY_HOUR[hour.rem_euclid(24) as usize] / 100;
        usual * (85 + chance % 30) / 100
    }

    /// The flow was switched off or on in this hour.
    pub(crate) fn switch(&mut self, on: bool, hour: i64) {
        match self.gaps.last_mut() {
            Some((_, until)) if on && *until == i64::MAX => *until = hour,
            Some((_, until)) if *until == i64::MAX => {}
            _ if on => {}
            _ => self.gaps.push((hour, i64::MAX)),
        }
    }
}

fn failures(pattern: Pattern, received: u64, chance: u64) -> u64 {
    match pattern {
        Pattern::Healthy => 0,
        Pattern::Gaps => (received / 150 + chance % 2).min(received / 2),
        Pattern::Lossy => (received * (2 + chance % 7) / 100).clamp(1, received),
        Pattern::Failing => received,
    }
}

fn error(pattern: Pattern) -> (String, String) {
    let (code, message) = match pattern {
        Pattern::Failing => (
            "DCVS-1106-400",
            "The message can't be validated: uniqueId: expected minLength: 1, actual: 0",
        ),
        Pattern::Lossy => (
            "MAPPER-3700-400",
            "Mapper Transform Error: destination path timestamp. expected data type was: DATE, \
                 actual data type was: STRING. sourceField: timestamp destinationField: timestamp",
        ),
        Pattern::Healthy | Pattern::Gaps => {
            ("DCVS-1106-400", "The message can't be validated: #: required key [_id] not found")
        }
    };
    (code.to_owned(), message.to_owned())
}

/// A made-up event.
struct Event<'a> {
    chance: u64,
    at_ms: i64,
    tenant: &'a str,
}

/// A made-up event that failed in the way of its pattern, as a file shows it.
fn row(code: &str, message: &str, event: Event) -> Value {
    let Event { chance, at_ms, tenant } = event;
    let one_of = |all: &[&str], shift: u32| all[(chance >> shift) as usize % all.len()].to_owned();
    let kind = one_of(&["guideDisplayed", "npsSubmitted", "pollSubmitted"], 3);
    let account = one_of(&["northwind-eu", "fjordbank", "halden-retail"], 11);
    let visitor = format!("v-{:04}", (chance >> 20) % 10_000);
    let id = format!("evt_{:010x}", chance & 0xff_ffff_ffff);
    if code.starts_with("MAPPER") {
        let event = json!({
            "uniqueId": id, "event": kind, "visitorId": visitor, "accountId": account,
            "timestamp": "yesterday",
            "properties": { "guideProperties": { "name": "Welcome" } },
        });
        return by_mapper(event, code, message);
    }
    let missing = message.contains("required key");
    let at = Timestamp::from_millisecond(at_ms).unwrap_or_default().to_string();
    let own = format!("_{tenant}");
    let unique = if missing { id } else { String::new() };
    let mut record = json!({
        "_id": unique, "timestamp": at, "eventType": kind,
        own: { "uniqueId": unique, "event": kind, "visitorId": visitor, "accountId": account },
    });
    if missing && let Some(record) = record.as_object_mut() {
        record.remove("_id");
    }
    let violation = match missing {
        true => "#: required key [_id] not found".to_owned(),
        false => format!("#/_{tenant}/uniqueId: expected minLength: 1, actual: 0"),
    };
    by_validator(record, code, vec![told(&violation)])
}

/// Spreads the bits of a number, so that neighbours have nothing in common.
pub(crate) fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
