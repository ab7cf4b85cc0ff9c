//! The presses that lead from the list of dataflows to a webhook address, with all that Inlet suggests.

use crate::Inlet;

/// Answers the wizard's questions for a dataflow of this name, up to the review.
pub async fn review_dataflow(inlet: &Inlet<'_>, name: &str) {
    inlet.press("New dataflow").await;
    inlet.see_screen("Where the events come from").await;
    inlet.fill("Name of the dataflow", name).await;
    inlet.press("Continue").await;
    inlet.press("Continue to mapping").await;
    inlet.press("Continue to review").await;
    inlet.see_screen("Review").await;
}

/// Makes the dataflow that was reviewed and gives its id, as the webhook address names it.
pub async fn create_dataflow(inlet: &Inlet<'_>) -> String {
    inlet.press("Create dataflow").await;
    inlet.press("Copy address").await;
    let text = inlet.text().await;
    assert!(text.contains("/collection/"), "the address is whole: {text}");
    let (_, flow) = text.split_once("?x-adobe-flow-id=").expect("the address is whole");
    flow.split_whitespace().next().unwrap_or_default().to_owned()
}
