//! The system's proxy settings: used for the platform, never for this machine. A proxy is set by
//! environment, so each case runs in a process of its own: this test program, asked for one test.

use std::process::{Command, Output};

use aep_client::{Client, Config, Credential, Error, RetryPolicy};
use aep_emulator::Emulator;
use inlet_tests::client::emulator;

const BASE: &str = "INLET_TEST_BASE";
const CLIENT_ID: &str = "INLET_TEST_CLIENT_ID";
const SECRET: &str = "INLET_TEST_SECRET";

/// Signs in at `base` in another process whose proxy is `proxy`.
async fn sign_in_through(emulator: &Emulator, base: String, proxy: String) -> Output {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["client_proxy::signs_in_as_told", "--exact", "--ignored", "--nocapture"])
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env(BASE, base)
        .env(CLIENT_ID, emulator.client_id())
        .env(SECRET, emulator.client_secret());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"]
    {
        child.env(name, &proxy);
    }
    tokio::task::spawn_blocking(move || child.output().unwrap()).await.unwrap()
}

#[tokio::test]
#[ignore = "the other tests of this module run it in a process of its own"]
async fn signs_in_as_told() {
    let value = |name: &str| std::env::var(name).unwrap();
    let base: url::Url = value(BASE).parse().unwrap();
    let secret = Credential::ClientSecret(value(SECRET).into());
    let id = value(CLIENT_ID).as_str().into();
    let mut config = Config::custom(base.clone(), base, "1@AdobeOrg".into(), id, secret);
    config.retry = RetryPolicy::never();
    match Client::new(config).unwrap().check_sign_in().await {
        Ok(()) => println!("signed in"),
        Err(Error::Connect { host, .. }) => println!("no way to {host}"),
        Err(error) => println!("{error:?}"),
    }
}

#[tokio::test]
async fn this_machine_is_reached_without_the_proxy() {
    let platform = emulator().await;
    let proxy = emulator().await;
    let localhost = platform.base_url().replace("127.0.0.1", "localhost");
    for base in [platform.base_url().to_owned(), localhost] {
        let output = sign_in_through(&platform, base, proxy.base_url().to_owned()).await;
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.contains("signed in"), "{output:?}");
    }
    assert_eq!(proxy.recording().all(), []);
}

#[tokio::test]
async fn the_platform_is_reached_through_the_proxy() {
    let proxy = emulator().await;
    let base = "https://platform.invalid".to_owned();
    let output = sign_in_through(&proxy, base, proxy.base_url().to_owned()).await;
    // The emulator is no proxy and says so; that it was asked is the point.
    let asked = proxy.recording().all();
    let [request] = &asked[..] else { panic!("{asked:?} {output:?}") };
    assert_eq!(request.method, "CONNECT");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("no way to platform.invalid"), "{output:?}");
}
