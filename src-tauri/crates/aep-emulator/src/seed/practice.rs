//! The dataflows that practice mode begins with: one for each thing that can be said of a dataflow.

use serde_json::json;

use super::planter::{Plan, Planter};
use crate::ingest::{HOUR_MS, History, Pattern};
use crate::routes::{auth_specs, specs};
use crate::world::World;

/// One dataflow of the practice set.
struct Example {
    name: &'static str,
    description: &'static str,
    source_spec: &'static str,
    state: &'static str,
    /// Age in hours.
    age: i64,
    /// How its events fare and how many there are in a usual hour; none if it gets none.
    traffic: Option<(Pattern, u32)>,
    /// How many hours ago its traffic stopped; 0 if it goes on.
    stopped: i64,
    /// It reads with the account of its source.
    with_account: bool,
}

const DAY: i64 = 24;
/// Traffic further back than this is not made up.
const OLDEST_TRAFFIC: i64 = 45 * DAY;

const fn pendo(name: &'static str, description: &'static str, age: i64) -> Example {
    let source_spec = specs::PENDO;
    let (state, traffic, stopped, with_account) = ("enabled", None, 0, false);
    Example { name, description, source_spec, state, age, traffic, stopped, with_account }
}

const EXAMPLES: [Example; 14] = [
    Example {
        traffic: Some((Pattern::Healthy, 120)),
        ..pendo(
            "Guides on the marketing site",
            "Guide displays for visitors who are not signed in",
            60 * DAY,
        )
    },
    Example {
        traffic: Some((Pattern::Gaps, 45)),
        ..pendo("NPS answers", "Scores and comments, for the research team", 210 * DAY)
    },
    Example {
        traffic: Some((Pattern::Lossy, 340)),
        ..pendo("Onboarding polls", "Polls shown in the first week of use", 34 * DAY)
    },
    Example {
        traffic: Some((Pattern::Failing, 25)),
        ..pendo("Mobile guides (beta)", "Trial with the mobile app", 6 * DAY)
    },
    Example {
        traffic: Some((Pattern::Healthy, 120)),
        stopped: 5,
        ..pendo("Guides in the old portal", "The portal is being replaced", 400 * DAY)
    },
    Example {
        state: "disabled",
        traffic: Some((Pattern::Healthy, 80)),
        stopped: 9 * DAY,
        ..pendo("Partner portal", "Off while the contract is reviewed", 150 * DAY)
    },
    Example {
        state: "draft",
        ..pendo("Feature clicks", "Waiting for the names of the features", 2 * DAY)
    },
    pendo("Help centre guides", "Made this morning", 1),
    pendo("Pilot for page loads", "The webhook is not set up in Pendo yet", 3 * DAY),
    Example {
        traffic: Some((Pattern::Healthy, 800)),
        ..pendo("Guides in the product, EMEA", "European accounts", 90 * DAY)
    },
    Example {
        traffic: Some((Pattern::Healthy, 2_400)),
        ..pendo("Guides in the product, Americas", "American accounts", 90 * DAY)
    },
    Example {
        source_spec: "96479064-7b8a-4d69-b9ed-21c5683837ea",
        traffic: Some((Pattern::Healthy, 60)),
        ..pendo("Customer.io campaigns", "Opens and clicks of the weekly letter", 120 * DAY)
    },
    Example {
        source_spec: "073127a3-26e3-496c-9d94-9f48fb93fba8",
        traffic: Some((Pattern::Lossy, 18)),
        ..pendo("Chatlio conversations", "Chats on the pricing page", 75 * DAY)
    },
    Example {
        source_spec: auth_specs::PATHFACTORY,
        traffic: Some((Pattern::Healthy, 30)),
        with_account: true,
        ..pendo("PathFactory visits", "Who read what, fetched every hour", 48 * DAY)
    },
];

/// Plants the practice set.
pub(crate) fn plant(world: &mut World, now_ms: i64) {
    let this_hour = now_ms.div_euclid(HOUR_MS);
    let mut planter = Planter::new(world);
    let account = accounts(&mut planter, now_ms);
    for example in &EXAMPLES {
        // Forty minutes for the youngest: it waits for its first run.
        let created_ms = now_ms - example.age * HOUR_MS + HOUR_MS / 3;
        let place = planter.place(example.name, created_ms);
        let seed = planter.chance();
        let history = example.traffic.map(|(pattern, per_hour)| History {
            pattern,
            per_hour,
            first_hour: this_hour - example.age.min(OLDEST_TRAFFIC),
            last_hour: (example.stopped > 0).then_some(this_hour - example.stopped),
            gaps: Vec::new(),
            mended_from: None,
            seed,
        });
        let plan = Plan {
            name: example.name.to_owned(),
            description: example.description,
            source_spec: example.source_spec,
            state: example.state,
            created_ms,
            history,
            account: example.with_account.then_some(account.as_str()),
        };
        planter.flow(plan, &place);
    }
}

/// Two accounts: one that a dataflow uses, which is answered, and one that nothing uses and whose test fails.
fn accounts(planter: &mut Planter<'_>, now_ms: i64) -> String {
    let used = json!({
        "name": "PathFactory content",
        "description": "Read-only user of the content team",
        "connectionSpec": { "id": auth_specs::PATHFACTORY, "version": "1.0" },
        "auth": { "specName": "Basic Authentication", "params": {
            "host": "https://content.example",
            "username": "inlet-reader",
            "password": "practice-only",
        } },
    });
    let idle = json!({
        "name": "Kinesis click stream",
        "description": "Left from the trial in spring",
        "connectionSpec": { "id": auth_specs::KINESIS, "version": "1.0" },
        "auth": { "specName": "Access Key", "params": {
            "accessKeyId": "AKIAPRACTICEONLY0000",
            "secretKey": "wrong-since-may",
            "region": "eu-central-1",
        } },
    });
    let used = planter.account(used, now_ms - 50 * DAY * HOUR_MS);
    planter.account(idle, now_ms - 200 * DAY * HOUR_MS);
    used
}
