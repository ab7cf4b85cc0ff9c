//! What was deleted is kept without secrets and without the webhook address, and can be made again.

use app_core::contract::deleted::RecreateFlow;
use app_core::contract::error::ErrorCode;
use app_core::contract::setup::{SetupRef, SetupState};
use inlet_tests::deletion::{DeletingApp, left};
use inlet_tests::setup::{pause, refused};

/// Deletes a dataflow with all that only it uses, and answers its old webhook address.
async fn deleted(test: &DeletingApp) -> String {
    let made = test.dataflow("NPS").await;
    let flow = test.sandbox().flows().get(&made.flow).await.unwrap().value;
    let address = flow.webhook_url().unwrap().expose().to_owned();
    let done = test.delete(&[made.flow.as_str()]).await;
    assert!(done.problem.is_none(), "{done:?}");
    assert_eq!(left(&test.sandbox()).await, [0; 4]);
    address
}

#[tokio::test]
async fn a_deleted_dataflow_is_listed_after_a_restart_and_made_again_with_a_new_address() {
    let test = DeletingApp::start().await;
    let old = deleted(&test).await;
    let test = test.restarted().await;
    let listed = test.app.list_deleted().await.unwrap();
    assert_eq!(listed.len(), 1);
    let kept = &listed[0];
    assert_eq!((kept.name.as_str(), kept.lines), ("NPS", 5));
    assert_eq!(kept.dataset.as_deref(), Some("NPS"));
    assert_eq!(kept.obstacle, None);

    let args = RecreateFlow { deleted_id: kept.deleted_id.clone(), name: "NPS, again".to_owned() };
    let setup = test.app.recreate_flow(args).await.unwrap();
    let setup = loop {
        test.timer.pass(std::time::Duration::from_secs(1));
        let args = SetupRef { setup_id: setup.setup_id.clone() };
        let now = test.app.get_setup(args).await.unwrap();
        if now.state != SetupState::Running {
            break now;
        }
        pause().await;
    };
    assert_eq!(setup.state, SetupState::Done, "{:?}", setup.cause);
    assert_eq!(left(&test.sandbox()).await, [1; 4]);
    let flow_id = setup.flow_id.unwrap();
    assert_ne!(flow_id, kept.flow_id);
    let flow = test.sandbox().flows().get(&flow_id.as_str().into()).await.unwrap().value;
    assert_eq!(flow.name, "NPS, again");
    assert_ne!(flow.webhook_url().unwrap().expose(), old);
    let mapping =
        test.sandbox().mapping_sets().get_version(&flow.mapping().unwrap()).await.unwrap();
    assert_eq!(mapping.mappings.len(), 5);
}

#[tokio::test]
async fn neither_the_webhook_address_nor_a_secret_is_written_to_disk() {
    let test = DeletingApp::start().await;
    let old = deleted(&test).await;
    let endpoint = old.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let secret = test.emulator.client_secret().to_owned();
    let DeletingApp { app, folder, .. } = test;
    drop(app);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&endpoint) && !text.contains(&secret));
    }
}

#[tokio::test]
async fn a_dataset_that_is_gone_meanwhile_stops_it_before_anything_is_made() {
    let test = DeletingApp::start().await;
    deleted(&test).await;
    let dataset = test.sandbox().datasets().all().collect().await.unwrap()[0].id.clone();
    test.sandbox().datasets().delete(&dataset).await.unwrap();
    let listed = test.app.list_deleted().await.unwrap();
    let args = RecreateFlow { deleted_id: listed[0].deleted_id.clone(), name: "NPS".to_owned() };
    let setup = test.app.recreate_flow(args).await.unwrap();
    let setup = loop {
        let args = SetupRef { setup_id: setup.setup_id.clone() };
        let now = test.app.get_setup(args).await.unwrap();
        if now.state != SetupState::Running {
            break now;
        }
        pause().await;
    };
    assert_eq!(setup.state, SetupState::Stopped);
    assert_eq!(left(&test.sandbox()).await, [0; 4]);
}

#[tokio::test]
async fn what_is_not_kept_cannot_be_made_again() {
    let test = DeletingApp::start().await;
    let args = RecreateFlow { deleted_id: "x.0".to_owned(), name: "NPS".to_owned() };
    assert_eq!(refused(test.app.recreate_flow(args).await).code, ErrorCode::NotFound);
}
