//! Waiting for the streaming endpoint of a new dataflow, which the platform may give it a while later.

use std::time::Duration;

use aep_client::flow_service::Flow;

use crate::contract::error::AppError;
use crate::contract::flows::WebhookAddress;

use super::live::Work;
use super::place::Place;
use super::run::Halt;

/// How long to wait before saying "it exists; check again".
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks again for a dataflow that had no endpoint at the first look, until it has one.
pub(super) async fn wait(
    place: &Place,
    work: &Work,
    flow_id: &str,
) -> Result<WebhookAddress, Halt> {
    let began = place.timer.now();
    let mut pause = Duration::from_secs(1);
    loop {
        // Measured, not counted: the computer may have slept meanwhile.
        let left = PATIENCE.saturating_sub(place.since(began));
        if left.is_zero() {
            return Err(Halt::EndpointPending);
        }
        tokio::select! {
            () = place.timer.sleep(pause.min(left)) => {}
            () = work.asked_to_stop() => return Err(Halt::Asked),
        }
        pause *= 2;
        if let Some(address) = read(place, flow_id).await.map_err(Halt::Failed)? {
            return Ok(address);
        }
    }
}

/// The address of a dataflow, if it has one by now. A dataflow that is not shown yet has none.
///
/// # Errors
/// What kept the dataflow from being read.
pub(crate) async fn read(place: &Place, flow_id: &str) -> Result<Option<WebhookAddress>, AppError> {
    match place.session.sandbox.flows().get(&flow_id.into()).await {
        Ok(flow) => Ok(address(&flow.value)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(place.explain(&error)),
    }
}

fn address(flow: &Flow) -> Option<WebhookAddress> {
    let endpoint = flow.options.inlet_url.as_ref()?.expose();
    let whole = flow.webhook_url()?;
    let query = whole.expose().strip_prefix(endpoint)?.to_owned();
    Some(WebhookAddress { endpoint: endpoint.to_owned(), query })
}
