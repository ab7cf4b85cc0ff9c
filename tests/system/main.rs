//! Behaviour over real HTTP, one module per subject.

mod architecture;
