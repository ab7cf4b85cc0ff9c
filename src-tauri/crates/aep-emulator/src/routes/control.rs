//! The control routes for an emulator that runs on its own: trouble, time, what was asked, reset.
//! They are not part of the platform, need no token, and refuse calls that a web page makes.

use std::time::Duration;

use serde_json::{Value, json};

use crate::fault::Fault;
use crate::http::{Call, Outcome, Refusal, Reply};
use crate::problem;
use crate::route::Route;
use crate::server::Shared;
use crate::world::World;

fn bad(detail: &str) -> Refusal {
    problem::aep("EMULATOR-0400", 400, "Bad request", detail)
}

/// Answers a control route.
pub(crate) fn answer(shared: &Shared, call: &Call) -> Outcome {
    if call.header("origin").is_some() {
        return Err(problem::aep("EMULATOR-0403", 403, "Forbidden", "web pages may not do this"));
    }
    match call.route {
        Route::AddFault => add_fault(shared, call),
        Route::ClearFaults => {
            shared.faults.clear();
            Ok(Reply::empty(204))
        }
        Route::AdvanceClock => advance(shared, call),
        Route::ListRequests => {
            let requests = shared.recording.all();
            let requests: Vec<Value> = requests.iter().map(|request| request.to_json()).collect();
            Ok(Reply::json(200, json!({ "requests": requests })))
        }
        Route::ClearRequests => {
            shared.recording.clear();
            Ok(Reply::empty(204))
        }
        Route::SetSwitches => set_switches(shared, call),
        Route::Reset => Ok(reset(shared)),
        _ => Ok(time(shared)),
    }
}

fn time(shared: &Shared) -> Reply {
    let clock = &shared.clock;
    Reply::json(200, json!({ "now_ms": clock.now_ms(), "speed": clock.speed() }))
}

fn advance(shared: &Shared, call: &Call) -> Outcome {
    let seconds = call.object()?.get("advance_seconds").and_then(Value::as_f64);
    let seconds = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    shared.clock.advance(seconds.ok_or_else(|| bad("advance_seconds must be a number from 0"))?);
    Ok(time(shared))
}

/// Everything as it was at the start, but the clock goes on.
fn reset(shared: &Shared) -> Reply {
    let mut world = shared.world.lock().expect("routes do not panic while they hold the world");
    let fresh = World::new(world.settings.clone(), world.base_url.clone(), shared.clock.now_ms());
    *world = fresh;
    shared.faults.clear();
    shared.recording.clear();
    Reply::empty(204)
}

fn set_switches(shared: &Shared, call: &Call) -> Outcome {
    let body = call.object()?;
    let mut world = shared.world.lock().expect("routes do not panic while they hold the world");
    for (name, value) in &body {
        let known = world.settings.switches.set(name, value);
        known.ok_or_else(|| bad(&format!("the switch {name} with {value} is not understood")))?;
    }
    Ok(Reply::empty(204))
}

fn add_fault(shared: &Shared, call: &Call) -> Outcome {
    let body = call.object()?;
    let mut fault = match body.get("route").and_then(Value::as_str) {
        None => Fault::on_any(),
        Some(name) => {
            let route = Route::named(name);
            Fault::on(route.ok_or_else(|| bad(&format!("there is no route {name:?}")))?)
        }
    };
    for (key, value) in &body {
        fault = apply(fault, key, value).ok_or_else(|| bad(&format!("{key} is not understood")))?;
    }
    shared.faults.add(fault);
    Ok(Reply::empty(204))
}

fn apply(fault: Fault, key: &str, value: &Value) -> Option<Fault> {
    let number = || value.as_u64().and_then(|number| u32::try_from(number).ok());
    let status = || value.as_u64().and_then(|number| u16::try_from(number).ok());
    let status = || status().filter(|status| (200..600).contains(status));
    let millis = || value.as_u64().map(Duration::from_millis);
    let text = || value.as_str().filter(|text| text.is_ascii());
    let asked = || value.as_bool().filter(|asked| *asked);
    Some(match key {
        "route" => fault,
        "times" => fault.times(number()?),
        "after" => fault.after(number()?),
        "status" => fault.status(status()?),
        "body" => fault.body(value.clone()),
        "retry_after" => fault.retry_after(text()?),
        "time_passes_ms" => fault.time_passes(millis()?),
        "delay_ms" => fault.delay(millis()?),
        "list_late_ms" => fault.list_late(millis()?),
        "html" => fault.html(status()?),
        "redirect" => fault.redirect(text()?),
        "next_link" => fault.next_link(text()?),
        "drop_connection" => asked().map(|_| fault.drop_connection())?,
        "lose_reply" => asked().map(|_| fault.lose_reply())?,
        "cut_body" => asked().map(|_| fault.cut_body())?,
        "break_off" => asked().map(|_| fault.break_off())?,
        "loop_pages" => asked().map(|_| fault.loop_pages())?,
        "empty_page" => asked().map(|_| fault.empty_page())?,
        _ => return None,
    })
}
