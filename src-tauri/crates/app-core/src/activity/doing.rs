//! Which command is being carried out: what it asks of the platform belongs to it, also from work that goes on in
//! the background.

use std::future::Future;

use serde_json::Value;

tokio::task_local! {
    static DOING: Doing;
}

/// The command that is being carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Doing {
    /// Its name.
    pub(crate) command: &'static str,
    /// The dataflow that it is about, if its argument names one.
    pub(crate) flow_id: Option<String>,
}

impl Doing {
    /// The command with this argument.
    pub(crate) fn of(command: &'static str, args: &Value) -> Self {
        let flow_id = args.get("flowId").and_then(Value::as_str).map(str::to_owned);
        Self { command, flow_id }
    }
}

/// Carries the command out.
pub(crate) async fn during<F: Future>(doing: Doing, work: F) -> F::Output {
    DOING.scope(doing, work).await
}

/// Work that is about to go on in a task of its own, and belongs to the command all the same.
pub(crate) fn carried<F>(work: F) -> impl Future<Output = F::Output> + Send
where
    F: Future + Send,
{
    let doing = current();
    async move {
        match doing {
            Some(doing) => during(doing, work).await,
            None => work.await,
        }
    }
}

/// The command that is being carried out here, if one is.
pub(super) fn current() -> Option<Doing> {
    DOING.try_with(Clone::clone).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Doing, carried, current, during};

    #[tokio::test]
    async fn work_in_the_background_belongs_to_the_command_that_began_it() {
        let doing = Doing::of("get_flow", &json!({ "flowId": "f-1" }));
        assert_eq!(doing.flow_id.as_deref(), Some("f-1"));
        let seen = during(doing.clone(), async {
            tokio::spawn(carried(async { current() })).await.unwrap()
        })
        .await;
        assert_eq!(seen, Some(doing));
        assert_eq!(current(), None);
    }
}
