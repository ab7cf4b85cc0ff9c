//! Lists over many pages, and links that mean no good.

use aep_client::flow_service::{NewSourceConnection, SourceConnection};
use aep_client::{Error, ListQuery, Sandbox};
use aep_emulator::{Fault, Route};
use inlet_tests::client::{chain, client, emulator, sandbox};

async fn sources(sandbox: &Sandbox, count: usize) {
    for number in 0..count {
        let new = NewSourceConnection::pendo(format!("Source {number:02}"));
        sandbox.source_connections().create(&new).await.unwrap();
    }
}

async fn all(sandbox: &Sandbox) -> Result<Vec<SourceConnection>, Error> {
    let query = ListQuery::new().limit(3).order_by("name");
    sandbox.source_connections().all(&query).collect().await
}

fn names(list: &[SourceConnection]) -> Vec<&str> {
    list.iter().map(|source| source.name.as_str()).collect()
}

#[tokio::test]
async fn a_list_of_many_pages_is_read_to_its_end_in_order() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 8).await;
    let list = all(&sandbox).await.unwrap();
    let expected: Vec<String> = (0..8).map(|number| format!("Source {number:02}")).collect();
    assert_eq!(names(&list), expected);
    assert_eq!(emulator.recording().count(Route::ListSourceConnections), 3);
}

#[tokio::test]
async fn pages_can_be_turned_one_by_one() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 5).await;
    let query = ListQuery::new().limit(3).order_by("name");
    let first = sandbox.source_connections().list(&query).await.unwrap();
    assert_eq!((first.items.len(), first.has_next()), (3, true));
    let second = first.next_page().await.unwrap().unwrap();
    assert_eq!((second.items.len(), second.has_next()), (2, false));
    assert!(second.next_page().await.unwrap().is_none());
}

#[tokio::test]
async fn an_empty_page_in_the_middle_does_not_end_a_list() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 8).await;
    emulator.faults().add(Fault::on(Route::ListSourceConnections).empty_page().after(1).times(1));
    assert_eq!(all(&sandbox).await.unwrap().len(), 8);
    assert_eq!(emulator.recording().count(Route::ListSourceConnections), 4);
}

#[tokio::test]
async fn a_page_that_links_to_itself_ends_the_list_and_repeats_nothing() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 8).await;
    emulator.faults().add(Fault::on(Route::ListSourceConnections).loop_pages());
    let list = all(&sandbox).await.unwrap();
    assert_eq!(names(&list), ["Source 00", "Source 01", "Source 02"]);
}

#[tokio::test]
async fn a_link_to_another_host_is_not_followed_and_gets_no_token() {
    let emulator = emulator().await;
    let elsewhere = inlet_tests::client::emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 2).await;
    let port = elsewhere.base_url().rsplit_once(':').unwrap().1.to_owned();
    for link in [
        format!("{}/data/foundation/flowservice/sourceConnections", elsewhere.base_url()),
        format!("//127.0.0.1:{port}/data/foundation/flowservice/sourceConnections"),
        format!("http://user@127.0.0.1:{port}/x"),
    ] {
        emulator.faults().clear();
        emulator.faults().add(Fault::on(Route::ListSourceConnections).next_link(link.clone()));
        let error = all(&sandbox).await.unwrap_err();
        assert!(matches!(error, Error::ForeignLink { .. }), "{link}: {error:?}");
    }
    assert_eq!(elsewhere.recording().all(), [], "nobody knocked there");
}

#[tokio::test]
async fn a_link_may_be_absolute_or_begin_at_the_host() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 2).await;
    let below_host = "/data/foundation/flowservice/sourceConnections?limit=1&orderby=-name";
    for link in [below_host.to_owned(), format!("{}{below_host}", emulator.base_url())] {
        emulator.faults().clear();
        let once = Fault::on(Route::ListSourceConnections).next_link(link).times(1);
        emulator.faults().add(once);
        let query = ListQuery::new().limit(1).order_by("name");
        let first = sandbox.source_connections().list(&query).await.unwrap();
        let second = first.next_page().await.unwrap().unwrap();
        assert_eq!(names(&second.items), ["Source 01"]);
    }
}

#[tokio::test]
async fn lists_of_every_service_are_read_whole() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    for name in ["Guides", "Polls", "NPS"] {
        chain(&sandbox, name).await.unwrap();
    }
    let everything = ListQuery::new();
    assert_eq!(sandbox.flows().all(&everything).collect().await.unwrap().len(), 3);
    assert_eq!(sandbox.target_connections().all(&everything).collect().await.unwrap().len(), 3);
    assert_eq!(sandbox.field_groups().all().collect().await.unwrap().len(), 3);
    assert_eq!(sandbox.schemas().all().collect().await.unwrap().len(), 3);
    assert_eq!(sandbox.datasets().all().collect().await.unwrap().len(), 3);
    assert_eq!(sandbox.mapping_sets().all().collect().await.unwrap().len(), 3);
    let sandboxes = client(&emulator).sandboxes().all().collect().await.unwrap();
    let sandboxes: Vec<&str> = sandboxes.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(sandboxes, emulator.sandboxes());
}

#[tokio::test]
async fn lists_that_are_read_by_offset_go_beyond_one_page() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    let made = chain(&sandbox, "Guides").await.unwrap();
    for number in 0..120 {
        let new = aep_client::catalog::NewDataset::new(format!("D{number:03}"), &made.schema);
        sandbox.datasets().create(&new).await.unwrap();
        let new = inlet_tests::client::mapping(&made.schema, "_inletlab");
        sandbox.mapping_sets().create(&new).await.unwrap();
    }
    assert_eq!(sandbox.datasets().all().collect().await.unwrap().len(), 121);
    assert_eq!(sandbox.mapping_sets().all().collect().await.unwrap().len(), 121);
    assert_eq!(emulator.recording().count(Route::ListDatasets), 2);
    assert_eq!(emulator.recording().count(Route::ListMappingSets), 2);
}

#[tokio::test]
async fn nothing_more_is_fetched_once_a_listing_is_dropped() {
    let emulator = emulator().await;
    let sandbox = sandbox(&emulator);
    sources(&sandbox, 9).await;
    let query = ListQuery::new().limit(1);
    let mut pages = sandbox.source_connections().all(&query);
    assert_eq!(pages.next().await.unwrap().unwrap().len(), 1);
    drop(pages);
    sandbox.flows().list(&ListQuery::new()).await.unwrap();
    assert!(emulator.recording().count(Route::ListSourceConnections) <= 2);
}
