//! aep-client
