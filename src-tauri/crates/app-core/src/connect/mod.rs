//! Connecting: what was typed is read, then sign-in, sandboxes and permissions are tried one by one while the
//! window looks on. What is kept of it afterwards is the business of `app::profiles`.

mod check;
mod environment;
mod probe;
mod sandbox_choice;
mod sign_in;

pub(crate) use check::{Check, Checks};
pub(crate) use probe::{not_offered, run as run_check};
pub(crate) use sandbox_choice::{choose, listed};
pub(crate) use sign_in::{Proof, SignIn};
