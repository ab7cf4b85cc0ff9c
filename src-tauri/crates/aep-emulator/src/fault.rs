//! Trouble as an input: what goes wrong, on which route, how often. Faults are planned here and
//! carried out by the server.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;

use crate::route::Route;

/// One planned trouble.
#[derive(Clone, Debug)]
pub struct Fault {
    route: Option<Route>,
    pub(crate) kind: Kind,
    after: u32,
    times: Option<u32>,
}

/// What goes wrong.
#[derive(Clone, Debug, Default)]
pub(crate) enum Kind {
    /// Nothing: a fault that was never told what to do.
    #[default]
    Nothing,
    /// A status instead of the work, with an optional body and `Retry-After`.
    Status { status: u16, body: Option<Value>, retry_after: Option<String> },
    /// The work, later.
    Delay(Duration),
    /// The work, after so much time by the emulator's clock, which ages access tokens too.
    TimePasses(Duration),
    /// The connection closes before any work.
    DropConnection,
    /// The work is done, then the connection closes.
    LoseReply,
    /// The work is done, and half of the JSON is sent as if it were all.
    CutBody,
    /// The work is done, and the connection closes half-way through the body.
    BreakOff,
    /// A page of HTML instead of the work.
    Html(u16),
    /// A redirect to somewhere else instead of the work.
    Redirect(String),
    /// The work is done, and lists leave the new object out for a while.
    ListLate(Duration),
    /// A list whose continuation link is this text.
    NextLink(String),
    /// A list page that links to itself for ever.
    LoopPages,
    /// A list page without items that links to where its items are.
    EmptyPage,
}

impl Fault {
    /// Trouble on one route, every time, until told otherwise.
    pub fn on(route: Route) -> Self {
        Self { route: Some(route), kind: Kind::default(), after: 0, times: None }
    }

    /// Trouble on every route but the control routes.
    pub fn on_any() -> Self {
        Self { route: None, kind: Kind::default(), after: 0, times: None }
    }

    /// Answers this status without doing the work. The body is the gateway's unless `body` says more.
    pub fn status(mut self, status: u16) -> Self {
        let (body, retry_after) = match self.kind {
            Kind::Status { body, retry_after, .. } => (body, retry_after),
            _ => (None, None),
        };
        self.kind = Kind::Status { status, body, retry_after };
        self
    }

    /// The body that goes with `status`.
    pub fn body(mut self, wanted: Value) -> Self {
        self.kind = match self.kind {
            Kind::Status { status, retry_after, .. } => {
                Kind::Status { status, body: Some(wanted), retry_after }
            }
            _ => Kind::Status { status: 200, body: Some(wanted), retry_after: None },
        };
        self
    }

    /// The `Retry-After` header that goes with `status`: seconds, or a date.
    pub fn retry_after(mut self, wanted: impl Into<String>) -> Self {
        let (status, body) = match self.kind {
            Kind::Status { status, body, .. } => (status, body),
            _ => (429, None),
        };
        self.kind = Kind::Status { status, body, retry_after: Some(wanted.into()) };
        self
    }

    /// Waits this long, in real time, before doing the work.
    pub fn delay(self, by: Duration) -> Self {
        self.doing(Kind::Delay(by))
    }

    /// Lets this much time pass by the emulator's clock before the request is looked at. Unlike
    /// [`Clock::advance`](crate::Clock::advance) it ages access tokens as well.
    pub fn time_passes(self, by: Duration) -> Self {
        self.doing(Kind::TimePasses(by))
    }

    /// Closes the connection without doing the work.
    pub fn drop_connection(self) -> Self {
        self.doing(Kind::DropConnection)
    }

    /// Does the work, then closes the connection instead of answering.
    pub fn lose_reply(self) -> Self {
        self.doing(Kind::LoseReply)
    }

    /// Does the work and sends half of the JSON as if that were the whole.
    pub fn cut_body(self) -> Self {
        self.doing(Kind::CutBody)
    }

    /// Does the work and closes the connection half-way through the body.
    pub fn break_off(self) -> Self {
        self.doing(Kind::BreakOff)
    }

    /// Answers a page of HTML with this status, as a proxy would.
    pub fn html(self, status: u16) -> Self {
        self.doing(Kind::Html(status))
    }

    /// Answers 307 with this location.
    pub fn redirect(self, location: impl Into<String>) -> Self {
        self.doing(Kind::Redirect(location.into()))
    }

    /// Does the work, and lets lists show the new object only this much later by the emulator's
    /// clock. Reading it by its id works at once.
    pub fn list_late(self, by: Duration) -> Self {
        self.doing(Kind::ListLate(by))
    }

    /// Replaces the continuation link of a list by this text.
    pub fn next_link(self, href: impl Into<String>) -> Self {
        self.doing(Kind::NextLink(href.into()))
    }

    /// Makes a list page link to itself.
    pub fn loop_pages(self) -> Self {
        self.doing(Kind::LoopPages)
    }

    /// Makes a list page empty; its link leads to the items that it left out.
    pub fn empty_page(self) -> Self {
        self.doing(Kind::EmptyPage)
    }

    /// Only this many times.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Only after this many requests went through untouched.
    pub fn after(mut self, requests: u32) -> Self {
        self.after = requests;
        self
    }

    fn doing(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    fn strikes(&mut self, route: Route) -> bool {
        if self.times == Some(0) || self.route.is_some_and(|wanted| wanted != route) {
            return false;
        }
        if self.after > 0 {
            self.after -= 1;
            return false;
        }
        if let Some(left) = &mut self.times {
            *left -= 1;
        }
        true
    }
}

/// The faults that are planned.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<Vec<Fault>>>);

impl Faults {
    /// Plans one more.
    pub fn add(&self, fault: Fault) {
        self.0.lock().expect("no holder of the faults panics").push(fault);
    }

    /// How many are still to strike; those that were given a number of times go when it is used up.
    pub fn planned(&self) -> usize {
        self.0.lock().expect("no holder of the faults panics").len()
    }

    /// Forgets all that are planned.
    pub fn clear(&self) {
        self.0.lock().expect("no holder of the faults panics").clear();
    }

    /// What strikes this request; counts it for those that wait.
    pub(crate) fn strike(&self, route: Route) -> Vec<Kind> {
        let mut planned = self.0.lock().expect("no holder of the faults panics");
        let struck =
            planned.iter_mut().filter_map(|fault| fault.strikes(route).then(|| fault.kind.clone()));
        let struck = struck.collect();
        planned.retain(|fault| fault.times != Some(0));
        struck
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_waits_for_its_turn_and_then_stops() {
        let faults = Faults::default();
        faults.add(Fault::on(Route::CreateFlow).status(503).after(1).times(2));
        let struck: Vec<bool> =
            (0..4).map(|_| !faults.strike(Route::CreateFlow).is_empty()).collect();
        assert_eq!(struck, [false, true, true, false]);
        assert!(faults.strike(Route::ListFlows).is_empty());
    }
}
