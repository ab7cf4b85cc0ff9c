//! Looking at events: batch by batch, each bounded in number and size, so that no request is too large and stopping
//! is quick.

use aep_client::data_prep::Preview;
use serde_json::Value;

use crate::contract::error::AppError;

use super::judge::judge;
use super::kept::Inspected;

/// The most events of one request.
const MOST: usize = 50;
/// The most bytes of one request; one larger event still goes alone.
const LARGEST: usize = 500_000;

/// Looks at every event of an inspection, until it is asked to stop or the platform does not answer.
pub(crate) async fn look(inspected: &Inspected) {
    let problem = batches(inspected).await.err();
    inspected.looking.end(|shown| *shown = problem);
}

async fn batches(inspected: &Inspected) -> Result<(), AppError> {
    let mut events = inspected.events().peekable();
    let mut one_by_one = false;
    while events.peek().is_some() && !inspected.looking.is_stopping() {
        let mut places = Vec::new();
        let mut batch: Vec<Value> = Vec::new();
        let mut bytes = 0;
        let most = if one_by_one { 1 } else { MOST };
        while let Some((_, event)) = events.peek()
            && batch.len() < most
        {
            bytes += event.to_string().len();
            if bytes > LARGEST && !batch.is_empty() {
                break;
            }
            let (place, event) = events.next().expect("it was looked at above");
            places.push(place);
            batch.push(event.clone());
        }
        let previews = preview(inspected, &batch, &mut one_by_one).await?;
        // Comparing with a large schema takes a while: other commands go on meanwhile.
        tokio::task::yield_now().await;
        for (place, preview) in places.into_iter().zip(previews) {
            let judged = judge(&inspected.course.schema, preview);
            inspected.known()[place].judged = Some(judged);
        }
    }
    Ok(())
}

/// The answers for a batch. A platform that answers for one event only is asked for one at a time from then on.
async fn preview(
    inspected: &Inspected,
    batch: &[Value],
    one_by_one: &mut bool,
) -> Result<Vec<Preview>, AppError> {
    let session = &inspected.session;
    let sets = session.sandbox.mapping_sets();
    let set = &inspected.course.set;
    let explain = |error: aep_client::Error| session.explain(&error);
    let previews = sets.preview_all(set, batch).await.map_err(explain)?;
    if previews.len() == batch.len() {
        return Ok(previews);
    }
    *one_by_one = true;
    let mut singly = Vec::with_capacity(batch.len());
    for event in batch {
        singly.push(sets.preview(set, event).await.map_err(explain)?);
    }
    Ok(singly)
}
