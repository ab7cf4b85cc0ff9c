//! How long the client's requests take, each from sending to the last byte of the answer: heard from the client's
//! own log, one line for each attempt.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once, OnceLock};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;

/// What was heard so far.
#[derive(Default)]
struct Heard {
    calls: AtomicU64,
    micros: AtomicU64,
}

/// Requests since the last look: how many, and their times added up in milliseconds.
pub(crate) fn since_last_look() -> (u64, f64) {
    static HEARD: OnceLock<Arc<Heard>> = OnceLock::new();
    static LISTENING: Once = Once::new();
    let heard = HEARD.get_or_init(Arc::default);
    LISTENING.call_once(|| tracing_subscriber::registry().with(Ear(Arc::clone(heard))).init());
    let calls = heard.calls.swap(0, Ordering::SeqCst);
    (calls, heard.micros.swap(0, Ordering::SeqCst) as f64 / 1e3)
}

struct Ear(Arc<Heard>);

impl<S: Subscriber> Layer<S> for Ear {
    fn enabled(&self, metadata: &tracing::Metadata<'_>, _: Context<'_, S>) -> bool {
        metadata.target() == aep_client::REQUEST_LOG_TARGET
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut micros = Micros(0);
        event.record(&mut micros);
        self.0.calls.fetch_add(1, Ordering::SeqCst);
        self.0.micros.fetch_add(micros.0, Ordering::SeqCst);
    }
}

struct Micros(u64);

impl Visit for Micros {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "micros" {
            self.0 = value;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
