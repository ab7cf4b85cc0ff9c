//! Many requests side by side, but not all at once.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::activity::carried;

/// How many are under way at the same time.
const AT_ONCE: usize = 6;

/// Does something with each; the answers come in the order of the items.
pub(crate) async fn each<I, O, F, W>(items: Vec<I>, work: W) -> Vec<O>
where
    I: Send + 'static,
    O: Send + 'static,
    F: Future<Output = O> + Send + 'static,
    W: Fn(I) -> F,
{
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut tasks = JoinSet::new();
    for (place, item) in items.into_iter().enumerate() {
        let places = Arc::clone(&places);
        let work = work(item);
        tasks.spawn(carried(async move {
            let _place = places.acquire_owned().await;
            (place, work.await)
        }));
    }
    let mut done = tasks.join_all().await;
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, answer)| answer).collect()
}
