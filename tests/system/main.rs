//! Behaviour over real HTTP, one module per subject.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod architecture;
mod client_catalogue;
mod client_dataflow;
mod client_paging;
mod client_proxy;
mod client_retry;
mod client_secrets;
mod client_sign_in;
mod client_trouble;
mod connect_check;
mod connect_profiles;
mod connect_secrets;
mod emulator_catalogue;
mod emulator_connections;
mod emulator_faults;
mod emulator_flows;
mod emulator_gate;
mod emulator_ingest;
mod emulator_lists;
mod emulator_mapping;
mod emulator_registry;
mod emulator_seeds;
mod emulator_standalone;
mod emulator_tutorial;
mod mapping_preview;
mod mapping_wizard;
mod setup_failure;
mod setup_lost_reply;
mod setup_undo;
mod setup_whole;
mod wire_shapes;
