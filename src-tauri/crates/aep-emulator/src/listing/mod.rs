//! Lists of the Flow Service: filters, order, page size and continuation tokens, the same for every
//! kind of resource. Which resources there are is the caller's business.

mod cursor;
mod filter;
mod order;

use serde_json::{Value, json};

pub(crate) use filter::{Filter, Operator};
pub(crate) use order::Order;

use self::cursor::Cursor;
use crate::http::{Call, Outcome, Refusal, Reply};
use crate::problem;
use crate::trouble::SELF_LINK;

/// Page size when none is asked for. Adobe documents none.
const DEFAULT_LIMIT: usize = 50;
/// Largest page. Adobe documents none for these lists; its search call allows this much.
const MAX_LIMIT: usize = 1_000;

const PARAMETERS: [&str; 5] = ["property", "limit", "orderby", "continuationToken", "count"];

/// Something that can be listed. Writing a resource out is dear in a list of thousands, so filters
/// and order ask for single members first.
pub(crate) trait Row {
    /// The member at a path, where that is cheap to know.
    fn member(&self, path: &[String]) -> Option<Value>;
    /// The whole resource.
    fn to_json(&self) -> Value;
}

/// What a list call asks for.
#[derive(Debug)]
pub(crate) struct ListRequest {
    pub(crate) filters: Vec<Filter>,
    pub(crate) order: Option<Order>,
    limit: usize,
    count_only: bool,
    cursor: Cursor,
}

impl ListRequest {
    /// Reads and checks a list call. `fields` are the top-level members that the resource has.
    pub(crate) fn read(call: &Call, fields: &[&str], strict: bool) -> Result<Self, Refusal> {
        let query = &call.query;
        if strict && let Some(name) = query.first_unknown(&PARAMETERS) {
            let detail = format!("The query parameter {name} is unknown.");
            return Err(invalid("1451", &detail));
        }
        let count_only = query.get("count").is_some_and(|text| text.eq_ignore_ascii_case("true"));
        if count_only && query.get("limit").is_some() {
            return Err(invalid("1401", "limit and count may not be used together."));
        }
        if let Some(token) = query.get("continuationToken") {
            let cursor = Cursor::decode(token)
                .ok_or_else(|| invalid("1452", "The continuationToken is not one of ours."))?;
            return Self::from_cursor(cursor, fields);
        }
        let cursor = Cursor {
            filters: query.all("property").map(str::to_owned).collect(),
            order: query.get("orderby").map(str::to_owned),
            limit: read_limit(query.get("limit"))?,
            behind: 0,
            detours: 0,
        };
        Ok(Self { count_only, ..Self::from_cursor(cursor, fields)? })
    }

    fn from_cursor(cursor: Cursor, fields: &[&str]) -> Result<Self, Refusal> {
        let mut filters = Vec::new();
        for text in &cursor.filters {
            filters.push(Filter::read(text, fields)?);
        }
        let order = cursor.order.as_deref().map(|text| Order::read(text, fields)).transpose()?;
        Ok(Self { filters, order, limit: cursor.limit, count_only: false, cursor })
    }

    /// The place behind which an unordered list goes on; 0 at the start and for ordered lists.
    pub(crate) fn behind(&self) -> u64 {
        if self.order.is_some() || self.count_only { 0 } else { self.cursor.behind }
    }

    /// Answers with one page of `rows`, which come in order of their places and start behind
    /// [`Self::behind`].
    pub(crate) fn answer<R: Row>(
        &self,
        call: &Call,
        resource: &str,
        rows: impl Iterator<Item = (u64, R)>,
    ) -> Outcome {
        let wanted = rows.filter(|(_, row)| self.filters.iter().all(|filter| filter.admits(row)));
        if self.count_only {
            return Ok(Reply::json(200, json!({ "count": wanted.count() })));
        }
        let limit = if call.empty_page { 0 } else { self.limit };
        let (rows, next) = match &self.order {
            None => unordered_page(wanted, limit, self.cursor.behind),
            Some(order) => ordered_page(wanted, order, limit, self.cursor.behind),
        };
        let items: Vec<Value> = rows.iter().map(Row::to_json).collect();
        let links = next.map_or_else(
            || json!({}),
            |behind| json!({ "next": { "href": self.href(resource, behind, call.empty_page) } }),
        );
        let reply = Reply::json(200, json!({ "items": items, "_links": links }));
        Ok(reply.with_header(SELF_LINK, self.href(resource, self.cursor.behind, false)))
    }

    fn href(&self, resource: &str, behind: u64, detour: bool) -> String {
        let detours = self.cursor.detours + u64::from(detour);
        let token = Cursor { behind, detours, ..self.cursor.clone() }.encode();
        format!("/{resource}?continuationToken={token}")
    }
}

fn unordered_page<R>(
    mut rows: impl Iterator<Item = (u64, R)>,
    limit: usize,
    behind: u64,
) -> (Vec<R>, Option<u64>) {
    let mut page = Vec::new();
    let mut last = behind;
    while page.len() < limit {
        let Some((place, row)) = rows.next() else { return (page, None) };
        page.push(row);
        last = place;
    }
    (page, rows.next().map(|_| last))
}

fn ordered_page<R: Row>(
    rows: impl Iterator<Item = (u64, R)>,
    order: &Order,
    limit: usize,
    skipped: u64,
) -> (Vec<R>, Option<u64>) {
    let mut all = order.sorted(rows.map(|(_, row)| row));
    let start = usize::try_from(skipped).unwrap_or(usize::MAX).min(all.len());
    let end = start.saturating_add(limit).min(all.len());
    let next = (end < all.len()).then_some(end as u64);
    (all.drain(start..end).collect(), next)
}

/// A member of a resource that is written out already.
pub(crate) fn member_of(written: &Value, path: &[String]) -> Value {
    path.iter().fold(written, |value, step| value.get(step).unwrap_or(&Value::Null)).clone()
}

impl Row for Value {
    fn member(&self, _: &[String]) -> Option<Value> {
        None
    }

    fn to_json(&self) -> Value {
        self.clone()
    }
}

fn read_limit(text: Option<&str>) -> Result<usize, Refusal> {
    let Some(text) = text else { return Ok(DEFAULT_LIMIT) };
    match text.parse() {
        Ok(limit) if (1..=MAX_LIMIT).contains(&limit) => Ok(limit),
        _ => Err(invalid("1452", &format!("limit must be a number from 1 to {MAX_LIMIT}."))),
    }
}

pub(crate) fn invalid(number: &str, detail: &str) -> Refusal {
    problem::flow(number, 400, "Invalid request", detail)
}
