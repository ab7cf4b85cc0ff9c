//! Cuts the text of an expression into tokens.

use std::iter::Peekable;
use std::str::Chars;

use serde_json::{Number, Value, json};

use super::ExpressionError;

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A number or a text in quotes.
    Literal(Value),
    /// A name that stands there as it is.
    Word(String),
    /// A name in `${…}`, which is never a function and never reserved.
    Quoted(String),
    /// An operator or a bracket.
    Sign(&'static str),
}

/// Signs, longer ones first so that `<=` is not read as `<`.
const SIGNS: [&str; 20] = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "!", "(", ")", "[", "]",
    ",", ".",
];

/// Reads all tokens.
pub(crate) fn read(text: &str) -> Result<Vec<Token>, ExpressionError> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { return Ok(tokens) };
        let mut letters = rest.chars().peekable();
        let token = match first {
            '"' | '\'' => read_text(&mut letters)?,
            '0'..='9' => read_number(&mut letters)?,
            '$' => read_quoted(&mut letters)?,
            letter if begins_word(letter) => Token::Word(read_word(&mut letters)?),
            letter => {
                let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign)).ok_or_else(|| {
                    ExpressionError(format!("the character {letter:?} does not belong here"))
                })?;
                letters = rest[sign.len()..].chars().peekable();
                Token::Sign(sign)
            }
        };
        tokens.push(token);
        let left: usize = letters.map(char::len_utf8).sum();
        rest = &rest[rest.len() - left..];
    }
}

fn begins_word(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_' || letter == '@' || letter == '\\'
}

fn read_text(letters: &mut Peekable<Chars<'_>>) -> Result<Token, ExpressionError> {
    let open = || ExpressionError("a text has no end".to_owned());
    let quote = letters.next().ok_or_else(open)?;
    let mut text = String::new();
    loop {
        match letters.next().ok_or_else(open)? {
            letter if letter == quote => return Ok(Token::Literal(json!(text))),
            '\\' => text.push(match letters.next().ok_or_else(open)? {
                'n' => '\n',
                't' => '\t',
                other => other,
            }),
            letter => text.push(letter),
        }
    }
}

fn read_number(letters: &mut Peekable<Chars<'_>>) -> Result<Token, ExpressionError> {
    let mut digits = String::new();
    while let Some(letter) = letters.next_if(|letter| letter.is_ascii_digit() || *letter == '.') {
        digits.push(letter);
    }
    let whole = digits.parse::<i64>().ok().map(Number::from);
    let number = whole.or_else(|| Number::from_f64(digits.parse::<f64>().ok()?));
    let wrong = || ExpressionError(format!("{digits} is not a number"));
    Ok(Token::Literal(Value::Number(number.ok_or_else(wrong)?)))
}

fn read_quoted(letters: &mut Peekable<Chars<'_>>) -> Result<Token, ExpressionError> {
    let wrong = || ExpressionError("${ must be followed by a name and }".to_owned());
    letters.next();
    letters.next_if_eq(&'{').ok_or_else(wrong)?;
    let mut name = String::new();
    loop {
        match letters.next().ok_or_else(wrong)? {
            '}' if name.is_empty() => return Err(wrong()),
            '}' => return Ok(Token::Quoted(name)),
            '\\' => name.push(letters.next().ok_or_else(wrong)?),
            letter => name.push(letter),
        }
    }
}

fn read_word(letters: &mut Peekable<Chars<'_>>) -> Result<String, ExpressionError> {
    let mut word = String::new();
    while let Some(letter) =
        letters.next_if(|letter| begins_word(*letter) || letter.is_alphanumeric())
    {
        let escaped = letter == '\\';
        let nothing = || ExpressionError("nothing follows the backslash".to_owned());
        word.push(if escaped { letters.next().ok_or_else(nothing)? } else { letter });
    }
    Ok(word)
}
