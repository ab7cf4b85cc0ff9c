//! The built app in a real window: that it opens, keeps a secret, makes a dataflow, and stays within its
//! content security policy. What every screen does in every state is tested in `tests/e2e`.

mod accounts;
mod closing;
mod dataflows;
mod datasets;
mod drafts;
mod keyboard;
mod keychain;
mod life;
mod mappings;
mod page_process;
mod practice;
mod saving;
mod schemas;
mod settings;
mod sign_in;
mod sources;
mod starting;
