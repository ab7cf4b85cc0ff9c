//! Dates in the patterns that the platform's functions take, which are Java's. Everything is UTC
//! unless the text says otherwise.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde_json::{Value, json};

use super::ExpressionError;
use super::number::Numeric;
use crate::mapping::read_date;

/// `now()`.
pub(crate) fn now(now_ms: i64) -> Result<Value, ExpressionError> {
    let at = Timestamp::from_millisecond(now_ms)
        .map_err(|_| ExpressionError("the time is out of range".to_owned()))?;
    Ok(json!(at.to_string()))
}

/// `dformat(milliseconds, pattern)`.
pub(crate) fn dformat(millis: Numeric, pattern: &str) -> Result<Value, ExpressionError> {
    let at = Timestamp::from_millisecond(millis.as_f64() as i64)
        .map_err(|_| ExpressionError("the time is out of range".to_owned()))?;
    format(&at.to_zoned(TimeZone::UTC), pattern).map(|text| json!(text))
}

/// `date(text[, pattern[, default]])`.
pub(crate) fn date(values: &[Value]) -> Result<Value, ExpressionError> {
    // The pattern is for the text; the default is written in a format that needs none.
    let (chosen, pattern) = match values {
        [Value::Null, _, default] => (default, None),
        [first, Value::String(pattern), ..] => (first, Some(pattern)),
        [first, ..] => (first, None),
        [] => return Ok(Value::Null),
    };
    let Value::String(text) = chosen else {
        return Err(format!("{chosen} is not the text of a date").into());
    };
    let at = match pattern {
        Some(pattern) => parse(text, pattern)?,
        None => {
            read_date(text).ok_or_else(|| ExpressionError(format!("{text:?} is not a date")))?
        }
    };
    Ok(json!(at.to_string()))
}

/// A run of one letter in a pattern, or text to be taken as it is.
#[derive(Debug, PartialEq)]
enum Part {
    Field(char, usize),
    Text(String),
}

fn parts(pattern: &str) -> Result<Vec<Part>, ExpressionError> {
    let mut parts: Vec<Part> = Vec::new();
    let mut letters = pattern.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\'' {
            let quoted: String =
                std::iter::from_fn(|| letters.next_if(|next| *next != '\'')).collect();
            letters.next().ok_or_else(|| ExpressionError("a quote has no end".to_owned()))?;
            parts.push(Part::Text(if quoted.is_empty() { "'".to_owned() } else { quoted }));
        } else if letter.is_ascii_alphabetic() {
            let more = std::iter::from_fn(|| letters.next_if_eq(&letter)).count();
            parts.push(Part::Field(letter, more + 1));
        } else {
            parts.push(Part::Text(letter.to_string()));
        }
    }
    Ok(parts)
}

fn format(at: &Zoned, pattern: &str) -> Result<String, ExpressionError> {
    parts(pattern)?.iter().map(|part| format_part(at, part)).collect()
}

fn format_part(at: &Zoned, part: &Part) -> Result<String, ExpressionError> {
    let (letter, width) = match part {
        Part::Text(text) => return Ok(text.clone()),
        Part::Field(letter, width) => (*letter, *width),
    };
    let padded = |number: i64| Ok(format!("{number:0width$}"));
    match (letter, width) {
        ('y' | 'u', 2) => Ok(format!("{:02}", at.year().rem_euclid(100))),
        ('y' | 'u', _) => padded(at.year().into()),
        ('M' | 'L', 1 | 2) => padded(at.month().into()),
        ('M' | 'L', 3) => Ok(at.strftime("%b").to_string()),
        ('M' | 'L', 4) => Ok(at.strftime("%B").to_string()),
        ('d', 1 | 2) => padded(at.day().into()),
        ('D', 1..=3) => padded(at.day_of_year().into()),
        ('E', 1..=3) => Ok(at.strftime("%a").to_string()),
        ('E', 4) => Ok(at.strftime("%A").to_string()),
        ('H', 1 | 2) => padded(at.hour().into()),
        ('h', 1 | 2) => padded((i64::from(at.hour()) + 11) % 12 + 1),
        ('m', 1 | 2) => padded(at.minute().into()),
        ('s', 1 | 2) => padded(at.second().into()),
        ('S', 1..=9) => Ok(format!("{:09}", at.subsec_nanosecond())[..width].to_owned()),
        ('a', 1) => Ok(if at.hour() < 12 { "AM" } else { "PM" }.to_owned()),
        ('X', 1..=3) if at.offset() == Offset::UTC => Ok("Z".to_owned()),
        ('X' | 'x', 3) => Ok(at.strftime("%:z").to_string()),
        ('X' | 'x', 1 | 2) | ('Z', 1..=3) => Ok(at.strftime("%z").to_string()),
        ('z', 1..=3) => Ok("UTC".to_owned()),
        _ => Err(unknown(letter)),
    }
}

fn unknown(letter: char) -> ExpressionError {
    ExpressionError(format!("the pattern letter {letter} is not understood"))
}

fn parse(text: &str, pattern: &str) -> Result<Timestamp, ExpressionError> {
    let wrong = || ExpressionError(format!("{text:?} does not fit the pattern {pattern:?}"));
    let mut format = String::new();
    let (mut zoned, mut bare) = (false, false);
    for part in parts(pattern)? {
        match part {
            Part::Text(text) => format.push_str(&text.replace('%', "%%")),
            Part::Field(letter, width) => {
                zoned |= matches!(letter, 'X' | 'x' | 'Z');
                bare |= letter == 'X' || letter == 'x';
                format.push_str(directive(letter, width)?);
            }
        }
    }
    // A Z for UTC is an offset to Java, and jiff's offset directive wants digits.
    let text = if bare { text.strip_suffix('Z').map(|head| format!("{head}+00:00")) } else { None }
        .unwrap_or_else(|| text.to_owned());
    let broken = jiff::fmt::strtime::parse(&format, &text).map_err(|_| wrong())?;
    if zoned {
        return broken.to_timestamp().map_err(|_| wrong());
    }
    let local = broken.to_datetime().or_else(|_| broken.to_date().map(DateTime::from));
    let zoned = local.and_then(|local| local.to_zoned(TimeZone::UTC));
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| wrong())
}

fn directive(letter: char, width: usize) -> Result<&'static str, ExpressionError> {
    Ok(match (letter, width) {
        ('y' | 'u', 2) => "%y",
        ('y' | 'u', _) => "%Y",
        ('M', 1 | 2) => "%m",
        ('M', 3) => "%b",
        ('M', 4) => "%B",
        ('d', 1 | 2) => "%d",
        ('E', 1..=3) => "%a",
        ('E', 4) => "%A",
        ('H', 1 | 2) => "%H",
        ('h', 1 | 2) => "%I",
        ('m', 1 | 2) => "%M",
        ('s', 1 | 2) => "%S",
        ('S', 1..=9) => "%f",
        ('a', 1) => "%p",
        ('X' | 'x', 1..=3) => "%:z",
        ('Z', 1..=3) => "%z",
        _ => return Err(unknown(letter)),
    })
}
