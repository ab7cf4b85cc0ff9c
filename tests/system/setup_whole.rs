//! A set-up from nothing to a webhook address, and with parts that exist.

use app_core::contract::setup::{SetupState, StepState};
use app_core::ports::{SystemTimer, Timer};
use inlet_tests::setup::{SetupApp, count};

#[tokio::test]
async fn a_name_is_enough_to_come_to_a_webhook_address() {
    let test = SetupApp::start().await;
    let before = SystemTimer.now();
    let setup = test.set_up(test.form("Pendo events")).await;

    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert!(setup.steps.iter().all(|step| step.state == StepState::Done));
    assert_eq!(count(&test.sandbox()).await, [1; 7]);
    let flow_id = setup.flow_id.expect("the dataflow is known");
    let address = setup.webhook_address.expect("the address is known");
    assert!(address.endpoint.starts_with(test.emulator.base_url()));
    assert_eq!(address.query, format!("?x-adobe-flow-id={flow_id}"));
    let (five_minutes, settles_at) = (5 * 60 * 1000, setup.settles_at.expect("it settles"));
    assert!((before + five_minutes..=SystemTimer.now() + five_minutes).contains(&settles_at));
}
