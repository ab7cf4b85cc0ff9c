//! Searching the book: every word has to be found, and what is called by its code comes first.

use super::code::Code;
use super::entry::{Entry, all};

/// Entries that hold every word of the query, best first; all of them for an empty one.
pub(crate) fn search(query: &str) -> Vec<Entry> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(u8, Entry)> =
        all().filter_map(|entry| Some((rank(entry, &words)?, entry))).collect();
    // A stable sort: within a rank the order of the book stays.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// How good a hit is, 0 being the best; none when a word is nowhere.
fn rank(entry: Entry, words: &[String]) -> Option<u8> {
    words.iter().map(|word| rank_of(entry, word)).try_fold(0, |worst, rank| Some(worst.max(rank?)))
}

fn rank_of(entry: Entry, word: &str) -> Option<u8> {
    let codes = || entry.codes().iter().map(|code| code.to_lowercase());
    let asked = word.strip_prefix("flow-").unwrap_or(word);
    if codes().any(|code| code == asked || Code::read(&code).base == asked) {
        return Some(0);
    }
    if codes().any(|code| code.contains(asked)) {
        return Some(1);
    }
    if entry.name().to_lowercase().contains(word) {
        return Some(2);
    }
    let rest = [entry.what(), entry.next(), entry.service.label()];
    rest.iter().any(|text| text.to_lowercase().contains(word)).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::super::entry::all;
    use super::search;

    #[test]
    fn an_empty_query_finds_the_whole_book() {
        assert_eq!(search("  ").len(), all().count());
    }

    #[test]
    fn a_code_comes_before_what_merely_mentions_it() {
        for query in ["1404-412", "flow-1404-412", "FLOW-1404-412"] {
            assert_eq!(search(query)[0].codes(), ["1404-412"], "{query}");
        }
        let both: Vec<_> = search("1404").iter().map(|entry| entry.codes()[0]).collect();
        assert_eq!(both[..2], ["1404-412", "1404-400"]);
    }

    #[test]
    fn every_word_has_to_be_found() {
        assert!(search("sandbox choose").iter().any(|entry| entry.name() == "Sandbox not found"));
        assert!(search("sandbox zebra").is_empty());
    }

    #[test]
    fn a_service_can_be_searched_for() {
        let found = search("schema registry");
        assert!(found.iter().any(|entry| entry.codes().contains(&"XDM-1521-400")));
    }
}
