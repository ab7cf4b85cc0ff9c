//! Which rows of the activity are looked for.

use rusqlite::types::Value;

use crate::Scope;

/// Which rows are looked for; what is not named does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityFilter {
    /// Stands in the sentence, the object's name or id, or the request id; in any case of letters.
    pub text: Option<String>,
    /// Kinds of objects; empty: all.
    pub kinds: Vec<String>,
    /// How it ended; empty: all.
    pub outcomes: Vec<String>,
    /// Not before, milliseconds since 1970.
    pub from: Option<i64>,
    /// Before, milliseconds since 1970.
    pub until: Option<i64>,
    /// About this object alone.
    pub object_id: Option<String>,
}

impl ActivityFilter {
    /// The condition of a statement and what stands for its question marks.
    pub(crate) fn clause(&self, scope: &Scope) -> (String, Vec<Value>) {
        let mut clause = "environment = ? AND organization = ? AND sandbox = ?".to_owned();
        let mut values: Vec<Value> = [&scope.environment, &scope.organization, &scope.sandbox]
            .map(|it| it.clone().into())
            .into();
        if let Some(text) = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            clause.push_str(
                " AND (sentence LIKE ? ESCAPE '\\' OR object_name LIKE ? ESCAPE '\\'
                   OR object_id LIKE ? ESCAPE '\\' OR request_id LIKE ? ESCAPE '\\')",
            );
            values.extend(std::iter::repeat_n(pattern(text).into(), 4));
        }
        for (column, wanted) in [("kind", &self.kinds), ("outcome", &self.outcomes)] {
            if !wanted.is_empty() {
                let marks = vec!["?"; wanted.len()].join(", ");
                clause.push_str(&format!(" AND {column} IN ({marks})"));
                values.extend(wanted.iter().map(|it| Value::from(it.clone())));
            }
        }
        let times = [("done_at >= ?", self.from), ("done_at < ?", self.until)];
        for (condition, time) in times.iter().filter_map(|(it, time)| Some((it, (*time)?))) {
            clause.push_str(" AND ");
            clause.push_str(condition);
            values.push(time.into());
        }
        if let Some(id) = &self.object_id {
            clause.push_str(" AND object_id = ?");
            values.push(id.clone().into());
        }
        (clause, values)
    }
}

/// The text anywhere; its own percent signs and underscores mean themselves.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
