//! local-history
