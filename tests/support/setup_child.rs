//! An app in a process of its own, for tests that kill it: signs in, starts or undoes a set-up, says when it has
//! begun and how it ended. `setup-child FOLDER start NAME` or `setup-child FOLDER undo ID`; the platform's address
//! and the credential come through the environment.

use std::path::PathBuf;
use std::sync::Arc;

use inlet_tests::setup::{Access, Hasty, SANDBOX, ended, form, open, reference, sign_in};

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let mut next = || args.next().expect("FOLDER start NAME | FOLDER undo ID");
    let (folder, action, what) = (PathBuf::from(next()), next(), next());
    let access = Access {
        base_url: variable("PLATFORM"),
        organization: variable("ORGANIZATION"),
        client_id: variable("CLIENT_ID"),
        client_secret: variable("CLIENT_SECRET"),
    };
    let app = open(&folder, Arc::new(Hasty::alone()));
    sign_in(&app, &access, SANDBOX).await;
    let begun = match action.as_str() {
        "start" => app.start_setup(form(&variable("TENANT").into(), &what)).await,
        "undo" => app.undo_setup(reference(&what)).await,
        other => panic!("there is no action {other}"),
    };
    let begun = match begun {
        Ok(begun) => begun,
        Err(error) => return println!("refused {:?}", error.code),
    };
    println!("begun {}", begun.setup_id);
    let setup = ended(&app, &begun.setup_id).await;
    println!("ended {:?} {:?}", setup.state, setup.cause.map(|cause| cause.code));
}
