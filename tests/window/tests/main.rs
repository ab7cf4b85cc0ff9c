//! The built app in a real window: that it opens, keeps a secret, makes a dataflow, and stays within its
//! content security policy. What every screen does in every state is tested in `tests/e2e`.

mod closing;
mod keychain;
mod life;
mod practice;
mod settings;
mod sign_in;
mod starting;
