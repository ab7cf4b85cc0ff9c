//! Puts tokens together to an expression.

use serde_json::{Value, json};

use super::ExpressionError;
use super::ast::Node;
use super::functions;
use super::lexer::Token;
use super::operators::{Binary, Unary};
use super::path::{Path, Step};

/// Brackets and operators before a value may be nested this deep.
const DEEPEST: usize = 60;

/// Reads a whole expression.
pub(crate) fn parse(tokens: &[Token]) -> Result<Node, ExpressionError> {
    let mut parser = Parser { tokens, depth: 0 };
    let node = parser.binary(0)?;
    match parser.tokens.first() {
        None => Ok(node),
        Some(token) => Err(unexpected(token)),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    depth: usize,
}

fn unexpected(token: &Token) -> ExpressionError {
    let shown = match token {
        Token::Literal(value) => value.to_string(),
        Token::Word(word) => word.clone(),
        Token::Quoted(name) => format!("${{{name}}}"),
        Token::Sign(sign) => (*sign).to_owned(),
    };
    ExpressionError(format!("{shown} is not expected here"))
}

impl Parser<'_> {
    fn next(&mut self) -> Result<Token, ExpressionError> {
        let (first, rest) = self
            .tokens
            .split_first()
            .ok_or_else(|| ExpressionError("the expression ends too early".to_owned()))?;
        self.tokens = rest;
        Ok(first.clone())
    }

    fn take(&mut self, sign: &str) -> bool {
        let there = matches!(self.tokens.first(), Some(Token::Sign(found)) if *found == sign);
        if there {
            self.tokens = &self.tokens[1..];
        }
        there
    }

    fn expect(&mut self, sign: &str) -> Result<(), ExpressionError> {
        if self.take(sign) {
            return Ok(());
        }
        Err(format!("{sign} is missing").into())
    }

    /// Operators that bind more strongly than `least`.
    fn binary(&mut self, least: u8) -> Result<Node, ExpressionError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("the expression is nested too deeply".to_owned().into());
        }
        let mut left = self.unary()?;
        while let Some(operator) = self.operator().filter(|found| found.strength() > least) {
            self.tokens = &self.tokens[1..];
            let right = self.binary(operator.strength())?;
            left = Node::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operator(&self) -> Option<Binary> {
        match self.tokens.first()? {
            Token::Sign(sign) => Binary::of(sign),
            Token::Word(word) => Binary::of(word),
            Token::Literal(_) | Token::Quoted(_) => None,
        }
    }

    fn unary(&mut self) -> Result<Node, ExpressionError> {
        let operator = match self.tokens.first() {
            Some(Token::Sign("-")) => Unary::Negate,
            Some(Token::Sign("!")) => Unary::Not,
            Some(Token::Word(word)) if word == "not" => Unary::Not,
            _ => return self.primary(),
        };
        self.tokens = &self.tokens[1..];
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("the expression is nested too deeply".to_owned().into());
        }
        let node = self.unary()?;
        self.depth -= 1;
        Ok(Node::Unary(operator, Box::new(node)))
    }

    fn primary(&mut self) -> Result<Node, ExpressionError> {
        match self.next()? {
            Token::Literal(value) => Ok(Node::Literal(value)),
            Token::Sign("(") => {
                let node = self.binary(0)?;
                self.expect(")")?;
                Ok(node)
            }
            Token::Word(word) => match word.as_str() {
                "true" => Ok(Node::Literal(json!(true))),
                "false" => Ok(Node::Literal(json!(false))),
                "null" => Ok(Node::Literal(Value::Null)),
                _ if self.take("(") => self.call(&word),
                _ if functions::is_reserved(&word) => {
                    Err(format!("{word} is a reserved word; the attribute is written ${{{word}}}")
                        .into())
                }
                _ => self.path(word),
            },
            Token::Quoted(name) => self.path(name),
            token @ Token::Sign(_) => Err(unexpected(&token)),
        }
    }

    fn call(&mut self, name: &str) -> Result<Node, ExpressionError> {
        let function = functions::find(name)
            .ok_or_else(|| ExpressionError(format!("the function {name} is not known")))?;
        let mut arguments = Vec::new();
        if !self.take(")") {
            loop {
                arguments.push(self.binary(0)?);
                if self.take(")") {
                    break;
                }
                self.expect(",")?;
            }
        }
        if function.takes(arguments.len()) {
            return Ok(Node::Call(function, arguments));
        }
        Err(format!("the function {name} does not take {} arguments", arguments.len()).into())
    }

    fn path(&mut self, first: String) -> Result<Node, ExpressionError> {
        let mut steps = vec![Step::Name(first)];
        loop {
            if self.take("[") {
                steps.push(self.bracket()?);
                self.expect("]")?;
            } else if self.take(".") {
                match self.next()? {
                    Token::Word(name) | Token::Quoted(name) => steps.push(Step::Name(name)),
                    token => return Err(unexpected(&token)),
                }
            } else {
                return Ok(Node::Path(Path::of(steps)));
            }
        }
    }

    fn bracket(&mut self) -> Result<Step, ExpressionError> {
        match self.next()? {
            Token::Sign("*") => Ok(Step::All),
            Token::Literal(value) => {
                let index = value.as_u64().and_then(|index| usize::try_from(index).ok());
                index.map(Step::Index).ok_or_else(|| unexpected(&Token::Literal(value)))
            }
            token => Err(unexpected(&token)),
        }
    }
}
