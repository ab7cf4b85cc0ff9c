//! The operators: their signs, the words for them, and how strongly they bind.

/// An operator before one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unary {
    Negate,
    Not,
}

/// An operator between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// An operator as the platform's list has it: sign, name, number of operands, what it does, example.
pub(crate) type Row = (&'static str, &'static str, u8, &'static str, &'static str);

/// Every operator that is understood.
pub(crate) const OPERATORS: [Row; 15] = [
    ("+", "add", 2, "Adds two numbers", "price + tax"),
    ("-", "subtract", 2, "Takes one number from another", "price - discount"),
    ("*", "multiply", 2, "Multiplies two numbers", "seconds * 1000"),
    ("/", "divide", 2, "Divides one number by another", "millis / 1000"),
    ("%", "mod", 2, "What is left after a division", "number % 2"),
    ("-", "negate", 1, "The same number with the other sign", "-balance"),
    ("!", "not", 1, "True if the value is false", "!active"),
    ("==", "eq", 2, "True if both are the same", "event == \"guideDisplayed\""),
    ("!=", "ne", 2, "True if they differ", "language != \"en\""),
    ("<", "lt", 2, "True if the first is smaller", "score < 7"),
    ("<=", "le", 2, "True if the first is not larger", "score <= 6"),
    (">", "gt", 2, "True if the first is larger", "score > 8"),
    (">=", "ge", 2, "True if the first is not smaller", "score >= 9"),
    ("&&", "and", 2, "True if both are true", "active && score > 8"),
    ("||", "or", 2, "True if one of them is true", "score < 3 || score > 8"),
];

impl Binary {
    /// The operator of a sign or of the word for it.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Some(match text {
            "||" | "or" => Self::Or,
            "&&" | "and" => Self::And,
            "==" | "eq" => Self::Equal,
            "!=" | "ne" => Self::NotEqual,
            "<" | "lt" => Self::Less,
            "<=" | "le" => Self::LessOrEqual,
            ">" | "gt" => Self::Greater,
            ">=" | "ge" => Self::GreaterOrEqual,
            "+" => Self::Add,
            "-" => Self::Subtract,
            "*" => Self::Multiply,
            "/" | "div" => Self::Divide,
            "%" | "mod" => Self::Remainder,
            _ => return None,
        })
    }

    /// How strongly the operator binds; the larger number goes first.
    pub(crate) fn strength(self) -> u8 {
        match self {
            Self::Or => 1,
            Self::And => 2,
            Self::Equal | Self::NotEqual => 3,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => 4,
            Self::Add | Self::Subtract => 5,
            Self::Multiply | Self::Divide | Self::Remainder => 6,
        }
    }
}
