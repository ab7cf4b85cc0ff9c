//! Lists of field groups and schemas: filters, order and pages of the Schema Registry.

use serde_json::{Value, json};

use super::accept::{View, list_view};
use super::{Kind, bad, whole};
use crate::http::{Call, Outcome, Reply};
use crate::world::{World, XdmResource};

/// `GET` of a collection.
pub(crate) fn list(world: &World, call: &Call, kind: Kind) -> Outcome {
    let view = list_view(call)?;
    let query = &call.query;
    let filters: Vec<&str> = query.all("property").collect();
    let mut rows: Vec<&XdmResource> =
        kind.shelf(world.sandbox(&call.sandbox)).listed(call.now_ms).collect();
    rows.retain(|row| filters.iter().all(|filter| admits(row, filter)));
    let order = query.get("orderby").or_else(|| query.get("orderBy"));
    if let Some(order) = order {
        let (field, descending) =
            order.strip_prefix('-').map_or((order, false), |field| (field, true));
        rows.sort_by_key(|row| key_of(row, field));
        if descending {
            rows.reverse();
        }
    }
    // Without an order the limit has no effect, and a list ends at 300.
    let limit = match query.get("limit").map(str::parse::<usize>) {
        Some(Ok(limit)) if order.is_some() && limit <= 500 => limit.max(1),
        Some(Err(_)) => return Err(bad("XDM-1005", "Bad request", "limit must be a number.")),
        _ => 300,
    };
    let start: usize = query.get("start").and_then(|start| start.parse().ok()).unwrap_or(0);
    let total = rows.len();
    let page: Vec<Value> = rows
        .into_iter()
        .skip(start)
        .take(limit)
        .map(|row| match view {
            View::Short => row.short(),
            View::Plain | View::Full => whole(world, call, kind, row, view),
        })
        .collect();
    let end = start.saturating_add(page.len());
    let next = (order.is_some() && end < total).then(|| end.to_string());
    let links = next.as_ref().map_or_else(
        || json!({}),
        |next| json!({ "next": { "href": format!("/{}?start={next}", kind.resource_type()) } }),
    );
    let mut paging = json!({ "count": page.len() });
    if let Some(order) = order {
        paging["orderby"] = json!(order);
        paging["next"] = json!(next);
    }
    Ok(Reply::json(200, json!({ "results": page, "_page": paging, "_links": links })))
}

fn key_of(row: &XdmResource, field: &str) -> String {
    match field {
        "title" => row.title().to_owned(),
        "$id" => row.uri.clone(),
        "updated" => format!("{:020}", row.updated_ms),
        _ => format!("{:020}", row.created_ms),
    }
}

fn admits(row: &XdmResource, filter: &str) -> bool {
    let value = |key: &str| match key {
        "$id" => Some(row.uri.as_str()),
        "meta:altId" => Some(row.alt_id.as_str()),
        key => row.body.get(key).and_then(Value::as_str),
    };
    match (filter.split_once("=="), filter.split_once("!=")) {
        (Some((key, wanted)), _) => value(key) == Some(wanted.trim_matches('"')),
        (None, Some((key, unwanted))) => value(key) != Some(unwanted.trim_matches('"')),
        (None, None) => value(filter).is_some(),
    }
}

/// A list of a collection in which the emulator has nothing.
pub(crate) fn list_nothing(call: &Call) -> Outcome {
    list_view(call)?;
    Ok(Reply::json(200, json!({ "results": [], "_page": { "count": 0 }, "_links": {} })))
}
