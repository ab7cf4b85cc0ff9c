//! What a Flow Service list may be asked for: filters, order, page size.
//!
//! Several filters are joined with "and"; several values in one filter with "or". Syntax:
//! <https://experienceleague.adobe.com/en/docs/experience-platform/dataflows/api/sort-and-filter>.

use jiff::Timestamp;

use crate::encode;
use crate::ids::FlowId;
use crate::request::Query;

/// One condition on a listed resource, such as `state==enabled`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter(String);

impl Filter {
    /// The field equals the value. The value must not contain a comma, which the platform reads as
    /// "or": see [`Filter::can_hold`].
    #[must_use]
    pub fn equal(field: &str, value: &str) -> Self {
        Self::any_of(field, &[value])
    }

    /// The field equals one of the values.
    #[must_use]
    pub fn any_of(field: &str, values: &[&str]) -> Self {
        let values: Vec<String> = values.iter().map(|value| encode::component(value)).collect();
        Self(format!("{}=={}", field_name(field), values.join(",")))
    }

    /// The field, a time in epoch milliseconds, is this moment or later.
    #[must_use]
    pub fn since(field: &str, moment: Timestamp) -> Self {
        Self(format!("{}%3E={}", field_name(field), moment.as_millisecond()))
    }

    /// The field, a time in epoch milliseconds, is before this moment.
    #[must_use]
    pub fn before(field: &str, moment: Timestamp) -> Self {
        Self(format!("{}%3C{}", field_name(field), moment.as_millisecond()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the filter language can express this value: commas separate alternatives, a pair of
    /// double quotes is taken off, and white space at the ends is not reliable.
    #[must_use]
    pub fn can_hold(value: &str) -> bool {
        !value.is_empty() && value.trim() == value && !value.contains([',', '"'])
    }
}

/// Field names consist of letters, digits, dots and `[]`; anything else is encoded.
fn field_name(field: &str) -> String {
    field.split("[]").map(encode::component).collect::<Vec<_>>().join("[]")
}

/// What to list: filters, order and page size. Empty means everything, as the platform likes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    filters: Vec<Filter>,
    order_by: Option<String>,
    limit: Option<u32>,
}

impl ListQuery {
    /// Everything, in the platform's order and page size.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs of one dataflow.
    #[must_use]
    pub fn runs_of(flow: &FlowId) -> Self {
        Self::new().filter(Filter::equal("flowId", flow.as_str()))
    }

    /// Adds a condition; all conditions must hold.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filters.push(filter);
        self
    }

    /// Sorts by a field; a `-` before it sorts downwards.
    #[must_use]
    pub fn order_by(mut self, field: impl Into<String>) -> Self {
        self.order_by = Some(field.into());
        self
    }

    /// Newest first, by time of creation.
    #[must_use]
    pub fn newest_first(self) -> Self {
        self.order_by("-createdAt")
    }

    /// How many to send per page. 200 is known to work; the platform's maximum is not documented.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Only runs that started at this moment or later.
    #[must_use]
    pub fn started_since(self, moment: Timestamp) -> Self {
        self.filter(Filter::since("metrics.durationSummary.startedAtUTC", moment))
    }

    /// Only runs that started before this moment.
    #[must_use]
    pub fn started_before(self, moment: Timestamp) -> Self {
        self.filter(Filter::before("metrics.durationSummary.startedAtUTC", moment))
    }

    /// Only runs with this status; the platform compares without case.
    #[must_use]
    pub fn with_run_status(self, status: &str) -> Self {
        self.filter(Filter::equal("metrics.statusSummary.status", status))
    }

    pub(crate) fn to_query(&self) -> Query {
        self.to_query_ordered_by("orderby")
    }

    /// The same with another spelling of the parameter that sorts.
    pub(crate) fn to_query_ordered_by(&self, parameter: &str) -> Query {
        let mut query = self.conditions();
        if let Some(limit) = self.limit {
            query = query.pair("limit", &limit.to_string());
        }
        match &self.order_by {
            Some(field) => query.pair(parameter, field),
            None => query,
        }
    }

    /// For counting, which may go neither with a limit (1401-400) nor needs an order.
    pub(crate) fn to_count(&self) -> Query {
        self.conditions().pair("count", "true")
    }

    pub(crate) fn without_filters(&self) -> Self {
        Self { filters: Vec::new(), ..self.clone() }
    }

    fn conditions(&self) -> Query {
        let mut query = Query::default();
        for filter in &self.filters {
            query.raw("property", &filter.0);
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::{Filter, ListQuery};

    #[test]
    fn filters_repeat_the_parameter_and_encode_the_value_alone() {
        let query = ListQuery::new()
            .filter(Filter::equal("name", "Pendo & co"))
            .filter(Filter::any_of("sourceConnectionIds[]", &["a", "b"]))
            .limit(100)
            .order_by("-createdAt");
        assert_eq!(
            query.to_query().as_str(),
            "property=name==Pendo%20%26%20co&property=sourceConnectionIds[]==a,b\
             &limit=100&orderby=-createdAt"
        );
    }

    #[test]
    fn runs_are_asked_for_by_flow_and_time() {
        let at = |millis| Timestamp::from_millisecond(millis).unwrap();
        let query = ListQuery::runs_of(&"f".into()).started_since(at(10)).started_before(at(20));
        assert_eq!(
            query.to_query().as_str(),
            "property=flowId==f&property=metrics.durationSummary.startedAtUTC%3E=10\
             &property=metrics.durationSummary.startedAtUTC%3C20"
        );
    }

    #[test]
    fn counting_never_sends_a_limit() {
        let query = ListQuery::new().limit(5).order_by("name");
        assert_eq!(query.to_count().as_str(), "count=true");
    }

    #[test]
    fn a_name_with_a_comma_cannot_be_asked_for() {
        assert!(Filter::can_hold("Pendo events"));
        for value in ["Pendo, test", "\"Pendo\"", " Pendo", ""] {
            assert!(!Filter::can_hold(value), "{value}");
        }
    }
}
