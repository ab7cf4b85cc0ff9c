//! Where a replacement stands and what that means: pure, from what is known of both dataflows.

use crate::contract::replacement::ReplacementStage;
use crate::contract::setup::SetupState;
use crate::monitor::count;

/// What is known of a replacement.
#[derive(Debug, Clone)]
pub(super) struct Known<'a> {
    /// How the set-up of the new dataflow stands; none when the journal has forgotten it.
    pub(super) setup: Option<SetupState>,
    /// Name of the source that both are for.
    pub(super) source: &'a str,
    /// Name of the old dataflow.
    pub(super) old_name: &'a str,
    /// Name of the new one.
    pub(super) new_name: &'a str,
    /// How the old one stands.
    pub(super) old: Flow,
    /// How the new one stands.
    pub(super) new: Flow,
    /// The person said that the new address is in place.
    pub(super) pasted: bool,
    /// Events that the new one has ingested, without the test events sent from here.
    pub(super) ingested: u64,
}

/// How a dataflow stands, as far as a replacement asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// It takes events.
    On,
    /// It is there and takes none.
    Off,
    /// It is not there.
    Gone,
    /// It was not made yet, or could not be read.
    Unknown,
}

/// Where it stands.
pub(super) fn stage(known: &Known<'_>) -> ReplacementStage {
    let over = known.setup.is_none_or(|state| state == SetupState::Done);
    if known.setup == Some(SetupState::Undone) || known.new == Flow::Gone {
        return ReplacementStage::Undone;
    }
    if !over {
        return ReplacementStage::BeingMade;
    }
    match (known.ingested, known.old) {
        (0, Flow::Gone) => ReplacementStage::Done,
        (0, _) if known.pasted => ReplacementStage::WaitingForEvents,
        (0, _) => ReplacementStage::AddressToPaste,
        (_, Flow::Off | Flow::Gone) => ReplacementStage::Done,
        _ => ReplacementStage::Counted,
    }
}

/// Whether both take events, so that what is sent to both counts twice.
pub(super) fn doubles(known: &Known<'_>) -> bool {
    known.old == Flow::On && known.new == Flow::On
}

/// The stage in a sentence, and what to do.
pub(super) fn words(known: &Known<'_>, stage: ReplacementStage) -> (String, String) {
    let Known { source, old_name: old, new_name: new, ingested, .. } = known;
    let old_is_off = known.old == Flow::Off;
    match stage {
        ReplacementStage::BeingMade => (
            format!("The replacement of “{old}” is being made"),
            format!("“{old}” goes on as before."),
        ),
        ReplacementStage::Undone => (
            format!("The replacement of “{old}” was removed"),
            format!(
                "“{old}” goes on as before. Its webhook address in {source} is still the right one."
            ),
        ),
        ReplacementStage::AddressToPaste => (
            format!("Put the webhook address of “{new}” into {source}"),
            if old_is_off {
                format!("“{old}” is off already, so nothing is ingested until then.")
            } else {
                format!(
                    "“{old}” stays on until events are counted on “{new}”, so that none is lost."
                )
            },
        ),
        ReplacementStage::WaitingForEvents => (
            format!("Waiting for the first events on “{new}”"),
            if old_is_off {
                format!(
                    "“{old}” is off already. A first run usually shows one to two hours after the first event."
                )
            } else {
                format!(
                    "A first run usually shows one to two hours after the first event. “{old}” stays on until then."
                )
            },
        ),
        ReplacementStage::Counted => (
            format!("{} on “{new}”", counted(*ingested)),
            format!(
                "The new address works. Take the old one out of {source}, then switch “{old}” off."
            ),
        ),
        ReplacementStage::Done => match known.old {
            Flow::Gone => {
                (format!("“{new}” has taken the place of “{old}”"), format!("“{old}” is deleted."))
            }
            _ => (
                format!("“{new}” has taken the place of “{old}”"),
                format!(
                    "“{old}” is off. Delete it once nobody needs it; what it has ingested stays in its dataset."
                ),
            ),
        },
    }
}

fn counted(ingested: u64) -> String {
    let was = if ingested == 1 { "is" } else { "are" };
    format!("{} {was} counted", count(ingested, "event"))
}

#[cfg(test)]
mod tests {
    use super::{Flow, Known, doubles, stage, words};
    use crate::contract::replacement::ReplacementStage as Stage;
    use crate::contract::setup::SetupState;

    fn known() -> Known<'static> {
        Known {
            setup: Some(SetupState::Done),
            old_name: "Old",
            new_name: "New",
            source: "Pendo",
            old: Flow::On,
            new: Flow::On,
            pasted: false,
            ingested: 0,
        }
    }

    #[test]
    fn the_stages_follow_each_other() {
        let running = Known { setup: Some(SetupState::Running), new: Flow::Unknown, ..known() };
        let forgotten = Known { setup: None, ..known() };
        for (known, expected) in [
            (running, Stage::BeingMade),
            (Known { setup: Some(SetupState::Stopped), ..known() }, Stage::BeingMade),
            (Known { setup: Some(SetupState::Undone), ..known() }, Stage::Undone),
            (Known { new: Flow::Gone, ingested: 7, ..known() }, Stage::Undone),
            (known(), Stage::AddressToPaste),
            (forgotten, Stage::AddressToPaste),
            (Known { pasted: true, ..known() }, Stage::WaitingForEvents),
            (Known { ingested: 3, ..known() }, Stage::Counted),
            (Known { ingested: 3, old: Flow::Unknown, ..known() }, Stage::Counted),
            (Known { ingested: 3, old: Flow::Off, ..known() }, Stage::Done),
            (Known { ingested: 3, old: Flow::Gone, ..known() }, Stage::Done),
            (Known { old: Flow::Gone, ..known() }, Stage::Done),
        ] {
            assert_eq!(stage(&known), expected, "{known:?}");
            let (title, text) = words(&known, expected);
            assert!(!title.ends_with('.') && text.ends_with('.'), "{title} {text}");
        }
    }

    #[test]
    fn an_old_one_that_is_off_before_events_are_counted_is_not_called_replaced() {
        let off = Known { old: Flow::Off, pasted: true, ..known() };
        assert_eq!(stage(&off), Stage::WaitingForEvents);
        assert!(words(&off, Stage::WaitingForEvents).1.contains("off already"));
        assert!(doubles(&known()) && !doubles(&off));
    }
}
