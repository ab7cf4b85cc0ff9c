//! The inspections of this process, in memory only: events are somebody's data. A few are kept, so that a screen that
//! is opened again finds its own; they go with the app, and with the place that they belong to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::inspector::SentState;
use crate::work::Work;

use super::course::Course;
use super::intake::{Taken, Text};
use super::judge::Judged;

/// How many are kept; each may hold thousands of events.
const MOST: usize = 3;

/// One inspection.
pub(crate) struct Inspected {
    /// Ours.
    pub(crate) id: String,
    /// The dataflow.
    pub(crate) flow_id: String,
    pub(super) session: Arc<ActiveSession>,
    pub(super) course: Course,
    pub(super) text: Text,
    /// What is known of the events so far, in their order.
    pub(super) known: Mutex<Vec<Known>>,
    /// The looking; the problem, if any, is why it stopped.
    pub(super) looking: Work<Option<AppError>>,
    /// The latest sending.
    pub(super) sending: Mutex<Option<Arc<Work<Sent>>>>,
}

/// What is known of one event.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// The verdict, once there is one.
    pub(super) judged: Option<Judged>,
    pub(super) sent: SentState,
}

/// How a sending looks.
#[derive(Debug, Clone, Default)]
pub(super) struct Sent {
    pub(super) wanted: u32,
    pub(super) accepted: u32,
    pub(super) unclear: u32,
    pub(super) problem: Option<AppError>,
}

impl Inspected {
    /// An inspection that begins.
    pub(crate) fn new(
        session: Arc<ActiveSession>,
        flow_id: &str,
        course: Course,
        text: Text,
    ) -> Self {
        let known = vec![Known::default(); text.events.len()];
        Self {
            id: Uuid::new_v4().to_string(),
            flow_id: flow_id.to_owned(),
            session,
            course,
            text,
            known: Mutex::new(known),
            looking: Work::new(None),
            sending: Mutex::new(None),
        }
    }

    /// Asks whatever is under way to stop.
    pub(crate) fn ask_to_stop(&self) {
        self.looking.ask_to_stop();
        if let Some(sending) = self.sending() {
            sending.ask_to_stop();
        }
    }

    pub(super) fn known(&self) -> MutexGuard<'_, Vec<Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn sending(&self) -> Option<Arc<Work<Sent>>> {
        self.sending.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Its events, as far as they are events, with their places.
    pub(super) fn events(&self) -> impl Iterator<Item = (usize, &serde_json::Value)> {
        let events = self.text.events.iter().map(Taken::value).enumerate();
        events.filter_map(|(place, event)| Some((place, event?)))
    }
}

/// The inspections of this process.
#[derive(Default)]
pub(crate) struct Inspections(Mutex<VecDeque<Arc<Inspected>>>);

impl Inspections {
    /// Keeps a new one; the oldest is stopped and forgotten for it, and so is another of the same dataflow.
    pub(crate) fn keep(&self, inspected: Inspected) -> Arc<Inspected> {
        let inspected = Arc::new(inspected);
        let mut all = self.lock();
        all.retain(|other| {
            let stays = other.flow_id != inspected.flow_id || is_sending(other);
            if !stays {
                other.ask_to_stop();
            }
            stays
        });
        if all.len() >= MOST
            && let Some(oldest) = all.pop_front()
        {
            oldest.ask_to_stop();
        }
        all.push_back(Arc::clone(&inspected));
        inspected
    }

    /// The inspection of this id, if it belongs to this session's place.
    ///
    /// # Errors
    /// `not_found`.
    pub(crate) fn get(
        &self,
        session: &ActiveSession,
        id: &str,
    ) -> Result<Arc<Inspected>, AppError> {
        let all = self.lock();
        let found =
            all.iter().find(|one| one.id == id && one.session.scope == session.scope).cloned();
        found.ok_or_else(|| AppError::gone("This inspection"))
    }

    /// Whatever belongs to another place than this session's stops and is forgotten.
    pub(crate) fn keep_only(&self, session: Option<&ActiveSession>) {
        self.lock().retain(|one| {
            let here = session.is_some_and(|session| session.scope == one.session.scope);
            if !here {
                one.ask_to_stop();
            }
            here
        });
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Arc<Inspected>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_sending(one: &Inspected) -> bool {
    one.sending().is_some_and(|sending| sending.is_busy())
}
