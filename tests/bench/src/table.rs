//! Medians, and a table that can be pasted into a report.

/// The median of what was measured.
///
/// # Panics
/// When nothing was measured.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    assert!(!values.is_empty(), "a median needs a value");
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}

/// One row: what was measured, in which unit, ours, the yardstick's, and how much more ours may be; infinity
/// where no aim was set.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) unit: &'static str,
    pub(crate) ours: f64,
    pub(crate) yardstick: f64,
    pub(crate) aim: f64,
}

/// Prints the rows under a title.
pub(crate) fn print(title: &str, yardstick: &str, rows: &[Row]) {
    println!("\n{title}\n");
    println!("| | Inlet | {yardstick} | ratio | aim |");
    println!("|---|---:|---:|---:|---:|");
    for Row { what, unit, ours, yardstick, aim } in rows {
        let ratio = ours / yardstick;
        let aim = if aim.is_finite() { aim.to_string() } else { "–".to_owned() };
        println!("| {what} | {ours:.0} {unit} | {yardstick:.0} {unit} | {ratio:.2} | {aim} |");
    }
}
