//! What an expression is made of once it is read.

use serde_json::Value;

use super::functions::Function;
use super::operators::{Binary, Unary};
use super::path::Path;

/// A part of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// A fixed value.
    Literal(Value),
    /// A path into the event.
    Path(Path),
    /// An operator before one value.
    Unary(Unary, Box<Node>),
    /// An operator between two values.
    Binary(Binary, Box<Node>, Box<Node>),
    /// A function with as many arguments as it takes.
    Call(&'static Function, Vec<Node>),
}
